"""One exercise on paper: two pictures, name and side, dose in boxes, numbered steps, where it is felt.

A block holds nothing about the patient, so it is laid out once and placed on
every sheet that asks for the same exercise, dose, side, language and paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from clinic_gait.care.sheet import SheetExercise
from clinic_gait.clinical.figures import figure
from clinic_gait.clinical.values import DoseSide
from clinic_gait.documents import figures, text
from clinic_gait.documents.blocks import Block, Pen, Type, baseline, record
from clinic_gait.documents.dose_words import dose_words, emphasised, rest
from clinic_gait.documents.fonts import BOLD, REGULAR
from clinic_gait.documents.phrases import Phrases, phrases
from clinic_gait.documents.structure import NUMBERED
from clinic_gait.documents.tags import Recording, TaggedCanvas
from clinic_gait.documents.text import Run, bold
from clinic_gait.documents.theme import Theme

_FRAME_GAP = 5.0
#: Room for the half of a line that lies outside a picture's frame.
_LINE = 1.5
_SIDE_ROOM = 12.0
_LARGE_GAP = 14.0
#: Height of the box with the side, in type sizes.
_CHIP = 1.5
_CACHED_BLOCKS = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How much room a page gives: line height, width and least height of a picture, what is left out first."""

    body: float
    leading: float
    frame: float
    lowest: float
    inset: float
    cues: bool
    listed: bool


#: From roomy to tight. Type is never under 12 points.
FITS = (
    Fit(body=12.4, leading=1.32, frame=99, lowest=112, inset=6, cues=True, listed=True),
    Fit(body=12.4, leading=1.32, frame=96, lowest=96, inset=6, cues=False, listed=True),
    Fit(body=12.4, leading=1.27, frame=92, lowest=84, inset=5, cues=False, listed=True),
    Fit(body=12.4, leading=1.25, frame=90, lowest=80, inset=4, cues=False, listed=False),
    Fit(body=12, leading=1.2, frame=84, lowest=76, inset=4, cues=False, listed=False),
)


@lru_cache(maxsize=_CACHED_BLOCKS)
def exercise_block(exercise: SheetExercise, number: int, language: str, theme: Theme, fit: Fit) -> Block:
    """The block at normal print size."""
    words = phrases(language)
    column = 2 * fit.frame + _FRAME_GAP + _SIDE_ROOM
    wide = theme.inner - column

    def draw(pen: Pen) -> None:
        with pen.canvas.element("Sect") as section:
            pen.rule(theme.inner, 1.5)
            pen.down(fit.inset)
            top = pen.y
            beside = _name_fits(exercise, number, theme, wide)
            _name(pen, exercise, number, theme, *((column, wide) if beside else (0.0, theme.inner)))
            top = top if beside else pen.y
            named = len(section.kids)
            _dose(pen, exercise, words, Type(theme.dose, 1.2), column, wide)
            _steps(pen, exercise.steps, Type(fit.body, fit.leading), column, wide)
            _after(pen, exercise, words, Type(fit.body, fit.leading), column, wide, cues=fit.cues)
            low, written = pen.y, len(section.kids)
            pen.y = top
            _pictures(pen, exercise, words, theme, (fit.frame, max(fit.lowest, top - low - 2 * theme.small)))
            pictures = section.kids[written:]
            # Read aloud, the pictures come after the name although they are drawn last, when the height is known.
            section.kids[:] = section.kids[:named] + pictures + section.kids[named:written]
            pen.y = min(low, pen.y) - fit.inset

    return record(draw)


@lru_cache(maxsize=_CACHED_BLOCKS)
def large_blocks(exercise: SheetExercise, number: int, language: str, theme: Theme, room: float) -> tuple[Block, ...]:
    """The exercise in large print: one block, or two where a page cannot hold it."""
    for frame in (170.0, 140.0, 112.0):
        whole = record(partial(_large, exercise, number, language, theme, frame))
        if whole.height <= room:
            return (whole,)
    return (
        record(lambda pen: _large_start(pen, exercise, number, phrases(language), theme, 150.0)),
        record(lambda pen: _large_rest(pen, exercise, number, phrases(language), theme)),
    )


def _large(exercise: SheetExercise, number: int, language: str, theme: Theme, frame: float, pen: Pen) -> None:
    words = phrases(language)
    _large_start(pen, exercise, number, words, theme, frame)
    pen.down(6)
    _large_steps(pen, exercise, words, theme)


def _large_start(pen: Pen, exercise: SheetExercise, number: int, words: Phrases, theme: Theme, frame: float) -> None:
    pen.paragraph([bold(f"{number}. {exercise.name}")], Type(theme.h2, 1.25), theme.inner, tag="H2")
    pen.down(6)
    chip = _chip_width(exercise.side_words, theme.body)
    _chip(pen, exercise.side_words, theme.body, theme.inner - chip, chip)
    wide = min(frame, (theme.inner - chip - 2 * _LARGE_GAP) / 2)
    _pictures(pen, exercise, words, theme, (wide, frame), gap=_LARGE_GAP)
    pen.down(8)
    _dose(pen, exercise, words, Type(theme.dose, 1.25), 0, theme.inner)


def _large_rest(pen: Pen, exercise: SheetExercise, number: int, words: Phrases, theme: Theme) -> None:
    again = words.continued.format(name=f"{number}. {exercise.name}")
    pen.paragraph([bold(again)], Type(theme.h2, 1.25), theme.inner, tag="H2")
    pen.down(6)
    _large_steps(pen, exercise, words, theme)


def _large_steps(pen: Pen, exercise: SheetExercise, words: Phrases, theme: Theme) -> None:
    style = Type(theme.body, theme.leading)
    _steps(pen, exercise.steps, style, 0, theme.inner)
    _after(pen, exercise, words, style, 0, theme.inner, cues=False)


def _name_fits(exercise: SheetExercise, number: int, theme: Theme, wide: float) -> bool:
    """Whether name and side stand on one line beside the pictures; a longer name goes above them."""
    name = text.width(f"{number}. {exercise.name}", theme.h2, bold=True)
    return name + 8 + _chip_width(exercise.side_words, theme.small) <= wide


def _name(pen: Pen, exercise: SheetExercise, number: int, theme: Theme, x: float, wide: float) -> None:
    chip = _chip_width(exercise.side_words, theme.small)
    style = Type(theme.h2, 1.22)
    top = pen.y
    pen.paragraph([bold(f"{number}. {exercise.name}")], style, wide - chip - 8, x=x, tag="H2")
    low, pen.y = pen.y, top
    _chip(pen, exercise.side_words, theme.small, x + wide - chip, chip)
    pen.y = min(low, top - theme.small * _CHIP) - 3


def _chip_width(words: str, size: float) -> float:
    return text.width(words, size, bold=True) + size * 1.1


def _chip(pen: Pen, words: str, size: float, x: float, wide: float) -> None:
    """The side, white on black: the one thing on the page as dark as the working leg."""
    high = size * _CHIP
    pen.round_box(x, pen.y, wide, high, radius=4, weight=0)
    with pen.canvas.leaf("P"):
        line = text.pieces(Run(words, True))
        pen.line(line, size, x + size * 0.55, pen.y - high / 2 - 0.36 * size, white=True)


def _dose(pen: Pen, exercise: SheetExercise, words: Phrases, style: Type, x: float, wide: float) -> None:
    """Boxes in a row, and in a second row where one is not enough."""
    high, inset, gap = style.size * 1.5, style.size * 0.4, style.size * 0.34
    line_wide, radius = style.size / 9, style.size * 0.35
    at = 0.0
    with pen.canvas.element("L"):
        for dose in dose_words(exercise.dose, words):
            line = text.wrap(emphasised(dose), style.size, wide - 2 * inset)[0]
            box = text.line_width(line, style.size) + 2 * inset
            if at and at + box > wide + 0.5:
                at = 0.0
                pen.down(high + gap)
            edge = line_wide / 2
            pen.round_box(
                x + at + edge, pen.y - edge, box - line_wide, high - line_wide, radius=radius, weight=line_wide
            )
            with pen.canvas.element("LI"), pen.canvas.leaf("LBody"):
                pen.line(line, style.size, x + at + inset, pen.y - high / 2 - 0.36 * style.size)
            at += box + gap
    pen.down(high + 4)


def _steps(pen: Pen, steps: Sequence[str], style: Type, x: float, wide: float) -> None:
    indent = style.size * 1.35
    with pen.canvas.element("L", attributes=NUMBERED):
        for place, step in enumerate(steps, start=1):
            with pen.canvas.element("LI"):
                with pen.canvas.leaf("Lbl"):
                    label = text.pieces(Run(f"{place}."))
                    pen.line(label, style.size, x + 2, pen.y - baseline(style))
                pen.paragraph([Run(step)], style, wide - indent, x=x + indent, tag="LBody")


def _after(
    pen: Pen, exercise: SheetExercise, words: Phrases, style: Type, x: float, wide: float, *, cues: bool
) -> None:
    """Where it is felt, and if there is room what to mind."""
    lead, colon, feel = exercise.feel.partition(":")
    pause = rest(exercise.dose, words)
    runs = [bold(lead + colon), Run(f"{feel} ")] if colon else [Run(f"{lead} ")]
    if exercise.feel or pause:
        pen.down(2)
        pen.paragraph([*runs, Run(pause)], style, wide, x=x)
    if cues:
        for lead, lines in ((words.tips, exercise.cues), (words.avoid, exercise.mistakes)):
            if lines:
                pen.paragraph([bold(lead), Run(" " + ". ".join(lines) + ".")], style, wide, x=x)


@lru_cache(maxsize=_CACHED_BLOCKS)
def picture(key: str, side: DoseSide, place: int) -> Recording:
    """A frame of an exercise in its own units, drawn once and stamped in any size."""
    drawing = figure(key, side)[place]
    canvas = TaggedCanvas()
    figures.draw(canvas, drawing, 0, 0, drawing.width, drawing.height, faces=(REGULAR, BOLD))
    return canvas.recorded()


def _pictures(
    pen: Pen, exercise: SheetExercise, words: Phrases, theme: Theme, room: tuple[float, float], gap: float = _FRAME_GAP
) -> None:
    """Start and end side by side, each with its caption."""
    wide, high = room
    captions = (exercise.caption_start or words.start, exercise.caption_end or words.do)
    style = Type(theme.small, 1.2, "middle")
    pair = figure(exercise.key, exercise.side)
    high = min(high, max(wide * one.height / one.width for one in pair))
    top = pen.y
    low = top
    for place, drawing in enumerate(pair):
        x = place * (wide + gap)
        alt = words.figure.format(
            place=place + 1, name=exercise.name, side=exercise.side_words, caption=captions[place]
        )
        box = (pen.x + x, top - high, pen.x + x + wide, top)
        with pen.canvas.leaf("Figure", alt=alt, box=box):
            scale = min((wide - 2 * _LINE) / drawing.width, high / drawing.height)
            left = pen.x + x + (wide - scale * drawing.width) / 2
            low_edge = top - (high + scale * drawing.height) / 2
            pen.canvas.stamp(picture(exercise.key, exercise.side, place), left, low_edge, scale)
        pen.y = top - high - 2
        pen.paragraph([Run(captions[place])], style, wide, x=x)
        low = min(low, pen.y)
    pen.y = low
