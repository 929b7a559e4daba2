"""Our own English words for the three instruments that need no licence: PSFS, the pain rating and GROC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_MOST = "as much {} as can be"
_HOW_MUCH_7 = ("barely {}", "slightly {}", "somewhat {}", "clearly {}", "much {}", "very much {}", _MOST)
_HOW_MUCH_5 = ("slightly {}", "somewhat {}", "clearly {}", "much {}", _MOST)
_PAIN = "0 is no pain, 10 is the worst pain you can think of. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What to ask for one rating, and what the two ends of its scale mean."""

    ask: str
    low: str
    high: str


def _groc_labels(how_much: tuple[str, ...]) -> Mapping[int, str]:
    steps = tuple(enumerate(how_much, start=1))
    worse = {-step: words.format("worse") for step, words in reversed(steps)}
    return MappingProxyType({**worse, 0: "no change", **{step: words.format("better") for step, words in steps}})


def _pain(ask: str) -> Prompt:
    return Prompt(ask=_PAIN + ask, low="no pain", high="the worst pain you can think of")


#: Asked once, when the list is made.
PSFS_NAMING = "Which things do you want to do that your leg makes hard? Name 3 to 5 of them."

#: Asked for each activity of the list; ``{activity}`` is what the patient named.
PSFS_RATING = Prompt(
    ask="How well can you do this now: {activity}?",
    low="I cannot do it at all",
    high="as well as before the problem",
)

#: By the keys of the items: one rating, or now, best and worst.
NPRS_RATINGS: Mapping[str, Prompt] = MappingProxyType(
    {
        "rating": _pain("How bad is the pain?"),
        "now": _pain("How bad is the pain right now?"),
        "best": _pain("How bad was the pain at its best in the last week?"),
        "worst": _pain("How bad was the pain at its worst in the last week?"),
    }
)

GROC_ASK = "Think back to your first visit here. How is your leg now, next to how it was then?"

#: What every step is called, by the name of the version.
GROC_LABELS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {"15 point": _groc_labels(_HOW_MUCH_7), "11 point": _groc_labels(_HOW_MUCH_5)}
)
