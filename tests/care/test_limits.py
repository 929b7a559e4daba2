"""What a clinic's own cut-offs and the ten answers of the clot score make of a visit."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from clinic_gait.care import compose
from clinic_gait.care.reasoning import facts_of
from clinic_gait.care.report_rows import ReportRows
from clinic_gait.care.visit import LegLength, VisitSnapshot
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Verdict
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.findings.reasoning import reason
from clinic_gait.clinical.thresholds import adjusted
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.clinical.wells import ITEMS, PREFIX
from tests.documents import papers


def answers(*yes: str) -> tuple[Reading, ...]:
    """All ten answers of the clot score."""
    return tuple(Reading(measure=PREFIX + item, side=Side.NONE, code="yes" if item in yes else "no") for item in ITEMS)


@pytest.mark.parametrize(
    ("readings", "given", "score"),
    [
        (answers("past_dvt", "active_cancer"), None, 2),
        (answers("past_dvt", "active_cancer"), 1, 2),
        (answers("past_dvt"), 3, 3),
        (answers("other_dx_as_likely"), None, -2),
        (answers("past_dvt")[:9], None, None),
        (answers("past_dvt")[:9], 0, 0),
        ((), None, None),
    ],
)
def test_the_score_follows_from_ten_answers_and_the_larger_counts(
    readings: tuple[Reading, ...], given: int | None, score: int | None
) -> None:
    assert facts_of(visit(readings), wells_score=given).wells_score == score


@pytest.mark.parametrize(("yes", "likely"), [(("past_dvt",), False), (("past_dvt", "whole_leg_swollen"), True)])
def test_a_likely_clot_speaks_up_from_the_answers_alone(yes: tuple[str, ...], likely: bool) -> None:
    found = reason(facts_of(visit(answers(*yes))))
    assert found.has("RF-02", Side.NONE) is likely
    assert found.holds.hep is likely


def visit(readings: tuple[Reading, ...]) -> VisitSnapshot:
    return dataclasses.replace(papers.visit(), readings=readings)


def lunge(typed: str) -> tuple[Reading, ...]:
    return (read_entry(CATALOGUE["wblt_cm"], Side.LEFT, typed),)


@pytest.mark.parametrize(
    ("own", "verdict"),
    [({}, Verdict.BETTER), ({"mdc_wblt_cm": 2}, Verdict.BETTER), ({"mdc_wblt_cm": "2.1"}, Verdict.WITHIN_ERROR)],
)
def test_the_report_tells_a_change_by_the_clinics_own_figure(own: dict[str, object], verdict: Verdict) -> None:
    start, now = visit(lunge("10")), visit(lunge("12"))
    assert ReportRows(now, start, "en", adjusted(own)).verdicts(Side.LEFT) == (verdict,)


@pytest.mark.parametrize(("own", "said"), [({}, "about the same length"), ({"lld_note_mm": 3}, "3 mm")])
def test_the_report_tells_leg_length_by_the_clinics_own_bands(own: dict[str, object], said: str) -> None:
    lengths = (LegLength(method="block", block_mm="3", block_side=Side.LEFT),)
    report = compose.patient_report(papers.visit(leg_lengths=lengths), papers.HASH, **LOOK, limits=adjusted(own))
    assert said in report.leg_length


LOOK: dict[str, Any] = {
    "start": None,
    "last": None,
    "plan": None,
    "language": "en",
    "size": "normal",
    "paper": "letter",
    "issued": papers.ISSUED,
    "therapist": papers.THERAPIST,
}
