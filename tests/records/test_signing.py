"""Signing: what was reviewed is what is kept, whatever others write meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from clinic_gait.care import canonical
from clinic_gait.care.plan import PlanSnapshot
from clinic_gait.care.visit import LegLength, Outcome, ShoeNote, ShoeSide, VisitSnapshot
from clinic_gait.clinical.values import Side
from clinic_gait.records import hold, locks
from clinic_gait.records.errors import Held, RecordError, Signed, Stale, Unfinished
from clinic_gait.records.plan import Plan, draft_plan, get_plan, last_signed_plan, plans_of
from clinic_gait.records.signing import reviewed, sign, submit, verify
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import Visit, get_visit
from tests.factories import (
    MEANING,
    NOW,
    all_clear,
    clinic,
    filled_draft,
    filled_plan,
    home_sheet,
    number,
    patient_view,
    sign_visit,
    staff,
    start_draft,
)


def test_a_signed_visit_keeps_who_when_and_what_it_means(session: Session) -> None:
    visit = filled_draft(session)
    sign_visit(session, visit)
    session.commit()
    assert (visit.state, visit.signed_by, visit.signed_at, visit.meaning) == ("signed", staff(), NOW, MEANING)
    assert visit.signed_json is not None
    assert visit.signed_hash == canonical.digest(visit.signed_json)
    snapshot = canonical.loads(VisitSnapshot, visit.signed_json)
    assert (snapshot.signed_by, snapshot.meaning) == (staff(), MEANING)
    assert snapshot.readings == visit.readings()


def test_a_signed_visit_reads_the_same_when_the_patient_is_renamed(session: Session) -> None:
    visit = filled_draft(session)
    sign_visit(session, visit)
    subject_for(session, "riverside", patient_view(name="Rosa Vega"))
    assert visit.snapshot(clinic()).person.name == "Rosa Delgado"
    assert verify(session, "riverside") == []


def test_visit_and_plan_are_signed_together(session: Session) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    sign_visit(session, visit, plan)
    session.commit()
    assert (visit.state, plan.state, plan.signed_by) == ("signed", "signed", staff())
    assert plan.signed_json is not None
    assert canonical.loads(PlanSnapshot, plan.signed_json).exercises == plan.exercises()


def test_a_change_after_the_review_is_stale(session: Session) -> None:
    visit = filled_draft(session)
    seen = reviewed(visit, None, clinic())
    visit.record(number("ankle_df_knee_straight", Side.LEFT, "8"))
    with pytest.raises(Stale):
        sign(session, visit=visit, plan=None, clinic=clinic(), by=staff(), meaning="", reviewed=seen, at=NOW)
    assert visit.state == "draft"


def test_a_plan_changed_after_the_review_is_stale(session: Session) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    all_clear(visit)
    seen = reviewed(visit, plan, clinic())
    plan.replace(goals=(), techniques=(), exercises=())
    with pytest.raises(Stale):
        sign(session, visit=visit, plan=plan, clinic=clinic(), by=staff(), meaning="", reviewed=seen, at=NOW)


def test_a_visit_is_signed_once(session: Session) -> None:
    visit = filled_draft(session)
    seen = reviewed(visit, None, clinic())
    sign_visit(session, visit)
    with pytest.raises(Signed):
        sign(session, visit=visit, plan=None, clinic=clinic(), by=staff(), meaning="", reviewed=seen, at=NOW)


def test_an_open_warning_sign_holds_a_plan_but_not_the_visit(session: Session) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    all_clear(visit)
    visit.answer_screen({"dvt": "yes"})
    with pytest.raises(Held) as caught:
        _sign(session, visit, plan)
    assert caught.value.flags == ("dvt",)
    _sign(session, visit, None)
    assert (visit.state, plan.state) == ("signed", "draft")


def test_a_hold_of_an_earlier_visit_holds_a_plan_although_all_is_answered_no_today(session: Session) -> None:
    earlier, today = start_draft(session), filled_draft(session)
    earlier.answer_screen({"pe": "yes"})
    earlier.set_holds(staff(), NOW)
    _sign(session, earlier, None)
    plan = filled_plan(session, today)
    all_clear(today)
    with pytest.raises(Held) as caught:
        _sign(session, today, plan)
    assert caught.value.flags == ("pe",)


def test_a_yes_whose_hold_was_lifted_holds_no_plan(session: Session) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    all_clear(visit)
    visit.answer_screen({"dvt": "yes"})
    visit.set_holds(staff(), NOW)
    words = {"cleared_by": "Dr. Ito", "known_by": "phone", "reason": "duplex clear"}
    hold.lift(session, visit.subject, visit_id=visit.id, flag="dvt", by=staff(), at=NOW, **words)
    _sign(session, visit, plan)
    assert plan.state == "signed"


def test_signing_writes_down_the_hold_of_a_yes_that_had_none(session: Session) -> None:
    visit = filled_draft(session)
    visit.answer_screen({"dvt": "yes"})
    _sign(session, visit, None)
    (row,) = session.scalars(sa.select(hold.Hold))
    assert (row.visit_id, row.flag, row.set_by_key, row.set_at) == (visit.id, "dvt", staff().key, NOW)


def test_a_plan_waits_until_every_question_of_the_screen_is_answered(session: Session) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    all_clear(visit)
    visit.answer_screen({"dvt": None})
    with pytest.raises(Unfinished) as caught:
        _sign(session, visit, plan)
    assert caught.value.missing == ("dvt",)


def test_a_plan_of_another_visit_cannot_be_signed_with_this_one(session: Session) -> None:
    visit, other = filled_draft(session), filled_draft(session)
    plan = filled_plan(session, other)
    with pytest.raises(ValueError, match="not made in this visit"):
        _sign(session, visit, plan)


def test_a_new_version_supersedes_the_one_before_and_begins_as_its_copy(session: Session) -> None:
    first_visit = filled_draft(session)
    first = filled_plan(session, first_visit)
    sign_visit(session, first_visit, first)
    second_visit = start_draft(session)
    second = draft_plan(session, second_visit, staff())
    assert draft_plan(session, second_visit, staff()) is second
    assert (second.number, second.exercises(), second.why) == (2, first.exercises(), first.why)
    sign_visit(session, second_visit, second, at=NOW + timedelta(days=7))
    session.commit()
    assert [(one.number, one.state) for one in plans_of(session, second.subject)] == [
        (2, "signed"),
        (1, "superseded"),
    ]
    assert last_signed_plan(session, second.subject) is second
    assert verify(session, "riverside") == []


def test_a_signed_visit_takes_no_new_plan(session: Session) -> None:
    visit = filled_draft(session)
    sign_visit(session, visit)
    with pytest.raises(Signed):
        draft_plan(session, visit, staff())


def test_a_submitted_visit_waits_for_its_signature(session: Session) -> None:
    visit = filled_draft(session)
    submit(session, visit=visit, by=staff("9", "Sam Reyes", "PTA"), at=NOW)
    assert (visit.state, visit.submitted_by_name) == ("submitted", "Sam Reyes")
    sign_visit(session, visit)
    with pytest.raises(Signed):
        submit(session, visit=visit, by=staff(), at=NOW)


VERBS: dict[str, Callable[[Visit], object]] = {
    "record": lambda visit: visit.record(number("m", Side.LEFT, "1")),
    "erase": lambda visit: visit.erase("ankle_df_knee_straight", Side.LEFT),
    "leg length": lambda visit: visit.record_leg_length(LegLength(method="tape", left_mm="1", right_mm="1")),
    "drop leg length": lambda visit: visit.drop_leg_length("tape"),
    "shoes": lambda visit: visit.keep_shoes(ShoeNote(left=ShoeSide(zones={}), right=ShoeSide(zones={}))),
    "drop shoes": lambda visit: visit.drop_shoes(visit.shoes()[0][0]),
    "screen": lambda visit: visit.answer_screen({"dvt": "yes"}),
    "screen taken back": lambda visit: visit.answer_screen({"fracture": None}),
    "score": lambda visit: visit.keep_outcome(Outcome(instrument="akps", value=Decimal("74"))),
    "score taken back": lambda visit: visit.drop_outcome("lefs"),
    "done": lambda visit: visit.did(()),
    "words": lambda visit: visit.write(impression="other"),
    "version": lambda visit: visit.check_version(visit.version),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_no_verb_changes_a_signed_visit(session: Session, verb: Callable[[Visit], object]) -> None:
    visit = filled_draft(session)
    sign_visit(session, visit)
    session.commit()
    with pytest.raises(Signed):
        verb(visit)
    session.rollback()
    assert verify(session, "riverside") == []


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_nothing_written_before_the_signature_escapes_it(engine: Engine, verb: Callable[[Visit], object]) -> None:
    """Order one: another session has written and not committed yet when the signing begins."""
    with Session(engine) as theirs, ThreadPoolExecutor() as pool:
        visit = filled_draft(theirs)
        theirs.commit()
        seen = reviewed(visit, None, clinic())
        verb(visit)
        signing = pool.submit(_sign_elsewhere, engine, visit, seen)
        _wait_until_blocked(engine, signing)
        theirs.commit()
        outcome = signing.result()
        # A version is not part of what is signed, so counting it up does not make the review old.
        assert outcome in (Stale, None) if verb is VERBS["version"] else outcome is Stale
    with Session(engine) as after:
        assert verify(after, "riverside") == []


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_nothing_written_while_signing_is_stored(engine: Engine, verb: Callable[[Visit], object]) -> None:
    """Order two: the signature stands and is not committed yet when another session writes."""
    with Session(engine) as mine, ThreadPoolExecutor() as pool:
        visit = filled_draft(mine)
        mine.commit()
        sign_visit(mine, visit)
        writing = pool.submit(_write_elsewhere, engine, visit, verb)
        _wait_until_blocked(engine, writing)
        mine.commit()
        assert writing.result() in (Signed, Stale)
    with Session(engine) as after:
        assert verify(after, "riverside") == []


def test_a_line_written_while_the_plan_is_signed_is_refused(engine: Engine) -> None:
    with Session(engine) as mine, ThreadPoolExecutor() as pool:
        visit = filled_draft(mine)
        plan = filled_plan(mine, visit)
        mine.commit()
        sign_visit(mine, visit, plan)
        writing = pool.submit(_replan_elsewhere, engine, plan.id)
        _wait_until_blocked(engine, writing)
        mine.commit()
        assert writing.result() is Signed
    with Session(engine) as after:
        assert verify(after, "riverside") == []


def test_of_two_signatures_at_once_one_counts(engine: Engine) -> None:
    with Session(engine) as mine, ThreadPoolExecutor() as pool:
        visit = filled_draft(mine)
        mine.commit()
        seen = reviewed(visit, None, clinic())
        sign_visit(mine, visit)
        other = pool.submit(_sign_elsewhere, engine, visit, seen)
        _wait_until_blocked(engine, other)
        mine.commit()
        assert other.result() is Signed


def test_two_plans_signed_at_once_leave_one_in_force(engine: Engine) -> None:
    with Session(engine) as mine, ThreadPoolExecutor() as pool:
        first, second = filled_draft(mine), filled_draft(mine)
        plans = [filled_plan(mine, first), filled_plan(mine, second)]
        all_clear(second)
        mine.commit()
        sign_visit(mine, first, plans[0])
        other = pool.submit(_sign_plan_elsewhere, engine, second.id, plans[1].id)
        _wait_until_blocked(engine, other)
        mine.commit()
        other.result()
        assert sorted(plan.state for plan in plans_of(mine, first.subject)) == ["signed", "superseded"]


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_signing_refuses_an_isolation_level_that_would_not_see_what_was_just_committed(engine: Engine) -> None:
    with Session(engine.execution_options(isolation_level="REPEATABLE READ")) as session:
        visit = filled_draft(session)
        with pytest.raises(RuntimeError, match="read committed"):
            sign_visit(session, visit)


TAMPERED = {
    "a word": ("UPDATE clinic_gait_visit SET impression = 'forged'", "visit"),
    "a reading": ("UPDATE clinic_gait_reading SET value = value + 1", "visit"),
    "a reading taken out": ("DELETE FROM clinic_gait_reading WHERE side = 'L'", "visit"),
    "a score": ("UPDATE clinic_gait_outcome SET value = 80", "visit"),
    "the answers of a score": ("UPDATE clinic_gait_outcome SET items_json = '[4]'", "visit"),
    "why a line is there": ("UPDATE clinic_gait_plan_technique SET because = 'forged'", "plan"),
    "the side": ("UPDATE clinic_gait_done SET side = 'R'", "visit"),
    "the snapshot": ("UPDATE clinic_gait_visit SET signed_json = replace(signed_json, '7.5', '9.5')", "visit"),
    "the signer": ("UPDATE clinic_gait_visit SET signed_by_name = 'Somebody'", "visit"),
    "a dose": ("UPDATE clinic_gait_plan_exercise SET sets = 9", "plan"),
    "a plan's words": ("UPDATE clinic_gait_plan SET why = 'forged'", "plan"),
    "a sheet": ("UPDATE clinic_gait_issued SET pages = pages, data = '{}'", "document"),
    "a sheet's snapshot": ("UPDATE clinic_gait_issued SET snapshot = '{}'", "document"),
}


@pytest.mark.parametrize(("statement", "kind"), TAMPERED.values(), ids=TAMPERED)
def test_verify_finds_what_somebody_changed_behind_the_locks(session: Session, statement: str, kind: str) -> None:
    visit = filled_draft(session)
    plan = filled_plan(session, visit)
    sign_visit(session, visit, plan)
    home_sheet(session, visit, plan)
    session.commit()
    assert verify(session, "riverside") == []
    locks.drop(session.connection())
    session.connection().exec_driver_sql(statement)
    session.expire_all()
    (fault,) = verify(session, "riverside")
    assert fault.startswith(kind)
    assert verify(session, "harbor") == []


def _sign(session: Session, visit: Visit, plan: Plan | None) -> None:
    seen = reviewed(visit, plan, clinic())
    sign(session, visit=visit, plan=plan, clinic=clinic(), by=staff(), meaning=MEANING, reviewed=seen, at=NOW)


def _outcome(session: Session, act: Callable[[], object]) -> type[RecordError] | None:
    """What became of an act in a session of its own: nothing, or the kind of refusal."""
    try:
        act()
    except RecordError as refused:
        session.rollback()
        return type(refused)
    session.commit()
    return None


def _sign_elsewhere(engine: Engine, visit: Visit, seen: str) -> type[RecordError] | None:
    with Session(engine) as session:
        found = get_visit(session, "riverside", visit.id)
        assert found is not None

        def act() -> None:
            sign(session, visit=found, plan=None, clinic=clinic(), by=staff(), meaning="", reviewed=seen, at=NOW)

        return _outcome(session, act)


def _sign_plan_elsewhere(engine: Engine, visit_id: UUID, plan_id: UUID) -> None:
    with Session(engine) as session:
        visit, plan = get_visit(session, "riverside", visit_id), get_plan(session, "riverside", plan_id)
        assert visit is not None
        _sign(session, visit, plan)
        session.commit()


def _write_elsewhere(engine: Engine, visit: Visit, verb: Callable[[Visit], object]) -> type[RecordError] | None:
    with Session(engine) as session:
        found = get_visit(session, "riverside", visit.id)
        assert found is not None
        return _outcome(session, lambda: verb(found))


def _replan_elsewhere(engine: Engine, plan_id: UUID) -> type[RecordError] | None:
    with Session(engine) as session:
        found = get_plan(session, "riverside", plan_id)
        assert found is not None
        return _outcome(session, lambda: found.replace((), (), ()))


def _wait_until_blocked(engine: Engine, work: Future[Any]) -> None:
    """Until the other session waits for a lock. SQLite cannot tell; there the order of commits decides alone."""
    if engine.dialect.name != "postgresql":
        return
    waiting = sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    deadline = time.monotonic() + 10
    with engine.connect() as connection:
        while not connection.execute(waiting).scalar_one():
            assert not work.done(), "the other session did not have to wait"
            assert time.monotonic() < deadline
