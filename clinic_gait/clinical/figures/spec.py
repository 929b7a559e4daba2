"""What a figure is defined by: two frames in joint angles, props, the move and where it is felt.

Angles are whole degrees. ``lean`` + is forward of upright, 90 face down, -90 on
the back. ``hip`` + is the thigh forward of the trunk line, ``knee`` 0 straight,
+ bent, ``ankle`` + toes toward the shin. The angles say what is meant; what
touches the ground is solved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

View = Literal["side", "quarter", "quarter_back", "back", "top", "front"]
Base = Literal["stand", "half_kneel", "hands_knees", "sit_chair", "sit_floor", "lie_back", "lie_side"]
Contact = Literal["flat", "ball", "heel", "toes", "knee", "rest", "none"]
Arms = Literal[
    "arms_front", "arms_out", "arms_side", "arms_swing", "fingertips_wall", "hand_counter", "hand_on_big_toe",
    "hand_on_chair", "hand_on_thigh", "hand_rail", "hand_wall", "hands_counter", "hands_floor",
    "hands_floor_behind", "hands_hips", "hands_on_seat", "hands_on_thighs", "hands_strap_back", "hands_towel",
    "hands_wall", "head_on_arm", "one_hand_shin_one_hand_heel", "straight_arms_sled", "straight_arms_wall",
    "thumbs_on_high_calf", "thumbs_on_low_calf",
]  # fmt: skip
Prop = Literal[
    "anchor_behind", "anchor_front", "band_above_knees", "band_low_front_of_ankle_pull_back",
    "band_round_both_feet", "band_top_of_foot_pull_away", "chair", "counter", "cushion", "foam_roller",
    "gentle_slope", "grass", "hallway", "heel_wedge", "low_step", "mat", "rail", "sled", "small_ball", "stairs",
    "step", "strap_front_of_ankle_pull_back_down", "towel", "wall", "wall_behind", "wall_mirror", "wobble_board",
]  # fmt: skip
Part = Literal[
    "arch", "board", "body", "heels", "hips", "other_foot", "other_heel", "other_knee", "roller", "seat", "thumbs",
    "toes", "work_big_toe", "work_foot", "work_heel", "work_knee", "work_leg", "work_toes",
]  # fmt: skip
Way = Literal[
    "ankle_to_knee", "back", "circle", "down", "down_forward", "down_slow", "down_tap", "forward", "forward_back",
    "forward_small", "level", "out", "side_to_side", "squeeze", "tip_both", "toward_body", "toward_shin",
    "turn_both", "turn_out", "up", "up_calf", "up_down", "up_half",
]  # fmt: skip

#: Contacts of a foot that stands on something and must stay there.
PLANTED: tuple[Contact, ...] = ("flat", "ball", "heel", "toes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg; ``on_cm`` is the height of what its foot stands on, for a person of 170 cm."""

    hip: int
    knee: int
    ankle: int
    contact: Contact
    on_cm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Twist:
    """What a side view cannot show. Shifts in cm and turns in degrees, + toward the work side.

    Shifts and turns are drawn larger than life, so that they can be seen.
    """

    knee_shift_cm: int = 0
    hips_shift_cm: int = 0
    hips_turn: int = 0
    knee_turn: int = 0
    foot_turn: int = 0
    heel_tilt: int = 0
    toe_up: int = 0
    spread: int = 0
    turned_out: int = 0
    knees_out: int = 0
    stance_cm: int = 0


STRAIGHT_ON = Twist()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One frame. ``gap_cm``: work foot ahead of the other, from contact point to contact point."""

    base: Base
    lean: int
    work: Leg
    other: Leg
    arms: Arms
    gap_cm: int | None = None
    twist: Twist = STRAIGHT_ON
    slope: int = 0
    board_tilt: int = 0
    roller_at: Literal["ankle", "below_knee"] | None = None
    ball_at: Literal["heel", "ball_of_foot"] | None = None
    arch_up: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Which part gets the arrow, and where the arrow points."""

    part: Part
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two frames of one exercise.

    ``wall_at_knee``: the wall stands where the working knee ends. ``own_eye``:
    the legs only, from above, as the person sees them. ``left_first``: the move
    goes to the left and then to the right whichever leg works, so the frames of
    the LEFT card change places.
    """

    view: View = "side"
    props: tuple[Prop, ...] = ()
    start: Frame
    end: Frame
    move: Move
    wall_at_knee: bool = False
    own_eye: bool = False
    left_first: bool = False

    def has(self, *props: Prop) -> bool:
        """Whether any of these props is in the picture."""
        return any(prop in self.props for prop in props)
