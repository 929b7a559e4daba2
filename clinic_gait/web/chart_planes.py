"""The ankle of one visit in its three planes: left against right, and against the last time and the start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from uuid import UUID

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import gap
from clinic_gait.clinical.cutoffs import Flagged, reading_flagged
from clinic_gait.clinical.entry import number, shown, usable
from clinic_gait.clinical.measures import Measure, Quantity
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.web.comparing import Changed, changed, gap_flag
from clinic_gait.web.grid import unit_words

Past = Sequence[tuple[date, UUID, Reading]]
Key = tuple[str, Side]

#: The lunge stands first: it is taken under load, so where there is one it decides.
LUNGE = ("wblt_deg", "wblt_cm")
STRAIGHT, BENT = "df_ke_deg", "df_kf_deg"
REST = (
    ("Frontal: inward and outward", ("inv_deg", "ev_deg", "subtalar_mob")),
    ("Transverse: turning", ("tib_rot",)),
)
NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """What one leg's box says, with its changes since earlier visits and what a cut-off says of it."""

    value: str
    changes: tuple[Changed, ...] = ()
    flag: Flagged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaneRow:
    """One measure. ``lower`` is the leg with less; ``difference`` says how much, or why nothing can be said."""

    label: str
    unit: str = ""
    note: str = ""
    left: Leg
    right: Leg
    lower: Side | None = None
    difference: str = ""
    gap_flag: Flagged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """The rows of one plane."""

    name: str
    rows: tuple[PlaneRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Readings of the visit, the newest ones before it, and the oldest, each with its day; the cut-offs."""

    now: dict[Key, Reading]
    last: dict[Key, tuple[date, Reading]]
    first: dict[Key, tuple[date, Reading]]
    limits: Mapping[str, Threshold]


def planes(past: Past, visit_id: UUID, limits: Mapping[str, Threshold] = THRESHOLDS) -> tuple[Plane, ...]:
    """The three planes of a visit; empty when nothing of them was looked at in it. What is missing is not normal."""
    before = list(takewhile(lambda row: row[1] != visit_id, past))
    known = _Known(
        now={one.key: one for _, visit, one in past if visit == visit_id},
        last={one.key: (day, one) for day, _, one in before},
        first={one.key: (day, one) for day, _, one in reversed(before)},
        limits=limits,
    )
    shown_keys = {*LUNGE, STRAIGHT, BENT, *(key for _, keys in REST for key in keys)}
    if not any(key in shown_keys for key, _ in known.now):
        return ()
    rest = (Plane(name=name, rows=tuple(_row(key, known) for key in keys)) for name, keys in REST)
    return (Plane(name="Sagittal: bending up", rows=_sagittal(known)), *rest)


def _sagittal(known: _Known) -> tuple[PlaneRow, ...]:
    """The lunge, then dorsiflexion with the knee straight and bent and what bending gains."""
    taken = [key for key in LUNGE if any((key, leg) in known.now for leg in LEGS)]
    note = "taken under load, so it decides" if taken else "would decide: it is taken under load"
    lunges = [_row(key, known, note) for key in taken or LUNGE[:1]]
    return (*lunges, _row(STRAIGHT, known), _row(BENT, known), _gain_row(known))


def _row(key: str, known: _Known, note: str = "") -> PlaneRow:
    measure = CATALOGUE[key]
    left, right = (known.now.get((key, side)) for side in LEGS)
    lower, difference = _difference(measure, known)
    return PlaneRow(
        label=measure.label,
        unit=unit_words(measure),
        note=note,
        left=_leg(measure, Side.LEFT, known),
        right=_leg(measure, Side.RIGHT, known),
        lower=lower,
        difference=difference,
        gap_flag=gap_flag(measure, left, right, known.limits),
    )


def _leg(measure: Measure, side: Side, known: _Known) -> Leg:
    key = (measure.key, side)
    now, last, first = known.now.get(key), known.last.get(key), known.first.get(key)
    if now is None:
        return Leg(value=NOT_MEASURED)
    if now.absent is not None:
        return Leg(value=now.absent.words)
    value = shown(measure, now) if now.value is None else number(measure, now.value)
    changes = [changed(measure, last[1], now, "last", known.limits)] if last else []
    if first and last and first[0] != last[0]:
        changes.append(changed(measure, first[1], now, "start", known.limits))
    return Leg(value=value, changes=tuple(changes), flag=reading_flagged(now, known.limits))


def _difference(measure: Measure, known: _Known) -> tuple[Side | None, str]:
    """The leg with less and by how much, with what the measuring can get wrong; else why there is no difference."""
    left, right = (known.now.get((measure.key, side)) for side in LEGS)
    if left is None or right is None:
        return None, "" if left is right else "one side only"
    found = gap(measure, left, right, known.limits)
    if not found.comparable:
        return None, found.words.removeprefix("sides ")
    if not isinstance(measure, Quantity) or found.amount is None:
        return None, "alike" if left.code == right.code else "not alike"
    if found.lower_side is None:
        return None, "alike"
    return found.lower_side, found.judged


def _gain_row(known: _Known) -> PlaneRow:
    left, right = (Leg(value=_gain(side, known)) for side in LEGS)
    return PlaneRow(label="Gain of bending the knee", unit="deg", left=left, right=right)


def _gain(side: Side, known: _Known) -> str:
    """How much more the ankle bends with the knee bent, of readings taken in the same way."""
    straight, bent = known.now.get((STRAIGHT, side)), known.now.get((BENT, side))
    if straight is None or bent is None:
        return NOT_MEASURED
    if straight.value is None or bent.value is None:
        return "no value"
    if not (usable(CATALOGUE[STRAIGHT], straight) and usable(CATALOGUE[BENT], bent)):
        return "not confirmed"
    if straight.method != bent.method:
        return "measured in another way"
    gain = bent.value - straight.value
    said = number(CATALOGUE[BENT], abs(gain))
    return f"{said} less: look again" if gain < 0 else f"{said} more" if gain else "none"
