"""The plan in force in a few lines: what the hands do and what is done at home, by leg."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clinic_gait.care.plan import PlanSnapshot
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import DoseSide
from clinic_gait.web import sentences

#: So many names of a kind have room beside the pictures.
MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What is planned of one kind, by leg in the order of the plan. ``left_out`` counts what had no room."""

    by_side: tuple[tuple[DoseSide, tuple[str, ...]], ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPlan:
    """A plan version in a few lines."""

    in_clinic: Lines
    at_home: Lines
    goals: tuple[str, ...]


def short_plan(plan: PlanSnapshot) -> ShortPlan:
    """Names and doses alone; grades, reasons and the words to the patient stand in the whole plan."""
    return ShortPlan(
        in_clinic=_lines((one.side, _technique(one.key)) for one in plan.techniques),
        at_home=_lines((one.side, f"{sentences.exercise(one)} {amount(one.dose)}".strip()) for one in plan.exercises),
        goals=tuple(goal.text for goal in plan.goals),
    )


def amount(dose: Dose) -> str:
    """How much at a time, as short as can be: ``3 × 15``, ``4 × 30 s``, ``5 min``."""
    counts = [str(count) for count in (dose.sets, dose.reps) if count and count > 1]
    hold = [f"{dose.hold_s} s"] if dose.hold_s and not dose.tempo else []
    length = [f"{plain(dose.minutes)} min"] if dose.minutes is not None else []
    length += [f"{dose.distance_m} m"] if dose.distance_m else []
    return " × ".join(counts + hold + length)


def _technique(key: str) -> str:
    known = TECHNIQUES.get(key)
    return known.name if known else key


def _lines(planned: Iterable[tuple[DoseSide, str]]) -> Lines:
    given = list(planned)
    by_side: dict[DoseSide, list[str]] = {}
    for side, words in given[:MOST_LINES]:
        by_side.setdefault(side, []).append(words)
    kept = tuple((side, tuple(words)) for side, words in by_side.items())
    return Lines(by_side=kept, left_out=len(given[MOST_LINES:]))
