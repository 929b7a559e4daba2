"""The body in space, from the solved side view and what that view cannot show: shifts, turns, legs apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from clinic_gait.clinical.figures import body
from clinic_gait.clinical.figures.body import ANKLE, CM, HIP_HALF, LEG, SHIN, SHOULDER_HALF, THIGH
from clinic_gait.clinical.figures.person import head_lean
from clinic_gait.clinical.figures.plane import turn
from clinic_gait.clinical.figures.pose import Pose, PosedLeg
from clinic_gait.clinical.figures.solve import NAMES, Name, leg_of
from clinic_gait.clinical.figures.space import FORWARD, RIGHT, UP, Vec, blend, hanging, in_plane, reach
from clinic_gait.clinical.figures.spec import Pair

#: The shoulders follow turned hips by this much.
SHOULDERS_FOLLOW = 0.75
#: Beyond this lean the trunk lies rather than stands.
LYING_LEAN = 60.0
#: How much further out the feet stand than the hips, and how the own lap is drawn apart.
FOOT_OUT, LAP_STANCE, LAP_HIPS = 0.6, 8.5, 3.0
#: A step to the side is as wide as a leg of this length swung out.
SIDE_STEP = 40.0
SIDES: dict[Name, int] = {"work": 1, "other": -1}


@dataclass(frozen=True, slots=True)
class Foot3:
    """A foot in space: where it points, which way is up for it, and how its toes are bent."""

    ankle: Vec
    forward: Vec
    up: Vec
    bend: float = 0.0

    def at(self, point: complex, z: float = 0.0) -> Vec:
        """A point of the foot, given in its own frame."""
        off = body.toes_bent(point, self.bend) - ANKLE
        return self.ankle + self.forward * off.real + self.up * off.imag + self.forward.cross(self.up) * z

    @property
    def points(self) -> list[Vec]:
        """The corners of the foot."""
        return [self.at(complex(x, y), z) for x, y, z in body.FOOT_SPACE]


@dataclass(frozen=True, slots=True)
class Leg3:
    """A leg in space."""

    hip: Vec
    knee: Vec
    ankle: Vec
    foot: Foot3


@dataclass(frozen=True, slots=True, kw_only=True)
class Body3:
    """The whole body in space without its arms."""

    pose: Pose
    pelvis: Vec
    shoulders: Vec
    trunk: Vec
    hips_turn: float
    work: Leg3
    other: Leg3
    head: Vec
    head_up: Vec
    face: Vec

    @property
    def shoulder_turn(self) -> float:
        """How far the shoulders are turned."""
        return self.hips_turn * SHOULDERS_FOLLOW

    def shoulder(self, name: Name) -> Vec:
        """Where an arm begins."""
        across = RIGHT.yawed(self.shoulder_turn)
        return self.shoulders + across * (SIDES[name] * SHOULDER_HALF) - self.trunk * 1.6

    def leg(self, name: Name) -> Leg3:
        """The work or the other leg."""
        return self.work if name == "work" else self.other


def stand_up(pair: Pair, pose: Pose) -> Body3:
    """The body of one frame in space."""
    lying = pose.frame.base == "lie_side"
    pelvis = Vec(0, 0, 0) if lying else in_plane(pose.pelvis, _pelvis_aside(pair, pose))
    other = _side_lying_leg(pair, pose, "other") if lying else _leg(pair, pose, "other", pelvis)
    if lying:
        work = _side_lying_leg(pair, pose, "work")
    elif pose.frame.twist.turned_out:
        work = _crossed_leg(pose, pelvis, other)
    else:
        work = _leg(pair, pose, "work", pelvis)
    return _with_trunk(pose, pelvis, work, other)


def _with_trunk(pose: Pose, pelvis: Vec, work: Leg3, other: Leg3) -> Body3:
    hips_turn, lean = pose.frame.twist.hips_turn, pose.frame.lean
    shoulder_turn = hips_turn * SHOULDERS_FOLLOW
    if abs(lean) < LYING_LEAN:
        trunk = (-hanging(-lean)).yawed(shoulder_turn)
    else:
        trunk = (in_plane(pose.shoulder, 0) - pelvis).unit
    nod = (-hanging(-head_lean(lean))).yawed(shoulder_turn)
    head_up = Vec(0.12, 1, -0.10).unit if pose.frame.base == "lie_side" else nod
    shoulders = pelvis + trunk * body.TRUNK
    face = trunk.cross(RIGHT.yawed(shoulder_turn))
    return Body3(
        pose=pose,
        pelvis=pelvis,
        shoulders=shoulders,
        trunk=trunk,
        hips_turn=hips_turn,
        work=work,
        other=other,
        head=shoulders + head_up * (body.NECK + 7.8),
        head_up=head_up,
        face=face.square_to(head_up).unit,
    )


def _pelvis_aside(pair: Pair, pose: Pose) -> float:
    if pose.frame.twist.spread:
        return sum(_aside(pair, pose, name) for name in NAMES) / 2
    return pose.frame.twist.hips_shift_cm * CM


def _aside(pair: Pair, pose: Pose, name: Name) -> float:
    """How far to the right of the middle a foot stands."""
    twist = pose.frame.twist
    if twist.spread:
        start, now = (HIP_HALF + SIDE_STEP * math.sin(math.radians(t.spread)) for t in (pair.start.twist, twist))
        return 2 * now - start if name == "work" else -start
    half = LAP_STANCE if pair.own_eye else twist.stance_cm * CM / 2 or HIP_HALF + FOOT_OUT
    return SIDES[name] * half


def _leg(pair: Pair, pose: Pose, name: Name, pelvis: Vec) -> Leg3:
    """A leg that stands, kneels or hangs."""
    flat, twist, side = leg_posed(pose, name), pose.frame.twist, SIDES[name]
    out = HIP_HALF + (LAP_HIPS if pair.own_eye else 0)
    hip = pelvis + RIGHT.yawed(twist.hips_turn) * (side * out)
    aside = _aside(pair, pose, name)
    tip = math.tan(math.radians(pose.frame.board_tilt)) * aside
    ankle = in_plane(flat.ankle, aside) + UP * tip
    turned = twist.foot_turn if name == "work" else 0
    foot = _foot(flat, ankle, turned)
    if flat.said.contact == "knee":
        return Leg3(hip, in_plane(flat.knee, aside), ankle, foot)
    if abs(ankle - hip) > LEG and not flat.planted:
        ankle = hip + (ankle - hip).unit * LEG
        foot = _foot(flat, ankle, turned)
    if flat.knee_angle > 176:
        return Leg3(hip, blend(hip, ankle, THIGH / (THIGH + SHIN)), ankle, foot)
    knee_turn = (twist.knee_turn if name == "work" else 0) + side * twist.knees_out
    knee = reach(hip, ankle, THIGH, SHIN, Vec(1, 0.15, 0).yawed(knee_turn))
    if name == "work" and twist.knee_shift_cm:
        knee = _shifted(hip, knee, ankle, twist.knee_shift_cm * CM)
    return Leg3(hip, knee, ankle, foot)


def leg_posed(pose: Pose, name: Name) -> PosedLeg:
    """The work or the other leg of the side view."""
    return pose.work if name == "work" else pose.other


def _foot(flat: PosedLeg, ankle: Vec, turned: float) -> Foot3:
    ahead = turn(flat.pitch)
    forward, up = Vec(ahead.real, ahead.imag, 0), Vec(-ahead.imag, ahead.real, 0)
    return Foot3(ankle, forward.yawed(turned), up.yawed(turned), flat.bend)


def _shifted(hip: Vec, knee: Vec, ankle: Vec, aside: float) -> Vec:
    """The knee swung sideways about the line from hip to ankle."""
    line = (ankle - hip).unit
    middle = hip + line * (knee - hip).dot(line)
    out = knee - middle
    angle = math.degrees(math.asin(max(-0.9, min(0.9, abs(aside) / max(abs(out), 0.1)))))
    swung = [middle + out.spun(line, way * angle) for way in (1, -1)]
    return max(swung, key=lambda point: point.z * aside)


def _crossed_leg(pose: Pose, pelvis: Vec, other: Leg3) -> Leg3:
    """The ankle resting on the other knee, the own knee out to the side."""
    hip = pelvis + RIGHT * HIP_HALF
    ankle = other.knee + Vec(-4.5, 7.0, -4.5 + (-HIP_HALF - other.knee.z))
    knee = reach(hip, ankle, THIGH, SHIN, Vec(0.55, 0.05, 1))
    tilt, shin = pose.frame.twist.heel_tilt, (ankle - knee).unit
    forward = Vec(1, 0.35 + 1.1 * math.sin(math.radians(tilt)), -0.5).unit
    forward = (forward - shin * (forward.dot(shin) * 0.8)).unit
    up = (-shin).square_to(forward).unit.spun(forward, 2.2 * tilt)
    return Leg3(hip, knee, ankle, Foot3(ankle, forward, up, pose.frame.twist.toe_up))


def _side_lying_leg(pair: Pair, pose: Pose, name: Name) -> Leg3:
    """A leg of a body lying on its side, in the body's own frame: the work leg lies on top."""
    said, twist = leg_of(pose.frame, name), pose.frame.twist
    thigh, shin = hanging(said.hip), hanging(said.hip - said.knee)
    under = RIGHT * (0.6 - HIP_HALF)
    if name == "other":
        return _lying(under, thigh, shin, said.ankle)
    hip = RIGHT * HIP_HALF
    if pair.move.part == "work_knee":
        ankle = under + thigh * THIGH + shin * SHIN + RIGHT * 6.4
        opened = [(thigh * THIGH).spun(ankle - hip, way * twist.turned_out) for way in (1, -1)]
        knee = reach(hip, ankle, THIGH, SHIN, max(opened, key=lambda point: point.z))
        return Leg3(hip, knee, ankle, _lying_foot(ankle, (ankle - knee).unit, said.ankle))
    if twist.spread:
        return _lying(hip, thigh.spun(FORWARD, -twist.spread), shin.spun(FORWARD, -twist.spread), said.ankle)
    leg = _lying(hip, thigh, shin, said.ankle)
    ankle = leg.ankle - RIGHT * 2.5
    return Leg3(hip, leg.knee - RIGHT * 1.2, ankle, _lying_foot(ankle, shin, said.ankle))


def _lying(hip: Vec, thigh: Vec, shin: Vec, ankle_angle: float) -> Leg3:
    knee = hip + thigh * THIGH
    ankle = knee + shin * SHIN
    return Leg3(hip, knee, ankle, _lying_foot(ankle, shin, ankle_angle))


def _lying_foot(ankle: Vec, shin: Vec, angle: float) -> Foot3:
    forward = shin.spun(RIGHT, 90 + angle)
    if forward.x < 0:
        forward = -forward
    return Foot3(ankle, forward, (-shin).square_to(forward).unit)
