from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.gait_norms import NORMS, norm
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
