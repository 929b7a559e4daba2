"""What healthy people do: comfortable walking speed by age and sex, and heel raises by sex."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D

from clinic_gait.clinical.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A typical value of one sex in a range of ages, both ages included, and how sure the row is."""

    measure: str
    sex: str
    age_from: int
    age_to: int
    value: D
    unit: Unit
    status: str
    source: str


def _speed(sex: str, age_from: int, age_to: int, value: str, status: str) -> Norm:
    return Norm(
        measure="gait_speed_ms",
        sex=sex,
        age_from=age_from,
        age_to=age_to,
        value=D(value),
        unit=Unit.M_S,
        status=status,
        source="bohannon2011",
    )


_SECOND_HAND = "confirmed by a secondary table (speed_table)"

NORMS = (
    _speed("M", 20, 29, "1.36", f"{_SECOND_HAND}; 1.35 quoted (mobbs2025)"),
    _speed("M", 30, 39, "1.43", "confirmed (mobbs2025)"),
    _speed("M", 40, 49, "1.43", "confirmed in the abstract as the highest row, 1.434; 1997 sample 1.462"),
    _speed("M", 50, 59, "1.43", "confirmed as sustained (mobbs2025)"),
    _speed("M", 60, 69, "1.34", "confirmed by a secondary page"),
    _speed("M", 70, 79, "1.26", _SECOND_HAND),
    _speed("M", 80, 99, "0.97", "confirmed by a secondary page"),
    _speed("F", 20, 29, "1.34", _SECOND_HAND),
    _speed("F", 30, 39, "1.34", _SECOND_HAND),
    _speed("F", 40, 49, "1.39", _SECOND_HAND),
    _speed("F", 50, 59, "1.31", _SECOND_HAND),
    _speed("F", 60, 69, "1.24", "confirmed by a secondary page"),
    _speed("F", 70, 79, "1.13", f"{_SECOND_HAND}; 1997 sample 1.272"),
    _speed("F", 80, 99, "0.94", "confirmed in the abstract as the lowest row, 0.943"),
    Norm(
        measure="heel_raise_reps",
        sex="M",
        age_from=20,
        age_to=81,
        value=D(24),
        unit=Unit.REPS,
        status="median, confirmed",
        source="hebert2017",
    ),
    Norm(
        measure="heel_raise_reps",
        sex="F",
        age_from=20,
        age_to=81,
        value=D(21),
        unit=Unit.REPS,
        status="median, confirmed",
        source="hebert2017",
    ),
)

#: Mean of adults 18 to 85 on 4 m from standing, which is slower (bohannon2019).
STATIC_START_SPEED = D("1.12")


def norm(measure: str, sex: str | None, age: int | None) -> Norm | None:
    """The row for this sex (``M`` or ``F``) and age; nothing when either is unknown or no row was read."""
    if sex is None or age is None:
        return None
    rows = (one for one in NORMS if one.measure == measure and one.sex == sex)
    return next((one for one in rows if one.age_from <= age <= one.age_to), None)
