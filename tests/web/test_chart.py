"""The chart: what was found from the start to now, in pictures, tables and words that agree."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.web.chart_findings import findings
from clinic_gait.web.chart_pictures import main_measure
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
    assert html.count("<svg") == 4
    assert "LEFT 5 cm, measured once; 6 less than RIGHT." in html
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


def test_the_views_have_addresses_of_their_own_and_a_made_up_one_is_the_overview(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "5", "early_heel_rise.L": "mild"})
    marks = {"overview": "open", "findings": "meaning", "measures": "table", "papers": "plan", "nothing": "open"}
    for view, mark in marks.items():
        html = therapist.get(f"{chart_of(therapist)}?view={view}").text
        assert f'id="{mark}"' in html, view
        assert html.count('aria-current="page"') == 2, view
    assert "No score was taken yet." in therapist.get(f"{chart_of(therapist)}?view=scores").text


def test_the_one_primary_button_is_pressed_by_n(therapist: hosts.Visitor) -> None:
    for _ in range(2):
        buttons = re.findall(r"<(?:a|button)[^>]*cg-btn--primary[^>]*>", therapist.get(chart_of(therapist)).text)
        assert [('data-key="n"' in one, 'aria-keyshortcuts="n"' in one) for one in buttons] == [(True, True)]
        open_visit(therapist)


def test_the_empty_chart_says_how_far_the_safety_questions_are(app: Flask, therapist: hosts.Visitor) -> None:
    assert "Safety questions not asked" in therapist.get(chart_of(therapist)).text
    url = open_visit(therapist)
    save(therapist, url, **{"flag.dvt": "no"})
    html = therapist.get(chart_of(therapist)).text
    assert "Safety questions: 1 of 18 asked" in html
    assert f'href="{url}#screen"' in html
    save(therapist, url, rest="no")
    assert "Safety questions: all 18 asked" in therapist.get(chart_of(therapist)).text


def test_an_assistant_of_another_clinic_finds_no_chart(therapist: hosts.Visitor, stranger: hosts.Visitor) -> None:
    url = chart_of(therapist)
    missing = stranger.get(re.sub(r"[0-9a-f]{12}$", "0" * 12, url))
    theirs = stranger.get(url)
    assert (theirs.status_code, missing.status_code) == (404, 404)
    assert theirs.text == missing.text


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


def test_what_went_back_to_normal_is_no_longer_open() -> None:
    steps = [(MAY, FIRST, "mild"), (JUNE, SECOND, "none")]
    found = findings([(day, visit, code("early_heel_rise", Side.LEFT, step)) for day, visit, step in steps])
    assert [(one.turn, one.open) for one in found] == [("better", False)]
    assert [one.open for one in findings(PAST)] == [True]


def test_a_normal_step_is_no_finding() -> None:
    assert findings([(MAY, FIRST, code("early_heel_rise", Side.LEFT, "none"))]) == []


def test_a_reason_for_having_no_value_stays_out_of_the_trend(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L.absent": "pain", "wblt_cm.R": "11"})
    assert with_visit(app, url, lambda visit: len(visit.readings())) == 2
    assert "RIGHT 11 cm, measured once." in therapist.get(chart_of(therapist)).text
    assert "could not: pain" in therapist.get(f"{chart_of(therapist)}?view=measures").text


def test_a_hold_hides_no_finding_and_leads_to_what_to_do(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    found = {"wblt_cm.L": "7.5", "wblt_cm.R": "11", "early_heel_rise.L": "mild"}
    save(therapist, url, **found, **{"flag.dvt": "yes"})
    assert "On hold: a warning sign is open" in therapist.get(chart_of(therapist)).text
    html = therapist.get(f"{chart_of(therapist)}?view=findings").text
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
    assert "On hold: a warning sign is open" in html
    assert "An open red flag is recorded." in therapist.get(f"{chart_of(therapist)}?view=findings").text


def test_an_empty_draft_of_today_does_not_hide_what_was_signed_before(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_cm.R": "11"})
    sign(therapist, url)
    therapist.send(f"{chart_of(therapist)}/visits", {"form_key": "a-second-form"})
    html = therapist.get(f"{chart_of(therapist)}?view=findings").text
    assert "visit of 12 Nov 2026, for the therapist to confirm" in html
    assert "This ankle moves clearly less than the other." in html
