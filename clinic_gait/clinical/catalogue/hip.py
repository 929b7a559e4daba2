"""The hip: how far it moves and how strongly it holds the pelvis."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, Posture, Quantity
from clinic_gait.clinical.units import Unit

ENTRIES = (
    Quantity(
        key="hip_ext_deg",
        label="Hip extension",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face down, pelvis held flat with one hand, knee straight. Lift the thigh until the pelvis starts "
            "to tip. Goniometer: axis on the greater trochanter, one arm along the side of the trunk, one along the "
            "thigh. In line with the trunk is 0; short of it is minus."
        ),
        note="Adult rows of the range table are unverified.",
        typical="women 20-44: 18; men: 17 (unverified rows)",
        limited="under 10",
        sources=("soucie2011", "memory"),
        unit=Unit.DEG,
        low=D(-40),
        high=D(60),
        usual_low=D(-10),
        usual_high=D(35),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read.",
    ),
    Quantity(
        key="hip_ir_deg",
        label="Hip internal rotation",
        sided=True,
        posture=Posture.SITTING,
        how=(
            "Sitting, knees bent 90 deg over the edge, thigh still. Swing the foot outward, which turns the hip in, "
            "until the pelvis lifts. Inclinometer on the shin, or goniometer with its axis on the kneecap."
        ),
        note="In a child or teenager with knee pain, a hip that turns in less calls for a same-day hip check.",
        limited="side gap over 15 (convention)",
        sources=("memory",),
        unit=Unit.DEG,
        low=D(0),
        high=D(90),
        usual_low=D(10),
        usual_high=D(70),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read.",
    ),
    Quantity(
        key="hip_er_deg",
        label="Hip external rotation",
        sided=True,
        posture=Posture.SITTING,
        how=(
            "Sitting as for internal rotation. Swing the foot inward, which turns the hip out, until the pelvis "
            "lifts. Inclinometer on the shin, or goniometer with its axis on the kneecap."
        ),
        note="Read it together with internal rotation: a shift of the whole arc is shape, not stiffness.",
        limited="side gap over 15 (convention)",
        sources=("memory",),
        unit=Unit.DEG,
        low=D(0),
        high=D(90),
        usual_low=D(10),
        usual_high=D(70),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read.",
    ),
    Quantity(
        key="hip_abd_strength",
        label="Hip abductor strength, manual test",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying on the other side, lower knee bent. Leg straight, lifted in line with the trunk, toes forward. "
            "Push down above the ankle. 5 holds against full force, 4 against some, 3 against weight alone, 2 moves "
            "with the weight taken off, 1 a flicker, 0 nothing. Half grades for in between."
        ),
        note="Hip work is well backed in kneecap pain; that stiff ankles switch the hip off was not found in a source.",
        typical="5",
        limited="under 5",
        sources=("memory", "seed_northstar"),
        unit=Unit.GRADE,
        low=D(0),
        high=D(5),
        usual_low=D(0),
        usual_high=D(5),
        step=D("0.5"),
        decimals=1,
        better=Better.UP,
        error_note="A manual grade has no error figure.",
    ),
)
