"""What the practice is told from outside: environment variables, or the same keys given to ``create_app``."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from clinic_gait.practice import database
from clinic_gait.web.settings import utc_now

PREFIX = "CLINIC_GAIT_PRACTICE_"
#: Those that are JSON in the environment, each with what it looks like.
_AS_JSON = {
    "CLINIC_GAIT_THRESHOLDS": '{"wblt_low_cm": 9}',
    "CLINIC_GAIT_CLINIC_THRESHOLDS": '{"riverside": {"wblt_low_cm": 9}}',
    "CLINIC_GAIT_USUAL_SET": '["wblt_deg", "df_ke_deg"]',
    "CLINIC_GAIT_CLINIC_USUAL_SETS": '{"riverside": ["wblt_deg", "df_ke_deg"]}',
}
#: Settings of the plugin that a practice without a file of its own code may want.
OF_THE_PLUGIN = (*sorted(_AS_JSON), "CLINIC_GAIT_WORDING")
#: Letters of a secret below which it can be guessed.
SHORTEST_SECRET = 32
#: Where the secret lies that signs the cookies, in the practice's folder.
KEY_FILE = "secret"


class CannotStart(RuntimeError):
    """The practice would run unsafely or not at all; the message says what to set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSettings:
    """The settings of this host, each one ``CLINIC_GAIT_PRACTICE_`` and its name in capitals."""

    #: Where the database, unless it has an address, and the secret lie.
    folder: Path
    database: str
    secret: str
    #: Sample patients and known passwords; never for real people.
    demo: bool = False
    testing: bool = False
    #: Minutes without a request after which a sign-in is over.
    idle_minutes: int = 15
    #: Names under which the practice is reached; any, when empty.
    trusted_hosts: tuple[str, ...] = ()
    #: How many proxies stand in front and say who is asking and whether it was https.
    proxies: int = 0
    #: Cookies also without https, for a closed network.
    plain_http: bool = False

    @property
    def secure(self) -> bool:
        """Whether cookies go over https only."""
        return not (self.demo or self.testing or self.plain_http)


def read(config: Mapping[str, Any]) -> PracticeSettings:
    """The settings in ``config`` and the environment; ``config`` comes first.

    :raises CannotStart: a setting that cannot be, or no secret of this clinic's own.
    """
    given = {key: value for key, value in os.environ.items() if key.startswith(PREFIX)}
    given |= {key: value for key, value in config.items() if key.startswith(PREFIX)}
    of = {key[len(PREFIX) :].lower(): value for key, value in given.items()}
    where = folder(given)
    of.pop("folder", None)
    testing, demo = bool(config.get("TESTING")), _yes(of.pop("demo", False))
    settings = PracticeSettings(
        folder=where,
        database=database.address(of.pop("database", f"sqlite:///{where / 'practice.sqlite'}")),
        secret=_secret(of, where, made_up=testing or demo),
        demo=demo,
        testing=testing,
        idle_minutes=_number(of.pop("idle_minutes", 15), "IDLE_MINUTES", low=1, high=240),
        trusted_hosts=_list(of.pop("trusted_hosts", ())),
        proxies=_number(of.pop("proxies", 0), "PROXIES", low=0, high=9),
        plain_http=_yes(of.pop("plain_http", False)),
    )
    if of:
        raise CannotStart(f"{PREFIX}{min(of).upper()} is not a setting; the hosting guide lists them.")
    return settings


def of_the_plugin(environment: Mapping[str, str]) -> dict[str, Any]:
    """The plugin's own settings that the environment may give: wording as the path of a file, the others as JSON.

    :raises CannotStart: what is to be JSON is none.
    """
    given: dict[str, Any] = {name: environment[name] for name in OF_THE_PLUGIN if environment.get(name)}
    for name in given.keys() & _AS_JSON.keys():
        try:
            given[name] = json.loads(given[name], parse_float=Decimal)
        except ValueError as broken:
            raise CannotStart(f"{name} is no JSON ({broken}); write it like {_AS_JSON[name]}.") from None
    return given


def settings() -> PracticeSettings:
    """The settings of the running practice."""
    found: PracticeSettings = current_app.extensions["clinic_gait_practice"]
    return found


def keep(app: Flask, found: PracticeSettings) -> None:
    """Put the settings on the application, and what Flask itself reads into its configuration."""
    app.extensions["clinic_gait_practice"] = found
    app.config.update(
        SECRET_KEY=found.secret,
        SQLALCHEMY_DATABASE_URI=found.database,
        SQLALCHEMY_ENGINE_OPTIONS=database.engine_options(found.database),
        SESSION_COOKIE_NAME="__Host-practice" if found.secure else "practice",
        SESSION_COOKIE_SECURE=found.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A form may stay open as long as its sign-in lives; the token ends with that.
        WTF_CSRF_TIME_LIMIT=None,
        # Some browsers and offices strip the referrer; a __Host- cookie cannot be planted by a neighbour anyway.
        WTF_CSRF_SSL_STRICT=False,
        # Checked by the application itself, after it has found out who is asking.
        WTF_CSRF_CHECK_DEFAULT=False,
        MAX_CONTENT_LENGTH=2_000_000,
    )


def now() -> datetime:
    """The time in UTC, by the same clock as the plugin's."""
    clock: Callable[[], datetime] = current_app.config.get("CLINIC_GAIT_CLOCK", utc_now)
    return clock()


def folder(of: Mapping[str, Any] = os.environ) -> Path:
    """Where the database, unless it has an address, and the secret lie."""
    return Path(of.get(f"{PREFIX}FOLDER", "instance")).absolute()


def write_secret(where: Path, name: str = KEY_FILE) -> None:
    """Make a secret to sign cookies with, readable by nobody else; an existing one stays."""
    where.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = where / name
    if path.exists():
        return
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))


def _secret(of: dict[str, Any], where: Path, *, made_up: bool) -> str:
    path = Path(of.pop("secret_file", where / KEY_FILE))
    secret = str(of.pop("secret", "")) or (path.read_text().strip() if path.is_file() else "")
    if not secret and made_up:
        return secrets.token_urlsafe(48)
    if not secret:
        raise CannotStart(
            f"There is no secret to sign the cookies with. Run `clinic-gait init` once, which writes {path}, "
            f"or set {PREFIX}SECRET to at least {SHORTEST_SECRET} random letters."
        )
    if not made_up and (len(secret) < SHORTEST_SECRET or len(set(secret)) < 10):
        raise CannotStart(
            f"The secret that signs the cookies is too easy to guess. Set {PREFIX}SECRET, or the file {path}, "
            f"to at least {SHORTEST_SECRET} random letters; `clinic-gait init` makes a good one."
        )
    return secret


def _yes(value: object) -> bool:
    return str(value).lower() in ("1", "true", "yes", "on")


def _list(value: object) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else list(value) if isinstance(value, (list, tuple)) else []
    return tuple(str(part).strip() for part in parts if str(part).strip())


def _number(value: object, name: str, *, low: int, high: int) -> int:
    text = str(value)
    if not text.isdecimal() or not low <= int(text) <= high:
        raise CannotStart(f"{PREFIX}{name} is {text!r}; it is a whole number from {low} to {high}.")
    return int(text)
