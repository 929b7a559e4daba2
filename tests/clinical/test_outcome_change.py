from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from clinic_gait.clinical.compare import Change, Verdict
from clinic_gait.clinical.outcomes import INSTRUMENTS, Rated, error_words, outcome_change, psfs_change
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.clinical.units import BadEntry

D = Decimal
BEFORE: list[Rated] = [("climb stairs", 2), ("run", 3), ("kneel", 4)]


def moved(key: str, before: str, now: str, part: str = "", version: str = "") -> Change:
    return outcome_change(INSTRUMENTS[key], D(before), D(now), part=part, version_before=version, version_now=version)


@pytest.mark.parametrize(
    ("key", "part", "error"),
    [
        ("lefs", "", "9"),
        ("faam_adl", "", "5.7"),
        ("faam_sport", "", "12.3"),
        ("koos", "pain", "20.2"),
        ("koos", "symptoms", "24.1"),
        ("koos", "adl", "20.8"),
        ("koos", "qol", "26.6"),
        ("akps", "", "13"),
        ("lysholm", "", "8.9"),
    ],
)
def test_a_change_counts_from_the_error_figure_on(key: str, part: str, error: str) -> None:
    low, high = D(30), D(30) + D(error)
    instrument, just_under = INSTRUMENTS[key], high - D("0.0001")
    assert outcome_change(instrument, low, high, part=part).verdict is Verdict.BETTER
    assert outcome_change(instrument, high, low, part=part).verdict is Verdict.WORSE
    assert outcome_change(instrument, low, just_under, part=part).verdict is Verdict.WITHIN_ERROR
    assert outcome_change(instrument, just_under, low, part=part).verdict is Verdict.WITHIN_ERROR


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [("6", "4", Verdict.BETTER), ("6", "4.3333", Verdict.WITHIN_ERROR), ("4", "6", Verdict.WORSE)],
)
def test_less_pain_is_better(before: str, now: str, verdict: Verdict) -> None:
    assert moved("nprs", before, now).verdict is verdict


@pytest.mark.parametrize(
    ("key", "before", "now", "part", "words"),
    [
        ("lefs", "51", "60", "", "+9 points, better, beyond measurement error (9); what people call better: 9"),
        ("lefs", "60", "59", "", "-1 point, within measurement error (9); what people call better: 9"),
        ("lysholm", "60", "60", "", "no change, within measurement error (8.9)"),
        ("lysholm", "60", "68.8667", "", "+8.87 points, within measurement error (8.9)"),
        ("lysholm", "60", "60.04", "", "+0.04 points, within measurement error (8.9)"),
        (
            "nprs", "6", "4", "",
            "-2 points, better, what people call a change (2); what people call better: 1.2 (kneecap pain)",
        ),
        (
            "faam_sport", "50", "60", "",
            "+10 points, within measurement error (12.3); what people call better: 9, less than the error, so such a "
            "gain can still be error",
        ),
        (
            "koos", "40", "70", "sport",
            "+30 points, measurement error not known; what people call better: 17.5 (knee osteoarthritis, 4 weeks of "
            "physical therapy)",
        ),
        (
            "psfs", "3", "5", "",
            "+2 points, better, beyond measurement error (2); holds only if the same activities were rated",
        ),
    ],
)  # fmt: skip
def test_a_change_is_said_with_its_error_and_what_people_call_better(
    key: str, before: str, now: str, part: str, words: str
) -> None:
    assert moved(key, before, now, part).words == words


def test_without_an_error_figure_nothing_is_called_better() -> None:
    assert moved("koos", "0", "100", "sport").verdict is Verdict.NO_ERROR_FIGURE
    found = moved("groc", "-5", "5", version="11 point")
    assert (found.verdict, found.amount, found.error) == (Verdict.NO_ERROR_FIGURE, D(10), None)
    assert "a rating of 2.5 or more is what people call better" in found.words


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (None, D(60), "before without a score"),
        (D(60), None, "now without a score"),
        (None, None, "before without a score"),
        (D(60), D(81), "now outside 0 to 80"),
        (D("NaN"), D(60), "before outside 0 to 80"),
    ],
)
def test_a_missing_or_impossible_score_is_never_compared(before: Decimal | None, now: Decimal | None, why: str) -> None:
    found = outcome_change(INSTRUMENTS["lefs"], before, now)
    assert (found.verdict, found.amount) == (Verdict.NOT_COMPARABLE, None)
    assert found.words == f"not comparable: {why}"


@pytest.mark.parametrize(
    ("key", "before", "now", "why"),
    [
        ("groc", "15 point", "11 point", "measured in another way (before 15 point, now 11 point)"),
        ("groc", "", "", "before on a version that was not said"),
        ("groc", "11 point", "", "now on a version that was not said"),
        ("groc", "9 point", "9 point", "before on a version that is not known (9 point)"),
        ("nprs", "one rating", "mean of three", "measured in another way (before one rating, now mean of three)"),
        ("nprs", "", "one rating", "measured in another way (before not said, now one rating)"),
    ],
)
def test_two_versions_are_not_comparable(key: str, before: str, now: str, why: str) -> None:
    found = outcome_change(INSTRUMENTS[key], D(1), D(5), version_before=before, version_now=now)
    assert (found.verdict, found.words) == (Verdict.NOT_COMPARABLE, f"not comparable: {why}")


def test_each_version_keeps_its_own_range() -> None:
    assert moved("groc", "-6", "7", version="15 point").amount == 13
    assert moved("groc", "0", "7", version="11 point").words == "not comparable: now outside -5 to 5"


def test_koos_is_compared_by_its_parts_only() -> None:
    with pytest.raises(ValueError, match="KOOS has no total; its parts: pain, symptoms, adl, sport, qol"):
        moved("koos", "40", "70")
    with pytest.raises(ValueError, match="LEFS has no part 'pain'"):
        moved("lefs", "40", "70", "pain")


@pytest.mark.parametrize(
    ("key", "setting", "before", "now"),
    [("lefs", "mdc_lefs", 40, 50), ("psfs", "mdc_psfs", 2, 5), ("nprs", "nprs_gain", 5, 2)],
)
def test_the_clinic_may_ask_for_a_larger_change(key: str, setting: str, before: int, now: int) -> None:
    own = {**THRESHOLDS, setting: replace(THRESHOLDS[setting], value=D(12))}
    instrument = INSTRUMENTS[key]
    assert outcome_change(instrument, D(before), D(now)).verdict is Verdict.BETTER
    assert outcome_change(instrument, D(before), D(now), thresholds=own).verdict is Verdict.WITHIN_ERROR
    assert " 12, set by the clinic: " in error_words(instrument, thresholds=own)


def test_the_error_is_told_with_where_it_comes_from() -> None:
    assert error_words(INSTRUMENTS["lefs"]) == (
        "measurement error 9: 9 at 90% (binkley1999); 8.1-15.3 across studies (mehta2016); what people call better: 9"
    )
    assert "waiting for knee replacement" in error_words(INSTRUMENTS["koos"], "pain")
    assert error_words(INSTRUMENTS["koos"], "sport").startswith("measurement error not known; ")
    assert error_words(INSTRUMENTS["groc"]) == "measurement error not known"
    assert error_words(INSTRUMENTS["nprs"]).startswith("what people call a change 2: ")


def test_the_same_activities_are_compared_whatever_their_order_and_spelling() -> None:
    found = psfs_change(BEFORE, [("Kneel ", 6), ("Climb  stairs", 4), ("run", 5)])
    assert (found.verdict, found.amount) == (Verdict.BETTER, D(2))
    assert found.words == "+2 points, better, beyond measurement error (2); mean of 3 activities"
    assert psfs_change(BEFORE, [("kneel", 6), ("climb stairs", 4), ("run", 4)]).verdict is Verdict.WITHIN_ERROR


def test_fewer_than_three_activities_need_the_larger_change_of_a_single_one() -> None:
    found = psfs_change(BEFORE, [("climb stairs", 4), ("run", 6), ("kneel", None)])
    assert (found.verdict, found.amount) == (Verdict.WITHIN_ERROR, D("2.5"))
    assert found.words == "+2.5 points, within measurement error (3); over 2 of 3 activities"
    assert psfs_change(BEFORE, [("climb stairs", 5), ("run", None), ("kneel", None)]).verdict is Verdict.BETTER


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (BEFORE, [("climb stairs", 9), ("run", 9), ("hike", 9)], "another list of activities"),
        (BEFORE, [*BEFORE, ("hike", 9)], "another list of activities"),
        (BEFORE, [(name, None) for name, _ in BEFORE], "no activity was rated both times"),
        ([], BEFORE, "before without a score"),
        (BEFORE, [], "now without a score"),
    ],
)
def test_another_list_of_activities_is_not_comparable(before: list[Rated], now: list[Rated], why: str) -> None:
    found = psfs_change(before, now)
    assert (found.verdict, found.amount) == (Verdict.NOT_COMPARABLE, None)
    assert found.words == f"not comparable: {why}"


def test_activities_are_checked_as_a_form_would_be() -> None:
    with pytest.raises(BadEntry, match="PSFS: run is named twice"):
        psfs_change(BEFORE, [("run", 1), ("run", 2), ("kneel", 3)])
    with pytest.raises(BadEntry, match="PSFS: an activity has no name"):
        psfs_change(BEFORE, [(" ", 1), ("run", 2), ("kneel", 3)])
    with pytest.raises(BadEntry, match="3 to 5 items"):
        psfs_change(BEFORE[:2], BEFORE[:2])
