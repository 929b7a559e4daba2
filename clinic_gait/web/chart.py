"""The chart: how a patient's gait has moved since the start, and the way into today's visit."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from clinic_gait.records.issued import documents_of
from clinic_gait.records.plan import plans_of
from clinic_gait.records.queries import history, outcome_history
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web import sentences, visits
from clinic_gait.web.chart_findings import findings
from clinic_gait.web.chart_meaning import meaning, newest
from clinic_gait.web.chart_pictures import bars, choices, main_measure, trend_of
from clinic_gait.web.chart_planes import planes
from clinic_gait.web.chart_timeline import timeline
from clinic_gait.web.context import Permission, gait, needs, subject_or_404
from clinic_gait.web.forms import form_key
from clinic_gait.web.score_rows import score_rows


@needs(Permission.READ)
def chart(subject_id: UUID) -> ResponseReturnValue:
    """One patient on one page."""
    subject = subject_or_404(subject_id, Permission.READ)
    here = gait()
    seen = visits_of(here.session, subject)
    past = history(here.session, subject, given=seen)
    plans, documents = plans_of(here.session, subject), documents_of(here.session, subject)
    plan = next((one for one in plans if one.state == "signed"), None)
    measure = main_measure(past, request.args.get("measure"))
    measured = {visit_id for _, visit_id, _ in past}
    looked_at = newest(seen, measured)
    return render_template(
        "clinic_gait/chart/chart.html",
        subject=subject,
        visits=seen,
        measured=len(measured),
        past=past,
        measure=measure,
        choices=choices(past),
        trend=trend_of(measure, past, plan.goals() if plan else (), here.limits) if measure else None,
        bars=bars(past, here.limits),
        findings=findings(past),
        scores=score_rows(outcome_history(here.session, subject, given=seen), here.limits),
        meaning=meaning(looked_at) if looked_at else None,
        planes=planes(past, looked_at.id, here.limits) if looked_at else (),
        plan=plan.snapshot(here.clinic) if plan else None,
        sentences=sentences,
        documents=documents,
        timeline=timeline(seen, plans, documents),
        open_visit=_open_visit(seen),
        kinds=visits.KINDS,
        usual_kind="daily" if seen else "evaluation",
        form_key=form_key(),
        patient_url=here.host.patient_url(subject.patient_key),
    )


def _open_visit(seen: list[Visit]) -> Visit | None:
    """The draft of today, which is gone on with rather than started twice."""
    today = gait().today()
    return next((one for one in seen if one.day == today and not one.is_signed), None)
