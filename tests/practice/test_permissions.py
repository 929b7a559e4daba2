"""Who may go where: every page, every role, every clinic."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from clinic_gait.practice import pages
from clinic_gait.practice.roles import ROLES
from clinic_gait.web.blueprint import HEADERS
from tests.practice.conftest import Browser, key_of, new_browser

NOBODYS = "01a201b7-2477-763d-ae82-8848d0b0d5fe"
OWN = [rule for rule in pages.RULES if f"practice.{rule[0]}" not in pages.OPEN]


def address(rule: str) -> str:
    return re.sub(r"<uuid:\w+>", NOBODYS, rule)


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule[0])
def test_every_page_says_whom_it_lets_in(rule: tuple[str, str, list[str], object]) -> None:
    assert hasattr(rule[3], "permission")


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule[0])
def test_nobody_gets_in_without_signing_in(browser: Browser, rule: tuple[str, str, list[str], object]) -> None:
    for method in rule[2]:
        answer = browser.open(address(rule[1]), method=method)
        assert answer.status_code == (302 if method == "GET" else 401)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_opens_for_the_roles_that_hold_its_permission_and_for_no_other(practice: Flask, role: str) -> None:
    browser = new_browser(practice, role)
    for endpoint, rule, methods, view in OWN:
        permission = getattr(view, "permission", None)
        may = permission is None or permission in ROLES[role]
        for method in methods:
            url = address(rule)
            answer = browser.get(url) if method == "GET" else browser.send(url)
            assert (answer.status_code != 403) is may, (endpoint, method, answer.status_code)


@pytest.mark.parametrize("role", ROLES)
def test_the_plugin_lets_the_roles_in_by_the_same_table(practice: Flask, role: str) -> None:
    browser = new_browser(practice, role)
    assert (browser.get("/gait/today").status_code == 200) is ("read" in ROLES[role])
    assert (browser.get("/gait/desk").status_code == 200) is ("desk" in ROLES[role])


@pytest.mark.parametrize(
    ("role", "first"),
    [
        ("therapist", "/gait/today"),
        ("assistant", "/gait/today"),
        ("desk", "/gait/desk"),
        ("administrator", "/users"),
        ("auditor", "/log"),
    ],
)
def test_everybody_begins_where_their_work_is(practice: Flask, role: str, first: str) -> None:
    answer = new_browser(practice, role).get("/", follow_redirects=True)
    assert answer.status_code == 200
    assert answer.request.path == first


def test_another_clinics_patient_looks_like_a_missing_one(practice: Flask) -> None:
    stranger = new_browser(practice, "stranger")
    key = key_of(practice, "Delgado")
    for url in (f"/patients/{key}", f"/patients/{key}/today"):
        theirs, missing = stranger.get(url), stranger.get(url.replace(key, NOBODYS))
        assert theirs.status_code == missing.status_code == 404
        assert theirs.text == missing.text
    assert "Delgado" not in stranger.send("/patients/find", {"q": "delgado"}).text
    assert "Delgado" not in stranger.get("/patients").text
    assert stranger.send("/gait/patients/open", {"key": key}).status_code == 404


@pytest.mark.parametrize("who", [None, *ROLES])
def test_the_headers_stand_on_every_answer(practice: Flask, who: str | None) -> None:
    browser = new_browser(practice, who)
    for url in (
        "/",
        "/sign-in",
        "/patients",
        "/users",
        "/log",
        "/account",
        "/nothing",
        "/health",
        "/gait/",
        "/gait/today",
    ):
        answer = browser.get(url)
        for name, value in HEADERS.items():
            assert answer.headers.get(name) == value, (url, name)
    assert browser.post("/sign-in").headers["Cache-Control"] == "no-store"


def test_every_form_without_its_token_is_refused(practice: Flask) -> None:
    for role in ROLES:
        browser = new_browser(practice, role)
        for _, rule, methods, _view in OWN:
            if "POST" in methods:
                assert browser.post(address(rule), data={"family": "x"}).status_code == 400


def test_no_page_asks_for_a_name_in_its_address(practice: Flask) -> None:
    names = {argument for rule in practice.url_map.iter_rules() for argument in rule.arguments}
    ids = {"key", "subject_id", "visit_id", "document_id", "note_id", "photo_id"}
    assert names <= {*ids, "kind", "filename"}
