"""A visit: started, written, looked over, signed, and read."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.documents.text import MissingGlyph
from clinic_gait.records import signing
from clinic_gait.records.errors import Signed, Stale
from clinic_gait.records.plan import Plan
from clinic_gait.records.visit import Visit, start_visit, visits_of
from clinic_gait.web import record_page, review_page, visit_page
from clinic_gait.web.conflicts import differences
from clinic_gait.web.context import Permission, audit, gait, needs, subject_or_404, visit_or_404
from clinic_gait.web.documents import OF_THE_HOST, issue_for
from clinic_gait.web.forms import cleaned
from clinic_gait.web.plan_stops import stops
from clinic_gait.web.reasoned import against, reasoned
from clinic_gait.web.visit_form import keep, sent_form

KINDS = ("evaluation", "daily", "progress", "re-evaluation", "discharge")
LONGEST_KEY = 64

#: Where "save, then" may lead.
AFTER_SAVE = ("visit", "shoes", "leg_length", "scores", "plan", "review")

MEANING = "I examined this patient, or reviewed the examination, and this is my record of it."


@needs(Permission.CHART)
def start(subject_id: UUID) -> ResponseReturnValue:
    """Start today's visit; the same form sent twice lands on the same visit."""
    subject = subject_or_404(subject_id, Permission.CHART)
    here = gait()
    key = cleaned(request.form.get("form_key"))
    if not 8 <= len(key) <= LONGEST_KEY:
        raise UnprocessableEntity("This page is incomplete. Open the chart again and press Start there.")
    usual = "daily" if visits_of(here.session, subject) else "evaluation"
    kind = request.form.get("kind", usual)
    visit = start_visit(
        here.session,
        subject=subject,
        clinic=here.clinic,
        day=here.today(),
        kind=kind if kind in KINDS else usual,
        by=here.staff,
        form_key=key,
    )
    audit("start visit", record=visit.id)
    return redirect(url_for(".visit", visit_id=visit.id), 303)


@needs(Permission.CHART)
def edit(visit_id: UUID) -> ResponseReturnValue:
    """The assessment: one page, saved as a whole."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if request.method == "POST":
        return _save(visit)
    if visit.is_signed:
        return redirect(url_for(".record", visit_id=visit.id))
    return visit_page.render(visit)


def _save(visit: Visit) -> ResponseReturnValue:
    if visit.is_signed:
        raise Signed
    sent = sent_form(visit)
    if not sent.good:
        return visit_page.render(visit, sent), 422
    try:
        keep(visit, sent)
    except Stale:
        found = differences(visit, sent)
        if found:
            return visit_page.conflict(visit, sent, found), 409
        # The page that was sent twice, or two screens that agree: nothing is left to store.
    audit("save visit", record=visit.id)
    flash(f"Saved {gait().local(gait().now()):%H:%M:%S}", visit_page.FLASH)
    after = request.form.get("then", "visit")
    if after in AFTER_SAVE and after != "visit":
        return redirect(url_for(f".{after}", visit_id=visit.id), 303)
    return redirect(url_for(".visit", visit_id=visit.id, show=request.args.get("show")), 303)


@needs(Permission.CHART)
def review(visit_id: UUID) -> ResponseReturnValue:
    """What would be signed, before it is signed."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        return redirect(url_for(".record", visit_id=visit.id))
    return review_page.render(visit)


@needs(Permission.SIGN)
def sign(visit_id: UUID) -> ResponseReturnValue:
    """Sign the visit, with the plan made in it, and issue its papers: all in one transaction, or nothing."""
    visit = visit_or_404(visit_id, Permission.SIGN)
    here = gait()
    plan = None if request.form.get("only") == "visit" else review_page.plan_to_sign(visit)
    _refuse_stopped(visit, plan)
    signing.sign(
        here.session,
        visit=visit,
        plan=plan,
        clinic=here.clinic,
        by=here.staff,
        meaning=MEANING,
        reviewed=request.form.get("reviewed", ""),
        at=here.now(),
    )
    try:
        issue_for(visit, plan)
    except MissingGlyph as missing:
        if not missing.field.startswith(OF_THE_HOST):
            raise UnprocessableEntity(f"{missing} Nothing was signed. Change the text, then sign again.") from None
        # A name is not ours to change, and a visit must not stay unsigned because of it.
        flash(f"Signed, but no paper was made. {missing}", "clinic_gait_refused")
    audit("sign visit", record=visit.id, detail="with plan" if plan else "")
    return redirect(url_for(".record", visit_id=visit.id), 303)


def _refuse_stopped(visit: Visit, plan: Plan | None) -> None:
    """What was noted of the patient since a line was written rules for the signature too."""
    found = stops(plan.snapshot(gait().clinic), against(visit, reasoned(visit))) if plan else ()
    if found and not visit.is_signed:
        raise UnprocessableEntity(f"Nothing was signed. {' '.join(found)}")


@needs(Permission.CHART)
def submit(visit_id: UUID) -> ResponseReturnValue:
    """Hand the visit to a therapist for co-signature."""
    visit = visit_or_404(visit_id, Permission.CHART)
    signing.submit(gait().session, visit=visit, by=gait().staff, at=gait().now())
    audit("submit visit", record=visit.id)
    return redirect(url_for(".chart", subject_id=visit.subject_id), 303)


@needs(Permission.READ)
def record(visit_id: UUID) -> ResponseReturnValue:
    """The visit as signed, to be read; a draft as it stands."""
    visit = visit_or_404(visit_id, Permission.READ)
    return record_page.render(visit)
