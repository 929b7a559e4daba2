"""The lines of a plan while they are typed: rows that are added, moved and taken away, and what they mean.

A box is named by its list, its place and its field, ``x-0-sets``. ``x`` are the
home exercises, ``t`` what the hands do, ``g`` the goals.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from decimal import Decimal

from clinic_gait.care.plan import PlannedExercise, PlannedTechnique
from clinic_gait.clinical.conditions import Level, Precaution, judge
from clinic_gait.clinical.dose import LIMITS, Dose
from clinic_gait.clinical.exercises import LIBRARY, Exercise
from clinic_gait.clinical.techniques import MAITLAND, TECHNIQUES, Technique
from clinic_gait.clinical.units import Unit, plain, read_number
from clinic_gait.clinical.values import DoseSide, Side
from clinic_gait.web.boxes import Boxes

#: One row as typed: its fields without list and place.
Row = dict[str, str]

LISTS = ("x", "t", "g")
DOSE_FIELDS = tuple(field.name for field in fields(Dose))
REASON_LONGEST, DOSE_LONGEST, BECAUSE_LONGEST = 500, 200, 1000
_BOX = re.compile(r"([xtg])-([0-9]{1,3})-([a-z_]{1,20})", re.ASCII)
_TEMPO = re.compile(r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}", re.ASCII)


def rows_in(form: Mapping[str, str], kind: str) -> list[Row]:
    """The rows of one list that a form carries, in the order of their places."""
    rows: dict[int, Row] = {}
    for name, text in form.items():
        box = _BOX.fullmatch(name)
        if box and box[1] == kind:
            rows.setdefault(int(box[2]), {})[box[3]] = text
    return [rows[place] for place in sorted(rows)]


def boxed(kind: str, rows: Iterable[Row]) -> Row:
    """Rows as the boxes of a form again."""
    return {f"{kind}-{place}-{name}": text for place, row in enumerate(rows) for name, text in row.items()}


def exercise_row(planned: PlannedExercise) -> Row:
    """What stands in the boxes of a planned exercise."""
    kept = {"reason": planned.reason, "because": planned.because}
    return {"key": planned.key, "side": planned.side.value, **kept, **dose_row(planned.dose)}


def technique_row(planned: PlannedTechnique) -> Row:
    """What stands in the boxes of a planned technique."""
    minutes = "" if planned.minutes is None else str(planned.minutes)
    typed = {"grade": planned.grade, "minutes": minutes, "dose": planned.dose, "reason": planned.reason}
    return {"key": planned.key, "side": planned.side.value, "because": planned.because, **typed}


def new_exercise(exercise: Exercise, side: DoseSide | None) -> Row:
    """An exercise just added, with the library's dose as its starting values."""
    sides = exercise.dose_sides
    chosen = sides[0] if len(sides) == 1 else side
    return {"key": exercise.key, "side": chosen.value if chosen else "", "reason": "", **dose_row(exercise.dose)}


def new_technique(technique: Technique, side: DoseSide | None) -> Row:
    """A technique just added, with its usual dose in words. Minutes are never filled in."""
    typed = {"grade": "", "minutes": "", "dose": technique.dose, "reason": ""}
    return {"key": technique.key, "side": side.value if side else "", **typed}


def dose_row(dose: Dose) -> Row:
    """The numbers of a dose as typed; empty where the dose has none."""
    return {name: "" if value is None else str(value) for name, value in ((n, getattr(dose, n)) for n in DOSE_FIELDS)}


def name_of(row: Row) -> str:
    """What the row is called on a page."""
    if row.get("key") in LIBRARY:
        exercise = LIBRARY[row["key"]]
        return exercise.words("en", exercise.dose_sides[0]).name
    return TECHNIQUES[row["key"]].name if row.get("key") in TECHNIQUES else "This line"


def precaution(row: Row, conditions: Collection[str]) -> Precaution | None:
    """What the patient's conditions say about the row; a technique of grade V is a thrust too."""
    line = LIBRARY.get(row.get("key", "")) or TECHNIQUES.get(row.get("key", ""))
    return judge(conditions, line.key, line.contra, grade=row.get("grade", "")) if line else None


def read_exercise(boxes: Boxes, place: int, row: Row, conditions: Collection[str]) -> PlannedExercise | None:
    """The planned exercise in one row; nothing when a box of it is refused."""
    exercise = LIBRARY.get(row.get("key", ""))
    if exercise is None:
        boxes.slip(f"x-{place}-key", "There is no such exercise in the library. Take the line away.")
        return None
    side = _side(boxes, f"x-{place}", row, exercise.dose_sides)
    who = f"{name_of(row)}, {side.word if side else 'no side yet'}"
    dose = _dose(boxes, place, who)
    reason = _reason(boxes, f"x-{place}", row, who, conditions)
    because = _because(boxes, f"x-{place}", who)
    if side is None:
        return None
    return PlannedExercise(key=exercise.key, side=side, dose=dose, reason=reason, because=because)


def read_technique(boxes: Boxes, place: int, row: Row, conditions: Collection[str]) -> PlannedTechnique | None:
    """The planned technique in one row; nothing when a box of it is refused."""
    technique = TECHNIQUES.get(row.get("key", ""))
    if technique is None:
        boxes.slip(f"t-{place}-key", "There is no such technique. Take the line away.")
        return None
    side = _side(boxes, f"t-{place}", row, tuple(DoseSide))
    who = f"{technique.name}, {side.word if side else 'no side yet'}"
    grade = boxes.choice(f"t-{place}-grade", f"{who}: grade", MAITLAND) or ""
    minutes = boxes.whole(f"t-{place}-minutes", f"{who}: minutes", 1, 120)
    words = boxes.text(f"t-{place}-dose", f"{who}: dose", DOSE_LONGEST)
    told = {
        "reason": _reason(boxes, f"t-{place}", row, who, conditions),
        "because": _because(boxes, f"t-{place}", who),
    }
    if side is None:
        return None
    return PlannedTechnique(key=technique.key, side=side, grade=grade, minutes=minutes, dose=words, **told)


def _side(boxes: Boxes, where: str, row: Row, sides: tuple[DoseSide, ...]) -> DoseSide | None:
    chosen = row.get("side", "")
    if chosen in [side.value for side in sides]:
        return DoseSide(chosen)
    may = "it works both legs at once; choose Both" if len(sides) == 1 else "choose left, right or both"
    boxes.slip(f"{where}-side", f"{name_of(row)}: {may}.")
    return None


def _reason(boxes: Boxes, where: str, row: Row, who: str, conditions: Collection[str]) -> str:
    reason = boxes.text(f"{where}-reason", f"{who}: reason", REASON_LONGEST)
    found = precaution(row, conditions)
    if found is None:
        return reason
    because = "; ".join(found.reasons)
    if found.level is Level.ABSOLUTE:
        boxes.slip(f"{where}-key", f"{who}: may not be planned for this patient ({because}). Take the line away.")
    elif not reason:
        boxes.slip(f"{where}-reason", f"{who}: a precaution stands against it ({because}). Type why it is right here.")
    return reason


def _because(boxes: Boxes, where: str, who: str) -> str:
    """The rule and its values, as the line brought them along when it was taken from a suggestion."""
    return boxes.text(f"{where}-because", f"{who}: why it was suggested", BECAUSE_LONGEST)


def _dose(boxes: Boxes, place: int, who: str) -> Dose:
    """The dose in one row. An empty box means that the number does not belong to the exercise."""
    numbers = {name: _number(boxes, f"x-{place}-{name}", name, who) for name in LIMITS}
    tempo = boxes.text(f"x-{place}-tempo", f"{who}: tempo", 20) or None
    if tempo and not _TEMPO.fullmatch(tempo):
        boxes.slip(f"x-{place}-tempo", f"{who}: tempo: {tempo} is not seconds down, hold, up, such as 3-1-2.")
        tempo = None
    minutes = numbers.pop("minutes")
    whole = {name: None if number is None else int(number) for name, number in numbers.items()}
    if not any(whole.get(name) for name in ("sets", "reps", "hold_s", "distance_m")) and minutes is None:
        boxes.slip(f"x-{place}-sets", f"{who}: say how much: sets, times, seconds, minutes or meters.")
    return Dose(**whole, minutes=minutes, tempo=tempo)


def _number(boxes: Boxes, name: str, part: str, who: str) -> Decimal | None:
    limit = LIMITS[part]

    def reader(text: str) -> Decimal:
        return read_number(
            text,
            field=f"{who}: {limit.label}",
            side=Side.NONE,
            low=Decimal(limit.low),
            high=Decimal(limit.high),
            decimals=1 if part == "minutes" else 0,
            unit=Unit.COUNT,
            decimal_comma=boxes.decimal_comma,
        )

    number = boxes.read(name, reader)
    return None if number is None else Decimal(plain(number))
