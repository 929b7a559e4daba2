"""One reference and how much of it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Seen(str, Enum):
    """How much of a source was read; a page that quotes another is not that other."""

    FULL = "full"
    TABLE = "table"
    ABSTRACT = "abstract"
    EXCERPT = "excerpt"
    SECONDARY = "secondary"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A reference. ``url`` is the page that was read, which need not be the publisher's."""

    key: str
    cite: str
    url: str = ""
    seen: Seen
