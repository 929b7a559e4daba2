"""The command line as somebody at work in the host: under which name, and in which clinics."""

from __future__ import annotations

from collections.abc import Sequence

import click
import sqlalchemy as sa
from flask import current_app

from clinic_gait.care.visit import Clinic, Staff
from clinic_gait.records.ports import Registrar
from clinic_gait.web.context import app_state

#: Whoever has the shell acts in the log under this name.
SHELL = Staff(key="command-line", name="Command line")


def engine() -> sa.Engine:
    """The engine of the host's database."""
    bind = app_state().session().get_bind()
    return bind.engine if isinstance(bind, sa.Connection) else bind


def registrar() -> Registrar | None:
    """The host's adapter, when it can make patients."""
    host: object = app_state().host
    return host if isinstance(host, Registrar) else None


def clinics() -> Sequence[Clinic]:
    """The clinics that the command line works in: all of the host's, or the one it is set to."""
    makes, host = registrar(), app_state().host
    # A host's answers may look into the session of a request; here it is an empty one.
    with current_app.test_request_context():
        if makes and makes.clinics():
            return makes.clinics()
        clinic = host.current_clinic() if host else None
    if clinic is None:
        raise click.ClickException("the host names no clinic for the command line; give its adapter clinics()")
    return [clinic]


def clinic(key: str | None) -> Clinic:
    """The clinic of this key; without one the first."""
    known = clinics()
    for one in known:
        if key in (None, one.key):
            return one
    raise click.ClickException(f"no clinic {key!r}; there are {', '.join(one.key for one in known) or 'none yet'}")
