"""Everything that is done in clinic, and Maitland's grades."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.conditions import CLASSES
from clinic_gait.clinical.reference.markdown import cited, table
from clinic_gait.clinical.techniques import MAITLAND, MAITLAND_USE, TECHNIQUES


def _lines(limits: Limits) -> Iterator[str]:
    yield "Doses are where a plan starts and are the therapist's to change. *Class* is what conditions act on; billing"
    yield "codes are numbers only."
    yield from table(
        ("Technique", "Key", "Dose", "Evidence", "Class", "Code", "Keep in mind", "Sources"),
        (
            (
                one.name,
                f"`{one.key}`",
                one.dose,
                f"{one.grade}, {Grade(one.grade).words}",
                ", ".join(CLASSES[name] for name in one.contra),
                one.cpt,
                one.note,
                cited(one.sources),
            )
            for one in TECHNIQUES.values()
        ),
    )
    yield from ("### Grades of movement (Maitland)", "")
    yield from (f"- {grade}: {words}" for grade, words in MAITLAND.items())
    yield from ("", f"{MAITLAND_USE} {cited(('maitland_cyber',))}")


CHAPTER = Chapter(title="Techniques", lines=_lines)
