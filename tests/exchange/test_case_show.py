"""What a look at a case answers: findings, what cannot be told, holds, candidates and changes."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.leg_length import BANDS
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.exchange.cases import Case, read_cases, show, told
from tests.exchange.cases_on_disk import ACCEPTANCE, MORE, TODAY, looked_at, text

ALL = [*looked_at(ACCEPTANCE), *looked_at(MORE)]
SAID = {case.id: show(case) for case in ALL}


def answer(body: str) -> dict[str, Any]:
    lines = "".join(f"  {line}\n" for line in body.splitlines())
    (case,) = read_cases(f"cases:\n- id: K1\n  patient: {{age: 40}}\n{lines}", today=TODAY)
    return show(case)


def rules(said: dict[str, Any], side: str) -> set[str]:
    return {one["rule"] for one in said["findings"] if one["side"] == side}


def one_of(said: dict[str, Any], part: str, rule: str, side: str) -> dict[str, Any]:
    (found,) = [one for one in said[part] if (one["rule"], one["side"]) == (rule, side)]
    return dict(found)


def test_the_keys_are_those_of_the_format_in_its_order() -> None:
    assert " ".join(SAID["C01"]) == (
        "case title refused findings unknown holds refer suggested blocked caution changes scores visits readings "
        "not_stored"
    )
    assert list(SAID["C01"]["findings"][0])[:6] == ["rule", "side", "level", "grade", "values", "because"]
    assert {frozenset(said["holds"]) for said in SAID.values()} == {frozenset({"hep", "plan", "sign"})}
    assert all(set(one) >= {"rule", "side", "needs"} for said in SAID.values() for one in said["unknown"])


def test_a_finding_carries_its_values_and_why() -> None:
    found = one_of(SAID["C01"], "findings", "DF-GAST", "right")
    assert (found["level"], found["grade"]) == ("amber", "B")
    assert found["values"] == {"df_ke_deg": "2", "df_kf_deg": "16"}
    assert found["because"].startswith("RIGHT ankle dorsiflexion, knee straight 2 deg")


def test_values_of_the_other_leg_carry_its_name() -> None:
    gap = one_of(SAID["M01"], "findings", "DF-GAP", "left")
    assert gap["values"] == {"wblt_cm": "9", "right.wblt_cm": "12"}
    both = one_of(SAID["M06"], "findings", "DQ-03", "patient")
    assert set(both["values"]) == {"left.wblt_deg", "right.wblt_deg"}
    assert one_of(SAID["M04"], "findings", "PROG-01", "patient")["values"] == {
        "weeks_in_plan": "7",
        "pain_change_nprs": "-1",
    }


def test_what_cannot_be_told_names_what_it_needs() -> None:
    assert one_of(SAID["C10"], "unknown", "DF-KFONLY", "right")["needs"] == ["df_ke_deg", "df_kf_deg"]
    assert one_of(SAID["C09"], "unknown", "DF-WB", "left")["needs"] == ["wblt_cm", "wblt_deg"]


def test_candidates_name_their_side_their_rules_and_what_a_draft_begins_with() -> None:
    offered = SAID["C01"]["suggested"]
    assert offered["interventions"][0] == {
        "key": "mt_talar_ap",
        "side": "right",
        "rules": ["DF-WB", "DF-GAP", "VALGUS-DF"],
        "grade": "A",
        "first": True,
    }
    assert {one["side"] for one in offered["exercises"]} == {"right", "patient"}
    assert len({one["key"] for one in offered["exercises"] if one.get("first")}) == 4


def test_a_condition_strikes_out_or_asks_for_a_reason_once_for_both_sides() -> None:
    both = "conditions: [osteoporosis, bone_block]\n" + "\n".join(
        f"{side}: {{df_ke_deg: 6, df_kf_deg: 8}}" for side in ("left", "right")
    )
    said = answer(both)
    assert {"key": "calf_stretch_bent", "because": "bone_block"} in said["blocked"]
    assert [one["because"] for one in said["caution"] if one["key"] == "mt_talar_ap"] == ["bone_block", "osteoporosis"]
    assert len({json.dumps(one) for one in said["blocked"]}) == len(said["blocked"])
    offered = {one["key"] for part in said["suggested"].values() for one in part}
    assert "mt_talar_ap" in offered
    assert "calf_stretch_bent" not in offered


def test_nothing_is_offered_blocked_or_cautioned_while_a_warning_sign_holds() -> None:
    said = answer("conditions: [bone_block]\nscreen: done\nred_flags: [pe]\nleft: {df_ke_deg: 6, df_kf_deg: 8}")
    assert rules(said, "left") == {"DF-BOTH"}
    assert said["holds"] == {"hep": True, "plan": True, "sign": False}
    assert (said["suggested"], said["blocked"], said["caution"]) == ({"interventions": [], "exercises": []}, [], [])
    assert said["refer"] == "emergency"


def test_an_impossible_entry_leaves_the_other_side_to_be_judged() -> None:
    said = answer("right: {wblt_cm: 45}\nleft: {wblt_cm: 9}")
    assert [(one["side"], one["field"], one["typed"]) for one in said["refused"]] == [("right", "wblt_cm", "45")]
    assert rules(said, "left") == {"DF-WB"}
    assert one_of(said, "unknown", "DF-WB", "right")
    assert one_of(said, "unknown", "DF-GAP", "left")


@pytest.mark.parametrize(
    ("body", "side", "field"),
    [
        ("wear: {right: {counter_medial: 4}, left: {counter_medial: 2}}", "right", "counter_medial"),
        ("hist: {wells_score: 12}\nwear: {left: {counter_medial: 2}}", "patient", "wells_score"),
        ("hist: {weeks_in_plan: 521}\nwear: {left: {counter_medial: 2}}", "patient", "weeks_in_plan"),
        ("right: {wblt_cm: [9]}\nwear: {left: {counter_medial: 2}}", "right", "wblt_cm"),
        ("wear: {shoe_miles: -1, left: {counter_medial: 2}}", "patient", "shoe_miles"),
    ],
)
def test_an_entry_that_does_not_fit_the_form_is_refused_alone(body: str, side: str, field: str) -> None:
    said = answer(body)
    assert [(one["side"], one["field"]) for one in said["refused"]] == [(side, field)]
    assert rules(said, "left") == {"WEAR-MEDCTR"}


def test_an_unconfirmed_value_is_unknown() -> None:
    assert "DF-WB" in rules(answer("right: {wblt_cm: 0.5}"), "right")
    assert one_of(answer("right: {wblt_cm: 0.5, _unconfirmed: [wblt_cm]}"), "unknown", "DF-WB", "right")


def test_methods_that_contradict_each_other_get_no_band() -> None:
    whole = json.dumps(SAID["C08"]) + told(SAID["C08"])
    assert rules(SAID["C08"], "patient") == {"DQ-02", "NEG-01"}
    assert [band.label for band in BANDS if band.label in whole] == []


def test_the_wells_score_of_an_earlier_visit_keeps_its_sign_open() -> None:
    said = answer(
        "visits:\n- {date: 2026-01-05, screen: done, hist: {wells_score: 2}}\n- {date: 2026-01-12, screen: done}"
    )
    assert rules(said, "patient") == {"RF-01"}
    assert one_of(said, "findings", "RF-01", "patient")["values"] == {"red_flags": "dvt"}
    assert one_of(said, "unknown", "RF-02", "patient")


def test_what_the_visits_say_counts_more_than_what_was_typed_of_the_course() -> None:
    visits = (
        "visits:\n- {date: 2026-01-05, prom: {nprs_worst: 5}}\n"
        "- {date: 2026-01-12, prom: {nprs_worst: 5}, hist: {pain_change_nprs: 4, weeks_in_plan: 9}}"
    )
    assert one_of(answer(visits), "findings", "PROG-01", "patient")["values"]["pain_change_nprs"] == "0"
    assert "PROG-01" in rules(answer("hist: {pain_change_nprs: 2}"), "patient")
    assert one_of(answer("hist: {pain_change_nprs: 1}"), "unknown", "PROG-01", "patient")["needs"] == ["weeks_in_plan"]


def test_a_screen_typed_among_the_history_is_the_screen_unless_the_two_differ() -> None:
    assert "RF-00" not in rules(answer("hist: {red_flag_screen: done}"), "patient")
    said = answer("screen: not_done\nhist: {red_flag_screen: done}")
    assert "RF-00" in rules(said, "patient")
    assert [one["field"] for one in said["refused"]] == ["red_flag_screen"]


def test_the_last_visit_is_judged_against_the_one_before() -> None:
    changes = SAID["M04"]["changes"]
    assert [(one["measure"], one["side"], one["since"]) for one in changes][:3] == [
        ("wblt_cm", "left", "last"),
        ("wblt_cm", "right", "last"),
        ("df_ke_deg", "right", "last"),
    ]
    assert [one["measure"] for one in changes][-3:] == ["nprs_worst", "lefs", "psfs"]
    assert "since" not in SAID["M08"]["changes"][0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("{measure: wblt_cm, side: left, before: 45, now: 9}", "not comparable: an entry was refused"),
        ("{measure: wblt_cm, side: left, before: null, now: 9}", "not comparable: before not examined"),
        ("{measure: lefs, before: 40, now: null}", "not comparable: now without a score"),
        ("{measure: early_heel_rise, side: left, before: mild, now: none}", "1 step better: mild before, none now"),
        (
            '{measure: wblt_cm, side: left, before: "4 in", now: "122 mm"}',
            "+2 cm, better, beyond measurement error (1.9)",
        ),
    ],
)
def test_a_change_says_what_it_amounts_to(change: str, words: str) -> None:
    assert answer(f"change: [{change}]")["changes"][0]["words"] == words


def test_a_clinics_own_cut_offs_decide() -> None:
    (case,) = read_cases("cases: [{id: K1, patient: {}, left: {wblt_cm: 9}, change: [" + LEFS + "]}]", today=TODAY)
    own = {
        **THRESHOLDS,
        "wblt_low_cm": replace(THRESHOLDS["wblt_low_cm"], value=Decimal(8)),
        "mdc_lefs": replace(THRESHOLDS["mdc_lefs"], value=Decimal(12)),
    }
    said, ours = show(case), show(case, own)
    assert (rules(said, "left"), rules(ours, "left")) == ({"DF-WB"}, set())
    assert [one["changes"][0]["verdict"] for one in (said, ours)] == ["better", "within_error"]


LEFS = "{measure: lefs, before: 40, now: 50}"


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=300), st.integers(min_value=0, max_value=300))
def test_findings_do_not_depend_on_the_unit(left: int, right: int) -> None:
    said = [
        answer(f"left: {{wblt_cm: '{write(left)}'}}\nright: {{wblt_cm: '{write(right)}'}}")
        for write in (lambda mm: f"{mm} mm", lambda mm: f"{mm / 10} cm", lambda mm: f"{mm / 25.4:.2f} in")
    ]
    assert said[0] == said[1] == said[2]


def shuffled(thing: Any, by: random.Random) -> Any:
    if isinstance(thing, dict):
        return {key: shuffled(thing[key], by) for key in by.sample(sorted(thing), len(thing))}
    return [shuffled(one, by) for one in thing] if isinstance(thing, list) else thing


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_keys_does_not_matter(by: random.Random) -> None:
    mixed = yaml.safe_dump(shuffled(yaml.safe_load(text(MORE)), by), sort_keys=False)
    again = read_cases(mixed, today=TODAY)
    assert [json.dumps(show(case)) for case in again] == [json.dumps(SAID[case.id]) for case in again]


def test_a_person_reads_sides_in_capitals_and_that_the_therapist_confirms() -> None:
    words = told(SAID["M01"])
    assert "For the therapist to confirm." in words
    assert "LEFT HX-SPRAIN, look at: Past ankle sprain with a stiff ankle." in words
    assert "Because: LEFT weight-bearing lunge" in words
    assert "PATIENT PROG-01: needs worst pain: now minus at the start; weeks since the plan began" in words
    assert "(walk_soft_ground): Fall risk" in words
    assert "no home sheet prints" in told(SAID["C04"])


def fired(cases: list[Case]) -> set[str]:
    return {one["rule"] for case in cases for one in SAID[case.id]["findings"]}


def test_the_cases_let_every_rule_speak() -> None:
    assert set(RULES) - fired(ALL) == set()
