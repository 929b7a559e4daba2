"""Conditions that limit treatment, and what they say of one exercise or technique."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from clinic_gait.clinical.conditions import absolute, caution
from clinic_gait.clinical.conditions.condition import Condition, Level

__all__ = ["CONDITIONS", "Condition", "Level", "Precaution", "UnknownCondition", "judge"]

#: Every condition by its key, those that block first.
CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {one.key: one for one in (*absolute.ENTRIES, *caution.ENTRIES)},
)

#: A technique recorded with this Maitland grade is a thrust as well.
_THRUST_GRADE = "V"


class UnknownCondition(KeyError):
    """A key that no condition has; it is never passed over, since it may be what forbids a treatment."""

    def __str__(self) -> str:
        return f"no condition {self.args[0]!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Precaution:
    """What the patient's conditions say of one exercise or technique.

    ``level`` is ``absolute`` (it cannot be added) or ``caution`` (only with a
    typed reason). ``reasons`` are words, ``conditions`` the keys behind them,
    ``swap`` an exercise to offer in its place.
    """

    level: Level
    reasons: tuple[str, ...]
    conditions: tuple[str, ...]
    swap: str | None = None


def judge(conditions: Iterable[str], key: str, contra_classes: Iterable[str], *, grade: str = "") -> Precaution | None:
    """The strictest that the conditions say, with every condition that says it; nothing when none does.

    ``grade`` is the Maitland grade the technique is recorded with, if any.

    :raises UnknownCondition: a condition that is not in the list.
    """
    classes = frozenset(contra_classes) | ({"thrust"} if grade.strip().upper() == _THRUST_GRADE else set())
    found = [(one, one.level_for(key, classes)) for one in map(_condition, dict.fromkeys(conditions))]
    for level in Level:
        held_by = [one for one, says in found if says is level]
        if held_by:
            return Precaution(
                level=level,
                reasons=tuple(one.words for one in held_by),
                conditions=tuple(one.key for one in held_by),
                swap=next((one.swap[key] for one in held_by if key in one.swap), None),
            )
    return None


def _condition(key: str) -> Condition:
    try:
        return CONDITIONS[key]
    except KeyError:
        raise UnknownCondition(key) from None
