"""The boxes of the leg length page: what they hold by method, why it cannot be stored, and the way back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from statistics import median

from clinic_gait.care.lengths import difference_of
from clinic_gait.care.visit import LegLength
from clinic_gait.clinical.leg_length import LIFT_GAIT, LIFT_PAIN, LIFT_TRIAL, METHODS, Method, lift_response
from clinic_gait.clinical.units import Unit, convert, plain, read_length
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.web.boxes import Boxes

#: What a tape can read off a leg, and how high blocks and lifts are stacked, in millimetres.
LEG_LOW, LEG_HIGH, BLOCK_HIGH = Decimal(300), Decimal(1300), Decimal(100)
#: Two readings of one leg that are farther apart are a slip of the pen; nearer ones a reason for a third.
APART, APART_NOTE = Decimal(50), Decimal(10)
#: A larger difference between the legs is asked about once; the largest is none at all.
UNUSUAL, IMPOSSIBLE = Decimal(50), Decimal(200)
#: How many readings of each leg a method wants, and how many it has room for.
WANTED, MOST = {"imaging": 1}, {"imaging": 1}
USUALLY_WANTED, USUALLY_MOST = 2, 3
FEET = {"left": Side.LEFT, "right": Side.RIGHT, "level": Side.NONE}
NOTE_LONGEST = 500
#: In the order of the page: the block leads, because it is more reliable than tape; a trial is no method.
KEYS = (*METHODS, LIFT_TRIAL)
LIFT_LABEL = "Lift trial"

_BARE_MM = re.compile(r"[0-9]{3,4}(?:[.,][0-9])?", re.ASCII)


def wanted(key: str) -> int:
    """How many readings of each leg a method wants."""
    return WANTED.get(key, USUALLY_WANTED)


def most(key: str) -> int:
    """How many readings of each leg a method has room for."""
    return MOST.get(key, USUALLY_MOST)


def read_all(boxes: Boxes) -> dict[str, LegLength]:
    """What the boxes hold by method, with a slip for every box that cannot be stored."""
    read = {key: read_one(boxes, key) for key in KEYS}
    return {key: one for key, one in read.items() if one is not None}


def read_one(boxes: Boxes, key: str) -> LegLength | None:
    """What the boxes of one method hold, half of it too; nothing when they are empty or refused."""
    if key == LIFT_TRIAL:
        return read_lift(boxes)
    return read_block(boxes) if METHODS[key].kind == "block" else read_legs(boxes, METHODS[key])


def read_block(boxes: Boxes) -> LegLength | None:
    """The block and the foot it stands under, which is the short side."""
    note = boxes.text("block-note", f"{METHODS['block'].label}, note", NOTE_LONGEST)
    side, height = _foot(boxes, "block", "Foot on the block"), _height(boxes, "block", "Block")
    fault = _block_fault(side, height)
    if fault:
        boxes.slip("block-mm", fault)
    if _refused(boxes, "block") or (side is None and height is None and not note):
        return None
    if side is Side.NONE:
        height = Decimal(0)
    return LegLength(method="block", block_mm=_text(height), block_side=side, note=note)


def read_lift(boxes: Boxes) -> LegLength | None:
    """The lift, the foot it was under, and what gait and pain did."""
    note = boxes.text(f"{LIFT_TRIAL}-note", f"{LIFT_LABEL}, note", NOTE_LONGEST)
    side, height = _foot(boxes, LIFT_TRIAL, "Foot on the lift"), _height(boxes, LIFT_TRIAL, LIFT_LABEL)
    gait = boxes.choice(f"{LIFT_TRIAL}-gait", f"{LIFT_LABEL}, gait", LIFT_GAIT)
    pain = boxes.choice(f"{LIFT_TRIAL}-pain", f"{LIFT_LABEL}, pain", LIFT_PAIN)
    if side is Side.NONE:
        boxes.slip(f"{LIFT_TRIAL}-foot", "Foot on the lift: choose left or right.")
    if height == 0:
        boxes.slip(f"{LIFT_TRIAL}-mm", f"{LIFT_LABEL}: 0 mm is no lift; 1 to {plain(BLOCK_HIGH)} mm.")
    response = lift_response(gait or "", pain or "")
    if _refused(boxes, LIFT_TRIAL) or not (side or height or response or note):
        return None
    return LegLength(method=LIFT_TRIAL, block_mm=_text(height), block_side=side, response=response, note=note)


def _foot(boxes: Boxes, key: str, label: str) -> Side | None:
    foot = boxes.choice(f"{key}-foot", label, FEET)
    return FEET[foot] if foot else None


def _height(boxes: Boxes, key: str, label: str) -> Decimal | None:
    name = f"{key}-mm"
    return boxes.read(name, lambda text: _length(boxes, text, label, Side.NONE, Unit.MM, Decimal(0), BLOCK_HIGH))


def _block_fault(side: Side | None, height: Decimal | None) -> str:
    if side is Side.NONE and height:
        return f"Block: level without a block, yet {plain(height)} mm is typed. Choose the left or right foot."
    if side in LEGS and height == 0:
        return f"Block: 0 mm under the {side.word} foot is level. Choose level, or type how many mm stood there."
    return ""


def read_legs(boxes: Boxes, method: Method) -> LegLength | None:
    """Both legs by tape or imaging, or the one that was measured so far: the readings of each and what they give."""
    note = boxes.text(f"{method.key}-note", f"{method.label}, note", NOTE_LONGEST)
    trials = {side: _trials(boxes, method, side) for side in LEGS}
    left, right = (_of_trials(trials[side]) for side in LEGS)
    if left is not None and right is not None and not _refused(boxes, method.key):
        _check_difference(boxes, method, left, right)
    if _refused(boxes, method.key) or not (note or any(trials.values())):
        return None
    return LegLength(
        method=method.key,
        left_mm=_text(left),
        right_mm=_text(right),
        left_trials=tuple(plain(one) for one in trials[Side.LEFT]),
        right_trials=tuple(plain(one) for one in trials[Side.RIGHT]),
        note=note,
    )


def _trials(boxes: Boxes, method: Method, side: Side) -> list[Decimal]:
    """The readings of one leg in millimetres, in the order they were taken."""
    found = []
    for place in range(1, most(method.key) + 1):
        name = f"{method.key}-{side.word}-{place}"
        reading = boxes.read(name, lambda text: _leg(boxes, text, method, side))
        if reading is not None:
            found.append(reading)
    if len(found) == wanted(method.key) and spread(found) > APART:
        where = f"{method.key}-{side.word}-{len(found)}"
        apart = plain(spread(found))
        boxes.slip(where, f"{method.label}, {side.word}: the two readings are {apart} mm apart. Measure again.")
    return found


def _leg(boxes: Boxes, text: str, method: Method, side: Side) -> Decimal:
    # No leg is 300 cm long: from there on a bare number can only be millimetres.
    bare = _BARE_MM.fullmatch(text) and Decimal(text.replace(",", ".")) >= LEG_LOW
    return _length(boxes, text, method.label, side, Unit.MM if bare else Unit.CM, LEG_LOW, LEG_HIGH)


def _length(boxes: Boxes, text: str, label: str, side: Side, default: Unit, low: Decimal, high: Decimal) -> Decimal:
    return read_length(
        text,
        field=label,
        side=side,
        to=Unit.MM,
        low=low,
        high=high,
        decimals=1,
        default=default,
        decimal_comma=boxes.decimal_comma,
    )


def _check_difference(boxes: Boxes, method: Method, left: Decimal, right: Decimal) -> None:
    apart = abs(left - right)
    if apart > IMPOSSIBLE:
        sentence = f"left and right are {plain(apart)} mm apart, which is not possible. Check both legs."
        boxes.slip(f"{method.key}-left-1", f"{method.label}: {sentence}")
    elif apart > UNUSUAL and boxes(f"{method.key}-confirm") != plain(apart):
        sentence = f"left and right are {plain(apart)} mm apart, which is unusual. Is it correct?"
        boxes.slip(f"{method.key}-confirm", f"{method.label}: {sentence}")


def asked(boxes: Boxes) -> dict[str, str]:
    """By method, the difference in mm that is unusual and has not been said to be right: what one tick confirms."""
    found = {}
    for key in (key for key in METHODS if f"{key}-confirm" in boxes.slips):
        again = Boxes(boxes.typed, decimal_comma=boxes.decimal_comma)
        left, right = (_of_trials(_trials(again, METHODS[key], side)) or Decimal(0) for side in LEGS)
        found[key] = plain(abs(left - right))
    return found


def _refused(boxes: Boxes, key: str) -> bool:
    return any(name.startswith(f"{key}-") for name in boxes.slips)


def _of_trials(trials: list[Decimal]) -> Decimal | None:
    """What the readings of one leg give, to a tenth of a millimetre: their mean, and the middle one of three.

    A third is taken because the first two were far apart; the one that was a slip must not pull the result.
    """
    return median(trials).quantize(Decimal("0.1")) if trials else None


def spread(trials: list[Decimal]) -> Decimal:
    """How far apart the readings of one leg are."""
    return max(trials, default=Decimal(0)) - min(trials, default=Decimal(0))


def names_of(key: str) -> tuple[str, ...]:
    """The boxes of a method."""
    if key == LIFT_TRIAL:
        parts = ["mm", "foot", "gait", "pain", "note"]
    elif METHODS[key].kind == "block":
        parts = ["mm", "foot", "note"]
    else:
        readings = [f"{side.word}-{place}" for side in LEGS for place in range(1, most(key) + 1)]
        parts = [*readings, "confirm", "note"]
    return tuple(f"{key}-{part}" for part in parts)


def boxes_of(stored: Mapping[str, LegLength]) -> dict[str, str]:
    """What stands in the boxes of what is stored; tape in centimetres, every box named."""
    boxes: dict[str, str] = {}
    for key in KEYS:
        boxes |= dict.fromkeys(names_of(key), "")
        if key in stored:
            boxes |= _written(stored[key])
    return boxes


def _written(one: LegLength) -> dict[str, str]:
    boxes = {f"{one.method}-note": one.note}
    if one.method == LIFT_TRIAL or METHODS[one.method].kind == "block":
        # Level stores 0 mm, but nobody typed a block then.
        boxes[f"{one.method}-mm"] = "" if one.block_side is Side.NONE else one.block_mm or ""
        boxes[f"{one.method}-foot"] = next((word for word, side in FEET.items() if side is one.block_side), "")
        if one.method == LIFT_TRIAL:
            boxes |= _answers(one.response)
        return boxes
    for side, trials, whole in (("left", one.left_trials, one.left_mm), ("right", one.right_trials, one.right_mm)):
        for place, trial in enumerate(trials or filter(None, (whole,)), 1):
            boxes[f"{one.method}-{side}-{place}"] = cm(trial)
    found = difference_of(one)
    if found and found.mm > UNUSUAL:
        boxes[f"{one.method}-confirm"] = plain(found.mm)
    return boxes


def _answers(response: str) -> dict[str, str]:
    said = response.split()
    pick = {"gait": LIFT_GAIT, "pain": LIFT_PAIN}
    return {f"{LIFT_TRIAL}-{part}": next((one for one in said if one in known), "") for part, known in pick.items()}


def cm(mm: str) -> str:
    """Millimetres as centimetres, without the unit."""
    return plain(convert(Decimal(mm), Unit.MM, Unit.CM))


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
