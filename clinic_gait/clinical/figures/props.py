"""Things drawn in the side view: what is behind the body, between the legs, and over the leg."""

from __future__ import annotations

import math

from clinic_gait.clinical.figures.body import LEG
from clinic_gait.clinical.figures.curves import box, polygon, smooth
from clinic_gait.clinical.figures.hands import Hands, sled_reach
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.plane import degrees, mix
from clinic_gait.clinical.figures.pose import Pose
from clinic_gait.clinical.figures.stage import Stage

WALL, WALL_TOP = 1.8, 97.0
FLOOR, FLOOR_LINE = 1.4, -0.7
MAT_LINE = -3.1
WOOD = 1.9


def behind(pen: Pen, stage: Stage, pose: Pose) -> None:
    """Everything the body stands in front of."""
    if stage.wall is not None:
        wall(pen, stage.wall, 1)
    if stage.wall_behind is not None:
        wall(pen, stage.wall_behind, -1)
    if stage.pair.has("wall_mirror"):
        mirror(pen, stage.poses[0].pelvis.real - 15)
    if stage.counter:
        counter(pen, stage)
    steps(pen, stage)
    rail(pen, stage)
    if stage.seat is not None:
        chair(pen, stage.seat)
    if stage.chair_back is not None and stage.hand is not None:
        chair_to_hold(pen, stage.chair_back, stage.hand.imag - 1.2)
    mats(pen, stage, pose)
    if stage.pair.has("anchor_behind"):
        anchored_band(pen, stage, pose)
    if stage.pair.has("sled"):
        sled(pen, stage, pose)


def floor_height(stage: Stage) -> float:
    """Where the floor line runs: under the mat, the lower stair, or the feet."""
    if stage.pair.has("stairs") and stage.step:
        return FLOOR_LINE - stage.step.height
    return MAT_LINE if _on_mat(stage) else FLOOR_LINE


def floor(pen: Pen, stage: Stage, left: float, right: float) -> None:
    """The floor line from edge to edge, a hill or grown over where the figure says so."""
    low = floor_height(stage)
    if stage.pair.start.slope:
        hill(pen, stage, left, right)
        return
    pen.rod(complex(left, low), complex(right, low), FLOOR, ends=False)
    if stage.pair.has("grass"):
        roots = [complex(left + 3 + 7 * number, low) for number in range(int((right - left - 5) / 7) + 1)]
        blades = [(root, root + blade) for root in roots for blade in (-1.2 + 2.6j, 3.6j, 1.2 + 2.4j)]
        pen.rods(blades, 0.6)


def hill(pen: Pen, stage: Stage, left: float, right: float) -> None:
    """Ground that falls ahead; a line alone reads as a floor drawn badly."""
    rise = math.tan(math.radians(stage.pair.start.slope))
    top, end = complex(left, FLOOR_LINE + rise * left), complex(right, FLOOR_LINE + rise * right)
    pen.hatched(polygon([complex(left, end.imag), end, top]), FLOOR)


def wall(pen: Pen, place: float, side: int) -> None:
    """A wall seen on edge, with ticks on the side nobody is on."""
    pen.rod(complex(place, FLOOR_LINE), complex(place, WALL_TOP), WALL, ends=False)
    feet = [complex(place, 2 + 6 * number) for number in range(int(WALL_TOP - 4) // 6 + 1)]
    pen.rods([(foot, foot + complex(4 * side, 4)) for foot in feet], 0.8)


def mirror(pen: Pen, left: float) -> None:
    """A mirror on the wall beside the body."""
    pen.area(box(complex(left, 5), complex(left + 27, 106)), 1.8)
    pen.area(box(complex(left + 2, 7), complex(left + 25, 104)), 0.5)
    pen.rods([(complex(left + 4, 88 - low), complex(left + 11, 99 - low)) for low in (0, 5)], 0.8)


def counter(pen: Pen, stage: Stage) -> None:
    """A kitchen counter; its cabinet stands back behind toes and lifted knees."""
    if stage.counter is None:
        return
    edge, face, top = stage.counter.edge, stage.counter.face, stage.counter.top
    end = max(edge + 19, face + 12)
    pen.area(box(complex(face, FLOOR_LINE), complex(end - 1.5, top - 2)), 1.2)
    pen.rod(complex(face + 3, 30), complex(face + 3, 40), 1.2)
    pen.area(box(complex(edge, top - 2.6), complex(end, top)), 1.4)


def steps(pen: Pen, stage: Stage) -> None:
    """A step, or two stairs down; solid things are hatched."""
    if stage.step is None:
        return
    back, front, height = stage.step.back, stage.step.front, stage.step.height
    if not stage.pair.has("stairs"):
        pen.hatched(box(complex(back, FLOOR_LINE), complex(front, height)))
        return
    low, end = FLOOR_LINE - height, front + 19
    corners = [(back, low), (end, low), (end, -0.2), (front, -0.2), (front, height), (back, height)]
    pen.hatched(polygon([complex(*corner) for corner in corners]))


def rail(pen: Pen, stage: Stage) -> None:
    """A rail at the hand: a post and a thick bar, sloped beside stairs."""
    if stage.rail is None:
        return
    grip = stage.rail - 2.6j
    if stage.pair.has("stairs") and stage.step:
        slope = 1 - 0.42j
        posts = [(-17.0, None), (22.0, -stage.step.height)]
        for ahead, foot in posts:
            top = grip + ahead * slope
            pen.rod(complex(top.real, stage.ground(top.real) if foot is None else foot), top, 1.7, ends=False)
        pen.rod(grip - 20 * slope, grip + 26 * slope, 3.2)
        return
    post = grip + 5.5
    pen.rod(complex(post.real, stage.ground(post.real)), post, 2.2, ends=False)
    pen.rod(grip - 5, grip + 11, 3.6)


def chair(pen: Pen, seat: complex) -> None:
    """A chair that is sat on, from its side."""
    back, front, top = seat.real - 9, seat.real + 15, seat.imag
    pen.rod(complex(back + 1.2, 0), complex(back + 1.2, top + 27), WOOD)
    pen.rod(complex(front - 1.6, 0), complex(front - 1.6, top - 1), WOOD)
    pen.area(box(complex(back, top - 2.6), complex(front, top)))
    pen.area(box(complex(back + 0.2, top + 13), complex(back + 2.2, top + 28)))


def chair_to_hold(pen: Pen, back: float, top: float) -> None:
    """A chair in front, held at its back."""
    pen.rod(complex(back, 0), complex(back, top - 2), WOOD)
    pen.rod(complex(back + 17, 0), complex(back + 17, 22), WOOD)
    pen.area(box(complex(back, 20), complex(back + 18.5, 22.6)))
    pen.area(box(complex(back - 1, top - 14), complex(back + 1, top)))


def _on_mat(stage: Stage) -> bool:
    return stage.pair.has("mat") and stage.pair.start.base != "half_kneel"


def mats(pen: Pen, stage: Stage, pose: Pose) -> None:
    """A cushion under the kneeling knee, or a mat under the whole body."""
    if pose.frame.base == "half_kneel" and stage.pair.has("cushion", "mat"):
        left = stage.poses[0].other.knee.real - 9
        edge = [0j, -0.8 + 1j, 1.9j, 8 + 2j, 16 + 1.9j, 16.8 + 1j, 16 + 0j, 8 - 0.1j]
        pen.area(smooth([left + point for point in edge]), 0.9)
    elif _on_mat(stage):
        left, right = mat_ends(stage)
        pen.area(box(complex(left, -2.4), complex(right, -0.5)), 0.9)


def mat_ends(stage: Stage) -> tuple[float, float]:
    """How far a mat reaches: a little further than the body in either frame."""
    feet = [point.real for leg in stage.legs() for point in leg.foot]
    ahead = max(shoulder.real for shoulder in stage.shoulders)
    pelvis = stage.poses[0].pelvis.real
    match stage.pair.start.base:
        case "lie_back":
            return min(shoulder.real for shoulder in stage.shoulders) - 21, max(feet) + 4
        case "hands_knees":
            return min(feet) - 4, ahead + 13
        case _:
            return min(min(feet) - 4, pelvis - 12), max(*feet, ahead + 6) + 4


def anchored_band(pen: Pen, stage: Stage, pose: Pose) -> None:
    """A band from a post behind to the front of the ankle."""
    post = min(point.real for leg in stage.legs() for point in leg.foot) - 13
    pen.hatched(box(complex(post - 3, 0), complex(post + 2, 22)), 1.2)
    pen.dot(complex(post + 1, 6.5), 2.0, 1.1)
    pen.band(complex(post + 2, 6.5), pose.work.ankle + 0.6j)


def sled(pen: Pen, stage: Stage, pose: Pose) -> None:
    """A sled with its load, pushed by an upright handle."""
    handle = pose.shoulder + sled_reach(stage, pose)
    left = max(handle.real - 2, max(leg.tip.real for leg in pose.legs) + 2)
    pen.area(polygon([left + point for point in (1.2j, 40 + 1.2j, 43 + 4.2j, 4.2j)]), 1.3)
    pen.rod(complex(handle.real + 1, 4), handle + (1 + 7j), 2.4)
    pen.rod(handle + (1 - 16j), complex(handle.real + 20, 4), 1.8)
    for plate in range(3):
        low = complex(left + 15, 4.2 + 4.2 * plate)
        pen.area(box(low, low + (20 + 4j)))
    pen.rod(complex(left + 25, 16.8), complex(left + 25, 23), 2.4)


def between_legs(pen: Pen, stage: Stage, pose: Pose) -> None:
    """What lies under the near leg but in front of the far one."""
    leg = pose.work
    if pose.frame.roller_at:
        under = mix(leg.knee, leg.ankle, {"ankle": 0.86, "below_knee": 0.22}[pose.frame.roller_at]).real
        pen.dot(complex(under, 3.9), 3.9, 1.4)
        pen.dot(complex(under, 3.9), 1.8, 1.0)
    if pose.frame.ball_at:
        place = {"heel": 3.0, "ball_of_foot": 11.0}[pose.frame.ball_at]
        pen.dot(leg.of_foot(place).real + 3j, 3.0, 1.3)


def cords_behind(pen: Pen, stage: Stage, pose: Pose, hands: Hands) -> None:
    """Straps and bands that run behind the near leg."""
    leg = pose.work
    if stage.pair.has("strap_front_of_ankle_pull_back_down"):
        pen.band(hands.near, leg.ankle + (-0.8 + 0.8j), 2.8, ticks=False)
    if stage.pair.has("band_top_of_foot_pull_away"):
        post = stage.poses[0].pelvis.real + LEG + 34
        pen.area(box(complex(post, 0), complex(post + 4, 38)))
        pen.area(box(complex(post - 8, 38), complex(post + 12, 41)), 1.3)
        pen.band(leg.of_foot(9.6 + 3.4j) + 1.5, complex(post, 6))
        pen.loop(complex(post + 2, 6), 90, 3.0, 1.4)


def over_leg(pen: Pen, stage: Stage, pose: Pose, hands: Hands) -> None:
    """What is wrapped round the near leg or stands in front of it."""
    leg, has = pose.work, stage.pair.has
    across_shin = degrees(leg.knee - leg.ankle) - 90
    if has("heel_wedge"):
        heel = leg.heel
        block = [heel.real - 3.4 - 0.2j, heel.real + 5.4 - 0.2j, heel + (5.4 - 0.5j), heel + (-3.4 + 0.2j)]
        pen.area(polygon(block), 1.1)
    if has("band_low_front_of_ankle_pull_back"):
        pen.loop(leg.ankle + (0.2 + 1.2j), across_shin + 6)
    if has("strap_front_of_ankle_pull_back_down"):
        pen.loop(leg.ankle + (0.2 + 1.0j), across_shin + 10)
    if has("towel"):
        pen.band(hands.near, leg.of_foot(12.2 - 1.2j), 3.0, ticks=False)
        pen.loop(leg.of_foot(12.0 + 1.2j), leg.pitch + 90, 3.4, 1.3)
    if has("band_top_of_foot_pull_away"):
        pen.loop(leg.of_foot(9.0 + 2.2j), leg.pitch + 90, 3.2)
