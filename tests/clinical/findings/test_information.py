"""What more or less information may change, and what it never may."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Reasoned, reason
from clinic_gait.clinical.findings.rule import Kind
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.findings.suggestions import suggest
from clinic_gait.clinical.values import LEGS, Reading, Side
from tests.clinical.findings.drawn import (
    BAD,
    PLACES,
    Halved,
    contradicted,
    few,
    halved,
    known,
    readings,
    visits,
)
from tests.clinical.findings.given import CLEAR, PATIENT, mirrored, opposite, with_readings, without

#: Whether two ways of measuring stand side by side is always known: with less to compare, a yes becomes a no.
DIFFERENTLY = ("DQ-03", PATIENT)

legs = st.sampled_from(LEGS)
sided = st.sampled_from([place for place in PLACES if place[1] in LEGS])


def told(found: Reasoned, turn: bool = False) -> dict[str, object]:
    """Everything a run says, in an order that owes nothing to left and right; ``turn`` exchanges the sides."""

    def side(one: Side) -> Side:
        return opposite(one) if turn else one

    return {
        "found": {
            (one.rule.key, side(one.side), frozenset((s.key, side(s.side)) for s in one.seen)) for one in found.findings
        },
        "unsure": {
            (one.rule.key, side(one.side), frozenset((n.key, side(n.side)) for n in one.needs))
            for one in found.cannot_tell
        },
        "rest": (found.holds, found.refer, found.conditions),
    }


def offered(found: Reasoned, turn: bool = False) -> list[tuple[object, ...]]:
    """The candidates with their reasons, in their order; left and right of the same candidate in any order."""
    all_ = suggest(found, ("fall_risk", "anticoagulant")).all
    return [
        (
            one.key,
            opposite(one.side) if turn else one.side,
            one.first,
            one.precaution,
            {why.rule.key for why in one.findings},
        )
        for one in all_
    ]


@few
@given(visits)
def test_exchanging_the_legs_exchanges_findings_and_unknowns_and_nothing_else(facts: Facts) -> None:
    assert told(reason(mirrored(facts)), turn=True) == told(reason(facts))


@few
@given(visits)
def test_exchanging_the_legs_exchanges_the_candidates_and_nothing_else(facts: Facts) -> None:
    facts = replace(facts, answers=CLEAR, open_flags=(), wells_score=None)
    here, there = offered(reason(facts)), offered(reason(mirrored(facts)), turn=True)
    assert [one[0] for one in here] == [one[0] for one in there]
    assert all(one in there for one in here)
    assert len(here) == len(there)


@few
@given(visits, st.data())
def test_the_order_of_the_readings_does_not_matter(facts: Facts, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(list(facts.readings.items())))
    assert reason(replace(facts, readings=dict(shuffled))) == reason(facts)


@few
@given(halved())
def test_leaving_readings_out_never_turns_a_yes_into_a_no_or_a_no_into_a_yes_but_for_dq_03(two: Halved) -> None:
    whole, part = known(two.whole), known(two.part)
    both = (whole.keys() & part.keys()) - {DIFFERENTLY}
    assert {place: part[place] for place in both} == {place: whole[place] for place in both}


@few
@given(halved())
def test_leaving_readings_out_tells_nothing_new_unless_it_ends_a_contradiction_of_table_values(two: Halved) -> None:
    assume(contradicted(two.part) == contradicted(two.whole))
    assert known(two.part).keys() <= known(two.whole).keys()


@few
@given(halved())
def test_leaving_readings_out_never_makes_sides_differently_measured(two: Halved) -> None:
    assert known(two.part)[DIFFERENTLY] <= known(two.whole)[DIFFERENTLY]


@few
@given(visits, readings, st.sampled_from([{}, CLEAR]), st.sampled_from([None, 0, 2]))
def test_a_warning_sign_stays_whatever_is_added(
    facts: Facts, more: dict[tuple[str, Side], Reading], answers: dict[str, str], wells: int | None
) -> None:
    added = replace(
        facts,
        readings={**more, **facts.readings},
        answers={**answers, **facts.answers},
        wells_score=wells if facts.wells_score is None else facts.wells_score,
    )
    red = {place for place, yes in known(facts).items() if yes and RULES[place[0]].kind is Kind.RED_FLAG}
    assert {place for place in red if not known(added).get(place)} == set()


@few
@given(visits, sided, st.data())
def test_a_bad_entry_is_worth_exactly_as_much_as_none(
    facts: Facts, place: tuple[str, Side], data: st.DataObject
) -> None:
    spoiled = with_readings(facts, data.draw(st.sampled_from(BAD[place])))
    assert reason(spoiled) == reason(without(facts, [place]))


@few
@given(visits, legs, st.sampled_from(["bad", "missing", "differently"]), st.data())
def test_spoiling_entries_of_a_leg_adds_no_finding_to_the_other_leg(
    facts: Facts, leg: Side, how: str, data: st.DataObject
) -> None:
    # A contradiction that goes away gives values back; then there is more to compare, not less.
    assume(leg not in contradicted(facts))
    hit = data.draw(st.lists(st.sampled_from([place for place in PLACES if place[1] is leg]), unique=True))
    spoiled = without(facts, hit)
    if how == "bad":
        spoiled = with_readings(facts, *(data.draw(st.sampled_from(BAD[place])) for place in hit))
    elif how == "differently":
        there = [facts.readings[place] for place in hit if place in facts.readings]
        spoiled = with_readings(facts, *(replace(one, method="by eye") for one in there))
    before = {one.rule.key for one in reason(facts).of(leg.other)}
    assert {one.rule.key for one in reason(spoiled).of(leg.other)} <= before
