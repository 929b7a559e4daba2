from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.clinical.leg_length import (
    BANDS,
    METHODS,
    SCHEME,
    Difference,
    band,
    bands,
    difference,
    judge,
    methods_disagree,
    refer_if,
    scheme,
)
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import adjusted
from clinic_gait.clinical.values import Answer, Side, WrongSide

D = Decimal
LEFT, RIGHT, NONE = Side.LEFT, Side.RIGHT, Side.NONE


def short(side: Side, mm: str) -> Difference:
    return Difference(short_side=side, mm=D(mm))


LEVEL = short(NONE, "0")


def test_the_shorter_leg_is_named_with_its_millimeters() -> None:
    assert difference(D("860"), D("868.5")) == short(LEFT, "8.5")
    assert difference(D("868.5"), D("860")) == short(RIGHT, "8.5")
    assert difference(D("860"), D("860.0")) == LEVEL


def test_a_difference_has_a_side_and_no_difference_has_none() -> None:
    for side, mm in ((NONE, "5"), (LEFT, "0"), (RIGHT, "-5")):
        with pytest.raises(WrongSide):
            short(side, mm)


def test_right_minus_left_is_plus_when_the_left_leg_is_short() -> None:
    assert short(LEFT, "8").signed == 8
    assert short(RIGHT, "8").signed == -8


@given(st.decimals(500, 1200, places=1), st.decimals(500, 1200, places=1))
@settings(max_examples=100, deadline=None)
def test_swapping_the_legs_swaps_the_short_side_and_nothing_else(left: Decimal, right: Decimal) -> None:
    one, other = difference(left, right), difference(right, left)
    assert one.signed == right - left == -other.signed
    assert one.mm == other.mm
    assert {one.short_side, other.short_side} in ({LEFT, RIGHT}, {NONE})


@pytest.mark.parametrize(
    ("mm", "label"),
    [
        ("0", "within measurement error"),
        ("4.9", "within measurement error"),
        ("5", "small"),
        ("9.9", "small"),
        ("10", "possibly important"),
        ("19.9", "possibly important"),
        ("20", "large: refer"),
        ("80", "large: refer"),
    ],
)
def test_a_band_begins_with_its_lower_limit(mm: str, label: str) -> None:
    assert band(D(mm)).label == label


def test_bands_leave_no_hole() -> None:
    assert [one.low for one in BANDS] == [0, *(one.high for one in BANDS[:-1])]
    assert BANDS[-1].high is None


DISAGREE = [
    (short(RIGHT, "12"), short(LEFT, "8"), Answer.TRUE),
    (short(RIGHT, "5"), short(LEFT, "5"), Answer.TRUE),
    (short(RIGHT, "4.9"), short(LEFT, "5"), Answer.FALSE),
    (short(RIGHT, "4.9"), short(LEFT, "5.1"), Answer.TRUE),
    (short(LEFT, "1"), short(LEFT, "11"), Answer.TRUE),
    (short(LEFT, "1.1"), short(LEFT, "11"), Answer.FALSE),
    (LEVEL, short(LEFT, "10"), Answer.TRUE),
    (LEVEL, short(LEFT, "9"), Answer.FALSE),
    (short(RIGHT, "2"), LEVEL, Answer.FALSE),
    (short(LEFT, "8"), short(LEFT, "12"), Answer.FALSE),
]


@pytest.mark.parametrize(("tape", "block", "answer"), DISAGREE)
def test_tape_and_block_disagree_by_side_or_by_10_mm(tape: Difference, block: Difference, answer: Answer) -> None:
    by_method = {"tape_true": tape, "block": block}
    assert methods_disagree(by_method) is answer
    judged = judge(by_method)
    assert judged.disagree is (answer is Answer.TRUE)
    assert (judged.band is None) is judged.disagree


@pytest.mark.parametrize("key", ["tape_true", "block"])
def test_one_method_alone_cannot_tell_whether_methods_disagree(key: str) -> None:
    assert methods_disagree({key: short(LEFT, "8")}) is Answer.UNKNOWN
    assert not judge({key: short(LEFT, "8")}).disagree


def test_methods_that_disagree_show_both_and_no_band() -> None:
    judged = judge({"tape_true": difference(D(880), D(868)), "block": short(LEFT, "8")})
    assert judged.words == (
        "Blocks, standing: left leg shorter by 8 mm. Tape, true length: right leg shorter by 12 mm. "
        "The methods disagree, so no band is shown. Measure again. For the therapist to confirm."
    )
    assert not any(one.label in judged.words for one in BANDS)


def test_the_block_leads() -> None:
    judged = judge({"tape_true": short(LEFT, "4"), "block": short(LEFT, "12")})
    assert judged.band == "possibly important"
    assert "By blocks, standing: possibly important (default bands: 10 to under 20 mm)." in judged.words


def test_a_film_that_contradicts_the_block_takes_its_band_away() -> None:
    assert judge({"imaging": short(RIGHT, "9"), "block": short(LEFT, "8")}).band is None
    assert judge({"imaging": short(LEFT, "9"), "tape_true": short(LEFT, "4")}).band == "small"


def test_tape_alone_says_that_it_is_weak() -> None:
    judged = judge({"tape_true": short(RIGHT, "12")})
    assert judged.band == "possibly important"
    assert "Tape alone is weak evidence." in judged.words


def test_apparent_length_gives_no_band_and_no_disagreement() -> None:
    judged = judge({"tape_apparent": short(RIGHT, "25")})
    assert (judged.band, judged.disagree, judged.refer) == (None, False, False)
    assert not judge({"tape_apparent": short(RIGHT, "25"), "block": short(LEFT, "8")}).disagree


def test_even_true_and_uneven_apparent_lengths_may_be_functional() -> None:
    assert "the cause may be functional" in judge({"tape_true": LEVEL, "tape_apparent": short(LEFT, "8")}).words
    assert "functional" not in judge({"tape_true": short(LEFT, "8"), "tape_apparent": short(LEFT, "8")}).words


@pytest.mark.parametrize(
    ("mm", "growing", "surgery", "refer"),
    [
        ("19.9", False, False, False),
        ("20", False, False, True),
        ("10", True, False, True),
        ("9.9", True, False, False),
        ("10", False, True, True),
    ],
)
def test_the_block_alone_reaches_a_referral_line(mm: str, growing: bool, surgery: bool, refer: bool) -> None:
    assert judge({"block": short(LEFT, mm)}, growing=growing, recent_surgery=surgery).refer is refer
    assert not judge({"tape_true": short(LEFT, mm)}, growing=growing, recent_surgery=surgery).refer


def test_nothing_measured_is_said_and_nothing_is_judged() -> None:
    judged = judge({})
    assert (judged.band, judged.disagree, judged.refer) == (None, False, False)
    assert judged.words == "Leg length not measured."


@pytest.mark.parametrize("key", METHODS)
def test_no_judgement_names_a_lift(key: str) -> None:
    for mm in ("3", "8", "15", "40"):
        words = judge({key: short(LEFT, mm)}).words
        assert "lift" not in words.lower()
        assert words.endswith("For the therapist to confirm.")
        assert "left leg shorter" in words
        assert SCHEME in words or not METHODS[key].true_length


@pytest.mark.parametrize("key", METHODS)
def test_every_method_says_how_and_where_it_is_from(key: str) -> None:
    method = METHODS[key]
    assert method.key == key
    assert method.kind in ("both_legs", "block")
    assert len(method.how.split()) > 10
    assert all(source in SOURCES for source in method.sources)


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises((KeyError, ValueError)):
        judge({"laser": LEVEL})


OWN = adjusted({"lld_note_mm": 4, "lld_act_mm": 8, "lld_refer_mm": 15, "lld_refer_child_mm": 6})


@pytest.mark.parametrize(
    ("mm", "label"),
    [
        ("3.9", "within measurement error"),
        ("4", "small"),
        ("7.9", "small"),
        ("8", "possibly important"),
        ("14.9", "possibly important"),
        ("15", "large: refer"),
    ],
)
def test_the_bands_begin_where_the_clinic_says(mm: str, label: str) -> None:
    assert band(D(mm), OWN).label == label
    judged = judge({"block": short(LEFT, mm)}, limits=OWN)
    assert judged.band == label
    assert "(this clinic's own bands: " in judged.words


def test_bands_that_nobody_changed_are_the_default_ones() -> None:
    assert scheme() == SCHEME == scheme(adjusted({"lld_methods_gap_mm": 8}))
    assert bands(adjusted({"lld_note_mm": 5})) == BANDS


def test_a_band_without_a_width_is_left_out() -> None:
    own = adjusted({"lld_act_mm": 12, "lld_refer_mm": 12})
    assert [one.label for one in bands(own)] == ["within measurement error", "small", "large: refer"]
    assert [band(D(mm), own).label for mm in ("11.9", "12")] == ["small", "large: refer"]


@pytest.mark.parametrize(
    ("mm", "growing", "surgery", "refer"),
    [
        ("14.9", False, False, False),
        ("15", False, False, True),
        ("5.9", True, False, False),
        ("6", True, False, True),
        ("7.9", False, True, False),
        ("8", False, True, True),
    ],
)
def test_the_referral_lines_are_the_clinics(mm: str, growing: bool, surgery: bool, refer: bool) -> None:
    assert judge({"block": short(LEFT, mm)}, growing=growing, recent_surgery=surgery, limits=OWN).refer is refer


def test_what_to_refer_is_said_with_the_clinics_numbers() -> None:
    assert refer_if(OWN)[:2] == ("adult, 15 mm or more by block test", "still growing, 6 mm or more")
    assert refer_if()[:2] == ("adult, 20 mm or more by block test", "still growing, 10 mm or more")


def test_even_true_lengths_are_even_by_the_clinics_figure() -> None:
    lengths = {"tape_true": short(LEFT, "4"), "tape_apparent": short(LEFT, "8")}
    assert "functional" in judge(lengths).words
    assert "functional" not in judge(lengths, limits=OWN).words
