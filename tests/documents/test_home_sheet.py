"""The home sheet: what stands on it, where, and that it always comes out the same."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pikepdf
import pypdfium2
import pytest

from clinic_gait.care.sheet import SheetExercise
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.values import DoseSide
from clinic_gait.documents import home_sheet, patient_report
from clinic_gait.documents.dose_words import dose_words, rest
from clinic_gait.documents.exercise_block import FITS, exercise_block, large_blocks
from clinic_gait.documents.exercise_log import is_day_on
from clinic_gait.documents.phrases import phrases
from clinic_gait.documents.theme import theme
from tests.documents import papers, reading

PAPERS = ("letter", "a4")
LANGUAGES = ("en", "es")


def pages(**look: Any) -> list[str]:
    return [" ".join(text.split()) for text in reading.pages_of(home_sheet.build(papers.home_sheet(**look)).data)]


@pytest.mark.parametrize("paper", PAPERS)
def test_three_exercises_and_the_whole_stop_box_stand_on_page_one_and_the_log_on_page_two(paper: str) -> None:
    sheet = papers.home_sheet(paper=paper)
    first, second = pages(paper=paper)
    for exercise in sheet.exercises:
        assert exercise.name in first
        assert exercise.feel in first
        for step in exercise.steps:
            assert step in first
    for line in (sheet.pain_rule, *sheet.stop, *sheet.emergency):
        assert line in first
    assert "Before you go, show us:" in first
    assert "Your exercise log" in second
    assert "Thu 26 Nov, 10:00" in second


def test_a_fourth_exercise_moves_to_page_two_and_the_log_to_page_three() -> None:
    sheet = papers.home_sheet((*papers.THREE, "heel_raise_double"))
    found = [" ".join(text.split()) for text in reading.pages_of(home_sheet.build(sheet).data)]
    assert len(found) == 3
    assert sheet.exercises[3].name in found[1]
    assert sheet.exercises[3].name not in found[0]
    assert "Your exercise log" in found[2]
    assert sheet.emergency[-1] in found[0]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_short_spanish_sheet_shares_its_second_page_with_the_log(paper: str) -> None:
    sheet = papers.home_sheet(language="es", paper=paper)
    first, second = pages(language="es", paper=paper)
    assert sheet.emergency[-1] in first
    assert sheet.exercises[2].name in second
    assert "Su registro de ejercicios" in second


def test_large_print_has_one_exercise_a_page_and_a_stop_line_on_each() -> None:
    sheet = papers.home_sheet(size="large")
    found = pages(size="large")
    assert all("STOP if pain goes over 5 out of 10. Call us: (555) 010-0199" in page for page in found)
    for exercise in sheet.exercises:
        holding = [page for page in found if exercise.steps[-1] in page]
        assert len(holding) == 1
        assert not any(other.name in holding[0] for other in sheet.exercises if other is not exercise)


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (DoseSide.LEFT, "The black leg is your LEFT leg."),
        (DoseSide.RIGHT, "The black leg is your RIGHT leg."),
        (DoseSide.BOTH, "Work both sides."),
    ],
)
def test_the_black_leg_is_said_in_words(side: DoseSide, words: str) -> None:
    data = home_sheet.build(papers.home_sheet(papers.THREE[:1], side=side)).data
    assert words in reading.spoken(data)


def test_sheets_for_both_legs_name_no_single_side_in_the_legend() -> None:
    sheet = papers.home_sheet(papers.THREE)
    mixed = dataclasses.replace(
        sheet, exercises=(sheet.exercises[0], dataclasses.replace(sheet.exercises[1], side=DoseSide.RIGHT))
    )
    said = reading.spoken(home_sheet.build(mixed).data)
    assert "The black leg is the leg you work." in said
    assert "Left side only" not in said


@pytest.mark.parametrize(
    ("dose", "words", "pause"),
    [
        (Dose(sets=1, reps=4, hold_s=30, per_day=2, days_wk=7), "4 times|hold 30 seconds|2 times a day|every day", ""),
        (
            Dose(sets=3, reps=15, hold_s=0, rest_s=90, per_day=1, days_wk=5, tempo="3-0-1"),
            "3 sets of 15|down 3, up 1 seconds|5 days a week",
            "Rest 90 seconds between sets.",
        ),
        (Dose(sets=3, reps=10, tempo="3-1-2"), "3 sets of 10|down 3, hold 1, up 2 seconds", ""),
        (Dose(sets=1, reps=1, minutes=Decimal("5.0"), per_day=1, days_wk=3), "5 minutes|3 days a week", ""),
        (Dose(sets=4, reps=1, distance_m=15, per_day=2, days_wk=7), "4 times|15 meters|2 times a day|every day", ""),
        (Dose(sets=1, reps=1, hold_s=1, per_day=1, days_wk=7), "1 time|hold 1 second|1 time a day|every day", ""),
        (Dose(per_day=1, days_wk=1), "1 day a week", ""),
        (Dose(), "", ""),
    ],
)
def test_a_dose_is_said_in_words(dose: Dose, words: str, pause: str) -> None:
    assert "|".join(dose_words(dose, phrases("en"))) == words
    assert rest(dose, phrases("en")) == pause


@pytest.mark.parametrize("days", range(1, 8))
def test_rest_days_leave_as_many_days_a_week_as_the_dose_says(days: int) -> None:
    for start in (0, 7):
        assert sum(is_day_on(start + place, days) for place in range(7)) == days


def test_the_log_has_a_box_for_every_dose() -> None:
    data = home_sheet.build(papers.home_sheet()).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        table = next(node for node in reading.tree(pdf).walk() if node.tag == "Table")
    boxes = [str(cell.raw.get("/Alt", "")) for row in table.kids for cell in row.kids]
    assert boxes.count("2 boxes to check") == 28
    assert boxes.count("1 box to check") == 10
    assert [row.kids[0].text for row in table.kids[1:3]] == ["Thu 12", "Fri 13"]
    assert [cell.text for cell in table.kids[2].kids[3:]] == ["rest", "0 1 2 3 4 5 6 7 8 9 10"]


def test_many_doses_and_many_exercises_keep_to_the_page() -> None:
    sheet = papers.home_sheet(tuple(LIBRARY)[:11])
    many = tuple(
        dataclasses.replace(one, dose=dataclasses.replace(one.dose, per_day=count))
        for one, count in zip(sheet.exercises, (1, 2, 3, 4, 5, 6, 8, 12, 16, 20, 24), strict=True)
    )
    data = home_sheet.build(dataclasses.replace(sheet, exercises=many)).data
    said = " ".join(reading.pages_of(data))
    assert said.count("Your exercise log") == 3
    assert "of 20" in said


def made(key: str, side: DoseSide, language: str) -> SheetExercise:
    return papers.home_sheet((key,), side=side, language=language).exercises[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", LIBRARY)
def test_every_exercise_prints_on_every_paper_for_every_side(key: str, language: str) -> None:
    for side in LIBRARY[key].dose_sides:
        exercise = made(key, side, language)
        for paper in PAPERS:
            look = theme("normal", paper)
            for fit in (FITS[0], FITS[-1]):
                assert exercise_block(exercise, 4, language, look, fit).height < 340
        look = theme("large", "letter")
        for block in large_blocks(exercise, 4, language, look, 480):
            assert block.height <= 560


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_of_the_whole_library_says_every_step_of_every_side(language: str) -> None:
    for side in (DoseSide.LEFT, DoseSide.RIGHT):
        sheet = papers.home_sheet(tuple(LIBRARY), language=language, side=side)
        said = " ".join(" ".join(reading.pages_of(home_sheet.build(sheet).data)).split())
        for exercise in sheet.exercises:
            assert exercise.name in said
            assert all(f"{number}. {step}" in said for number, step in enumerate(exercise.steps, start=1))


def test_the_same_sheet_gives_the_same_bytes_whatever_was_printed_before() -> None:
    first = home_sheet.build(papers.home_sheet()).data
    home_sheet.build(papers.home_sheet(language="es", side=DoseSide.RIGHT))
    assert home_sheet.build(papers.home_sheet()).data == first


def test_a_new_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.documents import papers;"
        "from clinic_gait.documents import home_sheet, patient_report;"
        "print(hashlib.sha256(home_sheet.build(papers.home_sheet()).data).hexdigest(),"
        " hashlib.sha256(patient_report.build(papers.report()).data).hexdigest())"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout
    ours = (home_sheet.build(papers.home_sheet()).data, patient_report.build(papers.report()).data)
    assert said.split() == [hashlib.sha256(data).hexdigest() for data in ours]


def test_another_date_or_name_gives_other_bytes() -> None:
    first = home_sheet.build(papers.home_sheet()).data
    later = dataclasses.replace(papers.home_sheet(), issued=date(2026, 11, 13))
    assert home_sheet.build(later).data != first


def test_a_batch_begins_every_packet_on_the_front_of_a_sheet() -> None:
    people = [dataclasses.replace(papers.PERSON, name=name) for name in ("Ana One", "Bo Two", "Cy Three")]
    three_pages = (*papers.THREE, "heel_raise_double")
    sheets = [
        papers.home_sheet(three_pages, person=people[0]),
        papers.home_sheet(person=people[1], language="es", paper="a4"),
        papers.home_sheet(three_pages, person=people[2], size="large"),
    ]
    built = home_sheet.build_batch(sheets)
    found = [" ".join(text.split()) for text in reading.pages_of(built.data)]
    assert len(found) == built.pages
    counts = [home_sheet.build(one).pages for one in sheets]
    place = 0
    for person, count in zip(people, counts, strict=True):
        assert place % 2 == 0
        for number in range(count):
            page = found[place + number]
            assert person.name in page
            assert f"{number + 1} de {count}" in page or f"{number + 1} of {count}" in page
            assert not any(other.name in page for other in people if other is not person)
        place += count
        if place % 2 and place < len(found):
            assert found[place] == ("This side is left blank.")
            place += 1
    assert place == len(found)
    with pikepdf.open(io.BytesIO(built.data)) as pdf:
        sections = pdf.Root.StructTreeRoot.K.K
        assert [str(one.get("/Lang", "")) for one in sections] == ["", "es", ""]
        assert [round(float(page.mediabox[2])) for page in pdf.pages][4:6] == [595, 595]


def test_an_empty_batch_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to print"):
        home_sheet.build_batch([])


def test_a_batch_shares_its_fonts_and_pictures() -> None:
    one = len(home_sheet.build(papers.home_sheet()).data)
    twenty = len(home_sheet.build_batch([papers.home_sheet()] * 20).data)
    assert twenty < 14 * one


def test_no_line_is_too_thin_for_a_copier() -> None:
    data = home_sheet.build(papers.home_sheet(())).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        widths = [width for page in pdf.pages for width in reading.marked(page).widths]
    assert min(widths) >= 0.6


def test_a_very_long_reason_is_printed_whole() -> None:
    why = "Start slow and do a little more each week. " * 120
    built = home_sheet.build(papers.home_sheet(why=why))
    assert " ".join(why.split()) in reading.spoken(built.data)
    for page in pypdfium2.PdfDocument(built.data):
        ink = page.render(scale=1, grayscale=True).to_pil().convert("L").point(lambda value: 255 - value)
        assert ink.getbbox()[3] <= 792 - 34


def test_an_unknown_language_size_or_paper_is_refused() -> None:
    sheet = papers.home_sheet()
    for wrong in (
        dataclasses.replace(sheet, language="xx"),
        dataclasses.replace(sheet, size="tiny"),
        dataclasses.replace(sheet, paper="a5"),
    ):
        with pytest.raises(ValueError, match=r"xx|tiny|a5"):
            home_sheet.build(wrong)


def test_the_clinic_may_keep_its_number_off_the_page() -> None:
    clinic = dataclasses.replace(papers.CLINIC, print_number=False, phone="")
    data = home_sheet.build(papers.home_sheet(clinic=clinic)).data
    assert "10442" not in " ".join(reading.pages_of(data))


def test_nobody_is_left_without_identity() -> None:
    person = dataclasses.replace(papers.PERSON, birth_date=None, age=58, number=None)
    for page in reading.pages_of(home_sheet.build(papers.home_sheet(person=person)).data):
        assert "Age 58" in page
