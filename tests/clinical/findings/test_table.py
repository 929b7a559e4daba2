from __future__ import annotations

from clinic_gait.clinical.findings.reasoning import reason
from clinic_gait.clinical.findings.rules import RULES
from tests.clinical.findings.given import PARTIAL, PATIENT, YES, answers, each_left_out, given, mirrored, opposite
from tests.clinical.findings.rows import Row
from tests.clinical.findings.table import HOLDING, ROWS, SILENT, UNTOLD
from tests.each import each

#: What these two say is always known: whether something was answered, whether two methods stand side by side.
ALWAYS_KNOWN = {"RF-00", "DQ-03"}


def test_there_are_forty_four_rules() -> None:
    assert len(RULES) == 44
    assert all(RULES[key].key == key for key in RULES)


def test_every_rule_has_a_row_that_holds_one_that_is_silent_and_one_that_cannot_tell() -> None:
    assert {row.key for row in HOLDING} == set(RULES)
    assert {row.key for row in SILENT} == set(RULES)
    assert {row.key for row in UNTOLD} == set(RULES) - ALWAYS_KNOWN


@each("row", ROWS, ids=str)
def test_a_rule_answers_as_the_table_says(row: Row) -> None:
    found = answers(row.facts)
    assert {side: found(row.key, side) for side in row.sides} == dict.fromkeys(row.sides, row.answer)
    assert found.sides(row.key, YES) == (set(row.sides) if row.answer is YES else set())


@each("row", [row for row in ROWS if PATIENT not in row.sides], ids=str)
def test_the_other_leg_gives_the_same_answer_to_the_same_values(row: Row) -> None:
    found = answers(mirrored(row.facts))
    assert all(found(row.key, opposite(side)) is row.answer for side in row.sides)
    assert found.sides(row.key, YES) == ({opposite(side) for side in row.sides} if row.answer is YES else set())


@each("row", HOLDING, ids=str)
def test_a_row_that_holds_is_the_least_that_makes_the_rule_hold(row: Row) -> None:
    assert [less for less in each_left_out(row.facts) if answers(less).sides(row.key, YES)] == []


@each("key", RULES)
def test_every_rule_says_what_it_lacks_when_nothing_was_entered(key: str) -> None:
    found = [one for one in reason(given()).cannot_tell if one.rule.key == key]
    assert all(one.needs for one in found)
    assert len(found) == (0 if key in ALWAYS_KNOWN else 1 + RULES[key].sided)


def test_a_screen_that_was_begun_is_not_finished() -> None:
    (found,) = (one for one in reason(given(answers=PARTIAL)).findings if one.rule.key == "RF-00")
    assert [seen.text for seen in found.seen] == ["partial"]


@each("row", HOLDING, ids=str)
def test_a_finding_names_every_value_behind_it(row: Row) -> None:
    for finding in (one for one in reason(row.facts).findings if one.rule.key == row.key):
        seen = {(one.key, one.side) for one in finding.seen}
        assert seen >= set(row.facts.readings)
        assert all(one.text for one in finding.seen)
        # What is no reading is a fact of the patient or a zone of this side's shoe.
        # A leg length names the shorter leg.
        rest = {one for one in seen - set(row.facts.readings) if one[0] != "lld_block_mm"}
        assert {side for _, side in rest} <= {PATIENT, finding.side}
