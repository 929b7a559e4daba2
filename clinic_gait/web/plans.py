"""The plan builder: what the hands do, what the patient does at home, and what for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.records.errors import Signed
from clinic_gait.records.plan import Plan, draft_plan, plan_of, plans_of
from clinic_gait.records.visit import Visit
from clinic_gait.web import goals, plan_page
from clinic_gait.web.boxes import Boxes, version_sent
from clinic_gait.web.candidates import candidates, reasons_wait
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404
from clinic_gait.web.plan_acts import TAKE, act_on, take
from clinic_gait.web.planned import (
    LISTS,
    Row,
    boxed,
    exercise_row,
    read_exercise,
    read_technique,
    rows_in,
    technique_row,
)
from clinic_gait.web.reasoned import against, reasoned, suggested

#: Lines of one list; no plan of care has as many.
MOST_LINES = 40
WHY_LONGEST, NEXT_LONGEST = 1000, 200
#: The version of a draft to which nobody has saved anything yet.
FIRST = 1
#: How a patient likes the papers; kept with the patient, not with the plan.
PAPERS = {"language": ("en", "es"), "print_size": ("normal", "large"), "paper": ("letter", "a4")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A plan as read from its form."""

    goals: tuple[Goal, ...]
    techniques: tuple[PlannedTechnique, ...]
    exercises: tuple[PlannedExercise, ...]
    why: str
    next_visit: str


@needs(Permission.CHART)
def edit(visit_id: UUID) -> ResponseReturnValue:
    """The plan of a visit. Every button keeps the draft, so that nothing typed is lost on the way."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        if request.method == "POST":
            raise Signed
        return redirect(url_for("clinic_gait.record", visit_id=visit.id))
    plan = plan_of(gait().session, visit)
    if request.method == "POST":
        return _save(visit, plan)
    audit("plan opened", record=visit.id)
    # Plans and doses may carry: the newest version is proposed, even one that a hold kept from being signed.
    source = plan or next(iter(plans_of(gait().session, visit.subject)), None)
    return plan_page.render(visit, plan, Boxes(boxes_of(source, visit)), source)


def _save(visit: Visit, plan: Plan | None) -> ResponseReturnValue:
    rows = {kind: rows_in(request.form, kind) for kind in LISTS}
    # The page always offers one empty goal; it must not come back as a line.
    rows["g"] = [row for row in rows["g"] if not goals.is_blank(row)]
    if max(map(len, rows.values())) > MOST_LINES:
        raise UnprocessableEntity(f"A plan holds at most {MOST_LINES} lines of a kind.")
    found = reasoned(visit)
    conditions = against(visit, found)
    act, asked = request.form.get("act", ""), Boxes(request.form)
    if act == TAKE:
        done = take(rows, candidates(suggested(visit, found), rows), asked, held=found.holds.hep)
    else:
        done = act_on(rows, act, visit, conditions)
    decimal_comma = gait().clinic.decimal_comma
    boxes = Boxes(_boxes(request.form, rows), decimal_comma=decimal_comma, slips=asked.slips)
    lines = read_lines(boxes, rows, conditions)
    if boxes.slips and done.waiting >= set(boxes.slips):
        # The line was added only now and its side or reason is still to be given: nothing is wrong yet.
        boxes.slips.clear()
        return plan_page.render(visit, plan, boxes, kept=False)
    if boxes.slips:
        return plan_page.render(visit, plan, boxes, kept=False), 422
    _keep(visit, plan, lines, boxes)
    audit("plan kept", record=visit.id)
    if reasons_wait(boxes, rows):
        # A reason beside a suggestion that was not added is no part of the plan, and is not lost for that.
        return plan_page.render(visit, plan_of(gait().session, visit), boxes)
    return redirect(url_for("clinic_gait.plan", visit_id=visit.id, _anchor=done.anchor), 303)


def read_lines(boxes: Boxes, rows: Mapping[str, list[Row]], conditions: Collection[str]) -> Lines:
    """Everything in the form, with a slip for every box that cannot be stored."""
    exercises = [read_exercise(boxes, place, row, conditions) for place, row in enumerate(rows["x"])]
    techniques = [read_technique(boxes, place, row, conditions) for place, row in enumerate(rows["t"])]
    aims = [goals.read_goal(boxes, place, row) for place, row in enumerate(rows["g"])]
    _refuse_twice(boxes, exercises)
    return Lines(
        goals=tuple(one for one in aims if one),
        techniques=tuple(one for one in techniques if one),
        exercises=tuple(one for one in exercises if one),
        why=boxes.text("why", "Why this plan", WHY_LONGEST),
        next_visit=boxes.text("next_visit", "Next visit", NEXT_LONGEST),
    )


def _refuse_twice(boxes: Boxes, exercises: list[PlannedExercise | None]) -> None:
    """One exercise for one leg stands on a sheet once."""
    seen: set[tuple[str, object]] = set()
    for place, one in enumerate(exercises):
        if one is None:
            continue
        legs = {(one.key, leg) for leg in one.side.legs}
        if legs & seen:
            name = LIBRARY[one.key].words("en", one.side).name
            boxes.slip(f"x-{place}-side", f"{name}, {one.side.word}: stands in the plan twice for the same leg.")
        seen |= legs


def boxes_of(source: Plan | None, visit: Visit) -> Row:
    """What stands in the boxes of a plan: the draft's own, or the last signed version as a proposal."""
    subject = visit.subject
    boxes = {"language": subject.language, "print_size": subject.print_size}
    boxes["paper"] = subject.paper or gait().clinic.paper
    if source is None:
        return boxes
    boxes |= boxed("x", [exercise_row(one) for one in source.exercises()])
    boxes |= boxed("t", [technique_row(one) for one in source.techniques()])
    boxes |= boxed("g", [goals.goal_row(one) for one in source.goals()])
    return boxes | {"why": source.why, "next_visit": source.next_visit}


def _boxes(form: Mapping[str, str], rows: Mapping[str, list[Row]]) -> Row:
    """The form's boxes, with its lines counted anew after what a button did to them."""
    boxes = {name: text for name, text in form.items() if not name.startswith(tuple(f"{kind}-" for kind in LISTS))}
    for kind, listed in rows.items():
        boxes |= boxed(kind, listed)
    return boxes


def _keep(visit: Visit, plan: Plan | None, lines: Lines, boxes: Boxes) -> None:
    """Store the draft; a form that is sent twice changes nothing the second time."""
    _keep_papers(visit, boxes)
    seen, begun = version_sent(), plan is not None
    if plan is None:
        # The form was made before there was a draft: it is of the first version, which is made now.
        # Somebody who made it in this very moment has counted on, and is not written over.
        plan, seen = draft_plan(gait().session, visit, gait().staff), FIRST
        begun = plan.version > FIRST
    if begun and _lines_of(plan) == lines:
        return
    plan.check_version(seen)
    plan.replace(lines.goals, lines.techniques, lines.exercises, lines.why, lines.next_visit)


def _lines_of(plan: Plan) -> Lines:
    return Lines(
        goals=plan.goals(),
        techniques=plan.techniques(),
        exercises=plan.exercises(),
        why=plan.why,
        next_visit=plan.next_visit,
    )


def _keep_papers(visit: Visit, boxes: Boxes) -> None:
    subject = visit.subject
    for name, options in PAPERS.items():
        if boxes(name) in options and getattr(subject, name) != boxes(name):
            setattr(subject, name, boxes(name))
