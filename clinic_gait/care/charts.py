"""The trend of a measure as a drawing: how it moved over the visits, on both legs.

LEFT is drawn with a full line and filled circles, RIGHT dashed with open
squares. Shape and place carry the side, colour only helps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clinic_gait.care.shapes import SIDE_INK, Item, disc, rectangle, spread
from clinic_gait.care.trend_words import words
from clinic_gait.care.trends import Point, Trend
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import Side

SMALL = 12.0
LARGE = 13.0
#: Labels never come closer than their type and this.
_APART = 4.0
#: Narrower charts say less beside their lines.
_NARROW = 420.0
_LETTER = 0.6
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200)
_INSET = 9.0


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
        """Where a day stands; a single day stands in the middle."""
        if self.days == 0:
            return (self.left + self.right) / 2
        start, end = self.left + _INSET, self.right - _INSET
        return start + (day - self.first).days / self.days * (end - start)

    def y(self, value: float) -> float:
        """Where a value stands; more is higher."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def at(self, point: Point) -> tuple[float, float]:
        """Where a reading stands."""
        return self.x(point.day), self.y(float(point.value))


def trend(chart: Trend, *, width: float = 660, height: float = 196) -> Drawing:
    """A measure over the visits, time to scale in days.

    :raises ValueError: there is nothing to draw.
    """
    if not chart.points:
        raise ValueError("a trend needs at least one reading")
    frame = _frame(chart, width, height)
    items: list[Item] = [*_axis(chart, frame), *_band(chart, frame, narrow=width < _NARROW), *_goal(chart, frame)]
    for side in Side:
        items += _line(chart.of(side), frame)
    items += [*_typical(chart, frame), *_end_labels(chart, frame)]
    items += _dates(sorted({point.day for point in chart.points}), frame)
    return Drawing(
        width=width, height=height, items=tuple(items), title=f"{chart.label} over the visits", description=words(chart)
    )


def _frame(chart: Trend, width: float, height: float) -> _Frame:
    days = [point.day for point in chart.points]
    low, high = _reach(chart)
    left = max(_wide(_typical_words(chart), SMALL) + 14, 44.0)
    right = width - max(_wide(words, LARGE) for _, words, _ in _ends(chart)) - 14
    return _Frame(left, right, 10, height - 24, min(days), (max(days) - min(days)).days, low, high)


def _reach(chart: Trend) -> tuple[float, float]:
    """The lowest and the highest value to show, with a little room."""
    values = [float(point.value) for point in chart.points]
    values += [float(one) for one in (chart.goal, *(chart.typical or ())) if one is not None]
    start, error = chart.band_start, float(chart.error or 0)
    values += [float(start.value) - error, float(start.value) + error] if start else []
    low, high = min(values), max(values)
    room = (high - low) * 0.08 or max(abs(high) * 0.1, 0.1)
    return low - room, high + room


def _axis(chart: Trend, frame: _Frame) -> Iterator[Item]:
    step = next((one for one in _STEPS if (frame.high - frame.low) / one <= 5), _STEPS[-1])
    first = int(-(-frame.low // step))
    hidden = [frame.y(float(sum(chart.typical)) / 2)] if chart.typical else []
    for place in range(first, int(frame.high // step) + 1):
        value = round(place * step, 4)
        y = frame.y(value)
        yield Path(steps=(("M", frame.left, y), ("L", frame.right, y)), stroke=Ink.LINE, width=1)
        if all(abs(y - other) > SMALL + _APART for other in hidden):
            yield Label(x=frame.left - 8, y=y + 4, text=f"{value:g}", size=SMALL, anchor="end", ink=Ink.EDGE)


def _typical_words(chart: Trend) -> str:
    return f"ref {'-'.join(dict.fromkeys(map(plain, chart.typical)))}" if chart.typical else ""


def _typical(chart: Trend, frame: _Frame) -> Iterator[Item]:
    """A mark on the axis only: what is typical is no line that a patient has to reach."""
    if chart.typical is None:
        return
    low, high = (frame.y(float(one)) for one in chart.typical)
    middle, tall = (low + high) / 2, max(low - high, 4.0)
    yield Path(steps=rectangle(frame.left - 5, middle - tall / 2, 10, tall), fill=Ink.BLACK)
    words = _typical_words(chart)
    yield Label(x=frame.left - 9, y=middle + 4, text=words, size=SMALL, anchor="end", bold=True)


def _band(chart: Trend, frame: _Frame, *, narrow: bool) -> list[Item]:
    """What measuring can get wrong around the start, from the first reading that can be compared."""
    start, error = chart.band_start, chart.error
    if start is None or error is None:
        return []
    low, high = frame.y(float(start.value - error)), frame.y(float(start.value + error))
    left = frame.left if start.day == frame.first else frame.x(start.day)
    box = rectangle(left, high, frame.right - left, low - high)
    return [
        Path(steps=box, fill=Ink.EDGE, hatch=True, width=1.8),
        Path(steps=box, stroke=Ink.EDGE, width=1),
        *_caption(_band_words(chart, start, error, frame, narrow), chart, frame, (high, low)),
    ]


def _band_words(chart: Trend, start: Point, error: Decimal, frame: _Frame, narrow: bool) -> str:
    when = "start" if start.day == frame.first else f"{start.day.day} {start.day:%b}"
    side = "" if start.side is Side.NONE else f"{start.side.word.upper()} "
    if narrow:
        return f"{side}± {plain(error)}"
    within = "less than people notice" if chart.felt else "within error"
    return f"{side}{when} ± {plain(error)} {chart.unit}: {within}".replace("  ", " ")


def _caption(words: str, chart: Trend, frame: _Frame, band: tuple[float, float]) -> list[Item]:
    """The words of the band on a white ground, where no line crosses them if there is such a place."""
    high, low = band
    wide = _wide(words, SMALL) * 0.94 + 8
    left = frame.right - wide - 2
    places = [low - 10, high + 10, (low + high) / 2, low + 11, high - 11]
    inside = [y for y in places if frame.top + 8 <= y <= frame.bottom - 8] or places[:1]
    taken = list(_passed(chart, frame, left))
    free = [min((abs(y - other) for other in taken), default=99.0) for y in inside]
    y = next((one for one, room in zip(inside, free, strict=True) if room > SMALL), inside[free.index(max(free))])
    return [
        Path(steps=rectangle(left, y - 8, wide, 16), fill=Ink.WHITE),
        Label(x=left + wide - 4, y=y + 4, text=words, size=SMALL, anchor="end"),
    ]


def _passed(chart: Trend, frame: _Frame, left: float) -> Iterator[float]:
    """Heights that lines and points pass to the right of ``left``."""
    if chart.goal is not None:
        yield frame.y(float(chart.goal))
    for side in Side:
        places = [frame.at(point) for point in chart.of(side)]
        yield from (y for x, y in places if x >= left)
        for (x1, y1), (x2, y2) in pairwise(places):
            steps = [x1 + (x2 - x1) * part / 8 for part in range(9)] if x2 > x1 else []
            yield from (y1 + (x - x1) / (x2 - x1) * (y2 - y1) for x in steps if x >= left)


def _goal(chart: Trend, frame: _Frame) -> list[Item]:
    if chart.goal is None:
        return []
    y = frame.y(float(chart.goal))
    return [Path(steps=(("M", frame.left, y), ("L", frame.right, y)), stroke=Ink.BLACK, width=1.5, dash=(9, 3, 2, 3))]


def _line(points: Sequence[Point], frame: _Frame) -> Iterator[Item]:
    for before, now in pairwise(points):
        if before.method != now.method:
            # A line across a change of method would claim that the two can be compared.
            continue
        ends = (("M", *frame.at(before)), ("L", *frame.at(now)))
        dash = (7.0, 4.0) if now.side is Side.RIGHT else ()
        yield Path(steps=ends, stroke=SIDE_INK[now.side], width=2.5, dash=dash)
    yield from (_mark(point, frame) for point in points)


def _mark(point: Point, frame: _Frame) -> Path:
    x, y = frame.at(point)
    if point.side is Side.RIGHT:
        return Path(steps=rectangle(x - 5, y - 5, 10, 10), fill=Ink.WHITE, stroke=Ink.RIGHT, width=2)
    return Path(steps=disc(x, y, 5.5), fill=SIDE_INK[point.side])


def _ends(chart: Trend) -> list[tuple[Decimal, str, Ink]]:
    """What stands behind the lines: the newest value of each side, and the goal."""
    last = [points[-1] for points in map(chart.of, Side) if points]
    names = {Side.LEFT: "Left", Side.RIGHT: "Right", Side.NONE: "now"}
    found = [(one.value, f"{names[one.side]} {plain(one.value)}", SIDE_INK[one.side]) for one in last]
    return found + ([(chart.goal, f"goal {plain(chart.goal)}", Ink.BLACK)] if chart.goal is not None else [])


def _end_labels(chart: Trend, frame: _Frame) -> Iterator[Item]:
    ends = _ends(chart)
    places = spread([frame.y(float(value)) for value, _, _ in ends], LARGE + _APART)
    # Pushed apart near an edge they would leave the picture, so all of them move back together.
    places = [y - max(0.0, max(places) - frame.bottom) for y in places]
    places = [y + max(0.0, frame.top - min(places)) for y in places]
    for y, (_, text, ink) in zip(places, ends, strict=True):
        bold = not text.startswith("goal")
        yield Label(x=frame.right + 12, y=y + 4, text=text, size=LARGE, bold=bold, ink=ink)


def _dates(days: Sequence[date], frame: _Frame) -> Iterator[Item]:
    """The first and the last day, and those between that have room."""
    years = days[0].year != days[-1].year
    names = {day: f"{day.day} {day:%b %Y}" if years else f"{day.day} {day:%b}" for day in days}
    apart = max(_wide(name, SMALL) for name in names.values()) + SMALL + _APART
    shown = [days[0]]
    for day in days[1:]:
        if frame.x(day) - frame.x(shown[-1]) >= apart:
            shown.append(day)
        elif day == days[-1] and len(shown) > 1:
            shown[-1] = day
    for day in shown:
        yield Label(x=frame.x(day), y=frame.bottom + 19, text=names[day], size=SMALL, anchor="middle", ink=Ink.EDGE)


def _wide(words: str, size: float) -> float:
    """About how wide words are; there is no font to ask here."""
    return len(words) * size * _LETTER
