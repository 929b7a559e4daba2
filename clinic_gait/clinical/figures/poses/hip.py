"""The two frames of the figures: strength of the hip."""

from __future__ import annotations

from collections.abc import Mapping

from clinic_gait.clinical.figures.spec import Frame, Leg, Move, Pair, Twist

PAIRS: Mapping[str, Pair] = {
    "side_leg_lift": Pair(
        view="front",
        props=("mat",),
        start=Frame(
            base="lie_side",
            lean=0,
            work=Leg(hip=-5, knee=0, ankle=0, contact="rest"),
            other=Leg(hip=35, knee=70, ankle=0, contact="rest"),
            arms="head_on_arm",
        ),
        end=Frame(
            base="lie_side",
            lean=0,
            work=Leg(hip=-10, knee=0, ankle=0, contact="none"),
            other=Leg(hip=35, knee=70, ankle=0, contact="rest"),
            arms="head_on_arm",
            twist=Twist(spread=30),
        ),
        move=Move(part="work_leg", way="up"),
    ),
    "clamshell": Pair(
        view="front",
        props=("mat",),
        start=Frame(
            base="lie_side",
            lean=0,
            work=Leg(hip=45, knee=90, ankle=0, contact="rest"),
            other=Leg(hip=45, knee=90, ankle=0, contact="rest"),
            arms="head_on_arm",
        ),
        end=Frame(
            base="lie_side",
            lean=0,
            work=Leg(hip=45, knee=90, ankle=0, contact="rest"),
            other=Leg(hip=45, knee=90, ankle=0, contact="rest"),
            arms="head_on_arm",
            twist=Twist(turned_out=35),
        ),
        move=Move(part="work_knee", way="up"),
    ),
    "bridge": Pair(
        props=("mat",),
        start=Frame(
            base="lie_back",
            lean=-90,
            work=Leg(hip=55, knee=114, ankle=-31, contact="flat"),
            other=Leg(hip=55, knee=114, ankle=-31, contact="flat"),
            arms="arms_side",
            gap_cm=0,
        ),
        end=Frame(
            base="lie_back",
            lean=-115,
            work=Leg(hip=-3, knee=97, ankle=-15, contact="flat"),
            other=Leg(hip=-3, knee=97, ankle=-15, contact="flat"),
            arms="arms_side",
            gap_cm=0,
        ),
        move=Move(part="hips", way="up"),
    ),
    "glute_squeeze": Pair(
        view="back",
        props=("counter",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            arms="hands_counter",
            gap_cm=0,
            twist=Twist(stance_cm=24),
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            arms="hands_counter",
            gap_cm=0,
            twist=Twist(stance_cm=24),
        ),
        move=Move(part="seat", way="squeeze"),
    ),
    "band_side_walk": Pair(
        view="back",
        props=("band_above_knees",),
        start=Frame(
            base="stand",
            lean=10,
            work=Leg(hip=37, knee=37, ankle=10, contact="flat"),
            other=Leg(hip=37, knee=37, ankle=10, contact="flat"),
            arms="hands_hips",
            gap_cm=0,
            twist=Twist(spread=8),
        ),
        end=Frame(
            base="stand",
            lean=10,
            work=Leg(hip=37, knee=37, ankle=10, contact="flat"),
            other=Leg(hip=37, knee=37, ankle=10, contact="flat"),
            arms="hands_hips",
            gap_cm=0,
            twist=Twist(spread=22),
        ),
        move=Move(part="work_foot", way="out"),
    ),
}
