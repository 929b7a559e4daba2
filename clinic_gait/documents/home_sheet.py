"""The home-exercise sheet: what to do, how often, when to stop, and a log to bring back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from clinic_gait.care.sheet import HomeSheet, SheetExercise
from clinic_gait.clinical.values import DoseSide
from clinic_gait.documents import text
from clinic_gait.documents.blocks import Block, Pen, Type, baseline, record
from clinic_gait.documents.dose_words import frequency
from clinic_gait.documents.exercise_block import FITS, Fit, exercise_block, large_blocks
from clinic_gait.documents.log_pages import LogPages
from clinic_gait.documents.marks import feel_mark
from clinic_gait.documents.page import Built, Packet, Stack, foot, head, write
from clinic_gait.documents.phrases import Phrases, phrases
from clinic_gait.documents.stop_box import stop_box
from clinic_gait.documents.text import Line, Run, bold
from clinic_gait.documents.theme import Theme, theme

#: More than these are not put on the first page, however small they are.
FIRST_PAGE = 3
_GAP = 6.0
_WHY_LINES = 12

#: What a field is called when a character in it cannot be printed.
FIELDS = {
    "person.name": "The patient's name",
    "person.number": "The patient's number",
    "clinic.name": "The clinic's name",
    "clinic.phone": "The clinic's phone number",
    "therapist.name": "The therapist's name",
    "therapist.credential": "The therapist's credential",
    "why": "The reason on the plan",
    "next_visit": "The next visit on the plan",
}


def build(sheet: HomeSheet) -> Built:
    """The sheet as a file.

    :raises MissingGlyph: a character that no font can draw.
    """
    return build_batch((sheet,))


def build_batch(sheets: Sequence[HomeSheet]) -> Built:
    """Many sheets in one file, each on paper of its own, in the order given.

    :raises MissingGlyph: a character that no font can draw.
    :raises ValueError: there is nothing to print.
    """
    return write([packet(sheet) for sheet in sheets])


def packet(sheet: HomeSheet) -> Packet:
    """The pages of one sheet.

    :raises MissingGlyph: a character that no font can draw.
    """
    sheet = text.cleaned(sheet, FIELDS)
    words, sizes = phrases(sheet.language), theme(sheet.size, sheet.paper)
    source = f"{words.plan.format(number=sheet.plan_number)} · {sheet.plan_hash[:8]}"
    line = _stop_line(sheet.clinic.phone, sheet.language, sizes) if sizes.large else None
    stack = Stack(foot(sheet.person, sheet.clinic, source, sizes, words), line)
    if sizes.large:
        _large_pages(stack, sheet, words, sizes)
    else:
        _pages(stack, sheet, words, sizes)
    return Packet(
        title=words.sheet_title,
        language=sheet.language,
        theme=sizes,
        foot=stack.foot,
        pages=stack.done(),
    )


def _pages(stack: Stack, sheet: HomeSheet, words: Phrases, sizes: Theme) -> None:
    """Up to three exercises and the whole stop box on the first page, the rest behind, the log last."""
    for block in _opening(sheet, words, sizes):
        stack.add(block)
    closing = _closing(sheet, words, sizes)
    fit, count = _first_page(stack.left - closing.height - 2 * _GAP, sheet, sizes)
    for block in _exercises(sheet, 0, count, sizes, fit):
        stack.add(block)
    stack.add(_stop(sheet, sizes, fit.listed), gap=_GAP)
    stack.add(closing, gap=_GAP)
    log = LogPages(sheet, words, sizes)
    if count == len(sheet.exercises) or not _shared(stack, sheet, count, sizes, log):
        log.add(stack)


def _shared(stack: Stack, sheet: HomeSheet, count: int, sizes: Theme, log: LogPages) -> bool:
    """Add the exercises the first page has no room for; a short sheet's share their page with the log."""
    stack.new_page()
    for fit in FITS[1:] if len(sheet.exercises) <= FIRST_PAGE else ():
        blocks = _exercises(sheet, count, len(sheet.exercises), sizes, fit)
        if log.fits(stack.room - sum(block.height for block in blocks)):
            for block in blocks:
                stack.add(block)
            log.add_below(stack)
            return True
    roomy = _exercises(sheet, count, len(sheet.exercises), sizes, FITS[0])
    fit = FITS[0] if sum(block.height for block in roomy) <= stack.room else FITS[1]
    for block in _exercises(sheet, count, len(sheet.exercises), sizes, fit):
        stack.add(block)
    return False


def _exercises(sheet: HomeSheet, start: int, end: int, sizes: Theme, fit: Fit) -> list[Block]:
    return [
        exercise_block(exercise, number, sheet.language, sizes, fit)
        for number, exercise in enumerate(sheet.exercises[start:end], start=start + 1)
    ]


def _first_page(room: float, sheet: HomeSheet, sizes: Theme) -> tuple[Fit, int]:
    """The roomiest setting that holds the first exercises beside the stop box, and how many they are."""
    for count in range(min(FIRST_PAGE, len(sheet.exercises)), 0, -1):
        for fit in FITS:
            blocks = _exercises(sheet, 0, count, sizes, fit)
            if sum(block.height for block in blocks) + _stop(sheet, sizes, fit.listed).height <= room:
                return fit, count
    return FITS[1], 0


def _large_pages(stack: Stack, sheet: HomeSheet, words: Phrases, sizes: Theme) -> None:
    """Why, when and when to stop first, then one exercise a page, then the log."""
    log = LogPages(sheet, words, sizes)
    for block in _opening(sheet, words, sizes):
        stack.add(block)
    planning, next_steps = log.large_endings()
    for block in (_closing(sheet, words, sizes), planning, _stop(sheet, sizes, True), next_steps):
        stack.add(block, gap=2 * _GAP)
    for number, exercise in enumerate(sheet.exercises, start=1):
        for block in large_blocks(exercise, number, sheet.language, sizes, stack.room):
            stack.new_page()
            stack.add(block)
    log.add(stack)


def _opening(sheet: HomeSheet, words: Phrases, sizes: Theme) -> Iterator[Block]:
    line = f"{words.long(sheet.issued)} · {sheet.therapist.title}"
    yield head(words.sheet_heading, sheet.person, line, sizes, words)
    yield from _why(sheet, words, sizes)
    sides = {one.side for one in sheet.exercises}
    felt = any(one.feel for one in sheet.exercises)
    yield _legend(sides.pop() if len(sides) == 1 else None, felt, sheet.language, sizes)


def _why(sheet: HomeSheet, words: Phrases, sizes: Theme) -> Iterator[Block]:
    """Why and how long a day; a reason of many lines is several blocks, so that no page has to hold it all."""
    style = Type(sizes.body, sizes.leading)
    runs = [bold(f"{words.why} "), Run(f"{sheet.why} ")] if sheet.why else []
    if sheet.minutes_a_day:
        runs.append(bold(_minutes(sheet.minutes_a_day, words)))
    lines = text.wrap(runs, style.size, sizes.inner) if runs else ()
    for start in range(0, len(lines), _WHY_LINES):
        yield record(partial(_why_lines, lines[start : start + _WHY_LINES], style, sizes.inner))


def _why_lines(lines: Sequence[Line], style: Type, wide: float, pen: Pen) -> None:
    pen.down(6)
    with pen.canvas.leaf("P"):
        pen.lines(lines, style, wide)
    pen.down(3)


def _minutes(minutes: int, words: Phrases) -> str:
    return words.minute if minutes == 1 else words.minutes.format(minutes=minutes)


@lru_cache(maxsize=64)
def _legend(side: DoseSide | None, felt: bool, language: str, sizes: Theme) -> Block:
    """What black means in the pictures, and the mark that shows where it is felt."""
    words = phrases(language)
    style = Type(sizes.body, sizes.leading)
    lead, rest = words.black_leg[side]

    def draw(pen: Pen) -> None:
        runs = [bold(lead), Run(f" {rest}")]
        lines = text.wrap(runs, style.size, sizes.inner)
        pen.paragraph(runs, style, sizes.inner)
        if felt:
            _feel_legend(pen, words.feel_mark, style, sizes, text.line_width(lines[-1], style.size))
        pen.down(5)

    return record(draw)


def _feel_legend(pen: Pen, words: str, style: Type, sizes: Theme, used: float) -> None:
    mark = style.size * 1.95
    x = used + style.size * 0.7
    if x + mark + text.width(words, style.size) <= sizes.inner:
        pen.y += style.line
    else:
        x = 0.0
    with pen.canvas.artifact():
        feel_mark(pen, x, pen.y - baseline(style) + style.size * 0.34, style.size)
    pen.paragraph([Run(words)], style, sizes.inner - x - mark, x=x + mark)


def _stop(sheet: HomeSheet, sizes: Theme, listed: bool) -> Block:
    return stop_box(sheet.pain_rule, sheet.stop, sheet.emergency, sheet.clinic.phone, sheet.language, sizes, listed)


@lru_cache(maxsize=64)
def _stop_line(phone: str, language: str, sizes: Theme) -> Block:
    words = phrases(language)
    sentence = words.stop_line_phone.format(phone=text.unbroken(phone)) if phone else words.stop_line

    def draw(pen: Pen) -> None:
        pen.rule(sizes.inner, 2)
        pen.down(5)
        pen.paragraph([bold(sentence)], Type(sizes.body, 1.25), sizes.inner)

    return record(draw)


def _closing(sheet: HomeSheet, words: Phrases, sizes: Theme) -> Block:
    """In short, and a box for each exercise the patient shows before leaving."""
    style = Type(sizes.body, 1.28)
    sides = {one.side for one in sheet.exercises}
    only = words.only_side[sides.pop() if len(sides) == 1 else None]
    short = " ".join(filter(None, (*_frequencies(sheet.exercises, words), only)))

    def draw(pen: Pen) -> None:
        used = 0.0
        if short:
            runs = [bold(words.in_short), Run(f" {short}")]
            pen.paragraph(runs, style, sizes.inner)
            used = text.line_width(text.wrap(runs, style.size, sizes.inner)[-1], style.size)
        _show_us(pen, words, style, len(sheet.exercises), sizes, used)

    return record(draw)


def _frequencies(exercises: Sequence[SheetExercise], words: Phrases) -> Iterator[str]:
    """One sentence for all exercises that are done equally often."""
    groups: dict[str, list[str]] = {}
    for number, exercise in enumerate(exercises, start=1):
        groups.setdefault(", ".join(frequency(exercise.dose, words)), []).append(str(number))
    for often, numbers in groups.items():
        if often:
            joined = ", ".join(numbers[:-1]) + f" {words.and_word} {numbers[-1]}" if numbers[1:] else numbers[0]
            sentence = words.exercises if numbers[1:] else words.exercise
            yield sentence.format(numbers=joined, dose=often)


def _show_us(pen: Pen, words: Phrases, style: Type, count: int, sizes: Theme, used: float) -> None:
    """A box for each exercise, on the line before when it is free from ``used`` on."""
    box = style.size * 1.2
    high = max(style.line, box + 3)
    lead = text.width(words.show_us, style.size, True) + style.size
    start = used + 1.2 * style.size if used else 0.0
    if used and start + lead + count * style.size * 3.1 <= sizes.inner:
        pen.y += (style.line + high) / 2
    else:
        start = 0.0
    x, y = start + lead, pen.y - high / 2
    with pen.canvas.leaf("P"):
        pen.line(text.pieces(bold(words.show_us)), style.size, start, y - 0.36 * style.size)
    for number in range(1, count + 1):
        label = f"{number} "
        wide = text.width(label, style.size) + box
        if x + wide > sizes.inner:
            pen.down(high)
            x, y = 0.0, pen.y - high / 2
        with pen.canvas.leaf("P", alt=f"{number}: {words.check_box}"):
            pen.line(text.pieces(Run(label)), style.size, x, y - 0.36 * style.size)
            pen.tick_box(x + wide - box + 2, y + box / 2, box)
        x += wide + style.size * 1.3
    pen.down(high)
