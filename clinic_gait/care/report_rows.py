"""What a visit says to the patient: bars of left and right, signs seen, shoes, leg length, facts without a side.

A measure without patient words is left out; it is never printed under its
clinical name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from clinic_gait.care.lengths import BLOCK, differences
from clinic_gait.care.report_words import ReportWords, report_words
from clinic_gait.care.sheet import BarRow, SignRow
from clinic_gait.care.visit import ShoeNote, VisitSnapshot
from clinic_gait.clinical import leg_length
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Verdict, change
from clinic_gait.clinical.entry import number
from clinic_gait.clinical.leg_length import ALIKE
from clinic_gait.clinical.measures import Deviation, Grade, Measure, Quantity
from clinic_gait.clinical.patient_words import (
    change_words,
    deviation_words,
    grade_words,
    measure_words,
    shoe_words,
    unit_words,
)
from clinic_gait.clinical.shoe_wear import UNEVEN
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Reading, Side

#: A scale that ends here or lower is shown whole, so that its bars mean the same in every report.
_SHORT_SCALE = Decimal(10)
_WORN = 2


class ReportRows:
    """A visit beside the visit the plan started with, in one language and with the cut-offs of its clinic."""

    def __init__(
        self,
        visit: VisitSnapshot,
        start: VisitSnapshot | None,
        language: str,
        limits: Mapping[str, Threshold] = THRESHOLDS,
    ) -> None:
        self.visit = visit
        self.start = start
        self.language = language
        self.limits = limits
        self.words: ReportWords = report_words(language)

    def bars(self) -> tuple[BarRow, ...]:
        """Measured numbers of both legs, in the order of the catalogue."""
        return tuple(self._bars())

    def signs(self) -> tuple[SignRow, ...]:
        """What was seen on a leg, now or at the start; what was never seen is left out."""
        return tuple(self._signs())

    def facts(self) -> tuple[str, ...]:
        """What has no side, as sentences."""
        return tuple(self._facts())

    def verdicts(self, side: Side) -> tuple[Verdict, ...]:
        """What became of each number of this leg since the start."""
        found = []
        for measure in _measured(sided=True):
            before, now = self._before(measure, side), self.visit.reading(measure.key, side)
            if before is not None and now is not None:
                found.append(change(measure, before, now, self.limits).verdict)
        return tuple(found)

    def _bars(self) -> Iterator[BarRow]:
        for measure in _measured(sided=True):
            label = measure_words(measure.key, self.language)
            legs = {side: self.visit.reading(measure.key, side) for side in LEGS}
            values = [reading.value for reading in legs.values() if reading is not None and reading.value is not None]
            if not label or not values:
                continue
            yield BarRow(
                key=measure.key,
                label=label,
                unit=unit_words(measure.key, self.language) or "",
                left=self._number(measure, legs[Side.LEFT]),
                right=self._number(measure, legs[Side.RIGHT]),
                left_change=self._change(measure, Side.LEFT),
                right_change=self._change(measure, Side.RIGHT),
                high=_high(measure, values),
            )

    def _number(self, measure: Measure, reading: Reading | None) -> str | None:
        if reading is None or reading.value is None:
            return None
        return number(measure, reading.value)

    def _change(self, measure: Measure, side: Side) -> str:
        before, now = self._before(measure, side), self.visit.reading(measure.key, side)
        if before is None or before.value is None:
            return ""
        if now is None or now.value is None:
            return change_words("not_examined", self.language) or ""
        found = change(measure, before, now, self.limits)
        said = change_words(found.verdict, self.language) or ""
        if not found.amount:
            return said
        amount = number(measure, found.amount)
        since = self.words.since_start.format(amount=f"+{amount}" if found.amount > 0 else amount)
        return f"{since}\n{said}"

    def _before(self, measure: Measure, side: Side) -> Reading | None:
        return self.start.reading(measure.key, side) if self.start else None

    def _signs(self) -> Iterator[SignRow]:
        for measure in CATALOGUE.values():
            label = self._sign_label(measure)
            if not label or not isinstance(measure, Grade) or not measure.sided or not self._seen(measure, LEGS):
                continue
            left, right = (self._grade(measure, side) for side in LEGS)
            if left or right:
                yield SignRow(key=measure.key, label=label, left=left, right=right)

    def _sign_label(self, measure: Measure) -> str | None:
        words = deviation_words if isinstance(measure, Deviation) else measure_words
        return words(measure.key, self.language)

    def _seen(self, measure: Grade, sides: tuple[Side, ...]) -> bool:
        readings = [self.visit.reading(measure.key, side) for side in sides]
        readings += [self._before(measure, side) for side in sides]
        return any(one is not None and one.code not in (None, measure.normal) for one in readings)

    def _grade(self, measure: Grade, side: Side) -> str | None:
        reading = self.visit.reading(measure.key, side)
        return grade_words(reading.code, self.language) if reading is not None and reading.code else None

    def _facts(self) -> Iterator[str]:
        for measure in CATALOGUE.values():
            if measure.sided or measure.key.startswith("lld_"):
                continue
            label, reading = self._sign_label(measure), self.visit.reading(measure.key, Side.NONE)
            if not label or reading is None:
                continue
            if isinstance(measure, Quantity) and reading.value is not None:
                unit = unit_words(measure.key, self.language) or ""
                said = f"{label}: {number(measure, reading.value)} ({unit})." if unit else ""
                changed = self._change(measure, Side.NONE).replace("\n", " ")
                yield f"{said} {changed}." if changed else said
            elif isinstance(measure, Grade) and self._seen(measure, (Side.NONE,)):
                grade = self._grade(measure, Side.NONE)
                yield f"{label}: {grade}." if grade else ""

    def shoes(self) -> tuple[str, ...]:
        """What the shoes show, one sentence each."""
        found = [sentence for note in self.visit.shoes for sentence in self._shoe(note)]
        return tuple(dict.fromkeys(found))

    def _shoe(self, note: ShoeNote) -> Iterator[str]:
        worn = shoe_words("counter_medial", self.language)
        for side in LEGS:
            if worn and note.of(side).zones.get("counter_medial", 0) >= _WORN:
                yield self.words.shoe[side].format(words=worn[0].lower() + worn[1:])
        uneven = shoe_words("uneven", self.language)
        both = note.left.zones.keys() & note.right.zones.keys()
        if uneven and any(abs(note.left.zones[zone] - note.right.zones[zone]) >= UNEVEN for zone in both):
            yield f"{uneven}."

    def length(self) -> str:
        """The leg lengths in one sentence; nothing when they were not measured."""
        known = differences(self.visit.leg_lengths)
        judged = leg_length.judge(known, limits=self.limits)
        if judged.disagree:
            return self.words.lengths_differ
        leading = next((known[method] for method in (BLOCK, "imaging", "tape_true") if method in known), None)
        if leading is None:
            return ""
        if judged.band == ALIKE:
            return self.words.same_length
        return self.words.shorter[leading.short_side].format(mm=format(leading.mm.normalize(), "f"))


def _measured(*, sided: bool) -> Iterator[Quantity]:
    for measure in CATALOGUE.values():
        if isinstance(measure, Quantity) and measure.sided is sided and measure_words(measure.key, "en"):
            yield measure


def _high(measure: Quantity, values: list[Decimal]) -> str:
    if measure.low >= 0 and measure.high <= _SHORT_SCALE:
        return number(measure, measure.high)
    highest = max(values)
    return number(measure, highest) if highest > 0 else "1"
