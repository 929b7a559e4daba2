"""A host as a clinic might have written it: its own patients, its own sign-in, ten lines to mount the plugin."""

from __future__ import annotations

from datetime import date, datetime, time, timezone
from typing import Any

import sqlalchemy as sa
from flask import Flask, session
from flask.testing import FlaskClient
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.test import TestResponse

from clinic_gait import ClinicGait
from clinic_gait.care.visit import Clinic
from clinic_gait.host import migrate
from clinic_gait.host.adapter import SQLAlchemyHost
from clinic_gait.records.ports import Appointment, PatientView, UserView
from tests.compiled import Compiled

#: A Thursday; every page of the tests is of this day.
NOW = datetime(2026, 11, 12, 15, 42, 7, tzinfo=timezone.utc)
COMPILED = Compiled()

CLINICS = {
    "river": Clinic(key="river", name="Riverside PT", phone="(555) 010-0199", zone="America/Chicago"),
    "hill": Clinic(key="hill", name="Hilltop Physio", phone="(555) 010-0144", zone="UTC"),
}

USERS = {
    "therapist": UserView(key="u1", name="Jane Okafor", credential="PT", role="therapist"),
    "colleague": UserView(key="u2", name="Ola Lindqvist", credential="DPT", role="therapist"),
    "assistant": UserView(key="u3", name="Sam Reyes", credential="PTA", role="assistant"),
    "desk": UserView(key="u4", name="R. Alvarez", role="desk"),
    "auditor": UserView(key="u5", name="A. Auditor", role="auditor"),
    "stranger": UserView(key="u9", name="Hil Other", credential="PT", role="therapist"),
}

MAY = {
    "therapist": {"desk", "read", "chart", "sign", "export"},
    "assistant": {"desk", "read", "chart"},
    "desk": {"desk"},
    "auditor": {"audit"},
}


class Visitor(FlaskClient):
    """A browser without a screen: it carries the form token as a page would."""

    def send(self, url: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        """Post a form with its token."""
        token = self.get("/token").text
        return self.post(url, data={"csrf_token": token, **(data or {})}, **more)


def make_app(url: str, *, clock: Any = None) -> Flask:
    """The host on a database of its own, migrated, with two clinics and four patients."""
    app = Flask("host")
    app.test_client_class = Visitor
    app.config.update(
        SECRET_KEY="only for tests, never for people",
        SQLALCHEMY_DATABASE_URI=url,
        TESTING=True,
        CLINIC_GAIT_CLOCK=clock or (lambda: NOW),
    )
    db = SQLAlchemy()

    class Patient(db.Model):  # type: ignore[name-defined, misc]  # Flask-SQLAlchemy makes the base at run time
        __tablename__ = "patient"
        id: Mapped[int] = mapped_column(primary_key=True)
        clinic: Mapped[str]
        name: Mapped[str]
        born: Mapped[date | None]
        sex: Mapped[str | None]
        mrn: Mapped[str]

    db.init_app(app)
    host = _host(db, Patient)
    ClinicGait(app, host=host, db=db)
    app.jinja_env.bytecode_cache = COMPILED
    _sign_in_pages(app)
    app.extensions["test_db"], app.extensions["test_patient"] = db, Patient
    with app.app_context():
        db.create_all()
        migrate.upgrade(db.engine)
        db.session.add_all(Patient(**row) for row in PEOPLE)
        db.session.commit()
    return app


PEOPLE: list[dict[str, Any]] = [
    {"id": 1, "clinic": "river", "name": "Maria Delgado", "born": date(1968, 4, 12), "sex": "F", "mrn": "10442"},
    {"id": 2, "clinic": "river", "name": "Łukasz Świątek", "born": date(1991, 1, 30), "sex": "M", "mrn": "10443"},
    {"id": 3, "clinic": "river", "name": "Mario Delgado", "born": date(1991, 1, 30), "sex": "M", "mrn": "10444"},
    {"id": 4, "clinic": "hill", "name": "Thomas Baker", "born": date(1954, 9, 3), "sex": "M", "mrn": "20001"},
]


def _host(db: SQLAlchemy, patient: Any) -> SQLAlchemyHost:
    def clinic_key() -> str:
        return "hill" if session.get("user") == "stranger" else "river"

    def mine() -> sa.Select[Any]:
        return sa.select(patient).where(patient.clinic == clinic_key())

    def day(when: date) -> list[Appointment]:
        rows = db.session.scalars(mine().order_by(patient.id))
        views = host.get_many(str(row.id) for row in rows)
        return [
            Appointment(patient=view, at=time(9 + place), clinician_key="u1", clinician_name="Jane Okafor", room="2")
            for place, view in enumerate(views.values())
        ]

    host = SQLAlchemyHost(
        session=lambda: db.session(),
        patient_model=patient,
        id=patient.id,
        name=patient.name,
        family=lambda one: one.name.rpartition(" ")[2],
        birth_date=patient.born,
        sex=patient.sex,
        number=patient.mrn,
        patients=mine,
        search_columns=(patient.name, patient.mrn),
        user=lambda: USERS.get(session.get("user", "")),
        clinic=lambda: CLINICS[clinic_key()],
        can=_may,
        day=day,
        sign_in=lambda target: f"/sign-in?next={target}",
    )
    return host


def _may(user: UserView, permission: str, patient: PatientView | None) -> bool:
    return permission in MAY.get(user.role, set())


def _sign_in_pages(app: Flask) -> None:
    @app.get("/as/<who>")
    def become(who: str) -> str:
        session.clear()
        session["user"] = who
        return who

    @app.get("/token")
    def token() -> str:
        return generate_csrf()

    @app.get("/sign-in")
    def sign_in() -> str:
        return "Sign in"
