"""From what a figure says to where the body is: what touches the ground is solved, never trusted.

Surface, planted feet and kneeling knee come first, then the hips, then the
knees by two-bone reach, always bending forward. The second frame keeps the
places of the first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from clinic_gait.clinical.figures import body
from clinic_gait.clinical.figures.body import ANKLE, BALL, CM, LEG, SHIN, THIGH
from clinic_gait.clinical.figures.plane import crossing, degrees, down, reach, turn, unit
from clinic_gait.clinical.figures.pose import Pose, PosedLeg
from clinic_gait.clinical.figures.spec import PLANTED, Contact, Frame, Leg, Pair

Name = Literal["work", "other"]
NAMES: tuple[Name, Name] = ("work", "other")

#: Which point of the foot a gap between the feet is measured from.
CONTACT_POINT: Mapping[Contact, float] = {"flat": ANKLE.real, "ball": BALL.real, "heel": 0.0, "toes": BALL.real}
#: How far the heels stand on their wedge, and how far toes can bend.
WEDGE, TOES = -8.0, 85.0
#: A change of the gap between the feet beyond this is a step, not a rounding.
STEP = 14.0
SEAT_HEIGHT = ANKLE.imag + SHIN
FLOOR_SEAT, ROLLER_SEAT, LYING = 6.9, 11.3, 7.2
KNEELING, CUSHION, MAT_KNEE = 3.6, 1.6, 4.4
#: The foot of a kneeling leg lies on its instep.
INSTEP_DOWN = -168.0
BALL_RADIUS = 3.1
#: Where the sole rests on a small ball under it.
ON_BALL = {"heel": 3.0, "ball_of_foot": 11.0}


@dataclass(frozen=True, slots=True)
class Hold:
    """A foot in its place."""

    ankle: complex
    pitch: float
    bend: float = 0.0


Holds = dict[Name, Hold]


@dataclass(frozen=True, slots=True)
class Free:
    """A leg by its angles alone, from a hip at the origin."""

    knee: complex
    ankle: complex
    pitch: float


def leg_of(frame: Frame, name: Name) -> Leg:
    """The work or the other leg of a frame."""
    return frame.work if name == "work" else frame.other


def by_angles(frame: Frame, name: Name) -> Free:
    """Where the angles of a leg put its knee, ankle and foot, before anything touches."""
    said = leg_of(frame, name)
    thigh = said.hip - frame.lean
    shank = thigh - said.knee
    knee = THIGH * down(thigh)
    return Free(knee, knee + SHIN * down(shank), shank + said.ankle)


def solve(pair: Pair) -> tuple[Pose, Pose]:
    """Both frames of a figure."""
    solver = _Solver(pair)
    start = solver.pose(pair.start, None)
    return start, solver.pose(pair.end, start)


class _Solver:
    """Keeps what the first frame fixed: heel places, the ball of a pushing foot, shoulders on the floor."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.heels: dict[Name, float] = {}
        self.fixed: dict[str, complex] = {}
        self.solvers = {
            "stand": self.stand,
            "half_kneel": self.half_kneel,
            "hands_knees": self.hands_knees,
            "sit_chair": self.sit_chair,
            "sit_floor": self.sit_floor,
            "lie_back": self.lie_back,
            "lie_side": self.lie_side,
        }

    def pose(self, frame: Frame, before: Pose | None) -> Pose:
        pelvis, holds = self.solvers[frame.base](frame, before)
        work, other = (self.leg(frame, name, pelvis, holds.get(name)) for name in NAMES)
        return Pose(
            frame=frame, pelvis=pelvis, shoulder=pelvis + body.TRUNK * turn(90 - frame.lean), work=work, other=other
        )

    # ---- feet ----

    def hold(self, name: Name, frame: Frame, heel: float, pitch: float) -> Hold:
        """The foot when its heel, set down flat, would stand at this place."""
        said = leg_of(frame, name)
        tilt = frame.slope
        match said.contact:
            case "flat" if self.pair.has("heel_wedge"):
                return Hold(heel + BALL + (ANKLE - BALL) * turn(WEDGE), WEDGE, -WEDGE)
            case "flat":
                return Hold(self.ground(frame, said, heel) + ANKLE * turn(tilt), tilt)
            case "heel":
                return Hold(self.ground(frame, said, heel) + ANKLE * turn(pitch), pitch)
            case _:
                ball = self.ground(frame, said, heel + BALL.real)
                return Hold(ball + (ANKLE - BALL) * turn(pitch), pitch, _toes(tilt - pitch))

    def ground(self, frame: Frame, said: Leg, place: float) -> complex:
        return complex(place, said.on_cm * CM + math.tan(math.radians(frame.slope)) * place)

    def heel_by_angles(self, frame: Frame, name: Name, pelvis: complex) -> float:
        free = by_angles(frame, name)
        heel = pelvis + free.ankle - ANKLE * turn(free.pitch)
        if leg_of(frame, name).contact == "ball":
            return (heel + BALL * turn(free.pitch) - BALL).real
        return heel.real

    def planted(self, frame: Frame) -> list[Name]:
        return [name for name in NAMES if leg_of(frame, name).contact in PLANTED]

    def kept_holds(self, frame: Frame, pelvis: complex) -> Holds:
        """Planted feet where they were, or where their angles put them first."""
        for name in self.planted(frame):
            self.heels.setdefault(name, self.heel_by_angles(frame, name, pelvis))
        return {
            name: self.hold(name, frame, self.heels[name], by_angles(frame, name).pitch) for name in self.planted(frame)
        }

    # ---- bases: each gives the hip centre and the feet that touch something ----

    def stand(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        self.place_feet(frame, before)
        names = self.planted(frame)
        holds = {name: self.hold(name, frame, self.heels[name], by_angles(frame, name).pitch) for name in names}
        wished = {name: holds[name].ankle - by_angles(frame, name).ankle for name in names}
        straight = [name for name in names if leg_of(frame, name).knee <= 2]
        hips = sum(wished.values()) / len(wished)
        if len(names) == 2 and straight:
            hips = self.on_straight_knees(hips, [holds[name].ankle for name in straight])
        for ankle in [hold.ankle for hold in holds.values()] * 8:
            hips = ankle + unit(hips - ankle) * min(LEG, abs(hips - ankle))
        return hips, holds

    @staticmethod
    def on_straight_knees(hips: complex, ankles: list[complex]) -> complex:
        """The hips at full length from the ankle of every straight knee."""
        if len(ankles) == 2 and abs(ankles[0] - ankles[1]) > 1:
            return crossing(ankles[0], LEG, ankles[1], LEG, hips)
        return ankles[0] + LEG * unit(hips - ankles[0])

    def place_feet(self, frame: Frame, before: Pose | None) -> None:
        """Where the heels stand: by their gap at first, and moved only by a step afterwards."""
        apart = self.apart(frame)
        if before is None or not self.heels:
            self.heels = {"work": 0.0, "other": -(apart or 0.0)}
            return
        if before.frame.base != "stand" or apart is None or len(self.planted(frame)) < 2:
            return
        stood = [name for name, leg in zip(NAMES, before.legs, strict=True) if leg.planted]
        now = self.heels["work"] - self.heels["other"]
        if len(stood) == 2 and abs(apart - now) <= STEP:
            return
        if self.stays(stood, now) == "work":
            self.heels["other"] = self.heels["work"] - apart
        else:
            self.heels["work"] = self.heels["other"] + apart

    def apart(self, frame: Frame) -> float | None:
        """How far the work heel is ahead of the other one, when the frame says so."""
        if frame.gap_cm is None:
            return None
        points = [CONTACT_POINT.get(leg.contact, 0.0) for leg in (frame.work, frame.other)]
        return frame.gap_cm * CM - points[0] + points[1]

    def stays(self, stood: list[Name], apart: float) -> Name:
        """Which foot a step leaves where it is: the one that stood alone, else the one in front."""
        if len(stood) == 1:
            return stood[0]
        return "work" if apart > 0 and self.pair.move.part != "work_foot" else "other"

    def half_kneel(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        height = KNEELING + (CUSHION if self.pair.has("cushion", "mat") else 0)
        knee = self.fixed.setdefault("knee", complex(ANKLE.real - (frame.gap_cm or 0) * CM, height))
        pelvis = knee - THIGH * down(frame.other.hip - frame.lean)
        return pelvis, {"work": self.hold("work", frame, 0.0, by_angles(frame, "work").pitch)}

    def hands_knees(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        pelvis = complex(0, MAT_KNEE) - THIGH * down(frame.other.hip - frame.lean)
        if before is None:
            pitch = by_angles(frame, "work").pitch
            instep = (ANKLE - BALL) * turn(pitch)
            back = math.sqrt(LEG**2 - (pelvis.imag - instep.imag) ** 2)
            ankle = complex(pelvis.real - back, instep.imag)
            self.fixed["ball"] = ankle - instep
        else:
            ball = self.fixed["ball"]
            ankle = crossing(pelvis, LEG, ball, abs(ANKLE - BALL), ball + (-8 + 5j))
            pitch = degrees((ankle - ball) / (ANKLE - BALL))
        return pelvis, {"work": Hold(ankle, pitch, _toes(-pitch))}

    def sit_chair(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        pelvis = complex(0, SEAT_HEIGHT)
        if before is not None and self.pair.move.part == "work_foot":
            self.heels.pop("work", None)
        holds = self.kept_holds(frame, pelvis)
        if frame.ball_at is not None:
            holds["work"] = self.on_ball(frame)
        return pelvis, holds

    def on_ball(self, frame: Frame) -> Hold:
        pitch = by_angles(frame, "work").pitch
        top = self.fixed.setdefault("small_ball", complex(THIGH + 5, 2 * BALL_RADIUS))
        return Hold(top + (ANKLE - ON_BALL[frame.ball_at or "heel"]) * turn(pitch), pitch)

    def sit_floor(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        roller = self.pair.has("foam_roller")
        pelvis = complex(0, ROLLER_SEAT if roller else FLOOR_SEAT)
        holds = self.kept_holds(frame, pelvis)
        for name in NAMES:
            if leg_of(frame, name).contact == "rest":
                pitch = 90.0 + leg_of(frame, name).ankle
                height = pelvis.imag + 0.2 if roller else _lying_ankle(pitch)
                ahead = math.sqrt(LEG**2 - (pelvis.imag - height) ** 2)
                holds[name] = Hold(complex(ahead, height), pitch)
        return pelvis, holds

    def lie_back(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        trunk = body.TRUNK * turn(90 - frame.lean)
        pelvis = self.fixed.setdefault("shoulder", complex(trunk.real, LYING - 0.6)) - trunk
        return pelvis, self.kept_holds(frame, pelvis)

    def lie_side(self, frame: Frame, before: Pose | None) -> tuple[complex, Holds]:
        return complex(0, 9), {}

    # ---- legs ----

    def leg(self, frame: Frame, name: Name, hip: complex, hold: Hold | None) -> PosedLeg:
        said = leg_of(frame, name)
        if hold is not None:
            ankle = hip + unit(hold.ankle - hip) * min(LEG, abs(hold.ankle - hip))
            knee = reach(hip, ankle, THIGH, SHIN, 1)
            return PosedLeg(said=said, hip=hip, knee=knee, ankle=ankle, pitch=hold.pitch, bend=hold.bend)
        free = by_angles(frame, name)
        if said.contact == "knee":
            knee, height = hip + free.knee, _lying_ankle(INSTEP_DOWN)
            ankle = complex(knee.real - math.sqrt(SHIN**2 - (knee.imag - height) ** 2), height)
            return PosedLeg(said=said, hip=hip, knee=knee, ankle=ankle, pitch=INSTEP_DOWN, bend=0)
        return PosedLeg(said=said, hip=hip, knee=hip + free.knee, ankle=hip + free.ankle, pitch=free.pitch, bend=0)


def _toes(bend: float) -> float:
    return max(-TOES, min(TOES, bend))


def _lying_ankle(pitch: float) -> float:
    """How high the ankle of a foot lies that rests on the floor at this pitch."""
    return max(3.4, -min(point.imag for point in body.foot(0j, pitch)))
