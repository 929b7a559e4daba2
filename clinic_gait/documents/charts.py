"""Today's left and right as bars, LEFT left and solid, RIGHT right and hatched: the very bars of the screen.

They stand in a table whose numbers are text, so that the picture has its
table twin in itself and nothing is lost on a copier or in a reader aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clinic_gait.care.bars import Bar, leg_bar
from clinic_gait.care.shapes import filled
from clinic_gait.care.sheet import BarRow
from clinic_gait.clinical.figures.primitives import Drawing, Path
from clinic_gait.clinical.values import Side
from clinic_gait.documents import text
from clinic_gait.documents.blocks import Pen, Type, baseline
from clinic_gait.documents.figures import draw
from clinic_gait.documents.marks import disc
from clinic_gait.documents.phrases import Phrases
from clinic_gait.documents.structure import COLUMN_HEAD, ROW_HEAD
from clinic_gait.documents.text import Run, bold
from clinic_gait.documents.theme import HAIRLINE, Theme

_GUTTER = 20.0


def draw_bars(pen: Pen, rows: Sequence[BarRow], words: Phrases, theme: Theme) -> None:
    """One row each: what was measured, both bars from the middle outward, and what became of it."""
    with pen.canvas.element("Table"):
        _head(pen, words, theme)
        for row in rows:
            _row(pen, row, words, theme)


def _half(theme: Theme) -> float:
    return (theme.inner - _GUTTER) / 2


def _head(pen: Pen, words: Phrases, theme: Theme) -> None:
    size, half = theme.small, _half(theme)
    style = Type(size, 1.3)
    y = pen.y - baseline(style)
    with pen.canvas.element("TR"):
        with pen.canvas.leaf("TH", attributes=COLUMN_HEAD):
            pen.line(text.pieces(bold(words.bars_column)), size, 0, y)
        left = text.pieces(bold(words.left))
        left_wide = text.line_width(left, size)
        with pen.canvas.leaf("TH", attributes=COLUMN_HEAD):
            disc(pen, half - left_wide - size * 0.8, y + size * 0.36, size * 0.36)
            pen.line(left, size, half - left_wide, y)
        x = half + _GUTTER
        with pen.canvas.leaf("TH", attributes=COLUMN_HEAD):
            _shapes(pen, filled(Side.RIGHT, 0, 0, size * 0.8, size * 0.8), x, y + size * 0.76, size * 0.8, size * 0.8)
            pen.line(text.pieces(bold(words.right)), size, x + size * 1.2, y)
    pen.down(style.line + 1)


def _row(pen: Pen, row: BarRow, words: Phrases, theme: Theme) -> None:
    style = Type(theme.body, 1.25, "middle")
    half = _half(theme)
    pen.rule(theme.inner, HAIRLINE)
    pen.down(3)
    with pen.canvas.element("TR"):
        label = [bold(row.label), Run(f", {row.unit}" if row.unit else "")]
        pen.paragraph(label, style, theme.inner, tag="TH", attributes=ROW_HEAD)
        top = pen.y - 2
        high = theme.body * 1.35
        low = top
        for right, value, change in ((False, row.left, row.left_change), (True, row.right, row.right_change)):
            x = half + _GUTTER if right else 0.0
            pen.y = top
            with pen.canvas.leaf("TD"):
                _value(pen, row, value, words, theme, right=right)
                pen.y = top - high - 2
                if change:
                    small = Type(theme.small, 1.2, "left" if right else "right")
                    pen.lines(text.wrap([Run(change)], small.size, half), small, half, x=x)
            low = min(low, pen.y)
    pen.y = low - 4


def _value(pen: Pen, row: BarRow, value: str | None, words: Phrases, theme: Theme, *, right: bool) -> None:
    """The number beside the middle and the bar outward from it."""
    size, half, high = theme.body, _half(theme), theme.body * 1.35
    line = text.pieces(Run(f"{value} ", True)) if value is not None else text.pieces(Run(f"{words.not_measured} "))
    wide = text.line_width(line, size)
    y = pen.y - high / 2 - 0.36 * size
    room = size * 2.6
    edge = half + _GUTTER if right else half
    pen.line(line, size, edge if right else edge - wide, y)
    side = Side.RIGHT if right else Side.LEFT
    bar = leg_bar(_bar(row), side, width=half - room, height=high)
    _shapes(pen, bar, edge + room if right else 0.0, pen.y, half - room, high)


def _bar(row: BarRow) -> Bar:
    left, right = (None if one is None else Decimal(one) for one in (row.left, row.right))
    return Bar(label=row.label, unit=row.unit, left=left, right=right, low=Decimal(row.low), high=Decimal(row.high))


def _shapes(pen: Pen, shapes: tuple[Path, ...], x: float, y: float, wide: float, high: float) -> None:
    """Shapes in a box below ``y``, as large as they were drawn."""
    if not shapes:
        return
    drawing = Drawing(width=wide, height=high, items=shapes, title="")
    draw(pen.canvas, drawing, pen.x + x, y - high, wide, high)
