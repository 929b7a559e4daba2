"""Arrows and feel marks of the side view: beside the part that moves, never on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clinic_gait.clinical.figures.body import LEG_BACK, LEG_FRONT
from clinic_gait.clinical.figures.curves import limb
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.person import apart
from clinic_gait.clinical.figures.plane import degrees, mix, turn, unit
from clinic_gait.clinical.figures.pose import Pose
from clinic_gait.clinical.figures.spec import Part
from clinic_gait.clinical.figures.stage import Stage

#: A wall this near leaves no room for an arrow in front of the knee.
NO_ROOM = 24.0
MOST_FEELS = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A feel mark on thigh or shin: how far down, how far ahead of the middle, its half axes, its rays' side."""

    thigh: bool
    place: float
    ahead: float
    size: tuple[float, float]
    side: int


SPOTS = {
    "calf_upper": Spot(False, 0.30, -1.0, (2.1, 4.8), -1),
    "calf_low": Spot(False, 0.64, -0.4, (1.7, 4.2), -1),
    "shin": Spot(False, 0.42, 0.8, (1.8, 4.8), 1),
    "thigh_front": Spot(True, 0.66, 0.8, (2.2, 4.6), 1),
}


def told_apart(felt: tuple[str, ...]) -> tuple[str, ...]:
    """The first two regions that lie on different parts of the leg."""
    chosen: list[str] = []
    for region in felt:
        if _segment(region) not in map(_segment, chosen):
            chosen.append(region)
    return tuple(chosen[:MOST_FEELS])


def _segment(region: str) -> str:
    return "shin" if region.startswith(("calf", "ankle", "shin", "sole", "heel")) else region


def feel(pen: Pen, pose: Pose, felt: tuple[str, ...]) -> None:
    """Where it is to be felt."""
    for region in told_apart(felt):
        _feel(pen, pose, region)


def _feel(pen: Pen, pose: Pose, region: str) -> None:
    leg, lean = pose.work, pose.frame.lean
    if region in SPOTS:
        _feel_spot(pen, pose, region)
        return
    match region:
        case "ankle_front":
            shin = leg.ankle - leg.knee
            pen.feel(leg.ankle + unit(shin) * (-0.6 + 0.7j), degrees(shin) + 20, (1.5, 2.6))
        case "ankle_outside" | "ankle_inside":
            pen.feel(leg.ankle + (-0.4 + 1.4j), leg.pitch + 90, (1.7, 2.4))
        case "seat":
            pen.feel(pose.pelvis + (-3.6 - 0.6j) * turn(-0.5 * lean), 80 - 0.5 * lean, (2.1, 4.4))
        case "hip_side":
            pen.feel(pose.pelvis + 1j, 90, (2.2, 4.2))
        case "heel":
            pen.feel(leg.of_foot(1.5 + 2.6j), leg.pitch, (1.6, 2.4), -1)
        case _:
            pen.feel(leg.of_foot(7 + 1.7j), leg.pitch, (1.2, 3.6), rays=False)


def _feel_spot(pen: Pen, pose: Pose, region: str) -> None:
    leg, spot = pose.work, SPOTS[region]
    top, end = (leg.hip, leg.knee) if spot.thigh else (leg.knee, leg.ankle)
    way = unit(end - top)
    if pose.frame.base == "sit_floor" and leg.said.contact == "rest" and region.startswith("calf"):
        pen.feel(mix(top, end, 0.34) - 1.6j * way, degrees(way), (1.5, 5.0))
    else:
        pen.feel(mix(top, end, spot.place) + spot.ahead * 1j * way, degrees(way), spot.size, spot.side)


def ghost(pen: Pen, stage: Stage) -> None:
    """The start as a dashed outline, where the two frames hardly differ."""
    if stage.pair.move.way == "forward_small":
        leg = stage.poses[0].work
        line = limb(leg.hip, leg.knee, leg.ankle, LEG_FRONT, LEG_BACK, stop=1.95)
        pen.stroke(line, 0.9, dash=(1.4, 3.2))


Arrow = Callable[[Pen, Stage, Pose], None]


def arrows(pen: Pen, stage: Stage, pose: Pose) -> None:
    """The arrow of the move, in the second frame."""
    paint = ARROWS.get(stage.pair.move.part)
    if paint:
        paint(pen, stage, pose)


def _hips(pen: Pen, stage: Stage, pose: Pose) -> None:
    behind = pose.pelvis - 10
    match stage.pair.move.way:
        case "forward":
            pen.arrow([behind + (-14 + 4j), behind + (-1 + 1j)])
        case "forward_back":
            pen.arrow([behind + (-17 + 3j), behind + (-1 + 3j)], both=True)
        case "down_forward":
            pen.arrow([behind + (-7 + 16j), behind + (-3 - 1j)])
        case "down":
            pen.arrow([behind + (-9 + 18j), behind + (-9 - 1j)])
        case _ if pose.frame.base == "lie_back":
            pen.arrow([pose.pelvis + (1 + 9j), pose.pelvis + (1 + 25j)])
        case _:
            pen.arrow([behind + (-9 - 6j), behind + (-9 + 16j)])


def _work_knee(pen: Pen, stage: Stage, pose: Pose) -> None:
    knee = pose.work.knee
    near_wall = stage.wall is not None and stage.wall - knee.real < NO_ROOM
    both = stage.pair.move.way == "forward_back"
    if stage.pair.move.way == "forward_small":
        pen.arrow([knee + 6.5, knee + 16.5])
    elif near_wall or (both and stage.chair_back is not None):
        pen.arrow([knee + (-25 - 6.5j), knee + (-8 - 5j)], both=both)
    else:
        pen.arrow([knee + (6.5 + 1j), knee + ((22 if both else 19) + 1j)], both=both)


def _work_heel(pen: Pen, stage: Stage, pose: Pose) -> None:
    heel = pose.work.heel
    match stage.pair.move.way:
        case "up":
            behind = heel.real - 6.5
            pen.arrow([complex(behind, max(1.5, heel.imag - 8)), complex(behind, heel.imag + 13)])
        case "back":
            pen.arrow([heel + (-4 + 2j), heel + (-19 + 1j)])
        case _:
            pen.arrow([heel + (-9.5 + 17j), heel + (-9.5 + 0.5j)])


def _heels(pen: Pen, stage: Stage, pose: Pose) -> None:
    behind = min(leg.heel.real for leg in pose.legs) - 9
    pen.arrow([complex(behind, 1.5), complex(behind, 20 if stage.pair.move.way == "up" else 15)])


def _toes(pen: Pen, stage: Stage, pose: Pose) -> None:
    ahead = max(pose.work.tip.real, apart(pose).tip.real)
    if stage.pair.move.way == "up":
        pen.arrow([ahead + (3 + 2j), ahead + (4.6 + 9j), ahead + (2.6 + 17j)])
    else:
        pen.arrow([ahead + (4 + 1.5j), ahead + (5.8 + 10j), ahead + (4 + 19j)], both=True)


def _work_toes(pen: Pen, stage: Stage, pose: Pose) -> None:
    tip = pose.work.tip
    if stage.pair.move.way == "toward_body":
        pen.arrow([tip + (7 + 1j), tip + (2 + 6.5j), tip + (-7.5 + 7.5j)])
        return
    middle = complex(max(frame.work.tip.real for frame in stage.poses) + 9, pose.work.ankle.imag + 3)
    pen.arrow([middle + 8 * turn(angle) for angle in range(150, -160, -30)])


def _work_foot(pen: Pen, stage: Stage, pose: Pose) -> None:
    if stage.pair.move.way == "back":
        pen.arrow([complex(pose.work.heel.real - 3.5, 4), complex(pose.work.heel.real - 18, 4)])
        return
    ahead = max(leg.tip.real for leg in stage.legs()) + 3
    pen.arrow([ahead + 5j, ahead + (16 + 5j)], both=True)


def _roller(pen: Pen, stage: Stage, pose: Pose) -> None:
    leg = pose.work
    pen.arrow([mix(leg.knee, leg.ankle, 0.95) + 16j, mix(leg.knee, leg.ankle, 0.2) + 16.5j])


def _thumbs(pen: Pen, stage: Stage, pose: Pose) -> None:
    leg = pose.work
    ahead = 9.5j * unit(leg.ankle - leg.knee)
    pen.arrow([mix(leg.knee, leg.ankle, 0.7) + ahead, mix(leg.knee, leg.ankle, 0.0) + ahead])


def _other_knee(pen: Pen, stage: Stage, pose: Pose) -> None:
    knee = pose.other.knee
    pen.arrow([knee + (7.5 - 10j), knee + (7.5 + 7j)])


def _body(pen: Pen, stage: Stage, pose: Pose) -> None:
    pelvis, shoulder = pose.pelvis, pose.shoulder
    if stage.pair.move.way == "up":
        pen.arrow([pelvis + (-19 + 2j), pelvis + (-19 + 22j)])
    elif stage.pair.has("sled"):
        pen.arrow([pelvis + (-24 + 8j), pelvis + (-10 + 8j)])
    else:
        pen.arrow([shoulder + (12 + 14j), shoulder + (27 + 14j)])


def _other_foot(pen: Pen, stage: Stage, pose: Pose) -> None:
    foot = pose.other
    if stage.pair.move.way == "up":
        beside = foot.tip.real - 9 if foot.tip.real < pose.work.heel.real else foot.heel.real - 6
        pen.arrow([complex(beside, foot.heel.imag - 13), complex(beside, foot.heel.imag + 5)])
    else:
        pen.arrow([complex(foot.tip.real + 5, 22), complex(foot.tip.real + 5, 3)])


ARROWS: Mapping[Part, Arrow] = {
    "body": _body,
    "heels": _heels,
    "hips": _hips,
    "other_foot": _other_foot,
    "other_heel": _other_foot,
    "other_knee": _other_knee,
    "roller": _roller,
    "thumbs": _thumbs,
    "toes": _toes,
    "work_foot": _work_foot,
    "work_heel": _work_heel,
    "work_knee": _work_knee,
    "work_toes": _work_toes,
}
