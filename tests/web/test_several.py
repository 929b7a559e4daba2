"""One number box: a number, several readings of it, or a letter for the reason of having none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from flask import Flask

from clinic_gait.clinical.catalogue import measure
from clinic_gait.clinical.values import Absent, Side
from clinic_gait.web.several import LETTERS, pointed, several
from tests import hosts
from tests.each import each
from tests.web.pages import open_visit, page, readings, save


@each(
    ("key", "typed", "found"),
    [
        ("wblt_cm", "7 7.5 8", ("7", "7.5", "8")),
        ("wblt_cm", "7/7.5/8", ("7", "7.5", "8")),
        ("wblt_cm", "7; 7,5; 8", ("7", "7.5", "8")),
        ("wblt_cm", "7, 8", ("7", "8")),
        ("df_ke_deg", "-2 0 1", ("-2", "0", "1")),
        ("df_ke_deg", "8/10", ("8", "10")),
        ("wblt_cm", "7", ()),
        ("wblt_cm", "7,5", ()),
        ("wblt_cm", "7.5 cm", ()),
        ("wblt_cm", "1 000", ()),
        ("wblt_cm", "7 eight", ()),
        # On a tape these are one number.
        ("wblt_cm", "4 1/2", ()),
        ("wblt_cm", "1/2", ()),
        # Grades and counts have no mean.
        ("ta_strength", "4/5", ()),
        ("ta_strength", "4 5", ()),
        ("heel_raise_reps", "20 22", ()),
        ("tib_rot", "7 8", ()),
    ],
)
def test_several_numbers_are_told_from_one(key: str, typed: str, found: tuple[str, ...]) -> None:
    assert several(measure(key), typed) == found


@each(
    ("typed", "decimal_comma", "read"),
    [
        ("7,5", False, "7.5"),
        ("-7,5", False, "-7.5"),
        ("7,5 cm", False, "7.5 cm"),
        ("12,25", False, "12.25"),
        ("1,000", False, "1,000"),
        ("7,5,8", False, "7,5,8"),
        ("7.5", False, "7.5"),
        ("7,5", True, "7,5"),
    ],
)
def test_a_comma_is_a_decimal_sign_unless_it_may_be_a_thousands_mark(
    typed: str, decimal_comma: bool, read: str
) -> None:
    assert pointed(typed, decimal_comma=decimal_comma) == read


@pytest.mark.parametrize(("typed", "trials"), [("7 7.5 8", 3), ("7 8", 2), ("7,5", 0)])
def test_a_box_is_stored_as_what_was_meant(app: Flask, therapist: hosts.Visitor, typed: str, trials: int) -> None:
    url = open_visit(therapist)
    assert save(therapist, url, **{"wblt_cm.L": typed}).status_code == 303
    stored = readings(app, url)["wblt_cm", Side.LEFT]
    assert stored.value == Decimal("7.5")
    assert len(stored.trials) == trials
    assert save(therapist, url, complaint="Again").status_code == 303
    assert readings(app, url)["wblt_cm", Side.LEFT] == stored


@pytest.mark.parametrize("letter", [*LETTERS, "P"])
def test_a_letter_in_the_box_is_a_reason_also_without_script(app: Flask, therapist: hosts.Visitor, letter: str) -> None:
    url = open_visit(therapist)
    assert save(therapist, url, **{"inv_deg.R": letter}).status_code == 303
    stored = readings(app, url)["inv_deg", Side.RIGHT]
    assert (stored.value, stored.absent) == (None, LETTERS[letter.lower()])
    assert page(therapist.get(url)).boxes["inv_deg.R.absent"] == LETTERS[letter.lower()].value


def test_another_letter_is_refused_and_stays(therapist: hosts.Visitor) -> None:
    shown = page(save(therapist, open_visit(therapist), **{"inv_deg.R": "q"}), 422)
    assert shown.boxes["inv_deg.R"] == "q"
    assert "right" in shown.slips["inv_deg.R"]


def test_a_question_takes_no_letter_for_no(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"pain_behind_knee.L": "no"})
    assert readings(app, url)["pain_behind_knee", Side.LEFT].code == "no"


def test_unusual_readings_are_confirmed_as_they_were_typed(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    asked = save(therapist, url, **{"wblt_deg.L": "12/14"})
    assert asked.status_code == 422
    assert 'name="wblt_deg.L.confirm" value="12/14"' in asked.text
    again = {"wblt_deg.L": "12/14", "wblt_deg.L.confirm": "12/14"}
    assert save(therapist, url, **again).status_code == 303
    stored = readings(app, url)["wblt_deg", Side.LEFT]
    assert stored.confirmed
    assert stored.value == Decimal(13)


def test_every_reason_has_a_letter_of_its_own() -> None:
    assert set(LETTERS.values()) == set(Absent)
