"""What is due: facts from what is stored, each with its rule; nothing where nothing is."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from flask import Flask

from clinic_gait.care.plan import Goal
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.records.issued import IssuedDocument, documents_of
from clinic_gait.records.plan import Plan
from clinic_gait.records.visit import start_visit
from clinic_gait.web.chart_due import Known, due
from tests import hosts
from tests.web.pages import all_clear, open_visit, save, session_of, sign, stored_plan, with_visit
from tests.web.test_chart import chart_of, number
from tests.web.test_plans import STRETCH, line

TODAY = date(2026, 11, 12)
GOAL = Goal(text="Squat to a chair", measure="wblt_cm", side=Side.LEFT, baseline=Decimal(5), target=Decimal(10))


def measured(days_ago: int, value: str = "6", side: Side = Side.LEFT) -> tuple[date, UUID, Reading]:
    return TODAY - timedelta(days=days_ago), UUID(int=1), number("wblt_cm", side, value)


def words(*past: tuple[date, UUID, Reading], goals: tuple[Goal, ...] = (GOAL,)) -> list[str]:
    """What is due for a patient of whom nothing but goals and readings is known."""
    known = Known(
        subject=UUID(int=9),
        today=TODAY,
        held=False,
        visits=(),
        plan=None,
        goals=goals,
        at_home=0,
        documents=(),
        past=sorted(past, key=lambda told: told[0]),
    )
    assert all(one.rule for one in due(known))
    return [one.words for one in due(known)]


@pytest.mark.parametrize(("days", "said"), [(27, False), (28, True), (41, True)])
def test_the_measure_of_a_goal_is_due_after_four_weeks(days: int, said: bool) -> None:
    told = f"LEFT weight-bearing lunge, big toe to wall was last measured {days} days ago, "
    assert [one.startswith(told) for one in words(measured(days))] == ([True] if said else [])


def test_the_other_leg_or_a_value_of_no_use_does_not_count_as_measured() -> None:
    never = ["LEFT weight-bearing lunge, big toe to wall was never measured"]
    assert words() == never
    assert words(measured(1, side=Side.RIGHT)) == never
    assert words(measured(1, "25")) == never
    assert words(goals=()) == []


YESTERDAY = dataclasses.replace(GOAL, by=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("goal", "now", "late"),
    [
        (dataclasses.replace(GOAL, by=TODAY), "6", False),
        (YESTERDAY, "6", True),
        (YESTERDAY, "10", False),
        (dataclasses.replace(YESTERDAY, baseline=Decimal(12)), "6", False),
        (dataclasses.replace(YESTERDAY, baseline=None), "9.9", True),
    ],
)
def test_a_goal_is_late_after_its_day_unless_it_was_reached(goal: Goal, now: str, late: bool) -> None:
    said = f"The day of a goal has passed, 11 Nov 2026: Squat to a chair, now {now} of 10"
    assert words(measured(1, now), goals=(goal,)) == ([said] if late else [])


def overview(therapist: hosts.Visitor) -> str:
    """The card of what is due."""
    html = therapist.get(chart_of(therapist)).text
    return html[html.index('id="due"') :].split("</section>")[0]


def test_a_draft_of_an_earlier_day_is_due_and_todays_is_not(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "5"})
    assert "nothing; checked" in overview(therapist)
    with_visit(
        app,
        url,
        lambda one: start_visit(
            one.own_session,
            subject=one.subject,
            clinic=hosts.CLINICS["river"],
            day=one.day - timedelta(days=3),
            kind="daily",
            by=hosts.USERS["therapist"].staff,
            form_key="earlier-form",
        ),
    )
    assert "Draft of 9 Nov 2026 is not signed" in overview(therapist)


def test_an_assistants_note_waits_for_a_co_signature(therapist: hosts.Visitor, assistant: hosts.Visitor) -> None:
    url = open_visit(assistant)
    save(assistant, url, **{"wblt_cm.L": "5"})
    assistant.send(f"{url}/submit")
    assert "Note of 12 Nov 2026 by Sam Reyes, PTA waits for a co-signature" in overview(therapist)


def test_a_hold_is_due_first_and_leads_to_its_page(therapist: hosts.Visitor) -> None:
    save(therapist, open_visit(therapist), **{"wblt_cm.L": "5", "flag.dvt": "yes"})
    assert "On hold: a warning sign is open" in overview(therapist)
    assert f'href="{chart_of(therapist)}/hold"' in overview(therapist)


def planned(app: Flask, therapist: hosts.Visitor, patient: str) -> str:
    """The address of a signed visit with a plan and its sheet."""
    url = open_visit(therapist, patient)
    save(therapist, url, **{"wblt_cm.L": "5"})
    save(therapist, f"{url}/plan", **line(STRETCH, "L", sets="1"))
    all_clear(app, url)
    sign(therapist, url)
    return url


def of_plan(plan: Plan | None, documents: list[IssuedDocument]) -> list[str]:
    """What is due of a plan with one home exercise and these papers."""
    known = Known(
        subject=UUID(int=9),
        today=TODAY,
        held=False,
        visits=(),
        plan=plan,
        goals=(),
        at_home=1,
        documents=documents,
        past=(),
    )
    return [one.words for one in due(known)]


def test_a_plan_in_force_has_a_sheet_of_its_own(app: Flask, therapist: hosts.Visitor) -> None:
    mine, other = planned(app, therapist, "1"), planned(app, therapist, "2")
    assert "nothing; checked" in overview(therapist)
    with app.app_context():
        session = session_of(app)
        plan, another = stored_plan(session, mine), stored_plan(session, other)
        papers = documents_of(session, plan.subject)
        assert of_plan(plan, papers) == []
        assert of_plan(plan, []) == ["No home sheet was given out for plan version 1"]
        assert of_plan(another, papers) == ["The home sheet given out is older than plan version 1"]
        assert of_plan(None, []) == []
