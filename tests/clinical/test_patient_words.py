from __future__ import annotations

import re

import pytest

from clinic_gait.clinical import patient_words
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Verdict
from clinic_gait.clinical.measures import Derived, Deviation, Quantity
from clinic_gait.clinical.patient_words import (
    change_words,
    deviation_words,
    grade_words,
    measure_words,
    shoe_words,
    technique_words,
    unit_words,
)
from clinic_gait.clinical.techniques import TECHNIQUES
from tests.each import each

LANGUAGES = ("en", "es")
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
DEVIATIONS = [one for one in CATALOGUE.values() if isinstance(one, Deviation)]
SECTIONS = patient_words._all()
SAID = [
    (f"{section} {key} {language}", text)
    for section, entries in SECTIONS.items()
    for key, by_language in entries.items()
    for language, text in by_language.items()
]
CLINICAL = re.compile(
    r"dorsiflex|plantarflex|eversion|inversion|subtalar|talus|gastroc|soleus|mobiliz|anterior|posterior|medial|lateral"
    r"|valgus|varus|\brom\b|trendelenburg|antalgic|recurvatum|supinat|pronat|seed|dorsiflexión|eversión|inversión"
    r"|astrágalo|subastragalin|sóleo|gemelos|moviliza",
    re.IGNORECASE,
)


@each(("where", "text"), SAID, ids=[where for where, _ in SAID])
def test_patients_read_short_lines_without_a_clinical_word(where: str, text: str) -> None:
    assert text == text.strip() != ""
    assert not CLINICAL.search(text)
    assert len(text) <= 65


@each(("where", "text"), SAID, ids=[where for where, _ in SAID])
def test_a_label_carries_no_side(where: str, text: str) -> None:
    assert not re.search(r"\b(left|right|izquierd[oa]|derech[oa])\b", text, re.IGNORECASE)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_entry_is_there_in_both_languages(section: str) -> None:
    assert all(tuple(entry) == LANGUAGES for entry in SECTIONS[section].values())


def test_every_key_with_words_exists() -> None:
    assert set(SECTIONS["measures"]) <= set(CATALOGUE)
    assert set(SECTIONS["units"]) <= set(SECTIONS["measures"])
    assert set(SECTIONS["deviations"]) <= set(CATALOGUE)
    assert set(SECTIONS["techniques"]) <= set(TECHNIQUES)


@EACH_LANGUAGE
@each("measure", DEVIATIONS, ids=lambda one: one.key)
def test_every_sign_and_each_of_its_steps_has_words(measure: Deviation, language: str) -> None:
    assert deviation_words(measure.key, language)
    assert all(grade_words(step.code, language) for step in measure.steps)


@EACH_LANGUAGE
@each("key", TECHNIQUES)
def test_every_technique_has_words(key: str, language: str) -> None:
    assert technique_words(key, language)


@EACH_LANGUAGE
@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_words(verdict: Verdict, language: str) -> None:
    assert change_words(verdict, language) == change_words(verdict.value, language) is not None


@EACH_LANGUAGE
@each("key", SECTIONS["measures"])
def test_a_number_with_words_has_its_unit_in_words(key: str, language: str) -> None:
    measure = CATALOGUE[key]
    assert measure_words(key, language)
    assert bool(unit_words(key, language)) is isinstance(measure, Quantity | Derived)


def test_what_has_no_words_is_nothing() -> None:
    assert measure_words("beighton", "en") is None
    assert measure_words("wblt_cm", "fr") is None
    assert shoe_words("counter_medial", "es") is not None
    assert shoe_words("heel_medial", "en") is None
    assert change_words("marvellous", "en") is None
