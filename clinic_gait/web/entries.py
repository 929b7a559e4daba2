"""The boxes of the visit form: what was typed into them, and what may be stored of it.

A box is named by its measure and side, ``wblt_cm.L``; what else belongs to it
hangs on that name: ``.method``, ``.absent``, ``.pain``, ``.trials`` and
``.confirm``. A box that a request does not carry at all is left alone; an
empty one says that there is no reading. Several numbers in the box itself
are its single readings, and a letter is the reason for having no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number, outside_usual, place, read_entry
from clinic_gait.clinical.measures import Derived, Measure, Quantity
from clinic_gait.clinical.units import BadEntry
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side
from clinic_gait.web.forms import cleaned
from clinic_gait.web.several import pointed, reason_of, several

Key = tuple[str, Side]

#: More is no entry of ours; the words in a box are never longer.
LONGEST_BOX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the boxes of one measure on one side."""

    value: str = ""
    method: str = ""
    absent: str = ""
    pain: str = ""
    trials: str = ""
    confirm: str = ""

    @property
    def blank(self) -> bool:
        """Nothing was entered; a method alone is no entry."""
        return not (self.value or self.absent or self.pain or self.trials)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a box cannot be stored as it is. ``check`` asks once, and the box may be confirmed."""

    sentence: str
    check: bool = False

    @property
    def beside(self) -> str:
        """The end of the sentence, enough for the eye beside the box, where the measure and the side are in sight."""
        return self.sentence.partition(": ")[2] or self.sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A form read through: all of it is stored, or with a problem in it nothing."""

    typed: dict[Key, Typed] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    erased: list[Key] = field(default_factory=list)
    problems: dict[Key, Problem] = field(default_factory=dict)

    def over(self, stored: Mapping[Key, Reading]) -> dict[Key, Reading]:
        """What today's readings would be; a box with a problem holds none."""
        gone = {*self.erased, *self.problems}
        return {key: one for key, one in {**stored, **by_key(self.readings)}.items() if key not in gone}


def sides_of(measure: Measure) -> tuple[Side, ...]:
    """The boxes of a measure: LEFT and RIGHT, or one."""
    return LEGS if measure.sided else (Side.NONE,)


def enterable() -> Iterator[Measure]:
    """The measures of the form: everything in use that is not worked out from something else."""
    return (one for one in CATALOGUE.values() if not one.retired and not isinstance(one, Derived))


def typed_in(form: Mapping[str, str], measures: Iterable[Measure] | None = None) -> dict[Key, Typed]:
    """The boxes that the request carries, of these measures or of all on the form."""
    return {
        (measure.key, side): _typed(form, measure, side)
        for measure in (enterable() if measures is None else measures)
        for side in sides_of(measure)
        if any(f"{measure.key}.{side.value}{part}" in form for part in ("", ".absent", ".trials"))
    }


def typed_of(measure: Measure, reading: Reading) -> Typed:
    """A stored reading as it stands in its boxes."""
    value = reading.code or ""
    if reading.value is not None:
        value = number(measure, reading.value)
    return Typed(
        value=value,
        method=reading.method or "",
        absent=reading.absent.value if reading.absent else "",
        pain="" if reading.pain is None else str(reading.pain),
        trials=" ".join(number(measure, trial) for trial in reading.trials),
        confirm=value if reading.confirmed else "",
    )


def read(typed: Mapping[Key, Typed], stored: Mapping[Key, Reading], *, decimal_comma: bool) -> Entries:
    """Read every box; what equals the stored reading is left as it is, to its last decimal."""
    entries = Entries(typed=dict(typed))
    for key, boxes in typed.items():
        measure, before = CATALOGUE[key[0]], stored.get(key)
        if before is not None and not boxes.method:
            boxes = replace(boxes, method=before.method or "")
        if before is not None and boxes == typed_of(measure, before):
            continue
        boxes = _told_apart(measure, boxes, decimal_comma)
        if boxes.blank:
            if before is not None:
                entries.erased.append(key)
            continue
        _read_one(entries, measure, key[1], boxes, decimal_comma)
    return entries


def by_key(readings: Iterable[Reading]) -> dict[Key, Reading]:
    """Readings by what names them."""
    return {reading.key: reading for reading in readings}


def _typed(form: Mapping[str, str], measure: Measure, side: Side) -> Typed:
    name = f"{measure.key}.{side.value}"
    own = cleaned(form.get(f"{name}.method", ""))
    shared = [cleaned(form.get(f"{measure.key}.method.{facet.name}", "")) for facet in measure.facets]
    return Typed(
        value=cleaned(form.get(name, "")),
        method=own or "; ".join(word for word in shared if word),
        absent=cleaned(form.get(f"{name}.absent", "")),
        pain=cleaned(form.get(f"{name}.pain", "")),
        trials=cleaned(form.get(f"{name}.trials", "")),
        confirm=cleaned(form.get(f"{name}.confirm", "")),
    )


def _told_apart(measure: Measure, boxes: Typed, decimal_comma: bool) -> Typed:
    """What a box holds beside a number, put where it belongs: several readings, or the letter of a reason."""
    if not isinstance(measure, Quantity) or boxes.absent or not boxes.value:
        return boxes
    if reason := reason_of(boxes.value):
        return replace(boxes, value="", absent=reason)
    # What was confirmed is the value as it was typed.
    sure = "yes" if boxes.confirm and boxes.confirm in (boxes.value, "yes") else ""
    readings = () if boxes.trials else several(measure, boxes.value)
    if readings:
        return replace(boxes, value="", trials=" ".join(readings), confirm=sure)
    return replace(boxes, value=pointed(boxes.value, decimal_comma=decimal_comma), confirm=sure)


def _read_one(entries: Entries, measure: Measure, side: Side, boxes: Typed, decimal_comma: bool) -> None:
    key = (measure.key, side)
    try:
        reading = _reading(measure, side, boxes, decimal_comma)
    except BadEntry as bad:
        entries.problems[key] = Problem(sentence=bad.reason)
        return
    if reading.value is not None and outside_usual(measure, reading.value) and not reading.confirmed:
        entries.problems[key] = Problem(sentence=_unusual(measure, side, reading), check=True)
        return
    entries.readings.append(reading)


def _reading(measure: Measure, side: Side, boxes: Typed, decimal_comma: bool) -> Reading:
    """The reading in the boxes of one side.

    :raises BadEntry: it cannot be stored.
    """
    if len(boxes.value) > LONGEST_BOX:
        raise _refuse(measure, side, boxes, f"too long, at most {LONGEST_BOX} characters")
    if boxes.absent and (boxes.value or boxes.trials):
        raise _refuse(measure, side, boxes, "there is a value and a reason for having none; keep one of them")
    if not (boxes.value or boxes.absent or boxes.trials):
        raise _refuse(measure, side, boxes, "pain is given, but no value and no reason for having none")
    if boxes.absent and boxes.absent not in [absent.value for absent in Absent]:
        raise _refuse(measure, side, boxes, "choose one of the reasons in the list")
    return read_entry(
        measure,
        side,
        boxes.absent or boxes.value,
        method=boxes.method or None,
        pain=boxes.pain or None,
        confirmed=bool(boxes.confirm) and boxes.confirm in (boxes.value or boxes.trials, "yes"),
        trials=_split(boxes.trials, decimal_comma),
        decimal_comma=decimal_comma,
    )


def _split(trials: str, decimal_comma: bool) -> tuple[str, ...]:
    """Single readings stand apart by blanks, slashes or semicolons, and by commas where a comma is no decimal sign."""
    return tuple(part for part in re.split(r"[\s;/]+" if decimal_comma else r"[\s;/,]+", trials) if part)


def _refuse(measure: Measure, side: Side, boxes: Typed, why: str) -> BadEntry:
    reason = f"{place(measure, side)}: {why}."
    return BadEntry(field=measure.label, side=side.word, typed=boxes.value, reason=reason)


def _unusual(measure: Measure, side: Side, reading: Reading) -> str:
    if not isinstance(measure, Quantity) or reading.value is None:
        return ""
    low, high = number(measure, measure.usual_low), number(measure, measure.usual_high)
    said = number(measure, reading.value)
    return f"{place(measure, side)}: {said} is unusual ({low} to {high} is usual). Is it correct?"
