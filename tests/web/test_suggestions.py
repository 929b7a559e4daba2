"""From findings to a plan: offered with side, dose, reason and evidence; in the plan only after an act."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from clinic_gait.care.plan import PlannedTechnique
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import reason
from clinic_gait.clinical.findings.suggestions import suggest
from clinic_gait.clinical.values import DoseSide
from clinic_gait.exchange.case_model import Case
from clinic_gait.exchange.cases import read_cases
from clinic_gait.records.plan import plans_of
from clinic_gait.web.candidates import candidates, told
from clinic_gait.web.planned import BECAUSE_LONGEST
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import (
    all_clear,
    note_conditions,
    open_visit,
    page,
    raise_flag,
    save,
    session_of,
    stored_plan,
    with_visit,
)
from tests.web.test_plans import STRETCH, exercises, line

CASES = Path(__file__).resolve().parent.parent / "cases" / "acceptance.yaml"
#: DF-GAST on one leg: stretches of the calf, by hand and at home.
TIGHT = {"df_ke_deg.R": "2", "df_kf_deg.R": "16"}
BOTH_TIGHT = {**TIGHT, "df_ke_deg.L": "3", "df_kf_deg.L": "15"}
#: PAIN-DOWN: of the patient as a whole, offered for no leg.
DOWNHILL = {"pain_descending.M": "yes"}
TOWEL, MATRIX = "towel_calf_stretch", "matrix_straight_supported"
STEP_DOWN = "supported_step_down"


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


def found(therapist: hosts.Visitor, visit: str, **typed: str) -> str:
    """Enter what was found; gives the plan page."""
    assert save(therapist, visit, **typed).status_code == 303
    return therapist.get(f"{visit}/plan").text


def take(therapist: hosts.Visitor, visit: str, *keys: str, **typed: str) -> TestResponse:
    """Tick these candidates and no others, type into some boxes, and press the button."""
    boxes = page(therapist.get(f"{visit}/plan")).boxes
    kept = {name: text for name, text in boxes.items() if not name.endswith("-tick")}
    ticks = {f"s-{key}-tick": "yes" for key in keys}
    return therapist.send(f"{visit}/plan", {**kept, **ticks, **typed, "act": "take"})


def ticked(therapist: hosts.Visitor, visit: str) -> list[str]:
    """The candidates that are ticked beforehand."""
    boxes = page(therapist.get(f"{visit}/plan")).boxes
    return [name[2:-5] for name in boxes if name.endswith("-tick")]


def techniques(app: Flask, visit: str) -> tuple[PlannedTechnique, ...]:
    with app.app_context():
        return stored_plan(session_of(app), visit).techniques()


def plans(app: Flask, visit: str) -> int:
    """How many plan versions are stored."""
    count: int = with_visit(app, visit, lambda one: len(plans_of(session_of(app), one.subject)))
    return count


def row(html: str, key: str) -> str:
    """One candidate's row as text."""
    start = html.index(f'id="f-s-{key}-tick"')
    ends = [html.find(mark, start + 1) for mark in ('<li class="cg-cand"', 'value="take"')]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html[start : min(end for end in ends if end > 0)]))


def test_findings_stand_on_top_with_side_values_rule_and_grade(therapist: hosts.Visitor, visit: str) -> None:
    html = found(therapist, visit, **TIGHT)
    why = html[html.index("Why this plan is suggested") : html.index("Suggested from today")]
    assert 'cg-side--r">RIGHT' in why
    assert "RIGHT ankle dorsiflexion, knee straight 2 deg" in why
    assert "DF-GAST, B: moderate" in why
    assert "Cannot tell yet" in why


def test_a_candidate_says_leg_dose_reason_and_evidence_in_plain_view(therapist: hosts.Visitor, visit: str) -> None:
    html = found(therapist, visit, **TIGHT)
    stretch, idea = row(html, STRETCH), row(html, MATRIX)
    assert "RIGHT ankle dorsiflexion, knee straight 2 deg" in stretch
    assert "(DF-GAST)" in stretch
    assert "hold 30 seconds" in stretch
    assert "rule B: moderate" in stretch
    assert "exercise D: clinic idea, little research" in idea
    assert page(therapist.get(f"{visit}/plan")).boxes[f"s-{STRETCH}-side"] == "R"


def test_nothing_found_says_that_only_what_was_looked_at_can_be_found(therapist: hosts.Visitor, visit: str) -> None:
    html = therapist.get(f"{visit}/plan").text
    assert "Nothing to suggest. Only what was looked at can be found." in html
    assert 'value="take"' not in html


def test_looking_at_suggestions_stores_nothing(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **BOTH_TIGHT)
    assert ticked(therapist, visit)
    assert plans(app, visit) == 0


def test_the_ticked_come_into_the_plan_with_leg_usual_dose_and_why(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    found(therapist, visit, **TIGHT)
    assert take(therapist, visit, STRETCH, "mt_stretch_gastroc").status_code == 303
    (stretch,) = exercises(app, visit)
    (by_hand,) = techniques(app, visit)
    assert (stretch.key, stretch.side, stretch.dose) == (STRETCH, DoseSide.RIGHT, LIBRARY[STRETCH].dose)
    assert stretch.because.startswith("DF-GAST: RIGHT ankle dorsiflexion, knee straight 2 deg")
    assert (by_hand.key, by_hand.side, by_hand.minutes) == ("mt_stretch_gastroc", DoseSide.RIGHT, None)
    assert by_hand.because == stretch.because


def test_what_is_not_ticked_stays_out_whatever_button_is_pressed(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    found(therapist, visit, **TIGHT)
    assert save(therapist, f"{visit}/plan").status_code == 303
    assert save(therapist, f"{visit}/plan", act="up x 0").status_code == 303
    assert exercises(app, visit) == ()


def test_the_same_thing_for_both_legs_is_one_row_for_both(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    html = found(therapist, visit, **BOTH_TIGHT)
    assert html.count(f'id="f-s-{STRETCH}-tick"') == 1
    take(therapist, visit, STRETCH)
    (stretch,) = exercises(app, visit)
    assert stretch.side is DoseSide.BOTH
    assert "DF-GAST: LEFT ankle" in stretch.because
    assert "DF-GAST: RIGHT ankle" in stretch.because


def test_a_leg_taken_alone_keeps_the_findings_of_that_leg(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **BOTH_TIGHT)
    take(therapist, visit, STRETCH, **{f"s-{STRETCH}-side": "L"})
    (stretch,) = exercises(app, visit)
    assert stretch.side is DoseSide.LEFT
    assert "RIGHT" not in stretch.because
    html = therapist.get(f"{visit}/plan").text
    assert "in the plan: LEFT" in row(html, STRETCH)
    assert page(therapist.get(f"{visit}/plan")).boxes[f"s-{STRETCH}-side"] == "R"


def test_at_most_four_exercises_are_ticked_counting_the_plan(therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **BOTH_TIGHT, **{"heel_raise_reps.R": "5", "heel_raise_reps.L": "20", "ta_strength.R": "3"})
    free = [key for key in ticked(therapist, visit) if key in LIBRARY]
    assert 1 < len(free) <= 4
    others = [key for key in ("clamshell", "short_foot", "toe_stretch", "side_leg_lift") if key not in free]
    typed = {name: text for place, key in enumerate(others[:3]) for name, text in line(key, "L", "x", place).items()}
    save(therapist, f"{visit}/plan", **typed, **{f"x-{place}-sets": "1" for place in range(3)})
    assert len([key for key in ticked(therapist, visit) if key in LIBRARY]) == 1


def test_what_is_added_stands_last_from_standing_to_the_floor(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    save(therapist, f"{visit}/plan", **line("clamshell", "R", sets="1"))
    take(therapist, visit, TOWEL, "foam_roll_calf", STRETCH)
    postures = [LIBRARY[one.key].posture for one in exercises(app, visit)]
    assert postures == ["lying", "standing", "floor", "floor"]


def test_what_the_plan_has_is_marked_and_not_ticked_again(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    take(therapist, visit, STRETCH)
    assert "in the plan: RIGHT" in row(therapist.get(f"{visit}/plan").text, STRETCH)
    assert STRETCH not in ticked(therapist, visit)
    assert take(therapist, visit, STRETCH).status_code == 303
    assert len(exercises(app, visit)) == 1


def test_a_form_sent_twice_adds_once(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    sent = {**page(therapist.get(f"{visit}/plan")).boxes, "act": "take"}
    assert [therapist.send(f"{visit}/plan", sent).status_code for _ in range(2)] == [303, 303]
    keys = [one.key for one in exercises(app, visit)]
    assert len(keys) == len(set(keys)) > 0


def test_what_no_finding_gives_a_leg_waits_for_the_therapist_to_name_it(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    assert "no leg named by the findings" in row(found(therapist, visit, **DOWNHILL), STEP_DOWN)
    assert STEP_DOWN not in ticked(therapist, visit)
    seen = page(take(therapist, visit, STEP_DOWN, why="Stairs at work"), 422)
    assert "choose LEFT, RIGHT or Both" in seen.slips[f"s-{STEP_DOWN}-side"]
    assert (seen.boxes["why"], seen.boxes[f"s-{STEP_DOWN}-tick"]) == ("Stairs at work", "yes")
    assert plans(app, visit) == 0
    assert take(therapist, visit, STEP_DOWN, **{f"s-{STEP_DOWN}-side": "L"}).status_code == 303
    assert exercises(app, visit)[0].side is DoseSide.LEFT


def test_advice_to_the_person_is_for_both_legs(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **DOWNHILL)
    assert "education" in ticked(therapist, visit)
    take(therapist, visit, "education")
    assert techniques(app, visit)[0].side is DoseSide.BOTH


def test_a_precaution_asks_for_a_typed_reason(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    note_conditions(app, visit, "neuropathy")
    html = found(therapist, visit, **TIGHT)
    assert "Precaution: Neuropathy" in row(html, STRETCH)
    assert STRETCH not in ticked(therapist, visit)
    seen = page(take(therapist, visit, STRETCH), 422)
    assert "Type why it is right" in seen.slips[f"s-{STRETCH}-reason"]
    assert plans(app, visit) == 0
    take(therapist, visit, STRETCH, **{f"s-{STRETCH}-reason": "skin looked at"})
    assert exercises(app, visit)[0].reason == "skin looked at"


def test_what_is_ruled_out_is_struck_and_cannot_be_added(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    note_conditions(app, visit, "bone_block")
    html = found(therapist, visit, **TIGHT)
    assert f'name="s-{STRETCH}-tick"' not in html
    assert "Not for this patient: Bone block" in row(html, STRETCH)
    forged = {f"s-{STRETCH}-side": "R", f"s-{STRETCH}-reason": "I know better"}
    seen = page(take(therapist, visit, STRETCH, **forged), 422)
    assert "may not be planned" in seen.slips[f"s-{STRETCH}-tick"]
    assert plans(app, visit) == 0


def test_a_condition_that_a_finding_adds_rules_out_as_well_and_names_what_instead(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    found(therapist, visit, **{"insertional_pain.R": "yes"})
    typed = line("ecc_heel_drop_straight", "R", sets="1", reason="I know better")
    answer = save(therapist, f"{visit}/plan", **typed)
    assert "Insertional" in page(answer, 422).slips["x-0-key"]
    assert "Instead: Slow heel lowering on the floor" in answer.text
    assert plans(app, visit) == 0


def test_a_hold_hides_the_candidates_and_keeps_the_findings(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    raise_flag(app, visit)
    html = therapist.get(f"{visit}/plan").text
    assert "Suggestions are hidden" in html
    assert "/hold" in html
    assert "DF-GAST, B: moderate" in html
    assert 'value="take"' not in html
    seen = take(therapist, visit, STRETCH, **{f"s-{STRETCH}-side": "R"})
    assert seen.status_code == 422
    assert "a warning sign is open, and nothing is suggested while it is" in seen.text
    assert plans(app, visit) == 0


def test_an_unfinished_screen_shows_the_candidates_and_asks_first(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    html = found(therapist, visit, **TIGHT)
    assert "Answer the safety questions first" in html
    assert "#screen" in html
    assert take(therapist, visit, STRETCH).status_code == 303
    all_clear(app, visit)
    assert "Answer the safety questions first" not in therapist.get(f"{visit}/plan").text


def test_what_nobody_suggested_is_refused_or_passed_over(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    answer = take(therapist, visit, "clamshell", STRETCH)
    assert answer.status_code == 422
    assert "Clamshell: today&#39;s findings do not suggest it" in answer.text
    assert plans(app, visit) == 0
    assert take(therapist, visit, "nothing", "<b>x</b>", STRETCH).status_code == 303
    assert [one.key for one in exercises(app, visit)] == [STRETCH]


@pytest.mark.parametrize(("key", "side"), [("heel_raise_double", "L"), (STRETCH, "M"), (STRETCH, "x" * 500)])
def test_a_side_that_the_thing_does_not_have_is_refused(
    app: Flask, therapist: hosts.Visitor, visit: str, key: str, side: str
) -> None:
    found(therapist, visit, **TIGHT)
    seen = page(take(therapist, visit, key, **{f"s-{key}-side": side}), 422)
    assert list(seen.slips) == [f"s-{key}-side"]
    assert plans(app, visit) == 0


def test_why_a_line_is_there_outlives_later_changes(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    take(therapist, visit, STRETCH)
    because = exercises(app, visit)[0].because
    save(therapist, f"{visit}/plan", **{"x-0-sets": "9", "x-0-side": "L"})
    assert (exercises(app, visit)[0].dose.sets, exercises(app, visit)[0].because) == (9, because)
    html = therapist.get(f"{visit}/plan").text
    assert f"<b>Why:</b> {because}" in html


def test_why_is_shown_as_text_and_never_longer_than_it_may_be(therapist: hosts.Visitor, visit: str) -> None:
    hostile = "<script>alert(1)</script>"
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1", because=hostile))
    html = therapist.get(f"{visit}/plan").text
    assert hostile not in html
    assert page(therapist.get(f"{visit}/plan")).boxes["x-0-because"] == hostile
    seen = page(save(therapist, f"{visit}/plan", **{"x-0-because": "x" * 1001}), 422)
    assert "at most 1000" in seen.slips["x-0-because"]


@pytest.mark.parametrize("case", read_cases(CASES.read_text()), ids=lambda one: one.id)
def test_why_of_every_case_fits_and_leaves_no_rule_out(case: Case) -> None:
    last = case.visits[-1]
    found = reason(Facts(readings={one.key: one for one in last.readings}, answers=last.answers))
    for one in candidates(suggest(found, last.conditions), {"x": [], "t": []}):
        because = one.because(DoseSide.BOTH)
        assert len(because) <= BECAUSE_LONGEST
        assert all(finding.rule.key in because for finding in one.findings)


def test_what_does_not_fit_into_why_is_named_by_its_rule() -> None:
    (case,) = (one for one in read_cases(CASES.read_text()) if one.id == "C06")
    last = case.visits[-1]
    found = reason(Facts(readings={one.key: one for one in last.readings}, answers=last.answers)).findings
    because = told(found)
    assert len(because) <= BECAUSE_LONGEST
    assert "Also " in because
    assert [one.rule.key for one in found if one.rule.key not in because] == []


def test_a_reason_beside_a_candidate_is_not_lost_by_another_button(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    note_conditions(app, visit, "neuropathy")
    found(therapist, visit, **TIGHT)
    typed = {f"s-{STRETCH}-reason": "skin looked at", "why": "Stairs"}
    seen = page(save(therapist, f"{visit}/plan", **typed), 200)
    assert {name: seen.boxes[name] for name in typed} == typed
    with app.app_context():
        assert stored_plan(session_of(app), visit).why == "Stairs"
    assert therapist.send(f"{visit}/plan", {**seen.boxes, "why": "Steps"}).status_code == 200


def test_every_box_of_a_candidate_has_a_name_of_its_own(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    note_conditions(app, visit, "neuropathy", "osteoporosis")
    found(therapist, visit, **BOTH_TIGHT)
    names = page(therapist.get(f"{visit}/plan")).names
    assert "Suggested: Calf stretch, knee straight: reason, against the precaution" in names
    assert len(names) == len(set(names))
