"""Every reference once, by its key; entries name them and never spell them out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from clinic_gait.clinical.sources import (
    billing,
    foot_and_function,
    legs_and_shoes,
    motion,
    outcomes,
    pages,
    safety,
    treatment,
    walking,
)
from clinic_gait.clinical.sources.source import Seen, Source

__all__ = ["SOURCES", "Seen", "Source"]

#: Every source by its key.
SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        one.key: one
        for one in chain(
            motion.ENTRIES,
            foot_and_function.ENTRIES,
            walking.ENTRIES,
            legs_and_shoes.ENTRIES,
            outcomes.ENTRIES,
            safety.ENTRIES,
            treatment.ENTRIES,
            billing.ENTRIES,
            pages.ENTRIES,
        )
    }
)
