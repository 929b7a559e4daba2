"""The pages of the patients: list, find, add, change, and a place in today's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.practice import auth, days, journal, names, patients
from clinic_gait.practice.auth import needs
from clinic_gait.practice.database import db
from clinic_gait.practice.forms import AppointmentForm, PatientForm, refuse
from clinic_gait.practice.models import Appointment, Patient, PracticeClinic, User
from clinic_gait.practice.settings import now
from clinic_gait.records.base import new_id

#: Patients shown for a search; more than these are not read but searched more exactly.
MOST_FOUND = 50


@needs("desk")
def patients_list() -> ResponseReturnValue:
    """The patients by family name, a page at a time."""
    text = request.args.get("page", "1")
    number = int(text) if text.isdecimal() and 1 <= len(text) <= 6 else 1
    shown, more = patients.page(db.session(), _clinic().key, max(number, 1))
    return _list(shown, number=max(number, 1), more=more)


@needs("desk")
def find() -> ResponseReturnValue:
    """The patients who are looked for; asked by POST, so that no name stands in an address."""
    typed = request.form.get("q", "")
    if not typed.strip():
        return redirect(url_for("practice.patients"), 303)
    found = patients.search(db.session(), _clinic(), typed, MOST_FOUND + 1)
    return _list(found[:MOST_FOUND], typed=typed[:200], more=len(found) > MOST_FOUND)


@needs("desk")
def add() -> ResponseReturnValue:
    """The form of a new patient."""
    if request.method == "GET":
        return _form(PatientForm(form_key=str(new_id())))
    form = PatientForm(request.form)
    if not _sound(form, None):
        return _form(form, status=422)
    key = form.form_key.key
    if patients.patient(db.session(), _clinic().key, key) is None:
        made = Patient(clinic_key=_clinic().key, key=key)
        _fill(made, form)
        db.session.add(made)
        journal.note("add patient", record=key)
        db.session.commit()
    return redirect(url_for("practice.patient", key=key, done="added"), 303)


@needs("desk")
def patient(key: UUID) -> ResponseReturnValue:
    """The form of a patient who is there."""
    found = _patient_or_404(key)
    if request.method == "GET":
        journal.note("view patient", record=key)
        db.session.commit()
        return _form(_as_typed(found), found)
    form = PatientForm(request.form)
    if not _sound(form, found):
        return _form(form, found, status=422)
    if form.version.data != str(found.version):
        return _form(form, found, status=409)
    _fill(found, form)
    journal.note("change patient", record=key)
    db.session.commit()
    return redirect(url_for("practice.patient", key=key, done="saved"), 303)


@needs("desk")
def book(key: UUID) -> ResponseReturnValue:
    """The form that puts a patient into today's list."""
    found = _patient_or_404(key)
    form = AppointmentForm(request.form) if request.method == "POST" else AppointmentForm(form_key=str(new_id()))
    staff = patients.clinicians(db.session(), _clinic().key)
    form.clinician.choices = [("", "Nobody yet"), *((str(one.key), one.name) for one in staff)]
    if request.method == "GET":
        return render_template("practice/book.html", form=form, patient=found)
    if not _bookable(form, found):
        return render_template("practice/book.html", form=form, patient=found), 422
    if db.session.get(Appointment, (_clinic().key, form.form_key.key)) is None:
        db.session.add(_appointment(form, found))
        journal.note("add appointment", record=form.form_key.key)
        db.session.commit()
    return redirect(url_for("practice.patient", key=key, done="booked"), 303)


@needs("desk")
def cancel(key: UUID) -> ResponseReturnValue:
    """Take an appointment out of the day."""
    booked = db.session.get(Appointment, (_clinic().key, key))
    if booked is None:
        raise NotFound
    patient_key = booked.patient_key
    db.session.delete(booked)
    journal.note("cancel appointment", record=key)
    db.session.commit()
    return redirect(url_for("practice.patient", key=patient_key, done="cancelled"), 303)


def _user() -> User:
    user = auth.signed_in()
    if user is None:
        raise LookupError("needs() lets nobody in who is not signed in")
    return user


def _clinic() -> PracticeClinic:
    return _user().clinic


def _today() -> date:
    return now().astimezone(ZoneInfo(_clinic().zone)).date()


def _patient_or_404(key: UUID) -> Patient:
    found = patients.patient(db.session(), _clinic().key, key)
    if found is None:
        raise NotFound
    return found


def _list(shown: Sequence[Patient], *, more: bool, number: int = 1, typed: str = "") -> ResponseReturnValue:
    page = render_template(
        "practice/patients.html", patients=shown, typed=typed, number=number, more=more, most=MOST_FOUND
    )
    # Last, because the log's row lock is held until the commit.
    journal.note("find patients" if typed else "list patients")
    db.session.commit()
    return page


def _form(form: PatientForm, found: Patient | None = None, *, status: int = 200) -> ResponseReturnValue:
    """The page of a patient; under 409 it shows what is stored beside what was typed."""
    booked = patients.booked_on(db.session(), _clinic().key, found.key, _today()) if found else ()
    page = render_template(
        "practice/patient.html",
        form=form,
        patient=found,
        booked=booked,
        stale=status == 409,
        done=request.args.get("done", ""),
    )
    return page, status


def _as_typed(found: Patient) -> PatientForm:
    return PatientForm(
        form_key=str(found.key),
        version=str(found.version),
        family=found.family,
        given=found.given,
        birth_date=days.shown(found.birth_date) if found.birth_date else "",
        sex=found.sex or "",
        number=found.number or "",
        inactive=not found.active,
    )


def _sound(form: PatientForm, found: Patient | None) -> bool:
    """Whether the form can be stored; what is wrong stands beside its boxes."""
    form.validate()
    form.birth_date.read(order=_clinic().date_order, today=_today())
    if form.form_key.errors:
        return False
    key = found.key if found else form.form_key.key
    _check_number(form, key)
    _check_name(form, key)
    return not form.errors


def _check_number(form: PatientForm, key: UUID) -> None:
    number = form.number.data
    holder = patients.with_number(db.session(), _clinic().key, number) if number and not form.number.errors else None
    if holder is not None and holder.key != key:
        refuse(form.number, f"The number {holder.number} belongs to {_named(holder)}. Check it.")


def _check_name(form: PatientForm, key: UUID) -> None:
    search_key = names.search_key(given=form.given.data or "", family=form.family.data or "")
    day = form.birth_date.day
    twin = patients.alike(db.session(), _clinic().key, search_key=search_key, birth_date=day, but=key) if day else None
    if twin is not None and not form.same_name.data:
        number = f" with the number {twin.number}" if twin.number else ""
        refuse(form.same_name, f"{_named(twin)} is a patient already{number}. Tick if this is somebody else.")


def _named(found: Patient) -> str:
    return f"{found.name}, born {days.shown(found.birth_date)}" if found.birth_date else found.name


def _fill(into: Patient, form: PatientForm) -> None:
    into.rename(given=form.given.data or "", family=form.family.data or "")
    into.birth_date = form.birth_date.day
    into.sex = form.sex.data or None
    into.number = form.number.data or None
    into.active = not form.inactive.data


def _bookable(form: AppointmentForm, found: Patient) -> bool:
    if not form.validate():
        return False
    for one in patients.booked_on(db.session(), _clinic().key, found.key, _today()):
        if one.at == form.at.time and one.key != form.form_key.key:
            when = f"at {one.at:%H:%M}" if one.at else "without a time"
            refuse(form.at, f"{found.name} stands in today's list {when} already.")
    return not form.errors


def _appointment(form: AppointmentForm, found: Patient) -> Appointment:
    return Appointment(
        clinic_key=found.clinic_key,
        key=form.form_key.key,
        day=_today(),
        at=form.at.time,
        patient_key=found.key,
        clinician_key=UUID(form.clinician.data) if form.clinician.data else None,
        room=form.room.data or "",
    )
