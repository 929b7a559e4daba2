"""Patients: added, changed, found, and put into today's list."""

from __future__ import annotations

from datetime import date, time

import pytest
from flask import Flask

from clinic_gait.practice import days, names
from clinic_gait.practice.database import db
from clinic_gait.practice.models import Appointment, Patient
from tests.practice.conftest import Browser, key_of, words

GOOD = {"family": "Okoro", "given": "Ada", "birth_date": "17 Feb 2001", "sex": "female", "number": "20001"}


def new(**typed: str) -> dict[str, str]:
    return {**GOOD, "form_key": "01a201b7-2477-763d-ae82-8848d0b0d5fe", **typed}


def stored(app: Flask, family: str) -> list[Patient]:
    with app.app_context():
        return db.session.query(Patient).filter_by(family=family).all()


def test_a_patient_is_added_as_typed(practice: Flask, desk: Browser) -> None:
    assert desk.send("/patients/add", new()).status_code == 303
    (made,) = stored(practice, "Okoro")
    assert (made.given, made.birth_date, made.sex, made.number) == ("Ada", date(2001, 2, 17), "female", "20001")


def test_sending_a_new_patient_twice_makes_one(practice: Flask, desk: Browser) -> None:
    first, second = desk.send("/patients/add", new()), desk.send("/patients/add", new())
    assert first.location == second.location
    assert len(stored(practice, "Okoro")) == 1


BAD = [
    ("family", "", "Write the family name."),
    ("family", "x" * 2000, "At most 100 characters fit here; this has 2000."),
    ("family", "Oko\u202ero", "a character that cannot be seen (U+202E)"),
    ("family", "Oko\x00ro", "a character that cannot be seen (U+0000)"),
    ("family", "Oko\ue000ro", "a character that cannot be seen (U+E000)"),
    ("family", "12", "A name has at least one letter."),
    ("given", "…", "A name has at least one letter."),
    ("birth_date", "", "Write the birth date."),
    ("birth_date", "yesterday", "This is not a date. Write it like 12 Apr 1968, 04/12/1968 (month first)"),
    ("birth_date", "31 Feb 1990", "This is not a date."),
    ("birth_date", "17 Feb 01", "This is not a date."),
    ("birth_date", "13 Nov 2026", "13 Nov 2026 is in the future. Check the year."),
    ("birth_date", "1 Jan 1895", "1 Jan 1895 is more than 130 years ago."),
    ("birth_date", "1 Jan 0001", "more than 130 years ago."),
    ("birth_date", "1" * 5000, "At most 40 characters fit here"),
    ("number", "10442", "The number 10442 belongs to Maria Delgado, born 12 Apr 1968."),
    ("number", "9" * 41, "At most 40 characters fit here"),
    ("sex", "nonsense", "Choose one of these."),
    ("form_key", "nonsense", "This form is damaged."),
]


@pytest.mark.parametrize(("field", "typed", "sentence"), BAD)
def test_bad_input_is_refused_in_a_sentence_and_everything_typed_is_kept(
    practice: Flask, desk: Browser, field: str, typed: str, sentence: str
) -> None:
    answer = desk.send("/patients/add", new(**{field: typed}))
    assert answer.status_code == 422
    assert sentence in words(answer)
    for name in ("family", "given", "birth_date", "number"):
        if name != field:
            assert f'value="{GOOD[name]}"' in answer.text
    assert stored(practice, "Okoro") == []


def test_a_field_that_is_wrong_names_its_sentence(desk: Browser) -> None:
    page = desk.send("/patients/add", new(birth_date="soon")).text
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="f-birth_date-error"' in page
    assert 'href="#f-birth_date"' in page


def test_invisible_leftovers_of_copying_are_taken_out(practice: Flask, desk: Browser) -> None:
    desk.send("/patients/add", new(family="\ufeffOko\u00adro\u200b ", given="  Ada\u00a0\t Grace "))
    (made,) = stored(practice, "Okoro")
    assert made.given == "Ada Grace"


def test_script_in_a_name_is_text(desk: Browser) -> None:
    answer = desk.send("/patients/add", new(family="<script>alert(1)</script>"), follow_redirects=True)
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


def test_fields_that_are_not_on_the_form_are_ignored(practice: Flask, desk: Browser) -> None:
    extras = {"clinic_key": "hill", "search_key": "x", "active": "", "key": "x", "id": "1"}
    desk.send("/patients/add", new(**extras))
    (made,) = stored(practice, "Okoro")
    assert (made.clinic_key, made.active, made.search_key) == ("river", True, "okoro ada")


def test_the_same_name_and_birth_date_is_asked_about_once(practice: Flask, desk: Browser) -> None:
    twin = new(family="Nunez", given="Ana", birth_date="1975-09-01")
    asked = desk.send("/patients/add", twin)
    assert asked.status_code == 422
    assert "Ana Núñez, born 1 Sep 1975 is a patient already with the number 10443." in words(asked)
    assert desk.send("/patients/add", {**twin, "same_name": "y"}).status_code == 303


def test_a_change_is_saved_and_found_under_the_new_name(practice: Flask, desk: Browser) -> None:
    page = f"/patients/{key_of(practice, 'Delgado')}"
    form = {**desk.hidden(page), **GOOD, "family": "Marsh", "number": "10442"}
    assert desk.send(page, form, page=page).status_code == 303
    assert "Marsh" in desk.send("/patients/find", {"q": "marsh"}).text


def test_an_older_page_cannot_overwrite_a_newer_change(practice: Flask, desk: Browser) -> None:
    page = f"/patients/{key_of(practice, 'Delgado')}"
    opened = {**desk.hidden(page), **GOOD, "number": "10442"}
    desk.send(page, {**opened, "family": "First"}, page=page)
    answer = desk.send(page, {**opened, "family": "Second"}, page=page)
    assert answer.status_code == 409
    assert "Nothing was overwritten." in answer.text
    assert "First" in answer.text
    assert 'value="Second"' in answer.text
    assert (
        desk.send(page, {**desk.hidden(page), **GOOD, "number": "", "family": "Second"}, page=page).status_code == 303
    )


def test_a_patient_put_aside_leaves_the_lists_and_stays_stored(practice: Flask, desk: Browser) -> None:
    page = f"/patients/{key_of(practice, 'Delgado')}"
    desk.send(page, {**desk.hidden(page), **GOOD, "family": "Delgado", "inactive": "y"}, page=page)
    assert "Delgado" not in desk.get("/patients").text
    (kept,) = stored(practice, "Delgado")
    assert kept.active is False


@pytest.mark.parametrize(
    ("typed", "family"),
    [
        ("nunez", "Núñez"),
        ("NÚÑ", "Núñez"),
        ("ana nu", "Núñez"),
        ("nunez, ana", "Núñez"),
        ("wojcik", "Wójcik"),
        ("lukasz", "Wójcik"),
        ("Łukasz", "Wójcik"),
        ("soren", "Đorđević"),
        ("dordevic", "Đorđević"),
        ("OBrien", "Đorđević"),
        ("o'brien", "Đorđević"),
        ("1968-04-12", "Delgado"),
        ("12 Apr 1968", "Delgado"),
        ("April 12, 1968", "Delgado"),
        ("04/12/1968", "Delgado"),
        ("12.4.1968", "Delgado"),
        ("10442", "Delgado"),
        ("a-77", "Wójcik"),
    ],
)
def test_a_patient_is_found(desk: Browser, typed: str, family: str) -> None:
    answer = desk.send("/patients/find", {"q": typed})
    assert family in answer.text
    assert "1 found for" in words(answer)


@pytest.mark.parametrize(
    "typed", ["zzz", "%", "_", "12/04/1968", "'; DROP TABLE practice_patient; --", "\x00", "\u202e"]
)
def test_nobody_is_found_and_nothing_breaks(desk: Browser, typed: str) -> None:
    answer = desk.send("/patients/find", {"q": typed})
    assert answer.status_code == 200
    assert "Nobody found for" in words(answer)


def test_what_is_looked_for_never_stands_in_an_address(desk: Browser) -> None:
    assert 'action="/patients/find"' in desk.get("/patients").text
    assert desk.get("/patients/find?q=delgado").status_code == 405


def test_a_clinic_that_writes_the_day_first_is_read_that_way() -> None:
    assert days.read_day("12/04/1968", order="dmy") == date(1968, 4, 12)
    assert days.read_day("12/04/1968", order="mdy") == date(1968, 12, 4)


@pytest.mark.parametrize("text", ["", "12", "1968", "04-12-68", "2026-13-01", "1.1.99999", "١٢/٠٤/١٩٦٨", "Foo 3, 1990"])
def test_what_is_no_day_is_nothing(text: str) -> None:
    assert days.read_day(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("9:30", time(9, 30)), ("14", time(14)), ("2:15 pm", time(14, 15)), ("12 am", time(0)), ("9.05", time(9, 5))],
)
def test_a_time_is_read_as_people_write_it(text: str, meant: time) -> None:
    assert days.read_time(text) == meant


@pytest.mark.parametrize("text", ["25:00", "9:75", "13 pm", "0 am", "noon", "9:3"])
def test_what_is_no_time_is_nothing(text: str) -> None:
    assert days.read_time(text) is None


def test_every_kind_of_apostrophe_and_hyphen_is_found_alike() -> None:
    spellings = ["O'Brien-Smith", "O’Brien‑Smith", "oʼbrien smith", "OBRIEN–SMITH"]
    assert {names.fold(one) for one in spellings} == {"obrien smith"}


def book(app: Flask, desk: Browser, **typed: str) -> tuple[str, dict[str, str]]:
    page = f"/patients/{key_of(app, 'Delgado')}/today"
    return page, {**desk.hidden(page), "at": "9:30", "clinician": "", "room": "2", **typed}


def booked(app: Flask) -> list[Appointment]:
    with app.app_context():
        return db.session.query(Appointment).all()


def test_an_appointment_stands_in_todays_list_of_the_clinics_zone(practice: Flask, desk: Browser) -> None:
    page, form = book(practice, desk)
    assert desk.send(page, form, page=page).status_code == 303
    (made,) = booked(practice)
    assert (made.day, made.at, made.room) == (date(2026, 11, 12), time(9, 30), "2")


def test_sending_an_appointment_twice_makes_one(practice: Flask, desk: Browser) -> None:
    page, form = book(practice, desk)
    desk.send(page, form, page=page)
    assert desk.send(page, form, page=page).status_code == 303
    assert len(booked(practice)) == 1


def test_nobody_stands_twice_at_one_time(practice: Flask, desk: Browser) -> None:
    for _ in range(2):
        page, form = book(practice, desk)
        answer = desk.send(page, form, page=page)
    assert answer.status_code == 422
    assert "Maria Delgado stands in today's list at 09:30 already." in words(answer)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("at", "half past", "This is not a time of day."),
        ("clinician", "01a201b7-2477-763d-ae82-8848d0b0d5fe", "Choose one of these."),
        ("room", "r" * 41, "At most 40 characters"),
        ("form_key", "", "This form is damaged."),
    ],
)
def test_a_bad_appointment_is_refused(practice: Flask, desk: Browser, field: str, typed: str, sentence: str) -> None:
    page, form = book(practice, desk, **{field: typed})
    answer = desk.send(page, form, page=page)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert booked(practice) == []


def test_an_appointment_is_cancelled(practice: Flask, desk: Browser) -> None:
    page, form = book(practice, desk)
    desk.send(page, form, page=page)
    (made,) = booked(practice)
    assert desk.send(f"/appointments/{made.key}/cancel").status_code == 303
    assert booked(practice) == []
