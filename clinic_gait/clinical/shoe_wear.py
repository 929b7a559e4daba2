"""Shoe wear: the zones of a shoe, their grades, and the sentence they make.

A zone that was not graded was not looked at; it is not zero. Wear is a clue
among others and never a finding on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """One place on a shoe. ``inside`` is toward the other foot; ``tapped`` zones are drawn, the rest are a list."""

    key: str
    label: str
    region: str
    tapped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern of wear and what some take it for; a clue only."""

    key: str
    seen: str
    meaning: str
    sources: tuple[str, ...]


_REGIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "outsole": {
            "heel_lateral": "outside heel",
            "heel_central": "middle heel",
            "heel_medial": "inside heel",
            "midfoot_lateral": "outside midfoot",
            "midfoot_medial": "inside midfoot",
            "forefoot_lateral": "outside forefoot",
            "forefoot_central": "middle forefoot",
            "forefoot_medial": "inside forefoot",
            "toe_lateral": "outside toe",
            "toe_medial": "inside toe",
        },
        "heel counter": {
            "counter_medial": "inside heel counter",
            "counter_lateral": "outside heel counter",
            "counter_collapse": "heel counter collapsed",
            "counter_loose": "heel counter loose",
        },
        "midsole": {
            "crease_medial": "inside midsole crease",
            "crease_lateral": "outside midsole crease",
            "compress_medial_heel": "inside heel midsole flattened",
            "compress_lateral_heel": "outside heel midsole flattened",
        },
        "upper": {
            "bulge_medial": "upper bulges inside",
            "bulge_lateral": "upper bulges outside",
            "toe_box_hole": "hole over the toes",
            "heel_lining_hole": "hole in the heel lining",
        },
        "insole": {
            "heel_print": "heel print",
            "met_head_print": "ball-of-foot print",
            "hallux_print": "big-toe print",
        },
    }
)

_COUNTER_WALLS = ("counter_medial", "counter_lateral")

#: Every zone by its key, from heel to toe and from the sole inward.
ZONES: Mapping[str, Zone] = MappingProxyType(
    {
        key: Zone(key=key, label=label, region=region, tapped=region == "outsole" or key in _COUNTER_WALLS)
        for region, zones in _REGIONS.items()
        for key, label in zones.items()
    }
)

#: The grades, from 0.
GRADES: Mapping[int, str] = MappingProxyType({0: "none", 1: "light", 2: "moderate", 3: "heavy or through"})

#: How the heel counter stands, seen from behind; in is toward the other foot.
COUNTER_LEANS: Mapping[str, str] = MappingProxyType(
    {"upright": "upright", "leans_in": "leans in", "leans_out": "leans out"}
)

#: A zone is uneven when the two shoes differ by this many grades.
UNEVEN = 2

PATTERNS = (
    Pattern(
        key="typical",
        seen="outside heel 1 or 2 with middle or inside forefoot 1 or 2",
        meaning="a common pattern",
        sources=("thelifetime", "biologyinsights"),
    ),
    Pattern(
        key="medial_heel_outsole",
        seen="inside heel worn most",
        meaning="possibly prolonged pronation or toe-out",
        sources=("biologyinsights",),
    ),
    Pattern(
        key="medial_heel_counter",
        seen="inside heel counter 2 or 3",
        meaning="the heel tips out or leans in; a clinic article links it to a stiff ankle, no study found tests it",
        sources=("seed_gaithappens", "thelifetime"),
    ),
    Pattern(
        key="excess_lateral_heel",
        seen="outside heel worn far more than usual",
        meaning="hard heel strike, supinated foot or wide swing",
        sources=("dor2017",),
    ),
    Pattern(
        key="lateral_forefoot",
        seen="outside forefoot worn most",
        meaning="push-off on the outer foot; check the big toe",
        sources=("dor2017", "thelifetime"),
    ),
    Pattern(
        key="forefoot_heavy_no_heel",
        seen="forefoot worn, heel not",
        meaning="early heel rise, forefoot strike or long time on the toes",
        sources=("memory",),
    ),
    Pattern(
        key="toe_scuff",
        seen="toe worn or scuffed",
        meaning="toe drag; screen the strength that lifts the foot",
        sources=("memory",),
    ),
    Pattern(
        key="asymmetric",
        seen="any zone differs by 2 grades or more between the shoes",
        meaning="check leg length, old injury, habit",
        sources=("seed_gaithappens", "memory"),
    ),
)

#: Stands beside every pattern (dor2017, which cites Vernon and Potter 2004).
CAVEAT = "There is very little research on wear, and no pattern belongs to one condition. Never a finding on its own."

#: Stands beside the miles (nycustom, spb2017).
MILEAGE_NOTE = "300 to 500 miles is a habit, not a proven limit."


def words(
    left: Mapping[str, int], right: Mapping[str, int], left_lean: str | None = None, right_lean: str | None = None
) -> str:
    """The sentence that grades by zone and the leans of the counters make; empty when nothing was looked at.

    :raises KeyError: a zone, a grade or a lean that does not exist.
    """
    if not (left or right or left_lean or right_lean):
        return ""
    parts = [f"Left: {_shoe(left, left_lean)}.", f"Right: {_shoe(right, right_lean)}."]
    uneven = uneven_zones(left, right)
    if uneven:
        named = ", ".join(f"{ZONES[key].label} (left {left[key]}, right {right[key]})" for key in uneven)
        parts.append(f"Uneven: {named}.")
    return " ".join(parts)


def wear_gap_max(left: Mapping[str, int], right: Mapping[str, int]) -> int | None:
    """The largest difference of a zone that was graded on both shoes; nothing when none was."""
    return max((abs(left[key] - right[key]) for key in _both(left, right)), default=None)


def uneven_zones(left: Mapping[str, int], right: Mapping[str, int]) -> tuple[str, ...]:
    """Zones graded on both shoes that differ by :data:`UNEVEN` grades or more."""
    return tuple(key for key in _both(left, right) if abs(left[key] - right[key]) >= UNEVEN)


def _both(left: Mapping[str, int], right: Mapping[str, int]) -> Iterable[str]:
    return (key for key in ZONES if key in left and key in right)


def _shoe(zones: Mapping[str, int], lean: str | None) -> str:
    worn: dict[int, list[str]] = {}
    for key, grade in sorted(zones.items(), key=lambda item: tuple(ZONES).index(ZONES[item[0]].key)):
        worn.setdefault(grade, []).append(ZONES[key].label)
    parts = [f"{GRADES[grade]}: {', '.join(worn[grade])}" for grade in sorted(worn, reverse=True) if grade]
    if not parts:
        looked_at = f"no wear in {len(zones)} zone{'' if len(zones) == 1 else 's'} looked at"
        parts = [looked_at if zones else "no zone looked at"]
    if lean:
        parts.append(f"heel counter {COUNTER_LEANS[lean]}")
    return "; ".join(parts)
