"""All, any and the legs, with three answers, over real questions of one leg."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf, Clause
from clinic_gait.clinical.findings.facts import Facts, Known
from clinic_gait.clinical.findings.judged import Judged, Need
from clinic_gait.clinical.findings.patient_clauses import OnLegs
from clinic_gait.clinical.findings.side_clauses import Graded
from clinic_gait.clinical.values import Answer
from tests.clinical.findings.given import LEFT, NO, PATIENT, RIGHT, UNKNOWN, YES, given
from tests.each import each

BUMP, LOOSE, SPRAIN = Graded("haglund", "yes"), Graded("giving_way", "yes"), Graded("past_sprain", "yes")
SAID = {YES: "yes", NO: "no", UNKNOWN: "not tested"}

ALL = {
    (YES, YES): YES,
    (YES, NO): NO,
    (YES, UNKNOWN): UNKNOWN,
    (NO, YES): NO,
    (NO, NO): NO,
    (NO, UNKNOWN): NO,
    (UNKNOWN, YES): UNKNOWN,
    (UNKNOWN, NO): NO,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
ANY = {
    (YES, YES): YES,
    (YES, NO): YES,
    (YES, UNKNOWN): YES,
    (NO, YES): YES,
    (NO, NO): NO,
    (NO, UNKNOWN): UNKNOWN,
    (UNKNOWN, YES): YES,
    (UNKNOWN, NO): UNKNOWN,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}


def judged(clause: Clause, facts: Facts) -> Judged:
    return clause.judge(Known.of(facts), LEFT)


def pair(one: Answer, two: Answer) -> Facts:
    """A left leg with a bump and a loose ankle, or not, or not tested."""
    return given(left={"haglund": SAID[one], "giving_way": SAID[two]})


@each("parts", ALL, ids=str)
def test_all_is_no_with_one_no_else_unknown_with_one_unknown(parts: tuple[Answer, Answer]) -> None:
    assert judged(AllOf(BUMP, LOOSE), pair(*parts)).answer is ALL[parts]


@each("parts", ANY, ids=str)
def test_any_is_yes_with_one_yes_else_unknown_with_one_unknown(parts: tuple[Answer, Answer]) -> None:
    assert judged(AnyOf(BUMP, LOOSE), pair(*parts)).answer is ANY[parts]


@each("parts", ALL, ids=str)
def test_both_legs_and_either_leg_follow_the_same_tables(parts: tuple[Answer, Answer]) -> None:
    left, right = parts
    facts = given(left={"haglund": SAID[left]}, right={"haglund": SAID[right]})
    assert OnLegs(BUMP, every=True).judge(Known.of(facts), PATIENT).answer is ALL[parts]
    assert OnLegs(BUMP, every=False).judge(Known.of(facts), PATIENT).answer is ANY[parts]


def test_clauses_nest() -> None:
    nested = AllOf(SPRAIN, AnyOf(BUMP, LOOSE))
    assert judged(nested, given(left={"past_sprain": "yes", "haglund": "no"})).answer is UNKNOWN
    assert judged(nested, given(left={"past_sprain": "no", "haglund": "yes"})).answer is NO
    assert judged(nested, given(left={"past_sprain": "yes", "giving_way": "yes"})).answer is YES
    assert list(nested.parts()) == [SPRAIN, BUMP, LOOSE]


def test_a_yes_shows_only_the_values_that_say_yes() -> None:
    seen = judged(AnyOf(BUMP, LOOSE), pair(NO, YES)).seen
    assert [(one.key, one.side, one.text) for one in seen] == [("giving_way", LEFT, "yes")]


def test_an_unknown_lists_all_that_is_lacking_and_nothing_that_is_there() -> None:
    lacking = (Need("haglund", LEFT), Need("giving_way", LEFT))
    assert judged(AnyOf(BUMP, LOOSE, SPRAIN), given(left={"past_sprain": "no"})).needs == lacking
    assert judged(AllOf(SPRAIN, AnyOf(BUMP, LOOSE)), given(left={"past_sprain": "yes"})).needs == lacking


def test_a_value_that_several_parts_ask_for_is_named_once() -> None:
    assert judged(AnyOf(BUMP, AllOf(BUMP, LOOSE)), given()).needs == (Need("haglund", LEFT), Need("giving_way", LEFT))


def test_a_no_shows_nothing_and_lacks_nothing() -> None:
    assert judged(AllOf(BUMP, LOOSE), pair(NO, UNKNOWN)) == Judged(NO)


def test_the_other_leg_is_not_asked() -> None:
    assert judged(AnyOf(BUMP, LOOSE), given(right={"haglund": "yes"})).answer is UNKNOWN
    assert BUMP.judge(Known.of(given(right={"haglund": "yes"})), RIGHT).answer is YES
