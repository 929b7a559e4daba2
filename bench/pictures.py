"""Milliseconds and memory per photo that is sent: those that are kept, and bombs that are refused.

Each runs in a process of its own, so that one's memory is not another's.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

from bench._measure import peak, table
from clinic_gait.web.pictures import PNG_BEGINS, BadPicture, reencoded


def main() -> None:
    """Print the table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for words, make in PICTURES.items():
            file = Path(folder) / "photo"
            file.write_bytes(make())
            command = [sys.executable, "-m", "bench.pictures", str(file)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().split("\t")
            rows.append((words, f"{file.stat().st_size / 1e6:.1f}", *said))
    table("Photos of shoes", ("what is sent", "MB", "ms", "+MB", "kept"), rows)


def one(file: str) -> None:
    """Read one file, after a small one that loads what Pillow needs; prints milliseconds, memory and what is kept."""
    reencoded(photo(64, 48))
    data = Path(file).read_bytes()
    before, begun = peak(), time.perf_counter()
    try:
        kept = reencoded(data)
        came = f"{kept.width} x {kept.height}, {len(kept.jpeg) / 1000:.0f} kB"
    except BadPicture:
        came = "refused"
    print(f"{(time.perf_counter() - begun) * 1000:.0f}\t{peak() - before:.0f}\t{came}")


def photo(width: int, height: int, kind: str = "JPEG", **more: object) -> bytes:
    """A picture with as much in it as a photo has: a smooth ground and some noise."""
    ground = Image.radial_gradient("L").resize((width, height))
    out = BytesIO()
    Image.blend(ground, Image.effect_noise((width, height), 30), 0.15).convert("RGB").save(out, kind, **more)
    return out.getvalue()


def png(width: int, height: int, *, depth: int = 1, colour: int = 0, extra: bytes = b"") -> bytes:
    """A black PNG, made row by row."""
    row = bytes(1 + (width * depth * {0: 1, 6: 4}[colour] + 7) // 8)
    pressed = zlib.compressobj(9)
    body = b"".join(pressed.compress(row) for _ in range(height)) + pressed.flush()
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return PNG_BEGINS + header + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def scans() -> bytes:
    """A progressive JPEG of 24 million pixels whose last scan comes 2000 times."""
    data = photo(6000, 4000, quality=20, progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last : last + 40] * 2000 + data[last:]


PICTURES: dict[str, Callable[[], bytes]] = {
    "phone, 12 million pixels": lambda: photo(4000, 3000, quality=90),
    "phone, 48 million pixels": lambda: photo(8000, 6000, quality=80),
    "the same, progressive, 24 million": lambda: photo(6000, 4000, quality=80, progressive=True),
    "tablet, PNG of 5 million": lambda: photo(2600, 2000, "PNG"),
    "PNG of 25 million, with transparency": lambda: png(5000, 5000, depth=8, colour=6),
    "bomb: PNG of 12,000 by 12,000": lambda: png(12_000, 12_000),
    "bomb: PNG of 16,000 by 16,000": lambda: png(16_000, 16_000),
    "bomb: PNG with 300 MB of words": lambda: png(
        40, 40, extra=chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(300_000_000), 1))
    ),
    "bomb: JPEG of 2000 scans": scans,
}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(sys.argv[1])
    else:
        main()
