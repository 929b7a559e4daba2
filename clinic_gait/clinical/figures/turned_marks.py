"""Arrows and feel marks of the angled views."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clinic_gait.clinical.figures.body import HIP_HALF
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.plane import degrees, mix, turn
from clinic_gait.clinical.figures.space import FORWARD, RIGHT, Camera, Vec
from clinic_gait.clinical.figures.spec import Pair, Twist
from clinic_gait.clinical.figures.turned_body import Body3, Leg3

#: How far around the hips a turning arrow runs.
AROUND_HIPS = 15.0
#: Moves whose arrow changes direction between the frames, so both frames have one.
BOTH_WAYS = ("side_to_side", "turn_both")


class Marks:
    """The marks of one frame; ``last`` is the frame in which the move is done."""

    def __init__(self, pen: Pen, camera: Camera, pair: Pair, body: Body3, *, last: bool) -> None:
        self.pen = pen
        self.see = camera
        self.pair = pair
        self.body = body
        self.last = last
        #: Which way on paper the work side lies, and which way this frame's arrow goes.
        self.out = 1 if camera.way(RIGHT).real >= 0 else -1
        self.way = self.out * _toward_work_side(body.pose.frame.twist)

    def paint(self, felt: tuple[str, ...]) -> None:
        """All marks of the frame."""
        if self.last and felt:
            self.feel(felt[0])
        move = self.pair.move
        if self.last or move.way in BOTH_WAYS:
            ARROWS[move.part](self)

    # ---- feel ----

    def feel(self, region: str) -> None:
        leg, out = self.body.work, self.out
        ankle = self.see(leg.ankle)
        match region:
            case "calf_upper" | "calf_low":
                self.along(leg.knee, leg.ankle, 0.32, (2.1, 4.6))
            case "thigh_front":
                self.along(leg.hip, leg.knee, 0.66, (2.2, 4.2))
            case "hip_side" if self.body.pose.frame.base == "lie_side":
                self.pen.feel(self.see(Vec(0, 1, HIP_HALF + 1.4)), 0, (2.0, 3.8))
            case "hip_side":
                self.pen.feel(self.see(self.body.pelvis + Vec(0, 1, HIP_HALF + 1.4)), 90, (2.0, 3.8), -out)
            case "seat":
                for side in (-1, 1):
                    self.pen.feel(self.see(self.body.pelvis + Vec(0, -1, 4 * side)), 90, (2.2, 3.8), rays=False)
            case "heel":
                self.pen.feel(ankle + (-2.4 * out - 2j), 0, (1.8, 2.6), -1)
            case "sole":
                self.pen.feel(ankle, 0, (1.6, 2.6), rays=False)
            case _:
                self.pen.feel(ankle + (0.6 * out + 1.2j), 90, (1.7, 2.6), -out)

    def along(self, top: Vec, end: Vec, share: float, size: tuple[float, float]) -> None:
        """A mark on a limb, its rays on the outside."""
        a, b = self.see(top), self.see(end)
        slant = degrees(b - a)
        side = 1 if turn(slant + 90).real * self.out > 0 else -1
        self.pen.feel(mix(a, b, share), slant, size, side)

    # ---- arrows ----

    def hips(self) -> None:
        middle = self.see(self.body.pelvis)
        match self.pair.move.way:
            case "turn_both":
                self.around_hips()
            case "down":
                self.pen.arrow([22.5 + 60j, 22.5 + 42j])
            case _:
                high = -1j if self.pair.view == "top" else 1j
                self.pen.arrow([middle + (11.5 * self.way + high), middle + (25 * self.way + high)])

    def around_hips(self) -> None:
        """An arrow around the hips, on the reader's side of them."""
        facing = 90 - self.see.around
        sweep = range(-75, 76, 25)
        angles = [facing + angle * self.way * self.out for angle in sweep]
        self.pen.arrow([self.see(self.body.pelvis + FORWARD.yawed(angle) * AROUND_HIPS) for angle in angles])

    def work_knee(self) -> None:
        knee = self.see(self.body.work.knee)
        if self.pair.move.way == "up":
            self.pen.arrow([knee + (-6 + 6j), knee + (-7 + 13j), knee + (-3 + 21j)])
        else:
            self.pen.arrow([knee + (6.5 * self.way + 1j), knee + (20 * self.way + 1j)])

    def work_heel(self) -> None:
        ankle, out = self.see(self.body.work.ankle), self.out
        if self.pair.move.way == "tip_both":
            points = [-11 * out + 10j, -15 * out + 3j, -12 * out - 6j]
            self.pen.arrow([ankle + point for point in points], both=True)
        else:
            points = [5 * self.way - 9j, 13 * self.way - 5j, 17 * self.way + 2j]
            self.pen.arrow([ankle + point for point in points])

    def big_toe(self) -> None:
        toe, out = self.see(self.body.work.foot.at(15.2 + 1j)), self.out
        self.pen.arrow([toe + (-6 * out - 4j), toe + (-8 * out + 4j), toe + (-3 * out + 11j)])

    def other_heel(self) -> None:
        ankle = self.see(self.body.other.ankle)
        self.pen.arrow([ankle + (-10 * self.out + 14j), ankle + (-10 * self.out - 4j)])

    def work_leg(self) -> None:
        ankle = self.see(self.body.work.ankle)
        self.pen.arrow([ankle + (-13 - 14j), ankle + (-12 - 3j), ankle + (-8 + 6j)])

    def seat(self) -> None:
        middle = self.see(self.body.pelvis)
        for side in (1, -1):
            self.pen.arrow([middle + (24 * side - 1j), middle + (11.5 * side - 1j)])

    def work_foot(self) -> None:
        leg: Leg3 = self.body.work
        if self.pair.move.way == "turn_out":
            tip = self.see(leg.foot.at(15.4 + 0j))
            self.pen.arrow([tip + (-9 + 10j), tip + (2 + 9.5j), tip + (10.5 + 3j)])
            return
        ankle = self.see(leg.ankle)
        self.pen.arrow([ankle + (7 * self.out + 1j), ankle + (20 * self.out + 1j)])

    def board(self) -> None:
        self.pen.arrow([-25.5 + 1.5j, -26.5 + 12j, -24 + 22j], both=True)


def _toward_work_side(twist: Twist) -> int:
    """Which way a move from side to side or a turn goes: +1 toward the work side. A heel goes against its toes."""
    gone = twist.hips_shift_cm or twist.hips_turn or twist.knee_shift_cm or -twist.foot_turn
    return -1 if gone < 0 else 1


ARROWS: Mapping[str, Callable[[Marks], None]] = {
    "board": Marks.board,
    "hips": Marks.hips,
    "other_heel": Marks.other_heel,
    "seat": Marks.seat,
    "work_big_toe": Marks.big_toe,
    "work_foot": Marks.work_foot,
    "work_heel": Marks.work_heel,
    "work_knee": Marks.work_knee,
    "work_leg": Marks.work_leg,
}
