"""Drawings on paper."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from reportlab.pdfgen.canvas import Canvas

from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.figures import figure
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path
from clinic_gait.documents.figures import GREYS, draw

PAGE = 200.0
#: A frame of 88 units is 34 mm wide on a sheet.
POINTS_PER_UNIT = 34 / 25.4 * 72 / 88
TOP_HALF = (("M", 0, 0), ("L", 100, 0), ("L", 100, 50), ("L", 0, 50), ("Z",))
COPIED = ("calf_stretch_straight", "matrix_bent_kneel_turn", "heel_raise_double", "clamshell", "ankle_band_side")


def picture(*items: Path | Label) -> Drawing:
    return Drawing(width=100, height=100, items=items, title="test")


def sheet(drawing: Drawing, width: float = PAGE, height: float = PAGE, *, packed: bool = True) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=True, pageCompression=int(packed))
    draw(canvas, drawing, 0, 0, width, height)
    canvas.save()
    return out.getvalue()


def image(data: bytes, scale: float = 1.0) -> Image.Image:
    page: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=scale, grayscale=True).to_pil()
    return page.convert("L")


def ink(picture: Image.Image) -> float:
    """The share of black."""
    return 1 - ImageStat.Stat(picture).mean[0] / 255


def test_the_top_of_a_drawing_is_at_the_top_of_its_box() -> None:
    page = image(sheet(picture(Path(steps=TOP_HALF, fill=Ink.BLACK))))
    assert page.getpixel((100, 40)) == 0
    assert page.getpixel((100, 160)) == 255


def test_a_drawing_keeps_its_shape_and_stands_in_the_middle_of_a_wide_box() -> None:
    page = image(sheet(picture(Path(steps=TOP_HALF, fill=Ink.BLACK)), width=400))
    assert [page.getpixel((x, 40)) for x in (50, 150, 250, 350)] == [255, 0, 0, 255]


@pytest.mark.parametrize("side", [Ink.LEFT, Ink.RIGHT])
def test_sides_are_black_on_paper(side: Ink) -> None:
    assert image(sheet(picture(Path(steps=TOP_HALF, fill=side)))).getpixel((100, 40)) == 0


def test_paper_knows_no_colour() -> None:
    assert GREYS.keys() == set(Ink)
    items = [Path(steps=TOP_HALF, fill=ink, stroke=ink) for ink in Ink]
    stream = sheet(picture(*items), packed=False)
    assert b" rg" not in stream.split(b"stream")[1]
    assert b" RG" not in stream.split(b"stream")[1]


def test_a_hatch_is_lines_on_white_inside_its_shape() -> None:
    page = image(sheet(picture(Path(steps=TOP_HALF, fill=Ink.RIGHT, width=1.4, hatch=True))), scale=3)
    top, bottom = page.crop((0, 0, 600, 300)), page.crop((0, 302, 600, 600))
    assert 0.05 < ink(top) < 0.4
    assert ink(bottom) == 0


def test_an_outline_lies_outside_and_joins_overlapping_parts() -> None:
    left = (("M", 20, 20), ("L", 60, 20), ("L", 60, 80), ("L", 20, 80), ("Z",))
    right = (("M", 40, 20), ("L", 80, 20), ("L", 80, 80), ("L", 40, 80), ("Z",))
    both = Path(steps=(*left, *right), fill=Ink.WHITE, stroke=Ink.BLACK, width=4, outline=True)
    page = image(sheet(picture(both)))
    assert page.getpixel((120, 100)) == 255
    assert page.getpixel((37, 100)) == 0


def test_labels_stand_upright() -> None:
    page = image(sheet(picture(Label(x=50, y=60, text="L", size=60, anchor="middle", bold=True))), scale=2)
    black = page.point(lambda value: 255 * (value < 128)).getbbox()
    assert black is not None
    left, top, right, bottom = black
    middle = (top + bottom) // 2
    assert ink(page.crop((left, middle, right, bottom))) > ink(page.crop((left, top, right, middle)))


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = figure("calf_stretch_step", LIBRARY["calf_stretch_step"].dose_sides[0])[1]
    assert sheet(drawing) == sheet(drawing)


@pytest.mark.parametrize("key", LIBRARY)
def test_every_figure_prints(key: str) -> None:
    for drawing in figure(key, LIBRARY[key].dose_sides[0]):
        data = sheet(drawing, drawing.width, drawing.height)
        assert 0.04 < ink(image(data)) < 0.5
        assert len(data) < 14_000


@pytest.mark.parametrize("key", COPIED)
def test_the_black_leg_survives_a_one_bit_copier(key: str) -> None:
    """At 34 mm and 150 dots per inch, of all black thicker than half a millimetre 95 in 100 dots stay black."""
    drawing = figure(key, LIBRARY[key].dose_sides[0])[1]
    data = sheet(drawing, drawing.width * POINTS_PER_UNIT, drawing.height * POINTS_PER_UNIT)
    fine = image(data, 600 / 72).point(lambda value: 255 * (value < 128))
    solid = fine.filter(ImageFilter.MinFilter(13)).filter(ImageFilter.MaxFilter(13))
    copy = image(data, 150 / 72).point(lambda value: 255 * (value < 128)).resize(solid.size, Image.Resampling.NEAREST)
    kept = ImageChops.multiply(solid, copy)
    assert ImageStat.Stat(kept).sum[0] > 0.95 * ImageStat.Stat(solid).sum[0] > 0
