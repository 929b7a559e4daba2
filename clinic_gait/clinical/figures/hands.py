"""Where the hands are, for every way to hold on that a figure can ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from clinic_gait.clinical.figures.body import ARM
from clinic_gait.clinical.figures.plane import mix, turn, unit
from clinic_gait.clinical.figures.pose import Pose, PosedLeg
from clinic_gait.clinical.figures.spec import Arms
from clinic_gait.clinical.figures.stage import Stage

Grip = Literal["flat", "palm", "fist"]

NEAR_SHOULDER, FAR_SHOULDER = -0.2 - 0.6j, 0.7 - 0.4j
#: Beyond the arm's length by no more than this is drawn as a stretched arm.
SLACK = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Both hands with their grips. ``angle`` is that of flat hands; without one they go on from the forearm."""

    near: complex
    far: complex
    near_grip: Grip = "flat"
    far_grip: Grip = "flat"
    angle: float | None = None


Placing = Callable[[Stage, Pose], Hands]


def hands(stage: Stage, pose: Pose) -> Hands:
    """Where the hands of this frame are."""
    return PLACES[pose.frame.arms](stage, pose)


def shoulders(pose: Pose) -> tuple[complex, complex]:
    """Where the near and the far arm begin."""
    return pose.shoulder + NEAR_SHOULDER, pose.shoulder + FAR_SHOULDER


def shortfall(pose: Pose, place: Hands) -> float:
    """By how much the hand that is farthest away is out of reach; 0 when both reach."""
    near, far = shoulders(pose)
    return max(0.0, abs(place.near - near) - ARM, abs(place.far - far) - ARM)


def on_thigh(leg: PosedLeg, place: float, high: float = 4.6) -> complex:
    """A place on top of the thigh, from hip (0) to knee (1)."""
    return mix(leg.hip, leg.knee, place) + high * 1j * unit(leg.knee - leg.hip)


def _held(stage: Stage) -> complex:
    """The one place both frames hold on to.

    :raises ValueError: there is nothing to hold in the picture.
    """
    if stage.hand is None:
        raise ValueError("a hand is to hold something that is not in the picture")
    return stage.hand


def _on_wall(stage: Stage, pose: Pose) -> Hands:
    hand = _held(stage)
    return Hands(near=hand - 2.2j, far=hand + 2.6j, near_grip="palm", far_grip="palm")


def _fingertips(stage: Stage, pose: Pose) -> Hands:
    hand = _held(stage) - 3.2
    return Hands(near=hand - 2j, far=hand + 2j, angle=8)


def _one_on_wall(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=pose.hip_place, far=_held(stage), near_grip="fist", far_grip="palm")


def _on_counter(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=_held(stage), far=_held(stage) + 2.4, angle=-4)


def _one_on_counter(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=_held(stage), far=pose.shoulder + (2.2 - 31.4j))


def _on_rail(stage: Stage, pose: Pose) -> Hands:
    hand = _held(stage)
    if stage.pair.has("stairs"):
        return Hands(near=shoulders(pose)[0] + (2 - 30j), far=hand, far_grip="fist")
    return Hands(near=hand + 0.2j, far=hand + (3.2 + 0.2j), near_grip="fist", far_grip="fist")


def _on_chair_back(stage: Stage, pose: Pose) -> Hands:
    if pose.frame.base == "half_kneel":
        return Hands(near=on_thigh(pose.work, 0.74), far=_held(stage), far_grip="fist")
    return Hands(near=pose.hip_place, far=_held(stage), near_grip="fist", far_grip="fist")


def _on_work_thigh(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=on_thigh(pose.work, 0.80), far=on_thigh(pose.work, 0.70))


def _on_thighs(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=on_thigh(pose.work, 0.66), far=on_thigh(pose.other, 0.74))


def _on_seat(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=pose.pelvis + (-7.5 - 3.6j), far=pose.pelvis + (-5 - 3.6j), angle=-8)


def _on_floor(stage: Stage, pose: Pose) -> Hands:
    under = complex(stage.poses[0].shoulder.real + 1.5, 1.7)
    return Hands(near=under, far=under + 3.5, angle=0)


def _on_floor_behind(stage: Stage, pose: Pose) -> Hands:
    behind = complex(stage.poses[0].shoulder.real - 5.5, 1.7)
    return Hands(near=behind, far=behind + 4, angle=180)


def _on_hips(stage: Stage, pose: Pose) -> Hands:
    return Hands(near=pose.hip_place, far=pose.hip_place + 2, near_grip="fist", far_grip="fist")


def _at_sides(stage: Stage, pose: Pose) -> Hands:
    if pose.frame.base == "lie_back":
        beside = complex(stage.poses[0].shoulder.real + 30.5, 2.2)
        return Hands(near=beside, far=beside + 2, angle=0)
    hang = turn(-0.4 * pose.frame.lean)
    near, far = shoulders(pose)
    return Hands(near=near + (2.0 - 30.6j) * hang, far=far + (3.4 - 30.4j) * hang)


def _in_front(stage: Stage, pose: Pose) -> Hands:
    near, far = shoulders(pose)
    return Hands(near=near + (31 - 5j), far=far + (31 - 3.4j))


def _out(stage: Stage, pose: Pose) -> Hands:
    near, far = shoulders(pose)
    return Hands(near=near + (17 - 22j), far=far + (20 - 20j))


def _swinging(stage: Stage, pose: Pose) -> Hands:
    """The near arm goes against the near leg."""
    swing = 26 if pose.work.ankle.real < pose.pelvis.real else -30
    near, far = shoulders(pose)
    return Hands(near=near + 30.5 * turn(swing - 90), far=far + 30.2 * turn(-swing - 90))


def _on_towel(stage: Stage, pose: Pose) -> Hands:
    pull = unit(pose.work.ball - (pose.shoulder - 9j))
    near = pose.shoulder - 12j + pull * (23.5 if pose is stage.poses[0] else 17)
    return Hands(near=near, far=near + (1.5 + 1.4j), near_grip="fist", far_grip="fist")


def _on_strap(stage: Stage, pose: Pose) -> Hands:
    near = shoulders(pose)[0] + (-6 - 31j)
    return Hands(near=near, far=near + (2 + 0.8j), near_grip="fist", far_grip="fist")


def _on_calf(place: float) -> Placing:
    def placing(stage: Stage, pose: Pose) -> Hands:
        leg = pose.work
        on, behind = mix(leg.knee, leg.ankle, place), -1j * unit(leg.ankle - leg.knee)
        return Hands(near=on + 5.2 * behind, far=on + 4.4 * behind, near_grip="fist", far_grip="fist")

    return placing


def _on_sled(stage: Stage, pose: Pose) -> Hands:
    hand = pose.shoulder + sled_reach(stage, pose)
    return Hands(near=hand, far=hand + 2.4j, near_grip="fist", far_grip="fist")


def sled_reach(stage: Stage, pose: Pose) -> complex:
    """From the shoulder to the handle of the sled, with straight arms."""
    height = min(shoulder.imag for shoulder in stage.shoulders) - 7
    return complex((31.6**2 - 49) ** 0.5, height - pose.shoulder.imag)


def _nowhere(stage: Stage, pose: Pose) -> Hands:
    """Hands that only an angled view can show."""
    return _at_sides(stage, pose)


PLACES: Mapping[Arms, Placing] = {
    "arms_front": _in_front,
    "arms_out": _out,
    "arms_side": _at_sides,
    "arms_swing": _swinging,
    "fingertips_wall": _fingertips,
    "hand_counter": _one_on_counter,
    "hand_on_big_toe": _nowhere,
    "hand_on_chair": _on_chair_back,
    "hand_on_thigh": _on_work_thigh,
    "hand_rail": _on_rail,
    "hand_wall": _one_on_wall,
    "hands_counter": _on_counter,
    "hands_floor": _on_floor,
    "hands_floor_behind": _on_floor_behind,
    "hands_hips": _on_hips,
    "hands_on_seat": _on_seat,
    "hands_on_thighs": _on_thighs,
    "hands_strap_back": _on_strap,
    "hands_towel": _on_towel,
    "hands_wall": _on_wall,
    "head_on_arm": _nowhere,
    "one_hand_shin_one_hand_heel": _nowhere,
    "straight_arms_sled": _on_sled,
    "straight_arms_wall": _on_wall,
    "thumbs_on_high_calf": _on_calf(0.34),
    "thumbs_on_low_calf": _on_calf(0.74),
}
