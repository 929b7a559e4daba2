"""Outcome measures: how they are scored, what their changes mean, and whose words they need.

No wording of a licensed form is in here. Prompts of our own are in
:mod:`.prompts`, the place for a clinic's licensed wording is :mod:`.wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from clinic_gait.clinical.outcomes import asked, knee, leg_and_foot
from clinic_gait.clinical.outcomes.activities import Rated, psfs_change
from clinic_gait.clinical.outcomes.answers import NOT_APPLICABLE, Answer
from clinic_gait.clinical.outcomes.change import error_words, outcome_change
from clinic_gait.clinical.outcomes.instrument import Formula, Instrument, Item, Mcid, Part, Version
from clinic_gait.clinical.outcomes.scoring import PartScore, Scored, lefs_percent, score, shown_score

__all__ = [
    "INSTRUMENTS",
    "NOT_APPLICABLE",
    "Answer",
    "Formula",
    "Instrument",
    "Item",
    "Mcid",
    "Part",
    "PartScore",
    "Rated",
    "Scored",
    "Version",
    "error_words",
    "lefs_percent",
    "outcome_change",
    "psfs_change",
    "score",
    "shown_score",
]

#: Every instrument by its key: leg and foot, knee, then what is asked in our own words.
INSTRUMENTS: Mapping[str, Instrument] = MappingProxyType(
    {one.key: one for one in (*leg_and_foot.ENTRIES, *knee.ENTRIES, *asked.ENTRIES)}
)
