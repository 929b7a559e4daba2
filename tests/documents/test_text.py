"""Words come out of a file exactly as they were put in, or the file is not made."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import reportlab

from clinic_gait.care.visit import Person
from clinic_gait.documents import fonts, home_sheet, patient_report, text
from clinic_gait.documents.text import MissingGlyph, Run, bold
from tests.documents import papers, reading

NAMES = (
    "Łukasz Świątek",
    "Nguyễn Thị Ánh",
    "Ștefan Țurcanu",
    "Иван Петрович Щукин",
    "Ελένη Παπαδοπούλου",
    "José Ñúñez-O’Brien",
    "Zoë “Z.” D'Arcy – Smith",
    "Gutiérrez de la Peña y Villanueva-Montoya, María Fernanda del Carmen",
)
HOSTILE = (
    "<b>bold",
    "<b>bold</b>",
    "a <b c",
    "<onDraw name='x'/>",
    '<img src="/etc/passwd" width="10"/>',
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;script&gt; & &amp; &#65;",
    "{{ 7 * 7 }} {% for x in y %}",
    "%(name)s %s {name} {0}",
    "\\n \\x41 (parens) ) ( \\",
    "endstream endobj EMC BT ET",
    "/MCID 0 BDC",
    "' OR 1=1 --",
    "[[[]]] <<>> >>",
    "%PDF-1.7",
    "$HOME `id` ;rm",
    "==HYPERLINK(1)",
    "<para><font color='red'>x</font></para>",
    "<seq/> <br/> <super>2</super>",
    "null None NaN",
    "...///...",
    "~!@#$%^&*_+|",
    "<?xml version='1.0'?><!DOCTYPE x>",
)
UNDRAWABLE = ("王小明", "김철수", "😀", "\ue000", "☐", "→", "≥")
RIGHT_TO_LEFT = ("محمد", "שרה", "٣٤")


def flat(words: list[str]) -> str:
    return " ".join(words)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_back_by_two_readers(name: str) -> None:
    person = dataclasses.replace(papers.PERSON, name=name)
    data = home_sheet.build(papers.home_sheet(papers.THREE[:1], person=person)).data
    assert flat(reading.words_by_pdfium(data)).count(name) >= 2
    assert flat(reading.words_by_pypdf(data)).count(name) >= 2
    assert name in reading.spoken(data)


def test_a_name_written_with_loose_accents_is_printed_composed() -> None:
    person = dataclasses.replace(papers.PERSON, name="Nguye\u0302\u0303n")
    assert "Nguyễn" in reading.spoken(home_sheet.build(papers.home_sheet(person=person)).data)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_printed_as_they_are(words: str) -> None:
    person = dataclasses.replace(papers.PERSON, name=words, number=words)
    clinic = dataclasses.replace(papers.CLINIC, name=words)
    data = home_sheet.build(papers.home_sheet(papers.THREE[:1], person=person, clinic=clinic, why=words)).data
    wanted = " ".join(words.split())
    assert f"Why: {wanted} About" in reading.spoken(data)
    assert flat(reading.words_by_pdfium(data)).count(wanted) >= 4
    report = papers.report(dataclasses.replace(papers.NOW, person=person))
    assert wanted in reading.spoken(patient_report.build(report).data)


@pytest.mark.parametrize("word", UNDRAWABLE)
def test_what_no_font_can_draw_is_refused_by_name(word: str) -> None:
    person = dataclasses.replace(papers.PERSON, name=f"Ann {word}")
    with pytest.raises(MissingGlyph) as refused:
        home_sheet.build(papers.home_sheet(person=person))
    assert refused.value.character == word[0]
    assert refused.value.field == "The patient's name"
    assert f"U+{ord(word[0]):04X}" in str(refused.value)
    assert "no installed font" in str(refused.value)


@pytest.mark.parametrize("word", RIGHT_TO_LEFT)
def test_writing_from_right_to_left_is_refused_with_its_reason(word: str) -> None:
    with pytest.raises(MissingGlyph, match="right to left"):
        home_sheet.build(papers.home_sheet(why=f"Para {word}"))


def test_a_character_is_refused_in_every_field_and_the_field_is_named() -> None:
    for field, value in (
        ("The clinic's name", {"clinic": dataclasses.replace(papers.CLINIC, name="Ⓡ")}),
        ("The clinic's phone number", {"clinic": dataclasses.replace(papers.CLINIC, phone="☎ 5")}),
        ("The reason on the plan", {"why": "☹"}),
        ("The patient's number", {"person": dataclasses.replace(papers.PERSON, number="№☃")}),
    ):
        with pytest.raises(MissingGlyph) as refused:
            home_sheet.build(papers.home_sheet(**value))
        assert refused.value.field == field


def test_controls_and_invisible_marks_are_taken_out() -> None:
    assert text.clean("A\x00B\u202eC\u200bD\u2066E\ufeff\ud800F\tG", "x") == "ABCDEF G"


def test_line_ends_are_kept_as_lines() -> None:
    assert text.clean("one\r\ntwo\u2028three\rfour", "x") == "one\ntwo\nthree\nfour"
    assert len(text.wrap([Run("one\ntwo\n\nfour")], 12, 400)) == 4


def test_lines_are_never_wider_than_their_room_and_lose_nothing() -> None:
    words = "Step your left foot back a small step. Keep that knee straight. " * 3
    for room in (75, 90, 200, 400):
        lines = text.wrap([Run(words[:80]), bold(words[80:])], 12.4, room)
        assert max(text.line_width(line, 12.4) for line in lines) <= room
        assert "".join(part for line in lines for _, part in line).split() == words.split()


def test_a_word_longer_than_the_line_is_cut_by_character() -> None:
    lines = text.wrap([Run("go " + "W" * 300)], 12, 100)
    assert max(text.line_width(line, 12) for line in lines) <= 100
    assert "".join(part for line in lines for _, part in line).replace(" ", "") == "go" + "W" * 300


def test_a_bold_word_keeps_its_full_stop_on_its_line() -> None:
    lines = text.wrap([Run("The black leg is your "), bold("LEFT"), Run(".")], 12, 118)
    assert [part for _, part in lines[-1]][-2:] == ["LEFT", "."]


def test_very_long_words_do_not_leave_the_page() -> None:
    person = Person(name="W" * 300, number="9" * 200)
    built = home_sheet.build(papers.home_sheet(papers.THREE[:1], person=person, why="Z" * 900))
    assert "W" * 300 in reading.spoken(built.data).replace(" ", "")
    assert built.pages <= 6


def test_our_faces_keep_their_codes_and_never_take_a_host_font_over() -> None:
    face = fonts.face(fonts.REGULAR)
    assert face.encode("Aé–") == [(0, b"A\xe9\x80")]
    assert face.encode("a\u00a0b") == [(0, b"a b")]
    assert bytes(face.face.name).endswith(b"-ClinicGait")


def test_a_fallback_face_draws_what_ours_lack() -> None:
    # The one other face that is on every machine here: reportlab brings it.
    fonts.use_fallbacks([Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"])
    try:
        data = home_sheet.build(papers.home_sheet(why="At least ≥ 3 ◊ go")).data
        assert "At least ≥ 3 ◊ go" in flat(reading.words_by_pdfium(data))
        assert "At least ≥ 3 ◊ go" in reading.spoken(data)
    finally:
        fonts.use_fallbacks(())
