"""The plan builder: every exercise and technique, sides and doses read strictly, precautions in the row."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.care.plan import PlannedExercise
from clinic_gait.clinical.conditions import CONDITIONS, Level, judge
from clinic_gait.clinical.dose import LIMITS, Dose
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.values import DoseSide, Side
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import (
    Page,
    all_clear,
    note_conditions,
    open_visit,
    page,
    raise_flag,
    save,
    session_of,
    sign,
    stored_plan,
    with_visit,
)

STRETCH = "calf_stretch_straight"
GLIDE = "mt_talar_ap"


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


def line(key: str, side: str, kind: str = "x", place: int = 0, /, **typed: str) -> dict[str, str]:
    """The boxes of one line."""
    return {f"{kind}-{place}-{name}": text for name, text in {"key": key, "side": side, **typed}.items()}


def exercises(app: Flask, visit: str) -> tuple[PlannedExercise, ...]:
    with app.app_context():
        return stored_plan(session_of(app), visit).exercises()


@pytest.mark.parametrize("exercise", LIBRARY.values(), ids=lambda one: one.key)
def test_every_exercise_can_be_added_with_its_usual_dose(
    app: Flask, therapist: hosts.Visitor, visit: str, exercise: object
) -> None:
    one = LIBRARY[getattr(exercise, "key", "")]
    with_visit(app, visit, lambda found: found.write(complaint="Knee", complaint_side=DoseSide.RIGHT))
    answer = save(therapist, f"{visit}/plan", act=f"add x {one.key}")
    assert answer.status_code == 303, page(answer, answer.status_code).slips
    side = DoseSide.RIGHT if one.sides == "one" else DoseSide.BOTH
    assert exercises(app, visit) == (PlannedExercise(key=one.key, side=side, dose=one.dose),)


def test_every_technique_is_offered_and_can_be_added(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    text = therapist.get(f"{visit}/plan").text
    assert all(f'value="add t {key}"' in text for key in TECHNIQUES)
    assert all(f'value="add x {key}"' in text for key in LIBRARY)
    typed = {
        **line(GLIDE, "L", "t", grade="III", minutes="8", dose="3 x 2 min"),
        **line("education", "B", "t", 1, minutes=""),
    }
    assert save(therapist, f"{visit}/plan", **typed).status_code == 303
    with app.app_context():
        glide, education = stored_plan(session_of(app), visit).techniques()
    assert (glide.side, glide.grade, glide.minutes, glide.dose) == (DoseSide.LEFT, "III", 8, "3 x 2 min")
    assert (education.side, education.minutes) == (DoseSide.BOTH, None)


def test_without_a_side_of_the_complaint_the_side_is_asked_and_nothing_is_kept(
    therapist: hosts.Visitor, visit: str
) -> None:
    seen = page(save(therapist, f"{visit}/plan", act=f"add x {STRETCH}"))
    assert seen.boxes["x-0-key"] == STRETCH
    assert "x-0-side" not in seen.boxes
    assert seen.slips == {}
    again = page(therapist.send(f"{visit}/plan", seen.boxes), 422)
    assert "choose left, right or both" in again.slips["x-0-side"]
    assert "x-0-key" not in page(therapist.get(f"{visit}/plan")).boxes


def test_an_exercise_of_both_legs_is_never_for_one(therapist: hosts.Visitor, visit: str) -> None:
    two = next(one.key for one in LIBRARY.values() if one.sides == "two")
    seen = page(save(therapist, f"{visit}/plan", **line(two, "L", sets="2", reps="10")), 422)
    assert "both legs at once" in seen.slips["x-0-side"]


@pytest.mark.parametrize("field", LIMITS)
@pytest.mark.parametrize("typed", ["x", "1e3", "-2", "1_0", "99999", "1.25"])
def test_a_dose_that_nobody_can_mean_names_exercise_side_and_field(
    therapist: hosts.Visitor, visit: str, field: str, typed: str
) -> None:
    filled = {"sets": "3", "reps": "10", field: typed}
    seen = page(save(therapist, f"{visit}/plan", **line(STRETCH, "L", **filled), why="Stairs"), 422)
    sentence = seen.slips[f"x-0-{field}"]
    assert "Calf stretch, knee straight, left" in sentence
    assert LIMITS[field].label in sentence
    assert seen.boxes[f"x-0-{field}"] == typed
    assert seen.boxes["why"] == "Stairs"


def test_a_dose_is_kept_number_by_number(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    typed = {
        "sets": "3",
        "reps": "",
        "hold_s": "30",
        "per_day": "2",
        "days_wk": "7",
        "minutes": "1.5",
        "tempo": "3-1-2",
    }
    save(therapist, f"{visit}/plan", **line(STRETCH, "B", **typed))
    dose = Dose(sets=3, hold_s=30, per_day=2, days_wk=7, minutes=Decimal("1.5"), tempo="3-1-2")
    assert exercises(app, visit) == (PlannedExercise(key=STRETCH, side=DoseSide.BOTH, dose=dose),)
    boxes = page(therapist.get(f"{visit}/plan")).boxes
    assert {name: boxes[f"x-0-{name}"] for name in typed} == typed


def test_a_dose_without_any_amount_is_refused(therapist: hosts.Visitor, visit: str) -> None:
    seen = page(save(therapist, f"{visit}/plan", **line(STRETCH, "L", per_day="2")), 422)
    assert "say how much" in seen.slips["x-0-sets"]


@pytest.mark.parametrize("typed", ["slow", "3-1", "3-1-2-4", "3 - 1 - 2", "\u0663-1-2"])
def test_a_tempo_that_is_no_tempo_is_refused_in_words(therapist: hosts.Visitor, visit: str, typed: str) -> None:
    seen = page(save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1", tempo=typed)), 422)
    assert "seconds down, hold, up" in seen.slips["x-0-tempo"]
    assert seen.boxes["x-0-tempo"] == typed


def test_one_leg_does_an_exercise_once(therapist: hosts.Visitor, visit: str) -> None:
    typed = {**line(STRETCH, "L", sets="1"), **line(STRETCH, "B", "x", 1, sets="1")}
    assert "twice" in page(save(therapist, f"{visit}/plan", **typed), 422).slips["x-1-side"]
    typed = {**line(STRETCH, "L", sets="1"), **line(STRETCH, "R", "x", 1, sets="2")}
    assert save(therapist, f"{visit}/plan", **typed).status_code == 303


def test_lines_are_moved_and_taken_away(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    keys = ("calf_stretch_straight", "calf_stretch_bent", "towel_calf_stretch")
    typed = {
        name: text for place, key in enumerate(keys) for name, text in line(key, "L", "x", place, sets="1").items()
    }
    save(therapist, f"{visit}/plan", **typed)
    for act, order in (("up x 2", (0, 2, 1)), ("down x 0", (2, 0, 1)), ("remove x 1", (2, 1)), ("up x 0", (2, 1))):
        save(therapist, f"{visit}/plan", act=act)
        assert [one.key for one in exercises(app, visit)] == [keys[place] for place in order]


@pytest.mark.parametrize(
    "act", ["up x 99", "remove x -1", "add x nothing", "add q calf", "up x", "x" * 500, "remove t 0"]
)
def test_a_button_that_does_not_exist_does_nothing(app: Flask, therapist: hosts.Visitor, visit: str, act: str) -> None:
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"))
    assert save(therapist, f"{visit}/plan", act=act).status_code == 303
    assert [one.key for one in exercises(app, visit)] == [STRETCH]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_precaution_stands_in_the_row(app: Flask, therapist: hosts.Visitor, visit: str, condition: str) -> None:
    note_conditions(app, visit, condition)
    found = {key: judge((condition,), key, one.contra) for key, one in LIBRARY.items()}
    text = therapist.get(f"{visit}/plan").text
    for key, precaution in found.items():
        forbidden = precaution is not None and precaution.level is Level.ABSOLUTE
        assert (f'value="add x {key}"' not in text) == forbidden
    blocked = next((key for key, one in found.items() if one and one.level is Level.ABSOLUTE), None)
    careful = next((key for key, one in found.items() if one and one.level is Level.CAUTION), None)
    if blocked:
        seen = page(save(therapist, f"{visit}/plan", **_first(blocked, reason="I know better")), 422)
        assert CONDITIONS[condition].label in seen.slips["x-0-key"]
    if careful:
        seen = page(save(therapist, f"{visit}/plan", **_first(careful)), 422)
        assert CONDITIONS[condition].label in seen.slips["x-0-reason"]
        assert save(therapist, f"{visit}/plan", **_first(careful, reason="agreed with surgeon")).status_code == 303
        assert exercises(app, visit)[0].reason == "agreed with surgeon"


def _first(key: str, **typed: str) -> dict[str, str]:
    return line(key, "L" if LIBRARY[key].sides == "one" else "B", sets="1", **typed)


def test_a_thrust_is_judged_as_a_thrust(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    note_conditions(app, visit, "osteoporosis")
    careful = line(GLIDE, "L", "t", grade="II", reason="low grade only")
    assert save(therapist, f"{visit}/plan", **careful).status_code == 303
    seen = page(save(therapist, f"{visit}/plan", **{**careful, "t-0-grade": "V"}), 422)
    assert "Osteoporosis" in seen.slips["t-0-key"]


def test_more_than_four_exercises_are_said_and_kept(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    keys = [one.key for one in LIBRARY.values() if one.sides == "one"][:5]
    typed = {
        name: text for place, key in enumerate(keys) for name, text in line(key, "L", "x", place, sets="1").items()
    }
    assert save(therapist, f"{visit}/plan", **typed).status_code == 303
    assert "5 exercises." in therapist.get(f"{visit}/plan").text
    assert len(exercises(app, visit)) == 5


def test_a_goal_is_tied_to_a_measure_of_one_leg(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    goal = {"text": "Stairs without pain", "measure": "wblt_cm", "side": "L", "baseline": "6.5", "target": "9"}
    typed = {f"g-0-{name}": text for name, text in {**goal, "by": "2027-01-15"}.items()}
    assert save(therapist, f"{visit}/plan", **typed).status_code == 303
    with app.app_context():
        (kept,) = stored_plan(session_of(app), visit).goals()
    assert (kept.text, kept.measure, kept.side) == ("Stairs without pain", "wblt_cm", Side.LEFT)
    assert (kept.baseline, kept.target, kept.unit) == (Decimal("6.5"), Decimal(9), "cm")
    boxes = page(therapist.get(f"{visit}/plan")).boxes
    assert {name: boxes[name] for name in typed} == typed


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        ({"measure": "wblt_cm", "side": "L", "target": "9"}, "text"),
        ({"text": "Walk", "measure": "wblt_cm"}, "side"),
        ({"text": "Walk", "measure": "nprs_worst", "side": "L"}, "side"),
        ({"text": "Walk", "target": "9"}, "target"),
        ({"text": "Walk", "measure": "wblt_cm", "side": "L", "target": "900"}, "target"),
        ({"text": "Walk", "by": "soon"}, "by"),
        ({"text": "Walk", "measure": "nothing"}, "measure"),
    ],
)
def test_a_goal_that_cannot_be_kept_is_said(
    therapist: hosts.Visitor, visit: str, typed: dict[str, str], box: str
) -> None:
    seen = page(save(therapist, f"{visit}/plan", **{f"g-0-{name}": text for name, text in typed.items()}), 422)
    assert list(seen.slips) == [f"g-0-{box}"]


def test_a_refused_form_comes_back_with_one_empty_goal(therapist: hosts.Visitor, visit: str) -> None:
    seen = page(save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="many")), 422)
    again = page(therapist.send(f"{visit}/plan", seen.boxes), 422)
    assert [name for name in again.boxes if name.startswith("g-") and name.endswith("-text")] == ["g-0-text"]


def test_the_last_signed_plan_is_proposed_and_kept_only_when_saved(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"), why="Stairs")
    all_clear(app, visit)
    sign(therapist, visit)
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    again = str(therapist.send(f"{chart}/visits", {"form_key": "second-form"}).location)
    answer = therapist.get(f"{again}/plan")
    assert page(answer).boxes["x-0-key"] == STRETCH
    assert "nothing is kept until you save" in answer.text
    with app.app_context(), pytest.raises(AssertionError):
        stored_plan(session_of(app), again)
    assert save(therapist, f"{again}/plan").status_code == 303
    with app.app_context():
        assert stored_plan(session_of(app), again).number == 2


def test_an_old_page_overwrites_nothing_and_a_resend_is_no_conflict(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    first = {**page(therapist.get(f"{visit}/plan")).boxes, **line(STRETCH, "L", sets="1")}
    assert [therapist.send(f"{visit}/plan", first).status_code for _ in range(2)] == [303, 303]
    assert therapist.send(f"{visit}/plan", {**first, "x-0-sets": "9"}).status_code == 409
    assert exercises(app, visit)[0].dose.sets == 1


def test_a_held_patient_gets_a_draft_and_a_warning(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    raise_flag(app, visit)
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"))
    assert "On hold" in therapist.get(f"{visit}/plan").text
    assert len(exercises(app, visit)) == 1


def test_a_draft_that_a_hold_kept_back_is_proposed_again(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    raise_flag(app, visit)
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"))
    boxes = page(therapist.get(f"{visit}/review")).boxes
    assert therapist.send(f"{visit}/sign", {"reviewed": boxes["reviewed"], "only": "visit"}).status_code == 303
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    again = therapist.send(f"{chart}/visits", {"form_key": "second-form"}).location
    answer = therapist.get(f"{again}/plan")
    assert "which was never signed" in answer.text
    assert page(answer).boxes["x-0-key"] == STRETCH


def test_the_papers_look_is_kept_with_the_patient(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/plan", language="es", print_size="large", paper="a4")
    look = with_visit(app, visit, lambda one: (one.subject.language, one.subject.print_size, one.subject.paper))
    assert look == ("es", "large", "a4")
    save(therapist, f"{visit}/plan", language="xx")
    assert with_visit(app, visit, lambda one: one.subject.language) == "es"


def test_the_side_of_complaint_and_plan_are_compared(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    with_visit(app, visit, lambda one: one.write(complaint_side=DoseSide.LEFT))
    save(therapist, f"{visit}/plan", **line(STRETCH, "R", sets="1"))
    assert "complaint is on the LEFT side; the home exercises name RIGHT" in therapist.get(f"{visit}/plan").text


def test_every_number_is_named_by_exercise_and_side(therapist: hosts.Visitor, visit: str) -> None:
    typed = {**line(STRETCH, "L", sets="1"), **line(STRETCH, "R", "x", 1, sets="2")}
    save(therapist, f"{visit}/plan", **typed)
    names = Page(therapist.get(f"{visit}/plan").text).names
    assert len(set(names)) == len(names)
    assert "Calf stretch, knee straight, left: sets" in names
    assert "Calf stretch, knee straight, right: sets" in names


def test_a_signed_visit_takes_no_plan(therapist: hosts.Visitor, visit: str) -> None:
    boxes = {**page(therapist.get(f"{visit}/plan")).boxes, **line(STRETCH, "L", sets="1")}
    sign(therapist, visit)
    assert therapist.get(f"{visit}/plan").status_code == 302
    assert therapist.send(f"{visit}/plan", boxes).status_code == 409


def test_what_is_typed_is_shown_as_text(therapist: hosts.Visitor, visit: str) -> None:
    hostile = "<script>alert(1)</script>"
    answer = save(therapist, f"{visit}/plan", why=hostile, **line(STRETCH, "L", sets=hostile[:20]))
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert page(answer, 422).boxes["why"] == hostile
