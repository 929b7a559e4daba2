"""What the documents say to patients, per language: whole sentences, written for each side.

Short sentences, numerals, no clinical word. No side word is ever put into a
sentence by the program: Spanish sides agree in gender, so each side has its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clinic_gait.clinical.values import DoseSide


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of one language. Braces are filled by :meth:`str.format` with numbers, names and dates only."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    long_date: str
    short_date: str
    day: str
    born: str
    age: str
    number: str
    page: str
    plan: str
    report: str
    blank_page: str
    # Home sheet
    sheet_title: str
    sheet_heading: str
    log_heading: str
    why: str
    minutes: str
    minute: str
    black_leg: Mapping[DoseSide | None, tuple[str, str]]
    feel_mark: str
    figure: str
    start: str
    do: str
    tips: str
    avoid: str
    stop_heading: str
    call: str
    stop_line: str
    stop_line_phone: str
    in_short: str
    exercise: str
    exercises: str
    and_word: str
    only_side: Mapping[DoseSide | None, str]
    show_us: str
    check_box: str
    continued: str
    # Log
    bring_to: str
    bring: str
    log_how: str
    log_how_ticks: str
    log_how_pain: str
    log_day: str
    log_pain: str
    log_rest: str
    log_boxes: str
    log_box: str
    log_count: str
    when: str
    after: str
    and_after: str
    how_sure: str
    under_seven: str
    easier: str
    easier_do: str
    next_visit: str
    # Dose
    times: str
    once: str
    sets_of: str
    sets: str
    hold: str
    hold_one: str
    per_day: str
    per_day_one: str
    days: str
    days_one: str
    every_day: str
    minutes_each: str
    minute_each: str
    meters: str
    rest: str
    tempo: str
    tempo_hold: str
    # Report
    report_title: str
    report_heading: str
    visit_day: str
    left: str
    right: str
    bars_heading: str
    bars_note: str
    bars_column: str
    signs_heading: str
    signs_column: str
    not_seen: str
    not_measured: str
    more_heading: str
    shoes_heading: str
    length_heading: str
    clinic_heading: str
    home_heading: str
    goal_heading: str
    next_heading: str
    questions: str

    def long(self, day: date) -> str:
        """A date with its month in letters, in full."""
        return self.long_date.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def birth(self, day: date) -> str:
        """A date with a short month, as it stands on every page."""
        return self.short_date.format(day=day.day, month=self.short_months[day.month - 1], year=day.year)

    def weekday(self, day: date) -> str:
        """A day of the log: ``Thu 12``."""
        return self.day.format(weekday=self.weekdays[day.weekday()], day=day.day)
