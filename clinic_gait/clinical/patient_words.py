"""Words for patients, in English (``en``) and Spanish (``es``).

They live in ``patient_words.json``, so that a translator can edit them. What
has no words there is never printed for a patient: every function gives
nothing for a key or a language that is missing. Labels carry no side; the page
puts the side in its own column or sentence. The Spanish has not been read by a
native clinician yet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_Section = Mapping[str, Mapping[str, str]]


@cache
def _all() -> Mapping[str, _Section]:
    text = files("clinic_gait.clinical").joinpath("patient_words.json").read_text(encoding="utf-8")
    loaded: Mapping[str, _Section] = json.loads(text)
    return loaded


def _say(section: str, key: str, language: str) -> str | None:
    return _all()[section].get(key, {}).get(language)


def measure_words(key: str, language: str) -> str | None:
    """What a measure is called."""
    return _say("measures", key, language)


def unit_words(key: str, language: str) -> str | None:
    """The unit of a measure, in full."""
    return _say("units", key, language)


def deviation_words(key: str, language: str) -> str | None:
    """What a sign in walking is called."""
    return _say("deviations", key, language)


def grade_words(code: str, language: str) -> str | None:
    """How much of something was seen, from the code of the step."""
    return _say("grades", code, language)


def change_words(verdict: str, language: str) -> str | None:
    """What became of a measure, from the verdict of :mod:`clinic_gait.clinical.compare`, or ``not_examined``."""
    return _say("change", str(getattr(verdict, "value", verdict)), language)


def technique_words(key: str, language: str) -> str | None:
    """What was done in clinic."""
    return _say("techniques", key, language)


def shoe_words(key: str, language: str) -> str | None:
    """What was seen on the shoes: ``counter_medial`` or ``uneven``."""
    return _say("shoes", key, language)
