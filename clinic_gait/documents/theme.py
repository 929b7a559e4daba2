"""Paper, type and space: every size a document uses, in points.

A patient never gets type under 12 points. ``large`` is a re-flow at 18 points
with wider margins, not a scaled page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clinic_gait.documents.fonts import BOLD, REGULAR

__all__ = ["BOLD", "HAIRLINE", "PAPERS", "REGULAR", "SIZES", "Theme", "theme"]

#: Width and height by the name of the paper.
PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}

#: Nothing thinner survives a photocopy.
HAIRLINE = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The sizes of one kind of paper and print. ``leading`` is the line height in type sizes."""

    paper: str
    size: str
    width: float
    height: float
    margin: float
    top: float
    bottom: float
    body: float
    small: float
    leading: float
    h1: float
    h2: float
    name: float
    dose: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def large(self) -> bool:
        """Whether this is the large print."""
        return self.size == "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    margin: float
    top: float
    bottom: float
    body: float
    small: float
    leading: float
    h1: float
    h2: float
    name: float
    dose: float


SIZES = {
    "normal": _Print(
        margin=42, top=36, bottom=36, body=12.4, small=12, leading=1.3, h1=22.5, h2=14.6, name=15.6, dose=12
    ),
    "large": _Print(margin=72, top=72, bottom=72, body=18, small=18, leading=1.33, h1=25.5, h2=21.8, name=20, dose=20),
}


@cache
def theme(size: str, paper: str) -> Theme:
    """The sizes for ``normal`` or ``large`` print on ``letter`` or ``a4`` paper.

    :raises ValueError: another size or paper.
    """
    if size not in SIZES:
        raise ValueError(f"print size {size!r}: say {' or '.join(SIZES)}")
    if paper not in PAPERS:
        raise ValueError(f"paper {paper!r}: say {' or '.join(PAPERS)}")
    width, height = PAPERS[paper]
    chosen = SIZES[size]
    return Theme(
        paper=paper,
        size=size,
        width=width,
        height=height,
        margin=chosen.margin,
        top=chosen.top,
        bottom=chosen.bottom,
        body=chosen.body,
        small=chosen.small,
        leading=chosen.leading,
        h1=chosen.h1,
        h2=chosen.h2,
        name=chosen.name,
        dose=chosen.dose,
    )
