"""Trends: lines that break where the method changed, an error band, a goal, a reference, labels that never overlap."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinic_gait.care.charts import trend
from clinic_gait.care.shapes import spread
from clinic_gait.care.trends import Point, Trend
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path
from clinic_gait.clinical.measures import Better
from clinic_gait.clinical.values import LEGS, Side

START = date(2026, 10, 1)
NARROW = {"width": 280.0, "height": 200.0}


def points(side: Side, *values: str, method: str = "tape", apart: int = 14) -> tuple[Point, ...]:
    return tuple(
        Point(day=START + timedelta(days=apart * place), side=side, value=Decimal(value), method=method)
        for place, value in enumerate(values)
    )


LUNGE = Trend(
    label="Lunge",
    unit="cm",
    points=(*points(Side.LEFT, "7", "7.5", "9"), *points(Side.RIGHT, "11", "11", "11")),
    error=Decimal("1.9"),
    better=Better.UP,
    goal=Decimal("10"),
    typical=(Decimal("11.6"), Decimal("11.9")),
)


def with_method(chart: Trend, place: int, method: str) -> Trend:
    """The same with the LEFT reading at this place taken in another way."""
    left = list(chart.of(Side.LEFT))
    left[place] = dataclasses.replace(left[place], method=method)
    return dataclasses.replace(chart, points=(*left, *chart.of(Side.RIGHT)))


def lines(chart: Trend, ink: Ink) -> list[Path]:
    return [one for one in trend(chart).items if isinstance(one, Path) and one.stroke is ink and len(one.steps) == 2]


def labels(drawing: Drawing) -> dict[str, Label]:
    return {one.text: one for one in drawing.items if isinstance(one, Label)}


def box(path: Path) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    numbers = [float(number) for step in path.steps for number in step[1:]]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def band(chart: Trend) -> tuple[float, float, float, float]:
    return next(box(one) for one in trend(chart).items if isinstance(one, Path) and one.hatch)


def test_left_is_a_full_line_and_right_a_dashed_one() -> None:
    assert [one.dash for one in lines(LUNGE, Ink.LEFT)] == [(), ()]
    assert all(one.dash for one in lines(LUNGE, Ink.RIGHT))


def test_no_line_crosses_a_change_of_method() -> None:
    assert len(lines(with_method(LUNGE, 2, "app"), Ink.LEFT)) == 1
    assert len(lines(with_method(LUNGE, 1, "app"), Ink.LEFT)) == 0


def test_the_band_is_the_error_around_the_start_over_the_whole_time() -> None:
    drawing, (left, top, right, bottom) = trend(LUNGE), band(LUNGE)
    marks = [box(one) for one in drawing.items if isinstance(one, Path) and one.fill is Ink.LEFT]
    start = (marks[0][1] + marks[0][3]) / 2
    assert (top + bottom) / 2 == pytest.approx(start)
    assert left < marks[0][0] < marks[-1][2] < right
    assert "LEFT start ± 1.9 cm: within error" in labels(drawing)


def test_the_band_begins_where_the_readings_can_be_compared() -> None:
    changed = with_method(LUNGE, 0, "app")
    assert band(changed)[0] > band(LUNGE)[0] + 100
    assert "LEFT 15 Oct ± 1.9 cm: within error" in labels(trend(changed))


def test_without_an_error_figure_there_is_no_band() -> None:
    unknown = trend(dataclasses.replace(LUNGE, error=None))
    assert not [one for one in unknown.items if isinstance(one, Path) and one.hatch]


def test_what_is_typical_is_a_mark_on_the_axis_and_no_line() -> None:
    drawing = trend(LUNGE)
    left = labels(drawing)["ref 11.6-11.9"].x
    others = trend(dataclasses.replace(LUNGE, typical=None)).items
    shorter = [one for one in drawing.items if isinstance(one, Path) and one.fill is Ink.BLACK and one not in others]
    assert [box(one)[2] < left + 20 for one in shorter] == [True]
    assert not [text for text in labels(trend(dataclasses.replace(LUNGE, typical=None))) if text.startswith("ref")]


def test_time_is_to_scale_in_days() -> None:
    days = (0, 7, 28)
    uneven = tuple(
        dataclasses.replace(one, day=START + timedelta(days=day))
        for one, day in zip(points(Side.LEFT, "7", "8", "9"), days, strict=True)
    )
    drawing = trend(dataclasses.replace(LUNGE, points=uneven))
    marks = [box(one)[0] for one in drawing.items if isinstance(one, Path) and one.fill is Ink.LEFT]
    assert (marks[1] - marks[0]) / (marks[2] - marks[0]) == pytest.approx(7 / 28)


def test_swapping_the_legs_gives_another_picture() -> None:
    swapped = tuple(dataclasses.replace(one, side=one.side.other) for one in LUNGE.points)
    other = trend(dataclasses.replace(LUNGE, points=swapped))
    assert other.items != trend(LUNGE).items
    assert other.description != trend(LUNGE).description


def test_one_reading_is_drawn_and_none_is_refused() -> None:
    assert trend(dataclasses.replace(LUNGE, points=points(Side.LEFT, "7"))).items
    with pytest.raises(ValueError, match="at least one"):
        trend(dataclasses.replace(LUNGE, points=()))


def test_what_has_no_side_is_drawn_too() -> None:
    pain = Trend(label="Worst pain", unit="", points=points(Side.NONE, "6", "4", "3"), better=Better.DOWN)
    assert "now 3" in labels(trend(pain))


@given(st.lists(st.floats(0, 500), min_size=1, max_size=8), st.floats(1, 40))
def test_labels_are_never_closer_than_their_gap(places: list[float], gap: float) -> None:
    apart = sorted(spread(places, gap))
    assert all(two - one >= gap - 1e-6 for one, two in pairwise(apart))


VALUES = st.integers(0, 60).map(lambda tenths: Decimal(tenths) / 2)
VISITS = st.lists(st.tuples(st.integers(0, 700), VALUES, VALUES), min_size=1, max_size=7, unique_by=lambda one: one[0])


@given(VISITS, st.none() | VALUES, st.sampled_from([{}, NARROW]))
@example([(0, Decimal(0), Decimal(0)), (14, Decimal(30), Decimal(30))], Decimal(30), {})
@example([(0, Decimal(30), Decimal(30)), (14, Decimal(0), Decimal(0))], Decimal(0), {})
def test_end_labels_and_dates_never_overlap_and_stay_in_the_picture(
    visits: list[tuple[int, Decimal, Decimal]], goal: Decimal | None, size: dict[str, float]
) -> None:
    taken = tuple(
        Point(day=START + timedelta(days=day), side=side, value=value)
        for day, *values in sorted(visits)
        for side, value in zip(LEGS, values, strict=True)
    )
    drawing = trend(dataclasses.replace(LUNGE, points=taken, goal=goal), **size)
    found = [one for one in drawing.items if isinstance(one, Label)]
    ends = sorted(one.y for one in found if one.anchor == "start")
    assert all(two - one >= 17 - 1e-6 for one, two in pairwise(ends))
    assert all(10 <= y <= drawing.height - 19 for y in ends)
    dates = sorted((one.x, len(one.text)) for one in found if one.anchor == "middle")
    assert all(two[0] - one[0] >= 5.5 * (one[1] + two[1]) / 2 for one, two in pairwise(dates))
    assert all(0 <= one.x <= drawing.width for one in found)
