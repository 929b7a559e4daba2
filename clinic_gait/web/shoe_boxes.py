"""The boxes of the shoe page: the note they hold, each part of it alone, and the way back."""

from __future__ import annotations

from typing import Any

from clinic_gait.care.visit import ShoeNote, ShoeSide
from clinic_gait.clinical import shoe_wear
from clinic_gait.clinical.units import Unit
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.web.boxes import Boxes

TEXTS = {"shoe_type": 40, "make": 60, "model": 80, "daily_use": 200, "lift_or_orthosis": 200}
LABELS = {
    "shoe_type": "Kind of shoe",
    "make": "Make",
    "model": "Model",
    "daily_use": "Daily use",
    "lift_or_orthosis": "Lift or orthosis inside",
    "age_months": "Age of the shoes",
    "miles": "Distance",
    "words": "In words",
}
#: Whole numbers: the largest that is possible, and the unit.
NUMBERS = {"age_months": (600, Unit.MONTHS), "miles": (20_000, Unit.MILES)}
WORDS_LONGEST = 2000
LEAN = "counter_lean"

#: Every part of a note by the name that its field has, and the box it is typed in.
PARTS = {
    **{name: name for name in (*TEXTS, *NUMBERS, "words")},
    **{f"{side.word}.{part}": f"{side.word}-{part}" for side in LEGS for part in (*shoe_wear.ZONES, LEAN)},
}


def read_part(boxes: Boxes, part: str) -> Any:
    """What the box of one part holds, as its field stores it; nothing when it is empty or refused."""
    side, _, zone = part.partition(".")
    if zone:
        return _read_side_part(boxes, side, zone)
    if part in NUMBERS:
        high, unit = NUMBERS[part]
        return boxes.whole(part, LABELS[part], 0, high, unit)
    return boxes.text(part, LABELS[part], TEXTS.get(part, WORDS_LONGEST)) or None


def _read_side_part(boxes: Boxes, side: str, zone: str) -> Any:
    box = f"{side}-{zone}"
    if zone == LEAN:
        return boxes.choice(box, f"Heel counter, {side} shoe", shoe_wear.COUNTER_LEANS)
    grades = {str(grade) for grade in shoe_wear.GRADES}
    grade = boxes.choice(box, f"{shoe_wear.ZONES[zone].label}, {side} shoe", grades)
    return None if grade is None else int(grade)


def read_note(boxes: Boxes, stored: ShoeNote | None = None) -> ShoeNote:
    """The note that the boxes hold, with a slip for every box that cannot be stored; its photos stay as they are."""
    left, right = (read_side(boxes, side) for side in LEGS)
    facts = {part: read_part(boxes, part) for part in (*TEXTS, *NUMBERS)}
    if not (left.zones or right.zones or left.counter_lean or right.counter_lean or any(facts.values())):
        boxes.slip("", "Nothing is graded or written yet. Grade a zone of the LEFT or the RIGHT shoe first.")
    words = read_part(boxes, "words")
    # A sentence nobody touched follows the grades; an edited one stays as it is.
    untouched = not words or words == boxes.text("written", LABELS["words"], WORDS_LONGEST)
    return ShoeNote(
        shoe_type=facts["shoe_type"],
        make=facts["make"] or "",
        model=facts["model"] or "",
        age_months=facts["age_months"],
        miles=facts["miles"],
        daily_use=facts["daily_use"] or "",
        lift_or_orthosis=facts["lift_or_orthosis"] or "",
        words=sentence(left, right) if untouched else words,
        left=left,
        right=right,
        photos=stored.photos if stored else (),
    )


def read_side(boxes: Boxes, side: Side) -> ShoeSide:
    """One shoe of the pair. A zone without a grade was not looked at and is left out; it is not zero."""
    grades = {zone: read_part(boxes, f"{side.word}.{zone}") for zone in shoe_wear.ZONES}
    zones = {zone: grade for zone, grade in grades.items() if grade is not None}
    return ShoeSide(zones=zones, counter_lean=read_part(boxes, f"{side.word}.{LEAN}"))


def sentence(left: ShoeSide, right: ShoeSide) -> str:
    """The sentence that the grades make."""
    return shoe_wear.words(left.zones, right.zones, left.counter_lean, right.counter_lean)


def edited(note: ShoeNote) -> bool:
    """Whether somebody wrote the words of a note by hand; then they never change by themselves."""
    return bool(note.words) and note.words != sentence(note.left, note.right)


def boxes_of(note: ShoeNote | None) -> dict[str, str]:
    """What stands in the boxes of a stored note; every box is named."""
    boxes = dict.fromkeys(PARTS.values(), "")
    if note is None:
        return boxes
    boxes |= {name: str(getattr(note, name) or "") for name in (*TEXTS, "words")}
    for name in NUMBERS:
        number = getattr(note, name)
        boxes[name] = "" if number is None else str(number)
    for side in LEGS:
        shoe = note.of(side)
        boxes |= {f"{side.word}-{zone}": str(grade) for zone, grade in shoe.zones.items()}
        boxes[f"{side.word}-{LEAN}"] = shoe.counter_lean or ""
    return boxes
