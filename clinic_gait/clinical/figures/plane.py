"""Geometry of the plane. A point is a complex number: x forward, y up, in hundredths of the body's height."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

#: A table of (place along a limb, radius there); between its rows the radius changes smoothly.
Profile = Sequence[tuple[float, float]]

TINY = 1e-9


def turn(degrees: float) -> complex:
    """The direction this many degrees left of forward; multiplying by it turns a point around the origin."""
    return cmath.rect(1.0, math.radians(degrees))


def down(degrees: float) -> complex:
    """The direction of a limb that hangs straight down and is swung forward by so many degrees."""
    return turn(degrees - 90)


def unit(vector: complex) -> complex:
    """The same direction with length one."""
    return vector / max(abs(vector), TINY)


def mix(a: complex, b: complex, share: float) -> complex:
    """The point that lies this share of the way from ``a`` to ``b``."""
    return a + (b - a) * share


def degrees(vector: complex) -> float:
    """Which way a vector points, in degrees left of forward."""
    return math.degrees(cmath.phase(vector))


def corner(a: complex, b: complex, c: complex) -> float:
    """The angle at ``b``, 0 to 180 degrees."""
    return abs(degrees((a - b) / (c - b if c != b else TINY)))


def along(vector: complex, direction: complex) -> float:
    """How far a vector reaches in a direction of length one."""
    return (vector * direction.conjugate()).real


def reach(start: complex, end: complex, first: float, second: float, bend: float) -> complex:
    """Where the joint of two bones lies that stretch from ``start`` to ``end``.

    ``bend`` +1 puts it to the left of the line, -1 to the right. Bones that are
    too short are stretched out straight.
    """
    span = min(max(abs(end - start), abs(first - second) + 0.01), (first + second) * 0.99999)
    inner = math.acos(max(-1.0, min(1.0, (first**2 + span**2 - second**2) / (2 * first * span))))
    return start + first * unit(end - start) * cmath.rect(1.0, bend * inner)


def crossing(a: complex, radius_a: float, b: complex, radius_b: float, near: complex) -> complex:
    """Where two circles cross, on the side of ``near``."""
    span = min(max(abs(b - a), abs(radius_a - radius_b) + 0.001), radius_a + radius_b - 0.001)
    far = (span**2 + radius_a**2 - radius_b**2) / (2 * span)
    high = math.sqrt(max(0.0, radius_a**2 - far**2))
    line = unit(b - a)
    return min((a + line * complex(far, side * high) for side in (1, -1)), key=lambda point: abs(point - near))


def radius(profile: Profile, place: float) -> float:
    """The radius of a limb at one place, easing from row to row of its table."""
    if place <= profile[0][0]:
        return profile[0][1]
    for (low, before), (high, after) in pairwise(profile):
        if place <= high:
            share = (place - low) / (high - low)
            return before + (after - before) * share * share * (3 - 2 * share)
    return profile[-1][1]


def hull(points: Iterable[complex]) -> list[complex]:
    """The convex shape around all points, against the clock."""
    ordered = sorted({complex(round(p.real, 3), round(p.imag, 3)) for p in points}, key=lambda p: (p.real, p.imag))
    if len(ordered) < 3:
        return ordered
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(ordered: Sequence[complex]) -> list[complex]:
    chain: list[complex] = []
    for point in ordered:
        while len(chain) > 1 and cross(chain[-1] - chain[-2], point - chain[-2]) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def cross(a: complex, b: complex) -> float:
    """Positive where ``b`` points to the left of ``a``."""
    return (a.conjugate() * b).imag


def area(points: Sequence[complex]) -> float:
    """The area inside a closed line; negative where it runs with the clock."""
    return sum(cross(a, b) for a, b in zip(points, [*points[1:], points[0]], strict=True)) / 2


def spread(low: float, high: float, number: int) -> list[float]:
    """So many even steps from low to high, both ends among them."""
    return [low + (high - low) * step / (number - 1) for step in range(number)]
