"""Questionnaires: what was answered is kept exactly, too little makes no total, and a blank is never zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.outcomes import INSTRUMENTS
from clinic_gait.clinical.outcomes.prompts import NPRS_RATINGS
from clinic_gait.clinical.units import plain
from tests import hosts
from tests.conftest import Begin, visitor
from tests.web.pages import open_visit, page, save, sign, with_visit

ACTIVITIES = ("run", "climb stairs", "squat")
LIST = {f"psfs-name-{place}": name for place, name in enumerate(ACTIVITIES, 1)}
RATED = {"psfs-rating-1": "2", "psfs-rating-2": "4", "psfs-rating-3": "3"}
HOSTILE = "<script>alert(1)</script>{{7*7}}"


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


def outcomes(app: Flask, visit: str) -> tuple[Outcome, ...]:
    found: tuple[Outcome, ...] = with_visit(app, visit, lambda one: one.outcomes())
    return found


def answers(key: str, part: str = "", *, place: int = 0) -> dict[str, str]:
    """Every item of a form or of its part, answered with the option at this place."""
    items = [item for item in INSTRUMENTS[key].items if item.part == part]
    return {f"{key}-{item.key}": plain(item.points[place]) for item in items}


def without(boxes: dict[str, str], count: int) -> dict[str, str]:
    """The same answers, the first of them not given."""
    return {**boxes, **dict.fromkeys(list(boxes)[:count], "")}


@pytest.mark.parametrize(
    ("key", "part", "place", "value"),
    [
        ("lefs", "", 3, "60"),
        ("faam_adl", "", 1, "75"),
        ("faam_sport", "", 4, "0"),
        ("koos", "pain", 1, "75"),
        ("koos", "qol", 4, "0"),
        ("akps", "", 0, "100"),
        ("akps", "", -1, "0"),
        ("lysholm", "", 1, "71"),
    ],
)
def test_a_form_that_is_answered_is_kept_with_its_answers_and_its_score(
    app: Flask, therapist: hosts.Visitor, visit: str, key: str, part: str, place: int, value: str
) -> None:
    given = answers(key, part, place=place)
    assert save(therapist, f"{visit}/scores", **given).status_code == 303
    kept = Outcome(instrument=key, part=part, value=Decimal(value), items=tuple(given.values()))
    assert outcomes(app, visit) == (kept,)
    boxes = page(therapist.get(f"{visit}/scores")).boxes
    assert {name: boxes[name] for name in given} == given


def test_the_activities_are_kept_in_the_patients_words(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    typed = {**LIST, **RATED, "psfs-name-2": "  climb   stairs ", "psfs-rating-3": ""}
    assert save(therapist, f"{visit}/scores", **typed).status_code == 303
    kept = Outcome(instrument="psfs", value=Decimal(3), items=("2", "4", ""), named=ACTIVITIES, missing=1)
    assert outcomes(app, visit) == (kept,)
    assert "3 of 10, 2 of 3 rated" in therapist.get(f"{visit}/scores").text


@pytest.mark.parametrize(
    ("chosen", "value", "said"), [("15 point:-7", -7, "as much worse"), ("11 point:0", 0, "no ch")]
)
def test_the_global_rating_is_kept_with_its_version(
    app: Flask, therapist: hosts.Visitor, visit: str, chosen: str, value: int, said: str
) -> None:
    save(therapist, f"{visit}/scores", **{"groc-change": chosen})
    version = chosen.partition(":")[0]
    assert outcomes(app, visit) == (
        Outcome(instrument="groc", value=Decimal(value), items=(str(value),), version=version),
    )
    answer = therapist.get(f"{visit}/scores")
    assert page(answer).boxes["groc-change"] == chosen
    assert said in answer.text


@pytest.mark.parametrize(
    ("box", "typed", "value"),
    [("lefs-total", "54", "54"), ("faam_adl-total", "77.38", "77.38"), ("koos-adl-total", "61.1 points", "61.1")],
)
def test_a_score_from_elsewhere_is_kept_without_answers(
    app: Flask, therapist: hosts.Visitor, visit: str, box: str, typed: str, value: str
) -> None:
    save(therapist, f"{visit}/scores", **{box: typed})
    (kept,) = outcomes(app, visit)
    assert (kept.value, kept.items, kept.missing) == (Decimal(value), (), 0)
    answer = therapist.get(f"{visit}/scores")
    assert page(answer).boxes[box] == value
    assert "scored elsewhere" in answer.text


@pytest.mark.parametrize(
    ("key", "part", "blank", "value", "said"),
    [
        ("lefs", "", 2, None, "no total: 18 of 20 answered"),
        ("faam_adl", "", 2, "100", "100 of 100, 19 of 21 answered"),
        ("faam_adl", "", 3, None, "no total: 18 of 21 answered"),
        ("faam_sport", "", 2, None, "no total: 6 of 8 answered"),
        ("koos", "symptoms", 3, "100", "symptoms: 100 of 100, 4 of 7 answered"),
        ("koos", "symptoms", 4, None, "symptoms: no score: 3 of 7 answered"),
        ("akps", "", 1, None, "no total: 12 of 13 answered"),
        ("lysholm", "", 1, None, "no total: 7 of 8 answered"),
    ],
)
def test_too_little_is_kept_and_gets_no_score_and_a_blank_is_not_zero(
    app: Flask, therapist: hosts.Visitor, visit: str, key: str, part: str, blank: int, value: str | None, said: str
) -> None:
    given = without(answers(key, part, place=3 if key == "lefs" else 0), blank)
    save(therapist, f"{visit}/scores", **given)
    (kept,) = outcomes(app, visit)
    assert (kept.value, kept.missing) == (None if value is None else Decimal(value), blank)
    assert kept.items[:blank] == ("",) * blank
    assert said in therapist.get(f"{visit}/scores").text


def test_not_applicable_counts_as_not_answered(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/scores", **{**answers("faam_sport"), "faam_sport-item_1": "na"})
    (kept,) = outcomes(app, visit)
    assert (kept.value, kept.items[0], kept.missing) == (Decimal(100), "na", 1)


def test_every_part_of_koos_is_a_score_of_its_own(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/scores", **answers("koos", "pain"), **{"koos-sport-total": "45"})
    assert [(one.part, one.value) for one in outcomes(app, visit)] == [("pain", Decimal(100)), ("sport", Decimal(45))]


@pytest.mark.parametrize(
    ("typed", "box", "said"),
    [
        ({**answers("lefs", place=4), "lefs-total": "54"}, "lefs-total", "the answers make 80, and 54 is typed"),
        ({**without(answers("lefs"), 2), "lefs-total": "54"}, "lefs-total", "18 of 20 answered; no total without all"),
        ({"lefs-total": "81"}, "lefs-total", "0 to 80"),
        ({"lefs-total": "54.5"}, "lefs-total", "LEFS, scored elsewhere: "),
        ({"akps-total": "NaN"}, "akps-total", "AKPS, scored elsewhere: "),
        ({"koos-pain-total": "-1"}, "koos-pain-total", "KOOS pain, scored elsewhere: "),
        ({"akps-limp": "4"}, "akps-limp", "AKPS item 1 (limp): choose one of the list"),
        ({"lefs-item_3": "na"}, "lefs-item_3", "LEFS item 3: choose"),
        ({"groc-change": "15 point:8"}, "groc-change", "GROC: choose"),
        ({"psfs-name-1": "run", "psfs-name-2": "walk"}, "psfs-name-3", "3 to 5 activities make a list; 2 are named"),
        ({**LIST, "psfs-name-3": "RUN"}, "psfs-name-3", "RUN is named twice"),
        ({**LIST, "psfs-rating-4": "5"}, "psfs-name-4", "a rating alone says nothing"),
        ({**LIST, "psfs-rating-1": "11"}, "psfs-rating-1", "0 to 10"),
        ({**LIST, "psfs-rating-1": "4.5"}, "psfs-rating-1", "rating: "),
        ({**LIST, "psfs-name-1": "x" * 121}, "psfs-name-1", "at most 120"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_box_and_stays_typed(
    app: Flask, therapist: hosts.Visitor, visit: str, typed: dict[str, str], box: str, said: str
) -> None:
    seen = page(save(therapist, f"{visit}/scores", **typed, **{"lysholm-total": "88"}), 422)
    assert said in seen.slips[box]
    # A choice that the list does not have cannot stand in it.
    kept = {name: text for name, text in typed.items() if name != box or "choose" not in said}
    assert {name: seen.boxes[name] for name in kept} == kept
    assert seen.boxes["lysholm-total"] == "88"
    assert outcomes(app, visit) == ()


@pytest.mark.parametrize("total", ["77.38", "77.4", "77"])
def test_a_total_that_is_the_answers_rounded_contradicts_nothing(
    app: Flask, therapist: hosts.Visitor, visit: str, total: str
) -> None:
    given = {**answers("faam_adl", place=1), "faam_adl-item_1": "4", "faam_adl-item_2": "4"}
    save(therapist, f"{visit}/scores", **given, **{"faam_adl-total": total})
    assert [one.value for one in outcomes(app, visit)] == [Decimal("77.381")]


def test_erasing_every_answer_drops_the_score_and_no_other(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    typed = {**answers("lysholm"), "lefs-total": "54", **LIST, **RATED, "groc-change": "15 point:2"}
    save(therapist, f"{visit}/scores", **typed)
    assert len(outcomes(app, visit)) == 4
    gone = dict.fromkeys(typed.keys() - {"lefs-total"}, "")
    assert save(therapist, f"{visit}/scores", **gone).status_code == 303
    assert [one.instrument for one in outcomes(app, visit)] == ["lefs"]


def test_a_request_without_the_boxes_of_a_form_leaves_its_score_alone(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, f"{visit}/scores", **{"lefs-total": "54"})
    version = page(therapist.get(f"{visit}/scores")).boxes["version"]
    assert therapist.send(f"{visit}/scores", {"version": version, "akps-total": "71"}).status_code == 303
    assert [one.instrument for one in outcomes(app, visit)] == ["akps", "lefs"]


def test_a_score_that_the_boxes_cannot_show_is_not_lost_by_saving(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    nameless = Outcome(instrument="psfs", value=Decimal("4.5"))
    noted = Outcome(instrument="lefs", value=Decimal(54), note="by phone")
    with_visit(app, visit, lambda one: one.keep_outcome(nameless, noted))
    assert "4.5 of 10, scored elsewhere" in therapist.get(f"{visit}/scores").text
    save(therapist, f"{visit}/scores", **{"lefs-total": "55"})
    assert [(one.value, one.note) for one in outcomes(app, visit)] == [(Decimal(55), "by phone"), (Decimal("4.5"), "")]


def test_the_same_form_sent_twice_is_no_conflict_and_an_old_page_is(therapist: hosts.Visitor, visit: str) -> None:
    boxes = {**page(therapist.get(f"{visit}/scores")).boxes, "lefs-total": "54", "groc-change": "11 point:3"}
    assert [therapist.send(f"{visit}/scores", boxes).status_code for _ in range(2)] == [303, 303]
    assert therapist.send(f"{visit}/scores", {**boxes, "lefs-total": "55"}).status_code == 409


def test_a_signed_visit_takes_no_score(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    boxes = page(therapist.get(f"{visit}/scores")).boxes
    sign(therapist, visit)
    assert therapist.send(f"{visit}/scores", boxes).status_code == 409
    assert therapist.send(f"{visit}/scores", {**boxes, "lefs-total": "54"}).status_code == 409
    assert therapist.get(f"{visit}/scores").location.endswith("/record")
    assert outcomes(app, visit) == ()


@pytest.mark.parametrize(("who", "status"), [("assistant", 200), ("desk", 403), ("auditor", 403), ("stranger", 404)])
def test_only_who_may_chart_sees_the_page(app: Flask, visit: str, who: str, status: int) -> None:
    assert visitor(app, who).get(f"{visit}/scores").status_code == status


def test_hostile_words_are_words(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, f"{visit}/scores", **{**LIST, "psfs-name-1": f"{HOSTILE}\x00\u202e"})
    assert outcomes(app, visit)[0].named[0] == HOSTILE
    for where in ("/scores", "/record", "/review"):
        text = therapist.get(visit + where).text
        assert "<script>alert" not in text
        assert "{{7*7}}" in text


def test_a_card_is_closed_until_it_is_asked_for_or_holds_an_answer(therapist: hosts.Visitor, visit: str) -> None:
    def is_open(key: str, query: str = "") -> bool:
        return f'id="{key}" open' in therapist.get(f"{visit}/scores{query}").text

    assert not is_open("lefs")
    assert is_open("lefs", "?open=lefs")
    assert not is_open("akps", "?open=lefs")
    save(therapist, f"{visit}/scores", **{"akps-total": "71"})
    assert is_open("akps")
    assert not is_open("lefs")


def test_every_instrument_says_whose_it_is_and_pain_leads_to_the_visit_form(
    therapist: hosts.Visitor, visit: str
) -> None:
    text = therapist.get(f"{visit}/scores").text
    for one in INSTRUMENTS.values():
        assert one.rights[:60] in text
    assert f'href="{visit}?row=nprs_worst#f-nprs_worst.M"' in text
    assert 'id="f-nprs_worst.M"' in therapist.get(f"{visit}?row=nprs_worst").text


def test_the_pain_card_says_what_to_ask(therapist: hosts.Visitor, visit: str) -> None:
    html = therapist.get(f"{visit}/scores").text
    for one in NPRS_RATINGS.values():
        assert (one.ask in html) is (one is not NPRS_RATINGS["rating"])
