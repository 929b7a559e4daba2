"""The exercise figures: the model knows its own angles, so they are held against what the figure says."""

from __future__ import annotations

import math
import re
from functools import cache
from xml.etree import ElementTree

import pytest

from clinic_gait.clinical import figures
from clinic_gait.clinical.exercises import LANGUAGES, LIBRARY
from clinic_gait.clinical.figures.body import ARM, CM
from clinic_gait.clinical.figures.curves import Line, capsule, ellipse, limb, smooth
from clinic_gait.clinical.figures.hands import hands, shortfall
from clinic_gait.clinical.figures.plane import area, corner, reach, turn
from clinic_gait.clinical.figures.pose import Pose, PosedLeg
from clinic_gait.clinical.figures.poses import PAIRS
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Path, Step
from clinic_gait.clinical.figures.solve import solve
from clinic_gait.clinical.figures.spec import Pair
from clinic_gait.clinical.figures.stage import Stage
from clinic_gait.clinical.figures.turned_arms import place
from clinic_gait.clinical.figures.turned_body import stand_up
from clinic_gait.clinical.values import DoseSide, WrongSide
from clinic_gait.web.charts import svg
from tests.each import each

#: Each figure is drawn once; nothing can change a drawing.
figure = cache(figures.figure)
SOLVED = {key: solve(pair) for key, pair in PAIRS.items()}
LEGS = {
    f"{key}-{number}-{name}": (PAIRS[key], pose, leg)
    for key, poses in SOLVED.items()
    for number, pose in enumerate(poses, 1)
    for name, leg in (("work", pose.work), ("other", pose.other))
    if pose.frame.base != "lie_side" and not (name == "work" and pose.frame.twist.turned_out)
}
EVERY_LEG = each(("pair", "pose", "leg"), LEGS.values(), ids=LEGS)
EVERY_FIGURE = each("key", LIBRARY)
EVERY_SIDE = each(("key", "side"), [(key, side) for key, exercise in LIBRARY.items() for side in exercise.dose_sides])
ONE_SIDED = [key for key, exercise in LIBRARY.items() if exercise.sides == "one"]


def ground(pose: Pose, leg: PosedLeg, point: complex) -> float:
    """How high a point is above what this foot stands on."""
    slope = math.tan(math.radians(pose.frame.slope))
    return point.imag - leg.said.on_cm * CM - slope * point.real


def test_every_exercise_has_its_figure() -> None:
    assert PAIRS.keys() == LIBRARY.keys()


# ---- the pose ----


@EVERY_LEG
def test_a_knee_said_to_be_straight_is_straight(pair: Pair, pose: Pose, leg: PosedLeg) -> None:
    assert leg.said.knee != 0 or leg.knee_angle >= 175


@EVERY_LEG
def test_a_flat_foot_lies_flat(pair: Pair, pose: Pose, leg: PosedLeg) -> None:
    if leg.said.contact != "flat" or pair.has("heel_wedge", "small_ball"):
        return
    assert abs(ground(pose, leg, leg.heel)) < 0.2
    assert abs(ground(pose, leg, leg.ball)) < 0.2


@EVERY_LEG
def test_no_part_of_a_foot_is_below_the_floor(pair: Pair, pose: Pose, leg: PosedLeg) -> None:
    slope = math.tan(math.radians(pose.frame.slope))
    assert min(point.imag - slope * point.real for point in leg.foot) > -0.6


@EVERY_LEG
def test_the_solved_knee_of_a_planted_leg_is_the_one_said(pair: Pair, pose: Pose, leg: PosedLeg) -> None:
    assert not leg.planted or pair.has("small_ball") or abs(180 - leg.knee_angle - leg.said.knee) <= 5


@EVERY_LEG
def test_no_knee_bends_backward(pair: Pair, pose: Pose, leg: PosedLeg) -> None:
    bend = (leg.ankle - leg.knee) / (leg.knee - leg.hip)
    assert leg.knee_angle > 179 or bend.imag < 0


@EVERY_FIGURE
def test_planted_feet_stay_where_they_are(key: str) -> None:
    pair, (start, end) = PAIRS[key], SOLVED[key]
    if pair.move.part in ("body", "work_foot") or pair.start.base != pair.end.base or pair.start.base == "lie_side":
        return
    for before, after in zip(start.legs, end.legs, strict=True):
        if not (before.planted and after.planted):
            continue
        heels = {before.said.contact, after.said.contact} == {"flat", "heel"}
        moved = abs(before.heel - after.heel) if heels else abs(before.ball - after.ball)
        assert moved * 1.7 < 1 or {before.said.contact, after.said.contact} == {"heel", "ball"}


@EVERY_FIGURE
def test_every_hand_reaches_what_it_holds(key: str) -> None:
    pair, poses = PAIRS[key], SOLVED[key]
    stage = Stage(pair, poses)
    for pose in poses:
        if pair.view == "side":
            assert shortfall(pose, hands(stage, pose)) < 0.4
            continue
        body = stand_up(pair, pose)
        for name in ("work", "other"):
            hand, _ = place(stage, body, name)
            assert abs(hand - body.shoulder(name)) < ARM + (4 if pair.has("wall", "counter") else 0.4)


@EVERY_FIGURE
def test_no_foot_is_inside_a_step(key: str) -> None:
    stage = Stage(PAIRS[key], SOLVED[key])
    if stage.step is None or PAIRS[key].view != "side":
        return
    step = stage.step
    inside = [
        point
        for leg in stage.legs()
        for point in leg.foot
        if step.back + 0.3 < point.real < step.front - 0.3 and point.imag < step.height - 0.4
    ]
    assert inside == []


@each(
    "key", [k for k, p in PAIRS.items() if p.view == "side" and (p.move.part, p.move.way) == ("work_knee", "forward")]
)
def test_a_knee_that_moves_ahead_leans_the_shin(key: str) -> None:
    start, end = SOLVED[key]
    assert end.work.shin_lean > start.work.shin_lean + 5
    assert abs(end.work.heel.imag - end.work.ball.imag) < 0.2


@each("key", [key for key, pair in PAIRS.items() if pair.wall_at_knee])
def test_a_knee_to_the_wall_touches_it(key: str) -> None:
    stage = Stage(PAIRS[key], SOLVED[key])
    assert stage.wall == pytest.approx(stage.poses[1].work.knee.real + 4.0, abs=1.5)


# ---- the drawing ----


def shapes(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path)]


def numbers(step: Step) -> list[float]:
    return [float(number) for number in step[1:]]


def mirrored(path: Path, width: float) -> Path:
    steps = tuple(
        (step[0], *(round(width - n, 1) if place % 2 == 0 else n for place, n in enumerate(numbers(step))))
        for step in path.steps
    )
    return Path(
        steps=steps, fill=path.fill, stroke=path.stroke, width=path.width, dash=path.dash,
        hatch=path.hatch, outline=path.outline, round=path.round,
    )  # fmt: skip


@EVERY_SIDE
def test_both_frames_have_one_size_and_stay_inside_it(key: str, side: DoseSide) -> None:
    start, end = figure(key, side)
    assert (start.width, start.height) == (end.width, end.height)
    for drawing in (start, end):
        steps = [numbers(step) for path in shapes(drawing) for step in path.steps]
        assert all(-0.5 <= x <= drawing.width + 0.5 for step in steps for x in step[::2])
        assert all(-0.5 <= y <= drawing.height + 0.5 for step in steps for y in step[1::2])


@EVERY_FIGURE
def test_the_second_frame_shows_a_change(key: str) -> None:
    start, end = figure(key, LIBRARY[key].dose_sides[0])
    assert start.items[:-2] != end.items[:-2]


@each("key", ONE_SIDED)
def test_turning_a_figure_round_changes_nothing_but_the_numbers_place(key: str) -> None:
    left, right = figure(key, DoseSide.LEFT), figure(key, DoseSide.RIGHT)
    if PAIRS[key].left_first:
        assert shapes(left[0])[:-2] != [mirrored(path, right[0].width) for path in shapes(right[0])[:-2]]
        return
    for one, other in zip(left, right, strict=True):
        assert shapes(one)[:-2] == [mirrored(path, other.width) for path in shapes(other)[:-2]]


@each("key", ONE_SIDED)
def test_the_number_is_never_turned_round(key: str) -> None:
    for number in (0, 1):
        digits = [shapes(figure(key, side)[number])[-1].steps for side in (DoseSide.LEFT, DoseSide.RIGHT)]
        places = [[numbers(step)[-2] for step in steps] for steps in digits]
        offsets = [[x - row[0] for x in row] for row in places]
        assert offsets[0] == pytest.approx(offsets[1], abs=0.11)


@each("key", ONE_SIDED)
def test_a_card_for_both_sides_shows_the_right_leg(key: str) -> None:
    both, right = figure(key, DoseSide.BOTH), figure(key, DoseSide.RIGHT)
    assert [drawing.items for drawing in both] == [drawing.items for drawing in right]


@EVERY_SIDE
def test_one_leg_is_black_or_both(key: str, side: DoseSide) -> None:
    for drawing in figure(key, side):
        black = [path for path in shapes(drawing) if path.fill is Ink.BLACK and path.outline]
        assert len(black) >= (2 if LIBRARY[key].sides == "two" else 1)


@EVERY_SIDE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accessible_name_says_posture_side_and_exercise(key: str, side: DoseSide, language: str) -> None:
    sides = {
        "en": {DoseSide.LEFT: "left leg", DoseSide.RIGHT: "right leg", DoseSide.BOTH: r"both legs|one leg"},
        "es": {
            DoseSide.LEFT: "pierna izquierda",
            DoseSide.RIGHT: "pierna derecha",
            DoseSide.BOTH: "dos piernas|la otra",
        },
    }
    words = LIBRARY[key].words(language, side)
    for drawing, caption in zip(
        figure(key, side, language=language), (words.caption_start, words.caption_end), strict=True
    ):
        assert re.search(sides[language][side], drawing.title)
        assert caption.lower() in drawing.title
        assert words.name in drawing.title


@EVERY_SIDE
def test_a_pair_of_frames_is_light_enough_for_a_page_of_them(key: str, side: DoseSide) -> None:
    markup = [svg(drawing) for drawing in figure(key, side)]
    assert sum(len(text) for text in markup) < 27_000
    assert all(ElementTree.fromstring(text) is not None for text in markup)  # noqa: S314 - our own markup


def test_no_words_stand_inside_a_figure() -> None:
    assert all(
        isinstance(item, Path) for key in LIBRARY for d in figure(key, LIBRARY[key].dose_sides[0]) for item in d.items
    )


def test_a_figure_of_both_legs_is_refused_for_one() -> None:
    with pytest.raises(WrongSide):
        figure("chair_squat", DoseSide.LEFT)


# ---- geometry ----


def ends(line: Line) -> list[complex]:
    return [points[-1] for _, points in line if points]


def test_two_bones_meet_at_their_joint() -> None:
    joint = reach(0j, 30 + 0j, 20, 15, 1)
    assert abs(joint) == pytest.approx(20)
    assert abs(joint - 30) == pytest.approx(15)
    assert joint.imag > 0
    assert corner(0j, reach(0j, 100 + 0j, 20, 15, 1), 35 + 0j) == pytest.approx(180, abs=1)


@pytest.mark.parametrize("angle", range(0, 360, 45))
def test_a_capsule_holds_both_circles(angle: int) -> None:
    a, b = 3 + 2j, 3 + 2j + 10 * turn(angle)
    outline = ends(capsule(a, 4, b, 2))
    assert area(outline) > 0
    assert all(min(abs(point - a) - 4, abs(point - b) - 2) == pytest.approx(0, abs=0.01) for point in outline)


@pytest.mark.parametrize("knee", [0, 40, 90, 130])
def test_a_limb_runs_against_the_clock_and_keeps_its_width(knee: int) -> None:
    joint = 24 * turn(-90)
    ankle = joint + 23 * turn(-90 - knee)
    even = ((0, 3.0), (2, 3.0))
    outline = ends(limb(0j, joint, ankle, even, even))
    assert area(outline) > 0
    bones = [joint * step / 50 for step in range(51)] + [joint + (ankle - joint) * step / 50 for step in range(51)]
    assert all(0.5 < min(abs(point - bone) for bone in bones) < 3.8 for point in outline)


def test_closed_curves_pass_through_their_points() -> None:
    points = [0j, 10 + 0j, 10 + 10j, 10j]
    assert set(ends(smooth(points))) == set(points)
    assert area(ends(ellipse(0j, 2, 3, 20))) > 0
