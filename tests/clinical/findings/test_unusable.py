"""Entries that cannot be used: never a yes, never a no, and never the other leg's problem."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import outside_usual, read_entry
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import reason
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.values import Absent, Answer, Reading, Side
from tests.clinical.findings.given import (
    FREE,
    LEFT,
    NO,
    PATIENT,
    RIGHT,
    UNKNOWN,
    YES,
    Answers,
    answers,
    answers_in,
    entered,
    given,
    with_readings,
)
from tests.clinical.findings.rows import Row
from tests.clinical.findings.table import HOLDING
from tests.each import each

#: DQ-03 asks whether two usable values stand side by side; one alone is a no.
READ = [row for row in HOLDING if row.facts.readings and row.key != "DQ-03"]


def spoiled(row: Row, unusable: Reading) -> set[Answer]:
    """What the rule of a row answers once this entry stands in the place of its own."""
    found = answers(with_readings(row.facts, unusable))
    return {found(row.key, side) for side in row.sides}


@each("row", READ, ids=str)
def test_a_test_without_a_value_is_neither_yes_nor_no(row: Row) -> None:
    for (key, side), absent in product(row.facts.readings, Absent):
        assert spoiled(row, Reading(measure=key, side=side, absent=absent)) == {UNKNOWN}


@each("row", READ, ids=str)
def test_an_impossible_number_is_neither_yes_nor_no_even_if_it_was_confirmed(row: Row) -> None:
    for key, side in row.facts.readings:
        measure = CATALOGUE[key]
        if isinstance(measure, Quantity):
            for value in (measure.low - measure.step, measure.high + measure.step):
                assert spoiled(row, Reading(measure=key, side=side, value=value, confirmed=True)) == {UNKNOWN}


@each("row", READ, ids=str)
def test_an_unusual_number_that_nobody_confirmed_is_neither_yes_nor_no(row: Row) -> None:
    for key, side in row.facts.readings:
        measure = CATALOGUE[key]
        if isinstance(measure, Quantity):
            for value in {measure.low, measure.high} - {measure.usual_low, measure.usual_high}:
                assert outside_usual(measure, value)
                assert spoiled(row, Reading(measure=key, side=side, value=value)) == {UNKNOWN}


def unusual(key: str, typed: str, *, confirmed: bool) -> Answers:
    """The right ankle with one unusual number, the left one free."""
    return answers(with_readings(given(left=FREE), entered(key, RIGHT, typed, confirmed=confirmed)))


@pytest.mark.parametrize(
    ("rule", "key", "typed"),
    [
        ("DF-WB", "wblt_cm", "0"),
        ("DF-WB", "wblt_cm", "0.9"),
        ("DF-WB", "wblt_deg", "14.9"),
        ("DF-GAP", "wblt_cm", "0"),
        ("DF-GAP", "df_ke_deg", "-10.1"),
    ],
)
def test_an_unusual_number_counts_once_it_was_confirmed(rule: str, key: str, typed: str) -> None:
    assert unusual(key, typed, confirmed=True).sides(rule, YES) == {RIGHT}
    assert unusual(key, typed, confirmed=False)(rule, RIGHT) is UNKNOWN


@pytest.mark.parametrize(
    ("key", "typed", "rule", "answer"),
    [
        ("df_ke_deg", "0", "DF-GAST", YES),
        ("df_ke_deg", "-10", "DF-GAST", YES),
        ("df_kf_deg", "0", "DF-GAST", NO),
        ("df_kf_deg", "-3", "DF-GAST", NO),
        ("fpi6", "0", "FPI-PRON", NO),
        ("fpi6", "-6", "FPI-PRON", NO),
        ("lsd_score", "0", "VALGUS-DF", UNKNOWN),
        ("ta_strength", "0", "STR-TIB", YES),
        ("wblt_cm", "1", "DF-WB", YES),
    ],
)
def test_zero_and_minus_are_numbers_like_others(key: str, typed: str, rule: str, answer: Answer) -> None:
    other = {"df_ke_deg": {"df_kf_deg": 16}, "df_kf_deg": {"df_ke_deg": -2}}.get(key, {})
    assert answers(given(right={**other, key: typed}))(rule, RIGHT) is answer


def test_zero_heel_raises_are_fewer_and_none_counted_are_unknown() -> None:
    left = {"heel_raise_reps": 20}
    assert answers(given(right={"heel_raise_reps": 0}, left=left)).sides("STR-CALF", YES) == {RIGHT}
    assert answers(given(left=left))("STR-CALF", RIGHT) is UNKNOWN


def test_a_swapped_entry_makes_both_its_values_unknown_and_says_so_once() -> None:
    found = reason(given(left=FREE, right={**FREE, "df_ke_deg": 18, "df_kf_deg": 5}))
    assert [(one.rule.key, one.side) for one in found.findings if one.rule.key != "RF-00"] == [("DQ-01", RIGHT)]
    told = answers_in(found)
    assert {told(key, RIGHT) for key in ("DF-GAST", "DF-BOTH", "DF-BORDER", "DF-KFONLY", "DF-GAP")} == {UNKNOWN}
    assert (told("DF-GAP", LEFT), told("NEG-01", PATIENT)) == (UNKNOWN, UNKNOWN)


def test_a_swapped_entry_of_one_leg_leaves_the_other_leg_its_own_findings() -> None:
    left = {"df_ke_deg": 2, "df_kf_deg": 16}
    found = answers(given(left=left, right={"df_ke_deg": 18, "df_kf_deg": 5}))
    assert found.sides("DF-GAST", YES) == {LEFT}
    assert found.sides("DF-GAP", YES) == set()


def test_a_swapped_entry_still_tells_that_the_sides_were_measured_differently() -> None:
    right = {"df_ke_deg": (18, "app"), "df_kf_deg": (5, "app")}
    found = answers(given(left={"df_ke_deg": 12, "df_kf_deg": 20}, right=right))
    assert {rule for (rule, _), one in found.of.items() if one is YES} == {"DQ-01", "DQ-03", "RF-00"}


PARTS = {"fpi_talar_head": 1, "fpi_malleolar_curve": 1, "fpi_heel": 1, "fpi_midfoot_bulge": 1, "fpi_arch": 1}


def test_a_total_follows_from_its_parts_once_all_are_there() -> None:
    assert answers(given(right=PARTS))("FPI-PRON", RIGHT) is UNKNOWN
    assert answers(given(right={**PARTS, "fpi_forefoot": 1}))("FPI-PRON", RIGHT) is YES
    assert answers(given(right={**PARTS, "fpi_forefoot": 0}))("FPI-PRON", RIGHT) is NO


def test_a_typed_total_that_its_parts_contradict_cannot_be_used() -> None:
    for last, answer in ((1, YES), (0, UNKNOWN)):
        assert answers(given(right={**PARTS, "fpi_forefoot": last, "fpi6": 6}))("FPI-PRON", RIGHT) is answer
    assert answers(given(right={**PARTS, "fpi6": 8}))("FPI-PRON", RIGHT) is YES


def test_a_measure_that_does_not_exist_is_passed_over() -> None:
    known = given(right={"talar_glide": "reduced"})
    strange = replace(
        known, readings={**known.readings, ("aura", LEFT): Reading(measure="aura", side=LEFT, code="blue")}
    )
    assert reason(strange) == reason(known)


@pytest.mark.parametrize(("trials", "low"), [(("10", "10", "10"), True), (("10.01", "10", "10"), False)])
def test_a_mean_is_compared_as_it_is_and_not_as_it_was_rounded(trials: tuple[str, ...], low: bool) -> None:
    mean = read_entry(CATALOGUE["wblt_cm"], Side.LEFT, "", trials=trials)
    assert mean.value == 10
    assert reason(Facts(readings={mean.key: mean})).has("DF-WB", Side.LEFT) is low
