"""The administrator's users, and the log."""

from __future__ import annotations

import pytest
from flask import Flask

from clinic_gait.practice.database import db
from clinic_gait.practice.models import User
from clinic_gait.records import audit
from clinic_gait.records.audit import AuditRow
from tests.practice.conftest import Browser, Clock, new_browser, words

PASSWORD = "seven small steps"
GOOD = {"name": "Kim Jisoo", "credential": "DPT", "role": "therapist", "username": "kim", "password": PASSWORD}


def new(browser: Browser, **typed: str) -> dict[str, str]:
    return {**browser.hidden("/users/add"), **GOOD, **typed}


def key_of(app: Flask, username: str) -> str:
    with app.app_context():
        return str(db.session.query(User).filter_by(username=username).one().key)


def test_a_new_user_signs_in(practice: Flask, administrator: Browser) -> None:
    assert administrator.send("/users/add", new(administrator, username="Kim")).status_code == 303
    assert new_browser(practice).sign_in("KIM", PASSWORD).status_code == 303


def test_sending_a_new_user_twice_makes_one(practice: Flask, administrator: Browser) -> None:
    form = new(administrator)
    administrator.send("/users/add", form)
    assert administrator.send("/users/add", form).status_code == 303
    with practice.app_context():
        assert db.session.query(User).filter_by(username="kim").count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("username", "", "Write the name this person signs in with."),
        ("username", "desk", "Somebody signs in with this name already."),
        ("username", "stranger", "Somebody signs in with this name already."),
        ("username", "kim jisoo", "Only letters, digits, points, dashes and @."),
        ("username", "kim\x00", "a character that cannot be seen"),
        ("name", "", "Write the name as it is printed"),
        ("role", "owner", "Choose one of these."),
        ("password", "short", "A password has at least 12 characters."),
        ("password", "kimkimkimkim", "easy to guess"),
    ],
)
def test_a_bad_user_is_refused(administrator: Browser, field: str, typed: str, sentence: str) -> None:
    answer = administrator.send("/users/add", new(administrator, **{field: typed}))
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert PASSWORD not in answer.text


def test_a_deactivated_user_is_out_at_once_and_comes_back_when_activated(
    practice: Flask, administrator: Browser, desk: Browser
) -> None:
    key = key_of(practice, "desk")
    administrator.send(f"/users/{key}/deactivate")
    assert desk.get("/patients").status_code == 302
    assert new_browser(practice).sign_in("desk").status_code == 422
    administrator.send(f"/users/{key}/activate")
    assert new_browser(practice).sign_in("desk").status_code == 303


def test_nobody_deactivates_themselves(practice: Flask, administrator: Browser) -> None:
    answer = administrator.send(f"/users/{key_of(practice, 'administrator')}/deactivate")
    assert answer.status_code == 422
    assert administrator.get("/users").status_code == 200


def test_a_forgotten_password_is_set_anew(practice: Flask, administrator: Browser, desk: Browser) -> None:
    url = f"/users/{key_of(practice, 'desk')}/password"
    assert administrator.send(url, {"password": "short"}).status_code == 422
    assert administrator.send(url, {"password": PASSWORD}).status_code == 303
    assert desk.get("/patients").status_code == 302
    assert new_browser(practice).sign_in("desk", PASSWORD).status_code == 303


def test_users_of_another_clinic_are_not_there(practice: Flask, administrator: Browser) -> None:
    assert "Other Clinic" not in administrator.get("/users").text
    assert administrator.send(f"/users/{key_of(practice, 'stranger')}/deactivate").status_code == 404


def test_everything_that_is_done_leaves_one_row(practice: Flask, browser: Browser, administrator: Browser) -> None:
    desk = browser
    desk.sign_in("desk")
    desk.get("/patients")
    desk.send("/patients/find", {"q": "delgado"})
    administrator.send(f"/users/{key_of(practice, 'desk')}/deactivate")
    new_browser(practice).sign_in("therapist", "wrong")
    with practice.app_context():
        rows = [(row.who_name, row.act) for row in db.session.query(AuditRow).order_by(AuditRow.number)]
        assert audit.verify(db.session(), "river") == []
    assert rows == [
        ("Desk Person", "sign in"),
        ("Desk Person", "list patients"),
        ("Desk Person", "find patients"),
        ("Administrator Person", "deactivate user"),
        ("Therapist Person", "refused sign in"),
    ]


def test_the_log_holds_no_name_that_was_looked_for(practice: Flask, desk: Browser) -> None:
    desk.send("/patients/find", {"q": "delgado"})
    with practice.app_context():
        for row in db.session.query(AuditRow):
            assert "delgado" not in f"{row.act} {row.record} {row.detail}".lower()


def test_the_auditor_reads_a_period(auditor: Browser, clock: Clock) -> None:
    auditor.get("/log")
    clock.forward(minutes=3)
    assert "view log" in words(auditor.get("/log"))
    assert "Nothing was done in this period." in auditor.get("/log?from=1+Nov+2026&to=2+Nov+2026").text
    for asked in ("from=nonsense", "from=12+Nov+2026&to=1+Nov+2026"):
        answer = auditor.get(f"/log?{asked}")
        assert answer.status_code == 422
        assert "The usual period is shown." in words(answer)


@pytest.mark.parametrize("sort", ["number", "at", "who", "act", "patient", "record", "detail", "1; DROP TABLE x", ""])
def test_the_log_sorts_by_everything_it_records_and_by_nothing_else(auditor: Browser, sort: str) -> None:
    assert auditor.get("/log", query_string={"sort": sort}).status_code == 200


def test_the_auditor_sees_whether_the_log_is_whole(practice: Flask, auditor: Browser) -> None:
    assert "The chain is whole" in words(auditor.get("/log?check=1"))
    with practice.app_context(), db.engine.begin() as connection:
        for trigger in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger[0]}")
        connection.exec_driver_sql("UPDATE clinic_gait_audit SET act = 'nothing' WHERE number = 1")
    assert "row 1 was changed" in words(auditor.get("/log?check=1"))
