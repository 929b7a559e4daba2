"""Readings of a case: what was seen on each leg, and what belongs to the patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import place, read_entry
from clinic_gait.clinical.measures import Deviation, Measure
from clinic_gait.clinical.units import BadEntry
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.exchange.case_faults import Place

#: What ``defaults: normal`` says was looked at and normal, beside every gait deviation.
NORMAL = {
    "talar_glide": "normal",
    "subtalar_mob": "normal",
    "tib_rot": "normal",
    "haglund": "no",
    "past_sprain": "no",
    "giving_way": "no",
    "drawer_pos": "no",
    "insertional_pain": "no",
    "pain_behind_knee": "no",
    "knee_unstable": "no",
    "squat_heel_rise": "none",
    "squat_depth": "full",
    "ta_strength": "5",
}
_METHOD = "_method"
_UNCONFIRMED = "_unconfirmed"


def normal_values() -> dict[str, str]:
    """Every item of ``defaults: normal``: the first step of each deviation, and the joint items."""
    deviations = {key: one.steps[0].code for key, one in CATALOGUE.items() if isinstance(one, Deviation)}
    return {**deviations, **NORMAL}


def read_leg(block: Mapping[str, Any], side: Side, normal: bool, at: Place) -> tuple[Reading, ...]:
    """The readings of one leg; what is null was not examined, even where the default is normal."""
    return tuple(_read({**(normal_values() if normal else {}), **block}, side, at.at(side.word)))


def read_patient_wide(block: Mapping[str, Any], at: Place) -> tuple[Reading, ...]:
    """The readings that have no side."""
    return tuple(_read(block, Side.NONE, at))


def _read(block: Mapping[str, Any], side: Side, at: Place) -> Iterator[Reading]:
    methods = block.get(_METHOD) or {}
    unconfirmed = block.get(_UNCONFIRMED) or ()
    typed = {key: value for key, value in block.items() if not key.startswith("_") and value is not None}
    _all_read(methods, _METHOD, block, at)
    _all_read(unconfirmed, _UNCONFIRMED, block, at)
    for key, value in typed.items():
        measure = CATALOGUE[key]
        reading = _reading(measure, side, value, methods.get(key), key not in unconfirmed, at.at(measure.label))
        if reading is not None:
            yield reading


def _all_read(named: Any, where: str, block: Mapping[str, Any], at: Place) -> None:
    for key in named:
        if key not in block:
            at.at(where, CATALOGUE[key].label).fault("names a measure that is not recorded here")


def _reading(
    measure: Measure, side: Side, value: Any, method: str | None, confirmed: bool, at: Place
) -> Reading | None:
    typed = as_typed(value)
    try:
        return read_entry(measure, side, typed, method=method, confirmed=confirmed, decimal_comma=True)
    except BadEntry as bad:
        reason = bad.reason.removeprefix(f"{place(measure, side)}: ")
        at.refuse(side="patient" if side is Side.NONE else side.word, field=measure.key, typed=typed, reason=reason)
        return None


def as_typed(value: Any) -> str:
    """An entry of a file as a person would type it: ``yes`` and ``no`` for true and false."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return format(value, "f") if isinstance(value, Decimal) else str(value)
