"""Leg length: one row per method of a visit, so that methods stand side by side and never overwrite each other."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import LegLength
from clinic_gait.clinical.values import Side
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
from clinic_gait.records.types import Number


class LegLengthRow(OfVisit):
    """Both legs, or the block and the foot it stands under, in millimetres, by one method."""

    __tablename__ = "clinic_gait_leg_length"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        one_of("block_side", "L", "R", "M"),
        sa.CheckConstraint("left_mm BETWEEN 0 AND 2000", name="left_mm"),
        sa.CheckConstraint("right_mm BETWEEN 0 AND 2000", name="right_mm"),
        sa.CheckConstraint("block_mm BETWEEN 0 AND 200", name="block_mm"),
    )

    method: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    left_mm: Mapped[Decimal | None] = mapped_column(Number())
    right_mm: Mapped[Decimal | None] = mapped_column(Number())
    #: The single readings of each leg, as a JSON list of decimals in text.
    left_trials: Mapped[str] = mapped_column(sa.Text(), default="[]")
    right_trials: Mapped[str] = mapped_column(sa.Text(), default="[]")
    block_mm: Mapped[Decimal | None] = mapped_column(Number())
    block_side: Mapped[str | None] = mapped_column(sa.String(1))
    #: How the patient answered to a lift trial.
    response: Mapped[str] = mapped_column(sa.String(20), default="", server_default="", sort_order=1)
    note: Mapped[str] = mapped_column(sa.Text(), default="")


def save(session: Session, visit: Owner, one: LegLength) -> None:
    """Write a leg length over the one by the same method.

    :raises Signed: the visit is signed.
    """
    columns = _columns(one)
    statement = put(session, LegLengthRow).values(**key_of(visit), **columns)
    fresh = {name: value for name, value in columns.items() if name != "method"}
    run(session, statement.on_conflict_do_update(index_elements=["clinic", "visit_id", "method"], set_=fresh))


def remove(session: Session, visit: Owner, method: str) -> int:
    """Delete the leg length by this method.

    :raises Signed: the visit is signed.
    """
    return drop_parts(session, LegLengthRow, visit, table_of(LegLengthRow).c.method == method)


def of_visit(session: Session, visit: Owner) -> tuple[LegLength, ...]:
    """The leg lengths of a visit by method; sorted here, because databases sort text in different ways."""
    found = (_leg_length(row) for row in session.execute(parts_of(LegLengthRow, visit)))
    return tuple(sorted(found, key=lambda one: one.method))


def _columns(one: LegLength) -> dict[str, Any]:
    return {
        "method": one.method,
        "left_mm": _decimal(one.left_mm),
        "right_mm": _decimal(one.right_mm),
        "left_trials": json.dumps(one.left_trials),
        "right_trials": json.dumps(one.right_trials),
        "block_mm": _decimal(one.block_mm),
        "block_side": None if one.block_side is None else one.block_side.value,
        "response": one.response,
        "note": one.note,
    }


def _leg_length(row: Any) -> LegLength:
    return LegLength(
        method=row.method,
        left_mm=_text(row.left_mm),
        right_mm=_text(row.right_mm),
        left_trials=tuple(json.loads(row.left_trials)),
        right_trials=tuple(json.loads(row.right_trials)),
        block_mm=_text(row.block_mm),
        block_side=None if row.block_side is None else Side(row.block_side),
        response=row.response,
        note=row.note,
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
