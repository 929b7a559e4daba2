"""What every picture is made of: exercise figures, charts and soles alike.

A drawing is defined once and rendered twice, as SVG for the screen and as PDF
operators for paper. The origin is the top left corner, y points down.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Ink(str, Enum):
    """Ink by its role; paper prints the sides and states in black and grey."""

    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    LEFT = "left"
    RIGHT = "right"
    EDGE = "edge"
    LINE = "line"
    SOFT = "soft"
    GOOD = "good"
    BAD = "bad"


#: One step of a path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",).
Step = tuple[str | float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Lines and curves, filled, stroked or both. ``dash`` is on and off lengths; ``hatch`` fills with 45 degree lines.

    ``outline`` lays the line under the fill, so that overlapping parts of one
    path become one shape with a line of half the width round all of it;
    ``round`` gives open lines round ends.
    """

    steps: tuple[Step, ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: bool = False
    outline: bool = False
    round: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words; ``anchor`` is start, middle or end, ``y`` the base line."""

    x: float
    y: float
    text: str
    size: float
    anchor: str = "start"
    bold: bool = False
    ink: Ink = Ink.BLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture with its size and the words that stand for it where it cannot be seen."""

    width: float
    height: float
    items: tuple[Path | Label, ...]
    title: str
    description: str = ""
