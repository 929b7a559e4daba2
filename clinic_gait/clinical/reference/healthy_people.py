"""What healthy people do, and the phases of walking."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.gait_norms import CADENCE_NOTE, NORMS, STATIC_START_SPEED, Norm
from clinic_gait.clinical.gait_phases import NOTE, PHASES, SOURCES_OF_PHASES
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, table

_PEOPLE = {"M": "men", "F": "women", "": "all"}


def _lines(limits: Limits) -> Iterator[str]:
    yield "A row is shown beside a value and never calls it normal or not."
    yield from table(("Measure", "People", "Age", "Value", "How sure", "Source"), map(_row, NORMS))
    yield f"- Walking speed on 4 m from standing, adults 18 to 85: {STATIC_START_SPEED} m/s {cited(('bohannon2019',))}"
    yield f"- {CATALOGUE['cadence_spm'].label}: {CADENCE_NOTE}"
    yield from ("", "### Phases of walking", "", f"{NOTE} {cited(SOURCES_OF_PHASES)}")
    yield from table(
        ("Phase", "Percent of a cycle", "Task"),
        ((f"{one.label} ({one.key})", f"{one.start} to {one.end}", one.task) for one in PHASES.values()),
    )


def _row(one: Norm) -> tuple[str, ...]:
    return (
        CATALOGUE[one.measure].label,
        _PEOPLE[one.sex],
        f"{one.age_from} to {one.age_to}",
        f"{one.value}{one.unit.said}",
        one.status,
        cited((one.source,)),
    )


CHAPTER = Chapter(title="What healthy people do", lines=_lines)
