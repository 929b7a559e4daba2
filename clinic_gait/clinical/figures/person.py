"""The body in the side view, painted from the far arm to the near one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clinic_gait.clinical.figures import body, props
from clinic_gait.clinical.figures.body import (
    ARM_ROUND,
    FOREARM,
    LEG_BACK,
    LEG_FRONT,
    TRUNK_BACK,
    TRUNK_FRONT,
    UPPER_ARM,
)
from clinic_gait.clinical.figures.curves import Line, disc, limb, smooth, sweep
from clinic_gait.clinical.figures.hands import Grip, Hands, hands, shoulders
from clinic_gait.clinical.figures.pen import HALO, OUTLINE, SHORTS_OUTLINE, Pen
from clinic_gait.clinical.figures.plane import degrees, mix, radius, reach, turn, unit
from clinic_gait.clinical.figures.pose import Pose, PosedLeg
from clinic_gait.clinical.figures.primitives import Ink
from clinic_gait.clinical.figures.stage import Stage

#: Where the shorts and the sleeve end, and how much wider than the limb they are.
HEM, SLEEVE = 0.44, 0.55
SHORTS_WIDER, SLEEVE_WIDER = 0.9, 0.7
#: Where the shorts end and the shirt begins on the trunk.
WAIST, SHIRT = 0.42, 0.30
_MITTEN = (-1.0 - 1.6j, 3.0 - 1.9j, 6.2 - 1.2j, 6.4 + 0.4j, 3.0 + 1.7j, -1.0 + 1.6j)
_PALM = (-1.6 - 2.2j, 1.3 - 2.4j, 1.8 + 2j, 1.7 + 5.8j, 0.4 + 6j, -0.5 + 2.6j)
_FIST = 2.5
#: A far leg within this of the near one is moved so far ahead: both legs should be seen.
HIDDEN, AHEAD = 1.0, 4.2


def paint(pen: Pen, stage: Stage, pose: Pose, *, both_work: bool) -> None:
    """The whole body with what it wears and holds."""
    place = hands(stage, pose)
    near, far = _arms(pose, place)
    paint_far_arm(pen, far)
    hips = _hips(pose)
    paint_leg(pen, apart(pose), hips, Ink.BLACK if both_work else Ink.WHITE)
    props.cords_behind(pen, stage, pose, place)
    props.between_legs(pen, stage, pose)
    paint_leg(pen, pose.work, hips, Ink.BLACK, halo=HALO)
    paint_head(pen, pose)
    paint_shirt(pen, pose, near)
    props.over_leg(pen, stage, pose, place)
    paint_forearm(pen, near)


def apart(pose: Pose) -> PosedLeg:
    """The far leg, moved a little ahead where the near one would hide all of it."""
    near, far = pose.work, pose.other
    hidden = max(abs(near.knee - far.knee), abs(near.ankle - far.ankle)) < HIDDEN
    if not hidden:
        return far
    return replace(far, hip=far.hip + AHEAD, knee=far.knee + AHEAD, ankle=far.ankle + AHEAD)


def _hips(pose: Pose) -> Line:
    """The upper part of the shorts."""
    middle = mix(pose.pelvis, pose.shoulder, 0.5)
    return limb(pose.pelvis, middle, pose.shoulder, TRUNK_BACK, TRUNK_FRONT, stop=WAIST, round_end=False)


def leg_line(leg: PosedLeg) -> Line:
    """The outline of a leg without its foot."""
    return limb(leg.hip, leg.knee, leg.ankle, LEG_FRONT, LEG_BACK)


def paint_leg(pen: Pen, leg: PosedLeg, hips: Line, fill: Ink, *, halo: float = 0.0) -> None:
    """A leg with its foot, and the shorts over it."""
    pen.shape([leg_line(leg), smooth(leg.foot)], fill, halo=halo)
    shorts = limb(leg.hip, leg.knee, leg.ankle, LEG_FRONT, LEG_BACK, stop=HEM, grow=SHORTS_WIDER, round_end=False)
    pen.shape([shorts, hips], Ink.GREY, edge=SHORTS_OUTLINE, halo=halo)


def paint_head(pen: Pen, pose: Pose) -> None:
    """Neck, head and ear; the head follows the trunk by less than half."""
    lean = head_lean(pose.frame.lean)
    up = turn(90 - lean)
    middle = pose.shoulder + up * (body.NECK + 2.2 + body.HEAD_RADIUS)
    around = ((0.0, 3.0), (1.0, 2.6), (2.0, 2.6))
    neck = limb(pose.shoulder, mix(pose.shoulder, middle, 0.5), middle, around, around, stop=1.5)
    pen.shape([neck, smooth([middle + point * turn(-lean) for point in body.HEAD])])
    pen.stroke(smooth([middle + point * turn(-lean) for point in body.EAR]), 0.7)


def head_lean(lean: float) -> float:
    """How far the head leans when the trunk leans so far."""
    if abs(lean) < 60:
        return lean * 0.45
    return lean * 0.8 if lean > 0 else -90.0


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm with its hand."""

    shoulder: complex
    elbow: complex
    hand: complex
    grip: Grip
    angle: float | None

    @property
    def hand_line(self) -> Line:
        """The outline of the hand."""
        return _hand(self.hand, self.grip, degrees(self.hand - self.elbow) if self.angle is None else self.angle)

    def line(self, start: float, stop: float, *, wider: float = 0.0, round_start: bool = False) -> Line:
        """The outline of a part of the arm; its hand's end is round."""
        return limb(
            self.shoulder, self.elbow, self.hand, ARM_ROUND, ARM_ROUND,
            start=start, stop=stop, grow=wider, round_start=round_start, round_end=stop == 2.0,
        )  # fmt: skip


def _arms(pose: Pose, place: Hands) -> tuple[Arm, Arm]:
    near, far = shoulders(pose)
    return _arm(near, place.near, place.near_grip, place.angle), _arm(far, place.far, place.far_grip, place.angle)


def _arm(shoulder: complex, hand: complex, grip: Grip, angle: float | None) -> Arm:
    """An arm that reaches for its hand; the elbow points down or back."""
    span = UPPER_ARM + FOREARM
    if abs(hand - shoulder) > span:
        hand = shoulder + (span - 0.01) * unit(hand - shoulder)
    return Arm(shoulder, reach(shoulder, hand, UPPER_ARM, FOREARM, -1), hand, grip, angle)


def paint_far_arm(pen: Pen, arm: Arm) -> None:
    """The far arm, behind everything."""
    pen.shape([arm.line(0.3, 2.0), arm.hand_line])
    pen.area(arm.line(0.15, SLEEVE, wider=SLEEVE_WIDER), OUTLINE)


def paint_shirt(pen: Pen, pose: Pose, near: Arm) -> None:
    """The shirt, with the near sleeve growing out of it."""
    middle = mix(pose.pelvis, pose.shoulder, 0.5)
    trunk = limb(pose.pelvis, middle, pose.shoulder, TRUNK_BACK, TRUNK_FRONT, start=SHIRT, round_start=False)
    pen.shape([trunk, near.line(0.0, SLEEVE, wider=SLEEVE_WIDER, round_start=True)])
    for side in (1j, -1j):
        pen.stroke(sweep([near_side(near, side, place) for place in (0.22, 0.38, SLEEVE)]), OUTLINE)


def near_side(arm: Arm, side: complex, place: float) -> complex:
    """A point on the seam of the sleeve."""
    way = unit(arm.elbow - arm.shoulder)
    return mix(arm.shoulder, arm.elbow, place) + side * way * (radius(ARM_ROUND, place) + SLEEVE_WIDER)


def paint_forearm(pen: Pen, arm: Arm) -> None:
    """The near arm from the hem of its sleeve on, over everything."""
    pen.shape([arm.line(SLEEVE, 2.0), arm.hand_line])
    pen.rod(near_side(arm, 1j, SLEEVE), near_side(arm, -1j, SLEEVE), OUTLINE)


def _hand(place: complex, grip: Grip, angle: float) -> Line:
    """A mitten: palm on a wall, fist round a thing, or flat on what lies under it."""
    if grip == "palm":
        return smooth([place + point for point in _PALM])
    if grip == "fist":
        return disc(place, _FIST)
    flat = [point.conjugate() for point in _MITTEN] if angle == 180 else _MITTEN
    return smooth([place + point * turn(angle) for point in flat])
