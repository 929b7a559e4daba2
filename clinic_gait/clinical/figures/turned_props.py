"""Things of the angled views, each with how near it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from clinic_gait.clinical.figures.body import CM
from clinic_gait.clinical.figures.curves import box, polygon, polyline, smooth
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.plane import hull, mix, turn, unit
from clinic_gait.clinical.figures.space import Camera, Vec, blend
from clinic_gait.clinical.figures.spec import Prop
from clinic_gait.clinical.figures.stage import Stage
from clinic_gait.clinical.figures.turned_arms import CHAIR_SIDE, chair_place
from clinic_gait.clinical.figures.turned_body import Body3
from clinic_gait.clinical.figures.turned_person import Part

WOOD = 1.9
#: Farther and nearer than any part of the body.
FARTHEST, BACKGROUND, FRONT = -99.0, -80.0, 90.0
WALL_HALF, WALL_HIGH = 36.0, 92.0


class Props:
    """The props of one frame through one camera."""

    def __init__(self, pen: Pen, camera: Camera, stage: Stage, body: Body3) -> None:
        self.pen = pen
        self.see = camera
        self.stage = stage
        self.body = body

    def parts(self) -> list[Part]:
        """Every prop of the figure."""
        return [part for prop in self.stage.pair.props for part in PAINTED.get(prop, _none)(self)]

    # ---- solid things ----

    def block(self, low: Vec, high: Vec, edge: float = 1.2, *, hatched: bool = False) -> None:
        """A box between two opposite corners, with its top where it is looked down on."""
        corners = [self.see(Vec(x, y, z)) for x in (low.x, high.x) for y in (low.y, high.y) for z in (low.z, high.z)]
        if hatched:
            self.pen.hatched(polygon(hull(corners)), edge)
        else:
            self.pen.area(polygon(hull(corners)), edge)
        if self.see.above > 5:
            top = [(low.x, low.z), (high.x, low.z), (high.x, high.z), (low.x, high.z)]
            self.pen.area(polygon([self.see(Vec(x, high.y, z)) for x, z in top]), edge * 0.7)

    def panel(self, corners: list[Vec], edge: float = 1.2) -> None:
        """A thin board."""
        self.pen.area(polygon(hull([self.see(corner) for corner in corners])), edge)

    def posts(self, feet: list[tuple[float, float]], low: float, high: float) -> None:
        """Upright legs of a chair at places on the floor."""
        self.pen.rods([(self.see(Vec(x, low, z)), self.see(Vec(x, high, z))) for x, z in feet], WOOD, ends=True)

    def chair(self) -> list[Part]:
        if self.stage.pair.own_eye:
            return []
        return self.chair_beside() if self.stage.seat is None else self.chair_under(self.stage.seat)

    def chair_under(self, seat: complex) -> list[Part]:
        x, y = seat.real, seat.imag
        back = [Vec(x - 9, height, z) for height in (y + 14, y + 28) for z in (-12, 12)]

        def legs_and_seat() -> None:
            self.posts([(x + dx, z) for dx in (-8, 13) for z in (-11, 11)], 0, y - 2)
            self.block(Vec(x - 9, y - 2.4, -12), Vec(x + 14, y, 12))

        def rest() -> None:
            self.posts([(x - 9, z) for z in (-11, 11)], y, y + 27)
            self.panel(back)

        return [Part(-60, legs_and_seat), Part(self.see.depth(Vec(x - 9, y + 20, 0)) - 20, rest)]

    def chair_beside(self) -> list[Part]:
        """A chair that stands beside the body, held at its back with the far hand."""
        x, z = chair_place(self.stage), -CHAIR_SIDE - 8

        def paint() -> None:
            self.posts([(x + dx, z + dz) for dx in (0, 17) for dz in (-8, 8)], 0, 20)
            self.block(Vec(x, 18, z - 9), Vec(x + 18, 20, z + 9))
            self.posts([(x, z + dz) for dz in (-8, 8)], 20, 46)
            self.panel([Vec(x, height, z + dz) for height in (35, 47) for dz in (-9, 9)])

        return [Part(-60, paint)]

    def counter(self) -> list[Part]:
        if self.stage.counter is None:
            return []
        x, top = self.stage.counter.edge, self.stage.counter.top

        def paint() -> None:
            self.block(Vec(x + 2, -0.7, -30), Vec(x + 18, top - 2, 30))
            self.block(Vec(x - 1, top - 2.4, -32), Vec(x + 18, top, 32))

        return [Part(-90, paint)]

    def wall(self) -> list[Part]:
        x = self.stage.wall
        if x is None:
            return []

        def paint() -> None:
            low = [self.see(Vec(x, 0, z)) for z in (-WALL_HALF, WALL_HALF)]
            high = [self.see(Vec(x, WALL_HIGH, z)) for z in (WALL_HALF, -WALL_HALF)]
            self.pen.stroke(polyline([*low, *high, low[0]]), 0.8)
            self.pen.rod(low[0], low[1], 1.8, ends=False)
            behind = self.see.way(Vec(4, 0, 0)) + 3
            feet = [mix(low[0], low[1], (number + 0.3) / 12) for number in range(12)]
            self.pen.rods([(foot, foot + behind) for foot in feet], 0.8)

        return [Part(-95, paint)]

    def step(self) -> list[Part]:
        """A step under the working foot only: the other one hangs off its side."""
        height = self.body.pose.frame.work.on_cm * CM
        return [Part(-70, lambda: self.block(Vec(-6, -0.7, 1.2), Vec(20, height, 34), 1.4, hatched=True))]

    def mat(self) -> list[Part]:
        if self.body.pose.frame.base == "lie_side":
            corners = [Vec(-20, -62, -9.4), Vec(-20, 52, -9.4), Vec(26, 52, -9.4), Vec(26, -62, -9.4)]
        else:
            corners = [Vec(-60, 0, -18), Vec(44, 0, -18), Vec(44, 0, 18), Vec(-60, 0, 18)]
        return [Part(FARTHEST, lambda: self.panel(corners, 1.0))]

    def cushion(self) -> list[Part]:
        x = self.stage.poses[0].other.knee.real
        corners = [Vec(x - 9, 0, -14), Vec(x + 7, 0, -14), Vec(x + 7, 0, 3), Vec(x - 9, 0, 3)]
        line = smooth([self.see(corner) for corner in corners])
        return [Part(FARTHEST, lambda: self.pen.area(line, 0.9))]

    def wobble_board(self) -> list[Part]:
        tilt = turn(self.body.pose.frame.board_tilt)
        bowl = [-6 + 4.2j, *(4.2j + 7 * turn(angle) for angle in range(190, 351, 20)), 6 + 4.2j]
        board = [point * tilt + 4.7j for point in (-20 - 1.1j, 20 - 1.1j, 20 + 1.1j, -20 + 1.1j)]
        # Seen from behind the body's right is the reader's right, so the plane of the board is that of the page.

        def paint() -> None:
            self.pen.area(smooth(bowl), 1.3)
            self.pen.area(polygon(board), 1.3)

        return [Part(FRONT, paint)]

    def mirror(self) -> list[Part]:
        """A mirror on the wall; what stands in it is the mirror image."""

        def paint() -> None:
            self.pen.area(box(-31 - 0.7j, 31 + 107j), 2.2)
            self.pen.area(box(-28.6 + 1.6j, 28.6 + 104.6j), 0.6)
            self.pen.rods([(complex(-26, 86 - low), complex(-17, 98 - low)) for low in (0, 9)], 0.8)

        return [Part(-98, paint)]

    # ---- bands ----

    def band_round_feet(self) -> list[Part]:
        work, other = self.body.work.foot, self.body.other.foot
        ends = [self.see(foot.at(10.7 + 3.2j)) for foot in (other, work)]
        edges = [
            self.see(foot.at(complex(x, 3.2), z)) for foot in (work, other) for x in (9, 12.4) for z in (-4.3, 4.3)
        ]

        def paint() -> None:
            self.pen.area(polygon(hull(edges)), 1.1)
            self.ticks(ends[0] - 4 * unit(ends[1] - ends[0]), ends[1] + 4 * unit(ends[1] - ends[0]), 1.2)

        return [Part(FRONT + 5, paint)]

    def band_above_knees(self) -> list[Part]:
        legs = (self.body.work, self.body.other)
        low, high = sorted((self.see(blend(leg.hip, leg.knee, 0.84)) for leg in legs), key=lambda p: p.real)
        low, high = low - 4.8, high + 4.8

        def paint() -> None:
            self.pen.area(polygon([low + 1.6j, high + 1.6j, high - 1.6j, low - 1.6j]), 1.0)
            self.ticks(low, high, 1.0)

        return [Part(FRONT, paint)]

    def ticks(self, a: complex, b: complex, half: float) -> None:
        """What tells a stretching band from a strap."""
        number = max(2, math.ceil(abs(b - a) / 3.2))
        across = half * 1j * unit(b - a)
        places = [mix(a, b, step / number) for step in range(1, number)]
        self.pen.rods([(place + across, place - across) for place in places], 0.6)


def _none(props: Props) -> list[Part]:
    return []


PAINTED: Mapping[Prop, Callable[[Props], list[Part]]] = {
    "band_above_knees": Props.band_above_knees,
    "band_round_both_feet": Props.band_round_feet,
    "chair": Props.chair,
    "counter": Props.counter,
    "cushion": Props.cushion,
    "mat": Props.mat,
    "step": Props.step,
    "wall": Props.wall,
    "wall_mirror": Props.mirror,
    "wobble_board": Props.wobble_board,
}
