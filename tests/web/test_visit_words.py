"""The rest of the visit form: the safety screen, precautions, words, what was done, and two screens at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import DoseSide, Side
from tests import hosts
from tests.web.pages import all_clear, open_visit, page, readings, save, sign, with_visit

# --- the safety screen and the precautions ---


def test_a_question_that_was_not_asked_is_not_stored_as_no(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "yes", "flag.pe": "no"})
    answers = with_visit(app, url, lambda visit: visit.screen().answers)
    assert answers == {"dvt": "yes", "pe": "no"}
    assert "1 open warning sign" in therapist.get(url).text


def test_no_to_all_the_rest_is_an_act_of_its_own(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "yes", "rest": "no"})
    answers = with_visit(app, url, lambda visit: visit.screen().answers)
    assert answers == {**dict.fromkeys(FLAGS, "no"), "dvt": "yes"}


def test_an_answer_can_be_taken_back(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "yes"})
    save(therapist, url, **{"flag.dvt": ""})
    assert with_visit(app, url, lambda visit: visit.screen().answers) == {}


def test_precautions_are_noted_with_the_episode_and_shown_in_the_strip(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"condition.osteoporosis": "1"})
    assert with_visit(app, url, lambda visit: visit.episode.conditions) == ("osteoporosis",)
    assert "Precaution: Osteoporosis" in therapist.get(url).text


def test_a_form_without_the_list_of_precautions_keeps_them(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"condition.osteoporosis": "1"})
    version = page(therapist.get(url)).boxes["version"]
    therapist.send(url, {"version": version, "complaint": "Knee"})
    assert with_visit(app, url, lambda visit: visit.episode.conditions) == ("osteoporosis",)


def test_a_precaution_is_taken_back_by_its_own_box(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"condition.osteoporosis": "1", "condition.growing_patient": "1"})
    boxes = page(therapist.get(url)).boxes
    del boxes["condition.growing_patient"]
    assert therapist.send(url, boxes).status_code == 303
    assert with_visit(app, url, lambda visit: visit.episode.conditions) == ("osteoporosis",)


def test_that_all_precautions_were_asked_about_is_kept_and_said(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert "not asked yet" in therapist.get(url).text
    save(therapist, url, conditions_asked="1")
    assert with_visit(app, url, lambda visit: visit.episode.conditions_at) is not None
    assert "asked, none" in therapist.get(url).text


# --- words ---


def test_words_and_the_side_of_the_complaint_are_kept(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, complaint="Stairs", complaint_side="B", subjective="Since May.\nWorse", impression="Ankle")
    snapshot = with_visit(app, url, lambda visit: visit.snapshot(hosts.CLINICS["river"]))
    assert (snapshot.complaint, snapshot.complaint_side) == ("Stairs", DoseSide.BOTH)
    assert (snapshot.subjective, snapshot.impression) == ("Since May.\nWorse", "Ankle")


@pytest.mark.parametrize(("field", "longest"), [("complaint", 500), ("subjective", 4000), ("impression", 4000)])
def test_too_many_words_are_refused_and_kept_on_the_page(therapist: hosts.Visitor, field: str, longest: int) -> None:
    url = open_visit(therapist)
    shown = page(save(therapist, url, **{field: "w" * (longest + 1)}), 422)
    assert str(longest) in shown.slips[field]
    assert len(shown.boxes[field]) == longest + 1


@pytest.mark.parametrize("hidden", ["\x00", "\u202e", "\u2066", "\x07"])
def test_characters_that_act_unseen_are_not_stored(app: Flask, therapist: hosts.Visitor, hidden: str) -> None:
    url = open_visit(therapist)
    save(therapist, url, complaint=f"kn{hidden}ee")
    assert with_visit(app, url, lambda visit: visit.complaint) == "knee"


def test_markup_in_words_is_shown_as_text(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, complaint="<script>alert(1)</script>", subjective="</textarea><b>x")
    html = therapist.get(url).text
    assert "<script>alert" not in html
    assert "</textarea><b>" not in html


def test_a_made_up_side_of_the_complaint_is_refused(therapist: hosts.Visitor) -> None:
    assert save(therapist, open_visit(therapist), complaint_side="X").status_code == 422


# --- what was done ---


def test_a_technique_done_today_is_stored_with_its_side_and_typed_minutes(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    added = {"done.0.key": "mt_talar_ap", "done.0.side": "L", "done.0.grade": "III", "done.0.minutes": "8"}
    assert save(therapist, url, **added).status_code == 303
    done = with_visit(app, url, lambda visit: visit.done())
    assert [(one.key, one.side, one.grade, one.minutes) for one in done] == [("mt_talar_ap", DoseSide.LEFT, "III", 8)]
    save(therapist, url, complaint="Again")
    assert with_visit(app, url, lambda visit: visit.done()) == done


def test_a_technique_without_a_side_is_refused(therapist: hosts.Visitor) -> None:
    answer = save(therapist, open_visit(therapist), **{"done.0.key": "mt_talar_ap"})
    assert answer.status_code == 422
    assert "say LEFT, RIGHT or both" in answer.text


# --- two screens at once ---


def test_a_stale_page_changes_nothing_and_shows_both_values(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    old = page(therapist.get(url)).boxes
    save(therapist, url, **{"wblt_cm.L": "7", "complaint": "Theirs"})
    answer = therapist.send(url, {**old, "wblt_cm.L": "7.5", "wblt_cm.R": "11"})
    shown = page(answer, 409)
    assert readings(app, url)["wblt_cm", Side.LEFT].value == Decimal("7")
    assert "Other screen: 7 cm" in answer.text
    assert (shown.boxes["wblt_cm.L"], shown.boxes["wblt_cm.R"], shown.boxes["complaint"]) == ("7.5", "11", "Theirs")
    assert therapist.send(url, shown.boxes).status_code == 303
    assert readings(app, url)["wblt_cm", Side.LEFT].value == Decimal("7.5")


def test_the_same_page_sent_twice_is_no_conflict(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    boxes = {**page(therapist.get(url)).boxes, "wblt_cm.L": "7.5"}
    assert [therapist.send(url, boxes).status_code for _ in range(2)] == [303, 303]
    assert len(readings(app, url)) == 1


def test_a_form_without_a_version_is_refused_with_its_words(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    shown = page(therapist.send(url, {"complaint": "Kept"}), 422)
    assert shown.boxes["complaint"] == "Kept"


# --- starting ---


def test_the_start_form_sent_twice_lands_on_one_visit(therapist: hosts.Visitor) -> None:
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    visits = {therapist.send(f"{chart}/visits", {"form_key": "sent-twice"}).location for _ in range(2)}
    assert len(visits) == 1


def test_save_may_lead_on_to_our_pages_and_nowhere_else(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert save(therapist, url, then="review").location == f"{url}/review"
    assert save(therapist, url, then="https://example.org/").location == url


@pytest.mark.parametrize("forbidden", ["clinic", "state", "signed_at", "clinician_key", "subject_id", "id", "day"])
def test_fields_that_are_not_the_forms_are_ignored(app: Flask, therapist: hosts.Visitor, forbidden: str) -> None:
    url = open_visit(therapist)
    before = with_visit(app, url, lambda visit: getattr(visit, forbidden))
    save(therapist, url, **{forbidden: "signed"})
    assert with_visit(app, url, lambda visit: getattr(visit, forbidden)) == before


def test_a_signed_visit_opens_as_its_record(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    all_clear(app, url)
    sign(therapist, url)
    assert therapist.get(url).location == f"{url}/record"
