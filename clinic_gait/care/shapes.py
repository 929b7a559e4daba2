"""Shapes that charts are made of: boxes, discs, hatching, and the distance between labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clinic_gait.clinical.figures.primitives import Ink, Label, Path, Step
from clinic_gait.clinical.values import Side

Item = Path | Label

#: LEFT is solid, RIGHT hatched, what has no side black; colour only helps.
SIDE_INK = {Side.LEFT: Ink.LEFT, Side.RIGHT: Ink.RIGHT, Side.NONE: Ink.BLACK}

#: Distance and thickness of the hatch lines of a RIGHT shape, wide enough apart for a copier.
HATCH_GAP, HATCH_LINE = 6.0, 1.3
#: How long a Bezier handle must be to bend a quarter of a circle, in radii.
_BEND = 0.5523


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """The steps of a box."""
    return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))


def disc(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """The steps of a circle around a point."""
    bend = radius * _BEND
    return (
        ("M", x - radius, y),
        ("C", x - radius, y - bend, x - bend, y - radius, x, y - radius),
        ("C", x + bend, y - radius, x + radius, y - bend, x + radius, y),
        ("C", x + radius, y + bend, x + bend, y + radius, x, y + radius),
        ("C", x - bend, y + radius, x - radius, y + bend, x - radius, y),
        ("Z",),
    )


def filled(side: Side, x: float, y: float, width: float, height: float) -> tuple[Path, ...]:
    """A box in the look of a leg: LEFT solid, RIGHT outlined and hatched."""
    ink = SIDE_INK[side]
    if side is not Side.RIGHT:
        return (Path(steps=rectangle(x, y, width, height), fill=ink),)
    half = HATCH_LINE / 2
    inside = rectangle(x + half, y + half, max(width - HATCH_LINE, 0.1), height - HATCH_LINE)
    edge = Path(steps=inside, fill=Ink.WHITE, stroke=ink, width=HATCH_LINE)
    lines = _hatching(x + HATCH_LINE, y + HATCH_LINE, width - 2 * HATCH_LINE, height - 2 * HATCH_LINE)
    return (edge, Path(steps=lines, stroke=ink, width=HATCH_LINE)) if lines else (edge,)


def moved(items: Iterable[Path], x: float, y: float) -> list[Item]:
    """The same shapes elsewhere."""
    return [replace(one, steps=tuple(_moved(step, x, y) for step in one.steps)) for one in items]


def spread(places: Sequence[float], gap: float) -> list[float]:
    """The same places pushed apart to at least ``gap``, in their order, so that labels never overlap.

    >>> spread([10, 12, 40], 16)
    [3.0, 19.0, 40.0]
    """
    groups: list[tuple[float, int]] = []
    for place in sorted(places):
        groups.append((place, 1))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], gap):
            (first, many), (second, more) = groups[-2:]
            groups[-2:] = [((first * many + second * more) / (many + more), many + more)]
    apart = [centre + (place - (count - 1) / 2) * gap for centre, count in groups for place in range(count)]
    order = sorted(range(len(places)), key=lambda one: places[one])
    return [apart[order.index(one)] for one in range(len(places))]


def _touch(one: tuple[float, int], two: tuple[float, int], gap: float) -> bool:
    return (two[0] - (two[1] - 1) / 2 * gap) - (one[0] + (one[1] - 1) / 2 * gap) < gap


def _hatching(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """Lines at 45 degrees, cut off at the box by reckoning: no printer has to clip them."""
    steps: list[Step] = []
    start = x - height + HATCH_GAP
    while start < x + width:
        left, right = max(start, x), min(start + height, x + width)
        if right > left:
            steps += [("M", left, y + height - (left - start)), ("L", right, y + height - (right - start))]
        start += HATCH_GAP
    return tuple(steps)


def _moved(step: Step, x: float, y: float) -> Step:
    letter, *numbers = step
    return (letter, *(float(number) + (y if place % 2 else x) for place, number in enumerate(numbers)))
