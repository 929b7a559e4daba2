"""Outcome scores: one row per instrument and part of a visit, with the answers behind the total."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Outcome
from clinic_gait.records.base import (
    OfVisit,
    Owner,
    drop_parts,
    key_of,
    parts_of,
    put,
    run,
    table_args,
    table_of,
    within_clinic,
)
from clinic_gait.records.types import FARTHEST, Number

_PLAIN = ("instrument", "part", "value", "version", "missing", "note")
_FRESH = ("value", "items_json", "version", "missing", "note")


class OutcomeRow(OfVisit):
    """The score of one instrument, or of one part of it. A value of nothing: too little was answered for a total."""

    __tablename__ = "clinic_gait_outcome"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        sa.CheckConstraint(f"value BETWEEN -{FARTHEST} AND {FARTHEST}", name="value"),
        sa.CheckConstraint("missing >= 0", name="missing"),
    )

    instrument: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    #: Empty where an instrument has one score only.
    part: Mapped[str] = mapped_column(sa.String(40), primary_key=True, default="")
    value: Mapped[Decimal | None] = mapped_column(Number())
    #: The answers as a JSON list of text, null for one that was not given; of pairs where activities were named.
    items_json: Mapped[str] = mapped_column(sa.Text(), default="")
    version: Mapped[str] = mapped_column(sa.Text(), default="")
    missing: Mapped[int] = mapped_column(sa.Integer(), default=0)
    note: Mapped[str] = mapped_column(sa.Text(), default="")


def save(session: Session, visit: Owner, given: Iterable[Outcome]) -> None:
    """Write scores of a visit, each over the one of the same instrument and part.

    :raises ValueError: activities were named, and not one for every answer.
    :raises Signed: the visit is signed.
    """
    rows = [{**key_of(visit), **_columns(one)} for one in given]
    if not rows:
        return
    statement = put(session, OutcomeRow)
    fresh = {name: statement.excluded[name] for name in _FRESH}
    key = ["clinic", "visit_id", "instrument", "part"]
    run(session, statement.on_conflict_do_update(index_elements=key, set_=fresh), rows)


def remove(session: Session, visit: Owner, instrument: str, part: str) -> int:
    """Delete a score: not asked after all.

    :raises Signed: the visit is signed.
    """
    rows = table_of(OutcomeRow).c
    return drop_parts(session, OutcomeRow, visit, rows.instrument == instrument, rows.part == part)


def of_visit(session: Session, visit: Owner) -> tuple[Outcome, ...]:
    """The scores of a visit by instrument and part; sorted here, because databases sort text in different ways."""
    found = (outcome(row) for row in session.execute(parts_of(OutcomeRow, visit)))
    return tuple(sorted(found, key=lambda one: one.key))


def outcome(row: Any) -> Outcome:
    """A row of the table as the plain score."""
    items, named = _answers(row.items_json)
    return Outcome(**{name: getattr(row, name) for name in _PLAIN}, items=items, named=named)


def _columns(one: Outcome) -> dict[str, Any]:
    return {**{name: getattr(one, name) for name in _PLAIN}, "items_json": _items_json(one)}


def _items_json(one: Outcome) -> str:
    if not one.items and not one.named:
        return ""
    answers = [item or None for item in one.items]
    return json.dumps(list(zip(one.named, answers, strict=True)) if one.named else answers)


def _answers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Answers and named activities, as :func:`_items_json` put them."""
    stored = json.loads(text or "[]")
    pairs = [one if isinstance(one, list) else (None, one) for one in stored]
    named = tuple(name for name, _ in pairs if name is not None)
    return tuple(answer or "" for _, answer in pairs), named
