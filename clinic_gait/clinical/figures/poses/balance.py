"""The two frames of the figures: standing, balance, the arch of the foot, and walking."""

from __future__ import annotations

from collections.abc import Mapping

from clinic_gait.clinical.figures.spec import Frame, Leg, Move, Pair, Twist

PAIRS: Mapping[str, Pair] = {
    "soft_knee_stance": Pair(
        props=("counter", "wall_mirror"),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            arms="hand_counter",
            gap_cm=0,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=11, knee=24, ankle=13, contact="flat"),
            other=Leg(hip=11, knee=24, ankle=13, contact="flat"),
            arms="hand_counter",
            gap_cm=0,
        ),
        move=Move(part="work_knee", way="forward_small"),
    ),
    "balance_one_leg": Pair(
        props=("counter",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            arms="hands_counter",
            gap_cm=0,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat"),
            other=Leg(hip=4, knee=78, ankle=-10, contact="none"),
            arms="arms_out",
        ),
        move=Move(part="other_foot", way="up"),
    ),
    "balance_wobble": Pair(
        view="back",
        props=("wobble_board", "counter"),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=8),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=8),
            arms="hands_counter",
            gap_cm=0,
            twist=Twist(stance_cm=26),
            board_tilt=-8,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=8),
            other=Leg(hip=0, knee=0, ankle=0, contact="flat", on_cm=8),
            arms="hands_counter",
            gap_cm=0,
            twist=Twist(stance_cm=26),
        ),
        move=Move(part="board", way="level"),
    ),
    "short_foot": Pair(
        props=("chair",),
        start=Frame(
            base="sit_chair",
            lean=0,
            work=Leg(hip=90, knee=90, ankle=0, contact="flat"),
            other=Leg(hip=90, knee=90, ankle=0, contact="flat"),
            arms="hands_on_thighs",
            gap_cm=0,
            arch_up=False,
        ),
        end=Frame(
            base="sit_chair",
            lean=0,
            work=Leg(hip=90, knee=90, ankle=0, contact="flat"),
            other=Leg(hip=90, knee=90, ankle=0, contact="flat"),
            arms="hands_on_thighs",
            gap_cm=0,
            arch_up=True,
        ),
        move=Move(part="arch", way="up"),
    ),
    "roll_through_walk": Pair(
        props=("hallway",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=23, knee=0, ankle=-5, contact="heel"),
            other=Leg(hip=-29, knee=0, ankle=4, contact="ball"),
            arms="arms_swing",
            gap_cm=61,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=-14, knee=0, ankle=14, contact="flat"),
            other=Leg(hip=20, knee=20, ankle=0, contact="flat"),
            arms="arms_swing",
            gap_cm=-35,
        ),
        move=Move(part="body", way="forward"),
    ),
    "downhill_walk": Pair(
        props=("gentle_slope",),
        start=Frame(
            base="stand",
            lean=-3,
            work=Leg(hip=24, knee=14, ankle=-12, contact="heel"),
            other=Leg(hip=8, knee=51, ankle=32, contact="flat"),
            arms="arms_swing",
            gap_cm=40,
            slope=-8,
        ),
        end=Frame(
            base="stand",
            lean=-3,
            work=Leg(hip=19, knee=32, ankle=2, contact="flat"),
            other=Leg(hip=-2, knee=49, ankle=18, contact="ball"),
            arms="arms_swing",
            gap_cm=30,
            slope=-8,
        ),
        move=Move(part="body", way="forward"),
    ),
    "walk_soft_ground": Pair(
        props=("grass",),
        start=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=21, knee=0, ankle=-6, contact="heel"),
            other=Leg(hip=-27, knee=0, ankle=7, contact="ball"),
            arms="arms_swing",
            gap_cm=54,
        ),
        end=Frame(
            base="stand",
            lean=0,
            work=Leg(hip=-14, knee=0, ankle=14, contact="flat"),
            other=Leg(hip=20, knee=20, ankle=0, contact="flat"),
            arms="arms_swing",
            gap_cm=-35,
        ),
        move=Move(part="body", way="forward"),
    ),
}
