"""``flask clinic-gait case ...``: store case files, or look at what they say without storing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from flask.cli import AppGroup
from sqlalchemy.exc import SQLAlchemyError

from clinic_gait.care.visit import Clinic, Person
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.exchange import cases as door
from clinic_gait.host import shell
from clinic_gait.records.ports import CannotRegister, PatientView
from clinic_gait.web.context import app_state

#: The argument of both commands.
_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


def group() -> AppGroup:
    """The commands for case files."""
    cases = AppGroup("case", help="Case files: patients, visits, notes and plans in one YAML file.")
    _loading(cases)
    _showing(cases)
    return cases


def _loading(cases: AppGroup) -> None:
    @cases.command("load")
    @_FILE
    @click.option("--clinic", "key", help="Key of the clinic; without it the first.")
    @click.option("--sign", is_flag=True, help="Sign the last visit of each case too.")
    def load(file: Path, key: str | None, sign: bool) -> None:
        """Store the cases of FILE through the same doors as the forms: all of a case, or nothing of it."""
        _load(file, shell.clinic(key), sign=sign)


def _showing(cases: AppGroup) -> None:
    @cases.command("show")
    @_FILE
    @click.option("--json", "form", flag_value="json", help="One JSON object per case and line.")
    @click.option("--text", "form", flag_value="text", help="In words; so without any other option.")
    @click.option("--check", is_flag=True, help="Compare with what the file expects; fail where it is not met.")
    @click.option("--clinic", "key", help="Judge with the cut-offs of this clinic; without it the first.")
    def show(file: Path, form: str | None, check: bool, key: str | None) -> None:
        """Tell what the rules make of FILE, without storing anything. No database is needed."""
        limits = app_state().settings.limits_of(_first_clinic() if key is None else key)
        with _told():
            seen = door.read_cases(_text(file), today=_today(None))
        differing = [_shown(case, form or ("" if check else "text"), check, limits) for case in seen]
        if any(differing):
            raise SystemExit(1)


def _shown(case: door.Case, form: str, check: bool, limits: Mapping[str, Threshold]) -> bool:
    """Print one case and, when checking, every difference. Whether there is any."""
    said = door.show(case, limits)
    if form:
        click.echo(json.dumps(said, ensure_ascii=False) if form == "json" else f"{door.told(said)}\n")
    if not check:
        return False
    differences = door.unmet(case.expect, said)
    met = "as expected" if door.checked(case.expect) else "expects nothing"
    for line in differences or [met]:
        # Beside JSON the differences must not be in the way of the program that reads it.
        click.echo(f"{case.id}: {line}", err=form == "json")
    return bool(differences)


def _first_clinic() -> str:
    """Key of the first clinic; empty when the host has no database yet, or no clinic. Looking makes no file."""
    url = shell.engine().url
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        return ""
    try:
        return shell.clinics()[0].key
    except (click.ClickException, SQLAlchemyError):
        return ""


@contextmanager
def _told() -> Iterator[None]:
    """A refused case file is a message, not a stack trace."""
    try:
        yield
    except UnicodeDecodeError:
        raise click.ClickException("the file is not text in UTF-8; save it as such") from None
    except (door.CaseError, CannotRegister) as error:
        raise click.ClickException(str(error)) from None


def _today(zone: str | None) -> date:
    now = app_state().settings.clock()
    return now.astimezone(ZoneInfo(zone) if zone else None).date()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _load(file: Path, clinic: Clinic, *, sign: bool) -> None:
    state = app_state()
    session, registrar = state.session(), shell.registrar()
    if registrar is None:
        raise click.ClickException("this host cannot make patients: its adapter has no register()")
    now = state.settings.clock()

    def patient_for(patient: door.CasePatient) -> PatientView:
        person = Person(name=patient.name, birth_date=patient.birth_date, age=patient.age, sex=patient.sex)
        return registrar.register(clinic, person, f"case {patient.case}: {patient.title}")

    with _told():
        for case in door.load_cases(_text(file), today=_today(clinic.zone)):
            stored = door.store(
                session,
                case,
                clinic=clinic,
                patient_for=patient_for,
                by=shell.SHELL,
                now=now,
                sign_last=sign,
                limits=state.settings.limits_of(clinic.key),
            )
            session.commit()
            click.echo(f"{case.id}: {len(stored.visit_ids)} visits stored.")
            for line in stored.not_stored:
                click.echo(f"  not stored: {line}")
