"""How much of an exercise: the numbers a patient is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """A dose; ``None`` means that this number does not belong to the exercise.

    ``hold_s`` and ``rest_s`` are seconds, ``minutes`` and ``distance_m`` are per
    set, ``per_day`` is times a day, ``days_wk`` days a week, ``tempo`` the
    seconds down-hold-up.
    """

    sets: int | None = None
    reps: int | None = None
    hold_s: int | None = None
    rest_s: int | None = None
    per_day: int | None = None
    days_wk: int | None = None
    minutes: Decimal | None = None
    distance_m: int | None = None
    tempo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What one number of a dose may be: whole numbers from ``low`` to ``high``."""

    low: int
    high: int
    label: str


#: What a sheet can ask of a person in a day. Outside it is a slip of the finger.
LIMITS = {
    "sets": Limit(low=1, high=20, label="sets"),
    "reps": Limit(low=1, high=200, label="times"),
    "hold_s": Limit(low=1, high=600, label="hold, seconds"),
    "rest_s": Limit(low=0, high=900, label="rest, seconds"),
    "per_day": Limit(low=1, high=24, label="times a day"),
    "days_wk": Limit(low=1, high=7, label="days a week"),
    "minutes": Limit(low=1, high=120, label="minutes"),
    "distance_m": Limit(low=1, high=10000, label="meters"),
}


def faults(dose: Dose) -> list[str]:
    """One sentence for every number of the dose that nobody can mean."""
    found = []
    for field in fields(dose):
        value = getattr(dose, field.name)
        limit = LIMITS.get(field.name)
        if value is not None and limit and not limit.low <= value <= limit.high:
            found.append(f"{limit.label}: {value} is not between {limit.low} and {limit.high}")
    return found
