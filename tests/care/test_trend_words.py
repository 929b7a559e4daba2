"""A trend in words: side, direction, amount, error; never more than the measuring can carry."""

from __future__ import annotations

import dataclasses

import pytest

from clinic_gait.care.trend_words import direction, sentences, words
from clinic_gait.care.trends import Trend
from clinic_gait.clinical.compare import Verdict
from clinic_gait.clinical.measures import Better
from clinic_gait.clinical.values import Side
from tests.care.test_charts import LUNGE, points, with_method

UNKNOWN, FELT = dataclasses.replace(LUNGE, error=None), dataclasses.replace(LUNGE, felt=True)


def of_left(*values: str, chart: Trend = LUNGE) -> str:
    return words(dataclasses.replace(chart, points=points(Side.LEFT, *values)))


def test_a_sentence_names_side_change_direction_and_error() -> None:
    assert words(LUNGE) == (
        "LEFT 9 cm, +2 since 1 Oct, better, beyond error (1.9); +1.5 since last, within error (1.9); "
        "2 less than RIGHT. RIGHT 11 cm, no change since 1 Oct and since last."
    )


def test_two_changes_that_are_judged_alike_are_said_in_one_breath() -> None:
    assert of_left("7", "7.5", "8") == "LEFT 8 cm, +1 since 1 Oct and +0.5 since last, within error (1.9)."


@pytest.mark.parametrize(
    ("better", "judged", "said"),
    [
        (Better.UP, Verdict.WORSE, "worse, beyond error (1.9)"),
        (Better.DOWN, Verdict.BETTER, "better, beyond error (1.9)"),
        (None, None, "beyond error (1.9)"),
    ],
)
def test_less_is_worse_or_better_as_the_measure_says(better: Better | None, judged: Verdict | None, said: str) -> None:
    chart = dataclasses.replace(LUNGE, points=points(Side.LEFT, "9", "7"), better=better)
    (part,) = sentences(chart)[0].parts
    assert (part.words, part.verdict) == (f"-2 since 1 Oct, {said}", judged)


@pytest.mark.parametrize(("now", "word"), [("8.89", "within"), ("8.9", "beyond"), ("9", "beyond")])
def test_the_error_figure_itself_is_beyond(now: str, word: str) -> None:
    assert f"{word} error (1.9)" in of_left("7", now)


def test_without_an_error_figure_nothing_is_called_beyond_or_within() -> None:
    said = of_left("7", "9", chart=UNKNOWN)
    assert said == "LEFT 9 cm, +2 since 1 Oct, error not known."


def test_a_figure_that_people_notice_is_not_called_an_error() -> None:
    assert of_left("7", "9", chart=FELT).endswith("better, as much as people notice (1.9).")
    assert of_left("7", "8", chart=FELT).endswith("less than people notice (1.9).")


def test_another_method_is_compared_with_nothing_and_named() -> None:
    assert words(with_method(LUNGE, 2, "app")) == (
        "LEFT 9 cm, measured once in this way. RIGHT 11 cm, no change since 1 Oct and since last. "
        "Measured in another way, not compared: 1 Oct, 15 Oct."
    )
    assert "LEFT 9 cm, +2 since 1 Oct, better" in words(with_method(LUNGE, 1, "app"))


def test_what_has_no_side_names_none() -> None:
    pain = Trend(label="Worst pain", unit="", points=points(Side.NONE, "6", "3"), better=Better.DOWN)
    assert words(pain) == "3, -3 since 1 Oct, error not known."


def test_which_way_is_better_is_said() -> None:
    said = [direction(dataclasses.replace(LUNGE, better=better)) for better in (Better.UP, Better.DOWN, None)]
    assert said == ["up is better", "down is better", "neither way is better"]
