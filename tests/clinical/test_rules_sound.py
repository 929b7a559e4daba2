"""The rules name only what exists. What does not is told by name before any test runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.findings.clause import AllOf, Clause
from clinic_gait.clinical.findings.patient_clauses import NUMBERS, OnLegs, PatientNumber, PatientYes
from clinic_gait.clinical.findings.rule import Effect, Rule
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.findings.side_clauses import Graded, LessThanOther, Number, OtherGraded, Worn
from clinic_gait.clinical.measures import Flag, Quantity, codes
from clinic_gait.clinical.shoe_wear import GRADES, ZONES
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.thresholds import THRESHOLDS, Direction
from tests.each import each

READABLE = {*CATALOGUE, *ZONES, *NUMBERS}


def leaves(clause: Clause) -> Iterator[Clause]:
    for part in clause.parts():
        if isinstance(part, OnLegs):
            yield from leaves(part.clause)
        else:
            yield part


def unknown(rule: Rule) -> Iterator[str]:
    """A sentence for everything the rule names that does not exist."""
    condition = () if rule.effect.condition is None else (rule.effect.condition,)
    named: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
        ("measure", (key for part in leaves(rule.when) for key in part.reads()), READABLE),
        ("cut-off", (key for part in leaves(rule.when) for key in part.cutoffs()), THRESHOLDS),
        ("measure", rule.invalidates, CATALOGUE),
        ("technique", rule.techniques, TECHNIQUES),
        ("exercise", rule.exercises, LIBRARY),
        ("source", rule.sources, SOURCES),
        ("condition", condition, CONDITIONS),
    )
    for what, keys, known in named:
        yield from (f"rule {rule.key}: no {what} {key!r}" for key in keys if key not in known)


FAULTS = [fault for rule in RULES.values() for fault in unknown(rule)]
if FAULTS:
    raise LookupError("; ".join(FAULTS))

DF = RULES["DF-GAST"]
GIBBERISH = {
    "no measure 'mt_nothing'": replace(DF, when=AllOf(DF.when, PatientYes("mt_nothing"))),
    "no measure 'side_nothing'": replace(
        DF, when=OnLegs(Number("side_nothing", Direction.BELOW, "df_ke_limited"), every=True)
    ),
    "no cut-off 'far'": replace(DF, when=Number("df_ke_deg", Direction.BELOW, "far")),
    "no measure 'df_kf'": replace(DF, invalidates=("df_ke_deg", "df_kf")),
    "no technique 'calf_stretch_bent'": replace(DF, techniques=("calf_stretch_bent",)),
    "no exercise 'mt_soft_calf'": replace(DF, exercises=("mt_soft_calf",)),
    "no source 'someone2030'": replace(DF, sources=("someone2030",)),
    "no condition 'loose'": replace(DF, effect=Effect(condition="loose")),
}

#: Level, scope and evidence of every rule, in the order in which they are told.
PINNED = """
RF-01 red patient B, RF-02 red patient A, RF-03 red side D, RF-00 red patient B,
DQ-01 amber side D, DQ-02 amber patient B, DQ-03 amber patient B,
DF-GAST amber side B, DF-BOTH amber side B, DF-BORDER amber side D, DF-KFONLY amber side D, DF-WB amber side C,
DF-GAP amber side B, NEG-01 info patient B, DF-GLIDE amber side B, DF-3P amber side D, ST-HYPO amber side D,
HX-SPRAIN amber side A, HYPER-01 amber side C,
GT-EHR amber side C, GT-EHR-NODF amber side D, GT-WHIP amber side D, GT-HYPEREXT amber side C, GT-VTHRUST amber side X,
LLD-UNI amber side D, LLD-ACT amber patient B, LLD-REFER red patient C,
WEAR-MEDCTR amber side D, WEAR-ASYM amber patient D, WEAR-OLD info patient D,
VALGUS-DF amber side A, VALGUS-NODF amber side B, FPI-PRON amber side C, STR-CALF amber side C, SQ-LIFT amber side C,
STR-TIB amber side D, PAIN-DOWN info patient C, HAGLUND amber side D, INS-ACH amber side C, KNEE-BACK amber side D,
BAL-01 amber patient C, LIFE-01 info patient D, CHAIN-HIP info patient D, PROG-01 amber patient D
"""
EVERY = each("key", RULES)


@pytest.mark.parametrize("said", GIBBERISH)
def test_a_rule_that_names_what_does_not_exist_is_told_by_name(said: str) -> None:
    assert list(unknown(GIBBERISH[said])) == [f"rule DF-GAST: {said}"]


def test_level_scope_and_evidence_of_the_rules_stay_as_they_are() -> None:
    found = [f"{one.key} {one.level.value} {_scope(one)} {one.grade.value}" for one in RULES.values()]
    assert found == " ".join(PINNED.split()).split(", ")
    assert len(found) == 44


@EVERY
def test_a_rule_says_what_it_may_mean_what_would_tell_and_on_what_ground(key: str) -> None:
    rule = RULES[key]
    assert rule.key == key
    assert rule.finding
    assert rule.factor
    assert rule.check_next
    assert all(rule.check_next)
    assert rule.sources


@EVERY
def test_a_rule_offers_and_cites_nothing_twice(key: str) -> None:
    rule = RULES[key]
    for named in (rule.techniques, rule.exercises, rule.sources, rule.check_next, rule.invalidates):
        assert len(set(named)) == len(named)


@EVERY
def test_a_rule_asks_only_for_steps_that_its_measures_have(key: str) -> None:
    for part in leaves(RULES[key].when):
        match part:
            case Graded():
                assert set(part.steps) <= {step.code for step in codes(CATALOGUE[part.key])}
            case OtherGraded():
                assert part.step in {step.code for step in codes(CATALOGUE[part.key])}
            case PatientYes():
                assert isinstance(CATALOGUE[part.key], Flag)
            case Worn():
                assert part.grade in GRADES
                assert part.grade > 0


@EVERY
def test_a_number_is_compared_with_a_cut_off_of_its_own_unit(key: str) -> None:
    for part in leaves(RULES[key].when):
        if isinstance(part, Number | LessThanOther):
            measure: Any = CATALOGUE[part.key]
            assert isinstance(measure, Quantity)
            assert measure.unit is THRESHOLDS[part.cutoff].unit


@EVERY
def test_a_rule_for_each_leg_reads_legs_and_one_for_the_patient_only_through_both(key: str) -> None:
    rule = RULES[key]
    for part in rule.when.parts():
        measures = [CATALOGUE[name] for name in part.reads() if name in CATALOGUE]
        if isinstance(part, Number | Graded | OtherGraded | LessThanOther):
            assert rule.sided
            assert all(one.sided for one in measures)
        if isinstance(part, PatientNumber | PatientYes):
            assert not any(one.sided for one in measures)


def _scope(rule: Rule) -> str:
    return "side" if rule.sided else "patient"
