"""From answers to scores, exactly; where too little is answered there is no score, and words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from clinic_gait.clinical.outcomes.answers import Answer, points_of, version_of
from clinic_gait.clinical.outcomes.instrument import Formula, Instrument, Part, Version
from clinic_gait.clinical.units import plain

#: What is kept of a score; fine enough that no two scores of a form fall together.
_KEPT = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartScore:
    """The score of one part. ``value`` is nothing when too little was answered."""

    key: str
    label: str
    value: Decimal | None
    answered: int
    missing: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The score of a form. ``value`` is nothing when too little was answered, and where there is no total at all.

    ``parts`` are the subscales of an instrument that has them. ``version`` is
    to be stored with the score: only scores of one version are comparable.
    """

    value: Decimal | None
    answered: int
    missing: int
    words: str
    parts: tuple[PartScore, ...] = ()
    version: str = ""


def score(instrument: Instrument, answers: Sequence[Answer], *, version: str = "") -> Scored:
    """The score of one form: an answer for every item in its order, nothing for one not answered.

    :raises BadEntry: another number of answers, no option of the item, or a version that is needed or unknown.
    """
    asked = version_of(instrument, version, len(answers))
    points = points_of(instrument, asked, answers)
    parts = tuple(_part_score(instrument, asked, part, points) for part in instrument.parts)
    answered = sum(one.answered for one in parts)
    missing = len(answers) - answered
    if parts[0].key:
        words = "; ".join((*(one.words for one in parts), f"{instrument.short} has no total"))
        return Scored(value=None, answered=answered, missing=missing, words=words, parts=parts, version=asked.name)
    whole = parts[0]
    return Scored(value=whole.value, answered=answered, missing=missing, words=whole.words, version=asked.name)


def shown_score(value: Decimal) -> str:
    """A score as it is read: at most one decimal, a half rounded up as on paper.

    >>> shown_score(Decimal("56.25"))
    '56.3'
    """
    return plain(value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def lefs_percent(value: Decimal) -> Decimal:
    """A LEFS score in percent of its 80 points."""
    return _kept(value * 100 / 80)


def _part_score(instrument: Instrument, version: Version, part: Part, points: list[Decimal | None]) -> PartScore:
    asked = [(item, found) for item, found in zip(version.items, points, strict=False) if item.part == part.key]
    given = [found for _, found in asked if found is not None]
    needed = len(asked) if part.needed is None else part.needed
    most = max(max(item.points) for item, _ in asked)
    value = _value(instrument.formula, given, most) if len(given) >= needed else None
    return PartScore(
        key=part.key,
        label=part.label,
        value=value,
        answered=len(given),
        missing=len(asked) - len(given),
        words=_words(instrument, version, part, value, (len(given), needed, len(asked))),
    )


def _value(formula: Formula, given: list[Decimal], most: Decimal) -> Decimal:
    total, answered = sum(given, Decimal(0)), len(given)
    match formula:
        case Formula.SUM:
            return _kept(total)
        case Formula.MEAN:
            return _kept(total / answered)
        case Formula.SHARE:
            return _kept(total * 100 / (most * answered))
        case Formula.LACK:
            return _kept(100 - total * 100 / (most * answered))


def _words(
    instrument: Instrument, version: Version, part: Part, value: Decimal | None, counts: tuple[int, int, int]
) -> str:
    answered, needed, asked = counts
    name = f"{instrument.short} {part.label}".strip()
    how_many = f"{answered} of {asked} answered"
    if value is None:
        least = f"all {needed}" if needed == asked > 1 else f"at least {needed}"
        return f"{name}: {how_many}; no {'score' if part.key else 'total'} without {least}"
    if version.low < 0:
        said = f"{'+' if value > 0 else ''}{shown_score(value)}, from {plain(version.low)} to {plain(version.high)}"
    else:
        said = f"{shown_score(value)} of {plain(version.high)}"
    return f"{name}: {said}" if answered == asked else f"{name}: {said}, {how_many}"


def _kept(exact: Decimal) -> Decimal:
    return Decimal(plain(exact.quantize(_KEPT, rounding=ROUND_HALF_EVEN)))
