"""The chart's pictures and their tables: the same numbers, LEFT left, marks only where a source measured alike."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from decimal import Decimal
from uuid import UUID

from flask import Flask

from clinic_gait.care.bars import bar_words
from clinic_gait.care.plan import Goal
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.web.chart_pictures import MOST_BARS, TrendCard, bars, choices, trend_of
from clinic_gait.web.chart_table import table, trend_rows
from tests import hosts
from tests.web.pages import open_visit, save
from tests.web.test_chart import FIRST, JUNE, MAY, PAST, SECOND, chart_of, code, number

Told = tuple[date, UUID, Reading]
LUNGE = CATALOGUE["wblt_cm"]


def lunge() -> Quantity:
    assert isinstance(LUNGE, Quantity)
    return LUNGE


def trend(past: list[Told], *goals: Goal, measure: Quantity | None = None) -> TrendCard:
    card = trend_of(measure or lunge(), past, goals)
    assert card is not None
    return card


def swapped(past: list[Told]) -> list[Told]:
    flip = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.NONE: Side.NONE}
    return [(day, visit, dataclasses.replace(one, side=flip[one.side])) for day, visit, one in past]


def test_the_trend_says_side_direction_amount_and_error() -> None:
    said = [one.words for one in trend(PAST).sentences]
    assert said == [
        "LEFT 7.5 cm, +2.5 since 4 May, better, beyond error (1.9); 3.5 less than RIGHT.",
        "RIGHT 11 cm, no change since 4 May.",
    ]


def test_the_trends_table_has_the_numbers_of_its_picture() -> None:
    rows = trend_rows(lunge(), PAST)
    assert [(row.day, *(row.cells[leg].words for leg in LEGS)) for row in rows] == [
        (MAY, "5", "11"),
        (JUNE, "7.5", "11"),
    ]
    ends = re.findall(r">(Left|Right) ([\d.]+)</text>", trend(PAST).wide)
    assert ends == [("Left", rows[-1].cells[Side.LEFT].words), ("Right", rows[-1].cells[Side.RIGHT].words)]


def test_the_bars_table_has_the_numbers_and_differences_of_its_picture() -> None:
    card = bars(PAST)
    assert card is not None
    assert card.day == JUNE
    rows = {row.label: row for row in table(PAST)}
    for bar in card.rows:
        row = rows[bar.label]
        now = {one.side: one.now for one in row.sides if one.now.day == card.day}
        for side in LEGS:
            assert str(bar.of(side)) == now[side].words if side in now else bar.of(side) is None
        assert bar.words == (f"{row.apart.lower.word} {row.apart.amount} less" if row.apart else "")
        assert bar_words(bar) in card.wide
        assert bar_words(bar) in card.narrow


def test_swapped_sides_give_other_pictures_with_left_still_at_the_left() -> None:
    assert trend(PAST).wide != trend(swapped(PAST)).wide
    for past in (PAST, swapped(PAST)):
        card = bars(past)
        assert card is not None
        heads = {word: float(x) for x, word in re.findall(r'<text x="([\d.]+)"[^>]*>(LEFT|RIGHT)</text>', card.wide)}
        assert heads["LEFT"] < heads["RIGHT"]
    one, two = bars(PAST), bars(swapped(PAST))
    assert one is not None
    assert two is not None
    assert [(row.left, row.right) for row in one.rows] == [(row.right, row.left) for row in two.rows]
    assert one.rows[0].words == "left 3.5 less"
    assert two.rows[0].words == "right 3.5 less"


def test_a_reference_is_marked_only_for_the_method_it_was_found_by() -> None:
    other = [
        (day, visit, dataclasses.replace(one, method="app")) for day, visit, one in PAST if one.measure == "wblt_cm"
    ]
    assert "ref 11.6-11.9" in trend(PAST).wide
    assert trend(PAST).reference.startswith("ref 11.6 to 11.9: 26 healthy male students (Calatayud et al. 2015")
    for past in (other, [*other, *PAST], [*PAST, *other]):
        assert "ref" not in re.sub(r"href|xref", "", trend(past).wide)
        assert trend(past).reference == ""
    marked, unmarked = bars(PAST), bars(other)
    assert marked is not None
    assert unmarked is not None
    assert (marked.marked, unmarked.marked) == (True, False)
    assert {row.key: row.reference for row in table(other)}["wblt_cm"] == ""


def test_a_measure_without_a_source_for_its_method_has_no_reference() -> None:
    past = [(MAY, FIRST, number("wblt_deg", side, "38")) for side in LEGS]
    measure = CATALOGUE["wblt_deg"]
    assert isinstance(measure, Quantity)
    assert trend(past, measure=measure).reference == ""


def test_a_goal_is_a_line_and_its_leg_has_the_band() -> None:
    goal = Goal(text="x", measure="wblt_cm", side=Side.RIGHT, target=Decimal(12))
    assert "goal 12" in trend(PAST, goal).wide
    assert "RIGHT start ± 1.9 cm" in trend(PAST, goal).wide
    assert "LEFT start ± 1.9 cm" in trend(PAST).wide


def test_a_change_of_method_is_named_and_breaks_the_line() -> None:
    later = (date(2026, 7, 4), UUID(int=3), number("wblt_cm", Side.LEFT, "9", "app"))
    card = trend([*PAST, later])
    assert card.left_out == "Measured in another way, not compared: 4 May, 4 Jun."
    assert card.sentences[0].words == "LEFT 9 cm, measured once in this way."


def test_many_measures_leave_rows_to_the_table() -> None:
    keys = [one.key for one in CATALOGUE.values() if isinstance(one, Quantity) and one.sided][: MOST_BARS + 2]
    card = bars([(MAY, FIRST, number(key, side, "2")) for key in keys for side in LEGS])
    assert card is not None
    assert (len(card.rows), card.left_out) == (MOST_BARS, 2)


def test_the_table_tells_start_last_and_now_apart() -> None:
    third = (date(2026, 7, 4), UUID(int=3), number("wblt_cm", Side.LEFT, "9"))
    row = table([*PAST, third])[0]
    left, right = row.sides
    assert left.start is not None
    assert left.last is not None
    assert (left.start.words, left.last.words, left.now.words) == ("5", "7.5", "9")
    assert [one.words for one in left.changes] == [
        "▲ +4 since start: better, beyond error",
        "+1.5 since last: within error",
    ]
    assert (right.now.day, row.error, row.apart) == (JUNE, "error 1.9 cm", None)


def test_what_has_no_side_is_in_the_table_and_can_be_drawn() -> None:
    past = [(MAY, FIRST, number("nprs_worst", Side.NONE, "6")), (JUNE, SECOND, number("nprs_worst", Side.NONE, "3"))]
    measure = choices(past)[0]
    assert trend(past, measure=measure).direction == "down is better"
    (row,) = table(past)
    assert row.error == "people notice 2 points"
    assert [one.words for one in row.sides[0].changes] == ["▲ -3 since start: better, as much as people notice"]
    assert bars(past) is None


def test_a_sign_alone_makes_no_picture() -> None:
    past = [(MAY, FIRST, code("varus_thrust", Side.LEFT, "definite"))]
    assert (choices(past), bars(past), table(past)) == ([], None, ())


def test_every_picture_leads_to_its_table(app: Flask, therapist: hosts.Visitor) -> None:
    save(therapist, open_visit(therapist), **{"wblt_cm.L": "5", "wblt_cm.R": "11"})
    html = therapist.get(chart_of(therapist)).text
    links = re.findall(r'href="([^"]*view=measures[^"#]*)#(visits|table)"', html)
    assert [place for _, place in links] == ["visits", "table"]
    for link, place in links:
        twin = therapist.get(link.replace("&amp;", "&")).text
        assert f'id="{place}"' in twin
        assert all(f">{value}<" in re.sub(r"\s*<", "<", twin) for value in ("5", "11"))
