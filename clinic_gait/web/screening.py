"""The safety screen and the precautions as the visit form asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from werkzeug.datastructures import MultiDict

from clinic_gait.care.visit import Screen
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.red_flags import FLAGS

YesNo = Literal["yes", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRow:
    """One warning sign with its answer: yes, no, or nothing for not asked."""

    key: str
    label: str
    ask: tuple[str, ...]
    note: str
    urgency_words: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenCard:
    """The whole screen."""

    rows: tuple[FlagRow, ...]

    @property
    def open(self) -> tuple[FlagRow, ...]:
        """What was answered yes."""
        return tuple(row for row in self.rows if row.answer == "yes")

    @property
    def missing(self) -> int:
        """How many were not asked."""
        return sum(not row.answer for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """One precaution, noted or not."""

    key: str
    label: str
    note: str
    on: bool


def screen_card(answers: Mapping[str, str | None]) -> ScreenCard:
    """Every warning sign with its answer."""
    return ScreenCard(
        rows=tuple(
            FlagRow(
                key=flag.key,
                label=flag.label,
                ask=tuple(flag.ask),
                note=flag.note,
                urgency_words=flag.urgency.words,
                answer=answers.get(flag.key) or "",
            )
            for flag in FLAGS.values()
        )
    )


def answers_in(form: MultiDict[str, str], stored: Screen) -> dict[str, YesNo | None]:
    """The answers a request carries. Only "no to all the rest" answers what was not tapped, and only with no."""
    before = answers_of(stored)
    found = {key: _answer(form[f"flag.{key}"]) if f"flag.{key}" in form else before[key] for key in FLAGS}
    if form.get("rest") == "no":
        return {key: answer or "no" for key, answer in found.items()}
    return found


def answers_of(screen: Screen) -> dict[str, YesNo | None]:
    """The stored answer to every question; nothing where it was not asked."""
    return {key: _answer(screen.answers.get(key, "")) for key in FLAGS}


def _answer(said: str) -> YesNo | None:
    match said:
        case "yes" | "no":
            return said
        case _:
            return None


def conditions_in(form: MultiDict[str, str], stored: tuple[str, ...]) -> tuple[str, ...]:
    """The precautions a request carries; the stored ones when it carries no list at all."""
    if "conditions_shown" not in form:
        return stored
    return tuple(sorted(set(form.getlist("conditions")) & set(CONDITIONS)))


def condition_rows(noted: tuple[str, ...]) -> tuple[ConditionRow, ...]:
    """Every precaution, noted or not."""
    return tuple(
        ConditionRow(key=one.key, label=one.label, note=one.note, on=one.key in noted) for one in CONDITIONS.values()
    )
