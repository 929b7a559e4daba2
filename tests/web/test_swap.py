"""The swap command: a preview, one act, and a warning where the sides look swapped that never blocks anything."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.care.visit import LegLength, ShoeNote, ShoeSide
from clinic_gait.clinical.values import Absent, Reading, Side
from clinic_gait.records import act as acts
from clinic_gait.web.swap_signs import same_day
from tests import hosts
from tests.conftest import Begin, visitor
from tests.web.pages import open_visit, page, readings, save, session_of, sign, with_visit

THERAPIST = hosts.USERS["therapist"].staff
WORN = ShoeNote(left=ShoeSide(zones={"heel_lateral": 2}), right=ShoeSide(zones={}))

LAST = {"wblt_deg.L": "28", "wblt_deg.R": "39", "wblt_cm.L": "6", "wblt_cm.R": "11"}
TURNED = {"wblt_deg.L": "39", "wblt_deg.R": "31"}


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    """A second visit, after one that was signed."""

    def make() -> str:
        first = open_visit(therapist)
        save(therapist, first, **LAST)
        sign(therapist, first)
        subject = re.search(r"/gait/patients/[0-9a-f-]{36}", therapist.get(f"{first}/record").text)
        assert subject is not None
        return str(therapist.send(f"{subject[0]}/visits", {"form_key": "the-next-visit"}).location)

    return begin(make)


def preview(visitor: hosts.Visitor, visit: str, scope: str) -> dict[str, str]:
    """The form of the preview."""
    return page(visitor.get(f"{visit}/swap?scope={scope}")).boxes


def numbers(app: Flask, visit: str) -> dict[str, str]:
    found = readings(app, visit)
    return {f"{key}.{side.value}": str(one.value or one.code or one.absent) for (key, side), one in found.items()}


def test_a_row_is_looked_at_first_and_then_swapped_in_one_act(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED, **{"varus_thrust.L": "absent"})
    answer = therapist.get(f"{visit}/swap?scope=row:wblt_deg")
    rows = re.findall(r"<tr.*?</tr>", answer.text)
    said = [re.sub(r"<[^>]+>", " ", row).split() for row in rows]
    assert said[1:] == [["Now", "39", "31"], ["After", "the", "swap", "31", "39"], said[3]]
    assert said[3][-2:] == ["28", "39"]
    assert numbers(app, visit)["wblt_deg.L"] == "39", "looking changes nothing"
    done = therapist.send(f"{visit}/swap", preview(therapist, visit, "row:wblt_deg"))
    assert (done.status_code, done.location) == (303, f"{visit}#m-wblt_deg")
    assert numbers(app, visit) == {"wblt_deg.L": "31", "wblt_deg.R": "39", "varus_thrust.L": "absent"}
    assert with_visit(app, visit, lambda one: acts.undoable(session_of(app), one, THERAPIST).verb) == "swapped"
    assert "Undo puts it back" in therapist.get(visit).text


def test_a_swap_is_taken_back_by_one_undo(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED, **{"wblt_cm.L": "11"})
    before = readings(app, visit)
    therapist.send(f"{visit}/swap", preview(therapist, visit, "all"))
    assert numbers(app, visit) == {"wblt_deg.L": "31", "wblt_deg.R": "39", "wblt_cm.R": "11"}
    with_visit(app, visit, lambda one: acts.undo(session_of(app), one, key="undo-the-swap", by=THERAPIST, at=hosts.NOW))
    assert readings(app, visit) == before


def test_a_group_leaves_the_other_groups_alone(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED, **{"wblt_cm.L": "11", "df_ke_deg.L": "5", "df_ke_deg.R": "9"})
    therapist.send(f"{visit}/swap", preview(therapist, visit, "group:standing"))
    now = numbers(app, visit)
    assert {"wblt_deg.L": "31", "wblt_deg.R": "39", "wblt_cm.R": "11"}.items() <= now.items()
    assert (now["df_ke_deg.L"], now["df_ke_deg.R"]) == ("5", "9")


def test_a_reason_goes_to_the_other_leg_with_its_pain(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    could_not = Reading(measure="wblt_cm", side=Side.LEFT, absent=Absent.PAIN, method="tape", pain=7)
    with_visit(app, visit, lambda one: one.record(could_not))
    therapist.send(f"{visit}/swap", preview(therapist, visit, "row:wblt_cm"))
    (only,) = readings(app, visit).values()
    assert (only.side, only.absent, only.pain, only.method) == (Side.RIGHT, Absent.PAIN, 7, "tape")


def test_shoes_and_leg_lengths_are_offered_with_all_and_not_ticked(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, visit, **TURNED)
    with_visit(app, visit, lambda one: one.keep_shoes(WORN))
    with_visit(
        app, visit, lambda one: one.record_leg_length(LegLength(method="tape_true", left_mm="868", right_mm="880"))
    )
    assert "Swap these too?" not in therapist.get(f"{visit}/swap?scope=row:wblt_deg").text
    asked = therapist.get(f"{visit}/swap?scope=all").text
    assert "left leg short by 12 mm" in asked
    assert "right leg short by 12 mm" in asked
    assert "with" not in page(therapist.get(f"{visit}/swap?scope=all")).boxes
    therapist.send(f"{visit}/swap", {**preview(therapist, visit, "all"), "with": "leg_length.tape_true"})
    (tape,) = with_visit(app, visit, lambda one: one.leg_lengths())
    assert (tape.left_mm, tape.right_mm) == ("880", "868")
    ((_, note),) = with_visit(app, visit, lambda one: one.shoes())
    assert note.left == WORN.left


def test_the_same_press_sent_twice_swaps_once(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED)
    boxes = preview(therapist, visit, "row:wblt_deg")
    answers = [therapist.send(f"{visit}/swap", boxes).status_code for _ in range(2)]
    assert answers == [303, 303]
    assert numbers(app, visit) == {"wblt_deg.L": "31", "wblt_deg.R": "39"}


@pytest.mark.parametrize(
    "meanwhile",
    [{"wblt_deg.R": "33"}, {"wblt_deg.L": ""}, {"wblt_cm.R": "8"}, {"wblt_cm.L": ""}, {"df_ke_deg.L": "8"}],
    ids=str,
)
def test_what_changed_since_the_preview_is_shown_again_and_not_swapped(
    app: Flask, therapist: hosts.Visitor, visit: str, meanwhile: dict[str, str]
) -> None:
    save(therapist, visit, **TURNED, **{"wblt_cm.L": "9"})
    boxes = preview(therapist, visit, "all")
    save(visitor(app, "colleague"), visit, **meanwhile)
    now = numbers(app, visit)
    answer = therapist.send(f"{visit}/swap", boxes)
    assert answer.status_code == 409
    assert "nothing was swapped" in answer.text
    assert numbers(app, visit) == now
    assert therapist.send(f"{visit}/swap", page(answer, 409).boxes).status_code == 303


def test_nothing_entered_is_nothing_to_swap(therapist: hosts.Visitor, visit: str) -> None:
    answer = therapist.get(f"{visit}/swap?scope=all")
    assert "There is nothing to swap" in answer.text
    assert therapist.send(f"{visit}/swap", page(answer).boxes).status_code == 422
    assert therapist.get(f"{visit}/swap?scope=row:no_such").status_code == 404


def test_a_signed_visit_is_not_swapped(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED)
    boxes = preview(therapist, visit, "row:wblt_deg")
    sign(therapist, visit)
    refused = therapist.send(f"{visit}/swap", boxes)
    assert refused.status_code == 409
    assert "signed" in refused.text
    assert therapist.send(f"{visit}/sides", {"measure": "wblt_deg", "values": "39 31"}).status_code == 409
    assert therapist.get(f"{visit}/swap").location == f"{visit}/record"
    assert numbers(app, visit)["wblt_deg.L"] == "39"


WARNING = "Sides look swapped."


def test_a_row_that_looks_swapped_says_so_with_both_visits_and_two_ways_out(
    therapist: hosts.Visitor, visit: str
) -> None:
    assert WARNING not in therapist.get(visit).text
    save(therapist, visit, **TURNED)
    shown = " ".join(re.sub(r"<[^>]+>", "", therapist.get(visit).text).split())
    assert (
        "Sides look swapped. Weight-bearing lunge, shin angle: you entered LEFT 39 and RIGHT 31. Last visit was "
        "LEFT 28 and RIGHT 39. Swapped, they fit the last visit better by more than the measuring error." in shown
    )
    assert "Swap this row" in shown
    assert "Correct as entered" in shown
    therapist.send(f"{visit}/swap", preview(therapist, visit, "row:wblt_deg"))
    assert WARNING not in therapist.get(visit).text


def test_a_row_that_is_right_as_entered_is_not_asked_again_until_its_values_change(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, visit, **TURNED)
    right = {"measure": "wblt_deg", "values": "39 31"}
    assert therapist.send(f"{visit}/sides", right).status_code == 303
    assert WARNING not in therapist.get(visit).text
    assert "shin angle: left 39" not in therapist.get(f"{visit}/review").text
    assert with_visit(app, visit, lambda one: one.sides_confirmed()) == ("wblt_deg",)
    save(therapist, visit, **{"wblt_deg.L": "38"})
    assert WARNING in therapist.get(visit).text
    assert "shin angle: left 38" in therapist.get(f"{visit}/review").text


def test_an_answer_about_values_that_changed_meanwhile_does_not_count(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, visit, **TURNED)
    answer = therapist.send(f"{visit}/sides", {"measure": "wblt_deg", "values": "38 31"}, follow_redirects=True)
    assert WARNING in answer.text
    assert with_visit(app, visit, lambda one: one.sides_confirmed()) == ()
    assert therapist.send(f"{visit}/sides", {"measure": "wblt_cm", "values": " "}).status_code == 422


def test_legs_of_two_days_make_no_pair() -> None:
    left, right = (
        (day, Reading(measure="wblt_cm", side=side, value=Decimal(8), method="tape"))
        for day, side in ((date(2026, 10, 1), Side.LEFT), (date(2026, 10, 2), Side.RIGHT))
    )
    last = {one.key: (day, one) for day, one in (left, right)}
    assert same_day(last) == {}
    assert len(same_day({key: (left[0], one) for key, (_, one) in last.items()})) == 2


def test_all_of_today_swapped_is_one_warning_and_one_press(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED, **{"wblt_cm.L": "10", "wblt_cm.R": "7"})
    shown = therapist.get(visit).text
    assert "All sides of today look swapped." in shown
    assert "All sides of today look swapped" in therapist.get(f"{visit}/review").text
    link = re.search(r'href="([^"]*scope=all[^"]*)"[^>]*>Swap all of today', shown)
    assert link is not None
    therapist.send(f"{visit}/swap", page(therapist.get(link[1].replace("&amp;", "&"))).boxes)
    assert numbers(app, visit) == {"wblt_deg.L": "31", "wblt_deg.R": "39", "wblt_cm.L": "7", "wblt_cm.R": "10"}


def test_the_warning_blocks_no_signature(therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED)
    sign(therapist, visit)


def test_the_assistant_may_swap_and_the_desk_may_not(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    save(therapist, visit, **TURNED)
    assistant = visitor(app, "assistant")
    assert assistant.send(f"{visit}/swap", preview(assistant, visit, "row:wblt_deg")).status_code == 303
    assert visitor(app, "desk").get(f"{visit}/swap").status_code == 403
    assert visitor(app, "stranger").get(f"{visit}/swap").status_code == 404
