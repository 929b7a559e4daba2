"""Papers: issued at signing from what was signed, issued again on request, kept byte for byte."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from flask import Flask
from pypdf import PdfReader

from clinic_gait.care import canonical
from clinic_gait.care.sheet import HomeSheet, PatientReport
from clinic_gait.documents.registry import DOCUMENTS
from clinic_gait.records.issued import IssuedDocument, documents_of
from tests import hosts
from tests.conftest import Begin
from tests.web.pages import all_clear, open_visit, raise_flag, save, session_of, sign, stored
from tests.web.test_plans import STRETCH, line


@pytest.fixture
def visit(app: Flask, therapist: hosts.Visitor, begin: Begin) -> str:
    """A visit with a plan for the left leg, ready to sign."""

    def make() -> str:
        url = open_visit(therapist)
        save(therapist, f"{url}/plan", **line(STRETCH, "L", sets="3", reps="4"), why="Your ankle is stiff.")
        all_clear(app, url)
        return url

    return begin(make)


def papers(app: Flask, visit: str) -> list[IssuedDocument]:
    """Everything issued to the patient, the newest first, loaded to the last column."""
    with app.app_context():
        session = session_of(app)
        found = documents_of(session, stored(session, visit).subject)
        for one in found:
            assert one.data
            assert one.snapshot
        session.expunge_all()
        return found


def text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_signing_issues_the_sheet_and_the_report(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    sign(therapist, visit)
    by_kind = {one.kind: one for one in papers(app, visit)}
    assert set(by_kind) == set(DOCUMENTS)
    for kind, one in by_kind.items():
        assert (one.language, one.size, one.paper) == ("en", "normal", "letter")
        assert len(PdfReader(io.BytesIO(one.data)).pages) == one.pages
        snapshot = canonical.loads(DOCUMENTS[kind].snapshot_type, one.snapshot)
        assert isinstance(snapshot, HomeSheet if kind == "home_sheet" else PatientReport)
        assert snapshot.person.name == "Maria Delgado"
        assert DOCUMENTS[kind].build(snapshot).data == one.data
    sheet = canonical.loads(HomeSheet, by_kind["home_sheet"].snapshot)
    assert [(one.key, one.side.word) for one in sheet.exercises] == [(STRETCH, "left")]
    assert sheet.therapist.title == "Jane Okafor, PT"


def test_the_papers_follow_the_patients_language_size_and_paper(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, f"{visit}/plan", language="es", print_size="large", paper="a4")
    sign(therapist, visit)
    for one in papers(app, visit):
        assert (one.language, one.size, one.paper) == ("es", "large", "a4")
    sheet = next(one for one in papers(app, visit) if one.kind == "home_sheet")
    assert "izquierd" in text(sheet.data)


def test_a_visit_without_a_plan_gives_the_report_alone(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    sign(therapist, url)
    assert [one.kind for one in papers(app, url)] == ["patient_report"]


def test_nothing_is_issued_while_a_warning_sign_is_open(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    raise_flag(app, url)
    sign(therapist, url)
    assert papers(app, url) == []


def test_the_record_offers_to_issue_again_and_the_review_to_look_first(therapist: hosts.Visitor, visit: str) -> None:
    assert f"{visit}/preview/home_sheet" in therapist.get(f"{visit}/review").text
    sign(therapist, visit)
    record = therapist.get(f"{visit}/record").text
    assert f'action="{visit}/issue"' in record
    assert 'value="home_sheet"' in record


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", ["normal", "large"])
def test_a_sheet_is_issued_again_in_another_language_or_size(
    app: Flask, therapist: hosts.Visitor, visit: str, language: str, size: str
) -> None:
    sign(therapist, visit)
    first = next(one for one in papers(app, visit) if one.kind == "home_sheet")
    sent = {"kind": "home_sheet", "language": language, "size": size, "paper": "a4"}
    assert therapist.send(f"{visit}/issue", sent).status_code == 303
    sheets = [one for one in papers(app, visit) if one.kind == "home_sheet"]
    assert [(one.language, one.size, one.paper, one.superseded) for one in sheets] == [
        (language, size, "a4", False),
        ("en", "normal", "letter", True),
    ]
    assert sheets[1].data == first.data


def test_a_sheet_is_never_issued_from_a_draft_or_during_a_hold(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    assert therapist.send(f"{visit}/issue", {"kind": "home_sheet"}).status_code == 404
    sign(therapist, visit)
    chart = therapist.send("/gait/patients/open", {"key": "1"}).location
    later = str(therapist.send(f"{chart}/visits", {"form_key": "second-form"}).location)
    raise_flag(app, later)
    assert therapist.send(f"{visit}/issue", {"kind": "home_sheet"}).status_code == 409
    assert len(papers(app, visit)) == 2


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_preview_is_a_draft_and_is_not_kept(app: Flask, therapist: hosts.Visitor, visit: str, kind: str) -> None:
    answer = therapist.get(f"{visit}/preview/{kind}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert "DRAFT" in text(answer.data)
    assert papers(app, visit) == []


def test_a_preview_of_what_does_not_exist_is_missing(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert therapist.get(f"{url}/preview/home_sheet").status_code == 404
    assert therapist.get(f"{url}/preview/invoice").status_code == 404


def test_a_document_is_given_as_stored_under_a_name_without_a_person(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    sign(therapist, visit)
    for one in papers(app, visit):
        answer = therapist.get(f"/gait/documents/{one.id}")
        assert (answer.data, answer.mimetype) == (one.data, "application/pdf")
        assert answer.headers["Cache-Control"] == "no-store"
        disposition = answer.headers["Content-Disposition"]
        assert disposition.startswith("inline; filename=")
        assert "elgado" not in disposition
        assert disposition.isascii()


def test_the_front_desk_reads_no_document_page(
    app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor, visit: str
) -> None:
    sign(therapist, visit)
    one = papers(app, visit)[0]
    assert desk.get(f"/gait/documents/{one.id}").status_code == 403
    assert desk.get(f"{visit}/preview/home_sheet").status_code == 403
    assert desk.send(f"{visit}/issue", {"kind": "home_sheet"}).status_code == 403


def test_another_clinic_finds_no_document(
    app: Flask, therapist: hosts.Visitor, stranger: hosts.Visitor, visit: str
) -> None:
    sign(therapist, visit)
    one = papers(app, visit)[0]
    missing = UUID(int=0)
    answers = [stranger.get(f"/gait/documents/{key}") for key in (one.id, missing)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text
