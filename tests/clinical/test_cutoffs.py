from __future__ import annotations

from decimal import Decimal

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.cutoffs import (
    GAPS,
    PAIN,
    VALUES,
    flagged,
    gap_flagged,
    pain_flagged,
    reading_flagged,
    told,
)
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.leg_length import BANDS
from clinic_gait.clinical.measures import Derived, Quantity
from clinic_gait.clinical.thresholds import adjusted
from clinic_gait.clinical.values import Reading, Side

D = Decimal


def word(key: str, value: str) -> str:
    found = flagged(key, D(value))
    return found.word if found else ""


#: The value one step before the cut-off, at it, and one step after it, with what each is called.
AROUND = [
    ("wblt_cm", "7.4 7.5 7.6", ("markedly low", "low", "low")),
    ("wblt_cm", "9.9 10 10.1", ("low", "low", "")),
    ("wblt_deg", "34.5 35 35.5", ("markedly low", "", "")),
    ("df_ke_deg", "4.5 5 5.5", ("limited", "borderline", "borderline")),
    ("df_ke_deg", "9.5 10 10.5", ("borderline", "", "")),
    ("df_kf_deg", "9.5 10 10.5", ("limited", "", "")),
    ("inv_deg", "19 20 21", ("limited", "", "")),
    ("ev_deg", "4 5 6", ("limited", "", "")),
    ("hallux_df_deg", "41 42 43", ("markedly low", "low", "low")),
    ("hallux_df_deg", "64 65 66", ("low", "", "")),
    ("knee_ext_deg", "4 5 6", ("", "", "recurvatum")),
    ("knee_ext_deg", "14 15 16", ("recurvatum", "recurvatum", "severe recurvatum")),
    ("lsd_score", "1 2 3", ("", "medium", "medium")),
    ("lsd_score", "3 4 5", ("medium", "poor", "poor")),
    ("fpi6", "5 6 7", ("", "pronated", "pronated")),
    ("fpi6", "-2 -1 0", ("supinated", "supinated", "")),
    ("nav_drop_mm", "9 10 11", ("", "", "high")),
    ("ta_strength", "4 4.5 5", ("less than full", "less than full", "")),
    ("beighton", "4 5 6", ("", "high", "high")),
    ("gait_speed_ms", "0.79 0.80 0.81", ("slow", "", "")),
    ("sits_hours", "5.5 6 6.5", ("", "long", "long")),
    ("shoe_heel_mm", "24 25 26", ("", "high", "high")),
    ("step_length_asym", "9.9 10 10.1", ("", "", "uneven")),
    ("step_length_asym", "-10.1 -10 -9.9", ("uneven", "", "")),
    ("lld_block_mm", "4 5 6", ("", "small", "small")),
    ("lld_block_mm", "9 10 11", ("small", "possibly important", "possibly important")),
    ("lld_block_mm", "19 20 21", ("possibly important", "large: refer", "large: refer")),
    ("wells_score", "1 2 3", ("", "a clot is likely: refer", "a clot is likely: refer")),
    ("shoe_miles", "299 300 301", ("", "look at the wear", "look at the wear")),
    ("shoe_miles", "399 400 401", ("look at the wear", "many miles", "many miles")),
    (PAIN, "2 3 4", ("", "", "more than is fine")),
    (PAIN, "4 5 6", ("more than is fine", "more than is fine", "too much: stop")),
]


@pytest.mark.parametrize(("key", "values", "words"), AROUND)
def test_a_value_is_called_by_its_most_severe_word(key: str, values: str, words: tuple[str, ...]) -> None:
    assert tuple(word(key, value) for value in values.split()) == words


def test_every_cut_off_of_a_value_was_tried_from_both_sides() -> None:
    said = {(key, one) for key, _, words in AROUND for one in words if one}
    silent = {(key, len(set(words)) > 1) for key, _, words in AROUND}
    assert said == {(key, one.word) for key, ones in VALUES.items() for one in ones}
    assert silent == {(key, True) for key in VALUES}


@pytest.mark.parametrize(
    ("key", "gaps", "words"),
    [
        ("wblt_cm", "1.9 2 2.1", ("", "sides differ", "sides differ")),
        ("wblt_deg", "4.5 5 5.5", ("", "sides differ", "sides differ")),
        ("df_ke_deg", "5.5 6 6.5", ("", "sides differ", "sides differ")),
        ("heel_raise_reps", "6 7 8", ("", "sides differ", "sides differ")),
        ("calf_girth_cm", "2.5 3 3.5", ("", "score it: Wells", "score it: Wells")),
        ("df_kf_deg", "0 20 50", ("", "", "")),
    ],
)
def test_legs_that_are_far_apart_are_called_so(key: str, gaps: str, words: tuple[str, ...]) -> None:
    found = (gap_flagged(key, D(one)) for one in gaps.split())
    assert tuple(one.word if one else "" for one in found) == words
    assert key in GAPS or not any(words)


@pytest.mark.parametrize(
    ("key", "value", "called"), [("fpi6", "0", ""), ("df_ke_deg", "0", "limited"), ("sits_hours", "0", "")]
)
def test_zero_is_a_value_like_any_other(key: str, value: str, called: str) -> None:
    assert word(key, value) == called


def test_a_value_below_zero_is_a_value_like_any_other() -> None:
    assert word("df_ke_deg", "-5") == "limited"
    assert word("knee_ext_deg", "-20") == ""


def test_a_measure_without_a_cut_off_is_never_flagged() -> None:
    assert flagged("pf_deg", D(0)) is None
    assert flagged("nothing", D(0)) is None


def lunge(typed: str, *, confirmed: bool = False, pain: int | None = None) -> Reading:
    return read_entry(CATALOGUE["wblt_cm"], Side.LEFT, typed, confirmed=confirmed, pain=pain)


def test_what_is_missing_or_cannot_be_used_is_not_flagged() -> None:
    step = Reading(measure="varus_thrust", side=Side.LEFT, code="definite")
    for one in (None, lunge("x"), lunge("pain"), lunge("0.5"), step):
        assert reading_flagged(one) is None
    unusual = reading_flagged(lunge("0.5", confirmed=True))
    assert unusual is not None
    assert unusual.word == "markedly low"


@pytest.mark.parametrize(
    ("pain", "called"), [(None, ""), (0, ""), (3, ""), (4, "more than is fine"), (6, "too much: stop")]
)
def test_pain_during_a_test_is_called_by_how_much_it_is(pain: int | None, called: str) -> None:
    found = pain_flagged(lunge("x", pain=pain))
    assert (found.word if found else "") == called
    assert pain_flagged(None) is None


@pytest.mark.parametrize(
    ("key", "value", "ground"),
    [
        ("df_ke_deg", "4", "under 5 deg, weak evidence"),
        ("wblt_cm", "7", "under 7.5 cm, our own conclusion"),
        ("inv_deg", "4", "under 20 deg, our convention"),
        ("ta_strength", "4", "under grade 5, our convention"),
        ("step_length_asym", "20", "over 10%, our convention"),
        ("lld_block_mm", "20", "20 mm or more, weak evidence"),
        (PAIN, "4", "over 3 points, moderate evidence"),
        ("wells_score", "4", "2 points or more, strong evidence"),
    ],
)
def test_a_flag_says_its_limit_and_how_sure_it_is(key: str, value: str, ground: str) -> None:
    found = flagged(key, D(value))
    assert found is not None
    assert (found.ground, found.own) == (ground, "")


def test_a_limit_of_the_clinic_is_used_and_said_to_be_its_own() -> None:
    own = adjusted({"lsd_medium": "1.5", "wblt_gap_cm": 3})
    medium = flagged("lsd_score", D(2), own)
    assert medium is not None
    assert medium.ground == "1.5 points or more, moderate evidence, clinic's own setting (default 2)"
    assert [bool(gap_flagged("wblt_cm", D(one), own)) for one in ("2.9", "3")] == [False, True]


def test_all_that_speaks_about_a_measure_is_told() -> None:
    assert [(one.word, one.limit) for one in told("wblt_cm")] == [
        ("markedly low", "under 7.5 cm"),
        ("low", "10 cm or less"),
        ("sides differ", "side difference 2 cm or more"),
    ]
    assert list(told("pf_deg")) == []


def test_cut_offs_speak_about_numbers_and_in_their_unit() -> None:
    for key, ones in {**VALUES, **GAPS}.items():
        measure = CATALOGUE.get(key)
        assert measure is not None or key in (PAIN, "shoe_miles")
        for one in ones if isinstance(measure, Quantity | Derived) else ():
            assert adjusted({})[one.name].unit is measure.unit


def test_leg_length_is_called_as_its_bands_are() -> None:
    assert [one.word for one in reversed(VALUES["lld_block_mm"])] == [one.label for one in BANDS[1:]]
