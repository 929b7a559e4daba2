"""The small practice with the patients of case files, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timezone
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy.engine import URL

from clinic_gait.exchange.cases import Case, load_cases
from clinic_gait.practice import demo, migrate, passwords, staff
from clinic_gait.practice.app import create_app
from clinic_gait.practice.database import db
from clinic_gait.practice.models import Appointment, Patient, PracticeClinic, User
from tests.browser.conftest import Site

PASSWORD = "four legs and a cane"
NOW = datetime(2026, 11, 12, 15, 0, tzinfo=timezone.utc)
CASES = Path(__file__).resolve().parent.parent / "cases" / "acceptance.yaml"
USERS = {"therapist": ("Jane Okafor", "PT"), "assistant": ("Sam Reyes", "PTA"), "desk": ("Rosa Alvarez", "")}


def acceptance() -> dict[str, Case]:
    """The acceptance cases by id."""
    return {case.id: case for case in load_cases(CASES.read_text(), today=NOW.date())}


@contextmanager
def practice(url: URL, folder: Path, *ids: str) -> Iterator[Flask]:
    """A practice whose patients of today are those of the cases named; nothing is charted yet."""
    app = create_app(
        {
            "TESTING": True,
            "CLINIC_GAIT_CLOCK": lambda: NOW,
            "CLINIC_GAIT_PRACTICE_DATABASE": url.render_as_string(hide_password=False),
            "CLINIC_GAIT_PRACTICE_FOLDER": folder,
        }
    )
    with app.app_context():
        migrate.upgrade(db.engine)
        _people(ids)
        db.session.commit()
    yield app
    with app.app_context():
        db.engine.dispose()


@contextmanager
def demonstration(folder: Path, browser: Browser) -> Iterator[Site]:
    """The demonstration, made anew as its command makes it, and served."""
    app = demo.make(folder, fresh=True)
    served = Site(app, browser)
    yield served
    served.close()
    with app.app_context():
        db.engine.dispose()


def _people(ids: tuple[str, ...]) -> None:
    clinic = PracticeClinic(key="river", name="Riverside PT", phone="(555) 010-0199", zone="America/Chicago")
    db.session.add(clinic)
    db.session.flush()
    hashed = passwords.hashed(PASSWORD)
    for role, (name, credential) in USERS.items():
        who = staff.Newcomer(username=role, name=name, role=role, credential=credential)
        staff.put_user(db.session(), clinic, who, hashed)
    therapist = db.session.query(User).filter_by(username="therapist").one()
    cases = acceptance()
    for hour, key in enumerate(ids, 9):
        given, _, family = cases[key].patient.name.rpartition(" ")
        patient = Patient(clinic_key="river", birth_date=born(cases[key]), number=f"104{hour}")
        patient.rename(given=given, family=family)
        db.session.add(patient)
        db.session.flush()
        booked = {"clinic_key": "river", "day": NOW.date(), "patient_key": patient.key}
        db.session.add(Appointment(at=time(hour), clinician_key=therapist.key, room="2", **booked))


def born(case: Case) -> date:
    """The patient's birth date; of a case that gives an age alone, one that fits it."""
    return case.patient.birth_date or date(NOW.year - (case.patient.age or 0), 3, 5)


def sign_in(page: Page, who: str) -> None:
    """Through the door, as a person."""
    page.goto("/")
    page.get_by_label("User name").fill(who)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
