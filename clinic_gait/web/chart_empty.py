"""Before anything is measured: what must be asked first, as far as today's draft has got."""

from __future__ import annotations

from dataclasses import dataclass

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.records.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How far the safety questions are. ``kind`` is ok, wait or bad; ``visit`` is the draft they stand in."""

    words: str
    kind: str
    visit: Visit | None


def beginning(visit: Visit | None) -> Beginning:
    """What today's draft has of the safety questions; a question that was not asked is never read as no."""
    asked = len(visit.screen().answers) if visit else 0
    if not asked:
        return Beginning(words="Safety questions not asked", kind="bad", visit=visit)
    if asked < len(FLAGS):
        return Beginning(words=f"Safety questions: {asked} of {len(FLAGS)} asked", kind="wait", visit=visit)
    return Beginning(words=f"Safety questions: all {len(FLAGS)} asked", kind="ok", visit=visit)
