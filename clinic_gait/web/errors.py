"""Refusals as pages: what happened, in one sentence, what to do, and everything that was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, current_app, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.documents.text import MissingGlyph
from clinic_gait.records.errors import NotFound as NoSuchRecord
from clinic_gait.records.errors import RecordError, Stale, Unfinished
from clinic_gait.web.context import app_state
from clinic_gait.web.forms import COMPLAINT_SIDES
from clinic_gait.web.limits import largest

#: Fields of ours that a person did not type.
OWN_FIELDS = frozenset(
    {"csrf_token", "version", "form_key", "photo_key", "reviewed", "conditions_shown", "s-shown", "then", "visit"}
    | {"flag", "nth", "scope", "row", "measure", "values", "with", "done_rows"}
)
LONGEST_SHOWN = 20_000
RETRY_AFTER_S = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a page says: the title, why, and whether the same form may be sent again."""

    status: int
    title: str
    why: str
    again: bool = False
    sign_in: bool = False


WORDS = {
    400: ("This form could not be accepted", "It was incomplete, or it came from a page that was open too long."),
    401: ("You are signed out", "Sign in again; what you typed is below."),
    403: ("You may not do this", "Your role in this clinic does not include it."),
    404: ("There is no such page", "The record does not exist in this clinic, or you may not see it."),
    405: ("There is no such page", "This address cannot be used in this way."),
    409: ("Nothing was changed", "The record is not in a state in which this can be done."),
    413: ("That is too much for one form", "Shorten the text and send it again."),
    422: ("This could not be stored", "Something in the form is missing or not possible."),
    503: ("The database is busy or not ready", "Nothing was stored. Wait a moment and send it again."),
}


def register(blueprint: Blueprint) -> None:
    """Hang the handlers on the blueprint; the host's own pages keep theirs."""
    handlers: tuple[tuple[type[Exception], Callable[[Any], Response]], ...] = (
        (CSRFError, _token),
        (HTTPException, _http),
        (RecordError, _record),
        (MissingGlyph, _glyph),
        (OperationalError, _busy),
    )
    for kind, handler in handlers:
        blueprint.register_error_handler(kind, handler)


def page(refusal: Refusal) -> Response:
    """The page, with what was typed, so that nothing is lost."""
    sent = _sent()
    body = render_template(
        "clinic_gait/errors/refused.html",
        refusal=refusal,
        typed=_typed(sent),
        sent=sent if refusal.again and _ours() else [],
        sign_in_url=_sign_in_url() if refusal.sign_in else None,
        # A page that could not read the database must not ask it who the patient is.
        hide_strip=True,
        gait=None if refusal.status in (401, 503) else g.get("clinic_gait"),
    )
    answer = make_response(body, refusal.status)
    if refusal.status == 503:
        answer.headers["Retry-After"] = str(RETRY_AFTER_S)
    return answer


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if error.response is not None or status not in WORDS:
        return make_response(error.get_response())
    title, why = WORDS[status]
    ours = error.description if error.description != type(error).description else why
    again = status in (401, 503) and request.method == "POST"
    return page(Refusal(status=status, title=title, why=ours or why, again=again, sign_in=status == 401))


def _token(error: CSRFError) -> Response:
    why = (
        "The page was open too long, or you signed in again since. Nothing was stored. Look at what you typed, "
        "then send it again."
    )
    return page(Refusal(status=400, title="Please send this again", why=why, again=request.method == "POST"))


def _record(error: RecordError) -> Response:
    if isinstance(error, NoSuchRecord):
        title, why = WORDS[404]
        return page(Refusal(status=404, title=title, why=why))
    status = 422 if isinstance(error, Unfinished) else 409
    return page(Refusal(status=status, title="Nothing was changed", why=_record_words(error)))


def _record_words(error: RecordError) -> str:
    if isinstance(error, Stale):
        return f"{error} Open it again, look at what has changed, and repeat what you were doing."
    return str(error)


def _glyph(error: MissingGlyph) -> Response:
    here = g.get("clinic_gait")
    if here is not None:
        here.session.rollback()
    why = f"{error} Nothing was signed or issued. Change the text, or ask your administrator for a face that has it."
    return page(Refusal(status=422, title="A character cannot be printed", why=why))


def _busy(error: OperationalError) -> Response:
    current_app.logger.error("clinic_gait: the database did not answer (%s)", type(error.orig).__name__)
    here = g.get("clinic_gait")
    if here is not None:
        here.session.rollback()
    title, why = WORDS[503]
    return page(Refusal(status=503, title=title, why=why, again=request.method == "POST"))


def _sent() -> list[tuple[str, str]]:
    """The form as it came; one that was too large to be read is not read here either."""
    if request.method != "POST" or (request.content_length or 0) > largest(request.endpoint):
        return []
    rows = [(name, text[:LONGEST_SHOWN]) for name, values in request.form.lists() for text in values]
    return [(name, text) for name, text in rows if name != "csrf_token"]


def _typed(sent: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What a person typed, each under a name they know."""
    sides = dict(COMPLAINT_SIDES)
    # A method stands in its list before anybody measures: without a value it is nobody's.
    measured = {name.partition(".")[0] for name, text in sent if text.strip() and ".method" not in name}
    return [
        (_label(name), sides.get(text, text) if name == "complaint_side" else text)
        for name, text in sent
        if text.strip() and name not in OWN_FIELDS and not name.startswith("seen.") and not name.endswith(".chosen")
        if ".method" not in name or name.partition(".")[0] in measured
    ]


def _label(name: str) -> str:
    """``wblt_cm.L.pain`` as a person would say it: the measure, the side, and what hangs on it."""
    key, _, rest = name.partition(".")
    side, _, part = rest.partition(".")
    measure = CATALOGUE.get(key)
    if measure is None:
        flag = FLAGS.get(rest) if key == "flag" else None
        return flag.label if flag else name.replace("_", " ").capitalize()
    leg = {"L": "left", "R": "right", "M": ""}.get(side, side)
    return ", ".join(word for word in (measure.label, leg, part.replace("_", " ")) if word)


def _ours() -> bool:
    """Whether a page of this host sent the form; one that another site made is not offered for sending again."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def _sign_in_url() -> str | None:
    host = app_state().host
    return host.sign_in_url("") if host is not None else None
