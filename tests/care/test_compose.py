"""From plan and visit to the patient's words."""

from __future__ import annotations

import dataclasses

import pytest

from clinic_gait.care import canonical, compose
from clinic_gait.care.sheet import HomeSheet, PatientReport
from clinic_gait.care.visit import LegLength, ShoeNote, ShoeSide
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.exercises import LANGUAGES, LIBRARY, UnknownLanguage
from clinic_gait.clinical.patient_words import deviation_words, measure_words, technique_words
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.values import Absent, DoseSide, Reading, Side, WrongSide
from tests.documents import papers
from tests.each import each

LEFT, RIGHT, NONE = Side.LEFT, Side.RIGHT, Side.NONE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_comes_back_from_its_canonical_text(language: str) -> None:
    sheet, report = papers.home_sheet(language=language), papers.report(language=language)
    assert canonical.loads(HomeSheet, canonical.dumps(sheet)) == sheet
    assert canonical.loads(PatientReport, canonical.dumps(report)) == report


@pytest.mark.parametrize("language", LANGUAGES)
@each("key", LIBRARY)
def test_every_exercise_has_words_for_every_side_it_can_be_given_for(key: str, language: str) -> None:
    for side in LIBRARY[key].dose_sides:
        one = compose.sheet_exercise(papers.planned(key, side), language)
        assert one.name
        assert one.side_words
        assert one.steps
        assert one.caption_start
        assert one.caption_end
        assert one.feel == "" or (one.feel.endswith(".") and ": " in one.feel)


def test_the_steps_follow_the_dose() -> None:
    sheet = papers.home_sheet(("calf_stretch_straight",))
    assert sheet.exercises[0].dose == LIBRARY["calf_stretch_straight"].dose


def test_a_side_an_exercise_does_not_have_is_refused() -> None:
    two = next(key for key, exercise in LIBRARY.items() if exercise.sides == "two")
    wrong = dataclasses.replace(papers.planned(two), side=DoseSide.LEFT)
    with pytest.raises(WrongSide):
        compose.sheet_exercise(wrong, "en")


def test_the_clinics_own_emergency_number_stands_on_the_sheet() -> None:
    clinic = dataclasses.replace(papers.CLINIC, emergency="112")
    sheet = papers.home_sheet(clinic=clinic)
    assert any("112" in line for line in sheet.emergency)
    assert not any("911" in line for line in sheet.emergency)


def test_the_minutes_of_all_exercises_are_added_and_rounded_up() -> None:
    one, three = papers.home_sheet(papers.THREE[:1]).minutes_a_day, papers.home_sheet().minutes_a_day
    assert one is not None
    assert three is not None
    assert 0 < one < three
    assert papers.home_sheet(()).minutes_a_day is None


@pytest.mark.parametrize("language", ["xx", ""])
def test_a_language_without_words_is_refused_by_name(language: str) -> None:
    with pytest.raises(UnknownLanguage):
        papers.home_sheet(language=language)
    with pytest.raises(UnknownLanguage):
        papers.report(language=language)


def test_the_summary_names_the_leg_and_claims_no_more_than_measuring_can() -> None:
    report = papers.report()
    assert report.summary.startswith("Your left leg did better in 1 test than at the start.")
    assert "That is more than measuring can get wrong." in report.summary
    assert report.summary.endswith("Keep doing your 3 exercises.")


def test_a_change_within_error_is_not_called_better() -> None:
    start = papers.visit(("wblt_deg", LEFT, "30"))
    report = papers.report(papers.visit(("wblt_deg", LEFT, "32")), start)
    assert report.bars[0].left_change == "+2 since the start.\nToo small a change to be sure"
    assert report.summary.startswith("No test has changed enough to be sure since the start.")


def test_a_leg_that_got_worse_is_said_plainly() -> None:
    start = papers.visit(("wblt_deg", RIGHT, "40"))
    report = papers.report(papers.visit(("wblt_deg", RIGHT, "30")), start)
    assert report.bars[0].right_change.startswith("-10 since the start.\nLess good")
    assert "Your right leg did less well in 1 test than at the start." in report.summary


def test_without_a_start_nothing_is_compared() -> None:
    report = papers.report(start=None)
    assert report.summary.startswith("This page shows how your legs moved today.")
    assert all(row.left_change == row.right_change == "" for row in report.bars)


def test_what_was_measured_then_and_not_today_says_so() -> None:
    start = papers.visit(("wblt_deg", LEFT, "30"), ("wblt_deg", RIGHT, "40"))
    row = papers.report(papers.visit(("wblt_deg", LEFT, "30")), start).bars[0]
    assert row.right is None
    assert row.right_change == "Not measured today"


def test_a_test_that_could_not_be_done_has_no_number() -> None:
    now = papers.visit(("wblt_deg", LEFT, "30"))
    absent = Reading(measure="wblt_deg", side=RIGHT, absent=Absent.PAIN)
    row = papers.report(dataclasses.replace(now, readings=(*now.readings, absent))).bars[0]
    assert (row.left, row.right) == ("30", None)


def test_left_and_right_are_never_swapped() -> None:
    row = papers.report(papers.visit(("wblt_deg", LEFT, "31"), ("wblt_deg", RIGHT, "39"))).bars[0]
    assert (row.left, row.right) == ("31", "39")
    sign = papers.report(papers.visit(("varus_thrust", LEFT, "definite"), ("varus_thrust", RIGHT, "possible"))).signs[0]
    assert (sign.left, sign.right) == ("Yes", "A little")


def test_a_sign_never_seen_is_left_out_and_one_that_went_away_is_kept() -> None:
    assert papers.report(papers.visit(("varus_thrust", LEFT, "absent")), None).signs == ()
    start = papers.visit(("varus_thrust", LEFT, "definite"))
    assert papers.report(papers.visit(("varus_thrust", LEFT, "absent")), start).signs[0].left == "No"


@each("key", CATALOGUE)
def test_a_measure_without_patient_words_is_never_printed(key: str) -> None:
    measure = CATALOGUE[key]
    side = LEFT if measure.sided else NONE
    value = str(getattr(measure, "high", "")) or next((step.code for step in getattr(measure, "steps", ())), "yes")
    report = papers.report(papers.visit((key, side, value)), None)
    words = measure_words(key, "en") or deviation_words(key, "en")
    told = {row.key for row in report.bars} | {sign.key for sign in report.signs}
    assert told <= {key}
    if words is None:
        assert told == set()
        assert report.facts == ()
    assert measure.label not in canonical.dumps(report) or words == measure.label


@each("key", TECHNIQUES)
def test_a_technique_is_told_in_patient_words_or_not_at_all(key: str) -> None:
    planned = dataclasses.replace(papers.plan().techniques[0], key=key)
    plan = dataclasses.replace(papers.plan(), techniques=(planned,))
    told = compose.patient_report(
        papers.NOW,
        papers.HASH,
        start=None,
        last=None,
        plan=plan,
        language="en",
        size="normal",
        paper="letter",
        issued=papers.ISSUED,
        therapist=papers.THERAPIST,
    ).in_clinic
    words = technique_words(key, "en")
    assert told == ((f"{words}. Left side.",) if words else ())


@pytest.mark.parametrize(
    ("lengths", "words"),
    [
        ((), ""),
        (
            (LegLength(method="block", block_mm="8", block_side=RIGHT),),
            "Your right leg measured 8 mm shorter than your left leg.",
        ),
        ((LegLength(method="block", block_mm="0", block_side=NONE),), "Your legs measured about the same length."),
        ((LegLength(method="block", block_mm="3", block_side=LEFT),), "Your legs measured about the same length."),
        (
            (LegLength(method="tape_true", left_mm="880", right_mm="868.5"),),
            "Your right leg measured 11.5 mm shorter than your left leg.",
        ),
        (
            (
                LegLength(method="block", block_mm="10", block_side=LEFT),
                LegLength(method="tape_true", left_mm="880", right_mm="870"),
            ),
            "Our ways to measure your legs did not agree. We will measure again.",
        ),
        ((LegLength(method="tape_apparent", left_mm="900", right_mm="880"),), ""),
        ((LegLength(method="block"),), ""),
    ],
)
def test_leg_length_is_a_side_and_millimeters_or_that_methods_disagree(
    lengths: tuple[LegLength, ...], words: str
) -> None:
    assert papers.report(papers.visit(leg_lengths=lengths), None).leg_length == words


def test_the_shoes_say_the_side() -> None:
    note = ShoeNote(left=ShoeSide(zones={}), right=ShoeSide(zones={"counter_medial": 3}))
    assert papers.report(papers.visit(shoes=(note,)), None).shoes == (
        "Right shoe: the inside of the heel cup is worn.",
    )


def test_a_zone_seen_on_one_shoe_only_is_not_called_uneven() -> None:
    note = ShoeNote(left=ShoeSide(zones={"heel_lateral": 3}), right=ShoeSide(zones={}))
    assert papers.report(papers.visit(shoes=(note,)), None).shoes == ()
