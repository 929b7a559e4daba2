"""Questions that go over several records: what was found before, what is not signed yet, what waits at the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.records import outcome as outcomes
from clinic_gait.records import reading as readings
from clinic_gait.records.base import Base, scoped, table_of
from clinic_gait.records.hold import Hold, unheld_yes
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.outcome import OutcomeRow
from clinic_gait.records.print_job import PrintJob
from clinic_gait.records.reading import ReadingRow
from clinic_gait.records.subject import Subject
from clinic_gait.records.types import Id
from clinic_gait.records.visit import Visit

Told = tuple[date, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """A document at the desk: whose it is, when and by whom it was last printed, and whether it may be printed now."""

    document: IssuedDocument
    subject: Subject
    printed_at: datetime | None
    printed_by: str
    state: Literal["new", "printed", "superseded", "held"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsigned:
    """A visit that waits for its signature."""

    visit: Visit
    subject: Subject


def history(
    session: Session,
    subject: Subject,
    measure: str | None = None,
    before: Visit | None = None,
    given: Iterable[Visit] = (),
) -> list[tuple[date, UUID, Reading]]:
    """Readings of a subject, the oldest visit first: of signed visits and of the visits ``given``.

    ``measure`` asks for one measure only, ``before`` for visits before that one.
    """
    visits, rows = table_of(Visit), table_of(ReadingRow)
    query = _told(ReadingRow, subject, given).order_by(visits.c.day, visits.c.id, rows.c.measure, rows.c.side)
    if measure is not None:
        query = query.where(rows.c.measure == measure)
    if before is not None:
        this = sa.tuple_(sa.literal(before.day), sa.literal(before.id, Id()))
        query = query.where(sa.tuple_(visits.c.day, visits.c.id) < this)
    return [(row.day, row.visit_id, readings.reading(row)) for row in session.execute(query)]


def outcome_history(
    session: Session, subject: Subject, given: Iterable[Visit] = ()
) -> list[tuple[date, UUID, Outcome]]:
    """Outcome scores of a subject, the oldest visit first: of signed visits and of the visits ``given``."""
    rows = session.execute(_told(OutcomeRow, subject, given))
    found = [(row.day, row.visit_id, outcomes.outcome(row)) for row in rows]
    return sorted(found, key=lambda told: (told[0], told[1], told[2].key))


def last_readings(
    session: Session, subject: Subject, before_visit: Visit | None = None
) -> dict[tuple[str, Side], Told]:
    """The newest signed reading of every measure and side, before a visit where one is given."""
    return {one.key: (day, one) for day, _, one in history(session, subject, before=before_visit)}


def first_readings(
    session: Session, subject: Subject, before_visit: Visit | None = None
) -> dict[tuple[str, Side], Told]:
    """The oldest signed reading of every measure and side, before a visit where one is given."""
    found = history(session, subject, before=before_visit)
    return {one.key: (day, one) for day, _, one in reversed(found)}


def unsigned(session: Session, clinic_key: str, staff_key: str | None = None) -> list[Unsigned]:
    """Visits without a signature, the oldest first: one's own drafts, and whatever was submitted for co-signature."""
    query = (
        scoped(Visit, clinic_key)
        .add_columns(Subject)
        .join(Subject, sa.and_(Subject.clinic == Visit.clinic, Subject.id == Visit.subject_id))
        .where(Visit.state != "signed")
        .order_by(Visit.day, Visit.id)
    )
    if staff_key is not None:
        query = query.where(sa.or_(Visit.clinician_key == staff_key, Visit.state == "submitted"))
    return [Unsigned(visit=visit, subject=subject) for visit, subject in session.execute(query)]


def desk_queue(session: Session, clinic_key: str, day: date, zone: str = "UTC") -> list[DeskRow]:
    """What the desk has to do with: everything that was never printed, and what was issued on ``day`` in ``zone``."""
    morning = datetime.combine(day, time.min, ZoneInfo(zone))
    evening = datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(zone))
    that_day = sa.and_(IssuedDocument.issued_at >= morning, IssuedDocument.issued_at < evening)
    waiting = sa.and_(IssuedDocument.superseded_at.is_(None), table_of(PrintJob).c.id.is_(None))
    return _desk_rows(session, _at_desk(clinic_key).where(sa.or_(that_day, waiting)))


def documents_for_desk(session: Session, clinic_key: str, subject: Subject) -> list[DeskRow]:
    """All documents of a subject as the desk sees them, the newest first."""
    rows = _desk_rows(session, _at_desk(clinic_key).where(IssuedDocument.subject_id == subject.id))
    return rows[::-1]


def is_held(session: Session, subject: Subject) -> bool:
    """Whether a warning sign of this subject is open."""
    return subject.id in held(session, subject.clinic, [subject.id])


def held(session: Session, clinic_key: str, subject_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the subjects who have a hold that nobody has lifted. No later answer lifts it."""
    visits, holds = table_of(Visit), table_of(Hold)
    written = sa.select(holds.c.subject_id).where(
        holds.c.clinic == clinic_key, holds.c.subject_id.in_(subject_ids), holds.c.lifted_at.is_(None)
    )
    unwritten = unheld_yes(clinic_key).where(visits.c.subject_id.in_(subject_ids))
    return set(session.scalars(written.union(unwritten.with_only_columns(visits.c.subject_id))))


def _told(model: type[Base], subject: Subject, given: Iterable[Visit]) -> sa.Select[Any]:
    """Rows of this model with the day of their visit: of signed visits and of those given."""
    visits, rows = table_of(Visit), table_of(model)
    counts = sa.or_(visits.c.state == "signed", visits.c.id.in_([visit.id for visit in given]))
    return (
        sa.select(visits.c.day, rows)
        .join_from(visits, rows, sa.and_(rows.c.clinic == visits.c.clinic, rows.c.visit_id == visits.c.id))
        .where(visits.c.clinic == subject.clinic, visits.c.subject_id == subject.id, counts)
    )


def _at_desk(clinic_key: str) -> sa.Select[Any]:
    """Documents with their subject and last print; ids sort by time, so the greatest is the last."""
    jobs = table_of(PrintJob)
    last = (
        sa.select(jobs.c.clinic, jobs.c.document_id, sa.func.max(jobs.c.printed_at).label("printed_at"))
        .where(jobs.c.clinic == clinic_key)
        .group_by(jobs.c.clinic, jobs.c.document_id)
        .subquery()
    )
    of_document = sa.and_(last.c.clinic == IssuedDocument.clinic, last.c.document_id == IssuedDocument.id)
    its_row = sa.and_(
        jobs.c.clinic == last.c.clinic,
        jobs.c.document_id == last.c.document_id,
        jobs.c.printed_at == last.c.printed_at,
    )
    return (
        scoped(IssuedDocument, clinic_key)
        .add_columns(Subject, jobs.c.printed_at, jobs.c.printed_by_name)
        .join(Subject, sa.and_(Subject.clinic == IssuedDocument.clinic, Subject.id == IssuedDocument.subject_id))
        .outerjoin(last, of_document)
        .outerjoin(jobs, its_row)
        .order_by(IssuedDocument.issued_at, IssuedDocument.id)
    )


def _desk_rows(session: Session, query: sa.Select[Any]) -> list[DeskRow]:
    found = {row[0].id: row for row in session.execute(query)}
    if not found:
        return []
    clinic_key = next(iter(found.values()))[0].clinic
    stopped = held(session, clinic_key, [row[1].id for row in found.values()])
    return [
        DeskRow(
            document=document,
            subject=subject,
            printed_at=printed_at,
            printed_by=printed_by or "",
            state=_state(document, subject.id in stopped, printed_at),
        )
        for document, subject, printed_at, printed_by in found.values()
    ]


def _state(
    document: IssuedDocument, stopped: bool, printed_at: datetime | None
) -> Literal["new", "printed", "superseded", "held"]:
    if document.superseded:
        return "superseded"
    if stopped:
        # The report names the home exercises too, so it is held with the sheet.
        return "held"
    return "new" if printed_at is None else "printed"
