"""The words of the exercises for patients, per language and side.

They live in JSON files, one per group of exercises, so that a translator can
edit them; the tests hold every sentence to the reading level. The files are
read once, on first use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from clinic_gait.clinical.values import DoseSide

LANGUAGES = ("en", "es")
GROUPS = (
    "calf",
    "mobility",
    "three_way_bent",
    "three_way_straight",
    "massage",
    "strength",
    "squat",
    "hip",
    "balance",
)
EMERGENCY_NUMBER = "911"
#: The numbers of a dose that steps may name, as ``{hold_s}``: a changed dose changes the text too.
SPOKEN_NUMBERS = ("hold_s", "reps", "minutes")
ONES = {
    "en": (("seconds", "second"), ("times", "time"), ("minutes", "minute")),
    "es": (("segundos", "segundo"), ("veces", "vez"), ("minutos", "minuto")),
}


class UnknownLanguage(ValueError):
    """A language the patient words do not exist in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """An exercise as the patient reads it. ``feel`` is empty where nothing special is to be felt."""

    name: str
    side_words: str
    steps: tuple[str, ...]
    feel: str
    cues: tuple[str, ...]
    mistakes: tuple[str, ...]
    caption_start: str
    caption_end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What stands once on every sheet. ``feel_lead`` opens the line that says where an exercise is felt."""

    feel_lead: str
    pain_rule: str
    stop: tuple[str, ...]
    emergency: tuple[str, ...]


def exercise_words(key: str, language: str, side: DoseSide, felt: tuple[str, ...], numbers: Mapping[str, str]) -> Words:
    """The words of one exercise, with the numbers of its dose in the steps.

    :raises UnknownLanguage: there are no words in this language.
    """
    check_language(language)
    text = _exercise_texts()[key]
    return Words(
        name=text["name"][language],
        side_words=side_label(side, language),
        steps=tuple(_spoken(step, language, numbers) for step in text["steps"][side.word][language]),
        feel="; ".join(felt_label(region, language) for region in felt),
        cues=tuple(text["cues"][language]),
        mistakes=tuple(text["mistakes"][language]),
        caption_start=text["caption_start"][language],
        caption_end=text["caption_end"][language],
    )


def _spoken(step: str, language: str, numbers: Mapping[str, str]) -> str:
    """A step with its numbers, and the singular after a one."""
    for name, number in numbers.items():
        step = step.replace(f"{{{name}}}", number)
    for many, one in ONES[language]:
        step = re.sub(rf"\b1 {many}\b", f"1 {one}", step)
    return step


def common_words(language: str, emergency: str = EMERGENCY_NUMBER) -> Common:
    """What stands once on every sheet, with the clinic's own emergency number.

    :raises UnknownLanguage: there are no words in this language.
    """
    check_language(language)
    text = _general_texts()
    return Common(
        feel_lead=text["feel_lead"][language],
        pain_rule=text["pain_rule"][language],
        stop=tuple(text["stop"][language]),
        emergency=tuple(line.replace("{number}", emergency) for line in text["emergency"][language]),
    )


def side_label(side: DoseSide, language: str) -> str:
    """The side as it stands beside an exercise's name: ``Left side``."""
    check_language(language)
    label: str = _general_texts()["side"][side.word][language]
    return label


def felt_label(region: str, language: str) -> str:
    """Where something is felt, without a side word: ``upper calf``."""
    check_language(language)
    label: str = _general_texts()["felt"][region][language]
    return label


def patient_text(topic: str, language: str) -> tuple[str, ...]:
    """The sentences of one piece of advice, such as ``go_slow``; topics are :func:`topics`."""
    check_language(language)
    return tuple(_general_texts()["advice"][topic][language])


def topics() -> tuple[str, ...]:
    """The pieces of advice a therapist can add to a sheet."""
    return tuple(_general_texts()["advice"])


def felt_regions() -> tuple[str, ...]:
    """The places of the body an exercise can be felt in."""
    return tuple(_general_texts()["felt"])


def check_language(language: str) -> None:
    """Refuse a language we have no words in.

    :raises UnknownLanguage: always then.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(f"no patient words in {language!r}; there are {', '.join(LANGUAGES)}")


@cache
def _exercise_texts() -> Mapping[str, Any]:
    return {key: text for group in GROUPS for key, text in _read(group).items()}


@cache
def _general_texts() -> Mapping[str, Any]:
    return _read("general")


def _read(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content
