"""A frame in any view but the side one: the same solved body, in space, through a camera."""

from __future__ import annotations

from collections.abc import Mapping

from clinic_gait.clinical.figures import closeup, props
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.pose import Pose
from clinic_gait.clinical.figures.solve import solve
from clinic_gait.clinical.figures.space import Camera
from clinic_gait.clinical.figures.spec import Pair, View
from clinic_gait.clinical.figures.stage import Stage
from clinic_gait.clinical.figures.turned_arms import arms
from clinic_gait.clinical.figures.turned_body import Body3, stand_up
from clinic_gait.clinical.figures.turned_marks import Marks
from clinic_gait.clinical.figures.turned_person import Painter
from clinic_gait.clinical.figures.turned_props import Props

#: No one faces the reader square-on outside a mirror: left would be on the wrong side.
CAMERAS: Mapping[View, Camera] = {
    "front": Camera(90, 0),
    "back": Camera(-90, 0),
    "top": Camera(-90, 90),
    "quarter": Camera(46, 16),
    "quarter_back": Camera(-40, 18),
}
LYING = Camera(0, 24, lying=True)


class TurnedView:
    """Both frames of a figure that the side view cannot show."""

    def __init__(self, pair: Pair, felt: tuple[str, ...], *, both_work: bool) -> None:
        self.pair = pair
        self.felt = felt
        self.both_work = both_work
        self.stage = Stage(pair, solve(pair))
        self.camera = LYING if pair.start.base == "lie_side" else CAMERAS[pair.view]

    def frame(self, number: int) -> Pen:
        """One frame without its floor; 0 is the start."""
        pen, pose = Pen(), self.stage.poses[number]
        body = stand_up(self.pair, pose)
        painter = Painter(pen, self.camera, body, both_work=self.both_work, lap=self.pair.own_eye)
        parts = painter.parts(dict(arms(self.stage, body))) + Props(pen, self.camera, self.stage, body).parts()
        for part in sorted(parts, key=lambda part: part.depth):
            part.paint()
        Marks(pen, self.camera, self.pair, body, last=number == 1).paint(self.felt)
        self.close_up(pen, pose, body, last=number == 1)
        return pen

    def close_up(self, pen: Pen, pose: Pose, body: Body3, *, last: bool) -> None:
        """The foot, larger, where the body alone does not show the move."""
        ankle, twist = self.camera(body.work.ankle), pose.frame.twist
        match self.pair.move.part:
            case "work_big_toe":
                closeup.big_toe(pen, ankle, up=twist.toe_up, arrow=last)
            case "work_heel" if self.pair.move.way == "tip_both":
                closeup.heel_from_behind(pen, ankle, tilt=1.7 * twist.heel_tilt)
            case "work_heel":
                closeup.tucked_foot(pen, ankle, turned=-twist.foot_turn)

    def floor(self, pen: Pen, left: float, right: float) -> None:
        """A floor line where the view is level."""
        if self.camera.above < 5:
            props.floor(pen, self.stage, left, right)
