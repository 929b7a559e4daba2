"""Two painted frames become two drawings of one size, numbered, and turned round for the left leg."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from clinic_gait.clinical.figures.curves import Line, disc, polyline, sweep
from clinic_gait.clinical.figures.pen import Mark, Pen
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path, Step

PAD = 3.0
NARROWEST = 78.0
NARROWEST_LAP = 46.0
FLOOR_BOTTOM = -1.4
#: The number's disc, its distance from the corner, and the room that must be free of ink.
DISC, DISC_AT, DISC_ROOM = 7.0, 8.0, 17.0
#: Digits are drawn, not set: no font is needed and no reader speaks them.
DIGITS: tuple[Line, Line] = (
    polyline([-2.6 + 2.6j, 0.6 + 4.6j, 0.6 - 4.6j]),
    (*sweep([-2.9 + 2.3j, -1.2 + 4.4j, 1.6 + 4.1j, 2.5 + 2.0j, 0.6 - 1.2j, -2.9 - 4.2j]), ("L", (3.1 - 4.2j,))),
)
DIGIT_WIDTH = 2.1


class View(Protocol):
    """Something that paints both frames."""

    def frame(self, number: int) -> Pen:
        """One frame; 0 is the start."""

    def floor(self, pen: Pen, left: float, right: float) -> None:
        """What runs from edge to edge, painted last."""


@dataclass(frozen=True, slots=True)
class Frames:
    """Both frames in one box, facing right; the number stands in the upper left or the upper right corner."""

    marks: tuple[tuple[Mark, ...], tuple[Mark, ...]]
    left: float
    top: float
    width: float
    height: float
    number_left: bool
    small: bool


def lay_out(view: View, *, small: bool = False) -> Frames:
    """Paint both frames and find one box and one free corner for them."""
    pens = [view.frame(0), view.frame(1)]
    left, low, right, top = _bounds([mark for pen in pens for mark in pen.marks])
    lacking = max(0.0, (NARROWEST_LAP if small else NARROWEST) - (right - left + 2 * PAD)) / 2
    left, right = left - PAD - lacking, right + PAD + lacking
    low, top = min(low, FLOOR_BOTTOM) - 1, top + 2
    number_left, more = _corner(
        [point for pen in pens for mark in pen.marks for point in mark.points], left, right, top
    )
    for pen in pens:
        view.floor(pen, left + 1, right - 1)
    size = (round(right - left, 1), round(top + more - low, 1))
    return Frames((tuple(pens[0].marks), tuple(pens[1].marks)), left, top + more, *size, number_left, small)


def _bounds(marks: Sequence[Mark]) -> tuple[float, float, float, float]:
    spots = [(point, mark.width / 2) for mark in marks for point in mark.points]
    return (
        min(point.real - half for point, half in spots),
        min(point.imag - half for point, half in spots),
        max(point.real + half for point, half in spots),
        max(point.imag + half for point, half in spots),
    )


def _corner(points: Sequence[complex], left: float, right: float, top: float) -> tuple[bool, float]:
    """The first upper corner without ink, and how much higher the box must be for it."""
    for more in range(18):
        floor = top + more - DISC_ROOM
        high = [point.real for point in points if point.imag > floor]
        if all(place > left + DISC_ROOM + 1 for place in high):
            return True, more
        if all(place < right - DISC_ROOM - 1 for place in high):
            return False, more
    return True, DISC_ROOM


def drawings(frames: Frames, titles: tuple[str, str], *, mirrored: bool) -> tuple[Drawing, Drawing]:
    """The two drawings; the number changes its corner when the figure is turned round, but is not turned itself."""
    start, end = (
        Drawing(
            width=frames.width,
            height=frames.height,
            items=(*_items(frames, number, mirrored), *_number(frames, number, mirrored)),
            title=titles[number],
        )
        for number in (0, 1)
    )
    return start, end


def _items(frames: Frames, number: int, mirrored: bool) -> list[Path | Label]:
    paths = [mark.path(frames.left, frames.top) for mark in frames.marks[number]]
    if not mirrored:
        return list(paths)
    return [_mirrored(path, frames.width) for path in paths]


def _mirrored(path: Path, width: float) -> Path:
    steps = tuple(_mirrored_step(step, width) for step in path.steps)
    return Path(
        steps=steps, fill=path.fill, stroke=path.stroke, width=path.width, dash=path.dash, hatch=path.hatch,
        outline=path.outline, round=path.round,
    )  # fmt: skip


def _mirrored_step(step: Step, width: float) -> Step:
    letter, *numbers = step
    return (letter, *(round(width - float(n), 1) if place % 2 == 0 else n for place, n in enumerate(numbers)))


def _number(frames: Frames, number: int, mirrored: bool) -> list[Path]:
    """The frame's number: a black disc with a white digit."""
    scale = 2 / 3 if frames.small else 1.0
    from_left = frames.number_left != mirrored
    center = complex(DISC_AT * scale if from_left else frames.width - DISC_AT * scale, -DISC_AT * scale)
    digit = tuple((letter, tuple(center + scale * p for p in points)) for letter, points in DIGITS[number])
    marks = (
        Mark(line=disc(center, DISC * scale), fill=Ink.BLACK),
        Mark(line=digit, stroke=Ink.WHITE, width=DIGIT_WIDTH * scale),
    )
    return [mark.path(0, 0) for mark in marks]
