"""One line of the table of rules: the least facts, and what a rule answers to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.values import Answer, Side
from tests.clinical.findings.given import NO, PATIENT, UNKNOWN, YES, given


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A rule gives this answer on these sides; a row with a yes says yes nowhere else."""

    key: str
    answer: Answer
    sides: tuple[Side, ...]
    facts: Facts

    def __str__(self) -> str:
        boxes = (f"{key} {side.word}" for key, side in self.facts.readings)
        return f"{self.key} {self.answer.value}: {', '.join(boxes)}"


def yes(key: str, *sides: Side, **seen: Any) -> Row:
    return Row(key=key, answer=YES, sides=sides or (PATIENT,), facts=given(**seen))


def no(key: str, *sides: Side, **seen: Any) -> Row:
    return Row(key=key, answer=NO, sides=sides or (PATIENT,), facts=given(**seen))


def unknown(key: str, *sides: Side, **seen: Any) -> Row:
    return Row(key=key, answer=UNKNOWN, sides=sides or (PATIENT,), facts=given(**seen))
