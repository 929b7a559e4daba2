"""Storing a case through the same verbs as the forms: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from uuid import uuid5
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care.visit import Clinic, Staff
from clinic_gait.clinical import wells
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.exchange.case_faults import CaseError
from clinic_gait.exchange.case_model import Case, CasePatient, CaseVisit, Stored
from clinic_gait.records import audit
from clinic_gait.records.base import run, table_of
from clinic_gait.records.errors import RecordError
from clinic_gait.records.plan import Plan, draft_plan
from clinic_gait.records.ports import PatientView
from clinic_gait.records.signing import reviewed, sign
from clinic_gait.records.subject import Subject, subject_for
from clinic_gait.records.visit import Visit, start_visit

#: When a past visit of a case was signed, by the clinic's clock.
_SIGNED_AT = time(17, 30)
_MEANING = "Sample record, loaded from a case file."


def store(
    session: Session,
    case: Case,
    *,
    clinic: Clinic,
    patient_for: Callable[[CasePatient], PatientView],
    by: Staff,
    now: datetime,
    sign_last: bool = False,
    limits: Mapping[str, Threshold] = THRESHOLDS,
) -> Stored:
    """Store a case and say what became of it.

    ``patient_for`` makes or finds the host's patient. Every visit but the last
    is signed with its plan; the last one stays a draft unless ``sign_last``.
    ``limits`` are the clinic's cut-offs: they tell from where on a clot is
    likely, which holds the home program.
    Loading a case again adds nothing to what is not signed yet. The caller
    commits.

    :raises CaseError: an entry was refused, or a record cannot be written or signed; nothing of the case is stored.
    """
    _sound(case, clinic, now)
    _begin(session)
    with session.begin_nested():
        try:
            return _stored(session, case, clinic, patient_for(case.patient), by, now, sign_last, limits)
        except RecordError as refused:
            raise CaseError([f"{case.id}: {refused}"]) from refused


def _begin(session: Session) -> None:
    """Write nothing, so that SQLite's driver begins the caller's transaction.

    It begins one at the first write only; a savepoint before that would be
    committed by its own end, and the caller could no longer take it back.
    """
    run(session, sa.delete(table_of(Subject)).where(sa.false()))


def _sound(case: Case, clinic: Clinic, now: datetime) -> None:
    """A case that was only read for a look, or for another day, does not get in."""
    today = now.astimezone(ZoneInfo(clinic.zone)).date()
    faults = [f"{case.id}, {one.side}, {one.field}: {one.reason}" for one in case.refused]
    faults += [f"{case.id}: {visit.day} is in the future here" for visit in case.visits if visit.day > today]
    if faults:
        raise CaseError(faults)


def _stored(
    session: Session,
    case: Case,
    clinic: Clinic,
    patient: PatientView,
    by: Staff,
    now: datetime,
    sign_last: bool,
    limits: Mapping[str, Threshold],
) -> Stored:
    subject = subject_for(session, clinic.key, patient)
    visits, plans = [], []
    for number, block in enumerate(case.visits, 1):
        form_key = str(uuid5(subject.id, f"{case.id}/{number}/{block.day}"))
        visit = start_visit(
            session, subject=subject, clinic=clinic, day=block.day, kind=block.kind, by=by, form_key=form_key
        )
        _chart(visit, block, by, now, limits)
        plan = _plan(session, visit, block, by)
        if sign_last or number < len(case.visits):
            _sign(session, visit, plan, clinic, by, _signed_at(block.day, clinic, now))
        visits.append(visit.id)
        plans += [plan.id] if plan else []
    signed = len(visits) if sign_last else len(visits) - 1
    log = {"act": "load case", "record": case.id, "detail": f"{len(visits)} visits, {signed} signed"}
    audit.write(session, clinic_key=clinic.key, who=by, subject_id=subject.id, at=now, **log)
    return Stored(subject_id=subject.id, visit_ids=tuple(visits), plan_ids=tuple(plans), not_stored=case.not_stored)


def _chart(visit: Visit, block: CaseVisit, by: Staff, now: datetime, limits: Mapping[str, Threshold]) -> None:
    """Everything of the visit but its plan."""
    visit.write(
        complaint=block.complaint,
        complaint_side=block.complaint_side,
        subjective=block.subjective,
        impression=block.impression,
    )
    visit.answer_screen(block.answers)
    visit.set_holds(by, now, clot=wells.likely_words(block.readings, limits, block.wells_score))
    visit.record(*block.readings)
    visit.keep_outcome(*block.outcomes)
    for leg_length in block.leg_lengths:
        visit.record_leg_length(leg_length)
    if block.shoes:
        visit.keep_shoes(block.shoes, form_key=f"{visit.id}")
    visit.did(block.done)
    if set(block.conditions) != set(visit.episode.conditions):
        visit.episode.note_conditions(block.conditions, by, now)


def _plan(session: Session, visit: Visit, block: CaseVisit, by: Staff) -> Plan | None:
    if block.plan is None:
        return None
    plan = draft_plan(session, visit, by)
    plan.replace(
        goals=block.plan.goals,
        techniques=block.plan.techniques,
        exercises=block.plan.exercises,
        why=block.plan.why,
        next_visit=block.plan.next_visit,
    )
    return plan


def _sign(session: Session, visit: Visit, plan: Plan | None, clinic: Clinic, by: Staff, at: datetime) -> None:
    seen = reviewed(visit, plan, clinic)
    sign(session, visit=visit, plan=plan, clinic=clinic, by=by, meaning=_MEANING, reviewed=seen, at=at)


def _signed_at(day: date, clinic: Clinic, now: datetime) -> datetime:
    """The evening of the visit's own day, or now when that has not come."""
    return min(now, datetime.combine(day, _SIGNED_AT, ZoneInfo(clinic.zone)))
