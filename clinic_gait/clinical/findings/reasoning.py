"""One run of all rules over one visit: findings, what cannot be told, and what holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clinic_gait.clinical.findings.facts import Facts, Known
from clinic_gait.clinical.findings.judged import Judged, Need, Seen
from clinic_gait.clinical.findings.rule import Kind, Referral, Rule
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Answer, Side

#: Left stands first; what belongs to the patient as a whole comes last.
_SIDES = (*LEGS, Side.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that holds for a leg, or for the patient (side ``NONE``), with the values that made it so."""

    rule: Rule
    side: Side
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CannotTell:
    """A rule without an answer, and what to measure or ask for one."""

    rule: Rule
    side: Side
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """What is stopped: home sheets and candidates, the signing of a plan, and of what is only shown."""

    hep: bool
    plan: bool
    sign: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasoned:
    """What the rules make of a visit, for the therapist to confirm. Left before right, the patient last."""

    findings: tuple[Finding, ...]
    cannot_tell: tuple[CannotTell, ...]
    holds: Holds
    refer: Referral
    #: Conditions that findings add to those noted; they act on both sides.
    conditions: tuple[str, ...]

    def of(self, side: Side) -> tuple[Finding, ...]:
        """The findings of one leg, or of the patient."""
        return tuple(one for one in self.findings if one.side is side)

    def has(self, key: str, side: Side) -> bool:
        """Whether this rule holds here."""
        return any(one.rule.key == key and one.side is side for one in self.findings)


def reason(
    facts: Facts, limits: Mapping[str, Threshold] = THRESHOLDS, rules: Iterable[Rule] = RULES.values()
) -> Reasoned:
    """Run the rules: those about the data first, for what they take out is unknown to all the others."""
    known = Known.of(facts, limits)
    judged: list[tuple[Rule, Side, Judged]] = []
    ordered = sorted(rules, key=lambda rule: rule.kind is not Kind.DATA)
    for rule in ordered:
        for side in LEGS if rule.sided else (Side.NONE,):
            found = rule.when.judge(known, side)
            judged.append((rule, side, found))
            if rule.invalidates and found.answer is Answer.TRUE:
                known = known.without(rule.invalidates, side)
    judged.sort(key=lambda one: _SIDES.index(one[1]))
    findings = tuple(
        Finding(rule=rule, side=side, seen=one.seen) for rule, side, one in judged if one.answer is Answer.TRUE
    )
    return Reasoned(
        findings=findings,
        cannot_tell=tuple(
            CannotTell(rule=rule, side=side, needs=one.needs)
            for rule, side, one in judged
            if one.answer is Answer.UNKNOWN
        ),
        holds=_holds(findings),
        refer=max((_referral(one.rule, facts) for one in findings), key=lambda one: one.rank, default=Referral.NONE),
        conditions=tuple(sorted({one.rule.effect.condition for one in findings if one.rule.effect.condition})),
    )


def _holds(findings: tuple[Finding, ...]) -> Holds:
    effects = [one.rule.effect for one in findings]
    return Holds(
        hep=any(effect.hold_hep for effect in effects),
        plan=any(effect.hold_plan for effect in effects),
        sign=any(effect.hold_sign for effect in effects),
    )


def _referral(rule: Rule, facts: Facts) -> Referral:
    if not rule.effect.refer_by_flag:
        return rule.effect.refer
    # A flag this version does not know holds all the same; it is treated as one to be seen within days.
    urgent = [Referral(FLAGS[key].urgency.value) if key in FLAGS else Referral.URGENT for key in facts.open_flags]
    return max(urgent, key=lambda one: one.rank, default=Referral.NONE)
