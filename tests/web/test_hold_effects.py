"""What a hold stops and its lifting sets free: the desk, the signing of a plan, and the safety screen of the visit."""

from __future__ import annotations

import pytest
from flask import Flask

from clinic_gait.clinical.values import DoseSide
from tests import hosts
from tests.web.pages import all_clear, open_visit, page, save, with_visit
from tests.web.test_desk import of_kind, raise_flag_later, sent_home
from tests.web.test_holds import SAID, form, hold_of, holds
from tests.web.test_signing import plan_for


@pytest.fixture
def visit(therapist: hosts.Visitor) -> str:
    """A visit in which a clot was asked about and answered yes."""
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "yes"}, rest="no")
    return url


def test_lifting_lets_the_desk_print_again(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    first = sent_home(app, therapist, "1")
    raise_flag_later(app, therapist, "1")
    sheet = {"document": str(of_kind(app, first))}
    assert desk.send("/gait/desk/print", sheet).status_code == 409
    held = holds(app, first)[0]
    sent = {"visit": str(held.visit_id), "flag": held.flag, **SAID}
    assert therapist.send(hold_of(app, first), sent).status_code == 303
    assert desk.send("/gait/desk/print", sheet).status_code == 200


def test_the_page_says_what_the_desk_says(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    first = sent_home(app, therapist, "1")
    raise_flag_later(app, therapist, "1")
    html = therapist.get(hold_of(app, first)).text
    assert "“Held. Ask Jane Okafor.”" in html
    assert "2 papers are kept back" in html
    assert "Ask Jane Okafor" in desk.get("/gait/desk").text


def sign_with_plan(app: Flask, therapist: hosts.Visitor, visit: str) -> int:
    """What signing the visit with a plan is answered with."""
    plan_for(app, visit, DoseSide.LEFT)
    review = page(therapist.get(f"{visit}/review"))
    return therapist.send(f"{visit}/sign", {"reviewed": review.boxes["reviewed"]}).status_code


def test_a_later_no_does_not_let_a_plan_be_signed_and_a_lifting_does(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    all_clear(app, visit)
    assert sign_with_plan(app, therapist, visit) == 409
    assert "It still holds although it is not answered yes here." in therapist.get(visit).text
    therapist.send(hold_of(app, visit), form(visit, **SAID))
    assert sign_with_plan(app, therapist, visit) == 303


def test_a_lifted_yes_no_longer_stops_and_says_who_lifted_it(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    therapist.send(hold_of(app, visit), form(visit, **SAID))
    save(therapist, visit)
    html = therapist.get(visit).text
    assert "hold lifted by Jane Okafor, PT" in html
    assert "Stop:" not in html
    assert with_visit(app, visit, lambda one: one.screen().answers["dvt"]) == "yes"


def test_a_hold_that_a_score_set_says_so(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    jane = hosts.USERS["therapist"].staff
    with_visit(app, url, lambda one: one.set_holds(jane, hosts.NOW, clot="Wells score 3: a clot is likely"))
    html = therapist.get(hold_of(app, url)).text
    assert "Wells score 3: a clot is likely" in html
    assert "The score was entered by mistake" in html
    assert "Stop: 1 open warning sign" in therapist.get(url).text


def test_a_sign_this_version_does_not_know_holds_and_can_be_lifted(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    with_visit(app, url, lambda one: one.answer_screen({"old_sign": "yes"}))
    page_url = hold_of(app, url)
    assert "old sign: urgent: within days" in therapist.get(page_url).text
    therapist.send(page_url, {**form(url, **SAID), "flag": "old_sign"})
    assert not holds(app, url)[0].is_open
