"""The chart: what was found from the start to now, in pictures, tables and words that agree."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.web.chart_findings import findings
from clinic_gait.web.chart_pictures import bars, main_measure, trend_of
from clinic_gait.web.comparing import turn
from tests import hosts
from tests.web.pages import open_visit, save, sign, with_visit

FIRST, SECOND = UUID(int=1), UUID(int=2)
MAY, JUNE = date(2026, 5, 4), date(2026, 6, 4)


def number(measure: str, side: Side, value: str, method: str | None = None) -> Reading:
    """A number in a measure's usual way."""
    return Reading(measure=measure, side=side, value=Decimal(value), method=method or CATALOGUE[measure].default_method)


def code(measure: str, side: Side, step: str) -> Reading:
    """A step of a scale."""
    return Reading(measure=measure, side=side, code=step)


PAST = [
    (MAY, FIRST, number("wblt_cm", Side.LEFT, "5")),
    (MAY, FIRST, number("wblt_cm", Side.RIGHT, "11")),
    (MAY, FIRST, code("varus_thrust", Side.LEFT, "definite")),
    (JUNE, SECOND, number("wblt_cm", Side.LEFT, "7.5")),
    (JUNE, SECOND, number("wblt_cm", Side.RIGHT, "11")),
    (JUNE, SECOND, code("varus_thrust", Side.LEFT, "possible")),
    (JUNE, SECOND, number("ta_strength", Side.LEFT, "4")),
]


def chart_of(therapist: hosts.Visitor, patient: str = "1") -> str:
    """The address of a patient's chart."""
    return str(therapist.send("/gait/patients/open", {"key": patient}).location)


def test_a_new_patient_has_an_empty_chart_with_one_first_step(therapist: hosts.Visitor) -> None:
    html = therapist.get(chart_of(therapist)).text
    assert "Nothing measured yet" in html
    assert "Start the first assessment" in html
    assert html.count("cg-btn--primary") == 1


def test_a_chart_shows_pictures_with_their_tables_and_words(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "5", "wblt_cm.R": "11", "early_heel_rise.L": "mild"}, rest="no")
    sign(therapist, url)
    html = therapist.get(chart_of(therapist)).text
    assert html.count("<svg") == 3
    assert "LEFT 5 cm, measured once." in html
    assert "Early heel rise" in html
    assert f"{url}/record" in html
    assert "Start today" in html


def test_todays_draft_is_gone_on_with_and_not_started_twice(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "5"})
    html = therapist.get(chart_of(therapist)).text
    assert "Go on with today" in html
    assert 'name="form_key"' not in html


def test_a_draft_counts_in_the_chart_and_says_that_it_is_one(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "5"})
    html = therapist.get(chart_of(therapist)).text
    assert "1 visit, 1 measured" in html
    assert "draft" in html


def test_an_assistant_of_another_clinic_finds_no_chart(therapist: hosts.Visitor, stranger: hosts.Visitor) -> None:
    url = chart_of(therapist)
    missing = stranger.get(re.sub(r"[0-9a-f]{12}$", "0" * 12, url))
    theirs = stranger.get(url)
    assert (theirs.status_code, missing.status_code) == (404, 404)
    assert theirs.text == missing.text


def test_the_trend_says_side_direction_amount_and_error() -> None:
    measure = CATALOGUE["wblt_cm"]
    assert isinstance(measure, Quantity)
    card = trend_of(measure, PAST, ())
    assert "LEFT 7.5 cm, +2.5 since 4 May, beyond measurement error" in card.words
    assert "RIGHT 11 cm, 0" in card.words or "RIGHT 11 cm, +0" in card.words
    assert [(row.left, row.right) for row in card.rows] == [("5 cm", "11 cm"), ("7.5 cm", "11 cm")]


def test_swapped_sides_give_another_picture() -> None:
    measure = CATALOGUE["wblt_cm"]
    assert isinstance(measure, Quantity)
    flip = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
    swapped = [
        (day, visit, number("wblt_cm", flip[one.side], str(one.value)))
        for day, visit, one in PAST
        if one.measure == "wblt_cm"
    ]
    assert trend_of(measure, PAST, ()).wide != trend_of(measure, swapped, ()).wide


def test_the_bars_are_those_of_the_newest_visit_and_name_the_lower_leg() -> None:
    card = bars(PAST)
    assert card is not None
    assert card.day == JUNE
    rows = {row.label: row for row in card.rows}
    lunge = rows[CATALOGUE["wblt_cm"].label]
    assert (lunge.left, lunge.right, lunge.lower) == ("7.5", "11", (Side.LEFT, "3.5"))
    strength = rows[CATALOGUE["ta_strength"].label]
    assert (strength.left, strength.right, strength.lower) == ("4", "not measured", None)


def test_the_measure_asked_for_is_shown_and_a_made_up_one_is_not() -> None:
    wanted, made_up = main_measure(PAST, "ta_strength"), main_measure(PAST, "nothing")
    assert wanted is not None
    assert made_up is not None
    assert (wanted.key, made_up.key) == ("ta_strength", "wblt_cm")


def test_findings_go_from_the_start_to_now_and_say_which_way() -> None:
    found = findings(PAST)
    assert [(one.side, one.start, one.now, one.turn) for one in found] == [
        (Side.LEFT, "definite", "possible", "better")
    ]


@pytest.mark.parametrize(
    ("start", "now", "expected"),
    [("none", "none", "same"), ("severe", "mild", "better"), ("none", "moderate", "worse")],
)
def test_a_step_toward_normal_is_better(start: str, now: str, expected: str) -> None:
    steps = [code("early_heel_rise", Side.LEFT, one) for one in (start, now)]
    assert turn(CATALOGUE["early_heel_rise"], *steps) == expected


def test_a_normal_step_is_no_finding() -> None:
    assert findings([(MAY, FIRST, code("early_heel_rise", Side.LEFT, "none"))]) == []


def test_a_reason_for_having_no_value_stays_out_of_the_trend(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L.absent": "pain", "wblt_cm.R": "11"})
    assert with_visit(app, url, lambda visit: len(visit.readings())) == 2
    html = therapist.get(chart_of(therapist)).text
    assert "could not: pain" in html
    assert "RIGHT 11 cm, measured once." in html


def test_a_hold_hides_no_finding_and_leads_to_what_to_do(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    found = {"wblt_cm.L": "7.5", "wblt_cm.R": "11", "early_heel_rise.L": "mild"}
    save(therapist, url, **found, **{"flag.dvt": "yes"})
    html = therapist.get(chart_of(therapist)).text
    assert "Findings stay in sight" in html
    assert "An open red flag is recorded." in html
    assert "This ankle moves clearly less than the other." in html
    assert "Early heel rise" in html
    assert f'href="{chart_of(therapist)}/hold"' in html


def test_a_hold_without_any_measure_is_on_the_empty_chart_too(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "yes"})
    html = therapist.get(chart_of(therapist)).text
    assert "Nothing measured yet" in html
    assert "An open red flag is recorded." in html


def test_an_empty_draft_of_today_does_not_hide_what_was_signed_before(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_cm.R": "11"})
    sign(therapist, url)
    therapist.send(f"{chart_of(therapist)}/visits", {"form_key": "a-second-form"})
    html = therapist.get(chart_of(therapist)).text
    assert "visit of 12 Nov 2026, for the therapist to confirm" in html
    assert "This ankle moves clearly less than the other." in html
