"""Why a finding is here, as a card to open, and what could not be told, with the way to the box that would tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.judged import Need
from clinic_gait.clinical.findings.reasoning import CannotTell, Finding, Reasoned
from clinic_gait.clinical.findings.rule import Grade, Level, Rule
from clinic_gait.clinical.shoe_wear import ZONES
from clinic_gait.clinical.sources import SOURCES, Seen
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.web.entries import enterable

#: LEFT stands first; what belongs to the patient as a whole comes last.
_SIDES = (*LEGS, Side.NONE)
_LEVELS = (Level.RED, Level.AMBER, Level.INFO)

#: The mark and the words of a level; the shape and the words carry it without colour.
_SAID = {Level.RED: ("bad", "act first"), Level.AMBER: ("wait", "look at"), Level.INFO: ("none", "note")}

_READ = {
    Seen.FULL: "read in full",
    Seen.TABLE: "table read",
    Seen.ABSTRACT: "abstract read",
    Seen.EXCERPT: "excerpt read",
    Seen.SECONDARY: "as quoted by others",
    Seen.MEMORY: "from memory, not checked",
}

#: What is not typed on the visit form: the page that has it, and its place there.
_PLACES = {
    "red_flag_screen": ("visit", "screen"),
    "lld_block_mm": ("leg_length", ""),
    "lld_tape_mm": ("leg_length", ""),
    "wear_gap_max": ("shoes", ""),
    "shoe_miles": ("shoes", ""),
    "pain_change_nprs": ("visit", "f-nprs_worst.M"),
    **dict.fromkeys(ZONES, ("shoes", "")),
}


#: How the id of a box begins.
_BOX = "f-"


class Cited(NamedTuple):
    """A source as a page names it, and how much of it was read."""

    cite: str
    url: str
    seen: str


class Place(NamedTuple):
    """What is missing, and the page and box where it is entered; no page where it is not typed at all."""

    words: str
    page: str
    anchor: str

    @property
    def row(self) -> str | None:
        """The measure whose row the visit form has to show; nothing where the place is no row of it."""
        return self.anchor[len(_BOX) :].rpartition(".")[0] if self.anchor.startswith(_BOX) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One finding: a prompt for the therapist to confirm, with everything that speaks for and against it.

    ``because`` are the values, ``asked`` the rule in words, ``otherwise`` what
    would make it silent, ``limits_changed`` the cut-offs of the rule that the
    clinic has set itself.
    """

    rule_key: str
    side: Side
    level: Level
    title: str
    because: str
    factor: str
    check_next: tuple[str, ...]
    grade: Grade
    grade_words: str
    caution: str
    asked: str
    otherwise: str
    sources: list[Cited]
    limits_changed: list[str]
    confirm: str = words.CONFIRM

    @property
    def changed(self) -> bool:
        """Whether the clinic's own cut-offs had a say in it."""
        return bool(self.limits_changed)

    @property
    def strength(self) -> str:
        """The rule and its evidence: ``DF-GAST, B: moderate``."""
        return f"{self.rule_key}, {self.grade.value}: {self.grade_words}"

    @property
    def mark(self) -> tuple[str, str]:
        """Kind and words of its state, as the macro ``state`` takes them."""
        return _SAID[self.level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A rule without an answer: what it looks for, and what to measure or ask for one."""

    rule_key: str
    side: Side
    title: str
    needs: str
    places: tuple[Place, ...]


def cards(found: Reasoned, limits: Mapping[str, Threshold] = THRESHOLDS) -> list[Card]:
    """A card for every finding: LEFT, RIGHT, then the patient; inside a side the loudest first."""
    ordered = sorted(found.findings, key=lambda one: (_SIDES.index(one.side), _LEVELS.index(one.rule.level)))
    return [_card(one, limits) for one in ordered]


def unknowns(found: Reasoned) -> list[Unknown]:
    """Every rule without an answer, LEFT, RIGHT, then the patient. Unknown is never normal."""
    return [_unknown(one) for one in sorted(found.cannot_tell, key=lambda one: _SIDES.index(one.side))]


def cited(keys: Iterable[str]) -> list[Cited]:
    """Sources by their keys, each with how much of it was read."""
    found = [SOURCES[key] for key in keys]
    return [Cited(one.cite, one.url, _READ[one.seen]) for one in found]


def _card(finding: Finding, limits: Mapping[str, Threshold]) -> Card:
    rule = finding.rule
    return Card(
        rule_key=rule.key,
        side=finding.side,
        level=rule.level,
        title=rule.finding,
        because=words.because(finding, limits),
        factor=rule.factor,
        check_next=rule.check_next,
        grade=rule.grade,
        grade_words=rule.grade.words,
        caution=rule.caution,
        asked=words.asked(finding, limits),
        otherwise=words.otherwise(finding, limits),
        sources=cited(rule.sources),
        limits_changed=_changed(rule, limits),
    )


def _changed(rule: Rule, limits: Mapping[str, Threshold]) -> list[str]:
    """The cut-offs of a rule that are not the default ones, each in a sentence."""
    names = dict.fromkeys(name for part in rule.when.parts() for name in part.cutoffs())
    return [
        f"{name}: this clinic's own {plain(limits[name].value)}{limits[name].unit.said} "
        f"(default {plain(THRESHOLDS[name].value)})"
        for name in names
        if limits[name].value != THRESHOLDS[name].value
    ]


def _unknown(one: CannotTell) -> Unknown:
    return Unknown(
        rule_key=one.rule.key,
        side=one.side,
        title=one.rule.finding,
        needs=words.needed(one.needs),
        places=tuple(_place(need) for need in one.needs),
    )


@cache
def _typed() -> tuple[str, ...]:
    """Keys of what is typed on the visit form, in its order."""
    return tuple(one.key for one in enterable())


def _place(need: Need) -> Place:
    said = words.needed((need,))
    if need.key in _PLACES:
        return Place(said, *_PLACES[need.key])
    typed = _typed()
    if need.key in typed:
        return Place(said, "visit", f"f-{need.key}.{need.side.value}")
    # A score is worked out from its items: the first of them is the way in.
    first = next((key for key in typed if need.key == "wells_score" and key.startswith("wells_")), None)
    return Place(said, "visit", f"f-{first}.{need.side.value}") if first else Place(said, "", "")
