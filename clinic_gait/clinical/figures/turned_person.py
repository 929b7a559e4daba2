"""The body of the angled views, painted from the parts far away to the near ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clinic_gait.clinical.figures.body import ARM_ROUND, FOOT_SPACE, LEG_ROUND, PELVIS_RINGS, SHIRT_RINGS, TRUNK
from clinic_gait.clinical.figures.curves import (
    Line,
    bone,
    capsule,
    disc,
    ellipse,
    limb,
    polygon,
    polyline,
    rounded,
    smooth,
)
from clinic_gait.clinical.figures.pen import HALO, OUTLINE, SHORTS_OUTLINE, Pen
from clinic_gait.clinical.figures.person import HEM, SHORTS_WIDER, SLEEVE, SLEEVE_WIDER
from clinic_gait.clinical.figures.plane import Profile, along, degrees, mix, radius, turn, unit
from clinic_gait.clinical.figures.primitives import Ink
from clinic_gait.clinical.figures.solve import NAMES, Name
from clinic_gait.clinical.figures.space import RIGHT, Camera, Vec, blend
from clinic_gait.clinical.figures.turned_arms import Arm3
from clinic_gait.clinical.figures.turned_body import LYING_LEAN, Body3, Leg3

#: A thigh that comes this much nearer on its way to the knee points at the reader.
TOWARD_READER = 7.0
#: Below this length on paper a limb is a row of circles rather than a tube.
SHORT_ON_PAPER = 9.0
CHAIN = (0.0, 0.35, 0.7, 1.0, 1.2, 1.4, 1.7, 2.0)
#: Toes bent more than this are drawn apart from the rest of the foot.
TOES_APART = 20.0

Paint = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the picture and how near it is; what is nearer is painted later."""

    depth: float
    paint: Paint


class Painter:
    """Paints one body through one camera."""

    def __init__(self, pen: Pen, camera: Camera, body: Body3, *, both_work: bool, lap: bool) -> None:
        self.pen = pen
        self.camera = camera
        self.body = body
        self.both_work = both_work
        self.lap = lap

    def parts(self, arms: dict[Name, Arm3]) -> list[Part]:
        """Everything of the body; of the own lap only the legs."""
        body, depth = self.body, self.camera.depth
        found = [Part(self.leg_depth(name), self.leg_paint(name)) for name in NAMES]
        if self.lap:
            return found
        found += [Part(depth(arm.elbow, arm.hand) + 1.2, self.arm_paint(arm)) for arm in arms.values()]
        return [
            *found,
            Part(depth(body.pelvis), self.pelvis),
            Part(depth(blend(body.pelvis, body.shoulders, 0.6)) + 0.5, self.shirt),
            Part(depth(body.head) + 1.0, self.head),
        ]

    # ---- limbs ----

    def tube(
        self, a: Vec, joint: Vec, b: Vec, profile: Profile, *, start: float = 0.0, stop: float = 2.0, grow: float = 0.0
    ) -> list[Line]:
        """A limb as seen: one outline, or a row of circles where it points at the reader."""
        p, q, r = self.camera(a), self.camera(joint), self.camera(b)
        if min(abs(q - p), abs(r - q)) > SHORT_ON_PAPER:
            return [limb(p, q, r, profile, profile, start=start, stop=stop, grow=grow)]
        places = sorted({start, stop, *(place for place in CHAIN if start < place < stop)})
        rings = [(bone(p, q, r, place), radius(profile, place) + grow) for place in places]
        return [capsule(*one, *two) for one, two in pairwise(rings)]

    def leg_tube(self, leg: Leg3, *, start: float = 0.0, stop: float = 2.0, grow: float = 0.0) -> list[Line]:
        return self.tube(leg.hip, leg.knee, leg.ankle, LEG_ROUND, start=start, stop=stop, grow=grow)

    def foot(self, leg: Leg3) -> list[Line]:
        points = leg.foot.points
        if abs(leg.foot.bend) <= TOES_APART:
            return [rounded([self.camera(point) for point in points])]
        placed = [(self.camera(point), corner[0]) for point, corner in zip(points, FOOT_SPACE, strict=True)]
        rear, toes = [p for p, x in placed if x <= 11], [p for p, x in placed if x >= 9]
        return [rounded(rear), rounded(toes)]

    def toward(self, leg: Leg3) -> float:
        """How much nearer the knee is than the hip."""
        return self.camera.depth(leg.knee) - self.camera.depth(leg.hip)

    def leg_depth(self, name: Name) -> float:
        leg = self.body.leg(name)
        depth = self.camera.depth(leg.hip, leg.knee, leg.ankle) + (0.9 if name == "work" else 0)
        if self.toward(leg) > TOWARD_READER + 1:
            return depth + 6
        upright = abs(self.body.pose.frame.lean) < LYING_LEAN and self.body.pose.frame.base != "lie_side"
        return depth - 6 if upright else depth

    def leg_paint(self, name: Name) -> Paint:
        leg = self.body.leg(name)
        fill = Ink.BLACK if name == "work" or self.both_work else Ink.WHITE
        halo = HALO if name == "work" else 0.6

        def paint() -> None:
            foot = self.foot(leg)
            if self.lap:
                self.own_leg(leg, foot, fill, halo)
                return
            near = self.toward(leg) > TOWARD_READER
            shorts = self.leg_tube(leg, stop=HEM, grow=SHORTS_WIDER)
            foot_first = self.camera.depth(leg.ankle) < self.camera.depth(leg.knee) - 6
            if near and foot_first:
                self.pen.shape(foot, fill, halo=halo)
                foot = []
            if near:
                self.pen.shape(shorts, Ink.GREY, edge=SHORTS_OUTLINE, halo=0.8)
            self.pen.shape([*self.leg_tube(leg, start=HEM + 0.02 if near else 0), *foot], fill, halo=halo)
            if not near:
                self.pen.shape(shorts, Ink.GREY, edge=SHORTS_OUTLINE, halo=0.8)

        return paint

    def own_leg(self, leg: Leg3, foot: list[Line], fill: Ink, halo: float) -> None:
        """A leg as its owner sees it: the foot farthest, the thigh nearest."""
        self.pen.shape(foot, fill, halo=halo)
        self.pen.shape(self.leg_tube(leg, start=0.5), fill, halo=halo)
        shorts = self.leg_tube(leg, start=0.26, stop=0.6, grow=SHORTS_WIDER)
        self.pen.shape(shorts, Ink.GREY, edge=SHORTS_OUTLINE, halo=0.8)

    def arm_paint(self, arm: Arm3) -> Paint:
        def paint() -> None:
            hand = self.camera(arm.hand)
            fist = disc(hand, 2.6)
            if arm.on_wall:
                fist = capsule(hand, 2.5, self.camera(arm.hand + Vec(0, 4.2, 0)), 1.9)
            self.pen.shape([*self.tube(arm.shoulder, arm.elbow, arm.hand, ARM_ROUND), fist])
            sleeve = self.tube(arm.shoulder, arm.elbow, arm.hand, ARM_ROUND, stop=SLEEVE, grow=SLEEVE_WIDER - 0.1)
            self.pen.shape(sleeve, edge=OUTLINE * 0.9)

        return paint

    # ---- trunk and head ----

    def silhouette(self, rings: Sequence[tuple[float, float, float]]) -> Line:
        """The outline of the trunk between rings across it, as seen."""
        body = self.body
        axis = unit(self.camera.way(body.trunk))
        left, right = [], []
        for place, half_width, half_depth in rings:
            share = max(0.0, min(1.0, place))
            across = RIGHT.yawed(body.hips_turn + (body.shoulder_turn - body.hips_turn) * share)
            across = across.square_to(body.trunk).unit
            wide = self.camera.way(across * half_width)
            deep = self.camera.way(body.trunk.cross(across) * half_depth)
            middle = self.camera(body.pelvis + body.trunk * (place * TRUNK))
            out = (along(wide, axis * 1j) ** 2 + along(deep, axis * 1j) ** 2) ** 0.5
            left.append(middle + 1j * axis * out)
            right.append(middle - 1j * axis * out)
        return smooth([*left, *right[::-1]])

    def pelvis(self) -> None:
        """The shorts around the hips, joined to the thighs that do not point at the reader."""
        thighs: list[Line] = []
        if self.body.pose.frame.base != "lie_side":
            for leg in (self.body.other, self.body.work):
                if self.toward(leg) <= TOWARD_READER + 1:
                    thighs += self.leg_tube(leg, stop=0.30, grow=SHORTS_WIDER)
        self.pen.shape([self.silhouette(PELVIS_RINGS), *thighs], Ink.GREY, edge=SHORTS_OUTLINE)

    def shirt(self) -> None:
        """The shirt without its sleeves."""
        self.pen.shape([self.silhouette(SHIRT_RINGS)])

    def head(self) -> None:
        """Head and neck, with ears and nose where they are seen."""
        body, camera = self.body, self.camera
        middle, up = camera(body.head), camera.way(body.head_up)
        tilt = degrees(up) - 90 if abs(up) > 0.2 else 0.0
        shapes = [ellipse(middle, 5.5, 5.5 + 1.1 * min(1.0, abs(up)), tilt)]
        neck = camera(body.shoulders)
        shapes.append(capsule(neck, 2.8, mix(neck, middle, 0.7), 2.7))
        across = body.head_up.cross(body.face).unit
        for side in (1, -1):
            ear = camera(body.head + across * (side * 5.7) - body.head_up * 0.4)
            if abs(ear - middle) > 4.2:
                shapes.append(ellipse(ear, 1.5, 2.0, tilt))
        nose = camera(body.head + body.face * 7.2 - body.head_up * 1.2) - middle
        if abs(nose) > 5.6:
            root = 4.5 * unit(nose)
            shapes.append(polygon([middle + nose, middle + root * turn(35), middle + root * turn(-35)]))
        self.pen.shape(shapes)
        if camera.depth(body.head + body.face) > camera.depth(body.head) + 0.28 and abs(nose) < 6.5:
            self.nose_line(across)

    def nose_line(self, across: Vec) -> None:
        """The nose of a face that is turned to the reader."""
        body = self.body
        points = [
            body.head + body.face * 5.6 + body.head_up * 1.6,
            body.head + body.face * 6.6 - body.head_up * 1.6,
            body.head + body.face * 5.6 - body.head_up * 2.0 - across * 1.3,
        ]
        self.pen.stroke(polyline([self.camera(point) for point in points]), 0.8, ends=True)
