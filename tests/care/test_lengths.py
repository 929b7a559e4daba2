"""Half of a measurement never becomes a difference, whatever is missing of it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.care.lengths import difference_of, differences, missing
from clinic_gait.care.visit import LegLength
from clinic_gait.clinical.leg_length import LIFT_TRIAL, METHODS
from clinic_gait.clinical.values import Side

LENGTH = st.none() | st.integers(300, 1300).map(str)
HEIGHT = st.none() | st.integers(0, 100).map(str)
NOTES = st.builds(
    LegLength,
    method=st.sampled_from([*METHODS, LIFT_TRIAL, "laser"]),
    left_mm=LENGTH,
    right_mm=LENGTH,
    block_mm=HEIGHT,
    block_side=st.none() | st.sampled_from(Side),
)


def whole(one: LegLength) -> bool:
    if one.method not in METHODS:
        return False
    if METHODS[one.method].kind != "block":
        return one.left_mm is not None and one.right_mm is not None
    if one.block_mm is None or one.block_side is None:
        return False
    return (one.block_mm == "0") == (one.block_side is Side.NONE)


@given(NOTES)
@settings(max_examples=300, deadline=None)
def test_only_a_whole_measurement_gives_a_difference_and_the_rest_says_what_is_missing(one: LegLength) -> None:
    assert (difference_of(one) is not None) is whole(one)
    if one.method in METHODS:
        assert bool(missing(one)) is not whole(one)


@given(st.lists(NOTES, max_size=6, unique_by=lambda one: one.method))
@settings(max_examples=100, deadline=None)
def test_of_all_notes_only_whole_ones_are_compared(notes: list[LegLength]) -> None:
    assert set(differences(notes)) == {one.method for one in notes if whole(one)}


def test_what_is_missing_names_the_leg() -> None:
    left = LegLength(method="tape_true", left_mm="841", left_trials=("841",))
    right = LegLength(method="tape_true", right_mm="841", right_trials=("841",))
    assert (missing(left), missing(right)) == ("measure the RIGHT leg too", "measure the LEFT leg too")
    foot = LegLength(method="block", block_side=Side.RIGHT)
    assert missing(foot) == "say how many mm stood under the RIGHT foot"


def test_a_lift_trial_is_whole_with_height_foot_and_answer_and_never_a_difference() -> None:
    trial = LegLength(method=LIFT_TRIAL, block_mm="6", block_side=Side.LEFT, response="better")
    assert missing(trial) == ""
    assert difference_of(trial) is None


def test_the_block_stands_under_the_short_side() -> None:
    found = difference_of(LegLength(method="block", block_mm="8", block_side=Side.LEFT))
    assert found is not None
    assert (found.short_side, found.mm) == (Side.LEFT, Decimal(8))
