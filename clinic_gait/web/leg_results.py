"""What the methods of a visit found, as the leg length page shows it, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinic_gait.care.lengths import difference_of, differences, missing
from clinic_gait.care.visit import LegLength
from clinic_gait.clinical import leg_length
from clinic_gait.clinical.leg_length import METHODS, Difference, Judgement, Method
from clinic_gait.clinical.values import Side
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web.context import gait
from clinic_gait.web.leg_boxes import APART_NOTE, spread, wanted

#: The words of the bands where there is little room.
SHORT_BANDS = {
    "within measurement error": "within error",
    "small": "small",
    "possibly important": "may matter",
    "large: refer": "refer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One method's result. ``difference`` is nothing while a part of it is missing."""

    one: LegLength

    @property
    def method(self) -> Method:
        """How it was measured."""
        return METHODS[self.one.method]

    @property
    def difference(self) -> Difference | None:
        """Short side and millimetres."""
        return difference_of(self.one)

    @property
    def missing(self) -> str:
        """What is still to be done before there is a difference."""
        return missing(self.one)

    @property
    def single(self) -> bool:
        """Whether a second reading of a leg is still missing."""
        few = min(len(self.one.left_trials), len(self.one.right_trials)) < wanted(self.one.method)
        return self.method.kind != "block" and few

    @property
    def uneasy(self) -> tuple[Side, ...]:
        """Legs whose two readings are so far apart that a third is worth taking."""
        pairs = ((Side.LEFT, self.one.left_trials), (Side.RIGHT, self.one.right_trials))
        return tuple(side for side, trials in pairs if len(trials) == 2 and spread(_numbers(trials)) > APART_NOTE)

    def of(self, side: Side) -> tuple[str, int] | None:
        """What the readings of a leg give, in mm, and how many they are."""
        left = side is Side.LEFT
        mm, trials = (self.one.left_mm, self.one.left_trials) if left else (self.one.right_mm, self.one.right_trials)
        return None if mm is None else (mm, max(len(trials), 1))


def _numbers(trials: tuple[str, ...]) -> list[Decimal]:
    return [Decimal(one) for one in trials]


def results(found: Mapping[str, LegLength]) -> dict[str, Found]:
    """What each method found, by its key, in the order of the page. A lift trial is not among them."""
    return {key: Found(one=found[key]) for key in METHODS if key in found}


def leading(seen: Mapping[str, Found]) -> Found | None:
    """The method that the band is taken from."""
    return next((seen[key] for key in leg_length.LEADING if key in seen and seen[key].difference is not None), None)


def judgement(visit: Visit, found: Mapping[str, LegLength]) -> Judgement | None:
    """What the methods say together; nothing while none has given a difference."""
    known = differences(found.values())
    if not known:
        return None
    surgery = any(one.measure == "recent_joint_surgery" and one.code == "yes" for one in visit.readings())
    return leg_length.judge(
        known,
        growing="growing_patient" in visit.episode.conditions,
        recent_surgery=surgery,
        limits=gait().limits,
    )


def previous(visit: Visit) -> tuple[date, dict[str, LegLength]] | None:
    """What the last signed visit found, by method; shown beside the boxes, never in them."""
    for other in visits_of(gait().session, visit.subject):
        if other.is_signed and (other.day, other.id) < (visit.day, visit.id) and other.leg_lengths():
            return other.day, {one.method: one for one in other.leg_lengths()}
    return None
