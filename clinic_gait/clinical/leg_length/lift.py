"""A lift trial: a lift put under one foot for a few minutes, and what gait and pain did. Never a way to measure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Under this name a trial is kept beside the methods; it says nothing of a difference.
LIFT_TRIAL = "lift_trial"

#: What the gait did with the lift, by the word that is stored.
LIFT_GAIT: Mapping[str, str] = MappingProxyType(
    {"better": "gait better", "no_change": "gait the same", "worse": "gait worse"}
)

#: What the pain did with the lift.
LIFT_PAIN: Mapping[str, str] = MappingProxyType(
    {"pain_less": "pain less", "pain_same": "pain the same", "pain_more": "pain more"}
)

#: When a lift is weighed at all.
LIFT_ONLY_IF = (
    "a structural difference that two methods agree on",
    "10 mm or more",
    "symptoms that fit",
    "the therapist decides; the program never suggests a lift or its height",
)

#: How a trial ends, and how much room a shoe has.
LIFT_NOTES = (
    "Stop if pain rises or the pelvis over-corrects (a habit, unverified).",
    "Inside a shoe there is room for about 10 mm (3/8 in); more goes on the outside of the sole, full length (nolaro).",
)


def lift_response(gait: str, pain: str) -> str:
    """Both answers as one stored word; empty while neither was given."""
    return " ".join(filter(None, (gait, pain)))


def lift_words(response: str) -> str:
    """``gait better, pain less``; a word that this version does not know is never passed over in silence."""
    known = {**LIFT_GAIT, **LIFT_PAIN}
    return ", ".join(known.get(word, word.replace("_", " ")) for word in response.split())
