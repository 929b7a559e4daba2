"""Shoe wear: what is tapped is what is stored, side by side and never zero by itself."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from clinic_gait.care.visit import ShoeNote
from clinic_gait.clinical.shoe_wear import GRADES, ZONES
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.web import soles
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import open_visit, page, save, sign, with_visit


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


def notes(app: Flask, visit: str) -> list[ShoeNote]:
    found: list[ShoeNote] = with_visit(app, visit, lambda one: [note for _, note in one.shoes()])
    return found


@pytest.mark.parametrize("side", LEGS, ids=lambda side: side.word)
@pytest.mark.parametrize("grade", GRADES)
def test_every_zone_keeps_its_grade_on_its_side(
    app: Flask, therapist: hosts.Visitor, visit: str, grade: int, side: Side
) -> None:
    typed = {f"{side.word}-{zone}": str(grade) for zone in ZONES}
    assert save(therapist, f"{visit}/shoes", **typed).status_code == 303
    (note,) = notes(app, visit)
    assert note.of(side).zones == dict.fromkeys(ZONES, grade)
    assert note.of(side.other).zones == {}
    shown = page(therapist.get(f"{visit}/shoes")).boxes
    assert {name: shown[name] for name in typed} == typed


def test_a_zone_that_was_not_looked_at_is_not_zero(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "0"})
    assert notes(app, visit)[0].left.zones == {"heel_medial": 0}
    answer = therapist.get(f"{visit}/shoes")
    assert page(answer).boxes["left-heel_lateral"] == ""
    badge = re.search(r'data-badge="f-left-heel_lateral".*?</g>', answer.text, re.S)
    assert badge is not None
    assert "–" in badge[0]


def test_the_pair_keeps_everything_else_too(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    typed = {
        "shoe_type": "running",
        "make": "Acme <b>",
        "model": "Ghost",
        "age_months": "9",
        "miles": "250",
        "daily_use": "8 h",
        "lift_or_orthosis": "LEFT 3 mm",
        "left-counter_lean": "leans_in",
        "right-counter_lean": "upright",
    }
    save(therapist, f"{visit}/shoes", **typed)
    (note,) = notes(app, visit)
    assert (note.age_months, note.miles, note.make) == (9, 250, "Acme <b>")
    assert (note.left.counter_lean, note.right.counter_lean) == ("leans_in", "upright")
    answer = therapist.get(f"{visit}/shoes")
    assert "Acme <b>" not in answer.text
    boxes = page(answer).boxes
    assert {name: boxes[name] for name in typed} == typed


def test_left_stands_left_and_the_insides_face_each_other() -> None:
    for left, right in (
        (soles.sole(Side.LEFT), soles.sole(Side.RIGHT)),
        (soles.counter(Side.LEFT), soles.counter(Side.RIGHT)),
    ):
        by_zone = {patch.zone: patch.badge for patch in left.patches}
        for patch in right.patches:
            assert patch.badge[0] == pytest.approx(soles.WIDTH - by_zone[patch.zone][0], abs=0.11)
            assert patch.badge[1] == by_zone[patch.zone][1]
        for inner, outer in (("heel", "heel"), ("toe", "toe"), ("counter", "counter")):
            if f"{inner}_medial" in by_zone:
                assert by_zone[f"{inner}_medial"][0] > by_zone[f"{outer}_lateral"][0]


def test_every_tapped_zone_is_drawn_once() -> None:
    drawn = [patch.zone for patch in (*soles.sole(Side.LEFT).patches, *soles.counter(Side.LEFT).patches)]
    assert sorted(drawn) == sorted(key for key, zone in ZONES.items() if zone.tapped)


def test_a_lean_moves_the_top_of_the_counter_and_both_shoes_lean_apart() -> None:
    left, right = (soles.leaning(side, "leans_in") for side in LEGS)
    assert left != right
    assert left == soles.leaning(Side.RIGHT, "leans_out")
    assert {soles.leaning(side, "upright") for side in LEGS} == {"matrix(1 0 0 1 0 0)"}


def test_swapping_the_shoes_changes_the_picture(therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "3"})
    answer = therapist.get(f"{visit}/shoes").text
    filled = re.findall(r'data-box="f-(\w+-heel_medial)" data-grade="(\d?)"', answer)
    assert dict(filled) == {"left-heel_medial": "3", "right-heel_medial": ""}


def test_every_box_of_a_side_has_a_name_of_its_own_with_the_side(therapist: hosts.Visitor, visit: str) -> None:
    names = page(therapist.get(f"{visit}/shoes")).names
    sided = [name for name in names if "shoe" in name]
    assert len(sided) == 2 * len(ZONES)
    assert len(set(names)) == len(names)
    assert all(("left" in name) != ("right" in name) for name in sided)


def test_the_sentence_follows_the_grades_until_it_is_edited(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "3"})
    written = notes(app, visit)[0].words
    assert "inside heel" in written
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "1"})
    assert notes(app, visit)[0].words != written
    save(therapist, f"{visit}/shoes", words="As last time, but softer.")
    save(therapist, f"{visit}/shoes", **{"right-heel_medial": "2"})
    assert notes(app, visit)[0].words == "As last time, but softer."
    assert "Edited by hand" in therapist.get(f"{visit}/shoes").text
    save(therapist, f"{visit}/shoes", words="")
    assert "inside heel" in notes(app, visit)[0].words


@pytest.mark.parametrize(
    ("box", "typed"), [("age_months", "nine"), ("miles", "-3"), ("miles", "1e3"), ("left-heel_medial", "4")]
)
def test_what_cannot_be_stored_is_said_beside_the_box_and_stays(
    app: Flask, therapist: hosts.Visitor, visit: str, box: str, typed: str
) -> None:
    seen = page(save(therapist, f"{visit}/shoes", **{box: typed, "make": "Acme"}), 422)
    assert box in seen.slips
    assert seen.boxes["make"] == "Acme"
    assert notes(app, visit) == []
    if box != "left-heel_medial":
        assert seen.boxes[box] == typed


def test_an_empty_form_is_no_note(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    assert save(therapist, f"{visit}/shoes").status_code == 422
    assert notes(app, visit) == []


def test_the_form_sent_twice_makes_one_note(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    boxes = {**page(therapist.get(f"{visit}/shoes")).boxes, "left-heel_medial": "2"}
    answers = [therapist.send(f"{visit}/shoes", boxes) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert len(notes(app, visit)) == 1


def test_a_change_sent_twice_is_not_a_conflict(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "2"})
    boxes = {**page(therapist.get(f"{visit}/shoes")).boxes, "left-heel_medial": "3"}
    assert [therapist.send(f"{visit}/shoes", boxes).status_code for _ in range(2)] == [303, 303]
    assert notes(app, visit)[0].left.zones == {"heel_medial": 3}


def test_an_old_page_overwrites_nothing(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "2"})
    old = page(therapist.get(f"{visit}/shoes")).boxes
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "3"})
    answer = therapist.send(f"{visit}/shoes", {**old, "right-heel_medial": "1"})
    assert answer.status_code == 409
    assert notes(app, visit)[0].left.zones == {"heel_medial": 3}


def test_a_second_pair_stands_beside_the_first(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "2", "make": "One"})
    save(therapist, f"{visit}/shoes?pair=new", **{"left-heel_medial": "1", "make": "Two"})
    assert [note.make for note in notes(app, visit)] == ["One", "Two"]
    therapist.send(f"{visit}/shoes", {**page(therapist.get(f"{visit}/shoes")).boxes, "act": "remove"})
    assert [note.make for note in notes(app, visit)] == ["Two"]


def test_the_last_visit_is_shown_and_never_typed_in(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "3", "make": "Acme"})
    sign(therapist, visit)
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    again = therapist.send(f"{chart}/visits", {"form_key": "second-form"}).location
    answer = therapist.get(f"{again}/shoes")
    assert "was 3" in answer.text
    boxes = page(answer).boxes
    assert boxes["left-heel_medial"] == ""
    assert boxes["make"] == ""
    assert notes(app, str(again)) == []


def test_a_signed_visit_takes_no_shoe_note(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    boxes = {**page(therapist.get(f"{visit}/shoes")).boxes, "left-heel_medial": "2"}
    sign(therapist, visit)
    assert therapist.get(f"{visit}/shoes").status_code == 302
    assert therapist.send(f"{visit}/shoes", boxes).status_code == 409
    assert notes(app, visit) == []
