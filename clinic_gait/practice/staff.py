"""Making a clinic and its users, for the command line and the demonstration."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.practice import names, passwords
from clinic_gait.practice.models import PracticeClinic, User
from clinic_gait.practice.roles import ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who is to sign in."""

    username: str
    name: str
    role: str
    credential: str = ""


class CannotMake(ValueError):
    """A clinic or a user that cannot be; the message says why."""


def only_clinic(session: Session) -> PracticeClinic | None:
    """The clinic, when there is one; with several, the first by its key."""
    return session.scalar(sa.select(PracticeClinic).order_by(PracticeClinic.key).limit(1))


def zone_exists(name: str) -> bool:
    """Whether this is the name of a time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def add_user(session: Session, clinic: PracticeClinic, who: Newcomer, password: str) -> User:
    """A new user of the clinic; the caller commits.

    :raises CannotMake: the name is taken, the role does not exist, the password is weak.
    """
    username = names.clean(who.username).lower()
    if who.role not in ROLES:
        raise CannotMake(f"There is no role {who.role}; there are {', '.join(ROLES)}.")
    if not username:
        raise CannotMake("The user name is empty.")
    if session.scalar(sa.select(User.key).where(User.username == username)) is not None:
        raise CannotMake(f"Somebody signs in as {username} already.")
    try:
        passwords.check(password, username=username)
    except passwords.WeakPassword as error:
        raise CannotMake(str(error)) from None
    return put_user(session, clinic, dataclasses.replace(who, username=username), passwords.hashed(password))


def put_user(session: Session, clinic: PracticeClinic, who: Newcomer, password_hash: str) -> User:
    """Store a user whose password was looked at elsewhere."""
    user = User(
        clinic_key=clinic.key,
        username=who.username,
        name=who.name,
        credential=who.credential,
        role=who.role,
        password_hash=password_hash,
    )
    session.add(user)
    session.flush()
    return user
