"""Visits at random: entries around every cut-off, among them missing, unusable and differently taken ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.measures import Derived, Measure, Quantity, codes
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.clinical.values import Absent, Pair, Reading, Side
from tests.clinical.findings.given import CLEAR, LEFT, NO, PARTIAL, RIGHT, YES, answers, lengths, short

D = Decimal
#: The same examples in every run, so that a failure is never a matter of luck.
few = settings(max_examples=60, deadline=None, derandomize=True)

READ = {key for rule in RULES.values() for part in rule.when.parts() for key in part.reads()}
MEASURES = [one for key, one in CATALOGUE.items() if key in READ and not isinstance(one, Derived)]
PLACES = [(measure.key, side) for measure in MEASURES for side in measure.sides]


def _numbers(measure: Quantity) -> Iterator[Decimal]:
    """Values around every cut-off in the measure's unit, and the ends of its usual range."""
    near = {one.value for one in THRESHOLDS.values() if one.unit is measure.unit}
    step = measure.step
    for middle in near:
        yield from (value for value in (middle - step, middle, middle + step) if _usual(measure, value))
    yield from (measure.usual_low, measure.usual_high)


def _usual(measure: Quantity, value: Decimal) -> bool:
    return measure.usual_low <= value <= measure.usual_high


def good(measure: Measure, side: Side) -> list[Reading]:
    """Entries that can be used, all taken in the measure's first way."""
    blank = Reading(measure=measure.key, side=side, code="-", method=measure.default_method)
    if isinstance(measure, Quantity):
        return [replace(blank, value=value, code=None) for value in sorted(set(_numbers(measure)))]
    return [replace(blank, code=step.code) for step in codes(measure)]


def bad(measure: Measure, side: Side) -> list[Reading]:
    """Entries that cannot be used: no value, impossible, unusual and never confirmed."""
    blank = Reading(measure=measure.key, side=side, absent=Absent.PAIN, method=measure.default_method)
    if not isinstance(measure, Quantity):
        return [blank]
    impossible = replace(blank, absent=None, value=measure.high + 1, confirmed=True)
    odd = {measure.low, measure.high} - {measure.usual_low, measure.usual_high}
    return [blank, impossible, *(replace(blank, absent=None, value=value) for value in sorted(odd))]


def taken_otherwise(reading: Reading) -> Reading:
    """The same value, measured in another way where there is one."""
    facets = CATALOGUE[reading.measure].facets
    words = [facet.options[-1] for facet in facets]
    return replace(reading, method="; ".join(words) or None)


GOOD = {(one.key, side): good(one, side) for one in MEASURES for side in one.sides}
BAD = {(one.key, side): bad(one, side) for one in MEASURES for side in one.sides}
ANY = {place: [*entries, *entries, *map(taken_otherwise, entries), *BAD[place]] for place, entries in GOOD.items()}
BLOCKS = [short(side, mm) for side in (LEFT, RIGHT) for mm in (0, 4, 5, 9, 10, 19, 20)]
ZONES = ("counter_medial", "heel_lateral", "toe_medial")

readings = st.fixed_dictionaries({}, optional={place: st.sampled_from(entries) for place, entries in ANY.items()})
_lengths = st.builds(
    lengths, block=st.none() | st.sampled_from(BLOCKS), tape=st.none() | st.sampled_from(BLOCKS)
)  # fmt: skip
_wear = st.dictionaries(st.sampled_from(ZONES), st.integers(0, 3))
_shoes = st.lists(st.builds(Pair, left=_wear, right=_wear), max_size=2).map(tuple)

#: Any visit at all.
visits = st.builds(
    Facts,
    readings=readings,
    answers=st.sampled_from([{}, PARTIAL, CLEAR]),
    open_flags=st.sampled_from([(), (), ("dvt",), ("cauda_equina", "tumor")]),
    lengths=_lengths,
    shoes=_shoes,
    miles=st.sampled_from([None, 0, 399, 400]),
    age=st.sampled_from([None, 12, 17, 18, 60]),
    wells_score=st.sampled_from([None, None, 1, 2]),
    pain_change=st.sampled_from([None, D(-3), D(-2), D(0), D(2)]),
    weeks=st.sampled_from([None, 0, 5, 6]),
)

#: Visits in which nothing stops treatment.
clear_visits = visits.map(lambda one: replace(one, answers=CLEAR, open_flags=(), wells_score=1))


@dataclass(frozen=True, slots=True)
class Halved:
    """A visit, and the same with some of its readings left out."""

    whole: Facts
    part: Facts


@st.composite
def halved(draw: st.DrawFn) -> Halved:
    """A visit and a part of its readings."""
    whole = draw(visits)
    kept = draw(st.lists(st.booleans(), min_size=len(whole.readings), max_size=len(whole.readings)))
    readings = {key: one for (key, one), keep in zip(whole.readings.items(), kept, strict=True) if keep}
    return Halved(whole, replace(whole, readings=readings))


def contradicted(facts: Facts) -> set[Side]:
    """The legs whose two table values fit badly, so that a data rule takes them out."""
    return answers(facts).sides("DQ-01", YES)


def known(facts: Facts) -> dict[tuple[str, Side], bool]:
    """What every rule that can tell says, by rule and side."""
    return {place: answer is YES for place, answer in answers(facts).of.items() if answer in (YES, NO)}
