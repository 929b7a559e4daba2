"""What an exercise is: everything about it but its words, which stand in a JSON file per group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises.words import SPOKEN_NUMBERS, Words, exercise_words
from clinic_gait.clinical.values import DoseSide, WrongSide

#: ``one``: done with one leg at a time; ``two``: both legs work together, so its only side is "both".
Sides = Literal["one", "two"]
Posture = Literal["standing", "walking", "sitting", "kneeling", "floor", "lying"]
EvidenceGrade = Literal["A", "B", "C", "D"]
#: What an exercise does to the body; precautions are looked up by it.
ContraClass = Literal["mob", "thrust", "stretch", "load", "mwm", "foam"]

#: A sheet goes from standing down to the floor, so that the patient gets up and down once.
POSTURE_ORDER: tuple[Posture, ...] = ("standing", "walking", "sitting", "kneeling", "floor", "lying")

#: Seconds one repetition takes beside its hold, where the dose names no tempo.
REPETITION_S = 3
#: Seconds from one set to the next, where the dose names no rest.
CHANGE_S = 10
WALKING_M_PER_S = Decimal("0.8")
_MINUTE = Decimal(60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A home exercise of the library.

    ``posture`` groups the sheet, ``position`` says it in full for staff.
    ``dose`` is the default a therapist may change. ``evidence_grade`` runs from
    A (strong) to D (opinion) and is shown to therapists, never to patients.
    ``contra`` names the classes precautions act on; ``parts`` the single moves
    of a set card; ``felt`` where the patient should feel it, most telling first.
    """

    key: str
    revision: int = 1
    sides: Sides
    tags: tuple[str, ...]
    posture: Posture
    position: str
    equipment: tuple[str, ...] = ()
    dose: Dose
    evidence_grade: EvidenceGrade
    sources: tuple[str, ...]
    evidence_note: str = ""
    contra: tuple[ContraClass, ...] = ()
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    felt: tuple[str, ...] = ()

    @property
    def dose_sides(self) -> tuple[DoseSide, ...]:
        """The sides it can be prescribed for, left first."""
        return tuple(DoseSide) if self.sides == "one" else (DoseSide.BOTH,)

    def words(self, language: str, side: DoseSide, dose: Dose | None = None) -> Words:
        """Its words for the patient, in one language and for one side.

        The numbers in its steps are those of the dose; what the dose leaves
        open is taken from the default one, so that picture, boxes and text
        never ask for different things.

        :raises WrongSide: an exercise of both legs was asked for one of them.
        :raises UnknownLanguage: there are no words in this language.
        """
        self.check_side(side)
        return exercise_words(self.key, language, side, self.felt, self._numbers(dose))

    def _numbers(self, dose: Dose | None) -> Mapping[str, str]:
        numbers: dict[str, str] = {}
        for name in SPOKEN_NUMBERS:
            given, default = getattr(dose or self.dose, name), getattr(self.dose, name)
            numbers[name] = f"{Decimal(default or 0 if given is None else given).normalize():f}"
        return numbers

    def check_side(self, side: DoseSide) -> None:
        """Refuse a side this exercise cannot be done with.

        :raises WrongSide: an exercise of both legs was asked for one of them.
        """
        if side not in self.dose_sides:
            raise WrongSide(f"{self.key} works both legs at once; it cannot be given for the {side.word} side alone")


def minutes_a_day(exercise: Exercise, dose: Dose, side: DoseSide) -> Decimal:
    """About how many minutes a day an exercise takes, to the tenth.

    A one-leg exercise for both legs is done twice; a set card takes the time of
    all its moves. An estimate for the head of the sheet, never a prescription.
    """
    sets = dose.sets or 1
    once = sets * _set_seconds(dose) + (sets - 1) * (CHANGE_S if dose.rest_s is None else dose.rest_s)
    legs = 2 if exercise.sides == "one" and side is DoseSide.BOTH else 1
    total = once * legs * max(1, len(exercise.parts)) * (dose.per_day or 1)
    return (total / _MINUTE).quantize(Decimal("0.1"))


def _set_seconds(dose: Dose) -> Decimal:
    """Seconds of one set without its rest."""
    if dose.minutes is not None:
        return dose.minutes * _MINUTE
    if dose.distance_m is not None:
        return dose.distance_m / WALKING_M_PER_S
    each = sum(int(part) for part in dose.tempo.split("-")) if dose.tempo else REPETITION_S
    return Decimal((dose.reps or 1) * (each + (dose.hold_s or 0)))
