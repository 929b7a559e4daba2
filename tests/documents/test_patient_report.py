"""The patient's report: one sentence first, words not grades, nothing a patient has no words for."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal
from typing import Any

import pikepdf
import pytest

from clinic_gait.care.sheet import BarRow, SignRow
from clinic_gait.documents import patient_report
from clinic_gait.documents.registry import DOCUMENTS
from tests.documents import papers, reading


def said(**look: Any) -> str:
    return reading.spoken(patient_report.build(papers.report(**look)).data)


def test_the_summary_comes_first_and_the_rest_in_order_of_weight() -> None:
    report = papers.report()
    words = said()
    places = [
        words.index(part)
        for part in (
            "Your walking report",
            report.summary,
            "Left and right today",
            "What we saw when you moved",
            report.facts[0],
            report.shoes[0],
            report.leg_length,
            report.goals[0],
            report.in_clinic[0],
            report.at_home[0],
            "Thu 26 Nov, 10:00",
            "(555) 010-0199",
        )
    ]
    assert places == sorted(places)


def test_left_stands_left_of_right_in_every_table() -> None:
    data = patient_report.build(papers.report()).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        heads = [
            [cell.text.strip() for cell in node.kids[0].kids]
            for node in reading.tree(pdf).walk()
            if node.tag == "Table"
        ]
    assert heads
    for head in heads:
        assert head.index("LEFT") < head.index("RIGHT")


def test_numbers_signs_and_changes_are_printed_as_given() -> None:
    report = papers.report()
    words = said()
    for row in report.bars:
        assert f"{row.label}, {row.unit}" in words
        for change in (row.left_change, row.right_change):
            assert " ".join(change.split()) in words
    for sign in report.signs:
        assert f"{sign.label} {sign.left or 'not checked'} {sign.right or 'not checked'}" in words


def test_a_side_that_was_not_looked_at_says_so() -> None:
    report = dataclasses.replace(
        papers.report(),
        bars=(BarRow(key="x", label="Ankle bend", unit="degrees", left="31", right=None, high="31"),),
        signs=(SignRow(key="y", label="Knee bows out", left=None, right="A lot"),),
    )
    words = reading.spoken(patient_report.build(report).data)
    assert "Ankle bend, degrees 31 not measured" in words
    assert "Knee bows out not checked A lot" in words


def bars(data: bytes) -> list[float]:
    """Widths of the solid boxes, which are the bars of the left leg."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            corners: list[float] = []
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                if operator in ("m", "l"):
                    corners = [*(corners if operator == "l" else []), float(step.operands[0])]
                elif operator in ("f", "f*") and len(corners) == 4:
                    found.append(max(corners) - min(corners))
                elif operator != "h":
                    corners = []
    return found


@pytest.mark.parametrize(("left", "share"), [("20", 0.5), ("40", 1.0), ("10", 0.25)])
def test_a_bar_is_as_long_as_its_number(left: str, share: float) -> None:
    def length(value: str) -> float:
        row = BarRow(key="x", label="Ankle bend", unit="degrees", left=value, right="40", high="40")
        return bars(patient_report.build(dataclasses.replace(papers.report(), bars=(row,), signs=())).data)[0]

    assert Decimal(str(length(left) / length("40"))) == pytest.approx(Decimal(str(share)), abs=Decimal("0.01"))


def test_a_number_below_the_scale_has_no_bar_but_is_printed() -> None:
    row = BarRow(key="x", label="Knee straightening", unit="degrees", left="-5", right=None, high="1")
    data = patient_report.build(dataclasses.replace(papers.report(), bars=(row,))).data
    assert bars(data) == []
    assert "-5" in reading.spoken(data)


def test_many_rows_go_on_under_the_same_heading() -> None:
    rows = tuple(
        BarRow(key=f"k{number}", label=f"Test {number}", unit="cm", left="3", right="4", high="9")
        for number in range(30)
    )
    built = patient_report.build(dataclasses.replace(papers.report(), bars=rows))
    pages = reading.pages_of(built.data)
    assert sum("Left and right today" in page for page in pages) == sum("Test" in page for page in pages) > 1
    words = reading.spoken(built.data)
    assert all(f"Test {number}, cm" in words for number in range(30))


def test_a_report_of_nothing_measured_is_still_a_page() -> None:
    report = papers.report(papers.visit(), None)
    built = patient_report.build(report)
    assert built.pages == 1
    assert "This page shows how your legs moved today." in reading.spoken(built.data)
    assert "Left and right today" not in reading.spoken(built.data)


def test_a_batch_of_reports_is_one_file() -> None:
    one = patient_report.build(papers.report()).pages
    assert patient_report.build_batch([papers.report()] * 2).pages == 2 * (one + one % 2) - one % 2


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_registered_under_its_name_and_for_the_desk(name: str) -> None:
    document = DOCUMENTS[name]
    assert document.name == name
    assert document.permission == "desk"
    snapshot = papers.home_sheet() if name == "home_sheet" else papers.report()
    assert isinstance(snapshot, document.snapshot_type)
    assert document.build(snapshot).data.startswith(b"%PDF-1.7")
    with pikepdf.open(io.BytesIO(document.build(snapshot).data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == document.title
