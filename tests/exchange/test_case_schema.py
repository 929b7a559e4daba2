"""The published schema and the reader know the same keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.leg_length import METHODS
from clinic_gait.clinical.measures import Choice, Derived, Text
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.shoe_wear import COUNTER_LEANS, ZONES
from clinic_gait.clinical.techniques import MAITLAND, TECHNIQUES
from clinic_gait.exchange.case_changes import SCORED
from clinic_gait.exchange.case_course import SCREEN, TYPED
from clinic_gait.exchange.case_notes import BOTH_LEGS
from clinic_gait.exchange.case_readings import NORMAL
from clinic_gait.exchange.case_scores import SCORES
from clinic_gait.exchange.case_shape import PAIN, schema
from tests.exchange.cases_on_disk import ACCEPTANCE, sample_files, text

DEFS: dict[str, Any] = schema()["$defs"]
OPEN = {measure.key for measure in CATALOGUE.values() if not isinstance(measure, Derived)}
SIDED = {key for key in OPEN if CATALOGUE[key].sided}


def keys(name: str) -> set[str]:
    return set(DEFS[name]["properties"])


def objects(part: object) -> Iterator[dict[str, Any]]:
    """Every schema of a group of fields."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict) and "type" in part:
            yield part
        for inner in part.values():
            yield from objects(inner)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_no_group_of_fields_takes_unknown_ones() -> None:
    found = list(objects(schema()))
    assert len(found) > 15
    assert all(one["additionalProperties"] is False for one in found)


def test_every_measure_of_a_leg_can_be_written() -> None:
    own = {"_method", "_unconfirmed"}
    assert keys("leg") - own == SIDED
    assert set(DEFS["leg"]["properties"]["_method"]["properties"]) == SIDED
    assert set(DEFS["leg"]["properties"]["_unconfirmed"]["items"]["enum"]) == SIDED


def test_every_measure_of_the_patient_can_be_written() -> None:
    own = {"_method", "_unconfirmed", "complaint", "wells_score", SCREEN, *TYPED}
    assert keys("history") - own == OPEN - SIDED - set(PAIN)
    assert keys("scores") == {*PAIN, *SCORES}


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        (DEFS["visit"]["properties"]["red_flags"]["items"]["enum"], FLAGS),
        (DEFS["visit"]["properties"]["red_flags_no"]["items"]["enum"], FLAGS),
        (DEFS["visit"]["properties"]["conditions"]["items"]["enum"], CONDITIONS),
        (DEFS["technique"]["properties"]["key"]["enum"], TECHNIQUES),
        (DEFS["technique"]["properties"]["grade"]["enum"], MAITLAND),
        (DEFS["exercise"]["properties"]["key"]["enum"], LIBRARY),
    ],
    ids=["flags", "flags answered no", "conditions", "techniques", "grades", "exercises"],
)
def test_every_word_of_the_library_can_be_written(listed: list[str], known: dict[str, object]) -> None:
    assert set(listed) == set(known)


def test_every_zone_and_lean_of_a_shoe_can_be_written() -> None:
    assert keys("shoe") == set(ZONES) | {"counter_lean"}
    assert {lean for lean in DEFS["shoe"]["properties"]["counter_lean"]["enum"] if lean} == set(COUNTER_LEANS)


def test_the_fields_of_a_dose_are_those_of_the_plan() -> None:
    assert keys("exercise") - {"key", "side", "reason"} == {field.name for field in fields(Dose)}


def test_every_measure_and_every_part_of_a_score_can_be_judged_as_a_change() -> None:
    texts = {key for key in OPEN if isinstance(CATALOGUE[key], Text)}
    assert set(DEFS["change"]["properties"]["measure"]["enum"]) == (OPEN - texts) | {"nprs", "koos"} | set(SCORED)


def test_the_methods_of_leg_length_are_known_to_the_clinic() -> None:
    assert {*BOTH_LEGS, "block"} <= set(METHODS)


def test_a_case_and_a_visit_have_the_same_fields() -> None:
    assert keys("case") - keys("visit") == {"id", "title", "patient", "change", "visits", "expect"}
    assert keys("visit") <= keys("case")
    assert set(DEFS["case"]["then"]["properties"]) == keys("visit") - {"plan"}


def test_what_is_normal_by_default_is_known_and_can_be_written() -> None:
    assert set(NORMAL) <= SIDED


@pytest.mark.parametrize("path", [ACCEPTANCE, *sample_files()], ids=lambda path: path.name)
def test_a_shipped_file_fits_the_schema_for_any_other_reader(path: Any) -> None:
    plain = yaml.load(text(path), yaml.BaseLoader)  # noqa: S506 - reads words only
    numbers = yaml.safe_load(text(path).replace("birth_date: ", "birth_date: !!str "))
    assert [case["id"] for case in plain["cases"]] == [case["id"] for case in numbers["cases"]]
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(numbers)] == []


def test_the_kinds_of_shoe_are_those_of_the_catalogue() -> None:
    usual = CATALOGUE["shoe_type_usual"]
    assert isinstance(usual, Choice)
    assert DEFS["shoes"]["properties"]["shoe"]["enum"] == [step.code for step in usual.steps]
