"""The pages of the log at the end of a home sheet."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import lru_cache

from clinic_gait.care.sheet import HomeSheet
from clinic_gait.documents import exercise_log
from clinic_gait.documents.blocks import Block, Pen, Type, record
from clinic_gait.documents.exercise_log import Columns
from clinic_gait.documents.page import Stack, head
from clinic_gait.documents.phrases import Phrases, phrases
from clinic_gait.documents.text import Run, bold
from clinic_gait.documents.theme import Theme

_GAP = 6.0
#: Least height of a day's row: a box to check and a little air.
_LOWEST_ROW = 19.0


class LogPages:
    """The log of one sheet: a table or several, and the lines for when and how sure."""

    def __init__(self, sheet: HomeSheet, words: Phrases, theme: Theme) -> None:
        self.sheet = sheet
        self.words = words
        self.theme = theme
        self.tables = exercise_log.tables(sheet.exercises, theme)
        self.ending = record(self._ending)

    def fits(self, room: float) -> bool:
        """Whether all of it, set close, can stand in this much of a page."""
        if len(self.tables) > 1 or self.theme.large:
            return False
        return sum(part.height + _GAP for part in self._close()) + _GAP <= room

    def add_below(self, stack: Stack) -> None:
        """Put all of it, set close, under what the page already holds."""
        for place, part in enumerate(self._close()):
            stack.add(part, gap=_GAP if place else 2 * _GAP)

    def _close(self) -> tuple[Block, ...]:
        columns = dataclasses.replace(self.tables[0], name_lines=2)
        how = f"{self._how(columns)} {self._bring(0)}"
        style = Type(self.theme.body, 1.28)
        return (
            record(lambda pen: self._short_head(pen, how, style)),
            self._table(columns, _LOWEST_ROW),
            self.ending,
        )

    def add(self, stack: Stack) -> None:
        """Put each table on a page of its own; in large print the planning lines stand elsewhere."""
        for place, columns in enumerate(self.tables):
            stack.new_page()
            above = self._above(place)
            ends = place == len(self.tables) - 1 and not self.theme.large
            taken = sum(part.height + _GAP for part in above) + (self.ending.height + 2 * _GAP if ends else 0)
            for part in (*above, self._table(columns, self._row(columns, stack.room - taken))):
                stack.add(part, gap=_GAP)
        if not self.theme.large:
            stack.add(self.ending, gap=2 * _GAP)

    def _row(self, columns: Columns, room: float) -> float:
        room -= exercise_log.head_height(columns, self.words, self.theme) + 2
        return max(_LOWEST_ROW, min(2 * self.theme.small + 5, room / exercise_log.DAYS - 0.75))

    def _above(self, place: int) -> tuple[Block, ...]:
        """The head and how to fill in this table."""
        words, theme = self.words, self.theme
        bring = self._bring(place)
        how = self._how(self.tables[place])
        style = Type(theme.body, 1.28)
        if theme.large:
            return (record(lambda pen: self._short_head(pen, f"{how} {bring}", style)),)
        return (
            head(words.log_heading, self.sheet.person, bring, theme, words, tag="H2"),
            record(lambda pen: pen.paragraph([Run(how)], style, theme.inner)),
        )

    def _short_head(self, pen: Pen, how: str, style: Type) -> None:
        """Without the name, which stands at the foot: the table needs the room."""
        pen.paragraph([bold(self.words.log_heading)], Type(self.theme.h2, 1.25), self.theme.inner, tag="H2")
        pen.paragraph([Run(how)], style, self.theme.inner)

    def _bring(self, place: int) -> str:
        visit = self.sheet.next_visit
        return self.words.bring_to.format(visit=visit) if visit and place == 0 else self.words.bring

    def _how(self, columns: Columns) -> str:
        if not columns.pain:
            return self.words.log_how_ticks
        return self.words.log_how if columns.exercises else self.words.log_how_pain

    def _table(self, columns: Columns, row: float) -> Block:
        return _table(columns, self.sheet.issued, self.sheet.language, self.theme, row)

    def large_endings(self) -> tuple[Block, Block]:
        """The same lines in two blocks, for the first pages of a sheet in large print."""
        planning = record(lambda pen: exercise_log.draw_planning(pen, self.words, self.theme))
        return planning, record(self._next_steps)

    def _ending(self, pen: Pen) -> None:
        exercise_log.draw_planning(pen, self.words, self.theme)
        pen.down(8)
        self._next_steps(pen)

    def _next_steps(self, pen: Pen) -> None:
        """What to do when it gets easier, and the next visit."""
        words, style = self.words, Type(self.theme.body, 1.3)
        pen.paragraph([bold(words.easier), Run(f" {words.easier_do}")], style, self.theme.inner)
        if self.sheet.next_visit:
            pen.paragraph([bold(words.next_visit), Run(f" {self.sheet.next_visit}")], style, self.theme.inner)


@lru_cache(maxsize=64)
def _table(columns: Columns, start: date, language: str, theme: Theme, row: float) -> Block:
    """The table holds nothing about the patient: all who do the same from the same day share it."""
    return record(lambda pen: exercise_log.draw_table(pen, columns, start, phrases(language), theme, row))
