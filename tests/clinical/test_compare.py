from __future__ import annotations

from decimal import Decimal

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Change, Gap, Verdict, change, gap
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.measures import Derived, Measure, Quantity, codes
from clinic_gait.clinical.thresholds import THRESHOLDS, adjusted
from clinic_gait.clinical.values import Reading, Side
from tests.each import each

D = Decimal
TYPED = [one for one in CATALOGUE.values() if not isinstance(one, Derived)]


def read(
    key: str, typed: str, side: Side = Side.LEFT, *, method: str | None = None, confirmed: bool = False
) -> Reading:
    measure = CATALOGUE[key]
    return read_entry(measure, side if measure.sided else Side.NONE, typed, method=method, confirmed=confirmed)


def moved(key: str, before: str, now: str) -> Change:
    return change(CATALOGUE[key], read(key, before), read(key, now))


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ("10", "11.8", Verdict.WITHIN_ERROR),
        ("10", "11.9", Verdict.BETTER),
        ("10", "12", Verdict.BETTER),
        ("10", "8.2", Verdict.WITHIN_ERROR),
        ("10", "8.1", Verdict.WORSE),
        ("8.2", "10.1", Verdict.BETTER),
        ("10", "10", Verdict.WITHIN_ERROR),
    ],
)
def test_a_change_counts_from_the_error_figure_on_to_the_last_decimal(before: str, now: str, verdict: Verdict) -> None:
    assert moved("wblt_cm", before, now).verdict is verdict


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [("6", "4", Verdict.BETTER), ("6", "5", Verdict.WITHIN_ERROR), ("4", "6", Verdict.WORSE)],
)
def test_less_pain_is_better(before: str, now: str, verdict: Verdict) -> None:
    assert moved("nprs_worst", before, now).verdict is verdict


@pytest.mark.parametrize(
    ("key", "before", "now", "words"),
    [
        ("wblt_deg", "30", "33", "+3 deg, within measurement error (4.7)"),
        ("wblt_deg", "30", "34.7", "+4.7 deg, better, beyond measurement error (4.7)"),
        ("wblt_cm", "10", "7.5", "-2.5 cm, worse, beyond measurement error (1.9)"),
        ("wblt_deg", "30", "30", "no change, within measurement error (4.7)"),
        ("nprs_worst", "6", "5", "-1 point, less than people call a change (2)"),
        ("nprs_worst", "6", "3", "-3 points, better, what people call a change (2)"),
        ("df_ke_deg", "2", "9", "+7 deg, measurement error not known"),
        ("heel_raise_reps", "9", "10", "+1 rep, measurement error not known"),
        ("ta_strength", "4", "4.5", "+0.5, measurement error not known"),
        ("sprain_count", "1", "3", "+2, measurement error not known"),
    ],
)
def test_a_change_is_said_with_its_sign_and_its_error(key: str, before: str, now: str, words: str) -> None:
    assert moved(key, before, now).words == words


def test_without_an_error_figure_the_difference_is_shown_without_a_flag() -> None:
    found = moved("df_ke_deg", "2", "20")
    assert (found.verdict, found.amount, found.error) == (Verdict.NO_ERROR_FIGURE, D(18), None)


def test_the_figure_of_another_method_is_not_borrowed() -> None:
    measure = CATALOGUE["pf_deg"]
    for method, verdict in (("goniometer, active", Verdict.BETTER), ("inclinometer", Verdict.NO_ERROR_FIGURE)):
        before, now = (read("pf_deg", typed, method=method) for typed in ("40", "60"))
        assert change(measure, before, now).verdict is verdict


def test_another_method_or_place_makes_two_numbers_incomparable() -> None:
    measure = CATALOGUE["wblt_deg"]
    found = change(measure, read("wblt_deg", "30"), read("wblt_deg", "40", method="at tuberosity"))
    assert found.verdict is Verdict.NOT_COMPARABLE
    assert found.amount is None
    assert found.words == (
        "not comparable: measured in another way "
        "(before inclinometer; 15 cm below tuberosity, now inclinometer; at tuberosity)"
    )


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (None, "10", "before not examined"),
        ("10", None, "now not examined"),
        (None, None, "before not examined"),
        ("pain", "10", "before could not: pain"),
        ("10", "x", "now not tested"),
        ("25", "10", "before outside the usual range and not confirmed"),
    ],
)
def test_a_missing_or_unusable_value_is_never_compared(before: str | None, now: str | None, why: str) -> None:
    one, two = (read("wblt_cm", typed) if typed else None for typed in (before, now))
    found = change(CATALOGUE["wblt_cm"], one, two)
    assert (found.verdict, found.words) == (Verdict.NOT_COMPARABLE, f"not comparable: {why}")


def test_a_confirmed_value_is_compared() -> None:
    found = change(CATALOGUE["wblt_cm"], read("wblt_cm", "25", confirmed=True), read("wblt_cm", "20"))
    assert found.verdict is Verdict.WORSE


def test_the_two_legs_are_never_taken_for_before_and_now() -> None:
    with pytest.raises(ValueError, match="one measure on one side"):
        change(CATALOGUE["wblt_cm"], read("wblt_cm", "10"), read("wblt_cm", "12", Side.RIGHT))
    with pytest.raises(ValueError, match="one measure on one side"):
        change(CATALOGUE["wblt_cm"], read("wblt_deg", "30"), read("wblt_deg", "40"))


@pytest.mark.parametrize(
    ("key", "before", "now", "words"),
    [
        ("early_heel_rise", "moderate", "mild", "1 step better: moderate before, mild now"),
        ("early_heel_rise", "none", "severe", "3 steps worse: none before, severe now"),
        ("early_heel_rise", "mild", "mild", "same: mild"),
        ("subtalar_mob", "hypo", "normal", "1 step better: hypo (stiff) before, normal now"),
        ("subtalar_mob", "hypo", "hyper", "hypo (stiff) before, hyper (loose) now"),
        ("squat_knee_forward", "none", "marked", "none before, marked now"),
        ("talar_glide", "reduced", "normal", "reduced before, normal now"),
        ("past_sprain", "no", "yes", "no before, yes now"),
    ],
)
def test_steps_are_counted_toward_normal_and_never_flagged(key: str, before: str, now: str, words: str) -> None:
    found = moved(key, before, now)
    assert (found.verdict, found.amount, found.words) == (Verdict.NO_ERROR_FIGURE, None, words)


@each("measure", TYPED, ids=lambda one: one.key)
def test_every_measure_is_compared_with_itself_in_words(measure: Measure) -> None:
    typed = str(measure.usual_high) if isinstance(measure, Quantity) else codes(measure)[0].code
    reading = read(measure.key, typed)
    found = change(measure, reading, reading)
    assert found.verdict in (Verdict.WITHIN_ERROR, Verdict.NO_ERROR_FIGURE)
    assert found.words.startswith(("no change", "same: "))


def sides(key: str, left: str | None, right: str | None) -> Gap:
    one = read(key, left) if left else None
    two = read(key, right, Side.RIGHT) if right else None
    return gap(CATALOGUE[key], one, two)


def test_a_gap_is_exact_and_names_the_lower_side() -> None:
    found = sides("wblt_cm", "10.2", "8.2")
    assert (found.amount, found.lower_side, found.comparable) == (D("2.0"), Side.RIGHT, True)
    assert found.words == "right 2 cm less than left"
    assert sides("wblt_cm", "8.2", "10.2").words == "left 2 cm less than right"


def test_legs_that_are_alike_have_no_lower_side() -> None:
    found = sides("df_ke_deg", "-3", "-3.0")
    assert (found.amount, found.lower_side, found.words) == (D(0), None, "left and right alike")


def test_a_gap_below_zero_still_names_the_side_with_the_smaller_number() -> None:
    assert sides("df_ke_deg", "-3", "2").words == "left 5 deg less than right"


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("10", None, "right not examined"),
        (None, "10", "left not examined"),
        ("unsafe", "10", "left could not: not safe"),
        ("10", "29", "right outside the usual range and not confirmed"),
    ],
)
def test_one_leg_alone_never_flags_the_other(left: str | None, right: str | None, why: str) -> None:
    found = sides("wblt_cm", left, right)
    assert (found.comparable, found.amount, found.lower_side) == (False, None, None)
    assert found.words == f"sides not comparable: {why}"


def test_legs_measured_in_two_ways_are_not_comparable() -> None:
    left, right = read("wblt_cm", "10"), read("wblt_cm", "12", Side.RIGHT, method="ruler")
    assert not gap(CATALOGUE["wblt_cm"], left, right).comparable


def test_steps_of_two_legs_stand_beside_each_other() -> None:
    found = sides("early_heel_rise", "mild", "none")
    assert (found.comparable, found.words) == (True, "left mild, right none")


def test_left_is_never_handed_in_as_right() -> None:
    left, right = read("wblt_cm", "10"), read("wblt_cm", "12", Side.RIGHT)
    with pytest.raises(ValueError, match="of the left leg"):
        gap(CATALOGUE["wblt_cm"], right, left)


@pytest.mark.parametrize(
    ("key", "cutoff", "own", "within", "beyond"),
    [
        ("wblt_cm", "mdc_wblt_cm", "1.6", "11.5", "11.6"),
        ("wblt_deg", "mdc_wblt_deg", "3", "12.9", "13"),
        ("nprs_worst", "nprs_gain", "3", "8", "7"),
    ],
)
def test_a_change_counts_from_the_clinics_own_figure_on(
    key: str, cutoff: str, own: str, within: str, beyond: str
) -> None:
    limits = adjusted({cutoff: own})
    before = read(key, "10", confirmed=True)
    for now, verdict in ((within, Verdict.WITHIN_ERROR), (beyond, Verdict.BETTER)):
        found = change(CATALOGUE[key], before, read(key, now, confirmed=True), limits)
        assert found.verdict is verdict
        assert found.words.endswith(f"({own})")


def test_a_figure_that_no_cut_off_holds_stays_as_it_is() -> None:
    measure = CATALOGUE["pf_deg"]
    assert isinstance(measure, Quantity)
    everything = {key: one.high for key, one in THRESHOLDS.items() if key.startswith("mdc_")}
    figure = measure.error_for("goniometer, active", adjusted(everything))
    assert figure is not None
    assert figure.value == D("9.8")


@pytest.mark.parametrize(
    ("key", "left", "right", "judged", "beyond"),
    [
        ("wblt_cm", "7.5", "11", "3.5 cm less, beyond measurement error (1.9)", True),
        ("wblt_cm", "8.1", "10", "1.9 cm less, beyond measurement error (1.9)", True),
        ("wblt_cm", "8.2", "10", "1.8 cm less, within measurement error (1.9)", False),
        ("wblt_cm", "10", "10", "left and right alike", False),
        ("df_ke_deg", "2", "12", "10 deg less, measurement error not known", None),
        ("wblt_cm", "10", None, "sides not comparable: right not examined", None),
        ("early_heel_rise", "mild", "none", "left mild, right none", None),
    ],
)
def test_a_gap_says_whether_it_is_beyond_error(
    key: str, left: str, right: str | None, judged: str, beyond: bool | None
) -> None:
    found = sides(key, left, right)
    assert (found.judged, found.beyond_error) == (judged, beyond)


def test_a_gap_of_two_methods_says_why_it_is_not_judged() -> None:
    left, right = read("wblt_cm", "10"), read("wblt_cm", "15", Side.RIGHT, method="ruler")
    found = gap(CATALOGUE["wblt_cm"], left, right)
    assert found.beyond_error is None
    assert found.judged == "sides not comparable: measured in another way (left tape, right ruler)"
    assert found.error_words == ""


def test_a_gap_is_judged_by_the_clinics_own_figure() -> None:
    left, right = read("wblt_cm", "8.2"), read("wblt_cm", "10", Side.RIGHT)
    found = gap(CATALOGUE["wblt_cm"], left, right, adjusted({"mdc_wblt_cm": "1.8"}))
    assert found.judged == "1.8 cm less, beyond measurement error (1.8)"
