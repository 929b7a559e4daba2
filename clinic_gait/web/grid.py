"""The measures of the visit form as rows of boxes, each with what stood there before and what a cut-off says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import product

from clinic_gait.clinical import cutoffs
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number, shown
from clinic_gait.clinical.measures import Choice, Count, Flag, Grade, Measure, Quantity, Text, codes
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import Unit
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.records import fields
from clinic_gait.web.comparing import Changed, asymmetry, changed, gap_flag, lower_leg
from clinic_gait.web.entries import Key, Problem, Typed, sides_of, typed_of
from clinic_gait.web.row import Box, Row, Was
from clinic_gait.web.swap_signs import SwapWords

Dated = tuple[date, Reading]

#: Up to this many steps stand side by side; more become a list to choose from.
MOST_SEGMENTS = 5
#: Letters of all their words together; on a scale a digit stands above each word, which may then be smaller.
MOST_LETTERS, MOST_LETTERS_OF_A_SCALE = 26, 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the rows are drawn from.

    ``typed`` goes before ``stored``; ``now`` is what both together amount to,
    without the boxes that have a problem; ``theirs`` is what another screen stored.
    """

    now: Mapping[Key, Reading] = field(default_factory=dict)
    stored: Mapping[Key, Reading] = field(default_factory=dict)
    last: Mapping[Key, Dated] = field(default_factory=dict)
    first: Mapping[Key, Dated] = field(default_factory=dict)
    typed: Mapping[Key, Typed] = field(default_factory=dict)
    problems: Mapping[Key, Problem] = field(default_factory=dict)
    theirs: Mapping[Key, str] = field(default_factory=dict)
    #: Why a measure is asked for again, by its key.
    reasons: Mapping[str, str] = field(default_factory=dict)
    #: Measures whose sides look swapped.
    swaps: Mapping[str, SwapWords] = field(default_factory=dict)
    #: The clinic's cut-offs.
    limits: Mapping[str, Threshold] = field(default_factory=lambda: THRESHOLDS)

    @property
    def filled(self) -> frozenset[str]:
        """The measures in whose rows something of today stands, or did until it was emptied on this page."""
        sent = (key for key, typed in self.typed.items() if not typed.blank)
        return frozenset(key for key, _ in (*self.stored, *self.problems, *self.theirs, *sent))


def unit_words(measure: Measure) -> str:
    """The unit as it stands behind the label; the range where a number has no unit of its own."""
    if not isinstance(measure, Quantity):
        return ""
    if measure.unit in (Unit.GRADE, Unit.POINTS):
        span = f"{number(measure, measure.low)} to {number(measure, measure.high)}"
        return "" if span in measure.label else span
    return "" if measure.unit is Unit.COUNT else measure.unit.value


def row_of(measure: Measure, known: Known) -> Row:
    """The row of a measure, with a box for each side it has."""
    keys = [(measure.key, side) for side in sides_of(measure)]
    method = _method(measure, keys, known)
    error = measure.error_for(method, known.limits) if isinstance(measure, Quantity) else None
    left, right = (known.now.get((measure.key, side)) for side in LEGS)
    return Row(
        measure=measure,
        kind=_kind(measure),
        unit=unit_words(measure),
        options=_options(measure.key),
        method=method,
        methods=_methods(measure.key),
        boxes=tuple(_box(measure, key, method, known) for key in keys),
        lower=lower_leg(measure, left, right) if isinstance(measure, Quantity) else None,
        asymmetry=asymmetry(measure, left, right),
        gap_flag=gap_flag(measure, left, right, known.limits) if isinstance(measure, Quantity) else None,
        cutoffs=tuple(cutoffs.told(measure.key, known.limits)),
        error=f"{error.value:f}" if error else "",
        better=measure.better.value if isinstance(measure, Quantity) and measure.better else "",
        reason=known.reasons.get(measure.key, ""),
        swap=known.swaps.get(measure.key),
        healthy=_healthy(measure, method) if isinstance(measure, Quantity) else "",
    )


def _healthy(measure: Quantity, method: str) -> str:
    found = measure.healthy_for(method or None)
    if found is None:
        return ""
    low, high = number(measure, found.low), number(measure, found.high)
    return f"healthy {low}" if low == high else f"healthy {low} to {high}"


def _kind(measure: Measure) -> str:
    if isinstance(measure, Quantity):
        return "count" if isinstance(measure, Count) else "number"
    if isinstance(measure, Text):
        return "text"
    steps = codes(measure)
    most = MOST_LETTERS_OF_A_SCALE if isinstance(measure, Grade) else MOST_LETTERS
    short = len(steps) <= MOST_SEGMENTS and sum(len(step.label) for step in steps) <= most
    return "steps" if short else "list"


def _method(measure: Measure, keys: list[Key], known: Known) -> str:
    """The row's method: as typed or stored today, else as last time, so that the two can be compared."""
    typed = [known.typed[key].method for key in keys if key in known.typed and known.typed[key].method]
    stored = [known.stored[key].method for key in keys if key in known.stored]
    last = [known.last[key][1].method for key in keys if key in known.last]
    known_ways = _methods(measure.key)
    return next((way for way in (*typed, *stored, *last) if way in known_ways), measure.default_method) or ""


@cache
def _options(key: str) -> tuple[tuple[str, ...], ...]:
    """Code, words and, on an ordered scale, the key that sets it."""
    measure = CATALOGUE[key]
    if isinstance(measure, Grade):
        return tuple((step.code, step.label, str(at)) for at, step in enumerate(measure.steps))
    return tuple((step.code, step.label) for step in codes(measure))


@cache
def _methods(key: str) -> tuple[str, ...]:
    """Every way of taking it, for the list that lets one side differ."""
    measure = CATALOGUE[key]
    if not measure.facets:
        return ()
    return tuple("; ".join(words) for words in product(*(facet.options for facet in measure.facets)))


def _box(measure: Measure, key: Key, method: str, known: Known) -> Box:
    side, stored = key[1], known.stored.get(key)
    typed = known.typed.get(key) or (typed_of(measure, stored) if stored else Typed())
    return Box(
        name=f"{measure.key}.{side.value}",
        side=side,
        label=_label(measure, side),
        typed=typed,
        method=typed.method if typed.method != method and not typed.blank else "",
        was=_was(measure, known.last.get(key)),
        last=_comparable(measure, known.last.get(key), method),
        start=_comparable(measure, _start(key, known), method),
        token=fields.token(fields.of_reading(stored)),
        changes=_changes(measure, known.now.get(key), key, known),
        flag=cutoffs.reading_flagged(known.now.get(key), known.limits),
        pain_flag=cutoffs.pain_flagged(known.now.get(key), known.limits),
        problem=known.problems.get(key),
        theirs=known.theirs.get(key),
    )


def _label(measure: Measure, side: Side) -> str:
    """The accessible name: label, unit and, where there is one, the side."""
    parts = (measure.label, unit_words(measure), "" if side is Side.NONE else side.word)
    return ", ".join(part for part in parts if part)


def _was(measure: Measure, last: Dated | None) -> Was | None:
    if last is None:
        return None
    day, reading = last
    return Was(words=shown(measure, reading) if reading.value is None else number(measure, reading.value), day=day)


def _comparable(measure: Measure, then: Dated | None, method: str) -> str:
    """An earlier number that was taken in the way that this row is taken now."""
    if then is None or then[1].value is None or (then[1].method or "") != method:
        return ""
    return number(measure, then[1].value)


def _start(key: Key, known: Known) -> Dated | None:
    """The first reading, where it is another than the last one."""
    first, last = known.first.get(key), known.last.get(key)
    return first if first and last and first[0] != last[0] else None


def _changes(measure: Measure, now: Reading | None, key: Key, known: Known) -> tuple[Changed, ...]:
    if now is None or now.absent is not None or not isinstance(measure, Quantity | Grade | Choice | Flag):
        return ()
    last, first = known.last.get(key), _start(key, known)
    found = [changed(measure, last[1], now, "last", known.limits)] if last else []
    if first:
        found.append(changed(measure, first[1], now, "start", known.limits))
    return tuple(found)
