"""The safety screen and the precautions as the visit form asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from werkzeug.datastructures import MultiDict

from clinic_gait.care.visit import Screen, Staff
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.red_flags import FLAGS, RedFlag
from clinic_gait.records.hold import HoldView, newest_in
from clinic_gait.web import sentences
from clinic_gait.web.context import gait

YesNo = Literal["yes", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRow:
    """One warning sign with its answer: yes, no, or nothing for not asked.

    ``held`` says that it stops the home program now, whatever is answered
    here; ``lifted_by`` who lifted the newest hold that this visit had set.
    """

    key: str
    label: str
    ask: tuple[str, ...]
    note: str
    urgency_words: str
    act: str
    answer: str
    held: bool
    lifted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenCard:
    """The whole screen."""

    rows: tuple[FlagRow, ...]

    @property
    def open(self) -> tuple[FlagRow, ...]:
        """What stops the home program: a yes of this visit, or of an earlier one, that nobody lifted."""
        return tuple(row for row in self.rows if row.held)

    @property
    def taken_back(self) -> bool:
        """Whether a sign still holds that is not answered yes here."""
        return any(row.answer != "yes" for row in self.open)

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


def screen_card(
    answers: Mapping[str, str | None],
    holds: Iterable[HoldView] = (),
    visit: UUID | None = None,
    again: frozenset[str] = frozenset(),
) -> ScreenCard:
    """Every warning sign with its answer in this visit and the patient's holds.

    A sign in ``again`` is answered yes on the page and not yet in the record: no earlier lifting is for that yes.
    """
    known = tuple(holds)
    still_open = {one.flag for one in known if one.is_open}
    lifted = {flag: one.lifted_by for flag, one in newest_in(known, visit).items() if flag not in again}
    return ScreenCard(
        rows=tuple(
            _row(flag, answers.get(flag.key) or "", flag.key in still_open, lifted.get(flag.key))
            for flag in FLAGS.values()
        )
    )


def _row(flag: RedFlag, answer: str, is_open: bool, lifted: Staff | None) -> FlagRow:
    return FlagRow(
        key=flag.key,
        label=flag.label,
        ask=tuple(flag.ask),
        note=flag.note,
        urgency_words=flag.urgency.words,
        act=flag.urgency.act(gait().clinic.emergency),
        answer=answer,
        # A yes holds from the moment it is given, before it is stored.
        held=is_open or (answer == "yes" and lifted is None),
        lifted_by=lifted.title if lifted else "",
    )


def answers_in(form: MultiDict[str, str], stored: Screen) -> dict[str, YesNo | None]:
    """The answers a request carries. Only "no to all the rest" answers what was not tapped, and only with no."""
    before = answers_of(stored)
    found = {key: _answer(form[f"flag.{key}"]) if f"flag.{key}" in form else before[key] for key in FLAGS}
    if form.get("rest") == "no":
        return {key: answer or "no" for key, answer in found.items()}
    return found


def just_now(before: Mapping[str, str | None], now: Mapping[str, str | None]) -> frozenset[str]:
    """The signs that are answered yes now and were not before."""
    return frozenset(key for key, answer in now.items() if answer == "yes" and before.get(key) != "yes")


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
    return tuple(sorted(key for key in {*CONDITIONS, *stored} if form.get(f"condition.{key}")))


def condition_rows(noted: tuple[str, ...]) -> tuple[ConditionRow, ...]:
    """Every precaution, noted or not; last those noted that this version does not know, so that none is lost."""
    known = [(one.key, one.label, one.note) for one in CONDITIONS.values()]
    strange = [(key, sentences.condition(key), "") for key in noted if key not in CONDITIONS]
    return tuple(
        ConditionRow(key=key, label=label, note=note, on=key in noted) for key, label, note in (*known, *strange)
    )
