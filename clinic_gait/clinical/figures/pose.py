"""A body in one frame, solved: where every joint lies, in the side view."""

from __future__ import annotations

from dataclasses import dataclass

from clinic_gait.clinical.figures import body
from clinic_gait.clinical.figures.plane import along, corner, degrees, turn
from clinic_gait.clinical.figures.spec import PLANTED, Frame, Leg


@dataclass(frozen=True, slots=True, kw_only=True)
class PosedLeg:
    """One leg. ``pitch`` is the foot's angle to level, ``bend`` that of the toes to the foot."""

    said: Leg
    hip: complex
    knee: complex
    ankle: complex
    pitch: float
    bend: float

    @property
    def planted(self) -> bool:
        """Whether the foot stands on something."""
        return self.said.contact in PLANTED

    @property
    def foot(self) -> list[complex]:
        """The outline of the foot."""
        return body.foot(self.ankle, self.pitch, self.bend)

    @property
    def heel(self) -> complex:
        """The lowest point of the heel."""
        return self.of_foot(0)

    @property
    def ball(self) -> complex:
        """The ball of the foot, where the toes bend."""
        return self.of_foot(body.BALL)

    @property
    def tip(self) -> complex:
        """The foremost point of the toes."""
        ahead = turn(self.pitch + 0.8 * self.bend)
        return max(self.foot, key=lambda point: along(point, ahead))

    @property
    def knee_angle(self) -> float:
        """180 degrees when straight."""
        return corner(self.hip, self.knee, self.ankle)

    @property
    def shin_lean(self) -> float:
        """How far the shin leans forward from upright, in degrees."""
        return 90 - degrees(self.knee - self.ankle)

    def of_foot(self, point: complex) -> complex:
        """A point given in the foot's own frame: heel at the origin, toes forward."""
        return body.sole(self.ankle, self.pitch, point)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """The whole body; ``pelvis`` is the hip centre, ``shoulder`` the top of the trunk."""

    frame: Frame
    pelvis: complex
    shoulder: complex
    work: PosedLeg
    other: PosedLeg

    @property
    def legs(self) -> tuple[PosedLeg, PosedLeg]:
        """The working leg and the other one."""
        return self.work, self.other

    @property
    def hip_place(self) -> complex:
        """Where a hand rests on the hip."""
        return self.pelvis + (3 + 6j)
