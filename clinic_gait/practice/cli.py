"""``clinic-gait``: the practice from the command line, and the plugin's own commands beside it."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import click
import sqlalchemy as sa
from flask import Flask

from clinic_gait.host import cli as plugin
from clinic_gait.host.migrate import WrongSchema
from clinic_gait.practice import demo, migrate, settings, staff
from clinic_gait.practice.app import create_app
from clinic_gait.practice.database import db
from clinic_gait.practice.models import PracticeClinic, User
from clinic_gait.practice.roles import ROLES

#: Where a password comes from when nobody is there to type it.
PASSWORD = "CLINIC_GAIT_PASSWORD"  # noqa: S105 - the name of a variable, no password


def make_app(config: Mapping[str, str] | None = None) -> Flask:
    """The application by its settings; what is wrong with them is told without a stack trace."""
    try:
        return create_app(config)
    except settings.CannotStart as error:
        raise click.ClickException(str(error)) from None


@click.group()
@click.pass_context
def commands(context: click.Context) -> None:
    """Gait records for a clinic that has no other system, or for a look at it."""
    if context.invoked_subcommand in plugin.group().commands:
        # These serve nobody and set no cookie, and some of them need no practice at all: any secret will do.
        made_up = {f"{settings.PREFIX}SECRET": secrets.token_urlsafe(48)}
        context.with_resource(make_app(made_up).app_context())
    elif context.invoked_subcommand == "user":
        context.with_resource(make_app().app_context())


@commands.command()
@click.option("--clinic", "name", prompt="Name of the clinic", help="As printed on the sheets.")
@click.option("--phone", default="", help="As printed on the sheets.")
@click.option("--emergency", default="911", show_default=True, help="The emergency number on the sheets.")
@click.option("--zone", default="UTC", show_default=True, help="Time zone, like America/Chicago.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)
@click.option("--date-order", type=click.Choice(["mdy", "dmy"]), default="mdy", show_default=True)
@click.option("--decimal-comma", is_flag=True, help="Numbers may be typed with a comma.")
def init(name: str, zone: str, **facts: str | bool) -> None:
    """Make the secret, the tables and the clinic. Run again after an update: then it brings the tables up to date."""
    if not staff.zone_exists(zone):
        raise click.ClickException(f"{zone} is not a time zone; write it like America/Chicago or Europe/Madrid.")
    settings.write_secret(settings.folder())
    with make_app().app_context():
        _upgrade()
        if staff.only_clinic(db.session()) is not None:
            click.echo("The tables are up to date; the clinic is there already.")
            return
        db.session.add(PracticeClinic(key="clinic", name=name, zone=zone, **facts))
        db.session.commit()
    click.echo(f"{name} is made. Now its first administrator: clinic-gait user add NAME --role administrator")


@commands.command()
def upgrade() -> None:
    """Bring all tables up to date, all or nothing. Make a backup before."""
    with make_app().app_context():
        _upgrade()
    click.echo("All tables are up to date.")


@commands.group()
def user() -> None:
    """People who sign in."""


@user.command("add")
@click.argument("username")
@click.option("--name", prompt="Name as printed under a signature")
@click.option("--credential", default="", help="Like PT, DPT or PTA; printed after the name.")
@click.option("--role", type=click.Choice(list(ROLES)), prompt=True)
@click.password_option(envvar=PASSWORD, help=f"Asked for; or taken from {PASSWORD}.")
def add(username: str, name: str, credential: str, role: str, password: str) -> None:
    """Add somebody who signs in as USERNAME."""
    clinic = staff.only_clinic(db.session()) if _ready() else None
    if clinic is None:
        raise click.ClickException("There is no clinic yet. Run `clinic-gait init` first.")
    who = staff.Newcomer(username=username, name=name, credential=credential, role=role)
    try:
        staff.add_user(db.session(), clinic, who, password)
    except staff.CannotMake as error:
        raise click.ClickException(str(error)) from None
    db.session.commit()
    click.echo(f"{name} signs in as {username.lower()}.")


@user.command("list")
def list_users() -> None:
    """Tell who can sign in."""
    for one in db.session.scalars(sa.select(User).order_by(User.username)):
        click.echo(f"{one.username}  {one.role}  {one.name}{'' if one.active else '  not active'}")


@commands.command()
@click.option("--host", "address", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8000, show_default=True)
@click.option("--threads", default=8, show_default=True)
def serve(address: str, port: int, threads: int) -> None:
    """Serve the clinic. Put a web server with https in front; see the hosting guide."""
    from waitress import serve as listen

    app = make_app()
    with app.app_context():
        if not _ready():
            raise click.ClickException("The tables are missing or of another version. Run `clinic-gait init`.")
        db.engine.dispose()
        proxied = settings.settings().proxies > 0
    click.echo(f"Serving at http://{address}:{port} with {threads} threads.")
    # What a proxy says of the visitor is read by the application, which knows how many proxies there are.
    listen(app, host=address, port=port, threads=threads, ident="", clear_untrusted_proxy_headers=not proxied)


@commands.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
def backup(file: Path | None) -> None:
    """Copy the SQLite database to FILE while people work. A plain copy of the file would be unusable."""
    with make_app().app_context():
        if db.engine.dialect.name != "sqlite":
            raise click.ClickException("This is PostgreSQL: use pg_dump.")
        source = Path(str(db.engine.url.database))
    target = file or source.with_name(f"{source.stem}-{date.today():%Y-%m-%d}.sqlite")  # noqa: DTZ011 - a file's name
    if target.exists():
        raise click.ClickException(f"{target} exists already; name another file.")
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
        sound = copy.execute("PRAGMA integrity_check").fetchone()[0]
    click.echo(f"{target}: {sound}")


def _ready() -> bool:
    return migrate.ready(db.engine)


def _upgrade() -> None:
    try:
        migrate.upgrade(db.engine)
    except WrongSchema as error:
        raise click.ClickException(str(error)) from None


commands.add_command(demo.command)
for _name, _command in plugin.group().commands.items():
    commands.add_command(_command, _name)


def main() -> None:
    """The console script. What it writes is for the one who runs it only."""
    os.umask(0o077)
    commands(prog_name="clinic-gait")


if __name__ == "__main__":
    main()
