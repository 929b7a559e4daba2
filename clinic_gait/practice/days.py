"""Calendar days as people spell them."""

from __future__ import annotations

import re
from datetime import date, time

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBER = {month.lower(): place for place, month in enumerate(MONTHS, start=1)}
_LONG = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?[ ,-]*([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?[ -]*([0-9]{1,2})(?:st|nd|rd|th)?[ ,-]+([0-9]{4})")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*([ap])?\.?m?\.?")


def shown(day: date) -> str:
    """The day with its month in letters, which cannot be read the wrong way round."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_day(text: str, *, order: str = "mdy") -> date | None:
    """The day meant by the text, or nothing when it is not one.

    ``order`` tells how the clinic writes a date in numbers with slashes,
    ``mdy`` or ``dmy``; points are always day first. A year has four digits.

    >>> read_day("12 Apr 1968") == read_day("04/12/1968") == read_day("1968-04-12") == date(1968, 4, 12)
    True
    """
    typed = " ".join(text.lower().split())
    parts = _numbers(typed, order) or _letters(typed)
    if parts is None:
        return None
    year, month, day = parts
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """The time of day meant by the text (``9:30``, ``1:15 pm``, ``14``), or nothing when it is not one."""
    match = _CLOCK.fullmatch(text.strip().lower())
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _numbers(typed: str, order: str) -> tuple[int, int, int] | None:
    if match := _ISO.fullmatch(typed):
        return int(match[1]), int(match[2]), int(match[3])
    match = _NUMBERS.fullmatch(typed)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first = match[2] == "." or order == "dmy"
    return (year, second, first) if day_first else (year, first, second)


def _letters(typed: str) -> tuple[int, int, int] | None:
    if match := _DAY_FIRST.fullmatch(typed):
        day, month, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.fullmatch(typed):
        month, day, year = match[1], match[2], match[3]
    else:
        return None
    number = _month(month)
    return (int(year), number, int(day)) if number else None


def _month(word: str) -> int | None:
    if word == "sept":
        return 9
    if word in _LONG:
        return _LONG.index(word) + 1
    return _NUMBER.get(word)
