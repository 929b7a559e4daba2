"""What plan page and review point out before a signature: sides, leg length, precautions, holds."""

from __future__ import annotations

import pytest
from flask import Flask

from clinic_gait.clinical.red_flags import FLAGS
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import all_clear, note_conditions, open_visit, page, raise_flag, save
from tests.web.test_plans import STRETCH, line
from tests.web.test_suggestions import TIGHT, found, take

#: LLD-UNI: asks for the leg length.
ONE_SIDED = {"varus_thrust.R": "definite", "varus_thrust.L": "absent"}


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


@pytest.mark.parametrize("path", ["plan", "review"])
def test_a_one_sided_thrust_asks_for_the_leg_length_until_it_is_measured(
    therapist: hosts.Visitor, visit: str, path: str
) -> None:
    found(therapist, visit, **ONE_SIDED)
    before = therapist.get(f"{visit}/{path}").text
    assert "is on one side only" in before
    assert f"{visit}/leg-length" in before
    save(therapist, f"{visit}/leg-length", **{"block-mm": "8", "block-foot": "right"})
    assert "is on one side only" not in therapist.get(f"{visit}/{path}").text


@pytest.mark.parametrize(("side", "warned"), [("L", True), ("R", False), ("B", False)])
@pytest.mark.parametrize("path", ["plan", "review"])
def test_a_line_for_the_leg_opposite_to_its_findings_is_pointed_out(
    therapist: hosts.Visitor, visit: str, path: str, side: str, warned: bool
) -> None:
    found(therapist, visit, **TIGHT)
    typed = {**line(STRETCH, side, sets="1"), **line("education", "R", "t", minutes="")}
    assert save(therapist, f"{visit}/plan", **typed).status_code == 303
    html = therapist.get(f"{visit}/{path}").text
    said = "Calf stretch, knee straight is planned for LEFT; the findings that offer it are RIGHT (DF-GAST)."
    assert (said in html) is warned


def test_a_plan_that_is_all_for_the_other_leg_is_said_once(therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT, **{"early_heel_rise.R": "mild"})
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"), **line("education", "L", "t", minutes=""))
    html = therapist.get(f"{visit}/review").text
    assert html.count("All findings are right; everything in the plan is left.") == 1
    assert "is planned for" not in html


def test_a_line_that_nobody_suggested_for_the_leg_without_findings_is_pointed_out(
    therapist: hosts.Visitor, visit: str
) -> None:
    found(therapist, visit, **TIGHT)
    save(therapist, f"{visit}/plan", **line(STRETCH, "R", sets="1"), **line("clamshell", "L", "x", 1, sets="1"))
    assert "Clamshell is planned for LEFT; all findings are RIGHT." in therapist.get(f"{visit}/plan").text


def test_a_warning_about_sides_stops_nobody(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    found(therapist, visit, **TIGHT)
    all_clear(app, visit)
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"))
    boxes = page(therapist.get(f"{visit}/review")).boxes
    assert therapist.send(f"{visit}/sign", {"reviewed": boxes["reviewed"]}).status_code == 303


def test_the_review_shows_findings_unknowns_precautions_and_why(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    note_conditions(app, visit, "neuropathy")
    found(therapist, visit, **TIGHT)
    take(therapist, visit, STRETCH, **{f"s-{STRETCH}-reason": "skin looked at"})
    html = therapist.get(f"{visit}/review").text
    assert "Dorsiflexion limited with the knee straight only." in html
    assert "(DF-GAST, B: moderate)" in html
    assert "cannot be answered yet" in html
    assert "Precaution: Neuropathy" in html
    assert "Your reason: skin looked at" in html
    assert "Why: DF-GAST: RIGHT ankle dorsiflexion" in html


def test_a_sign_of_an_earlier_visit_holds_the_plan_of_today(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    raise_flag(app, visit)
    reviewed = page(therapist.get(f"{visit}/review")).boxes["reviewed"]
    therapist.send(f"{visit}/sign", {"reviewed": reviewed, "only": "visit"})
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    today = str(therapist.send(f"{chart}/visits", {"form_key": "second-form"}).location)
    all_clear(app, today)
    save(therapist, f"{today}/plan", **line(STRETCH, "L", sets="1"))
    html = therapist.get(f"{today}/review").text
    assert f"A warning sign is open: {next(iter(FLAGS.values())).label}" in html
    assert "/hold" in html
    assert "disabled>Sign and send to desk" in html


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("bone_block", "Calf stretch, knee straight, LEFT: not for this patient"),
        ("neuropathy", "Calf stretch, knee straight, LEFT: a precaution stands against it"),
    ],
)
def test_a_line_that_was_ruled_out_since_it_was_written_is_not_signed(
    app: Flask, therapist: hosts.Visitor, visit: str, condition: str, said: str
) -> None:
    all_clear(app, visit)
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"))
    before = page(therapist.get(f"{visit}/review")).boxes["reviewed"]
    note_conditions(app, visit, condition)
    review = therapist.get(f"{visit}/review").text
    assert said in review
    assert "disabled>Sign and send to desk" in review
    refused = therapist.send(f"{visit}/sign", {"reviewed": before})
    assert refused.status_code == 422
    assert f"Nothing was signed. {said}" in refused.text
    assert therapist.get(visit).status_code == 200


def test_no_paper_opens_as_a_file_while_a_warning_sign_is_open(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="1"))
    assert therapist.get(f"{visit}/preview/home_sheet").status_code == 200
    raise_flag(app, visit)
    assert therapist.get(f"{visit}/preview/home_sheet").status_code == 409
    assert therapist.get(f"{visit}/preview/patient_report").status_code == 409


def test_a_plan_has_an_end(therapist: hosts.Visitor, visit: str) -> None:
    many: dict[str, str] = {}
    for place in range(41):
        many |= line(STRETCH, "L", "x", place, sets="1")
    answer = save(therapist, f"{visit}/plan", **many)
    assert answer.status_code == 422
    assert "at most 40 lines" in answer.text
