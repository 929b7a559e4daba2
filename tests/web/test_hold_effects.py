"""What a hold stops and its lifting sets free: the desk, the signing of a plan, and the safety screen of the visit."""

from __future__ import annotations

import pytest
from flask import Flask

from clinic_gait.clinical.values import DoseSide
from clinic_gait.web.hold_page import MISTAKE
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import all_clear, open_visit, page, save, with_visit
from tests.web.test_cutoff_words import answers
from tests.web.test_desk import of_kind, raise_flag_later, sent_home
from tests.web.test_holds import SAID, form, hold_of, holds
from tests.web.test_signing import plan_for


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    """A visit in which a clot was asked about and answered yes."""

    def make() -> str:
        url = open_visit(therapist)
        save(therapist, url, **{"flag.dvt": "yes"}, rest="no")
        return url

    return begin(make)


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


def lift_mistake(app: Flask, therapist: hosts.Visitor, visit: str, nth: str = "1") -> None:
    """Lift the open hold of this visit: it was answered by mistake."""
    said = form(visit, nth=nth, mistake="yes", reason="Tapped the wrong row")
    assert therapist.send(hold_of(app, visit), said).status_code == 303


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


def test_a_yes_after_a_lifting_by_mistake_holds_again_in_the_same_visit(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    lift_mistake(app, therapist, visit)
    for answer in ("no", "yes"):
        save(therapist, visit, **{"flag.dvt": answer})
    assert [(one.nth, one.is_open) for one in holds(app, visit)] == [(2, True), (1, False)]
    assert "Stop: 1 open warning sign" in therapist.get(visit).text
    assert sign_with_plan(app, therapist, visit) == 409
    # A page that was opened over the first hold has no say over the second.
    assert therapist.send(hold_of(app, visit), form(visit, **SAID)).status_code == 409
    html = therapist.send(hold_of(app, visit), form(visit, nth="2", **SAID), follow_redirects=True).text
    assert "No hold is open." in html
    assert all(words in html for words in (MISTAKE, SAID["reason"]))
    assert "hold lifted by Jane Okafor, PT" in therapist.get(visit).text


def test_the_desk_stops_again_with_a_yes_given_anew(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    sheet = {"document": str(of_kind(app, sent_home(app, therapist, "1")))}
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    later = str(therapist.send(f"{chart}/visits", {"form_key": "later-form"}).location)
    printed = []
    for answer in ("yes", "no", "yes"):
        save(therapist, later, **{"flag.dvt": answer})
        printed.append(desk.send("/gait/desk/print", sheet).status_code)
        if answer == "yes":
            lift_mistake(app, therapist, later, str(len(printed) // 2 + 1))
    assert printed == [409, 200, 409]
    assert desk.send("/gait/desk/print", sheet).status_code == 200


def test_suggestions_are_hidden_again_with_a_yes_given_anew(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    lift_mistake(app, therapist, visit)
    hidden = []
    for answer in ("yes", "no", "yes"):
        save(therapist, visit, **{"flag.dvt": answer})
        hidden.append("Suggestions are hidden" in therapist.get(f"{visit}/plan").text)
    assert hidden == [False, False, True]


def test_a_yes_that_still_stands_after_a_lifting_stays_lifted(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    lift_mistake(app, therapist, visit)
    for words in ("one word", "and another"):
        save(therapist, visit, subjective=words)
    assert [(one.nth, one.is_open) for one in holds(app, visit)] == [(1, False)]


def test_a_yes_given_anew_stops_on_the_page_before_it_can_be_stored(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    lift_mistake(app, therapist, visit)
    wrong = {"wblt_cm.L": "seven"}
    assert "Stop:" not in save(therapist, visit, **wrong).text
    save(therapist, visit, **{"flag.dvt": "no"})
    answer = save(therapist, visit, **{"flag.dvt": "yes"}, **wrong)
    assert answer.status_code == 422
    assert "Stop: 1 open warning sign" in answer.text


def test_a_clot_that_becomes_likely_again_holds_again(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    likely, unlikely = answers("past_dvt", "active_cancer"), answers()
    for typed, expected in ((likely, [1]), (likely, []), (unlikely, []), (likely, [2])):
        save(therapist, url, **typed)
        assert [one.nth for one in holds(app, url) if one.is_open] == expected
        assert ("RF-02" in therapist.get(f"{url}/review").text) is bool(expected)
        if expected == [1]:
            lift_mistake(app, therapist, url)
    assert holds(app, url)[0].because == "Wells score 2: a clot is likely"


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
