"""What other programs find in our files: words, tags, fonts, places on the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdf
import pypdfium2

#: Operators that put ink on paper.
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "Tj", "TJ", "'", '"'}
_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>")


def pages_of(data: bytes) -> list[str]:
    """The text of every page, as pypdfium2 reads it."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def words_by_pdfium(data: bytes) -> list[str]:
    return " ".join(pages_of(data)).split()


def words_by_pypdf(data: bytes) -> list[str]:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split()


@dataclass
class Marked:
    """What the content stream of a page says: text by its number, and what stands outside every mark."""

    text: dict[int, str] = field(default_factory=dict)
    artifacts: str = ""
    outside: list[str] = field(default_factory=list)
    sizes: set[float] = field(default_factory=set)
    places: list[tuple[float, float, float]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)


def marked(page: pikepdf.Page) -> Marked:
    """Read one page operator by operator."""
    found = Marked()
    fonts = {name: to_unicode(font) for name, font in page.Resources.Font.items()}
    number: int | None = None
    inside = False
    font: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name == "BDC":
            assert not inside, "marked content inside marked content"
            inside = True
            number = int(operands[1]["/MCID"]) if "/MCID" in operands[1] else None
            if number is not None:
                assert number not in found.text, "a number used twice on one page"
                found.text[number] = ""
        elif name == "EMC":
            inside, number = False, None
        elif name == "Tf":
            font = fonts[str(operands[0])]
            found.sizes.add(float(operands[1]))
        elif name == "w":
            found.widths.append(float(operands[0]))
        elif name == "Tj":
            words = "".join(font[code] for code in bytes(operands[0]))
            if number is None:
                found.artifacts += words
            else:
                found.text[number] += words
        if name in PAINTING and not inside:
            found.outside.append(name)
    return found


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    table = _CODE.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in table}


@dataclass
class Node:
    """An element of the structure tree, with the text that belongs to it alone."""

    tag: str
    text: str
    raw: Any
    kids: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


def tree(pdf: pikepdf.Pdf) -> Node:
    """The structure tree, its text read from the pages."""
    pages = {page.obj.objgen: marked(page) for page in pdf.pages}
    return _node(pdf.Root.StructTreeRoot.K, pages)


def _node(raw: Any, pages: dict[tuple[int, int], Marked]) -> Node:
    text, kids = "", []
    for kid in raw.K:
        if isinstance(kid, int):
            text += pages[raw.Pg.objgen].text[kid]
        else:
            assert kid.P.objgen == raw.objgen, "an element that does not know where it belongs"
            kids.append(_node(kid, pages))
    return Node(str(raw.S)[1:], text, raw, kids)


def spoken(data: bytes) -> str:
    """Everything a reader aloud says, in its order, blanks made one."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parts = [node.text or str(node.raw.get("/Alt", "")) for node in tree(pdf).walk()]
    return " ".join(" ".join(parts).split())
