"""The day list joined with our own records: what is known of the patients who come today, in three queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from clinic_gait.records.base import scoped
from clinic_gait.records.queries import held
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A patient we have records of: the newest visit, how many there are, and whether there is a hold."""

    subject: Subject
    newest: Visit | None
    visits: int
    held: bool


def known(session: Session, clinic_key: str, host_keys: Iterable[str]) -> dict[str, Known]:
    """What is known of the host's patients with these keys; a patient without records is left out."""
    query = scoped(Subject, clinic_key).where(Subject.host_key.in_(list(host_keys)))
    subjects = {subject.id: subject for subject in session.scalars(query)}
    if not subjects:
        return {}
    newest = _newest(session, clinic_key, subjects)
    stopped = held(session, clinic_key, list(subjects))
    return {
        subject.host_key: Known(
            subject=subject,
            newest=newest.get(key, (None, 0))[0],
            visits=newest.get(key, (None, 0))[1],
            held=key in stopped,
        )
        for key, subject in subjects.items()
    }


def _newest(session: Session, clinic_key: str, subjects: Iterable[object]) -> dict[object, tuple[Visit, int]]:
    """The newest visit of every subject and how many it has."""
    of_subject = (Visit.clinic, Visit.subject_id)
    ranked = (
        scoped(Visit, clinic_key)
        .where(Visit.subject_id.in_(list(subjects)))
        .add_columns(
            sa.func.row_number()
            .over(partition_by=of_subject, order_by=(Visit.day.desc(), Visit.id.desc()))
            .label("rank"),
            sa.func.count().over(partition_by=of_subject).label("total"),
        )
        .subquery()
    )
    visit = aliased(Visit, ranked)
    rows = session.execute(sa.select(visit, ranked.c.total).where(ranked.c.rank == 1))
    return {row[0].subject_id: (row[0], row[1]) for row in rows}
