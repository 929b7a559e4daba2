"""What is answered when something goes wrong, in clinic sentences; nothing typed is lost."""

from __future__ import annotations

from flask import Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, Unauthorized

from clinic_gait.practice import auth
from clinic_gait.practice.database import db
from clinic_gait.practice.door import sign_in_page

#: Status: heading and sentence.
WORDS = {
    400: ("This request is damaged", "The page could not read what was sent. Go back, load the page again and repeat."),
    403: ("Not part of your role", "Your role in this clinic does not include this page. Nothing was changed."),
    404: ("Not found", "There is nothing at this address, or it does not belong to your clinic."),
    405: ("Not found", "This address takes no such request. Nothing was changed."),
    413: ("Too much text", "More was sent than any form here holds. Nothing was saved."),
    429: ("Too many tries", "Wait a little and try again."),
    500: ("Something went wrong", "Nothing was saved. Tell your clinic's administrator when this happened."),
    503: ("The database does not answer", "Nothing was saved. Wait a moment and try again."),
}
#: Fields a person does not see in the form either.
HIDDEN = ("form_key", "version", "next")
#: Never given back: the old token, and passwords.
_SECRET = ("csrf_token", "password", "old", "new", "again")


def register(app: Flask) -> None:
    """Answer for the whole application; one handler for all of HTTP, as one for 401 would go before the plugin's."""
    app.register_error_handler(HTTPException, page)
    app.register_error_handler(OperationalError, no_database)
    app.register_error_handler(IntegrityError, same_moment)
    app.register_error_handler(StaleDataError, same_moment)


def page(error: HTTPException) -> ResponseReturnValue:
    """The page of an error."""
    if isinstance(error, Unauthorized):
        return signed_out()
    if isinstance(error, CSRFError):
        return old_token()
    if error.code is not None and error.code < 400:
        return error.get_response()
    status = error.code or 500
    if error.code == 500:
        db.session.rollback()
    title, words = WORDS.get(status, WORDS[400 if status < 500 else 500])
    return render_template("practice/error.html", title=title, words=words), status


def signed_out() -> ResponseReturnValue:
    """A form that arrived after the sign-in was over: it is shown again beside the way to sign in."""
    words = "Nothing was saved, and nothing is lost: sign in in a new tab, come back to this page and send it again."
    return _kept("You are signed out", words, 401, sign_in=auth.sign_in_url(""))


def old_token() -> ResponseReturnValue:
    """A form whose token is not of this sign-in: from before it, or not from us."""
    if request.endpoint == "practice.sign_in":
        return sign_in_page(fault="This page was open for too long. Please sign in now.", status=400)
    if request.endpoint == "practice.sign_out" and auth.signed_in() is None:
        return redirect(url_for("practice.sign_in"), 303)
    return _kept("Please send this once more", "It was written under an earlier sign-in. Nothing was saved yet.", 400)


def no_database(_: OperationalError) -> ResponseReturnValue:
    """The database is locked or down."""
    db.session.rollback()
    title, words = WORDS[503]
    if request.method == "POST":
        body, status = _kept(title, words, 503)
        return body, status, {"Retry-After": "5"}
    return render_template("practice/error.html", title=title, words=words), 503, {"Retry-After": "5"}


def same_moment(_: Exception) -> ResponseReturnValue:
    """Somebody stored the same between our look and our writing."""
    db.session.rollback()
    words = "Somebody saved this at the same moment, so yours was not saved. Send it again: the page then tells."
    return _kept("Nothing was overwritten", words, 409)


def _kept(title: str, words: str, status: int, sign_in: str = "") -> tuple[str, int]:
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in _SECRET]
    body = render_template(
        "practice/kept.html", title=title, words=words, typed=typed, hidden_names=HIDDEN, sign_in=sign_in
    )
    return body, status
