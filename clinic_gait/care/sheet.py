"""What leaves the house on paper, as plain data: the home sheet and the patient report.

The words are resolved when the document is issued, so a sheet of this year
reads the same when the library has moved on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clinic_gait.care.visit import Clinic, Person, Staff
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.values import DoseSide

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetExercise:
    """One exercise with its words in the sheet's language and for its side."""

    key: str
    revision: int
    side: DoseSide
    side_words: str
    name: str
    dose: Dose
    steps: tuple[str, ...]
    feel: str
    cues: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    caption_start: str = ""
    caption_end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSheet:
    """A home-exercise sheet.

    ``language`` is ``en`` or ``es``, ``size`` ``normal`` or ``large``, ``paper`` ``letter`` or ``a4``.
    """

    schema: int = SCHEMA
    plan: UUID
    plan_number: int
    plan_hash: str
    clinic: Clinic
    person: Person
    therapist: Staff
    issued: date
    language: str
    size: str
    paper: str
    why: str = ""
    minutes_a_day: int | None = None
    exercises: tuple[SheetExercise, ...]
    pain_rule: str
    stop: tuple[str, ...]
    emergency: tuple[str, ...]
    next_visit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One measure of the patient report: today's left and right, in words of its own."""

    key: str
    label: str
    unit: str
    left: str | None
    right: str | None
    left_change: str = ""
    right_change: str = ""
    low: str = "0"
    high: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRow:
    """Something seen in walking, in patient words, for each leg."""

    key: str
    label: str
    left: str | None
    right: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientReport:
    """The patient's own report of a visit, without any clinical word."""

    schema: int = SCHEMA
    visit: UUID
    visit_hash: str
    clinic: Clinic
    person: Person
    therapist: Staff
    day: date
    issued: date
    language: str
    size: str
    paper: str
    summary: str
    bars: tuple[BarRow, ...] = ()
    signs: tuple[SignRow, ...] = ()
    shoes: tuple[str, ...] = ()
    leg_length: str = ""
    #: What has no side, such as pain and walking speed, as sentences.
    facts: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    in_clinic: tuple[str, ...] = ()
    at_home: tuple[str, ...] = ()
    next_visit: str = ""
