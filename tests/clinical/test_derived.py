from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.derived import (
    FPI_PARTS,
    LSD_PARTS,
    fpi6,
    lsd_score,
    pain_change_nprs,
    step_length_asym,
    symmetry_index,
    weeks_in_plan,
)
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.values import Reading, Side

D = Decimal


def step(side: Side, typed: str) -> Reading:
    return read_entry(CATALOGUE["step_len_cm"], side, typed)


def test_the_symmetry_index_is_plus_when_the_right_is_larger() -> None:
    assert symmetry_index(D(8), D(12)) == D(40)
    assert symmetry_index(D(12), D(8)) == D(-40)
    assert symmetry_index(D(70), D(70)) == 0


@pytest.mark.parametrize(("left", "right"), [(None, D(1)), (D(1), None), (None, None), (D(0), D(0)), (D(-1), D(1))])
def test_the_symmetry_index_needs_two_values_that_add_up(left: Decimal | None, right: Decimal | None) -> None:
    assert symmetry_index(left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "step", "index"),
    [
        ("0.9", "1.0", "0.1", None),
        ("1.0", "1.0", "0.1", D(0)),
        ("0", "2", "0.1", D(200)),
        ("0", "1.9", "0.1", None),
        ("9", "10.9", "1", None),
        ("9", "11", "1", D(20)),
        ("-1", "30", "0.1", None),
        ("30", "-1", "0.1", None),
    ],
)
def test_near_zero_there_is_no_percentage(left: str, right: str, step: str, index: Decimal | None) -> None:
    assert symmetry_index(D(left), D(right), step=D(step)) == index


def test_steps_as_short_as_the_tape_can_tell_have_no_asymmetry() -> None:
    short = [reading(side, value) for side, value in ((Side.LEFT, "9"), (Side.RIGHT, "10.5"))]
    long = [reading(side, value) for side, value in ((Side.LEFT, "9"), (Side.RIGHT, "11"))]
    assert step_length_asym(*short) is None
    assert step_length_asym(*long) == D(20)


def reading(side: Side, typed: str) -> Reading:
    """A step far shorter than usual, confirmed."""
    return read_entry(CATALOGUE["step_len_cm"], side, typed, confirmed=True)


@given(st.decimals(1, 150, places=1), st.decimals(1, 150, places=1))
@settings(max_examples=100, deadline=None)
def test_swapping_the_legs_turns_the_symmetry_index_round(left: Decimal, right: Decimal) -> None:
    index = symmetry_index(left, right)
    assert index is not None
    assert -200 < index < 200
    assert symmetry_index(right, left) == -index


def test_step_length_asymmetry_needs_two_usable_steps() -> None:
    left, right = step(Side.LEFT, "60"), step(Side.RIGHT, "70")
    index = step_length_asym(left, right)
    assert index is not None
    assert round(index, 2) == D("15.38")
    for one, two in ((None, right), (left, None), (left, step(Side.RIGHT, "x")), (left, step(Side.RIGHT, "149"))):
        assert step_length_asym(one, two) is None


@pytest.mark.parametrize(
    ("key", "parts", "total"),
    [("fpi6", FPI_PARTS, fpi6), ("lsd_score", LSD_PARTS, lsd_score)],
)
def test_a_total_spans_the_range_of_its_measure(key: str, parts: tuple[str, ...], total: object) -> None:
    items = [CATALOGUE[part] for part in parts]
    whole = CATALOGUE[key]
    assert isinstance(whole, Quantity)
    numbers = [item for item in items if isinstance(item, Quantity)]
    assert callable(total)
    assert total({item.key: item.low for item in numbers}) == whole.low
    assert total({item.key: item.high for item in numbers}) == whole.high


@pytest.mark.parametrize("missing", FPI_PARTS)
def test_one_missing_item_leaves_no_foot_posture_total(missing: str) -> None:
    parts: dict[str, Decimal | None] = dict.fromkeys(FPI_PARTS, D(1))
    assert fpi6(parts) == D(6)
    assert fpi6(parts | {missing: None}) is None
    assert fpi6({key: value for key, value in parts.items() if key != missing}) is None


@pytest.mark.parametrize("missing", LSD_PARTS)
def test_one_missing_part_leaves_no_step_down_score(missing: str) -> None:
    parts: dict[str, Decimal | None] = dict.fromkeys(LSD_PARTS, D(0))
    assert lsd_score(parts) == D(0)
    assert lsd_score(parts | {missing: None}) is None


def test_pain_change_is_now_less_the_start() -> None:
    worst = CATALOGUE["nprs_worst"]
    start, now, missing = (read_entry(worst, Side.NONE, typed) for typed in ("6", "4", "x"))
    assert pain_change_nprs(start, now) == D(-2)
    assert pain_change_nprs(start, missing) is None
    assert pain_change_nprs(None, now) is None


def test_weeks_in_a_plan_are_whole_weeks() -> None:
    start = date(2026, 11, 2)
    assert [weeks_in_plan(start, date(2026, 11, day)) for day in (2, 8, 9, 22)] == [0, 0, 1, 2]
    with pytest.raises(ValueError, match="before the start"):
        weeks_in_plan(start, date(2026, 11, 1))
