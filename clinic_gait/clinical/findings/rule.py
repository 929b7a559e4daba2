"""A rule: what it asks, what a yes may mean, what to look at next, and how sure all of that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from clinic_gait.clinical.findings.clause import Clause


class Level(str, Enum):
    """How loud a finding is: a hold or a referral, a thing to look at, a remark."""

    RED = "red"
    AMBER = "amber"
    INFO = "info"


class Kind(str, Enum):
    """When a rule runs and what it is about. Data rules run first and may take values out."""

    DATA = "data"
    RED_FLAG = "red_flag"
    FINDING = "finding"
    PLAN = "plan"


class Grade(str, Enum):
    """How good the research behind a rule or a technique is."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    X = "X"

    @property
    def words(self) -> str:
        """As therapists read it."""
        return _GRADE_WORDS[self]


_GRADE_WORDS = {
    Grade.A: "strong",
    Grade.B: "moderate",
    Grade.C: "weak",
    Grade.D: "clinic idea, little research",
    Grade.X: "the clinic article and the literature disagree",
}


class Referral(str, Enum):
    """How soon somebody else should see the patient, the least urgent first."""

    NONE = "none"
    ROUTINE = "routine"
    URGENT = "urgent"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """Greater is sooner."""
        return tuple(Referral).index(self)

    @property
    def words(self) -> str:
        """As said on a page; empty for none."""
        return _REFERRAL_WORDS[self]


_REFERRAL_WORDS = {
    Referral.NONE: "",
    Referral.ROUTINE: "referral, no hurry",
    Referral.URGENT: "urgent: within days",
    Referral.SAME_DAY: "same day",
    Referral.EMERGENCY: "emergency: send now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a yes does beside being shown.

    ``hold_hep``: no home sheet prints and no candidate shows. ``hold_plan``:
    no plan is signed. ``hold_sign``: candidates show, and cannot be signed.
    ``refer_by_flag``: as urgent as the open warning signs are. ``condition``
    is held against the candidates of both sides like a noted precaution.
    """

    hold_hep: bool = False
    hold_plan: bool = False
    hold_sign: bool = False
    refer: Referral = Referral.NONE
    refer_by_flag: bool = False
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A prompt for the therapist to confirm. It never makes a diagnosis and never edits a plan.

    ``sided`` rules run for each leg, the others once. ``finding`` says what was
    seen, ``factor`` what may be behind it, ``check_next`` what would tell.
    ``techniques`` and ``exercises`` are candidates, the most telling first.
    ``invalidates`` are measures that a yes makes unknown on that side.
    """

    key: str
    level: Level
    kind: Kind
    sided: bool
    when: Clause
    finding: str
    factor: str
    check_next: tuple[str, ...]
    techniques: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    grade: Grade
    caution: str = ""
    sources: tuple[str, ...]
    invalidates: tuple[str, ...] = ()
    effect: Effect = Effect()
