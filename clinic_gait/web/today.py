"""Today: who comes, what waits to be finished, and any other patient by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.records import day
from clinic_gait.records.ports import Appointment, PatientView
from clinic_gait.records.queries import unsigned
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import Visit
from clinic_gait.web.context import Permission, allowed, audit, gait, needs
from clinic_gait.web.forms import LONGEST_SEARCH, cleaned

MOST_FOUND = 25
SHORTEST_SEARCH = 2
MOST_UNFINISHED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One line of the day list: the appointment, what we know of the patient, and how far today's visit is."""

    at: time | None
    clinician: str
    room: str
    patient: PatientView
    alike: bool
    known: day.Known | None
    today: Visit | None
    state: str
    words: str


@needs(Permission.DESK)
def start() -> ResponseReturnValue:
    """Where a user begins: therapists with their day, the front desk with its queue."""
    return redirect(url_for(".today" if allowed(Permission.READ) else ".desk"))


@needs(Permission.READ)
def today() -> ResponseReturnValue:
    """The day list with the state of every visit."""
    here = gait()
    rows = _rows(here.host.day_list(here.today()), here.today())
    of_today = {row.today.id for row in rows if row.today}
    waiting = [one for one in unsigned(here.session, here.clinic.key, here.staff.key) if one.visit.id not in of_today]
    return render_template(
        "clinic_gait/today/today.html",
        day=here.today(),
        rows=rows,
        done=sum(row.state == "signed" for row in rows),
        next_row=next((row for row in rows if row.state == "waiting"), None),
        waiting=waiting[:MOST_UNFINISHED],
        more=max(len(waiting) - MOST_UNFINISHED, 0),
    )


@needs(Permission.READ)
def find() -> ResponseReturnValue:
    """Patients by part of a name, birth date or number; the only one there is opens at once."""
    text = cleaned(request.form.get("q"))[:LONGEST_SEARCH]
    found = gait().host.search(text, MOST_FOUND) if len(text) >= SHORTEST_SEARCH else ()
    seen = [patient for patient in found if allowed(Permission.READ, patient)]
    audit("find patients", detail=f"{len(seen)} found")
    if len(seen) == 1:
        return _opened(seen[0])
    short = len(text) < SHORTEST_SEARCH
    return render_template("clinic_gait/today/found.html", text=text, found=seen, short=short, most=MOST_FOUND)


@needs(Permission.READ)
def open_patient() -> ResponseReturnValue:
    """From a patient of the host to the chart; our own record of the patient is made on first sight."""
    patient = gait().host.get_patient(cleaned(request.form.get("key")))
    if patient is None or not allowed(Permission.READ, patient):
        raise NotFound
    return _opened(patient)


def _opened(patient: PatientView) -> ResponseReturnValue:
    here = gait()
    here.subject = subject_for(here.session, here.clinic.key, patient)
    return redirect(url_for(".chart", subject_id=here.subject.id), 303)


def _rows(appointments: Sequence[Appointment], on: date) -> list[DayRow]:
    here = gait()
    listed = [one for one in appointments if allowed(Permission.READ, one.patient)]
    known = day.known(here.session, here.clinic.key, [one.patient.key for one in listed])
    patients = [one.patient for one in listed]
    return [_row(one, known.get(one.patient.key), patients, on) for one in listed]


def _row(one: Appointment, known: day.Known | None, patients: list[PatientView], on: date) -> DayRow:
    newest = known.newest if known else None
    visit = newest if newest and newest.day == on else None
    state, words = _state(known, visit)
    return DayRow(
        at=one.at,
        clinician=one.clinician_name,
        room=one.room,
        patient=one.patient,
        alike=any(other.key != one.patient.key and alike(one.patient, other) for other in patients),
        known=known,
        today=visit,
        state=state,
        words=words,
    )


def _state(known: day.Known | None, visit: Visit | None) -> tuple[str, str]:
    if visit is not None and visit.signed_at is not None:
        return "signed", f"Signed {gait().local(visit.signed_at):%H:%M}"
    if known is not None and known.held:
        return "held", "On hold"
    if visit is None:
        return "waiting", "Not started"
    return ("submitted", "Waiting for a signature") if visit.state == "submitted" else ("draft", "Draft")


def alike(one: PatientView, other: PatientView) -> bool:
    """Easily taken for each other: the same birth date, or the same family name and first letters."""
    if one.birth_date and one.birth_date == other.birth_date:
        return True
    family, others = (one.family or "").casefold(), (other.family or "").casefold()
    return bool(family) and family == others and one.name.casefold()[:3] == other.name.casefold()[:3]
