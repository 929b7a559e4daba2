"""The lines of a plan as the page shows them, each with its easier and harder forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from clinic_gait.clinical.conditions import Level, Precaution, judge
from clinic_gait.clinical.exercises import LIBRARY, Exercise, minutes_a_day
from clinic_gait.clinical.figures import figure
from clinic_gait.clinical.figures.primitives import Drawing
from clinic_gait.clinical.techniques import TECHNIQUES, Technique
from clinic_gait.clinical.values import DoseSide
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.planned import Row, name_of, new_exercise, precaution, read_exercise, rows_in

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

    @property
    def instead(self) -> str:
        """What may be offered in its place; empty where nothing is named."""
        swap = self.precaution.swap if self.precaution else None
        return name_of({"key": swap}) if swap else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Judged):
    """Another exercise that may take the line's place. ``way`` is easier, harder or instead."""

    key: str
    way: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Judged):
    """One row of the plan as the page shows it."""

    kind: str
    place: int
    row: Row
    entry: Exercise | Technique | None
    steps: tuple[Step, ...] = ()

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
        return sides_of(self.entry)

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


def sides_of(entry: Exercise | Technique | None) -> list[tuple[str, str]]:
    """The sides something can be planned for, with their words."""
    may = entry.dose_sides if isinstance(entry, Exercise) else tuple(DoseSide)
    return [(side.value, SIDE_WORDS[side.value]) for side in may]


def lines(kind: str, boxes: Boxes, conditions: Collection[str]) -> list[Line]:
    """The rows of one list."""
    rows = rows_in(boxes.typed, kind)
    used = {row.get("key", "") for row in rows}
    return [
        Line(
            kind=kind,
            place=place,
            row=row,
            name=name_of(row),
            precaution=precaution(row, conditions),
            entry=LIBRARY.get(row.get("key", "")) or TECHNIQUES.get(row.get("key", "")),
            steps=tuple(_steps(row, used, conditions)),
        )
        for place, row in enumerate(rows)
    ]


def _steps(row: Row, used: Collection[str], conditions: Collection[str]) -> Iterator[Step]:
    """What may take the place of an exercise: what a precaution names instead, then easier, then harder."""
    for way, keys in _ways(row, conditions):
        for key in keys:
            one = LIBRARY[key]
            found = judge(conditions, key, one.contra)
            yield Step(key=key, way=way, name=name_of({"key": key}), precaution=found, chosen=key in used)


def _ways(row: Row, conditions: Collection[str]) -> list[tuple[str, tuple[str, ...]]]:
    exercise = LIBRARY.get(row.get("key", ""))
    if exercise is None:
        return []
    found = precaution(row, conditions)
    swap = (found.swap,) if found and found.swap else ()
    return [("instead", swap), ("easier", exercise.easier), ("harder", exercise.harder)]


def replaced(row: Row, key: str, conditions: Collection[str]) -> Row | None:
    """The row with one of its steps in place of its exercise; nothing for a key that is no step or not allowed.

    The leg stays where the new exercise can be done with it, the dose is the
    new one's usual dose, and why the line is in the plan stays with it. A
    reason against a precaution was given for the old exercise, and goes.
    """
    if key not in [one for _, keys in _ways(row, conditions) for one in keys]:
        return None
    exercise = LIBRARY[key]
    found = judge(conditions, key, exercise.contra)
    if found is not None and found.level is Level.ABSOLUTE:
        return None
    old = row.get("side", "")
    fresh = new_exercise(exercise, DoseSide(old) if old in SIDE_WORDS else None)
    return {**fresh, "because": row.get("because", "")}


def minutes(exercises: list[Line], conditions: Collection[str]) -> int:
    """About how many minutes a day the home program takes, from the lines that can be read."""
    total = Decimal(0)
    for line in exercises:
        planned = read_exercise(Boxes(_boxes_of(line)), line.place, line.row, conditions)
        if planned is not None:
            total += minutes_a_day(LIBRARY[planned.key], planned.dose, planned.side)
    return int(total.to_integral_value())


def _boxes_of(line: Line) -> Row:
    """The boxes of one line alone."""
    return {f"{line.id}-{name}": text for name, text in line.row.items()}
