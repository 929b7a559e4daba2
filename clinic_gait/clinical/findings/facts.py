"""What the rules may look at: one visit, with the values that can be used sorted from those that cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, Decimal

from clinic_gait.clinical import derived
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import usable
from clinic_gait.clinical.leg_length import Difference
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Pair, Reading, Side

Key = tuple[str, Side]

#: Places that a mean is compared with.
_MEAN_PLACES = Decimal("0.0001")

#: Totals that may be typed, or follow from their parts.
TOTALS = {"fpi6": (derived.FPI_PARTS, derived.fpi6), "lsd_score": (derived.LSD_PARTS, derived.lsd_score)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One visit as the rules see it. What is missing is unknown, never normal.

    ``answers`` are those of the safety screen; ``open_flags`` the warning
    signs that hold now, which only a therapist lifts, and ``lifted`` those of
    this visit that one has lifted. ``lengths`` are leg lengths by method in
    mm, ``shoes`` the grades 0 to 3 by zone of each pair looked at, ``age``
    whole years. ``wells_score``, ``pain_change`` (points) and ``weeks`` (in
    the plan) were worked out from more than this visit.
    """

    readings: Mapping[Key, Reading] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    open_flags: tuple[str, ...] = ()
    lifted: tuple[str, ...] = ()
    lengths: Mapping[str, Difference] = field(default_factory=dict)
    shoes: tuple[Pair[Mapping[str, int]], ...] = ()
    miles: int | None = None
    age: int | None = None
    wells_score: int | None = None
    pain_change: Decimal | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The facts with the values that can be used: what the clauses of a rule ask.

    A value can be used when it was recorded, is possible, and was confirmed
    if it is unusual. A data rule may take values of one side out again.
    """

    facts: Facts
    values: Mapping[Key, Reading]
    #: As in ``values``, before any data rule took something out.
    recorded: Mapping[Key, Reading]
    limits: Mapping[str, Threshold]

    @classmethod
    def of(cls, facts: Facts, limits: Mapping[str, Threshold] = THRESHOLDS) -> Known:
        """Sort the usable values from the others, and add up totals whose parts are all there."""
        values = {key: _exact(one) for key, one in facts.readings.items() if _usable(one)}
        for key, side in ((key, side) for key in TOTALS for side in LEGS):
            _total(values, facts.readings, key, side)
        return cls(facts=facts, values=values, recorded=values, limits=limits)

    def without(self, keys: tuple[str, ...], side: Side) -> Known:
        """The same with these values of one side unknown."""
        taken = {(key, side) for key in keys}
        return replace(self, values={key: one for key, one in self.values.items() if key not in taken})

    def limit(self, name: str) -> Decimal:
        """The clinic's value of a cut-off."""
        return self.limits[name].value

    def here(self, key: str, side: Side) -> Reading | None:
        """The usable value of this measure on this side."""
        return self.values.get((key, side))

    def both(self, key: str, side: Side) -> tuple[Reading, Reading] | None:
        """This side's value and the other's, when both can be used and were taken in the same way."""
        here, there = self.values.get((key, side)), self.values.get((key, side.other))
        if here is None or there is None or here.method != there.method:
            return None
        return here, there


def _usable(reading: Reading) -> bool:
    measure = CATALOGUE.get(reading.measure)
    return measure is not None and usable(measure, reading)


def _exact(reading: Reading) -> Reading:
    """A mean of several trials as it is, not as it was rounded for the box: 10.03 is over 10."""
    if len(reading.trials) < 2 or reading.value is None:
        return reading
    mean = sum(reading.trials, Decimal(0)) / len(reading.trials)
    if mean.quantize(reading.value, rounding=ROUND_HALF_EVEN) != reading.value:
        return reading
    return replace(reading, value=mean.quantize(_MEAN_PLACES, rounding=ROUND_HALF_EVEN))


def _total(values: dict[Key, Reading], readings: Mapping[Key, Reading], key: str, side: Side) -> None:
    """A total that was not typed follows from its parts; one that contradicts them cannot be used."""
    parts, add_up = TOTALS[key]
    given = {part: values[(part, side)].value for part in parts if (part, side) in values}
    total = add_up(given)
    if total is None:
        return
    typed = readings.get((key, side))
    if typed is None:
        values[(key, side)] = Reading(measure=key, side=side, value=total)
    elif typed.value is not None and typed.value != total:
        values.pop((key, side), None)
