"""What happened, the newest first: visits, versions of the plan, papers given out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.plan import Plan
from clinic_gait.records.visit import Visit
from clinic_gait.web.context import gait

#: What staff call the papers.
PAPERS = {"home_sheet": "Home sheet", "patient_report": "Patient report"}

_VISIT_STATES = {
    "draft": ("wait", "draft"),
    "submitted": ("wait", "waiting for a signature"),
    "signed": ("ok", "signed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line: the day, the words, a state, and where it leads."""

    day: date
    order: str
    words: str
    kind: str
    state: str
    visit: UUID | None = None
    document: UUID | None = None


def timeline(visits: Iterable[Visit], plans: Iterable[Plan], documents: Iterable[IssuedDocument]) -> list[Happening]:
    """All of it, the newest first."""
    found = [
        *(_visit(one) for one in visits),
        *(_plan(one) for one in plans if one.signed_at is not None),
        *(_document(one) for one in documents),
    ]
    return sorted(found, key=lambda one: (one.day, one.order), reverse=True)


def _visit(one: Visit) -> Happening:
    kind, state = _VISIT_STATES[one.state]
    by = one.signed_by or one.clinician
    return Happening(
        day=one.day,
        order=_order(one.signed_at),
        words=f"{one.kind.capitalize()} visit, {by.title}",
        kind=kind,
        state=state,
        visit=one.id,
    )


def _plan(one: Plan) -> Happening:
    at = one.signed_at or gait().now()
    superseded = one.state == "superseded"
    return Happening(
        day=gait().local(at).date(),
        order=_order(one.signed_at),
        words=f"Plan, version {one.number}",
        kind="none" if superseded else "ok",
        state="replaced" if superseded else "signed, in force",
    )


def _document(one: IssuedDocument) -> Happening:
    return Happening(
        day=gait().local(one.issued_at).date(),
        order=_order(one.issued_at),
        words=PAPERS.get(one.kind, one.kind),
        kind="none" if one.superseded else "ok",
        state="out of date" if one.superseded else "given out",
        document=one.id,
    )


def _order(at: datetime | None) -> str:
    """Within a day by the clock; what has no time yet is the newest."""
    return at.isoformat() if at else "~"
