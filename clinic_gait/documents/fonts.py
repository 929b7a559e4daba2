"""The faces we print with, cut into fixed subsets.

An ordinary TrueType font numbers its glyphs in the order a document happens to
use them, so that operators recorded for one file are wrong in the next. Here a
character has the same code in every document, and each subset is compressed
once in the life of the process.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, makeToUnicodeCMap

from clinic_gait import paths

REGULAR = "ClinicGaitSans"
BOLD = "ClinicGaitSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}

#: Marks outside Latin-1 that stand in the free codes of the first subset, so that a dash embeds no second one.
_MARKS = "–—‘’“”•…€™"
_FIRST_FREE = 128
#: Other subsets hold this many characters from code 33 on: code 32 stays a space everywhere.
_SPAN = 222
_FIRST_CODE = 33


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a file needs of one subset, ready to be written."""

    name: str
    program: bytes
    length: int
    widths: str
    count: int
    to_unicode: bytes


class _Ready(pdfdoc.PDFObject):
    """A direct object whose text is ready."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return self.text.encode("ascii")


class FixedFont(TTFont):
    """A TrueType face whose subsets are the same in every document."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path))
        # A host may register the same face for itself; under its own name ours is never handed to it.
        self.face.name = type(self.face.name)(bytes(self.face.name) + b"-ClinicGait")
        self._used: WeakKeyDictionary[Any, set[int]] = WeakKeyDictionary()
        self._parts: dict[int, _Parts] = {}
        self._lock = Lock()

    def holds(self, character: str) -> bool:
        """Whether this face can draw the character."""
        return ord(character) <= 0xFFFF and ord(character) in self.face.charToGlyph

    def encode(self, text: str) -> list[tuple[int, bytes]]:
        """The text as runs of (subset, codes)."""
        runs: list[tuple[int, bytearray]] = []
        for character in text:
            subset, code = _place(ord(character))
            if not runs or runs[-1][0] != subset:
                runs.append((subset, bytearray()))
            runs[-1][1].append(code)
        return [(subset, bytes(codes)) for subset, codes in runs]

    def splitString(self, text: Any, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """The same, called by reportlab for text that is drawn with its own methods."""
        return self.encode(text if isinstance(text, str) else text.decode(encoding))

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """The resource name of a subset, noting that this document uses it."""
        used = self._used.setdefault(doc, set())
        if not used:
            doc.fontMapping[self.fontName] = f"/{self.fontName}"
            doc.delayedFonts.append(self)
        used.add(subset)
        return f"/{self.fontName}+{subset}"

    def used_by(self, doc: Any) -> frozenset[int]:
        """The subsets this document uses so far."""
        return frozenset(self._used.get(doc, ()))

    def addObjects(self, doc: Any) -> None:
        """Write the subsets this document uses."""
        fonts = doc.idToObject["BasicFonts"].dict
        for subset in sorted(self._used.pop(doc)):
            name = f"{self.fontName}+{subset}"
            fonts[name] = self._dictionary(doc, name, self._ready(subset))
            doc.Reference(fonts[name], name)

    def _ready(self, subset: int) -> _Parts:
        with self._lock:
            if subset not in self._parts:
                self._parts[subset] = self._make(subset)
            return self._parts[subset]

    def _make(self, subset: int) -> _Parts:
        characters = [code if code in self.face.charToGlyph else 0 for code in _characters(subset)]
        face: Any = self.face
        program = face.makeSubset(characters)
        name = (SUBSETN(subset) + b"+" + self.face.name).decode("ascii")
        return _Parts(
            name,
            zlib.compress(program, 9),
            len(program),
            f"[{' '.join(f'{face.getCharWidth(code):.6g}' for code in characters)}]",
            len(characters),
            zlib.compress(makeToUnicodeCMap(name, characters).encode("ascii"), 9),
        )

    def _dictionary(self, doc: Any, name: str, parts: _Parts) -> Any:
        face = self.face
        font: Any = pdfdoc.PDFTrueTypeFont()
        font.Name = name
        font.BaseFont = parts.name
        font.FirstChar, font.LastChar = 0, parts.count - 1
        font.Widths = _Ready(parts.widths)
        font.ToUnicode = doc.Reference(_stream(parts.to_unicode), f"toUnicode:{name}")
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(parts.name),
            # Symbolic, because the codes are our own.
            "Flags": (face.flags & ~32) | 4,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
            "FontFile2": doc.Reference(_stream(parts.program, Length1=parts.length), f"program:{name}"),
        }
        font.FontDescriptor = doc.Reference(pdfdoc.PDFDictionary(descriptor), f"descriptor:{name}")
        return font


def face(name: str) -> FixedFont:
    """The face of this name, loaded on first use."""
    if name not in _loaded:
        _load((name, paths.fonts() / file) for name, file in _FILES.items())
    return _loaded[name]


def every() -> tuple[FixedFont, ...]:
    """All faces loaded so far."""
    return tuple(_loaded.values())


def chain(bold: bool) -> tuple[str, ...]:
    """Names of the faces to try for a character, ours first."""
    return (BOLD if bold else REGULAR, *_fallbacks)


def use_fallbacks(files: Sequence[Path]) -> None:
    """Faces of the installation for characters ours lack, in the order they are tried.

    Meant to be called once, when the application starts.
    """
    global _fallbacks
    names = tuple(f"ClinicGaitFallback-{file.stem}" for file in files)
    _load(zip(names, files, strict=True))
    _fallbacks = names


_fallbacks: tuple[str, ...] = ()
_loaded: dict[str, FixedFont] = {}
_lock = Lock()


def _load(files: Iterable[tuple[str, Path]]) -> None:
    with _lock:
        for name, file in files:
            if name not in _loaded:
                font = FixedFont(name, file)
                # Pictures name a face to the canvas, which looks it up in reportlab's register.
                pdfmetrics.registerFont(font)
                _loaded[name] = font


def _place(code: int) -> tuple[int, int]:
    if code == 0xA0:
        return 0, 32
    if code < 256:
        return 0, code
    if code in _MARK_CODES:
        return 0, _MARK_CODES[code]
    return 1 + (code - 256) // _SPAN, _FIRST_CODE + (code - 256) % _SPAN


_MARK_CODES = {ord(mark): _FIRST_FREE + place for place, mark in enumerate(_MARKS)}


def _characters(subset: int) -> list[int]:
    if subset == 0:
        latin = [code if 32 <= code < 127 or code > 160 else 0 for code in range(256)]
        for mark, code in _MARK_CODES.items():
            latin[code] = mark
        return latin
    start = 256 + (subset - 1) * _SPAN
    return [0] * 32 + [32] + list(range(start, start + _SPAN))


def _stream(data: bytes, **entries: int) -> Any:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode"), **entries}), data)
