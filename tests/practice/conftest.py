"""A practice with one clinic, a user per role and four patients, and browsers without a screen."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, session
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from clinic_gait.practice import auth, migrate, passwords, staff
from clinic_gait.practice.app import create_app
from clinic_gait.practice.database import db
from clinic_gait.practice.models import Patient, PracticeClinic, User
from clinic_gait.practice.roles import ROLES
from tests.compiled import Compiled

PASSWORD = "four legs and a cane"
COMPILED = Compiled()
PEOPLE = (
    ("Maria", "Delgado", date(1968, 4, 12), "10442"),
    ("Ana", "Núñez", date(1975, 9, 1), "10443"),
    ("Łukasz", "Wójcik", date(1990, 2, 28), "A-77"),
    ("Søren", "Đorđević-O’Brien", date(2001, 12, 31), None),
)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 12, 15, 0, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, *, minutes: float) -> None:
        self.time += timedelta(minutes=minutes)


class Browser(FlaskClient):
    """A browser without a screen: it sends the token that stands on the page."""

    def token(self, url: str = "/sign-in", **more: Any) -> str:
        """The form's token on a page."""
        page = self.get(url, follow_redirects=True, **more)
        found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        assert found, f"no token on {url}"
        return found[1]

    def send(
        self, url: str, data: dict[str, Any] | None = None, *, page: str = "/account", **more: Any
    ) -> TestResponse:
        """Post a form with the token of a page."""
        return self.post(url, data={"csrf_token": self.token(page), **(data or {})}, **more)

    def sign_in(self, username: str, password: str = PASSWORD, **more: Any) -> TestResponse:
        """Sign in as a person would."""
        return self.send("/sign-in", {"username": username, "password": password}, page="/sign-in", **more)

    def hidden(self, url: str) -> dict[str, str]:
        """The hidden fields of the first form of a page."""
        form = self.get(url).text.partition('class="practice-form"')[2]
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def words(answer: TestResponse) -> str:
    """What a page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def make_practice(url: str, folder: Path, clock: Callable[[], datetime], **more: object) -> Flask:
    """A practice on a database."""
    app = create_app(
        {
            "TESTING": True,
            "CLINIC_GAIT_CLOCK": clock,
            "CLINIC_GAIT_PRACTICE_DATABASE": url,
            "CLINIC_GAIT_PRACTICE_FOLDER": folder,
            **more,
        }
    )
    app.test_client_class = Browser
    app.jinja_env.bytecode_cache = COMPILED
    return app


def fill(app: Flask) -> None:
    """The tables, two clinics, a user per role in the first and a therapist in the second, four patients."""
    with app.app_context():
        migrate.upgrade(db.engine)
        river = PracticeClinic(key="river", name="Riverside PT", zone="America/Chicago")
        hill = PracticeClinic(key="hill", name="Hilltop Physio", zone="UTC", date_order="dmy")
        db.session.add_all([river, hill])
        db.session.flush()
        hashed = passwords.hashed(PASSWORD)
        for role in ROLES:
            who = staff.Newcomer(username=role, name=f"{role.title()} Person", role=role, credential="")
            staff.put_user(db.session(), river, who, hashed)
        stranger = staff.Newcomer(username="stranger", name="Other Clinic", role="therapist")
        staff.put_user(db.session(), hill, stranger, hashed)
        for given, family, born, number in PEOPLE:
            patient = Patient(clinic_key="river", birth_date=born, number=number)
            patient.rename(given=given, family=family)
            db.session.add(patient)
        db.session.commit()


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled SQLite file to copy."""
    folder = tmp_path_factory.mktemp("practice")
    app = make_practice(f"sqlite:///{folder / 'filled.sqlite'}", folder, Clock())
    fill(app)
    with app.app_context():
        db.engine.dispose()
    return folder / "filled.sqlite"


@pytest.fixture(scope="session")
def one_practice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Flask, Path, Clock]:
    """One practice for all tests that change nothing of the application itself, its database file and its clock."""
    folder, clock = tmp_path_factory.mktemp("one"), Clock()
    return make_practice(f"sqlite:///{folder / 'practice.sqlite'}", folder, clock), folder / "practice.sqlite", clock


@pytest.fixture
def clock(one_practice: tuple[Flask, Path, Clock]) -> Clock:
    """The practice's clock, as it stands when a test begins."""
    one_practice[2].time = Clock().time
    return one_practice[2]


@pytest.fixture
def own_file(filled_file: Path, tmp_path: Path) -> Path:
    """A filled SQLite file of the test's own."""
    return Path(shutil.copyfile(filled_file, tmp_path / "practice.sqlite"))


@pytest.fixture
def practice(one_practice: tuple[Flask, Path, Clock], filled_file: Path, clock: Clock) -> Iterator[Flask]:
    """The practice, its SQLite file as at first."""
    app, used, _ = one_practice
    shutil.copyfile(filled_file, used)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    for left in used.parent.glob("practice.sqlite-*"):
        left.unlink()


@pytest.fixture
def browser(practice: Flask) -> Browser:
    """Nobody signed in."""
    return new_browser(practice)


def new_browser(app: Flask, who: str | None = None) -> Browser:
    """A browser of its own, with somebody signed in where wanted."""
    client = app.test_client()
    assert isinstance(client, Browser)
    if who is not None:
        let_in(app, client, who)
    return client


def let_in(app: Flask, client: Browser, who: str) -> None:
    """Sign in past the door: looking at a password is slow on purpose, and tests of the door knock themselves."""
    with app.test_request_context():
        auth.begin(db.session.query(User).filter_by(username=who).one())
        db.session.commit()
        token = session["token"]
    with client.session_transaction() as kept:
        kept["token"] = token


@pytest.fixture
def therapist(practice: Flask) -> Browser:
    return new_browser(practice, "therapist")


@pytest.fixture
def desk(practice: Flask) -> Browser:
    return new_browser(practice, "desk")


@pytest.fixture
def administrator(practice: Flask) -> Browser:
    return new_browser(practice, "administrator")


@pytest.fixture
def auditor(practice: Flask) -> Browser:
    return new_browser(practice, "auditor")


def key_of(app: Flask, family: str) -> str:
    """The key of a patient."""
    with app.app_context():
        return str(db.session.query(Patient).filter_by(family=family).one().key)
