"""What a case file says, read and checked: a patient, visits oldest first, and a plan where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.care.visit import Done, LegLength, Outcome, ShoeNote
from clinic_gait.clinical.values import DoseSide, Reading, Side
from clinic_gait.exchange.case_faults import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePatient:
    """The synthetic patient of a case; the host makes or finds its own patient from this.

    ``age`` is whole years at the last visit, given when there is no birth date.
    """

    case: str
    title: str
    name: str
    birth_date: date | None = None
    age: int | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlan:
    """The plan written at a visit."""

    goals: tuple[Goal, ...] = ()
    techniques: tuple[PlannedTechnique, ...] = ()
    exercises: tuple[PlannedExercise, ...] = ()
    why: str = ""
    next_visit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseVisit:
    """One visit. ``answers`` are the flags that were answered, ``screen`` what the file says of the safety screen.

    ``wells_score`` was read, holds as a warning sign does, and has no place in the record. ``course`` are numbers of
    the course so far that were typed, for a look at a case without its earlier visits.
    """

    day: date
    kind: str
    complaint: str = ""
    complaint_side: DoseSide | None = None
    subjective: str = ""
    impression: str = ""
    screen: str = "not_done"
    answers: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    leg_lengths: tuple[LegLength, ...] = ()
    shoes: ShoeNote | None = None
    done: tuple[Done, ...] = ()
    plan: CasePlan | None = None
    outcomes: tuple[Outcome, ...] = ()
    wells_score: int | None = None
    course: Mapping[str, Decimal] = field(default_factory=dict)
    not_stored: tuple[str, ...] = ()

    @property
    def open_flags(self) -> tuple[str, ...]:
        """Flags answered yes."""
        return tuple(sorted(key for key, answer in self.answers.items() if answer == "yes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """Two values of a measure or a score, to be judged as those of two visits.

    Nothing stands for a value that was not examined, or was ``refused``.
    """

    measure: str
    side: Side
    before: Reading | Outcome | None
    now: Reading | Outcome | None
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case. ``refused`` is empty unless it was read leniently, ``expect`` is what a test holds it to."""

    id: str
    title: str
    patient: CasePatient
    visits: tuple[CaseVisit, ...]
    refused: tuple[Refusal, ...] = ()
    changes: tuple[CaseChange, ...] = ()
    expect: Mapping[str, object] = field(default_factory=dict)

    @property
    def not_stored(self) -> tuple[str, ...]:
        """What the file says and the record has no place for, one sentence each."""
        kept_out = [words for visit in self.visits for words in visit.not_stored]
        if self.changes:
            kept_out.append(f"{self.id}: change is judged, never stored")
        return tuple(kept_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What :func:`~clinic_gait.exchange.cases.store` made of a case."""

    subject_id: UUID
    visit_ids: tuple[UUID, ...]
    plan_ids: tuple[UUID, ...]
    not_stored: tuple[str, ...]
