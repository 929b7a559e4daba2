"""Scores of a case: totals as typed, answers scored, incomplete forms without a total."""

from __future__ import annotations

import pytest

from clinic_gait.care.visit import Outcome
from clinic_gait.exchange.cases import read_cases, show
from tests.exchange.cases_on_disk import TODAY


def outcomes(prom: str) -> list[tuple[str, str, str, int]]:
    return [(one.instrument, one.part, str(one.value), one.missing) for one in whole(prom)]


def whole(prom: str) -> tuple[Outcome, ...]:
    (case,) = read_cases(f"cases: [{{id: K1, patient: {{}}, prom: {{{prom}}}}}]", today=TODAY)
    assert case.refused == ()
    return case.visits[0].outcomes


@pytest.mark.parametrize(
    ("prom", "kept"),
    [
        ("lefs: 54", [("lefs", "", "54", 0)]),
        ('faam_adl: "78,57"', [("faam_adl", "", "78.57", 0)]),
        (f"lefs: {[4] * 20}", [("lefs", "", "80", 0)]),
        (f"lefs: {[4] * 19 + ['null']}".replace("'", ""), [("lefs", "", "None", 1)]),
        (f"faam_adl: {[4] * 19 + ['na', 'null']}".replace("'", ""), [("faam_adl", "", "100", 2)]),
        (f"faam_adl: {[4] * 18 + ['na', 'n/a', 'null']}".replace("'", ""), [("faam_adl", "", "None", 3)]),
        ("psfs: [5, 6, 9]", [("psfs", "", "6.6667", 0)]),
        ("lefs: null", []),
        ("nprs_worst: 4", []),
    ],
)
def test_a_score_is_what_the_answers_make_of_it(prom: str, kept: list[tuple[str, str, str, int]]) -> None:
    assert outcomes(prom) == kept


def test_the_items_of_a_form_in_parts_go_to_their_parts_and_of_two_marks_the_worse_counts() -> None:
    items = [0] * 9 + [1] * 7 + [2] * 17 + [3] * 5 + [4, 4, [1, 3], "null"]
    found = {one.part: one for one in whole(f"koos: {items}".replace("'", ""))}
    assert {key: str(one.value) for key, one in found.items()} == {
        "adl": "50",
        "pain": "100",
        "qol": "8.3333",
        "sport": "25",
        "symptoms": "75",
    }
    assert (found["qol"].items, found["qol"].missing) == (("4", "4", "3", ""), 1)


def test_activities_and_versions_are_kept_by_their_names() -> None:
    groc, psfs = whole("psfs: {stairs: 4, squats: null, walks: 6}, groc: {15 point: 3}")
    assert (psfs.named, psfs.items, psfs.missing) == (("stairs", "squats", "walks"), ("4", "", "6"), 1)
    assert (groc.version, str(groc.value)) == ("15 point", "3")


def test_a_look_shows_scores_and_says_where_there_is_no_total() -> None:
    items = f"{[4] * 19 + ['null']}".replace("'", "")
    (case,) = read_cases(f"cases: [{{id: K1, patient: {{}}, prom: {{lefs: {items}, akps: 74}}}}]", today=TODAY)
    assert show(case)["scores"] == [
        {"key": "akps", "part": "", "shown": "74", "answered": 0, "missing": 0},
        {"key": "lefs", "part": "", "shown": "no total", "answered": 19, "missing": 1},
    ]
