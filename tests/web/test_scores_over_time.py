"""Scores from visit to visit: asked anew each time, compared only where that is fair, and shown with their days."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.care.visit import Outcome
from tests import hosts
from tests.web.pages import open_visit, page, save, sign, with_visit

ACTIVITIES = ("run", "climb stairs", "squat")
LIST = {f"psfs-name-{place}": name for place, name in enumerate(ACTIVITIES, 1)}
RATED = {"psfs-rating-1": "2", "psfs-rating-2": "4", "psfs-rating-3": "3"}


@pytest.fixture
def visit(therapist: hosts.Visitor) -> str:
    return open_visit(therapist)


def followed_up(therapist: hosts.Visitor, visit: str, **typed: str) -> str:
    """Keep scores in this visit, sign it, and start the next of the same patient."""
    if typed:
        assert save(therapist, f"{visit}/scores", **typed).status_code == 303
    sign(therapist, visit)
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    again = therapist.send(f"{chart}/visits", {"form_key": f"after-{visit[-8:]}"}).location
    assert again
    return again


def outcomes(app: Flask, visit: str) -> tuple[Outcome, ...]:
    found: tuple[Outcome, ...] = with_visit(app, visit, lambda one: one.outcomes())
    return found


def chart_of(therapist: hosts.Visitor) -> str:
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    assert chart
    return therapist.get(f"{chart}?view=scores").text


def test_old_ratings_stand_beside_empty_boxes_and_are_in_no_value(therapist: hosts.Visitor, visit: str) -> None:
    typed = {**LIST, **RATED, "lefs-total": "54", "groc-change": "15 point:5", "koos-pain_1": "3"}
    again = followed_up(therapist, visit, **typed)
    answer = therapist.get(f"{again}/scores")
    boxes = page(answer).boxes
    assert {name: boxes[name] for name in LIST} == LIST
    assert "was 4" in answer.text
    assert "54 of 80 (67.5 %)" in answer.text
    asked = boxes.keys() - LIST.keys() - {"version", "csrf_token"}
    assert {boxes[name] for name in asked} == {""}


def test_opening_and_saving_a_follow_up_keeps_nothing(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    again = followed_up(therapist, visit, **LIST, **RATED, **{"lefs-total": "54"})
    assert save(therapist, f"{again}/scores").status_code == 303
    assert outcomes(app, again) == ()


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        (("4", "6", "5"), "+2 points, better, beyond measurement error (2); mean of 3 activities"),
        (("3", "5", "4"), "+1 point, within measurement error (2); mean of 3 activities"),
        (("4", "", ""), "+2 points, within measurement error (3); over 1 of 3 activities"),
    ],
)
def test_the_same_activities_rated_again_are_compared(
    app: Flask, therapist: hosts.Visitor, visit: str, ratings: tuple[str, ...], said: str
) -> None:
    again = followed_up(therapist, visit, **LIST, **RATED)
    rated = {f"psfs-rating-{place}": rating for place, rating in enumerate(ratings, 1)}
    save(therapist, f"{again}/scores", **rated)
    assert outcomes(app, again)[0].items == ratings
    assert said in therapist.get(f"{again}/scores").text


def test_a_new_list_of_activities_is_kept_and_not_compared(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    again = followed_up(therapist, visit, **LIST, **RATED)
    save(therapist, f"{again}/scores", **RATED, **{"psfs-name-1": "walk the dog"})
    assert outcomes(app, again)[0].named == ("walk the dog", "climb stairs", "squat")
    text = therapist.get(f"{again}/scores").text
    assert "not comparable: another list of activities" in text
    assert page(therapist.get(f"{again}/scores")).boxes["psfs-name-1"] == "walk the dog"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ({"lefs-total": "54"}, {"lefs-total": "63"}, "+9 points, better, beyond measurement error (9)"),
        ({"lefs-total": "54"}, {"lefs-total": "62"}, "+8 points, within measurement error (9); what people call bett"),
        ({"lefs-total": "54"}, {"lefs-total": "45"}, "▼ -9 points, worse, beyond measurement error (9)"),
        ({"koos-sport-total": "40"}, {"koos-sport-total": "60"}, "+20 points, measurement error not known"),
        ({"groc-change": "15 point:3"}, {"groc-change": "11 point:3"}, "not comparable: measured in another way"),
    ],
)
def test_what_became_of_a_score_is_said_with_its_error_on_page_and_chart(
    therapist: hosts.Visitor, visit: str, before: dict[str, str], now: dict[str, str], said: str
) -> None:
    again = followed_up(therapist, visit, **before)
    save(therapist, f"{again}/scores", **now)
    assert said in therapist.get(f"{again}/scores").text
    assert said in chart_of(therapist)


def test_start_and_last_are_told_apart_and_an_unfinished_form_is_neither(therapist: hosts.Visitor, visit: str) -> None:
    second = followed_up(therapist, visit, **{"lefs-total": "40"})
    third = followed_up(therapist, second, **{"lefs-total": "50"})
    fourth = followed_up(therapist, third, **{"lefs-item_1": "4"})
    save(therapist, f"{fourth}/scores", **{"lefs-total": "52"})
    text = chart_of(therapist)
    assert "Since the start: <span" in text
    assert "+12 points, better" in text
    assert "+2 points, within" in text
    assert "no total" not in text


def test_an_unfinished_form_says_so_on_the_chart(therapist: hosts.Visitor, visit: str) -> None:
    again = followed_up(therapist, visit, **{"lefs-total": "40"})
    save(therapist, f"{again}/scores", **{"lefs-item_1": "4"})
    text = chart_of(therapist)
    assert "no total: 1 of 20 answered" in text
    assert "40 of 80 (50 %), scored elsewhere" in text
    assert "points" not in text.split('id="chart-scores"')[1].split("</section>")[0]


def test_the_chart_has_no_scores_until_there_is_one_and_then_even_without_measures(
    therapist: hosts.Visitor, visit: str
) -> None:
    assert "chart-scores" not in chart_of(therapist)
    save(therapist, f"{visit}/scores", **{"groc-change": "11 point:-2"})
    assert "-2, somewhat worse, 11 point scale" in chart_of(therapist)


def test_the_record_lists_the_scores_and_the_review_counts_them(therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/scores", **{**LIST, **RATED, "lefs-item_1": "4", "psfs-rating-3": ""})
    assert "2, 1 without a score" in therapist.get(f"{visit}/review").text
    sign(therapist, visit)
    text = therapist.get(f"{visit}/record").text
    assert "no total: 1 of 20 answered" in text
    assert "climb stairs: 4" in text
    assert "squat: not rated" in text


def test_a_case_file_score_that_is_odd_stops_no_page(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    odd = (
        Outcome(instrument="psfs", value=Decimal(4), items=("4", "4"), named=("a", "b")),
        Outcome(instrument="tug", value=Decimal("12.34")),
        Outcome(instrument="koos", value=Decimal(50)),
        Outcome(instrument="groc", value=Decimal(2)),
    )
    with_visit(app, visit, lambda one: one.keep_outcome(*odd))
    again = followed_up(therapist, visit)
    with_visit(app, again, lambda one: one.keep_outcome(*odd))
    for where in ("/scores", "/record", "/review"):
        assert therapist.get(again + where).status_code == 200
    assert "not comparable: it is not known how this is scored" in chart_of(therapist)
