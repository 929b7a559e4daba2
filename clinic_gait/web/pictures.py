"""Pictures that people send: measured before they are decoded, and kept only as a JPEG that we made ourselves.

Nothing of the file that came is kept: no name, no place where it was taken, no
second picture, no bytes behind its end. Pillow's classes are used directly, by
what a file begins with: ``Image.open`` would try other readers first and speak
of large pictures in warnings, which are the whole process's.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from clinic_gait.web import jpeg

#: Pixels of the longest side, and bytes, of what is kept.
LONGEST = 1600
LARGEST = 600_000
#: Tried in turn until the bytes fit.
QUALITIES = (85, 75, 65, 55)
SMALLER = 0.75

#: Pixels that are decoded at most. A JPEG of one scan is decoded at an eighth to a half of its size.
MOST_PIXELS = 25_000_000
MOST_PIXELS_IN_ONE_SCAN = 60_000_000
#: A camera writes about ten scans; each one more costs the time of a whole picture.
MOST_SCANS = 40
#: Chunks of a PNG: the largest file in the usual pieces of 8 kB has a tenth of them. Each costs time.
MOST_CHUNKS = 20_000
#: How many times longer than wide: a line of millions of pixels is no photo, and costs more than one.
LEANEST = 20
#: Pixels that are turned to RGB at once.
STRIP = 2_000_000

PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

NO_PICTURE = "This file cannot be kept as a photo. Choose a JPEG or PNG picture; HEIC, GIF, PDF and others do not fit."
DAMAGED = "This photo is damaged or not complete. Take it again, or choose another one."


class BadPicture(ValueError):
    """A file that cannot be kept as a picture; the text is for whoever sent it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it is kept: a JPEG without any words in it, its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def reencoded(data: bytes) -> Picture:
    """The picture in these bytes, upright, on white, no longer than :data:`LONGEST`.

    :raises BadPicture: neither a JPEG nor a PNG, damaged, or more pixels than may be decoded.
    """
    if not data.startswith((jpeg.BEGINS, PNG_BEGINS)):
        raise BadPicture(NO_PICTURE)
    try:
        with _opened(data) as image:
            small = _small(image)
            turn = _turn(image)
    except BadPicture:
        raise
    except Exception as error:
        # Damaged files make Pillow raise whatever its parsers stumble over; it has no one class for it.
        raise BadPicture(DAMAGED) from error
    return _encoded(small if turn is None else small.transpose(turn))


def _opened(data: bytes) -> JpegImageFile | PngImageFile:
    """The picture with its header read and nothing decoded.

    :raises BadPicture: decoding it would take more memory or time than a photo may.
    """
    if data.startswith(PNG_BEGINS):
        if _chunks(data) > MOST_CHUNKS:
            raise BadPicture(DAMAGED)
        image: JpegImageFile | PngImageFile = PngImageFile(BytesIO(data))
        _refuse_size(image.size, MOST_PIXELS)
        return image
    head = jpeg.head(data)
    _refuse_size((head.width, head.height), MOST_PIXELS_IN_ONE_SCAN if head.one_scan else MOST_PIXELS)
    if jpeg.scans(data, head.scan, MOST_SCANS) > MOST_SCANS:
        raise BadPicture(DAMAGED)
    image = JpegImageFile(BytesIO(data))
    if image.size != (head.width, head.height):
        raise BadPicture(DAMAGED)
    return image


def _chunks(data: bytes) -> int:
    """How many chunks a PNG has; stops counting above :data:`MOST_CHUNKS`."""
    at, count = len(PNG_BEGINS), 0
    while at < len(data) and count <= MOST_CHUNKS:
        at += 12 + int.from_bytes(data[at : at + 4], "big")
        count += 1
    return count


def _refuse_size(size: tuple[int, int], most: int) -> None:
    width, height = size
    if min(size) < 1:
        raise BadPicture(DAMAGED)
    if width * height > most:
        raise BadPicture(
            f"This photo has {width} × {height} pixels; at most {most // 1_000_000} million can be kept. "
            "Take it with a lower resolution."
        )
    if max(size) > LEANEST * min(size):
        raise BadPicture(f"This picture is a strip of {width} × {height} pixels, which is no photo of a shoe.")


def _small(image: JpegImageFile | PngImageFile) -> Image.Image:
    """The picture in RGB, on white, at most :data:`LONGEST` long; made strip by strip, for large ones are many MB."""
    longest = max(image.size)
    if isinstance(image, JpegImageFile):
        image.draft(None, (max(1, image.width * LONGEST // longest), max(1, image.height * LONGEST // longest)))
    image.load()
    width, height = image.size
    times = max(1, max(image.size) // LONGEST)
    small = Image.new("RGB", (-(-width // times), -(-height // times)), "white")
    step = times * max(1, STRIP // (width * times))
    for top in range(0, height, step):
        strip = image.crop((0, top, width, min(top + step, height)))
        small.paste(_on_white(strip).reduce(times), (0, top // times))
    kept = min(1.0, LONGEST / max(image.size))
    size = (max(1, round(width * kept)), max(1, round(height * kept)))
    return small if small.size == size else small.resize(size, Image.Resampling.LANCZOS)


def _on_white(part: Image.Image) -> Image.Image:
    """The part in RGB; what is transparent in it is white paper."""
    if part.mode.startswith("I"):  # 16 bits of grey: Pillow would cut off what is brighter than 255
        return part.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if part.mode not in ("RGBA", "LA", "PA") and "transparency" not in part.info:
        return part.convert("RGB")
    clear = part.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")


def _turn(image: JpegImageFile | PngImageFile) -> Image.Transpose | None:
    """How the camera says that the picture has to be turned; notes that cannot be read say nothing."""
    with suppress(Exception):
        return TURNS.get(image.getexif().get(ORIENTATION, 1))
    return None


def _encoded(image: Image.Image) -> Picture:
    """The JPEG: as good as fits into :data:`LARGEST`, made smaller when no quality does."""
    while True:
        for quality in QUALITIES:
            out = BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= LARGEST:
                return Picture(jpeg=out.getvalue(), width=image.width, height=image.height)
        image = image.resize((max(1, int(image.width * SMALLER)), max(1, int(image.height * SMALLER))))
