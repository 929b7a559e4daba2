"""The swap command: left and right of a row, a group or all of today trade places, after a look at what it makes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound, UnprocessableEntity

from clinic_gait.records import act as acts
from clinic_gait.records import fields
from clinic_gait.records.act import Act, Change
from clinic_gait.records.errors import Collision, Signed
from clinic_gait.records.queries import last_readings
from clinic_gait.records.visit import Visit
from clinic_gait.web import swap_preview
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404
from clinic_gait.web.forms import form_key
from clinic_gait.web.swap_preview import label
from clinic_gait.web.swap_signs import paired_text, signs
from clinic_gait.web.swapping import ALL, ROW, Held, Scope, after_swap
from clinic_gait.web.visit_page import FLASH
from clinic_gait.web.whole_form import key, seen

CHANGED = (
    "Somebody changed this meanwhile, and nothing was swapped. Below is what is stored now: look at it, then press "
    "Swap again."
)
#: Pages that lead here, and to which a swap leads back.
OPENED_FROM = ("visit", "shoes", "leg_length")
NOTHING = "There is nothing to swap: no value with a side is entered here today."


@needs(Permission.CHART)
def swap(visit_id: UUID) -> ResponseReturnValue:
    """What would trade places, and the press that does it."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        if request.method == "POST":
            raise Signed
        return redirect(url_for(".record", visit_id=visit.id))
    scope = _scope()
    if request.method == "GET":
        audit("swap looked at", record=visit.id, detail=str(scope))
        return _page(visit, scope)
    return _swap(visit, scope)


@needs(Permission.CHART)
def right_as_entered(visit_id: UUID) -> ResponseReturnValue:
    """The answer that sides which look swapped are right; it holds for these very values, and is not asked again."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        raise Signed
    measure = request.form.get("measure", "")
    pair = paired_text(visit.readings(), measure)
    if pair is None:
        raise UnprocessableEntity("This row has no values on both legs any more. Open the visit and look at it again.")
    if " ".join(pair) != request.form.get("values"):
        flash("The values of this row were changed meanwhile. Look at them once more.", "clinic_gait_refused")
        return redirect(_back(visit, measure), 303)
    _perform(visit, [Change(field=f"sides.{measure}", after=list(pair))], acts.TYPED)
    audit("sides right as entered", record=visit.id, detail=measure)
    flash(f"Kept: {label(measure)} is correct as entered", FLASH)
    return redirect(_back(visit, measure), 303)


def _scope() -> Scope:
    found = Scope.read(request.values.get("scope", "all"))
    if found is None:
        raise NotFound
    return found


def _swap(visit: Visit, scope: Scope) -> ResponseReturnValue:
    after = after_swap(Held.of(visit), scope, request.form.getlist("with"))
    if not after:
        return _page(visit, scope, NOTHING), 422
    try:
        if _shown() != {name for name in after if name.startswith("reading.")}:
            raise Collision(())
        changes = [Change(field=name, after=data, seen=seen(name)) for name, data in after.items()]
        _perform(visit, changes, acts.SWAPPED)
    except Collision:
        return _page(visit, scope, CHANGED), 409
    audit("swap sides", record=visit.id, detail=str(scope))
    flash(f"Swapped: {_named(tuple(after))}. Undo puts it back", FLASH)
    return redirect(_back(visit, scope.name if scope.kind == ROW else ""), 303)


def _shown() -> set[str]:
    """The fields of readings that the preview showed."""
    names = {name.removeprefix("seen.") for name in request.form}
    return {name for name in names if name.startswith("reading.")}


def _perform(visit: Visit, changes: list[Change], verb: str) -> Act:
    here = gait()
    return acts.perform(here.session, visit, key=key(), changes=changes, by=here.staff, at=here.now(), verb=verb)


def _named(names: Sequence[str]) -> str:
    """What was swapped, for the line that says so."""
    kinds = {name.partition(".")[0] for name in names}
    measures = list(dict.fromkeys(name.split(".")[1] for name in names if name.startswith("reading.")))
    said = [word for kind, word in (("shoes", "shoes"), ("leg_length", "leg length")) if kind in kinds]
    if len(measures) == 1:
        said.insert(0, label(measures[0]))
    elif measures:
        said.insert(0, f"LEFT and RIGHT of {len(measures)} measures")
    return ", ".join(said)


def _then() -> str:
    """The page it was opened from."""
    asked = request.values.get("then", "")
    return asked if asked in OPENED_FROM else "visit"


def _back(visit: Visit, row: str) -> str:
    """The address of the page it was opened from; of the visit form at the row that was last worked in."""
    then = _then()
    anchor = f"m-{row}" if row and then == "visit" else None
    return url_for(f".{then}", visit_id=visit.id, _anchor=anchor)


def _page(visit: Visit, scope: Scope, why: str = "") -> str:
    held = Held.of(visit)
    row = Scope.read(f"{ROW}:{request.values.get('row', '')}") or (scope if scope.kind == ROW else None)
    offered = swap_preview.extras(held) if scope.kind == ALL else []
    last = last_readings(gait().session, visit.subject, visit)
    before, names = held.before(), after_swap(held, scope, [one.field for one in offered])
    return render_template(
        "clinic_gait/swap/swap.html",
        visit=visit,
        scope=str(scope),
        row=row.name if row else "",
        choices=swap_preview.choices(held, scope, row),
        sign=signs(visit, held.readings.values(), last, gait().limits).get(scope.name),
        values=" ".join(paired_text(held.readings.values(), scope.name) or ()),
        turns=swap_preview.turns(held, scope, last),
        extras=offered,
        then=_then(),
        back=_back(visit, row.name if row else ""),
        seen={name: fields.token(before[name]) for name in names},
        why=why,
        nothing=NOTHING,
        form_key=form_key(),
    )
