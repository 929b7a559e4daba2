"""What the findings of the newest visit may mean, and what of it cannot be told yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from clinic_gait.clinical.findings.reasoning import Holds
from clinic_gait.records.visit import Visit
from clinic_gait.web.context import gait
from clinic_gait.web.reasoned import reasoned
from clinic_gait.web.why import Card, Unknown, cards, unknowns


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The findings of one visit, with what they stop."""

    visit: Visit
    cards: list[Card]
    unknowns: list[Unknown]
    holds: Holds


def newest(visits: Sequence[Visit], measured: Collection[UUID]) -> Visit | None:
    """The visit to reason about: today's draft or the last signed one, of those in which something was measured.

    An older draft counts only where there is nothing else.
    """
    today = gait().today()
    sure = [one for one in visits if one.is_signed or one.day == today]
    filled = [one for one in visits if one.id in measured]
    return next((one for one in filled if one in sure), None) or next(iter(filled or sure or visits), None)


def meaning(visit: Visit) -> Meaning:
    """The cards of a visit. A hold hides no finding."""
    found = reasoned(visit)
    return Meaning(visit=visit, cards=cards(found, gait().limits), unknowns=unknowns(found), holds=found.holds)
