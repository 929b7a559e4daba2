"""Leg length: blocks, tape and imaging side by side, with the short side and the millimetres worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from clinic_gait.care.visit import LegLength
from clinic_gait.clinical import leg_length
from clinic_gait.clinical.leg_length import Difference, Judgement, Method
from clinic_gait.clinical.units import Unit, convert, plain, read_length
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web.boxes import Boxes, version_sent
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404

#: What a tape can read off a leg, and how high blocks are stacked, in millimetres.
LEG_LOW, LEG_HIGH, BLOCK_HIGH = Decimal(300), Decimal(1300), Decimal(100)
#: Two readings of one leg that are farther apart are a slip of the pen; nearer ones a reason to look again.
APART, APART_NOTE = Decimal(50), Decimal(10)
#: A larger difference between the legs is asked about once; the largest is none at all.
UNUSUAL, IMPOSSIBLE = Decimal(50), Decimal(200)
#: How many readings of each leg a method takes.
TRIALS = {"imaging": 1}
FEET = {"left": Side.LEFT, "right": Side.RIGHT, "level": Side.NONE}
NOTE_LONGEST = 500


@needs(Permission.CHART)
def edit(visit_id: UUID) -> ResponseReturnValue:
    """The leg length of a visit, by every method."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed and request.method == "GET":
        return redirect(url_for("clinic_gait.record", visit_id=visit.id))
    stored = {one.method: one for one in visit.leg_lengths()}
    if request.method == "GET":
        audit("leg length opened", record=visit.id)
        return _page(visit, Boxes(boxes_of(stored)), stored)
    boxes = Boxes(request.form, decimal_comma=gait().clinic.decimal_comma)
    found = read_all(boxes)
    if boxes.slips:
        return _page(visit, boxes, found), 422
    if request.form.get("act") == "work":
        return _page(visit, boxes, found, kept=False)
    _keep(visit, stored, found)
    audit("leg length kept", record=visit.id)
    return redirect(url_for("clinic_gait.leg_length", visit_id=visit.id), 303)


def methods() -> list[Method]:
    """In the order of the page: the block leads, because it is more reliable than tape."""
    return list(leg_length.METHODS.values())


def read_all(boxes: Boxes) -> dict[str, LegLength]:
    """What the boxes hold by method, with a slip for every box that cannot be stored."""
    read = {
        method.key: read_block(boxes, method) if method.kind == "block" else read_legs(boxes, method)
        for method in methods()
    }
    return {key: one for key, one in read.items() if one is not None}


def read_block(boxes: Boxes, method: Method) -> LegLength | None:
    """The block and the foot it stands under, which is the short side."""
    foot = boxes.choice("block-foot", "Foot on the block", FEET)
    note = boxes.text("block-note", f"{method.label}, note", NOTE_LONGEST)
    height = boxes.read(
        "block-mm", lambda text: _length(boxes, text, "Block", Side.NONE, Unit.MM, Decimal(0), BLOCK_HIGH)
    )
    if "block-mm" in boxes.slips or not (foot or height is not None or note):
        return None
    side = FEET[foot] if foot else None
    fault = _block_fault(side, height)
    if fault:
        boxes.slip(*fault)
        return None
    return LegLength(method=method.key, block_mm=plain(height or Decimal(0)), block_side=side, note=note)


def _block_fault(side: Side | None, height: Decimal | None) -> tuple[str, str] | None:
    if side is None:
        return "block-foot", "Block: say which foot it stood under, left or right, or that the pelvis was level."
    if side is Side.NONE and height:
        return (
            "block-mm",
            f"Block: level without a block, yet {plain(height)} mm is typed. Choose the left or right foot.",
        )
    if side is not Side.NONE and not height:
        return "block-mm", f"Block: how many millimetres stood under the {side.word} foot?"
    return None


def read_legs(boxes: Boxes, method: Method) -> LegLength | None:
    """Both legs by tape or imaging: the readings of each and their mean."""
    note = boxes.text(f"{method.key}-note", f"{method.label}, note", NOTE_LONGEST)
    trials = {side: _trials(boxes, method, side) for side in LEGS}
    if any(name.startswith(method.key) for name in boxes.slips):
        return None
    if not any(trials.values()):
        if note:
            boxes.slip(f"{method.key}-left-1", f"{method.label}, left: there is a note but no reading.")
        return None
    for side in LEGS:
        if not trials[side]:
            sentence = f"{method.label}, {side.word}: measure the {side.word} leg too; a difference needs both legs."
            boxes.slip(f"{method.key}-{side.word}-1", sentence)
            return None
    left, right = (mean(trials[side]) for side in LEGS)
    _check_difference(boxes, method, left, right)
    return LegLength(
        method=method.key,
        left_mm=plain(left),
        right_mm=plain(right),
        left_trials=tuple(plain(one) for one in trials[Side.LEFT]),
        right_trials=tuple(plain(one) for one in trials[Side.RIGHT]),
        note=note,
    )


def _trials(boxes: Boxes, method: Method, side: Side) -> list[Decimal]:
    """The readings of one leg in millimetres, in the order they were taken."""
    found = []
    for place in range(1, TRIALS.get(method.key, 2) + 1):
        name = f"{method.key}-{side.word}-{place}"
        reading = boxes.read(name, lambda text: _length(boxes, text, method.label, side, Unit.CM, LEG_LOW, LEG_HIGH))
        if reading is not None:
            found.append(reading)
    if len(found) == 2 and abs(found[0] - found[1]) > APART:
        apart = plain(abs(found[0] - found[1]))
        boxes.slip(name, f"{method.label}, {side.word}: the two readings are {apart} mm apart. Measure again.")
    return found


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
        sentence = (
            f"{method.label}: left and right are {plain(apart)} mm apart, which is not possible. Check both legs."
        )
        boxes.slip(f"{method.key}-left-1", sentence)
    elif apart > UNUSUAL and boxes(f"{method.key}-confirm") != plain(apart):
        sentence = f"{method.label}: left and right are {plain(apart)} mm apart, which is unusual. Is it right?"
        boxes.slip(f"{method.key}-confirm", sentence)


def mean(trials: list[Decimal]) -> Decimal:
    """The mean of the readings of one leg, to a tenth of a millimetre."""
    return (sum(trials, Decimal(0)) / len(trials)).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One method's result as the page shows it."""

    method: Method
    one: LegLength
    difference: Difference

    @property
    def single(self) -> bool:
        """Whether a second reading of a leg is still missing."""
        wanted = TRIALS.get(self.method.key, 2)
        return self.method.kind != "block" and min(len(self.one.left_trials), len(self.one.right_trials)) < wanted

    @property
    def uneasy(self) -> tuple[Side, ...]:
        """Legs whose two readings are so far apart that a third is worth taking."""
        pairs = ((Side.LEFT, self.one.left_trials), (Side.RIGHT, self.one.right_trials))
        return tuple(side for side, trials in pairs if len(trials) == 2 and _spread(trials) > APART_NOTE)


def _spread(trials: tuple[str, ...]) -> Decimal:
    first, second = (Decimal(one) for one in trials)
    return abs(first - second)


def results(found: Mapping[str, LegLength]) -> list[Found]:
    """What each method found, in the order of the page."""
    return [
        Found(method=method, one=found[method.key], difference=difference_of(found[method.key]))
        for method in methods()
        if method.key in found
    ]


def difference_of(one: LegLength) -> Difference:
    """Short side and millimetres; the block stands under the short side."""
    if one.left_mm is not None and one.right_mm is not None:
        return leg_length.difference(Decimal(one.left_mm), Decimal(one.right_mm))
    return Difference(short_side=one.block_side or Side.NONE, mm=Decimal(one.block_mm or 0))


def _keep(visit: Visit, stored: Mapping[str, LegLength], found: Mapping[str, LegLength]) -> None:
    """Store what changed; a form that is sent twice changes nothing the second time."""
    shown = {method.key for method in methods()}
    gone = [key for key in stored if key in shown and key not in found]
    changed = [one for key, one in found.items() if stored.get(key) != one]
    if not gone and not changed:
        return
    visit.check_version(version_sent())
    for key in gone:
        visit.drop_leg_length(key)
    for one in changed:
        visit.record_leg_length(one)


def boxes_of(stored: Mapping[str, LegLength]) -> dict[str, str]:
    """What stands in the boxes of what is stored; tape in centimetres."""
    boxes: dict[str, str] = {}
    for key, one in stored.items():
        boxes[f"{key}-note"] = one.note
        if one.block_side is not None:
            boxes["block-foot"] = next(word for word, side in FEET.items() if side is one.block_side)
            boxes["block-mm"] = "" if one.block_side is Side.NONE else one.block_mm or ""
        for side, trials in (
            ("left", one.left_trials or (one.left_mm,)),
            ("right", one.right_trials or (one.right_mm,)),
        ):
            for place, trial in enumerate(trials, 1):
                if trial is not None:
                    boxes[f"{key}-{side}-{place}"] = cm(trial)
        if difference_of(one).mm > UNUSUAL:
            boxes[f"{key}-confirm"] = plain(difference_of(one).mm)
    return boxes


def cm(mm: str) -> str:
    """Millimetres as centimetres, without the unit."""
    return plain(convert(Decimal(mm), Unit.MM, Unit.CM))


def _page(visit: Visit, boxes: Boxes, found: Mapping[str, LegLength], *, kept: bool = True) -> str:
    seen = results(found)
    return render_template(
        "clinic_gait/leg_length/edit.html",
        visit=visit,
        boxes=boxes,
        methods=methods(),
        trials=TRIALS,
        results=seen,
        judgement=judgement(visit, seen),
        leg_length=leg_length,
        limits=gait().limits,
        before=previous(visit),
        kept=kept and not boxes.slips,
        cm=cm,
        mm=plain,
    )


def judgement(visit: Visit, seen: list[Found]) -> Judgement | None:
    """What the methods say together; nothing while none was used."""
    if not seen:
        return None
    surgery = any(one.measure == "recent_joint_surgery" and one.code == "yes" for one in visit.readings())
    return leg_length.judge(
        {one.method.key: one.difference for one in seen},
        growing="growing_patient" in visit.episode.conditions,
        recent_surgery=surgery,
        limits=gait().limits,
    )


def previous(visit: Visit) -> tuple[date, list[Found]] | None:
    """What the last signed visit found; shown beside the boxes, never in them."""
    for other in visits_of(gait().session, visit.subject):
        if other.is_signed and (other.day, other.id) < (visit.day, visit.id) and other.leg_lengths():
            return other.day, results({one.method: one for one in other.leg_lengths()})
    return None
