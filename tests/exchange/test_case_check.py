"""What a file expects of its cases is held against the answer, and every difference is named."""

from __future__ import annotations

from typing import Any

import pytest

from clinic_gait.exchange.cases import Case, checked, show, unmet
from tests.exchange.cases_on_disk import ACCEPTANCE, MORE, looked_at

CASES = {case.id: case for path in (ACCEPTANCE, MORE) for case in looked_at(path)}

#: One thing expected wrongly of a case, and the sentence that says so.
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("C01", {"rules": {"left": []}}, "rules, left: found and not expected: DF-BORDER"),
    ("C01", {"rules": {"patient": ["PAIN-DOWN", "NEG-01"]}}, "rules, patient: expected and not found: NEG-01"),
    ("C01", {"rules": {"right": ["DF-GASTT"]}}, "there is no rule 'DF-GASTT'"),
    ("C10", {"unknown": {"left": ["DF-GAST"]}}, "unknown, left: can be told and should not: DF-GAST"),
    ("C09", {"cannot_tell_has": ["RF-01"]}, "cannot_tell_has: can be told on every side and should not: RF-01"),
    ("C04", {"hold_hep": False}, "hold_hep: expected false, found true"),
    ("C01", {"hold_plan": True}, "hold_plan: expected true, found false"),
    ("M06", {"hold_sign": False}, "hold_sign: expected false, found true"),
    ("C12", {"refer": "same_day"}, "refer: expected same_day, found emergency"),
    (
        "M07",
        {"change": ["no_error_figure"]},
        "change: expected no_error_figure; found no_error_figure, no_error_figure",
    ),
    ("C01", {"change": ["better"]}, "change: expected better; found none"),
    ("C01", {"plan": {"interventions": ["orthosis"]}}, "plan.interventions: not offered: orthosis"),
    ("C01", {"plan": {"exercises": ["clamshell", "bridge"]}}, "plan.exercises: not offered: bridge, clamshell"),
    ("C01", {"plan": {"must_offer": ["lift_trial"]}}, "plan.must_offer: not offered: lift_trial"),
    ("C01", {"plan": {"must_not": ["education"]}}, "plan.must_not: offered: education"),
    ("C01", {"plan": {"must_not": ["calf_strech"]}}, "plan: there is no exercise or technique 'calf_strech'"),
    ("M01", {"plan": {"blocked": ["clamshell"]}}, "plan.blocked: not among them: clamshell"),
    ("M01", {"plan": {"caution": ["education"]}}, "plan.caution: not among them: education"),
    ("M08", {"plan": {"exercises": ["calf_stretch_bent"]}}, "plan.exercises: not offered: calf_stretch_bent"),
    ("M08", {"plan": {"must_offer": ["calf_stretch_bent"]}}, "plan.must_offer: not offered: calf_stretch_bent"),
]


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.id)
def test_a_case_is_as_its_file_expects(case: Case) -> None:
    assert case.expect["rules"].keys() == {"right", "left", "patient"}
    assert unmet(case.expect, show(case)) == []


@pytest.mark.parametrize(("case", "expect", "sentence"), WRONG)
def test_a_wrong_expectation_is_named(case: str, expect: dict[str, Any], sentence: str) -> None:
    found = unmet(expect, show(CASES[case]))
    assert sentence in found
    assert len(found) <= 3


def test_what_is_not_expected_is_not_checked() -> None:
    assert [unmet(part, show(case)) for case in CASES.values() for part in ({}, {"plan": {}}, {"rules": {}})] == [
        []
    ] * 3 * len(CASES)


def test_words_for_people_check_nothing() -> None:
    assert not any(checked(part) for part in ({}, {"icd": ["M25.561"], "why": "a", "note": "b"}, {"rules": {}}))
    assert all(checked(part) for part in ({"hold_hep": False}, {"rules": {"left": []}}, {"change": []}))


def test_a_plan_of_the_therapist_need_not_be_offered() -> None:
    said = show(CASES["C09"])
    assert unmet({"plan": {"from": "therapist", "exercises": ["ankle_circles"]}}, said) == []
    assert unmet({"plan": {"exercises": ["ankle_circles"]}}, said) == ["plan.exercises: not offered: ankle_circles"]


def test_what_a_condition_strikes_out_is_not_offered() -> None:
    assert unmet({"plan": {"must_not": ["calf_stretch_bent"]}}, show(CASES["M08"])) == []
