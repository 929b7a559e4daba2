from __future__ import annotations

from decimal import Decimal

import pytest

from clinic_gait.clinical.values import LEGS, Absent, Answer, DoseSide, Pair, Reading, Side, WrongSide

T, F, U = Answer.TRUE, Answer.FALSE, Answer.UNKNOWN


def test_left_stands_first() -> None:
    assert LEGS == (Side.LEFT, Side.RIGHT)


@pytest.mark.parametrize("side", LEGS)
def test_the_other_side_of_the_other_side_is_the_side(side: Side) -> None:
    assert side.other is not side
    assert side.other.other is side


def test_what_has_no_side_has_no_other_side() -> None:
    with pytest.raises(WrongSide):
        _ = Side.NONE.other


@pytest.mark.parametrize(
    ("word", "side"),
    [("left", Side.LEFT), ("right", Side.RIGHT), ("none", Side.NONE), ("patient", Side.NONE)],
)
def test_a_side_is_read_from_its_word(word: str, side: Side) -> None:
    assert Side.from_word(word) is side


@pytest.mark.parametrize("word", ["both", "L", "Left", "", "links"])
def test_a_finding_is_never_on_both_sides_nor_on_an_unknown_one(word: str) -> None:
    with pytest.raises(WrongSide):
        Side.from_word(word)


@pytest.mark.parametrize("side", DoseSide)
def test_a_dose_side_comes_back_from_its_word(side: DoseSide) -> None:
    assert DoseSide.from_word(side.word) is side


@pytest.mark.parametrize("word", ["none", "L", "Both", ""])
def test_a_dose_has_no_other_sides(word: str) -> None:
    with pytest.raises(WrongSide):
        DoseSide.from_word(word)


def test_both_means_left_and_right() -> None:
    assert DoseSide.BOTH.legs == LEGS
    assert DoseSide.LEFT.legs == (Side.LEFT,)


def test_a_pair_gives_each_leg_its_own_and_nothing_without_a_side() -> None:
    pair = Pair(left=1, right=2)
    assert (pair.of(Side.LEFT), pair.of(Side.RIGHT)) == (1, 2)
    with pytest.raises(WrongSide):
        pair.of(Side.NONE)


ALL = [(T, T, T), (T, F, F), (T, U, U), (F, T, F), (F, F, F), (F, U, F), (U, T, U), (U, F, F), (U, U, U)]
ANY = [(T, T, T), (T, F, T), (T, U, T), (F, T, T), (F, F, F), (F, U, U), (U, T, T), (U, F, U), (U, U, U)]


@pytest.mark.parametrize(("one", "two", "together"), ALL)
def test_all_is_false_before_it_is_unknown(one: Answer, two: Answer, together: Answer) -> None:
    assert Answer.all([one, two]) is together


@pytest.mark.parametrize(("one", "two", "together"), ANY)
def test_any_is_true_before_it_is_unknown(one: Answer, two: Answer, together: Answer) -> None:
    assert Answer.any([one, two]) is together


@pytest.mark.parametrize("one", Answer)
@pytest.mark.parametrize("two", Answer)
def test_not_all_is_any_not(one: Answer, two: Answer) -> None:
    assert ~Answer.all([one, two]) is Answer.any([~one, ~two])


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert (~T, ~F, ~U) == (F, T, U)


def test_nothing_asked_is_all_true_and_none_any() -> None:
    assert Answer.all([]) is T
    assert Answer.any([]) is F


@pytest.mark.parametrize(("value", "answer"), [(True, T), (False, F), (None, U)])
def test_none_is_unknown(value: bool | None, answer: Answer) -> None:
    assert Answer.of(value) is answer


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_never_taken_for_yes_or_no_by_accident(answer: Answer) -> None:
    with pytest.raises(TypeError):
        bool(answer)


def test_a_reading_is_one_thing() -> None:
    one = Reading(measure="wblt_cm", side=Side.LEFT, value=Decimal("0.0"))
    assert one.key == ("wblt_cm", Side.LEFT)
    with pytest.raises(ValueError, match="exactly one"):
        Reading(measure="wblt_cm", side=Side.LEFT)
    with pytest.raises(ValueError, match="exactly one"):
        Reading(measure="wblt_cm", side=Side.LEFT, value=Decimal(0), absent=Absent.PAIN)


@pytest.mark.parametrize("absent", Absent)
def test_every_reason_for_no_value_has_words(absent: Absent) -> None:
    assert absent.words == "not tested" or absent.words.startswith("could not: ")
