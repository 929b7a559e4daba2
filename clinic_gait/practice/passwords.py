"""Passwords: the rule for new ones, and their hashes."""

from __future__ import annotations

import functools

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from clinic_gait.practice import names

SHORTEST, LONGEST = 12, 200

#: Parts that everybody tries first; a password is refused when nothing much is left without them.
_COMMON = ("password", "passwort", "qwertz", "qwerty", "letmein", "welcome", "admin", "clinic", "gait", "changeme")


class WeakPassword(ValueError):
    """A password that the rule refuses; the message says why."""


def check(password: str, *, username: str) -> None:
    """Hold a new password against the rule: long, and not what everybody tries. No signs are asked for.

    :raises WeakPassword: too short, too long, or too easy.
    """
    if len(password) < SHORTEST:
        raise WeakPassword(f"A password has at least {SHORTEST} characters. A sentence of a few words is good.")
    if len(password) > LONGEST:
        raise WeakPassword(f"A password has at most {LONGEST} characters.")
    rest = password.casefold()
    for part in (username.casefold(), *_COMMON):
        rest = rest.replace(part, "")
    if len(set(names.fold(rest))) < 4 and len(set(rest)) < 5:
        raise WeakPassword("This password is easy to guess. Take a few words that do not belong together.")


def hashed(password: str) -> str:
    """The hash that is stored (Argon2id)."""
    return _hasher().hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password belongs to the hash; without a hash the answer is no and takes as long."""
    try:
        right = _hasher().verify(password_hash or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return right and password_hash is not None


def outdated(password_hash: str) -> bool:
    """Whether the hash was made with less work than is usual now."""
    return _hasher().check_needs_rehash(password_hash)


@functools.cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@functools.cache
def _nobody() -> str:
    return _hasher().hash("nobody has this password")
