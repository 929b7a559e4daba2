"""The same length in inches, millimeters and centimeters is the same finding."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Reasoned, reason
from clinic_gait.clinical.units import plain
from tests.clinical.findings.drawn import few
from tests.clinical.findings.given import LEFT, NO, PATIENT, RIGHT, YES, answers, given, with_readings

D = Decimal
TENTHS = st.integers(10, 200)
SIXTEENTHS = st.integers(8, 120)
ELSE = {"squat_valgus": "mild", "early_heel_rise": "mild", "df_ke_deg": 12, "df_kf_deg": 20}


def lunge(left: str, right: str) -> Facts:
    """Both lunges as typed, beside what makes a rule ask for them."""
    return given(left={**ELSE, "wblt_cm": left}, right={**ELSE, "wblt_cm": right, "past_sprain": "yes"})


def centimeters(inches: str) -> str:
    value = read_entry(CATALOGUE["wblt_cm"], LEFT, inches).value
    assert value is not None
    return plain(value)


def run(left: str, right: str) -> Reasoned:
    return reason(lunge(left, right))


@few
@drawn(TENTHS, TENTHS)
def test_millimeters_and_centimeters_give_the_same_findings(left: int, right: int) -> None:
    in_cm = run(plain(D(left) / 10), f"{plain(D(right) / 10)} cm")
    assert run(f"{left} mm", f"{right} mm") == in_cm
    assert run(f"{left} mm", plain(D(right) / 10)) == in_cm


@few
@drawn(SIXTEENTHS, SIXTEENTHS)
def test_inches_give_the_findings_of_their_centimeters(left: int, right: int) -> None:
    there, here = (f"{sixteenths // 16} {sixteenths % 16}/16 in" for sixteenths in (left, right))
    assert run(there, here) == run(centimeters(there), centimeters(here))
    decimal = f"{plain(D(left) / 16)} in"
    assert run(decimal, here) == run(there, here)


@pytest.mark.parametrize(
    ("typed", "low"),
    [("10 cm", YES), ("100 mm", YES), ("101 mm", NO), ("3.93 in", YES), ("3 15/16 in", YES), ("4 in", NO)],
)
def test_the_lunge_is_low_at_ten_centimeters_in_every_unit(typed: str, low: object) -> None:
    assert answers(given(right={"wblt_cm": typed, "wblt_deg": 40}))("DF-WB", RIGHT) is low


@pytest.mark.parametrize(
    ("typed", "raised"), [("25", YES), ("2.5 cm", YES), ("1 in", YES), ("24 mm", NO), ("7/8 in", NO)]
)
def test_a_raised_heel_is_raised_in_every_unit(typed: str, raised: object) -> None:
    facts = given(patient={"shoe_heel_mm": typed, "sits_hours": 1}, left={"wblt_cm": 9})
    assert answers(facts)("LIFE-01", PATIENT) is raised


@pytest.mark.parametrize("typed", ["4.2", "4,2", " 4.2 cm", "42 mm"])
def test_a_decimal_comma_is_the_same_number(typed: str) -> None:
    reading = read_entry(CATALOGUE["wblt_cm"], RIGHT, typed, decimal_comma=True)
    assert reason(with_readings(given(), reading)) == reason(given(right={"wblt_cm": "4.2"}))
