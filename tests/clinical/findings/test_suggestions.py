"""From findings to candidates: what is offered, for which leg, what stands against it, and what a draft begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from clinic_gait.clinical.conditions import CONDITIONS, UnknownCondition
from clinic_gait.clinical.exercises import LIBRARY, POSTURE_ORDER
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import reason
from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.findings.suggestions import MOST_FIRST, MOST_HANDS, Suggestion, Suggestions, suggest
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.values import Side
from tests.clinical.findings.drawn import clear_visits, few
from tests.clinical.findings.given import CLEAR, LEFT, PARTIAL, PATIENT, RIGHT, given, mirrored, opposite
from tests.each import each

TIGHT = {"df_ke_deg": 2, "df_kf_deg": 16}
STIFF = {"df_ke_deg": 2, "df_kf_deg": 6}
STAIRS = {"pain_descending": "yes"}
INSERTIONAL = {"insertional_pain": "yes"}
noted = st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True)


def offered(*conditions: str, **seen: Any) -> Suggestions:
    """What is offered to a patient whose safety screen is clear."""
    return suggest(reason(given(**{"answers": CLEAR, **seen})), conditions)


def one(found: Suggestions, key: str, side: Side) -> Suggestion:
    (match,) = (each for each in found.all if (each.key, each.side) == (key, side))
    return match


@each("key", RULES)
def test_every_candidate_condition_and_source_of_a_rule_exists(key: str) -> None:
    rule = RULES[key]
    assert set(rule.techniques) <= set(TECHNIQUES)
    assert set(rule.exercises) <= set(LIBRARY)
    assert {*filter(None, [rule.effect.condition])} <= set(CONDITIONS)
    assert rule.sources
    assert set(rule.sources) <= set(SOURCES)


@pytest.mark.parametrize("stop", [{"open_flags": ("dvt",)}, {"wells_score": 2}, {"open_flags": ("glass_bones",)}])
def test_nothing_is_offered_while_a_warning_sign_holds(stop: dict[str, object]) -> None:
    assert offered(left=TIGHT).all
    assert offered(left=TIGHT, **stop) == Suggestions()


@pytest.mark.parametrize("answers", [{}, PARTIAL])
def test_candidates_show_while_only_the_screen_is_unfinished(answers: dict[str, str]) -> None:
    assert offered(left=TIGHT, answers=answers) == offered(left=TIGHT)


def test_a_finding_offers_its_candidates_for_its_own_leg() -> None:
    found = offered(left=TIGHT)
    rule = RULES["DF-GAST"]
    assert {each.key for each in found.techniques} == set(rule.techniques)
    assert {each.key for each in found.exercises} == set(rule.exercises)
    assert {each.side for each in found.all} == {LEFT}
    assert {why.rule.key for each in found.all for why in each.findings} == {"DF-GAST"}


def test_nothing_is_offered_by_a_borderline_or_doubtful_finding() -> None:
    assert offered(left={"df_ke_deg": 7, "df_kf_deg": 16}) == Suggestions()
    assert offered(left={"df_ke_deg": 18, "df_kf_deg": 5}) == Suggestions()


def test_one_candidate_of_several_findings_stands_once_with_all_of_them() -> None:
    found = one(offered(left={**STIFF, "talar_glide": "reduced"}), "mt_talar_ap", LEFT)
    assert [why.rule.key for why in found.findings] == ["DF-BOTH", "DF-GLIDE"]
    assert found.strength is Grade.B


def test_the_better_evidence_comes_first() -> None:
    found = offered(left={**STIFF, "squat_valgus": "mild", "haglund": "yes", "subtalar_mob": "hypo"})
    for part in (found.techniques, found.exercises):
        strengths = [tuple(Grade).index(each.strength) for each in part]
        assert strengths == sorted(strengths)
        assert len(set(strengths)) > 1


def test_a_patient_wide_reason_joins_the_leg_that_has_the_same_candidate() -> None:
    found = offered(patient=STAIRS, left={"squat_valgus": "mild", "wblt_cm": 9})
    step = one(found, "supported_step_down", LEFT)
    assert {why.rule.key for why in step.findings} == {"VALGUS-DF", "PAIN-DOWN"}
    assert [each.side for each in found.all if each.key == "supported_step_down"] == [LEFT]


def test_what_only_the_patient_as_a_whole_offers_has_no_side_and_waits_for_one() -> None:
    found = offered(patient=STAIRS)
    assert {each.side for each in found.all} == {PATIENT}
    assert [each.key for each in found.first] == ["education", "downhill_walk"]
    assert LIBRARY["downhill_walk"].sides == "two"


def test_a_blocked_candidate_stays_visible_with_its_reason() -> None:
    found = one(offered("bone_block", left=TIGHT), "calf_stretch_straight", LEFT)
    assert found.blocked
    assert not found.cautioned
    assert found.precaution is not None
    assert found.precaution.conditions == ("bone_block",)
    assert "Bone block" in found.precaution.reasons[0]


@each("condition", CONDITIONS)
def test_a_condition_hides_nothing_and_begins_with_nothing_it_touches(condition: str) -> None:
    seen = {"left": STIFF, "right": TIGHT, "patient": STAIRS}
    plain, held = offered(**seen), offered(condition, **seen)
    assert {(each.key, each.side) for each in held.all} == {(each.key, each.side) for each in plain.all}
    assert all(each.precaution is None for each in held.first)
    assert any(each.blocked or each.cautioned for each in held.all)


def test_an_unknown_condition_is_never_passed_over() -> None:
    with pytest.raises(UnknownCondition):
        offered("glass_bones", left=TIGHT)


def test_a_loose_ankle_cautions_stretch_and_glides_on_both_sides() -> None:
    found = offered(left={"talar_glide": "excess", **STIFF}, right=STIFF)
    for side in (LEFT, RIGHT):
        assert one(found, "mt_talar_ap", side).cautioned
        assert one(found, "calf_stretch_bent", side).cautioned
    assert reason(given(left={"talar_glide": "excess"})).conditions == ("hypermobility",)
    assert not {"mt_talar_ap", "calf_stretch_bent"} & {each.key for each in found.first}


def test_a_sore_heel_cord_insertion_cautions_stretch_and_load_on_both_sides() -> None:
    found = offered(left=INSERTIONAL, right=TIGHT)
    assert one(found, "calf_stretch_straight", RIGHT).cautioned
    assert one(found, "ecc_heel_lower_floor", LEFT).cautioned
    assert reason(given(right=INSERTIONAL)).conditions == ("insertional_achilles",)


def test_added_and_noted_conditions_act_together_and_once() -> None:
    twice = offered("hypermobility", left={"talar_glide": "excess", **STIFF})
    assert twice == offered(left={"talar_glide": "excess", **STIFF})
    both = one(offered("osteoporosis", left={"talar_glide": "excess", **STIFF}), "mt_talar_ap", LEFT)
    assert both.precaution is not None
    assert both.precaution.conditions == ("osteoporosis", "hypermobility")


def test_which_leg_is_which_does_not_choose_the_draft() -> None:
    facts = given(
        answers=CLEAR,
        left={"df_ke_deg": 4, "inv_deg": 15, "tib_rot": "limited_in"},
        right={"subtalar_mob": "hypo", "stance_hyperext": "mild"},
    )
    here, there = suggest(reason(facts)), suggest(reason(mirrored(facts)))
    assert [(each.key, each.side) for each in here.first] == [(each.key, opposite(each.side)) for each in there.first]
    assert len([each for each in here.first if each.key in TECHNIQUES]) == MOST_HANDS


def test_two_forms_of_one_exercise_are_not_both_begun_with() -> None:
    found = offered(left={"ta_strength": 4})
    assert [each.key for each in found.exercises] == ["tib_raise_seated", "tib_raise_wall", "tib_raise_band"]
    assert "tib_raise_wall" in LIBRARY["tib_raise_seated"].harder
    assert [each.key for each in found.first if each.key != "tib_raise_band"] == ["tib_raise_seated"]


def test_aids_and_lifts_are_weighed_and_never_begun_with() -> None:
    found = offered(miles=500, left={"fpi6": 8}, patient={"pain_descending": "yes"})
    assert {"footwear", "orthosis", "education"} <= {each.key for each in found.techniques}
    assert [each.key for each in found.first if each.key in TECHNIQUES] == ["education"]


@few
@drawn(clear_visits, noted)
def test_a_draft_begins_with_little_from_standing_down_and_nothing_that_needs_a_choice(
    facts: Facts, conditions: list[str]
) -> None:
    found = suggest(reason(facts), conditions)
    techniques, exercises = ([each for each in part if each.first] for part in (found.techniques, found.exercises))
    assert len(techniques) <= MOST_HANDS == 3
    assert len(exercises) <= MOST_FIRST == 4
    assert found.first[: len(techniques)] == tuple(techniques)
    postures = [POSTURE_ORDER.index(LIBRARY[each.key].posture) for each in found.first[len(techniques) :]]
    assert postures == sorted(postures)
    assert all(each.precaution is None for each in found.first)
    assert all(each.side is not PATIENT or each.key == "education" for each in techniques)
    assert all(each.side is not PATIENT or LIBRARY[each.key].sides == "two" for each in exercises)


@few
@drawn(clear_visits, noted)
def test_every_candidate_stands_once_with_a_finding_that_offers_it(facts: Facts, conditions: list[str]) -> None:
    found = suggest(reason(facts), conditions).all
    assert len({(one.key, one.side) for one in found}) == len(found)
    for one in found:
        assert one.findings
        assert all(one.key in why.rule.techniques + why.rule.exercises for why in one.findings)
        assert {why.side for why in one.findings} <= {one.side, PATIENT}


@few
@drawn(clear_visits, noted)
def test_the_same_facts_give_the_same_candidates_in_the_same_order(facts: Facts, conditions: list[str]) -> None:
    turned = replace(facts, readings=dict(reversed(list(facts.readings.items()))))
    assert suggest(reason(turned), conditions) == suggest(reason(facts), conditions)
