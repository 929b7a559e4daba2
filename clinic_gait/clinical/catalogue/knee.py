"""The knee: how far it bends and straightens, and what the patient feels there."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, Flag, Posture, Quantity
from clinic_gait.clinical.units import Unit

ENTRIES = (
    Quantity(
        key="knee_ext_deg",
        label="Knee extension (+ past straight, - short of straight)",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, heel on a small block, thigh relaxed. Press gently above the kneecap. Goniometer: axis on "
            "the outer knee, one arm to the greater trochanter, one to the outer ankle bone. Straight is 0; past "
            "straight is plus, short of straight is minus."
        ),
        note="The form says the sign in words. Plus 5 and minus 5 are opposite findings.",
        typical="women 20-44: +1.6; men: +1.0 (unverified rows)",
        limited="lack: under -5; recurvatum: over +5; severe: over +15",
        sources=("recurv5", "recurv_stroke", "soucie2011"),
        unit=Unit.DEG,
        low=D(-90),
        high=D(40),
        usual_low=D(-20),
        usual_high=D(15),
        step=D(1),
        decimals=2,
        error_note="No error figure read. Whether more is better depends on which side of straight the knee is.",
    ),
    Quantity(
        key="knee_flex_deg",
        label="Knee flexion",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, slide the heel to the buttock, then help gently to the end. Goniometer: axis on the outer "
            "knee, arms to the greater trochanter and the outer ankle bone. Straight is 0."
        ),
        note="Adult rows of the range table are unverified.",
        typical="women 20-44: 142; men: 138 (unverified rows)",
        limited="under 120",
        sources=("soucie2011", "memory"),
        unit=Unit.DEG,
        low=D(0),
        high=D(170),
        usual_low=D(60),
        usual_high=D(160),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read.",
    ),
    Flag(
        key="pain_behind_knee",
        label="Pain behind the knee",
        sided=True,
        posture=Posture.ASKED,
        how="Ask, and have the patient point to it with one finger.",
        note="It has many causes; think of a clot in the leg first.",
        normal="no",
        sources=("seed_gaithappens",),
    ),
    Flag(
        key="knee_unstable",
        label="Knee feels unstable",
        sided=True,
        posture=Posture.ASKED,
        how="Ask: does the knee give way, slip, or feel as if you cannot trust it?",
        note="Ligament laxity and locking have to be looked at.",
        normal="no",
        sources=("seed_gaithappens",),
    ),
    Flag(
        key="knee_stiff_achy",
        label="Knee feels stiff or achy",
        sided=True,
        posture=Posture.ASKED,
        how="Ask: does the knee feel stiff or achy, and when in the day?",
        note="Long morning stiffness belongs to the safety screen.",
        normal="no",
        sources=("seed_northstar",),
    ),
)
