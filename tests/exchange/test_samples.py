"""The sample patients: enough of them, varied, marked as synthetic, and sound on any day."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date, time
from typing import Any

import pytest
import yaml

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Verdict, change
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.exchange.cases import Case, CaseVisit
from tests.exchange.cases_on_disk import APPOINTMENTS, TODAY, acceptance, samples, text

CASES = {case.id: case for case in samples()}
OWN = [case for name, case in CASES.items() if name.startswith("S")]
LONG = [case for case in OWN if len(case.visits) >= 3]
DAY: dict[str, dict[str, Any]] = yaml.safe_load(text(APPOINTMENTS))["appointments"]


def verdicts(case: Case) -> set[Verdict]:
    """How every measure of the last visit changed since the first and since the one before."""
    *_, before, last = case.visits
    return {found for first in (case.visits[0], before) for found in _verdicts(first, last)}


def _verdicts(before: CaseVisit, now: CaseVisit) -> set[Verdict]:
    old = {reading.key: reading for reading in before.readings}
    pairs = [(old[reading.key], reading) for reading in now.readings if reading.key in old]
    return {change(CATALOGUE[reading.measure], first, reading).verdict for first, reading in pairs}


def test_there_are_enough_of_them_and_no_name_is_used_twice() -> None:
    assert len(OWN) >= 12
    assert len(LONG) >= 6
    assert len({case.patient.name for case in CASES.values()}) == len(CASES)


def test_the_acceptance_cases_are_among_them_under_the_same_names() -> None:
    for case in acceptance():
        mine = CASES[case.id]
        assert (mine.visits, mine.expect, mine.title) == (case.visits, case.expect, case.title)


def test_own_samples_say_in_their_title_that_they_are_samples() -> None:
    assert all(case.title.startswith("SAMPLE: ") for case in OWN)


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 1, 1), TODAY, date(2031, 7, 4)], ids=str)
def test_they_are_sound_on_any_day(today: date) -> None:
    assert len(samples(today)) == len(CASES)


@pytest.mark.parametrize("case", LONG, ids=lambda case: case.id)
def test_a_course_runs_over_four_to_ten_weeks(case: Case) -> None:
    days = (case.visits[-1].day - case.visits[0].day).days
    assert 28 <= days <= 70
    assert any(visit.shoes for visit in case.visits)
    assert any(visit.leg_lengths for visit in case.visits)


def test_the_courses_show_every_kind_of_change() -> None:
    seen = Counter(verdict for case in LONG for verdict in verdicts(case))
    assert seen[Verdict.BETTER] >= 4
    assert seen[Verdict.WITHIN_ERROR] >= 3
    assert seen[Verdict.NOT_COMPARABLE] >= 1


def test_plans_are_short_enough_to_be_done() -> None:
    plans = [visit.plan for case in OWN for visit in case.visits if visit.plan]
    assert len(plans) >= 15
    assert all(len(plan.exercises) <= 4 for plan in plans)
    used = {technique.key for plan in plans for technique in plan.techniques}
    assert {"mt_talar_ap", "mt_subtalar_glide", "mt_stretch_gastroc", "mt_stretch_soleus"} <= used


def test_findings_stand_on_both_sides_and_differ() -> None:
    for case in OWN:
        seen = {reading.side for reading in case.visits[0].readings}
        assert {*LEGS, Side.NONE} <= seen


def test_the_day_list_is_long_and_every_line_is_a_case_seen_today() -> None:
    assert set(DAY) <= set(CASES)
    today = [name for name, one in DAY.items() if "time" in one]
    assert len(today) >= 8
    assert all(CASES[name].visits[-1].day == TODAY for name in today)
    assert all(time.fromisoformat(DAY[name]["time"]) for name in today)
    assert {one["clinician"] for one in DAY.values()} == {"therapist1", "therapist2"}
    assert {one.get("language", "en") for one in DAY.values()} == {"en", "es"}
    assert {one.get("print_size", "normal") for one in DAY.values()} == {"normal", "large"}


def test_names_come_in_several_scripts_and_one_cannot_be_printed() -> None:
    letters = [
        unicodedata.name(mark).split()[0] for case in CASES.values() for mark in case.patient.name if mark.isalpha()
    ]
    assert {"LATIN", "CYRILLIC", "GREEK", "CJK"} == set(letters)
    assert sum(any("CJK" in unicodedata.name(mark) for mark in case.patient.name) for case in OWN) == 1


def test_some_patients_are_easily_taken_for_each_other() -> None:
    families = Counter((case.patient.name.split()[-1], case.patient.name[:2]) for case in CASES.values())
    births = Counter(case.patient.birth_date for case in CASES.values() if case.patient.birth_date)
    assert max(families.values()) == 2
    assert max(births.values()) == 2
