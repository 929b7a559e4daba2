"""Leg length differences, worked out from the leg length notes; the numbers themselves are typed there."""

from __future__ import annotations

from clinic_gait.clinical.measures import Derived, Posture
from clinic_gait.clinical.units import Unit

ENTRIES = (
    Derived(
        key="lld_block_mm",
        label="Block test: lift under the short side",
        sided=False,
        posture=Posture.STANDING,
        how=(
            "Standing, knees straight, feet hip width. The height of the blocks under the short side that make the "
            "iliac crests level."
        ),
        note=(
            "The preferred clinical method. Never a signed number: millimeters and the foot the block is under, which "
            "is the short side. Too coarse to follow growth or change (sabharwal2008)."
        ),
        typical="0",
        limited="10 or more",
        reliability="inter-rater ICC 0.737",
        sources=("badii2014", "lldsr2021", "brady2003", "sabharwal2008"),
        unit=Unit.MM,
        computed_from=("block",),
    ),
    Derived(
        key="lld_tape_mm",
        label="True leg length difference by tape (right minus left)",
        sided=False,
        posture=Posture.LYING,
        how=(
            "Lying, tape from the front bump of the pelvis to the tip of the inner ankle bone, two readings of each "
            "leg. Right less left, from the means."
        ),
        note="Tape alone is weak evidence. Pages show the short side and millimeters, never the signed number.",
        typical="0",
        limited="10 or more; tape alone is weak evidence",
        reliability="inter-rater ICC 0.477",
        sources=("badii2014", "lldsr2021", "sabharwal2008"),
        unit=Unit.MM,
        computed_from=("tape_true",),
    ),
    Derived(
        key="lld_umb_mm",
        label="Apparent leg length difference (right minus left)",
        sided=False,
        posture=Posture.LYING,
        how="Lying, tape from the navel to the inner ankle bone of each leg. Right less left.",
        note="Unequal here with equal true lengths points to the pelvis or a hip, not to the bones.",
        typical="0",
        limited="compare with the true difference",
        sources=("memory",),
        unit=Unit.MM,
        computed_from=("tape_apparent",),
    ),
)
