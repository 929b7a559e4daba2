from __future__ import annotations

import re

from clinic_gait.clinical.sources import SOURCES, Seen
from tests.each import each


@each("key", SOURCES)
def test_a_source_is_cited_and_says_how_much_was_read(key: str) -> None:
    source = SOURCES[key]
    assert source.key == key
    assert re.fullmatch(r"[a-z][a-z0-9_]*", key)
    assert len(source.cite) > 10
    assert source.url == "" or re.match(r"https?://[^\s]+$", source.url)


def test_only_what_was_remembered_or_has_no_page_goes_without_an_address() -> None:
    without = [one for one in SOURCES.values() if not one.url]
    assert all(one.seen is Seen.MEMORY or one.key.startswith("seed_") for one in without)


def test_no_two_sources_are_the_same() -> None:
    assert len({one.cite for one in SOURCES.values()}) == len(SOURCES)
