"""One case: its patient, its visits in order of time, and what a test expects of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from clinic_gait.care.visit import Person
from clinic_gait.exchange.case_changes import read_changes
from clinic_gait.exchange.case_days import read_day
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_model import Case, CasePatient, CaseVisit
from clinic_gait.exchange.case_shape import visit_name
from clinic_gait.exchange.case_visit import read_visit

#: Keys of a case; every other key belongs to its one visit.
_OF_CASE = ("id", "title", "patient", "change", "visits", "expect")
_OLDEST = 120


def read_case(raw: Mapping[str, Any], today: date, place: Place) -> Case:
    """The case, with a fault noted for everything in it that cannot be."""
    blocks = _blocks(raw, place)
    several = "visits" in raw
    visits: list[CaseVisit] = []
    for index, block in enumerate(blocks):
        at = place.at(visit_name(block, index)) if several else place
        day = read_day(block.get("date", "today"), today, at.at("date")) or today
        _in_order(day, visits, today, at)
        visits.append(read_visit(block, day, visits[-1] if visits else None, today, at))
    patient = _patient(raw, visits, place)
    changes = read_changes(raw.get("change") or (), place.at("change"))
    return Case(
        id=raw["id"],
        title=raw.get("title", ""),
        patient=patient,
        visits=tuple(visits),
        refused=tuple(fault.refusal for fault in place.faults if fault.refusal),
        changes=changes,
        expect=raw.get("expect") or {},
    )


def _blocks(raw: Mapping[str, Any], place: Place) -> list[dict[str, Any]]:
    """The visits as blocks; a plan beside a list of visits belongs to the last of them."""
    own = {key: value for key, value in raw.items() if key not in _OF_CASE}
    if "visits" not in raw:
        return [own]
    for key in own.keys() - {"plan"}:
        place.at(key).fault("belongs to one visit; this case has a list of visits, so write it into the visit")
    blocks = [dict(block) for block in raw["visits"]]
    if blocks and own.get("plan") and blocks[-1].get("plan"):
        place.fault("there is a plan beside the visits and one in the last visit; keep one")
    if blocks and own.get("plan"):
        blocks[-1]["plan"] = own["plan"]
    return blocks


def _in_order(day: date, before: list[CaseVisit], today: date, place: Place) -> None:
    if day > today:
        place.at("date").fault(f"{day} is in the future; a visit is today or earlier")
    if before and day < before[-1].day:
        place.at("date").fault(f"{day} comes after {before[-1].day} in the file; visits stand oldest first")


def _patient(raw: Mapping[str, Any], visits: list[CaseVisit], place: Place) -> CasePatient:
    own = raw["patient"]
    birth = _birth(own.get("birth_date"), visits, place.at("patient", "birth_date"))
    _same_age(own.get("age"), birth, visits, place.at("patient", "age"))
    return CasePatient(
        case=raw["id"],
        title=raw.get("title", ""),
        name=own.get("name") or f"Sample Patient {raw['id']}",
        birth_date=birth,
        age=own.get("age") if birth is None else None,
        sex=own.get("sex"),
    )


def _birth(text: str | None, visits: list[CaseVisit], place: Place) -> date | None:
    birth = read_day(text, date.min, place) if text else None
    days = [visit.day for visit in visits]
    if birth is None or not days:
        return birth
    if birth > min(days):
        place.fault(f"{birth} is after the visit of {min(days)}")
    if max(days).year - birth.year > _OLDEST:
        place.fault(f"{birth} makes the patient older than {_OLDEST} years")
    return birth


def _same_age(age: int | None, birth: date | None, visits: list[CaseVisit], place: Place) -> None:
    if age is None or birth is None or not visits:
        return
    born = Person(name="", birth_date=birth).age_on(visits[-1].day)
    if born != age:
        place.fault(f"{age} is not the age by birth date at the last visit, {born}; keep one of the two")
