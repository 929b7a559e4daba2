from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.gait_norms import CADENCE_NOTE, NORMS, norm, norm_words
from clinic_gait.clinical.gait_phases import NOTE, PHASES, SOURCES_OF_PHASES
from clinic_gait.clinical.measures import Deviation, Quantity
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.sources import SOURCES


@pytest.mark.parametrize(
    ("sex", "age", "speed"),
    [("M", 20, "1.36"), ("M", 29, "1.36"), ("M", 30, "1.43"), ("F", 79, "1.13"), ("F", 80, "0.94"), ("M", 99, "0.97")],
)
def test_walking_speed_is_looked_up_by_age_and_sex(sex: str, age: int, speed: str) -> None:
    found = norm("gait_speed_ms", sex, age)
    assert found is not None
    assert found.value == Decimal(speed)


@pytest.mark.parametrize(("sex", "age"), [("M", 19), ("F", 100), ("X", 40), (None, 40), ("F", None)])
def test_nobody_gets_a_row_that_is_not_theirs(sex: str | None, age: int | None) -> None:
    assert norm("gait_speed_ms", sex, age) is None


@pytest.mark.parametrize(("age", "seconds"), [(60, "27.0"), (69, "27.0"), (70, "17.2"), (80, "8.5"), (99, "8.5")])
@pytest.mark.parametrize("sex", ["M", "F", None])
def test_one_leg_stance_goes_by_age_alone(age: int, seconds: str, sex: str | None) -> None:
    found = norm("slb_s", sex, age)
    assert found is not None
    assert found.value == Decimal(seconds)


@pytest.mark.parametrize("age", [59, 100, None])
def test_one_leg_stance_has_no_row_for_other_ages(age: int | None) -> None:
    assert norm("slb_s", "F", age) is None


@pytest.mark.parametrize(
    ("measure", "sex", "age", "words"),
    [
        ("gait_speed_ms", "F", 75, "healthy women 70 to 79: 1.13 m/s (bohannon2011, second-hand)"),
        ("gait_speed_ms", "F", 80, "healthy women 80 to 99: 0.94 m/s (bohannon2011)"),
        ("heel_raise_reps", "M", 40, "healthy men 20 to 81: 24 reps (hebert2017, median)"),
        ("slb_s", None, 65, "healthy people 60 to 69: 27.0 s (bohannon2006_sls)"),
        ("cadence_spm", None, None, "about 115 steps/min in healthy elders (hollman2011)"),
        ("gait_speed_ms", None, 75, ""),
        ("wblt_cm", "F", 75, ""),
    ],
)
def test_a_norm_is_said_with_whose_it_is_and_its_source(measure: str, sex: str | None, age: int, words: str) -> None:
    assert norm_words(measure, Decimal(1), sex, age) == words


def test_no_norm_is_said_beside_what_was_not_measured() -> None:
    assert norm_words("gait_speed_ms", None, "F", 75) == ""
    assert norm_words("cadence_spm", None, "F", 75) == ""


def test_a_short_walk_from_standing_is_told_its_own_mean() -> None:
    own = "adults 18 to 85, 4 m from standing: 1.12 m/s (bohannon2019)"
    assert norm_words("gait_speed_ms", Decimal(1), None, 75, method="static; 4 m") == own
    assert norm_words("gait_speed_ms", Decimal(1), "M", 75, method="static; 4 m").endswith(f"; {own}")
    assert own not in norm_words("gait_speed_ms", Decimal(1), "M", 75, method="rolling; 4 m")
    assert norm_words("gait_speed_ms", Decimal(1), None, 86, method="static; 4 m") == ""


def test_no_norm_calls_a_value_normal_or_not() -> None:
    told = [norm_words(row.measure, Decimal(0), row.sex or "F", row.age_from) for row in NORMS]
    assert all(told)
    assert not [words for words in (*told, CADENCE_NOTE) for bad in ("normal", "below", "low") if bad in words]


def test_every_row_belongs_to_a_measure_and_a_source() -> None:
    for row in NORMS:
        measure = CATALOGUE[row.measure]
        assert isinstance(measure, Quantity)
        assert measure.unit is row.unit
        assert measure.usual_low <= row.value <= measure.usual_high
        assert row.source in SOURCES


def test_the_phases_fill_one_cycle_in_order() -> None:
    phases = list(PHASES.values())
    assert (phases[0].start, phases[-1].end) == (0, 100)
    assert all(one.end == two.start for one, two in pairwise(phases))
    assert [one.key for one in phases if one.stance] == ["IC", "LR", "MSt", "TSt", "PSw"]
    assert "unverified" in NOTE
    assert set(SOURCES_OF_PHASES) <= set(SOURCES)


def test_every_sign_lies_in_phases_that_exist() -> None:
    for measure in CATALOGUE.values():
        if isinstance(measure, Deviation):
            assert set(measure.phases) <= set(PHASES)


def test_signs_of_a_weak_shin_point_to_the_safety_screen() -> None:
    pointed = {one.key: one.screen for one in CATALOGUE.values() if isinstance(one, Deviation) and one.screen}
    assert pointed == {"foot_slap": "foot_drop_new", "drop_foot_swing": "foot_drop_new"}
    assert set(pointed.values()) <= set(FLAGS)
