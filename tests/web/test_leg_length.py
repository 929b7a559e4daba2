"""Leg length: the short side and the millimetres are worked out, stored unsigned, and never guessed."""

from __future__ import annotations

import pytest
from flask import Flask

from clinic_gait.care.lengths import differences
from clinic_gait.care.visit import LegLength
from clinic_gait.clinical.values import Side
from clinic_gait.web.leg_boxes import boxes_of
from tests import hosts
from tests.conftest import Begin
from tests.each import each
from tests.web.pages import open_visit, page, save, sign, with_visit

TAPE = {
    "tape_true-left-1": "84.1",
    "tape_true-left-2": "84.3",
    "tape_true-right-1": "84.6",
    "tape_true-right-2": "84.6",
}


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


def lengths(app: Flask, visit: str) -> dict[str, LegLength]:
    found: dict[str, LegLength] = with_visit(app, visit, lambda one: {each.method: each for each in one.leg_lengths()})
    return found


@pytest.mark.parametrize(("foot", "side"), [("left", Side.LEFT), ("right", Side.RIGHT)])
def test_the_block_keeps_its_height_and_the_foot_it_stands_under(
    app: Flask, therapist: hosts.Visitor, visit: str, foot: str, side: Side
) -> None:
    assert save(therapist, f"{visit}/leg-length", **{"block-mm": "8", "block-foot": foot}).status_code == 303
    block = lengths(app, visit)["block"]
    assert (block.block_mm, block.block_side) == ("8", side)
    answer = therapist.get(f"{visit}/leg-length")
    assert f"{foot} leg shorter by 8 mm" in answer.text
    assert page(answer).boxes["block-foot"] == foot


def test_level_is_a_finding_of_its_own(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/leg-length", **{"block-foot": "level"})
    assert lengths(app, visit)["block"].block_side is Side.NONE
    assert "no difference found" in therapist.get(f"{visit}/leg-length").text


@pytest.mark.parametrize(
    ("typed", "left_mm"),
    [
        ("84.1", "841"),
        ("841", "841"),
        ("841.5", "841.5"),
        ("800", "800"),
        ("841 mm", "841"),
        ("33 1/8 in", "841.4"),
        ('33-1/8"', "841.4"),
        ("84.1 cm", "841"),
    ],
)
def test_a_length_is_typed_in_cm_mm_or_inches(
    app: Flask, therapist: hosts.Visitor, visit: str, typed: str, left_mm: str
) -> None:
    save(therapist, f"{visit}/leg-length", **{"tape_true-left-1": typed, "tape_true-right-1": "84.6"})
    assert lengths(app, visit)["tape_true"].left_mm == left_mm


def test_both_readings_of_a_leg_are_kept_with_their_mean(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/leg-length", **TAPE)
    tape = lengths(app, visit)["tape_true"]
    assert (tape.left_mm, tape.right_mm) == ("842", "846")
    assert tape.left_trials == ("841", "843")
    answer = therapist.get(f"{visit}/leg-length")
    assert "left leg shorter by 4 mm" in answer.text
    boxes = page(answer).boxes
    assert {name: boxes[name] for name in TAPE} == TAPE


def test_work_it_out_shows_the_result_and_keeps_nothing(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    answer = save(therapist, f"{visit}/leg-length", **TAPE, act="work")
    assert answer.status_code == 200
    assert "left leg shorter by 4 mm" in answer.text
    assert "not kept yet" in answer.text
    assert lengths(app, visit) == {}


def test_methods_that_disagree_get_no_band(therapist: hosts.Visitor, visit: str) -> None:
    typed = {"block-mm": "12", "block-foot": "right", **TAPE}
    save(therapist, f"{visit}/leg-length", **typed)
    text = therapist.get(f"{visit}/leg-length").text
    assert "The methods disagree" in text
    assert "possibly important (default bands" not in text
    assert "left leg shorter by 4 mm" in text
    assert "right leg shorter by 12 mm" in text


@pytest.mark.parametrize(
    ("typed", "box", "said"),
    [
        ({"block-mm": "8", "block-foot": "level"}, "block-mm", "8 mm"),
        ({"block-mm": "0", "block-foot": "left"}, "block-mm", "0 mm under the left foot is level"),
        ({"block-mm": "300", "block-foot": "left"}, "block-mm", "0 to 100 mm"),
        ({"block-mm": "8", "block-foot": "both"}, "block-foot", "choose one"),
        ({"tape_true-left-1": "8410", "tape_true-right-1": "84"}, "tape_true-left-1", "left: 8410 is not possible"),
        ({"tape_true-left-1": "841 cm", "tape_true-right-1": "84"}, "tape_true-left-1", "left: 841 cm is not possible"),
        ({"tape_true-left-1": "84 kg", "tape_true-right-1": "84"}, "tape_true-left-1", "say mm, cm or in"),
        ({"tape_true-left-1": "84", "tape_true-right-1": "NaN"}, "tape_true-right-1", "right: "),
        ({"tape_true-left-1": "84", "tape_true-right-1": "84,5"}, "tape_true-right-1", "comma"),
        ({"tape_true-left-1": "84", "tape_true-right-1": "48"}, "tape_true-left-1", "360 mm apart"),
        ({**TAPE, "tape_true-left-2": "48.3"}, "tape_true-left-2", "left: the two readings"),
        ({"lift_trial-mm": "0"}, "lift_trial-mm", "0 mm is no lift"),
        ({"lift_trial-mm": "6", "lift_trial-foot": "level"}, "lift_trial-foot", "left or right"),
        ({"lift_trial-gait": "splendid"}, "lift_trial-gait", "choose one"),
    ],
)
def test_what_cannot_be_stored_is_said_beside_its_box_and_stays_typed(
    app: Flask, therapist: hosts.Visitor, visit: str, typed: dict[str, str], box: str, said: str
) -> None:
    seen = page(save(therapist, f"{visit}/leg-length", **typed), 422)
    assert said in seen.slips[box]
    kept = {name: text for name, text in typed.items() if not name.endswith(("-foot", "-gait"))}
    assert {name: seen.boxes[name] for name in kept} == kept
    assert lengths(app, visit) == {}


@each(
    ("typed", "method", "said"),
    [
        ({"block-mm": "8"}, "block", "say which foot the block stood under"),
        ({"block-foot": "left"}, "block", "say how many mm stood under the LEFT foot"),
        ({"tape_true-left-1": "84.1"}, "tape_true", "measure the RIGHT leg too"),
        ({"tape_true-right-1": "84.1"}, "tape_true", "measure the LEFT leg too"),
        ({"imaging-note": "from March"}, "imaging", "there is a note but no reading"),
        ({"lift_trial-mm": "6"}, "lift_trial", "say under which foot the lift was"),
        ({"lift_trial-mm": "6", "lift_trial-foot": "left"}, "lift_trial", "say what gait or pain did"),
    ],
)
def test_half_of_a_measurement_is_kept_and_is_no_difference_anywhere(
    app: Flask, therapist: hosts.Visitor, visit: str, typed: dict[str, str], method: str, said: str
) -> None:
    empty = dict.fromkeys(boxes_of({}), "")
    assert save(therapist, f"{visit}/leg-length", **{**empty, **typed}).status_code == 303
    found = lengths(app, visit)
    assert set(found) == {method}
    assert differences(found.values()) == {}
    answer = therapist.get(f"{visit}/leg-length")
    assert said in answer.text
    assert "Nothing measured yet" in answer.text or "No difference yet" in answer.text
    boxes = page(answer).boxes
    assert {name: boxes[name] for name in typed} == typed
    review = therapist.get(f"{visit}/review").text
    assert said in review
    assert "leg short" not in review


def test_two_readings_far_apart_ask_for_a_third_and_the_middle_one_counts(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    apart = {**TAPE, "tape_true-left-2": "85.3"}
    save(therapist, f"{visit}/leg-length", **apart)
    text = therapist.get(f"{visit}/leg-length").text
    assert text.count("over 10 mm apart: take a third") == 1
    assert lengths(app, visit)["tape_true"].left_mm == "847"
    save(therapist, f"{visit}/leg-length", **apart, **{"tape_true-left-3": "84.2"})
    tape = lengths(app, visit)["tape_true"]
    assert (tape.left_mm, tape.left_trials) == ("842", ("841", "853", "842"))
    assert "take a third" not in therapist.get(f"{visit}/leg-length").text


def test_a_lift_trial_is_told_with_its_side_and_is_no_difference(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    typed = {"lift_trial-mm": "1/4 in", "lift_trial-foot": "left", "lift_trial-gait": "better"}
    save(therapist, f"{visit}/leg-length", **typed, **{"lift_trial-pain": "pain_more", "block-foot": "level"})
    trial = lengths(app, visit)["lift_trial"]
    assert (trial.block_mm, trial.block_side, trial.response) == ("6.4", Side.LEFT, "better pain_more")
    assert set(differences(lengths(app, visit).values())) == {"block"}
    said = "Lift trial: 6.4 mm (0.25 in) under the LEFT foot: gait better, pain more"
    for place in ("leg-length", "review", "record"):
        assert said in therapist.get(f"{visit}/{place}").text
    sign(therapist, visit)
    assert said in therapist.get(f"{visit}/record").text
    assert "leg short" not in therapist.get(f"{visit}/record").text


def test_what_the_methods_point_to_is_said_with_how_sure_it_is(therapist: hosts.Visitor, visit: str) -> None:
    typed = {"block-mm": "8", "block-foot": "left", "tape_true-left-1": "84.0", "tape_true-right-1": "84.6"}
    save(therapist, f"{visit}/leg-length", **typed)
    text = therapist.get(f"{visit}/leg-length").text
    assert "May be structural." in text
    assert "How sure: Weak: raters agree" in text
    assert "For the therapist to confirm." in text
    assert "0.31 in" in text


def test_a_large_difference_is_asked_about_once(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    typed = {"tape_true-left-1": "84", "tape_true-right-1": "90"}
    seen = page(save(therapist, f"{visit}/leg-length", **typed), 422)
    assert "60 mm apart, which is unusual" in seen.slips["tape_true-confirm"]
    assert save(therapist, f"{visit}/leg-length", **typed, **{"tape_true-confirm": "60"}).status_code == 303
    assert lengths(app, visit)["tape_true"].right_mm == "900"
    assert save(therapist, f"{visit}/leg-length", **{"block-foot": "level"}).status_code == 303


def test_emptying_the_boxes_takes_the_measurement_back(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/leg-length", **TAPE, **{"block-mm": "8", "block-foot": "left"})
    save(therapist, f"{visit}/leg-length", **dict.fromkeys(TAPE, ""))
    assert set(lengths(app, visit)) == {"block"}


def test_the_same_form_sent_twice_is_no_conflict_and_an_old_page_is(therapist: hosts.Visitor, visit: str) -> None:
    boxes = {**page(therapist.get(f"{visit}/leg-length")).boxes, "block-mm": "8", "block-foot": "left"}
    assert [therapist.send(f"{visit}/leg-length", boxes).status_code for _ in range(2)] == [303, 303]
    assert therapist.send(f"{visit}/leg-length", {**boxes, "block-mm": "9"}).status_code == 409


def test_every_box_says_which_leg_and_none_is_named_twice(therapist: hosts.Visitor, visit: str) -> None:
    names = page(therapist.get(f"{visit}/leg-length")).names
    assert len(set(names)) == len(names)
    legs = [name for name in names if "reading" in name or "Film" in name]
    assert len(legs) == 14
    assert all(("left leg" in name) != ("right leg" in name) for name in legs)


def test_the_last_visit_is_shown_and_never_typed_in(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/leg-length", **{"block-mm": "8", "block-foot": "left"})
    boxes = page(therapist.get(f"{visit}/leg-length")).boxes
    sign(therapist, visit)
    assert therapist.send(f"{visit}/leg-length", {**boxes, "block-mm": "9"}).status_code == 409
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    again = therapist.send(f"{chart}/visits", {"form_key": "second-form"}).location
    answer = therapist.get(f"{again}/leg-length")
    assert "left leg short by 8 mm (0.31 in)" in answer.text
    assert page(answer).boxes["block-mm"] == ""
    assert lengths(app, str(again)) == {}
