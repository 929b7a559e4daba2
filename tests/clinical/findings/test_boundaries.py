from __future__ import annotations

from itertools import product

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import read_entry
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.thresholds import THRESHOLDS
from tests.clinical.findings.boundaries_leg import ON_A_LEG
from tests.clinical.findings.boundaries_patient import FIXED, ON_THE_PATIENT
from tests.clinical.findings.boundary import Boundary
from tests.clinical.findings.given import LEFT, NO, RIGHT, YES, answers, given, with_readings
from tests.each import each

BOUNDARIES = (*ON_A_LEG, *ON_THE_PATIENT)
TABLE = ("DF-GAST", "DF-BOTH", "DF-BORDER", "DF-KFONLY")

#: Dorsiflexion by knee straight and knee bent: every pair once.
SQUARES = [
    (("-10", "0", "4.9"), ("4.9", "9.9"), {"DF-BOTH"}),
    (("-10", "0", "4.9"), ("10", "50"), {"DF-GAST"}),
    (("5", "9.9"), ("7", "9.9"), {"DF-BOTH"}),
    (("5", "9.9"), ("10", "50"), {"DF-BORDER"}),
    (("10", "12.9"), ("9.9",), {"DF-KFONLY"}),
    (("10", "13"), ("10", "50"), set()),
]


def test_every_cut_off_of_every_rule_has_its_boundary() -> None:
    used = {(rule.key, name) for rule in RULES.values() for part in rule.when.parts() for name in part.cutoffs()}
    assert {(one.rule, one.cutoff) for one in BOUNDARIES} == used


@each("boundary", BOUNDARIES, ids=str)
def test_the_default_cut_off_stands_where_the_boundary_was_written(boundary: Boundary) -> None:
    assert THRESHOLDS[boundary.cutoff].value == boundary.line


@each("boundary", [*BOUNDARIES, *FIXED], ids=str)
def test_a_rule_answers_under_on_and_over_its_line(boundary: Boundary) -> None:
    assert boundary.found() == boundary.expected
    assert len(set(boundary.expected)) == 2


@each("sign", [-1, 1])
@each("boundary", BOUNDARIES, ids=str)
def test_moving_a_cut_off_by_one_step_changes_an_answer(boundary: Boundary, sign: int) -> None:
    assert boundary.found(sign * boundary.step) != boundary.expected


def test_two_point_zero_of_difference_is_two_point_zero() -> None:
    found = answers(given(left={"wblt_cm": "8.2"}, right={"wblt_cm": "10.2"}))
    assert found.sides("DF-GAP", YES) == {LEFT}
    closer = answers(given(left={"wblt_cm": "8.3"}, right={"wblt_cm": "10.2"}))
    assert closer.sides("DF-GAP", YES) == set()


def test_four_point_nine_is_under_five() -> None:
    found = answers(given(left={"df_ke_deg": "4.9", "df_kf_deg": "16"}, right={"df_ke_deg": "5.0", "df_kf_deg": "16"}))
    assert (found.sides("DF-GAST", YES), found.sides("DF-BORDER", YES)) == ({LEFT}, {RIGHT})


@each(("straight", "bent", "rules"), SQUARES, ids=lambda part: str(part))
def test_the_dorsiflexion_rules_share_every_pair_of_values(
    straight: tuple[str, ...], bent: tuple[str, ...], rules: set[str]
) -> None:
    for ke, kf in product(straight, bent):
        found = answers(given(right={"df_ke_deg": ke, "df_kf_deg": kf}))
        assert {key for key in TABLE if found(key, RIGHT) is YES} == rules
        assert all(found(key, RIGHT) is NO for key in {*TABLE} - rules)


def test_the_mean_of_three_readings_is_compared_with_its_decimals() -> None:
    mean = read_entry(CATALOGUE["df_ke_deg"], LEFT, "", trials=("5", "5", "4.5"))
    assert str(mean.value) == "4.83"
    assert answers(with_readings(given(left={"df_kf_deg": 16}), mean)).sides("DF-GAST", YES) == {LEFT}
