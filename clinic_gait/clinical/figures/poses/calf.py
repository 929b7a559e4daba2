"""The two frames of the figures: calf stretches."""

from __future__ import annotations

from collections.abc import Mapping

from clinic_gait.clinical.figures.spec import Frame, Leg, Move, Pair

PAIRS: Mapping[str, Pair] = {
    "calf_stretch_straight": Pair(
        props=("wall",),
        start=Frame(
            base="stand",
            lean=4,
            work=Leg(hip=-12, knee=0, ankle=16, contact="flat"),
            other=Leg(hip=20, knee=0, ankle=-16, contact="flat"),
            arms="hands_wall",
            gap_cm=-46,
        ),
        end=Frame(
            base="stand",
            lean=12,
            work=Leg(hip=-14, knee=0, ankle=26, contact="flat"),
            other=Leg(hip=45, knee=50, ankle=17, contact="flat"),
            arms="hands_wall",
            gap_cm=-46,
        ),
        move=Move(part="hips", way="forward"),
    ),
    "calf_stretch_bent": Pair(
        props=("wall",),
        start=Frame(
            base="stand",
            lean=4,
            work=Leg(hip=8, knee=20, ankle=16, contact="flat"),
            other=Leg(hip=16, knee=0, ankle=-12, contact="flat"),
            arms="hands_wall",
            gap_cm=-28,
        ),
        end=Frame(
            base="stand",
            lean=8,
            work=Leg(hip=22, knee=46, ankle=32, contact="flat"),
            other=Leg(hip=44, knee=47, ankle=11, contact="flat"),
            arms="hands_wall",
            gap_cm=-28,
        ),
        move=Move(part="hips", way="down_forward"),
    ),
    "calf_stretch_step": Pair(
        props=("step", "rail"),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=-11, knee=0, ankle=11, contact="ball", on_cm=17),
            other=Leg(hip=14, knee=18, ankle=4, contact="flat", on_cm=17),
            arms="hand_rail",
            gap_cm=-9,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=-11, knee=0, ankle=26, contact="ball", on_cm=17),
            other=Leg(hip=28, knee=44, ankle=16, contact="flat", on_cm=17),
            arms="hand_rail",
            gap_cm=-9,
        ),
        move=Move(part="work_heel", way="down"),
    ),
    "towel_calf_stretch": Pair(
        props=("towel",),
        start=Frame(
            base="sit_floor",
            lean=0,
            work=Leg(hip=90, knee=0, ankle=-15, contact="rest"),
            other=Leg(hip=141, knee=106, ankle=-35, contact="flat"),
            arms="hands_towel",
        ),
        end=Frame(
            base="sit_floor",
            lean=0,
            work=Leg(hip=90, knee=0, ankle=15, contact="rest"),
            other=Leg(hip=141, knee=106, ankle=-35, contact="flat"),
            arms="hands_towel",
        ),
        move=Move(part="work_toes", way="toward_body"),
    ),
}
