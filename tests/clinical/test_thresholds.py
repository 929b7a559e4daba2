from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from clinic_gait.clinical import cutoffs
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.outcomes import INSTRUMENTS
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import THRESHOLDS, BadThreshold, Direction, Threshold, adjusted
from clinic_gait.clinical.thresholds.adjusting import AT_MOST_OTHER, BELOW_OTHER
from tests.each import each

D = Decimal
TENTH = Decimal("0.1")
#: Just under, at and just over the value.
FLAGGED = {
    Direction.BELOW: [True, False, False],
    Direction.AT_MOST: [True, True, False],
    Direction.ABOVE: [False, False, True],
    Direction.AT_LEAST: [False, True, True],
}
EVERY = each("threshold", THRESHOLDS.values(), ids=list(THRESHOLDS))

#: Value, unit, direction and strength as the clinicians gave them.
GIVEN = """
df_ke_limited       5    deg       below    weak
df_ke_borderline    10   deg       below    weak
df_kf_limited       10   deg       below    weak
df_ke_gt_kf_warn    3    deg       above    inference
df_side_gap         6    deg       at_least moderate
wblt_low_cm         10   cm        at_most  weak
wblt_marked_cm      7.5  cm        below    inference
wblt_gap_cm         2.0  cm        at_least moderate
wblt_marked_deg     35   deg       below    inference
wblt_gap_deg        5    deg       at_least moderate
inv_limited         20   deg       below    convention
ev_limited          5    deg       below    convention
hallux_low          65   deg       below    weak
hallux_marked       42   deg       below    weak
recurvatum          5    deg       above    convention
recurvatum_severe   15   deg       above    weak
lsd_poor            4    points    at_least moderate
lsd_medium          2    points    at_least moderate
fpi_pronated        6    points    at_least moderate
fpi_supinated       -1   points    at_most  moderate
nav_drop_high       10   mm        above    weak
heel_raise_gap      7    reps      at_least inference
lld_note_mm         5    mm        at_least moderate
lld_act_mm          10   mm        at_least moderate
lld_refer_mm        20   mm        at_least weak
lld_refer_child_mm  10   mm        at_least weak
lld_methods_gap_mm  10   mm        at_least inference
step_si_pct         10   %         above    convention
gait_speed_slow     0.8  m/s       below    moderate
shoe_miles          400  miles     at_least weak
shoe_miles_low      300  miles     at_least weak
calf_gap_cm         3    cm        at_least strong
wells_likely        2    points    at_least strong
pain_ok_max         3    points    at_most  moderate
pain_stop           5    points    above    moderate
mdc_wblt_cm         1.9  cm        at_least strong
mdc_wblt_deg        4.7  deg       at_least strong
mdc_lefs            9    points    at_least moderate
mdc_psfs            2    points    at_least moderate
nprs_gain           2    points    at_least moderate
nprs_worse          2    points    at_least inference
review_weeks        6    weeks     at_least convention
mmt_full            5    grade     below    convention
beighton_hyper      5    points    at_least moderate
sits_hours          6    hours/day at_least convention
shoe_heel_mm        25   mm        at_least convention
"""


@EVERY
def test_a_cut_off_flags_on_its_own_side(threshold: Threshold) -> None:
    around = [threshold.value - TENTH, threshold.value, threshold.value + TENTH]
    assert [threshold.flags(value) for value in around] == FLAGGED[threshold.direction]


@EVERY
def test_a_cut_off_names_its_sources(threshold: Threshold) -> None:
    assert threshold.sources
    assert all(source in SOURCES for source in threshold.sources)


def test_the_defaults_are_those_the_clinicians_gave() -> None:
    told = [tuple(line.split()) for line in GIVEN.split("\n") if line]
    assert len(told) == 46
    assert told == [
        (one.key, str(one.value), one.unit.value, one.direction.value, one.strength.value)
        for one in THRESHOLDS.values()
    ]


def test_a_mean_just_below_a_cut_off_is_below_it() -> None:
    assert THRESHOLDS["df_ke_limited"].flags(Decimal("4.9"))
    assert not THRESHOLDS["df_ke_limited"].flags(Decimal("5.0"))
    assert THRESHOLDS["wblt_gap_cm"].flags(Decimal("10.2") - Decimal("8.2"))


@EVERY
def test_a_default_lies_within_what_a_clinic_may_set_and_is_not_changed(threshold: Threshold) -> None:
    assert threshold.low < threshold.high
    assert threshold.low <= threshold.value == threshold.default <= threshold.high
    assert not threshold.changed


@EVERY
def test_both_ends_of_a_range_may_be_set_and_what_lies_beyond_may_not(threshold: Threshold) -> None:
    for end in (threshold.low, threshold.high):
        # A neighbour that would have to be set with it is another matter.
        fault = fault_of(threshold.key, end)
        assert not fault or " must be " in fault
    for beyond in (threshold.low - TENTH, threshold.high + TENTH):
        assert fault_of(threshold.key, beyond) == f"{threshold.key} is {beyond}; it may be {threshold.span}."


def fault_of(key: str, value: Decimal) -> str:
    """Why a value cannot be set; empty when it can."""
    try:
        return "" if adjusted({key: value})[key].value == value else "something else was set"
    except BadThreshold as bad:
        return str(bad)


@pytest.mark.parametrize("given", [7, D("7"), "7", " 7 ", "7.0", 7.0, "+7"])
def test_a_number_may_be_whole_or_with_a_point_or_text(given: object) -> None:
    assert adjusted({"df_ke_limited": given})["df_ke_limited"].value == 7


def test_a_float_is_read_as_it_is_written() -> None:
    assert adjusted({"wblt_marked_cm": 7.1})["wblt_marked_cm"].value == D("7.1")


@pytest.mark.parametrize(
    "given",
    [True, None, "7,5", "seven", "", "1e1", "0x7", "١٢", "7 deg", float("nan"), float("inf"), D("NaN"), D("sNaN"), [7]],
)
def test_what_is_no_number_is_refused_with_what_would_be_right(given: object) -> None:
    with pytest.raises(BadThreshold, match=r"^df_ke_limited is .*, which is no number with a point; it may be -10 to"):
        adjusted({"df_ke_limited": given})


def test_an_unknown_name_is_refused_with_a_near_one() -> None:
    with pytest.raises(BadThreshold, match=r"^df_ke_limted is not a cut-off; did you mean df_ke_limited\?$"):
        adjusted({"df_ke_limted": 5})
    with pytest.raises(BadThreshold, match=r"^@@@ is not a cut-off\.$"):
        adjusted({"@@@": 5})


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(BadThreshold) as bad:
        adjusted({"df_ke_limited": 80, "lsd_poor": "x"})
    assert str(bad.value) == (
        "df_ke_limited is 80; it may be -10 to 20 deg. "
        "lsd_poor is 'x', which is no number with a point; it may be 2 to 6 points."
    )


@pytest.mark.parametrize(("one", "other"), BELOW_OTHER)
def test_one_cut_off_must_lie_below_another(one: str, other: str) -> None:
    limit = THRESHOLDS[other].value
    below, level = ({**THRESHOLDS, one: replace(THRESHOLDS[one], value=value)} for value in (limit - TENTH, limit))
    adjusted({}, below)
    with pytest.raises(BadThreshold, match=f"; {one} must be below {other}"):
        adjusted({}, level)


@pytest.mark.parametrize(("one", "other"), AT_MOST_OTHER)
def test_one_cut_off_may_be_level_with_another_and_not_over_it(one: str, other: str) -> None:
    base = {**THRESHOLDS, "lld_note_mm": replace(THRESHOLDS["lld_note_mm"], value=D(1))}
    base |= {"lld_act_mm": replace(base["lld_act_mm"], value=D(19))}
    limit = base[other].value
    level, over = ({**base, one: replace(base[one], value=value)} for value in (limit, limit + TENTH))
    adjusted({}, level)
    with pytest.raises(BadThreshold, match=f"; {one} must be at most {other}"):
        adjusted({}, over)


def test_two_that_are_out_of_order_are_named_with_their_values() -> None:
    with pytest.raises(BadThreshold) as bad:
        adjusted({"df_ke_limited": 12})
    assert str(bad.value) == (
        "df_ke_limited is 12 and df_ke_borderline is 10; df_ke_limited must be at most df_ke_borderline."
    )
    assert adjusted({"df_ke_limited": 12, "df_ke_borderline": 12})["df_ke_limited"].value == 12


def test_what_is_not_named_keeps_what_it_had() -> None:
    first = adjusted({"wblt_low_cm": 9})
    second = adjusted({"df_ke_limited": 4}, first)
    assert [second[key].value for key in ("wblt_low_cm", "df_ke_limited", "lsd_poor")] == [9, 4, 4]
    assert [key for key, one in second.items() if one.changed] == ["df_ke_limited", "wblt_low_cm"]
    assert not adjusted({"wblt_low_cm": 10}, first)["wblt_low_cm"].changed
    assert not any(one.changed for one in THRESHOLDS.values())


def test_every_cut_off_is_used() -> None:
    used = {name for rule in RULES.values() for part in rule.when.parts() for name in part.cutoffs()}
    used |= {one.name for table in (cutoffs.VALUES, cutoffs.GAPS) for ones in table.values() for one in ones}
    used |= {figure.cutoff for one in CATALOGUE.values() if isinstance(one, Quantity) for figure in one.error}
    used |= {part.threshold for one in INSTRUMENTS.values() for part in one.parts}
    assert set(THRESHOLDS) - used == set()
    assert used - set(THRESHOLDS) == {""}
