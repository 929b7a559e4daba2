"""Sides that trade places: what a swap is about, and what each field of the draft holds after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from clinic_gait.care.visit import LegLength, ShoeNote
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Posture
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.records import fields
from clinic_gait.records.visit import Visit
from clinic_gait.web.entries import Key, by_key
from clinic_gait.web.shoe_boxes import edited, sentence

ROW, GROUP, ALL = "row", "group", "all"

_POSTURES = list(Posture)
_PLACES = {key: place for place, key in enumerate(CATALOGUE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is to be swapped: ``row:wblt_deg``, ``group:standing`` or ``all``."""

    kind: str = ALL
    name: str = ""

    @classmethod
    def read(cls, text: str) -> Scope | None:
        """The scope that a page asks for; nothing when there is no such row or group."""
        kind, _, name = text.partition(":")
        known = {ROW: CATALOGUE, GROUP: [one.value for one in _POSTURES], ALL: [""]}.get(kind, [])
        return cls(kind=kind, name=name) if name in known else None

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" if self.name else self.kind

    def holds(self, measure: str) -> bool:
        """Whether this measure is meant."""
        if self.kind == GROUP:
            return measure in CATALOGUE and CATALOGUE[measure].posture.value == self.name
        return self.kind == ALL or self.name == measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a draft holds of both legs."""

    readings: Mapping[Key, Reading] = field(default_factory=dict)
    shoes: Mapping[UUID, ShoeNote] = field(default_factory=dict)
    leg_lengths: Mapping[str, LegLength] = field(default_factory=dict)

    @classmethod
    def of(cls, visit: Visit) -> Held:
        """As it is stored now."""
        lengths = {one.method: one for one in visit.leg_lengths()}
        return cls(readings=by_key(visit.readings()), shoes=dict(visit.shoes()), leg_lengths=lengths)

    def measures(self, scope: Scope) -> list[str]:
        """The measures with a side that were entered, in the order of the form."""
        entered = {measure for measure, side in self.readings if side in LEGS}
        return sorted(filter(scope.holds, entered), key=_place)

    def legs(self, measure: str) -> tuple[Reading | None, Reading | None]:
        """Left and right."""
        left, right = (self.readings.get((measure, side)) for side in LEGS)
        return left, right

    def before(self) -> dict[str, Any]:
        """Every field that a swap may change, with what it holds."""
        notes = {f"shoes.{pair}": fields.of_shoes(note) for pair, note in self.shoes.items()}
        lengths = {f"leg_length.{method}": fields.of_leg_length(one) for method, one in self.leg_lengths.items()}
        return {**_readings(self.readings, self.measures(Scope())), **notes, **lengths}

    def swapped(self) -> Held:
        """The same with left and right the other way round; what has no side stays."""
        return Held(
            readings=by_key(turned(one) for one in self.readings.values()),
            shoes={pair: turned_shoes(note) for pair, note in self.shoes.items()},
            leg_lengths={method: turned_length(one) for method, one in self.leg_lengths.items()},
        )


def after_swap(held: Held, scope: Scope, extras: Iterable[str] = ()) -> dict[str, Any]:
    """What each field in the scope holds once its sides have traded places.

    ``extras`` are the fields of shoes and leg lengths that go with it.
    """
    after = held.swapped()
    chosen = {name: data for name, data in after.before().items() if name in set(extras) and _extra(name)}
    return {**_readings(after.readings, held.measures(scope)), **chosen}


def turned(one: Reading) -> Reading:
    """The reading on the other leg, with all that belongs to it."""
    return one if one.side is Side.NONE else replace(one, side=one.side.other)


def turned_shoes(note: ShoeNote) -> ShoeNote:
    """The pair with its shoes the other way round. A sentence that somebody wrote by hand stays as it is."""
    words = note.words if edited(note) or not note.words else sentence(note.right, note.left)
    return replace(note, left=note.right, right=note.left, words=words)


def turned_length(one: LegLength) -> LegLength:
    """The leg length with its legs the other way round, and the block under the other foot."""
    foot = one.block_side.other if one.block_side in LEGS else one.block_side
    return replace(
        one,
        left_mm=one.right_mm,
        right_mm=one.left_mm,
        left_trials=one.right_trials,
        right_trials=one.left_trials,
        block_side=foot,
    )


def _readings(readings: Mapping[Key, Reading], measures: Iterable[str]) -> dict[str, Any]:
    return {
        f"reading.{measure}.{side.value}": fields.of_reading(readings.get((measure, side)))
        for measure in measures
        for side in LEGS
    }


def _extra(name: str) -> bool:
    return name.startswith(("shoes.", "leg_length."))


def _place(measure: str) -> tuple[int, int, str]:
    """Where a measure stands on the form; what this version does not know stands last."""
    known = CATALOGUE.get(measure)
    if known is None:
        return len(_POSTURES), 0, measure
    return _POSTURES.index(known.posture), _PLACES[measure], measure
