"""The exercise library and its words: every exercise, side and language passes every gate."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from clinic_gait.clinical import dose as doses
from clinic_gait.clinical.exercises import (
    LANGUAGES,
    LIBRARY,
    POSTURE_ORDER,
    PROGRESSION,
    Exercise,
    UnknownLanguage,
    Words,
    common_words,
    felt_label,
    felt_regions,
    minutes_a_day,
    patient_text,
    side_label,
    topics,
)
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.values import DoseSide, WrongSide
from tests.clinical import reading_level
from tests.each import each

CARDS = [
    (exercise, side, language)
    for exercise in LIBRARY.values()
    for side in exercise.dose_sides
    for language in LANGUAGES
]
IDS = [f"{exercise.key}-{side.word}-{language}" for exercise, side, language in CARDS]
EVERY_CARD = each(("exercise", "side", "language"), CARDS, ids=IDS)
EVERY_EXERCISE = each("exercise", LIBRARY.values(), ids=LIBRARY.keys())
CONTRA_CLASSES = {"mob", "thrust", "stretch", "load", "mwm", "foam"}
ONE_SIDE = {
    ("en", DoseSide.LEFT): r"\bleft\b",
    ("en", DoseSide.RIGHT): r"\bright\b",
    ("es", DoseSide.LEFT): r"\bizquierd[oa]s?\b",
    ("es", DoseSide.RIGHT): r"\bderech[oa]s?\b",
}
#: Words of the body that carry a side word in Spanish, by gender.
FEMININE = r"\b(?:pierna|rodilla|pantorrilla|mano|punta|cadera|planta)s? (izquierd|derech)o"
MASCULINE = r"\b(?:pie|tobillo|talón|lado|muslo|dedo|arco)s? (izquierd|derech)a"


def every_text(words: Words) -> list[str]:
    return [words.name, *words.steps, *words.cues, *words.mistakes, words.feel, words.caption_start, words.caption_end]


def test_the_library_holds_sixty_seven_exercises() -> None:
    assert len(LIBRARY) == 67
    assert sum(exercise.sides == "two" for exercise in LIBRARY.values()) == 17


@EVERY_CARD
def test_every_card_has_its_words(exercise: Exercise, side: DoseSide, language: str) -> None:
    words = exercise.words(language, side)
    assert words.name
    assert words.steps
    assert words.side_words == side_label(side, language)
    assert words.caption_start
    assert words.caption_end
    assert bool(words.feel) == bool(exercise.felt)


@EVERY_CARD
def test_no_sentence_is_longer_than_fifteen_words(exercise: Exercise, side: DoseSide, language: str) -> None:
    texts = every_text(exercise.words(language, side))
    long = [line for text in texts for line in reading_level.sentences(text) if len(reading_level.words(line)) > 15]
    assert long == []


@EVERY_CARD
def test_no_card_carries_a_clinical_word(exercise: Exercise, side: DoseSide, language: str) -> None:
    assert reading_level.clinical_words(" ".join(every_text(exercise.words(language, side)))) == []


@each(("exercise", "side"), [(e, s) for e, s, language in CARDS if language == "en"], ids=IDS[::2])
def test_every_english_card_reads_at_sixth_grade_or_easier(exercise: Exercise, side: DoseSide) -> None:
    assert reading_level.grade(" ".join(exercise.words("en", side).steps)) <= 6


@EVERY_CARD
def test_a_one_side_card_names_its_side(exercise: Exercise, side: DoseSide, language: str) -> None:
    steps = " ".join(exercise.words(language, side).steps)
    pattern = ONE_SIDE.get((language, side))
    assert pattern is None or re.search(pattern, steps, re.IGNORECASE)


@EVERY_EXERCISE
@pytest.mark.parametrize("language", LANGUAGES)
def test_left_and_right_cards_say_the_same_with_the_sides_exchanged(exercise: Exercise, language: str) -> None:
    if exercise.sides == "two":
        return
    left = _steps_without_sides(exercise, language, DoseSide.LEFT)
    assert left == _steps_without_sides(exercise, language, DoseSide.RIGHT)


def _steps_without_sides(exercise: Exercise, language: str, side: DoseSide) -> list[str]:
    """The steps with the worked side and the other one as marks; "left then right" stays an order, not a side."""
    steps = " | ".join(exercise.words(language, side).steps)
    other = DoseSide.RIGHT if side is DoseSide.LEFT else DoseSide.LEFT
    if exercise.key.startswith("matrix_"):
        return re.sub(r"\b(left|right|izquierd\w|derech\w)\b", "SIDE", steps, flags=re.IGNORECASE).split(" | ")
    for of, mark in ((side, "WORK"), (other, "OTHER")):
        steps = re.sub(ONE_SIDE[language, of], mark, steps, flags=re.IGNORECASE)
    return steps.split(" | ")


@EVERY_CARD
def test_spanish_side_words_agree_in_gender(exercise: Exercise, side: DoseSide, language: str) -> None:
    text = " ".join(every_text(exercise.words(language, side)))
    assert language != "es" or re.findall(FEMININE, text) + re.findall(MASCULINE, text) == []


@EVERY_EXERCISE
def test_captions_are_short_and_name_no_side(exercise: Exercise) -> None:
    for language, limit in (("en", 3), ("es", 4)):
        words = exercise.words(language, exercise.dose_sides[0])
        for caption in (words.caption_start, words.caption_end):
            assert len(reading_level.words(caption)) <= limit
            assert not re.search(r"\b(left|right|izquierd\w|derech\w)\b", caption, re.IGNORECASE)


@EVERY_EXERCISE
def test_links_lead_to_other_exercises(exercise: Exercise) -> None:
    links = (*exercise.easier, *exercise.harder, *exercise.parts)
    assert [key for key in links if key not in LIBRARY or key == exercise.key] == []


@EVERY_EXERCISE
def test_every_exercise_is_placed_dosed_and_graded(exercise: Exercise) -> None:
    assert exercise.posture in POSTURE_ORDER
    assert doses.faults(exercise.dose) == []
    assert exercise.evidence_grade in "ABCD"
    assert exercise.sources
    assert set(exercise.contra) <= CONTRA_CLASSES
    assert set(exercise.felt) <= set(felt_regions())


@EVERY_EXERCISE
def test_every_source_is_in_the_list_of_sources(exercise: Exercise) -> None:
    assert [key for key in (*exercise.sources, *PROGRESSION.sources) if key not in SOURCES] == []


@EVERY_CARD
def test_the_text_asks_for_the_numbers_of_the_dose(exercise: Exercise, side: DoseSide, language: str) -> None:
    dose = replace(exercise.dose, hold_s=41, reps=43, minutes=Decimal(47))
    default, changed = (" ".join(exercise.words(language, side, given).steps) for given in (None, dose))
    units = r"(\d+) (?:seconds|times|segundos|veces)"
    assert set(re.findall(units, changed)) <= {"41", "43"}
    assert not re.search(r"[{}]|None", default + changed)


def test_one_second_is_not_many() -> None:
    bridge = LIBRARY["bridge"]
    dose = replace(bridge.dose, hold_s=1)
    assert bridge.words("en", DoseSide.BOTH, dose).steps[-1] == "Hold 1 second. Lower."
    assert bridge.words("es", DoseSide.BOTH, dose).steps[-1] == "Sostenga 1 segundo. Baje."


def test_an_exercise_of_both_legs_is_refused_for_one() -> None:
    with pytest.raises(WrongSide, match="right side alone"):
        LIBRARY["chair_squat"].words("en", DoseSide.RIGHT)


def test_words_in_an_unknown_language_are_refused() -> None:
    with pytest.raises(UnknownLanguage, match="'fr'"):
        LIBRARY["chair_squat"].words("fr", DoseSide.BOTH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clinics_own_emergency_number_stands_on_the_sheet(language: str) -> None:
    words = common_words(language, emergency="112")
    assert len([line for line in words.emergency if "112" in line]) == 2
    assert not [line for line in (*words.emergency, *words.stop, words.pain_rule) if "911" in line or "{" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_safety_and_advice_words_pass_the_same_gates(language: str) -> None:
    common = common_words(language)
    advice = [line for topic in topics() for line in patient_text(topic, language)]
    texts = [common.pain_rule, *common.stop, *common.emergency, *advice]
    for line in [part for text in texts for part in reading_level.sentences(text)]:
        assert len(reading_level.words(line)) <= 15, line
        assert reading_level.clinical_words(line) == [], line
    assert language != "en" or reading_level.grade(" ".join(texts)) <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_feel_labels_name_no_side(language: str) -> None:
    for region in felt_regions():
        assert not re.search(r"\b(left|right|izquierd\w|derech\w)\b", felt_label(region, language))


def test_both_legs_take_twice_the_time_and_a_set_card_that_of_its_moves() -> None:
    stretch = LIBRARY["calf_stretch_straight"]
    assert minutes_a_day(stretch, stretch.dose, DoseSide.LEFT) == Decimal("4.4")
    assert minutes_a_day(stretch, stretch.dose, DoseSide.BOTH) == Decimal("8.8")
    card, move = LIBRARY["matrix_bent_kneeling"], LIBRARY["matrix_bent_kneel_fb"]
    assert minutes_a_day(card, move.dose, DoseSide.LEFT) > 2 * minutes_a_day(move, move.dose, DoseSide.LEFT)


@EVERY_EXERCISE
def test_no_exercise_takes_no_time_or_a_quarter_of_an_hour(exercise: Exercise) -> None:
    assert Decimal(0) < minutes_a_day(exercise, exercise.dose, exercise.dose_sides[0]) < Decimal(15)


def test_the_grader_knows_easy_from_hard() -> None:
    assert reading_level.grade("Put your heel down. Hold it.") < 2
    assert reading_level.grade("Progressive mobilization facilitates considerable functional improvement.") > 12
    assert reading_level.clinical_words("Dorsiflex the ankle; mind the ROM.") == ["dorsiflex", "ROM"]
