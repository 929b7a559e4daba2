"""The two frames of the figures: rolling and massage of the calf and the sole."""

from __future__ import annotations

from collections.abc import Mapping

from clinic_gait.clinical.figures.spec import Frame, Leg, Move, Pair

PAIRS: Mapping[str, Pair] = {
    "foam_roll_calf": Pair(
        props=("foam_roller",),
        start=Frame(
            base="sit_floor",
            lean=-38,
            work=Leg(hip=52, knee=0, ankle=-10, contact="rest"),
            other=Leg(hip=104, knee=108, ankle=-34, contact="flat"),
            arms="hands_floor_behind",
            roller_at="ankle",
        ),
        end=Frame(
            base="sit_floor",
            lean=-38,
            work=Leg(hip=52, knee=0, ankle=-10, contact="rest"),
            other=Leg(hip=104, knee=108, ankle=-34, contact="flat"),
            arms="hands_floor_behind",
            roller_at="below_knee",
        ),
        move=Move(part="roller", way="ankle_to_knee"),
    ),
    "calf_hand_massage": Pair(
        props=("mat",),
        start=Frame(
            base="sit_floor",
            lean=22,
            work=Leg(hip=150, knee=100, ankle=-28, contact="flat"),
            other=Leg(hip=112, knee=0, ankle=-10, contact="rest"),
            arms="thumbs_on_low_calf",
        ),
        end=Frame(
            base="sit_floor",
            lean=16,
            work=Leg(hip=144, knee=100, ankle=-28, contact="flat"),
            other=Leg(hip=106, knee=0, ankle=-10, contact="rest"),
            arms="thumbs_on_high_calf",
        ),
        move=Move(part="thumbs", way="up_calf"),
    ),
    "ball_roll_foot": Pair(
        props=("chair", "small_ball"),
        start=Frame(
            base="sit_chair",
            lean=0,
            work=Leg(hip=103, knee=88, ankle=-15, contact="flat"),
            other=Leg(hip=90, knee=90, ankle=0, contact="flat"),
            arms="hands_on_thighs",
            gap_cm=7,
            ball_at="heel",
        ),
        end=Frame(
            base="sit_chair",
            lean=0,
            work=Leg(hip=105, knee=109, ankle=4, contact="flat"),
            other=Leg(hip=90, knee=90, ankle=0, contact="flat"),
            arms="hands_on_thighs",
            gap_cm=-6,
            ball_at="ball_of_foot",
        ),
        move=Move(part="work_foot", way="forward_back"),
    ),
}
