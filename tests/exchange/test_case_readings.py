"""What a sound case file says is what is read."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

import pytest

from clinic_gait.care.visit import LegLength, ShoeNote, ShoeSide
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.measures import Deviation
from clinic_gait.clinical.values import Absent, Reading, Side
from clinic_gait.exchange.case_notes import BLOCK, FARTHEST_APART, LEG
from clinic_gait.exchange.case_readings import NORMAL
from clinic_gait.exchange.case_shape import schema
from clinic_gait.exchange.cases import Case, CaseVisit, load_cases
from clinic_gait.web import leg_boxes as form
from clinic_gait.web import visits
from tests.exchange.cases_on_disk import ACCEPTANCE, ROOT, TODAY, acceptance, text


def visit(body: str) -> CaseVisit:
    return one(body).visits[-1]


def one(body: str, patient: str = "{}") -> Case:
    lines = "".join(f"  {line}\n" for line in body.splitlines())
    (case,) = load_cases(f"cases:\n- id: K1\n  patient: {patient}\n{lines}", today=TODAY)
    return case


def reading(body: str, key: str = "wblt_cm", side: Side = Side.LEFT) -> Reading:
    (found,) = [reading for reading in visit(body).readings if reading.key == (key, side)]
    return found


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"),
        ("12.2", "12.2"),
        ('"12,2"', "12.2"),
        ('"4.8 in"', "12.2"),
        ('"122 mm"', "12.2"),
        ('"3/8 in"', "1"),
        ('"12.2 cm"', "12.2"),
    ],
)
def test_a_length_is_read_as_a_person_types_it(typed: str, value: str) -> None:
    assert reading(f"left: {{wblt_cm: {typed}}}").value == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("true", "yes"), ("false", "no"), ("yes", "yes"), ("no", "no"), ('"no"', "no")],
)
def test_yes_and_no_are_read_in_every_spelling(typed: str, code: str) -> None:
    assert reading(f"left: {{haglund: {typed}}}", "haglund").code == code


def test_a_test_that_could_not_be_done_says_why() -> None:
    assert reading('left: {wblt_cm: "could not: pain"}').absent is Absent.PAIN
    assert reading("left: {wblt_cm: x}").absent is Absent.NOT_TESTED


def test_a_method_is_kept_and_the_first_one_is_taken_for_granted() -> None:
    assert reading("left: {wblt_deg: 40, _method: {wblt_deg: app}}", "wblt_deg").method == "app; 15 cm below tuberosity"
    assert reading("left: {wblt_deg: 40}", "wblt_deg").method == "inclinometer; 15 cm below tuberosity"


def test_an_unusual_number_is_confirmed_unless_the_file_says_otherwise() -> None:
    assert reading("left: {wblt_cm: 25}").confirmed
    assert not reading("left: {wblt_cm: 25, _unconfirmed: [wblt_cm]}").confirmed
    assert not reading("left: {wblt_cm: 12}").confirmed


def test_normal_fills_the_gait_table_and_the_joint_items_and_nothing_else() -> None:
    filled = {reading.measure for reading in visit("defaults: normal").readings if reading.side is Side.LEFT}
    assert filled == {key for key, measure in CATALOGUE.items() if isinstance(measure, Deviation)} | set(NORMAL)
    assert visit("defaults: missing").readings == ()


def test_the_defaults_are_those_the_head_of_the_acceptance_file_lists() -> None:
    head = text(ACCEPTANCE).partition("cases:")[0].replace("\n#", "")
    listed = head.partition("looked at and normal ;")[2]
    for key, step in NORMAL.items():
        assert f"{key} {step}" in " ".join(listed.split())


def test_null_overrides_a_default() -> None:
    assert ("haglund", Side.LEFT) not in {one.key for one in visit("defaults: normal\nleft: {haglund: null}").readings}


def test_leg_lengths_keep_their_methods_apart() -> None:
    seen = visit('lld: {tape_r_mm: 868, tape_l_mm: "88 cm", block_mm: "3/8 in", block_side: left, imaging_r_mm: null}')
    assert seen.leg_lengths == (
        LegLength(method="tape_true", left_mm="880", right_mm="868", left_trials=("880",), right_trials=("868",)),
        LegLength(method="block", block_mm="9.5", block_side=Side.LEFT),
    )


def test_the_limits_are_those_of_the_form() -> None:
    assert (form.LEG_LOW, form.LEG_HIGH) == LEG
    assert (BLOCK[1], FARTHEST_APART) == (form.BLOCK_HIGH, form.IMPOSSIBLE)
    assert set(visits.KINDS) == set(schema()["$defs"]["visit"]["properties"]["kind"]["enum"])


def test_level_without_a_block_is_a_finding() -> None:
    assert visit("lld: {block_mm: 0, block_side: none}").leg_lengths == (
        LegLength(method="block", block_mm="0", block_side=Side.NONE),
    )


def test_shoes_keep_zero_apart_from_not_looked_at() -> None:
    seen = visit("wear: {right: {counter_medial: 0, heel_medial: null, counter_lean: leans_in}, shoe_miles: 300}")
    assert seen.shoes == ShoeNote(
        left=ShoeSide(zones={}), right=ShoeSide(zones={"counter_medial": 0}, counter_lean="leans_in"), miles=300
    )
    assert visit("wear: {right: {}, left: null}").shoes is None


def test_an_exercise_takes_the_doses_of_the_library_where_the_file_says_nothing() -> None:
    plan = visit("plan: {exercises: [{key: clamshell, side: right, sets: 2, hold_s: 0}]}").plan
    assert plan is not None
    dose = plan.exercises[0].dose
    usual = LIBRARY["clamshell"].dose
    assert (dose.sets, dose.reps, dose.hold_s) == (2, usual.reps, None)


def test_a_plan_beside_several_visits_is_of_the_last() -> None:
    case = one("visits: [{date: 2026-01-01}, {date: 2026-02-01}]\nplan: {why: because}")
    assert [visit.plan.why if visit.plan else None for visit in case.visits] == [None, "because"]


def test_conditions_hold_until_a_visit_says_otherwise() -> None:
    days = "visits:\n- {date: 2026-01-01, conditions: [fall_risk]}\n- {date: 2026-02-01}\n"
    case = one(days + "- {date: 2026-03-01, conditions: []}")
    assert [visit.conditions for visit in case.visits] == [("fall_risk",), ("fall_risk",), ()]


@pytest.mark.parametrize(
    ("written", "day"), [("today", TODAY), ("today-14", date(2026, 11, 6)), ("2026-01-31", date(2026, 1, 31))]
)
def test_a_day_is_absolute_or_counted_from_today(written: str, day: date) -> None:
    assert visit(f"date: {written}").day == day


def test_without_a_date_a_visit_is_today_and_today_is_the_clinics_or_utc() -> None:
    assert visit("screen: done").day == TODAY
    before = datetime.now(timezone.utc).date()
    (case,) = load_cases("cases: [{id: K1, patient: {}}]")
    assert before <= case.visits[0].day <= datetime.now(timezone.utc).date()


def test_a_patient_without_a_name_gets_one_that_is_plainly_no_real_one() -> None:
    assert one("screen: done").patient.name == "Sample Patient K1"


def test_a_birth_date_leaves_no_second_age() -> None:
    patient = one("screen: done", "{birth_date: 1990-03-31, age: 36, sex: F}").patient
    assert (patient.birth_date, patient.age, patient.sex) == (date(1990, 3, 31), None, "F")


def test_what_a_case_is_tested_against_is_kept_as_written() -> None:
    expected = {case.id: case.expect for case in acceptance()}
    assert expected["C01"]["refer"] == "none"
    assert len(expected) == 8


def test_a_number_stays_the_decimal_that_was_written() -> None:
    assert str(reading("left: {wblt_cm: 10.2}").value) == "10.2"


def test_the_example_of_the_guide_is_sound() -> None:
    guide = text(ROOT / "docs" / "case-files.md")
    (case,) = load_cases(guide.partition("```yaml\n")[2].partition("```")[0], today=TODAY)
    assert [reading.value for reading in case.visits[0].readings if reading.measure == "wblt_cm"] == [
        Decimal("11.6"),
        Decimal("12.2"),
    ]


def test_the_guide_names_every_field() -> None:
    guide = text(ROOT / "docs" / "case-files.md")
    fields = {key for name in ("case", "visit", "plan", "goal", "exercise", "technique", "shoes") for key in keys(name)}
    assert {field for field in fields if f"`{field}`" not in guide and f"`{field}:" not in guide} == set()


def keys(name: str) -> list[str]:
    return list(schema()["$defs"][name]["properties"])
