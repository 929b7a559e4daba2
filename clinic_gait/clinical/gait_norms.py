"""What healthy people do: walking speed by age and sex, heel raises by sex, one-leg stance by age, cadence.

A row is shown beside a value and never calls it normal or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D

from clinic_gait.clinical.units import Unit, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A typical value in a range of ages, both ages included, and how sure the row is.

    ``sex`` is empty where it makes no difference. ``second_hand`` rows were
    read in a copy of the source, ``median`` ones are no means.
    """

    measure: str
    sex: str
    age_from: int
    age_to: int
    value: D
    unit: Unit
    status: str
    source: str
    second_hand: bool = False
    median: bool = False


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
        second_hand="in the abstract" not in status,
    )


def _stance(age_from: int, age_to: int, value: str) -> Norm:
    return Norm(
        measure="slb_s",
        sex="",
        age_from=age_from,
        age_to=age_to,
        value=D(value),
        unit=Unit.S,
        status="mean of 22 studies, from the abstract; sex makes no difference",
        source="bohannon2006_sls",
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
        median=True,
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
        median=True,
    ),
    _stance(60, 69, "27.0"),
    _stance(70, 79, "17.2"),
    _stance(80, 99, "8.5"),
)

#: Mean of adults 18 to 85 on 4 m from standing, which is slower (bohannon2019).
STATIC_START_SPEED = D("1.12")
_STATIC_START_METHOD = "static; 4 m"
_STATIC_START_AGES = range(18, 86)

#: It names its own people; ages were not read.
CADENCE_NOTE = "about 115 steps/min in healthy elders (hollman2011)"

_PEOPLE = {"M": "men", "F": "women", "": "people"}


def norm(measure: str, sex: str | None, age: int | None) -> Norm | None:
    """The row for this sex (``M`` or ``F``) and age; nothing when one that matters is unknown or no row was read."""
    if age is None:
        return None
    rows = (one for one in NORMS if one.measure == measure and one.sex in ("", sex))
    return next((one for one in rows if one.age_from <= age <= one.age_to), None)


def norm_words(
    measure_key: str, value: D | None, sex: str | None, age: int | None, *, method: str | None = None
) -> str:
    """What healthy people of this sex and age do, to stand beside a value; empty without a value or a row.

    With the ``method`` of the value a row that was taken in the same way is said too.
    """
    if value is None:
        return ""
    if measure_key == "cadence_spm":
        return CADENCE_NOTE
    found = norm(measure_key, sex, age)
    said = [_row_words(found)] if found else []
    if measure_key == "gait_speed_ms" and method == _STATIC_START_METHOD and age in _STATIC_START_AGES:
        said.append(f"adults 18 to 85, 4 m from standing: {STATIC_START_SPEED} m/s (bohannon2019)")
    return "; ".join(said)


def _row_words(row: Norm) -> str:
    # One-leg stance keeps its place: 27.0 s says how finely it was timed.
    number = plain(row.value) if row.unit is Unit.REPS else str(row.value)
    how = ", second-hand" if row.second_hand else ", median" if row.median else ""
    people = _PEOPLE[row.sex]
    return f"healthy {people} {row.age_from} to {row.age_to}: {number}{row.unit.said} ({row.source}{how})"
