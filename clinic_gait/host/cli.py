"""``flask clinic-gait ...``: migrations, case files, and the checks of what is stored."""

from __future__ import annotations

import click
import sqlalchemy as sa
from flask import current_app
from flask.cli import AppGroup, with_appcontext

from clinic_gait.host import case_commands, migrate, shell
from clinic_gait.host.reference_command import reference
from clinic_gait.records import audit, signing, subject
from clinic_gait.web.context import app_state


def group() -> AppGroup:
    """The commands, as one group for a host's ``flask`` and for the small practice."""
    top = AppGroup("clinic-gait", help="Gait records: database, case files and checks.")
    top.add_command(_database())
    top.add_command(case_commands.group())
    top.add_command(_audit())
    top.add_command(verify)
    top.add_command(doctor)
    top.add_command(reference)
    return top


def _database() -> AppGroup:
    db = AppGroup("db", help="Bring the plugin's own tables up to date.")

    @db.command("upgrade")
    @click.argument("revision", default="head")
    def upgrade(revision: str) -> None:
        """Migrate up, all or nothing."""
        migrate.upgrade(shell.engine(), revision)
        click.echo(f"clinic_gait tables are at {migrate.current(shell.engine())}.")

    @db.command("downgrade")
    @click.argument("revision")
    def downgrade(revision: str) -> None:
        """Migrate down to a revision, or to ``base``."""
        migrate.downgrade(shell.engine(), revision)
        click.echo(f"clinic_gait tables are at {migrate.current(shell.engine()) or 'base'}.")

    _looking(db)
    return db


def _looking(db: AppGroup) -> None:
    @db.command("current")
    def current() -> None:
        """Tell the revision of the database."""
        click.echo(migrate.current(shell.engine()) or "not migrated")

    @db.command("heads")
    def heads() -> None:
        """Tell the newest revision this version knows."""
        click.echo(migrate.head())

    @db.command("history")
    def history() -> None:
        """List the revisions, newest first."""
        for line in migrate.history():
            click.echo(line)

    @db.command("check")
    def check() -> None:
        """Fail when the tables differ from the models."""
        differences = migrate.check(shell.engine())
        for line in differences:
            click.echo(line)
        if differences:
            raise SystemExit(1)
        click.echo("The tables equal the models.")


def _audit() -> AppGroup:
    log = AppGroup("audit", help="The log of who saw and did what.")

    @log.command("verify")
    def verify_chain() -> None:
        """Walk the chain of the log; name the first row that does not fit."""
        session = app_state().session()
        faults = [line for key in audit.clinics(session) for line in audit.verify(session, key)]
        _report(faults, "The log is unbroken.")

    return log


@click.command("verify")
@with_appcontext
def verify() -> None:
    """Compare every signed record with its hash."""
    session = app_state().session()
    faults = [line for key in subject.clinics(session) for line in signing.verify(session, key)]
    _report(faults, "Every signed record matches its hash.")


@click.command("doctor")
@with_appcontext
def doctor() -> None:
    """Look at how the database is set up and whether the records are whole."""
    engine = shell.engine()
    faults: list[str] = []
    with engine.connect() as connection:
        state = migrate.state(connection)
        if state is not migrate.SchemaState.READY:
            faults.append(state.words)
        if engine.dialect.name == "sqlite":
            faults += _sqlite_faults(connection)
    if state is migrate.SchemaState.READY and app_state().host is not None:
        faults += _orphans()
    _report(faults, f"Nothing to complain of ({engine.dialect.name}).")


def _sqlite_faults(connection: sa.Connection) -> list[str]:
    wanted = {"journal_mode": ("wal", "write-ahead log"), "synchronous": (2, "FULL"), "foreign_keys": (1, "on")}
    found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    return [
        f"SQLite: {name} is {found[name]}; set it to {words}"
        for name, (value, words) in wanted.items()
        if found[name] != value
    ]


def _orphans() -> list[str]:
    state = app_state()
    keys = [row for clinic in shell.clinics() for row in subject.host_keys(state.session(), clinic.key)]
    with current_app.test_request_context():
        known = state.host.get_many(keys) if state.host else {}
    return [
        f"patient {key}: the records are kept, but the host has no such patient" for key in keys if key not in known
    ]


def _report(faults: list[str], well: str) -> None:
    for line in faults:
        click.echo(line)
    if faults:
        raise SystemExit(1)
    click.echo(well)
