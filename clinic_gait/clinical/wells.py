"""The clot score (Wells, two levels, 2003): ten questions, one total, never used to clear a patient.

Either way a therapist who suspects a clot refers, and the score goes into the
letter. Older versions say surgery within 4 weeks and leave the past clot out.

Source: wells2003, nice_dvt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import Reading

TITLE = "Clot score (Wells)"
#: Keys of the ten questions begin with it.
PREFIX = "wells_"

#: The points of a yes, by question.
ITEMS: Mapping[str, int] = MappingProxyType(
    {
        "active_cancer": 1,
        "paralysis_or_cast": 1,
        "bed_3d_or_surgery_12w": 1,
        "deep_vein_tender": 1,
        "whole_leg_swollen": 1,
        "calf_3cm_bigger": 1,
        "pitting_edema_one_leg": 1,
        "collateral_veins": 1,
        "past_dvt": 1,
        "other_dx_as_likely": -2,
    }
)

#: The measures that keep the answers, in the order in which they are asked.
KEYS = tuple(PREFIX + item for item in ITEMS)

NEVER_CLEARS = "It never clears a patient: whoever suspects a clot refers, and the score goes into the letter."


def score(answers: Mapping[str, bool | None]) -> int | None:
    """The points of the answers by question, -2 to 9; nothing until all ten are answered."""
    given = {item: answers.get(item) for item in ITEMS}
    if None in given.values():
        return None
    return sum(points for item, points in ITEMS.items() if given[item])


def answers(readings: Iterable[Reading]) -> dict[str, bool | None]:
    """The answers of a visit by question; what was not asked, or could not be answered, is nothing."""
    said = {one.measure.removeprefix(PREFIX): one.code for one in readings if one.measure in KEYS}
    return {item: {"yes": True, "no": False}.get(said.get(item) or "") for item in ITEMS}


def score_of(readings: Iterable[Reading], given: int | None = None) -> int | None:
    """The score of a visit: of its ten answers, or the one that was ``given``; the larger counts where both are."""
    found = [one for one in (score(answers(readings)), given) if one is not None]
    return max(found, default=None)


def likely_words(
    readings: Iterable[Reading], limits: Mapping[str, Threshold] = THRESHOLDS, given: int | None = None
) -> str:
    """``Wells score 3: a clot is likely``; empty when the score is lower, or not known."""
    found = score_of(readings, given)
    if found is None or not limits["wells_likely"].flags(Decimal(found)):
        return ""
    return f"Wells score {found}: a clot is likely"


def words(readings: Iterable[Reading], limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """What the answers so far amount to, in a sentence or two; empty while none was given."""
    readings = tuple(readings)
    asked = [answer for answer in answers(readings).values() if answer is not None]
    if not asked:
        return ""
    found = score_of(readings)
    if found is None:
        return f"{len(asked)} of {len(ITEMS)} answered: no score until all are."
    likely = likely_words(readings, limits) or f"Wells score {found}: under {plain(limits['wells_likely'].value)}"
    return f"{likely}. {NEVER_CLEARS}"
