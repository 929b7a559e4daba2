"""Leg length: blocks, tape and imaging side by side, with the short side and the millimetres worked out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.care import canonical
from clinic_gait.care.lengths import missing
from clinic_gait.care.visit import LegLength
from clinic_gait.clinical import leg_length
from clinic_gait.clinical.leg_length import LIFT_TRIAL, METHODS
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS
from clinic_gait.records import fields
from clinic_gait.records.act import Change
from clinic_gait.records.visit import Visit
from clinic_gait.web import acting, leg_boxes, leg_results, sentences, whole_form
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404

#: What the fields of this page are called, before the method.
KIND = "leg_length"


@needs(Permission.CHART)
def edit(visit_id: UUID) -> ResponseReturnValue:
    """The leg length of a visit, by every method."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed and request.method == "GET":
        return redirect(url_for("clinic_gait.record", visit_id=visit.id))
    stored = _stored(visit)
    if request.method == "GET":
        audit("leg length opened", record=visit.id)
        return _page(visit, Boxes(leg_boxes.boxes_of(stored)), stored)
    boxes = _posted()
    found = leg_boxes.read_all(boxes)
    if boxes.slips:
        return _page(visit, boxes, found), 422
    if request.form.get("act") == "work":
        return _page(visit, boxes, found, kept=False)
    whole_form.keep(visit, changes(stored, found))
    audit("leg length kept", record=visit.id)
    return redirect(url_for("clinic_gait.leg_length", visit_id=visit.id), 303)


@needs(Permission.CHART)
def acts(visit_id: UUID) -> ResponseReturnValue:
    """One method as it was left."""
    visit = visit_or_404(visit_id, Permission.CHART)
    return acting.answer(visit, LegActs(visit))


def changes(stored: Mapping[str, LegLength], found: Mapping[str, LegLength]) -> list[Change]:
    """The methods whose boxes hold something else than is stored, each over what its page had seen."""
    different = [key for key in leg_boxes.KEYS if stored.get(key) != found.get(key)]
    return [
        Change(field=_name(key), after=fields.of_leg_length(found.get(key)), seen=whole_form.seen(_name(key)))
        for key in different
    ]


class LegActs:
    """The boxes of the leg length page as fields of the draft: one for each method."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.typed = Boxes({})

    def read(self, names: tuple[str, ...]) -> acting.Reading:
        """The posted boxes of these methods."""
        self.typed = _posted()
        after: dict[str, Any] = {}
        refused: list[acting.Refused] = []
        for name in names:
            before = set(self.typed.slips)
            after[name] = fields.of_leg_length(leg_boxes.read_one(self.typed, _key(name)))
            slips = [(box, said) for box, said in self.typed.slips.items() if box not in before]
            refused += [
                acting.Refused(field=name, sentence=said, check=box.endswith("-confirm")) for box, said in slips
            ]
        return acting.Reading(after=after, refused=tuple(refused))

    def boxes(self, name: str, data: Any) -> dict[str, str] | None:
        """What stands in the boxes of a method."""
        kind, _, key = name.partition(".")
        if kind != KIND or key not in leg_boxes.KEYS:
            return None
        one = {} if data is None else {key: canonical.loads(LegLength, json.dumps(data))}
        return {box: text for box, text in leg_boxes.boxes_of(one).items() if box in leg_boxes.names_of(key)}

    def stored(self, changed: Mapping[str, tuple[Any, Any]]) -> None:
        """Nothing else hangs on a leg length."""

    def live(self, names: tuple[str, ...], refused: tuple[acting.Refused, ...]) -> str:
        """What is worked out. A method whose boxes are refused shows no result of what they held before."""
        wrong = {one.field for one in refused}
        found = {key: one for key, one in _stored(self.visit).items() if _name(key) not in wrong}
        boxes = Boxes(leg_boxes.boxes_of(found))
        if refused:
            boxes = Boxes({**boxes.typed, **self.typed.typed}, slips=self.typed.slips)
        # Only these methods: what is wrong with another one stays as the page says it.
        asked = [key for key in leg_boxes.KEYS if _name(key) in names]
        return render_template("clinic_gait/leg_length/_answer.html", asked=asked, **_words(self.visit, boxes, found))


def _name(key: str) -> str:
    return f"{KIND}.{key}"


def _key(name: str) -> str:
    kind, _, key = name.partition(".")
    if kind != KIND or key not in leg_boxes.KEYS:
        raise UnprocessableEntity("This page is incomplete. Load it again.")
    return key


def _stored(visit: Visit) -> dict[str, LegLength]:
    return {one.method: one for one in visit.leg_lengths()}


def _posted() -> Boxes:
    return Boxes(request.form, decimal_comma=gait().clinic.decimal_comma)


def _page(visit: Visit, boxes: Boxes, found: Mapping[str, LegLength], *, kept: bool = True) -> str:
    stored = _stored(visit)
    seen = {_name(key): fields.token(fields.of_leg_length(stored.get(key))) for key in leg_boxes.KEYS}
    return render_template(
        "clinic_gait/leg_length/edit.html",
        seen={name: whole_form.seen(name, token) for name, token in seen.items()},
        form_key=whole_form.key(),
        before=leg_results.previous(visit),
        kept=kept and not boxes.slips,
        **_words(visit, boxes, found),
    )


def _words(visit: Visit, boxes: Boxes, found: Mapping[str, LegLength]) -> dict[str, Any]:
    """What the page and its live parts show."""
    results = leg_results.results(found)
    trial = found.get(LIFT_TRIAL)
    return {
        "visit": visit,
        "boxes": boxes,
        "keys": leg_boxes.KEYS,
        "names": [name for key in leg_boxes.KEYS for name in leg_boxes.names_of(key)],
        "methods": METHODS,
        "legs": LEGS,
        "wanted": leg_boxes.wanted,
        "most": leg_boxes.most,
        "results": results,
        "leading": leg_results.leading(results),
        "judgement": leg_results.judgement(visit, found),
        "lift": trial,
        "lift_missing": missing(trial) if trial else "",
        "apart": leg_boxes.asked(boxes),
        "wrong": {name.partition("-")[0] for name in boxes.slips},
        "short_band": leg_results.SHORT_BANDS,
        "leg_length": leg_length,
        "limits": gait().limits,
        "length": sentences.length,
        "said": sentences.leg,
        "cm": leg_boxes.cm,
        "mm": plain,
    }
