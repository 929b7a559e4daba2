"""Every rule once, by its key. Each is a prompt for the therapist to confirm."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from clinic_gait.clinical.findings.rule import Rule
from clinic_gait.clinical.findings.rules import (
    ankle_joints,
    complaint,
    data_quality,
    dorsiflexion,
    legs_and_shoes,
    movement,
    safety,
    walking,
)

__all__ = ["RULES"]

#: Every rule by its key, what stops treatment first.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        one.key: one
        for one in chain(
            safety.ENTRIES,
            data_quality.ENTRIES,
            dorsiflexion.ENTRIES,
            ankle_joints.ENTRIES,
            walking.ENTRIES,
            legs_and_shoes.ENTRIES,
            movement.ENTRIES,
            complaint.ENTRIES,
        )
    }
)
