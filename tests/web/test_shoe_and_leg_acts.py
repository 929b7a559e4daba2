"""The shoe and the leg length page saved box by box: what is stored, what comes along, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from clinic_gait.care.visit import LegLength, ShoeNote
from clinic_gait.clinical import shoe_wear
from clinic_gait.clinical.shoe_wear import GRADES, ZONES
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.records.base import new_id
from tests import hosts
from tests.conftest import Begin
from tests.each import each
from tests.web.pages import open_visit, page, save, sign, with_visit
from tests.web.test_acts import Screen


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


class Shoes(Screen):
    """The shoe page of a pair."""

    def __init__(self, visitor: hosts.Visitor, visit: str, pair: str = "") -> None:
        super().__init__(visitor, visit)
        self.pair = pair or str(new_id())
        self.url = f"{visit}/shoes/acts?pair={self.pair}"

    def tap(self, side: str, zone: str, grade: str) -> Any:
        return self.type(f"shoes.{self.pair}.{side}.{zone}", {f"{side}-{zone}": grade})

    def fill(self, name: str, text: str) -> Any:
        return self.type(f"shoes.{self.pair}.{name}", {name: text})


class Legs(Screen):
    """The leg length page."""

    def __init__(self, visitor: hosts.Visitor, visit: str) -> None:
        super().__init__(visitor, visit)
        self.url = f"{visit}/leg-length/acts"

    def measure(self, method: str, boxes: dict[str, str]) -> Any:
        return self.type(f"leg_length.{method}", boxes)


@pytest.fixture
def shoes(therapist: hosts.Visitor, visit: str) -> Shoes:
    return Shoes(therapist, visit)


@pytest.fixture
def legs(therapist: hosts.Visitor, visit: str) -> Legs:
    return Legs(therapist, visit)


def notes(app: Flask, visit: str) -> list[ShoeNote]:
    found: list[ShoeNote] = with_visit(app, visit, lambda one: [note for _, note in one.shoes()])
    return found


def lengths(app: Flask, visit: str) -> dict[str, LegLength]:
    found: dict[str, LegLength] = with_visit(app, visit, lambda one: {each.method: each for each in one.leg_lengths()})
    return found


def test_the_first_tap_makes_the_pair_and_its_sentence(app: Flask, shoes: Shoes, visit: str) -> None:
    answer = shoes.tap("left", "heel_medial", "3")
    assert answer.json["state"] == "saved"
    (note,) = notes(app, visit)
    assert note.left.zones == {"heel_medial": 3}
    assert note.words == "Left: heavy or through: inside heel. Right: no zone looked at."
    words = answer.json["fields"][f"shoes.{shoes.pair}.words"]
    assert words["boxes"] == {"words": note.words}
    assert "pair 1" in answer.json["html"]


@each("side", LEGS, ids=lambda side: side.word)
@each("grade", GRADES)
def test_the_sentence_that_is_stored_matches_the_taps_for_every_zone_and_grade(
    app: Flask, therapist: hosts.Visitor, visit: str, grade: int, side: Side
) -> None:
    shoes = Shoes(therapist, visit)
    names = [f"shoes.{shoes.pair}.{side.word}.{zone}" for zone in ZONES]
    shoes.type(" ".join(names), {f"{side.word}-{zone}": str(grade) for zone in ZONES})
    note = notes(app, visit)[-1]
    assert note.of(side).zones == dict.fromkeys(ZONES, grade)
    assert note.of(side.other).zones == {}
    assert note.words == shoe_wear.words(note.left.zones, note.right.zones)


def test_the_list_sent_as_a_whole_and_the_taps_store_the_same(
    app: Flask, therapist: hosts.Visitor, shoes: Shoes, visit: str
) -> None:
    grades = {"heel_medial": "3", "counter_medial": "2", "toe_lateral": "0", "forefoot_central": "1"}
    for zone, grade in grades.items():
        shoes.tap("left", zone, grade)
    shoes.type(f"shoes.{shoes.pair}.right.counter_lean", {"right-counter_lean": "leans_out"})
    listed = {f"left-{zone}": grade for zone, grade in grades.items()} | {"right-counter_lean": "leans_out"}
    assert save(therapist, f"{visit}/shoes?pair=new", **listed).status_code == 303
    tapped, sent = notes(app, visit)
    assert tapped == sent


def test_an_edited_sentence_is_never_overwritten_and_comes_back_when_it_is_emptied(
    app: Flask, shoes: Shoes, visit: str
) -> None:
    shoes.tap("left", "heel_medial", "3")
    shoes.fill("words", "As last time.")
    answer = shoes.tap("right", "heel_medial", "1")
    assert notes(app, visit)[0].words == "As last time."
    assert "Edited by hand" in answer.json["html"]
    assert "light: inside heel" in answer.json["html"]
    shoes.fill("words", "")
    assert notes(app, visit)[0].words.startswith("Left: heavy or through: inside heel.")
    shoes.tap("right", "heel_medial", "2")
    assert "moderate: inside heel" in notes(app, visit)[0].words


def test_undo_takes_back_a_tap_with_its_sentence(app: Flask, shoes: Shoes, visit: str) -> None:
    shoes.tap("left", "heel_medial", "1")
    shoes.tap("left", "heel_medial", "2")
    answer: Any = shoes.undo()
    assert "LEFT shoe, inside heel" in answer.json["undone"]
    (note,) = notes(app, visit)
    assert (note.left.zones, "light" in note.words) == ({"heel_medial": 1}, True)
    shoes.undo()
    assert notes(app, visit) == []


def test_two_people_tap_different_zones_and_both_stay(
    app: Flask, shoes: Shoes, assistant: hosts.Visitor, visit: str
) -> None:
    shoes.tap("left", "heel_medial", "3")
    other = Shoes(assistant, visit, shoes.pair)
    assert other.tap("right", "heel_medial", "1").json["state"] == "saved"
    assert shoes.tap("left", "toe_medial", "1").json["state"] == "saved"
    (note,) = notes(app, visit)
    assert (note.left.zones, note.right.zones) == ({"heel_medial": 3, "toe_medial": 1}, {"heel_medial": 1})
    assert note.words == shoe_wear.words(note.left.zones, note.right.zones)


def test_the_same_zone_graded_on_two_screens_is_a_conflict_with_both_values(
    app: Flask, shoes: Shoes, assistant: hosts.Visitor, visit: str
) -> None:
    shoes.tap("left", "heel_medial", "3")
    other = Shoes(assistant, visit, shoes.pair)
    answer = other.tap("left", "heel_medial", "1")
    assert (answer.status_code, answer.json["state"]) == (409, "conflict")
    (clash,) = answer.json["clashes"]
    assert (clash["label"], clash["mine"], clash["theirs"]) == (
        "LEFT shoe, inside heel",
        "1 light",
        "3 heavy or through",
    )
    assert notes(app, visit)[0].left.zones == {"heel_medial": 3}


def test_a_number_that_cannot_be_stored_is_refused_beside_its_box(app: Flask, shoes: Shoes, visit: str) -> None:
    shoes.fill("miles", "250")
    answer = shoes.fill("miles", "many")
    assert answer.status_code == 422
    assert answer.json["problems"][0]["sentence"].startswith("Distance: many is not a plain number")
    assert 'data-live="e-miles"' in answer.json["html"]
    assert notes(app, visit)[0].miles == 250


@each("name", ["left.tongue", "left", "photos", "words.x", ""])
def test_a_part_that_no_shoe_has_is_refused(shoes: Shoes, name: str) -> None:
    assert shoes.type(f"shoes.{shoes.pair}.{name}", {"left-tongue": "1"}).status_code == 422


def test_a_box_of_the_form_elsewhere_does_not_make_this_page_stale(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    opened = page(therapist.get(f"{visit}/shoes")).boxes
    legs = page(therapist.get(f"{visit}/leg-length")).boxes
    Screen(therapist, visit).type("reading.wblt_cm.L", {"wblt_cm.L": "7.5"})
    assert therapist.send(f"{visit}/shoes", {**opened, "left-heel_medial": "2"}).status_code == 303
    assert therapist.send(f"{visit}/leg-length", {**legs, "block-foot": "level"}).status_code == 303
    assert (len(notes(app, visit)), len(lengths(app, visit))) == (1, 1)


def test_one_leg_is_stored_at_once_and_the_page_asks_for_the_other(app: Flask, legs: Legs, visit: str) -> None:
    answer = legs.measure("tape_true", {"tape_true-left-1": "84.1"})
    assert answer.json["state"] == "saved"
    assert "measure the RIGHT leg too" in answer.json["html"]
    assert lengths(app, visit)["tape_true"].left_trials == ("841",)
    answer = legs.measure("tape_true", {"tape_true-left-1": "84.1", "tape_true-right-1": "849"})
    assert "8 mm (0.31 in)" in answer.json["html"]
    boxes = answer.json["fields"]["leg_length.tape_true"]["boxes"]
    assert boxes["tape_true-right-1"] == "84.9"


def test_a_refused_method_leaves_the_others_and_shows_no_result_of_its_own(app: Flask, legs: Legs, visit: str) -> None:
    legs.measure("block", {"block-mm": "8", "block-foot": "left"})
    legs.measure("tape_true", {"tape_true-left-1": "84", "tape_true-right-1": "85"})
    answer = legs.measure("tape_true", {"tape_true-left-1": "84", "tape_true-right-1": "90"})
    assert answer.status_code == 422
    assert answer.json["problems"][0]["check"] is True
    assert "left leg shorter by 8 mm" in answer.json["html"]
    assert "10 mm (" not in answer.json["html"]
    assert 'name="tape_true-confirm" value="60"' in answer.json["html"]
    typed = {"tape_true-left-1": "84", "tape_true-right-1": "90", "tape_true-confirm": "60"}
    assert legs.measure("tape_true", typed).json["state"] == "saved"
    assert lengths(app, visit)["tape_true"].right_mm == "900"


def test_undo_takes_a_method_back(app: Flask, legs: Legs, visit: str) -> None:
    legs.measure("block", {"block-mm": "8", "block-foot": "left"})
    answer: Any = legs.undo()
    assert answer.json["fields"]["leg_length.block"]["boxes"] == {"block-mm": "", "block-foot": "", "block-note": ""}
    assert lengths(app, visit) == {}


def test_a_signed_visit_takes_neither(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    shoes, legs = Shoes(therapist, visit), Legs(therapist, visit)
    sign(therapist, visit)
    assert shoes.tap("left", "heel_medial", "1").json["state"] == "signed"
    assert legs.measure("block", {"block-foot": "level"}).json["state"] == "signed"
