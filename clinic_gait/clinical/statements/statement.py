"""A statement of a clinic article, in our own words, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.statements.homes import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing an article says.

    ``homes`` are the entries that carry it; a statement without one has
    ``no_home``, the reason. ``grade`` is how good the research behind it is,
    nothing where it makes no clinical claim. ``differs`` is where the
    literature says something else, or how far it goes.
    """

    key: str
    said: str
    homes: tuple[Home, ...] = ()
    grade: Grade | None = None
    differs: str = ""
    no_home: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clinic article with all its statements; ``source`` is its id among the sources."""

    number: int
    title: str
    source: str
    statements: tuple[Statement, ...]
