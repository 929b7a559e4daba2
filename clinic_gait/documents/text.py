"""Text for paper: what may be printed, and how it breaks into lines.

No string is ever read as markup: emphasis comes from the template as runs, so
that ``<b>`` in a name is printed as those three characters. What no font can
draw is refused by name, never printed as a box.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from clinic_gait.documents import fonts

T = TypeVar("T")

#: Letters of scripts that run from right to left; without a layout of their own they would come out reversed.
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_BREAKS = re.compile(r"([ \n])")
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")


class MissingGlyph(ValueError):
    """A character that cannot be printed, and the field it stands in."""

    def __init__(self, field: str, character: str) -> None:
        self.field = field
        self.character = character
        super().__init__(field, character)

    def __str__(self) -> str:
        point = f"U+{ord(self.character):04X}"
        name = unicodedata.name(self.character, "a character without a name")
        if unicodedata.bidirectional(self.character) in _RIGHT_TO_LEFT:
            return (
                f"{self.field} holds {point} ({name}). Writing that runs from right to left, such as Arabic "
                "and Hebrew, cannot be printed yet."
            )
        return f"{self.field} holds a character that no installed font can print: {point} ({name})."


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    text: str
    bold: bool = False


#: A stretch of one line in one face: the name of the face and the characters.
Piece = tuple[str, str]
Line = tuple[Piece, ...]


def unbroken(words: str) -> str:
    """A phone number and the like, which no line end may divide."""
    return words.replace(" ", "\u00a0")


def bold(text: str) -> Run:
    """Words in bold."""
    return Run(text, True)


def clean(value: str, field: str) -> str:
    """The text as it can be printed: composed (NFC), without controls and invisible marks, lines kept.

    :raises MissingGlyph: a character that no font can draw, or that runs from right to left.
    """
    if value.isascii() and value.isprintable():
        return value
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", value)).replace("\t", " ")
    kept = "".join(one for one in composed if one == "\n" or unicodedata.category(one) not in ("Cc", "Cf", "Cs"))
    for character in kept:
        if character != "\n" and not _printable(character, fonts.chain(False)):
            raise MissingGlyph(field, character)
    return kept


def cleaned(snapshot: T, names: dict[str, str], at: str = "") -> T:
    """A snapshot with every string cleaned. ``names`` says what a field is called where it is refused.

    :raises MissingGlyph: as :func:`clean`.
    """
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(snapshot):  # type: ignore[arg-type]  # every snapshot is a dataclass
        value = getattr(snapshot, field.name)
        fresh = _cleaned_value(value, names, f"{at}.{field.name}" if at else field.name)
        if fresh is not value:
            changes[field.name] = fresh
    return dataclasses.replace(snapshot, **changes) if changes else snapshot  # type: ignore[type-var]  # as above


def _cleaned_value(value: Any, names: dict[str, str], at: str) -> Any:
    if isinstance(value, str):
        fresh = clean(value, names.get(at, at))
        return value if fresh == value else fresh
    if isinstance(value, tuple):
        parts = tuple(_cleaned_value(part, names, at) for part in value)
        return value if all(one is other for one, other in zip(parts, value, strict=True)) else parts
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return cleaned(value, names, at)
    return value


@lru_cache(maxsize=4096)
def _printable(character: str, names: tuple[str, ...]) -> bool:
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return False
    return any(fonts.face(name).holds(character) for name in names)


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is on one line."""
    return sum(fonts.face(name).stringWidth(part, size) for name, part in pieces(Run(text, bold)))


def line_width(line: Line, size: float) -> float:
    """How wide a broken line is, without the space it may end in."""
    total = sum(fonts.face(name).stringWidth(part, size) for name, part in line)
    if line and line[-1][1].endswith(" "):
        total -= fonts.face(line[-1][0]).stringWidth(" ", size)
    return total


def pieces(run: Run) -> Line:
    """A run as stretches of one face each: the first face that holds a character draws it."""
    names = fonts.chain(run.bold)
    if len(names) == 1:
        return ((names[0], run.text),)
    found: list[Piece] = []
    for character in run.text:
        name = next((one for one in names if fonts.face(one).holds(character)), names[0])
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + character)
        else:
            found.append((name, character))
    return tuple(found)


def wrap(runs: Sequence[Run], size: float, wide: float) -> tuple[Line, ...]:
    """The runs broken into lines of at most ``wide`` points; a word that is too long is cut by character.

    Every line but the last ends in a space, so that a reader of the file does
    not join the words on both sides of the break.
    """
    lines: list[list[Piece]] = [[]]
    room = wide
    for word, length, gap in _words(runs, size, wide):
        if word is None:
            lines[-1] = _spaced(lines[-1])
            lines.append([])
            room = wide
            continue
        space = gap if lines[-1] else 0.0
        if lines[-1] and length + space > room + 1e-6:
            lines[-1] = _spaced(lines[-1])
            lines.append(list(word))
            room = wide - length
        else:
            glue: list[Piece] = [(lines[-1][-1][0], " ")] if lines[-1] else []
            lines[-1] = _joined([*lines[-1], *glue, *word])
            room -= length + space
    return tuple(tuple(line) for line in lines)


def _words(runs: Sequence[Run], size: float, wide: float) -> Iterator[tuple[list[Piece] | None, float, float]]:
    """Words with their width and the width of the space before; ``None`` is a forced end of line."""
    gap = fonts.face(fonts.REGULAR).stringWidth(" ", size)
    for word in _raw_words(runs):
        if word is None:
            yield None, 0.0, 0.0
            continue
        for part in _cut(word, size, wide):
            yield part, line_width(tuple(part), size), gap


def _raw_words(runs: Iterable[Run]) -> Iterator[list[Piece] | None]:
    word: list[Piece] = []
    for run in runs:
        for part in _BREAKS.split(run.text):
            if part in (" ", "\n"):
                if word:
                    yield word
                if part == "\n":
                    yield None
                word = []
            elif part:
                word.extend(pieces(Run(part, run.bold)))
    if word:
        yield word


def _cut(word: list[Piece], size: float, wide: float) -> Iterator[list[Piece]]:
    if line_width(tuple(word), size) <= wide:
        yield word
        return
    part: list[Piece] = []
    used = 0.0
    for name, text in word:
        for character in text:
            length = fonts.face(name).stringWidth(character, size)
            if part and used + length > wide:
                yield _joined(part)
                part, used = [], 0.0
            part.append((name, character))
            used += length
    yield _joined(part)


def _spaced(line: list[Piece]) -> list[Piece]:
    return _joined([*line, (line[-1][0], " ")]) if line else line


def _joined(line: list[Piece]) -> list[Piece]:
    """Neighbouring pieces of one face as one."""
    found: list[Piece] = []
    for name, text in line:
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + text)
        else:
            found.append((name, text))
    return found
