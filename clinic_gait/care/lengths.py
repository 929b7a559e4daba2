"""What the leg length notes of a visit give: a difference where one was measured whole, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from clinic_gait.care.visit import LegLength
from clinic_gait.clinical.leg_length import LIFT_TRIAL, METHODS, Difference, difference
from clinic_gait.clinical.values import LEGS, Side

#: The method that keeps one height and a foot instead of two legs.
BLOCK = "block"


def difference_of(one: LegLength) -> Difference | None:
    """The shorter leg by one note; nothing while a part of it is missing, and for what is no way to measure."""
    method = METHODS.get(one.method)
    if method is None:
        return None
    if method.kind == BLOCK:
        return _by_block(one)
    if one.left_mm is None or one.right_mm is None:
        return None
    return difference(Decimal(one.left_mm), Decimal(one.right_mm))


def _by_block(one: LegLength) -> Difference | None:
    if one.block_mm is None or one.block_side is None:
        return None
    mm = Decimal(one.block_mm)
    whole = (one.block_side in LEGS) == (mm > 0)
    return Difference(short_side=one.block_side, mm=mm) if whole else None


def differences(notes: Iterable[LegLength]) -> dict[str, Difference]:
    """The shorter leg by each method that was used and finished."""
    found = ((note.method, difference_of(note)) for note in notes)
    return {method: one for method, one in found if one is not None}


def missing(one: LegLength) -> str:
    """What a note still lacks before it says something, as a short order; empty when it is whole."""
    if one.method == LIFT_TRIAL:
        return _missing_of_lift(one)
    if one.method not in METHODS:
        return ""
    if METHODS[one.method].kind == BLOCK:
        return "" if difference_of(one) else _missing_of_block(one)
    lacking = [side for side, mm in zip(LEGS, (one.left_mm, one.right_mm), strict=True) if mm is None]
    if len(lacking) == 1:
        return f"measure the {lacking[0].word.upper()} leg too"
    return "there is a note but no reading" if lacking else ""


def _missing_of_block(one: LegLength) -> str:
    if one.block_side in LEGS:
        return f"say how many mm stood under the {_word(one.block_side)} foot"
    if one.block_mm is not None:
        return "say which foot the block stood under, LEFT or RIGHT, or that it was level"
    return "there is a note but no block"


def _missing_of_lift(one: LegLength) -> str:
    if one.block_mm is None:
        return "say how high the lift was"
    if one.block_side not in LEGS:
        return "say under which foot the lift was, LEFT or RIGHT"
    return "" if one.response else "say what gait or pain did with the lift"


def _word(side: Side | None) -> str:
    return side.word.upper() if side else ""
