"""Refusals: a page that says why, keeps every word that was typed, and shows nothing of how the house is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_wtf import CSRFProtect

from clinic_gait.clinical.red_flags import FLAGS
from tests import hosts
from tests.conftest import visitor
from tests.web.pages import open_visit, page, with_visit

WORDS = "Typed for ten minutes, <b>not</b> to be lost"
KEPT = "Typed for ten minutes, &lt;b&gt;not&lt;/b&gt; to be lost"


def test_a_post_without_a_token_keeps_the_words_and_can_be_sent_again(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    version = page(therapist.get(url)).boxes["version"]
    answer = therapist.post(url, data={"complaint": WORDS, "version": version, "wblt_cm.L": "7.5"})
    assert answer.status_code == 400
    assert KEPT in answer.text
    assert "Weight-bearing lunge, big toe to wall, left" in answer.text
    assert with_visit(app, url, lambda visit: visit.complaint) == ""
    again = page(answer, 400).boxes
    token = re.search(r'name="csrf_token" value="([^"]+)"', answer.text)
    assert token is not None
    sent = therapist.post(url, data={**again, "csrf_token": token[1]})
    assert sent.status_code == 303
    assert with_visit(app, url, lambda visit: visit.complaint) == WORDS


def test_a_form_that_another_site_sent_is_not_offered_for_sending_again(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    answer = therapist.post(url, data={"complaint": WORDS}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400
    assert "Send it again" not in answer.text


def test_a_host_that_checks_tokens_itself_gets_our_page_with_the_words(own_app: Flask) -> None:
    CSRFProtect(own_app)
    therapist = visitor(own_app, "therapist")
    url = open_visit(therapist)
    answer = therapist.post(url, data={"complaint": WORDS})
    assert answer.status_code == 400
    assert KEPT in answer.text


def test_a_post_after_sign_out_keeps_the_words_beside_a_sign_in(
    client: hosts.Visitor, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    answer = client.post(url, data={"complaint": WORDS})
    assert answer.status_code == 401
    assert KEPT in answer.text
    assert re.search(r'href="/sign-in\?next="[^>]*target="_blank"', answer.text)
    assert "send it again" in answer.text


def test_a_page_asked_for_when_signed_out_leads_to_the_sign_in_and_back(
    client: hosts.Visitor, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    assert client.get(url).location == f"/sign-in?next={url}"


def test_the_front_desk_is_refused_in_words(desk: hosts.Visitor, therapist: hosts.Visitor) -> None:
    answer = desk.get(open_visit(therapist))
    assert answer.status_code == 403
    assert "You may not do this" in answer.text
    assert "Delgado" not in answer.text


def test_another_clinics_record_looks_like_a_missing_one(therapist: hosts.Visitor, stranger: hosts.Visitor) -> None:
    url = open_visit(therapist)
    missing = re.sub(r"[0-9a-f]{12}$", "0" * 12, url)
    assert stranger.get(url).text == stranger.get(missing).text
    assert stranger.get(url).status_code == 404


@pytest.mark.parametrize("size", [1_000_001, 5_000_000])
def test_a_form_that_is_too_large_is_refused_without_being_read(therapist: hosts.Visitor, size: int) -> None:
    url = open_visit(therapist)
    answer = therapist.post(url, data={"complaint": "w" * size})
    assert answer.status_code == 413
    assert "too much for one form" in answer.text
    assert len(answer.text) < 10_000


def test_a_start_without_a_form_key_is_refused(therapist: hosts.Visitor) -> None:
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    assert therapist.send(f"{chart}/visits").status_code == 422


@pytest.fixture
def broken(app: Flask) -> Iterator[Flask]:
    """The database stops answering as soon as something is read from a visit."""
    with app.app_context():
        engine = app.extensions["test_db"].engine

    def fail(conn: object, cursor: object, statement: str, *rest: object) -> None:
        if "clinic_gait_visit" in statement:
            raise sa.exc.OperationalError(statement, {}, Exception("disk I/O error on /var/lib/secret"))

    sa.event.listen(engine, "before_cursor_execute", fail)
    yield app
    sa.event.remove(engine, "before_cursor_execute", fail)


def test_a_database_that_does_not_answer_gives_503_with_the_words(
    therapist: hosts.Visitor, request: pytest.FixtureRequest
) -> None:
    url = open_visit(therapist)
    request.getfixturevalue("broken")
    answer = therapist.send(url, {"complaint": WORDS, "version": "1"})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert KEPT in answer.text
    assert "Send it again" in answer.text
    assert "secret" not in answer.text
    assert "sqlite" not in answer.text.lower()


@pytest.mark.parametrize("path", ["today", "patients/x", "visits/1", "desk"])
def test_no_answer_shows_how_the_house_is_built(therapist: hosts.Visitor, path: str) -> None:
    answer = therapist.get(f"/gait/{path}")
    assert "Traceback" not in answer.text
    assert ".py" not in answer.text


def test_the_hosts_own_pages_keep_their_own_errors(therapist: hosts.Visitor) -> None:
    answer = therapist.get("/no-such-page-of-the-host")
    assert answer.status_code == 404
    assert "clinic-gait" not in answer.text


def test_what_was_typed_into_the_screen_is_listed_under_its_words(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    key, flag = next(iter(FLAGS.items()))
    answer = therapist.post(url, data={f"flag.{key}": "yes"})
    assert flag.label in answer.text.replace("&#39;", "'")
