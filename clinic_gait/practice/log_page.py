"""The log for an auditor: who did what, for a period, in any order, and whether anybody touched it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask import render_template, request
from flask.typing import ResponseReturnValue

from clinic_gait.practice import auth, days, journal
from clinic_gait.practice.auth import needs
from clinic_gait.practice.database import db
from clinic_gait.practice.models import PracticeClinic
from clinic_gait.practice.settings import now
from clinic_gait.records import audit
from clinic_gait.records.audit import AuditRow
from clinic_gait.records.subject import Subject

#: Rows on one page, and days shown when no period is asked for.
PAGE, USUAL_DAYS = 100, 7

#: What the list can be sorted by: word in the address, heading, column.
SORTS = {
    "number": ("Row", AuditRow.number),
    "at": ("Time", AuditRow.at),
    "who": ("Who", AuditRow.who_name),
    "act": ("What", AuditRow.act),
    "patient": ("Patient", Subject.number),
    "record": ("Record", AuditRow.record),
    "detail": ("Detail", AuditRow.detail),
}


@needs("audit")
def log() -> ResponseReturnValue:
    """One page of the log."""
    clinic = _clinic()
    zone = ZoneInfo(clinic.zone)
    first, last, fault = _period(clinic, now().astimezone(zone).date())
    sort = request.args.get("sort", "")
    number = request.args.get("page", "")
    place = int(number) if number.isdecimal() and 1 <= len(number) <= 6 else 1
    query = _rows(clinic.key, first, last, zone, sort).offset((max(place, 1) - 1) * PAGE).limit(PAGE + 1)
    rows = db.session.execute(query).all()
    checked = audit.verify(db.session(), clinic.key) if "check" in request.args else None
    page = render_template(
        "practice/log.html",
        rows=[_shown(row, zone) for row in rows[:PAGE]],
        more=len(rows) > PAGE,
        asked={"from": _kept("from", first), "to": _kept("to", last), "sort": sort if sort in SORTS else None},
        place=max(place, 1),
        sorts=SORTS,
        fault=fault,
        checked=checked,
        head=audit.head(db.session(), clinic.key) if checked is not None else None,
    )
    journal.note("view log")
    db.session.commit()
    return page, 422 if fault else 200


def _clinic() -> PracticeClinic:
    user = auth.signed_in()
    if user is None:
        raise LookupError("needs() lets nobody in who is not signed in")
    return user.clinic


def _kept(name: str, day: date) -> str:
    return request.args.get(name, "")[:40] or days.shown(day)


def _period(clinic: PracticeClinic, today: date) -> tuple[date, date, str]:
    """First and last day asked for, and a sentence when they cannot be."""
    usual = today - timedelta(days=USUAL_DAYS - 1), today
    typed = [request.args.get(name, "") for name in ("from", "to")]
    read = [days.read_day(text, order=clinic.date_order) if text.strip() else None for text in typed]
    if any(text.strip() and day is None for text, day in zip(typed, read, strict=True)):
        return *usual, "Write both days like 12 Nov 2026 or 2026-11-12."
    first, last = read[0] or usual[0], read[1] or usual[1]
    if first > last:
        return *usual, "The first day is after the last one."
    return first, last, ""


def _rows(clinic_key: str, first: date, last: date, zone: ZoneInfo, sort: str) -> sa.Select[Any, Any]:
    begin = datetime.combine(first, time(), zone).astimezone(timezone.utc)
    end = datetime.combine(last + timedelta(days=1), time(), zone).astimezone(timezone.utc)
    mine = sa.and_(Subject.clinic == AuditRow.clinic, Subject.id == AuditRow.subject_id)
    query = (
        sa.select(AuditRow, Subject.number.label("patient"))
        .outerjoin(Subject, mine)
        .where(AuditRow.clinic == clinic_key, AuditRow.at >= begin, AuditRow.at < end)
    )
    newest_first = AuditRow.number.desc()
    if sort in SORTS and sort != "number":
        return query.order_by(SORTS[sort][1], newest_first)
    return query.order_by(newest_first)


def _shown(row: Any, zone: ZoneInfo) -> dict[str, str]:
    entry: AuditRow = row.AuditRow
    who = ", ".join(part for part in (entry.who_name, entry.who_credential) if part)
    return {
        "number": str(entry.number),
        "at": entry.at.astimezone(zone).strftime("%d %b %Y %H:%M:%S"),
        "who": who or "nobody signed in",
        "act": entry.act,
        "patient": row.patient or (str(entry.subject_id) if entry.subject_id else ""),
        "record": entry.record,
        "detail": entry.detail,
    }
