"""Charts: LEFT left and RIGHT right, lines that break where the method changed, labels that never overlap."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_gait.care.bars import Bar, butterfly
from clinic_gait.care.charts import Point, Trend, spread, trend, words
from clinic_gait.clinical.figures.primitives import Ink, Label, Path
from clinic_gait.clinical.values import Side

START = date(2026, 10, 1)


def points(side: Side, *values: str, method: str = "tape") -> tuple[Point, ...]:
    return tuple(
        Point(day=START + timedelta(days=14 * place), side=side, value=Decimal(value), method=method)
        for place, value in enumerate(values)
    )


LUNGE = Trend(
    label="Lunge",
    unit="cm",
    points=(*points(Side.LEFT, "7", "7.5", "9"), *points(Side.RIGHT, "11", "11", "11")),
    error=Decimal("1.9"),
    goal=Decimal("10"),
)


def lines(chart: Trend, ink: Ink) -> list[Path]:
    return [one for one in trend(chart).items if isinstance(one, Path) and one.stroke is ink and len(one.steps) == 2]


def test_left_is_a_full_line_and_right_a_dashed_one() -> None:
    assert [one.dash for one in lines(LUNGE, Ink.LEFT)] == [(), ()]
    assert all(one.dash for one in lines(LUNGE, Ink.RIGHT))


def test_no_line_crosses_a_change_of_method() -> None:
    changed = (*points(Side.LEFT, "7", "7.5"), dataclasses.replace(points(Side.LEFT, "0", "0", "9")[2], method="app"))
    assert len(lines(dataclasses.replace(LUNGE, points=changed), Ink.LEFT)) == 1


def test_the_sentence_names_side_change_and_error() -> None:
    said = words(LUNGE)
    assert "LEFT 9 cm, +2 since 1 Oct, beyond measurement error (1.9)." in said
    assert "RIGHT 11 cm, +0 since 1 Oct, within measurement error (1.9)." in said


def test_without_an_error_figure_nothing_is_called_beyond_or_within() -> None:
    said = words(dataclasses.replace(LUNGE, error=None))
    assert "beyond" not in said
    assert "within" not in said


def test_swapping_the_legs_gives_another_picture() -> None:
    swapped = tuple(dataclasses.replace(one, side=one.side.other) for one in LUNGE.points)
    assert trend(dataclasses.replace(LUNGE, points=swapped)).items != trend(LUNGE).items


def test_one_reading_is_drawn_and_none_is_refused() -> None:
    assert trend(dataclasses.replace(LUNGE, points=points(Side.LEFT, "7"))).items
    with pytest.raises(ValueError, match="at least one"):
        trend(dataclasses.replace(LUNGE, points=()))


@given(st.lists(st.floats(0, 500), min_size=1, max_size=8), st.floats(1, 40))
def test_labels_are_never_closer_than_their_gap(places: list[float], gap: float) -> None:
    apart = sorted(spread(places, gap))
    assert all(two - one >= gap - 1e-6 for one, two in pairwise(apart))


def test_bars_grow_outward_from_the_middle_with_left_at_the_left() -> None:
    bar = Bar(label="Lunge", unit="cm", left=Decimal(7), right=Decimal(11), low=Decimal(0), high=Decimal(30))
    drawing = butterfly([bar])
    left, right = (
        next(one for one in drawing.items if isinstance(one, Path) and one.fill is ink) for ink in (Ink.LEFT, Ink.RIGHT)
    )
    assert max(step[1] for step in left.steps if len(step) > 1) < min(step[1] for step in right.steps if len(step) > 1)
    assert right.hatch
    assert "left 7, right 11" in drawing.description


def test_a_leg_that_was_not_measured_says_so_and_has_no_bar() -> None:
    bar = Bar(label="Lunge", unit="cm", left=None, right=Decimal(11), low=Decimal(0), high=Decimal(30))
    said = [one.text for one in butterfly([bar]).items if isinstance(one, Label)]
    assert "not measured" in said
    assert not [one for one in butterfly([bar]).items if isinstance(one, Path) and one.fill is Ink.LEFT]
