"""Today's left and right as bars, LEFT left and solid, RIGHT right and hatched.

The bars stand in a table whose numbers are text, so that the picture has its
table twin in itself and nothing is lost on a copier or in a reader aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clinic_gait.care.sheet import BarRow
from clinic_gait.documents import text
from clinic_gait.documents.blocks import Pen, Type, baseline
from clinic_gait.documents.marks import disc
from clinic_gait.documents.phrases import Phrases
from clinic_gait.documents.structure import COLUMN_HEAD, ROW_HEAD
from clinic_gait.documents.text import Run, bold
from clinic_gait.documents.theme import HAIRLINE, Theme

_GUTTER = 20.0
_HATCH_GAP = 4.2
_HATCH_LINE = 1.1
_OUTLINE = 1.1


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
            hatched(pen, x, y + size * 0.76, size * 0.8, size * 0.8)
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
    length = (half - room) * _share(row, value)
    if length <= 0:
        return
    x = edge + room if right else edge - room - length
    if right:
        hatched(pen, x, pen.y, length, high)
    else:
        pen.canvas.addLiteral(f"{pen.x + x:.2f} {pen.y - high:.2f} {length:.2f} {high:.2f} re f")


def _share(row: BarRow, value: str | None) -> float:
    """How long a bar is on its row's own scale; a number below the scale has no bar."""
    if value is None:
        return 0.0
    low, high = Decimal(row.low), Decimal(row.high)
    if high <= low:
        return 0.0
    return float(max(Decimal(0), min(Decimal(1), (Decimal(value) - low) / (high - low))))


def hatched(pen: Pen, x: float, y: float, wide: float, high: float) -> None:
    """A box below ``y`` filled with 45 degree lines, which a copier keeps apart from solid black."""
    left, low = pen.x + x, y - high
    starts = [left - high + _HATCH_GAP * step for step in range(int((wide + high) / _HATCH_GAP) + 1)]
    lines = " ".join(f"{start:.2f} {low:.2f} m {start + high:.2f} {y:.2f} l" for start in starts)
    box = f"{left:.2f} {low:.2f} {wide:.2f} {high:.2f} re"
    pen.canvas.addLiteral(f"q {box} W n {_HATCH_LINE:g} w {lines} S Q")
    inset = _OUTLINE / 2
    inner = f"{left + inset:.2f} {low + inset:.2f} {max(0.1, wide - _OUTLINE):.2f} {high - _OUTLINE:.2f} re"
    pen.canvas.addLiteral(f"{_OUTLINE:g} w {inner} S")
