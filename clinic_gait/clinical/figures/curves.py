"""Closed and open lines through points, as the steps a path is made of.

Closed shapes always run against the clock, so that overlapping shapes of one
path never cut holes into each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from clinic_gait.clinical.figures.plane import (
    TINY,
    Profile,
    area,
    hull,
    mix,
    radius,
    turn,
    unit,
)

#: One step: its letter and its points, still in the plane of the body.
Stroke = tuple[str, tuple[complex, ...]]
Line = tuple[Stroke, ...]

#: How far the control points of a quarter circle lie from its ends.
QUARTER = 0.5523
#: Over how much of the limb, before and behind the joint, a knee or elbow is rounded.
JOINT_ROUND = 5.0
#: Places along a limb where its outline is fixed: 0 hip, 1 knee, 2 ankle.
PLACES = (0.0, 0.2, 0.45, 0.7, 0.86, 0.95, 1.0, 1.05, 1.15, 1.34, 1.55, 1.75, 1.9, 2.0)
#: An outline point that lies this much nearer to another part of the limb than its radius is inside the limb.
INSIDE = 0.35


def polygon(points: Sequence[complex]) -> Line:
    """A closed shape with straight edges."""
    around = points if area(points) >= 0 else points[::-1]
    return (("M", (around[0],)), *(("L", (point,)) for point in around[1:]), ("Z", ()))


def polyline(points: Sequence[complex]) -> Line:
    """An open line with straight parts."""
    return (("M", (points[0],)), *(("L", (point,)) for point in points[1:]))


def box(low: complex, high: complex) -> Line:
    """An upright rectangle between two opposite corners."""
    return polygon([low, complex(high.real, low.imag), high, complex(low.real, high.imag)])


def smooth(points: Sequence[complex]) -> Line:
    """A closed curve through the points."""
    around = list(points if area(points) >= 0 else points[::-1])
    ring = [around[-1], *around, around[0], around[1]]
    return (("M", (around[0],)), *_bends(ring), ("Z", ()))


def sweep(points: Sequence[complex]) -> Line:
    """An open curve through the points."""
    ends = [2 * points[0] - points[1], *points, 2 * points[-1] - points[-2]]
    return (("M", (points[0],)), *_bends(ends))


def _bends(ring: Sequence[complex]) -> list[Stroke]:
    """Curves from the second to the last but one point; each leans on its neighbours by their distance."""
    bends: list[Stroke] = []
    for before, start, end, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        span = abs(end - start)
        leave = (end - before) / (span + abs(start - before) + TINY)
        arrive = (after - start) / (span + abs(after - end) + TINY)
        bends.append(("C", (start + leave * span / 3, end - arrive * span / 3, end)))
    return bends


def ellipse(center: complex, wide: float, high: float, tilt: float = 0.0) -> Line:
    """An ellipse, turned left by ``tilt`` degrees."""
    axes = turn(tilt)
    across, upward = wide * axes, high * axes * 1j
    strokes: list[Stroke] = [("M", (center + across,))]
    for start, onward in ((across, upward), (upward, -across), (-across, -upward), (-upward, across)):
        controls = (center + start + QUARTER * onward, center + onward + QUARTER * start, center + onward)
        strokes.append(("C", controls))
    return (*strokes, ("Z", ()))


def disc(center: complex, size: float) -> Line:
    """A circle."""
    return ellipse(center, size, size)


def capsule(a: complex, size_a: float, b: complex, size_b: float) -> Line:
    """The shape a rubber band takes around two circles."""
    if abs(b - a) <= abs(size_a - size_b) + 0.01:
        return disc(a, size_a) if size_a > size_b else disc(b, size_b)
    ahead = unit(b - a)
    lean = math.acos(max(-1.0, min(1.0, (size_a - size_b) / abs(b - a))))
    left, right = ahead * turn(math.degrees(lean)), ahead * turn(-math.degrees(lean))
    tip, tail = _arc(b, size_b, right, 2 * lean), _arc(a, size_a, left, 2 * (math.pi - lean))
    return (("M", (b + size_b * right,)), *tip, ("L", (a + size_a * left,)), *tail, ("Z", ()))


def _arc(center: complex, size: float, start: complex, angle: float) -> list[Stroke]:
    """Two curves that follow a circle to the left, from one direction on over an angle in radians."""
    half = angle / 2
    pull = 4 / 3 * math.tan(half / 4) * size
    arcs: list[Stroke] = []
    for _ in range(2):
        end = start * turn(math.degrees(half))
        arcs.append(("C", (center + size * start + pull * start * 1j, center + size * end - pull * end * 1j,
                           center + size * end)))  # fmt: skip
        start = end
    return arcs


def rounded(points: Sequence[complex]) -> Line:
    """The convex shape around points, with its corners rounded off."""
    return smooth(hull(points))


def bone(a: complex, joint: complex, b: complex, place: float) -> complex:
    """The middle of a limb at one place, 0 to 2, with its joint rounded."""
    first, second = abs(joint - a), abs(b - joint)
    bend = min(JOINT_ROUND, first * 0.45, second * 0.45)
    walked = (place * first if place <= 1 else first + (place - 1) * second) - first
    if walked <= -bend:
        return mix(a, joint, place)
    if walked >= bend:
        return mix(joint, b, place - 1)
    share = (walked + bend) / (2 * bend)
    enter, leave = joint + (a - joint) * bend / max(first, TINY), joint + (b - joint) * bend / max(second, TINY)
    return mix(mix(enter, joint, share), mix(joint, leave, share), share)


def limb(
    a: complex,
    joint: complex,
    b: complex,
    left: Profile,
    right: Profile,
    *,
    start: float = 0.0,
    stop: float = 2.0,
    grow: float = 0.0,
    round_start: bool = True,
    round_end: bool = True,
) -> Line:
    """The outline of a limb: its middle line, set off by a radius of its own to the left and to the right.

    ``start`` and ``stop`` cut it off, ``grow`` makes it wider all along, for
    clothes; ends are rounded or cut straight.
    """
    places = sorted({start, stop, *(place for place in PLACES if start < place < stop)})
    middle = [bone(a, joint, b, place) for place in places]
    ahead = [
        unit(after - before) for before, after in zip([middle[0], *middle], [*middle[1:], middle[-1]], strict=False)
    ]
    sizes = [(radius(left, place) + grow, radius(right, place) + grow) for place in places]
    one = _side(middle, ahead, [size for size, _ in sizes], 1j)
    two = _side(middle, ahead, [size for _, size in sizes], -1j)
    tip = _cap(middle[-1], ahead[-1], sizes[-1]) if round_end else []
    tail = _cap(middle[0], -ahead[0], sizes[0][::-1]) if round_start else []
    if round_start and round_end:
        return smooth([*two, *tip, *one[::-1], *tail])
    return _cut(two + tip + one[::-1] if not round_start else one[::-1] + tail + two)


def _cap(center: complex, ahead: complex, sizes: tuple[float, float]) -> list[complex]:
    """The round end of a limb, from its right edge to its left one."""
    left, right = sizes
    across = ahead * 1j * (left - right) / 2
    size = (left + right) / 2
    return [center + across + size * ahead * turn(angle) for angle in (-45, 0, 45)]


def _side(middle: Sequence[complex], ahead: Sequence[complex], sizes: Sequence[float], side: complex) -> list[complex]:
    """One edge of a limb, without the points a bent joint would push inside the limb."""
    edge = []
    for here, way, size in zip(middle, ahead, sizes, strict=True):
        point = here + way * side * size
        if all(abs(point - other) > reach - INSIDE for other, reach in zip(middle, sizes, strict=True)):
            edge.append(point)
    return edge


def _cut(points: Sequence[complex]) -> Line:
    """A curve through the points, closed by a straight edge."""
    around = points if area(points) >= 0 else points[::-1]
    return (*sweep(around), ("Z", ()))
