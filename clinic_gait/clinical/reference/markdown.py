"""Pieces of Markdown: tables, lists and citations, the same for every chapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clinic_gait.clinical.exercises import LIBRARY


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table between two empty lines; a line break or a bar inside of a cell cannot end it."""
    yield ""
    yield _row(head)
    yield _row(["---"] * len(head))
    yield from map(_row, rows)
    yield ""


def item(head: str, *parts: tuple[str, str]) -> Iterator[str]:
    """An entry of a list with its named parts under it; empty parts are left out."""
    yield f"- {head}"
    for name, words in parts:
        if words:
            yield f"  - {name}: {one_line(words)}"


def cited(sources: Iterable[str]) -> str:
    """Ids of sources as they stand behind a sentence: ``[radford2006] [acsm]``."""
    return " ".join(f"[{key}]" for key in sources)


def one_line(words: str) -> str:
    """Words without line breaks and idle spaces."""
    return " ".join(words.split())


def exercise_name(key: str) -> str:
    """What a home exercise is called."""
    exercise = LIBRARY[key]
    return exercise.words("en", exercise.dose_sides[0]).name


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(one_line(cell).replace('|', chr(92) + '|') for cell in cells)} |"
