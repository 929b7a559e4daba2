from __future__ import annotations

import pytest

from clinic_gait.clinical.findings.facts import Facts, Known
from clinic_gait.clinical.findings.patient_clauses import FlagOpen
from clinic_gait.clinical.red_flags import FLAGS, ScreenState, Urgency, screen_state
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.values import Answer, Side
from tests.each import each

ALL_NO = dict.fromkeys(FLAGS, "no")


def test_there_are_eighteen_flags_of_three_urgencies() -> None:
    assert len(FLAGS) == 18
    assert {one.urgency for one in FLAGS.values()} == set(Urgency)


@each("key", FLAGS)
def test_a_flag_has_words_and_sources(key: str) -> None:
    flag = FLAGS[key]
    assert flag.key == key
    assert flag.label
    assert flag.urgency.words
    assert flag.sources
    assert all(source in SOURCES for source in flag.sources)


def test_a_screen_is_done_only_when_every_item_is_answered() -> None:
    assert screen_state({}) is ScreenState.NOT_DONE
    assert screen_state({"dvt": "no"}) is ScreenState.PARTIAL
    assert screen_state(ALL_NO) is ScreenState.DONE
    assert screen_state({"not_a_flag": "no"}) is ScreenState.NOT_DONE
    assert screen_state(ALL_NO | {"dvt": ""}) is ScreenState.PARTIAL


def any_open(answers: dict[str, str]) -> Answer:
    """What the rule about open warning signs answers to a screen whose holds nobody lifted."""
    yes = tuple(key for key, answer in answers.items() if answer == "yes")
    return FlagOpen().judge(Known.of(Facts(answers=answers, open_flags=yes)), Side.NONE).answer


@each("key", FLAGS)
def test_one_yes_opens_a_flag_whatever_else_was_answered(key: str) -> None:
    assert any_open({key: "yes"}) is Answer.TRUE
    assert any_open(ALL_NO | {key: "yes"}) is Answer.TRUE


@each("key", FLAGS)
def test_an_item_that_was_not_asked_is_never_clear(key: str) -> None:
    asked = {name: answer for name, answer in ALL_NO.items() if name != key}
    assert any_open(asked) is Answer.UNKNOWN
    assert any_open({}) is Answer.UNKNOWN
    assert any_open(ALL_NO) is Answer.FALSE


@pytest.mark.parametrize("urgency", Urgency)
def test_every_urgency_says_what_to_do_with_the_clinics_own_number(urgency: Urgency) -> None:
    assert "call 0118" in urgency.act("0118")
    assert "call for help" in urgency.act("")


def test_an_emergency_is_sent_now_and_the_others_say_by_when() -> None:
    assert Urgency.EMERGENCY.act("911").startswith("Send now: call 911")
    assert "today" in Urgency.SAME_DAY.act("911")
    assert "within days" in Urgency.URGENT.act("911")
