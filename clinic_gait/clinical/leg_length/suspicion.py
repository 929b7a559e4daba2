"""Whether a difference may be of the bones or of posture: a suspicion with its ground, never a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clinic_gait.clinical.leg_length.difference import Difference
from clinic_gait.clinical.leg_length.methods import METHODS
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold

STRUCTURAL, FUNCTIONAL, OPEN = "structural", "functional", "open"

_EVEN_TRUE = (
    "True lengths are about even and apparent lengths are not: the cause may be functional, such as pelvic tilt or "
    "a hip contracture."
)
_FROM_MEMORY = "Weak: a textbook rule from memory, no study behind it."
_BY_HAND = (
    "Weak: raters agree with an ICC of 0.74 by blocks and 0.48 by tape (badii2014). A standing film settles it "
    "(brady2003)."
)
_ON_FILM = "Fair: a standing film is the reference (lldsr2021)."

#: What is said when, for whoever reads about it.
POINTS_TO = (
    f"Even true and uneven apparent lengths: functional, such as pelvic tilt or a hip contracture. {_FROM_MEMORY}",
    f"Two methods of true length that name the same leg: structural. {_BY_HAND} With film: {_ON_FILM}",
    f"Uneven by blocks and even by tape: open; compare standing and sitting. {_FROM_MEMORY}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """What the methods together point to: ``structural``, ``functional`` or ``open``, and how sure that is."""

    kind: str
    words: str
    ground: str


def suspicion(by_method: Mapping[str, Difference], limits: Mapping[str, Threshold] = THRESHOLDS) -> Suspicion | None:
    """What methods that do not contradict each other point to; nothing while they cannot tell.

    A difference below the clinic's first cut-off counts as even.

    :raises KeyError: a method that does not exist.
    """
    uneven = {key for key, one in by_method.items() if limits["lld_note_mm"].flags(one.mm)}
    even = by_method.keys() - uneven
    if "tape_true" in even and "tape_apparent" in uneven:
        return Suspicion(kind=FUNCTIONAL, words=_EVEN_TRUE, ground=_FROM_MEMORY)
    agreed = [key for key in METHODS if key in uneven and METHODS[key].true_length]
    if len(agreed) > 1 and len({by_method[key].short_side for key in agreed}) == 1:
        return _structural(by_method, agreed)
    if "block" in uneven and "tape_true" in even:
        return Suspicion(kind=OPEN, words=_standing_only(by_method["block"]), ground=_FROM_MEMORY)
    return None


def _structural(by_method: Mapping[str, Difference], agreed: list[str]) -> Suspicion:
    methods = " and ".join(METHODS[key].label.lower() for key in agreed)
    side = by_method[agreed[0]].short_side.word
    words = f"The {side} leg is the shorter one by {methods}: the cause may be structural."
    return Suspicion(kind=STRUCTURAL, words=words, ground=_ON_FILM if "imaging" in agreed else _BY_HAND)


def _standing_only(block: Difference) -> str:
    return (
        f"Standing, the {block.short_side.word} leg is the shorter one; the tape, lying down, finds them about even: "
        "compare standing and sitting."
    )
