"""Measures, steps and cut-offs inside the sentence of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import with_unit
from clinic_gait.clinical.measures import codes
from clinic_gait.clinical.thresholds import Direction, Threshold

Limits = Mapping[str, Threshold]

TESTS = {
    Direction.BELOW: Decimal.__lt__,
    Direction.AT_MOST: Decimal.__le__,
    Direction.ABOVE: Decimal.__gt__,
    Direction.AT_LEAST: Decimal.__ge__,
}
SAID = {
    Direction.BELOW: "under {}",
    Direction.AT_MOST: "{} or less",
    Direction.ABOVE: "over {}",
    Direction.AT_LEAST: "{} or more",
}
#: Names that keep their capital inside a sentence.
_PROPER = ("Beighton", "Wells")

OPPOSITE = {
    Direction.BELOW: Direction.AT_LEAST,
    Direction.AT_MOST: Direction.ABOVE,
    Direction.ABOVE: Direction.AT_MOST,
    Direction.AT_LEAST: Direction.BELOW,
}


def label(key: str) -> str:
    """What a measure is called inside a sentence."""
    words = CATALOGUE[key].label if key in CATALOGUE else key
    proper = words.startswith(_PROPER) or not words[1:2].islower()
    return words if proper else words[0].lower() + words[1:]


def step_words(key: str, steps: tuple[str, ...]) -> str:
    """Steps by their labels: ``mild, moderate or severe``."""
    known = {step.code: step.label for step in codes(CATALOGUE[key])}
    *most, last = [known[step] for step in steps]
    return f"{', '.join(most)} or {last}" if most else last


def limit_words(key: str, direction: Direction, value: Decimal) -> str:
    return SAID[direction].format(amount_words(key, value))


def amount_words(key: str, value: Decimal) -> str:
    return with_unit(CATALOGUE[key], value)
