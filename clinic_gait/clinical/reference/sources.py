"""Every source, and how much of it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import table
from clinic_gait.clinical.sources import SOURCES, Seen

#: How much of a source was read, in words.
SEEN: Mapping[Seen, str] = MappingProxyType(
    {
        Seen.FULL: "read in full",
        Seen.TABLE: "a table was read",
        Seen.ABSTRACT: "the abstract was read",
        Seen.EXCERPT: "an excerpt was read",
        Seen.SECONDARY: "read as somebody else quotes it",
        Seen.MEMORY: "from memory, not verified",
    }
)


def _lines(limits: Limits) -> Iterator[str]:
    yield "The address is the page that was read, which need not be the publisher's."
    yield from table(
        ("Id", "Source", "Read", "Address"),
        ((f"[{one.key}]", one.cite, SEEN[one.seen], one.url) for one in (SOURCES[key] for key in sorted(SOURCES))),
    )


CHAPTER = Chapter(title="Sources", lines=_lines)
