"""Finding and listing patients and their appointments."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from clinic_gait.practice import days, names
from clinic_gait.practice.models import Appointment, Patient, PracticeClinic, User

#: Patients on one page of the list.
PAGE = 50
#: Words of a search that are looked at.
_WORDS = 6


def patient(session: Session, clinic_key: str, key: UUID) -> Patient | None:
    """The clinic's patient with this key."""
    return session.get(Patient, (clinic_key, key))


def some(session: Session, clinic_key: str | None, keys: Collection[str]) -> Sequence[Patient]:
    """The patients with these keys, in one query; of all clinics when none is named."""
    known = [UUID(key) for key in keys if _is_key(key)]
    query = sa.select(Patient) if clinic_key is None else _of(clinic_key)
    return session.scalars(query.where(Patient.key.in_(known))).all()


def page(session: Session, clinic_key: str, number: int) -> tuple[Sequence[Patient], bool]:
    """One page of the list by family name, and whether there is another."""
    query = _of(clinic_key).where(Patient.active).order_by(Patient.search_key, Patient.key)
    rows = session.scalars(query.offset((number - 1) * PAGE).limit(PAGE + 1)).all()
    return rows[:PAGE], len(rows) > PAGE


def search(session: Session, clinic: PracticeClinic, text: str, limit: int) -> Sequence[Patient]:
    """Patients by birth date, by number, or by parts of the name in any order; accents do not matter."""
    try:
        typed = names.clean(text[:200])
    except names.Unprintable:
        return ()
    day = days.read_day(typed, order=clinic.date_order)
    words = names.fold(typed).split()[:_WORDS]
    if day is not None:
        found: sa.ColumnElement[bool] = Patient.birth_date == day
    elif words:
        found = sa.or_(_by_name(words), sa.func.lower(Patient.number) == typed.lower())
    else:
        return ()
    query = _of(clinic.key).where(Patient.active, found)
    return session.scalars(query.order_by(Patient.search_key, Patient.key).limit(limit)).all()


def alike(
    session: Session, clinic_key: str, *, search_key: str, birth_date: date | None, but: UUID | None = None
) -> Patient | None:
    """A patient ``but`` this one with the same name and birth date, who may be the same person."""
    query = _of(clinic_key).where(Patient.active, Patient.search_key == search_key, Patient.birth_date == birth_date)
    if but is not None:
        query = query.where(Patient.key != but)
    found: Patient | None = session.scalar(query.limit(1))
    return found


def with_number(session: Session, clinic_key: str, number: str) -> Patient | None:
    """The patient who has this number."""
    found: Patient | None = session.scalar(_of(clinic_key).where(Patient.number == number))
    return found


def day_list(session: Session, clinic_key: str, day: date) -> Sequence[Appointment]:
    """The appointments of a day in order of time; those without a time come last."""
    query = (
        sa.select(Appointment)
        .options(joinedload(Appointment.patient), joinedload(Appointment.clinician))
        .where(Appointment.clinic_key == clinic_key, Appointment.day == day)
        .order_by(Appointment.at.is_(None), Appointment.at, Appointment.key)
    )
    return session.scalars(query).all()


def booked_on(session: Session, clinic_key: str, patient_key: UUID, day: date) -> Sequence[Appointment]:
    """The patient's appointments of a day."""
    query = sa.select(Appointment).options(joinedload(Appointment.clinician))
    mine = (Appointment.clinic_key == clinic_key, Appointment.patient_key == patient_key, Appointment.day == day)
    return session.scalars(query.where(*mine).order_by(Appointment.at)).all()


def booked_with(session: Session, clinic_key: str, *, patient_key: UUID, clinician_key: UUID) -> bool:
    """Whether the patient has or had an appointment with this clinician."""
    theirs = (Appointment.patient_key == patient_key, Appointment.clinician_key == clinician_key)
    query = sa.select(Appointment.key).where(Appointment.clinic_key == clinic_key, *theirs).limit(1)
    return session.scalar(query) is not None


def clinicians(session: Session, clinic_key: str) -> Sequence[User]:
    """Who can be given an appointment."""
    roles = User.role.in_(("therapist", "assistant"))
    return session.scalars(
        sa.select(User).where(User.clinic_key == clinic_key, User.active, roles).order_by(User.name)
    ).all()


def _of(clinic_key: str) -> sa.Select[Any]:
    return sa.select(Patient).where(Patient.clinic_key == clinic_key)


def _by_name(words: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.and_(*(Patient.search_key.contains(word, autoescape=True) for word in words))


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
