"""What an outcome measure is: its items and their points, its parts, its versions, its errors and its rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from clinic_gait.clinical.measures import Better, ErrorFigure


class Formula(str, Enum):
    """How the answers become a score; ``most`` is the highest point of an item."""

    SUM = "sum"
    MEAN = "mean of what was answered"
    SHARE = "sum / (most * answered) * 100"
    LACK = "100 - mean of what was answered * 100 / most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. ``points`` stand as on the form; ``label`` is our own and mostly empty, the wording is licensed."""

    key: str
    points: tuple[Decimal, ...]
    label: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mcid:
    """The smallest change that people call better, and who was asked."""

    value: Decimal
    whose: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What gets a score of its own: a subscale, or with an empty key the whole.

    ``needed`` is how many items must be answered; nothing means all of them.
    ``threshold`` is the clinic's setting that stands for the error figure.
    """

    key: str = ""
    label: str = ""
    needed: int | None = None
    error: ErrorFigure | None = None
    threshold: str = ""
    mcid: Mcid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One way in which an instrument is asked; most have a single one without a name.

    ``fewest`` is how many items may be given where that is left to the
    patient. ``note`` is said with every change.
    """

    name: str = ""
    items: tuple[Item, ...]
    low: Decimal
    high: Decimal
    fewest: int | None = None
    note: str = ""

    def takes(self, answers: int) -> bool:
        """Whether it has this many places for an answer."""
        return (self.fewest or len(self.items)) <= answers <= len(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An outcome measure that patients answer.

    ``missing`` is the rule for unanswered items in words, ``rights`` what is
    known of the licence. ``not_applicable`` items may be answered so and then
    count as not answered; of ``two_marks`` on one item the worse counts.
    ``own_words`` means that :mod:`.prompts` has words for it; all others need
    the clinic's own licensed wording.
    """

    key: str
    short: str
    name: str
    versions: tuple[Version, ...]
    parts: tuple[Part, ...] = (Part(),)
    formula: Formula
    better: Better
    missing: str
    rights: str
    sources: tuple[str, ...]
    note: str = ""
    not_applicable: bool = False
    two_marks: bool = False
    own_words: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the first version."""
        return self.versions[0].items

    @property
    def low(self) -> Decimal:
        """The lowest score of the first version."""
        return self.versions[0].low

    @property
    def high(self) -> Decimal:
        """The highest score of the first version."""
        return self.versions[0].high

    def part(self, key: str = "") -> Part:
        """The part of this key; without one the whole.

        :raises ValueError: it has no such part, or no total.
        """
        for one in self.parts:
            if one.key == key:
                return one
        known = ", ".join(one.key for one in self.parts if one.key)
        what = f"no part {key!r}" if key else "no total"
        raise ValueError(f"{self.short} has {what}" + (f"; its parts: {known}" if known else ""))

    @property
    def version_must_be_said(self) -> bool:
        """Whether two versions take the same number of answers, so that only their name tells them apart."""
        counts = [len(one.items) for one in self.versions]
        return len(set(counts)) < len(counts)


def alike(count: int, points: tuple[Decimal, ...], part: str = "") -> Iterator[Item]:
    """Items that all have the same points, numbered from 1."""
    for number in range(1, count + 1):
        yield Item(key=f"{part or 'item'}_{number}", points=points, part=part)


def labelled(options: dict[str, tuple[int, ...]]) -> tuple[Item, ...]:
    """Items with points of their own, under our own short labels."""
    return tuple(
        Item(key=key, label=key.replace("_", " "), points=tuple(map(Decimal, points)))
        for key, points in options.items()
    )
