"""The pictures of the chart: the trend of one measure, and the newest visit left against right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from markupsafe import Markup

from clinic_gait.care.bars import NARROW, WIDE, Bar, butterfly
from clinic_gait.care.charts import trend
from clinic_gait.care.plan import Goal
from clinic_gait.care.trend_words import Sentence, direction, left_out, sentences
from clinic_gait.care.trends import Point, Trend
from clinic_gait.clinical.catalogue import CATALOGUE, USUAL_SET
from clinic_gait.clinical.compare import gap
from clinic_gait.clinical.entry import number, usable
from clinic_gait.clinical.measures import Healthy, Quantity
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import Unit, plain
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.web.charts import svg

Past = Sequence[tuple[date, UUID, Reading]]
Limits = Mapping[str, Threshold]

#: So many rows stand beside a trend on one screen; the table has all of them.
MOST_BARS = 7
TREND_WIDE, TREND_NARROW = (660.0, 172.0), (280.0, 200.0)
#: Scores and counts are numbers alone, a unit behind them says nothing.
_NO_UNIT = (Unit.POINTS, Unit.GRADE, Unit.COUNT, Unit.RATIO)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendCard:
    """The trend of one measure: two drawings for two widths, its sentences, which way is better, and the reference."""

    wide: Markup
    narrow: Markup
    sentences: tuple[Sentence, ...]
    left_out: str
    direction: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarCard:
    """Left against right of one visit: two drawings for two widths. ``left_out`` counts rows that had no room."""

    day: date
    wide: Markup
    narrow: Markup
    rows: tuple[Bar, ...]
    left_out: int

    @property
    def marked(self) -> bool:
        """Whether a bar has the mark of what is typical."""
        return any(row.typical for row in self.rows)


def choices(past: Past) -> list[Quantity]:
    """What a trend can be drawn of: numbers, those of the legs first, the usual ones leading."""
    seen = {reading.measure for _, _, reading in past if reading.value is not None}
    order = [*USUAL_SET, *(key for key in CATALOGUE if key not in USUAL_SET)]
    found = [CATALOGUE[key] for key in order if key in seen]
    numbers = [one for one in found if isinstance(one, Quantity)]
    return sorted(numbers, key=lambda one: not one.sided)


def main_measure(past: Past, wanted: str | None) -> Quantity | None:
    """The measure asked for, else the one of both legs that was measured most often; the usual order decides a draw."""
    possible = choices(past)
    chosen = next((one for one in possible if one.key == wanted), None)
    if chosen or not possible:
        return chosen
    sided = [one for one in possible if one.sided] or possible
    often = [sum(reading.measure == one.key for _, _, reading in past) for one in sided]
    return sided[often.index(max(often))]


def trend_of(measure: Quantity, past: Past, goals: Iterable[Goal], limits: Limits = THRESHOLDS) -> TrendCard | None:
    """The trend of a measure over the visits, with the clinic's cut-offs; nothing where no value can be used."""
    points = tuple(_points(measure, past))
    if not points:
        return None
    chart = _trend(measure, points, goals, limits)
    wide, narrow = (trend(chart, width=width, height=height) for width, height in (TREND_WIDE, TREND_NARROW))
    healthy = _healthy(measure, points)
    return TrendCard(
        wide=svg(wide, css_class="cg-chart cg-chart--wide"),
        narrow=svg(narrow, css_class="cg-chart cg-chart--narrow"),
        sentences=sentences(chart),
        left_out=left_out(chart),
        direction=direction(chart),
        reference=reference(healthy) if healthy else "",
    )


def bars(past: Past, limits: Limits = THRESHOLDS) -> BarCard | None:
    """Left against right of the newest visit in which a number of a leg was taken."""
    newest = next((row for row in reversed(past) if row[2].side in LEGS and row[2].value is not None), None)
    if newest is None:
        return None
    here = [row for row in past if row[1] == newest[1]]
    found = {one.key: one for _, _, one in here}
    measures = [one for one in choices(here) if one.sided]
    rows = tuple(
        _bar(one, found.get((one.key, Side.LEFT)), found.get((one.key, Side.RIGHT)), limits) for one in measures
    )
    return BarCard(
        day=newest[0],
        wide=svg(butterfly(rows[:MOST_BARS], WIDE), css_class="cg-chart cg-chart--wide"),
        narrow=svg(butterfly(rows[:MOST_BARS], NARROW), css_class="cg-chart cg-chart--narrow"),
        rows=rows[:MOST_BARS],
        left_out=len(rows[MOST_BARS:]),
    )


def _points(measure: Quantity, past: Past) -> Iterator[Point]:
    for day, _, one in past:
        if one.measure == measure.key and usable(measure, one) and one.value is not None:
            yield Point(day=day, side=one.side, value=one.value, method=one.method)


def _trend(measure: Quantity, points: tuple[Point, ...], goals: Iterable[Goal], limits: Limits) -> Trend:
    goal = next((one for one in goals if one.measure == measure.key and one.target is not None), None)
    error, healthy = measure.error_for(points[-1].method, limits), _healthy(measure, points)
    return Trend(
        label=measure.label,
        unit="" if measure.unit in _NO_UNIT else measure.unit.value,
        points=points,
        error=error.value if error else None,
        felt=error.felt if error else False,
        better=measure.better,
        goal=goal.target if goal else None,
        band_side=_band_side(goal, points),
        typical=(healthy.low, healthy.high) if healthy else None,
    )


def _healthy(measure: Quantity, points: Sequence[Point]) -> Healthy | None:
    """What healthy people reach, where every reading was taken in the way it was found by."""
    found = {one.method: measure.healthy_for(one.method) for one in points}
    return measure.healthy_for(points[-1].method) if all(found.values()) else None


def reference(healthy: Healthy) -> str:
    """What a mark of what is typical stands for: the span, who they were, and who found it."""
    span = " to ".join(dict.fromkeys(map(plain, (healthy.low, healthy.high))))
    cites = "; ".join(SOURCES[key].cite for key in healthy.sources)
    return f"ref {span}: {healthy.of} ({cites})"


def _band_side(goal: Goal | None, points: Sequence[Point]) -> Side:
    """The leg of the goal, else the one that began lower, for it is the one that is treated."""
    first = {point.side: point.value for point in reversed(points)}
    if goal and goal.side in first:
        return goal.side
    return min(first, key=lambda side: first[side])


def _bar(measure: Quantity, left: Reading | None, right: Reading | None, limits: Limits) -> Bar:
    taken = [one for one in (left, right) if one is not None and one.value is not None]
    healthy = {measure.healthy_for(one.method) for one in taken}
    mark = healthy.pop() if len(healthy) == 1 else None
    values = [one.value for one in taken if one.value is not None] + ([mark.high] if mark else [])
    return Bar(
        label=measure.label,
        unit=measure.unit.value,
        left=left.value if left else None,
        right=right.value if right else None,
        high=max([Decimal(0), *values]),
        typical=(mark.low, mark.high) if mark else None,
        words=_apart(measure, left, right, limits),
    )


def _apart(measure: Quantity, left: Reading | None, right: Reading | None, limits: Limits) -> str:
    """How far the legs are apart, in a few words; empty where one of them has no value."""
    if left is None or right is None or left.value is None or right.value is None:
        return ""
    found = gap(measure, left, right, limits)
    if not found.comparable:
        return "not comparable"
    if found.amount is None or found.lower_side is None:
        return "alike"
    return f"{found.lower_side.word} {number(measure, found.amount)} less"
