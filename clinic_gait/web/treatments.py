"""What was done today, as the visit form asks for it: the plan's techniques unticked, and room for one more.

Minutes are never filled in for anybody: what was not typed was not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from clinic_gait.care.plan import PlannedTechnique
from clinic_gait.care.visit import Done
from clinic_gait.clinical.conditions import CONDITIONS, judge
from clinic_gait.clinical.techniques import MAITLAND, TECHNIQUES
from clinic_gait.clinical.values import DoseSide
from clinic_gait.web.forms import cleaned

MOST_ROWS = 40
MOST_MINUTES = 600
LONGEST_RESPONSE = 500

SIDES = (("L", "LEFT"), ("R", "RIGHT"), ("B", "both"))
GRADES = (("", "not noted"), *((grade, f"{grade}: {words}") for grade, words in MAITLAND.items()))
CHOICES = (("", "choose"), *((one.key, one.name) for one in TECHNIQUES.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentRow:
    """One technique on the form; a row without a key is the one in which another can be chosen."""

    place: int
    key: str = ""
    side: str = ""
    on: bool = False
    grade: str = ""
    minutes: str = ""
    dose: str = ""
    response: str = ""
    problem: str = ""

    @property
    def name(self) -> str:
        """What staff call it."""
        return TECHNIQUES[self.key].name if self.key in TECHNIQUES else self.key

    @property
    def graded(self) -> bool:
        """Whether it is recorded with a Maitland grade."""
        return not self.key or (self.key in TECHNIQUES and TECHNIQUES[self.key].graded)

    @property
    def side_word(self) -> str:
        """For the accessible names of its boxes."""
        return dict(SIDES).get(self.side, "").lower()

    def precaution(self, conditions: Iterable[str]) -> str:
        """What the patient's conditions say of it; empty when nothing."""
        if self.key not in TECHNIQUES:
            return ""
        known = [key for key in conditions if key in CONDITIONS]
        found = judge(known, self.key, TECHNIQUES[self.key].contra, grade=self.grade)
        return "" if found is None else "; ".join(found.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatments:
    """The rows of the form; nothing of them is stored while one has a problem."""

    rows: tuple[TreatmentRow, ...] = field(default=())

    @property
    def problems(self) -> list[tuple[str, str]]:
        """For the summary on top."""
        return [(f"f-done.{row.place}", row.problem) for row in self.rows if row.problem]

    @property
    def done(self) -> tuple[Done, ...]:
        """What was ticked."""
        return tuple(_done(row) for row in self.rows if row.on and not row.problem)


def stored_rows(done: Iterable[Done], planned: Iterable[PlannedTechnique]) -> Treatments:
    """What was done, then what is planned and was not, then an empty row."""
    rows = [_row_of(one) for one in done]
    known = {(row.key, row.side) for row in rows}
    for one in planned:
        if (one.key, one.side.value) not in known:
            rows.append(TreatmentRow(place=0, key=one.key, side=one.side.value, grade=one.grade, dose=one.dose))
            known.add((one.key, one.side.value))
    rows.append(TreatmentRow(place=0))
    return Treatments(rows=tuple(_at(row, place) for place, row in enumerate(rows)))


def sent_rows(form: Mapping[str, str]) -> Treatments | None:
    """The rows a request carries; nothing when it carries none."""
    if "done_rows" not in form:
        return None
    places = [place for place in range(MOST_ROWS) if f"done.{place}.key" in form]
    return Treatments(rows=tuple(_checked(_sent(form, place)) for place in places))


def _sent(form: Mapping[str, str], place: int) -> TreatmentRow:
    def text(part: str) -> str:
        return cleaned(form.get(f"done.{place}.{part}", ""))

    # In the empty row the choice of a technique is the tick.
    on = bool(text("on")) or (bool(text("key")) and f"done.{place}.chosen" in form)
    return TreatmentRow(
        place=place,
        key=text("key"),
        side=text("side"),
        on=on,
        grade=text("grade"),
        minutes=text("minutes"),
        dose=text("dose")[:LONGEST_RESPONSE],
        response=text("response"),
    )


def _checked(row: TreatmentRow) -> TreatmentRow:
    problem = _problem(row)
    return _at(row, row.place, problem) if problem else row


def _problem(row: TreatmentRow) -> str:
    filled = row.minutes or row.response
    if not row.on:
        return f"{row.name or 'Done today'}: minutes or words are given; tick that it was done." if filled else ""
    if row.key not in TECHNIQUES:
        return "Done today: choose one of the techniques."
    if row.side not in dict(SIDES):
        return f"{row.name}: say LEFT, RIGHT or both."
    if row.grade and row.grade not in MAITLAND:
        return f"{row.name}: grade I, II, III, IV or V."
    if row.minutes and not _whole(row.minutes):
        return f"{row.name}, {row.side_word}: minutes are a whole number up to {MOST_MINUTES}."
    if len(row.response) > LONGEST_RESPONSE:
        return f"{row.name}, {row.side_word}: the response is longer than {LONGEST_RESPONSE} characters."
    return ""


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5 and int(text) <= MOST_MINUTES


def _done(row: TreatmentRow) -> Done:
    return Done(
        key=row.key,
        side=DoseSide(row.side),
        grade=row.grade,
        minutes=int(row.minutes) if row.minutes else None,
        dose=row.dose,
        response=row.response,
    )


def _row_of(one: Done) -> TreatmentRow:
    return TreatmentRow(
        place=0,
        key=one.key,
        side=one.side.value,
        on=True,
        grade=one.grade,
        minutes="" if one.minutes is None else str(one.minutes),
        dose=one.dose,
        response=one.response,
    )


def _at(row: TreatmentRow, place: int, problem: str = "") -> TreatmentRow:
    return replace(row, place=place, problem=problem)
