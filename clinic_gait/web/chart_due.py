"""What is due for a patient, from what is stored: facts, each with the rule it comes from, and no payer's rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from clinic_gait.care.plan import Goal
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import usable
from clinic_gait.clinical.measures import Better, Quantity
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.plan import Plan
from clinic_gait.records.visit import Visit

Past = Sequence[tuple[date, UUID, Reading]]

#: A goal's measure is looked at every four weeks.
REMEASURE = timedelta(days=28)
_EVERY = "the measure of a goal is taken every 4 weeks"
SHEET = "home_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do: in words, the rule behind it, and where it is done. ``kind`` is bad or wait."""

    words: str
    rule: str
    kind: str = "wait"
    page: str = ""
    at: Mapping[str, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the rules look at: visits, the newest first, the plan in force with its goals, papers, readings, a hold.

    ``at_home`` counts the home exercises of the plan.
    """

    subject: UUID
    today: date
    held: bool
    visits: Sequence[Visit]
    plan: Plan | None
    goals: Sequence[Goal]
    at_home: int
    documents: Sequence[IssuedDocument]
    past: Past


def due(known: Known) -> tuple[Due, ...]:
    """Everything that is due, what stops the patient's papers first."""
    return (*_hold(known), *_unsigned(known), *_papers(known), *_late_goals(known), *_to_measure(known))


def _hold(known: Known) -> Iterator[Due]:
    if known.held:
        yield Due(
            kind="bad",
            words="On hold: a warning sign is open",
            rule="no home sheet is printed until a therapist lifts it",
            page="hold",
            at={"subject_id": known.subject},
        )


def _unsigned(known: Known) -> Iterator[Due]:
    for one in reversed(known.visits):
        at = {"visit_id": one.id}
        if one.state == "submitted":
            words = f"Note of {_day(one.day)} by {one.clinician.title} waits for a co-signature"
            yield Due(words=words, rule="an assistant submits, a therapist signs", page="record", at=at)
        elif not one.is_signed and one.day < known.today:
            words = f"Draft of {_day(one.day)} is not signed"
            yield Due(words=words, rule="a draft of an earlier day", page="record", at=at)


def _papers(known: Known) -> Iterator[Due]:
    plan = known.plan
    if plan is None or known.held or not known.at_home:
        return
    given = next((one for one in known.documents if one.kind == SHEET and not one.superseded), None)
    if given is None:
        words = f"No home sheet was given out for plan version {plan.number}"
        yield Due(words=words, rule="a signed plan with home exercises has a sheet", page="record", at=_made_in(plan))
    elif given.plan_id != plan.id:
        words = f"The home sheet given out is older than plan version {plan.number}"
        yield Due(words=words, rule="the sheet is of the plan in force", page="record", at=_made_in(plan))


def _made_in(plan: Plan) -> dict[str, UUID]:
    return {"visit_id": plan.visit_id}


def _late_goals(known: Known) -> Iterator[Due]:
    for goal in known.goals:
        now = _newest(goal, known.past)
        if goal.by is None or goal.by >= known.today or _reached(goal, now):
            continue
        said = f", now {plain(now[1])} of {plain(goal.target)}" if now and goal.target is not None else ""
        yield Due(
            words=f"The day of a goal has passed, {_day(goal.by)}: {goal.text}{said}", rule="not reached by its day"
        )


def _to_measure(known: Known) -> Iterator[Due]:
    asked = {(goal.measure, goal.side): goal for goal in known.goals if goal.measure in CATALOGUE}
    for goal in asked.values():
        now, name = _newest(goal, known.past), _named(goal)
        if now is None:
            yield Due(words=f"{name} was never measured", rule=_EVERY)
        elif known.today - now[0] >= REMEASURE:
            days = (known.today - now[0]).days
            yield Due(words=f"{name} was last measured {days} days ago, {_day(now[0])}", rule=_EVERY)


def _newest(goal: Goal, past: Past) -> tuple[date, Decimal] | None:
    """The newest number of a goal's measure on its leg, with its day; on either leg where the goal names none."""
    measure = CATALOGUE.get(goal.measure or "")
    for day, _, one in reversed(past) if measure else ():
        alike = one.measure == goal.measure and goal.side in (None, Side.NONE, one.side)
        if alike and measure and one.value is not None and usable(measure, one):
            return day, one.value
    return None


def _reached(goal: Goal, now: tuple[date, Decimal] | None) -> bool:
    """Whether the newest number is at the target, or past it on the side that is better."""
    if now is None or goal.target is None:
        return False
    measure = CATALOGUE.get(goal.measure or "")
    down = isinstance(measure, Quantity) and measure.better is Better.DOWN
    if goal.baseline is not None and goal.baseline != goal.target:
        down = goal.baseline > goal.target
    return now[1] <= goal.target if down else now[1] >= goal.target


def _named(goal: Goal) -> str:
    label = CATALOGUE[goal.measure or ""].label
    return label if goal.side in (None, Side.NONE) else f"{goal.side.word.upper()} {label[0].lower()}{label[1:]}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
