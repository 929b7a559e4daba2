"""The ankle in three planes: legs side by side, changes only where the measuring can carry them, blanks that say so."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.web.chart_planes import PlaneRow, planes
from tests import hosts
from tests.web.pages import open_visit, save
from tests.web.test_chart import FIRST, JUNE, MAY, PAST, SECOND, chart_of, code, number


def planes_of(*past: tuple[date, UUID, Reading]) -> dict[str, PlaneRow]:
    """The rows of the newest visit's three planes, by label."""
    return {row.label: row for plane in planes(past, past[-1][1]) for row in plane.rows}


def test_the_planes_put_left_beside_right_with_the_difference_and_the_error() -> None:
    rows = planes_of(*PAST)
    lunge = rows[CATALOGUE["wblt_cm"].label]
    assert (lunge.left.value, lunge.right.value, lunge.lower) == ("7.5", "11", Side.LEFT)
    assert lunge.difference == "3.5 cm less, beyond measurement error (1.9)"
    assert lunge.note == "taken under load, so it decides"
    assert [one.words for one in lunge.left.changes] == ["▲ +2.5 since last: better, beyond error"]


@pytest.mark.parametrize(("right", "word"), [("9.3", "within"), ("9.4", "beyond"), ("9.5", "beyond")])
def test_a_side_difference_is_beyond_from_the_error_figure_on(right: str, word: str) -> None:
    rows = planes_of(
        (MAY, FIRST, number("wblt_cm", Side.LEFT, "7.5")), (MAY, FIRST, number("wblt_cm", Side.RIGHT, right))
    )
    assert f"less, {word} measurement error (1.9)" in rows[CATALOGUE["wblt_cm"].label].difference


def test_dorsiflexion_is_a_pair_with_what_bending_gains() -> None:
    rows = planes_of(
        (MAY, FIRST, number("df_ke_deg", Side.LEFT, "2")),
        (MAY, FIRST, number("df_kf_deg", Side.LEFT, "16")),
        (MAY, FIRST, number("df_ke_deg", Side.RIGHT, "12")),
        (MAY, FIRST, number("df_kf_deg", Side.RIGHT, "9")),
    )
    gain = rows["Gain of bending the knee"]
    assert (gain.left.value, gain.right.value) == ("14 more", "3 less: look again")
    straight = rows[CATALOGUE["df_ke_deg"].label]
    assert (straight.lower, straight.difference) == (Side.LEFT, "10 deg less, measurement error not known")


def test_another_method_gives_its_reason_and_no_difference() -> None:
    rows = planes_of(
        (MAY, FIRST, number("wblt_deg", Side.LEFT, "30", "inclinometer; at tuberosity")),
        (JUNE, SECOND, number("wblt_deg", Side.LEFT, "38")),
        (JUNE, SECOND, number("wblt_deg", Side.RIGHT, "40", "app; 15 cm below tuberosity")),
        (JUNE, SECOND, number("df_ke_deg", Side.LEFT, "5")),
        (JUNE, SECOND, number("df_kf_deg", Side.LEFT, "15", "app; active; free")),
    )
    lunge = rows[CATALOGUE["wblt_deg"].label]
    assert [one.words for one in lunge.left.changes] == ["since last: not comparable, was by at tuberosity"]
    assert "measured in another way" in lunge.difference
    assert lunge.lower is None
    assert rows["Gain of bending the knee"].left.value == "measured in another way"


def test_without_an_error_figure_the_change_carries_no_flag() -> None:
    past = [(MAY, FIRST, number("ev_deg", Side.LEFT, "3")), (JUNE, SECOND, number("ev_deg", Side.LEFT, "9"))]
    changes = planes_of(*past)[CATALOGUE["ev_deg"].label].left.changes
    assert [(one.words, one.kind) for one in changes] == [("+6 since last: error not known", "plain")]


def test_a_third_visit_is_held_against_the_last_and_against_the_start() -> None:
    days = [(MAY, FIRST, "5"), (date(2026, 5, 18), UUID(int=3), "6"), (JUNE, SECOND, "7.5")]
    past = [(day, visit, number("wblt_cm", Side.LEFT, value)) for day, visit, value in days]
    changes = planes_of(*past)[CATALOGUE["wblt_cm"].label].left.changes
    assert [one.words for one in changes] == [
        "+1.5 since last: within error",
        "▲ +2.5 since start: better, beyond error",
    ]


def test_what_was_not_measured_says_so_and_is_never_taken_from_before() -> None:
    rows = planes_of(
        (MAY, FIRST, number("inv_deg", Side.LEFT, "25")),
        (JUNE, SECOND, code("tib_rot", Side.RIGHT, "limited_in")),
    )
    inversion, turning = rows[CATALOGUE["inv_deg"].label], rows[CATALOGUE["tib_rot"].label]
    assert (inversion.left.value, inversion.right.value, inversion.difference) == ("not measured", "not measured", "")
    assert (turning.left.value, turning.right.value) == ("not measured", "limited inward")
    assert turning.difference == "one side only"
    assert rows[CATALOGUE["wblt_deg"].label].note == "would decide: it is taken under load"


def test_a_visit_without_the_ankle_has_no_planes() -> None:
    assert planes([(MAY, FIRST, code("varus_thrust", Side.LEFT, "definite"))], FIRST) == ()


def test_the_planes_speak_in_units_and_never_in_percent(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_cm.R": "11", "tib_rot.L": "normal", "tib_rot.R": "normal"})
    html = therapist.get(f"{chart_of(therapist)}?view=measures").text
    card = html[html.index('id="planes"') :]
    card = card[: card.index("</section>")]
    assert "draft of 12 Nov 2026" in card
    assert "3.5 cm less, beyond measurement error (1.9)" in card
    assert "alike" in card
    assert "%" not in card
