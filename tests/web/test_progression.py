"""The next and the previous step of an exercise: named with its criterion, taken by an act, never past a precaution."""

from __future__ import annotations

import pytest
from flask import Flask

from clinic_gait.care.plan import PlannedExercise
from clinic_gait.clinical.exercises import LIBRARY, PROGRESSION
from clinic_gait.clinical.values import DoseSide
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import note_conditions, open_visit, page, save
from tests.web.test_plans import STRETCH, exercises, line


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


def planned(app: Flask, therapist: hosts.Visitor, visit: str, act: str, **typed: str) -> PlannedExercise:
    """One exercise planned, then the button pressed; gives what is stored after it."""
    save(therapist, f"{visit}/plan", **line(STRETCH, "R", sets="9", because="DF-GAST: RIGHT ankle"), **typed)
    save(therapist, f"{visit}/plan", act=act)
    (one,) = exercises(app, visit)
    return one


@pytest.mark.parametrize("key", [*LIBRARY[STRETCH].easier, *LIBRARY[STRETCH].harder])
def test_a_step_takes_the_place_with_its_own_dose_the_same_leg_and_the_same_why(
    app: Flask, therapist: hosts.Visitor, visit: str, key: str
) -> None:
    one = planned(app, therapist, visit, f"replace x 0 {key}")
    assert one == PlannedExercise(key=key, side=DoseSide.RIGHT, dose=LIBRARY[key].dose, because="DF-GAST: RIGHT ankle")


@pytest.mark.parametrize("act", ["replace x 0 clamshell", "replace x 0", "replace x 7 clamshell", "replace t 0 x"])
def test_only_a_step_of_the_exercise_may_take_its_place(
    app: Flask, therapist: hosts.Visitor, visit: str, act: str
) -> None:
    assert planned(app, therapist, visit, act).key == STRETCH


def test_the_steps_stand_in_the_row_with_their_criterion(therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/plan", **line(STRETCH, "R", sets="1"))
    html = therapist.get(f"{visit}/plan").text
    assert PROGRESSION.move_on in html
    assert PROGRESSION.step_back in html
    assert "Replace Calf stretch, knee straight, right, with easier: Towel calf stretch" in html


def test_a_step_that_is_ruled_out_is_struck_and_never_taken(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    note_conditions(app, visit, "fall_risk")
    save(therapist, f"{visit}/plan", **line("side_leg_lift", "R", sets="1"))
    html = therapist.get(f"{visit}/plan").text
    assert "replace x 0 lateral_step_down" not in html
    assert "<s>Side step down</s>" in html
    save(therapist, f"{visit}/plan", act="replace x 0 lateral_step_down")
    assert exercises(app, visit)[0].key == "side_leg_lift"


def test_a_step_with_a_precaution_asks_for_its_reason(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    note_conditions(app, visit, "fall_risk")
    save(therapist, f"{visit}/plan", **line("side_leg_lift", "R", sets="1"))
    seen = page(save(therapist, f"{visit}/plan", act="replace x 0 band_side_walk"))
    assert (seen.boxes["x-0-key"], seen.boxes["x-0-reason"], seen.slips) == ("band_side_walk", "", {})
    assert exercises(app, visit)[0].key == "side_leg_lift"
    assert "x-0-reason" in page(therapist.send(f"{visit}/plan", seen.boxes), 422).slips
    assert therapist.send(f"{visit}/plan", {**seen.boxes, "x-0-reason": "holds the rail"}).status_code == 303
    assert exercises(app, visit)[0].key == "band_side_walk"
