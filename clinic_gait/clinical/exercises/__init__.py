"""The exercise library: dose, links, evidence and patient words of every home exercise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from clinic_gait.clinical.exercises import (
    balance,
    calf,
    hip,
    massage,
    mobility,
    squat,
    strength,
    three_way_bent,
    three_way_straight,
)
from clinic_gait.clinical.exercises.exercise import POSTURE_ORDER, Exercise, minutes_a_day
from clinic_gait.clinical.exercises.progression import PROGRESSION, Progression
from clinic_gait.clinical.exercises.words import (
    LANGUAGES,
    Common,
    UnknownLanguage,
    Words,
    common_words,
    felt_label,
    felt_regions,
    patient_text,
    side_label,
    topics,
)

__all__ = [
    "LANGUAGES",
    "LIBRARY",
    "POSTURE_ORDER",
    "PROGRESSION",
    "Common",
    "Exercise",
    "Progression",
    "UnknownLanguage",
    "Words",
    "common_words",
    "felt_label",
    "felt_regions",
    "minutes_a_day",
    "patient_text",
    "side_label",
    "topics",
]

#: Every exercise by its key, in the order a therapist meets them: mobility, strength, control.
LIBRARY: Mapping[str, Exercise] = MappingProxyType(
    {
        exercise.key: exercise
        for group in (
            calf,
            mobility,
            three_way_bent,
            three_way_straight,
            massage,
            strength,
            squat,
            hip,
            balance,
        )
        for exercise in group.EXERCISES
    }
)
