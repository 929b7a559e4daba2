"""The lines of a plan version: goals, techniques, exercises, each in the order they were put."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.values import DoseSide, Side
from clinic_gait.records.base import (
    Base,
    OfPlan,
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
from clinic_gait.records.types import Number

_GOAL = ("text", "measure", "baseline", "target", "unit", "by")
_TECHNIQUE = ("key", "grade", "minutes", "dose", "reason", "because")
_EXERCISE = ("key", "reason", "because")
_DOSE = tuple(field.name for field in fields(Dose))


class GoalRow(OfPlan):
    """What the patient wants to be able to do."""

    __tablename__ = "clinic_gait_plan_goal"
    __table_args__ = table_args(within_clinic("plan_id", "plan"), one_of("side", "L", "R", "M"))

    text: Mapped[str] = mapped_column(sa.Text())
    measure: Mapped[str | None] = mapped_column(sa.String(60))
    side: Mapped[str | None] = mapped_column(sa.String(1))
    baseline: Mapped[Decimal | None] = mapped_column(Number())
    target: Mapped[Decimal | None] = mapped_column(Number())
    unit: Mapped[str | None] = mapped_column(sa.Text())
    by: Mapped[date | None] = mapped_column(sa.Date())


class TechniqueRow(OfPlan):
    """What is to be done in clinic."""

    __tablename__ = "clinic_gait_plan_technique"
    __table_args__ = table_args(within_clinic("plan_id", "plan"), one_of("side", "L", "R", "B"))

    key: Mapped[str] = mapped_column(sa.String(60))
    side: Mapped[str] = mapped_column(sa.String(1))
    grade: Mapped[str] = mapped_column(sa.Text(), default="")
    minutes: Mapped[int | None] = mapped_column(sa.SmallInteger())
    dose: Mapped[str] = mapped_column(sa.Text(), default="")
    reason: Mapped[str] = mapped_column(sa.Text(), default="")
    #: Rule and values in words, as they were when the line was taken from a suggestion.
    because: Mapped[str] = mapped_column(sa.Text(), default="", server_default="")


class ExerciseRow(OfPlan):
    """What the patient does at home, with its dose."""

    __tablename__ = "clinic_gait_plan_exercise"
    __table_args__ = table_args(within_clinic("plan_id", "plan"), one_of("side", "L", "R", "B"))

    key: Mapped[str] = mapped_column(sa.String(60))
    side: Mapped[str] = mapped_column(sa.String(1))
    reason: Mapped[str] = mapped_column(sa.Text(), default="")
    sets: Mapped[int | None] = mapped_column(sa.SmallInteger())
    reps: Mapped[int | None] = mapped_column(sa.SmallInteger())
    hold_s: Mapped[int | None] = mapped_column(sa.SmallInteger())
    rest_s: Mapped[int | None] = mapped_column(sa.SmallInteger())
    per_day: Mapped[int | None] = mapped_column(sa.SmallInteger())
    days_wk: Mapped[int | None] = mapped_column(sa.SmallInteger())
    minutes: Mapped[Decimal | None] = mapped_column(Number())
    distance_m: Mapped[int | None] = mapped_column(sa.Integer())
    tempo: Mapped[str | None] = mapped_column(sa.Text())
    because: Mapped[str] = mapped_column(sa.Text(), default="", server_default="")


def save(
    session: Session,
    plan: Owner,
    goals: Iterable[Goal],
    techniques: Iterable[PlannedTechnique],
    exercises: Iterable[PlannedExercise],
) -> None:
    """Write all lines over the old ones.

    :raises Signed: the version is signed.
    """
    _write(session, GoalRow, plan, ({**_of(one, _GOAL), "side": one.side and one.side.value} for one in goals))
    _write(session, TechniqueRow, plan, ({**_of(one, _TECHNIQUE), "side": one.side.value} for one in techniques))
    _write(session, ExerciseRow, plan, (_exercise_columns(one) for one in exercises))


def goals(session: Session, plan: Owner) -> tuple[Goal, ...]:
    """The goals, in order."""
    rows = _read(session, GoalRow, plan)
    return tuple(Goal(**_of(row, _GOAL), side=None if row.side is None else Side(row.side)) for row in rows)


def techniques(session: Session, plan: Owner) -> tuple[PlannedTechnique, ...]:
    """The techniques, in order."""
    rows = _read(session, TechniqueRow, plan)
    return tuple(PlannedTechnique(**_of(row, _TECHNIQUE), side=DoseSide(row.side)) for row in rows)


def exercises(session: Session, plan: Owner) -> tuple[PlannedExercise, ...]:
    """The exercises, in order."""
    return tuple(
        PlannedExercise(**_of(row, _EXERCISE), side=DoseSide(row.side), dose=Dose(**_of(row, _DOSE)))
        for row in _read(session, ExerciseRow, plan)
    )


def _exercise_columns(one: PlannedExercise) -> dict[str, Any]:
    return {**_of(one, _EXERCISE), "side": one.side.value, **_of(one.dose, _DOSE)}


def _of(thing: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _read(session: Session, model: type[Base], plan: Owner) -> Iterable[Any]:
    return session.execute(parts_of(model, plan).order_by(table_of(model).c.place))


def _write(session: Session, model: type[Base], plan: Owner, lines: Iterable[dict[str, Any]]) -> None:
    drop_parts(session, model, plan)
    rows = [{**key_of(plan), "place": place, **line} for place, line in enumerate(lines)]
    if rows:
        run(session, sa.insert(table_of(model)), rows)
