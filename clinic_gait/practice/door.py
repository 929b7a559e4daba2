"""Coming in and going out: sign-in, sign-out, staying, and one's own password."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask import Response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from clinic_gait.practice import auth, journal, passwords, throttle
from clinic_gait.practice.auth import needs, own_path
from clinic_gait.practice.database import db
from clinic_gait.practice.forms import PasswordForm, refuse
from clinic_gait.practice.models import PracticeClinic, User, epoch_seconds
from clinic_gait.practice.sample_users import DEMO_USERS
from clinic_gait.practice.settings import now, settings

#: Longest user name and password that are looked at.
_LONGEST = 300


def home() -> ResponseReturnValue:
    """The first page for the role of who is signed in."""
    if auth.signed_in() is None:
        return redirect(url_for("practice.sign_in"))
    if auth.may("desk"):
        return redirect(url_for("clinic_gait.start"))
    return redirect(url_for("practice.users" if auth.may("settings") else "practice.log"))


def sign_in() -> ResponseReturnValue:
    """The sign-in page, and what it sends."""
    if request.method == "POST":
        return _try()
    if auth.signed_in() is not None:
        return redirect(_target())
    return sign_in_page(left=session.pop("left", ""))


def sign_in_page(*, fault: str = "", status: int = 200, left: str = "", wait: int = 0) -> ResponseReturnValue:
    """The page with a sentence on it, the user name kept."""
    page = render_template(
        "practice/sign_in.html",
        clinic=_only_clinic(),
        fault=fault,
        left=left,
        minutes=settings().idle_minutes,
        username=request.form.get("username", "")[:_LONGEST],
        target=_target_given(),
        demo_users=DEMO_USERS if settings().demo else (),
    )
    return page, status, {"Retry-After": str(wait)} if wait else {}


def sign_out() -> ResponseReturnValue:
    """End this browser's sign-in and have the browser forget the pages."""
    user = auth.signed_in()
    if user is not None:
        journal.note("sign out", user=user)
    auth.end()
    db.session.commit()
    session["left"] = "out"
    answer = redirect(url_for("practice.sign_in"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@needs(None)
def stay() -> ResponseReturnValue:
    """Say that somebody is still there; asking is enough."""
    return Response(status=204)


@needs(None)
def account() -> ResponseReturnValue:
    """Change one's own password."""
    form = PasswordForm(request.form)
    if request.method == "GET":
        return render_template("practice/account.html", form=PasswordForm())
    user = auth.signed_in()
    if user is None or not _new_password(form, user):
        return render_template("practice/account.html", form=form), 422
    user.password_hash = passwords.hashed(form.new.data or "")
    auth.end_everywhere(user)
    auth.begin(user)
    journal.note("change password", user=user)
    db.session.commit()
    return redirect(url_for("practice.account", done=1), 303)


def _try() -> ResponseReturnValue:
    typed = request.form.get("username", "").strip().lower()[:_LONGEST]
    username = typed if typed.isprintable() else ""
    password = request.form.get("password", "")[:_LONGEST]
    address, seconds = request.remote_addr or "", epoch_seconds(now())
    wait = throttle.begin(db.session(), username, address, seconds)
    if wait:
        return sign_in_page(fault=_paused(wait), status=429, wait=wait)
    user = db.session.scalar(sa.select(User).where(User.username == username))
    right = passwords.matches(user.password_hash if user else None, password)
    if user is None or not right or not user.active:
        return _refused(user)
    throttle.forget(db.session(), username, address)
    if passwords.outdated(user.password_hash):
        user.password_hash = passwords.hashed(password)
    target = _target()
    auth.begin(user)
    journal.note("sign in", user=user)
    db.session.commit()
    return redirect(target, 303)


def _refused(user: User | None) -> ResponseReturnValue:
    if user is not None:
        journal.note("refused sign in", user=user)
        db.session.commit()
    return sign_in_page(fault="The user name or the password is wrong.", status=422)


def _paused(wait: int) -> str:
    clinic = _only_clinic()
    minutes = -(-wait // 60)
    pause = f"Sign-in from this computer is paused for {minutes} {'minute' if minutes == 1 else 'minutes'}"
    if clinic is None:
        return f"Too many wrong tries. {pause}."
    until = (now() + timedelta(seconds=wait)).astimezone(ZoneInfo(clinic.zone))
    return f"Too many wrong tries. {pause}, until {until:%H:%M}."


def _new_password(form: Form, user: User) -> bool:
    old, new, again = form["old"], form["new"], form["again"]
    if not passwords.matches(user.password_hash, old.data or ""):
        refuse(old, "This is not your password until now.")
        return False
    if new.data != again.data:
        refuse(again, "The two new passwords differ.")
        return False
    try:
        passwords.check(new.data or "", username=user.username)
    except passwords.WeakPassword as error:
        refuse(new, str(error))
        return False
    return True


def _target_given() -> str:
    return own_path(request.values.get("next", ""))


def _target() -> str:
    return _target_given() or url_for("practice.home")


def _only_clinic() -> PracticeClinic | None:
    """The clinic's name stands on the sign-in page as long as there is but one."""
    some = db.session.scalars(sa.select(PracticeClinic).limit(2)).all()
    return some[0] if len(some) == 1 else None
