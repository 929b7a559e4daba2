"""Review, sign, submit, and the record that nobody can change afterwards."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.care.plan import PlannedExercise, PlanSnapshot
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.values import DoseSide, Reading, Side
from clinic_gait.records.issued import documents_of
from clinic_gait.records.plan import draft_plan
from clinic_gait.records.signing import reviewed
from clinic_gait.records.visit import Visit
from clinic_gait.web.side_checks import conflicts, swapped
from tests import hosts
from tests.web.pages import all_clear, open_visit, page, raise_flag, save, session_of, sign, stored_plan, with_visit

EXERCISE = "calf_stretch_straight"


def plan_for(app: Flask, url: str, side: DoseSide = DoseSide.LEFT, why: str = "It helps.") -> None:
    """Put one exercise into the plan of this visit."""
    jane = hosts.USERS["therapist"].staff

    def work(visit: Visit) -> None:
        session = session_of(app)
        one = PlannedExercise(key=EXERCISE, side=side, dose=LIBRARY[EXERCISE].dose)
        draft_plan(session, visit, jane).replace((), (), (one,), why=why)

    with_visit(app, url, work)


def hidden(html: str) -> str:
    """The hash that the review carries."""
    found = re.search(r'name="reviewed" value="([0-9a-f]{64})"', html)
    assert found is not None
    return found[1]


def papers(app: Flask, url: str) -> list[str]:
    """Kinds of the papers of this patient."""
    kinds: list[str] = with_visit(
        app, url, lambda visit: sorted(one.kind for one in documents_of(session_of(app), visit.subject))
    )
    return kinds


def test_the_review_counts_what_was_measured_and_what_was_left_blank(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_cm.R": "11", "varus_thrust.L": "possible"}, complaint_side="L")
    html = therapist.get(f"{url}/review").text
    assert "3 values" in html
    assert "29 of the usual set · 0 carried over" in html
    assert "0 of 18 asked, the rest is unknown" in html


def test_a_visit_without_a_plan_is_signed_and_read_only(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5"}, complaint="Stairs")
    assert sign(therapist, url).location == f"{url}/record"
    html = therapist.get(f"{url}/record").text
    assert "Signed, read only" in html
    assert "Jane Okafor, PT" in html
    assert "7.5 cm" in html
    assert not set(page(therapist.get(f"{url}/record")).boxes) & {"wblt_cm.L", "complaint", "subjective", "impression"}
    assert with_visit(app, url, lambda visit: str(visit.signed_hash)[:4]) in html


def test_a_visit_and_its_plan_are_signed_together_and_the_papers_go_to_the_desk(
    app: Flask, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    all_clear(app, url)
    plan_for(app, url)
    html = therapist.get(f"{url}/review").text
    assert "Sign and send to desk" in html
    assert "LEFT</b> <b>" in html
    sign(therapist, url)
    with app.app_context():
        assert stored_plan(session_of(app), url).state == "signed"
    assert papers(app, url) == ["home_sheet", "patient_report"]
    assert "/gait/documents/" in therapist.get(f"{url}/record").text


def test_what_changed_after_the_review_is_not_signed(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    old = hidden(therapist.get(f"{url}/review").text)
    save(therapist, url, complaint="Later")
    answer = therapist.send(f"{url}/sign", {"reviewed": old})
    assert answer.status_code == 409
    assert "changed this record" in answer.text
    assert with_visit(app, url, lambda visit: visit.state) == "draft"


def test_a_signed_visit_takes_no_more(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    boxes = page(therapist.get(url)).boxes
    sign(therapist, url)
    answer = therapist.send(url, {**boxes, "complaint": "Too late, but kept"})
    assert answer.status_code == 409
    assert "Too late, but kept" in answer.text
    assert with_visit(app, url, lambda visit: visit.complaint) == ""
    assert therapist.send(f"{url}/submit").status_code == 409
    assert therapist.send(f"{url}/sign", {"reviewed": "0" * 64}).status_code == 409


def test_an_unfinished_safety_screen_holds_the_plan_and_not_the_visit(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    plan_for(app, url)
    html = therapist.get(f"{url}/review").text
    assert "18 safety questions are not answered" in html
    assert "Sign the visit only" in html
    sign_only = {"reviewed": hidden(html), "only": "visit"}
    assert therapist.send(f"{url}/sign", sign_only).status_code == 303
    with app.app_context():
        assert stored_plan(session_of(app), url).state == "draft"
    assert "home_sheet" not in papers(app, url)


@pytest.mark.parametrize(("open_flag", "status", "words"), [(True, 409, "warning sign"), (False, 422, "safety screen")])
def test_a_plan_is_refused_while_the_screen_is_open(
    app: Flask, therapist: hosts.Visitor, open_flag: bool, status: int, words: str
) -> None:
    url = open_visit(therapist)
    plan_for(app, url)
    if open_flag:
        raise_flag(app, url)
    river = hosts.CLINICS["river"]
    seen = with_visit(app, url, lambda visit: reviewed(visit, stored_plan(session_of(app), url), river))
    answer = therapist.send(f"{url}/sign", {"reviewed": seen})
    assert answer.status_code == status
    assert words in answer.text
    assert with_visit(app, url, lambda visit: visit.state) == "draft"
    assert papers(app, url) == []


def test_an_open_warning_sign_is_named_on_the_review(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    raise_flag(app, url)
    html = therapist.get(f"{url}/review").text
    assert "A warning sign is open: Possible clot in the leg (DVT)" in html
    assert "Sign and send to desk" not in html


def test_an_assistant_submits_and_a_therapist_signs(
    app: Flask, therapist: hosts.Visitor, assistant: hosts.Visitor
) -> None:
    url = open_visit(assistant)
    html = assistant.get(f"{url}/review").text
    assert "Submit for co-signature" in html
    assert "Sign the visit" not in html
    assert assistant.send(f"{url}/sign", {"reviewed": "0" * 64}).status_code == 403
    assert assistant.send(f"{url}/submit").status_code == 303
    assert with_visit(app, url, lambda visit: visit.state) == "submitted"
    assert "Waiting for a therapist" in assistant.get(f"{url}/review").text
    sign(therapist, url)
    record = therapist.get(f"{url}/record").text
    assert "Jane Okafor, PT" in record


def test_an_empty_plan_is_no_plan(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    jane = hosts.USERS["therapist"].staff
    with_visit(app, url, lambda visit: draft_plan(session_of(app), visit, jane))
    assert "Sign and send to desk" not in therapist.get(f"{url}/review").text


def test_a_plan_for_the_other_leg_is_pointed_out(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, complaint_side="L", **{"varus_thrust.L": "definite"})
    plan_for(app, url, DoseSide.RIGHT)
    html = therapist.get(f"{url}/review").text
    assert "The complaint is left; everything in the plan is right." in html
    assert "All findings are left; everything in the plan is right." in html


def test_sides_that_fit_raise_no_warning(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, complaint_side="L", **{"varus_thrust.L": "definite"})
    plan_for(app, url, DoseSide.LEFT)
    river = hosts.CLINICS["river"]
    seen = with_visit(app, url, lambda visit: visit.snapshot(river))
    with app.app_context():
        plan: PlanSnapshot = stored_plan(session_of(app), url).snapshot(river)
    assert conflicts(seen, plan) == []
    both = replace(plan, exercises=(replace(plan.exercises[0], side=DoseSide.BOTH, dose=Dose(sets=3)),))
    assert conflicts(seen, both) == []


def lunge(left: str, right: str) -> list[Reading]:
    """Both legs in the usual way."""
    way = "inclinometer; 15 cm below tuberosity"
    return [
        Reading(measure="wblt_deg", side=side, value=Decimal(value), method=way)
        for side, value in ((Side.LEFT, left), (Side.RIGHT, right))
    ]


@pytest.mark.parametrize(
    ("now", "warned"), [(("39", "30"), True), (("30", "40"), False), (("33", "36"), False), (("36", "33"), True)]
)
def test_values_that_fit_the_last_visit_better_swapped_are_pointed_out(now: tuple[str, str], warned: bool) -> None:
    before = {one.key: one for one in lunge("28", "39")}
    assert bool(swapped(lunge(*now), before)) is warned


def test_the_words_that_repeat_the_last_visit_are_counted(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, subjective="Worse after work", impression="")
    sign(therapist, url)
    subject = re.search(r"/gait/patients/[0-9a-f-]{36}", therapist.get(f"{url}/record").text)
    assert subject is not None
    second = str(therapist.send(f"{subject[0]}/visits", {"form_key": "the-next-visit"}).location)
    save(therapist, second, subjective="Worse after work")
    assert "100 % the same as last visit" in therapist.get(f"{second}/review").text


def test_a_name_that_cannot_be_printed_stops_the_paper_and_not_the_signature(
    app: Flask, therapist: hosts.Visitor
) -> None:
    with app.app_context():
        db, patient = app.extensions["test_db"], app.extensions["test_patient"]
        db.session.get(patient, 1).name = "走 Delgado"
        db.session.commit()
    url = open_visit(therapist)
    all_clear(app, url)
    plan_for(app, url)
    sent = {"reviewed": hidden(therapist.get(f"{url}/review").text)}
    answer = therapist.send(f"{url}/sign", sent, follow_redirects=True)
    assert "no paper was made" in answer.text
    assert "U+8D70" in answer.text
    assert with_visit(app, url, lambda visit: visit.state) == "signed"
    assert papers(app, url) == []


def test_a_character_that_no_face_has_is_named_and_nothing_is_signed(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    all_clear(app, url)
    plan_for(app, url, why="走 walk")
    answer = therapist.send(f"{url}/sign", {"reviewed": hidden(therapist.get(f"{url}/review").text)})
    assert answer.status_code == 422
    assert "U+8D70" in answer.text
    assert with_visit(app, url, lambda visit: visit.state) == "draft"
    assert papers(app, url) == []
