"""Shoe wear: two soles that are tapped, the same zones as a list, and the sentence they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.care.visit import ShoeNote, ShoeSide
from clinic_gait.clinical import shoe_wear
from clinic_gait.clinical.cutoffs import MILES, flagged
from clinic_gait.clinical.units import Unit
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web import soles
from clinic_gait.web.boxes import Boxes, version_sent
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404
from clinic_gait.web.forms import form_key

TEXTS = {"shoe_type": 40, "make": 60, "model": 80, "daily_use": 200, "lift_or_orthosis": 200}
TEXT_LABELS = {
    "shoe_type": "Kind of shoe",
    "make": "Make",
    "model": "Model",
    "daily_use": "Daily use",
    "lift_or_orthosis": "Lift or orthosis inside",
}
#: Offered while typing; any other word is as good.
SHOE_TYPES = ("running", "walking", "work", "flat", "heel", "boot", "sandal", "slipper")
WORDS_LONGEST = 2000


@needs(Permission.CHART)
def edit(visit_id: UUID) -> ResponseReturnValue:
    """The shoes of a visit, one pair at a time."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed and request.method == "GET":
        return redirect(url_for("clinic_gait.record", visit_id=visit.id))
    pairs = dict(visit.shoes())
    pair = _pair(pairs)
    if request.method == "GET":
        audit("shoes opened", record=visit.id)
        return _page(visit, pairs, pair, Boxes(boxes_of(pairs.get(pair) if pair else None)))
    if request.form.get("act") == "remove" and pair is not None:
        return _remove(visit, pair)
    boxes = Boxes(request.form)
    note = read_note(boxes)
    if boxes.slips:
        return _page(visit, pairs, pair, boxes), 422
    audit("shoes kept", record=visit.id)
    return redirect(url_for("clinic_gait.shoes", visit_id=visit.id, pair=_keep(visit, pairs, pair, note)), 303)


def _keep(visit: Visit, pairs: Mapping[UUID, ShoeNote], pair: UUID | None, note: ShoeNote) -> UUID:
    """Store the note; a form that is sent twice changes nothing the second time."""
    if pair is None:
        return visit.keep_shoes(note, form_key=request.form.get("form_key"))
    if note != pairs[pair]:
        visit.check_version(version_sent())
        visit.keep_shoes(note, id=pair)
    return pair


def _remove(visit: Visit, pair: UUID) -> ResponseReturnValue:
    visit.check_version(version_sent())
    visit.drop_shoes(pair)
    audit("shoes removed", record=visit.id)
    return redirect(url_for("clinic_gait.shoes", visit_id=visit.id), 303)


def _pair(pairs: Mapping[UUID, ShoeNote]) -> UUID | None:
    """The pair the page is about: the one asked for, else the first, else a new one."""
    asked = request.values.get("pair")
    if asked is None:
        return next(iter(pairs), None)
    found = next((pair for pair in pairs if str(pair) == asked), None)
    if asked not in ("", "new") and found is None:
        raise NotFound
    return found


def _page(visit: Visit, pairs: Mapping[UUID, ShoeNote], pair: UUID | None, boxes: Boxes) -> str:
    # The sentence is written from what is readable; slips are already noted.
    left, right = (read_side(Boxes(boxes.typed), side) for side in LEGS)
    note = pairs.get(pair) if pair else None
    others = [zone for zone in shoe_wear.ZONES.values() if not zone.tapped]
    return render_template(
        "clinic_gait/shoes/edit.html",
        visit=visit,
        boxes=boxes,
        pair=pair,
        pairs=[(key, name_of(note, place)) for place, (key, note) in enumerate(pairs.items(), 1)],
        form_key=boxes("form_key") or form_key(),
        before=previous(visit),
        shoes=[Shoe(side=side, boxes=boxes) for side in LEGS],
        written=sentence(left, right),
        tapped=[shoe_wear.ZONES[band.zone] for band in (*soles.SOLE, *soles.COUNTER)],
        others=others,
        others_open=any(boxes(f"{side.word}-{zone.key}") for side in LEGS for zone in others),
        zones=shoe_wear.ZONES,
        leans=[("", "–"), *shoe_wear.COUNTER_LEANS.items()],
        grades=shoe_wear.GRADES,
        shoe_types=SHOE_TYPES,
        miles_flag=flagged(MILES, Decimal(note.miles), gait().limits) if note and note.miles is not None else None,
    )


def previous(visit: Visit) -> tuple[date, ShoeNote] | None:
    """The shoes of the last signed visit that had any; shown beside the boxes, never in them."""
    for other in visits_of(gait().session, visit.subject):
        if other.is_signed and (other.day, other.id) < (visit.day, visit.id) and other.shoes():
            return other.day, other.shoes()[0][1]
    return None


def name_of(note: ShoeNote, place: int) -> str:
    """How a pair is called on its button."""
    return " ".join(filter(None, (note.make, note.model))) or note.shoe_type or f"pair {place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoe:
    """One shoe as the page draws it."""

    side: Side
    boxes: Boxes

    @property
    def word(self) -> str:
        """``left`` or ``right``."""
        return self.side.word

    @property
    def views(self) -> tuple[tuple[str, str, soles.Outline], ...]:
        """Name, words and outline of each view."""
        return (
            ("sole", "sole, as worn, looking down", soles.sole(self.side)),
            ("counter", "heel counter, from behind", soles.counter(self.side)),
        )

    @property
    def leans(self) -> dict[str, str]:
        """The tilt of the drawn counter by lean."""
        return {lean: soles.leaning(self.side, lean) for lean in soles.LEANS}

    def grade(self, zone: str) -> str:
        """The grade in the box of a zone; empty when it was not looked at."""
        typed = self.boxes(f"{self.word}-{zone}")
        return typed if typed in ("0", "1", "2", "3") else ""


def read_note(boxes: Boxes) -> ShoeNote:
    """The note that the boxes hold, with a slip for every box that cannot be stored."""
    left, right = (read_side(boxes, side) for side in LEGS)
    texts = {name: boxes.text(name, TEXT_LABELS[name], longest) for name, longest in TEXTS.items()}
    age = boxes.whole("age_months", "Age of the shoes", 0, 600, Unit.MONTHS)
    miles = boxes.whole("miles", "Distance", 0, 20_000, Unit.MILES)
    if not (
        left.zones or right.zones or left.counter_lean or right.counter_lean or any(texts.values()) or age or miles
    ):
        boxes.slip("", "Nothing is graded or written yet. Grade a zone of the LEFT or the RIGHT shoe first.")
    shoe_type = texts.pop("shoe_type") or None
    words = boxes.text("words", "In words", WORDS_LONGEST)
    written = sentence(left, right)
    # A sentence nobody touched follows the grades; an edited one stays as it is.
    untouched = not words or words == boxes.text("written", "In words", WORDS_LONGEST)
    return ShoeNote(
        shoe_type=shoe_type,
        **texts,
        age_months=age,
        miles=miles,
        words=written if untouched else words,
        left=left,
        right=right,
    )


def read_side(boxes: Boxes, side: Side) -> ShoeSide:
    """One shoe of the pair. A zone without a grade was not looked at and is left out; it is not zero."""
    grades = {str(grade) for grade in shoe_wear.GRADES}
    zones = {}
    for zone in shoe_wear.ZONES.values():
        grade = boxes.choice(f"{side.word}-{zone.key}", f"{zone.label}, {side.word} shoe", grades)
        if grade is not None:
            zones[zone.key] = int(grade)
    label = f"Heel counter, {side.word} shoe"
    return ShoeSide(zones=zones, counter_lean=boxes.choice(f"{side.word}-counter_lean", label, shoe_wear.COUNTER_LEANS))


def sentence(left: ShoeSide, right: ShoeSide) -> str:
    """The sentence that the grades make."""
    return shoe_wear.words(left.zones, right.zones, left.counter_lean, right.counter_lean)


def boxes_of(note: ShoeNote | None) -> dict[str, str]:
    """What stands in the boxes of a stored note."""
    if note is None:
        return {}
    boxes = {name: str(getattr(note, name) or "") for name in (*TEXTS, "words")}
    boxes["age_months"] = "" if note.age_months is None else str(note.age_months)
    boxes["miles"] = "" if note.miles is None else str(note.miles)
    for side in LEGS:
        shoe = note.of(side)
        boxes |= {f"{side.word}-{zone}": str(grade) for zone, grade in shoe.zones.items()}
        boxes[f"{side.word}-counter_lean"] = shoe.counter_lean or ""
    return boxes
