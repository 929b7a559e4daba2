"""Today: who comes, how far each visit is, what waits, and how to find anybody else."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from flask import Flask

from clinic_gait.records.ports import PatientView
from clinic_gait.web.today import alike
from tests import hosts
from tests.conftest import visitor
from tests.web.pages import all_clear, open_visit, raise_flag, save, sign


def test_the_start_leads_therapists_to_their_day_and_the_desk_to_its_queue(
    therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    assert therapist.get("/gait/").location == "/gait/today"
    assert desk.get("/gait/").location == "/gait/desk"


def test_a_patient_stands_with_family_name_birth_date_in_letters_and_number(therapist: hosts.Visitor) -> None:
    html = therapist.get("/gait/today").text
    assert '<b class="cg-family">Delgado</b>, Maria' in html
    assert "12 Apr 1968 · No. 10442" in html
    assert "Thu 12 Nov" in html


def test_only_patients_of_the_clinic_are_listed(therapist: hosts.Visitor, stranger: hosts.Visitor) -> None:
    assert "Baker" not in therapist.get("/gait/today").text
    assert "Delgado" not in stranger.get("/gait/today").text


def test_the_state_of_a_visit_goes_from_not_started_to_signed(app: Flask, therapist: hosts.Visitor) -> None:
    assert therapist.get("/gait/today").text.count("Not started") == 3
    url = open_visit(therapist)
    save(therapist, url, complaint="Knee on stairs", complaint_side="L")
    html = therapist.get("/gait/today").text
    assert html.count("Not started") == 2
    assert "Draft" in html
    assert f'href="{url}"' in html
    assert "Knee on stairs" in html
    all_clear(app, url)
    sign(therapist, url)
    assert "Signed 09:42" in therapist.get("/gait/today").text


def test_a_hold_is_said_on_the_list(app: Flask, therapist: hosts.Visitor) -> None:
    raise_flag(app, open_visit(therapist))
    assert "On hold" in therapist.get("/gait/today").text


def test_an_older_draft_is_to_be_finished_first(own_app: Flask) -> None:
    therapist = visitor(own_app, "therapist")
    later = hosts.NOW + timedelta(days=3)
    url = open_visit(therapist)
    state = own_app.extensions["clinic_gait"]
    settings = dataclasses.replace(state.settings, clock=lambda: later)
    own_app.extensions["clinic_gait"] = dataclasses.replace(state, settings=settings)
    html = therapist.get("/gait/today").text
    assert "Finish first" in html.split("Not started")[-1]
    assert f'href="{url}"' in html


def test_a_submitted_visit_waits_for_any_therapist(therapist: hosts.Visitor, assistant: hosts.Visitor) -> None:
    url = open_visit(assistant)
    assert assistant.send(f"{url}/submit").status_code == 303
    html = therapist.get("/gait/today").text
    assert "Waiting for a signature" in html
    assert f'href="{url}/review"' in html


def test_opening_a_patient_leads_to_the_chart_and_twice_to_the_same(therapist: hosts.Visitor) -> None:
    charts = {therapist.send("/gait/patients/open", {"key": "1"}).location for _ in range(2)}
    assert len(charts) == 1
    assert therapist.get(charts.pop()).status_code == 200


@pytest.mark.parametrize("key", ["", "99", "4", "x", "1\x00", "1e9", "1 OR 1=1"])
def test_a_key_that_is_not_a_patient_of_the_clinic_is_a_missing_page(therapist: hosts.Visitor, key: str) -> None:
    answer = therapist.send("/gait/patients/open", {"key": key})
    assert answer.status_code == (303 if key == "1\x00" else 404)


@pytest.mark.parametrize("text", ["Świą", "10443"])
def test_the_only_patient_found_opens_at_once(therapist: hosts.Visitor, text: str) -> None:
    answer = therapist.send("/gait/find", {"q": text})
    assert answer.status_code == 303
    assert "/patients/" in str(answer.location)


@pytest.mark.parametrize(("text", "found"), [("delg", 2), ("%%", 0), ("Baker", 0)])
def test_patients_are_found_by_name_or_number(therapist: hosts.Visitor, text: str, found: int) -> None:
    answer = therapist.send("/gait/find", {"q": text})
    assert answer.status_code == 200
    assert answer.text.count('name="key"') == found


def test_one_letter_is_not_searched(therapist: hosts.Visitor) -> None:
    assert "at least two letters" in therapist.send("/gait/find", {"q": "d"}).text


def test_what_was_searched_for_stays_in_the_box_as_text(therapist: hosts.Visitor) -> None:
    html = therapist.send("/gait/find", {"q": '"><script>x'}).text
    assert "<script>x" not in html
    assert "&#34;&gt;&lt;script&gt;x" in html


def test_the_search_stands_in_no_address(therapist: hosts.Visitor) -> None:
    assert therapist.get("/gait/find?q=delgado").status_code == 405


def person(name: str, born: int) -> PatientView:
    """A patient born in this year."""
    return PatientView(key=name, name=name, family=name.split()[-1], birth_date=hosts.NOW.date().replace(year=born))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (person("Maria Delgado", 1968), person("Mario Delgado", 1991), True),
        (person("Ann Kim", 1968), person("Bo Lund", 1968), True),
        (person("Maria Delgado", 1968), person("Pia Delgado", 1991), False),
        (person("Ann Kim", 1970), person("Bo Lund", 1968), False),
    ],
)
def test_patients_easily_taken_for_each_other_are_flagged(one: PatientView, other: PatientView, expected: bool) -> None:
    assert alike(one, other) is expected
