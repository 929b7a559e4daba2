"""The two-week log: a box to check for every dose, the worst pain of each day, and when it will be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinic_gait.care.sheet import SheetExercise
from clinic_gait.documents import text
from clinic_gait.documents.blocks import Pen, Type, baseline
from clinic_gait.documents.phrases import Phrases
from clinic_gait.documents.structure import COLUMN_HEAD, ROW_HEAD
from clinic_gait.documents.text import Line, Run, bold
from clinic_gait.documents.theme import HAIRLINE, Theme

DAYS = 14
PAIN = range(11)
#: A column narrower than this has its number only.
_NAME_ROOM = 56.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What one table of the log shows: some exercises, the pain scale, or both."""

    exercises: tuple[tuple[int, SheetExercise], ...]
    pain: bool
    #: Lines the name of an exercise may take at the head of its column.
    name_lines: int = 4


def tables(exercises: Sequence[SheetExercise], theme: Theme) -> tuple[Columns, ...]:
    """As many tables as the exercises need; in large print the pain scale has one of its own."""
    numbered = tuple(enumerate(exercises, start=1))
    if theme.large:
        ticks = _chunks(numbered, 3)
        boxes = (Columns(exercises=part, pain=False, name_lines=2) for part in ticks)
        return (*boxes, Columns(exercises=(), pain=True))
    parts = _chunks(numbered, 5)
    return tuple(Columns(exercises=part, pain=place == 0) for place, part in enumerate(parts))


def _chunks(numbered: tuple[tuple[int, SheetExercise], ...], most: int) -> list[tuple[tuple[int, SheetExercise], ...]]:
    return [numbered[start : start + most] for start in range(0, len(numbered), most)]


def draw_table(pen: Pen, columns: Columns, start: date, words: Phrases, theme: Theme, row: float) -> None:
    """The table from ``start`` on, rows at least ``row`` high."""
    _Table(pen, columns, words, theme).draw(start, row)


def head_height(columns: Columns, words: Phrases, theme: Theme) -> float:
    """How high the head of the table is."""
    return _Table(None, columns, words, theme).head_high


class _Table:
    """One table on its way to paper."""

    def __init__(self, pen: Pen | None, columns: Columns, words: Phrases, theme: Theme) -> None:
        self._pen = pen
        self.columns = columns
        self.words = words
        self.size = theme.small
        self.wide = theme.inner
        self.box = 20.0 if theme.large else 15.5
        # Seven days in a row with two figures each: the widest names of the week.
        week = (date(2024, 5, 22) + timedelta(days=place) for place in range(7))
        self.day = max(text.width(words.weekday(day), theme.small, True) for day in week) + 12
        pain = theme.inner - self.day if not columns.exercises else 11 * theme.small * 1.46 + 4
        self.pain = pain if columns.pain else 0.0
        self.each = (theme.inner - self.day - self.pain) / max(1, len(columns.exercises))
        self.style = Type(theme.small, 1.2, "middle")
        self.heads = self._heads()
        self.head_high = max([1, *(len(lines) for lines in self.heads)]) * self.style.line + 4

    @property
    def pen(self) -> Pen:
        if self._pen is None:
            raise RuntimeError("this table is only measured")
        return self._pen

    def _heads(self) -> list[tuple[Line, ...]]:
        """Number and name over every column; the numbers alone where one of the names has no room."""
        heads = [self._head_lines(f"{number}. {one.name}") for number, one in self.columns.exercises]
        if all(heads):
            return heads
        return [(text.pieces(bold(f"{number}.")),) for number, _ in self.columns.exercises]

    def _head_lines(self, words: str) -> tuple[Line, ...]:
        kept = words.split(" ")
        most = self.columns.name_lines
        if self.each < _NAME_ROOM or any(text.width(word, self.size, True) > self.each - 8 for word in kept):
            return ()
        lines = text.wrap([bold(words)], self.size, self.each - 8)
        while len(kept) > 1 and len(lines) > most:
            kept.pop()
            lines = text.wrap([bold(" ".join(kept).rstrip(",:") + "…")], self.size, self.each - 8)
        return lines if len(kept) > 1 else ()

    def draw(self, start: date, row: float) -> None:
        with self.pen.canvas.element("Table"):
            self._head()
            for place in range(DAYS):
                self._row(start + timedelta(days=place), place, row)

    def _head(self) -> None:
        top = self.pen.y
        with self.pen.canvas.element("TR"):
            self._head_cell((text.pieces(bold(self.words.log_day)),), 0, self.day - 8, Type(self.size, 1.2), top)
            for place, lines in enumerate(self.heads):
                self._head_cell(lines, self.day + place * self.each + 4, self.each - 8, self.style, top)
            if self.columns.pain:
                x = self.wide - self.pain
                self._head_cell((text.pieces(bold(self.words.log_pain)),), x, self.pain, self.style, top)
        self.pen.y = top - self.head_high
        self.pen.rule(self.wide, 1.5)

    def _head_cell(self, lines: Sequence[Line], x: float, wide: float, style: Type, top: float) -> None:
        self.pen.y = top - (self.head_high - 4 - len(lines) * style.line)
        with self.pen.canvas.leaf("TH", attributes=COLUMN_HEAD):
            self.pen.lines(lines, style, wide, x=x)

    def _row(self, day: date, place: int, row: float) -> None:
        high = max([row, *(self._boxes_high(one) for _, one in self.columns.exercises)])
        middle = self.pen.y - high / 2
        with self.pen.canvas.element("TR"):
            with self.pen.canvas.leaf("TH", attributes=ROW_HEAD):
                line = text.pieces(bold(self.words.weekday(day)))
                self.pen.line(line, self.size, 0, middle - 0.36 * self.size)
            for column, (_, exercise) in enumerate(self.columns.exercises):
                self._cell(exercise, place, self.day + (column + 0.5) * self.each, middle)
            if self.columns.pain:
                with self.pen.canvas.leaf("TD"):
                    scale(self.pen, self.wide - self.pain, self.pain, middle - 0.36 * self.size, self.size)
        self.pen.down(high)
        self.pen.rule(self.wide, HAIRLINE)

    def _cell(self, exercise: SheetExercise, place: int, middle: float, y: float) -> None:
        if not is_day_on(place, exercise.dose.days_wk):
            with self.pen.canvas.leaf("TD"):
                self.pen.word(self.words.log_rest, self.size, middle, y - 0.36 * self.size)
            return
        count = exercise.dose.per_day or 1
        across = self._across()
        if count > 2 * across:
            self._count_line(count, middle, y)
            return
        alt = self.words.log_box if count == 1 else self.words.log_boxes.format(count=count)
        rows = [min(across, count - done) for done in range(0, count, across)]
        with self.pen.canvas.leaf("TD", alt=alt):
            top = y + (len(rows) * (self.box + 4) - 4) / 2
            for line, boxes in enumerate(rows):
                left = middle - (boxes * (self.box + 5) - 5) / 2
                for box in range(boxes):
                    self.pen.tick_box(left + box * (self.box + 5), top - line * (self.box + 4), self.box)

    def _count_line(self, count: int, middle: float, y: float) -> None:
        """Where boxes would be too many: a line to write the number on."""
        of = self.words.log_count.format(count=count)
        low = y - 0.36 * self.size
        wide = text.width(of, self.size)
        with self.pen.canvas.leaf("TD"):
            self.pen.word(of, self.size, middle + 12, low)
            x = self.pen.x + middle + 8 - wide / 2
            self.pen.canvas.addLiteral(f"1 w {x - 24:.2f} {low - 2:.2f} m {x:.2f} {low - 2:.2f} l S")

    def _across(self) -> int:
        return max(1, int((self.each - 6 + 5) / (self.box + 5)))

    def _boxes_high(self, exercise: SheetExercise) -> float:
        count = exercise.dose.per_day or 1
        lines = -(-count // self._across())
        return 0.0 if lines > 2 else lines * (self.box + 4) - 0.5


def scale(pen: Pen, x: float, wide: float, y: float, size: float) -> None:
    """The numbers 0 to 10 evenly across; they belong to the element that is open."""
    step = wide / len(PAIN)
    for place in PAIN:
        word = str(place)
        centre = x + (place + 0.5) * step
        line = text.pieces(Run(word if place == PAIN[-1] else f"{word} "))
        pen.line(line, size, centre - text.width(word, size) / 2, y)


def is_day_on(place: int, days_a_week: int | None) -> bool:
    """Whether the day at this place of the log is one to exercise; rest days are spread over each week.

    >>> [is_day_on(day, 3) for day in range(7)]
    [True, False, False, True, False, True, False]
    """
    days = days_a_week or 7
    return (place % 7) * days % 7 < days


def draw_planning(pen: Pen, words: Phrases, theme: Theme) -> None:
    """When will I do them, and how sure am I: lines to write on and a scale to circle."""
    half = theme.inner if theme.large else (theme.inner - 24) / 2
    style = Type(theme.body, 1.3)
    with pen.canvas.element("Sect"):
        top = pen.y
        pen.paragraph([bold(words.when)], style, half, tag="H2")
        for lead in (words.after, words.and_after):
            pen.down(5)
            pen.paragraph([Run(lead)], style, half)
            pen.rule(half, HAIRLINE)
        low = pen.y
        x = 0.0
        if theme.large:
            pen.down(16)
        else:
            x, pen.y = half + 24, top
        pen.paragraph([bold(words.how_sure)], style, half, x=x, tag="H2")
        with pen.canvas.leaf("P"):
            scale(pen, x, half, pen.y - baseline(style), theme.body)
        pen.down(style.line)
        pen.paragraph([Run(words.under_seven)], style, half, x=x)
        pen.y = min(low, pen.y)
