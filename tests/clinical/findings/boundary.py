"""One cut-off as one rule uses it: facts on the line and on both sides of it, and what the rule answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import Answer, Side
from tests.clinical.findings.given import NO, PATIENT, YES, answers

D = Decimal
#: Just under, at and just over the line.
BELOW = (YES, NO, NO)
AT_MOST = (YES, YES, NO)
ABOVE = (NO, NO, YES)
AT_LEAST = (NO, YES, YES)
NOT_MOVED = D(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A rule on one side around the value of a cut-off, one step apart; the answers may be fewer at a scale's end.

    ``beside`` moves other cut-offs out of the way that would hide this one.
    """

    rule: str
    cutoff: str
    side: Side
    line: Decimal
    step: Decimal
    expected: tuple[Answer, ...]
    facts: Callable[[Decimal], Facts]
    beside: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.rule} {self.cutoff}"

    def found(self, moved: Decimal = NOT_MOVED) -> tuple[Answer, ...]:
        """The answers with the clinic's cut-off moved by so much."""
        limits = dict(THRESHOLDS)
        for key, value in self.beside.items():
            limits[key] = replace(limits[key], value=D(value))
        if self.cutoff in limits:
            limits[self.cutoff] = replace(limits[self.cutoff], value=limits[self.cutoff].value + moved)
        return tuple(self._at(place, limits) for place in range(len(self.expected)))

    def _at(self, place: int, limits: Mapping[str, Threshold]) -> Answer:
        return answers(self.facts(self.line + (place - 1) * self.step), limits)(self.rule, self.side)


def line(
    rule: str,
    cutoff: str,
    at: str,
    step: str,
    expected: tuple[Answer, ...],
    facts: Callable[[Decimal], Facts],
    *,
    side: Side = PATIENT,
    **beside: str,
) -> Boundary:
    """A boundary, its line and step as they are written in the table of cut-offs."""
    return Boundary(
        rule=rule, cutoff=cutoff, side=side, line=D(at), step=D(step), expected=expected, facts=facts, beside=beside
    )
