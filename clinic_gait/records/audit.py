"""The audit log: one row per view, change, print, signature and refusal, each chained to the one before.

The chain shows that a row was changed, taken out, put in or moved; the head
shows that the end was cut off. Whoever may write to the database can forge
both, so :func:`head` is worth keeping somewhere else now and then.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care import canonical
from clinic_gait.care.visit import Staff
from clinic_gait.records import locks
from clinic_gait.records.base import Base, put, run, table_args, table_of
from clinic_gait.records.types import Id, UtcDateTime

#: What the first row of a clinic is chained to.
START = "0" * 64


class AuditRow(Base):
    """Something that somebody did, or was refused. ``previous`` is the hash of the row before."""

    __tablename__ = "clinic_gait_audit"
    __table_args__ = table_args(sa.Index(None, "clinic", "subject_id", "number"))

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    number: Mapped[int] = mapped_column(sa.BigInteger(), primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    who_key: Mapped[str | None] = mapped_column(sa.String(200))
    who_name: Mapped[str | None] = mapped_column(sa.Text())
    who_credential: Mapped[str | None] = mapped_column(sa.Text())
    act: Mapped[str] = mapped_column(sa.String(80))
    #: Not a foreign key: a refusal is logged even when what it was about was rolled back.
    subject_id: Mapped[UUID | None] = mapped_column(Id())
    record: Mapped[str] = mapped_column(sa.Text(), default="")
    detail: Mapped[str] = mapped_column(sa.Text(), default="")
    previous: Mapped[str] = mapped_column(sa.String(64))
    hash: Mapped[str] = mapped_column(sa.String(64))


class AuditHead(Base):
    """Number and hash of a clinic's last row. Its row lock puts writers in a line."""

    __tablename__ = "clinic_gait_audit_head"
    __table_args__ = table_args()

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    number: Mapped[int] = mapped_column(sa.BigInteger())
    hash: Mapped[str] = mapped_column(sa.String(64))


def write(
    session: Session,
    *,
    clinic_key: str,
    who: Staff | None,
    act: str,
    subject_id: UUID | None = None,
    record: str = "",
    detail: str = "",
    at: datetime,
) -> int:
    """Add a row in the session's transaction; gives its number.

    The head is claimed first, and stays locked until the transaction ends: call
    it last, so that others wait as short as can be.
    """
    number, previous = _claim(session, clinic_key)
    row: dict[str, Any] = {
        "clinic": clinic_key,
        "number": number,
        "at": at.astimezone(timezone.utc),
        "who_key": who and who.key,
        "who_name": who and who.name,
        "who_credential": who and who.credential,
        "act": act,
        "subject_id": subject_id,
        "record": record,
        "detail": detail,
        "previous": previous,
    }
    row["hash"] = row_hash(row)
    run(session, sa.insert(table_of(AuditRow)).values(**row))
    heads = table_of(AuditHead)
    run(session, sa.update(heads).where(heads.c.clinic == clinic_key).values(hash=row["hash"]))
    return number


def head(session: Session, clinic_key: str) -> tuple[int, str]:
    """Number and hash of the last row: what to print or send away as an anchor."""
    heads = table_of(AuditHead)
    found = session.execute(sa.select(heads.c.number, heads.c.hash).where(heads.c.clinic == clinic_key)).one_or_none()
    return (0, START) if found is None else (found.number, found.hash)


def clinics(session: Session) -> list[str]:
    """The keys of all clinics that have a log."""
    return list(session.scalars(sa.select(AuditHead.clinic).order_by(AuditHead.clinic)))


def verify(session: Session, clinic_key: str) -> list[str]:
    """What is wrong with a clinic's log, the first bad row by its number; empty when all is well."""
    unlocked = [f"the trigger {name} is missing" for name in locks.missing(session.connection())]
    fault, last = _walk(session, clinic_key)
    if fault is None and head(session, clinic_key) != last:
        fault = f"the log ends at row {last[0]}, but its head says otherwise: rows were cut off or added"
    return unlocked if fault is None else [fault, *unlocked]


def _walk(session: Session, clinic_key: str) -> tuple[str | None, tuple[int, str]]:
    """The first fault of the chain, if any, and number and hash of the last good row."""
    rows = table_of(AuditRow)
    query = sa.select(rows).where(rows.c.clinic == clinic_key).order_by(rows.c.number)
    number, last = 0, START
    with session.execute(query.execution_options(yield_per=1000)) as found:
        for row in found:
            fault = _fault(row._mapping, number + 1, last)
            if fault:
                return fault, (number, last)
            number, last = row.number, row.hash
    return None, (number, last)


def _claim(session: Session, clinic_key: str) -> tuple[int, str]:
    heads = table_of(AuditHead)
    advance = (
        sa.update(heads)
        .where(heads.c.clinic == clinic_key)
        .values(number=heads.c.number + 1)
        .returning(heads.c.number, heads.c.hash)
    )
    taken = session.execute(advance).one_or_none()
    if taken is None:
        first = put(session, AuditHead).values(clinic=clinic_key, number=0, hash=START)
        run(session, first.on_conflict_do_nothing(index_elements=["clinic"]))
        taken = session.execute(advance).one()
    return taken.number, taken.hash


def row_hash(row: Any) -> str:
    told = {name: row[name] for name in row if name not in ("hash", "at")}
    return canonical.digest(canonical.dumps({**told, "at": row["at"].isoformat(timespec="microseconds")}))


def _fault(row: Any, number: int, last: str) -> str | None:
    if row["number"] != number:
        return f"row {number} is missing: row {row['number']} follows row {number - 1}"
    if row["previous"] != last:
        return f"row {number} does not follow from the row before it"
    if row["hash"] != row_hash(row):
        return f"row {number} was changed after it was written"
    return None
