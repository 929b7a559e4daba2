"""The rows of a group that a visit form leaves out at first, fetched when they are asked for."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.records.errors import Signed
from clinic_gait.web import visit_page
from clinic_gait.web.context import Permission, needs, visit_or_404
from clinic_gait.web.row_groups import rest


@needs(Permission.CHART)
def more(visit_id: UUID) -> ResponseReturnValue:
    """The rest of one group, as HTML to be put at its end."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        raise Signed
    known = visit_page.asked(visit)
    try:
        found = rest(request.args.get("group", ""), known, visit_page.view_of(visit, known))
    except KeyError:
        raise NotFound from None
    return render_template("clinic_gait/visits/_rest.html", visit=visit, rows=found)
