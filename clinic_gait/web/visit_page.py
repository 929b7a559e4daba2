"""The visit form as a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from flask import get_flashed_messages, render_template, request

from clinic_gait.care.visit import Done, Screen
from clinic_gait.records import fields
from clinic_gait.records.episode import Episode
from clinic_gait.records.hold import holds_of
from clinic_gait.records.plan import Plan, last_signed_plan, plan_of
from clinic_gait.records.queries import history
from clinic_gait.records.visit import Visit
from clinic_gait.web import screening
from clinic_gait.web.conflicts import Difference, filled_up, theirs_beside
from clinic_gait.web.context import gait
from clinic_gait.web.entries import Key, by_key
from clinic_gait.web.forms import VisitWords
from clinic_gait.web.grid import Known
from clinic_gait.web.row import REASONS
from clinic_gait.web.row_groups import Show, View, counts, groups, problem_list, progress
from clinic_gait.web.row_reasons import reasons
from clinic_gait.web.swap_signs import signs
from clinic_gait.web.treatments import CHOICES, GRADES, SIDES, Treatments, stored_rows
from clinic_gait.web.visit_form import WORDS, VisitForm

FLASH = "clinic_gait"
#: Kinds of visit at which everything usual is measured; at the others only what was found, or is a goal.
FULL = ("evaluation", "re-evaluation")


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
    plan, episode, screen, done = plan_now(visit), visit.episode, visit.screen(), visit.done()
    rows = _with_reasons(known(visit, sent, other), plan)
    view = view_of(visit, rows)
    shown = groups(rows, view)
    treatments = (sent.treatments if sent else None) or stored_rows(done, plan.techniques() if plan else ())
    noted = sent.conditions if sent else episode.conditions
    problems = (sent.words.faults if sent else []) + problem_list(shown) + treatments.problems
    stale = other is not None
    return render_template(
        "clinic_gait/visits/edit.html",
        visit=visit,
        version=visit.version if sent is None or stale else sent.words.version.data or visit.version,
        words=sent.words if sent else VisitWords(obj=visit),
        groups=shown,
        progress=progress(shown),
        view=view,
        counts=counts(rows, view.usual),
        screen=_card(visit, screen, sent),
        conditions=screening.condition_rows(noted),
        noted=noted,
        treatments=treatments,
        technique_choices=CHOICES,
        technique_sides=SIDES,
        technique_grades=GRADES,
        conditions_asked=episode.conditions_at,
        problems=problems,
        conflict=other.differences if other else None,
        focus=problems[0][0].removeprefix("f-") if problems else "",
        begin=not problems and not other and _own_of_today(visit),
        saved=next(iter(get_flashed_messages(category_filter=[FLASH])), ""),
        reasons=REASONS,
        tokens=tokens(visit, episode, screen, done),
    )


def view_of(visit: Visit, known: Known) -> View:
    """The view that the address asks for; else the usual set at a full assessment, and what was found at the others."""
    usual = gait().settings.usual_of(gait().clinic.key)
    full = visit.kind in FULL or not known.reasons
    show = Show.USUAL if full else Show.FLAGGED
    if request.args.get("show") in [one.value for one in Show]:
        show = Show(request.args["show"])
    return View(usual=usual, show=show, row=request.args.get("row", ""))


def plan_now(visit: Visit) -> Plan | None:
    """Today's draft of the plan, else the version in force."""
    session = gait().session
    return plan_of(session, visit) or last_signed_plan(session, visit.subject)


def screen_of(visit: Visit, sent: VisitForm | None) -> screening.ScreenCard:
    """The safety questions as answered, or as they were sent."""
    return _card(visit, visit.screen(), sent)


def _card(visit: Visit, screen: Screen, sent: VisitForm | None) -> screening.ScreenCard:
    answers = sent.answers if sent else screen.answers
    holds = holds_of(gait().session, visit.subject)
    return screening.screen_card(answers, holds, visit.id, screening.just_now(screen.answers, answers))


def treatments_of(visit: Visit) -> Treatments:
    """What was done, and what the plan asks for."""
    plan = plan_now(visit)
    return stored_rows(visit.done(), plan.techniques() if plan else ())


def asked(visit: Visit) -> Known:
    """What the rows are drawn from, with why a measure is asked for again."""
    return _with_reasons(known(visit, None, None), plan_now(visit))


def _with_reasons(found: Known, plan: Plan | None) -> Known:
    goals = [goal.measure for goal in plan.goals() if goal.measure] if plan else []
    return replace(found, reasons=reasons(found.last, goals, found.limits))


def known(visit: Visit, sent: VisitForm | None, other: Other | None) -> Known:
    """What is stored and typed, and what stood there at earlier visits."""
    before = history(gait().session, visit.subject, before=visit)
    stored = by_key(visit.readings())
    last = {one.key: (day, one) for day, _, one in before}
    return Known(
        now=sent.entries.over(stored) if sent else stored,
        stored=stored,
        last=last,
        first={one.key: (day, one) for day, _, one in reversed(before)},
        typed=sent.entries.typed if sent else {},
        problems=sent.entries.problems if sent else {},
        theirs=other.beside if other else {},
        swaps=signs(visit, stored.values(), last, gait().limits),
        limits=gait().limits,
    )


def tokens(visit: Visit, episode: Episode, screen: Screen, done: Iterable[Done]) -> dict[str, str]:
    """What is stored now in the fields beside the measures, as the tokens that a page has seen."""
    held: dict[str, object] = {f"words.{name}": getattr(visit, name) or None for name in WORDS}
    held |= {f"flag.{key}": answer for key, answer in screen.answers.items()}
    held |= {f"condition.{key}": True for key in episode.conditions}
    held["conditions.asked"] = True if episode.conditions_at else None
    held["done"] = fields.of_done(done)
    return {name: fields.token(data) for name, data in held.items()}


def _own_of_today(visit: Visit) -> bool:
    """Whether the examiner is about to go on with it, so that the first empty box may have the focus."""
    return visit.clinician_key == gait().staff.key and visit.day == gait().today()
