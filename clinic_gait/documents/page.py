"""Pages: the head a document opens with, the foot of every page, and packets of pages for one person each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clinic_gait.care.visit import Clinic, Person
from clinic_gait.documents import text
from clinic_gait.documents.blocks import Block, Pen, Type, record
from clinic_gait.documents.phrases import Phrases, phrases
from clinic_gait.documents.tags import TaggedCanvas
from clinic_gait.documents.text import Line, Run, bold
from clinic_gait.documents.theme import HAIRLINE, Theme

HEAD_RULE = 2.25
_LAST_GAP = 8.0
_FOOT_LEADING = 1.22


class Built(NamedTuple):
    """A finished file and how many pages it has."""

    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under the rule at the foot of every page, broken into lines; the page number ends the last one."""

    lines: tuple[Line, ...]
    theme: Theme

    @property
    def top(self) -> float:
        """How far its rule stands from the lower edge."""
        return self.theme.bottom + len(self.lines) * self.theme.small * _FOOT_LEADING + 5

    @property
    def room(self) -> float:
        """The height of what a page can hold between its upper margin and its foot."""
        return self.theme.height - self.theme.top - self.top - 7


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its upper left corner, from the left edge and the upper edge of the page."""

    block: Block
    x: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """The pages of one person."""

    title: str
    language: str
    theme: Theme
    foot: Foot
    pages: tuple[tuple[Placed, ...], ...]


class Stack:
    """Fills pages from the top down with blocks that are never divided; ``last`` stands at the bottom of each."""

    def __init__(self, foot: Foot, last: Block | None = None) -> None:
        self.foot = foot
        self.theme = foot.theme
        self.last = last
        self.room = foot.room - (last.height + _LAST_GAP if last else 0.0)
        self.pages: list[list[Placed]] = [[]]
        self.used = 0.0

    @property
    def left(self) -> float:
        """The height that is still free on this page."""
        return self.room - self.used

    def add(self, block: Block, *, gap: float = 0.0) -> None:
        """Put a block under the last one, on a new page when it does not fit."""
        space = gap if self.pages[-1] else 0.0
        if self.pages[-1] and block.height + space > self.left + 0.01:
            self.new_page()
            space = 0.0
        self.pages[-1].append(Placed(block, self.theme.margin, self.theme.top + self.used + space))
        self.used += block.height + space

    def new_page(self) -> None:
        """Go on with the next page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self.used = 0.0

    def done(self) -> tuple[tuple[Placed, ...], ...]:
        """The filled pages."""
        if self.last is None:
            return tuple(tuple(page) for page in self.pages if page)
        top = self.theme.top + self.foot.room - self.last.height
        placed = Placed(self.last, self.theme.margin, top)
        return tuple((*page, placed) for page in self.pages if page)


def write(packets: Sequence[Packet]) -> Built:
    """All packets in one file, each beginning on the front of a sheet.

    :raises ValueError: there is nothing to print.
    """
    if not packets:
        raise ValueError("there is nothing to print")
    first = packets[0]
    canvas = TaggedCanvas(language=first.language, title=first.title)
    pages = 0
    for place, packet in enumerate(packets):
        if pages % 2:
            _blank_back(canvas, packets[place - 1])
            pages += 1
        with canvas.element("Sect", language="" if packet.language == first.language else packet.language):
            _write_packet(canvas, packet)
        pages += len(packet.pages)
    return Built(canvas.finished(), pages)


def head(title: str, person: Person, line: str, theme: Theme, words: Phrases, *, tag: str = "H1") -> Block:
    """The title left, the person right, a rule below."""

    def draw(pen: Pen) -> None:
        big, small = Type(theme.h1, 1.2), Type(theme.body, 1.3)
        name = Type(theme.name, 1.25, "right")
        wide = min(text.width(title, theme.h1, bold=True) + 1, theme.inner * 0.72)
        title_lines = text.wrap([bold(title)], theme.h1, wide)
        name_lines = text.wrap([bold(person.name)], theme.name, theme.inner - wide - 14)
        high = max(len(title_lines) * big.line, len(name_lines) * name.line + 4)
        with pen.canvas.leaf(tag):
            pen.y = len(title_lines) * big.line - high
            pen.lines(title_lines, big, wide)
        with pen.canvas.leaf("P"):
            pen.y = len(name_lines) * name.line - high
            pen.lines(name_lines, name, theme.inner - wide - 14, x=wide + 14)
        pen.y = -high
        birth = born(person, words)
        right = text.width(birth, theme.body) + 14 if birth else 0
        top = pen.y
        pen.paragraph([Run(line)], small, theme.inner - right)
        low, pen.y = pen.y, top
        if birth:
            pen.paragraph([Run(birth)], Type(theme.body, 1.3, "right"), right, x=theme.inner - right)
        pen.y = min(low, pen.y) - 5
        pen.rule(theme.inner, HEAD_RULE)

    return record(draw)


def born(person: Person, words: Phrases) -> str:
    """The birth date, or the age where no birth date is known."""
    if person.birth_date is not None:
        return words.born.format(date=words.birth(person.birth_date))
    return words.age.format(years=person.age) if person.age is not None else ""


def foot(person: Person, clinic: Clinic, source: str, theme: Theme, words: Phrases) -> Foot:
    """Who a page is about on the first lines, ``source`` and the clinic on the last."""
    who = [person.name]
    if person.birth_date is not None:
        who.append(words.birth(person.birth_date))
    elif person.age is not None:
        who.append(words.age.format(years=person.age))
    if clinic.print_number and person.number:
        who.append(words.number.format(number=person.number))
    page = text.width(words.page.format(page=88, pages=88), theme.small) + 14
    where = [source, clinic.name] if clinic.name else [source]
    whole = text.wrap([Run(" · ".join([*who, *where]))], theme.small, theme.inner - page)
    if len(whole) == 1:
        return Foot(whole, theme)
    first = text.wrap([Run(" · ".join(who))], theme.small, theme.inner)
    return Foot((*first, *text.wrap([Run(" · ".join(where))], theme.small, theme.inner - page)), theme)


def _write_packet(canvas: TaggedCanvas, packet: Packet) -> None:
    for number, placed in enumerate(packet.pages, start=1):
        canvas.setPageSize((packet.theme.width, packet.theme.height))
        for one in placed:
            canvas.place(one.block.recording, one.x, packet.theme.height - one.top)
        _foot(canvas, packet, number)
        canvas.showPage()


def _foot(canvas: TaggedCanvas, packet: Packet, number: int) -> None:
    theme, foot = packet.theme, packet.foot
    style = Type(theme.small, _FOOT_LEADING)
    page = phrases(packet.language).page.format(page=number, pages=len(packet.pages))
    with canvas.artifact("Pagination"):
        pen = Pen(canvas, theme.margin, foot.top)
        pen.rule(theme.inner, HAIRLINE)
        pen.y = foot.top - 5
        pen.lines(foot.lines, style, theme.inner)
        pen.y += style.line
        pen.lines([text.pieces(Run(page))], Type(theme.small, _FOOT_LEADING, "right"), theme.inner)


def _blank_back(canvas: TaggedCanvas, packet: Packet) -> None:
    """An empty back, so that the next person's pages begin on a sheet of their own."""
    theme = packet.theme
    canvas.setPageSize((theme.width, theme.height))
    with canvas.artifact("Pagination"):
        pen = Pen(canvas)
        words = phrases(packet.language).blank_page
        pen.word(words, theme.small, theme.width / 2, theme.height / 2)
    canvas.showPage()
