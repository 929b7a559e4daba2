"""Signing in and out, staying, and what a copied cookie is worth."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher, profiles
from flask import Flask

from clinic_gait.practice import throttle
from clinic_gait.practice.auth import own_path
from clinic_gait.practice.database import db
from clinic_gait.practice.models import SignIn, Tries, User
from tests.practice.conftest import PASSWORD, Browser, Clock, key_of, new_browser, words


@pytest.fixture
def old_hash(practice: Flask) -> None:
    """The therapist's hash is from a time of slower computers: looking at many passwords is quick."""
    with practice.app_context():
        quick = PasswordHasher.from_parameters(profiles.CHEAPEST).hash(PASSWORD)
        db.session.query(User).filter_by(username="therapist").one().password_hash = quick
        db.session.commit()


def test_a_right_password_leads_to_the_page_that_was_asked_for(browser: Browser) -> None:
    away = browser.get("/patients")
    assert away.status_code == 302
    assert away.location == "/sign-in?next=/patients"
    form = {"username": "therapist", "password": PASSWORD, "next": "/patients?page=2"}
    assert browser.send("/sign-in", form, page="/sign-in").location == "/patients?page=2"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "/\tevil",
        "//",
        "///evil.example",
        "/a\\..\\b",
        " /x",
        "\x00/x",
        "evil.example/path",
        "https:///evil.example",
        "/%0d\nSet-Cookie: a=b",
    ],
)
def test_no_target_leads_out_of_the_application(browser: Browser, target: str) -> None:
    form = {"username": "therapist", "password": PASSWORD, "next": target}
    assert browser.send("/sign-in", form, page="/sign-in").location == "/"


def test_own_paths_keep_their_query() -> None:
    assert own_path("/gait/today?x=1") == "/gait/today?x=1"


@pytest.mark.parametrize(
    ("username", "password"), [("therapist", "wrong"), ("nobody", PASSWORD), ("", ""), ("\x00", "x")]
)
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(browser: Browser, username: str, password: str) -> None:
    answer = browser.sign_in(username, password)
    assert answer.status_code == 422
    assert "The user name or the password is wrong." in answer.text
    assert browser.get("/patients").status_code == 302


def test_the_user_name_stays_in_the_box_after_a_wrong_password(browser: Browser) -> None:
    assert 'value="therapist"' in browser.sign_in("therapist", "wrong").text


def test_an_account_that_is_not_active_cannot_sign_in(practice: Flask, browser: Browser) -> None:
    with practice.app_context():
        db.session.query(User).filter_by(username="desk").one().active = False
        db.session.commit()
    assert browser.sign_in("desk").status_code == 422


def test_signing_in_makes_a_new_session(practice: Flask, browser: Browser) -> None:
    before = browser.get_cookie("practice")
    browser.get("/sign-in")
    planted = browser.get_cookie("practice")
    browser.sign_in("therapist")
    after = browser.get_cookie("practice")
    assert before is None
    assert planted is not None
    assert after is not None
    assert planted.value != after.value
    with practice.app_context():
        tokens = db.session.query(SignIn.token_hash).all()
    assert len(tokens) == 1
    assert tokens[0][0] not in after.value


def test_a_copied_cookie_is_dead_after_sign_out(practice: Flask, therapist: Browser) -> None:
    cookie = therapist.get_cookie("practice")
    assert cookie is not None
    thief = new_browser(practice)
    thief.set_cookie("practice", cookie.value)
    assert thief.get("/patients").status_code == 200
    out = therapist.send("/sign-out")
    assert out.status_code == 303
    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    thief.set_cookie("practice", cookie.value)
    assert thief.get("/patients").status_code == 302


def test_signing_out_from_an_old_page_is_asked_for_again_and_never_only_seems_done(therapist: Browser) -> None:
    answer = therapist.post("/sign-out", data={"csrf_token": "old"})
    assert answer.status_code == 400
    assert "Send again" in answer.text


def test_signing_out_twice_is_no_error(therapist: Browser) -> None:
    token = therapist.token("/account")
    therapist.post("/sign-out", data={"csrf_token": token})
    assert therapist.post("/sign-out", data={"csrf_token": token}).location == "/sign-in"


def test_signing_out_here_leaves_the_other_browser_signed_in(practice: Flask, therapist: Browser) -> None:
    tablet = new_browser(practice, "therapist")
    therapist.send("/sign-out")
    assert tablet.get("/patients").status_code == 200


def test_a_sign_in_ends_after_fifteen_idle_minutes_and_says_so(therapist: Browser, clock: Clock) -> None:
    clock.forward(minutes=14)
    assert therapist.get("/patients").status_code == 200
    clock.forward(minutes=14)
    assert therapist.get("/patients").status_code == 200
    clock.forward(minutes=16)
    assert therapist.get("/patients").status_code == 302
    assert "You were signed out after 15 minutes" in words(therapist.get("/sign-in"))


def test_saying_that_one_is_there_keeps_the_sign_in(therapist: Browser, clock: Clock) -> None:
    for _ in range(3):
        clock.forward(minutes=13)
        assert therapist.get("/stay").status_code == 204


def test_a_form_sent_after_sign_out_is_answered_with_everything_typed(practice: Flask, therapist: Browser) -> None:
    page = f"/patients/{key_of(practice, 'Delgado')}"
    token = therapist.token(page)
    therapist.send("/sign-out")
    answer = therapist.post(page, data={"csrf_token": token, "family": "Delgado-Marsh <b>", "version": "1"})
    assert answer.status_code == 401
    assert 'value="Delgado-Marsh &lt;b&gt;"' in answer.text
    assert "/sign-in" in answer.text
    assert token not in answer.text


def test_a_form_sent_under_an_older_sign_in_is_given_back_to_be_sent_again(therapist: Browser) -> None:
    answer = therapist.post("/patients/add", data={"csrf_token": "old", "family": "Kept"})
    assert answer.status_code == 400
    assert 'value="Kept"' in answer.text


def test_no_password_is_ever_given_back(therapist: Browser) -> None:
    secret = "a secret of many words"
    typed = {"csrf_token": "old", "old": secret, "new": secret, "again": secret}
    assert secret not in therapist.post("/account", data=typed).text
    assert secret not in therapist.send("/account", {"old": secret, "new": secret, "again": secret}).text


def test_an_old_sign_in_page_asks_to_sign_in_now(browser: Browser) -> None:
    answer = browser.post("/sign-in", data={"username": "therapist", "password": PASSWORD})
    assert answer.status_code == 400
    assert 'value="therapist"' in answer.text


@pytest.mark.usefixtures("old_hash")
def test_a_hundred_wrong_tries_are_stopped_by_the_tenth(practice: Flask, browser: Browser) -> None:
    token = browser.token()
    form = {"csrf_token": token, "username": "therapist", "password": "wrong"}
    answers = [browser.post("/sign-in", data=form).status_code for _ in range(20)]
    assert answers == [422] * throttle.FOR_A_NAME + [429] * (20 - throttle.FOR_A_NAME)
    right = browser.post("/sign-in", data={**form, "password": PASSWORD})
    assert right.status_code == 429
    assert "Sign-in from this computer is paused for 15 minutes." in words(right)
    assert right.headers["Retry-After"] == "900"


@pytest.mark.usefixtures("old_hash")
def test_the_rightful_user_elsewhere_is_not_held_up(practice: Flask, browser: Browser) -> None:
    for _ in range(12):
        browser.sign_in("therapist", "wrong")
    elsewhere = new_browser(practice)
    answer = elsewhere.sign_in("therapist", environ_base={"REMOTE_ADDR": "10.0.0.7"})
    assert answer.status_code == 303


@pytest.mark.usefixtures("old_hash")
def test_the_pause_ends_and_trying_on_does_not_make_it_longer(browser: Browser, clock: Clock) -> None:
    for _ in range(11):
        browser.sign_in("therapist", "wrong")
    clock.forward(minutes=14)
    assert browser.sign_in("therapist").status_code == 429
    clock.forward(minutes=2)
    assert browser.sign_in("therapist").status_code == 303


def test_one_address_cannot_try_name_after_name(practice: Flask) -> None:
    with practice.app_context():
        waits = [throttle.begin(db.session(), f"name{number}", "10.0.0.9", 1000) for number in range(101)]
    assert waits[:100] == [0] * 100
    assert waits[100] == throttle.PAUSE


@pytest.mark.usefixtures("old_hash")
def test_a_right_password_forgets_the_wrong_ones(practice: Flask, browser: Browser) -> None:
    for _ in range(9):
        browser.sign_in("therapist", "wrong")
    browser.sign_in("therapist")
    with practice.app_context():
        counted = [row.count for row in db.session.query(Tries)]
    assert counted == [9]


def test_what_was_typed_as_a_name_is_not_kept(practice: Flask, browser: Browser) -> None:
    browser.sign_in("my secret password", "x")
    with practice.app_context():
        assert all(len(row.what) == 64 for row in db.session.query(Tries))


def test_a_new_password_ends_the_other_browsers(practice: Flask, therapist: Browser) -> None:
    tablet = new_browser(practice, "therapist")
    new = "another long sentence"
    answer = therapist.send("/account", {"old": PASSWORD, "new": new, "again": new})
    assert answer.status_code == 303
    assert therapist.get("/account").status_code == 200
    assert tablet.get("/account").status_code == 302
    assert new_browser(practice).sign_in("therapist", new).status_code == 303


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"old": "wrong", "new": "x" * 20, "again": "x" * 20}, "This is not your password until now."),
        ({"old": PASSWORD, "new": "a long sentence", "again": "another"}, "The two new passwords differ."),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "at least 12 characters"),
        ({"old": PASSWORD, "new": "therapist1111", "again": "therapist1111"}, "easy to guess"),
        ({"old": PASSWORD, "new": "password123password", "again": "password123password"}, "easy to guess"),
        ({"old": PASSWORD, "new": "a" * 201, "again": "a" * 201}, "at most 200 characters"),
    ],
)
def test_a_bad_new_password_is_refused_in_a_sentence(therapist: Browser, typed: dict[str, str], sentence: str) -> None:
    answer = therapist.send("/account", typed)
    assert answer.status_code == 422
    assert sentence in words(answer)
