"""The pictures of the chart, each with the table that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from markupsafe import Markup

from clinic_gait.care.bars import Bar, butterfly
from clinic_gait.care.charts import Point, Trend, trend, words
from clinic_gait.care.plan import Goal
from clinic_gait.clinical.catalogue import CATALOGUE, USUAL_SET
from clinic_gait.clinical.compare import gap
from clinic_gait.clinical.cutoffs import Flagged, reading_flagged
from clinic_gait.clinical.entry import number, shown, usable
from clinic_gait.clinical.measures import Measure, Quantity
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.web.charts import svg
from clinic_gait.web.comparing import asymmetry, gap_flag, lower_leg
from clinic_gait.web.grid import unit_words

Past = Sequence[tuple[date, UUID, Reading]]
Limits = Mapping[str, Threshold]

MOST_BARS = 8
BAR_ROW = 58
WIDE, NARROW = (640.0, 260.0), (340.0, 250.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One visit of the trend's table, with what a cut-off says of each value."""

    day: date
    left: str
    right: str
    method: str
    left_flag: Flagged | None = None
    right_flag: Flagged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendCard:
    """The trend of one measure: two drawings for two widths, the sentence and the table."""

    wide: Markup
    narrow: Markup
    words: str
    rows: tuple[TrendRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One row of the bars' table. ``error`` says whether the legs are apart by more than measuring can get wrong."""

    label: str
    unit: str
    left: str
    right: str
    lower: tuple[Side, str] | None
    error: str = ""
    asymmetry: str = ""
    left_flag: Flagged | None = None
    right_flag: Flagged | None = None
    gap_flag: Flagged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarCard:
    """The newest visit, left against right."""

    day: date
    wide: Markup
    rows: tuple[BarRow, ...]


def choices(past: Past) -> list[Measure]:
    """What a trend can be drawn of: numbers that both legs have, the usual ones first."""
    seen = {reading.measure for _, _, reading in past if reading.value is not None}
    order = [*USUAL_SET, *(key for key in CATALOGUE if key not in USUAL_SET)]
    return [CATALOGUE[key] for key in order if key in seen and CATALOGUE[key].sided]


def main_measure(past: Past, wanted: str | None) -> Quantity | None:
    """The measure asked for, else the one that was measured most often; the usual order decides a draw."""
    possible = [one for one in choices(past) if isinstance(one, Quantity)]
    if not possible:
        return None
    often = [sum(reading.measure == one.key for _, _, reading in past) for one in possible]
    chosen = next((one for one in possible if one.key == wanted), None)
    return chosen or possible[often.index(max(often))]


def trend_of(measure: Quantity, past: Past, goals: Iterable[Goal], limits: Limits = THRESHOLDS) -> TrendCard:
    """The trend of a measure over the visits, with the clinic's cut-offs."""
    mine = [(day, one) for day, _, one in past if one.measure == measure.key and usable(measure, one)]
    points = tuple(_points(mine))
    if not points:
        return TrendCard(wide=Markup(), narrow=Markup(), words="", rows=_trend_rows(measure, past, limits))
    goal = next((one for one in goals if one.measure == measure.key and one.target is not None), None)
    chart = Trend(
        label=measure.label,
        unit=measure.unit.value,
        points=points,
        error=_error(measure, points, limits),
        goal=goal.target if goal else None,
        band_side=goal.side if goal and goal.side in LEGS else _lower_side(points),
    )
    return TrendCard(
        wide=svg(trend(chart, width=WIDE[0], height=WIDE[1]), css_class="cg-chart cg-chart--wide"),
        narrow=svg(trend(chart, width=NARROW[0], height=NARROW[1]), css_class="cg-chart cg-chart--narrow"),
        words=words(chart),
        rows=_trend_rows(measure, past, limits),
    )


def _points(readings: Iterable[tuple[date, Reading]]) -> Iterator[Point]:
    for day, one in readings:
        if one.value is not None:
            yield Point(day=day, side=one.side, value=one.value, method=one.method)


def bars(past: Past, limits: Limits = THRESHOLDS) -> BarCard | None:
    """Left against right of the newest visit in which a number of both legs was taken."""
    newest = next((row for row in reversed(past) if row[2].side in LEGS and row[2].value is not None), None)
    if newest is None:
        return None
    here = [row for row in past if row[1] == newest[1]]
    found = {one.key: one for _, _, one in here}
    measures = [one for one in choices(here) if isinstance(one, Quantity)][:MOST_BARS]
    pairs = [(one, found.get((one.key, Side.LEFT)), found.get((one.key, Side.RIGHT))) for one in measures]
    drawing = butterfly([_bar(*pair) for pair in pairs], row=BAR_ROW)
    rows = tuple(_bar_row(*pair, limits) for pair in pairs)
    return BarCard(day=newest[0], wide=svg(drawing, css_class="cg-chart"), rows=rows)


def _error(measure: Quantity, points: Sequence[Point], limits: Limits) -> Decimal | None:
    figure = measure.error_for(points[-1].method, limits)
    return figure.value if figure else None


def _lower_side(points: Sequence[Point]) -> Side:
    """The leg that began lower, for it is the one that is treated."""
    first = {point.side: point.value for point in reversed(points)}
    if Side.LEFT not in first or (Side.RIGHT in first and first[Side.RIGHT] < first[Side.LEFT]):
        return Side.RIGHT
    return Side.LEFT


def _trend_rows(measure: Measure, past: Past, limits: Limits) -> tuple[TrendRow, ...]:
    visits = dict.fromkeys((day, visit) for day, visit, one in past if one.measure == measure.key)
    rows = []
    for day, visit in visits:
        sides = {one.side: one for _, other, one in past if other == visit and one.measure == measure.key}
        said = {side: shown(measure, one) for side, one in sides.items()}
        methods = dict.fromkeys(one.method or "" for one in sides.values())
        rows.append(
            TrendRow(
                day=day,
                left=said.get(Side.LEFT, ""),
                right=said.get(Side.RIGHT, ""),
                method=" / ".join(methods),
                left_flag=reading_flagged(sides.get(Side.LEFT), limits),
                right_flag=reading_flagged(sides.get(Side.RIGHT), limits),
            )
        )
    return tuple(rows)


def _bar(measure: Quantity, left: Reading | None, right: Reading | None) -> Bar:
    values = [one.value for one in (left, right) if one is not None and one.value is not None]
    return Bar(
        label=measure.label,
        unit=measure.unit.value,
        left=left.value if left else None,
        right=right.value if right else None,
        low=min([Decimal(0), *values]),
        high=max([Decimal(0), *values]),
    )


def _bar_row(measure: Quantity, left: Reading | None, right: Reading | None, limits: Limits) -> BarRow:
    return BarRow(
        label=measure.label,
        unit=unit_words(measure),
        left=_said(measure, left),
        right=_said(measure, right),
        lower=lower_leg(measure, left, right),
        error=gap(measure, left, right, limits).error_words,
        asymmetry=asymmetry(measure, left, right),
        left_flag=reading_flagged(left, limits),
        right_flag=reading_flagged(right, limits),
        gap_flag=gap_flag(measure, left, right, limits),
    )


def _said(measure: Measure, reading: Reading | None) -> str:
    if reading is None:
        return "not measured"
    return shown(measure, reading) if reading.value is None else number(measure, reading.value)
