"""The chart: how a patient's gait has moved since the start, and the way into today's visit.

Its overview fits one screen; what needs more room stands in views of the same
page, each with an address of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from clinic_gait.clinical.values import Reading
from clinic_gait.records.issued import documents_of
from clinic_gait.records.plan import plans_of
from clinic_gait.records.queries import history, is_held, outcome_history
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web import chart_due, sentences, visits
from clinic_gait.web.chart_empty import beginning
from clinic_gait.web.chart_findings import findings
from clinic_gait.web.chart_meaning import meaning, newest
from clinic_gait.web.chart_pictures import bars, choices, main_measure, trend_of
from clinic_gait.web.chart_plan import short_plan
from clinic_gait.web.chart_planes import planes
from clinic_gait.web.chart_table import table, trend_rows
from clinic_gait.web.chart_timeline import timeline
from clinic_gait.web.context import Permission, gait, needs, subject_or_404
from clinic_gait.web.forms import form_key
from clinic_gait.web.score_rows import score_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What every view begins with: the visits, the newest first, and all readings, the oldest first."""

    subject: Subject
    visits: list[Visit]
    past: Sequence[tuple[date, UUID, Reading]]

    @property
    def measured(self) -> set[UUID]:
        """The visits in which something was measured or seen."""
        return {visit_id for _, visit_id, _ in self.past}


@needs(Permission.READ)
def chart(subject_id: UUID) -> ResponseReturnValue:
    """One patient on one page, in the view asked for."""
    subject = subject_or_404(subject_id, Permission.READ)
    here = gait()
    visited = visits_of(here.session, subject)
    seen = Seen(subject=subject, visits=visited, past=history(here.session, subject, given=visited))
    view = request.args.get("view", "")
    view = view if view in VIEWS else OVERVIEW
    here.detail = "" if view == OVERVIEW else view
    label, content = VIEWS[view]
    return render_template("clinic_gait/chart/chart.html", view=view, label=label, **_frame(seen), **content(seen))


def _frame(seen: Seen) -> dict[str, Any]:
    """What stands around every view: its name among the others, and the button that starts or goes on."""
    return {
        "subject": seen.subject,
        "visits": seen.visits,
        "past": seen.past,
        "measured": len(seen.measured),
        "views": {key: label for key, (label, _) in VIEWS.items()},
        "sentences": sentences,
        "open_visit": _open_visit(seen.visits),
        "kinds": visits.KINDS,
        "usual_kind": "daily" if seen.visits else "evaluation",
        "form_key": form_key(),
        "patient_url": gait().host.patient_url(seen.subject.patient_key),
    }


def _overview(seen: Seen) -> dict[str, Any]:
    """What fits one screen: the trend, left against right, open findings, the plan, what is due, the newest days."""
    here = gait()
    plans, documents = plans_of(here.session, seen.subject), documents_of(here.session, seen.subject)
    plan = next((one for one in plans if one.state == "signed"), None)
    snapshot = plan.snapshot(here.clinic) if plan else None
    goals = snapshot.goals if snapshot else ()
    known = chart_due.Known(
        subject=seen.subject.id,
        today=here.today(),
        held=is_held(here.session, seen.subject),
        visits=seen.visits,
        plan=plan,
        goals=goals,
        at_home=len(snapshot.exercises) if snapshot else 0,
        documents=documents,
        past=seen.past,
    )
    return {
        **_trend(seen, goals),
        "bars": bars(seen.past, here.limits),
        "findings": findings(seen.past),
        "plan": snapshot,
        "short": short_plan(snapshot) if snapshot else None,
        "due": chart_due.due(known),
        "timeline": timeline(seen.visits, plans, documents),
        "beginning": None if seen.past else beginning(_open_visit(seen.visits)),
    }


def _findings(seen: Seen) -> dict[str, Any]:
    looked_at = newest(seen.visits, seen.measured)
    return {"findings": findings(seen.past), "meaning": meaning(looked_at) if looked_at else None}


def _measures(seen: Seen) -> dict[str, Any]:
    limits = gait().limits
    looked_at = newest(seen.visits, seen.measured)
    measure = main_measure(seen.past, request.args.get("measure"))
    return {
        "measure": measure,
        "choices": choices(seen.past),
        "rows": table(seen.past, limits),
        "trend_rows": trend_rows(measure, seen.past, limits) if measure else (),
        "looked_at": looked_at,
        "planes": planes(seen.past, looked_at.id, limits) if looked_at else (),
    }


def _scores(seen: Seen) -> dict[str, Any]:
    here = gait()
    return {"scores": score_rows(outcome_history(here.session, seen.subject, given=seen.visits), here.limits)}


def _papers(seen: Seen) -> dict[str, Any]:
    here = gait()
    plans, documents = plans_of(here.session, seen.subject), documents_of(here.session, seen.subject)
    plan = next((one for one in plans if one.state == "signed"), None)
    return {
        "plan": plan.snapshot(here.clinic) if plan else None,
        "documents": documents,
        "timeline": timeline(seen.visits, plans, documents),
    }


def _trend(seen: Seen, goals: Sequence[Any]) -> dict[str, Any]:
    measure = main_measure(seen.past, request.args.get("measure"))
    trend = trend_of(measure, seen.past, goals, gait().limits) if measure else None
    return {"measure": measure, "choices": choices(seen.past), "trend": trend}


def _open_visit(seen: Sequence[Visit]) -> Visit | None:
    """The draft of today, which is gone on with rather than started twice."""
    today = gait().today()
    return next((one for one in seen if one.day == today and not one.is_signed), None)


OVERVIEW = "overview"
#: The views by the word in their address: what the tab says, and what they show.
VIEWS: Mapping[str, tuple[str, Callable[[Seen], dict[str, Any]]]] = {
    OVERVIEW: ("Overview", _overview),
    "findings": ("Findings", _findings),
    "measures": ("Measures", _measures),
    "scores": ("Scores", _scores),
    "papers": ("Plan and papers", _papers),
}
