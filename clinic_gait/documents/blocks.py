"""Blocks: a piece of a page drawn once, kept as operators, and placed as often as it is needed.

A pen writes downward from the block's upper left corner, so y runs from 0 to
minus the block's height.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clinic_gait.documents import text
from clinic_gait.documents.fonts import face
from clinic_gait.documents.tags import Recording, TaggedCanvas
from clinic_gait.documents.text import Line, Run

#: Distance of a quarter circle's control points, in radii.
_ROUND = 0.5523
_BOX_LINE = 1.4


@dataclass(frozen=True, slots=True)
class Block:
    """A recording and its height."""

    recording: Recording
    height: float


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: size, line height in sizes, and where it stands: ``left``, ``right`` or ``middle``."""

    size: float
    leading: float = 1.3
    align: str = "left"

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * self.leading


class Pen:
    """Draws on a canvas from the top down; ``y`` is the upper edge of what comes next."""

    def __init__(self, canvas: TaggedCanvas, x: float = 0.0, y: float = 0.0) -> None:
        self.canvas = canvas
        self.x = x
        self.y = y

    def down(self, distance: float) -> None:
        """Leave a space."""
        self.y -= distance

    def paragraph(
        self, runs: Sequence[Run], style: Type, wide: float, *, x: float = 0.0, tag: str = "P", attributes: str = ""
    ) -> None:
        """Words broken into lines, as one element."""
        lines = text.wrap(runs, style.size, wide)
        with self.canvas.leaf(tag, attributes=attributes):
            self.lines(lines, style, wide, x=x)

    def lines(self, lines: Sequence[Line], style: Type, wide: float, *, x: float = 0.0) -> None:
        """Lines already broken, without an element of their own."""
        for line in lines:
            shift = 0.0
            if style.align != "left":
                spare = wide - text.line_width(line, style.size)
                shift = spare if style.align == "right" else spare / 2
            self.line(line, style.size, x + shift, self.y - baseline(style))
            self.y -= style.line

    def line(self, line: Line, size: float, x: float, y: float, *, white: bool = False) -> None:
        """One line with its base line at ``y``; everything between is positions on paper."""
        parts = []
        for name, words in line:
            for subset, codes in face(name).encode(words):
                parts.append(f"{self.canvas.resource(name, subset)} {size:g} Tf <{codes.hex()}> Tj")
        code = f"BT 1 0 0 1 {self.x + x:.2f} {y:.2f} Tm {' '.join(parts)} ET"
        self.canvas.addLiteral(f"q 1 g {code} Q" if white else code)

    def word(self, words: str, size: float, x: float, y: float, *, bold: bool = False) -> None:
        """A word in the middle of ``x``, its base line at ``y``."""
        self.line(text.pieces(Run(words, bold)), size, x - text.width(words, size, bold) / 2, y)

    def rule(self, wide: float, weight: float, *, x: float = 0.0) -> None:
        """A line across, its upper edge at the pen."""
        with self.canvas.artifact():
            y = self.y - weight / 2
            self.canvas.addLiteral(f"{weight:g} w {self.x + x:.2f} {y:.2f} m {self.x + x + wide:.2f} {y:.2f} l S")
        self.y -= weight

    def round_box(self, x: float, y: float, wide: float, high: float, *, radius: float, weight: float) -> None:
        """A box with round corners below ``y``; without a weight it is filled black."""
        with self.canvas.artifact():
            path = _round_path(self.x + x, y - high, wide, high, radius)
            self.canvas.addLiteral(f"{weight:g} w {path} s" if weight else f"{path} f")

    def tick_box(self, x: float, y: float, side: float) -> None:
        """An empty box to check, below ``y``; it belongs to the element that is open."""
        inset = _BOX_LINE / 2
        edge = side - _BOX_LINE
        left, low = self.x + x + inset, y - side + inset
        self.canvas.addLiteral(f"{_BOX_LINE:g} w {left:.2f} {low:.2f} {edge:.2f} {edge:.2f} re S")

    def polygon(self, points: Sequence[tuple[float, float]]) -> None:
        """A filled shape."""
        first, *others = points
        steps = [f"{self.x + first[0]:.2f} {first[1]:.2f} m"]
        steps += [f"{self.x + x:.2f} {y:.2f} l" for x, y in others]
        self.canvas.addLiteral(f"{' '.join(steps)} h f")


def record(draw: Callable[[Pen], None]) -> Block:
    """Draw once on a canvas of its own and keep the operators."""
    canvas = TaggedCanvas()
    pen = Pen(canvas)
    draw(pen)
    return Block(canvas.recorded(), -pen.y)


def baseline(style: Type) -> float:
    """How far below a line's upper edge its letters stand: capitals are centred in the line."""
    return style.line / 2 + 0.355 * style.size


def height(runs: Sequence[Run], style: Type, wide: float) -> float:
    """How high a paragraph will be."""
    return len(text.wrap(runs, style.size, wide)) * style.line


def _round_path(x: float, y: float, wide: float, high: float, radius: float) -> str:
    bend = radius * (1 - _ROUND)
    right, top = x + wide, y + high
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - bend:.2f} {y:.2f} {right:.2f} {y + bend:.2f} {right:.2f} {y + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - bend:.2f} {right - bend:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{x + radius:.2f} {top:.2f} l "
        f"{x + bend:.2f} {top:.2f} {x:.2f} {top - bend:.2f} {x:.2f} {top - radius:.2f} c "
        f"{x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + bend:.2f} {x + bend:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )
