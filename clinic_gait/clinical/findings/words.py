"""A finding in sentences: why it is here, what the rule asks, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import with_unit
from clinic_gait.clinical.findings.clause_words import label
from clinic_gait.clinical.findings.judged import Need, Seen
from clinic_gait.clinical.findings.patient_clauses import NUMBERS
from clinic_gait.clinical.findings.reasoning import Finding
from clinic_gait.clinical.findings.side_clauses import LessThanOther
from clinic_gait.clinical.measures import Derived, Quantity, codes
from clinic_gait.clinical.red_flags import FLAGS, ScreenState
from clinic_gait.clinical.shoe_wear import GRADES, ZONES
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Side

CONFIRM = "For the therapist to confirm."

_NAMES = {
    "red_flags": "open warning signs",
    "lld_tape_mm": "leg length by tape",
    "lld_block_mm": "leg length by block",
}

_SCREEN = {
    ScreenState.NOT_DONE.value: "not done",
    ScreenState.PARTIAL.value: "partly done",
    ScreenState.DONE.value: "done",
}


def because(finding: Finding, limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """The values behind a finding: ``LEFT weight-bearing lunge, big toe to wall 7.5 cm, RIGHT 11 cm: 3.5 cm less``."""
    by_key: dict[str, list[Seen]] = {}
    for seen in finding.seen:
        by_key.setdefault(seen.key, []).append(seen)
    compared = {part.key for part in finding.rule.when.parts() if isinstance(part, LessThanOther)}
    return "; ".join(_told(key, seen, key in compared, limits) for key, seen in by_key.items())


def asked(finding: Finding, limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """What the rule asks, with the clinic's numbers."""
    return _sentence(finding.rule.when.words(limits))


def otherwise(finding: Finding, limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """What would have to be found for the rule to be silent."""
    return _sentence(finding.rule.when.otherwise(limits))


def needed(needs: Iterable[Need]) -> str:
    """What to measure or ask: ``LEFT weight-bearing lunge, big toe to wall``."""
    return "; ".join(dict.fromkeys(f"{_leg(need.side)}{name(need.key)}" for need in needs))


def name(key: str) -> str:
    """What a measure, a zone of the shoe or a fact of the patient is called inside a sentence."""
    if key in ZONES:
        return f"shoe wear, {ZONES[key].label}"
    return _NAMES.get(key) or (label(key) if key in CATALOGUE else NUMBERS[key][0])


def value(seen: Seen) -> str:
    """One value as a page says it: ``7.5 cm``, ``mild``, ``moderate wear``."""
    if seen.key == "red_flags":
        return ", ".join(FLAGS[key].label if key in FLAGS else key for key in seen.text.split(", "))
    if seen.key == "red_flag_screen":
        return _SCREEN[seen.text]
    if seen.key in ZONES:
        return GRADES[int(seen.text)]
    measure = CATALOGUE.get(seen.key)
    if isinstance(measure, Quantity | Derived) and _is_number(seen.text):
        return with_unit(measure, Decimal(seen.text))
    labels = {step.code: step.label for step in codes(measure)} if measure else {}
    return labels.get(seen.text, seen.text)


def _told(key: str, seen: list[Seen], compared: bool, limits: Mapping[str, Threshold]) -> str:
    pair = sorted(seen, key=lambda one: one.side is not seen[0].side)
    first, *rest = pair
    if first.key == "lld_block_mm" and first.side in LEGS:
        return f"{_leg(first.side)}leg shorter by {value(first)}, by block"
    colon = "" if _is_number(first.text) and key not in ZONES else ":"
    said = f"{_leg(first.side)}{name(key)}{colon} {value(first)}"
    said += "".join(f", {_leg(other.side)}{value(other)}" for other in rest)
    return f"{said}: {_less(key, first, rest[0], limits)}" if compared and rest else said


def _less(key: str, here: Seen, there: Seen, limits: Mapping[str, Threshold]) -> str:
    """The difference in the measure's unit, and whether it is more than measuring can get wrong."""
    measure = CATALOGUE[key]
    amount = abs(Decimal(here.text) - Decimal(there.text))
    said = f"{with_unit(measure, amount)} less"
    figure = measure.error_for(None, limits) if isinstance(measure, Quantity) else None
    if figure is None:
        return f"{said}, measurement error not known"
    return f"{said}, {'beyond' if amount >= figure.value else 'within'} measurement error ({figure.value})"


def _leg(side: Side) -> str:
    return f"{side.word.upper()} " if side in LEGS else ""


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
