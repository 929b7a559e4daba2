"""The commands inside a host, and the ready-made adapter they stand on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from clinic_gait import ClinicGait
from clinic_gait.care.visit import Person
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.host.adapter import HasRecords, protect
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import Visit, start_visit
from clinic_gait.web.settings import Settings
from tests import hosts

CASES = Path(__file__).resolve().parent.parent / "cases" / "acceptance.yaml"
MORE = CASES.with_name("more.yaml")


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
    said = [json.loads(line) for line in done.output.splitlines()]
    assert [one["case"] for one in said][:2] == ["C01", "C03"]
    assert said[2]["refer"] == "same_day"
    with app.app_context():
        assert app.extensions["test_db"].session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 0


@pytest.mark.parametrize("file", [CASES, MORE], ids=lambda file: file.stem)
def test_every_case_of_the_files_is_as_it_expects(app: Flask, file: Path) -> None:
    done = call(app, "case", "show", str(file), "--check")
    assert done.exit_code == 0, done.output
    assert [line.partition(": ")[2] for line in done.output.splitlines()] == ["as expected"] * 8


def test_a_difference_is_told_beside_the_answer_and_fails_only_when_checking(app: Flask, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("cases:\n- {id: K1, patient: {}, left: {wblt_cm: 9}, expect: {rules: {left: [DF-GAP]}}}\n")
    checked = call(app, "case", "show", str(wrong), "--json", "--check")
    assert checked.exit_code == 1
    assert json.loads(checked.stdout)["case"] == "K1"
    assert checked.stderr.splitlines() == [
        "K1: rules, left: expected and not found: DF-GAP",
        "K1: rules, left: found and not expected: DF-WB",
    ]
    assert call(app, "case", "show", str(wrong)).exit_code == 0


def test_a_file_that_is_no_text_is_told_in_a_sentence(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "picture.yaml"
    file.write_bytes(b"\x89PNG\r\n\xff\xfe")
    done = call(app, "case", "show", str(file), "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "Error: the file is not text in UTF-8; save it as such\n"


def test_a_case_is_shown_in_words(app: Flask) -> None:
    done = call(app, "case", "show", str(CASES), "--text")
    assert "RIGHT DF-GAST, look at: Dorsiflexion limited with the knee straight only." in done.output
    assert call(app, "case", "show", str(CASES)).output == done.output


def test_a_case_is_shown_without_a_database_and_none_is_made(tmp_path: Path) -> None:
    file = tmp_path / "none.sqlite"
    bare = Flask("bare")
    bare.config.update(SECRET_KEY="only for tests, never for people", SQLALCHEMY_DATABASE_URI=f"sqlite:///{file}")
    SQLAlchemy(bare)
    ClinicGait(bare)
    done = call(bare, "case", "show", str(CASES), "--check")
    assert done.exit_code == 0, done.output
    assert not file.exists()


def test_a_case_is_judged_with_the_cut_offs_of_the_clinic(own_app: Flask, tmp_path: Path) -> None:
    own_app.extensions["clinic_gait"] = replace(own_app.extensions["clinic_gait"], settings=OwnCutOffs())
    file = tmp_path / "one.yaml"
    file.write_text("cases: [{id: K1, patient: {}, left: {wblt_cm: 9}}]\n")
    found = [call(own_app, "case", "show", str(file), "--json", *more).output for more in ((), ("--clinic", "hill"))]
    assert [bool(json.loads(line)["findings"][1:]) for line in found] == [False, True]


class OwnCutOffs(Settings):
    """Settings in which Riverside takes a lunge of 8 cm for low, not one of 10."""

    def limits_of(self, clinic_key: str) -> Mapping[str, Threshold]:
        own = {"wblt_low_cm": replace(THRESHOLDS["wblt_low_cm"], value=Decimal(8))}
        return {**THRESHOLDS, **own} if clinic_key == "river" else THRESHOLDS


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
