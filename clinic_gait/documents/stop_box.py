"""When to stop and whom to call: the whole of the safety words, framed, on the first page of every home sheet."""

from __future__ import annotations

from functools import lru_cache

from clinic_gait.documents.blocks import Block, Pen, Type, record
from clinic_gait.documents.marks import disc, octagon
from clinic_gait.documents.phrases import phrases
from clinic_gait.documents.structure import BULLETED
from clinic_gait.documents.text import Run, bold, unbroken, width
from clinic_gait.documents.theme import Theme

_FRAME = 2.25


@lru_cache(maxsize=128)
def stop_box(
    pain_rule: str,
    stop: tuple[str, ...],
    emergency: tuple[str, ...],
    phone: str,
    language: str,
    theme: Theme,
    listed: bool,
) -> Block:
    """The box; ``listed`` gives every line a line of its own, else they run on. Nothing is ever left out."""
    words = phrases(language)
    size = theme.body if theme.large else theme.small
    style = Type(size, 1.24)
    inset = size * 0.85
    wide = theme.inner - 2 * inset

    def draw(pen: Pen) -> None:
        with pen.canvas.element("Sect"):
            pen.down(size * 0.4)
            call = words.call.format(phone=unbroken(phone)) if phone else ""
            _heading(pen, words.stop_heading, call, size, inset, wide)
            pen.paragraph([Run(pain_rule)], style, wide, x=inset)
            for lines in (stop, emergency):
                if lines is emergency:
                    pen.down(3)
                    pen.rule(wide, 1, x=inset)
                    pen.down(2)
                if listed:
                    _list(pen, lines, style, inset, wide)
                else:
                    pen.paragraph([Run(" ".join(lines))], style, wide, x=inset)
            pen.down(size * 0.5)
            edge = _FRAME / 2
            pen.round_box(edge, -edge, theme.inner - _FRAME, -pen.y - _FRAME, radius=7, weight=_FRAME)

    return record(draw)


def _heading(pen: Pen, title: str, call: str, size: float, x: float, wide: float) -> None:
    big = Type(size * 1.12, 1.35)
    sign = size * 1.3
    with pen.canvas.artifact():
        octagon(pen, x + sign / 2, pen.y - big.line / 2, sign / 2)
    left = sign + size * 0.5
    together = width(title, big.size, True) + width(call, big.size, True) + left + 12
    top = pen.y
    pen.paragraph([bold(title)], big, wide - left, x=x + left, tag="H2")
    if call and together <= wide:
        pen.y = top
        pen.paragraph([bold(call)], Type(big.size, big.leading, "right"), wide, x=x)
    elif call:
        pen.paragraph([bold(call)], big, wide - left, x=x + left)


def _list(pen: Pen, lines: tuple[str, ...], style: Type, x: float, wide: float) -> None:
    indent = style.size
    with pen.canvas.element("L", attributes=BULLETED):
        for line in lines:
            with pen.canvas.element("LI"):
                with pen.canvas.artifact():
                    dot = pen.y - style.line / 2
                    disc(pen, x + style.size * 0.3, dot, style.size * 0.16)
                pen.paragraph([Run(line)], style, wide - indent, x=x + indent, tag="LBody")
