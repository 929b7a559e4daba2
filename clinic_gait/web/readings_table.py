"""Readings as a table to be read: one row per measure, LEFT before RIGHT, every value in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinic_gait.care.visit import Person
from clinic_gait.clinical import wells
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import shown, with_unit
from clinic_gait.clinical.findings.facts import TOTALS
from clinic_gait.clinical.gait_norms import norm_words
from clinic_gait.clinical.measures import Measure, Posture
from clinic_gait.clinical.values import LEGS, Reading, Side

#: What stands behind a total that follows from its parts.
WORKED_OUT = {"fpi6": "worked out from its six items", "lsd_score": "worked out from its five parts"}
#: What a host may call the sexes that a norm knows; any other word finds no row that depends on it.
_SEXES = {"m": "M", "male": "M", "f": "F", "female": "F"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One measure: what was found left and right, or once; nothing where it was not examined.

    ``norm`` is what healthy people of this sex and age do. It judges nothing.
    """

    label: str
    sided: bool
    left: str
    right: str
    once: str
    method: str
    norm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadGroup:
    """The rows of one posture."""

    title: str
    rows: tuple[ReadRow, ...]


def read_groups(
    readings: Iterable[Reading], person: Person | None = None, day: date | None = None
) -> tuple[ReadGroup, ...]:
    """Only what was examined, posture by posture; with the norms of this person's age on ``day`` beside it."""
    by_measure: dict[str, dict[Side, Reading]] = {}
    for reading in readings:
        by_measure.setdefault(reading.measure, {})[reading.side] = reading
    totals = _totals(by_measure)
    found = []
    for posture in Posture:
        rows = [
            _row(measure, by_measure.get(key, {}), totals.get(key, {}), _norm(by_measure.get(key, {}), person, day))
            for key, measure in CATALOGUE.items()
            if (key in by_measure or key in totals) and measure.posture is posture
        ]
        if rows:
            found.append(ReadGroup(title=posture.title, rows=tuple(rows)))
    return tuple(found)


def _totals(by_measure: Mapping[str, Mapping[Side, Reading]]) -> dict[str, dict[Side, str]]:
    """Totals in words for every leg that has all the parts and no total of its own; a missing part makes none."""
    found: dict[str, dict[Side, str]] = {}
    for key, (parts, total_of) in TOTALS.items():
        for side in LEGS:
            given = {part: one.value for part in parts if (one := by_measure.get(part, {}).get(side))}
            total = total_of(given)
            if total is not None and side not in by_measure.get(key, {}):
                found.setdefault(key, {})[side] = f"{with_unit(CATALOGUE[key], total)}, {WORKED_OUT[key]}"
    score = wells.score_of(one for sides in by_measure.values() for one in sides.values())
    if score is not None:
        points = with_unit(CATALOGUE["wells_score"], Decimal(score))
        found["wells_score"] = {Side.NONE: f"{points}, worked out from its ten answers"}
    return found


def _norm(sides: Mapping[Side, Reading], person: Person | None, day: date | None) -> str:
    if person is None or day is None:
        return ""
    sex, age = _SEXES.get((person.sex or "").strip().casefold()), person.age_on(day)
    said = (norm_words(one.measure, one.value, sex, age, method=one.method) for one in sides.values())
    return "; ".join(dict.fromkeys(filter(None, said)))


def _row(measure: Measure, sides: dict[Side, Reading], totals: Mapping[Side, str], norm: str) -> ReadRow:
    return ReadRow(
        label=measure.label,
        sided=measure.sided,
        left=_said(measure, sides.get(Side.LEFT)) or totals.get(Side.LEFT, ""),
        right=_said(measure, sides.get(Side.RIGHT)) or totals.get(Side.RIGHT, ""),
        once=_said(measure, sides.get(Side.NONE)) or totals.get(Side.NONE, ""),
        method=_method(sides) if sides else "",
        norm=norm,
    )


def _said(measure: Measure, reading: Reading | None) -> str:
    if reading is None:
        return ""
    parts = [shown(measure, reading)]
    if reading.confirmed:
        parts.append("unusual, confirmed")
    if reading.pain is not None:
        parts.append(f"pain {reading.pain} of 10")
    return ", ".join(parts)


def _method(sides: dict[Side, Reading]) -> str:
    ways = {side: reading.method or "" for side, reading in sides.items()}
    if len(set(ways.values())) == 1:
        return next(iter(ways.values()))
    return "; ".join(f"{side.word}: {way or 'not said'}" for side, way in sorted(ways.items()))
