"""Drawings as PDF operators, in black and grey only: paper never tells the sides apart by colour."""

from __future__ import annotations

from math import ceil

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path

#: Grey of each ink: 0 is black, 1 is white.
GREYS = {
    Ink.BLACK: 0.0,
    Ink.WHITE: 1.0,
    Ink.GREY: 0.83,
    Ink.LEFT: 0.0,
    Ink.RIGHT: 0.0,
    Ink.EDGE: 0.35,
    Ink.LINE: 0.75,
    Ink.SOFT: 0.93,
    Ink.GOOD: 0.0,
    Ink.BAD: 0.0,
}
#: Distance and thickness of hatch lines, as multiples of the line around them.
HATCH_GAP = 3.5
HATCH_LINE = 0.5
_ROUND = 1
_BUTT = 0
_FACES = ("Helvetica", "Helvetica-Bold")


def draw(
    canvas: Canvas,
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    faces: tuple[str, str] = _FACES,
) -> None:
    """Draw into a box whose lower left corner is (x, y), as large as fits, in the middle; all in points.

    ``faces`` are the names of the regular and the bold face for its labels.
    """
    scale = min(width / drawing.width, height / drawing.height)
    canvas.saveState()
    canvas.translate(x + (width - scale * drawing.width) / 2, y + (height + scale * drawing.height) / 2)
    canvas.scale(scale, -scale)
    canvas.setLineJoin(_ROUND)
    for item in drawing.items:
        if isinstance(item, Path):
            _path(canvas, item)
        else:
            _label(canvas, item, faces)
    canvas.restoreState()


def _path(canvas: Canvas, path: Path) -> None:
    outline = _outline(canvas, path)
    if path.hatch:
        _hatch(canvas, path, outline)
    elif path.fill is not None:
        canvas.setFillGray(GREYS[path.fill])
    fill = path.fill is not None and not path.hatch
    if path.stroke is None:
        canvas.drawPath(outline, stroke=0, fill=int(fill), fillMode=1)
        return
    _line(canvas, path, path.stroke)
    if fill and path.outline:
        canvas.drawPath(outline, stroke=1, fill=0)
        canvas.drawPath(outline, stroke=0, fill=1, fillMode=1)
        return
    canvas.drawPath(outline, stroke=1, fill=int(fill), fillMode=1)


def _line(canvas: Canvas, path: Path, ink: Ink) -> None:
    canvas.setStrokeGray(GREYS[ink])
    canvas.setLineWidth(path.width)
    canvas.setLineCap(_ROUND if path.round else _BUTT)
    canvas.setDash(list(path.dash))


def _outline(canvas: Canvas, path: Path) -> PDFPathObject:
    outline = canvas.beginPath()
    for letter, *numbers in path.steps:
        places = [float(number) for number in numbers]
        match letter:
            case "M":
                outline.moveTo(*places)
            case "L":
                outline.lineTo(*places)
            case "C":
                outline.curveTo(*places)
            case _:
                outline.close()
    return outline


def _hatch(canvas: Canvas, path: Path, outline: PDFPathObject) -> None:
    """White, and lines at 45 degrees clipped to the shape: a pattern no printer can fill with grey."""
    numbers = [float(number) for step in path.steps for number in step[1:]]
    left, right, top, bottom = min(numbers[::2]), max(numbers[::2]), min(numbers[1::2]), max(numbers[1::2])
    gap, tall = HATCH_GAP * path.width * 2**0.5, bottom - top
    canvas.saveState()
    canvas.clipPath(outline, stroke=0, fill=0, fillMode=1)
    canvas.setFillGray(1)
    canvas.rect(left, top, right - left, tall, stroke=0, fill=1)
    canvas.setStrokeGray(GREYS[path.fill or path.stroke or Ink.BLACK])
    canvas.setLineWidth(HATCH_LINE * path.width)
    starts = [left - tall + gap * number for number in range(ceil((right - left + tall) / gap) + 1)]
    canvas.lines([(start, bottom, start + tall, top) for start in starts])
    canvas.restoreState()


def _label(canvas: Canvas, label: Label, faces: tuple[str, str]) -> None:
    """Text stands upright although the drawing's y points down."""
    canvas.saveState()
    canvas.translate(label.x, label.y)
    canvas.scale(1, -1)
    canvas.setFillGray(GREYS[label.ink])
    canvas.setFont(faces[label.bold], label.size)
    place = {"middle": canvas.drawCentredString, "end": canvas.drawRightString}.get(label.anchor, canvas.drawString)
    place(0, 0, label.text)
    canvas.restoreState()
