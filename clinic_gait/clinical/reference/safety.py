"""The safety screen: every warning sign, what makes it a yes, how soon to refer, and the clot score."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.cut_offs import own
from clinic_gait.clinical.reference.markdown import cited, table
from clinic_gait.clinical.units import plain


def _lines(limits: Limits) -> Iterator[str]:
    yield f"{len(FLAGS)} questions. A yes holds the home program until a therapist lifts it with a reason; a question"
    yield "without an answer is unknown, never clear. What is told in *Ask* makes the answer a yes."
    yield from table(
        ("Warning sign", "Key", "How soon", "Ask", "Keep in mind", "Sources"),
        (
            (flag.label, f"`{flag.key}`", flag.urgency.words, "; ".join(flag.ask), flag.note, cited(flag.sources))
            for flag in FLAGS.values()
        ),
    )
    yield from _clot_score(limits)


def _clot_score(limits: Limits) -> Iterator[str]:
    asked = FLAGS["dvt"].ask
    likely = limits["wells_likely"]
    yield from ("### Clot score (Wells)", "")
    yield f"- One point for each of: {'; '.join(asked)}."
    yield f"- Two points off when another diagnosis is as likely. From -2 to {len(asked)}; unknown until all are"
    yield "  answered. The two-level version of 2003: others say surgery within 4 weeks, or leave the past clot out."
    yield f"- A clot is likely at {'; '.join(filter(None, (f'{plain(likely.value)} or more', own(likely))))}."
    yield "- It is never used to clear a patient: whoever suspects a clot refers, and the score goes into the letter."
    yield f"- {cited(('wells2003', 'nice_dvt', 'wells_versions'))}"


CHAPTER = Chapter(title="Warning signs and clot score", lines=_lines)
