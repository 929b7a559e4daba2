"""Leg length and shoe wear: methods, bands, what is known, and patterns."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_gait.clinical import leg_length, shoe_wear
from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, table
from clinic_gait.clinical.units import plain


def _legs(limits: Limits) -> Iterator[str]:
    yield "A difference is a short side and millimeters. The program names bands and disagreement; it never suggests"
    yield "a lift. The block leads; where methods disagree no band is shown."
    yield from table(
        ("Method", "How", "Error", "Keep in mind", "Sources"),
        ((one.label, one.how, one.error, one.note, cited(one.sources)) for one in leg_length.METHODS.values()),
    )
    yield from ("### Bands by default", "")
    yield from (f"- {one.limits}, called *{one.label}*" for one in leg_length.BANDS)
    yield (
        f"- Tape and block disagree when they lie {plain(limits['lld_methods_gap_mm'].value)} mm or more apart, or "
        + (f"name another short side and both say {plain(limits['lld_note_mm'].value)} mm or more.")
    )
    yield from (f"- Other writers: {words}" for words in leg_length.OTHER_SCHEMES)
    yield from ("", "### Refer", "", *(f"- {words}" for words in leg_length.REFER_IF))
    yield from ("", "### Look at standing and again sitting", "")
    yield from (f"- {words}" for words in leg_length.FUNCTIONAL_CHECKS)
    yield from ("", "### Bone or posture", "", *(f"- {words}" for words in leg_length.POINTS_TO), "")
    yield from ("### Lift trial", "", "Noted, never suggested. A lift is weighed only with:", "")
    yield from (f"- {words}" for words in (*leg_length.LIFT_ONLY_IF, *leg_length.LIFT_NOTES))
    yield from ("", "### What is known", "", *(f"- {words}" for words in leg_length.EVIDENCE))


def _shoes(limits: Limits) -> Iterator[str]:
    yield shoe_wear.CAVEAT
    yield shoe_wear.MILEAGE_NOTE
    grades = ", ".join(f"{number} {words}" for number, words in shoe_wear.GRADES.items())
    yield f"Grades: {grades}. A zone that was not looked at is unknown. Shoes differ from {shoe_wear.UNEVEN} grades on."
    yield from table(
        ("Part of the shoe", "Zones"),
        ((region, ", ".join(labels)) for region, labels in _regions().items()),
    )
    yield from table(
        ("Seen", "What some take it for", "Sources"),
        ((one.seen, one.meaning, cited(one.sources)) for one in shoe_wear.PATTERNS),
    )


def _regions() -> dict[str, list[str]]:
    regions: dict[str, list[str]] = {}
    for zone in shoe_wear.ZONES.values():
        regions.setdefault(zone.region, []).append(zone.label)
    return regions


LEGS = Chapter(title="Leg length", lines=_legs)
SHOES = Chapter(title="Shoe wear", lines=_shoes)
