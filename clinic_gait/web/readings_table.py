"""Readings as a table to be read: one row per measure, LEFT before RIGHT, every value in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import shown
from clinic_gait.clinical.measures import Measure, Posture
from clinic_gait.clinical.values import Reading, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One measure: what was found left and right, or once; nothing where it was not examined."""

    label: str
    sided: bool
    left: str
    right: str
    once: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadGroup:
    """The rows of one posture."""

    title: str
    rows: tuple[ReadRow, ...]


def read_groups(readings: Iterable[Reading]) -> tuple[ReadGroup, ...]:
    """Only what was examined, posture by posture."""
    by_measure: dict[str, dict[Side, Reading]] = {}
    for reading in readings:
        by_measure.setdefault(reading.measure, {})[reading.side] = reading
    found = []
    for posture in Posture:
        rows = [
            _row(measure, by_measure[key])
            for key, measure in CATALOGUE.items()
            if key in by_measure and measure.posture is posture
        ]
        if rows:
            found.append(ReadGroup(title=posture.title, rows=tuple(rows)))
    return tuple(found)


def _row(measure: Measure, sides: dict[Side, Reading]) -> ReadRow:
    return ReadRow(
        label=measure.label,
        sided=measure.sided,
        left=_said(measure, sides.get(Side.LEFT)),
        right=_said(measure, sides.get(Side.RIGHT)),
        once=_said(measure, sides.get(Side.NONE)),
        method=_method(sides),
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
