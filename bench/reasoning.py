"""Milliseconds from a visit to its findings and candidates, beside writing the same visit as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from bench._measure import Cost, cost, peak, table
from clinic_gait.care.canonical import plain
from clinic_gait.care.reasoning import facts_of
from clinic_gait.care.visit import Clinic, Person, Screen, Staff, VisitSnapshot
from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import reason
from clinic_gait.clinical.findings.suggestions import Suggestions, suggest
from clinic_gait.exchange.cases import read_cases

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "acceptance.yaml"
#: The case with the most findings: thirteen of one leg, two of the patient.
FULL = "C06"
TARGET_MS = 2.0
VISITS = 1000


def visit(number: int = 0) -> VisitSnapshot:
    """The fullest acceptance case as a snapshot; ``number`` makes it another patient's."""
    case = next(one for one in read_cases(CASES.read_text(encoding="utf-8")) if one.id == FULL)
    seen = case.visits[-1]
    return VisitSnapshot(
        visit=UUID(int=number),
        clinic=Clinic(key="river", name="Riverside PT"),
        person=Person(name=case.patient.name, age=case.patient.age, sex=case.patient.sex),
        day=date(2026, 11, 12),
        kind=seen.kind,
        clinician=Staff(key="u1", name="Jane Okafor", credential="PT"),
        complaint=seen.complaint,
        screen=Screen(answers=dict(seen.answers)),
        conditions=("osteoporosis", "fall_risk"),
        readings=seen.readings,
        shoes=(seen.shoes,) if seen.shoes else (),
        leg_lengths=seen.leg_lengths,
    )


def suggested(snapshot: VisitSnapshot) -> Suggestions:
    """What a page asks for: the facts, the findings, the candidates."""
    return suggest(reason(facts_of(snapshot)), snapshot.conditions)


def told(facts: Facts) -> list[str]:
    """Every sentence of the page: why, what is asked, what would change it, what is lacking."""
    found = reason(facts)
    said = [tell(one) for one in found.findings for tell in (words.because, words.asked, words.otherwise)]
    return said + [words.needed(one.needs) for one in found.cannot_tell]


def main() -> None:
    """Print the table."""
    full = visit()
    facts, shape = facts_of(full), plain(full)
    found = reason(facts)
    many = [replace(full, visit=UUID(int=number)) for number in range(VISITS)]
    yardstick = cost(lambda: json.dumps(shape), times=200)
    parts: dict[str, tuple[Callable[[], object], int]] = {
        "findings": (lambda: reason(facts), 200),
        "candidates": (lambda: suggest(found, full.conditions), 200),
        "facts, findings and candidates": (lambda: suggested(full), 200),
        "findings and all their sentences": (lambda: told(facts), 200),
        f"{VISITS} visits, findings and candidates": (lambda: sum(len(suggested(one).all) for one in many), 3),
    }
    spent = {name: cost(call, times=times) for name, (call, times) in parts.items()}
    rows = [_row(name, one, yardstick) for name, one in {"JSON of the visit": yardstick, **spent}.items()]
    table(
        f"Reasoning over {FULL}: {len(full.readings)} readings, {len(found.findings)} findings, "
        f"{len(suggested(full).all)} candidates",
        ("step", "CPU ms", "median ms", "best ms", "x JSON"),
        rows,
    )
    once = spent["facts, findings and candidates"].wall
    print(f"\none visit {once:.2f} ms, target under {TARGET_MS:.0f} ms; peak memory {peak():.0f} MB")


def _row(name: str, one: Cost, yardstick: Cost) -> tuple[str, ...]:
    return name, f"{one.cpu:.3f}", f"{one.wall:.3f}", f"{one.best:.3f}", f"{one.best / yardstick.best:.1f}"


if __name__ == "__main__":
    main()
