"""Who is signed in: a random token in the cookie, its hash in the database.

A cookie that was copied is worth nothing after sign-out, because the row it
points to is gone; other browsers of the same person stay signed in.
"""

from __future__ import annotations

import functools
import hashlib
import secrets
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

import sqlalchemy as sa
from flask import g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import joinedload
from werkzeug.exceptions import Forbidden, Unauthorized

from clinic_gait.practice import roles
from clinic_gait.practice.database import db
from clinic_gait.practice.models import SignIn, User, epoch_seconds
from clinic_gait.practice.settings import now, settings

#: A request is written down at most once in so many seconds.
GRAIN = 30
#: Seconds after which the row of a browser that never came back is swept away.
FORGOTTEN = 24 * 3600

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


def load() -> None:
    """Find out who is asking; runs before every request that is not for a static file."""
    g.practice_user = None
    token = session.get("token")
    if token is None or (request.endpoint or "").endswith("static"):
        return
    row: SignIn | None = db.session.scalar(_with_user().where(SignIn.token_hash == _hash(token)))
    if row is None:
        session.clear()
        return
    seconds = epoch_seconds(now())
    if not _lives(row, seconds):
        _end(row)
        return
    if seconds - row.seen >= GRAIN:
        _see(row, seconds)
    g.practice_user = row.user


def signed_in() -> User | None:
    """The person signed in."""
    user: User | None = g.get("practice_user")
    return user


def begin(user: User) -> None:
    """Sign the person in, in a new session; the caller commits."""
    token = secrets.token_urlsafe(32)
    db.session.execute(sa.delete(SignIn).where(SignIn.seen < epoch_seconds(now()) - FORGOTTEN))
    session.clear()
    session["token"] = token
    db.session.add(
        SignIn(
            token_hash=_hash(token),
            clinic_key=user.clinic_key,
            user_key=user.key,
            epoch=user.epoch,
            seen=epoch_seconds(now()),
        )
    )


def end() -> None:
    """Sign this browser out; the caller commits."""
    db.session.execute(sa.delete(SignIn).where(SignIn.token_hash == _hash(session.get("token", ""))))
    session.clear()


def end_everywhere(user: User) -> None:
    """Sign the person out of every browser; the caller commits."""
    user.epoch += 1
    mine = (SignIn.clinic_key == user.clinic_key, SignIn.user_key == user.key)
    db.session.execute(sa.delete(SignIn).where(*mine))


def may(permission: str) -> bool:
    """Whether the person signed in holds the permission."""
    user = signed_in()
    return user is not None and roles.may(user.role, permission)


def needs(permission: str | None) -> Callable[[View], View]:
    """Let only people with the permission in; with ``None``, everybody who is signed in."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def guarded(**kwargs: Any) -> ResponseReturnValue:
            if signed_in() is None:
                return _turn_away()
            if permission is not None and not may(permission):
                raise Forbidden
            return view(**kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]  # read by the test that walks the URL map
        return guarded  # type: ignore[return-value]  # same call, wider answer

    return wrap


def sign_in_url(target: str) -> str:
    """The sign-in page, to come back to ``target`` from."""
    return url_for("practice.sign_in", next=own_path(target) or None)


def own_path(target: str) -> str:
    """The target when it is a page of this application, else nothing.

    >>> own_path("/gait/today"), own_path("//evil.example"), own_path("https://evil.example")
    ('/gait/today', '', '')
    """
    if not target.startswith("/") or target.startswith(("//", "/\\")) or "\\" in target or not target.isprintable():
        return ""
    parts = urlsplit(target)
    return "" if parts.scheme or parts.netloc else target


def _turn_away() -> ResponseReturnValue:
    # What was typed must not be lost: a post is answered with a page that keeps it, never with a redirect.
    if request.method == "GET":
        return redirect(sign_in_url(request.full_path.rstrip("?")))
    raise Unauthorized


def _with_user() -> sa.Select[Any]:
    return sa.select(SignIn).options(joinedload(SignIn.user).joinedload(User.clinic))


def _lives(row: SignIn, seconds: int) -> bool:
    fresh = seconds - row.seen <= settings().idle_minutes * 60
    return fresh and row.user.active and row.user.epoch == row.epoch


def _end(row: SignIn) -> None:
    db.session.delete(row)
    db.session.commit()
    session.clear()
    session["left"] = "idle" if row.user.active else "ended"


def _see(row: SignIn, seconds: int) -> None:
    # On a connection of its own, so that nothing the request reads or writes hangs on it.
    with db.engine.begin() as connection:
        mine = SignIn.token_hash == row.token_hash
        connection.execute(sa.update(SignIn).where(mine).values(seen=seconds))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
