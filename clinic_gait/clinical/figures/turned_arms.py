"""The arms of the angled views: where each hand is in space, and where its elbow points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clinic_gait.clinical.figures.body import ARM, FOREARM, UPPER_ARM
from clinic_gait.clinical.figures.solve import NAMES, Name
from clinic_gait.clinical.figures.space import Vec, blend, reach
from clinic_gait.clinical.figures.spec import Arms
from clinic_gait.clinical.figures.stage import Stage
from clinic_gait.clinical.figures.turned_body import SIDES, Body3

#: Where the chair stands that is held with the far hand.
CHAIR_SIDE = 22.0


@dataclass(frozen=True, slots=True)
class Arm3:
    """One arm; ``on_wall`` hands show their palm's length."""

    shoulder: Vec
    elbow: Vec
    hand: Vec
    on_wall: bool


#: Where a hand is, and which way its elbow points.
Place = tuple[Vec, Vec]


def arms(stage: Stage, body: Body3) -> Mapping[Name, Arm3]:
    """Both arms of a frame."""
    return {name: _arm(stage, body, name) for name in NAMES}


def _arm(stage: Stage, body: Body3, name: Name) -> Arm3:
    hand, elbow_out = place(stage, body, name)
    shoulder = body.shoulder(name)
    if abs(hand - shoulder) > ARM:
        hand = shoulder + (hand - shoulder).unit * (ARM - 0.05)
    elbow = reach(shoulder, hand, UPPER_ARM, FOREARM, elbow_out)
    on_wall = stage.wall is not None and hand.x > stage.wall - 4
    return Arm3(shoulder, elbow, hand, on_wall)


def place(stage: Stage, body: Body3, name: Name) -> Place:
    """Where a hand is meant to be, before the arm's length is asked."""
    side, how = SIDES[name], body.pose.frame.arms
    if how in ("one_hand_shin_one_hand_heel", "hand_on_big_toe"):
        return _at_own_foot(body, name, how)
    match how:
        case "hands_wall" | "hands_counter" if stage.hand is not None:
            return Vec(stage.hand.real, stage.hand.imag, side * 8.5), Vec(-0.2, -1, side * 0.9)
        case "hand_on_chair":
            return _chair_or_thigh(stage, body, name)
        case "hands_on_thighs":
            leg = body.leg(name)
            return blend(leg.hip, leg.knee, 0.62) + Vec(0, 5, 0), Vec(-0.6, -0.3, side)
        case "hands_floor":
            return Vec(stage.poses[0].shoulder.real + 1.5, 1.7, side * 10), Vec(-0.6, 0, side)
        case "head_on_arm":
            return _lying_hand(body, name)
        case _:
            return body.pelvis + Vec(2.4, 6, side * 10), Vec(-0.7, -0.1, side)


def _chair_or_thigh(stage: Stage, body: Body3, name: Name) -> Place:
    if name == "other":
        return Vec(chair_place(stage), 47, -CHAIR_SIDE), Vec(-0.3, -1, -0.8)
    return blend(body.work.hip, body.work.knee, 0.6) + Vec(1, 5.6, 1.2), Vec(-0.5, -0.2, 1)


def chair_place(stage: Stage) -> float:
    """How far ahead the back of the chair beside the body stands."""
    return stage.poses[0].shoulder.real + 3


def _at_own_foot(body: Body3, name: Name, how: Arms) -> Place:
    """One hand on the shin, the other at the heel or the big toe of the crossed leg."""
    leg = body.work
    if name == "work":
        share, lift = (0.45, 4.2) if how == "one_hand_shin_one_hand_heel" else (0.75, 4.4)
        return blend(leg.knee, leg.ankle, share) + Vec(0 if share < 0.5 else 1, lift, 0), Vec(-0.6, -0.4, 1)
    if how == "hand_on_big_toe":
        return leg.foot.at(15.2 + 1j), Vec(-0.5, -0.6, -1)
    return leg.ankle + Vec(1.5, 1.5, -6.5), Vec(-0.7, -0.5, -1)


def _lying_hand(body: Body3, name: Name) -> Place:
    """The lower arm under the head, the upper hand on the floor in front."""
    if name == "other":
        return body.head + Vec(1.5, 7.5, -7.2), Vec(1, 0.2, -0.2)
    return Vec(12.5, body.shoulders.y - 15, -7.0), Vec(0.8, -0.6, 0.6)
