"""What a cut-off is: its value, which side of it is flagged, how sure it is, and what a clinic may set instead."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from clinic_gait.clinical.units import Unit, plain


class BadThreshold(ValueError):
    """A cut-off that does not exist, or cannot be what it was set to; its text says what would be right."""


class Direction(str, Enum):
    """On which side of the value the flag stands."""

    BELOW = "below"
    AT_MOST = "at_most"
    ABOVE = "above"
    AT_LEAST = "at_least"


class Strength(str, Enum):
    """How good the ground for a cut-off is."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONVENTION = "convention"
    INFERENCE = "inference"

    @property
    def words(self) -> str:
        """As it stands beside a value."""
        return _STRENGTH_WORDS[self]


_STRENGTH_WORDS = {
    Strength.STRONG: "strong evidence",
    Strength.MODERATE: "moderate evidence",
    Strength.WEAK: "weak evidence",
    Strength.CONVENTION: "our convention",
    Strength.INFERENCE: "our own conclusion",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A cut-off: flagged ``below``, ``at_most``, ``above`` or ``at_least`` its value.

    A clinic may set it anywhere from ``low`` to ``high``, both included;
    ``default`` is what it is until then.
    """

    key: str
    value: Decimal
    default: Decimal
    low: Decimal
    high: Decimal
    unit: Unit
    direction: Direction
    strength: Strength
    sources: tuple[str, ...]
    note: str = ""

    @property
    def changed(self) -> bool:
        """Whether the clinic has set a value of its own."""
        return self.value != self.default

    @property
    def amount(self) -> str:
        """The value with its unit, never rounded: ``7.5 cm``, ``grade 5``."""
        return self._said(plain(self.value))

    @property
    def span(self) -> str:
        """What a clinic may set, in words: ``-10 to 20 deg``, ``grade 3 to 5``."""
        return self._said(f"{plain(self.low)} to {plain(self.high)}")

    def flags(self, value: Decimal) -> bool:
        """Whether this number, as entered and not as rounded for a page, is flagged."""
        match self.direction:
            case Direction.BELOW:
                return value < self.value
            case Direction.AT_MOST:
                return value <= self.value
            case Direction.ABOVE:
                return value > self.value
            case Direction.AT_LEAST:
                return value >= self.value

    def _said(self, words: str) -> str:
        return f"grade {words}" if self.unit is Unit.GRADE else f"{words}{self.unit.said}"
