"""Leg length and shoes of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from clinic_gait.care.visit import LegLength, ShoeNote, ShoeSide
from clinic_gait.clinical.units import BadEntry, Unit, plain, read_length
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_readings import as_typed

#: Fields of the file, ``tape`` and a leg's letter, by method of the record.
BOTH_LEGS = {"tape_true": "tape", "tape_apparent": "tape_apparent", "imaging": "imaging"}
_LETTER = {Side.LEFT: "l", Side.RIGHT: "r"}
#: What a tape can read off a leg, how high blocks are stacked, and how far two legs of one person can differ, in mm.
LEG = (Decimal(300), Decimal(1300))
BLOCK = (Decimal(0), Decimal(100))
FARTHEST_APART = Decimal(200)


def read_leg_lengths(block: Mapping[str, Any], place: Place) -> tuple[LegLength, ...]:
    """One note for each method that was used, lengths as text in millimetres."""
    notes = [_both_legs(method, field, block, place) for method, field in BOTH_LEGS.items()]
    return tuple(note for note in (*notes, _block(block, place)) if note)


def _both_legs(method: str, field: str, block: Mapping[str, Any], place: Place) -> LegLength | None:
    given = {side: block.get(f"{field}_{_LETTER[side]}_mm") for side in LEGS}
    if all(value is None for value in given.values()):
        return None
    for side in LEGS:
        if given[side] is None:
            reason = "only the other leg is given; a difference needs both"
            place.at(side.word).refuse(side=side.word, field=f"{field}_{_LETTER[side]}_mm", typed="", reason=reason)
            return None
    read = {side: _length(given[side], side, f"{field}_{_LETTER[side]}_mm", LEG, place) for side in LEGS}
    left, right = read[Side.LEFT], read[Side.RIGHT]
    if left is None or right is None:
        return None
    apart = abs(Decimal(left) - Decimal(right))
    if apart > FARTHEST_APART:
        reason = f"left and right are {plain(apart)} mm apart, which is not possible; check both legs"
        place.at(field).refuse(side="patient", field=field, typed=f"{left} and {right}", reason=reason)
        return None
    return LegLength(method=method, left_mm=left, right_mm=right, left_trials=(left,), right_trials=(right,))


def _block(block: Mapping[str, Any], place: Place) -> LegLength | None:
    height, under = block.get("block_mm"), block.get("block_side")
    if height is None:
        if under is not None:
            _refuse_block(place, under, f"under: {under}, but no height; give block_mm")
        return None
    mm = _length(height, Side.NONE, "block_mm", BLOCK, place)
    if mm is None:
        return None
    side = Side.from_word(under or "none")
    if (mm == "0") is not (side is Side.NONE):
        reason = f"{mm} mm under {under or 'no foot named'}; say right or left for a block, none for 0 mm"
        _refuse_block(place, under, reason)
        return None
    return LegLength(method="block", block_mm=mm, block_side=side)


def _refuse_block(place: Place, under: str | None, reason: str) -> None:
    place.at("block").refuse(side="patient", field="block_side", typed=under or "", reason=reason)


def _length(value: Any, side: Side, field: str, limits: tuple[Decimal, Decimal], place: Place) -> str | None:
    low, high = limits
    typed, unit = as_typed(value), Unit.MM
    try:
        return plain(
            read_length(
                typed, field=field, side=side, to=unit, low=low, high=high, decimals=1, default=unit, decimal_comma=True
            )
        )
    except BadEntry as bad:
        word = "patient" if side is Side.NONE else side.word
        at = place.at(field) if side is Side.NONE else place.at(word, field)
        at.refuse(side=word, field=field, typed=typed, reason=bad.reason.partition(": ")[2])
        return None


def read_shoes(block: Mapping[str, Any], place: Place) -> ShoeNote | None:
    """The note of one pair; nothing when nothing was seen."""
    shoes = {side: _shoe(block.get(side.word) or {}) for side in LEGS}
    fields = dict(_fields(block, place))
    if not fields and not any(shoe.zones or shoe.counter_lean for shoe in shoes.values()):
        return None
    return ShoeNote(left=shoes[Side.LEFT], right=shoes[Side.RIGHT], **fields)


def _shoe(block: Mapping[str, Any]) -> ShoeSide:
    zones = {key: grade for key, grade in block.items() if key != "counter_lean" and grade is not None}
    return ShoeSide(zones=zones, counter_lean=block.get("counter_lean"))


def _fields(block: Mapping[str, Any], place: Place) -> Iterator[tuple[str, Any]]:
    names = {"shoe": "shoe_type", "make": "make", "model": "model", "age_months": "age_months"}
    for key, name in {**names, "lift_or_orthosis": "lift_or_orthosis"}.items():
        if block.get(key) is not None:
            yield name, block[key]
    miles = block.get("shoe_miles")
    if miles is not None and miles != int(miles):
        place.refuse(side="patient", field="shoe_miles", typed=miles, reason=f"{miles} is not whole miles")
    elif miles is not None:
        yield "miles", int(miles)
