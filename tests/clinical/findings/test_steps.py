"""Every step of everything that is graded, and which of them a rule means."""

from __future__ import annotations

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.findings.side_clauses import Graded, OtherGraded
from clinic_gait.clinical.measures import codes
from tests.clinical.findings.given import LEFT, NO, RIGHT, YES, Boxes, answers, given
from tests.each import each

ANY_GRADE = {"mild", "moderate", "severe"}
LOW, FREE = {"wblt_cm": 9}, {"wblt_cm": 12, "df_ke_deg": 12, "df_kf_deg": 20}
ROTATED = {"limited_in", "limited_out", "limited_both"}
EVEN = {"varus_thrust": "absent", "stance_hyperext": "none"}

#: A rule, what it reads, the steps it means, and what else was seen on this leg.
STEPS: list[tuple[str, str, set[str], Boxes]] = [
    ("RF-03", "foot_slap", {"moderate", "severe"}, {"drop_foot_swing": "none"}),
    ("RF-03", "drop_foot_swing", {"moderate", "severe"}, {"foot_slap": "none"}),
    ("DF-GLIDE", "talar_glide", {"reduced"}, {}),
    ("DF-3P", "subtalar_mob", {"hypo"}, {**LOW, "inv_deg": 30, "ev_deg": 10, "tib_rot": "limited_in"}),
    ("DF-3P", "tib_rot", ROTATED, {**LOW, "subtalar_mob": "hypo"}),
    ("ST-HYPO", "subtalar_mob", {"hypo"}, {}),
    ("HX-SPRAIN", "past_sprain", {"yes"}, LOW),
    ("HX-SPRAIN", "talar_glide", {"reduced"}, {"past_sprain": "yes", "wblt_cm": 12}),
    ("HYPER-01", "talar_glide", {"excess"}, {"giving_way": "no"}),
    ("HYPER-01", "giving_way", {"yes"}, {"talar_glide": "normal", "drawer_pos": "yes"}),
    ("HYPER-01", "drawer_pos", {"yes"}, {"talar_glide": "normal", "giving_way": "yes"}),
    ("GT-EHR", "early_heel_rise", ANY_GRADE, LOW),
    ("GT-EHR-NODF", "early_heel_rise", ANY_GRADE, FREE),
    ("GT-WHIP", "medial_heel_whip", {"5-10 deg", ">10 deg"}, {}),
    ("GT-HYPEREXT", "stance_hyperext", ANY_GRADE, {}),
    ("GT-VTHRUST", "varus_thrust", {"definite", "possible"}, {}),
    ("LLD-UNI", "varus_thrust", {"definite", "possible"}, {"stance_hyperext": "none"}),
    ("LLD-UNI", "stance_hyperext", ANY_GRADE, {"varus_thrust": "absent"}),
    ("VALGUS-DF", "squat_valgus", {"mild", "marked"}, {**LOW, "lsd_score": 0}),
    ("VALGUS-NODF", "squat_valgus", {"mild", "marked"}, {**FREE, "lsd_score": 0}),
    ("SQ-LIFT", "squat_heel_rise", {"mild", "marked"}, {**LOW, "squat_depth": "full"}),
    ("SQ-LIFT", "squat_depth", {"above_parallel"}, {**LOW, "squat_heel_rise": "none"}),
    ("HAGLUND", "haglund", {"yes"}, {}),
    ("INS-ACH", "insertional_pain", {"yes"}, {}),
    ("KNEE-BACK", "pain_behind_knee", {"yes"}, {"knee_unstable": "no"}),
    ("KNEE-BACK", "knee_unstable", {"yes"}, {"pain_behind_knee": "no"}),
]
#: What the other leg has: an even walk and a free lunge.
OTHER = {**EVEN, "wblt_cm": 12}


def test_every_graded_thing_that_a_rule_reads_stands_in_the_table() -> None:
    read = {(rule.key, part.key) for rule in RULES.values() for part in rule.when.parts() if isinstance(part, Graded)}
    assert {(rule, key) for rule, key, _, _ in STEPS} == read


@each(("rule", "key", "meant", "beside"), STEPS, ids=[f"{one[0]} {one[1]}" for one in STEPS])
def test_a_rule_means_exactly_these_steps(rule: str, key: str, meant: set[str], beside: Boxes) -> None:
    found = {
        step.code: answers(given(right={**beside, key: step.code}, left=OTHER, patient={"beighton": 0}))(rule, RIGHT)
        for step in codes(CATALOGUE[key])
    }
    assert found == {step: YES if step in meant else NO for step in found}
    assert meant < set(found)


@pytest.mark.parametrize(("key", "even"), [("varus_thrust", "absent"), ("stance_hyperext", "none")])
def test_one_sided_means_that_the_other_leg_shows_nothing_of_it(key: str, even: str) -> None:
    worst = codes(CATALOGUE[key])[-1].code
    for step in codes(CATALOGUE[key]):
        facts = given(right={**EVEN, key: worst}, left={**EVEN, key: step.code})
        assert answers(facts).sides("LLD-UNI", YES) == ({RIGHT} if step.code == even else set())


def test_only_one_rule_looks_at_the_grade_of_the_other_leg() -> None:
    parts = [(rule.key, part) for rule in RULES.values() for part in rule.when.parts()]
    assert {key for key, part in parts if isinstance(part, OtherGraded)} == {"LLD-UNI"}


def test_grades_of_one_leg_say_nothing_about_the_other() -> None:
    for rule, key, meant, beside in STEPS:
        facts = given(right={**beside, key: max(meant)}, patient={"beighton": 0})
        assert LEFT not in answers(facts).sides(rule, YES)
