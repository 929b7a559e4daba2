"""``flask clinic-gait ...``: migrations, case files, and the checks of what is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
import sqlalchemy as sa
from flask import current_app
from flask.cli import AppGroup, with_appcontext

from clinic_gait.care.visit import Clinic, Person, Staff
from clinic_gait.exchange import cases as door
from clinic_gait.host import migrate
from clinic_gait.records import audit, signing, subject
from clinic_gait.records.ports import CannotRegister, PatientView, Registrar
from clinic_gait.web.context import app_state

#: Whoever has the shell acts in the log under this name.
SHELL = Staff(key="command-line", name="Command line")


def group() -> AppGroup:
    """The commands, as one group for a host's ``flask`` and for the small practice."""
    top = AppGroup("clinic-gait", help="Gait records: database, case files and checks.")
    top.add_command(_database())
    top.add_command(_cases())
    top.add_command(_audit())
    top.add_command(verify)
    top.add_command(doctor)
    return top


def _engine() -> sa.Engine:
    bind = app_state().session().get_bind()
    return bind.engine if isinstance(bind, sa.Connection) else bind


def _database() -> AppGroup:
    db = AppGroup("db", help="Bring the plugin's own tables up to date.")

    @db.command("upgrade")
    @click.argument("revision", default="head")
    def upgrade(revision: str) -> None:
        """Migrate up, all or nothing."""
        migrate.upgrade(_engine(), revision)
        click.echo(f"clinic_gait tables are at {migrate.current(_engine())}.")

    @db.command("downgrade")
    @click.argument("revision")
    def downgrade(revision: str) -> None:
        """Migrate down to a revision, or to ``base``."""
        migrate.downgrade(_engine(), revision)
        click.echo(f"clinic_gait tables are at {migrate.current(_engine()) or 'base'}.")

    _looking(db)
    return db


def _looking(db: AppGroup) -> None:
    @db.command("current")
    def current() -> None:
        """Tell the revision of the database."""
        click.echo(migrate.current(_engine()) or "not migrated")

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
        differences = migrate.check(_engine())
        for line in differences:
            click.echo(line)
        if differences:
            raise SystemExit(1)
        click.echo("The tables equal the models.")


def _registrar() -> Registrar | None:
    host: object = app_state().host
    return host if isinstance(host, Registrar) else None


def _clinics() -> Sequence[Clinic]:
    """The clinics that the command line works in: all of the host's, or the one it is set to."""
    registrar, host = _registrar(), app_state().host
    # A host's answers may look into the session of a request; here it is an empty one.
    with current_app.test_request_context():
        if registrar and registrar.clinics():
            return registrar.clinics()
        clinic = host.current_clinic() if host else None
    if clinic is None:
        raise click.ClickException("the host names no clinic for the command line; give its adapter clinics()")
    return [clinic]


def _clinic(key: str | None) -> Clinic:
    clinics = _clinics()
    for clinic in clinics:
        if key in (None, clinic.key):
            return clinic
    raise click.ClickException(f"no clinic {key!r}; there are {', '.join(one.key for one in clinics) or 'none yet'}")


def _cases() -> AppGroup:
    cases = AppGroup("case", help="Case files: patients, visits, notes and plans in one YAML file.")
    file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))

    @cases.command("load")
    @file
    @click.option("--clinic", "key", help="Key of the clinic; without it the first.")
    @click.option("--sign", is_flag=True, help="Sign the last visit of each case too.")
    def load(file: Path, key: str | None, sign: bool) -> None:
        """Store the cases of FILE through the same doors as the forms: all of a case, or nothing of it."""
        _load(file, _clinic(key), sign=sign)

    @cases.command("show")
    @file
    @click.option("--json", "as_json", is_flag=True, help="One JSON object per case.")
    def show(file: Path, as_json: bool) -> None:
        """Tell what FILE says, without storing."""
        with _told():
            for case in door.read_cases(_text(file), today=_today(None)):
                said = door.show(case)
                click.echo(json.dumps(said, ensure_ascii=False) if as_json else _lines(said))

    return cases


@contextmanager
def _told() -> Iterator[None]:
    """A refused case file is a message, not a stack trace."""
    try:
        yield
    except (door.CaseError, CannotRegister, UnicodeDecodeError) as error:
        raise click.ClickException(str(error)) from None


def _today(zone: str | None) -> date:
    now = app_state().settings.clock()
    return now.astimezone(ZoneInfo(zone) if zone else None).date()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _load(file: Path, clinic: Clinic, *, sign: bool) -> None:
    state = app_state()
    session, registrar = state.session(), _registrar()
    if registrar is None:
        raise click.ClickException("this host cannot make patients: its adapter has no register()")
    now = state.settings.clock()

    def patient_for(patient: door.CasePatient) -> PatientView:
        person = Person(name=patient.name, birth_date=patient.birth_date, age=patient.age, sex=patient.sex)
        return registrar.register(clinic, person, f"case {patient.case}: {patient.title}")

    with _told():
        for case in door.load_cases(_text(file), today=_today(clinic.zone)):
            stored = door.store(
                session, case, clinic=clinic, patient_for=patient_for, by=SHELL, now=now, sign_last=sign
            )
            session.commit()
            click.echo(f"{case.id}: {len(stored.visit_ids)} visits stored.")
            for line in stored.not_stored:
                click.echo(f"  not stored: {line}")


def _lines(said: dict[str, Any]) -> str:
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items())


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
    engine = _engine()
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
    keys = [row for clinic in _clinics() for row in subject.host_keys(state.session(), clinic.key)]
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
