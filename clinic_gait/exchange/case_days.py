"""A day as a case file writes it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from clinic_gait.exchange.case_faults import Place

_RELATIVE = re.compile(r"today(?:([-+])([0-9]{1,4}))?")


def read_day(text: str, today: date, place: Place) -> date | None:
    """``2026-03-31``, ``today``, ``today-14`` or ``today+28``; nothing, with a fault noted, when it is no day."""
    relative = _RELATIVE.fullmatch(text)
    if relative:
        days = timedelta(days=int(relative[2] or 0))
        return today - days if relative[1] == "-" else today + days
    try:
        return date.fromisoformat(text)
    except ValueError:
        place.fault(f"{text!r} is no day of the calendar; write year-month-day, for example 2026-03-31")
        return None
