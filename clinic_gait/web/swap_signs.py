"""Rows of the visit form whose sides look swapped, in words; and the values that an answer to that is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number
from clinic_gait.clinical.swap import SwapSign, swap_signs
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.records.visit import Visit

#: The newest readings of earlier visits, each with its day.
Last = Mapping[tuple[str, Side], tuple[date, Reading]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapWords:
    """A measure that looks swapped, its numbers as they are shown; ``together`` names all that look so together."""

    measure: str
    label: str
    left: str
    right: str
    left_before: str
    right_before: str
    together: tuple[str, ...] = ()


def signs(
    visit: Visit, readings: Iterable[Reading], last: Last, limits: Mapping[str, Threshold]
) -> dict[str, SwapWords]:
    """The warnings of the visit form by measure: beside each row that looks swapped.

    Where only all rows together do, it stands beside the one that tells most.
    ``readings`` are those of today as they stand now, ``last`` the newest ones
    before. What was said to be right as entered is not asked again.
    """
    answered = visit.sides_confirmed() if visit.sides_json != "{}" else ()
    now = [one for one in readings if one.measure not in answered]
    found = swap_signs(now, same_day(last), limits)
    rows = found.rows
    if found.all_of_it and not rows:
        rows = (max(found.compared, key=lambda one: one.score),)
    return {one.measure: told(one, found.compared if found.all_of_it else ()) for one in rows}


def same_day(found: Last) -> dict[tuple[str, Side], Reading]:
    """The last readings of both legs where they were taken on one day: legs of two days make no pair."""
    days = {key: day for key, (day, _) in found.items()}
    return {
        key: one
        for key, (day, one) in found.items()
        if key[1] is not Side.NONE and days.get((key[0], key[1].other)) == day
    }


def told(sign: SwapSign, together: Sequence[SwapSign] = ()) -> SwapWords:
    """A sign in words; ``together`` are all measures when all of them look swapped."""
    measure = CATALOGUE[sign.measure]
    values = (sign.left, sign.right, sign.left_before, sign.right_before)
    left, right, left_before, right_before = (number(measure, value) for value in values)
    return SwapWords(
        measure=sign.measure,
        label=measure.label,
        left=left,
        right=right,
        left_before=left_before,
        right_before=right_before,
        together=tuple(CATALOGUE[one.measure].label for one in together),
    )


def paired_text(readings: Iterable[Reading], measure: str) -> tuple[str, str] | None:
    """Left and right of a measure as they are stored, in plain digits; nothing when one of them has no number."""
    found = {one.side: one.value for one in readings if one.measure == measure}
    left, right = (found.get(side) for side in LEGS)
    return None if left is None or right is None else (plain(left), plain(right))
