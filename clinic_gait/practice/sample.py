"""The made-up clinic of the demonstration: users, patients with their history, and a full day."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import yaml
from flask import Flask, g

from clinic_gait.exchange.cases import Case, CaseError, CasePatient, Stored, load_cases, store
from clinic_gait.practice import names, passwords, staff
from clinic_gait.practice.database import db
from clinic_gait.practice.days import read_time
from clinic_gait.practice.host import SEXES, PracticeHost
from clinic_gait.practice.models import Appointment, Patient, PracticeClinic, User
from clinic_gait.practice.sample_users import DEMO_USERS, PASSWORD
from clinic_gait.practice.settings import now
from clinic_gait.records.plan import plan_of
from clinic_gait.records.ports import PatientView
from clinic_gait.records.print_job import log_print
from clinic_gait.records.subject import get_subject
from clinic_gait.records.visit import get_visit
from clinic_gait.web.context import Gait, app_state
from clinic_gait.web.documents import issue_for

CASES = Path(__file__).resolve().parent / "cases"
#: Appointments of the day before this hour are over: seen, signed, their sheets wait at the desk.
OVER = time(10, 0)
#: From this hour on nobody has come yet.
AFTERNOON = time(13, 0)
#: The clinic's numbers begin here.
FIRST_NUMBER = 10201
#: Family names of two words; in the rest the last word is it.
FAMILIES = ("Ortega Fuentes", "Gómez Herrera", "Ferreira Souza")
#: How the file of appointments calls the users.
_CALLED = {"therapist1": "therapist", "therapist2": "therapist2"}


def fill(app: Flask) -> None:
    """Fill an empty database, wholly or not at all."""
    clinic = PracticeClinic(key="riverside", name="Riverside Physical Therapy", phone="(555) 010-0199", zone=_zone())
    db.session.add(clinic)
    db.session.flush()
    users = _users(clinic)
    day = _today(clinic)
    booked = _appointments()
    for number, case in enumerate(_cases(day), FIRST_NUMBER):
        wish = booked.get(case.id, {})
        case = _still_to_come(case, day) if _at(wish) >= AFTERNOON else case
        user = users[_CALLED.get(wish.get("clinician", ""), "therapist")]
        stored, patient = _store(case, clinic, user, number, seen=_at(wish) < OVER)
        _wishes(clinic, stored, wish)
        if wish:
            _book(clinic, patient, user, day, wish)
        _issue(app, stored, clinic, user, users["desk"], day)
    db.session.commit()


def move_to_today() -> None:
    """The day list of an earlier run becomes today's."""
    for clinic in db.session.scalars(sa.select(PracticeClinic)):
        mine = Appointment.clinic_key == clinic.key
        last = db.session.scalar(sa.select(sa.func.max(Appointment.day)).where(mine))
        if last is not None and last != _today(clinic):
            moved = sa.update(Appointment).where(mine, Appointment.day == last)
            db.session.execute(moved.values(day=_today(clinic)))
    db.session.commit()


def _users(clinic: PracticeClinic) -> dict[str, User]:
    # One hash for all: they share the password, and hashing is slow on purpose.
    hashed = passwords.hashed(PASSWORD)
    newcomers = [
        staff.Newcomer(username=one.username, name=one.name, role=one.role, credential=one.credential)
        for one in DEMO_USERS
    ]
    return {who.username: staff.put_user(db.session(), clinic, who, hashed) for who in newcomers}


def _cases(day: date) -> Iterator[Case]:
    for file in sorted(CASES.glob("*.yaml")):
        if file.stem != "appointments":
            yield from load_cases(file.read_text(encoding="utf-8"), today=day)


def _appointments() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((CASES / "appointments.yaml").read_text(encoding="utf-8"))
    booked: Mapping[str, Any] = found["appointments"]
    return booked


def _at(wish: Mapping[str, Any]) -> time:
    return read_time(wish.get("time", "")) or time.max


def _still_to_come(case: Case, day: date) -> Case:
    """The case without today's visit, so that there is one to start; a first visit stays."""
    if len(case.visits) > 1 and case.visits[-1].day == day:
        return dataclasses.replace(case, visits=case.visits[:-1])
    return case


def _store(case: Case, clinic: PracticeClinic, user: User, number: int, *, seen: bool) -> tuple[Stored, PatientView]:
    """Store a case with its patient; a visit of today stays a draft unless the patient was ``seen`` already."""
    made: list[PatientView] = []

    def patient_for(patient: CasePatient) -> PatientView:
        made.append(_patient(patient, clinic.key, number, case.visits[-1].day))
        return made[-1]

    past = case.visits[-1].day < _today(clinic)
    for sign_last in (True, False) if past or seen else (False,):
        try:
            stored = store(
                db.session(),
                case,
                clinic=clinic.view,
                patient_for=patient_for,
                by=user.view.staff,
                now=now(),
                sign_last=sign_last,
            )
        except CaseError:
            # What cannot be signed, a held plan for one, is shown as the draft it would stay.
            if not sign_last:
                raise
            continue
        return stored, made[-1]
    raise AssertionError("the last round stores or raises")


def _patient(patient: CasePatient, clinic_key: str, number: int, day: date) -> PatientView:
    given, family = names.split(patient.name)
    for longer in FAMILIES:
        if patient.name.endswith(f" {longer}"):
            given, family = patient.name.removesuffix(longer).strip(), longer
    made = Patient(
        clinic_key=clinic_key,
        birth_date=patient.birth_date or _birth_date(patient.age, number, day),
        sex=SEXES.get((patient.sex or "").casefold()),
        number=str(number),
    )
    made.rename(given=given, family=family)
    db.session.add(made)
    db.session.flush()
    return made.view


def _birth_date(age: int | None, number: int, day: date) -> date | None:
    """A birthday for somebody of whom only the age is told, different ones for different people."""
    if age is None:
        return None
    birthday = day - timedelta(days=number * 37 % 360 + 3)
    return birthday.replace(year=birthday.year - age, day=min(birthday.day, 28))


def _wishes(clinic: PracticeClinic, stored: Stored, wish: Mapping[str, Any]) -> None:
    subject = get_subject(db.session(), clinic.key, stored.subject_id)
    if subject is not None:
        subject.language = wish.get("language", "en")
        subject.print_size = wish.get("print_size", "normal")


def _book(clinic: PracticeClinic, patient: PatientView, user: User, day: date, wish: Mapping[str, Any]) -> None:
    db.session.add(
        Appointment(
            clinic_key=clinic.key,
            day=day,
            at=read_time(wish.get("time", "")),
            patient_key=UUID(patient.key),
            clinician_key=user.key,
            room=str(wish.get("room", "")),
        )
    )


def _issue(app: Flask, stored: Stored, clinic: PracticeClinic, user: User, desk: User, day: date) -> None:
    """Give out the papers of every signed visit as they were at the time; those of earlier days were printed too."""
    for visit_id in stored.visit_ids:
        visit = get_visit(db.session(), clinic.key, visit_id)
        if visit is None or visit.signed_at is None:
            continue
        with app.test_request_context():
            g.clinic_gait = _as_then(user, clinic, visit.signed_at)
            papers = issue_for(visit, plan_of(db.session(), visit))
        for paper in papers if visit.day < day else ():
            at = paper.issued_at + timedelta(minutes=10)
            log_print(db.session(), paper, copies=1, by=desk.view.staff, at=at)


def _as_then(user: User, clinic: PracticeClinic, moment: datetime) -> Gait:
    """The plugin as it was for this user at that moment."""
    state = app_state()
    then = dataclasses.replace(state.settings, clock=lambda: moment)
    return Gait(dataclasses.replace(state, settings=then), PracticeHost(), user.view, clinic.view)


def _today(clinic: PracticeClinic) -> date:
    return now().astimezone(ZoneInfo(clinic.zone)).date()


def _zone() -> str:
    """The zone of this computer, so that the demonstration's today is the visitor's."""
    named = os.environ.get("TZ") or os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    if re.fullmatch(r"[A-Za-z_]+/[A-Za-z_/-]+", named) and staff.zone_exists(named):
        return named
    return "UTC" if datetime.now(timezone.utc).astimezone().utcoffset() == timedelta(0) else "America/Chicago"
