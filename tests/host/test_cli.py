"""The commands inside a host, and the ready-made adapter they stand on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from clinic_gait.care.visit import Person
from clinic_gait.host.adapter import HasRecords, protect
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import Visit, start_visit
from tests import hosts

CASES = Path(__file__).resolve().parent.parent / "cases" / "acceptance.yaml"


def call(app: Flask, *words: str) -> Any:
    return app.test_cli_runner().invoke(args=["clinic-gait", *words])


@pytest.fixture
def making(app: Flask) -> Any:
    """The host with an adapter that can make patients."""
    host, patient = app.extensions["clinic_gait"].host, app.extensions["test_patient"]

    def create(clinic: Any, person: Person) -> Any:
        made = patient(clinic=clinic.key, name=person.name, born=person.birth_date, sex=person.sex, mrn="new")
        app.extensions["test_db"].session.add(made)
        return made

    host.create, host.every_clinic = create, lambda: list(hosts.CLINICS.values())
    yield app
    host.create, host.every_clinic = None, None


def test_a_case_file_is_stored_in_a_host_that_makes_patients(making: Flask) -> None:
    done = call(making, "case", "load", str(CASES), "--clinic", "river")
    assert done.exit_code == 0, done.output
    assert "C01: 1 visits stored." in done.output
    with making.app_context():
        assert making.extensions["test_db"].session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 8


def test_a_bad_case_file_is_told_in_sentences_and_stores_nothing(making: Flask, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("cases:\n- {id: X1, title: t, patient: {age: 30, sex: F}, right: {wblt_cm: 45}}\n")
    done = call(making, "case", "load", str(bad))
    assert done.exit_code == 1
    assert "X1, right, Weight-bearing lunge, big toe to wall: 45 is not possible; 0 to 30 cm." in done.output
    with making.app_context():
        assert making.extensions["test_db"].session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 0


def test_a_host_that_makes_no_patients_says_so(app: Flask) -> None:
    done = call(app, "case", "load", str(CASES))
    assert done.exit_code == 1
    assert "create=" in done.output


def test_a_case_is_shown_as_json_without_storing(app: Flask) -> None:
    done = call(app, "case", "show", str(CASES), "--json")
    assert [json.loads(line)["case"] for line in done.output.splitlines()][:2] == ["C01", "C03"]


@pytest.mark.parametrize("command", ["current", "heads", "history", "check"])
def test_the_database_is_looked_at(app: Flask, command: str) -> None:
    assert call(app, "db", command).exit_code == 0


def test_the_log_and_the_signatures_are_verified(app: Flask) -> None:
    assert "unbroken" in call(app, "audit", "verify").output
    assert "matches its hash" in call(app, "verify").output


def test_the_doctor_names_a_patient_that_the_host_has_deleted(app: Flask) -> None:
    with app.test_request_context():
        session = app.extensions["clinic_gait"].session()
        subject_for(session, "river", app.extensions["clinic_gait"].host.get_patient("2"))
        session.execute(sa.text("DELETE FROM patient WHERE id = 2"))
        session.commit()
    assert "patient 2: the records are kept" in call(app, "doctor").output


def test_a_patient_with_records_cannot_be_deleted_by_the_host(own_app: Flask) -> None:
    patient, db = own_app.extensions["test_patient"], own_app.extensions["test_db"]
    protect(patient, lambda one: one.id)
    with own_app.test_request_context():
        session = own_app.extensions["clinic_gait"].session()
        maria = own_app.extensions["clinic_gait"].host.get_patient("1")
        subject = subject_for(session, "river", maria)
        river, by = hosts.CLINICS["river"], hosts.USERS["therapist"].staff
        start_visit(session, subject=subject, clinic=river, day=hosts.NOW.date(), kind="daily", by=by, form_key="k")
        session.commit()
        db.session.delete(db.session.get(patient, 1))
        with pytest.raises(HasRecords):
            db.session.commit()
        db.session.rollback()
        db.session.delete(db.session.get(patient, 3))
        db.session.commit()


@pytest.mark.parametrize("key", ["", "x", "1e3", "999999", "1; drop table patient", "\x00", "9" * 20, "-3000000000"])
def test_a_key_that_is_none_of_the_hosts_finds_nobody(app: Flask, key: str) -> None:
    with app.test_request_context():
        assert app.extensions["clinic_gait"].host.get_patient(key) is None


@pytest.mark.parametrize(("text", "found"), [("delgado", 2), ("%", 0), ("_", 0), ("", 0), ("10444", 1)])
def test_the_search_takes_wildcards_literally(app: Flask, text: str, found: int) -> None:
    with app.test_request_context():
        assert len(app.extensions["clinic_gait"].host.search(text, 10)) == found
