"""The structure tree of a tagged file: what a reader aloud follows (PDF 1.7, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

Box = tuple[float, float, float, float]

#: Attributes of lists and tables, as PDF text.
NUMBERED = "/A<</O/List/ListNumbering/Decimal>>"
BULLETED = "/A<</O/List/ListNumbering/Disc>>"
COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"
ROW_HEAD = "/A<</O/Table/Scope/Row>>"


@dataclass(slots=True)
class Element:
    """A node of the structure tree. A kid is an element, or (page, number of the marked content).

    ``attributes`` are ready PDF text, ``box`` is where a figure lies.
    """

    tag: str
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    attributes: str = ""
    box: Box | None = None


def text_string(text: str) -> str:
    """A PDF text string, safe for any content."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Ready(pdfdoc.PDFObject):
    """An object whose bytes are ready; far quicker than nested dictionaries."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return self.text.encode("ascii")


class Tree:
    """The structure tree on its way into the file."""

    def __init__(self, root: Element, parents: Sequence[Sequence[Element]]) -> None:
        self.root = root
        self.parents = parents
        self.numbers: dict[int, int] = {}
        self.objects: list[tuple[Element, Element | None, Ready]] = []

    def written(self, document: Any) -> Ready:
        """Register every element with the document; gives the root of the tree."""
        top = Ready()
        top_number = _number(document, top)
        self._register(document, self.root, None)
        pages = [document.idToObjectNumberAndVersion[f"Page{place + 1}"][0] for place in range(len(self.parents))]
        for element, above, raw in self.objects:
            raw.text = self._element(element, top_number if above is None else self.numbers[id(above)], pages)
        lists = (f"{page}[{self._references(leaves)}]" for page, leaves in enumerate(self.parents) if leaves)
        top.text = (
            f"<</Type/StructTreeRoot/K {self.numbers[id(self.root)]} 0 R"
            f"/ParentTree<</Nums[{' '.join(lists)}]>>/ParentTreeNextKey {len(self.parents)}>>"
        )
        return top

    def _register(self, document: Any, element: Element, above: Element | None) -> None:
        raw = Ready()
        self.numbers[id(element)] = _number(document, raw)
        self.objects.append((element, above, raw))
        for kid in element.kids:
            if isinstance(kid, Element):
                self._register(document, kid, element)

    def _references(self, elements: Sequence[Element]) -> str:
        return " ".join(f"{self.numbers[id(element)]} 0 R" for element in elements)

    def _element(self, element: Element, above: int, pages: Sequence[int]) -> str:
        kids = []
        page = ""
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(f"{self.numbers[id(kid)]} 0 R")
            else:
                page = f"/Pg {pages[kid[0]]} 0 R"
                kids.append(str(kid[1]))
        layout = ""
        if element.box:
            corners = " ".join(f"{corner:.1f}" for corner in element.box)
            layout = f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>"
        return (
            f"<</Type/StructElem/S/{element.tag}/P {above} 0 R{page}/K[{' '.join(kids)}]{element.attributes}{layout}>>"
        )


def _number(document: Any, thing: Ready) -> int:
    reference = document.Reference(thing)
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number


def metadata(title: str, language: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
