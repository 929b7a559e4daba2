"""From findings to candidates: what may be offered, for which side, why, and what stands against it. Never a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from clinic_gait.clinical.conditions import Level, Precaution, judge
from clinic_gait.clinical.exercises import LIBRARY, POSTURE_ORDER, Exercise
from clinic_gait.clinical.findings.reasoning import Finding, Reasoned
from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.techniques import TECHNIQUES, Technique
from clinic_gait.clinical.values import Side

#: More home exercises are done less often; a draft begins with no more than this.
MOST_FIRST = 4
#: Of what the hands do, as many as fit into a visit.
MOST_HANDS = 3
_STRENGTH = tuple(Grade)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A candidate for one leg, or without a side where only patient-wide rules offer it (side ``NONE``).

    ``findings`` are what it is offered for, ``precaution`` what stands
    against it, ``first`` whether a draft begins with it.
    """

    key: str
    side: Side
    findings: tuple[Finding, ...]
    precaution: Precaution | None
    first: bool = False

    @property
    def entry(self) -> Exercise | Technique:
        """Its entry in the library, or among the techniques."""
        return LIBRARY[self.key] if self.key in LIBRARY else TECHNIQUES[self.key]

    @property
    def blocked(self) -> bool:
        """Whether a condition of the patient rules it out."""
        return self.precaution is not None and self.precaution.level is Level.ABSOLUTE

    @property
    def cautioned(self) -> bool:
        """Whether it may be added only with a typed reason."""
        return self.precaution is not None and self.precaution.level is Level.CAUTION

    @property
    def strength(self) -> Grade:
        """The best evidence among the rules that offer it."""
        return min((one.rule.grade for one in self.findings), key=_STRENGTH.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """All candidates, best first; those that a condition rules out stay visible with the reason."""

    techniques: tuple[Suggestion, ...] = ()
    exercises: tuple[Suggestion, ...] = ()

    @property
    def all(self) -> tuple[Suggestion, ...]:
        """Techniques, then exercises."""
        return self.techniques + self.exercises

    @property
    def first(self) -> tuple[Suggestion, ...]:
        """What a draft begins with: techniques, then exercises from standing down to the floor."""
        chosen = [one for one in self.exercises if one.first]
        chosen.sort(key=lambda one: POSTURE_ORDER.index(LIBRARY[one.key].posture))
        return (*(one for one in self.techniques if one.first), *chosen)


def suggest(reasoned: Reasoned, conditions: Collection[str] = ()) -> Suggestions:
    """The candidates of the findings; none while a warning sign holds.

    ``conditions`` are the noted ones; those that findings add act as well.

    :raises UnknownCondition: a condition that is not in the list.
    """
    if reasoned.holds.hep:
        return Suggestions()
    against = tuple(dict.fromkeys((*conditions, *reasoned.conditions)))
    techniques = _candidates(reasoned, {key: one.contra for key, one in TECHNIQUES.items()}, against)
    exercises = _candidates(reasoned, {key: one.contra for key, one in LIBRARY.items()}, against)
    return Suggestions(
        techniques=_begun(techniques, MOST_HANDS, frozenset()), exercises=_begun(exercises, MOST_FIRST, _KIN)
    )


def _candidates(
    reasoned: Reasoned, classes: Mapping[str, tuple[str, ...]], conditions: tuple[str, ...]
) -> list[Suggestion]:
    """One entry per key and side, best first: stronger rules, then more of them, then the order of the rules."""
    offers: dict[tuple[str, Side], list[Finding]] = {}
    place: dict[tuple[str, Side], int] = {}
    for finding in reasoned.findings:
        for nth, key in enumerate(key for key in _offered(finding) if key in classes):
            offers.setdefault((key, finding.side), []).append(finding)
            place[(key, finding.side)] = min(nth, place.get((key, finding.side), nth))
    _patient_wide_joins_a_leg(offers)
    found = [
        Suggestion(key=key, side=side, findings=tuple(why), precaution=judge(conditions, key, classes[key]))
        for (key, side), why in offers.items()
    ]
    order = {key: nth for nth, key in enumerate((*TECHNIQUES, *LIBRARY))}
    found.sort(
        key=lambda one: (
            _STRENGTH.index(one.strength),
            -len(one.findings),
            place.get((one.key, one.side), 0),
            order[one.key],
            # Left and right may come from different rules; which leg is which must not choose the draft.
            [why.rule.key for why in one.findings],
        )
    )
    return found


def _offered(finding: Finding) -> tuple[str, ...]:
    return finding.rule.techniques + finding.rule.exercises


def _patient_wide_joins_a_leg(offers: dict[tuple[str, Side], list[Finding]]) -> None:
    """What a leg's rule offers too has that leg's side; the patient-wide reason is added to it."""
    for key, side in [one for one in offers if one[1] is Side.NONE]:
        legs = [one for one in offers if one[0] == key and one[1] is not side]
        for leg in legs:
            offers[leg] += offers[(key, side)]
        if legs:
            del offers[(key, side)]


def _kin() -> frozenset[frozenset[str]]:
    """Pairs of exercises of which one is the easier or the harder form, or a part, of the other."""
    return frozenset(
        frozenset((key, other)) for key, one in LIBRARY.items() for other in (*one.easier, *one.harder, *one.parts)
    )


_KIN = _kin()


def _begun(found: list[Suggestion], most: int, kin: frozenset[frozenset[str]]) -> tuple[Suggestion, ...]:
    """Mark what a draft begins with: finding by finding the best that is free, not two forms of the same.

    The same for the other leg counts as one more: two legs are twice the work.
    """
    chosen: list[str] = []
    legs = Counter(one.key for one in found if _free(one))
    for key in _turns(found):
        too_much = legs[key] + sum(legs[other] for other in chosen) > most
        if not too_much and key not in chosen and not any(frozenset((key, other)) in kin for other in chosen):
            chosen.append(key)
    return tuple(replace(one, first=one.key in chosen and _free(one)) for one in found)


def _turns(found: list[Suggestion]) -> Iterator[str]:
    """Keys in turns: the best of every rule, then the next best of every rule."""
    free = [one for one in found if _free(one)]
    rules = dict.fromkeys(finding.rule.key for one in free for finding in one.findings)
    lists = [
        list(dict.fromkeys(one.key for one in free if any(why.rule.key == rule for why in one.findings)))
        for rule in rules
    ]
    longest = max(map(len, lists), default=0)
    for turn in range(longest):
        for keys in lists:
            yield from keys[turn : turn + 1]


def _free(one: Suggestion) -> bool:
    """Nothing stands against it, and its side is known: what needs a choice or a reason is never chosen beforehand."""
    if one.precaution is not None:
        return False
    if one.key in TECHNIQUES and not TECHNIQUES[one.key].contra:
        # Aids, lifts and shoes are weighed, never begun with; advice is given to a person, not to a leg.
        return one.key == "education"
    return one.side is not Side.NONE or (one.key in LIBRARY and LIBRARY[one.key].sides == "two")
