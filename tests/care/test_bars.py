"""Left and right side by side: bars that grow outward, one bar for screen and paper, a twin in words."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from clinic_gait.care.bars import NARROW, WIDE, Bar, Layout, bar_words, butterfly, leg_bar
from clinic_gait.clinical.figures.primitives import Ink, Label, Path
from clinic_gait.clinical.values import LEGS, Side

LUNGE = Bar(
    label="Lunge, big toe to wall",
    unit="cm",
    left=Decimal(7),
    right=Decimal(11),
    high=Decimal(14),
    typical=(Decimal("11.6"), Decimal("11.9")),
    words="left 4 less",
)


PLAIN = dataclasses.replace(LUNGE, typical=None)


def reach(paths: tuple[Path, ...]) -> tuple[float, float]:
    """From where to where shapes go across."""
    across = [float(number) for path in paths for step in path.steps for number in step[1::2]]
    return min(across), max(across)


def bar_of(value: str, side: Side) -> tuple[Path, ...]:
    return leg_bar(dataclasses.replace(PLAIN, left=Decimal(value), right=Decimal(value)), side, width=140, height=20)


def said(row: Bar) -> list[str]:
    """The words of a picture of this row alone."""
    return [one.text for one in butterfly([row]).items if isinstance(one, Label)]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_left_grows_to_the_left_and_right_to_the_right_in_every_layout(layout: Layout) -> None:
    rows = [item for item in butterfly([PLAIN], layout).items if isinstance(item, Path)]
    solid = [one for one in rows if one.fill is Ink.LEFT][1:]
    hatched = [one for one in rows if one.stroke is Ink.RIGHT][2:]
    assert reach(tuple(solid))[1] == pytest.approx(layout.left)
    assert reach(tuple(hatched))[0] >= layout.right
    assert layout.left < layout.middle < layout.right


@pytest.mark.parametrize("side", LEGS)
def test_a_bar_is_as_long_as_its_share_of_the_rows_own_scale(side: Side) -> None:
    for value, long in (("14", 140), ("7", 70), ("3.5", 35)):
        left, right = reach(bar_of(value, side))
        assert right - left == pytest.approx(long, abs=1.4)
        assert (right if side is Side.LEFT else 140 - left) == pytest.approx(140, abs=1)


@pytest.mark.parametrize("value", ["-5", "0"])
def test_a_number_below_the_scale_has_no_bar(value: str) -> None:
    assert bar_of(value, Side.LEFT) == ()
    assert value in said(dataclasses.replace(PLAIN, left=Decimal(value)))


def test_left_is_solid_and_right_is_hatched_within_its_edge() -> None:
    assert [one.fill for one in bar_of("7", Side.LEFT)] == [Ink.LEFT]
    edge, lines = bar_of("7", Side.RIGHT)
    assert edge.fill is Ink.WHITE
    assert len(lines.steps) > 10
    assert reach((edge,))[0] <= reach((lines,))[0] < reach((lines,))[1] <= reach((edge,))[1]


def test_the_shortest_bar_is_an_edge_without_lines() -> None:
    (edge,) = bar_of("0.1", Side.RIGHT)
    assert reach((edge,))[1] < 2


def test_the_mark_of_what_is_typical_stands_where_its_number_is() -> None:
    mark = leg_bar(LUNGE, Side.RIGHT, width=140, height=20)[-1]
    left, right = reach((mark,))
    assert left <= 11.6 / 14 * 140 + 1 < 11.9 / 14 * 140 - 1 <= right
    assert reach((leg_bar(LUNGE, Side.LEFT, width=140, height=20)[-1],))[0] == pytest.approx(140 - right)


def test_a_leg_that_was_not_measured_says_so_and_has_neither_bar_nor_mark() -> None:
    row = dataclasses.replace(LUNGE, left=None, words="")
    assert leg_bar(row, Side.LEFT, width=140, height=20) == ()
    assert "not measured" in said(row)
    assert bar_words(row) == "Lunge, big toe to wall, cm: left not measured, right 11."


def test_swapping_the_legs_gives_another_picture_with_left_still_at_the_left() -> None:
    swapped = dataclasses.replace(LUNGE, left=LUNGE.right, right=LUNGE.left, words="right 4 less")
    one, two = butterfly([LUNGE]), butterfly([swapped])
    assert one.items != two.items
    for drawing in (one, two):
        heads = {item.text: item.x for item in drawing.items if isinstance(item, Label)}
        assert heads["LEFT"] < heads["RIGHT"]
    assert (bar_words(LUNGE), bar_words(swapped)) == (one.description, two.description)


def test_the_words_of_a_row_are_in_the_picture_and_in_its_description() -> None:
    assert said(LUNGE) == ["LEFT", "RIGHT", "7", "11", "Lunge", "big toe to wall, cm", "left 4 less"]
    assert butterfly([LUNGE]).description == "Lunge, big toe to wall, cm: left 7, right 11, left 4 less."


def test_a_long_name_never_runs_into_the_numbers() -> None:
    row = dataclasses.replace(LUNGE, label="Knee extension (+ past straight, - short of straight)", unit="deg")
    assert said(row)[4:6] == ["Knee extension", "deg"]
