"""Holds: a warning sign stops the home program until a therapist lifts it, and nothing of that is ever lost."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.records.base import table_of
from clinic_gait.records.errors import NoReason, NothingToLift, RecordError
from clinic_gait.records.hold import Hold, holds_of, lift, newest_in, open_holds
from clinic_gait.records.queries import is_held
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit
from tests.factories import DAY, NOW, all_clear, clinic, sign_visit, staff, start_draft, subject

SAM = staff("9", "Sam Reyes", "DPT")
WEEK = timedelta(days=7)


def held(session: Session, *flags: str, patient: str = "p1") -> Visit:
    """A draft in which these signs were answered yes, with their holds."""
    visit = start_draft(session, patient=patient)
    visit.answer_screen(dict.fromkeys(flags, "yes"))
    visit.set_holds(staff(), NOW)
    return visit


def lift_one(
    session: Session, visit: Visit, flag: str, *, of: Subject | None = None, reason: str = "clear", nth: int = 1
) -> None:
    """Lift a hold, a day later."""
    words = {"cleared_by": " Dr. Ito ", "known_by": "phone, today", "reason": reason}
    at = NOW + timedelta(days=1)
    lift(session, of or visit.subject, visit_id=visit.id, flag=flag, nth=nth, by=SAM, at=at, **words)


def flags_open(session: Session) -> list[str]:
    return [one.flag for one in open_holds(session, subject(session))]


def test_a_yes_sets_a_hold_with_who_and_when(session: Session) -> None:
    visit = held(session, "dvt", "pe")
    all_clear(start_draft(session))
    found = {one.flag: one for one in open_holds(session, visit.subject)}
    assert sorted(found) == ["dvt", "pe"]
    one = found["dvt"]
    assert (one.visit_id, one.day, one.set_by, one.set_at) == (visit.id, DAY, staff(), NOW)
    assert (one.because, one.lifted_by, one.lifted_at, one.reason, one.is_open) == ("", None, None, "", True)


def test_a_hold_set_again_stays_as_it_was_first_set(session: Session) -> None:
    visit = held(session, "dvt")
    visit.set_holds(SAM, NOW + WEEK, clot="Wells score 3")
    (one,) = holds_of(session, visit.subject)
    assert (one.set_by, one.set_at, one.because) == (staff(), NOW, "")


def test_no_later_answer_lifts_a_hold(session: Session) -> None:
    visit, later = held(session, "dvt"), start_draft(session, day=DAY + WEEK)
    for one in (visit, later):
        all_clear(one)
        one.set_holds(SAM, NOW + WEEK)
    visit.answer_screen({"dvt": None})
    assert flags_open(session) == ["dvt"]


@pytest.mark.parametrize("answer", ["yes", "no", None])
def test_a_likely_clot_sets_its_hold_whatever_was_answered(session: Session, answer: str | None) -> None:
    visit = start_draft(session)
    visit.answer_screen({"dvt": answer})
    visit.set_holds(staff(), NOW, clot="Wells score 3")
    (one,) = open_holds(session, visit.subject)
    assert (one.flag, one.because) == ("dvt", "Wells score 3")


def test_an_unlikely_clot_and_a_no_set_nothing(session: Session) -> None:
    visit = start_draft(session)
    all_clear(visit)
    visit.set_holds(staff(), NOW)
    assert holds_of(session, visit.subject) == ()


def test_lifting_keeps_who_when_how_and_why(session: Session) -> None:
    visit = held(session, "dvt", "pe")
    lift_one(session, visit, "dvt", reason=" Duplex clear. ")
    assert flags_open(session) == ["pe"]
    one = next(one for one in holds_of(session, visit.subject) if not one.is_open)
    assert (one.flag, one.set_by, one.set_at, one.lifted_by) == ("dvt", staff(), NOW, SAM)
    assert (one.lifted_at, one.cleared_by) == (NOW + timedelta(days=1), "Dr. Ito")
    assert (one.known_by, one.reason) == ("phone, today", "Duplex clear.")


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_nothing_is_lifted_without_a_reason(session: Session, reason: str) -> None:
    visit = held(session, "dvt")
    with pytest.raises(NoReason, match="with a reason"):
        lift_one(session, visit, "dvt", reason=reason)
    assert flags_open(session) == ["dvt"]


def test_a_hold_is_lifted_once(session: Session) -> None:
    visit = held(session, "dvt")
    lift_one(session, visit, "dvt", reason="first")
    with pytest.raises(NothingToLift, match="not open"):
        lift_one(session, visit, "dvt", reason="second")
    assert [one.reason for one in holds_of(session, visit.subject)] == ["first"]


def test_what_is_not_a_hold_of_this_patient_cannot_be_lifted(session: Session) -> None:
    visit, other = held(session, "dvt"), held(session, "dvt", patient="p2")
    elsewhere = subject(session, at=clinic("harbor"))
    wrong: list[tuple[str, Subject]] = [("pe", visit.subject), ("dvt", other.subject), ("dvt", elsewhere)]
    for flag, of in wrong:
        with pytest.raises(NothingToLift):
            lift_one(session, visit, flag, of=of)
    assert isinstance(NothingToLift(), RecordError)
    assert flags_open(session) == ["dvt"]


def test_a_hold_is_lifted_after_its_visit_was_signed(session: Session) -> None:
    visit = held(session, "dvt")
    sign_visit(session, visit)
    session.commit()
    lift_one(session, visit, "dvt")
    session.commit()
    assert flags_open(session) == []


def test_a_lifted_sign_holds_again_when_a_later_visit_finds_it(session: Session) -> None:
    visit = held(session, "dvt")
    lift_one(session, visit, "dvt")
    visit.set_holds(staff(), NOW + WEEK)
    assert flags_open(session) == [], "the yes that was lifted sets no second hold"
    later = held(session, "dvt")
    assert [one.visit_id for one in open_holds(session, later.subject)] == [later.id]
    assert len(holds_of(session, later.subject)) == 2


def test_a_sign_found_again_after_its_lifting_holds_again_in_the_same_visit(session: Session) -> None:
    visit = held(session, "dvt", "pe")
    lift_one(session, visit, "dvt", reason="first")
    visit.set_holds(SAM, NOW + WEEK, again=["dvt", "pe"])
    newest = newest_in(holds_of(session, visit.subject), visit.id)
    assert {one.flag: (one.nth, one.set_by, one.is_open) for one in newest.values()} == {
        "dvt": (2, SAM, True),
        "pe": (1, staff(), True),
    }
    assert is_held(session, visit.subject)
    lift_one(session, visit, "pe")
    with pytest.raises(NothingToLift):
        lift_one(session, visit, "dvt", reason="for the first one")
    lift_one(session, visit, "dvt", reason="second", nth=2)
    assert not is_held(session, visit.subject)
    assert [one.reason for one in holds_of(session, visit.subject) if one.flag == "dvt"] == ["second", "first"]


def test_a_hold_set_again_stays_until_it_is_lifted_too(session: Session) -> None:
    visit = held(session, "dvt")
    lift_one(session, visit, "dvt")
    for days in (7, 8, 9):
        visit.set_holds(staff(), NOW + timedelta(days=days), again=["dvt"])
    all_clear(visit)
    visit.set_holds(staff(), NOW + 2 * WEEK, again=["dvt", "pe"])
    assert [(one.flag, one.nth, one.set_at) for one in open_holds(session, visit.subject)] == [("dvt", 2, NOW + WEEK)]


def test_a_clot_that_becomes_likely_again_holds_again_and_one_that_still_is_does_not(session: Session) -> None:
    visit = start_draft(session)
    visit.set_holds(staff(), NOW, clot="Wells score 3")
    lift_one(session, visit, "dvt")
    visit.set_holds(staff(), NOW + WEEK, clot="Wells score 3")
    assert flags_open(session) == []
    visit.set_holds(staff(), NOW + WEEK, clot="Wells score 2", again=["dvt"])
    assert [(one.nth, one.because) for one in open_holds(session, visit.subject)] == [(2, "Wells score 2")]


@pytest.mark.parametrize(
    ("dialect", "verb"), [("sqlite", "INSERT"), ("sqlite", "INSERT OR REPLACE"), ("postgresql", "INSERT")]
)
def test_the_database_keeps_one_open_hold_for_a_sign_of_a_visit(session: Session, verb: str) -> None:
    """What is put over it would be a second open one, under a number of its own."""
    held(session, "dvt")
    session.commit()
    names = [column.name for column in table_of(Hold).columns]
    values = ", ".join("nth + 1" if name == "nth" else name for name in names)
    copy = f"{verb} INTO clinic_gait_hold ({', '.join(names)}) SELECT {values} FROM clinic_gait_hold"
    with pytest.raises(sa.exc.IntegrityError, match=r"cannot be replaced|ix_clinic_gait_hold"):
        session.execute(sa.text(copy))
    session.rollback()
    assert [(one.nth, one.is_open) for one in holds_of(session, subject(session))] == [(1, True)]


def test_a_yes_that_has_no_hold_counts_as_open_and_can_be_lifted(session: Session) -> None:
    visit = start_draft(session)
    visit.answer_screen({"dvt": "yes", "pe": "no"})
    (one,) = open_holds(session, visit.subject)
    assert (one.flag, one.set_by, one.set_at.date(), one.set_at.tzinfo) == ("dvt", visit.clinician, DAY, timezone.utc)
    lift_one(session, visit, "dvt")
    assert flags_open(session) == []
    (row,) = session.scalars(sa.select(Hold))
    assert (row.set_by_key, row.set_at, row.lifted_by_key) == (visit.clinician_key, one.set_at, SAM.key)


def test_open_holds_come_the_oldest_first_and_all_holds_the_newest_first(session: Session) -> None:
    days = (DAY, DAY - WEEK, DAY - 2 * WEEK)
    visits = [start_draft(session, day=day) for day in days]
    for visit, flag, at in zip(visits, ("dvt", "pe", "fracture"), (NOW, NOW - WEEK, NOW - 2 * WEEK), strict=True):
        visit.answer_screen({flag: "yes"})
        visit.set_holds(staff(), at)
    lift_one(session, visits[1], "pe")
    assert flags_open(session) == ["fracture", "dvt"]
    assert [one.flag for one in holds_of(session, subject(session))] == ["dvt", "pe", "fracture"]
