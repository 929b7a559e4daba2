"""What a rule asks of one leg, alone or beside the other."""

from __future__ import annotations

from dataclasses import dataclass

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.clause import Clause
from clinic_gait.clinical.findings.clause_words import (
    OPPOSITE,
    TESTS,
    Limits,
    amount_words,
    label,
    limit_words,
    step_words,
)
from clinic_gait.clinical.findings.facts import Known
from clinic_gait.clinical.findings.judged import Judged, Need, Seen, seen_of, unknown, yes_no
from clinic_gait.clinical.measures import codes
from clinic_gait.clinical.shoe_wear import GRADES, ZONES
from clinic_gait.clinical.thresholds import Direction
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Answer, Side


@dataclass(frozen=True, slots=True)
class Number(Clause):
    """A number of this side against a cut-off."""

    key: str
    direction: Direction
    cutoff: str

    def judge(self, known: Known, side: Side) -> Judged:
        reading = known.values.get((self.key, side))
        if reading is None or reading.value is None:
            return unknown(self.key, side)
        return yes_no(TESTS[self.direction](reading.value, known.limit(self.cutoff)), reading)

    def words(self, limits: Limits) -> str:
        return f"{label(self.key)} {limit_words(self.key, self.direction, limits[self.cutoff].value)}"

    def otherwise(self, limits: Limits) -> str:
        return f"{label(self.key)} {limit_words(self.key, OPPOSITE[self.direction], limits[self.cutoff].value)}"

    def reads(self) -> tuple[str, ...]:
        return (self.key,)

    def cutoffs(self) -> tuple[str, ...]:
        return (self.cutoff,)


@dataclass(frozen=True, slots=True)
class Graded(Clause):
    """One of these steps on this side."""

    key: str
    steps: tuple[str, ...]

    def __init__(self, key: str, *steps: str) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "steps", steps)

    def judge(self, known: Known, side: Side) -> Judged:
        reading = known.values.get((self.key, side))
        if reading is None or reading.code is None:
            return unknown(self.key, side)
        return yes_no(reading.code in self.steps, reading)

    def words(self, limits: Limits) -> str:
        return f"{label(self.key)}: {step_words(self.key, self.steps)}"

    def otherwise(self, limits: Limits) -> str:
        rest = tuple(step.code for step in codes(CATALOGUE[self.key]) if step.code not in self.steps)
        return f"{label(self.key)}: {step_words(self.key, rest)}"

    def reads(self) -> tuple[str, ...]:
        return (self.key,)


@dataclass(frozen=True, slots=True)
class OtherGraded(Clause):
    """One of these steps on the *other* side, looked at in the same way as this side."""

    key: str
    step: str

    def judge(self, known: Known, side: Side) -> Judged:
        pair = known.both(self.key, side)
        if pair is None:
            return _lacking_pair(known, self.key, side)
        return yes_no(pair[1].code == self.step, pair[1])

    def words(self, limits: Limits) -> str:
        return f"on the other side {label(self.key)}: {step_words(self.key, (self.step,))}"

    def otherwise(self, limits: Limits) -> str:
        rest = tuple(step.code for step in codes(CATALOGUE[self.key]) if step.code != self.step)
        return f"on the other side {label(self.key)}: {step_words(self.key, rest)}"

    def reads(self) -> tuple[str, ...]:
        return (self.key,)


@dataclass(frozen=True, slots=True)
class LessThanOther(Clause):
    """This side lies below the other by at least a cut-off; both usable and taken in the same way."""

    key: str
    cutoff: str

    def judge(self, known: Known, side: Side) -> Judged:
        pair = known.both(self.key, side)
        if pair is None or pair[0].value is None or pair[1].value is None:
            return _lacking_pair(known, self.key, side)
        less = pair[0].value - pair[1].value <= -known.limit(self.cutoff)
        seen = (seen_of(pair[0]), seen_of(pair[1]))
        return Judged(Answer.TRUE, seen) if less else Judged(Answer.FALSE)

    def words(self, limits: Limits) -> str:
        return f"{label(self.key)} {amount_words(self.key, limits[self.cutoff].value)} or more below the other side"

    def otherwise(self, limits: Limits) -> str:
        return f"{label(self.key)} less than {amount_words(self.key, limits[self.cutoff].value)} below the other side"

    def reads(self) -> tuple[str, ...]:
        return (self.key,)

    def cutoffs(self) -> tuple[str, ...]:
        return (self.cutoff,)


@dataclass(frozen=True, slots=True)
class MoreStraightThanBent(Clause):
    """Knee-straight dorsiflexion over knee-bent dorsiflexion by more than a cut-off, this side."""

    cutoff: str
    straight: str = "df_ke_deg"
    bent: str = "df_kf_deg"

    def judge(self, known: Known, side: Side) -> Judged:
        pair = [known.values.get((key, side)) for key in (self.straight, self.bent)]
        straight, bent = (one.value if one is not None else None for one in pair)
        if straight is None or bent is None:
            lacking = ((self.straight, straight), (self.bent, bent))
            return Judged(Answer.UNKNOWN, needs=tuple(Need(key, side) for key, value in lacking if value is None))
        more = straight - bent > known.limit(self.cutoff)
        return Judged(Answer.TRUE, tuple(seen_of(one) for one in pair if one)) if more else Judged(Answer.FALSE)

    def words(self, limits: Limits) -> str:
        return f"{label(self.straight)} more than {plain(limits[self.cutoff].value)} deg over {label(self.bent)}"

    def otherwise(self, limits: Limits) -> str:
        return f"{label(self.straight)} at most {plain(limits[self.cutoff].value)} deg over {label(self.bent)}"

    def reads(self) -> tuple[str, ...]:
        return (self.straight, self.bent)

    def cutoffs(self) -> tuple[str, ...]:
        return (self.cutoff,)


@dataclass(frozen=True, slots=True)
class Worn(Clause):
    """A zone of this side's shoe worn to a grade or more; the worst of the pairs looked at."""

    zone: str
    grade: int

    def judge(self, known: Known, side: Side) -> Judged:
        grades = [pair.of(side)[self.zone] for pair in known.facts.shoes if self.zone in pair.of(side)]
        if not grades:
            return unknown(self.zone, side)
        if max(grades) < self.grade:
            return Judged(Answer.FALSE)
        return Judged(Answer.TRUE, (Seen(self.zone, side, str(max(grades))),))

    def words(self, limits: Limits) -> str:
        return f"shoe wear, {ZONES[self.zone].label}: {GRADES[self.grade]} or more"

    def otherwise(self, limits: Limits) -> str:
        return f"shoe wear, {ZONES[self.zone].label}: {GRADES[self.grade - 1]} or less"

    def reads(self) -> tuple[str, ...]:
        return (self.zone,)


def _lacking_pair(known: Known, key: str, side: Side) -> Judged:
    """The side that lacks a value; both when they were taken in different ways."""
    lacking = tuple(Need(key, leg) for leg in LEGS if known.here(key, leg) is None)
    return Judged(Answer.UNKNOWN, needs=lacking or tuple(Need(key, leg) for leg in LEGS))
