"""The console script: a clinic from nothing, and the demonstration."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from flask import Flask

from clinic_gait.practice import demo
from clinic_gait.practice.cli import PASSWORD as PASSWORD_VARIABLE
from clinic_gait.practice.cli import commands
from clinic_gait.practice.database import db
from clinic_gait.practice.models import Appointment, Patient
from clinic_gait.practice.roles import ROLES
from clinic_gait.practice.sample_users import DEMO_USERS, DemoUser
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.visit import Visit
from tests.practice.conftest import Browser

PASSWORD = "seven small steps"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str, password: str = "") -> Result:
    return CliRunner().invoke(commands, words, env={PASSWORD_VARIABLE: password} if password else None)


def well(*words: str, password: str = "") -> str:
    result = run(*words, password=password)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_clinic_is_made_from_nothing() -> None:
    assert "first administrator" in well(
        "init", "--clinic", "Hilltop Physio", "--zone", "Europe/Madrid", "--paper", "a4"
    )
    well("user", "add", "Boss", "--name", "Robin Vale", "--role", "administrator", password=PASSWORD)
    assert "boss  administrator  Robin Vale" in well("user", "list")
    assert "there already" in well("init", "--clinic", "Again")
    assert "unbroken" in well("audit", "verify")
    assert "Nothing to complain of" in well("doctor")
    assert "are at" in well("db", "upgrade")


def test_a_case_file_is_loaded_and_everything_is_found_sound_after_it() -> None:
    well("init", "--clinic", "Riverside PT", "--zone", "America/Chicago")
    said = well("case", "load", str(Path(__file__).parent.parent / "cases" / "acceptance.yaml"))
    assert "C06: 1 visits stored." in said
    assert "not stored: C04: Wells score 3" in said
    assert "matches its hash" in well("verify")
    assert "unbroken" in well("audit", "verify")
    assert "Nothing to complain of" in well("doctor")


def test_serving_without_tables_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Run `clinic-gait init` once" in run("serve").output
    monkeypatch.setenv("CLINIC_GAIT_PRACTICE_SECRET", "0123456789abcdefghijklmnopqrstuvwxyz")
    Path("instance").mkdir()
    assert "The tables are missing" in run("serve").output
    assert (
        "Run `clinic-gait init` first"
        in run("user", "add", "x", "--name", "X", "--role", "desk", password=PASSWORD).output
    )


@pytest.mark.parametrize(
    ("words", "password", "sentence"),
    [
        (("x", "--name", "X", "--role", "desk"), "short", "at least 12 characters"),
        (("boss", "--name", "X", "--role", "desk"), PASSWORD, "Somebody signs in as boss already."),
        (("x", "--name", "X", "--role", "owner"), PASSWORD, "owner"),
    ],
)
def test_a_bad_user_is_refused(words: tuple[str, ...], password: str, sentence: str) -> None:
    well("init", "--clinic", "Hilltop Physio")
    well("user", "add", "boss", "--name", "Robin Vale", "--role", "administrator", password=PASSWORD)
    result = run("user", "add", *words, password=password)
    assert result.exit_code != 0
    assert sentence in result.output


def test_a_zone_that_does_not_exist_is_refused() -> None:
    assert "is not a time zone" in run("init", "--clinic", "X", "--zone", "Mars/Base").output
    assert not Path("instance").exists()


def test_a_backup_is_a_whole_database() -> None:
    well("init", "--clinic", "Hilltop Physio")
    assert "ok" in well("backup", "copy.sqlite")
    with sqlite3.connect("copy.sqlite") as copy:
        assert copy.execute("SELECT name FROM practice_clinic").fetchone() == ("Hilltop Physio",)
    copy.close()
    assert "exists already" in run("backup", "copy.sqlite").output


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def filled(demo_folder: Path) -> Iterator[Flask]:
    """The demonstration, filled when the first test asks for it."""
    app = demo.make(demo_folder)
    app.test_client_class = Browser
    yield app
    close(app)


def close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


def test_the_demonstration_has_a_full_day(filled: Flask) -> None:
    with filled.app_context():
        assert db.session.query(Patient).count() >= 16
        assert db.session.query(Appointment).count() >= 12
        states = {state for (state,) in db.session.query(Visit.state)}
        kinds = {kind for (kind,) in db.session.query(IssuedDocument.kind)}
        birth_dates = [born for (born,) in db.session.query(Patient.birth_date)]
    assert states == {"draft", "signed"}
    assert kinds == {"home_sheet", "patient_report"}
    assert None not in birth_dates


@pytest.mark.parametrize("who", DEMO_USERS, ids=lambda who: who.username)
def test_every_user_of_the_demonstration_signs_in_and_sees_something(filled: Flask, who: DemoUser) -> None:
    client = filled.test_client()
    assert isinstance(client, Browser)
    page = client.sign_in(who.username, who.password, follow_redirects=True)
    assert page.status_code == 200
    assert who.name in page.text


def test_every_role_has_somebody_in_the_demonstration() -> None:
    assert {one.role for one in DEMO_USERS} == set(ROLES)


def test_the_sign_in_page_of_the_demonstration_tells_how(filled: Flask) -> None:
    page = filled.test_client().get("/sign-in").text
    assert all(one.username in page for one in DEMO_USERS)
    assert DEMO_USERS[0].password in page


def test_a_second_start_keeps_what_was_done_and_moves_the_day(filled: Flask, demo_folder: Path) -> None:
    with filled.app_context():
        patient = db.session.query(Patient).first()
        assert patient is not None
        patient.rename(given="Changed", family="Meanwhile")
        count = db.session.query(Visit).count()
        days = {day for (day,) in db.session.query(Appointment.day)}
        db.session.execute(sa.update(Appointment).values(day=date(2020, 1, 1)))
        db.session.commit()
    again = demo.make(demo_folder)
    with again.app_context():
        assert db.session.query(Patient).filter_by(family="Meanwhile").count() == 1
        assert db.session.query(Visit).count() == count
        assert {day for (day,) in db.session.query(Appointment.day)} == days
    close(again)


def test_beginning_anew_forgets_what_was_done(filled: Flask, demo_folder: Path, tmp_path: Path) -> None:
    close(filled)
    shutil.copytree(demo_folder, tmp_path, dirs_exist_ok=True)
    first = demo.make(tmp_path)
    with first.app_context():
        for patient in db.session.query(Patient).limit(1):
            patient.rename(given="Changed", family="Meanwhile")
        db.session.commit()
    close(first)
    again = demo.make(tmp_path, fresh=True)
    with again.app_context():
        assert db.session.query(Patient).filter_by(family="Meanwhile").count() == 0
        assert db.session.query(Patient).count() >= 16
    close(again)


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((demo.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.free_port(port) > port


def test_the_welcome_tells_where_and_how() -> None:
    said = demo.welcome("http://127.0.0.1:8000")
    assert "http://127.0.0.1:8000" in said
    assert all(one.username in said for one in DEMO_USERS)
    assert DEMO_USERS[0].password in said
