"""Who is asking, for which clinic, whether they may, and the one row of audit that every request leaves.

A view is written for the case that all is well; :func:`needs` wraps it in
sign-in, permission, the form's token, the transaction and the audit.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Response, current_app, g, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError, generate_csrf, validate_csrf
from sqlalchemy.orm import Session
from werkzeug.exceptions import Forbidden, HTTPException, NotFound, ServiceUnavailable, Unauthorized
from wtforms.validators import ValidationError

from clinic_gait.care.visit import Clinic, Staff
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.records import audit as audit_log
from clinic_gait.records.errors import RecordError
from clinic_gait.records.issued import IssuedDocument, get_document
from clinic_gait.records.ports import Host, PatientView, UserView
from clinic_gait.records.subject import Subject, get_subject
from clinic_gait.records.visit import Visit, get_visit
from clinic_gait.web.settings import Settings

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


class Permission(str, Enum):
    """What a host is asked about a user, for one patient or in general."""

    DESK = "desk"
    READ = "read"
    CHART = "chart"
    SIGN = "sign"
    EXPORT = "export"
    SETTINGS = "settings"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the extension keeps on the application: nothing lives on the extension object itself."""

    host: Host | None
    settings: Settings
    session: Callable[[], Session]
    #: A sentence why the database cannot be used, or nothing when it is ready.
    unready: Callable[[], str | None]


class Gait:
    """The plugin within one request: host, settings, session, user and clinic."""

    def __init__(self, state: State, host: Host, user: UserView, clinic: Clinic) -> None:
        self.host = host
        self.settings = state.settings
        self.session = state.session()
        self.user = user
        self.clinic = clinic
        self.subject: Subject | None = None
        self.act = f"{request.endpoint or ''}".rpartition(".")[2]
        self.record = ""
        self.detail = ""

    @property
    def staff(self) -> Staff:
        """The user as a signature keeps it."""
        return self.user.staff

    @property
    def limits(self) -> Mapping[str, Threshold]:
        """The cut-offs of this clinic."""
        return self.settings.limits_of(self.clinic.key)

    def now(self) -> datetime:
        """The time, in UTC."""
        return self.settings.clock()

    def today(self) -> date:
        """The calendar day in the clinic's time zone, which is what "today" means on every page."""
        return self.local(self.now()).date()

    def local(self, at: datetime) -> datetime:
        """A stored time as the clinic's clock shows it."""
        return at.astimezone(ZoneInfo(self.clinic.zone))


def app_state() -> State:
    """What :class:`~clinic_gait.host.extension.ClinicGait` put on this application."""
    state: State = current_app.extensions["clinic_gait"]
    return state


def gait() -> Gait:
    """The plugin within this request; there is one as soon as :func:`needs` has let the request in."""
    here: Gait = g.clinic_gait
    return here


def allowed(permission: Permission, patient: PatientView | None = None) -> bool:
    """Whether the host lets the user do this; no answer is no."""
    here = gait()
    return here.host.can(here.user, permission.value, patient) is True


def audit(act: str, *, record: object = "", detail: str = "") -> None:
    """Say more exactly what this request does; the row is written when the view has ended well."""
    here = gait()
    here.act, here.record, here.detail = act, str(record), detail


def needs(permission: Permission) -> Callable[[View], View]:
    """Let a request in only with this permission, check its form's token, and leave one row of audit.

    The view's work and its row are one transaction: committed together when
    the answer is below 400, rolled back otherwise, with a row that says so.
    """

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def guarded(**kwargs: Any) -> ResponseReturnValue:
            away = _enter(permission)
            if away is not None:
                return away
            return _finish(view, kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]  # read by the test that walks the URL map
        return guarded  # type: ignore[return-value]  # same call, wider answer

    return wrap


def subject_or_404(subject_id: UUID, permission: Permission) -> Subject:
    """A patient of this clinic whom the user may see; anything else looks like a missing one."""
    subject = get_subject(gait().session, gait().clinic.key, subject_id)
    return _may_see(subject, permission)


def visit_or_404(visit_id: UUID, permission: Permission) -> Visit:
    """A visit of this clinic whose patient the user may see."""
    visit = get_visit(gait().session, gait().clinic.key, visit_id)
    if visit is None:
        raise NotFound
    subject_or_404(visit.subject_id, permission)
    gait().record = str(visit_id)
    return visit


def document_or_404(document_id: UUID, permission: Permission) -> IssuedDocument:
    """An issued document of this clinic whose patient the user may see."""
    document = get_document(gait().session, gait().clinic.key, document_id)
    if document is None:
        raise NotFound
    subject_or_404(document.subject_id, permission)
    gait().record = str(document_id)
    return document


def patient_of(subject: Subject) -> PatientView:
    """The host's patient behind a subject; the last known name when the host no longer has one."""
    found = gait().host.get_patient(subject.patient_key)
    return found or PatientView(
        key=subject.patient_key, name=subject.name, birth_date=subject.birth_date, number=subject.number, active=False
    )


def template_words() -> dict[str, object]:
    """What every template of the plugin may use."""
    here = g.get("clinic_gait")
    return {
        "gait": here,
        "gait_base": app_state().settings.base_template,
        "csrf_token": generate_csrf,
        "Permission": Permission,
        "allowed": allowed,
    }


def _enter(permission: Permission) -> ResponseReturnValue | None:
    state = app_state()
    if state.host is None:
        raise Forbidden(
            "clinic_gait has no host adapter: mount it with ClinicGait(app, host=...), see the hosting guide."
        )
    unready = state.unready()
    if unready:
        raise ServiceUnavailable(unready)
    user, clinic = state.host.current_user(), state.host.current_clinic()
    if user is None:
        return _sign_in(state.host)
    if clinic is None:
        raise Forbidden("You are signed in, but to no clinic. Ask your administrator to give you one.")
    g.clinic_gait = Gait(state, state.host, user, clinic)
    if not allowed(permission):
        _refuse(403)
        raise Forbidden
    _check_token()
    return None


def _sign_in(host: Host) -> ResponseReturnValue:
    target = host.sign_in_url(request.full_path.rstrip("?") if request.method == "GET" else "")
    # What was typed must not be lost: a post is answered with a page that keeps it, never with a redirect.
    if request.method == "GET" and target:
        return redirect(target)
    raise Unauthorized


def _check_token() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    try:
        validate_csrf(request.form.get("csrf_token") or request.headers.get("X-CSRFToken"))
    except ValidationError as error:
        raise CSRFError(str(error)) from None


def _may_see(subject: Subject | None, permission: Permission) -> Subject:
    if subject is None:
        raise NotFound
    gait().subject = subject
    if not allowed(permission, patient_of(subject)):
        raise NotFound
    return subject


def _finish(view: Callable[..., ResponseReturnValue], kwargs: dict[str, Any]) -> Response:
    try:
        answer = make_response(view(**kwargs))
    except HTTPException as error:
        _refuse(error.code or 500)
        raise
    except RecordError as error:
        _refuse(409, type(error).__name__)
        raise
    if answer.status_code >= 400:
        _refuse(answer.status_code)
        return answer
    _write(gait().act)
    gait().session.commit()
    return answer


def _refuse(status: int, why: str = "") -> None:
    """Undo what the view began, then log the refusal in a transaction of its own."""
    here = gait()
    subject_id = here.subject.id if here.subject is not None else None
    here.session.rollback()
    _write(f"refused {here.act}", subject_id=subject_id, detail=f"{status} {why}".strip())
    here.session.commit()


def _write(act: str, *, subject_id: UUID | None = None, detail: str = "") -> None:
    here = gait()
    if subject_id is None and here.subject is not None:
        subject_id = here.subject.id
    audit_log.write(
        here.session,
        clinic_key=here.clinic.key,
        who=here.staff,
        act=act,
        subject_id=subject_id,
        record=here.record,
        detail=detail or here.detail,
        at=here.now(),
    )
