"""Questions over several records: history, what waits for a signature, what waits at the desk."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.values import Side
from clinic_gait.records.hold import lift
from clinic_gait.records.print_job import log_print
from clinic_gait.records.queries import (
    desk_queue,
    documents_for_desk,
    first_readings,
    held,
    history,
    is_held,
    last_readings,
    outcome_history,
    unsigned,
)
from clinic_gait.records.signing import submit
from clinic_gait.records.visit import Visit
from tests.factories import DAY, NOW, clinic, filled_draft, home_sheet, number, sign_visit, staff, start_draft, subject

WEEK = timedelta(days=7)


def signed_visit(session: Session, day: date, value: str, measure: str = "m") -> Visit:
    """A signed visit with one reading on the left."""
    visit = start_draft(session, day=day)
    visit.record(number(measure, Side.LEFT, value))
    sign_visit(session, visit)
    return visit


def test_history_tells_signed_readings_the_oldest_first(session: Session) -> None:
    late = signed_visit(session, DAY, "7")
    early = signed_visit(session, DAY - WEEK, "5")
    start_draft(session, day=DAY + WEEK).record(number("m", Side.LEFT, "99"))
    told = history(session, subject(session))
    assert [(day, visit_id, one.value) for day, visit_id, one in told] == [
        (DAY - WEEK, early.id, Decimal(5)),
        (DAY, late.id, Decimal(7)),
    ]


def test_history_tells_one_measure_or_what_was_before_a_visit(session: Session) -> None:
    signed_visit(session, DAY - WEEK, "5")
    signed_visit(session, DAY - WEEK, "6", "n")
    same_day = signed_visit(session, DAY, "7")
    today = start_draft(session, day=DAY)
    assert [one.value for _, _, one in history(session, today.subject, measure="n")] == [Decimal(6)]
    assert len(history(session, today.subject, before=today)) == 3
    assert len(history(session, today.subject, before=same_day)) == 2


def test_history_takes_in_a_draft_that_is_given(session: Session) -> None:
    signed_visit(session, DAY - WEEK, "5")
    today = start_draft(session)
    today.record(number("m", Side.LEFT, "8"))
    assert [one.value for _, _, one in history(session, today.subject, given=[today])] == [Decimal(5), Decimal(8)]


def scored(session: Session, day: date, value: str) -> Visit:
    """A draft with a score of two instruments."""
    visit = start_draft(session, day=day)
    visit.keep_outcome(Outcome(instrument="lefs", value=Decimal(value)), Outcome(instrument="akps", items=("5", "")))
    return visit


def test_outcome_history_tells_signed_scores_and_those_of_a_draft_that_is_given(session: Session) -> None:
    late, early = scored(session, DAY, "54"), scored(session, DAY - WEEK, "41")
    today, _ = scored(session, DAY + WEEK, "60"), scored(session, DAY + 2 * WEEK, "99")
    for visit in (late, early):
        sign_visit(session, visit)
    told = outcome_history(session, today.subject, given=[today])
    lefs = [(day, visit_id, one.value) for day, visit_id, one in told if one.instrument == "lefs"]
    assert lefs == [
        (DAY - WEEK, early.id, Decimal(41)),
        (DAY, late.id, Decimal(54)),
        (DAY + WEEK, today.id, Decimal(60)),
    ]
    assert [one.instrument for _, _, one in told] == ["akps", "lefs"] * 3
    assert outcome_history(session, subject(session, "p2")) == []


def test_first_and_last_reading_of_each_measure_and_side(session: Session) -> None:
    signed_visit(session, DAY - 2 * WEEK, "5")
    signed_visit(session, DAY - WEEK, "6")
    today = signed_visit(session, DAY, "7")
    key = ("m", Side.LEFT)
    assert last_readings(session, today.subject, today)[key][1].value == Decimal(6)
    assert first_readings(session, today.subject, today)[key][0] == DAY - 2 * WEEK
    assert last_readings(session, today.subject)[key][1].value == Decimal(7)


def test_another_patients_readings_are_not_ones_own(session: Session) -> None:
    signed_visit(session, DAY, "5")
    assert history(session, subject(session, "p2")) == []


def test_the_unsigned_list_holds_ones_drafts_and_what_was_submitted(session: Session) -> None:
    mine = start_draft(session)
    signed_visit(session, DAY, "5")
    theirs = start_draft(session, patient="p2")
    submit(session, visit=theirs, by=staff("9", "Sam Reyes", "PTA"), at=NOW)
    start_draft(session, at=clinic("harbor"))
    assert [one.visit for one in unsigned(session, "riverside", "7")] == [mine, theirs]
    assert [one.subject.patient_key for one in unsigned(session, "riverside", "9")] == ["p2"]


def test_a_warning_sign_holds_until_a_therapist_lifts_it(session: Session) -> None:
    before, after = start_draft(session, day=DAY - WEEK), start_draft(session, day=DAY)
    before.answer_screen({"dvt": "yes"})
    before.set_holds(staff(), NOW)
    after.answer_screen({"dvt": "no"})
    before.answer_screen({"dvt": "no"})
    assert is_held(session, subject(session)), "no later answer lifts it"
    words = {"cleared_by": "Dr. Ito", "known_by": "phone", "reason": "duplex clear"}
    lift(session, subject(session), visit_id=before.id, flag="dvt", by=staff(), at=NOW, **words)
    assert not is_held(session, subject(session))


def test_one_patients_hold_is_not_anothers(session: Session) -> None:
    here, there = start_draft(session), start_draft(session, at=clinic("harbor"), patient="p1")
    other = subject(session, "p2")
    here.answer_screen({"dvt": "yes"})
    here.set_holds(staff(), NOW)
    assert held(session, "riverside", [here.subject.id, other.id]) == {here.subject.id}
    assert held(session, "harbor", [here.subject.id, there.subject.id]) == set()


def test_a_yes_without_its_hold_holds_as_well_until_it_is_lifted(session: Session) -> None:
    visit = start_draft(session)
    visit.answer_screen({"dvt": "yes", "pe": "no"})
    assert is_held(session, visit.subject)
    words = {"cleared_by": "Dr. Ito", "known_by": "phone", "reason": "duplex clear"}
    lift(session, visit.subject, visit_id=visit.id, flag="dvt", by=staff(), at=NOW, **words)
    assert not is_held(session, visit.subject)


def test_the_desk_sees_what_waits_and_what_was_issued_today(session: Session) -> None:
    long_ago = NOW - 4 * WEEK
    printed = home_sheet(session, filled_draft(session, patient="p1"), at=long_ago)
    log_print(session, printed, 1, staff(), long_ago)
    waiting = home_sheet(session, filled_draft(session, patient="p2"), at=long_ago)
    old = home_sheet(session, filled_draft(session, patient="p3"), at=NOW)
    fresh = home_sheet(session, filled_draft(session, patient="p3"), at=NOW)
    log_print(session, fresh, 2, staff("1", "Desk"), NOW)
    home_sheet(session, filled_draft(session, at=clinic("harbor")), at=NOW)
    rows = desk_queue(session, "riverside", DAY)
    assert [(row.document, row.state) for row in rows] == [
        (waiting, "new"),
        (old, "superseded"),
        (fresh, "printed"),
    ]
    assert (rows[2].printed_by, rows[2].printed_at) == ("Desk", NOW)
    assert rows[0].subject.patient_key == "p2"


def test_an_open_warning_sign_holds_the_sheet_at_the_desk(session: Session) -> None:
    visit = filled_draft(session)
    home_sheet(session, visit)
    home_sheet(session, visit, kind="patient_report")
    visit.answer_screen({"dvt": "yes"})
    assert [row.state for row in desk_queue(session, "riverside", DAY)] == ["held", "held"]


def test_a_document_printed_twice_stands_once_with_its_last_print(session: Session) -> None:
    sheet = home_sheet(session, filled_draft(session))
    log_print(session, sheet, 1, staff("1", "First"), NOW)
    log_print(session, sheet, 1, staff("2", "Second"), NOW + timedelta(minutes=1))
    log_print(session, sheet, 1, staff("3", "Third"), NOW + timedelta(minutes=1))
    (row,) = documents_for_desk(session, "riverside", subject(session))
    assert row.printed_by in ("Second", "Third")


@pytest.mark.parametrize(("at", "seen"), [("04:59", False), ("05:00", True)])
def test_the_desks_day_begins_at_midnight_of_the_clinic(session: Session, at: str, seen: bool) -> None:
    """America/Chicago is five hours behind UTC in July."""
    moment = datetime.fromisoformat(f"2026-07-02T{at}").replace(tzinfo=timezone.utc)
    sheet = home_sheet(session, filled_draft(session), at=moment)
    log_print(session, sheet, 1, staff(), moment)
    assert bool(desk_queue(session, "riverside", date(2026, 7, 2), "America/Chicago")) is seen


def test_the_desk_list_asks_the_same_number_of_questions_however_long_it_is(session: Session) -> None:
    def statements() -> int:
        counted: list[str] = []
        engine = session.get_bind()

        def count(connection: object, cursor: object, statement: str, *rest: object) -> None:
            counted.append(statement)

        sa.event.listen(engine, "before_cursor_execute", count)
        session.expunge_all()
        rows = desk_queue(session, "riverside", DAY)
        assert all(row.subject.name and row.document.kind for row in rows)
        sa.event.remove(engine, "before_cursor_execute", count)
        assert not any("snapshot," in statement or ".data " in statement for statement in counted)
        return len(counted)

    home_sheet(session, filled_draft(session, patient="a"))
    session.commit()
    one = statements()
    for patient in "bcd":
        home_sheet(session, filled_draft(session, patient=patient))
    session.commit()
    assert statements() == one == 2
