"""What was refused is unknown: it is named once, as it was typed, and nothing takes its place."""

from __future__ import annotations

from typing import Any

import pytest

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.exchange.cases import CaseError, read_cases, show
from tests.exchange.cases_on_disk import TODAY

LONG = "x" * 201
ALL_NO = f"red_flags_no: [{', '.join(FLAGS)}]"


def answer(body: str) -> dict[str, Any]:
    lines = "".join(f"  {line}\n" for line in body.splitlines())
    (case,) = read_cases(f"cases:\n- id: K1\n  patient: {{age: 40}}\n{lines}", today=TODAY)
    return show(case)


def refused(said: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["side"], one["field"], one["typed"]) for one in said["refused"]]


@pytest.mark.parametrize("typed", ["[1]", "{a: 1}", f'"{LONG}"', "huge", "null", '"not tested"'])
def test_what_is_no_entry_is_unknown_where_all_else_is_normal(typed: str) -> None:
    said = answer(f"defaults: normal\nright: {{haglund: {typed}}}")
    assert [one["side"] for one in said["unknown"] if one["rule"] == "HAGLUND"] == ["right"]
    assert len(said["refused"]) == (typed not in ("null", '"not tested"'))


def test_how_a_refused_entry_was_measured_refuses_nothing_else() -> None:
    said = answer("left: {wblt_cm: 9}\nright: {wblt_cm: [9], _method: {wblt_cm: app}, _unconfirmed: [wblt_cm]}")
    assert refused(said) == [("right", "wblt_cm", "a list")]
    assert [one["rule"] for one in said["findings"] if one["side"] == "left"] == ["DF-WB"]


@pytest.mark.parametrize(
    ("body", "side", "field", "typed"),
    [
        ('wear: {shoe_miles: "420"}', "patient", "shoe_miles", "420"),
        ('hist: {wells_score: "2"}', "patient", "wells_score", "2"),
        ("lld: {tape_r_mm: [1], tape_l_mm: 860}", "right", "tape_r_mm", "a list"),
        ("lld: {tape_apparent_r_mm: 860, tape_apparent_l_mm: true}", "left", "tape_apparent_l_mm", "true"),
        ("lld: {block_mm: 12, block_side: middle}", "patient", "block_side", "middle"),
        ("lld: {block_mm: [1], block_side: left}", "patient", "block_mm", "a list"),
    ],
)
def test_an_entry_is_refused_once_on_its_side_as_it_was_typed(body: str, side: str, field: str, typed: str) -> None:
    assert refused(answer(body)) == [(side, field, typed)]


@pytest.mark.parametrize("state", ["screen: partial", "screen: not_done", "hist: {red_flag_screen: partial}"])
def test_a_screen_that_is_said_to_be_unfinished_never_reads_as_clear(state: str) -> None:
    with pytest.raises(CaseError, match="but every item has its answer; write done"):
        answer(f"{state}\n{ALL_NO}")
    assert answer(ALL_NO)["holds"]["sign"] is False


@pytest.mark.parametrize(("screen", "typed"), [("done", "partial"), ("partial", "done"), ("done", "not_done")])
def test_of_two_states_of_the_screen_the_less_finished_counts(screen: str, typed: str) -> None:
    said = answer(f"screen: {screen}\nhist: {{red_flag_screen: {typed}}}")
    assert said["holds"]["sign"] is True
    assert refused(said) == [("patient", "red_flag_screen", typed)]


@pytest.mark.parametrize("end", ["\\u2028", "\\u2029", "\\x85"])
def test_nothing_in_a_file_can_break_the_line_of_an_answer(end: str) -> None:
    with pytest.raises(CaseError, match="cannot be printed"):
        read_cases(f'cases:\n- {{id: K1, title: "a{end}b", patient: {{}}}}', today=TODAY)


def test_points_may_be_written_as_words() -> None:
    items = ", ".join(["'3'"] * 20)
    assert answer(f"prom: {{lefs: [{items}]}}")["scores"][0]["shown"] == "60"


@pytest.mark.parametrize(("how", "verdict"), [("worst", "better"), ("now", "not_comparable")])
def test_pain_is_judged_worst_against_worst(how: str, verdict: str) -> None:
    said = answer(f"change: [{{measure: nprs, before: 6, now: 4, method_before: worst, method_now: {how}}}]")
    assert [one["verdict"] for one in said["changes"]] == [verdict]
