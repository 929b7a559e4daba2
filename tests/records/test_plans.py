"""A plan as it is written, and what is issued from it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.values import DoseSide, Side
from clinic_gait.records.errors import Signed, Stale
from clinic_gait.records.issued import documents_of, get_document
from clinic_gait.records.plan import draft_plan, get_plan, last_signed_plan, plan_of
from clinic_gait.records.print_job import PrintJob, log_print
from tests.factories import NOW, clinic, filled_draft, filled_plan, home_sheet, sign_visit, staff, start_draft, subject

GOALS = (
    Goal(text="Walk two blocks", measure="walk_m", side=Side.NONE, baseline=Decimal("120.5"), target=Decimal("400")),
    Goal(text="Sleep", by=date(2027, 2, 1), unit="h"),
)
TECHNIQUES = (
    PlannedTechnique(
        key="talar_glide", side=DoseSide.RIGHT, grade="IV", minutes=5, dose="3 x 30", reason="r", because="Stiff"
    ),
)
EXERCISES = (
    PlannedExercise(key="b", side=DoseSide.BOTH, dose=Dose(sets=3, reps=10, tempo="3-1-2", rest_s=0), reason="first"),
    PlannedExercise(
        key="a",
        side=DoseSide.LEFT,
        because="Ankle bend LEFT 4 cm",
        dose=Dose(minutes=Decimal("2.5"), distance_m=400, per_day=2, days_wk=7),
    ),
)


def test_every_line_comes_back_in_its_order(session: Session) -> None:
    plan = draft_plan(session, start_draft(session), staff())
    plan.replace(GOALS, TECHNIQUES, EXERCISES, why="w", next_visit="Monday")
    session.commit()
    back = get_plan(session, "riverside", plan.id)
    assert back is not None
    assert (back.goals(), back.techniques(), back.exercises()) == (GOALS, TECHNIQUES, EXERCISES)
    assert (back.why, back.next_visit, back.number) == ("w", "Monday", 1)


def test_replacing_leaves_nothing_of_the_old_lines(session: Session) -> None:
    plan = draft_plan(session, start_draft(session), staff())
    plan.replace(GOALS, TECHNIQUES, EXERCISES)
    plan.replace((), (), EXERCISES[1:])
    assert (plan.goals(), plan.techniques(), plan.exercises()) == ((), (), EXERCISES[1:])


def test_a_visit_has_one_plan(session: Session) -> None:
    visit, other = start_draft(session), start_draft(session)
    first = draft_plan(session, visit, staff())
    assert draft_plan(session, visit, staff()) is first
    assert draft_plan(session, other, staff()).number == 2
    assert plan_of(session, visit) is first


def test_a_draft_is_not_what_holds(session: Session) -> None:
    draft_plan(session, start_draft(session), staff())
    assert last_signed_plan(session, subject(session)) is None


def test_a_signed_version_takes_no_new_lines(session: Session) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    sign_visit(session, visit, plan)
    with pytest.raises(Signed):
        plan.replace((), (), ())


def test_a_plan_typed_over_an_old_version_is_stale(session: Session) -> None:
    plan = draft_plan(session, start_draft(session), staff())
    plan.check_version(1)
    with pytest.raises(Stale) as caught:
        plan.check_version(1)
    assert caught.value.theirs["version"] == 2


def test_another_clinics_plan_answers_like_a_missing_one(session: Session) -> None:
    plan = draft_plan(session, start_draft(session), staff())
    assert get_plan(session, "harbor", plan.id) is None
    assert get_plan(session, "riverside", uuid4()) is None


def test_a_document_is_kept_byte_for_byte(session: Session) -> None:
    visit = filled_draft(session)
    issued = home_sheet(session, visit)
    document_id = issued.id
    session.commit()
    session.expunge_all()
    back = get_document(session, "riverside", document_id)
    assert back is not None
    assert (back.data, back.snapshot, back.issued_at) == (b"%PDF-1.7 sheet", '{"kind":"sheet"}', NOW)
    assert back.intact
    assert back.issued_by == staff()
    assert get_document(session, "harbor", document_id) is None


def test_a_newer_sheet_takes_the_place_of_older_ones_of_its_own_patient(session: Session) -> None:
    first = home_sheet(session, filled_draft(session))
    other = home_sheet(session, filled_draft(session, patient="p2"))
    elsewhere = home_sheet(session, filled_draft(session, at=clinic("harbor")))
    second = home_sheet(session, filled_draft(session), at=NOW + timedelta(days=1))
    session.commit()
    assert [one.superseded for one in (first, other, elsewhere, second)] == [True, False, False, False]
    assert documents_of(session, subject(session)) == [second, first]


def test_every_print_leaves_a_row(session: Session) -> None:
    sheet = home_sheet(session, filled_draft(session))
    log_print(session, sheet, 2, staff(), NOW)
    log_print(session, sheet, 1, staff(), NOW)
    assert session.scalars(sa.select(PrintJob.copies).order_by(PrintJob.id)).all() == [2, 1]
