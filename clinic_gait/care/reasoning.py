"""From a visit as it was recorded to the facts that the rules ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from clinic_gait.care.lengths import differences
from clinic_gait.care.visit import ShoeNote, VisitSnapshot
from clinic_gait.clinical import wells
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.values import Pair


def facts_of(
    visit: VisitSnapshot,
    *,
    open_flags: Iterable[str] | None = None,
    lifted: Iterable[str] = (),
    wells_score: int | None = None,
    pain_change: Decimal | None = None,
    weeks: int | None = None,
) -> Facts:
    """The facts of a visit. ``open_flags`` are those that hold now; without them the visit's own answers count.

    ``wells_score`` is one that was found elsewhere; where the ten answers of
    the visit make a score too, the larger counts.
    """
    return Facts(
        readings={one.key: one for one in visit.readings},
        answers=visit.screen.answers,
        open_flags=tuple(visit.screen.open_flags if open_flags is None else open_flags),
        lifted=tuple(lifted),
        lengths=differences(visit.leg_lengths),
        shoes=worn(visit.shoes),
        miles=most_miles(visit.shoes),
        age=visit.person.age_on(visit.day),
        wells_score=wells.score_of(visit.readings, wells_score),
        pain_change=pain_change,
        weeks=weeks,
    )


def worn(notes: Iterable[ShoeNote]) -> tuple[Pair[Mapping[str, int]], ...]:
    """Grades by zone of every pair that was looked at."""
    return tuple(Pair(left=note.left.zones, right=note.right.zones) for note in notes)


def most_miles(notes: Iterable[ShoeNote]) -> int | None:
    """The most miles of a pair; nothing where none were given."""
    return max((note.miles for note in notes if note.miles is not None), default=None)
