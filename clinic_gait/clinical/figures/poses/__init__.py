"""The frames of every exercise figure, by the exercise's key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from clinic_gait.clinical.figures.poses import (
    balance,
    calf,
    hip,
    massage,
    mobility,
    squat,
    strength,
    three_way_bent,
    three_way_straight,
)
from clinic_gait.clinical.figures.spec import Pair

PAIRS: Mapping[str, Pair] = MappingProxyType(
    {
        key: pair
        for group in (
            calf,
            mobility,
            three_way_bent,
            three_way_straight,
            massage,
            strength,
            squat,
            hip,
            balance,
        )
        for key, pair in group.PAIRS.items()
    }
)
