"""Pictures that are sent: kept as a JPEG of our own, or refused with a sentence before they cost anything."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from clinic_gait.web import jpeg, pictures
from clinic_gait.web.pictures import DAMAGED, LARGEST, LONGEST, NO_PICTURE, BadPicture, Picture, reencoded
from tests.each import each

SCAN = b"\xff\xda"
RED, GREEN, WHITE = (220, 20, 20), (20, 160, 20), (255, 255, 255)


def saved(image: Image.Image, kind: str = "JPEG", **more: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def halves(size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Red on the left, green on the right."""
    image = Image.new("RGB", size, GREEN)
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    return image


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def drawn_png(width: int, height: int, *, rows: int | None = None, depth: int = 1, extra: bytes = b"") -> bytes:
    """A black grey-scale PNG, made row by row; ``rows`` other than ``height`` makes a header that lies."""
    row = bytes(1 + (width * depth + 7) // 8)
    pressed = zlib.compressobj(9)
    body = b"".join(pressed.compress(row) for _ in range(height if rows is None else rows)) + pressed.flush()
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    return pictures.PNG_BEGINS + header + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def with_frame(data: bytes, width: int, height: int) -> bytes:
    """A JPEG whose header tells another size."""
    at = next(place for place in range(len(data)) if data[place : place + 2] in (b"\xff\xc0", b"\xff\xc2"))
    return data[: at + 5] + struct.pack(">HH", height, width) + data[at + 9 :]


def seen(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.jpeg))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (picture.width, picture.height))
    return image


def near(colour: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - two) <= 14 for one, two in zip(colour, other, strict=True))


@each("kind", ["JPEG", "PNG"])
def test_left_stays_left(kind: str) -> None:
    image = seen(reencoded(saved(halves(), kind)))
    assert image.size == (80, 40)
    assert near(image.getpixel((10, 20)), RED)
    assert near(image.getpixel((70, 20)), GREEN)


#: Per note of the camera: how the picture was put down before it was stored.
LYING = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@each(("note", "lying"), LYING.items(), ids=list(LYING))
def test_a_picture_stands_as_the_camera_says(note: int, lying: Image.Transpose | None) -> None:
    stored = halves() if lying is None else halves().transpose(lying)
    exif = Image.Exif()
    exif[0x0112] = note
    for kind in ("JPEG", "PNG"):
        image = seen(reencoded(saved(stored, kind, exif=exif)))
        assert image.size == (80, 40)
        assert near(image.getpixel((10, 20)), RED)
        assert near(image.getpixel((70, 20)), GREEN)


@each(("size", "expected"), [((3200, 1200), (1600, 600)), ((1000, 5000), (320, 1600)), ((1600, 90), (1600, 90))])
def test_the_longest_side_is_bounded_and_the_shape_stays(size: tuple[int, int], expected: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG"):
        assert seen(reencoded(saved(halves(size), kind))).size == expected


@each("size", [(1600, 1600), (1599, 1203), (2600, 1950)])
def test_the_bytes_are_bounded_whatever_is_in_the_picture(size: tuple[int, int]) -> None:
    noise = Image.effect_noise(size, 120).convert("RGB")
    picture = reencoded(saved(noise, quality=95))
    assert len(picture.jpeg) <= LARGEST
    assert max(picture.width, picture.height) <= LONGEST


def test_a_bound_that_no_quality_meets_is_met_by_a_smaller_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST", 3000)
    picture = reencoded(saved(Image.effect_noise((300, 200), 120)))
    assert len(picture.jpeg) <= 3000
    assert picture.width / picture.height == pytest.approx(1.5, abs=0.05)


MODES = ("1", "L", "LA", "P", "RGB", "RGBA")


@each("mode", MODES)
def test_every_kind_of_png_is_read(mode: str) -> None:
    steps = Image.linear_gradient("L").convert("RGB").convert(mode)
    image = seen(reencoded(saved(steps, "PNG")))
    dark, light = (image.getpixel((100, row))[0] for row in (4, 250))
    assert (dark < 40, light > 215) == (True, True)


def test_sixteen_bits_of_grey_keep_their_steps() -> None:
    steps = b"".join(struct.pack("<H", row * 257) * 64 for row in range(256))
    image = seen(reencoded(saved(Image.frombytes("I;16", (64, 256), steps), "PNG")))
    assert [round(image.getpixel((30, row))[0] / 16) for row in (0, 64, 128, 255)] == [0, 4, 8, 16]


@each("mode", ["L", "CMYK", "RGB"])
def test_every_kind_of_jpeg_is_read(mode: str) -> None:
    for progressive in (False, True):
        image = seen(reencoded(saved(halves((400, 200)).convert(mode), progressive=progressive)))
        red, green = image.getpixel((100, 100)), image.getpixel((300, 100))
        assert red != green
        if mode != "L":
            assert red[0] > green[0] + 100


def test_what_is_transparent_is_white_paper() -> None:
    clear = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    clear.paste((*RED, 255), (0, 0, 30, 60))
    palette = halves((60, 60)).quantize(4)
    for data in (
        saved(clear, "PNG"),
        saved(clear.convert("LA"), "PNG"),
        saved(palette, "PNG", transparency=palette.getpixel((50, 30))),
        saved(halves((60, 60)), "PNG", transparency=GREEN),
    ):
        image = seen(reencoded(data))
        assert near(image.getpixel((50, 30)), WHITE)
        assert not near(image.getpixel((10, 30)), WHITE)


def test_of_several_pictures_in_a_file_the_first_is_kept() -> None:
    moving = saved(halves(), "PNG", save_all=True, append_images=[Image.new("RGB", (80, 40), "blue")], duration=100)
    pair = saved(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 40), "blue")])
    assert pair.startswith(jpeg.BEGINS)
    for data in (moving, pair):
        assert near(seen(reencoded(data)).getpixel((10, 20)), RED)


SECRET = b"Delgado-41.8781-87.6298"


def marked_jpeg() -> bytes:
    """With the place, a comment, a profile, XMP and an HTML page behind its end."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (41.0, 52.0, 41.0)
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    notes = {"exif": exif, "comment": SECRET, "icc_profile": SECRET, "xmp": SECRET}
    return saved(halves(), **notes) + b"<html><script>alert('" + SECRET + b"')</script></html>"


def marked_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=True)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    return saved(halves(), "PNG", pnginfo=words, exif=exif, icc_profile=SECRET) + b"<html>" + SECRET


@each(("name", "data"), [("jpeg", marked_jpeg()), ("png", marked_png())], ids=["jpeg", "png"])
def test_nothing_that_was_written_into_a_picture_is_kept(name: str, data: bytes) -> None:
    assert SECRET in data
    kept = reencoded(data).jpeg
    image = Image.open(BytesIO(kept))
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert SECRET[:8] not in kept
    assert b"Exif" not in kept
    assert b"<html" not in kept
    assert kept.endswith(b"\xff\xd9")
    segments = [kept[place + 1] for place in range(len(kept) - 1) if kept[place] == 0xFF and kept[place + 1] >= 0xE0]
    assert segments == [0xE0]


OTHERS = {
    "nothing": b"",
    "words": b"a photo, really",
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "PDF": b"%PDF-1.7\n%\xff\xd8\xff",
    "GIF": saved(halves(), "GIF"),
    "BMP": saved(halves(), "BMP"),
    "TIFF": saved(halves(), "TIFF"),
    "WebP": saved(halves(), "WEBP"),
    "a JPEG behind a page": b"<html>" + saved(halves()),
    "a GIF that is a page": b"GIF89a/*" + b"*/=alert(1);//" + saved(halves()),
}


@each(("name", "data"), OTHERS.items(), ids=list(OTHERS))
def test_other_files_are_refused_whatever_they_are_called(name: str, data: bytes) -> None:
    assert refusal(data) == NO_PICTURE


def refusal(data: bytes) -> str:
    with pytest.raises(BadPicture) as caught:
        reencoded(data)
    return str(caught.value)


def scans(count: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    data = saved(halves(), progressive=True)
    last = data.rindex(SCAN)
    return data[:last] + data[last:-2] * count + data[-2:]


JPEG, PROGRESSIVE = saved(halves((400, 300))), saved(halves((400, 300)), progressive=True)
NOISE = saved(Image.effect_noise((80, 40), 90), "PNG")
FRAME = JPEG.index(b"\xff\xc0")
BROKEN = {
    "half a JPEG": JPEG[: len(JPEG) // 2],
    "half a progressive JPEG": PROGRESSIVE[: len(PROGRESSIVE) // 2],
    "only how a JPEG begins": jpeg.BEGINS,
    "a JPEG without a picture": jpeg.BEGINS + b"\xe0\x00\x10" + bytes(14) + b"\xff\xd9",
    "a scan without a frame": jpeg.BEGINS[:2] + JPEG[JPEG.index(SCAN) :],
    "a frame that comes twice": JPEG[:FRAME] + JPEG[FRAME : FRAME + 19] + JPEG[FRAME:],
    "a lossless frame": JPEG[:FRAME] + b"\xff\xc3" + JPEG[FRAME + 2 :],
    "no marker": JPEG[:20] + b"\x00" + JPEG[20:],
    "a JPEG of no height": with_frame(JPEG, 400, 0),
    "a JPEG with scans without end": scans(120),
    "a JPEG of filling": JPEG[:2] + b"\xff" * 100_000 + JPEG[2:],
    "a JPEG of 100,000 notes": JPEG[:2] + b"\xff\xe0\x00\x02" * 100_000 + JPEG[2:],
    "a JPEG with 100,000 notes in it": JPEG[:-2] + b"\xff\xe0\x00\x02" * 100_000 + JPEG[-2:],
    "a PNG of 100,000 chunks": drawn_png(40, 40, extra=chunk(b"abCd", b"") * 100_000),
    "half a PNG": NOISE[: len(NOISE) // 2],
    "only how a PNG begins": pictures.PNG_BEGINS,
    "a PNG with a wrong sum": saved(halves(), "PNG").replace(b"IHDR", b"IHDr"),
    "a PNG of no width": drawn_png(0, 300),
}


@each(("name", "data"), BROKEN.items(), ids=list(BROKEN))
def test_a_damaged_picture_is_refused_with_a_sentence(name: str, data: bytes) -> None:
    assert refusal(data) == DAMAGED


def test_a_film_behind_a_picture_does_not_count() -> None:
    """Phones put one there; its bytes look like scans, and like the end of a picture, by chance."""
    for data in (JPEG, PROGRESSIVE):
        assert seen(reencoded(data + (SCAN + b"\xff\xd9") * 5000)).size == (400, 300)


def test_an_end_that_is_hidden_in_a_note_ends_no_counting() -> None:
    note = b"\xff\xfe\x00\x04\xff\xd9"
    last = PROGRESSIVE.rindex(SCAN)
    data = PROGRESSIVE[:last] + (note + PROGRESSIVE[last:-2]) * 120 + PROGRESSIVE[-2:]
    assert refusal(data) == DAMAGED


def turned(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(halves((64, 32)), kind, exif=exif)


#: Pillow tells of them in the log and goes on.
TORN_NOTES = pytest.mark.filterwarnings("ignore:Corrupt EXIF data", "ignore:Metadata Warning")


@TORN_NOTES
@each("kind", ["JPEG", "PNG"])
def test_a_picture_cut_off_anywhere_ends_in_nothing_worse_than_a_sentence(kind: str) -> None:
    data = turned(kind)
    for length in range(0, len(data) - 1, 7):
        with suppress(BadPicture):
            reencoded(data[:length])


@TORN_NOTES
@each("kind", ["JPEG", "PNG"])
def test_a_picture_with_a_changed_byte_ends_in_nothing_worse_than_a_sentence(kind: str) -> None:
    data = turned(kind)
    for place in range(2, min(len(data), 700), 3):
        with suppress(BadPicture):
            reencoded(data[:place] + bytes((data[place] ^ 0x5A,)) + data[place + 1 :])


@TORN_NOTES
def test_notes_of_the_camera_that_cannot_be_read_turn_nothing() -> None:
    torn = saved(halves(), exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")
    assert seen(reencoded(torn)).size == (80, 40)


#: Each would take hundreds of megabytes, or minutes, to decode.
BOMBS = {
    "a PNG of 12,000 by 12,000": lambda: drawn_png(12_000, 12_000),
    "a PNG of 16,000 by 16,000": lambda: drawn_png(16_000, 16_000),
    "a PNG that tells of 60,000 by 60,000": lambda: drawn_png(60_000, 60_000, rows=10),
    "a PNG that tells of 400 rows and has 100,000": lambda: drawn_png(4000, 400, rows=100_000),
    "a PNG that is a line": lambda: drawn_png(24_000_000, 1),
    "a JPEG that tells of 65,000 by 65,000": lambda: with_frame(JPEG, 65_000, 65_000),
    "a progressive JPEG of 48 million": lambda: with_frame(PROGRESSIVE, 8000, 6000),
    "a PNG with 300 MB of words": lambda: drawn_png(
        40, 40, extra=chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(300_000_000), 1))
    ),
    "a PNG with a profile of 300 MB": lambda: drawn_png(
        40, 40, extra=chunk(b"iCCP", b"icc\x00\x00" + zlib.compress(bytes(300_000_000), 1))
    ),
}

#: Reads a small picture first, so that what Pillow itself takes is not counted; says megabytes last.
READ_ALL = """
import sys, warnings
warnings.simplefilter("error")
from bench._measure import peak
from clinic_gait.web.pictures import BadPicture, reencoded
first, *files = sys.argv[1:]
reencoded(open(first, "rb").read())
before = peak()
for name in files:
    try:
        print("kept", reencoded(open(name, "rb").read()).width)
    except BadPicture as error:
        print("refused", error)
print(peak() - before)
"""
ROOT = Path(__file__).resolve().parents[2]


def read_all(*files: Path) -> tuple[list[str], float]:
    """What came of each file but the first, and how many megabytes that took at most."""
    command = [sys.executable, "-c", READ_ALL, *map(str, files)]
    *said, grown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.splitlines()
    return said, float(grown)


def test_picture_bombs_are_refused_and_take_no_memory(tmp_path: Path) -> None:
    files = [tmp_path / f"{place}.jpg" for place in range(len(BOMBS) + 1)]
    for file, data in zip(files, [JPEG, *(make() for make in BOMBS.values())], strict=True):
        file.write_bytes(data)
    said, grown = read_all(*files)
    told = dict(zip(BOMBS, said, strict=True))
    kept = {name for name, words in told.items() if words.startswith("kept")}
    # What is behind the last row, or beside the picture, may be left out; what counts is that nobody unpacks it.
    assert kept <= {"a PNG that tells of 400 rows and has 100,000", "a PNG with a profile of 300 MB"}, told
    assert grown < 200


def test_the_largest_pictures_that_are_read_take_little_memory_too(tmp_path: Path) -> None:
    """24 million pixels of a PNG, and a JPEG of 48 million in one scan, as phones take them."""
    files = [tmp_path / name for name in ("small.jpg", "large.png", "large.jpg")]
    wide = Image.new("L", (8000, 6000), 90)
    for file, data in zip(files, (JPEG, drawn_png(6000, 4000, depth=8), saved(wide)), strict=True):
        file.write_bytes(data)
    said, grown = read_all(*files)
    assert said == ["kept 1600", "kept 1600"]
    assert 10 < grown < 200


def test_how_many_pixels_there_are_is_told_where_they_are_too_many() -> None:
    assert refusal(drawn_png(12_000, 12_000)).startswith("This photo has 12000 × 12000 pixels; at most 25 million")
    assert "at most 60 million" in refusal(with_frame(JPEG, 9000, 9000))
    assert "strip of 4000 × 20 pixels" in refusal(drawn_png(4000, 20))
