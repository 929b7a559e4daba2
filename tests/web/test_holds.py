"""The hold page: what is open and stopped, and that nothing but a therapist's reason lifts it."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from flask import Flask

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.records.hold import HoldView, holds_of
from tests import hosts
from tests.conftest import Begin, visitor
from tests.web.pages import Page, open_visit, page, save, session_of, stored, with_visit

SAID = {"cleared_by": "Dr. Ames", "known_by": "Phone, 10:15 today", "reason": "Scan was clear"}


@pytest.fixture
def visit(app: Flask, therapist: hosts.Visitor, begin: Begin) -> str:
    """A visit in which a clot was asked about and answered yes."""

    def make() -> str:
        url = open_visit(therapist)
        save(therapist, url, **{"flag.dvt": "yes", "wblt_cm.L": "7.5", "wblt_cm.R": "11"}, rest="no")
        return url

    return begin(make)


def hold_of(app: Flask, visit: str) -> str:
    """The address of the patient's hold page."""
    return f"/gait/patients/{with_visit(app, visit, lambda one: one.subject_id)}/hold"


def form(visit: str, **said: str) -> dict[str, str]:
    """What the form of a visit's hold sends."""
    return {"visit": visit.split("/visits/")[1][:36], "flag": "dvt", **said}


def holds(app: Flask, visit: str) -> tuple[HoldView, ...]:
    with app.app_context():
        session = session_of(app)
        return holds_of(session, stored(session, visit).subject)


def typed(html: str) -> dict[str, str]:
    """The boxes of the lift form."""
    return {name: words for name, words in Page(html).boxes.items() if name in SAID}


def test_the_page_says_what_is_open_what_to_do_and_what_is_stopped(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    html = therapist.get(hold_of(app, visit)).text
    flag = FLAGS["dvt"]
    for words in (flag.label, flag.urgency.words, flag.urgency.act("911"), "Set by Jane Okafor, PT", "cannot print"):
        assert words in html
    assert "answered yes in the safety questions" in html
    assert "within 4 hours (UK pathway" in html
    assert "table read" in html
    assert "the visit note itself can be signed" in html
    assert "“Held. Ask the therapist.”" in html


def test_the_page_without_a_hold_says_so_and_has_no_form(app: Flask, therapist: hosts.Visitor) -> None:
    html = therapist.get(hold_of(app, open_visit(therapist))).text
    assert "No hold is open." in html
    assert "Lift the hold" not in html


def test_the_strip_and_the_visit_form_lead_to_the_hold(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    url = hold_of(app, visit)
    html = therapist.get(visit).text
    assert re.search(rf'<a class="cg-tag[^"]*" href="{url}">ON HOLD', html)
    assert html.count(f'href="{url}"') == 2
    assert "does not lift a hold" in html


def test_an_assistant_reads_the_page_and_who_may_lift_but_cannot(
    app: Flask, assistant: hosts.Visitor, visit: str
) -> None:
    url = hold_of(app, visit)
    html = assistant.get(url).text
    assert "Only a therapist who may sign for this patient lifts a hold" in html
    assert not typed(html)
    assert assistant.send(url, form(visit, **SAID)).status_code == 403
    assert holds(app, visit)[0].is_open


def test_the_desk_gets_nothing_of_the_hold_page(app: Flask, desk: hosts.Visitor, visit: str) -> None:
    url = hold_of(app, visit)
    answers = desk.get(url), desk.send(url, form(visit, **SAID))
    assert [answer.status_code for answer in answers] == [403, 403]
    assert not any(flag.label in answer.text for answer in answers for flag in FLAGS.values())


def test_another_clinics_hold_looks_like_a_missing_one(app: Flask, stranger: hosts.Visitor, visit: str) -> None:
    for url in (hold_of(app, visit), f"/gait/patients/{uuid4()}/hold"):
        assert stranger.get(url).status_code == 404
        assert stranger.send(url, form(visit, **SAID)).status_code == 404
    assert holds(app, visit)[0].is_open


def test_a_hold_of_another_patient_is_not_lifted_through_ones_own(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    other = hold_of(app, open_visit(therapist, "2"))
    assert therapist.send(other, form(visit, **SAID)).status_code == 409
    assert holds(app, visit)[0].is_open


def test_a_lifting_without_the_forms_token_is_refused(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    assert therapist.post(hold_of(app, visit), data=form(visit, **SAID)).status_code == 400
    assert holds(app, visit)[0].is_open


@pytest.mark.parametrize("left_out", SAID)
@pytest.mark.parametrize("blank", ["", "  \n", " - ", "\u200b"])
def test_all_three_are_needed_and_what_was_typed_stays(
    app: Flask, therapist: hosts.Visitor, visit: str, left_out: str, blank: str
) -> None:
    answer = therapist.send(hold_of(app, visit), form(visit, **{**SAID, left_out: blank}))
    shown = page(answer, 422)
    assert [name.rpartition("-")[2] for name in shown.slips] == [left_out]
    assert all(shown.boxes[name] == words for name, words in SAID.items() if name != left_out)
    assert "The hold is not lifted yet" in answer.text
    assert holds(app, visit)[0].is_open


def test_more_words_than_fit_are_refused_and_kept(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    long = "cleared " * 100
    answer = therapist.send(hold_of(app, visit), form(visit, **{**SAID, "cleared_by": long}))
    assert page(answer, 422).boxes["cleared_by"] == long
    assert "at most 500 fit" in answer.text


def test_an_answer_by_mistake_needs_the_reason_alone(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    url = hold_of(app, visit)
    without = therapist.send(url, form(visit, mistake="yes"))
    assert list(page(without, 422).slips.values()) == ["Say why this patient may go on."]
    assert page(without, 422).boxes["mistake"] == "yes"
    therapist.send(url, form(visit, mistake="yes", reason="Tapped the wrong row"))
    lifted = holds(app, visit)[0]
    assert (lifted.cleared_by, lifted.reason) == ("not needed: answered by mistake", "Tapped the wrong row")


def test_a_lifted_hold_is_told_with_who_when_and_why(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    url = hold_of(app, visit)
    html = therapist.send(url, form(visit, **SAID), follow_redirects=True).text
    assert "Hold lifted: Possible clot in the leg (DVT)." in html
    assert "Lifted before" in html
    assert all(words in html for words in (*SAID.values(), "Jane Okafor, PT, 12 Nov 2026 09:42"))
    assert not typed(html)
    assert "ON HOLD" not in html


def test_two_people_lifting_give_one_lifting_and_a_clear_sentence(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    url = hold_of(app, visit)
    visitor(app, "colleague").send(url, form(visit, **SAID))
    answer = therapist.send(url, form(visit, **{**SAID, "reason": "I was second"}))
    assert answer.status_code == 409
    assert "Ola Lindqvist, DPT lifted this hold already, on 12 Nov 2026 at 09:42." in answer.text
    assert "I was second" in answer.text
    assert form(visit)["visit"] not in answer.text
    assert holds(app, visit)[0].reason == SAID["reason"]


@pytest.mark.parametrize("flag", ["pe", "no_such_flag", ""])
def test_a_hold_that_was_never_set_cannot_be_lifted(
    app: Flask, therapist: hosts.Visitor, visit: str, flag: str
) -> None:
    answer = therapist.send(hold_of(app, visit), {**form(visit, **SAID), "flag": flag})
    assert answer.status_code == 409
    assert "was never set" in answer.text


def test_a_page_that_names_no_visit_is_called_incomplete(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    answer = therapist.send(hold_of(app, visit), {**form(visit, **SAID), "visit": "1 OR 1=1"})
    assert answer.status_code == 422
    assert "This page is incomplete." in answer.text


def test_the_audit_names_record_and_sign_and_none_of_the_words(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    therapist.send(hold_of(app, visit), form(visit, **SAID))
    with app.app_context():
        rows: Any = session_of(app).execute(sa.text("SELECT act, record, detail FROM clinic_gait_audit")).all()
    assert ("lift hold", form(visit)["visit"], "dvt") in [tuple(row) for row in rows]
    assert not any(words in f"{row}" for row in rows for words in SAID.values())


def test_hostile_words_are_shown_as_words(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    said = {**SAID, "reason": "<script>alert(1)</script>"}
    html = therapist.send(hold_of(app, visit), form(visit, **said), follow_redirects=True).text
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_two_open_holds_have_a_form_each_and_keep_their_own_words(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "yes", "flag.pe": "yes"})
    page_url = hold_of(app, url)
    html = therapist.send(page_url, form(url, reason="only this")).text
    assert html.count("only this</textarea>") == 1
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    therapist.send(page_url, form(url, **SAID))
    assert "ON HOLD" in therapist.get(page_url).text
