"""The patient's report of a visit: one sentence first, then left and right, then what happens next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from clinic_gait.care.sheet import PatientReport, SignRow
from clinic_gait.documents import text
from clinic_gait.documents.blocks import Block, Pen, Type, record
from clinic_gait.documents.charts import draw_bars
from clinic_gait.documents.marks import disc
from clinic_gait.documents.page import Built, Packet, Stack, foot, head, write
from clinic_gait.documents.phrases import Phrases, phrases
from clinic_gait.documents.structure import BULLETED, COLUMN_HEAD, ROW_HEAD
from clinic_gait.documents.text import Run, bold
from clinic_gait.documents.theme import HAIRLINE, Theme, theme

T = TypeVar("T")
_GAP = 9.0

#: What a field is called when a character in it cannot be printed.
FIELDS = {
    "person.name": "The patient's name",
    "person.number": "The patient's number",
    "clinic.name": "The clinic's name",
    "clinic.phone": "The clinic's phone number",
    "therapist.name": "The therapist's name",
    "therapist.credential": "The therapist's credential",
    "goals": "A goal of the plan",
    "next_visit": "The next visit on the plan",
}


def build(report: PatientReport) -> Built:
    """The report as a file.

    :raises MissingGlyph: a character that no font can draw.
    """
    return build_batch((report,))


def build_batch(reports: Sequence[PatientReport]) -> Built:
    """Many reports in one file, each on paper of its own, in the order given.

    :raises MissingGlyph: a character that no font can draw.
    :raises ValueError: there is nothing to print.
    """
    return write([packet(report) for report in reports])


def packet(report: PatientReport) -> Packet:
    """The pages of one report.

    :raises MissingGlyph: a character that no font can draw.
    """
    report = text.cleaned(report, FIELDS)
    words, sizes = phrases(report.language), theme(report.size, report.paper)
    source = f"{words.report.format(date=words.birth(report.day))} · {report.visit_hash[:8]}"
    stack = Stack(foot(report.person, report.clinic, source, sizes, words))
    _Pages(stack, report, words, sizes).fill()
    return Packet(
        title=words.report_title,
        language=report.language,
        theme=sizes,
        foot=stack.foot,
        pages=stack.done(),
    )


class _Pages:
    """One report on its way to paper."""

    def __init__(self, stack: Stack, report: PatientReport, words: Phrases, sizes: Theme) -> None:
        self.stack = stack
        self.report = report
        self.words = words
        self.sizes = sizes
        self.style = Type(sizes.body, sizes.leading)

    def fill(self) -> None:
        """Everything there is to say, in the order of its weight."""
        report, words = self.report, self.words
        line = f"{words.visit_day.format(date=words.long(report.day))} · {report.therapist.title}"
        self.stack.add(head(words.report_heading, report.person, line, self.sizes, words))
        self.stack.add(record(self._summary), gap=_GAP)
        self._rows(report.bars, words.bars_heading, self._bars)
        self._rows(report.signs, words.signs_heading, self._signs)
        self._list(report.facts, words.more_heading)
        self._list(report.shoes, words.shoes_heading)
        self._list((report.leg_length,), words.length_heading)
        self._list(report.goals, words.goal_heading)
        self._list(report.in_clinic, words.clinic_heading)
        self._list(report.at_home, words.home_heading)
        self._list((report.next_visit,), words.next_heading)
        if report.clinic.phone:
            question = words.questions.format(phone=text.unbroken(report.clinic.phone))
            block = record(lambda pen: pen.paragraph([bold(question)], self.style, self.sizes.inner))
            self.stack.add(block, gap=_GAP)

    def _summary(self, pen: Pen) -> None:
        """The one thing to remember, framed; its first sentence in bold."""
        style = Type(self.sizes.body * 1.2, 1.28)
        inset = self.sizes.body
        first, dot, rest = self.report.summary.partition(". ")
        pen.down(inset * 0.7)
        pen.paragraph([bold(first + dot.strip()), Run(f" {rest}")], style, self.sizes.inner - 2 * inset, x=inset)
        pen.down(inset * 0.7)
        pen.round_box(1.1, -1.1, self.sizes.inner - 2.2, -pen.y - 2.2, radius=7, weight=2.25)

    def _heading(self, pen: Pen, words: str) -> None:
        pen.paragraph([bold(words)], Type(self.sizes.h2, 1.3), self.sizes.inner, tag="H2")
        pen.down(1)

    def _rows(self, rows: Sequence[T], heading: str, draw: Callable[[Pen, Sequence[T]], None]) -> None:
        """A section of rows; those that do not fit go on under the same heading on the next page."""
        while rows:
            count, block = self._fitting(rows, heading, draw)
            self.stack.add(block, gap=_GAP)
            rows = rows[count:]

    def _fitting(self, rows: Sequence[T], heading: str, draw: Callable[[Pen, Sequence[T]], None]) -> tuple[int, Block]:
        whole = self._section(rows, heading, draw)
        if whole.height + _GAP <= self.stack.left:
            return len(rows), whole
        for room in (self.stack.left - _GAP, self.stack.room):
            for count in range(len(rows), 1, -1):
                part = self._section(rows[:count], heading, draw)
                # A single row left behind looks lost.
                if part.height <= room and (len(rows) - count) != 1:
                    return count, part
        return 1, self._section(rows[:1], heading, draw)

    def _section(self, rows: Sequence[T], heading: str, draw: Callable[[Pen, Sequence[T]], None]) -> Block:
        def write_section(pen: Pen) -> None:
            with pen.canvas.element("Sect"):
                self._heading(pen, heading)
                draw(pen, rows)

        return record(write_section)

    def _bars(self, pen: Pen, rows: Sequence[object]) -> None:
        note = Type(self.sizes.small, 1.3)
        pen.paragraph([Run(self.words.bars_note)], note, self.sizes.inner)
        draw_bars(pen, [row for row in self.report.bars if row in rows], self.words, self.sizes)

    def _signs(self, pen: Pen, rows: Sequence[SignRow]) -> None:
        column = max(92.0, self.sizes.small * 6.6)
        wide = self.sizes.inner - 2 * column
        style = Type(self.sizes.body, 1.25)
        with pen.canvas.element("Table"):
            self._line(pen, (self.words.signs_column, self.words.left, self.words.right), wide, column, style, True)
            pen.rule(self.sizes.inner, 1.5)
            for row in rows:
                missing = self.words.not_seen
                self._line(pen, (row.label, row.left or missing, row.right or missing), wide, column, style, False)
                pen.rule(self.sizes.inner, HAIRLINE)

    def _line(self, pen: Pen, cells: tuple[str, str, str], wide: float, column: float, style: Type, top: bool) -> None:
        pen.down(2)
        start, low = pen.y, pen.y
        with pen.canvas.element("TR"):
            for place, cell in enumerate(cells):
                x = wide + (place - 1) * column if place else 0.0
                room = (column if place else wide) - 8
                label = place == 0 or top
                attributes = COLUMN_HEAD if top else ROW_HEAD if place == 0 else ""
                pen.y = start
                runs = [bold(cell)] if top or (place and cell != self.words.not_seen) else [Run(cell)]
                pen.paragraph(runs, style, room, x=x, tag="TH" if label else "TD", attributes=attributes)
                low = min(low, pen.y)
        pen.y = low - 2

    def _list(self, lines: Sequence[str], heading: str) -> None:
        self._rows([line for line in lines if line], heading, self._lines)

    def _lines(self, pen: Pen, lines: Sequence[str]) -> None:
        """One line is a sentence, more are a list."""
        if len(lines) == 1:
            pen.paragraph([Run(lines[0])], self.style, self.sizes.inner)
            return
        size = self.style.size
        with pen.canvas.element("L", attributes=BULLETED):
            for line in lines:
                with pen.canvas.element("LI"):
                    with pen.canvas.artifact():
                        disc(pen, size * 0.4, pen.y - self.style.line / 2, size * 0.16)
                    pen.paragraph([Run(line)], self.style, self.sizes.inner - size, x=size, tag="LBody")
