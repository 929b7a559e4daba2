"""What stands before the chapters: what this is, how to read it, and where to sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.reference.cut_offs import STRENGTHS, own
from clinic_gait.clinical.reference.markdown import table
from clinic_gait.clinical.reference.sources import SEEN
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import THRESHOLDS


def lines(limits: Limits, clinic: str, titles: Sequence[str]) -> Iterator[str]:
    """The title, the changes of the clinic, how to read, and the block for signatures."""
    yield f"# Clinical reference{f': {clinic}' if clinic else ''}"
    yield ""
    yield "Everything clinical that the program knows, written from its own entries by `python3 dev.py reference`."
    yield "Each finding is a prompt for the therapist to confirm, never a diagnosis; nothing edits a plan by itself."
    yield "Missing is never normal: what was not measured or not asked is unknown, and the program says so."
    yield ""
    yield _changes(limits)
    yield from _how_to_read()
    yield from _sign_off(titles)


def _changes(limits: Limits) -> str:
    changed = [key for key in THRESHOLDS if own(limits[key])]
    if not changed:
        return f"All {len(THRESHOLDS)} cut-offs are the defaults."
    named = ", ".join(f"`{key}` {own(limits[key])}" for key in changed)
    return f"Cut-offs changed by the clinic, {len(changed)} of {len(THRESHOLDS)}: {named}."


def _how_to_read() -> Iterator[str]:
    seen = Counter(source.seen for source in SOURCES.values())
    yield from ("", "## How to read it", "")
    yield "**Evidence of rules, techniques and exercises**"
    yield ""
    yield from (f"- {grade.value}: {grade.words}" for grade in Grade)
    yield from ("", "**Ground of a cut-off**", "")
    yield from (f"- {strength.value}: {words}" for strength, words in STRENGTHS.items())
    yield from ("", "**Sources** stand in [brackets] and are listed at the end with how much of each was read:", "")
    yield from (f"- {words}: {seen[how]}" for how, words in SEEN.items())
    yield ""
    yield "A range with two ends includes both. LEFT and RIGHT are judged apart: a rule for each leg looks at one leg,"
    yield "or compares it with the other when both were measured in the same way."


def _sign_off(titles: Sequence[str]) -> Iterator[str]:
    yield from ("", "## Review", "", "One line for each chapter, to be filled in by the clinician who has read it.")
    yield from table(
        ("Chapter", "Agreed, or see notes", "Name", "Credential", "Date"),
        ((f"{number}. {title}", "", "", "", "") for number, title in enumerate(titles, start=1)),
    )
