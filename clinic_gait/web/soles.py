"""Where the zones of a pair of shoes lie in the picture that is tapped.

As worn, looking down: the left shoe stands at the left and the insides face
each other. Both views, from above and from behind, put the inside of the LEFT
shoe at its right edge. The right shoe is the left one in a mirror; its words
and numbers are not mirrored.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from clinic_gait.clinical.values import Side

WIDTH = 120.0
SOLE_HEIGHT, COUNTER_HEIGHT = 258.0, 92.0

Point = tuple[float, float]
#: From how far down and how far across, 0 outside to 1 inside, to the point of the left shoe.
Surface = Callable[[float, float], Point]

#: Down the left shoe: distance from the toe, where its outer and its inner edge run before the ends are rounded,
#: and how steeply each edge moves there. Shorter and at the heel wider than a shoe: a third of it fits a finger.
EDGES = (
    (0.0, (32.0, 104.0), (-0.35, 0.3)),
    (80.0, (7.0, 113.0), (0.0, 0.0)),
    (163.0, (19.0, 99.0), (0.05, 0.0)),
    (212.0, (17.0, 104.0), (0.0, 0.05)),
    (258.0, (18.0, 104.0), (0.0, 0.0)),
)
TOE_ROUND, HEEL_ROUND = 58.0, 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One zone: where it begins and ends from the toe, its share of the width, and how far down its number stands."""

    zone: str
    top: float
    bottom: float
    outer: float
    inner: float
    badge: float = 0.5


SOLE = (
    Band(zone="toe_lateral", top=0, bottom=52, outer=0, inner=1 / 2, badge=0.6),
    Band(zone="toe_medial", top=0, bottom=52, outer=1 / 2, inner=1, badge=0.6),
    Band(zone="forefoot_lateral", top=52, bottom=120, outer=0, inner=1 / 3),
    Band(zone="forefoot_central", top=52, bottom=120, outer=1 / 3, inner=2 / 3),
    Band(zone="forefoot_medial", top=52, bottom=120, outer=2 / 3, inner=1),
    Band(zone="midfoot_lateral", top=120, bottom=182, outer=0, inner=1 / 2),
    Band(zone="midfoot_medial", top=120, bottom=182, outer=1 / 2, inner=1),
    Band(zone="heel_lateral", top=182, bottom=258, outer=0, inner=1 / 3, badge=0.44),
    Band(zone="heel_central", top=182, bottom=258, outer=1 / 3, inner=2 / 3, badge=0.44),
    Band(zone="heel_medial", top=182, bottom=258, outer=2 / 3, inner=1, badge=0.44),
)
COUNTER = (
    Band(zone="counter_lateral", top=0, bottom=80, outer=0, inner=1 / 2, badge=0.6),
    Band(zone="counter_medial", top=0, bottom=80, outer=1 / 2, inner=1, badge=0.6),
)

#: How far the top of the counter moves to the inside; larger than life, so that it is seen.
LEANS = {"leans_in": 14.0, "upright": 0.0, "leans_out": -14.0}
COUNTER_TOP, COUNTER_FOOT = 8.0, 88.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """One zone as drawn: the outline of its area and where its number stands."""

    zone: str
    path: str
    badge: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A shoe seen from above or from behind: its rim and its zones."""

    side: Side
    rim: str
    patches: tuple[Patch, ...]
    width: float = WIDTH
    height: float


@functools.cache
def sole(side: Side) -> Outline:
    """The sole of this foot, as worn, looking down."""
    return _outline(side, SOLE, _on_sole, SOLE_HEIGHT)


@functools.cache
def counter(side: Side) -> Outline:
    """The heel counter of this foot from behind, upright."""
    return _outline(side, COUNTER, _on_counter, COUNTER_HEIGHT)


def leaning(side: Side, lean: str) -> str:
    """The transformation that tilts the drawn counter: its foot stays, its top moves toward the other foot or away."""
    shift = LEANS[lean] * (-1 if side is Side.RIGHT else 1)
    height = COUNTER_FOOT - COUNTER_TOP
    return f"matrix(1 0 {-shift / height + 0:g} 1 {shift * COUNTER_FOOT / height + 0:g} 0)"


def _outline(side: Side, bands: tuple[Band, ...], surface: Surface, height: float) -> Outline:
    whole = Band(zone="", top=bands[0].top, bottom=bands[-1].bottom, outer=0, inner=1)
    patches = tuple(_patch(side, band, surface) for band in bands)
    return Outline(side=side, rim=_patch(side, whole, surface).path, patches=patches, height=height)


def _patch(side: Side, band: Band, surface: Surface) -> Patch:
    rows = list(_rows(band.top, band.bottom))
    across = [band.outer + (band.inner - band.outer) * part / 8 for part in range(1, 8)]
    shape = [surface(row, band.outer) for row in rows] + [surface(band.bottom, share) for share in across]
    shape += [surface(row, band.inner) for row in reversed(rows)] + [surface(band.top, part) for part in across[::-1]]
    middle = surface(band.top + (band.bottom - band.top) * band.badge, (band.outer + band.inner) / 2)
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in (_placed(side, point) for point in shape)) + "Z"
    return Patch(zone=band.zone, path=path, badge=_placed(side, middle))


def _rows(top: float, bottom: float) -> Iterator[float]:
    row = top
    while row < bottom:
        yield row
        # An end grows wide within a few steps, so it is sampled finely.
        row += 0.25 if min(row, SOLE_HEIGHT - row) < 1 else 1.5 if min(row, SOLE_HEIGHT - row) < 20 else 5
    yield bottom


def _placed(side: Side, point: Point) -> Point:
    x, y = point
    return round(WIDTH - x if side is Side.RIGHT else x, 1), round(y, 1)


def _on_sole(row: float, share: float) -> Point:
    outer, inner = _edges(row)
    depth = max(1 - row / TOE_ROUND, 1 - (SOLE_HEIGHT - row) / HEEL_ROUND, 0.0)
    half = (inner - outer) / 2 * math.sqrt(max(1 - depth**2.2, 0.0))
    return (outer + inner) / 2 + half * (2 * share - 1), row


def _edges(row: float) -> Point:
    """Both edges at this row, by a cubic between the rows given."""
    for (top, above, steep), (bottom, below, flat) in pairwise(EDGES):
        if row <= bottom:
            length = bottom - top
            at = (row - top) / length
            outer, inner = (
                _cubic(at, above[edge], steep[edge] * length, below[edge], flat[edge] * length) for edge in (0, 1)
            )
            return outer, inner
    return EDGES[-1][1]


def _cubic(at: float, start: float, leaving: float, end: float, arriving: float) -> float:
    """Hermite's cubic at ``at`` from 0 to 1."""
    return (
        (2 * at**3 - 3 * at**2 + 1) * start
        + (at**3 - 2 * at**2 + at) * leaving
        + (3 * at**2 - 2 * at**3) * end
        + (at**3 - at**2) * arriving
    )


def _on_counter(row: float, share: float) -> Point:
    down = row / (COUNTER_FOOT - COUNTER_TOP)
    across = 2 * share - 1
    # The collar is highest in its middle; the foot of the counter is flat.
    return WIDTH / 2 + (36 + 15 * down**1.6) * across, COUNTER_TOP + row + 8 * across**4 * (1 - down)
