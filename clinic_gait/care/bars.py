"""Today's left against right as a drawing: bars that grow from the middle, LEFT to the left, RIGHT hatched.

:func:`leg_bar` is the one bar of screen and paper. The screen sets its rows
beside each other in :func:`butterfly`; on paper each bar stands in a cell of a
table whose numbers are text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from re import sub
from textwrap import wrap

from clinic_gait.care.shapes import Item, disc, filled, moved, rectangle
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Side

SMALL = 12.0
NUMBER = 14.0
#: How thick the mark of what healthy people reach is where it is a single number.
_MARK = 3.0
_THICK = 20.0
#: Between a bar and the far end of its number.
_NUMBER_ROOM = 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of the left and right bars, with a scale of its own from ``low`` to ``high``.

    ``typical`` is what healthy people reach, measured in the same way: a span,
    or twice the same number. ``words`` say how far the legs are apart.
    """

    label: str
    unit: str
    left: Decimal | None
    right: Decimal | None
    high: Decimal
    low: Decimal = Decimal(0)
    typical: tuple[Decimal, Decimal] | None = None
    words: str = ""

    def of(self, side: Side) -> Decimal | None:
        """The value of this leg."""
        return self.left if side is Side.LEFT else self.right

    def share(self, value: Decimal) -> float:
        """How far along the row's own scale a value lies, 0 to 1; a number below the scale has no bar."""
        if self.high <= self.low:
            return 0.0
        return float(max(Decimal(0), min(Decimal(1), (value - self.low) / (self.high - self.low))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the columns of a butterfly stand; the bars begin at ``left`` and ``right`` and grow outward.

    ``above`` is room over each bar for its name where there is none between
    the bars; ``words`` is where the difference ends, else it stands under the name.
    """

    width: float
    bar: float
    left: float
    right: float
    row: float
    above: float = 0.0
    words: float | None = None
    letters: int = 26

    @property
    def middle(self) -> float:
        """Between the bars."""
        return (self.left + self.right) / 2


WIDE = Layout(width=660, bar=140, left=142, right=404, row=30, words=659, letters=24)
NARROW = Layout(width=280, bar=88, left=90, right=190, row=64, above=32, letters=40)
_HEAD = 24.0


def leg_bar(bar: Bar, side: Side, *, width: float, height: float) -> tuple[Path, ...]:
    """One leg's bar with the mark of what is typical, in a box of this size; LEFT begins at its right edge.

    A leg without a value has neither.
    """
    value = bar.of(side)
    if value is None:
        return ()
    length = bar.share(value) * width
    shapes = filled(side, _from(side, length, length, width), 0, length, height) if length > 0 else ()
    return (*shapes, *_typical(bar, side, width, height))


def butterfly(bars: Sequence[Bar], layout: Layout = WIDE) -> Drawing:
    """Today's left and right side by side; every row has its own scale."""
    items: list[Item] = [*_heads(layout)]
    for place, bar in enumerate(bars):
        top = _HEAD + place * layout.row
        for side in LEGS:
            items += _leg(bar, side, top + layout.above, layout)
        items += _name(bar, top, layout)
    return Drawing(
        width=layout.width,
        height=_HEAD + layout.row * len(bars),
        items=tuple(items),
        title="Left and right side by side",
        description=" ".join(bar_words(bar) for bar in bars),
    )


def bar_words(bar: Bar) -> str:
    """A row as a sentence: ``Lunge, cm: left 7.5, right 11, left 3.5 less.``"""
    said = [f"{side.word} {_said(bar.of(side))}" for side in LEGS]
    return f"{_named(bar)}: {', '.join([*said, *filter(None, (bar.words,))])}."


def _from(side: Side, start: float, length: float, width: float) -> float:
    """The left edge of something that ends ``start`` away from the middle and is ``length`` long."""
    return width - start if side is Side.LEFT else start - length


def _typical(bar: Bar, side: Side, width: float, height: float) -> tuple[Path, ...]:
    if bar.typical is None:
        return ()
    near, far = (bar.share(one) * width for one in bar.typical)
    thick = max(far - near, _MARK)
    start = min((near + far + thick) / 2, width)
    box = rectangle(_from(side, start, thick, width), -3, thick, height + 6)
    return (Path(steps=box, fill=Ink.WHITE, stroke=Ink.BLACK, width=1.2),)


def _heads(layout: Layout) -> list[Item]:
    """The names of the sides, each with its shape, over the inner ends of the bars."""
    word = 44.0
    return [
        Path(steps=disc(layout.left - word - 1, 9, 5), fill=Ink.LEFT),
        Label(x=layout.left, y=14, text="LEFT", size=NUMBER, anchor="end", bold=True, ink=Ink.LEFT),
        *filled(Side.RIGHT, layout.right, 4, 11, 11),
        Label(x=layout.right + 16, y=14, text="RIGHT", size=NUMBER, bold=True, ink=Ink.RIGHT),
    ]


def _leg(bar: Bar, side: Side, top: float, layout: Layout) -> list[Item]:
    left = side is Side.LEFT
    edge, corner = (layout.left, layout.left - layout.bar) if left else (layout.right, layout.right)
    value, anchor = bar.of(side), "end" if left else "start"
    if value is None:
        return [Label(x=edge, y=top + 15, text="not measured", size=SMALL, anchor=anchor, ink=Ink.EDGE)]
    beside = edge + _NUMBER_ROOM if left else edge - _NUMBER_ROOM
    drawn = moved(leg_bar(bar, side, width=layout.bar, height=_THICK), corner, top)
    return [*drawn, Label(x=beside, y=top + 15, text=plain(value), size=NUMBER, anchor=anchor, bold=True)]


def _name(bar: Bar, top: float, layout: Layout) -> list[Item]:
    """The measure's name in two lines between its bars, or over them; the difference behind it or under it."""
    first, second = _two_lines(bar, layout.letters)
    if layout.words is None:
        second = " · ".join(filter(None, (second, bar.words)))
    items: list[Item] = [
        Label(x=layout.middle, y=top + 9, text=first, size=13, anchor="middle", bold=True),
        Label(x=layout.middle, y=top + 23, text=second, size=SMALL, anchor="middle"),
    ]
    if layout.words is not None and bar.words:
        items.append(Label(x=layout.words, y=top + 15, text=bar.words, size=13, anchor="end", bold=True))
    return items


def _two_lines(bar: Bar, letters: int) -> tuple[str, str]:
    """The name up to its first comma or the end of the line, and the rest with the unit.

    What stands in brackets, and a rest that is longer than the line, are left to the table.
    """
    head, _, rest = sub(r" \([^)]*\)", "", bar.label).partition(", ")
    if len(head) > letters:
        head, *others = wrap(head, letters)
        rest = " ".join(others)
    under = ", ".join(filter(None, (rest, bar.unit)))
    return head, under if len(under) <= letters + 2 else bar.unit


def _named(bar: Bar) -> str:
    return ", ".join(filter(None, (bar.label, bar.unit)))


def _said(value: Decimal | None) -> str:
    return "not measured" if value is None else plain(value)
