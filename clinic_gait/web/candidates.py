"""The suggestions of today's findings on the plan page: one row each, and what the ticked ones add to the plan.

A box is named by its key and field, ``s-mt_talar_ap-side``. A row stays a
candidate until a therapist ticks it and presses the button.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clinic_gait.clinical.exercises import LIBRARY, POSTURE_ORDER, Exercise
from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.reasoning import Finding
from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.findings.suggestions import MOST_FIRST, MOST_HANDS, Suggestion, Suggestions
from clinic_gait.clinical.techniques import Technique
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import DoseSide, Side
from clinic_gait.web import sentences
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.plan_lines import SIDE_WORDS, Judged, sides_of
from clinic_gait.web.planned import BECAUSE_LONGEST, Row, name_of

#: Sent with every form that shows candidates: from then on an empty tick is a choice.
SHOWN = "s-shown"
MOST = {"t": MOST_HANDS, "x": MOST_FIRST}
_REASON = re.compile(r"s-([a-z0-9_]{1,60})-reason", re.ASCII)
_SIDES = (Side.LEFT, Side.RIGHT, Side.NONE)
_STRENGTH = tuple(Grade)
#: Given to a person, not to a leg.
_TO_A_PERSON = frozenset({"education"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Judged):
    """A row that may be added: for one leg, for both, or without a side until the therapist names one.

    ``findings`` are what it is offered for, LEFT first and the best-founded first. ``planned`` are the
    legs for which the plan has it, ``done`` says that nothing is left to add.
    ``begins`` says that it is ticked beforehand, ``first`` that it stands open.
    """

    key: str
    entry: Exercise | Technique
    findings: tuple[Finding, ...]
    strength: Grade
    side: DoseSide | None
    planned: tuple[Side, ...]
    done: bool
    first: bool
    begins: bool = False

    @property
    def kind(self) -> str:
        """The list it goes to: ``x`` or ``t``."""
        return kind_of(self.key)

    @property
    def id(self) -> str:
        """What its boxes begin with."""
        return f"s-{self.key}"

    @property
    def sides(self) -> list[tuple[str, str]]:
        """The sides it can be added for."""
        return sides_of(self.entry)

    @property
    def dose(self) -> str:
        """Its usual dose in words, which the therapist may change."""
        return sentences.dose(self.entry.dose) if isinstance(self.entry, Exercise) else self.entry.dose

    @property
    def legs(self) -> str:
        """The legs for which it stands in the plan: ``LEFT and RIGHT``; empty for none."""
        return " and ".join(SIDE_WORDS[leg.value] for leg in self.planned)

    @property
    def rule_evidence(self) -> str:
        """How good the research behind the rule is that offers it: ``B: moderate``."""
        return _graded(self.strength)

    @property
    def own_evidence(self) -> str:
        """How good the research on the exercise or technique itself is."""
        return _graded(Grade(self.entry.evidence_grade if isinstance(self.entry, Exercise) else self.entry.grade))

    @property
    def lead(self) -> tuple[Finding, ...]:
        """The best-founded finding of each side."""
        first = {one.side: one for one in reversed(self.findings)}
        return tuple(one for one in self.findings if first[one.side] is one)

    @property
    def others(self) -> tuple[Finding, ...]:
        """All the other findings that offer it."""
        lead = self.lead
        return tuple(one for one in self.findings if one not in lead)

    def ticked(self, boxes: Boxes) -> bool:
        """Whether its tick is set: as sent, or as the draft begins."""
        return boxes(f"{self.id}-tick") == "yes" if boxes(SHOWN) else self.begins

    def chosen(self, boxes: Boxes) -> str:
        """The side in its boxes: as sent, or the one chosen beforehand."""
        return boxes(f"{self.id}-side") if boxes(SHOWN) else (self.side.value if self.side else "")

    def slips(self, boxes: Boxes) -> bool:
        """Whether one of its boxes is refused."""
        return any(name.startswith(f"{self.id}-") for name in boxes.slips)

    def because(self, side: DoseSide, limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
        """What the line keeps: the findings of the legs it is added for, and those of the patient as a whole."""
        mine = [one for one in self.findings if one.side is Side.NONE or one.side in side.legs]
        return told(mine or self.findings, limits)


def kind_of(key: str) -> str:
    """The list something goes to: ``x`` for exercises, ``t`` for what the hands do."""
    return "x" if key in LIBRARY else "t"


def told(findings: Iterable[Finding], limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """Rule and values of the best-founded finding of each side, and the others by the keys of their rules."""
    given = list(findings)
    first = {one.side: one for one in reversed(given)}
    lead = [one for one in given if first[one.side] is one]
    said = " ".join(f"{one.rule.key}: {words.because(one, limits)}." for one in lead)
    also = _also(one for one in given if one not in lead)
    return f"{said} {also}".strip()[:BECAUSE_LONGEST]


def _also(findings: Iterable[Finding]) -> str:
    keys = ", ".join(dict.fromkeys(one.rule.key for one in findings))
    return f"Also {keys}." if keys else ""


def candidates(found: Suggestions, rows: Mapping[str, list[Row]]) -> list[Candidate]:
    """A row for each key, best first; what stands in the plan already is never ticked again."""
    by_key: dict[str, list[Suggestion]] = {}
    for one in found.all:
        by_key.setdefault(one.key, []).append(one)
    room = {kind: most - len(rows[kind]) for kind, most in MOST.items()}
    listed = []
    for key, same in by_key.items():
        kind = kind_of(key)
        begins = any(one.first for one in same) and room[kind] > 0
        row = _candidate(key, same, [row for row in rows[kind] if row.get("key") == key], begins=begins)
        room[kind] -= row.begins
        listed.append(row)
    return listed


def _candidate(key: str, same: list[Suggestion], rows: list[Row], *, begins: bool) -> Candidate:
    sides = [row.get("side", "") for row in rows]
    planned = tuple(dict.fromkeys(leg for side in sides if side in SIDE_WORDS for leg in DoseSide(side).legs))
    side = _side_of(key, {one.side for one in same})
    left = [leg for leg in side.legs if leg not in planned] if side else []
    if planned and len(left) == 1:
        side = DoseSide(left[0].value)
    # A line that still waits for its side may become either leg.
    done = bool(rows) and (not left or not all(one in SIDE_WORDS for one in sides))
    return Candidate(
        key=key,
        name=name_of({"key": key}),
        entry=same[0].entry,
        findings=_in_order(same),
        strength=min((one.strength for one in same), key=_STRENGTH.index),
        precaution=same[0].precaution,
        side=side,
        planned=planned,
        done=done,
        first=any(one.first for one in same),
        begins=begins and not done and side is not None,
    )


def _side_of(key: str, legs: set[Side]) -> DoseSide | None:
    """The side chosen beforehand; nothing where only a patient-wide rule offers it for one leg."""
    if key in _TO_A_PERSON or (key in LIBRARY and LIBRARY[key].sides == "two") or len(legs) == 2:
        return DoseSide.BOTH
    (leg,) = legs
    return None if leg is Side.NONE else DoseSide(leg.value)


def _in_order(same: list[Suggestion]) -> tuple[Finding, ...]:
    """The findings of all legs, LEFT first and of each leg the best-founded; a patient-wide one stands once, last."""
    found = [one for suggestion in same for one in suggestion.findings]
    once = {(one.rule.key, one.side): one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (_SIDES.index(one.side), _STRENGTH.index(one.rule.grade))))


def leading(listed: list[Candidate], kind: str) -> list[Candidate]:
    """What stands open: what a draft begins with, from standing down to the floor; else the best few."""
    mine = [one for one in listed if one.kind == kind]
    return sorted([one for one in mine if one.first] or mine[: MOST[kind]], key=posture)


def reasons_wait(boxes: Boxes, rows: Mapping[str, list[Row]]) -> bool:
    """Whether a reason was typed beside a candidate that is not in the plan."""
    planned = {row.get("key", "") for kind in MOST for row in rows[kind]}
    found = [_REASON.fullmatch(name) for name, text in boxes.typed.items() if text.strip()]
    return any(one is not None and one[1] not in planned for one in found)


def posture(one: Candidate) -> int:
    """Its place on the way from standing down to the floor; techniques have none."""
    return POSTURE_ORDER.index(one.entry.posture) if isinstance(one.entry, Exercise) else -1


def _graded(grade: Grade) -> str:
    return f"{grade.value}: {grade.words}"
