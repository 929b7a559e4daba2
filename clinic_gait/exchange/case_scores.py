"""Outcome scores of a case: checked, and said to be kept out, as the record has no place for them but pain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clinic_gait.clinical.units import BadEntry, Unit, plain, read_number
from clinic_gait.clinical.values import Side
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_readings import as_typed
from clinic_gait.exchange.case_shape import PAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A questionnaire: the range of its score, how many items it has, and what one item can be."""

    low: int
    high: int
    items: tuple[int, int] | None = None
    points: tuple[int, int] = (0, 0)
    parts: tuple[str, ...] = ()


#: Ranges and items as published; no wording of any questionnaire is here.
SCORES = {
    "lefs": Score(low=0, high=80, items=(20, 20), points=(0, 4)),
    "koos": Score(low=0, high=100, items=(42, 42), points=(0, 4), parts=("pain", "symptoms", "adl", "sport", "qol")),
    "faam_adl": Score(low=0, high=100, items=(21, 21), points=(0, 4)),
    "faam_sport": Score(low=0, high=100, items=(8, 8), points=(0, 4)),
    "akps": Score(low=0, high=100, items=(13, 13), points=(0, 10)),
    "psfs": Score(low=0, high=10, items=(3, 5), points=(0, 10)),
    "lysholm": Score(low=0, high=100, items=(8, 8), points=(0, 25)),
    "groc": Score(low=-7, high=7),
}


def kept_out(scores: Mapping[str, Any], place: Place) -> Iterator[str]:
    """A sentence for every sound score that the record has no place for; faults go to ``place``."""
    for key, value in scores.items():
        if key in PAIN or value is None:
            continue
        before = len(place.faults)
        shown = _checked(SCORES[key], key, value, place.at(key))
        if len(place.faults) == before:
            yield f"{', '.join(place.where)}: {key} {shown} (the record keeps no questionnaire score yet)"


def _checked(score: Score, key: str, value: Any, place: Place) -> str:
    if isinstance(value, Mapping):
        return _parts(score, key, value, place)
    if isinstance(value, list):
        return _items(score, key, value, place)
    if score.parts:
        place.refuse(side="patient", field=key, typed=value, reason=f"has no total; give {', '.join(score.parts)}")
        return ""
    return _number(value, key, (score.low, score.high), place)


def _parts(score: Score, key: str, parts: Mapping[str, Any], place: Place) -> str:
    for part, value in parts.items():
        if part not in score.parts:
            known = ", ".join(score.parts) or "none"
            place.refuse(side="patient", field=key, typed=part, reason=f"there is no part {part!r}; parts: {known}")
        elif value is not None:
            _number(value, key, (score.low, score.high), place.at(part))
    return ", ".join(f"{part} {value}" for part, value in parts.items())


def _items(score: Score, key: str, items: list[Any], place: Place) -> str:
    if score.items is None or not score.items[0] <= len(items) <= score.items[1]:
        wanted = "one number" if score.items is None else " to ".join(map(str, dict.fromkeys(score.items))) + " items"
        place.refuse(side="patient", field=key, typed=items, reason=f"a list of {len(items)}; give {wanted}")
        return ""
    for at, value in enumerate(items):
        if value is not None:
            _number(value, key, score.points, place.at(f"number {at + 1}"))
    return f"items {' '.join('-' if value is None else str(value) for value in items)}"


def _number(value: Any, key: str, limits: tuple[int, int], at: Place) -> str:
    low, high = (Decimal(limit) for limit in limits)
    typed = as_typed(value)
    try:
        score = read_number(
            typed, field=key, side=Side.NONE, low=low, high=high, decimals=1, unit=Unit.POINTS, decimal_comma=True
        )
    except BadEntry as bad:
        at.refuse(side="patient", field=key, typed=typed, reason=bad.reason.removeprefix(f"{key}: "))
        return ""
    return plain(score)
