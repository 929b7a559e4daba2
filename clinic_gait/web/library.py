"""Everything that may be added to a plan by hand, with what the patient's conditions say of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from clinic_gait.clinical.conditions import judge
from clinic_gait.clinical.exercises import LIBRARY, POSTURE_ORDER
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.web.plan_lines import Judged, Line
from clinic_gait.web.planned import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Judged):
    """An exercise or technique that may be added."""

    key: str
    words: str
    evidence: str
    chosen: bool


def library(chosen: list[Line], conditions: Collection[str]) -> Iterator[tuple[str, list[Offer]]]:
    """Every exercise, grouped by how the patient is placed."""
    used = {line.row.get("key") for line in chosen}
    for posture in POSTURE_ORDER:
        yield (
            posture,
            [
                Offer(
                    key=one.key,
                    name=name_of({"key": one.key}),
                    words=" ".join((*one.tags, one.position, *one.equipment)).replace("_", " "),
                    evidence=one.evidence_grade,
                    chosen=one.key in used,
                    precaution=judge(conditions, one.key, one.contra),
                )
                for one in LIBRARY.values()
                if one.posture == posture
            ],
        )


def technique_offers(chosen: list[Line], conditions: Collection[str]) -> list[Offer]:
    """Every technique."""
    used = {line.row.get("key") for line in chosen}
    return [
        Offer(
            key=one.key,
            name=one.name,
            words=one.dose,
            evidence=one.grade,
            chosen=one.key in used,
            precaution=judge(conditions, one.key, one.contra),
        )
        for one in TECHNIQUES.values()
    ]
