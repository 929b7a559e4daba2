"""A plan version as plain data: goals, what the hands do, and what the patient does at home."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from clinic_gait.care.visit import Clinic, Person, Staff
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.values import DoseSide, Side

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the patient wants to be able to do, tied to a measure where there is one."""

    text: str
    measure: str | None = None
    side: Side | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit: str | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTechnique:
    """A hands-on technique to be done in clinic: key of ``clinical.techniques``, side, Maitland grade, minutes.

    ``reason`` is what the therapist typed; ``because`` is the rule and the
    values in words, as they were when the line was taken from a suggestion.
    """

    key: str
    side: DoseSide
    grade: str = ""
    minutes: int | None = None
    dose: str = ""
    reason: str = ""
    because: str = field(default="", metadata={"since": 2})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """A home exercise: key of ``clinical.exercises``, side and dose, in the order of the sheet.

    ``reason`` and ``because`` as in :class:`PlannedTechnique`.
    """

    key: str
    side: DoseSide
    dose: Dose
    reason: str = ""
    because: str = field(default="", metadata={"since": 2})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSnapshot:
    """One version of the plan, frozen."""

    schema: int = SCHEMA
    plan: UUID
    number: int
    visit: UUID | None
    clinic: Clinic
    person: Person
    goals: tuple[Goal, ...] = ()
    techniques: tuple[PlannedTechnique, ...] = ()
    exercises: tuple[PlannedExercise, ...] = ()
    why: str = ""
    next_visit: str = ""
    signed_by: Staff | None = None
    signed_at: datetime | None = None
