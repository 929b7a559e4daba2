"""The practice: a small Flask application around the plugin, with sign-in, patients and a day list of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import BadRequest, Unauthorized
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import host_is_trusted

from clinic_gait.host.extension import ClinicGait
from clinic_gait.practice import auth, database, errors, pages, settings
from clinic_gait.practice.database import db
from clinic_gait.practice.host import PracticeHost
from clinic_gait.web.blueprint import HEADERS
from clinic_gait.web.settings import BadSetting


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The application.

    ``config`` holds Flask's own keys and ``CLINIC_GAIT_PRACTICE_*``; what is
    missing there comes from the environment.

    :raises CannotStart: a setting is wrong, or there is no secret of this clinic's own.
    """
    given = dict(config or {})
    found = settings.read(given)
    app = Flask(__name__, instance_path=str(found.folder), static_folder=None)
    app.config.update(CLINIC_GAIT_BASE_TEMPLATE="practice/base.html", CLINIC_GAIT_OWN_MENU=False)
    app.config.update(settings.of_the_plugin(os.environ))
    app.config.update({key: value for key, value in given.items() if not key.startswith(settings.PREFIX)})
    settings.keep(app, found)
    _database(app)
    _before_requests(app)
    app.register_blueprint(pages.make_blueprint())
    _mount(app)
    errors.register(app)
    app.after_request(_headers)
    if found.proxies:
        _behind(app, found.proxies)
    return app


def _mount(app: Flask) -> None:
    try:
        ClinicGait(app, db=db, host=PracticeHost())
    except BadSetting as error:
        raise settings.CannotStart(str(error)) from None


def wsgi() -> Flask:
    """The application for a server: ``gunicorn "clinic_gait.practice.app:wsgi()"``."""
    return create_app()


def _database(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        database.set_up(db.engine)


def _before_requests(app: Flask) -> None:
    app.before_request(_trusted_host)
    app.before_request(auth.load)
    csrf = CSRFProtect(app)

    @app.before_request
    def check_token() -> None:
        # Signed out comes first: the token of a sign-in that is over is wrong too, but that is not what to tell.
        writes = request.method not in ("GET", "HEAD", "OPTIONS")
        if writes and request.endpoint not in pages.OPEN and auth.signed_in() is None:
            raise Unauthorized
        csrf.protect()


def _trusted_host() -> None:
    """Refuse a request under a name that is not ours."""
    names = settings.settings().trusted_hosts
    if names and not host_is_trusted(request.host, names):
        raise BadRequest


def _headers(response: Response) -> Response:
    if (request.endpoint or "").endswith("static"):
        return response
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if settings.settings().secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def _behind(app: Flask, proxies: int) -> None:
    # Assigning to the method is Flask's documented way to wrap an application.
    fixed = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
    setattr(app, "wsgi_app", fixed)  # noqa: B010 - mypy allows no plain assignment to a method
