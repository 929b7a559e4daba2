"""The preview of a swap: each measure as it is now, as it would be, and as it was at the last visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number, shown
from clinic_gait.clinical.values import LEGS, Reading
from clinic_gait.web import sentences
from clinic_gait.web.grid import unit_words
from clinic_gait.web.shoe_boxes import edited
from clinic_gait.web.swap_signs import Last
from clinic_gait.web.swapping import GROUP, Held, Scope

Legs = tuple[Reading | None, Reading | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands on one leg: the value, and in small what travels with it."""

    words: str = "blank"
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One measure: left and right of now, of after the swap, and of the last visit where there is one.

    ``day`` is the last visit's, when both values are of it.
    """

    measure: str
    label: str
    unit: str
    now: tuple[Cell, ...]
    after: tuple[Cell, ...]
    last: tuple[Cell, ...]
    day: date | None

    @property
    def same(self) -> bool:
        """Both legs hold the same, so that a swap changes nothing."""
        return self.now == self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A pair of shoes or a leg length that may go with a swap of all: its field, now and after, and a caution."""

    field: str
    label: str
    now: str
    after: str
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One scope that may be chosen in place of another."""

    words: str
    scope: str
    chosen: bool


def label(measure: str) -> str:
    """What a measure is called; its key where this version does not know it."""
    return CATALOGUE[measure].label if measure in CATALOGUE else measure


def choices(held: Held, scope: Scope, row: Scope | None) -> list[Choice]:
    """This row, its group, all of today; without a row, every group that has something to swap."""
    groups = dict.fromkeys(CATALOGUE[key].posture for key in held.measures(Scope()) if key in CATALOGUE)
    found: list[tuple[str, Scope]] = [("This row", row)] if row else []
    if row or scope.kind == GROUP:
        near = CATALOGUE[row.name].posture.value if row else scope.name
        group = Scope(kind=GROUP, name=near)
        found.append((f"This group ({len(held.measures(group))})", group))
    else:
        for posture in groups:
            group = Scope(kind=GROUP, name=posture.value)
            found.append((f"{posture.title} ({len(held.measures(group))})", group))
    found.append((f"All of today ({len(held.measures(Scope()))})", Scope()))
    return [Choice(words=words, scope=str(one), chosen=one == scope) for words, one in found]


def turns(held: Held, scope: Scope, last: Last) -> list[Turn]:
    """The measures of a scope."""
    after = held.swapped()
    return [_turn(key, held.legs(key), after.legs(key), last) for key in held.measures(scope)]


def extras(held: Held) -> list[Extra]:
    """Shoes and leg lengths of today; not what is the same on both legs."""
    after = held.swapped()
    shoes = [
        Extra(
            field=f"shoes.{pair}",
            label="Shoes",
            now=sentences.shoes(note),
            after=sentences.shoes(after.shoes[pair]),
            caution=_caution(edited(note), bool(note.photos)),
        )
        for pair, note in held.shoes.items()
        if note != after.shoes[pair]
    ]
    return shoes + [
        Extra(
            field=f"leg_length.{method}",
            label="Leg length",
            now=sentences.leg(one),
            after=sentences.leg(after.leg_lengths[method]),
            caution="The note to it stays as it is." if one.note else "",
        )
        for method, one in held.leg_lengths.items()
        if one != after.leg_lengths[method]
    ]


def _caution(by_hand: bool, photos: bool) -> str:
    kept = []
    if by_hand:
        kept.append("The sentence was written by hand and stays as it is: the grades trade places, its words do not.")
    if photos:
        kept.append("Photos keep the side they were filed under.")
    return " ".join(kept)


def _turn(key: str, now: Legs, after: Legs, last: Last) -> Turn:
    measure = CATALOGUE.get(key)
    found = [last.get((key, side)) for side in LEGS]
    days = {one[0] for one in found if one}
    same_day = days.pop() if len(days) == 1 else None
    apart = len({one.method for one in now if one}) > 1
    return Turn(
        measure=key,
        label=label(key),
        unit=unit_words(measure) if measure else "",
        now=tuple(_cell(one, apart) for one in now),
        after=tuple(_cell(one, apart) for one in after),
        last=tuple(_was(one, same_day) for one in found) if any(found) else (),
        day=same_day,
    )


def _cell(one: Reading | None, with_method: bool = False) -> Cell:
    if one is None:
        return Cell()
    parts = (
        one.method or "" if with_method else "",
        "" if one.pain is None else f"pain {one.pain}",
        f"{len(one.trials)} readings" if one.trials else "",
    )
    return Cell(words=_value(one), more=" · ".join(part for part in parts if part))


def _value(one: Reading) -> str:
    measure = CATALOGUE.get(one.measure)
    if measure is not None:
        return shown(measure, one) if one.value is None else number(measure, one.value)
    return one.absent.words if one.absent else str(one.code if one.value is None else f"{one.value:f}")


def _was(one: tuple[date, Reading] | None, same_day: date | None) -> Cell:
    if one is None:
        return Cell(words="not measured")
    day, reading = one
    return Cell(words=_value(reading), more="" if same_day else f"{day.day} {day:%b}")
