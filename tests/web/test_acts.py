"""The visit form saved field by field: what is answered, what is refused, who is told, and what an undo does."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Absent, Side
from clinic_gait.clinical.wells import KEYS as WELLS
from clinic_gait.records.hold import lift, open_holds
from clinic_gait.records.visit import Visit
from tests import hosts
from tests.web.pages import open_visit, with_visit

LUNGE = "reading.wblt_cm.L"


class Screen:
    """One page somewhere: it remembers what it was answered."""

    def __init__(self, visitor: hosts.Visitor, visit: str) -> None:
        self.visitor = visitor
        self.url = f"{visit}/acts"
        self.seen: dict[str, str] = {}
        self.version = 1

    def type(self, field: str, boxes: dict[str, str], **more: str) -> TestResponse:
        """Leave a box."""
        names = field.split()
        sent: dict[str, Any] = {"key": str(uuid4()), "version": str(self.version), "field": names, **boxes, **more}
        sent |= {f"seen.{name}": self.seen.get(name, "") for name in names}
        return self._remember(self.visitor.send(self.url, sent))

    def undo(self, over: str = "ask", **more: str) -> TestResponse:
        """Press Undo."""
        return self._remember(self.visitor.send(self.url, {"key": str(uuid4()), "undo": over, **more}))

    def _remember(self, answer: TestResponse) -> TestResponse:
        if answer.status_code == 200:
            self.version = answer.json["version"]
            self.seen |= {name: now["seen"] for name, now in answer.json["fields"].items()}
        return answer


@pytest.fixture
def visit(therapist: hosts.Visitor) -> str:
    return open_visit(therapist)


@pytest.fixture
def screen(therapist: hosts.Visitor, visit: str) -> Screen:
    return Screen(therapist, visit)


@pytest.fixture
def other(assistant: hosts.Visitor, visit: str) -> Screen:
    return Screen(assistant, visit)


def stored(app: Flask, visit: str) -> list[tuple[str, Side, str]]:
    return with_visit(
        app, visit, lambda one: [(r.measure, r.side, str(r.value or r.code or r.absent)) for r in one.readings()]
    )


def test_a_box_is_stored_as_it_is_left_and_told_when(app: Flask, screen: Screen, visit: str) -> None:
    answer = screen.type(LUNGE, {"wblt_cm.L": "7.5"})
    assert (answer.status_code, answer.json["state"]) == (200, "saved")
    assert answer.json["time"].count(":") == 2
    assert answer.json["fields"][LUNGE]["boxes"]["wblt_cm.L"] == "7.5"
    assert stored(app, visit) == [("wblt_cm", Side.LEFT, "7.5")]


def test_an_emptied_box_is_not_examined(app: Flask, screen: Screen, visit: str) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "7.5"})
    assert screen.type(LUNGE, {"wblt_cm.L": ""}).json["fields"][LUNGE]["seen"] == ""
    assert stored(app, visit) == []


def test_one_key_says_that_it_was_not_tested(app: Flask, screen: Screen, visit: str) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "", "wblt_cm.L.absent": "pain"})
    assert stored(app, visit) == [("wblt_cm", Side.LEFT, str(Absent.PAIN))]


def test_a_slip_is_refused_beside_its_box_and_the_rest_stays(app: Flask, screen: Screen, visit: str) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "7.5"})
    answer = screen.type(LUNGE, {"wblt_cm.L": "310"})
    assert answer.status_code == 422
    (problem,) = answer.json["problems"]
    assert problem["field"] == LUNGE
    assert "left" in problem["sentence"]
    assert 'id="f-wblt_cm.L-error">' in answer.json["html"]
    assert stored(app, visit) == [("wblt_cm", Side.LEFT, "7.5")]


def test_the_unusual_is_asked_once_and_remembered(app: Flask, screen: Screen, visit: str) -> None:
    asked = screen.type("reading.wblt_deg.L", {"wblt_deg.L": "65"})
    assert asked.json["problems"][0]["check"] is True
    assert screen.type("reading.wblt_deg.L", {"wblt_deg.L": "65", "wblt_deg.L.confirm": "65"}).status_code == 200
    assert screen.type("reading.wblt_deg.L", {"wblt_deg.L": "65", "wblt_deg.L.confirm": "65"}).status_code == 200
    assert stored(app, visit) == [("wblt_deg", Side.LEFT, "65")]


def test_two_screens_meet_and_both_values_are_told(screen: Screen, other: Screen) -> None:
    other.type(LUNGE, {"wblt_cm.L": "7"})
    answer = screen.type(LUNGE, {"wblt_cm.L": "8"})
    assert (answer.status_code, answer.json["state"]) == (409, "conflict")
    (clash,) = answer.json["clashes"]
    assert clash["label"].endswith("left")
    assert clash["mine"].startswith("8 cm")
    assert clash["theirs"].startswith("7 cm")
    assert clash["boxes"]["wblt_cm.L"] == "7"
    screen.seen[LUNGE] = clash["seen"]
    assert screen.type(LUNGE, {"wblt_cm.L": "8"}).status_code == 200


def test_what_another_screen_changed_is_told_with_the_next_answer(screen: Screen, other: Screen) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "7"})
    other.type("reading.wblt_cm.R", {"wblt_cm.R": "11"})
    (told,) = screen.type("words.complaint", {"complaint": "knee"}).json["others"]
    assert told["label"].endswith("right")
    assert told["boxes"]["wblt_cm.R"] == "11"
    assert screen.type("words.complaint", {"complaint": "left knee"}).json["others"] == []


def test_the_same_act_twice_is_one(app: Flask, screen: Screen, visit: str) -> None:
    for typed in ("7", "8"):
        assert screen.type(LUNGE, {"wblt_cm.L": typed}, key="the-same-act").status_code == 200
    assert stored(app, visit) == [("wblt_cm", Side.LEFT, "7")]


def test_what_was_changed_before_an_act_was_sent_again_is_told(app: Flask, screen: Screen, other: Screen) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "7"}, key="the-same-act")
    other.seen = dict(screen.seen)
    other.type(LUNGE, {"wblt_cm.L": "9"})
    screen.version = 1
    again = screen.type(LUNGE, {"wblt_cm.L": "7"}, key="the-same-act")
    assert again.json["fields"] == {}, "its token would let the next act pass over the 9"
    assert [told["boxes"]["wblt_cm.L"] for told in again.json["others"]] == ["9"]


def test_a_lifted_hold_is_not_set_again_by_an_act_sent_again(app: Flask, screen: Screen, visit: str) -> None:
    flag = next(iter(FLAGS))
    why = {"cleared_by": "Dr. Lee", "known_by": "phone", "reason": "seen and cleared"}

    def lifted(one: Visit) -> None:
        jane = hosts.USERS["therapist"].staff
        lift(one.own_session, one.subject, visit_id=one.id, flag=flag, by=jane, at=hosts.NOW, **why)

    assert screen.type(f"flag.{flag}", {f"flag.{flag}": "yes"}, key="the-same-act").status_code == 200
    with_visit(app, visit, lifted)
    assert screen.type(f"flag.{flag}", {f"flag.{flag}": "yes"}, key="the-same-act").status_code == 200
    assert len(with_visit(app, visit, lambda one: open_holds(one.own_session, one.subject))) == 0


def test_undo_says_what_it_took_back(app: Flask, screen: Screen, visit: str) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "7"})
    assert "7 cm" in screen.type(LUNGE, {"wblt_cm.L": "7"}).json["undo"]
    answer = screen.undo()
    assert "left" in answer.json["undone"]
    assert answer.json["fields"][LUNGE] == {
        "seen": "",
        "boxes": dict.fromkeys(answer.json["fields"][LUNGE]["boxes"], ""),
    }
    assert stored(app, visit) == []
    nothing = screen.undo()
    assert (nothing.status_code, nothing.json["state"]) == (409, "nothing")


def test_undo_asks_about_a_field_somebody_changed_since(app: Flask, screen: Screen, other: Screen, visit: str) -> None:
    screen.type(LUNGE, {"wblt_cm.L": "7"})
    other.seen = dict(screen.seen)
    other.type(LUNGE, {"wblt_cm.L": "9"})
    asked = screen.undo().json
    assert asked["state"] == "undo"
    shown = {"of": asked["of"], f"seen.{LUNGE}": asked["clashes"][0]["seen"]}
    other.type(LUNGE, {"wblt_cm.L": "10"})
    assert screen.undo("anyway", **shown).json["state"] == "undo", "10 was never shown"
    assert stored(app, visit) == [("wblt_cm", Side.LEFT, "10")]
    (clash,) = screen.undo().json["clashes"]
    assert screen.undo("anyway", of=asked["of"], **{f"seen.{LUNGE}": clash["seen"]}).status_code == 200
    assert stored(app, visit) == []


def test_no_to_all_the_rest_answers_what_was_not_asked(app: Flask, screen: Screen, visit: str) -> None:
    first, *rest = FLAGS
    names = " ".join(f"flag.{key}" for key in rest)
    screen.type(f"flag.{first}", {f"flag.{first}": "no"})
    assert screen.type(names, {f"flag.{rest[0]}": "yes", "rest": "no"}).status_code == 200
    answers = with_visit(app, visit, lambda one: one.screen().answers)
    assert answers == {first: "no", rest[0]: "yes", **dict.fromkeys(rest[1:], "no")}


def test_a_yes_holds_at_once_and_an_undo_does_not_lift_it(app: Flask, screen: Screen, visit: str) -> None:
    flag = next(iter(FLAGS))
    answer = screen.type(f"flag.{flag}", {f"flag.{flag}": "yes"})
    assert "ON HOLD" in answer.json["html"]
    screen.undo()
    holds = with_visit(app, visit, lambda one: [hold.flag for hold in open_holds(one.own_session, one.subject)])
    assert holds == [flag]


def test_a_likely_clot_holds_as_the_score_is_typed(app: Flask, screen: Screen, visit: str) -> None:
    for key in WELLS:
        name = next(
            (
                f"{key}.{side}"
                for side in "LM"
                if screen.type(f"reading.{key}.{side}", {f"{key}.{side}": "yes"}).status_code == 200
            ),
            "",
        )
        assert name
    holds = with_visit(app, visit, lambda one: [hold.flag for hold in open_holds(one.own_session, one.subject)])
    assert "dvt" in holds


def test_words_precautions_and_what_was_done_are_fields_too(app: Flask, screen: Screen, visit: str) -> None:
    screen.type("words.complaint_side", {"complaint_side": "L"})
    screen.type("condition.osteoporosis", {"condition.osteoporosis": "1"})
    done = {
        "done_rows": "1",
        "done.0.key": "mt_talar_ap",
        "done.0.side": "L",
        "done.0.chosen": "1",
        "done.0.minutes": "8",
    }
    assert screen.type("done", done).status_code == 200
    said = with_visit(app, visit, lambda one: (one.complaint_side, one.episode.conditions, one.done()[0].minutes))
    assert said == ("L", ("osteoporosis",), 8)
    refused = screen.type("done", {**done, "done.0.side": ""})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    "field",
    [
        "reading.wblt_cm.M",
        "reading.wblt_cm.L.x",
        "reading.x.L",
        "words.signed_by",
        "flag.none",
        "words",
        "make",
        "reading",
        "",
    ],
)
def test_a_field_that_is_not_of_the_page_is_refused(therapist: hosts.Visitor, visit: str, field: str) -> None:
    for page in ("", "/shoes", "/leg-length"):
        answer = Screen(therapist, f"{visit}{page}").type(field, {"x": "1"})
        assert (answer.status_code, answer.json["state"]) == (422, "refused")
        assert "Load it again" in answer.json["problems"][0]["sentence"]


def test_a_blank_is_no_side_of_a_complaint(app: Flask, screen: Screen, visit: str) -> None:
    assert screen.type("words.complaint_side", {"complaint_side": " "}).status_code == 200
    assert with_visit(app, visit, lambda one: one.complaint_side) is None


def test_what_one_person_typed_is_not_stored_in_anothers_name_unasked(app: Flask, screen: Screen, visit: str) -> None:
    answer = screen.type(LUNGE, {"wblt_cm.L": "7"}, who="somebody else")
    assert (answer.status_code, answer.json["state"]) == (409, "person")
    assert stored(app, visit) == []
    assert screen.type(LUNGE, {"wblt_cm.L": "7"}, who=answer.json["who"]).status_code == 200


def test_a_page_that_was_open_too_long_gets_a_new_token(app: Flask, screen: Screen) -> None:
    fresh = screen.visitor.get(screen.url)
    assert set(fresh.json) >= {"csrf", "who", "version", "state"}
    assert fresh.headers["Cache-Control"] == "no-store"


def test_an_act_without_a_token_or_a_sign_in_changes_nothing(app: Flask, screen: Screen, visit: str) -> None:
    assert (
        screen.visitor.post(screen.url, data={"field": LUNGE, "wblt_cm.L": "7", "key": "a-long-key"}).status_code == 400
    )
    assert app.test_client().post(screen.url, data={"field": LUNGE}).status_code in (400, 401)
    assert stored(app, visit) == []
