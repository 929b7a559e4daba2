"""The print desk as a page: identity, state and language of papers, and nothing else about anybody."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import combinations

from flask import render_template

from clinic_gait.records import day
from clinic_gait.records.plan import plan_numbers
from clinic_gait.records.ports import Appointment, PatientView
from clinic_gait.records.queries import DeskRow, documents_for_desk
from clinic_gait.web.context import Permission, allowed, gait, patient_of
from clinic_gait.web.today import alike

KINDS = {"home_sheet": "Home sheet", "patient_report": "Visit report"}
LANGUAGES = {"en": "English", "es": "Spanish"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper as the desk sees it."""

    row: DeskRow
    version: int | None

    @property
    def name(self) -> str:
        """What kind of paper it is, with the version of its plan."""
        kind = KINDS.get(self.row.document.kind, "Paper")
        return kind if self.version is None else f"{kind} v{self.version}"

    @property
    def look(self) -> str:
        """Language, size and paper in words."""
        one = self.row.document
        large = ", large print" if one.size == "large" else ""
        return f"{LANGUAGES.get(one.language, one.language)}{large}{', A4' if one.paper == 'a4' else ''}"

    @property
    def printable(self) -> bool:
        """Whether it may leave the printer."""
        return self.row.state in ("new", "printed")

    @property
    def issuer(self) -> str:
        """Whom to ask."""
        return self.row.document.issued_by_name

    @property
    def at(self) -> str:
        """When it was last printed, or when it was issued, on the clinic's clock; a day other than today is named."""
        moment = gait().local(self.row.printed_at or self.row.document.issued_at)
        today = moment.date() == gait().today()
        return f"{moment:%H:%M}" if today else f"{moment.day} {moment:%b %H:%M}"

    @property
    def by(self) -> str:
        """Who printed it, in initials."""
        return "".join(part[0] for part in self.row.printed_by.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One patient at the desk with their papers; without papers, somebody who comes today."""

    patient: PatientView
    at: time | None
    therapist: str
    papers: list[Paper]
    held: bool = False
    twins: int = 0

    @property
    def order(self) -> tuple[bool, bool, time, str]:
        """New papers first, then by the time of the appointment."""
        new = any(paper.row.state == "new" for paper in self.papers)
        return not new, not self.papers, self.at or time.max, self.patient.name.casefold()


def render(queue: Sequence[DeskRow]) -> str:
    """The page of today."""
    people = sorted(counted(persons(queue, gait().host.day_list(gait().today()))), key=lambda one: one.order)
    new = [paper for person in people for paper in person.papers if paper.row.state == "new"]
    return render_template(
        "clinic_gait/desk/desk.html",
        day=gait().today(),
        people=people,
        new=new,
        pages=sum(paper.row.document.pages for paper in new),
        taken_back=[
            (person, paper)
            for person in people
            for paper in person.papers
            if paper.row.state == "superseded" and paper.row.printed_at
        ],
        pairs=pairs_of([person.patient for person in people]),
        hide_strip=True,
    )


def render_found(text: str, found: Sequence[PatientView]) -> str:
    """The patients found, each with every paper issued to them."""
    here = gait()
    known = day.known(here.session, here.clinic.key, [patient.key for patient in found])
    people = []
    for patient in found:
        subject = known[patient.key].subject if patient.key in known else None
        rows = documents_for_desk(here.session, here.clinic.key, subject) if subject else []
        people.append(Person(patient=patient, at=None, therapist="", papers=papers(rows)))
    return render_template(
        "clinic_gait/desk/found.html",
        text=text,
        people=counted(people),
        pairs=pairs_of(found),
        hide_strip=True,
    )


def render_refused(rows: Sequence[DeskRow], asked: int) -> str:
    """Why nothing was printed."""
    here = gait()
    people = [(patient_of(row.subject), paper) for row in rows for paper in papers([row])]
    here.subject = None
    return render_template("clinic_gait/desk/refused.html", people=people, asked=asked, hide_strip=True)


def persons(queue: Sequence[DeskRow], appointments: Sequence[Appointment]) -> list[Person]:
    """Who has papers in the queue, and who comes today; nobody the user may not see."""
    visits = {one.patient.key: one for one in appointments}
    by_key: dict[str, list[Paper]] = {}
    for paper in papers(queue):
        by_key.setdefault(paper.row.subject.patient_key, []).append(paper)
    views = {**gait().host.get_many(by_key), **{key: one.patient for key, one in visits.items()}}
    known = day.known(gait().session, gait().clinic.key, views)
    views |= {row.subject.patient_key: patient_of(row.subject) for row in queue if row.subject.patient_key not in views}
    return [
        Person(
            patient=view,
            at=visits[key].at if key in visits else None,
            therapist=visits[key].clinician_name if key in visits else "",
            papers=by_key.get(key, []),
            held=key in known and known[key].held,
        )
        for key, view in views.items()
        if allowed(Permission.DESK, view)
    ]


def papers(rows: Iterable[DeskRow]) -> list[Paper]:
    """Rows of the queue with the version of their plan; the sheet before the report."""
    here = gait()
    ordered = sorted(rows, key=lambda one: (one.document.superseded, one.document.kind))
    numbers = plan_numbers(here.session, here.clinic.key, filter(None, (row.document.plan_id for row in ordered)))
    return [Paper(row=row, version=numbers.get(row.document.plan_id)) for row in ordered]


def counted(people: Sequence[Person]) -> list[Person]:
    """The same people, each with how many on the page they may be taken for."""
    return [
        dataclasses.replace(one, twins=sum(alike(one.patient, other.patient) for other in people if other is not one))
        for one in people
    ]


def pairs_of(patients: Sequence[PatientView]) -> list[tuple[PatientView, PatientView]]:
    """People of one page who may be taken for each other."""
    return [(one, other) for one, other in combinations(patients, 2) if alike(one, other)]
