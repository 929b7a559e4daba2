"""The visit form: one page, saved as a whole, that never stores what nobody entered."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number
from clinic_gait.clinical.measures import Measure, Quantity, Text, codes
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side
from clinic_gait.web.entries import enterable, sides_of
from tests import hosts
from tests.conftest import visitor
from tests.web.pages import open_visit, page, readings, save, sign, with_visit

ENTERABLE = list(enterable())


def typical(measure: Measure) -> str:
    """Something a person might type."""
    if isinstance(measure, Quantity):
        return number(measure, measure.usual_low)
    return "words" if isinstance(measure, Text) else codes(measure)[0].code


def test_opening_and_saving_an_empty_form_stores_no_reading(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert save(therapist, url).status_code == 303
    assert readings(app, url) == {}


def test_a_save_lands_on_the_same_page_and_says_when_in_the_clinics_time(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    answer = save(therapist, url, complaint="Knee")
    assert answer.location == url
    assert "Saved 09:42:07" in therapist.get(url).text


@pytest.mark.parametrize("measure", ENTERABLE, ids=lambda one: one.key)
def test_every_measure_is_typed_stored_and_shown_on_each_side(
    measure: Measure, typed_everything: dict[str, str]
) -> None:
    for side in sides_of(measure):
        assert typed_everything[f"{measure.key}.{side.value}"] == typical(measure)


@pytest.fixture(scope="module")
def typed_everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The boxes of a form into which everything was typed and saved, loaded again."""
    app = hosts.make_app(f"sqlite:///{tmp_path_factory.mktemp('all') / 'host.sqlite'}")
    therapist = visitor(app, "therapist")
    url = open_visit(therapist)
    typed = {f"{one.key}.{side.value}": typical(one) for one in ENTERABLE for side in sides_of(one)}
    assert save(therapist, url, **typed).status_code == 303
    boxes = page(therapist.get(f"{url}?show=all")).boxes
    with app.app_context():
        app.extensions["test_db"].engine.dispose()
    return boxes


def test_left_and_right_are_stored_where_they_were_typed(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_cm.R": "11", "varus_thrust.R": "definite"})
    stored = readings(app, url)
    assert stored["wblt_cm", Side.LEFT].value == Decimal("7.5")
    assert stored["wblt_cm", Side.RIGHT].value == Decimal("11")
    assert stored["varus_thrust", Side.RIGHT].code == "definite"
    assert ("varus_thrust", Side.LEFT) not in stored


def test_an_emptied_box_takes_the_reading_back(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_cm.R": "11"})
    save(therapist, url, **{"wblt_cm.L": ""})
    assert set(readings(app, url)) == {("wblt_cm", Side.RIGHT)}


def test_a_form_without_a_box_leaves_its_reading_alone(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7.5"})
    boxes = page(therapist.get(url)).boxes
    therapist.send(url, {"version": boxes["version"], "complaint": "Knee"})
    assert set(readings(app, url)) == {("wblt_cm", Side.LEFT)}


def test_saving_again_keeps_more_decimals_than_the_form_shows(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    exact = Reading(
        measure="wblt_deg", side=Side.LEFT, value=Decimal("33.37"), method=CATALOGUE["wblt_deg"].default_method
    )
    with_visit(app, url, lambda visit: visit.record(exact))
    save(therapist, url, complaint="Knee")
    assert readings(app, url)["wblt_deg", Side.LEFT].value == Decimal("33.37")


def test_one_impossible_value_stores_nothing_and_keeps_everything_typed(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    answer = save(therapist, url, **{"wblt_cm.L": "7.5", "wblt_deg.R": "310", "complaint": "Stairs"})
    shown = page(answer, 422)
    assert readings(app, url) == {}
    assert (shown.boxes["wblt_cm.L"], shown.boxes["wblt_deg.R"], shown.boxes["complaint"]) == ("7.5", "310", "Stairs")
    assert "right" in shown.slips["wblt_deg.R"]
    assert shown.slips["wblt_deg.R"] in answer.text.split('id="cg-problems"')[1]


def test_the_first_wrong_box_has_the_focus_and_names_its_sentence(therapist: hosts.Visitor) -> None:
    answer = save(therapist, open_visit(therapist), **{"wblt_deg.R": "310", "ta_strength.L": "9"})
    box = re.search(r'<input[^>]*name="wblt_deg\.R"[^>]*>', answer.text)
    assert box is not None
    assert "autofocus" in box[0]
    assert 'aria-invalid="true"' in box[0]
    assert 'aria-describedby="f-wblt_deg.R-error' in box[0]
    assert answer.text.count("autofocus") == 1


def test_an_unusual_value_is_asked_about_once_and_then_kept(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    asked = save(therapist, url, **{"wblt_deg.L": "12"})
    assert asked.status_code == 422
    assert 'name="wblt_deg.L.confirm" value="12"' in asked.text
    assert save(therapist, url, **{"wblt_deg.L": "12", "wblt_deg.L.confirm": "12"}).status_code == 303
    assert readings(app, url)["wblt_deg", Side.LEFT].confirmed
    assert save(therapist, url, complaint="Not asked again").status_code == 303


def test_a_confirmation_does_not_hold_for_another_value(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert save(therapist, url, **{"wblt_deg.L": "65", "wblt_deg.L.confirm": "12"}).status_code == 422


@pytest.mark.parametrize("reason", Absent, ids=lambda one: one.value)
def test_could_not_is_stored_as_a_reason_and_not_as_a_number(
    app: Flask, therapist: hosts.Visitor, reason: Absent
) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"inv_deg.R.absent": reason.value, "inv_deg.R.pain": "6"})
    stored = readings(app, url)["inv_deg", Side.RIGHT]
    assert (stored.value, stored.absent, stored.pain) == (None, reason, 6)


def test_a_value_and_a_reason_for_having_none_are_not_both_believed(therapist: hosts.Visitor) -> None:
    answer = save(therapist, open_visit(therapist), **{"inv_deg.R": "20", "inv_deg.R.absent": "pain"})
    assert "keep one of them" in page(answer, 422).slips["inv_deg.R"]


def test_one_method_serves_both_legs_and_one_leg_may_differ(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    typed = {"df_ke_deg.L": "8", "df_ke_deg.R": "9", "df_ke_deg.method.tool": "inclinometer"}
    save(therapist, url, **typed, **{"df_ke_deg.R.method": "app; active; free"})
    stored = readings(app, url)
    assert stored["df_ke_deg", Side.LEFT].method == "inclinometer; passive one hand; neutral"
    assert stored["df_ke_deg", Side.RIGHT].method == "app; active; free"
    save(therapist, url, complaint="Again")
    assert readings(app, url) == stored


def test_single_readings_give_their_mean(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L.trials": "7.2 7.4 7.6"})
    stored = readings(app, url)["wblt_cm", Side.LEFT]
    assert stored.value == Decimal("7.4")
    assert len(stored.trials) == 3


def test_old_values_stand_beside_the_boxes_and_never_in_them(app: Flask, therapist: hosts.Visitor) -> None:
    first = open_visit(therapist)
    save(therapist, first, **{"wblt_deg.L": "28", "varus_thrust.L": "possible"})
    sign(therapist, first)
    second = follow_up(therapist, first)
    html = therapist.get(second).text
    assert "was 28" in html
    assert "was possible" in html
    boxes = page(therapist.get(second)).boxes
    assert (boxes["wblt_deg.L"], boxes["varus_thrust.L"]) == ("", "")
    assert not re.search(r'(value|placeholder)="28"', html)
    save(therapist, second)
    sign(therapist, second)
    assert readings(app, second) == {}


def follow_up(therapist: hosts.Visitor, first: str) -> str:
    """The next visit of the same patient."""
    chart = therapist.get(f"{first}/record").text
    subject = re.search(r"/gait/patients/[0-9a-f-]{36}", chart)
    assert subject is not None
    return str(therapist.send(f"{subject[0]}/visits", {"form_key": "the-next-visit"}).location)


def test_the_change_since_last_time_is_said_in_words(therapist: hosts.Visitor) -> None:
    first = open_visit(therapist)
    save(therapist, first, **{"wblt_deg.L": "24", "early_heel_rise.L": "severe", "nprs_worst.M": "6"})
    sign(therapist, first)
    second = follow_up(therapist, first)
    now = {"wblt_deg.L": "31", "wblt_deg.R": "39", "early_heel_rise.L": "mild", "nprs_worst.M": "4"}
    save(therapist, second, **now)
    html = therapist.get(second).text
    # Of pain no error of measuring is known, only how much people call a change.
    assert "▲ -2 last: as much as people notice" in html
    assert '<span class="cg-sr">better: </span>▲ +7 last: beyond error' in html
    assert "▲ better than last" in html
    assert "8 deg less" in html


def test_every_box_has_a_name_of_its_own_that_carries_the_side(therapist: hosts.Visitor) -> None:
    names = page(therapist.get(f"{open_visit(therapist)}?show=all")).names
    assert [name for name, times in Counter(names).items() if times > 1] == []
    for measure in ENTERABLE:
        for side in sides_of(measure):
            word = "" if side is Side.NONE else side.word
            assert any(name.startswith(measure.label) and word in name for name in names), (measure.key, side)


def test_left_stands_before_right_in_every_row(therapist: hosts.Visitor) -> None:
    html = therapist.get(f"{open_visit(therapist)}?show=all").text
    for measure in ENTERABLE:
        if measure.sided:
            left, right = (html.index(f'name="{measure.key}.{side.value}"') for side in LEGS)
            assert left < right
