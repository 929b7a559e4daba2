"""Every rule: what it asks, what a yes may mean, what would tell, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.findings.clause import AllOf, AnyOf, Clause
from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.findings.patient_clauses import OnLegs
from clinic_gait.clinical.findings.rule import Effect, Level, Referral, Rule
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.findings.suggestions import MOST_FIRST, MOST_HANDS
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, exercise_name, item
from clinic_gait.clinical.techniques import TECHNIQUES

_LEVELS: Mapping[Level, str] = MappingProxyType(
    {Level.RED: "red: stop or refer", Level.AMBER: "amber: look at it", Level.INFO: "info: a remark"}
)

_INTRODUCTION = (
    "A rule answers yes, no or cannot tell. A value that is missing, not tested, or outside the usual range and not",
    "confirmed is unknown; so is a comparison of sides that were measured in different ways. Where the answer hangs",
    "on it the rule cannot tell, and names what is lacking. Rules about the entries themselves run first and may set",
    "values aside. A yes is for the therapist to confirm; candidates are offered, best first, never added.",
    f"A draft begins with at most {MOST_HANDS} techniques and {MOST_FIRST} home exercises.",
    "",
)


def _lines(limits: Limits) -> Iterator[str]:
    yield from _INTRODUCTION
    for rule in RULES.values():
        yield from _entry(rule, limits)


def _entry(rule: Rule, limits: Limits) -> Iterator[str]:
    scope = "for each leg" if rule.sided else "once for the patient"
    yield from item(
        f"**{rule.key}** {rule.finding} ({_LEVELS[rule.level]}; {scope}; evidence {rule.grade.value}, "
        f"{rule.grade.words})",
        ("Asks", asked(rule.when, limits)),
        ("Cut-offs", ", ".join(f"`{name}`" for name in _cut_offs(rule))),
        ("May mean", rule.factor),
        ("Check next", "; ".join(rule.check_next)),
        ("Techniques", "; ".join(TECHNIQUES[key].name for key in rule.techniques)),
        ("Exercises", "; ".join(map(exercise_name, rule.exercises))),
        ("Caution", rule.caution),
        ("A yes also", "; ".join(_effects(rule))),
        ("Sources", cited(rule.sources)),
    )


def asked(clause: Clause, limits: Limits) -> str:
    """What a clause asks, its pieces set apart: ``all of (knee pain: yes; any of (...; ...))``."""
    match clause:
        case AllOf():
            return f"all of ({'; '.join(asked(part, limits) for part in clause.of)})"
        case AnyOf():
            return f"any of ({'; '.join(asked(part, limits) for part in clause.of)})"
        case OnLegs():
            return f"on {'both sides' if clause.every else 'either side'} {asked(clause.clause, limits)}"
        case _:
            return clause.words(limits)


def _cut_offs(rule: Rule) -> Iterator[str]:
    return iter(dict.fromkeys(name for part in rule.when.parts() for name in part.cutoffs()))


def _effects(rule: Rule) -> Iterator[str]:
    if rule.invalidates:
        named = " and ".join(CATALOGUE[key].label.lower() for key in rule.invalidates)
        yield f"sets {named} of this side aside for all other rules"
    yield from _holds(rule.effect)
    if rule.effect.refer is not Referral.NONE:
        yield f"names a referral ({rule.effect.refer.words})"
    if rule.effect.refer_by_flag:
        yield "names a referral, as urgent as the open warning signs are"
    if rule.effect.condition is not None:
        yield f"is held against candidates of both sides like the noted condition {_condition(rule.effect.condition)}"


def _holds(effect: Effect) -> Iterator[str]:
    if effect.hold_hep:
        yield "holds every home sheet and shows no candidate"
    if effect.hold_plan:
        yield "lets no plan be signed"
    if effect.hold_sign:
        yield "shows candidates that cannot be signed"


def _condition(key: str) -> str:
    return CONDITIONS[key].label


CHAPTER = Chapter(title="Rules", lines=_lines)
