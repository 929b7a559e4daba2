"""``ClinicGait(app, host=...)``: one call mounts the plugin on a Flask application."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import Session

from clinic_gait.documents import fonts
from clinic_gait.host import cli, migrate
from clinic_gait.records.ports import Host
from clinic_gait.web import blueprint
from clinic_gait.web.context import State
from clinic_gait.web.settings import Settings


class ClinicGait:
    """The extension. It keeps nothing on itself, so one object can serve several applications.

    ``host`` answers who is signed in, for which clinic, and what they may;
    without it every page is refused. ``db`` is the host's Flask-SQLAlchemy
    object; without it the one registered on the application is used.
    """

    def __init__(
        self,
        app: Flask | None = None,
        *,
        host: Host | None = None,
        db: SQLAlchemy | None = None,
        url_prefix: str = "/gait",
    ) -> None:
        if app is not None:
            self.init_app(app, host=host, db=db, url_prefix=url_prefix)

    def init_app(
        self,
        app: Flask,
        *,
        host: Host | None = None,
        db: SQLAlchemy | None = None,
        url_prefix: str = "/gait",
    ) -> None:
        """Mount the pages, the commands and the state on ``app``.

        :raises BadSetting: an unknown ``CLINIC_GAIT_*`` setting.
        :raises RuntimeError: the application has no Flask-SQLAlchemy.
        """
        database = db or app.extensions.get("sqlalchemy")
        if database is None:
            raise RuntimeError("clinic_gait needs Flask-SQLAlchemy: set up SQLAlchemy(app) before ClinicGait(app)")
        settings = Settings.read(app.config)
        if settings.fallback_fonts:
            fonts.use_fallbacks([Path(one) for one in settings.fallback_fonts])
        app.extensions["clinic_gait"] = State(
            host=host,
            settings=settings,
            session=lambda: _session(database),
            unready=_unready(database),
        )
        blueprint.install(app, url_prefix)
        app.cli.add_command(cli.group())


def _session(database: SQLAlchemy) -> Session:
    return database.session()


def _unready(database: SQLAlchemy) -> Callable[[], str | None]:
    """Look at the schema until it is once found ready; after that a request does not pay for it."""
    ready = False

    def look() -> str | None:
        nonlocal ready
        if ready:
            return None
        state = migrate.state(database.session().connection())
        ready = state is migrate.SchemaState.READY
        return None if ready else state.words

    return look
