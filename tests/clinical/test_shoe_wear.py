from __future__ import annotations

import pytest

from clinic_gait.clinical.shoe_wear import (
    CAVEAT,
    COUNTER_LEANS,
    GRADES,
    PATTERNS,
    ZONES,
    uneven_zones,
    wear_gap_max,
    words,
)
from clinic_gait.clinical.sources import SOURCES
from tests.each import each


def test_the_sole_and_the_walls_of_the_counter_are_tapped_and_the_rest_is_listed() -> None:
    tapped = [key for key, zone in ZONES.items() if zone.tapped]
    assert len(ZONES) == 25
    assert len(tapped) == 12
    assert {ZONES[key].region for key in tapped} == {"outsole", "heel counter"}


@each("key", ZONES)
def test_a_zone_says_inside_and_outside_never_medial_and_lateral(key: str) -> None:
    zone = ZONES[key]
    assert zone.key == key
    assert ("inside" in zone.label) == ("medial" in key)
    assert ("outside" in zone.label) == ("lateral" in key)


def test_no_two_zones_share_a_label() -> None:
    assert len({zone.label for zone in ZONES.values()}) == len(ZONES)


def test_what_was_not_looked_at_makes_no_words() -> None:
    assert words({}, {}) == ""


def test_a_zone_of_zero_was_looked_at_and_a_missing_one_was_not() -> None:
    assert words({"heel_medial": 0}, {}) == "Left: no wear in 1 zone looked at. Right: no zone looked at."


def test_the_sentence_names_the_heaviest_wear_first_and_left_first() -> None:
    left = {"forefoot_medial": 2, "heel_medial": 3, "counter_medial": 3, "toe_medial": 0}
    right = {"heel_lateral": 2, "counter_medial": 0}
    assert words(left, right, "leans_in", "upright") == (
        "Left: heavy or through: inside heel, inside heel counter; moderate: inside forefoot; heel counter leans in. "
        "Right: moderate: outside heel; heel counter upright. "
        "Uneven: inside heel counter (left 3, right 0)."
    )


@pytest.mark.parametrize("lean", COUNTER_LEANS)
def test_a_lean_alone_is_said(lean: str) -> None:
    assert words({}, {}, None, lean).endswith(f"heel counter {COUNTER_LEANS[lean]}.")


@each("zone", ZONES)
@each("grade", GRADES)
def test_every_zone_and_grade_has_its_side_in_the_sentence(zone: str, grade: int) -> None:
    left, right = words({zone: grade}, {}), words({}, {zone: grade})
    assert left != right
    if grade:
        assert left.startswith(f"Left: {GRADES[grade]}: {ZONES[zone].label}.")
        assert right.endswith(f"Right: {GRADES[grade]}: {ZONES[zone].label}.")


def test_only_zones_graded_on_both_shoes_are_compared() -> None:
    assert wear_gap_max({"heel_medial": 3}, {"heel_lateral": 3}) is None
    assert wear_gap_max({"heel_medial": 3, "toe_medial": 1}, {"heel_medial": 1}) == 2
    assert uneven_zones({"heel_medial": 3, "toe_medial": 1}, {"heel_medial": 1, "toe_medial": 0}) == ("heel_medial",)


def test_what_does_not_exist_is_refused() -> None:
    for left, lean in (({"tongue": 1}, None), ({"heel_medial": 4}, None), ({}, "sideways")):
        with pytest.raises(KeyError):
            words(left, {}, lean)


def test_every_pattern_is_a_clue_with_a_source() -> None:
    assert "Never a finding on its own" in CAVEAT
    assert all(source in SOURCES for pattern in PATTERNS for source in pattern.sources)
