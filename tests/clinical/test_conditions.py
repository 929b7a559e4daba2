from __future__ import annotations

import pytest

from clinic_gait.clinical.conditions import CONDITIONS, Level, UnknownCondition, judge
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.techniques import TECHNIQUES
from tests.each import each

CLASSES = {"mob", "thrust", "stretch", "load", "mwm", "foam"}
EVERY = each("key", CONDITIONS)


def test_there_are_twenty_eight_conditions_and_seven_block() -> None:
    assert len(CONDITIONS) == 28
    assert [one.key for one in CONDITIONS.values() if one.level is Level.ABSOLUTE] == list(CONDITIONS)[:7]


@EVERY
def test_a_condition_names_classes_sources_and_its_ground(key: str) -> None:
    condition = CONDITIONS[key]
    assert condition.key == key
    assert condition.applies
    assert {*condition.applies, *condition.absolute_for} <= CLASSES
    assert all(source in SOURCES for source in condition.sources)
    assert condition.basis


@EVERY
def test_what_a_condition_blocks_or_offers_exists(key: str) -> None:
    condition = CONDITIONS[key]
    named = [*condition.blocks, *condition.swap, *condition.swap.values()]
    assert not [name for name in named if name not in LIBRARY]
    assert set(condition.swap) <= set(condition.blocks)


@EVERY
def test_a_condition_acts_on_every_class_it_applies_to_and_on_no_other(key: str) -> None:
    condition = CONDITIONS[key]
    for one in CLASSES:
        found = judge([key], "anything", [one])
        if one in condition.absolute_for or (one in condition.applies and condition.level is Level.ABSOLUTE):
            assert found is not None
            assert found.level is Level.ABSOLUTE
        elif one in condition.applies:
            assert found is not None
            assert found.level is Level.CAUTION
        else:
            assert found is None


def test_a_blocked_exercise_comes_before_everything_and_offers_its_swap() -> None:
    found = judge(["fall_risk"], "lateral_step_down", ["load"])
    assert found is not None
    assert (found.level, found.swap) == ("absolute", "supported_step_down")
    other = judge(["fall_risk"], "heel_raise_double", ["load"])
    assert other is not None
    assert (other.level, other.swap) == ("caution", None)


def test_a_block_needs_no_class() -> None:
    found = judge(["fall_risk"], "walk_soft_ground", [])
    assert found is not None
    assert found.level is Level.ABSOLUTE


def test_an_absolute_class_beats_the_caution_of_the_same_condition() -> None:
    found = judge(["bone_block"], "calf_stretch_straight", ["stretch"])
    assert found is not None
    assert found.level is Level.ABSOLUTE


def test_the_strictest_condition_decides_and_only_its_reasons_are_given() -> None:
    found = judge(["osteoporosis", "joint_fusion", "hypermobility"], "mt_talar_ap", ["mob"])
    assert found is not None
    assert (found.level, found.conditions, found.reasons) == (Level.ABSOLUTE, ("joint_fusion",), ("Fused joint",))


def test_every_caution_is_given() -> None:
    found = judge(["osteoporosis", "hypermobility", "pregnancy"], "mt_talar_ap", ["mob"])
    assert found is not None
    assert (found.level, found.conditions) == (Level.CAUTION, ("osteoporosis", "hypermobility"))
    assert found.reasons[1] == "Hypermobility"


def test_grade_five_is_a_thrust_as_well() -> None:
    gentle = judge(["osteoporosis"], "mt_talar_ap", ["mob"], grade="IV")
    thrust = judge(["osteoporosis"], "mt_talar_ap", ["mob"], grade="V")
    assert gentle is not None
    assert thrust is not None
    assert (gentle.level, thrust.level) == (Level.CAUTION, Level.ABSOLUTE)
    assert judge(["anticoagulant"], "mt_talar_ap", ["mob"], grade="III") is None
    assert judge(["anticoagulant"], "mt_talar_ap", ["mob"], grade="V") is not None


def test_without_conditions_or_classes_nothing_stands_in_the_way() -> None:
    assert judge([], "mt_talar_ap", ["mob"]) is None
    assert judge(list(CONDITIONS), "education", []) is None


def test_an_unknown_condition_is_never_passed_over() -> None:
    with pytest.raises(UnknownCondition, match="no condition 'glass_bones'"):
        judge(["glass_bones"], "mt_talar_ap", ["mob"])


@each("key", TECHNIQUES)
def test_a_clot_blocks_every_hand_on_the_leg(key: str) -> None:
    technique = TECHNIQUES[key]
    found = judge(["dvt_suspected"], key, technique.contra)
    assert (found is None) is (not technique.contra)
    assert found is None or found.level is Level.ABSOLUTE
