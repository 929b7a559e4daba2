"""The pages on which an administrator keeps the people who sign in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.practice import auth, journal, passwords
from clinic_gait.practice.auth import needs
from clinic_gait.practice.database import db
from clinic_gait.practice.forms import UserForm, refuse
from clinic_gait.practice.models import User
from clinic_gait.practice.settings import settings
from clinic_gait.records.base import new_id

#: What the list says after a change.
DONE = ("added", "deactivated", "activated", "password")


@needs("settings")
def users() -> ResponseReturnValue:
    """Everybody who can sign in, or could."""
    return _list(done=request.args.get("done", ""))


@needs("settings")
def add() -> ResponseReturnValue:
    """The form of a new person."""
    if request.method == "GET":
        return render_template("practice/user_add.html", form=UserForm(form_key=str(new_id()), role="therapist"))
    form = UserForm(request.form)
    if not _sound(form):
        return render_template("practice/user_add.html", form=form), 422
    here = _me().clinic_key
    if db.session.get(User, (here, form.form_key.key)) is None:
        db.session.add(_made(form, here))
        journal.note("add user", record=form.form_key.key, detail=str(form.role.data))
        db.session.commit()
    return redirect(url_for("practice.users", done="added"), 303)


@needs("settings")
def deactivate(key: UUID) -> ResponseReturnValue:
    """Keep a person from signing in; their signatures stay."""
    found = _user_or_404(key)
    if found is _me():
        return _list(fault="You cannot deactivate yourself. Ask another administrator.", status=422)
    found.active = False
    auth.end_everywhere(found)
    return _done("deactivate user", found, "deactivated")


@needs("settings")
def activate(key: UUID) -> ResponseReturnValue:
    """Let a person sign in again."""
    found = _user_or_404(key)
    found.active = True
    return _done("activate user", found, "activated")


@needs("settings")
def password(key: UUID) -> ResponseReturnValue:
    """Give a person who forgot theirs a new password."""
    found = _user_or_404(key)
    new = request.form.get("password", "")
    fault = "" if settings().demo else _weakness(new, found.username)
    if fault or not new:
        return _list(fault=f"{found.name}: {fault or 'Write the new password.'}", status=422)
    found.password_hash = passwords.hashed(new)
    auth.end_everywhere(found)
    return _done("set password", found, "password")


def _me() -> User:
    user = auth.signed_in()
    if user is None:
        raise LookupError("needs() lets nobody in who is not signed in")
    return user


def _user_or_404(key: UUID) -> User:
    found = db.session.get(User, (_me().clinic_key, key))
    if found is None:
        raise NotFound
    return found


def _all() -> Sequence[User]:
    query = sa.select(User).where(User.clinic_key == _me().clinic_key)
    return db.session.scalars(query.order_by(User.active.desc(), User.name)).all()


def _list(*, done: str = "", fault: str = "", status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "practice/users.html", users=_all(), me=_me(), done=done if done in DONE else "", fault=fault
    )
    return page, status


def _done(act: str, found: User, done: str) -> ResponseReturnValue:
    journal.note(act, record=found.key)
    db.session.commit()
    return redirect(url_for("practice.users", done=done), 303)


def _sound(form: UserForm) -> bool:
    form.validate()
    username = (form.username.data or "").lower()
    if not form.username.errors and not username.replace(".", "").replace("-", "").replace("@", "").isalnum():
        refuse(form.username, "Only letters, digits, points, dashes and @.")
    if not form.username.errors and _taken(username, form.form_key.data or ""):
        refuse(form.username, "Somebody signs in with this name already.")
    weak = _weakness(form.password.data or "", username)
    if weak:
        refuse(form.password, weak)
    return not form.errors


def _taken(username: str, key: str) -> bool:
    holder = db.session.scalar(sa.select(User).where(User.username == username))
    return holder is not None and str(holder.key) != key


def _weakness(new: str, username: str) -> str:
    try:
        passwords.check(new, username=username)
    except passwords.WeakPassword as error:
        return str(error)
    return ""


def _made(form: UserForm, clinic_key: str) -> User:
    return User(
        clinic_key=clinic_key,
        key=form.form_key.key,
        username=(form.username.data or "").lower(),
        name=form.name.data,
        credential=form.credential.data or "",
        role=form.role.data,
        password_hash=passwords.hashed(form.password.data or ""),
    )
