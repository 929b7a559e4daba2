"""What the therapist's hands did in a visit, in order."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Done
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records.base import (
    OfVisit,
    Owner,
    drop_parts,
    key_of,
    one_of,
    parts_of,
    run,
    table_args,
    table_of,
    within_clinic,
)

_WORDS = ("grade", "minutes", "dose", "response")


class DoneRow(OfVisit):
    """One technique that was done, with the patient's response."""

    __tablename__ = "clinic_gait_done"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        one_of("side", "L", "R", "B"),
        sa.CheckConstraint("minutes BETWEEN 0 AND 600", name="minutes"),
    )

    place: Mapped[int] = mapped_column(sa.SmallInteger(), primary_key=True, autoincrement=False)
    technique: Mapped[str] = mapped_column(sa.String(60))
    side: Mapped[str] = mapped_column(sa.String(1))
    grade: Mapped[str] = mapped_column(sa.Text(), default="")
    minutes: Mapped[int | None] = mapped_column(sa.SmallInteger())
    dose: Mapped[str] = mapped_column(sa.Text(), default="")
    response: Mapped[str] = mapped_column(sa.Text(), default="")


def save(session: Session, visit: Owner, done: Iterable[Done]) -> None:
    """Write the whole list over the old one.

    :raises Signed: the visit is signed.
    """
    drop_parts(session, DoneRow, visit)
    rows = [
        {
            **key_of(visit),
            "place": place,
            "technique": one.key,
            "side": one.side.value,
            **{name: getattr(one, name) for name in _WORDS},
        }
        for place, one in enumerate(done)
    ]
    if rows:
        run(session, sa.insert(table_of(DoneRow)), rows)


def of_visit(session: Session, visit: Owner) -> tuple[Done, ...]:
    """What was done in a visit, in order."""
    rows = session.execute(parts_of(DoneRow, visit).order_by(table_of(DoneRow).c.place))
    return tuple(
        Done(key=row.technique, side=DoseSide(row.side), **{name: getattr(row, name) for name in _WORDS})
        for row in rows
    )
