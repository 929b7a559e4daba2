"""Outcome scores of a case: a total as it was found, or the answers, which are scored here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.outcomes import INSTRUMENTS, NOT_APPLICABLE, Answer, Formula, Instrument, Scored, score
from clinic_gait.clinical.units import BadEntry, Unit, plain, read_number
from clinic_gait.clinical.values import Side
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_readings import as_typed
from clinic_gait.exchange.case_shape import PAIN

#: What a file may give under ``prom``; pain is a reading of the visit.
SCORES = {key: one for key, one in INSTRUMENTS.items() if key != "nprs"}
#: As many places of a mean or a percentage as scoring keeps.
_PLACES = 4
#: No sentence repeats more of what was typed.
_SHOWN = 40


def read_scores(scores: Mapping[str, Any], place: Place) -> tuple[Outcome, ...]:
    """The scores of a visit by instrument and part, with a fault noted for each that cannot be."""
    given = ((key, value) for key, value in scores.items() if key not in PAIN and value is not None)
    found = [one for key, value in given for one in _read(SCORES[key], value, place.at(key))]
    return tuple(sorted(found, key=lambda one: one.key))


def read_total(instrument: Instrument, typed: str, *, version: str = "") -> Decimal:
    """A score that was added up elsewhere. A sum is a whole number; of a mean or a percentage four places are kept.

    :raises BadEntry: no number, or none that the instrument can have.
    """
    scale = next((one for one in instrument.versions if one.name == version), instrument.versions[0])
    total = read_number(
        typed,
        field=instrument.key,
        side=Side.NONE,
        low=scale.low,
        high=scale.high,
        decimals=0 if instrument.formula is Formula.SUM else _PLACES,
        unit=Unit.POINTS,
        decimal_comma=True,
    )
    return Decimal(plain(total))


def parts_words(instrument: Instrument) -> str:
    """The names of its parts; empty where it has one score only."""
    return ", ".join(part.key for part in instrument.parts if part.key)


def _read(instrument: Instrument, value: Any, place: Place) -> Iterator[Outcome]:
    if isinstance(value, list):
        yield from _scored(instrument, [_answer(one) for one in value], place)
    elif isinstance(value, Mapping):
        yield from _named(instrument, value, place)
    elif parts_words(instrument):
        _refuse(instrument, value, f"has no total; give {parts_words(instrument)}", place)
    else:
        yield from _total(instrument, value, place)


def _named(instrument: Instrument, values: Mapping[str, Any], place: Place) -> Iterator[Outcome]:
    """Values by the name of a part, of a version, or of the patient's own activities."""
    if instrument.key == "psfs":
        yield from _scored(instrument, [_answer(one) for one in values.values()], place, tuple(values))
        return
    parts = [part.key for part in instrument.parts if part.key]
    versions = [one.name for one in instrument.versions if one.name]
    for name, value in values.items():
        if name not in (*parts, *versions):
            known = ", ".join((*parts, *versions)) or "none"
            _refuse(instrument, name, f"there is no part {name!r}; parts: {known}", place)
        elif value is not None:
            part, version = ("", name) if name in versions else (name, "")
            yield from _total(instrument, value, place.at(name), part=part, version=version)


def _total(instrument: Instrument, value: Any, place: Place, *, part: str = "", version: str = "") -> Iterator[Outcome]:
    try:
        total = read_total(instrument, as_typed(value)[:_SHOWN], version=version)
    except BadEntry as bad:
        _refuse(instrument, value, bad.reason.removeprefix(f"{instrument.key}: "), place)
        return
    yield Outcome(instrument=instrument.key, part=part, value=total, version=version)


def _scored(
    instrument: Instrument, answers: list[Answer], place: Place, named: tuple[str, ...] = ()
) -> Iterator[Outcome]:
    try:
        found = score(instrument, answers)
    except BadEntry as bad:
        reason = bad.reason.removeprefix(f"{instrument.short}: ").removeprefix(f"{instrument.short} ")
        _refuse(instrument, bad.typed, reason, place)
        return
    items = tuple(map(_text, answers))
    if not found.parts:
        yield _kept(instrument, found, items, named)
    for part in found.parts:
        own = (item for item, asked in zip(items, instrument.items, strict=True) if asked.part == part.key)
        yield Outcome(
            instrument=instrument.key, part=part.key, value=part.value, items=tuple(own), missing=part.missing
        )


def _kept(instrument: Instrument, found: Scored, items: tuple[str, ...], named: tuple[str, ...]) -> Outcome:
    return Outcome(
        instrument=instrument.key,
        value=found.value,
        items=items,
        named=named,
        version=found.version,
        missing=found.missing,
    )


def _answer(value: Any) -> Answer:
    """An answer of the file as scoring takes it: points, two marks, ``na``, or nothing."""
    return tuple(map(_mark, value)) if isinstance(value, list) else _mark(value)


def _mark(value: Any) -> Any:
    """Points, also where they were written as words, or words short enough to be named in a sentence."""
    if value is None or (isinstance(value, int | Decimal) and not isinstance(value, bool)):
        return value
    word = as_typed(value)[:_SHOWN]
    if word.isascii() and word.removeprefix("-").isdigit():
        return int(word)
    return NOT_APPLICABLE if word.casefold() in ("na", "n/a") else word


def _text(answer: Answer) -> str:
    """The answer as the record keeps it: of two marks the worse, which is the higher number; empty for none."""
    if isinstance(answer, tuple):
        return str(max(answer))
    return "" if answer is None else str(answer)


def _refuse(instrument: Instrument, value: Any, reason: str, place: Place) -> None:
    place.refuse(side="patient", field=instrument.key, typed=as_typed(value)[:_SHOWN], reason=reason)
