"""Start, last and now of every number, with what became of it and how sure that is: the table beside the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clinic_gait.clinical.compare import gap
from clinic_gait.clinical.cutoffs import Flagged, reading_flagged
from clinic_gait.clinical.entry import number, shown
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.web.chart_pictures import choices, reference
from clinic_gait.web.comparing import Changed, asymmetry, changed, gap_flag, lower_leg
from clinic_gait.web.grid import unit_words

Past = Sequence[tuple[date, UUID, Reading]]
Limits = Mapping[str, Threshold]
Told = tuple[date, UUID, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value of one visit in words, with its day and what a cut-off says of it."""

    words: str
    day: date
    flag: Flagged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One leg of a measure. ``start`` and ``last`` are missing where there was no visit before."""

    side: Side
    now: Cell
    start: Cell | None = None
    last: Cell | None = None
    changes: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """How far the legs are apart now, as both were taken in one visit."""

    lower: Side
    amount: str
    error: str
    asymmetry: str
    flag: Flagged | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRows:
    """One measure with its legs, the error of measuring it as it was last measured, and the side difference."""

    key: str
    label: str
    unit: str
    error: str
    reference: str
    sides: tuple[SideRow, ...]
    apart: Apart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One visit of one measure: a cell for each side, and how it was taken."""

    day: date
    cells: Mapping[Side, Cell]
    method: str


def table(past: Past, limits: Limits = THRESHOLDS) -> tuple[MeasureRows, ...]:
    """Every number that was taken, the usual ones first, those without a side last."""
    return tuple(_rows(measure, past, limits) for measure in choices(past))


def trend_rows(measure: Quantity, past: Past, limits: Limits = THRESHOLDS) -> tuple[TrendRow, ...]:
    """Every visit in which the measure was taken, the oldest first."""
    mine = [told for told in past if told[2].measure == measure.key]
    visits = dict.fromkeys((day, visit) for day, visit, _ in mine)
    return tuple(_trend_row(measure, day, [told for told in mine if told[1] == visit], limits) for day, visit in visits)


def _trend_row(measure: Quantity, day: date, here: Sequence[Told], limits: Limits) -> TrendRow:
    methods = dict.fromkeys(one.method or "" for _, _, one in here)
    cells = {one.side: _cell(measure, (day, visit, one), limits) for _, visit, one in here}
    return TrendRow(day=day, cells=cells, method=" / ".join(methods))


def _rows(measure: Quantity, past: Past, limits: Limits) -> MeasureRows:
    mine = [told for told in past if told[2].measure == measure.key]
    by_side = {side: [told for told in mine if told[2].side is side] for side in Side}
    healthy = measure.healthy_for(mine[-1][2].method)
    return MeasureRows(
        key=measure.key,
        label=measure.label,
        unit=unit_words(measure),
        error=_error(measure, mine[-1][2], limits),
        reference=reference(healthy) if healthy else "",
        sides=tuple(_side_row(measure, told, limits) for told in by_side.values() if told),
        apart=_apart(measure, by_side, limits),
    )


def _side_row(measure: Quantity, told: Sequence[Told], limits: Limits) -> SideRow:
    *before, now = told
    return SideRow(
        side=now[2].side,
        now=_cell(measure, now, limits),
        start=_cell(measure, before[0], limits) if before else None,
        last=_cell(measure, before[-1], limits) if before else None,
        changes=tuple(_changes(measure, before, now[2], limits)),
    )


def _changes(measure: Quantity, before: Sequence[Told], now: Reading, limits: Limits) -> Iterator[Changed]:
    if before:
        yield changed(measure, before[0][2], now, "start", limits)
    if len(before) > 1:
        yield changed(measure, before[-1][2], now, "last", limits)


def _cell(measure: Quantity, told: Told, limits: Limits) -> Cell:
    day, _, one = told
    words = shown(measure, one) if one.value is None else number(measure, one.value)
    return Cell(words=words, day=day, flag=reading_flagged(one, limits))


def _apart(measure: Quantity, by_side: Mapping[Side, Sequence[Told]], limits: Limits) -> Apart | None:
    if not all(by_side[side] for side in LEGS):
        return None
    (_, visit, left), (_, other, right) = (by_side[side][-1] for side in LEGS)
    lower = lower_leg(measure, left, right) if visit == other else None
    if lower is None:
        return None
    return Apart(
        lower=lower[0],
        amount=lower[1],
        error=gap(measure, left, right, limits).error_words,
        asymmetry=asymmetry(measure, left, right),
        flag=gap_flag(measure, left, right, limits),
    )


def _error(measure: Quantity, now: Reading, limits: Limits) -> str:
    """What a change must reach, for the method of the newest reading."""
    found = measure.error_for(now.method, limits)
    if found is None:
        return "error not known"
    return f"{'people notice' if found.felt else 'error'} {plain(found.value)}{measure.unit.said}"
