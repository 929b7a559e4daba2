"""A finding in sentences: why it is here, what the rule asks, what would change it, and what is lacking."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import CannotTell, Finding, reason
from clinic_gait.clinical.findings.rule import Grade, Referral
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.clinical.values import Side
from tests.clinical.findings.given import (
    CLEAR,
    LEFT,
    PATIENT,
    RIGHT,
    entered,
    given,
    lengths,
    shoes,
    short,
    with_readings,
)
from tests.clinical.findings.rows import Row
from tests.clinical.findings.table import HOLDING
from tests.each import each

LUNGE = "weight-bearing lunge, big toe to wall"
STRAIGHT, BENT = "ankle dorsiflexion, knee straight", "ankle dorsiflexion, knee bent"
WORN = {"left": {"counter_medial": 2, "heel_lateral": 3}, "right": {"heel_lateral": 0}}

#: The values behind a finding.
TOLD = [
    ("DF-WB", LEFT, given(left={"wblt_cm": "7.5"}), f"LEFT {LUNGE} 7.5 cm"),
    (
        "DF-GAST",
        RIGHT,
        given(right={"df_ke_deg": "4.9", "df_kf_deg": 16}),
        f"RIGHT {STRAIGHT} 4.9 deg; RIGHT {BENT} 16 deg",
    ),
    (
        "DF-GAP",
        LEFT,
        given(left={"wblt_cm": "8.2"}, right={"wblt_cm": "10.2"}),
        f"LEFT {LUNGE} 8.2 cm, RIGHT 10.2 cm: 2 cm less, beyond measurement error (1.9)",
    ),
    (
        "DF-GAP",
        RIGHT,
        given(right={"df_ke_deg": -2}, left={"df_ke_deg": 4}),
        f"RIGHT {STRAIGHT} -2 deg, LEFT 4 deg: 6 deg less, measurement error not known",
    ),
    (
        "LLD-UNI",
        RIGHT,
        given(right={"varus_thrust": "definite"}, left={"varus_thrust": "absent"}),
        "RIGHT varus thrust (knee bows outward): definite, LEFT absent",
    ),
    (
        "GT-WHIP",
        LEFT,
        given(left={"medial_heel_whip": ">10 deg"}),
        "LEFT medial heel whip (abductory twist): more than 10 deg",
    ),
    ("STR-TIB", LEFT, given(left={"ta_strength": 4}), "LEFT front-of-shin (dorsiflexor) strength, manual test grade 4"),
    ("WEAR-MEDCTR", LEFT, given(shoes=shoes(**WORN)), "LEFT shoe wear, inside heel counter: moderate"),
    ("WEAR-ASYM", PATIENT, given(shoes=shoes(**WORN)), "largest difference of wear between the shoes, in grades 3"),
    ("HYPER-01", LEFT, given(patient={"beighton": 6}), "Beighton score 6 points"),
    ("DQ-03", PATIENT, given(left={"wblt_cm": (12, "app")}, right={"wblt_cm": 12}), f"LEFT {LUNGE}: app, RIGHT tape"),
    (
        "DQ-02",
        PATIENT,
        given(lengths=lengths(block=short(LEFT, 8), tape=short(RIGHT, 12))),
        "leg length by tape: right leg shorter by 12 mm; leg length by block: left leg shorter by 8 mm",
    ),
    ("LLD-REFER", PATIENT, given(lengths=lengths(block=short(LEFT, 20))), "LEFT leg shorter by 20 mm, by block"),
    ("RF-00", PATIENT, given(), "state of the safety screen: not done"),
    ("RF-01", PATIENT, given(open_flags=("dvt",)), "open warning signs: Possible clot in the leg (DVT)"),
    ("RF-02", PATIENT, given(wells_score=3), "Wells score 3 points"),
    ("PAIN-DOWN", PATIENT, given(patient={"pain_descending": "yes"}), "pain going down stairs or hills: yes"),
    (
        "PROG-01",
        PATIENT,
        given(pain_change=Decimal(-1), weeks=7),
        "weeks since the plan began 7 weeks; worst pain: now minus at the start -1 point",
    ),
]

#: What a rule asks, and what would silence it.
ASKED = [
    (
        "DF-GAST",
        f"{STRAIGHT} under 5 deg; and {BENT} 10 deg or more",
        f"{STRAIGHT} 5 deg or more; or {BENT} under 10 deg",
    ),
    (
        "DF-WB",
        f"{LUNGE} 10 cm or less; or weight-bearing lunge, shin angle under 35 deg",
        f"{LUNGE} over 10 cm, together with weight-bearing lunge, shin angle 35 deg or more",
    ),
    (
        "STR-CALF",
        "single-leg heel raises 7 reps or more below the other side",
        "single-leg heel raises less than 7 reps below the other side",
    ),
    (
        "GT-EHR",
        f"early heel rise: mild, moderate or severe; and ({LUNGE} 10 cm or less; or {STRAIGHT} under 10 deg)",
        f"early heel rise: none; or {LUNGE} over 10 cm, together with {STRAIGHT} 10 deg or more",
    ),
    ("DQ-01", f"{STRAIGHT} more than 3 deg over {BENT}", f"{STRAIGHT} at most 3 deg over {BENT}"),
    (
        "WEAR-MEDCTR",
        "shoe wear, inside heel counter: moderate or more",
        "shoe wear, inside heel counter: light or less",
    ),
]


def finding(key: str, side: Side, facts: Facts) -> Finding:
    (found,) = (one for one in reason(facts).findings if (one.rule.key, one.side) == (key, side))
    return found


def lacking(key: str, side: Side, facts: Facts) -> CannotTell:
    (found,) = (one for one in reason(facts).cannot_tell if (one.rule.key, one.side) == (key, side))
    return found


@each(("key", "side", "facts", "said"), TOLD, ids=[one[0] for one in TOLD])
def test_the_values_behind_a_finding_are_told_with_side_and_unit(key: str, side: Side, facts: Facts, said: str) -> None:
    assert words.because(finding(key, side, facts)) == said


@each(("key", "asked", "otherwise"), ASKED, ids=[one[0] for one in ASKED])
def test_a_rule_says_what_it_asks_and_what_would_silence_it(key: str, asked: str, otherwise: str) -> None:
    row = next(row for row in HOLDING if row.key == key)
    found = finding(key, row.sides[0], row.facts)
    assert words.asked(found) == f"{asked[0].upper()}{asked[1:]}."
    assert words.otherwise(found) == f"{otherwise[0].upper()}{otherwise[1:]}."


def test_what_undoes_one_of_several_pairs_stands_in_brackets() -> None:
    found = finding("HYPER-01", LEFT, given(left={"talar_glide": "excess"}))
    assert words.otherwise(found) == (
        "Posterior talar glide: normal, reduced or painful, together with (ankle gives way: no; or anterior drawer "
        "clearly looser than the other side: no), together with Beighton score under 5 points."
    )


def test_the_sentences_carry_the_numbers_of_the_clinic() -> None:
    limits = {**THRESHOLDS, "wblt_low_cm": replace(THRESHOLDS["wblt_low_cm"], value=Decimal("8.5"))}
    found = finding("VALGUS-NODF", LEFT, given(left={"squat_valgus": "mild", "wblt_cm": 12}))
    assert f"{LUNGE} over 8.5 cm" in words.asked(found, limits)
    assert f"{LUNGE} 8.5 cm or less" in words.otherwise(found, limits)


@each("row", HOLDING, ids=str)
def test_no_sentence_of_any_rule_shows_a_key(row: Row) -> None:
    for found in (one for one in reason(row.facts).findings if one.rule.key == row.key):
        said = (words.because(found), words.asked(found), words.otherwise(found))
        assert all(said)
        assert [one for one in said if "_" in one or "None" in one or "Decimal" in one] == []
        assert all(one.endswith(".") for one in said[1:])
        assert said[1] != said[2]


def test_what_is_lacking_is_named_in_words_for_every_rule() -> None:
    for one in reason(given()).cannot_tell:
        said = words.needed(one.needs)
        assert said
        assert "_" not in said
        assert one.side is PATIENT or one.side.word.upper() in said


@pytest.mark.parametrize(
    ("key", "side", "facts", "said"),
    [
        ("DF-GAST", LEFT, given(left={"df_ke_deg": 2}), f"LEFT {BENT}"),
        ("DF-WB", RIGHT, given(right={"wblt_cm": 12}), "RIGHT weight-bearing lunge, shin angle"),
        ("STR-CALF", LEFT, given(left={"heel_raise_reps": 9}), "RIGHT single-leg heel raises"),
        ("LLD-ACT", PATIENT, given(lengths=lengths(block=short(LEFT, 12))), "leg length by tape"),
        ("RF-01", PATIENT, given(), "state of the safety screen"),
        ("RF-02", PATIENT, given(answers=CLEAR), "Wells score"),
        ("WEAR-MEDCTR", LEFT, given(), "LEFT shoe wear, inside heel counter"),
    ],
)
def test_only_what_is_lacking_is_asked_for(key: str, side: Side, facts: Facts, said: str) -> None:
    assert words.needed(lacking(key, side, facts).needs) == said


def test_both_legs_are_asked_for_again_when_they_were_measured_differently() -> None:
    facts = given(left={"heel_raise_reps": 9}, right={"heel_raise_reps": 20})
    otherwise_taken = replace(entered("heel_raise_reps", RIGHT, 20), method="on a step")
    told = words.needed(lacking("STR-CALF", LEFT, with_readings(facts, otherwise_taken)).needs)
    assert told == "LEFT single-leg heel raises; RIGHT single-leg heel raises"


def test_grades_and_referrals_are_words() -> None:
    assert Grade.D.words == "clinic idea, little research"
    assert all(grade.words for grade in Grade)
    assert [one.words for one in Referral if not one.words] == [""]


@each("key", RULES)
def test_no_rule_calls_an_article_a_seed_or_names_a_diagnosis_as_certain(key: str) -> None:
    rule = RULES[key]
    said = " ".join((rule.finding, rule.factor, rule.caution, *rule.check_next)).lower()
    assert "seed" not in said
    assert "diagnos" not in said
    assert rule.finding.endswith(".")
