from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest

from clinic_gait.clinical import wells
from clinic_gait.clinical.catalogue import CATALOGUE, SECTIONS
from clinic_gait.clinical.measures import Derived, Flag
from clinic_gait.clinical.thresholds import adjusted
from clinic_gait.clinical.values import Absent, Reading, Side

ALL_NO: dict[str, bool | None] = dict.fromkeys(wells.ITEMS, False)
POINTS = [item for item, points in wells.ITEMS.items() if points == 1]


def readings(*yes: str, leave: Iterable[str] = ()) -> list[Reading]:
    """All ten answers but those left out."""
    return [
        Reading(measure=wells.PREFIX + item, side=Side.NONE, code="yes" if item in yes else "no")
        for item in wells.ITEMS
        if item not in leave
    ]


def test_nine_questions_give_a_point_and_one_takes_two() -> None:
    assert len(POINTS) == 9
    assert wells.score(ALL_NO) == 0
    assert wells.score({**ALL_NO, **dict.fromkeys(POINTS, True)}) == 9
    assert wells.score({**ALL_NO, "other_dx_as_likely": True}) == -2
    assert wells.score(dict.fromkeys(wells.ITEMS, True)) == 7


@pytest.mark.parametrize("item", wells.ITEMS)
@pytest.mark.parametrize("answer", [True, False])
def test_each_answer_counts_for_itself(item: str, answer: bool) -> None:
    base = {**ALL_NO, "past_dvt": True, "active_cancer": True}
    before = sum(wells.ITEMS[one] for one, yes in base.items() if yes and one != item)
    assert wells.score({**base, item: answer}) == before + (wells.ITEMS[item] if answer else 0)


@pytest.mark.parametrize("item", wells.ITEMS)
def test_one_unanswered_question_leaves_no_score(item: str) -> None:
    everything = dict.fromkeys(wells.ITEMS, True)
    assert wells.score({**everything, item: None}) is None
    assert wells.score({key: answer for key, answer in everything.items() if key != item}) is None


def test_no_answer_at_all_is_no_score() -> None:
    assert wells.score({}) is None
    assert wells.score_of([]) is None


def test_a_question_that_could_not_be_answered_leaves_no_score() -> None:
    declined = Reading(measure="wells_past_dvt", side=Side.NONE, absent=Absent.DECLINED)
    assert wells.score_of([*readings(*POINTS, leave=("past_dvt",)), declined]) is None


def test_other_readings_are_no_answers() -> None:
    other = Reading(measure="past_sprain", side=Side.LEFT, code="yes")
    assert wells.answers([other]) == dict.fromkeys(wells.ITEMS)


@pytest.mark.parametrize(("count", "given"), [*product((0, 2, 5), (None, -2, 1, 4))])
def test_of_an_own_and_a_given_score_the_larger_counts(count: int, given: int | None) -> None:
    assert wells.score_of(readings(*POINTS[:count]), given) == max(count, -9 if given is None else given)
    assert wells.score_of(readings(*POINTS[:count], leave=POINTS[8:]), given) == given


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, ""), (1, ""), (2, "Wells score 2: a clot is likely"), (3, "Wells score 3: a clot is likely")],
)
def test_a_clot_is_likely_from_two_points_on(count: int, said: str) -> None:
    assert wells.likely_words(readings(*POINTS[:count])) == said


def test_a_score_that_was_given_is_said_too() -> None:
    assert wells.likely_words([], given=3) == "Wells score 3: a clot is likely"
    assert wells.likely_words([], given=1) == ""
    assert wells.likely_words(readings("past_dvt"), given=2) == "Wells score 2: a clot is likely"


def test_a_clinic_may_be_stricter() -> None:
    assert wells.likely_words(readings("past_dvt"), adjusted({"wells_likely": 1})) == "Wells score 1: a clot is likely"


def test_the_answers_are_said_and_a_low_score_never_clears() -> None:
    assert wells.words([]) == ""
    assert wells.words(readings(leave=POINTS)) == "1 of 10 answered: no score until all are."
    low, high = wells.words(readings("past_dvt")), wells.words(readings(*POINTS[:3]))
    assert low == f"Wells score 1: under 2. {wells.NEVER_CLEARS}"
    assert high == f"Wells score 3: a clot is likely. {wells.NEVER_CLEARS}"
    assert "never clears" in wells.NEVER_CLEARS


def test_the_ten_questions_stand_in_a_section_of_their_own_after_the_history() -> None:
    names = list(SECTIONS)
    assert names.index(wells.TITLE) == names.index("History") + 1
    assert [one.key for one in SECTIONS[wells.TITLE]] == [*wells.KEYS, "wells_score"]


@pytest.mark.parametrize("key", wells.KEYS)
def test_a_question_says_how_and_no_answer_of_it_is_normal(key: str) -> None:
    question = CATALOGUE[key]
    assert isinstance(question, Flag)
    assert not question.sided
    assert question.normal is None
    assert question.how.endswith("?")
    assert question.sources == ("wells2003", "nice_dvt")


def test_the_score_is_worked_out_and_never_typed() -> None:
    score = CATALOGUE["wells_score"]
    assert isinstance(score, Derived)
    assert score.computed_from == wells.KEYS
