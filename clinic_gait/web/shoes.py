"""Shoe wear: two soles that are tapped, the same zones as a list, and the sentence they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.care.visit import ShoeNote
from clinic_gait.records import fields
from clinic_gait.records.act import Change
from clinic_gait.records.base import new_id
from clinic_gait.records.visit import Visit
from clinic_gait.web import acting, shoe_page, whole_form
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.context import Permission, audit, needs, visit_or_404
from clinic_gait.web.shoe_acts import ShoeActs, name_of
from clinic_gait.web.shoe_boxes import boxes_of, read_note, sentence

#: Nothing brings a photo back, so each is removed by itself.
PHOTOS_LEFT = "What was noted of this pair is removed. Its photos are still here: remove each of them below."


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
        return shoe_page.render(visit, pair, Boxes(boxes_of(pairs.get(pair))))
    act = request.form.get("act")
    if act == "remove":
        return _remove(visit, pair)
    boxes = Boxes(request.form)
    note = read_note(boxes, pairs.get(pair))
    if boxes.slips:
        return shoe_page.render(visit, pair, boxes), 422
    if act == "written":
        note = replace(note, words=sentence(note.left, note.right))
    _keep(visit, pair, pairs.get(pair), note)
    audit("shoes kept", record=visit.id)
    return redirect(url_for("clinic_gait.shoes", visit_id=visit.id, pair=pair), 303)


@needs(Permission.CHART)
def acts(visit_id: UUID) -> ResponseReturnValue:
    """One box of a pair as it was left."""
    visit = visit_or_404(visit_id, Permission.CHART)
    return acting.answer(visit, ShoeActs(visit, _pair(dict(visit.shoes()))))


def _keep(visit: Visit, pair: UUID, stored: ShoeNote | None, note: ShoeNote | None) -> None:
    """Store the note as one act; a form that is sent twice changes nothing the second time."""
    name = name_of(pair)
    change = Change(field=name, after=fields.of_shoes(note), seen=whole_form.seen(name))
    whole_form.keep(visit, [change] if note != stored else [])


def _remove(visit: Visit, pair: UUID) -> ResponseReturnValue:
    _keep(visit, pair, dict(visit.shoes()).get(pair), None)
    audit("shoes removed", record=visit.id)
    if pair in dict(visit.shoes()):
        flash(PHOTOS_LEFT, "clinic_gait_refused")
        return redirect(url_for("clinic_gait.shoes", visit_id=visit.id, pair=pair, _anchor="cg-photos"), 303)
    return redirect(url_for("clinic_gait.shoes", visit_id=visit.id), 303)


def _pair(pairs: Mapping[UUID, ShoeNote]) -> UUID:
    """The pair the page is about: the one it names, which may be a new one; else the first, else a new one."""
    asked = request.form.get("pair") or request.args.get("pair")
    if asked is None:
        return next(iter(pairs), new_id())
    if asked in ("", "new"):
        return new_id()
    try:
        return UUID(asked)
    except ValueError:
        raise NotFound from None
