"""Facts for the rules, from what a person would type, and the answers that the rules give to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Reasoned, reason
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.leg_length import Difference
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Answer, Pair, Reading, Side

YES, NO, UNKNOWN = Answer.TRUE, Answer.FALSE, Answer.UNKNOWN
LEFT, RIGHT, PATIENT = Side.LEFT, Side.RIGHT, Side.NONE

#: Every question of the safety screen answered with no.
CLEAR: Mapping[str, str] = MappingProxyType(dict.fromkeys(FLAGS, "no"))
#: The same with the last question left out.
PARTIAL: Mapping[str, str] = MappingProxyType(dict.fromkeys(list(FLAGS)[:-1], "no"))

#: An ankle that is not limited, as it is typed.
FREE: Mapping[str, object] = MappingProxyType({"wblt_cm": 12, "df_ke_deg": 12, "df_kf_deg": 20})

#: Every rule on every side it runs for.
ASKED = [(rule.key, side) for rule in RULES.values() for side in (LEGS if rule.sided else (PATIENT,))]

#: A value, or a value with how it was taken.
Typed = object
Boxes = Mapping[str, Typed]
NONE: Boxes = MappingProxyType({})


def given(*, left: Boxes = NONE, right: Boxes = NONE, patient: Boxes = NONE, **rest: Any) -> Facts:
    """Facts of a visit in which only this was entered; ``rest`` are fields of the facts.

    An entry is what was typed, or a pair of it and its method.
    """
    boxes = ((LEFT, left), (RIGHT, right), (PATIENT, patient))
    read = [entered(key, side, typed) for side, typed_here in boxes for key, typed in typed_here.items()]
    return Facts(readings={one.key: one for one in read}, **rest)


def entered(key: str, side: Side, typed: Typed, *, confirmed: bool = False) -> Reading:
    """One box, read as the form reads it."""
    text, method = typed if isinstance(typed, tuple) else (typed, None)
    return read_entry(CATALOGUE[key], side, str(text), method=method, confirmed=confirmed)


def short(side: Side, mm: object) -> Difference:
    """This leg is shorter; 0 mm is no difference."""
    amount = Decimal(str(mm))
    return Difference(short_side=side if amount else Side.NONE, mm=amount)


def lengths(*, block: Difference | None = None, tape: Difference | None = None) -> dict[str, Difference]:
    """Leg length by blocks and by tape, as far as it was measured."""
    found = {"block": block, "tape_true": tape}
    return {key: one for key, one in found.items() if one is not None}


def shoes(*, left: Mapping[str, int] = MappingProxyType({}), right: Mapping[str, int]) -> tuple[Pair[Any], ...]:
    """One pair with its grades by zone."""
    return (Pair(left=left, right=right),)


def with_readings(facts: Facts, *readings: Reading) -> Facts:
    """The same with these readings in place of what stood there."""
    return replace(facts, readings={**facts.readings, **{one.key: one for one in readings}})


def without(facts: Facts, places: Iterable[tuple[str, Side]]) -> Facts:
    """The same with these readings left out."""
    gone = set(places)
    return replace(facts, readings={key: one for key, one in facts.readings.items() if key not in gone})


def each_left_out(facts: Facts) -> Iterator[Facts]:
    """The facts with one thing left out, once for every thing that is there."""
    for place in facts.readings:
        yield without(facts, [place])
    for method in facts.lengths:
        yield replace(facts, lengths={key: one for key, one in facts.lengths.items() if key != method})
    bare = Facts()
    for name in {field.name for field in fields(Facts)} - {"readings", "lengths"}:
        if getattr(facts, name) != getattr(bare, name):
            yield replace(facts, **{name: getattr(bare, name)})


def mirrored(facts: Facts) -> Facts:
    """The same visit with left and right exchanged."""
    swapped = [replace(one, side=opposite(one.side)) for one in facts.readings.values()]
    return replace(
        facts,
        readings={one.key: one for one in swapped},
        lengths={key: replace(one, short_side=opposite(one.short_side)) for key, one in facts.lengths.items()},
        shoes=tuple(Pair(left=pair.right, right=pair.left) for pair in facts.shoes),
    )


def opposite(side: Side) -> Side:
    """The other leg; what has no side keeps none."""
    return side.other if side in LEGS else side


@dataclass(frozen=True, slots=True)
class Answers:
    """What every rule answers for every leg, or for the patient."""

    of: Mapping[tuple[str, Side], Answer]

    def __call__(self, key: str, side: Side) -> Answer:
        return self.of[(key, side)]

    def sides(self, key: str, answer: Answer) -> set[Side]:
        """Where a rule gives this answer."""
        return {side for (rule, side), one in self.of.items() if rule == key and one is answer}


def answers(facts: Facts, limits: Mapping[str, Threshold] = THRESHOLDS) -> Answers:
    """The answers of all rules: in the findings, among what cannot be told, or neither."""
    return answers_in(reason(facts, limits))


def answers_in(reasoned: Reasoned) -> Answers:
    """The answers of all rules in one run."""
    found = dict.fromkeys(ASKED, NO)
    found |= {(one.rule.key, one.side): UNKNOWN for one in reasoned.cannot_tell}
    found |= {(one.rule.key, one.side): YES for one in reasoned.findings}
    return Answers(found)
