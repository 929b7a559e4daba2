"""What a figure says to who cannot see it: posture, side, and what is done."""

from __future__ import annotations

from clinic_gait.clinical.exercises import Exercise
from clinic_gait.clinical.values import DoseSide

POSTURES = {
    "en": {
        "standing": "standing",
        "walking": "walking",
        "sitting": "sitting",
        "kneeling": "kneeling",
        "floor": "sitting on the floor",
        "lying": "lying down",
    },
    "es": {
        "standing": "de pie",
        "walking": "al caminar",
        "sitting": "en una silla",
        "kneeling": "de rodillas",
        "floor": "en el piso",
        "lying": "en posición acostada",
    },
}
LEGS = {
    ("en", "one", DoseSide.LEFT): "left leg works",
    ("en", "one", DoseSide.RIGHT): "right leg works",
    ("en", "one", DoseSide.BOTH): "one leg works, then the other",
    ("en", "two", DoseSide.BOTH): "both legs work",
    ("es", "one", DoseSide.LEFT): "trabaja la pierna izquierda",
    ("es", "one", DoseSide.RIGHT): "trabaja la pierna derecha",
    ("es", "one", DoseSide.BOTH): "trabaja una pierna y luego la otra",
    ("es", "two", DoseSide.BOTH): "trabajan las dos piernas",
}
FRAME = {"en": "Picture {number} of 2, {caption}: {posture}, {legs}. {name}.",
         "es": "Dibujo {number} de 2, {caption}: {posture}, {legs}. {name}."}  # fmt: skip


def accessible_names(exercise: Exercise, side: DoseSide, language: str) -> tuple[str, str]:
    """The titles of both frames. How it is done stands beside the picture and is not repeated."""
    words = exercise.words(language, side)
    captions = (words.caption_start, words.caption_end)
    legs = LEGS[language, exercise.sides, side]
    posture = POSTURES[language][exercise.posture]
    first, second = (
        FRAME[language].format(number=number, caption=caption.lower(), posture=posture, legs=legs, name=words.name)
        for number, caption in enumerate(captions, 1)
    )
    return first, second
