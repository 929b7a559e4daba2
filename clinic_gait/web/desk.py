"""The print desk: which papers wait, whose they are, and one button for all that are new. No clinical word."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from flask import make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clinic_gait.care import canonical
from clinic_gait.care.sheet import HomeSheet
from clinic_gait.documents import home_sheet, patient_report
from clinic_gait.documents.page import Packet, write
from clinic_gait.documents.registry import DOCUMENTS
from clinic_gait.records import audit as audit_log
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.print_job import log_print
from clinic_gait.records.queries import DeskRow, desk_queue, documents_for_desk
from clinic_gait.web import desk_page
from clinic_gait.web.context import Permission, allowed, audit, document_or_404, gait, needs
from clinic_gait.web.documents import as_pdf
from clinic_gait.web.forms import LONGEST_SEARCH, cleaned

MOST_FOUND = 12
SHORTEST_SEARCH = 2
#: A day's papers of a large clinic; more is no click of a person.
MOST_AT_ONCE = 200


@needs(Permission.DESK)
def desk() -> ResponseReturnValue:
    """The queue of today."""
    here = gait()
    audit("desk opened")
    queue = desk_queue(here.session, here.clinic.key, here.today(), here.clinic.zone)
    return desk_page.render(queue)


@needs(Permission.DESK)
def find() -> ResponseReturnValue:
    """Patients by part of a name, birth date or number, with the papers each may be given."""
    text = cleaned(request.form.get("q"))[:LONGEST_SEARCH]
    found = gait().host.search(text, MOST_FOUND) if len(text) >= SHORTEST_SEARCH else ()
    seen = [patient for patient in found if allowed(Permission.DESK, patient)]
    audit("desk find", detail=f"{len(seen)} found")
    return desk_page.render_found(text, seen)


@needs(Permission.DESK)
def print_documents() -> ResponseReturnValue:
    """One file of the papers asked for, in the order of the list; each is noted as printed."""
    wanted = _wanted()
    rows = [_row(document_or_404(document_id, Permission.DESK)) for document_id in wanted]
    # The request is about all of them; each gets its own row of audit below.
    gait().subject = None
    refused = [row for row in rows if row.state in ("held", "superseded")]
    if refused:
        return make_response(desk_page.render_refused(refused, len(rows)), 409)
    data = _file([row.document for row in rows])
    _note(row.document for row in rows)
    audit("desk print", detail=f"{len(rows)} papers")
    return as_pdf(data, "papers" if len(rows) > 1 else rows[0].document.kind)


def _wanted() -> list[UUID]:
    """The documents asked for, each once, in the order sent."""
    sent = request.form.getlist("document")[:MOST_AT_ONCE]
    try:
        wanted = list(dict.fromkeys(UUID(one) for one in sent))
    except ValueError:
        raise NotFound from None
    if not wanted:
        raise NotFound
    return wanted


def _row(document: IssuedDocument) -> DeskRow:
    """How the desk stands to a document now, not when its page was loaded."""
    rows = documents_for_desk(gait().session, gait().clinic.key, document.subject)
    return next(row for row in rows if row.document.id == document.id)


def _file(documents: list[IssuedDocument]) -> bytes:
    """The stored bytes of one paper; several are drawn into one file from what was issued, each on fresh paper."""
    if len(documents) == 1:
        return documents[0].data
    return write([_packet(one) for one in documents]).data


def _packet(document: IssuedDocument) -> Packet:
    """The pages of one paper, from the snapshot it was issued from."""
    snapshot = canonical.loads(DOCUMENTS[document.kind].snapshot_type, document.snapshot)
    return home_sheet.packet(snapshot) if isinstance(snapshot, HomeSheet) else patient_report.packet(snapshot)


def _note(documents: Iterable[IssuedDocument]) -> None:
    here = gait()
    for one in documents:
        log_print(here.session, one, 1, here.staff, here.now())
        audit_log.write(
            here.session,
            clinic_key=here.clinic.key,
            who=here.staff,
            act="print",
            subject_id=one.subject_id,
            record=str(one.id),
            detail=f"{one.kind} {one.language} {one.size}",
            at=here.now(),
        )
