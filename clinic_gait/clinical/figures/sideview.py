"""A frame in the side view: props, person, marks, floor."""

from __future__ import annotations

from clinic_gait.clinical.figures import closeup, marks, person, props
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.solve import solve
from clinic_gait.clinical.figures.spec import Pair
from clinic_gait.clinical.figures.stage import Stage


class SideView:
    """Both frames of a figure seen level from the working side."""

    def __init__(self, pair: Pair, felt: tuple[str, ...], *, both_work: bool) -> None:
        self.pair = pair
        self.felt = felt
        self.both_work = both_work
        self.stage = Stage(pair, solve(pair))

    def frame(self, number: int) -> Pen:
        """One frame without its floor; 0 is the start."""
        pen, pose = Pen(), self.stage.poses[number]
        last = number == 1
        props.behind(pen, self.stage, pose)
        if last:
            marks.ghost(pen, self.stage)
        person.paint(pen, self.stage, pose, both_work=self.both_work)
        if pose.frame.arch_up is not None:
            closeup.arch(pen, pose.work.ankle, lifted=pose.frame.arch_up)
        elif last:
            marks.feel(pen, pose, self.felt)
            marks.arrows(pen, self.stage, pose)
        if self.walks and last:
            pen.shift(self.stage.poses[0].pelvis.real - pose.pelvis.real)
        return pen

    @property
    def walks(self) -> bool:
        """Walking is drawn in place, so that the pair stays narrow."""
        move = self.pair.move
        return (move.part, move.way) == ("body", "forward") and not self.pair.start.slope

    def floor(self, pen: Pen, left: float, right: float) -> None:
        """The floor from edge to edge, painted last."""
        props.floor(pen, self.stage, left, right)
