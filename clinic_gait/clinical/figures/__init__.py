"""Exercise figures: two frames for every exercise of the library, facing the way of the leg that works."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.figures.layout import Frames, View, drawings, lay_out
from clinic_gait.clinical.figures.names import accessible_names
from clinic_gait.clinical.figures.poses import PAIRS
from clinic_gait.clinical.figures.primitives import Drawing
from clinic_gait.clinical.figures.sideview import SideView
from clinic_gait.clinical.figures.spec import Pair
from clinic_gait.clinical.figures.turned import TurnedView
from clinic_gait.clinical.values import DoseSide


@cache
def figure(key: str, side: DoseSide, *, language: str = "en") -> tuple[Drawing, Drawing]:
    """The start and the end of an exercise, drawn to one scale: one unit is a hundredth of the body's height.

    A LEFT figure faces left and a RIGHT one faces right; the near, black leg is
    the one that works. Both drawings have the same size. Their titles name
    posture, side and move in the given language.

    :raises WrongSide: an exercise of both legs was asked for one of them.
    """
    LIBRARY[key].check_side(side)
    left = side is DoseSide.LEFT
    names = accessible_names(LIBRARY[key], side, language)
    return drawings(_frames(key, exchanged=left and PAIRS[key].left_first), names, mirrored=left)


@cache
def _frames(key: str, *, exchanged: bool) -> Frames:
    pair = PAIRS[key]
    if exchanged:
        pair = replace(pair, start=pair.end, end=pair.start)
    return lay_out(_view(key, pair), small=pair.own_eye)


def _view(key: str, pair: Pair) -> View:
    exercise = LIBRARY[key]
    view = SideView if pair.view == "side" else TurnedView
    return view(pair, exercise.felt, both_work=exercise.sides == "two")
