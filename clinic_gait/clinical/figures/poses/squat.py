"""The two frames of the figures: squats, lunges and steps."""

from __future__ import annotations

from collections.abc import Mapping

from clinic_gait.clinical.figures.spec import Frame, Leg, Move, Pair, Twist

PAIRS: Mapping[str, Pair] = {
    "chair_squat": Pair(
        props=("chair",),
        start=Frame(
            base="sit_chair",
            lean=20,
            work=Leg(hip=108, knee=96, ankle=8, contact="flat"),
            other=Leg(hip=108, knee=96, ankle=8, contact="flat"),
            arms="arms_front",
            gap_cm=0,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            arms="arms_side",
            gap_cm=0,
        ),
        move=Move(part="hips", way="up"),
    ),
    "heel_elevated_squat": Pair(
        props=("heel_wedge", "counter"),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=-7, contact="flat", on_cm=2),
            other=Leg(hip=0, knee=0, ankle=-7, contact="flat", on_cm=2),
            arms="hands_counter",
            gap_cm=0,
        ),
        end=Frame(
            base="stand",
            lean=18,
            work=Leg(hip=88, knee=92, ankle=15, contact="flat", on_cm=2),
            other=Leg(hip=88, knee=92, ankle=15, contact="flat", on_cm=2),
            arms="hands_counter",
            gap_cm=0,
        ),
        move=Move(part="hips", way="down"),
    ),
    "split_squat": Pair(
        props=("chair",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=31, knee=30, ankle=-1, contact="flat"),
            other=Leg(hip=-7, knee=34, ankle=20, contact="ball"),
            arms="hand_on_chair",
            gap_cm=42,
        ),
        end=Frame(
            base="stand",
            lean=3,
            work=Leg(hip=62, knee=77, ankle=19, contact="flat"),
            other=Leg(hip=21, knee=90, ankle=24, contact="ball"),
            arms="hand_on_chair",
            gap_cm=39,
        ),
        move=Move(part="hips", way="down"),
    ),
    "over_toes_lunge": Pair(
        props=("counter",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=30, knee=26, ankle=-1, contact="flat"),
            other=Leg(hip=2, knee=34, ankle=26, contact="ball"),
            arms="hands_counter",
            gap_cm=30,
        ),
        end=Frame(
            base="stand",
            lean=4,
            work=Leg(hip=44, knee=68, ankle=28, contact="flat"),
            other=Leg(hip=0, knee=56, ankle=38, contact="ball"),
            arms="hands_counter",
            gap_cm=30,
        ),
        move=Move(part="work_knee", way="forward"),
    ),
    "step_up": Pair(
        props=("step", "rail"),
        start=Frame(
            base="stand",
            lean=8,
            work=Leg(hip=66, knee=62, ankle=4, contact="flat", on_cm=17),
            other=Leg(hip=0, knee=0, ankle=8, contact="flat"),
            arms="hand_rail",
            gap_cm=42,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=17),
            other=Leg(hip=26, knee=56, ankle=-6, contact="none"),
            arms="hand_rail",
        ),
        move=Move(part="body", way="up"),
    ),
    "supported_step_down": Pair(
        props=("low_step", "rail"),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=10),
            other=Leg(hip=12, knee=7, ankle=0, contact="none"),
            arms="hand_rail",
        ),
        end=Frame(
            base="stand",
            lean=10,
            work=Leg(hip=49, knee=73, ankle=34, contact="flat", on_cm=10),
            other=Leg(hip=28, knee=0, ankle=-4, contact="heel"),
            arms="hand_rail",
            gap_cm=-26,
        ),
        move=Move(part="other_heel", way="down_tap"),
    ),
    "lateral_step_down": Pair(
        view="back",
        props=("step",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=17),
            other=Leg(hip=0, knee=0, ankle=0, contact="none"),
            arms="hands_hips",
        ),
        end=Frame(
            base="stand",
            lean=15,
            work=Leg(hip=60, knee=70, ankle=25, contact="flat", on_cm=17),
            other=Leg(hip=15, knee=0, ankle=5, contact="heel"),
            arms="hands_hips",
            gap_cm=12,
        ),
        move=Move(part="other_heel", way="down_tap"),
    ),
    "stair_down_rail": Pair(
        props=("stairs", "rail"),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=17),
            other=Leg(hip=5, knee=5, ankle=0, contact="none"),
            arms="hand_rail",
        ),
        end=Frame(
            base="stand",
            lean=6,
            work=Leg(hip=50, knee=76, ankle=32, contact="flat", on_cm=17),
            other=Leg(hip=40, knee=9, ankle=-38, contact="none"),
            arms="hand_rail",
        ),
        move=Move(part="other_foot", way="down"),
    ),
    "squat_self_check": Pair(
        view="front",
        props=("wall_mirror",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            arms="hands_hips",
            gap_cm=0,
            twist=Twist(stance_cm=30, knees_out=12),
        ),
        end=Frame(
            base="stand",
            lean=18,
            work=Leg(hip=70, knee=74, ankle=22, contact="flat"),
            other=Leg(hip=70, knee=74, ankle=22, contact="flat"),
            arms="hands_hips",
            gap_cm=0,
            twist=Twist(stance_cm=30, knees_out=12),
        ),
        move=Move(part="hips", way="down"),
    ),
}
