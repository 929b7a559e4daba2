"""Where the things in the picture stand: one place for each that suits both frames."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clinic_gait.clinical.figures.body import CM
from clinic_gait.clinical.figures.plane import spread
from clinic_gait.clinical.figures.pose import Pose, PosedLeg
from clinic_gait.clinical.figures.spec import Arms, Pair

WALL_ARMS: frozenset[Arms] = frozenset(("hands_wall", "hand_wall", "fingertips_wall", "straight_arms_wall"))
COUNTER_ARMS: frozenset[Arms] = frozenset(("hands_counter", "hand_counter"))
#: No hand is asked further than this from its shoulder.
REACH = 31.2
#: Half the thickness of a hand that lies on something.
PALM = 1.7
COUNTER_TOP = 52.0
CHAIR_BACK = 48.2
SEAT_BELOW_HIP = 6.4


@dataclass(frozen=True, slots=True)
class Step:
    """A step from its back to its front edge."""

    back: float
    front: float
    height: float


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter: the near edge of its top, the face of its cabinet, the height of its top."""

    edge: float
    face: float
    top: float


class Stage:
    """Places, found once for both frames of a figure."""

    def __init__(self, pair: Pair, poses: tuple[Pose, Pose]) -> None:
        self.pair = pair
        self.poses = poses
        self.arms = {pose.frame.arms for pose in poses}
        self.shoulders = [pose.shoulder for pose in poses]
        self.hand: complex | None = None
        self.wall = self._wall()
        self.counter = self._counter()
        self.rail = self._rail()
        self.chair_back = self._chair_back()
        self.step = self._step()

    def legs(self) -> list[PosedLeg]:
        """The legs of both frames."""
        return [leg for pose in self.poses for leg in pose.legs]

    def toes(self) -> float:
        """How far ahead standing toes reach."""
        return max(
            (leg.tip.real for leg in self.legs() if leg.planted), default=max(leg.tip.real for leg in self.legs())
        )

    def level_reach(self, height: float, span: float = REACH) -> float:
        """How far ahead both frames can put a hand at this height."""
        return min(
            shoulder.real + math.sqrt(max(1.0, span**2 - (height - shoulder.imag) ** 2)) for shoulder in self.shoulders
        )

    def _wall(self) -> float | None:
        if not self.arms & WALL_ARMS:
            return None
        straight = "straight_arms_wall" in self.arms
        height = min(shoulder.imag for shoulder in self.shoulders) + (4 if straight else -2.5)
        if self.pair.wall_at_knee:
            place = self.poses[1].work.knee.real + 4.0
        elif straight:
            place = self.level_reach(height, 32.2) + PALM
        else:
            place = self.level_reach(height) + PALM
        if "fingertips_wall" in self.arms:
            place = min(place, max(shoulder.real for shoulder in self.shoulders) + 22)
            height -= 3
        if not straight:
            place = max([place, *(leg.knee.real + 5.2 for leg in self.legs() if leg.said.contact == "none")])
        if self.poses[0].frame.twist.hips_turn:
            place -= 4
        place = max(place, self.toes() + 1.0)
        self.hand = complex(place - PALM, height)
        return place

    def _counter(self) -> Counter | None:
        if not self.pair.has("counter"):
            return None
        top = max(COUNTER_TOP, max(shoulder.imag for shoulder in self.shoulders) - 30.5)
        belly = max(pose.pelvis.real for pose in self.poses) + 10
        place = belly + 1
        if self.arms & COUNTER_ARMS:
            place = self.level_reach(top + PALM, 31.0)
            if all(abs(complex(belly, top + PALM) - shoulder) < 31.4 for shoulder in self.shoulders):
                place = max(place, belly)
            self.hand = complex(place, top + PALM)
        face = max([place + 1.5, self.toes() + 1.6, *(knee + 4.9 for knee in self.lifted_knees())])
        return Counter(place - 3.5, face, top)

    def lifted_knees(self) -> Iterable[float]:
        """How far ahead knees reach that are lifted or deeply bent."""
        for pose in self.poses:
            yield from (leg.knee.real for leg in pose.legs if leg.said.contact == "none" or pose.pelvis.imag < 44)

    def _rail(self) -> complex | None:
        if not self.pair.has("rail"):
            return None
        near, heights = (12, spread(52, 64, 13)) if self.pair.has("stairs") else (8, spread(50, 74, 25))
        ahead = [shoulder.real for shoulder in self.shoulders]
        places = spread(min(ahead) + near, max(ahead) + 24, 25)
        self.hand = min((complex(x, y) for x in places for y in heights), key=self.discomfort(27, 15, 30.2))
        return self.hand

    def discomfort(self, wanted: float, least: float, most: float) -> Callable[[complex], float]:
        """How badly a hand place suits both frames; beyond ``most`` it cannot be reached at all."""

        def of(place: complex) -> float:
            total = 0.0
            for shoulder in self.shoulders:
                span = abs(place - shoulder)
                total += (span - wanted) ** 2 + 2000 * max(0.0, span - most) + 300 * max(0.0, least - span)
                total += 80 if place.imag > shoulder.imag + 2 else 0
            return total

        return of

    def _chair_back(self) -> float | None:
        if "hand_on_chair" not in self.arms:
            return None
        ahead = max(shoulder.real for shoulder in self.shoulders)
        height = max(CHAIR_BACK, max(shoulder.imag for shoulder in self.shoulders) - 24)
        place = max(min(self.level_reach(height, 30.5), ahead + 19), ahead + 6)
        self.hand = complex(place, height)
        return place

    def _step(self) -> Step | None:
        if not self.pair.has("step", "low_step", "stairs"):
            return None
        on = [leg for leg in self.legs() if leg.planted and leg.said.on_cm]
        off = [leg for leg in self.legs() if leg.planted and not leg.said.on_cm]
        back = min(leg.ball.real - 1.2 if leg.said.contact == "ball" else leg.heel.real - 1.6 for leg in on)
        front = max(leg.tip.real + (1.0 if leg.said.contact == "ball" else 0.8) for leg in on)
        if self.pair.has("stairs"):
            back -= 16
        elif off and min(leg.heel.real - 1.6 for leg in off) > back + 6:
            back -= 2
        else:
            front = max(front + 2, back + 30)
        return Step(back, front, on[0].said.on_cm * CM)

    @property
    def seat(self) -> complex | None:
        """The middle of the seat of the chair that is sat on."""
        for pose in self.poses:
            if pose.frame.base == "sit_chair":
                return pose.pelvis - SEAT_BELOW_HIP * 1j
        return None

    @property
    def wall_behind(self) -> float | None:
        """Where a wall stands that is leaned against."""
        if not self.pair.has("wall_behind"):
            return None
        return min(min(pose.shoulder.real - 6.2, pose.pelvis.real - 7.6) for pose in self.poses)

    def ground(self, place: float) -> float:
        """The height of the floor or of the step here."""
        step = self.step
        return step.height if step and step.back <= place <= step.front else 0.0
