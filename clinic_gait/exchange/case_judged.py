"""What the rules make of a case, as if its last visit were open now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from clinic_gait.care.reasoning import facts_of
from clinic_gait.care.visit import Clinic, Person, Screen, Staff, VisitSnapshot
from clinic_gait.clinical.compare import Change
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Reasoned, reason
from clinic_gait.clinical.findings.suggestions import Suggestions, suggest
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.exchange.case_changes import judged, since_last
from clinic_gait.exchange.case_course import pain_change, weeks_in_plan
from clinic_gait.exchange.case_model import Case, CaseChange, CaseVisit

#: The warning sign that a likely Wells score stands for.
_CLOT = "dvt"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedChange:
    """What became of a pair of values. ``since`` is ``last`` where they are those of the last two visits."""

    pair: CaseChange
    found: Change
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Findings, candidates and changes of a case, for the therapist to confirm."""

    reasoned: Reasoned
    suggestions: Suggestions
    changes: tuple[JudgedChange, ...]


def judge(case: Case, limits: Mapping[str, Threshold]) -> Judged:
    """Judge the last visit with these cut-offs. What was refused is unknown; nothing is stored."""
    reasoned = reason(facts(case, limits), limits)
    pairs, since = (case.changes, "") if case.changes else (since_last(case), "last")
    return Judged(
        reasoned=reasoned,
        suggestions=suggest(reasoned, case.visits[-1].conditions),
        changes=tuple(JudgedChange(pair=pair, found=judged(pair, limits), since=since) for pair in pairs),
    )


def facts(case: Case, limits: Mapping[str, Threshold]) -> Facts:
    """The facts of the last visit. A sign answered yes in any visit is open: only a therapist lifts it."""
    *before, last = case.visits
    opened = {flag for visit in case.visits for flag in visit.open_flags}
    opened |= {_CLOT for visit in before if _clot_likely(case, visit, limits)}
    return facts_of(
        _snapshot(case, last),
        open_flags=sorted(opened),
        wells_score=last.wells_score,
        pain_change=pain_change(case),
        weeks=weeks_in_plan(case),
    )


def _clot_likely(case: Case, visit: CaseVisit, limits: Mapping[str, Threshold]) -> bool:
    """Whether an earlier visit scored so high that the record holds the sign for it."""
    score = facts_of(_snapshot(case, visit), wells_score=visit.wells_score).wells_score
    return score is not None and limits["wells_likely"].flags(Decimal(score))


def _snapshot(case: Case, visit: CaseVisit) -> VisitSnapshot:
    """The visit as the record would show it, of no clinic and by nobody."""
    patient = case.patient
    return VisitSnapshot(
        visit=UUID(int=0),
        clinic=Clinic(key="", name=""),
        person=Person(name=patient.name, birth_date=patient.birth_date, age=patient.age, sex=patient.sex),
        day=visit.day,
        kind=visit.kind,
        clinician=Staff(key="", name=""),
        screen=Screen(answers=dict(visit.answers)),
        conditions=visit.conditions,
        readings=visit.readings,
        shoes=(visit.shoes,) if visit.shoes else (),
        leg_lengths=visit.leg_lengths,
        outcomes=visit.outcomes,
    )
