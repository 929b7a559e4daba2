"""The one strict reader of answers to items: an allowed number of points, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clinic_gait.clinical.outcomes.instrument import Instrument, Item, Version
from clinic_gait.clinical.units import BadEntry, plain
from clinic_gait.clinical.values import Side

#: Answered so, an item counts as not answered; only some instruments know it.
NOT_APPLICABLE = "na"

Mark = Decimal | int
#: Points, two marks on one item, ``na``, or nothing where the item was not answered.
Answer = Mark | tuple[Mark, ...] | str | None


def version_of(instrument: Instrument, name: str, answers: int) -> Version:
    """The version of this name that has so many places; the name may be empty where the number tells it.

    :raises BadEntry: there is no such version, it has another number of items, or the name is needed.
    """
    named = [one for one in instrument.versions if name in ("", one.name)]
    if not named:
        known = " or ".join(one.name for one in instrument.versions if one.name) or "it has only one"
        raise _refuse(instrument.short, name, f"no version {name!r}; {known}")
    fitting = [one for one in named if one.takes(answers)]
    if not fitting:
        given = f"{answers} answer{'' if answers == 1 else 's'} given"
        places = " or ".join(_places(one) for one in named)
        raise _refuse(instrument.short, str(answers), f"{given}; {places}, with an empty place for one not answered")
    if len(fitting) > 1:
        known = " or ".join(one.name for one in fitting)
        raise _refuse(instrument.short, "", f"the version must be said; {known}")
    return fitting[0]


def points_of(instrument: Instrument, version: Version, answers: Sequence[Answer]) -> list[Decimal | None]:
    """The points of every item in order; nothing where one was not answered.

    :raises BadEntry: an answer that is not one of the item's options; its text names the item and the options.
    """
    return [
        _points(instrument, item, _where(instrument, version, number), answer)
        for number, (item, answer) in enumerate(zip(version.items, answers, strict=False))
    ]


def _points(instrument: Instrument, item: Item, where: str, answer: Answer) -> Decimal | None:
    if answer is None or (answer == NOT_APPLICABLE and instrument.not_applicable):
        return None
    if not isinstance(answer, tuple):
        return _option(item, where, answer)
    if not instrument.two_marks or len(answer) != 2:
        raise _refuse(where, str(answer), f"{len(answer)} marks on one item; {_options(item)}")
    # Two marks are allowed only where more points are worse.
    return max(_option(item, where, mark) for mark in answer)


def _option(item: Item, where: str, mark: Mark | str) -> Decimal:
    # True is an int to Python and 0.1 a number, but neither is a box that a patient can tick.
    if type(mark) in (int, Decimal) and (number := Decimal(mark)).is_finite():
        for option in item.points:
            if option == number:
                return option
    raise _refuse(where, str(mark), f"{mark} is not an option; {_options(item)}")


def _options(item: Item) -> str:
    low, high = min(item.points), max(item.points)
    if len(item.points) > 4 and len(item.points) == high - low + 1:
        return f"whole points from {plain(low)} to {plain(high)}"
    *most, last = map(plain, sorted(item.points))
    return f"{', '.join(most)} or {last}"


def _where(instrument: Instrument, version: Version, place: int) -> str:
    item = version.items[place]
    if len(version.items) == 1:
        return instrument.short
    name = item.label or (item.key.replace("_", " ") if item.part else "")
    return f"{instrument.short} item {place + 1}" + (f" ({name})" if name else "")


def _places(version: Version) -> str:
    most = len(version.items)
    if version.fewest:
        return f"{version.fewest} to {most} items"
    return f"{most} item{'' if most == 1 else 's'}"


def _refuse(field: str, typed: str, why: str) -> BadEntry:
    return BadEntry(field=field, side=Side.NONE.word, typed=typed, reason=f"{field}: {why}.")
