"""Readings: one row per measure and side of a visit, read and written as plain tuples because there are many."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.clinical.values import Absent, Reading, Side
from clinic_gait.records.base import (
    OfVisit,
    Owner,
    drop_parts,
    key_of,
    one_of,
    parts_of,
    put,
    run,
    table_args,
    table_of,
    within_clinic,
)
from clinic_gait.records.types import FARTHEST, Number, UtcDateTime, spelled

_GIVEN = " + ".join(f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END" for name in ("value", "code", "absent_reason"))

#: Left stands first, what has no side last.
_ORDER = {Side.LEFT: 0, Side.RIGHT: 1, Side.NONE: 2}


class ReadingRow(OfVisit):
    """What was seen of one measure on one side. There is no other id than this."""

    __tablename__ = "clinic_gait_reading"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        one_of("side", "L", "R", "M"),
        sa.CheckConstraint(f"{_GIVEN} = 1", name="exactly_one"),
        sa.CheckConstraint(f"value BETWEEN -{FARTHEST} AND {FARTHEST}", name="value"),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name="pain"),
    )

    #: Key in the catalogue of measures.
    measure: Mapped[str] = mapped_column(sa.String(60), primary_key=True)
    side: Mapped[str] = mapped_column(sa.String(1), primary_key=True)
    #: In the measure's one canonical unit.
    value: Mapped[Decimal | None] = mapped_column(Number())
    #: A named step, ``yes`` or ``no``, or words.
    code: Mapped[str | None] = mapped_column(sa.Text())
    absent_reason: Mapped[str | None] = mapped_column(sa.String(20))
    method: Mapped[str | None] = mapped_column(sa.String(120))
    #: The single readings behind a mean, as a JSON list of decimals in text.
    trials: Mapped[str] = mapped_column(sa.Text(), default="[]")
    pain: Mapped[int | None] = mapped_column(sa.SmallInteger())
    #: Outside the usual range, asked about, and kept.
    confirmed: Mapped[bool] = mapped_column(sa.Boolean(), default=False)
    #: Counts how often it was written.
    version: Mapped[int] = mapped_column(sa.Integer(), default=1)
    measured_at: Mapped[datetime] = mapped_column(UtcDateTime())


def save(session: Session, visit: Owner, readings: Iterable[Reading]) -> None:
    """Write readings of a visit, each over the one of the same measure and side.

    :raises Signed: the visit is signed.
    """
    at = datetime.now(timezone.utc)
    rows = [{**key_of(visit), **_columns(one), "version": 1, "measured_at": at} for one in readings]
    if not rows:
        return
    statement = put(session, ReadingRow)
    names = ("value", "code", "absent_reason", "method", "trials", "pain", "confirmed", "measured_at")
    fresh: dict[str, Any] = {name: statement.excluded[name] for name in names}
    fresh["version"] = table_of(ReadingRow).c.version + 1
    key = ["clinic", "visit_id", "measure", "side"]
    run(session, statement.on_conflict_do_update(index_elements=key, set_=fresh), rows)


def remove(session: Session, visit: Owner, measure: str, side: Side) -> int:
    """Delete the reading of a measure on a side: not examined after all.

    :raises Signed: the visit is signed.
    """
    rows = table_of(ReadingRow).c
    return drop_parts(session, ReadingRow, visit, rows.measure == measure, rows.side == side.value)


def of_visit(session: Session, visit: Owner) -> tuple[Reading, ...]:
    """The readings of a visit by measure, left before right."""
    found = (reading(row) for row in session.execute(parts_of(ReadingRow, visit)))
    return tuple(sorted(found, key=lambda one: (one.measure, _ORDER[one.side])))


def one_of_visit(session: Session, visit: Owner, measure: str, side: Side) -> Reading | None:
    """The reading of a measure on a side; nothing when it was not examined."""
    rows = table_of(ReadingRow).c
    row = session.execute(
        parts_of(ReadingRow, visit).where(rows.measure == measure, rows.side == side.value)
    ).one_or_none()
    return None if row is None else reading(row)


def reading(row: Any) -> Reading:
    """A row of the table as the plain reading."""
    return Reading(
        measure=row.measure,
        side=Side(row.side),
        value=row.value,
        code=row.code,
        absent=None if row.absent_reason is None else Absent(row.absent_reason),
        method=row.method,
        # Nearly always there are none, and a chart reads thousands of rows.
        trials=() if row.trials == "[]" else tuple(Decimal(text) for text in json.loads(row.trials)),
        pain=row.pain,
        confirmed=row.confirmed,
    )


def _columns(one: Reading) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "side": one.side.value,
        "value": one.value,
        "code": one.code,
        "absent_reason": None if one.absent is None else one.absent.value,
        "method": one.method,
        "trials": json.dumps([format(spelled(trial), "f") for trial in one.trials]),
        "pain": one.pain,
        "confirmed": one.confirmed,
    }
