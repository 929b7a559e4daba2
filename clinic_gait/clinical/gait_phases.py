"""The phases of walking, in percent of one cycle from heel contact to heel contact of the same foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase; ``start`` and ``end`` are percent of the cycle, ``task`` what the leg has to do in it."""

    key: str
    label: str
    start: int
    end: int
    task: str

    @property
    def stance(self) -> bool:
        """Whether the foot is on the floor."""
        return self.end <= 62


_ENTRIES = (
    Phase(key="IC", label="initial contact", start=0, end=2, task="weight acceptance"),
    Phase(key="LR", label="loading response", start=2, end=12, task="weight acceptance"),
    Phase(key="MSt", label="mid stance", start=12, end=31, task="single-limb support"),
    Phase(key="TSt", label="terminal stance", start=31, end=50, task="single-limb support"),
    Phase(key="PSw", label="pre-swing", start=50, end=62, task="limb advance"),
    Phase(key="ISw", label="initial swing", start=62, end=75, task="limb advance"),
    Phase(key="MSw", label="mid swing", start=75, end=87, task="limb advance"),
    Phase(key="TSw", label="terminal swing", start=87, end=100, task="limb advance"),
)

#: Every phase by its short name, in the order of the cycle.
PHASES: Mapping[str, Phase] = MappingProxyType({one.key: one for one in _ENTRIES})

#: What is sure about the percentages and what is not.
NOTE = (
    "Normal heel rise happens in terminal stance. The exact limits 12, 31, 50, 62, 75 and 87 are from memory "
    "(Perry), unverified; read were 10, 30, 50 and 60 (phases), and stance 60 to swing 40 (perry_atlas)."
)
SOURCES_OF_PHASES = ("phases", "perry_atlas", "memory")
