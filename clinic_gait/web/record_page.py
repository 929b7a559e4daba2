"""The record: a visit to be read, without a single field in it."""

from __future__ import annotations

from flask import render_template

from clinic_gait.records.issued import documents_of
from clinic_gait.records.plan import plan_of
from clinic_gait.records.visit import Visit
from clinic_gait.web import sentences
from clinic_gait.web.context import gait
from clinic_gait.web.readings_table import read_groups
from clinic_gait.web.review_page import screened_of


def render(visit: Visit) -> str:
    """The page, from the snapshot that was signed; of a draft as it stands."""
    here = gait()
    seen = visit.snapshot(here.clinic)
    plan = plan_of(here.session, visit)
    return render_template(
        "clinic_gait/visits/record.html",
        visit=visit,
        seen=seen,
        plan=plan.snapshot(here.clinic) if plan else None,
        plan_state=plan.state if plan else "",
        sentences=sentences,
        groups=read_groups(seen.readings, seen.person, seen.day),
        screened=screened_of(seen.screen),
        conditions=[sentences.condition(key) for key in seen.conditions],
        documents=[one for one in documents_of(here.session, visit.subject) if one.visit_id == visit.id],
        signed_at=here.local(visit.signed_at) if visit.signed_at else None,
    )
