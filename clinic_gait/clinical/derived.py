"""What is worked out from other entries and never typed. Whatever is missing makes the result unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from clinic_gait.clinical.catalogue import measure
from clinic_gait.clinical.compare import gap
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.values import Reading

#: The six items of the foot posture total.
FPI_PARTS = ("fpi_talar_head", "fpi_malleolar_curve", "fpi_heel", "fpi_midfoot_bulge", "fpi_arch", "fpi_forefoot")

#: The five parts of the lateral step-down score.
LSD_PARTS = ("lsd_arms", "lsd_trunk", "lsd_pelvis", "lsd_knee", "lsd_steady")


def fpi6(parts: Mapping[str, Decimal | None]) -> Decimal | None:
    """Foot posture total of one foot from its six items, -12 to 12; nothing when one is missing."""
    return _total(parts, FPI_PARTS)


def lsd_score(parts: Mapping[str, Decimal | None]) -> Decimal | None:
    """Step-down score of one leg from its five parts, 0 to 6; nothing when one is missing."""
    return _total(parts, LSD_PARTS)


#: A mean of fewer readable steps than this is too near zero for a percentage: one step more or less would turn it.
LEAST_STEPS = 10


def symmetry_index(left: Decimal | None, right: Decimal | None, *, step: Decimal = Decimal("0.1")) -> Decimal | None:
    """How far the legs are apart, in percent of their mean; 0 is even, plus means that the right one is larger.

    Nothing when a side is missing or below zero, or when the mean is less than
    :data:`LEAST_STEPS` times the finest reading of the measure, its ``step``:
    near zero a percentage explodes and says nothing.

    Source: si_table, ``(R - L) / (0.5 * (R + L)) * 100``.

    >>> symmetry_index(Decimal(8), Decimal(12))
    Decimal('40')
    """
    if left is None or right is None or min(left, right) < 0 or left + right < 2 * LEAST_STEPS * step:
        return None
    return (right - left) * 200 / (right + left)


def step_length_asym(left: Reading | None, right: Reading | None) -> Decimal | None:
    """Step length asymmetry in percent; nothing unless both step lengths can be used."""
    step_length = measure("step_len_cm")
    if left is None or right is None or not gap(step_length, left, right).comparable:
        return None
    step = step_length.step if isinstance(step_length, Quantity) else Decimal(1)
    return symmetry_index(left.value, right.value, step=step)


def pain_change_nprs(start: Reading | None, now: Reading | None) -> Decimal | None:
    """Worst pain now less worst pain at the start, in points; nothing when one is missing."""
    if start is None or now is None or start.value is None or now.value is None:
        return None
    return now.value - start.value


def weeks_in_plan(start: date, day: date) -> int:
    """Whole weeks from the day a plan began.

    :raises ValueError: ``day`` lies before ``start``.
    """
    if day < start:
        raise ValueError(f"{day} lies before the start of the plan, {start}")
    return (day - start).days // 7


def _total(parts: Mapping[str, Decimal | None], needed: tuple[str, ...]) -> Decimal | None:
    values = [value for key in needed if (value := parts.get(key)) is not None]
    return sum(values, Decimal(0)) if len(values) == len(needed) else None
