"""Every address of the plugin: who gets in, and that another clinic's records look like missing ones."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from clinic_gait.records import shoe_photo
from clinic_gait.records.fields import EMPTY_PAIR
from clinic_gait.records.issued import issue
from clinic_gait.records.ports import PatientView
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import start_visit
from clinic_gait.web.blueprint import HEADERS, RULES
from clinic_gait.web.context import Permission
from tests import factories, hosts
from tests.conftest import visitor

#: What each rule is open to. A new rule that is not listed fails the test below.
OPEN_TO = {
    "start": Permission.DESK,
    "desk": Permission.DESK,
    "desk_find": Permission.DESK,
    "desk_print": Permission.DESK,
    "today": Permission.READ,
    "find": Permission.READ,
    "open_patient": Permission.READ,
    "chart": Permission.READ,
    "hold": Permission.READ,
    "record": Permission.READ,
    "preview": Permission.READ,
    "document": Permission.READ,
    "start_visit": Permission.CHART,
    "visit": Permission.CHART,
    "acts": Permission.CHART,
    "rows": Permission.CHART,
    "habit": Permission.CHART,
    "review": Permission.CHART,
    "submit": Permission.CHART,
    "shoes": Permission.CHART,
    "shoe_photo_add": Permission.CHART,
    "shoe_photo": Permission.READ,
    "shoe_photo_remove": Permission.CHART,
    "shoes_acts": Permission.CHART,
    "leg_length_acts": Permission.CHART,
    "leg_length": Permission.CHART,
    "swap": Permission.CHART,
    "sides_right": Permission.CHART,
    "scores": Permission.CHART,
    "plan": Permission.CHART,
    "sign": Permission.SIGN,
    "lift_hold": Permission.SIGN,
    "issue": Permission.SIGN,
}

RULE_IDS = [rule[0] for rule in RULES]


@pytest.fixture
def records(app: Flask) -> dict[str, Any]:
    """A visit of today in Riverside, begun by its therapist, and a document that was issued."""
    river, jane = hosts.CLINICS["river"], hosts.USERS["therapist"].staff
    with app.test_request_context():
        session = app.extensions["clinic_gait"].session()
        maria = PatientView(key="1", name="Maria Delgado")
        subject = subject_for(session, river.key, maria)
        day = hosts.NOW.date()
        visit = start_visit(session, subject=subject, clinic=river, day=day, kind="daily", by=jane, form_key="one")
        paper = {"pages": 1, "language": "en", "size": "normal", "paper": "letter"}
        document = issue(
            session, subject=subject, kind="home_sheet", snapshot="{}", data=b"%PDF-", by=jane, at=hosts.NOW, **paper
        )
        note = visit.keep_shoes(EMPTY_PAIR)
        photo = shoe_photo.add(session, visit, note, factories.photo(), by=jane, at=hosts.NOW)
        session.commit()
        of_visit = {"visit_id": visit.id, "note_id": note, "photo_id": photo}
        return {"subject_id": subject.id, "document_id": document.id, **of_visit}


def address(rule: str, records: dict[str, Any]) -> str:
    found = f"/gait{rule}".replace("<kind>", "home_sheet")
    for name, value in records.items():
        found = found.replace(f"<uuid:{name}>", str(value))
    return found


def call(client: hosts.Visitor, method: str, url: str) -> int:
    return (client.get(url) if method == "GET" else client.send(url)).status_code


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_every_rule_names_its_permission(rule: Any) -> None:
    endpoint, _, _, view = rule
    assert view.permission is OPEN_TO[endpoint]


def test_the_map_holds_these_rules_and_the_files_only(app: Flask) -> None:
    mounted = {rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint.startswith("clinic_gait.")}
    assert mounted == {f"clinic_gait.{name}" for name in [*OPEN_TO, "static"]}


@pytest.mark.parametrize("who", ["therapist", "assistant", "desk", "auditor"])
@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_a_role_gets_in_where_its_permission_says_and_nowhere_else(
    rule: Any, who: str, app: Flask, records: dict[str, Any]
) -> None:
    endpoint, pattern, methods, _ = rule
    client = visitor(app, who)
    may = OPEN_TO[endpoint].value in hosts.MAY[hosts.USERS[who].role]
    for method in methods:
        status = call(client, method, address(pattern, records))
        assert (status != 403) is may, f"{method} {pattern}: {status}"
        assert status < 500


@pytest.mark.parametrize("rule", [rule for rule in RULES if "<uuid" in rule[1]], ids=lambda rule: rule[0])
def test_another_clinics_record_looks_like_a_missing_one(rule: Any, app: Flask, records: dict[str, Any]) -> None:
    _, pattern, methods, _ = rule
    client = visitor(app, "stranger")
    missing = {name: uuid4() for name in records}
    for method in methods:
        foreign = call(client, method, address(pattern, records))
        assert foreign == call(client, method, address(pattern, missing)) == 404


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_nobody_gets_in_without_signing_in(rule: Any, client: hosts.Visitor, records: dict[str, Any]) -> None:
    _, pattern, methods, _ = rule
    for method in methods:
        url = address(pattern, records)
        answer = client.get(url) if method == "GET" else client.send(url)
        assert answer.status_code == (302 if method == "GET" else 401)


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_every_answer_carries_the_headers(rule: Any, app: Flask, records: dict[str, Any]) -> None:
    _, pattern, methods, _ = rule
    client = visitor(app, "therapist")
    for method in methods:
        url = address(pattern, records)
        answer = client.get(url) if method == "GET" else client.send(url)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("rule", [rule for rule in RULES if "POST" in rule[2]], ids=lambda rule: rule[0])
def test_a_form_without_its_token_is_refused(rule: Any, app: Flask, records: dict[str, Any]) -> None:
    client = visitor(app, "therapist")
    assert client.post(address(rule[1], records)).status_code == 400


def test_the_hosts_own_pages_keep_their_headers(client: hosts.Visitor) -> None:
    assert "Content-Security-Policy" not in client.get("/sign-in").headers


def test_without_a_host_adapter_everything_is_refused_with_what_to_set() -> None:
    from flask_sqlalchemy import SQLAlchemy

    from clinic_gait import ClinicGait

    app = Flask("bare")
    app.config.update(SECRET_KEY="only for tests", SQLALCHEMY_DATABASE_URI="sqlite://")
    ClinicGait(app, db=SQLAlchemy(app))
    answer = app.test_client().get("/gait/today")
    assert answer.status_code == 403
    assert "host=" in answer.text
