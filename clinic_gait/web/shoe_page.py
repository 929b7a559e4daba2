"""The shoe page: both soles and counters as they are drawn, the last note beside them, and every box of a pair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from flask import render_template

from clinic_gait.care.visit import ShoeNote
from clinic_gait.clinical import shoe_wear
from clinic_gait.clinical.cutoffs import MILES, flagged
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.records import fields
from clinic_gait.records.base import new_id
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web import soles, whole_form
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.context import gait
from clinic_gait.web.shoe_boxes import LEAN, PARTS, boxes_of, read_side, sentence

#: Offered while typing; any other word is as good.
SHOE_TYPES = ("running", "walking", "work", "flat", "heel", "boot", "sandal", "slipper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoe:
    """One shoe as the page draws it, from what stands in its boxes."""

    side: Side
    boxes: Callable[[str], str]

    @property
    def word(self) -> str:
        """``left`` or ``right``."""
        return self.side.word

    @property
    def sole(self) -> soles.Outline:
        """As worn, looking down."""
        return soles.sole(self.side)

    @property
    def counter(self) -> soles.Outline:
        """From behind."""
        return soles.counter(self.side)

    @property
    def leans(self) -> dict[str, str]:
        """The tilt of the drawn counter by lean."""
        return {lean: soles.leaning(self.side, lean) for lean in soles.LEANS}

    @property
    def lean(self) -> str:
        """How the counter leans; empty when it was not looked at."""
        return self.boxes(f"{self.word}-{LEAN}")

    def grade(self, zone: str) -> str:
        """The grade in the box of a zone; empty when it was not looked at."""
        typed = self.boxes(f"{self.word}-{zone}")
        return typed if typed in ("0", "1", "2", "3") else ""


def drawn(boxes: Callable[[str], str]) -> list[Shoe]:
    """Both shoes, LEFT first."""
    return [Shoe(side=side, boxes=boxes) for side in LEGS]


def render(visit: Visit, pair: UUID, boxes: Boxes) -> str:
    """The page of one pair."""
    note = dict(visit.shoes()).get(pair)
    last = previous(visit, note)
    return render_template(
        "clinic_gait/shoes/edit.html",
        form_key=whole_form.key(),
        before=last,
        past=drawn(boxes_of(last[1]).__getitem__) if last else [],
        past_written=sentence(last[1].left, last[1].right) if last else "",
        **words(visit, pair, boxes),
    )


def words(visit: Visit, pair: UUID, boxes: Boxes) -> dict[str, Any]:
    """What the page and its live parts show."""
    pairs = dict(visit.shoes())
    note = pairs.get(pair)
    # The sentence is written from what is readable; slips are already noted.
    readable = Boxes(boxes.typed)
    field = f"shoes.{pair}"
    others = [zone for zone in shoe_wear.ZONES.values() if not zone.tapped]
    return {
        "visit": visit,
        "boxes": boxes,
        "pair": pair,
        "fresh": new_id(),
        "note": note,
        "field": field,
        "seen": seen(field, note),
        "pairs": [(key, name_of(one, place)) for place, (key, one) in enumerate(pairs.items(), 1)],
        "shoes": drawn(boxes),
        "written": sentence(read_side(readable, Side.LEFT), read_side(readable, Side.RIGHT)),
        "tapped": [shoe_wear.ZONES[band.zone] for band in (*soles.SOLE, *soles.COUNTER)],
        "others": others,
        "others_open": any(boxes(f"{side.word}-{zone.key}") for side in LEGS for zone in others),
        "zones": shoe_wear.ZONES,
        "leans": [("", "not seen"), *shoe_wear.COUNTER_LEANS.items()],
        "grades": shoe_wear.GRADES,
        "shoe_types": SHOE_TYPES,
        "miles_flag": flagged(MILES, Decimal(note.miles), gait().limits) if note and note.miles is not None else None,
    }


def seen(field: str, note: ShoeNote | None) -> Mapping[str, str]:
    """The tokens of the pair and of each of its parts, as the page shows them."""
    tokens = {f"{field}.{part}": fields.token(fields.of_shoes(note, part)) for part in PARTS}
    return {**tokens, field: whole_form.seen(field, fields.token(fields.of_shoes(note)))}


def previous(visit: Visit, note: ShoeNote | None) -> tuple[date, ShoeNote] | None:
    """The same pair in the last signed visit that had any, else its first; beside the boxes, never in them."""
    for other in visits_of(gait().session, visit.subject):
        if other.is_signed and (other.day, other.id) < (visit.day, visit.id) and other.shoes():
            notes = [one for _, one in other.shoes()]
            same = [one for one in notes if note and (one.make, one.model) == (note.make, note.model)]
            return other.day, (same or notes)[0]
    return None


def name_of(note: ShoeNote, place: int) -> str:
    """How a pair is called on its button."""
    return " ".join(filter(None, (note.make, note.model))) or note.shoe_type or f"pair {place}"
