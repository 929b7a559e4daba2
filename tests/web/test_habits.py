"""Habits of a member of staff: kept for that person alone, in one clinic, and nothing else is."""

from __future__ import annotations

import pytest
from flask import Flask

from tests import hosts
from tests.conftest import visitor
from tests.web.pages import open_visit


def test_a_habit_is_kept_for_the_one_who_has_it(app: Flask, therapist: hosts.Visitor, assistant: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert 'data-enter="across"' in therapist.get(url).text
    assert therapist.send("/gait/habits", {"name": "enter", "value": "down"}).status_code == 204
    assert 'data-enter="down"' in therapist.get(url).text
    assert 'data-enter="down"' in visitor(app, "therapist").get(url).text
    assert 'data-enter="across"' in assistant.get(url).text


def test_letters_turned_off_are_off_on_every_page(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    therapist.send("/gait/habits", {"name": "letters", "value": "off"})
    for page in (url, "/gait/today", url.partition("/visits")[0] + "/today"):
        assert 'data-letters="off"' in therapist.get(page).text


@pytest.mark.parametrize(("name", "value"), [("enter", "up"), ("", ""), ("colour", "red"), ("letters", "down")])
def test_a_habit_that_does_not_exist_is_refused(therapist: hosts.Visitor, name: str, value: str) -> None:
    assert therapist.send("/gait/habits", {"name": name, "value": value}).status_code == 422
