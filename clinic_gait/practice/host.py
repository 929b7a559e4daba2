"""The practice's answers to what the plugin asks: its people, its patients, its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from flask import url_for

from clinic_gait.care.visit import Clinic, Person
from clinic_gait.practice import auth, names, patients, roles
from clinic_gait.practice.database import db
from clinic_gait.practice.models import Appointment as Booked
from clinic_gait.practice.models import Patient, PracticeClinic
from clinic_gait.records.ports import Appointment, PatientView, UserView

#: How other systems spell a sex, and how it is kept here.
SEXES = {"f": "female", "female": "female", "m": "male", "male": "male", "x": "other", "other": "other"}


class PracticeHost:
    """Implements :class:`clinic_gait.records.ports.Host`."""

    def current_user(self) -> UserView | None:
        """Who is signed in."""
        user = auth.signed_in()
        return user.view if user else None

    def current_clinic(self) -> Clinic | None:
        """The clinic of who is signed in."""
        user = auth.signed_in()
        return user.clinic.view if user else None

    def can(self, user: UserView, permission: str, patient: PatientView | None) -> bool:
        """What the role holds; besides, a therapist may export a patient who comes or came to them."""
        if roles.may(user.role, permission):
            return True
        return permission == "export" and user.role == "therapist" and patient is not None and _treats(user, patient)

    def get_patient(self, key: str) -> PatientView | None:
        """The clinic's patient with this key."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> Mapping[str, PatientView]:
        """Patients by key, in one query."""
        # The command line has nobody signed in, and looks after all clinics.
        user = auth.signed_in()
        clinic_key = user.clinic.key if user else None
        found = patients.some(db.session(), clinic_key, list(keys))
        return {str(one.key): one.view for one in found}

    def search(self, text: str, limit: int) -> Sequence[PatientView]:
        """Patients by part of the name, birth date or number."""
        return [one.view for one in patients.search(db.session(), _clinic(), text, limit)]

    def day_list(self, day: date) -> Sequence[Appointment]:
        """Who comes that day."""
        return [_view(one) for one in patients.day_list(db.session(), _clinic().key, day)]

    def patient_url(self, key: str) -> str | None:
        """The practice's page of this patient."""
        return url_for("practice.patient", key=key)

    def sign_in_url(self, target: str) -> str | None:
        """The sign-in page."""
        return auth.sign_in_url(target)

    def clinics(self) -> Sequence[Clinic]:
        """All clinics, for the command line."""
        return [one.view for one in db.session.scalars(sa.select(PracticeClinic).order_by(PracticeClinic.key))]

    def register(self, clinic: Clinic, person: Person, note: str) -> PatientView:
        """The clinic's patient with this name and birth date, made when there is none; the caller commits."""
        given, family = names.split(person.name)
        search_key = names.search_key(given=given, family=family)
        found = patients.alike(db.session(), clinic.key, search_key=search_key, birth_date=person.birth_date)
        if found is None:
            found = _patient(clinic.key, person, given, family)
            db.session.add(found)
            db.session.flush()
        return found.view


def _patient(clinic_key: str, person: Person, given: str, family: str) -> Patient:
    made = Patient(
        clinic_key=clinic_key,
        birth_date=person.birth_date,
        age=None if person.birth_date else person.age,
        sex=SEXES.get((person.sex or "").casefold()),
        number=person.number,
    )
    made.rename(given=given, family=family)
    return made


def _clinic() -> PracticeClinic:
    user = auth.signed_in()
    if user is None:
        raise LookupError("nobody is signed in, so there is no clinic to look in")
    return user.clinic


def _treats(user: UserView, patient: PatientView) -> bool:
    here = db.session()
    return patients.booked_with(here, _clinic().key, patient_key=UUID(patient.key), clinician_key=UUID(user.key))


def _view(booked: Booked) -> Appointment:
    return Appointment(
        patient=booked.patient.view,
        at=booked.at,
        clinician_key=str(booked.clinician_key) if booked.clinician_key else None,
        clinician_name=booked.clinician.name if booked.clinician else "",
        room=booked.room,
    )
