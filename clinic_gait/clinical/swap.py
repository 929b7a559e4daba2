"""Sides that look swapped: today's LEFT and RIGHT against the last visit's, in units of the measuring error.

What a swap turns round is the side difference, LEFT less RIGHT. Where both legs
are read with the same error, the likelihood of a swap depends on nothing else.
The figures are simulated (``python3 dev.py bench swap``) with an error from an
MDC of 4.7 degrees, and a gain of 2 with a spread of 2 in each leg.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import usable
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Reading, Side

#: The last visit's side difference counts when it was beyond error.
LEAST_BEFORE = 1.0
#: From half an error on, today's other way round fits the last visit better by more than one error.
LEAST_NOW = 0.5
#: Farther apart than measuring and a usual gain bring two side differences.
LEAST_APART = 2.5

#: How much several rows must tell together without their clearest one: a part for each row, and a part once.
PER_ROW, AT_LEAST = 0.2, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapSign:
    """One measure, today and at the last visit, in its unit. ``score`` grows with the likelihood of a swap."""

    measure: str
    left: Decimal
    right: Decimal
    left_before: Decimal
    right_before: Decimal
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapSigns:
    """The measures that look swapped, each alone; and whether all that could be compared looks swapped together."""

    rows: tuple[SwapSign, ...] = ()
    all_of_it: bool = False
    #: Every measure that could be compared.
    compared: tuple[SwapSign, ...] = ()


def swap_signs(
    now: Iterable[Reading],
    before: Mapping[tuple[str, Side], Reading],
    limits: Mapping[str, Threshold] = THRESHOLDS,
) -> SwapSigns:
    """What looks swapped today.

    Silent about a measure without a figure of its measuring error, taken in
    another way, with one leg only, with a reason in place of a value, or with a
    value that may not be reasoned about.
    """
    today = {one.key: one for one in now}
    compared, turned = [], []
    for key in sorted({measure for measure, side in today if side is not Side.NONE}):
        legs = [found.get((key, side)) for found in (today, before) for side in LEGS]
        values, error = _values(key, legs, limits)
        if not error:
            continue
        left, right, left_before, right_before = values
        pair = float((left - right) / error), float((left_before - right_before) / error)
        sign = SwapSign(
            measure=key,
            left=left,
            right=right,
            left_before=left_before,
            right_before=right_before,
            score=score(*pair),
        )
        compared.append(sign)
        if looks_swapped(*pair):
            turned.append(sign)
    all_of_it = all_look_swapped([one.score for one in compared])
    return SwapSigns(rows=tuple(turned), all_of_it=all_of_it, compared=tuple(compared))


def looks_swapped(now: float, before: float) -> bool:
    """Whether a side difference is the last visit's the wrong way round; both in units of the measuring error.

    Of one-row swaps it finds 95 % at a true side difference of 10 degrees,
    78 % at 8 and 27 % at 5. Of right entries it asks about at most 0.4 % at any
    side difference from 0 to 15, in whole degrees too; the older rule, nearer
    by more than one error when they trade places, asks about up to 3.5 %.
    Where only the weaker leg gains it asks about up to 1.2 %, the older one 7.
    """
    opposite = now * before < 0
    return opposite and abs(before) > LEAST_BEFORE and abs(now) > LEAST_NOW and abs(now - before) > LEAST_APART


def score(now: float, before: float) -> float:
    """In proportion to the logarithm of the likelihood ratio of a swap; scores of independent rows add."""
    return -now * before


def all_look_swapped(scores: Sequence[float]) -> bool:
    """Whether two rows or more look swapped together, told without the clearest of them.

    One swapped row alone must not accuse the others. Of forms with every side
    swapped it finds 37, 87 and 98 % at 5, 8 and 10 degrees with two rows, 63,
    98 and 100 % with three, 86, 100 and 100 % with five; of right forms it asks
    about at most 0.4 %. Rows that gain together, such as one lunge in degrees
    and in centimetres, count as two: then it asks about 0.3 % of two such rows
    and 0.8 % of three.
    """
    if len(scores) < 2:
        return False
    return sum(scores) - max(scores) > PER_ROW * len(scores) + AT_LEAST


def _values(
    key: str, legs: Sequence[Reading | None], limits: Mapping[str, Threshold]
) -> tuple[list[Decimal], Decimal | None]:
    """Left and right of today and before, with the measuring error; no error where they cannot be compared."""
    measure = CATALOGUE.get(key)
    if not isinstance(measure, Quantity):
        return [], None
    fit = [one for one in legs if one is not None and usable(measure, one)]
    values = [one.value for one in fit if one.value is not None]
    if len(values) != len(legs) or len({one.method for one in fit}) != 1:
        return [], None
    figure = measure.error_for(fit[0].method, limits)
    # A change that people notice says nothing about what measuring can get wrong.
    return values, figure.value if figure is not None and not figure.felt else None
