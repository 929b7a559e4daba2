"""The patient's own activities at two visits: only the same activities are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from clinic_gait.clinical.compare import Change, Verdict
from clinic_gait.clinical.outcomes.answers import Mark
from clinic_gait.clinical.outcomes.asked import PSFS
from clinic_gait.clinical.outcomes.change import error_figure, weigh
from clinic_gait.clinical.outcomes.scoring import score
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import BadEntry
from clinic_gait.clinical.values import Side

#: An activity as the patient named it, and its rating; nothing when it was not rated.
Rated = tuple[str, Mark | None]

#: The error of a single activity, at 90% (psfs_form); the mean of 3 or more has a smaller one.
SINGLE = Decimal(3)
_FEWEST = 3


def psfs_change(
    before: Sequence[Rated], now: Sequence[Rated], *, thresholds: Mapping[str, Threshold] = THRESHOLDS
) -> Change:
    """What became of the mean over the activities that were rated both times.

    Names are the same whatever their order, case and spaces. With fewer than
    three activities rated both times the error of a single activity counts,
    which is the larger one.

    :raises BadEntry: not 3 to 5 activities, one without a name or named twice, or a rating that is not an option.
    """
    for given, name in ((before, "before"), (now, "now")):
        if not given:
            return _not_comparable(f"{name} without a score")
    earlier, later = _ratings(before), _ratings(now)
    if earlier.keys() != later.keys():
        return _not_comparable("another list of activities")
    pairs = [(one, two) for key, one in earlier.items() if one is not None and (two := later[key]) is not None]
    if not pairs:
        return _not_comparable("no activity was rated both times")
    amount = (sum((two - one for one, two in pairs), Decimal(0)) / len(pairs)).quantize(Decimal("0.0001"))
    return _weighed(amount, len(pairs), len(earlier), thresholds)


def _weighed(amount: Decimal, rated: int, named: int, thresholds: Mapping[str, Threshold]) -> Change:
    error = error_figure(PSFS.part(), thresholds)
    if error is not None and rated < _FEWEST:
        error = replace(error, value=max(error.value, SINGLE))
    found = weigh(amount, error, PSFS.better)
    over = f"mean of {rated} activities" if rated == named else f"over {rated} of {named} activities"
    return replace(found, words=f"{found.words}; {over}")


def _ratings(given: Sequence[Rated]) -> dict[str, Decimal | None]:
    """The ratings by name, checked as a form would be."""
    score(PSFS, [rating for _, rating in given])
    found: dict[str, Decimal | None] = {}
    for name, rating in given:
        key = " ".join(name.split()).casefold()
        if not key or key in found:
            why = f"{name.strip()} is named twice" if key else "an activity has no name"
            raise BadEntry(field=PSFS.short, side=Side.NONE.word, typed=name, reason=f"{PSFS.short}: {why}.")
        found[key] = None if rating is None else Decimal(rating)
    return found


def _not_comparable(why: str) -> Change:
    return Change(verdict=Verdict.NOT_COMPARABLE, words=f"not comparable: {why}")
