"""The print desk: everything new in one press, nobody mixed up, nothing out of date, no clinical word."""

from __future__ import annotations

import io
import re
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from flask import Flask
from pypdf import PdfReader

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.records.base import table_of
from clinic_gait.records.issued import get_document
from clinic_gait.records.print_job import PrintJob
from tests import hosts
from tests.conftest import visitor
from tests.databases import NewDatabase
from tests.web.pages import all_clear, open_visit, raise_flag, save, session_of, sign
from tests.web.test_issue import papers
from tests.web.test_plans import STRETCH, line

NAMES = {"1": "Maria Delgado", "2": "Łukasz Świątek", "3": "Mario Delgado"}


def sent_home(app: Flask, therapist: hosts.Visitor, patient: str, side: str = "L") -> str:
    """A visit of this patient, signed with a plan."""
    url = open_visit(therapist, patient)
    save(therapist, f"{url}/plan", **line(STRETCH, side, sets="3", reps="4"))
    all_clear(app, url)
    sign(therapist, url)
    return url


def new_papers(desk: hosts.Visitor) -> list[str]:
    """What the one button would print."""
    text = desk.get("/gait/desk").text
    form = re.search(r"<form[^>]*data-print>(.*?)Print \d+ new", text, re.S)
    return re.findall(r'name="document" value="([^"]+)"', form[1]) if form else []


def jobs(app: Flask) -> list[tuple[UUID, str]]:
    """Every print that was noted: what, and by whom."""
    with app.app_context():
        rows = table_of(PrintJob)
        found = session_of(app).execute(sa.select(rows.c.document_id, rows.c.printed_by_name))
        return [(row.document_id, row.printed_by_name) for row in found]


def of_kind(app: Flask, visit: str, kind: str = "home_sheet") -> UUID:
    return next(one.id for one in papers(app, visit) if one.kind == kind)


def test_one_press_prints_everything_new_in_the_order_of_the_list(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    for patient in ("3", "1", "2"):
        sent_home(app, therapist, patient)
    wanted = new_papers(desk)
    assert len(wanted) == 6
    answer = desk.send("/gait/desk/print", {"document": wanted})
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages]
    owners = [next((name for name in NAMES.values() if name in text), None) for text in pages]
    seen = list(dict.fromkeys(owner for owner in owners if owner))
    assert seen == list(NAMES.values())
    assert sum(name in text for text in pages for name in NAMES.values()) == sum(owner is not None for owner in owners)
    assert {str(key) for key, _ in jobs(app)} == set(wanted)
    assert new_papers(desk) == []
    assert "Nothing new to print" in desk.get("/gait/desk").text


def test_every_paper_of_a_batch_starts_on_fresh_paper(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    for patient in NAMES:
        sent_home(app, therapist, patient)
    answer = desk.send("/gait/desk/print", {"document": new_papers(desk)})
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages]
    firsts = [number for number, text in enumerate(pages) if re.search(r"\b1 of \d", text)]
    assert len(firsts) == 6
    assert all(number % 2 == 0 for number in firsts)


def test_a_single_paper_is_given_byte_for_byte_and_noted_each_time(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    visit = sent_home(app, therapist, "1")
    sheet = next(one for one in papers(app, visit) if one.kind == "home_sheet")
    for _ in range(2):
        assert desk.send("/gait/desk/print", {"document": str(sheet.id)}).data == sheet.data
    assert jobs(app) == [(sheet.id, "R. Alvarez")] * 2
    assert "Reprint" in desk.get("/gait/desk").text


def test_every_print_leaves_a_row_of_audit(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    sent_home(app, therapist, "1")
    desk.send("/gait/desk/print", {"document": new_papers(desk)})
    with app.app_context():
        found = session_of(app).execute(sa.text("SELECT act, record FROM clinic_gait_audit WHERE act = 'print'"))
        rows = found.all()
    assert sorted(row.record for row in rows) == sorted(str(key) for key, _ in jobs(app))


def test_an_older_sheet_cannot_be_printed(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    visit = sent_home(app, therapist, "1")
    old = of_kind(app, visit)
    therapist.send(f"{visit}/issue", {"kind": "home_sheet", "language": "es"})
    answer = desk.send("/gait/desk/print", {"document": str(old)})
    assert answer.status_code == 409
    assert "out of date" in answer.text
    assert "Jane Okafor" in answer.text
    assert jobs(app) == []
    assert str(old) not in desk.get("/gait/desk").text


def test_one_paper_that_may_not_go_out_stops_the_whole_batch(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    held, fine = sent_home(app, therapist, "1"), sent_home(app, therapist, "2")
    wanted = new_papers(desk)
    raise_flag_later(app, therapist, "1")
    assert desk.send("/gait/desk/print", {"document": wanted}).status_code == 409
    assert jobs(app) == []
    assert str(of_kind(app, held)) not in new_papers(desk)
    assert str(of_kind(app, fine)) in new_papers(desk)


def raise_flag_later(app: Flask, therapist: hosts.Visitor, patient: str) -> None:
    """A warning sign, found in a visit after the sheet was issued."""
    chart = therapist.send("/gait/patients/open", {"key": patient}).location
    raise_flag(app, str(therapist.send(f"{chart}/visits", {"form_key": "later-form"}).location))


def test_a_hold_shows_no_reason_and_whom_to_ask(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    visit = sent_home(app, therapist, "1")
    raise_flag_later(app, therapist, "1")
    text = desk.get("/gait/desk").text
    assert "Held" in text
    assert "Ask Jane Okafor" in text
    assert not any(flag.label in text for flag in FLAGS.values())
    answer = desk.send("/gait/desk/print", {"document": str(of_kind(app, visit))})
    assert answer.status_code == 409
    assert "is held" in answer.text


def test_the_page_names_identity_paper_and_state(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    visit = open_visit(therapist, "1")
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="3"), language="es", print_size="large")
    all_clear(app, visit)
    sign(therapist, visit)
    text = desk.get("/gait/desk").text
    for words in ("Delgado", "12 Apr 1968", "09:00", "Jane Okafor", "Home sheet v1", "Spanish, large print", "New"):
        assert words in text
    sheet = next(one for one in papers(app, visit) if one.kind == "home_sheet")
    assert f"{sheet.pages} pages" in text


def test_patients_easily_mixed_up_are_marked(desk: hosts.Visitor) -> None:
    text = desk.get("/gait/desk").text
    # Maria and Mario share family name and first letters; Mario and Łukasz a birth date.
    message = re.sub(r"<[^>]+>", "", text[text.index("Easily mixed up") :])
    said = re.sub(r"\s+", " ", message[: message.index(".")])
    assert said == "Easily mixed up: Delgado, Maria and Delgado, Mario; Świątek, Łukasz and Delgado, Mario"
    assert "3 alike" in text


def test_no_clinical_word_stands_on_a_desk_page(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    for patient in NAMES:
        sent_home(app, therapist, patient)
    shown = [desk.get("/gait/desk").text, desk.send("/gait/desk/find", {"q": "Delgado"}).text]
    labels = [one.label for table in (CATALOGUE, CONDITIONS, FLAGS) for one in table.values()]
    labels += [one.name for one in TECHNIQUES.values()]
    labels += [one.words("en", one.dose_sides[0]).name for one in LIBRARY.values()]
    labels += ["LEFT", "RIGHT", "exercise", "complaint", "diagnos", "knee", "ankle", "gait assessment"]
    for text in shown:
        words = re.sub(r"<[^>]+>", " ", text)
        assert [label for label in labels if re.search(rf"\b{re.escape(label)}\b", words)] == []


def test_any_patient_is_found_with_every_paper(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    visit = sent_home(app, therapist, "1")
    text = desk.send("/gait/desk/find", {"q": "delgado"}).text
    assert "2 found" in text
    assert str(of_kind(app, visit)) in text
    assert "Nobody found" in desk.send("/gait/desk/find", {"q": "Baker"}).text
    assert "Nobody found" in desk.send("/gait/desk/find", {"q": "%"}).text


@pytest.mark.parametrize("sent", [{}, {"document": "1"}, {"document": str(uuid4())}, {"document": "../x"}])
def test_what_does_not_exist_is_not_printed(app: Flask, desk: hosts.Visitor, sent: dict[str, str]) -> None:
    assert desk.send("/gait/desk/print", sent).status_code == 404
    assert jobs(app) == []


def test_another_clinics_paper_is_not_printed(app: Flask, therapist: hosts.Visitor, stranger: hosts.Visitor) -> None:
    visit = sent_home(app, therapist, "1")
    key = of_kind(app, visit)
    assert stranger.send("/gait/desk/print", {"document": str(key)}).status_code == 404
    assert "Delgado" not in stranger.get("/gait/desk").text
    with app.app_context():
        assert get_document(session_of(app), "hill", key) is None
    assert jobs(app) == []


def test_a_forged_press_prints_nothing(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    visit = sent_home(app, therapist, "1")
    assert desk.post("/gait/desk/print", data={"document": str(of_kind(app, visit))}).status_code == 400
    assert jobs(app) == []


def test_a_printed_sheet_that_went_out_of_date_is_called_back(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    visit = sent_home(app, therapist, "1")
    desk.send("/gait/desk/print", {"document": str(of_kind(app, visit))})
    therapist.send(f"{visit}/issue", {"kind": "home_sheet", "size": "large"})
    assert "take it back" in desk.get("/gait/desk").text


def test_the_way_to_the_printer_is_the_same_on_postgresql(empty_database: NewDatabase) -> None:
    app = hosts.make_app(empty_database("postgresql").render_as_string(hide_password=False))
    therapist, desk = visitor(app, "therapist"), visitor(app, "desk")
    visit = open_visit(therapist, "1")
    save(therapist, f"{visit}/shoes", **{"left-heel_medial": "3"})
    save(therapist, f"{visit}/leg-length", **{"block-mm": "8", "block-foot": "left"})
    save(therapist, f"{visit}/plan", **line(STRETCH, "L", sets="3"))
    all_clear(app, visit)
    sign(therapist, visit)
    wanted = new_papers(desk)
    assert desk.send("/gait/desk/print", {"document": wanted}).mimetype == "application/pdf"
    assert {str(key) for key, _ in jobs(app)} == set(wanted)
    with app.app_context():
        app.extensions["test_db"].engine.dispose()


def test_a_held_patient_without_a_paper_is_held_at_the_desk_too(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor
) -> None:
    raise_flag(app, open_visit(therapist))
    assert "Held" in desk.get("/gait/desk").text
