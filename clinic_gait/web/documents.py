"""Papers: issued when a visit is signed, issued again in another language or size, looked at before, and read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.care import canonical, compose
from clinic_gait.care.plan import PlanSnapshot
from clinic_gait.care.sheet import HomeSheet, PatientReport
from clinic_gait.care.visit import VisitSnapshot
from clinic_gait.documents.registry import DOCUMENTS
from clinic_gait.records.errors import Held
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.issued import issue as keep_issued
from clinic_gait.records.plan import Plan, last_signed_plan, plan_of
from clinic_gait.records.queries import is_held
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web.context import Permission, audit, document_or_404, gait, needs, visit_or_404

#: Stands where the hash of the signed plan or visit would stand, at the foot of every page.
NOT_SIGNED = "DRAFT"

#: How the fields begin that the host owns; what stands in them cannot be changed on our pages.
OF_THE_HOST = ("The patient's", "The clinic's", "The therapist's")

LANGUAGES, SIZES, PAPERS = ("en", "es"), ("normal", "large"), ("letter", "a4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paper is wanted: language, print size and paper."""

    language: str
    size: str
    paper: str


def look_of(subject: Subject) -> Look:
    """How the patient likes papers; the clinic's usual paper where nothing is said."""
    paper = subject.paper or gait().clinic.paper
    return Look(language=subject.language, size=subject.print_size, paper=paper)


def issue_for(visit: Visit, plan: Plan | None) -> list[IssuedDocument]:
    """Issue what a signed visit gives the patient: the home sheet of its plan, and the report.

    Nothing goes out while a warning sign is open.

    :raises MissingGlyph: a character that no font can draw; then nothing is issued.
    """
    if is_held(gait().session, visit.subject):
        return []
    look = look_of(visit.subject)
    kinds = ("home_sheet", "patient_report") if plan is not None and plan.exercises() else ("patient_report",)
    return [_issue(kind, visit, plan, look) for kind in kinds]


@needs(Permission.SIGN)
def issue(visit_id: UUID) -> ResponseReturnValue:
    """Issue a paper of a signed visit again, in another language, size or paper; the older one is out of date."""
    visit = visit_or_404(visit_id, Permission.SIGN)
    kind = request.form.get("kind", "home_sheet")
    plan = plan_of(gait().session, visit)
    if kind not in DOCUMENTS or not visit.is_signed or (kind == "home_sheet" and not _current(plan)):
        raise NotFound
    _refuse_held(visit.subject)
    made = _issue(kind, visit, plan, _look_sent(visit.subject))
    audit("issue document", record=made.id, detail=f"{kind} {made.language} {made.size} {made.paper}")
    return redirect(url_for("clinic_gait.record", visit_id=visit.id), 303)


@needs(Permission.READ)
def preview(visit_id: UUID, kind: str) -> ResponseReturnValue:
    """A paper as it would be issued now, marked as a draft on every page."""
    visit = visit_or_404(visit_id, Permission.READ)
    plan = plan_of(gait().session, visit)
    if kind not in DOCUMENTS or (kind == "home_sheet" and plan is None):
        raise NotFound
    _refuse_held(visit.subject)
    built = DOCUMENTS[kind].build(_compose(kind, visit, plan, look_of(visit.subject), draft=True))
    audit("preview document", record=visit.id, detail=kind)
    return as_pdf(built.data, f"{kind}-draft")


@needs(Permission.READ)
def document(document_id: UUID) -> ResponseReturnValue:
    """A paper exactly as it was issued."""
    found = document_or_404(document_id, Permission.READ)
    _refuse_held(found.subject)
    audit("read document", record=found.id, detail=found.kind)
    return as_pdf(found.data, f"{found.kind}-{str(found.id)[-8:]}")


def _refuse_held(subject: Subject) -> None:
    """What opens as a file can be printed; both papers name the home exercises. The record can still be read."""
    if is_held(gait().session, subject):
        raise Held(())


def as_pdf(data: bytes, name: str) -> Response:
    """Bytes as a file that the browser shows. Its name is made here and holds nothing about a person."""
    response = Response(data, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name.replace("_", "-")}.pdf"'
    return response


def _issue(kind: str, visit: Visit, plan: Plan | None, look: Look) -> IssuedDocument:
    snapshot = _compose(kind, visit, plan, look)
    built = DOCUMENTS[kind].build(snapshot)
    return keep_issued(
        gait().session,
        subject=visit.subject,
        kind=kind,
        plan=plan if kind == "home_sheet" else None,
        visit=visit,
        snapshot=canonical.dumps(snapshot),
        data=built.data,
        pages=built.pages,
        language=look.language,
        size=look.size,
        paper=look.paper,
        by=gait().staff,
        at=gait().now(),
    )


def _compose(
    kind: str, visit: Visit, plan: Plan | None, look: Look, *, draft: bool = False
) -> HomeSheet | PatientReport:
    """The snapshot a paper is drawn from."""
    here = gait()
    if kind == "home_sheet":
        if plan is None:
            raise NotFound
        return compose.home_sheet(
            plan.snapshot(here.clinic),
            NOT_SIGNED if draft else plan.signed_hash or "",
            language=look.language,
            size=look.size,
            paper=look.paper,
            issued=here.today(),
            therapist=here.staff,
        )
    start, last = _earlier(visit)
    return compose.patient_report(
        visit.snapshot(here.clinic),
        NOT_SIGNED if draft else visit.signed_hash or "",
        start=start,
        last=last,
        plan=_plan_shown(visit, plan),
        language=look.language,
        size=look.size,
        paper=look.paper,
        issued=here.today(),
        therapist=here.staff,
        limits=here.limits,
    )


def _earlier(visit: Visit) -> tuple[VisitSnapshot | None, VisitSnapshot | None]:
    """The first and the last signed visit of the episode before this one."""
    here = gait()
    before = [
        other
        for other in visits_of(here.session, visit.subject)
        if other.is_signed and other.episode_id == visit.episode_id and (other.day, other.id) < (visit.day, visit.id)
    ]
    if not before:
        return None, None
    return before[-1].snapshot(here.clinic), before[0].snapshot(here.clinic)


def _plan_shown(visit: Visit, plan: Plan | None) -> PlanSnapshot | None:
    """The plan a report tells of: the one made in this visit, else the one that is in force."""
    in_force = plan or last_signed_plan(gait().session, visit.subject)
    return in_force.snapshot(gait().clinic) if in_force else None


def _current(plan: Plan | None) -> bool:
    """Whether a sheet may be made from this version: signed, and no newer one signed since."""
    return plan is not None and plan.state == "signed" and bool(plan.exercises())


def _look_sent(subject: Subject) -> Look:
    usual = look_of(subject)
    sent = request.form
    language, size, paper = sent.get("language", ""), sent.get("size", ""), sent.get("paper", "")
    return Look(
        language=language if language in LANGUAGES else usual.language,
        size=size if size in SIZES else usual.size,
        paper=paper if paper in PAPERS else usual.paper,
    )
