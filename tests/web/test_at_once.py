"""Two people at once, and pages that were open too long: nobody's work is lost, doubled or signed unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from tests import hosts
from tests.conftest import visitor
from tests.web.pages import open_visit, page, raise_flag, save, session_of, sign, stored_plan, with_visit
from tests.web.test_plans import STRETCH, exercises, line
from tests.web.test_suggestions import TIGHT, found


@pytest.fixture
def visit(therapist: hosts.Visitor) -> str:
    return open_visit(therapist)


@contextmanager
def just_before(app: Flask, statement: str, act: Callable[[], object]) -> Iterator[None]:
    """Do something once, in a thread of its own, at the moment in which a request sends this statement."""
    waiting = [act]

    def meanwhile(conn: object, cursor: object, sql: str, *rest: Any) -> None:
        if waiting and statement in sql:
            other = Thread(target=waiting.pop())
            other.start()
            other.join()

    with app.app_context():
        engine = app.extensions["test_db"].engine
    sa.event.listen(engine, "before_cursor_execute", meanwhile)
    yield
    sa.event.remove(engine, "before_cursor_execute", meanwhile)
    assert not waiting, "the moment never came"


def two_drafts(app: Flask, therapist: hosts.Visitor, visit: str) -> tuple[dict[str, str], Callable[[], object]]:
    """One's own form, and the act of a colleague who sends another one first."""
    colleague = visitor(app, "colleague")
    theirs = {**page(colleague.get(f"{visit}/plan")).boxes, **line("clamshell", "L", sets="1")}
    mine = {**page(therapist.get(f"{visit}/plan")).boxes, **line(STRETCH, "R", sets="1")}
    token = colleague.get("/token").text
    return mine, lambda: colleague.post(f"{visit}/plan", data={**theirs, "csrf_token": token})


def test_of_two_who_begin_a_plan_in_the_same_moment_the_second_is_told(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    mine, first = two_drafts(app, therapist, visit)
    with just_before(app, "UPDATE clinic_gait_subject", first):
        answer = therapist.send(f"{visit}/plan", mine)
    assert answer.status_code == 409
    assert [one.key for one in exercises(app, visit)] == ["clamshell"]


def test_the_same_plan_begun_twice_in_the_same_moment_is_no_conflict(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    mine, _ = two_drafts(app, therapist, visit)
    again = visitor(app, "therapist")
    sent = {**mine, "csrf_token": again.get("/token").text}
    with just_before(app, "UPDATE clinic_gait_subject", lambda: again.post(f"{visit}/plan", data=sent)):
        answer = therapist.send(f"{visit}/plan", mine)
    assert answer.status_code == 303
    assert [one.key for one in exercises(app, visit)] == [STRETCH]


def test_suggestions_taken_over_an_older_plan_are_refused_with_every_word_kept(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    found(therapist, visit, **TIGHT)
    old = {**page(therapist.get(f"{visit}/plan")).boxes, "why": "Stairs at work", "act": "take"}
    visitor(app, "colleague").send(f"{visit}/plan", {**old, "why": ""})
    before = exercises(app, visit)
    answer = therapist.send(f"{visit}/plan", old)
    assert answer.status_code == 409
    assert "Somebody else changed this record" in answer.text
    assert "Stairs at work" in answer.text
    assert exercises(app, visit) == before


def test_a_hold_set_meanwhile_adds_nothing_and_says_so(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    open_page = {**page(therapist.get(f"{visit}/plan")).boxes, "why": "Stairs at work", "act": "take"}
    raise_flag(app, visit)
    answer = therapist.send(f"{visit}/plan", open_page)
    assert page(answer, 422).boxes["why"] == "Stairs at work"
    assert "a warning sign is open, and nothing is suggested while it is" in answer.text
    with app.app_context(), pytest.raises(AssertionError):
        stored_plan(session_of(app), visit)


def test_a_plan_page_left_open_over_the_signature_changes_nothing(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, visit, rest="no")
    save(therapist, f"{visit}/plan", **line(STRETCH, "R", sets="1"))
    left_open = page(therapist.get(f"{visit}/plan")).boxes
    sign(therapist, visit)
    for typed in ({"language": "es"}, {"x-0-sets": "many"}, {"act": "take"}):
        assert therapist.send(f"{visit}/plan", {**left_open, **typed}).status_code == 409
    assert with_visit(app, visit, lambda one: one.subject.language) == "en"


def test_what_is_written_while_the_review_is_made_is_not_signed_unseen(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    colleague = visitor(app, "colleague")
    boxes = {**page(colleague.get(visit)).boxes, "wblt_cm.L": "7.5", "csrf_token": colleague.get("/token").text}
    with just_before(app, "FROM clinic_gait_hold", lambda: colleague.post(visit, data=boxes)):
        review = therapist.get(f"{visit}/review")
    assert "7.5" not in review.text
    answer = therapist.send(f"{visit}/sign", {"reviewed": page(review).boxes["reviewed"], "only": "visit"})
    assert answer.status_code == 409
    assert not with_visit(app, visit, lambda one: one.is_signed)
