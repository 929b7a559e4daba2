"""A trend as plain data: readings of one measure over the visits, with its error, its goal and what is typical."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinic_gait.clinical.measures import Better
from clinic_gait.clinical.values import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One reading of a trend: its day, side, value and the method it was taken with."""

    day: date
    side: Side
    value: Decimal
    method: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What a trend chart shows, the oldest point first.

    ``error`` is the smallest change beyond measurement error for the newest
    point's method, in ``unit``; ``felt`` marks a change that people notice
    instead. ``typical`` is what healthy people reach, measured in the same
    way: a span, or twice the same number..
    """

    label: str
    unit: str
    points: tuple[Point, ...]
    error: Decimal | None = None
    felt: bool = False
    better: Better | None = None
    goal: Decimal | None = None
    band_side: Side = Side.LEFT
    typical: tuple[Decimal, Decimal] | None = None

    def of(self, side: Side) -> tuple[Point, ...]:
        """The points of one leg, or of what has no side."""
        return tuple(point for point in self.points if point.side is side)

    @property
    def band_start(self) -> Point | None:
        """The point that the error is drawn around: the first that was taken as the newest of its leg was."""
        points = self.of(self.band_side)
        return next((one for one in points if one.method == points[-1].method), None)
