"""What keeps a plan from being signed: lines that the patient's conditions have ruled out since they were written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clinic_gait.care.plan import PlannedExercise, PlannedTechnique, PlanSnapshot
from clinic_gait.clinical.conditions import Level, Precaution
from clinic_gait.web import sentences
from clinic_gait.web.planned import precaution


def stands_against(conditions: Collection[str], one: PlannedTechnique | PlannedExercise) -> Precaution | None:
    """What the patient's conditions say of a line of the plan."""
    return precaution({"key": one.key, "grade": getattr(one, "grade", "")}, conditions)


def stops(plan: PlanSnapshot, conditions: Collection[str]) -> tuple[str, ...]:
    """A sentence for each line that may not be signed as it stands: ruled out, or cautioned without a reason."""
    return tuple(_stops(plan, conditions))


def _stops(plan: PlanSnapshot, conditions: Collection[str]) -> Iterator[str]:
    lines: list[PlannedTechnique | PlannedExercise] = [*plan.techniques, *plan.exercises]
    for one in lines:
        found = stands_against(conditions, one)
        said = sentences.technique(one) if isinstance(one, PlannedTechnique) else sentences.exercise(one)
        because = "; ".join(found.reasons) if found else ""
        if found and found.level is Level.ABSOLUTE:
            yield f"{said}, {one.side.word.upper()}: not for this patient ({because}). Take the line away."
        elif found and not one.reason:
            yield f"{said}, {one.side.word.upper()}: a precaution stands against it ({because}). Type why it is right."
