"""Reading a page: it writes nothing, costs the same for many visits as for two, and meets keys it does not know."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from clinic_gait.records.base import Base
from clinic_gait.records.visit import start_visit
from clinic_gait.web.chart import VIEWS
from tests import hosts
from tests.conftest import Begin, visitor
from tests.web.pages import note_conditions, open_visit, page, save, session_of, with_visit
from tests.web.test_plans import STRETCH, line
from tests.web.test_suggestions import BOTH_TIGHT, DOWNHILL

SEEN = {**BOTH_TIGHT, **DOWNHILL, "flag.dvt": "yes", "rest": "no", "varus_thrust.R": "definite"}


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    """A visit with findings, a hold, a plan and a score."""

    def make() -> str:
        url = open_visit(therapist)
        save(therapist, url, **SEEN)
        save(therapist, f"{url}/plan", **line(STRETCH, "R", sets="1"))
        save(therapist, f"{url}/scores", **{"lefs-total": "50"})
        return url

    return begin(make)


def pages(app: Flask, visit: str) -> list[str]:
    """Every page about a patient."""
    chart = f"/gait/patients/{with_visit(app, visit, lambda one: one.subject_id)}"
    parts = ("record", "review", "plan", "scores", "shoes", "leg-length")
    return [
        chart,
        f"{chart}?measure=nothing",
        *(f"{chart}?view={one}" for one in VIEWS),
        f"{chart}/hold",
        visit,
        *(f"{visit}/{part}" for part in parts),
    ]


def rows(app: Flask) -> tuple[list[Any], int]:
    """Everything that is stored, and how many rows of audit there are."""
    tables = [one for one in Base.metadata.sorted_tables if one.name.startswith("clinic_gait_")]
    with app.app_context():
        stored = {one.name: session_of(app).execute(sa.select(one)).all() for one in tables}
    audit = len(stored.pop("clinic_gait_audit"))
    stored.pop("clinic_gait_audit_head")
    return list(stored.items()), audit


@pytest.mark.parametrize("who", ["therapist", "assistant", "desk", "auditor", "stranger"])
def test_looking_leaves_one_row_of_audit_and_writes_nothing(app: Flask, visit: str, who: str) -> None:
    reader = visitor(app, who)
    for url in pages(app, visit):
        before, audited = rows(app)
        reader.get(url)
        assert rows(app) == (before, audited + 1), url


def statements(app: Flask, reader: hosts.Visitor, url: str) -> Counter[str]:
    """What a page asks the database, by statement."""
    asked: Counter[str] = Counter()

    def count(conn: object, cursor: object, sql: str, *rest: Any) -> None:
        asked[re.sub(r"\?(, \?)*", "?", sql)] += 1

    with app.app_context():
        engine = app.extensions["test_db"].engine
    sa.event.listen(engine, "before_cursor_execute", count)
    assert reader.get(url).status_code == 200
    sa.event.remove(engine, "before_cursor_execute", count)
    return asked


def more_visits(app: Flask, visit: str, how_many: int) -> None:
    """Earlier visits with the readings, answers and scores of this one."""

    def add(one: Any) -> None:
        jane = hosts.USERS["therapist"].staff
        for back in range(1, how_many + 1):
            told = {"subject": one.subject, "clinic": hosts.CLINICS["river"], "kind": "daily", "by": jane}
            earlier = start_visit(
                one.own_session, day=one.day - timedelta(days=back), form_key=f"earlier-{back}", **told
            )
            earlier.record(*one.readings())
            earlier.answer_screen(one.screen().answers)
            earlier.keep_outcome(*one.outcomes())

    with_visit(app, visit, add)


def test_a_page_asks_no_more_of_the_database_for_more_visits(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    more_visits(app, visit, 1)
    few = {url: statements(app, therapist, url) for url in pages(app, visit)}
    more_visits(app, visit, 9)
    for url, before in few.items():
        assert statements(app, therapist, url).total() <= before.total(), url
        assert max(before.values()) <= 6, (url, before.most_common(1))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE clinic_gait_reading SET measure = 'zzz' WHERE measure = 'df_ke_deg'",
        "UPDATE clinic_gait_reading SET code = 'zzz' WHERE code IS NOT NULL",
        "UPDATE clinic_gait_reading SET method = 'zzz' WHERE value IS NOT NULL",
        "UPDATE clinic_gait_screen SET flag = 'zzz' WHERE answer = 'yes'",
        "UPDATE clinic_gait_outcome SET instrument = 'zzz'",
        "UPDATE clinic_gait_outcome SET part = 'zzz'",
        "UPDATE clinic_gait_plan_exercise SET key = 'zzz'",
        "UPDATE clinic_gait_episode SET conditions_json = '[\"zzz\"]'",
        "UPDATE patient SET born = NULL, sex = NULL",
    ],
)
def test_no_page_fails_over_a_key_that_this_version_does_not_know(
    app: Flask, therapist: hosts.Visitor, visit: str, change: str
) -> None:
    with app.app_context():
        assert session_of(app).connection().execute(sa.text(change)).rowcount
        session_of(app).commit()
    assert {url: therapist.get(url).status_code for url in pages(app, visit)} == dict.fromkeys(pages(app, visit), 200)


def test_a_precaution_that_this_version_does_not_know_is_named_and_kept(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    note_conditions(app, visit, "old_graft", "neuropathy")
    for url in pages(app, visit):
        assert "Precaution: old graft (not known here: check every line" in therapist.get(url).text, url
    boxes = page(therapist.get(visit)).boxes
    assert therapist.send(visit, boxes).status_code == 303
    assert with_visit(app, visit, lambda one: one.episode.conditions) == ("neuropathy", "old_graft")
    boxes = page(therapist.get(visit)).boxes
    del boxes["condition.old_graft"]
    therapist.send(visit, {**boxes, "condition.made_up": "1"})
    assert with_visit(app, visit, lambda one: one.episode.conditions) == ("neuropathy",)


def test_every_link_leads_to_a_page_and_to_a_place_on_it(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    seen: dict[str, set[str]] = {}
    for url in pages(app, visit):
        for link in re.findall(r'href="(/gait/(?!static|visits/[^"]*/preview)[^"]*)"', therapist.get(url).text):
            path, _, place = unescape(link).partition("#")
            answer = therapist.get(path) if path not in seen else None
            assert answer is None or answer.status_code == 200, (url, link)
            if answer is not None:
                seen[path] = set(re.findall(r'\sid="([^"]+)"', answer.text))
            assert not place or place in seen[path], (url, link)
