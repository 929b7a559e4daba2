"""A chapter of the reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from clinic_gait.clinical.findings.clause_words import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A title and what writes the lines under it with a clinic's cut-offs."""

    title: str
    lines: Callable[[Limits], Iterable[str]]
