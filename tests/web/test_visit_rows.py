"""Which rows the visit form shows: the clinic's usual set, or what was found last time; the rest is one tap away."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from decimal import Decimal
from typing import Any

from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE, USUAL_SET
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.clinical.values import Absent, Reading, Side
from clinic_gait.web.entries import enterable
from clinic_gait.web.row_groups import members
from clinic_gait.web.row_reasons import reasons
from clinic_gait.web.settings import Settings
from tests import hosts
from tests.conftest import visitor
from tests.each import each
from tests.web.pages import all_clear, open_visit, page, save, sign
from tests.web.test_visit_form import follow_up

EVERY = {one.key for one in enterable()}


def rows(html: str) -> list[str]:
    """The measures on a page, in its order."""
    return re.findall(r'data-measure="(\w+)"', html)


def after(therapist: hosts.Visitor, **found: str) -> str:
    """A follow-up after a first visit at which this was found."""
    first = open_visit(therapist)
    assert save(therapist, first, **found).status_code == 303
    sign(therapist, first)
    return follow_up(therapist, first)


def reason(html: str, measure: str) -> str:
    """Why the row of a measure is there."""
    row = html.split(f'data-measure="{measure}"')[1].split("</summary>")[0]
    found = re.search(r'cg-m-why">([^<]+)<', row)
    return found[1] if found else ""


def test_a_first_visit_asks_for_the_usual_set_in_the_order_of_positions(therapist: hosts.Visitor) -> None:
    assert rows(therapist.get(open_visit(therapist)).text) == list(USUAL_SET)


def test_a_follow_up_asks_only_for_what_was_found_last_time_and_says_why(therapist: hosts.Visitor) -> None:
    found = {"df_ke_deg.L": "3", "df_ke_deg.R": "12", "early_heel_rise.R": "mild", "varus_thrust.L": "absent"}
    html = therapist.get(after(therapist, **found, **{"inv_deg.L.absent": "pain", "ta_strength.R": "5"})).text
    assert rows(html) == ["df_ke_deg", "inv_deg", "early_heel_rise"]
    assert reason(html, "df_ke_deg") == "left was limited"
    assert reason(html, "early_heel_rise") == "right was mild"
    assert reason(html, "inv_deg") == "left could not: pain"


DAY, EARLIER = date(2026, 11, 5), date(2026, 9, 1)


def last(*found: Reading, day: date = DAY) -> dict[tuple[str, Side], tuple[date, Reading]]:
    return {one.key: (day, one) for one in found}


def told(measure: str, side: str, **more: Any) -> Reading:
    method = CATALOGUE[measure].default_method
    return Reading(measure=measure, side=Side(side), method=method, **more)


@each(
    ("found", "why"),
    [
        ([told("inv_deg", "L", value=Decimal(12)), told("inv_deg", "R", value=Decimal(13))], "was limited"),
        ([told("inv_deg", "R", value=Decimal(25), pain=7)], "right hurt"),
        ([told("wblt_deg", "L", value=Decimal(36)), told("wblt_deg", "R", value=Decimal(44))], "sides differed"),
        ([told("talar_glide", "R", code="reduced")], "right was reduced"),
        ([told("pain_descending", "M", code="yes")], "was yes"),
        ([told("inv_deg", "L", absent=Absent.UNSAFE)], "left could not: not safe"),
        ([told("early_heel_rise", side, code=code) for side, code in (("L", "mild"), ("R", "severe"))],
         "left was mild, right was severe"),
        ([told("inv_deg", "L", absent=Absent.DECLINED)], None),
        ([told("inv_deg", "L", absent=Absent.NOT_TESTED)], None),
        ([told("inv_deg", "L", value=Decimal(25), pain=1)], None),
        ([told("tighter_position", "L", code="bent")], None),
        ([told("varus_thrust", "L", code="absent")], None),
    ],
)  # fmt: skip
def test_what_was_found_is_a_reason_and_what_was_as_it_should_be_is_none(found: list[Reading], why: str | None) -> None:
    assert reasons(last(*found), [], THRESHOLDS).get(found[0].measure) == why


def test_legs_of_two_days_are_not_set_against_each_other() -> None:
    left, right = (told("wblt_deg", side, value=value) for side, value in (("L", Decimal(36)), ("R", Decimal(44))))
    assert reasons({**last(left), **last(right, day=EARLIER)}, [], THRESHOLDS) == {}


def test_a_goal_is_asked_for_also_when_nothing_was_found(app: Flask, therapist: hosts.Visitor) -> None:
    first = open_visit(therapist)
    save(therapist, first, **{"ta_strength.L": "5"})
    all_clear(app, first)
    goal = {"g-shown": "1", "g-0-text": "Stairs", "g-0-measure": "slb_s", "g-0-side": "L"}
    assert save(therapist, f"{first}/plan", **goal).status_code == 303
    sign(therapist, first)
    html = therapist.get(follow_up(therapist, first)).text
    assert rows(html) == ["slb_s"]
    assert reason(html, "slb_s") == "goal"


def test_what_holds_something_of_today_is_never_hidden(therapist: hosts.Visitor) -> None:
    url = after(therapist, **{"df_ke_deg.L": "3"})
    save(therapist, url, **{"pf_deg.R": "50"})
    assert rows(therapist.get(url).text) == ["df_ke_deg", "pf_deg"]
    assert "1 of 4" in therapist.get(url).text


def test_a_link_to_a_box_brings_its_row(therapist: hosts.Visitor) -> None:
    url = after(therapist, **{"df_ke_deg.L": "3"})
    assert rows(therapist.get(f"{url}?row=slb_s").text) == ["df_ke_deg", "slb_s"]
    assert rows(therapist.get(f"{url}?row=nothing").text) == ["df_ke_deg"]


def test_a_box_that_was_refused_is_never_hidden(therapist: hosts.Visitor) -> None:
    url = after(therapist, **{"df_ke_deg.L": "3"})
    shown = page(save(therapist, url, **{"pf_deg.R": "500"}), 422)
    assert shown.boxes["pf_deg.R"] == "500"


def test_the_switch_shows_flagged_usual_or_all_and_how_many_each_has(therapist: hosts.Visitor) -> None:
    url = after(therapist, **{"df_ke_deg.L": "3", "pf_deg.L": "30"})
    found = {show: rows(therapist.get(f"{url}?show={show}").text) for show in ("flagged", "usual", "all")}
    assert found["flagged"] == ["df_ke_deg"]
    assert set(found["usual"]) == set(USUAL_SET)
    assert sorted(found["all"]) == sorted(EVERY)
    html = therapist.get(url).text
    switch = re.findall(r"(Flagged|Usual set|All) <small>(\d+)</small>", html)
    assert switch == [("Flagged", "1"), ("Usual set", "16"), ("All", str(len(EVERY)))]


def test_a_follow_up_at_which_nothing_is_known_asks_for_the_usual_set(therapist: hosts.Visitor) -> None:
    assert rows(therapist.get(after(therapist, complaint="Knee")).text) == list(USUAL_SET)


def test_the_rest_of_a_group_is_fetched_by_itself_and_is_what_was_not_there(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    html = therapist.get(url).text
    fetched = {group: rows(therapist.get(address(html, group)).text) for group in members(USUAL_SET)}
    assert not set(rows(html)) & {key for group in fetched.values() for key in group}
    assert sorted([*rows(html), *(key for group in fetched.values() for key in group)]) == sorted(EVERY)
    assert "<html" not in therapist.get(address(html, "lying")).text


def address(html: str, group: str) -> str:
    """Where the link of a group fetches its rest."""
    found = re.search(rf'data-rows="([^"]*group={group}[^"]*)"', html)
    assert found is not None
    return found[1].replace("&amp;", "&")


def test_without_script_the_link_of_a_group_shows_all_rows(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert f'href="{url}?show=all#g-lying"' in therapist.get(url).text


def test_a_group_that_does_not_exist_is_a_missing_page_and_a_signed_visit_has_no_boxes(
    therapist: hosts.Visitor,
) -> None:
    url = open_visit(therapist)
    assert therapist.get(f"{url}/rows?group=flying").status_code == 404
    sign(therapist, url)
    assert therapist.get(f"{url}/rows?group=lying").status_code == 409


def test_a_saved_page_stays_with_the_rows_it_showed(therapist: hosts.Visitor) -> None:
    url = f"{open_visit(therapist)}?show=all"
    assert save(therapist, url, **{"pf_deg.R": "50"}).location == url


def test_the_clinic_says_what_is_usual(own_app: Flask) -> None:
    state = own_app.extensions["clinic_gait"]
    given = {"CLINIC_GAIT_CLINIC_USUAL_SETS": {"river": ["ev_deg", "slb_s"]}, "CLINIC_GAIT_CLOCK": lambda: hosts.NOW}
    own_app.extensions["clinic_gait"] = dataclasses.replace(state, settings=Settings.read(given))
    therapist = visitor(own_app, "therapist")
    html = therapist.get(open_visit(therapist)).text
    assert rows(html) == ["ev_deg", "slb_s"]
    assert "0 of 4" in html


def test_a_follow_up_is_a_light_page(therapist: hosts.Visitor) -> None:
    url = after(therapist, **{"df_ke_deg.L": "3", "ev_deg.L": "3", "inv_deg.L": "12", "wblt_cm.L": "5"})
    assert len(therapist.get(url).data) < 200_000
