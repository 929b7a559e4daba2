"""The trend of a measure as a drawing: how it moved over the visits, on both legs.

LEFT is drawn left, with a full line and filled circles; RIGHT right, dashed,
with open squares. Shape and place carry the side, colour only helps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path, Step
from clinic_gait.clinical.values import LEGS, Side

SIDE_INK = {Side.LEFT: Ink.LEFT, Side.RIGHT: Ink.RIGHT}
SMALL = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One reading of a trend: its day, side, value and the method it was taken with."""

    day: date
    side: Side
    value: Decimal
    method: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What a trend chart shows; ``error`` is the smallest change beyond measurement error, in ``unit``."""

    label: str
    unit: str
    points: tuple[Point, ...]
    error: Decimal | None = None
    goal: Decimal | None = None
    band_side: Side = Side.LEFT


@dataclass(frozen=True, slots=True)
class _Frame:
    """The plotting area and how days and values fall on it."""

    left: float
    right: float
    top: float
    bottom: float
    first: date
    days: int
    low: float
    high: float

    def x(self, day: date) -> float:
        if self.days == 0:
            return (self.left + self.right) / 2
        return self.left + (day - self.first).days / self.days * (self.right - self.left)

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def trend(chart: Trend, *, width: float = 640, height: float = 260) -> Drawing:
    """A measure over the visits, time to scale in days.

    :raises ValueError: there is nothing to draw.
    """
    if not chart.points:
        raise ValueError("a trend needs at least one reading")
    frame = _frame(chart, width, height)
    items: list[Path | Label] = [*_axis(frame), *_band(chart, frame), *_goal(chart, frame)]
    for side in LEGS:
        items += _line([point for point in chart.points if point.side is side], frame)
    items += _end_labels(chart, frame)
    items += _dates(sorted({point.day for point in chart.points}), frame)
    return Drawing(
        width=width, height=height, items=tuple(items), title=f"{chart.label} over the visits", description=words(chart)
    )


def words(chart: Trend) -> str:
    """The trend in one sentence for each side: where it began, where it is, and whether that is beyond error."""
    return " ".join(filter(None, (_side_words(chart, side) for side in LEGS)))


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """The steps of a box."""
    return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))


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


def _frame(chart: Trend, width: float, height: float) -> _Frame:
    days = [point.day for point in chart.points]
    values = [float(point.value) for point in chart.points]
    values += [float(chart.goal)] if chart.goal is not None else []
    error = float(chart.error or 0)
    low, high = min(values) - error, max(values) + error
    margin = max((high - low) * 0.1, 1.0)
    return _Frame(
        48, width - 110, 14, height - 34, min(days), (max(days) - min(days)).days, low - margin, high + margin
    )


def _axis(frame: _Frame) -> list[Path | Label]:
    step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 200) if (frame.high - frame.low) / one <= 5)
    value = -(-frame.low // step) * step
    items: list[Path | Label] = []
    while value <= frame.high:
        y = frame.y(value)
        items.append(Path(steps=(("M", frame.left, y), ("L", frame.right, y)), stroke=Ink.LINE, width=1))
        items.append(Label(x=frame.left - 8, y=y + 4, text=f"{value:g}", size=SMALL, anchor="end", ink=Ink.EDGE))
        value += step
    return items


def _band(chart: Trend, frame: _Frame) -> list[Path | Label]:
    start = next((point for point in chart.points if point.side is chart.band_side), None)
    if start is None or chart.error is None:
        return []
    low, high = frame.y(float(start.value - chart.error)), frame.y(float(start.value + chart.error))
    box = rectangle(frame.left, high, frame.right - frame.left, low - high)
    caption = f"{chart.band_side.word} start ± {chart.error:f} {chart.unit}: within error"
    return [
        Path(steps=box, fill=Ink.LINE, stroke=Ink.EDGE, width=1, hatch=True),
        Label(x=frame.right - 6, y=low - 6, text=caption, size=SMALL, anchor="end", ink=Ink.BLACK),
    ]


def _goal(chart: Trend, frame: _Frame) -> list[Path | Label]:
    if chart.goal is None:
        return []
    y = frame.y(float(chart.goal))
    return [Path(steps=(("M", frame.left, y), ("L", frame.right, y)), stroke=Ink.BLACK, width=1.5, dash=(9, 3, 2, 3))]


def _line(points: Sequence[Point], frame: _Frame) -> list[Path | Label]:
    items: list[Path | Label] = []
    for before, now in pairwise(points):
        if before.method != now.method:
            # A line across a change of method would claim that the two can be compared.
            continue
        ends = (("M", *_place(before, frame)), ("L", *_place(now, frame)))
        dash = (7.0, 4.0) if now.side is Side.RIGHT else ()
        items.append(Path(steps=ends, stroke=SIDE_INK[now.side], width=2.5, dash=dash))
    mark: Callable[[Point, _Frame], Path] = _disc
    if points and points[0].side is Side.RIGHT:
        mark = _square
    return items + [mark(point, frame) for point in points]


def _place(point: Point, frame: _Frame) -> tuple[float, float]:
    return frame.x(point.day), frame.y(float(point.value))


def _disc(point: Point, frame: _Frame) -> Path:
    x, y = _place(point, frame)
    radius, bend = 5.5, 3.04
    steps: tuple[Step, ...] = (
        ("M", x - radius, y),
        ("C", x - radius, y - bend, x - bend, y - radius, x, y - radius),
        ("C", x + bend, y - radius, x + radius, y - bend, x + radius, y),
        ("C", x + radius, y + bend, x + bend, y + radius, x, y + radius),
        ("C", x - bend, y + radius, x - radius, y + bend, x - radius, y),
        ("Z",),
    )
    return Path(steps=steps, fill=Ink.LEFT)


def _square(point: Point, frame: _Frame) -> Path:
    x, y = _place(point, frame)
    return Path(steps=rectangle(x - 5, y - 5, 10, 10), fill=Ink.WHITE, stroke=Ink.RIGHT, width=2)


def _end_labels(chart: Trend, frame: _Frame) -> list[Path | Label]:
    wanted: list[tuple[float, str, Ink]] = []
    for side in LEGS:
        mine = [point for point in chart.points if point.side is side]
        if mine:
            wanted.append((frame.y(float(mine[-1].value)), f"{side.word.title()} {mine[-1].value:f}", SIDE_INK[side]))
    if chart.goal is not None:
        wanted.append((frame.y(float(chart.goal)), f"goal {chart.goal:f}", Ink.BLACK))
    places = spread([place for place, _, _ in wanted], SMALL + 5)
    return [
        Label(x=frame.right + 12, y=y + 4, text=text, size=13, bold=ink is not Ink.BLACK, ink=ink)
        for y, (_, text, ink) in zip(places, wanted, strict=True)
    ]


def _dates(days: Sequence[date], frame: _Frame) -> list[Path | Label]:
    shown = [days[0]]
    for day in days[1:]:
        if frame.x(day) - frame.x(shown[-1]) >= 62:
            shown.append(day)
        elif day == days[-1] and len(shown) > 1:
            shown[-1] = day
    return [
        Label(
            x=frame.x(day), y=frame.bottom + 22, text=f"{day.day} {day:%b}", size=SMALL, anchor="middle", ink=Ink.EDGE
        )
        for day in shown
    ]


def _side_words(chart: Trend, side: Side) -> str:
    mine = [point for point in chart.points if point.side is side]
    if not mine:
        return ""
    now, start = mine[-1], mine[0]
    said = f"{side.word.upper()} {now.value:f} {chart.unit}"
    if now is start:
        return f"{said}, measured once."
    change = now.value - start.value
    said = f"{said}, {change:+f} since {start.day.day} {start.day:%b}"
    if now.method != start.method:
        return f"{said}; the method changed, so the two cannot be compared."
    if chart.error is None:
        return f"{said}; no error figure is known for this method."
    return f"{said}, {'beyond' if abs(change) >= chart.error else 'within'} measurement error ({chart.error:f})."
