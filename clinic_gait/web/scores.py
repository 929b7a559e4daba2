"""Questionnaires and outcome scores of a visit: answered here item by item, or typed as they were scored elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from clinic_gait.care.visit import Outcome
from clinic_gait.records.errors import Signed
from clinic_gait.records.visit import Visit
from clinic_gait.web import scores_page
from clinic_gait.web.boxes import Boxes, version_sent
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404
from clinic_gait.web.score_boxes import Key, boxes_of, carried, left_alone, read_all
from clinic_gait.web.score_rows import Told, last_activities, told_before


@needs(Permission.CHART)
def edit(visit_id: UUID) -> ResponseReturnValue:
    """All instruments on one page; a card is closed until it is opened or holds an answer."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        if request.method == "POST":
            raise Signed
        return redirect(url_for(".record", visit_id=visit.id))
    stored = {one.key: one for one in visit.outcomes()}
    past = told_before(visit)
    if request.method == "GET":
        audit("scores opened", record=visit.id)
        return scores_page.render(visit, Boxes(boxes_of(stored.values())), stored, past)
    return _save(visit, stored, past)


def _save(visit: Visit, stored: Mapping[Key, Outcome], past: Mapping[Key, list[Told]]) -> ResponseReturnValue:
    boxes = Boxes(request.form, decimal_comma=gait().clinic.decimal_comma)
    found = read_all(boxes, last_activities(past))
    if boxes.slips:
        return scores_page.render(visit, boxes, found, past), 422
    _keep(visit, stored, found, carried(boxes))
    audit("scores kept", record=visit.id)
    return redirect(url_for(".scores", visit_id=visit.id), 303)


def _keep(visit: Visit, stored: Mapping[Key, Outcome], found: Mapping[Key, Outcome], sent: set[Key]) -> None:
    """Store what changed; a form that is sent twice changes nothing the second time."""
    gone = [key for key in stored if key in sent and key not in found and key not in left_alone([stored[key]])]
    noted = [replace(one, note=stored[key].note) if key in stored else one for key, one in found.items()]
    changed = [one for one in noted if stored.get(one.key) != one]
    if not gone and not changed:
        return
    visit.check_version(version_sent())
    for key in gone:
        visit.drop_outcome(*key)
    visit.keep_outcome(*changed)
