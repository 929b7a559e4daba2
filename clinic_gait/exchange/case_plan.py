"""Goals, techniques and exercises of a case, checked against the library and the patient's conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.care.visit import Done
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS, Level, Precaution, judge
from clinic_gait.clinical.dose import Dose, faults
from clinic_gait.clinical.entry import place as entry_place
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.units import BadEntry
from clinic_gait.clinical.values import DoseSide, Side, WrongSide
from clinic_gait.exchange.case_days import read_day
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_model import CasePlan
from clinic_gait.exchange.case_readings import as_typed

_DOSE = tuple(field.name for field in fields(Dose))


def read_plan(block: Mapping[str, Any], conditions: Sequence[str], day: date, place: Place) -> CasePlan:
    """The plan; what a condition strikes out cannot be in it, what it warns of needs a reason."""
    return CasePlan(
        goals=tuple(_goals(block.get("goals") or (), day, place)),
        techniques=tuple(_techniques(block.get("interventions") or (), conditions, place)),
        exercises=tuple(_exercises(block.get("exercises") or (), conditions, place)),
        why=block.get("why", ""),
        next_visit=block.get("next_visit", ""),
    )


def read_done(blocks: Iterable[Mapping[str, Any]], place: Place) -> tuple[Done, ...]:
    """What the therapist's hands did in the visit."""
    return tuple(
        Done(
            key=block["key"],
            side=DoseSide.from_word(block["side"]),
            grade=_grade(block, place.at("done", block["side"], TECHNIQUES[block["key"]].name)),
            minutes=block.get("minutes"),
            dose=block.get("dose", ""),
            response=block.get("response", ""),
        )
        for block in blocks
    )


def _techniques(
    blocks: Iterable[Mapping[str, Any]], conditions: Sequence[str], place: Place
) -> Iterator[PlannedTechnique]:
    for block in blocks:
        technique = TECHNIQUES[block["key"]]
        at = place.at(block["side"], technique.name)
        grade = _grade(block, at)
        _allowed(judge(conditions, technique.key, technique.contra, grade=grade), block, at)
        yield PlannedTechnique(
            key=technique.key,
            side=DoseSide.from_word(block["side"]),
            grade=grade,
            minutes=block.get("minutes"),
            dose=block.get("dose", ""),
            reason=block.get("reason", ""),
        )


def _exercises(
    blocks: Iterable[Mapping[str, Any]], conditions: Sequence[str], place: Place
) -> Iterator[PlannedExercise]:
    for block in blocks:
        exercise = LIBRARY[block["key"]]
        side = DoseSide.from_word(block["side"])
        at = place.at(side.word, exercise.key)
        try:
            exercise.check_side(side)
        except WrongSide as wrong:
            place.fault(str(wrong))
            continue
        _allowed(judge(conditions, exercise.key, exercise.contra), block, at)
        yield PlannedExercise(
            key=exercise.key, side=side, dose=_dose(exercise.dose, block, at), reason=block.get("reason", "")
        )


def _dose(default: Dose, block: Mapping[str, Any], place: Place) -> Dose:
    """The default with what the file says instead; a hold or rest of 0 is none."""
    given = {name: block[name] for name in _DOSE if name in block}
    for name in ("minutes", "distance_m"):
        if name in given and getattr(default, name) is None:
            place.fault(f"{name} does not belong to this exercise")
    if "minutes" in given:
        given["minutes"] = Decimal(str(given["minutes"]))
    if given.get("hold_s") == 0:
        given["hold_s"] = None
    dose = replace(default, **given)
    for fault in faults(dose):
        place.fault(fault)
    return dose


def _grade(block: Mapping[str, Any], place: Place) -> str:
    grade = block.get("grade", "")
    if grade and not TECHNIQUES[block["key"]].graded:
        place.fault(f"grade {grade} belongs to a joint mobilization; this technique has none")
    return str(grade)


def _allowed(precaution: Precaution | None, block: Mapping[str, Any], place: Place) -> None:
    if precaution is None:
        return
    because = ", ".join(CONDITIONS[key].label for key in precaution.conditions)
    if precaution.level is Level.ABSOLUTE:
        instead = f"; plan {precaution.swap} instead" if precaution.swap else ""
        place.fault(f"cannot be planned for this patient: {because}{instead}")
    elif not block.get("reason", "").strip():
        place.fault(f"needs a reason for this patient: {because}")


def _goals(blocks: Iterable[Mapping[str, Any]], today: date, place: Place) -> Iterator[Goal]:
    for number, block in enumerate(blocks, 1):
        at = place.at(f"goal {number}")
        yield Goal(
            text=block["text"],
            measure=block.get("measure"),
            side=_goal_side(block, at),
            baseline=_amount(block, "baseline", at),
            target=_amount(block, "target", at),
            unit=block.get("unit"),
            by=read_day(block["by"], today, at.at("by")) if "by" in block else None,
        )


def _goal_side(block: Mapping[str, Any], place: Place) -> Side | None:
    measure = CATALOGUE.get(block.get("measure", ""))
    side = Side.from_word(block["side"]) if "side" in block else None
    if measure is None:
        return side
    if measure.sided and side in (None, Side.NONE):
        place.at(measure.label).fault("say left or right")
    if not measure.sided and side not in (None, Side.NONE):
        place.at(measure.label).fault("this has no side")
    return side


def _amount(block: Mapping[str, Any], name: str, place: Place) -> Decimal | None:
    if name not in block:
        return None
    measure = CATALOGUE.get(block.get("measure", ""))
    if not isinstance(measure, Quantity):
        place.at(name).fault("a goal has a number only with a measure that is a number")
        return None
    side = Side.LEFT if measure.sided else Side.NONE
    try:
        return read_entry(measure, side, as_typed(block[name]), decimal_comma=True).value
    except BadEntry as bad:
        place.at(measure.label, name).fault(bad.reason.removeprefix(f"{entry_place(measure, side)}: "))
        return None
