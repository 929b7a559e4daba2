"""Readings to be read: totals that follow from their parts, and what healthy people of this age do beside a value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask

from clinic_gait.care.visit import Person
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.derived import FPI_PARTS, LSD_PARTS
from clinic_gait.clinical.values import Absent, Reading, Side
from clinic_gait.web.readings_table import ReadRow, read_groups
from tests import hosts
from tests.web.pages import open_visit, with_visit

DAY = date(2026, 11, 12)
SEVENTY = {"name": "Rosa Delgado", "birth_date": date(1953, 4, 2)}


def number(measure: str, side: Side, value: str | int, method: str | None = None) -> Reading:
    return Reading(measure=measure, side=side, value=Decimal(value), method=method)


def rows(*readings: Reading, **person: Any) -> dict[str, ReadRow]:
    """The rows by their label."""
    whom = Person(**{**SEVENTY, **person})
    return {row.label: row for group in read_groups(readings, whom, DAY) for row in group.rows}


@pytest.mark.parametrize(
    ("key", "parts", "said"),
    [
        ("fpi6", FPI_PARTS, "6 points, worked out from its six items"),
        ("lsd_score", LSD_PARTS, "5 points, worked out from its five parts"),
    ],
)
def test_a_total_follows_when_every_part_of_that_leg_is_there(key: str, parts: tuple[str, ...], said: str) -> None:
    left = [number(part, Side.LEFT, 1) for part in parts]
    right = [number(part, Side.RIGHT, 1) for part in parts[1:]]
    row = rows(*left, *right)[CATALOGUE[key].label]
    assert (row.left, row.right) == (said, "")


def test_a_part_that_is_missing_or_could_not_be_seen_makes_no_total() -> None:
    unseen = Reading(measure=FPI_PARTS[0], side=Side.LEFT, absent=Absent.PAIN)
    found = rows(unseen, *(number(part, Side.LEFT, 1) for part in FPI_PARTS[1:]))
    assert CATALOGUE["fpi6"].label not in found
    assert len(found) == 6


def test_a_total_that_was_typed_stands_as_it_was_typed() -> None:
    parts = [number(part, side, 0) for part in FPI_PARTS for side in (Side.LEFT, Side.RIGHT)]
    row = rows(*parts, number("fpi6", Side.LEFT, 4))[CATALOGUE["fpi6"].label]
    assert (row.left, row.right) == ("4 points", "0 points, worked out from its six items")


@pytest.mark.parametrize("sex", ["F", "f", "female"])
def test_walking_speed_stands_beside_the_row_of_the_patients_sex_and_age(sex: str) -> None:
    row = rows(number("gait_speed_ms", Side.NONE, "0.9"), sex=sex)["Comfortable walking speed"]
    assert row.norm == "healthy women 70 to 79: 1.13 m/s (bohannon2011, second-hand)"


@pytest.mark.parametrize(
    ("measure", "side", "norm"),
    [
        ("cadence_spm", Side.NONE, "about 115 steps/min in healthy elders (hollman2011)"),
        ("slb_s", Side.LEFT, "healthy people 70 to 79: 17.2 s (bohannon2006_sls)"),
        ("heel_raise_reps", Side.RIGHT, "healthy women 20 to 81: 21 reps (hebert2017, median)"),
        ("wblt_cm", Side.LEFT, ""),
    ],
)
def test_only_where_a_norm_was_read_is_one_shown(measure: str, side: Side, norm: str) -> None:
    assert rows(number(measure, side, 20), sex="F")[CATALOGUE[measure].label].norm == norm


@pytest.mark.parametrize(
    "person", [{"sex": None}, {"sex": "other"}, {"sex": "mujer"}, {"sex": "F", "birth_date": None}]
)
def test_who_is_not_known_well_enough_gets_no_norm(person: dict[str, Any]) -> None:
    row = rows(number("gait_speed_ms", Side.NONE, "0.9"), **person)["Comfortable walking speed"]
    assert row.norm == ""


def test_both_stand_on_the_review_page(app: Flask, therapist: hosts.Visitor) -> None:
    visit = open_visit(therapist)
    parts = [number(part, Side.RIGHT, 1) for part in LSD_PARTS]
    with_visit(app, visit, lambda one: one.record(*parts, number("gait_speed_ms", Side.NONE, "0.9")))
    text = therapist.get(f"{visit}/review").text
    assert "5 points, worked out from its five parts" in text
    assert "healthy women 50 to 59: 1.31 m/s" in text
