"""What was seen, from the start to now: one line for each finding and leg."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import shown
from clinic_gait.clinical.measures import Measure
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.web.comparing import turn
from clinic_gait.web.side_checks import abnormal


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding on one leg. ``turn`` is better, worse, same, changed or first; ``open`` says that it is still seen."""

    side: Side
    label: str
    start: str
    now: str
    day: date
    turn: str
    open: bool


def findings(past: Sequence[tuple[date, UUID, Reading]]) -> list[Finding]:
    """Every step that is or was not the normal one, in the order of the form, left before right."""
    first: dict[tuple[str, Side], Reading] = {}
    last: dict[tuple[str, Side], tuple[date, Reading]] = {}
    for day, _, reading in past:
        first.setdefault(reading.key, reading)
        last[reading.key] = (day, reading)
    return [
        _finding(CATALOGUE[key], first[(key, side)], *last[(key, side)])
        for key in CATALOGUE
        for side in Side
        if (key, side) in last and (abnormal(first[(key, side)]) or abnormal(last[(key, side)][1]))
    ]


def _finding(measure: Measure, start: Reading, day: date, now: Reading) -> Finding:
    return Finding(
        side=now.side,
        label=measure.label,
        start=shown(measure, start),
        now=shown(measure, now),
        day=day,
        turn="first" if start is now else turn(measure, start, now),
        open=abnormal(now) or now.code is None,
    )
