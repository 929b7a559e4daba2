"""A difference of the legs: a short side and millimetres, never a signed number on a page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Side, WrongSide


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Which leg is shorter and by how much; ``NONE`` and 0 when they are alike.

    :raises WrongSide: a difference without a side, or a side without a difference.
    """

    short_side: Side
    mm: Decimal

    def __post_init__(self) -> None:
        if self.mm < 0 or (self.short_side in LEGS) != (self.mm > 0):
            raise WrongSide(f"{plain(self.mm)} mm with short side {self.short_side.word}: name the shorter leg, or 0")

    @property
    def signed(self) -> Decimal:
        """Right minus left, in mm: plus when the left leg is the shorter one. For comparing, not for pages."""
        return -self.mm if self.short_side is Side.RIGHT else self.mm

    @property
    def words(self) -> str:
        """``left leg shorter by 8 mm``, or that no difference was found."""
        if self.short_side is Side.NONE:
            return "no difference found"
        return f"{self.short_side.word} leg shorter by {plain(self.mm)} mm"


def difference(left_mm: Decimal, right_mm: Decimal) -> Difference:
    """The shorter leg, from the length of each in mm."""
    if left_mm == right_mm:
        return Difference(short_side=Side.NONE, mm=Decimal(0))
    return Difference(short_side=Side.LEFT if left_mm < right_mm else Side.RIGHT, mm=abs(left_mm - right_mm))
