from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import NormalDist

import pytest

from clinic_gait.clinical.swap import all_look_swapped, looks_swapped, score, swap_signs
from clinic_gait.clinical.thresholds import adjusted
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side
from tests.each import each

#: The UX reference: the SEM behind an MDC of 4.7 degrees, each leg gains 2 with a spread of 2.
MDC = 4.7
SEM = MDC / 2.77
SPREAD = 2.0
PAIRS = 20_000
FORMS = 20_000
SEED = 20261112

SHIN = "inclinometer; 15 cm below tuberosity"
Before = dict[tuple[str, Side], Reading]


def drawn(many: int) -> Iterator[tuple[float, float]]:
    """How far errors and gains move the side difference, now and before, in units of the MDC."""
    now = NormalDist(0, (2 * SEM**2 + 2 * SPREAD**2) ** 0.5 / MDC).samples(many, seed=SEED)
    before = NormalDist(0, (2 * SEM**2) ** 0.5 / MDC).samples(many, seed=SEED + 1)
    return zip(now, before, strict=True)


@pytest.fixture(scope="module")
def moved() -> list[tuple[float, float]]:
    return list(drawn(PAIRS))


def share(moved: list[tuple[float, float]], apart: float, way: int) -> float:
    """How many in a hundred pairs with this true side difference look swapped; ``way`` -1 swaps today's values."""
    true = apart / MDC
    return 100 * sum(looks_swapped(way * (true + now), true + before) for now, before in moved) / len(moved)


@each("apart", range(16))
def test_of_right_entries_no_more_than_one_in_two_hundred_is_asked_about(
    apart: int, moved: list[tuple[float, float]]
) -> None:
    assert share(moved, apart, 1) <= 0.5


@each(("apart", "least"), [(8, 75), (10, 90), (12, 97)])
def test_swapped_rows_are_found(apart: int, least: int, moved: list[tuple[float, float]]) -> None:
    assert share(moved, apart, -1) >= least


def forms(rows: int, apart: float) -> list[list[float]]:
    """The scores of whole forms, every row with the same true side difference."""
    true = apart / MDC
    scores = [score(true + now, true + before) for now, before in drawn(FORMS * rows)]
    return [scores[at : at + rows] for at in range(0, len(scores), rows)]


@each(("rows", "apart"), [(2, 0), (2, 3), (3, 0), (3, 3), (5, 0), (5, 3), (5, 8)])
def test_of_right_forms_no_more_than_one_in_two_hundred_is_asked_about(rows: int, apart: int) -> None:
    assert sum(map(all_look_swapped, forms(rows, apart))) <= FORMS * 0.005


@each(("rows", "apart", "least"), [(2, 8, 0.8), (2, 10, 0.95), (3, 8, 0.95), (5, 5, 0.8), (5, 8, 0.99)])
def test_swapped_forms_are_found(rows: int, apart: int, least: float) -> None:
    found = sum(all_look_swapped([-one for one in form]) for form in forms(rows, apart))
    assert found >= FORMS * least


@each(("rows", "apart"), [(2, 5), (2, 10), (3, 5), (5, 5)])
def test_one_swapped_row_does_not_accuse_the_others(rows: int, apart: int) -> None:
    said = sum(all_look_swapped([-first, *rest]) for first, *rest in forms(rows, apart))
    assert said <= FORMS * 0.02


def test_one_row_is_no_whole_form() -> None:
    assert not all_look_swapped([99.0])
    assert not all_look_swapped([])


def pair(key: str, left: str, right: str, method: str | None = SHIN) -> list[Reading]:
    return [
        Reading(measure=key, side=side, value=Decimal(value), method=method)
        for side, value in zip(LEGS, (left, right), strict=True)
    ]


def by_key(readings: list[Reading]) -> Before:
    return {one.key: one for one in readings}


BEFORE = by_key(pair("wblt_deg", "28", "39"))
NOW = pair("wblt_deg", "39", "31")


def test_a_sign_holds_both_visits_of_both_legs() -> None:
    (sign,) = swap_signs(NOW, BEFORE).rows
    values = (sign.left, sign.right, sign.left_before, sign.right_before)
    assert (sign.measure, *values) == ("wblt_deg", *map(Decimal, ("39", "31", "28", "39")))
    assert sign.score == pytest.approx(8 * 11 / 4.7**2)


@each(
    ("left", "right", "found"),
    [
        ("28", "39", False),  # as before
        ("33", "36", False),  # the weaker leg caught up
        ("37", "37", False),  # level
        ("38", "36", False),  # passed by less than half the error
        ("39", "31", True),
        ("36", "33", True),
        ("50", "45", True),  # both gained much; the sides are turned round all the same
    ],
)
def test_what_counts_is_the_side_difference_turned_round(left: str, right: str, found: bool) -> None:
    assert bool(swap_signs(pair("wblt_deg", left, right), BEFORE).rows) is found


def test_a_side_difference_within_error_at_the_last_visit_says_nothing() -> None:
    assert not swap_signs(pair("wblt_deg", "45", "30"), by_key(pair("wblt_deg", "30", "34.7"))).rows
    assert swap_signs(pair("wblt_deg", "45", "30"), by_key(pair("wblt_deg", "30", "34.8"))).rows


ABSENT = Reading(measure="wblt_deg", side=Side.RIGHT, absent=Absent.PAIN)


@each(
    ("now", "before"),
    [
        (pair("wblt_deg", "39", "31", "inclinometer; at tuberosity"), BEFORE),
        (NOW[:1], BEFORE),
        ([NOW[0], ABSENT], BEFORE),
        (NOW, by_key(list(BEFORE.values())[:1])),
        (NOW, {}),
        (pair("wblt_deg", "69", "31"), BEFORE),
        (pair("ta_strength", "5", "2", None), by_key(pair("ta_strength", "2", "5", None))),
        (pair("no_such_measure", "39", "31"), by_key(pair("no_such_measure", "28", "39"))),
    ],
    ids=[
        "another method",
        "one leg only",
        "a reason in place of a value",
        "one leg before",
        "first visit",
        "unusual and not confirmed",
        "no figure of the measuring error",
        "not known here",
    ],
)
def test_it_is_silent_about(now: list[Reading], before: Before) -> None:
    found = swap_signs(now, before)
    assert found.rows == found.compared == ()
    assert not found.all_of_it


def test_a_clinic_that_sets_another_error_is_heard() -> None:
    wide = adjusted({"mdc_wblt_deg": "12"})
    assert swap_signs(NOW, BEFORE).rows
    assert not swap_signs(NOW, BEFORE, wide).rows


def test_several_rows_together_say_that_all_of_it_looks_swapped() -> None:
    lunge = pair("wblt_cm", "10", "8.5", "tape; knee to wall")
    before = {**by_key(pair("wblt_cm", "8.5", "10.5", "tape; knee to wall")), **by_key(pair("wblt_deg", "34", "39"))}
    found = swap_signs([*lunge, *pair("wblt_deg", "39", "34")], before)
    assert found.all_of_it
    assert found.rows == ()
    assert [one.measure for one in found.compared] == ["wblt_cm", "wblt_deg"]
