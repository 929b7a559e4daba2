"""Changes of a case: two values given as such, or the last visit against the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Change, Verdict, change
from clinic_gait.clinical.entry import place as entry_place
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.measures import Measure, Quantity
from clinic_gait.clinical.outcomes import INSTRUMENTS, Rated, outcome_change, psfs_change
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.clinical.units import BadEntry
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_model import Case, CaseChange, CaseVisit
from clinic_gait.exchange.case_readings import as_typed
from clinic_gait.exchange.case_scores import parts_words, read_total

Limits = Mapping[str, Threshold]

#: Pain is judged worst against worst.
_READ_AS = {"nprs": "nprs_worst"}
_WORST = "worst"
_TIMES = ("before", "now")
#: Scores by the name that a change gives them: a part stands behind its instrument, ``koos_pain``.
SCORED = {
    f"{key}_{part.key}" if part.key else key: (key, part.key)
    for key, one in INSTRUMENTS.items()
    if key != "nprs"
    for part in one.parts
}


def read_changes(blocks: Iterable[Mapping[str, Any]], place: Place) -> tuple[CaseChange, ...]:
    """The pairs to be judged, with a fault noted for every value that cannot be."""
    return tuple(_read(block, place.at(f"number {number}")) for number, block in enumerate(blocks, 1))


def judged(one: CaseChange, limits: Limits) -> Change:
    """What became of a pair, with the clinic's cut-offs."""
    if one.refused:
        return Change(verdict=Verdict.NOT_COMPARABLE, words="not comparable: an entry was refused")
    if one.measure in SCORED:
        instrument, part = SCORED[one.measure]
        return _score_change(instrument, part, (one.before, one.now), limits)
    before, now = (value if isinstance(value, Reading) else None for value in (one.before, one.now))
    return change(CATALOGUE[_READ_AS.get(one.measure, one.measure)], before, now, limits)


def since_last(case: Case) -> tuple[CaseChange, ...]:
    """Every number that the last visit and the one before both have: by catalogue, left before right, then scores."""
    if len(case.visits) < 2:
        return ()
    before, now = case.visits[-2:]
    return (*_readings(before, now), *_scores(before, now))


def _readings(before: CaseVisit, now: CaseVisit) -> Iterator[CaseChange]:
    old, new = ({one.key: one for one in visit.readings} for visit in (before, now))
    for key, measure in CATALOGUE.items():
        for side in (*LEGS, Side.NONE) if isinstance(measure, Quantity) else ():
            if (key, side) in old and (key, side) in new:
                yield CaseChange(measure=key, side=side, before=old[key, side], now=new[key, side])


def _scores(before: CaseVisit, now: CaseVisit) -> Iterator[CaseChange]:
    old, new = ({one.key: one for one in visit.outcomes} for visit in (before, now))
    for name, key in SCORED.items():
        if key in old and key in new:
            yield CaseChange(measure=name, side=Side.NONE, before=old[key], now=new[key])


def _score_change(key: str, part: str, pair: tuple[object, object], limits: Limits) -> Change:
    before, now = (one if isinstance(one, Outcome) else Outcome(instrument=key, part=part) for one in pair)
    if before.named and now.named:
        return psfs_change(_rated(before), _rated(now), thresholds=limits)
    return outcome_change(
        INSTRUMENTS[key],
        before.value,
        now.value,
        part=part,
        version_before=before.version,
        version_now=now.version,
        thresholds=limits,
    )


def _rated(one: Outcome) -> list[Rated]:
    return [(name, Decimal(item) if item else None) for name, item in zip(one.named, one.items, strict=True)]


def _read(block: Mapping[str, Any], place: Place) -> CaseChange:
    name, side = block["measure"], Side.from_word(block.get("side", "none"))
    measure = _measure(name)
    at = place.at(measure.label if measure else name)
    faults = len(place.faults)
    values = {when: _value(block, when, side, at) for when in _TIMES if block.get(when) is not None}
    found = CaseChange(measure=name, side=side, before=values.get("before"), now=values.get("now"))
    return replace(found, refused=len(place.faults) > faults)


def _measure(name: str) -> Measure | None:
    """The measure of a change; nothing when it is a score."""
    return CATALOGUE.get(_READ_AS.get(name, name))


def _value(block: Mapping[str, Any], when: str, side: Side, place: Place) -> Reading | Outcome | None:
    name, typed, method = block["measure"], as_typed(block[when]), block.get(f"method_{when}")
    word = "patient" if side is Side.NONE else side.word
    if name in _READ_AS and method == _WORST:
        method = None
    try:
        measure = _measure(name)
        if measure is None:
            return _score(name, typed, side, method or "")
        return read_entry(measure, side, typed, method=method, confirmed=True, decimal_comma=True)
    except BadEntry as bad:
        place.at(when).refuse(side=word, field=name, typed=typed, reason=_short(bad, name, side))
        return None


def _score(name: str, typed: str, side: Side, version: str) -> Outcome:
    """The score that was typed.

    :raises BadEntry: it cannot be, the instrument has parts and no total, or a leg was named.
    """
    if side is not Side.NONE:
        raise _no(name, typed, f"this has no side, and {side.word} was given")
    if name not in SCORED:
        parts = parts_words(INSTRUMENTS[name]).replace(", ", f", {name}_")
        raise _no(name, typed, f"has no total; give {name}_{parts}")
    key, part = SCORED[name]
    return Outcome(
        instrument=key, part=part, value=read_total(INSTRUMENTS[key], typed, version=version), version=version
    )


def _no(name: str, typed: str, reason: str) -> BadEntry:
    return BadEntry(field=name, side=Side.NONE.word, typed=typed, reason=reason)


def _short(bad: BadEntry, name: str, side: Side) -> str:
    """The reason without the place, which stands before it already."""
    measure = _measure(name)
    where = entry_place(measure, side) if measure else SCORED.get(name, (name, ""))[0]
    return bad.reason.removeprefix(f"{where}: ")
