"""A canvas that tags what it draws: every mark belongs to an element of the reading order, or is an artifact.

reportlab writes no structure for page text, so marked content, structure tree
and parent tree (PDF 1.7, 14.7) are added here. Recorded blocks are replayed
with new numbers for their marked content.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from clinic_gait.documents import fonts
from clinic_gait.documents.structure import Box, Element, Ready, Tree, metadata, text_string

#: Stands for the number of a piece of marked content until its page is known; no operator contains it.
_HOLE = "\x00"
#: A block of more operators than this, in characters, is compressed once and kept.
_LONG = 4000


@dataclass(frozen=True, slots=True)
class Recording:
    """Operators drawn once, to be placed on any page: cut where the numbers of its marked content go."""

    operators: tuple[str, ...]
    elements: tuple[Element, ...]
    faces: tuple[tuple[str, int], ...]
    #: Compressed, by the number its first marked content has on the page: the same on sheet after sheet.
    packed: dict[int, bytes] = field(default_factory=dict, compare=False)

    def numbered(self, first: int) -> str:
        """The operators with their marked content numbered from ``first``."""
        parts = [self.operators[0]]
        for number, operators in enumerate(self.operators[1:], start=first):
            parts += [str(number), operators]
        return "".join(parts)

    def compressed(self, first: int) -> bytes:
        """The same as a content stream of its own."""
        if first not in self.packed:
            self.packed[first] = _pack(self.numbered(first))
        return self.packed[first]

    @property
    def is_long(self) -> bool:
        """Whether it is worth a content stream of its own."""
        return sum(map(len, self.operators)) > _LONG


class TaggedCanvas(Canvas):
    """A canvas with a structure tree. Element, leaf and artifact are opened with ``with``."""

    # reportlab's own, which its type stubs leave out.
    _doc: Any
    _code: list[str]
    _preamble: str

    def __init__(self, *, language: str = "en", title: str = "") -> None:
        self._file = io.BytesIO()
        super().__init__(
            self._file, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=language, initialFontName=_regular()
        )
        self.setTitle(title)
        self._language = language
        self._title = title
        self.root = Element("Document")
        self._current = self.root
        self._marked = False
        self._streams: list[Any] = []
        self._shared: dict[tuple[int, int], tuple[Recording, Any]] = {}
        #: The element of every piece of marked content, page by page.
        self._parents: list[list[Element]] = [[]]

    @contextmanager
    def element(self, tag: str, *, language: str = "", attributes: str = "") -> Iterator[Element]:
        """A node that holds other elements."""
        node = Element(tag, attributes=attributes + (f"/Lang({language})" if language else ""))
        above = self._current
        above.kids.append(node)
        self._current = node
        yield node
        self._current = above

    @contextmanager
    def leaf(self, tag: str, *, alt: str = "", box: Box | None = None, attributes: str = "") -> Iterator[Element]:
        """A node whose content is what is drawn inside. ``box`` is left, bottom, right, top of a figure."""
        if self._marked:
            raise RuntimeError("marked content inside marked content")
        node = Element(tag, attributes=attributes + (f"/Alt{text_string(alt)}" if alt else ""), box=box)
        self._current.kids.append(node)
        page, number = len(self._parents) - 1, len(self._parents[-1])
        node.kids.append((page, number))
        self._parents[-1].append(node)
        self.addLiteral(f"/{tag} <</MCID {_HOLE}{number}{_HOLE}>> BDC")
        self._marked = True
        yield node
        self._marked = False
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What no reader aloud needs: rules, boxes, heads and feet. Inside a leaf it changes nothing."""
        if self._marked:
            yield
            return
        self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        self._marked = True
        yield
        self._marked = False
        self.addLiteral("EMC")

    def resource(self, name: str, subset: int) -> str:
        """The resource name of a subset of a face, noted for this file."""
        return fonts.face(name).getSubsetInternalName(subset, self._doc)

    def recorded(self) -> Recording:
        """What has been drawn since the canvas was made, taken off it."""
        parts = "\n".join(self._code).split(_HOLE)
        elements = tuple(kid for kid in self.root.kids if isinstance(kid, Element))
        faces = sorted((font.fontName, subset) for font in fonts.every() for subset in font.used_by(self._doc))
        return Recording(tuple(parts[0::2]), elements, tuple(faces))

    def place(self, block: Recording, x: float, y: float) -> None:
        """Draw a recording with its origin at a point of this page, and take over its elements."""
        for name, subset in block.faces:
            self.resource(name, subset)
        first = len(self._parents[-1])
        self.addLiteral(f"q 1 0 0 1 {x:.2f} {y:.2f} cm")
        if block.is_long:
            self._cut(block, first)
        else:
            self.addLiteral(block.numbered(first))
        self.addLiteral("Q")
        self._parents[-1] += [self.root] * (len(block.operators) - 1)
        for element in block.elements:
            self._current.kids.append(self._moved(element, first, x, y))

    def stamp(self, block: Recording, x: float, y: float, scale: float) -> None:
        """Draw a recording without elements of its own inside the one that is open."""
        for name, subset in block.faces:
            self.resource(name, subset)
        self.addLiteral(f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm\n{block.operators[0]}\nQ")

    def _moved(self, element: Element, first: int, x: float, y: float) -> Element:
        copy = Element(element.tag, attributes=element.attributes)
        if element.box:
            left, bottom, right, top = element.box
            copy.box = (left + x, bottom + y, right + x, top + y)
        for kid in element.kids:
            if isinstance(kid, Element):
                copy.kids.append(self._moved(kid, first, x, y))
            else:
                number = first + kid[1]
                copy.kids.append((len(self._parents) - 1, number))
                self._parents[-1][number] = copy
        return copy

    def _cut(self, block: Recording, first: int) -> None:
        """End the content stream here and go on with the block's own, which pages and files share."""
        key = (id(block), first)
        if key not in self._shared:
            self._shared[key] = (block, _stream(block.compressed(first)))
        self._streams += [_stream(_pack("\n".join(self._code))), self._shared[key][1]]
        del self._code[:]

    def showPage(self) -> None:
        """End the page, compressed without reportlab's ASCII wrapping, which is a setting of the whole process."""
        streams = [*self._streams, _stream(_pack("\n".join(self._code)))]
        self._streams = []
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page = self._doc.idToObject[page.name] if isinstance(page, pdfdoc.PDFObjectReference) else page
        page.stream = None
        page.Contents = pdfdoc.PDFArray([self._doc.Reference(stream) for stream in streams])
        # The two keys of a tagged page are unknown to PDFPage; they are added to this page alone.
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._parents) - 1
        page.Tabs = pdfdoc.PDFName("S")
        self._parents.append([])

    def finished(self) -> bytes:
        """The file, with its structure tree; all pages have been shown."""
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = self._doc.Reference(Tree(self.root, self._parents[:-1]).written(self._doc))
        catalog.MarkInfo = Ready("<</Marked true>>")
        catalog.Metadata = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}),
            metadata(self._title, self._language),
            filters=[],
        )
        for name, value in _VIEWER.items():
            self.setViewerPreference(name, value)
        self.save()
        return self._file.getvalue()


#: Two-sided, in the size it was made for, and with its title in the window instead of a file name.
_VIEWER = {"DisplayDocTitle": "true", "Duplex": "DuplexFlipLongEdge", "PrintScaling": "None"}


def _pack(operators: str) -> bytes:
    return zlib.compress(operators.replace(_HOLE, "").encode("ascii") + b"\n", 6)


def _stream(packed: bytes) -> Any:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")}), packed)


def _regular() -> Any:
    fonts.face(fonts.REGULAR)
    return fonts.REGULAR
