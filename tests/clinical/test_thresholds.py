from __future__ import annotations

from decimal import Decimal

import pytest

from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import THRESHOLDS, Direction, Threshold

TENTH = Decimal("0.1")
#: Just under, at and just over the value.
FLAGGED = {
    Direction.BELOW: [True, False, False],
    Direction.AT_MOST: [True, True, False],
    Direction.ABOVE: [False, False, True],
    Direction.AT_LEAST: [False, True, True],
}


@pytest.mark.parametrize("threshold", THRESHOLDS.values(), ids=list(THRESHOLDS))
def test_a_cut_off_flags_on_its_own_side(threshold: Threshold) -> None:
    around = [threshold.value - TENTH, threshold.value, threshold.value + TENTH]
    assert [threshold.flags(value) for value in around] == FLAGGED[threshold.direction]


@pytest.mark.parametrize("threshold", THRESHOLDS.values(), ids=list(THRESHOLDS))
def test_a_cut_off_names_its_sources(threshold: Threshold) -> None:
    assert threshold.sources
    assert all(source in SOURCES for source in threshold.sources)


def test_there_are_forty_six_cut_offs() -> None:
    assert len(THRESHOLDS) == 46


def test_a_mean_just_below_a_cut_off_is_below_it() -> None:
    assert THRESHOLDS["df_ke_limited"].flags(Decimal("4.9"))
    assert not THRESHOLDS["df_ke_limited"].flags(Decimal("5.0"))
    assert THRESHOLDS["wblt_gap_cm"].flags(Decimal("10.2") - Decimal("8.2"))
