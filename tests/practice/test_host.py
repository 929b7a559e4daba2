"""What the practice answers to the plugin's questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
import sqlalchemy as sa
from flask import Flask, g

from clinic_gait.care.visit import Person
from clinic_gait.practice.database import db
from clinic_gait.practice.host import PracticeHost
from clinic_gait.practice.models import Appointment, Patient, User
from clinic_gait.practice.names import split
from clinic_gait.records.ports import Host, Registrar, UserView
from tests.practice.conftest import PEOPLE

DAY = date(2026, 11, 12)


@pytest.fixture
def host(practice: Flask) -> Iterator[PracticeHost]:
    """The host, asked by the therapist of the first clinic."""
    with practice.test_request_context():
        g.practice_user = db.session.query(User).filter_by(username="therapist").one()
        yield PracticeHost()


def of(username: str) -> UserView:
    return db.session.query(User).filter_by(username=username).one().view


def book(family: str, at: time | None, clinician: str | None = None) -> None:
    patient = db.session.query(Patient).filter_by(family=family).one()
    key = db.session.scalar(sa.select(User.key).where(User.username == clinician)) if clinician else None
    made = Appointment(clinic_key="river", day=DAY, at=at, patient_key=patient.key, clinician_key=key, room="2")
    db.session.add(made)
    db.session.flush()


def test_the_practice_is_a_host_and_registers_patients(host: PracticeHost) -> None:
    seam: Host = host
    assert isinstance(seam, Registrar)


def test_nobody_signed_in_is_nobody_in_no_clinic(practice: Flask) -> None:
    with practice.test_request_context():
        assert PracticeHost().current_user() is None
        assert PracticeHost().current_clinic() is None
        with pytest.raises(LookupError):
            PracticeHost().search("delgado", 5)


def test_the_clinic_is_that_of_the_user(host: PracticeHost) -> None:
    clinic = host.current_clinic()
    assert clinic is not None
    assert (clinic.key, clinic.zone) == ("river", "America/Chicago")


def test_patients_are_found_and_given_by_their_keys(host: PracticeHost) -> None:
    (found,) = host.search("nunez", 5)
    assert (found.name, found.family, found.number) == ("Ana Núñez", "Núñez", "10443")
    assert host.get_patient(found.key) == found
    assert host.get_many([found.key, "", "nonsense", "1"]) == {found.key: found}


def test_patients_of_another_clinic_are_not_given(host: PracticeHost) -> None:
    (found,) = host.search("nunez", 5)
    g.practice_user = db.session.query(User).filter_by(username="stranger").one()
    assert host.get_patient(found.key) is None
    assert host.search("nunez", 5) == []


def test_the_command_line_sees_the_patients_of_all_clinics(practice: Flask) -> None:
    with practice.app_context():
        keys = [str(key) for key in db.session.scalars(sa.select(Patient.key))]
        assert len(PracticeHost().get_many(keys)) == len(PEOPLE)
        assert [one.key for one in PracticeHost().clinics()] == ["hill", "river"]


def test_the_day_is_in_order_of_time_with_walk_ins_last(host: PracticeHost) -> None:
    book("Wójcik", None)
    book("Delgado", time(13))
    book("Núñez", time(9, 30), "therapist")
    rows = host.day_list(DAY)
    assert [row.patient.family for row in rows] == ["Núñez", "Delgado", "Wójcik"]
    assert rows[0].clinician_name == "Therapist Person"
    assert rows[1].clinician_key is None
    assert host.day_list(date(2026, 11, 13)) == []


def test_a_therapist_exports_only_patients_who_came_to_them(host: PracticeHost) -> None:
    book("Núñez", time(9, 30), "therapist")
    (theirs,), (others,) = host.search("nunez", 5), host.search("delgado", 5)
    assert host.can(of("therapist"), "export", theirs)
    assert not host.can(of("therapist"), "export", others)
    assert not host.can(of("therapist"), "export", None)
    assert not host.can(of("assistant"), "export", theirs)
    assert host.can(of("administrator"), "export", None)


def test_a_role_that_does_not_exist_may_nothing(host: PracticeHost) -> None:
    nobody = UserView(key="x", name="X", role="owner")
    assert not any(host.can(nobody, one, None) for one in ("desk", "read", "chart", "sign", "settings", "audit", ""))


def test_a_person_is_registered_once(host: PracticeHost) -> None:
    clinic = host.current_clinic()
    assert clinic is not None
    person = Person(name="Vera van der Berg", age=41, sex="F")
    first, second = host.register(clinic, person, "case C01"), host.register(clinic, person, "case C01")
    assert first == second
    assert (first.family, first.age, first.sex) == ("van der Berg", 41, "female")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Maria Delgado", ("Maria", "Delgado")),
        ("王小明", ("", "王小明")),
        ("", ("", "")),
        ("Al Smith", ("Al", "Smith")),
    ],
)
def test_a_name_in_one_piece_is_split(name: str, parts: tuple[str, str]) -> None:
    assert split(name) == parts
