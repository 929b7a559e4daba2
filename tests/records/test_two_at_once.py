"""Two people, two tabs, two clicks: nothing is doubled and nothing is lost without a word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from clinic_gait.clinical.values import Side
from clinic_gait.records import act, fields, hold
from clinic_gait.records.episode import Episode
from clinic_gait.records.errors import Collision, NothingToLift, Stale
from clinic_gait.records.plan import Plan, draft_plan
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit, get_visit, start_visit
from tests.factories import DAY, NOW, clinic, number, shoes, staff, start_draft, subject

CLICKS = 8
WRITERS, CHANGES = 4, 6


def at_once(engine: Engine, *acts: object) -> list[Any]:
    """What each act gives, in a session of its own and all at the same time."""

    def run(act: object) -> Any:
        assert callable(act)
        with Session(engine) as session:
            given = act(session)
            session.commit()
            return given

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def stored(session: Session, visit_id: UUID) -> Visit:
    visit = get_visit(session, "riverside", visit_id)
    assert visit is not None
    return visit


def count(engine: Engine, model: type[object]) -> int:
    with Session(engine) as session:
        return session.execute(sa.select(sa.func.count()).select_from(model)).scalar_one()


def test_a_patient_opened_by_many_at_once_is_one_subject(engine: Engine) -> None:
    ids = at_once(engine, *[lambda session: subject(session).id] * CLICKS)
    assert len(set(ids)) == count(engine, Subject) == 1


def test_a_visit_started_by_many_clicks_is_one_visit(engine: Engine) -> None:
    def click(session: Session) -> UUID:
        who = subject(session)
        return start_visit(
            session, subject=who, clinic=clinic(), day=DAY, kind="initial", by=staff(), form_key="click"
        ).id

    ids = at_once(engine, *[click] * CLICKS)
    assert len(set(ids)) == count(engine, Visit) == count(engine, Episode) == 1


def test_a_plan_begun_in_two_tabs_is_one_plan_and_numbers_are_not_doubled(engine: Engine) -> None:
    with Session(engine) as session:
        visits = [start_draft(session).id for _ in range(3)]
        session.commit()

    def begin(visit_id: UUID) -> object:
        def act(session: Session) -> UUID:
            visit = get_visit(session, "riverside", visit_id)
            assert visit is not None
            return draft_plan(session, visit, staff()).id

        return act

    ids = at_once(engine, *(begin(visit_id) for visit_id in visits * 2))
    assert len(set(ids)) == count(engine, Plan) == 3
    with Session(engine) as session:
        assert session.scalars(sa.select(Plan.number).order_by(Plan.number)).all() == [1, 2, 3]


def test_a_shoe_note_sent_by_many_clicks_is_one_note(engine: Engine) -> None:
    with Session(engine) as session:
        visit_id = start_draft(session).id
        session.commit()

    def click(session: Session) -> UUID:
        visit = get_visit(session, "riverside", visit_id)
        assert visit is not None
        return visit.keep_shoes(shoes(), form_key="click")

    assert len(set(at_once(engine, *[click] * CLICKS))) == 1


def flagged(engine: Engine) -> UUID:
    """A visit in which a sign was answered yes, without its hold."""
    with Session(engine) as session:
        visit = start_draft(session)
        visit.answer_screen({"dvt": "yes"})
        session.commit()
        return visit.id


def test_a_hold_set_by_many_clicks_is_one_hold(engine: Engine) -> None:
    visit_id = flagged(engine)

    def click(session: Session) -> UUID:
        stored(session, visit_id).set_holds(staff(), NOW)
        return visit_id

    at_once(engine, *[click] * CLICKS)
    assert count(engine, hold.Hold) == 1


def test_a_sign_found_again_by_many_clicks_is_one_open_hold(engine: Engine) -> None:
    visit_id = flagged(engine)
    words = {"cleared_by": "", "known_by": "", "reason": "tapped by mistake"}
    with Session(engine) as session:
        who = stored(session, visit_id).subject
        hold.lift(session, who, visit_id=visit_id, flag="dvt", by=staff(), at=NOW, **words)
        session.commit()

    def click(session: Session) -> None:
        stored(session, visit_id).set_holds(staff(), NOW, again=["dvt"])

    at_once(engine, *[click] * CLICKS)
    with Session(engine) as session:
        assert [one.nth for one in hold.open_holds(session, stored(session, visit_id).subject)] == [2]
    assert count(engine, hold.Hold) == 2


def test_of_many_who_lift_a_hold_one_does_and_the_others_are_told(engine: Engine) -> None:
    visit_id = flagged(engine)

    def lift(session: Session) -> bool:
        who = stored(session, visit_id).subject
        words = {"cleared_by": "", "known_by": "", "reason": "duplex clear"}
        try:
            hold.lift(session, who, visit_id=visit_id, flag="dvt", by=staff(), at=NOW, **words)
        except NothingToLift:
            return False
        return True

    assert sum(at_once(engine, *[lift] * CLICKS)) == 1


def test_of_many_who_typed_over_the_same_version_one_is_kept_and_the_others_are_told(engine: Engine) -> None:
    with Session(engine) as session:
        visit_id = start_draft(session).id
        session.commit()

    def write(writer: int) -> tuple[int, int]:
        kept = refused = 0
        while kept < CHANGES:
            with Session(engine) as session:
                visit = get_visit(session, "riverside", visit_id)
                assert visit is not None
                try:
                    visit.check_version(visit.version)
                except Stale:
                    refused += 1
                    continue
                (before,) = visit.readings() or (number("m", Side.LEFT, "0"),)
                assert before.value is not None
                visit.record(number("m", Side.LEFT, str(before.value + 1)))
                session.commit()
                kept += 1
        return kept, refused

    with ThreadPoolExecutor(WRITERS) as pool:
        kept = [one for one, _ in pool.map(write, range(WRITERS))]
    with Session(engine) as session:
        visit = get_visit(session, "riverside", visit_id)
        assert visit is not None
        assert visit.readings()[0].value == sum(kept) == WRITERS * CHANGES
        assert visit.version == WRITERS * CHANGES + 1


def test_fields_of_one_draft_are_written_by_many_at_once_and_none_is_lost(engine: Engine) -> None:
    with Session(engine) as session:
        visit_id = start_draft(session).id
        session.commit()

    def write(writer: int) -> None:
        for change in range(CHANGES):
            field, value = f"reading.m{writer}.L", fields.of_reading(number(f"m{writer}", Side.LEFT, str(change)))
            with Session(engine) as session:
                visit = stored(session, visit_id)
                seen = fields.token(fields.state(visit, field))
                change_ = [act.Change(field=field, after=value, seen=seen)]
                act.perform(session, visit, key=f"{writer} {change}", changes=change_, by=staff(), at=NOW)
                session.commit()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with Session(engine) as session:
        visit = stored(session, visit_id)
        assert [one.value for one in visit.readings()] == [CHANGES - 1] * WRITERS
        assert [one.nth for one in act.since(session, visit, 0)] == list(range(2, WRITERS * CHANGES + 2))


def test_of_many_who_typed_into_one_box_one_is_kept_and_the_others_are_told(engine: Engine) -> None:
    with Session(engine) as session:
        visit_id = start_draft(session).id
        session.commit()

    def click(writer: int) -> Any:
        def type_(session: Session) -> bool:
            value = fields.of_reading(number("m", Side.LEFT, str(writer)))
            change = [act.Change(field="reading.m.L", after=value, seen="")]
            try:
                visit = stored(session, visit_id)
                act.perform(session, visit, key=f"act {writer}", changes=change, by=staff(), at=NOW)
            except Collision:
                return False
            return True

        return type_

    assert sum(at_once(engine, *map(click, range(CLICKS)))) == 1
