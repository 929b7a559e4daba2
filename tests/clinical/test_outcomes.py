from __future__ import annotations

from decimal import Decimal

import pytest

from clinic_gait.clinical.outcomes import INSTRUMENTS, Answer, Instrument, lefs_percent, score, shown_score
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.clinical.units import BadEntry
from tests.each import each

D = Decimal
KOOS_ITEMS = {"pain": 9, "symptoms": 7, "adl": 17, "sport": 5, "qol": 4}
#: Forms whose better answers have more points, with their number of items.
SUMS = {"lefs": (20, 80), "faam_adl": (21, 100), "faam_sport": (8, 100), "akps": (13, 100), "lysholm": (8, 100)}
#: The points of every option, item by item, as the weights were printed.
OPTIONS = {
    "akps": "530 530 5320 10,8,5,0 54320 10,8,6,3,0 10,7,2,0 10,8,6,4,0 10,8,6,3,0 10,8,6,4,0 10,6,4,2,0 530 530",
    "lysholm": "530 520 15,10,6,2,0 25,20,15,10,5,0 25,20,15,10,5,0 10,6,2,0 10,6,2,0 5420",
}


def total(key: str, answers: list[Answer], version: str = "") -> Decimal | None:
    return score(INSTRUMENTS[key], answers, version=version).value


def koos(**answered: int) -> dict[str, Decimal | None]:
    """KOOS with so many items of each part answered at 1 point, all others left out."""
    answers: list[Answer] = []
    for part, items in KOOS_ITEMS.items():
        given = answered.get(part, 0)
        answers += [1] * given + [None] * (items - given)
    return {part.key: part.value for part in score(INSTRUMENTS["koos"], answers).parts}


@pytest.mark.parametrize("key", SUMS)
def test_the_best_answers_give_the_top_and_the_worst_give_zero(key: str) -> None:
    items, top = INSTRUMENTS[key].items, SUMS[key][1]
    assert len(items) == SUMS[key][0]
    assert total(key, [max(item.points) for item in items]) == top == INSTRUMENTS[key].high
    assert total(key, [min(item.points) for item in items]) == 0 == INSTRUMENTS[key].low


@pytest.mark.parametrize(("answer", "value"), [(0, 100), (1, 75), (2, 50), (3, 25), (4, 0)])
def test_more_points_are_worse_in_koos_only(answer: int, value: int) -> None:
    found = score(INSTRUMENTS["koos"], [answer] * 42)
    assert [part.value for part in found.parts] == [value] * 5
    assert total("faam_sport", [answer] * 8) == 25 * answer
    assert total("lefs", [answer] * 20) == 20 * answer


@pytest.mark.parametrize(
    ("key", "answers", "value"),
    [
        ("lefs", [4, 3, 2, 1] * 5, "50"),
        ("faam_adl", [3] * 20 + [2], "73.8095"),
        ("faam_adl", [3] * 19 + [None, "na"], "75"),
        ("faam_sport", [4, 4, 4, 4, 2, 0, 0, "na"], "64.2857"),
        ("akps", [3, 5, 3, 8, 4, 6, 7, 8, 6, 8, 6, 5, 5], "74"),
        ("lysholm", [3, 5, 10, 20, 15, 6, 6, 4], "69"),
        ("psfs", [3, 4, 4], "3.6667"),
        ("psfs", [0, 10, 5, 7, 3], "5"),
        ("nprs", [7], "7"),
        ("nprs", [3, 1, 6], "3.3333"),
    ],
)
def test_known_answers_give_known_scores(key: str, answers: list[Answer], value: str) -> None:
    assert total(key, answers) == D(value)


@pytest.mark.parametrize(
    ("key", "missing", "words"),
    [
        ("lefs", 1, "LEFS: 19 of 20 answered; no total without all 20"),
        ("lefs", 2, "LEFS: 18 of 20 answered; no total without all 20"),
        ("akps", 1, "AKPS: 12 of 13 answered; no total without all 13"),
        ("lysholm", 1, "Lysholm: 7 of 8 answered; no total without all 8"),
        ("faam_adl", 3, "FAAM daily living: 18 of 21 answered; no total without at least 19"),
        ("faam_sport", 2, "FAAM sport: 6 of 8 answered; no total without at least 7"),
    ],
)
def test_too_little_answered_gives_no_total_and_says_so(key: str, missing: int, words: str) -> None:
    items = INSTRUMENTS[key].items
    found = score(INSTRUMENTS[key], [*(item.points[0] for item in items[:-missing]), *[None] * missing])
    assert (found.value, found.answered, found.missing) == (None, len(items) - missing, missing)
    assert found.words == words


@pytest.mark.parametrize(("key", "items", "needed"), [("faam_adl", 21, 19), ("faam_sport", 8, 7)])
@pytest.mark.parametrize("left_out", [None, "na"])
def test_faam_bears_a_tenth_left_out_and_no_more(key: str, items: int, needed: int, left_out: Answer) -> None:
    for answered, value in ((needed, 100), (needed - 1, None)):
        answers: list[Answer] = [*[4] * answered, *[left_out] * (items - answered)]
        assert total(key, answers) == value


@pytest.mark.parametrize(("part", "needed"), [("pain", 5), ("symptoms", 4), ("adl", 9), ("sport", 3), ("qol", 2)])
def test_a_koos_part_needs_half_of_its_items(part: str, needed: int) -> None:
    nothing = dict.fromkeys(KOOS_ITEMS)
    assert koos(**{part: needed}) == {**nothing, part: 75}
    assert koos(**{part: needed - 1}) == nothing


def test_koos_has_no_total_even_when_all_is_answered() -> None:
    found = score(INSTRUMENTS["koos"], [0] * 42)
    assert (found.value, found.answered, found.missing) == (None, 42, 0)
    assert found.words.endswith("KOOS quality of life: 100 of 100; KOOS has no total")


def test_of_two_marks_the_worse_counts_in_koos_and_nowhere_else() -> None:
    marked: list[Answer] = [(1, 3), *[0] * 8, *[0] * 33]
    assert score(INSTRUMENTS["koos"], marked) == score(INSTRUMENTS["koos"], [3, *[0] * 41])
    with pytest.raises(BadEntry, match="LEFS item 1: 2 marks on one item; whole points from 0 to 4"):
        total("lefs", [(1, 3), *[0] * 19])
    with pytest.raises(BadEntry, match=r"KOOS item 1 \(pain 1\): 3 marks on one item"):
        total("koos", [(1, 2, 3), *[0] * 41])


@pytest.mark.parametrize("key", OPTIONS)
def test_every_item_takes_its_own_options_and_no_other_number(key: str) -> None:
    items = INSTRUMENTS[key].items
    for place, printed in enumerate(OPTIONS[key].split()):
        allowed = {int(points) for points in (printed.split(",") if "," in printed else printed)}
        for points in range(-1, 27):
            answers: list[Answer] = [item.points[0] for item in items]
            answers[place] = points
            if points in allowed:
                assert total(key, answers) == 100 - max(allowed) + points
            else:
                with pytest.raises(BadEntry, match=f"item {place + 1} "):
                    total(key, answers)


@pytest.mark.parametrize(
    ("key", "answers", "words"),
    [
        ("akps", [4, *[0] * 12], "AKPS item 1 (limp): 4 is not an option; 0, 3 or 5."),
        ("lysholm", [0, 3, *[0] * 6], "Lysholm item 2 (support): 3 is not an option; 0, 2 or 5."),
        ("lefs", [*[4] * 19, 5], "LEFS item 20: 5 is not an option; whole points from 0 to 4."),
        ("lefs", ["na", *[4] * 19], "LEFS item 1: na is not an option; whole points from 0 to 4."),
        ("lefs", [True, *[4] * 19], "LEFS item 1: True is not an option; whole points from 0 to 4."),
        ("lefs", [D("sNaN"), *[4] * 19], "LEFS item 1: sNaN is not an option; whole points from 0 to 4."),
        (
            "koos",
            [*[0] * 9, -1, *[0] * 32],
            "KOOS item 10 (symptoms 1): -1 is not an option; whole points from 0 to 4.",
        ),
        (
            "faam_adl",
            [D("3.5"), *[4] * 20],
            "FAAM daily living item 1: 3.5 is not an option; whole points from 0 to 4.",
        ),
        ("psfs", [1, 2, 11], "PSFS item 3: 11 is not an option; whole points from 0 to 10."),
        ("nprs", [-1], "Pain rating: -1 is not an option; whole points from 0 to 10."),
        ("nprs", [1, 11, 3], "Pain rating item 2 (best): 11 is not an option; whole points from 0 to 10."),
    ],
)
def test_an_answer_that_is_not_an_option_is_refused_in_words(key: str, answers: list[Answer], words: str) -> None:
    with pytest.raises(BadEntry) as refused:
        total(key, answers)
    assert str(refused.value) == words
    assert words.startswith(refused.value.field)


@pytest.mark.parametrize(
    ("key", "count", "words"),
    [
        ("lefs", 19, "LEFS: 19 answers given; 20 items, with an empty place for one not answered."),
        ("lefs", 21, "LEFS: 21 answers given; 20 items, with an empty place for one not answered."),
        ("psfs", 2, "PSFS: 2 answers given; 3 to 5 items, with an empty place for one not answered."),
        ("psfs", 6, "PSFS: 6 answers given; 3 to 5 items, with an empty place for one not answered."),
        ("nprs", 2, "Pain rating: 2 answers given; 1 item or 3 items, with an empty place for one not answered."),
    ],
)
def test_another_number_of_answers_is_never_guessed_at(key: str, count: int, words: str) -> None:
    with pytest.raises(BadEntry) as refused:
        total(key, [0] * count)
    assert str(refused.value) == words


def test_activities_that_are_not_rated_are_left_out_of_the_mean_and_counted() -> None:
    found = score(INSTRUMENTS["psfs"], [3, None, 6, None])
    assert (found.value, found.answered, found.missing) == (D("4.5"), 2, 2)
    assert found.words == "PSFS: 4.5 of 10, 2 of 4 answered"
    assert total("psfs", [None, None, None]) is None


def test_a_mean_of_three_ratings_needs_all_three() -> None:
    assert score(INSTRUMENTS["nprs"], [3]).version == "one rating"
    assert score(INSTRUMENTS["nprs"], [3, 1, 5]).version == "mean of three"
    assert total("nprs", [3, 1, None]) is None
    assert total("nprs", [None]) is None


def test_the_rating_of_change_says_its_version() -> None:
    for version, most in (("15 point", 7), ("11 point", 5)):
        assert [total("groc", [points], version) for points in (-most, 0, most)] == [-most, 0, most]
        with pytest.raises(BadEntry, match=f"whole points from -{most} to {most}"):
            total("groc", [most + 1], version)
    for version, words in (("", "the version must be said"), ("7 point", "no version '7 point'")):
        with pytest.raises(BadEntry, match=f"GROC: {words}; 15 point or 11 point"):
            total("groc", [1], version)


def test_a_score_is_kept_finely_and_shown_to_one_decimal() -> None:
    assert shown_score(total("faam_sport", [3, 3, 2, 2, 2, 2, 2, 2]) or D(0)) == "56.3"
    assert shown_score(D("64.2857")) == "64.3"
    assert shown_score(D(60)) == "60"
    assert [lefs_percent(D(score)) for score in (80, 60, 1)] == [100, 75, D("1.25")]


@each("instrument", INSTRUMENTS.values(), ids=list(INSTRUMENTS))
def test_every_source_and_setting_exists(instrument: Instrument) -> None:
    named = set(instrument.sources)
    for part in instrument.parts:
        for figure in (part.error, part.mcid):
            named |= set(figure.sources) if figure else set()
        assert part.threshold == "" or part.threshold in THRESHOLDS
    assert named <= set(SOURCES)
    assert instrument.missing
    assert instrument.rights


def test_there_are_nine_instruments_and_every_item_has_a_key_of_its_own() -> None:
    assert list(INSTRUMENTS) == ["lefs", "faam_adl", "faam_sport", "koos", "akps", "lysholm", "psfs", "nprs", "groc"]
    for key, instrument in INSTRUMENTS.items():
        assert instrument.key == key
        for version in instrument.versions:
            assert len({item.key for item in version.items}) == len(version.items)
    assert {part: sum(item.part == part for item in INSTRUMENTS["koos"].items) for part in KOOS_ITEMS} == KOOS_ITEMS
