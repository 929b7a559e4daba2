"""Today's left against right as a drawing: bars that grow from the middle, LEFT to the left, RIGHT hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from clinic_gait.care.charts import SIDE_INK, SMALL, rectangle
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path
from clinic_gait.clinical.values import Side

#: Letters of a measure's name that fit between its bars.
LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of the left and right bars, with a scale of its own from ``low`` to ``high``."""

    label: str
    unit: str
    left: Decimal | None
    right: Decimal | None
    low: Decimal
    high: Decimal
    words: str = ""


def butterfly(bars: Sequence[Bar], *, width: float = 640, row: float = 46) -> Drawing:
    """Today's left and right side by side; every row has its own scale."""
    items: list[Path | Label] = []
    reach = width * 0.27
    inner_left, inner_right = width * 0.31, width * 0.61
    items.append(Label(x=inner_left, y=15, text="LEFT", size=14, anchor="end", bold=True, ink=Ink.LEFT))
    items.append(Label(x=inner_right, y=15, text="RIGHT", size=14, bold=True, ink=Ink.RIGHT))
    for place, bar in enumerate(bars):
        top = 26 + place * row
        items += _bar(bar, Side.LEFT, inner_left, -reach, top)
        items += _bar(bar, Side.RIGHT, inner_right, reach, top)
        items += _bar_label(bar, (inner_left + inner_right) / 2, top)
    return Drawing(
        width=width,
        height=26 + row * len(bars),
        items=tuple(items),
        title="Left and right side by side",
        description=" ".join(_bar_words(bar) for bar in bars),
    )


def _bar(bar: Bar, side: Side, x: float, reach: float, top: float) -> list[Path | Label]:
    value = bar.left if side is Side.LEFT else bar.right
    outward = 1 if reach > 0 else -1
    if value is None:
        return [
            Label(
                x=x, y=top + 18, text="not measured", size=SMALL, anchor="start" if reach > 0 else "end", ink=Ink.EDGE
            )
        ]
    share = float((value - bar.low) / (bar.high - bar.low)) if bar.high > bar.low else 0.0
    length = max(min(share, 1.0), 0.0) * abs(reach) * 0.78
    start = x + outward * 44
    left = start if outward > 0 else start - length
    return [
        Path(
            steps=rectangle(left, top, max(length, 1.5), 22),
            fill=SIDE_INK[side],
            stroke=SIDE_INK[side],
            hatch=side is Side.RIGHT,
        ),
        Label(
            x=x + outward * 38,
            y=top + 16,
            text=f"{value:f}",
            size=14,
            anchor="end" if outward > 0 else "start",
            bold=True,
        ),
    ]


def _bar_label(bar: Bar, middle: float, top: float) -> list[Path | Label]:
    """The measure's name between its two bars, in two lines where it is long, and its unit."""
    lines = wrap(bar.label, LONGEST_LABEL)[:2]
    under = " · ".join(filter(None, (bar.unit, bar.words)))
    first = top + 12 - 6 * (len(lines) - 1)
    bold = [
        Label(x=middle, y=first + 15 * at, text=line, size=13, anchor="middle", bold=True)
        for at, line in enumerate(lines)
    ]
    return [*bold, Label(x=middle, y=first + 15 * len(lines), text=under, size=SMALL, anchor="middle")]


def _bar_words(bar: Bar) -> str:
    left = "not measured" if bar.left is None else f"{bar.left:f}"
    right = "not measured" if bar.right is None else f"{bar.right:f}"
    return f"{bar.label}, {bar.unit}: left {left}, right {right}."
