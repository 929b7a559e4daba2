"""The plan builder as a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from flask import render_template

from clinic_gait.clinical.conditions import Level, Precaution, judge
from clinic_gait.clinical.dose import LIMITS
from clinic_gait.clinical.exercises import LIBRARY, POSTURE_ORDER, Exercise, minutes_a_day
from clinic_gait.clinical.figures import figure
from clinic_gait.clinical.figures.primitives import Drawing
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.techniques import MAITLAND, MAITLAND_USE, TECHNIQUES, Technique
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records.plan import Plan
from clinic_gait.records.queries import is_held
from clinic_gait.records.visit import Visit
from clinic_gait.web import goals
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.charts import svg
from clinic_gait.web.context import gait
from clinic_gait.web.planned import Row, name_of, precaution, read_exercise, rows_in

#: More are done less often; the page says so and stops nobody.
FEW = 4
#: Numbers that always stand in the row, with their short heads, and those behind "more".
USUAL = (("sets", "Sets"), ("reps", "Times"), ("hold_s", "Hold, s"), ("per_day", "A day"), ("days_wk", "Days a week"))
RARER = (("rest_s", "Rest, s"), ("minutes", "Minutes"), ("distance_m", "Meters"), ("tempo", "Tempo"))
SIDE_WORDS = {"L": "LEFT", "R": "RIGHT", "B": "Both"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Something that the patient's conditions have a say in."""

    name: str
    precaution: Precaution | None

    @property
    def forbidden(self) -> bool:
        """Whether a condition of the patient rules it out."""
        return self.precaution is not None and self.precaution.level is Level.ABSOLUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Judged):
    """One row of the plan as the page shows it."""

    kind: str
    place: int
    row: Row
    entry: Exercise | Technique | None

    @property
    def id(self) -> str:
        """What links and buttons call it."""
        return f"{self.kind}-{self.place}"

    @property
    def side(self) -> str:
        """The side in words: ``left``, ``right``, ``both``, or that none is chosen."""
        chosen = self.row.get("side", "")
        return DoseSide(chosen).word if chosen in SIDE_WORDS else "no side yet"

    @property
    def sides(self) -> list[tuple[str, str]]:
        """The sides it can be planned for."""
        may = self.entry.dose_sides if isinstance(self.entry, Exercise) else tuple(DoseSide)
        return [(side.value, SIDE_WORDS[side.value]) for side in may]

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """Start and end of the exercise for the leg chosen; nothing while none is."""
        chosen = self.row.get("side", "")
        if not isinstance(self.entry, Exercise) or chosen not in [side for side, _ in self.sides]:
            return ()
        return figure(self.entry.key, DoseSide(chosen))

    @property
    def more(self) -> bool:
        """Whether one of the rarer numbers is in use."""
        return any(self.row.get(name) for name, _ in RARER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Judged):
    """An exercise or technique that may be added."""

    key: str
    words: str
    evidence: str
    chosen: bool


def render(visit: Visit, plan: Plan | None, boxes: Boxes, source: Plan | None = None, *, kept: bool = True) -> str:
    """The page over what stands in the boxes; ``source`` is the version they were filled from."""
    conditions = visit.episode.conditions
    exercises = lines("x", boxes, conditions)
    techniques = lines("t", boxes, conditions)
    held = is_held(gait().session, visit.subject)
    return render_template(
        "clinic_gait/plans/edit.html",
        visit=visit,
        plan=plan,
        source=source,
        boxes=boxes,
        kept=kept and plan is not None,
        held=held,
        exercises=exercises,
        techniques=techniques,
        goal_rows=[*rows_in(boxes.typed, "g"), {}],
        goal_measures=[("", "no measure"), *((one.key, one.label) for one in goals.measures())],
        goal_sides=goals.SIDES,
        library=list(library(exercises, conditions)),
        offers=technique_offers(techniques, conditions),
        few=FEW,
        usual=USUAL,
        rarer=RARER,
        limits=LIMITS,
        maitland=[("", "no grade"), *((grade, f"{grade} {words}") for grade, words in MAITLAND.items())],
        maitland_use=MAITLAND_USE,
        minutes=minutes(exercises, conditions),
        svg=svg,
        sides=side_check(visit, exercises),
        unasked=[flag for flag in FLAGS if flag not in visit.screen().answers],
    )


def lines(kind: str, boxes: Boxes, conditions: Collection[str]) -> list[Line]:
    """The rows of one list."""
    return [
        Line(
            kind=kind,
            place=place,
            row=row,
            name=name_of(row),
            precaution=precaution(row, conditions),
            entry=LIBRARY.get(row.get("key", "")) or TECHNIQUES.get(row.get("key", "")),
        )
        for place, row in enumerate(rows_in(boxes.typed, kind))
    ]


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


def minutes(exercises: list[Line], conditions: Collection[str]) -> int:
    """About how many minutes a day the home program takes, from the lines that can be read."""
    total = Decimal(0)
    for line in exercises:
        planned = read_exercise(Boxes(line_boxes(line)), line.place, line.row, conditions)
        if planned is not None:
            total += minutes_a_day(LIBRARY[planned.key], planned.dose, planned.side)
    return int(total.to_integral_value())


def line_boxes(line: Line) -> Row:
    """The boxes of one line alone."""
    return {f"{line.id}-{name}": text for name, text in line.row.items()}


def side_check(visit: Visit, exercises: list[Line]) -> str:
    """Whether the home program and the complaint name the same leg; empty when there is nothing to say."""
    planned = {line.row.get("side") for line in exercises} - {"", "B", None}
    if visit.complaint_side not in ("L", "R") or not planned:
        return ""
    complaint = DoseSide(visit.complaint_side).word.upper()
    if planned == {visit.complaint_side}:
        return f"All one-leg exercises are for the {complaint} leg, the side of the complaint."
    others = " and ".join(SIDE_WORDS[side] for side in ("L", "R") if side in planned)
    return f"The complaint is on the {complaint} side; the home exercises name {others}. Is that meant?"
