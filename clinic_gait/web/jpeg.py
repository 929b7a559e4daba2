"""The head and the scans of a JPEG, read strictly: how it is coded and how large it is, before a decoder sees it.

Markers and segments: ITU-T T.81, annex B.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BEGINS = b"\xff\xd8\xff"

#: Markers of frames. Cameras write the first three; a decoder cannot make the others smaller while it reads them.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
START_OF_SCAN, END = 0xDA, 0xD9
#: Markers without a segment; none of them stands before the first scan.
BARE = frozenset((0x00, 0x01, *range(0xD0, 0xDA), 0xFF))

#: More than the notes of any camera take; each one more costs a reader time.
MOST_SEGMENTS = 2000

#: Before a marker; more of them than this are no filling but a way to keep a reader busy.
_FILL = re.compile(rb"\xff{1,64}")
#: What ends a scan: a marker that is neither a stuffed byte nor a restart.
_NEXT = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A frame and the scan that follows it; ``colours`` are those of the frame, ``scanned`` of the first scan."""

    coding: int
    width: int
    height: int
    colours: int
    scanned: int
    #: Where the first scan begins.
    scan: int

    @property
    def one_scan(self) -> bool:
        """Whether the first scan holds everything, so that a decoder keeps a few lines of it instead of all."""
        return self.coding != PROGRESSIVE and self.scanned == self.colours


def head(data: bytes) -> Head:
    """The head of these bytes.

    :raises ValueError: not a JPEG as cameras write them.
    :raises IndexError: it ends before its first scan.
    """
    frame: tuple[int, int, int, int] | None = None
    at = len(BEGINS) - 1
    for _ in range(MOST_SEGMENTS):
        fill = _FILL.match(data, at)
        if fill is None:
            raise ValueError("no marker where one should be")
        at = fill.end()
        marker, body = data[at], at + 3
        if marker in BARE or (marker in FRAMES and (frame or marker > PROGRESSIVE)):
            raise ValueError(f"the marker {marker:02x} does not belong here")
        if marker in FRAMES:
            height, width = (_number(data, body + place) for place in (1, 3))
            frame = (marker, width, height, data[body + 5])
        if marker == START_OF_SCAN and frame is not None:
            coding, width, height, colours = frame
            scan = {"scanned": data[body], "scan": at - 1}
            return Head(coding=coding, width=width, height=height, colours=colours, **scan)
        at += 1 + _number(data, at + 1)
    raise ValueError("no end of segments before the first scan")


def scans(data: bytes, at: int, most: int) -> int:
    """How many scans there are from the first one at ``at`` to the end of the picture; stops counting above ``most``.

    Bytes behind the end, where phones put films and other pictures, are not looked at.
    """
    count = 0
    for _ in range(MOST_SEGMENTS):
        found = _NEXT.search(data, at)
        if found is None or data[found.end() - 1] == END or count > most:
            return count
        count += data[found.end() - 1] == START_OF_SCAN
        at = found.end() + _number(data, found.end())
    return most + 1


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
