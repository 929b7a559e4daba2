"""The visit form as a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import get_flashed_messages, render_template

from clinic_gait.records.hold import holds_of
from clinic_gait.records.plan import last_signed_plan, plan_of
from clinic_gait.records.queries import history
from clinic_gait.records.visit import Visit
from clinic_gait.web import screening
from clinic_gait.web.conflicts import Difference, filled_up, theirs_beside
from clinic_gait.web.context import gait
from clinic_gait.web.entries import Key, by_key
from clinic_gait.web.forms import VisitWords
from clinic_gait.web.grid import ABSENT_OPTIONS, Known
from clinic_gait.web.row_groups import groups, measured, problem_list
from clinic_gait.web.treatments import CHOICES, GRADES, SIDES, Treatments, stored_rows
from clinic_gait.web.visit_form import VisitForm

FLASH = "clinic_gait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """What another screen stored meanwhile."""

    differences: list[Difference]
    beside: Mapping[Key, str] = field(default_factory=dict)


def conflict(visit: Visit, sent: VisitForm, found: list[Difference]) -> str:
    """The page with both texts, over the version that is stored now."""
    other = Other(differences=found, beside=theirs_beside(visit, sent))
    return render(visit, filled_up(visit, sent), other)


def render(visit: Visit, sent: VisitForm | None = None, other: Other | None = None) -> str:
    """The page as stored, or as it was sent."""
    rows = groups(_known(visit, sent, other))
    treatments = (sent.treatments if sent else None) or _treatments(visit)
    noted = sent.conditions if sent else visit.episode.conditions
    problems = (sent.words.faults if sent else []) + problem_list(rows) + treatments.problems
    stale = other is not None
    return render_template(
        "clinic_gait/visits/edit.html",
        visit=visit,
        version=visit.version if sent is None or stale else sent.words.version.data or visit.version,
        words=sent.words if sent else VisitWords(obj=visit),
        groups=rows,
        measured=measured(rows),
        screen=_screen(visit, sent),
        conditions=screening.condition_rows(noted),
        noted=noted,
        treatments=treatments,
        technique_choices=CHOICES,
        technique_sides=SIDES,
        technique_grades=GRADES,
        conditions_asked=visit.episode.conditions_at,
        problems=problems,
        conflict=other.differences if other else None,
        focus=problems[0][0].removeprefix("f-") if problems else "",
        saved=next(iter(get_flashed_messages(category_filter=[FLASH])), ""),
        absent_options=ABSENT_OPTIONS,
        absent_words=dict(ABSENT_OPTIONS),
    )


def _screen(visit: Visit, sent: VisitForm | None) -> screening.ScreenCard:
    stored = visit.screen().answers
    answers = sent.answers if sent else stored
    holds = holds_of(gait().session, visit.subject)
    return screening.screen_card(answers, holds, visit.id, screening.just_now(stored, answers))


def _treatments(visit: Visit) -> Treatments:
    """What was done, and what the plan asks for: today's draft, else the version in force."""
    session = gait().session
    plan = plan_of(session, visit) or last_signed_plan(session, visit.subject)
    return stored_rows(visit.done(), plan.techniques() if plan else ())


def _known(visit: Visit, sent: VisitForm | None, other: Other | None) -> Known:
    before = history(gait().session, visit.subject, before=visit)
    stored = by_key(visit.readings())
    return Known(
        now=sent.entries.over(stored) if sent else stored,
        stored=stored,
        last={one.key: (day, one) for day, _, one in before},
        first={one.key: (day, one) for day, _, one in reversed(before)},
        typed=sent.entries.typed if sent else {},
        problems=sent.entries.problems if sent else {},
        theirs=other.beside if other else {},
        limits=gait().limits,
    )
