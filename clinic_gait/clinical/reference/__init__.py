"""The whole clinical content of the product as one Markdown text, for a clinician to review on paper and sign.

It is written from the entries that the program itself uses, so that it cannot
say anything else than the program does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clinic_gait.clinical.reference import (
    conditions,
    cut_offs,
    exercises,
    healthy_people,
    legs_and_shoes,
    measures,
    opening,
    outcomes,
    rules,
    safety,
    sources,
    statements,
    techniques,
)
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold

__all__ = ["CHAPTERS", "text"]

#: In the order of the text.
CHAPTERS = (
    measures.CHAPTER,
    cut_offs.CHAPTER,
    rules.CHAPTER,
    safety.CHAPTER,
    conditions.CHAPTER,
    techniques.CHAPTER,
    exercises.CHAPTER,
    legs_and_shoes.LEGS,
    legs_and_shoes.SHOES,
    outcomes.CHAPTER,
    healthy_people.CHAPTER,
    statements.CHAPTER,
    sources.CHAPTER,
)


def text(limits: Mapping[str, Threshold] = THRESHOLDS, *, clinic: str = "") -> str:
    """The reference with these cut-offs; those that are not the default are marked as the clinic's own.

    ``clinic`` is its name for the title, empty for the product as shipped.
    The same entries give the same text.
    """
    return "\n".join(_one_empty_line(_lines(limits, clinic))) + "\n"


def _lines(limits: Mapping[str, Threshold], clinic: str) -> Iterator[str]:
    yield from opening.lines(limits, clinic, tuple(chapter.title for chapter in CHAPTERS))
    for number, chapter in enumerate(CHAPTERS, start=1):
        yield from ("", f"## {number}. {chapter.title}", "")
        yield from chapter.lines(limits)


def _one_empty_line(lines: Iterator[str]) -> Iterator[str]:
    """The same lines, with never two empty ones together and none at the end."""
    waiting = False
    for line in lines:
        if line and waiting:
            yield ""
        if line:
            yield line
        waiting = not line
