"""The pen: marks in the order they are painted, later turned into a drawing.

Line widths and marks are those of the house style: they must survive a one-bit
photocopier at 34 mm a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clinic_gait.clinical.figures.curves import Line, disc, ellipse, polygon, polyline, sweep
from clinic_gait.clinical.figures.plane import TINY, mix, turn, unit
from clinic_gait.clinical.figures.primitives import Ink, Path, Step

OUTLINE = 1.15
SHORTS_OUTLINE = 0.85
HALO = 1.3
ARROW, ARROW_HEAD, ARROW_HALO = 2.3, 7.2, 1.2
#: How far an arrow's shaft runs into its head, and how wide the head opens.
HEAD_DEPTH, HEAD_ANGLE = 0.7, 153.0
LENS = 0.9
RAY, RAY_HALO = 1.5, 3.4
#: The three rays of a feel mark: where they begin and end beside its lens.
RAYS = ((-4.0, -6.8), (0.0, 0.0), (4.0, 6.8))
RAY_START, RAY_END = 6.2, 10.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One painted thing, still in the plane of the body: y up."""

    line: Line
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    hatch: bool = False
    outline: bool = False
    round: bool = False

    @property
    def points(self) -> list[complex]:
        """Points all along it, for measuring what lies where."""
        found: list[complex] = []
        here = 0j
        for _, points in self.line:
            if len(points) == 1 and found:
                found += [mix(here, points[0], share) for share in (0.25, 0.5, 0.75)]
            found += points
            here = points[-1] if points else here
        return found

    def path(self, left: float, top: float) -> Path:
        """The mark in a drawing whose upper left corner is here; tenths are fine enough for print."""
        return Path(
            steps=tuple(_step(letter, points, left, top) for letter, points in self.line),
            fill=self.fill,
            stroke=self.stroke,
            width=round(self.width, 2),
            dash=self.dash,
            hatch=self.hatch,
            outline=self.outline,
            round=self.round,
        )


def _step(letter: str, points: Sequence[complex], left: float, top: float) -> Step:
    numbers = [value for p in points for value in (round(p.real - left, 1), round(top - p.imag, 1))]
    return (letter, *numbers)


class Pen:
    """Paints one frame."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def shape(
        self,
        lines: Iterable[Line],
        fill: Ink = Ink.WHITE,
        *,
        edge: float = OUTLINE,
        halo: float = 0.0,
    ) -> None:
        """Parts that overlap, painted as one shape with one line round all of it."""
        joined = tuple(stroke for line in lines for stroke in line)
        if halo:
            self.marks.append(Mark(line=joined, stroke=Ink.WHITE, width=2 * (edge + halo)))
        self.marks.append(Mark(line=joined, fill=fill, stroke=Ink.BLACK, width=2 * edge, outline=True))

    def area(self, line: Line, edge: float = 1.2, fill: Ink = Ink.WHITE) -> None:
        """A thing with an edge, such as a seat."""
        self.marks.append(Mark(line=line, fill=fill, stroke=Ink.BLACK, width=edge))

    def hatched(self, line: Line, edge: float = 1.4) -> None:
        """A solid thing to stand on."""
        self.marks.append(Mark(line=line, fill=Ink.BLACK, stroke=Ink.BLACK, width=edge, hatch=True))

    def stroke(
        self, line: Line, width: float, ink: Ink = Ink.BLACK, *, ends: bool = False, dash: tuple[float, ...] = ()
    ) -> None:
        """An open line; ``ends`` rounds its ends."""
        self.marks.append(Mark(line=line, stroke=ink, width=width, round=ends, dash=dash))

    def rod(self, a: complex, b: complex, width: float, *, ends: bool = True) -> None:
        """A straight line."""
        self.stroke(polyline([a, b]), width, ends=ends)

    def rods(self, pairs: Iterable[tuple[complex, complex]], width: float, *, ends: bool = False) -> None:
        """Many straight lines of one width."""
        joined = tuple(stroke for a, b in pairs for stroke in polyline([a, b]))
        if joined:
            self.stroke(joined, width, ends=ends)

    def band(self, a: complex, b: complex, width: float = 3.4, *, ticks: bool = True) -> None:
        """A band or strap: a white line with two edges; ticks tell a stretching band from a strap."""
        self.stroke(polyline([a, b]), width, ends=True)
        self.stroke(polyline([a, b]), width - 1.8, Ink.WHITE, ends=True)
        if ticks:
            number = int(abs(b - a) / 3.2)
            across = 0.8j * unit(b - a)
            places = [mix(a, b, step / number) for step in range(1, number)]
            self.rods([(place + across, place - across) for place in places], 0.6)

    def loop(self, center: complex, tilt: float, half: float = 3.6, thick: float = 1.5) -> None:
        """A band round a limb."""
        self.area(ellipse(center, half, thick, tilt), 1.0)

    def arrow(
        self, points: Sequence[complex], *, both: bool = False, width: float = ARROW, head: float = ARROW_HEAD
    ) -> None:
        """An arrow through the points; it points where the body goes."""
        ends = [_head(points[-1], points[-2], head)]
        shaft = [*(p for p in points[:-1] if abs(p - points[-1]) > head * HEAD_DEPTH + 0.5), ends[0][1]]
        if both:
            ends.append(_head(points[0], points[1], head))
            shaft = [ends[1][1], *(p for p in shaft[1:] if abs(p - points[0]) > head * HEAD_DEPTH + 0.5)]
        line = sweep(shaft) if len(shaft) > 2 else polyline(shaft)
        heads = tuple(stroke for triangle, _ in ends for stroke in polygon(triangle))
        self.stroke(line, width + 2 * ARROW_HALO, Ink.WHITE, ends=True)
        self.marks.append(Mark(line=heads, fill=Ink.WHITE, stroke=Ink.WHITE, width=2 * ARROW_HALO))
        self.stroke(line, width)
        self.marks.append(Mark(line=heads, fill=Ink.BLACK))

    def feel(
        self, center: complex, along: float, size: tuple[float, float] = (2.1, 4.8), side: int = 1, *, rays: bool = True
    ) -> None:
        """The "feel it here" mark: a lens along the limb, with rays on its left (+1) or right (-1) side."""
        wide, long = size
        self.area(ellipse(center, long, wide, along), LENS)
        if rays:
            axes = turn(along)
            lines = [
                (center + axes * complex(near, side * RAY_START), center + axes * complex(far, side * RAY_END))
                for near, far in RAYS
            ]
            joined = tuple(stroke for a, b in lines for stroke in polyline([a, b]))
            self.stroke(joined, RAY_HALO, Ink.WHITE, ends=True)
            self.stroke(joined, RAY, ends=True)

    def dot(self, center: complex, size: float, edge: float = 1.2) -> None:
        """A small round thing."""
        self.area(disc(center, size), edge)

    def shift(self, by: complex) -> None:
        """Move everything painted so far."""
        self.marks = [
            replace(mark, line=tuple((letter, tuple(p + by for p in points)) for letter, points in mark.line))
            for mark in self.marks
        ]


def _head(tip: complex, before: complex, size: float) -> tuple[list[complex], complex]:
    """The corners of an arrow's head and the place where its shaft ends."""
    ahead = unit(tip - before + TINY)
    wings = [tip + size * ahead * turn(side * HEAD_ANGLE) for side in (1, -1)]
    return [tip, *wings], tip - size * HEAD_DEPTH * ahead
