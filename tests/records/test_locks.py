"""Signed records are locked in the database itself: through the ORM, in bulk, and by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session

from clinic_gait.host import migrate
from clinic_gait.records import audit, hold, locks, shoe_photo
from clinic_gait.records.act import Act
from clinic_gait.records.base import REFUSAL, key_of, signature_of, table_of
from clinic_gait.records.errors import Signed
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.plan import Plan
from clinic_gait.records.plan_lines import ExerciseRow
from clinic_gait.records.print_job import log_print
from clinic_gait.records.reading import ReadingRow
from clinic_gait.records.tables import Base
from clinic_gait.records.types import UtcDateTime
from clinic_gait.records.visit import Visit
from tests.databases import DIALECTS, NewDatabase, make_engine
from tests.factories import NOW, filled_draft, filled_plan, home_sheet, photo, sign_visit, staff

PARTS = ("reading", "shoe_note", "leg_length", "screen", "done", "outcome", "act", "shoe_photo")
LINES = ("plan_goal", "plan_technique", "plan_exercise")
LOGS = ("issued", "print", "audit")
LOCKED = ("visit", *PARTS, "plan", *LINES, "hold", *LOGS, "audit_head")

#: Of tables that hold open rows too: which of them are locked.
ENDED = {"visit": "state = 'signed'", "plan": "state = 'signed'", "hold": "lifted_at IS NOT NULL"}

#: A hold is lifted by hand, as the page does it.
LIFTED = (
    "lifted_by_key = '9', lifted_by_name = 'Sam Reyes', lifted_by_credential = 'DPT',"
    " lifted_at = '2026-11-21 10:00:00', cleared_by = 'Dr. Ito', known_by = 'phone', reason = 'duplex clear'"
)
LIFTING = f"UPDATE clinic_gait_hold SET {LIFTED} WHERE lifted_at IS NULL"

#: What makes a copy of a row another row of the same record, where that is not its place in a list.
COPIED = {
    "reading": {"measure": "'another'"},
    "shoe_note": {"id": "ID"},
    "leg_length": {"method": "'another'"},
    "screen": {"flag": "'another'"},
    "outcome": {"instrument": "'another'"},
    "act": {"key": "'another'", "nth": "nth + 50"},
    "shoe_photo": {"id": "ID", "form_key": "'another'"},
}

#: What may still be written in a locked row, each by its own rule.
FREE = {("plan", "state"), ("issued", "superseded_at"), ("audit_head", "number"), ("audit_head", "hash")}

#: TRUNCATE, and triggers that can be switched off.
ONLY_POSTGRESQL = pytest.mark.parametrize("world", ["postgresql"], indirect=True)
#: OR REPLACE, and foreign keys that nobody watches.
ONLY_SQLITE = pytest.mark.parametrize("world", ["sqlite"], indirect=True)


@pytest.fixture(scope="module", params=DIALECTS)
def world(request: pytest.FixtureRequest, new_database: NewDatabase) -> Iterator[Engine]:
    """A signed visit with its signed plan, a sheet, a print and a row of the log; beside them a draft with its plan.

    The signed visit's hold is lifted, the draft's is open.

    One for all tests of this file: none of them commits.
    """
    engine = make_engine(new_database(request.param))
    with Session(engine) as session:
        visit, draft = filled_draft(session), filled_draft(session)
        for one in (visit, draft):
            shoe_photo.add(session, one, one.shoes()[0][0], photo(), by=staff(), at=NOW)
        plan = filled_plan(session, visit)
        held(visit)
        lifted(session, visit)
        sign_visit(session, visit, plan)
        filled_plan(session, draft)
        held(draft)
        log_print(session, home_sheet(session, visit, plan), 1, staff(), NOW)
        audit.write(session, clinic_key=visit.clinic, who=staff(), act="sign", at=NOW)
        keep_acts(session, visit, draft)
        session.commit()
    yield engine
    engine.dispose()


@pytest.fixture
def session(world: Engine) -> Iterator[Session]:
    with Session(world) as made:
        yield made


@pytest.fixture
def signed(session: Session) -> Visit:
    """The signed visit."""
    return session.scalars(sa.select(Visit).where(Visit.state == "signed")).one()


@pytest.fixture
def connection(world: Engine) -> Iterator[Connection]:
    """Whoever has a database prompt."""
    with world.connect() as made:
        yield made


def refused(connection: Connection, *statements: str) -> bool:
    """Whether a lock refused the last of the statements; whatever they did is undone."""
    *first, last = statements
    try:
        for statement in first:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(last)
    except sa.exc.DBAPIError as error:
        return error.statement == last and REFUSAL in str(error.orig)
    finally:
        connection.rollback()
    return False


def columns(table: str) -> list[str]:
    return [column.name for column in Base.metadata.tables[f"clinic_gait_{table}"].columns]


@pytest.mark.parametrize("table", LOCKED)
def test_no_column_of_a_locked_row_can_be_written(connection: Connection, table: str) -> None:
    where = f"WHERE {ENDED[table]}" if table in ENDED else ""
    written = [
        name
        for name in columns(table)
        if (table, name) not in FREE
        and not refused(
            connection, f"UPDATE clinic_gait_{table} SET {name} = {_other(connection, table, name)} {where}"
        )
    ]
    assert written == []


@pytest.mark.parametrize("table", LOCKED)
def test_no_locked_row_can_be_deleted(connection: Connection, table: str) -> None:
    assert refused(connection, f"DELETE FROM clinic_gait_{table}")


@ONLY_POSTGRESQL
@pytest.mark.parametrize("table", LOCKED)
def test_no_locked_table_can_be_emptied(connection: Connection, table: str) -> None:
    assert refused(connection, f"TRUNCATE clinic_gait_{table} CASCADE")


@ONLY_POSTGRESQL
def test_emptying_what_they_refer_to_does_not_reach_them(connection: Connection) -> None:
    assert refused(connection, "TRUNCATE clinic_gait_subject CASCADE")


@ONLY_SQLITE
@pytest.mark.parametrize("table", LOCKED)
def test_no_locked_row_can_be_replaced(connection: Connection, table: str) -> None:
    names = ", ".join(columns(table))
    statement = f"INSERT OR REPLACE INTO clinic_gait_{table} ({names}) SELECT {names} FROM clinic_gait_{table}"
    assert refused(connection, statement)


@pytest.mark.parametrize("table", [*PARTS, *LINES])
def test_nothing_can_be_added_to_a_signed_record(connection: Connection, table: str) -> None:
    names = columns(table)
    fresh = COPIED.get(table, {"place": "place + 50"})
    values = ", ".join(fresh.get(name, name).replace("ID", _an_id(connection)) for name in names)
    statement = f"INSERT INTO clinic_gait_{table} ({', '.join(names)}) SELECT {values} FROM clinic_gait_{table}"
    assert refused(connection, statement)


@pytest.mark.parametrize("table", [*PARTS, *LINES])
def test_no_part_of_a_draft_can_be_moved_into_a_signed_record(connection: Connection, table: str) -> None:
    owner, column = ("visit", "visit_id") if table in PARTS else ("plan", "plan_id")
    signed_one = f"(SELECT id FROM clinic_gait_{owner} WHERE state = 'signed')"
    for verb in _updates(connection):
        statement = f"{verb} clinic_gait_{table} SET {column} = {signed_one} WHERE {column} <> {signed_one}"
        assert refused(connection, statement)


@ONLY_SQLITE
@pytest.mark.parametrize("table", ["visit", "plan"])
def test_a_draft_cannot_be_put_over_a_signed_record(connection: Connection, table: str) -> None:
    """Through the key, and through every other unique column, because OR REPLACE deletes what is in its way."""
    ways = {"visit": ("id", "form_key"), "plan": ("id", "visit_id", "number")}[table]
    for name in ways:
        signed_one = f"(SELECT {name} FROM clinic_gait_{table} WHERE state = 'signed')"
        statement = f"UPDATE OR REPLACE clinic_gait_{table} SET {name} = {signed_one} WHERE state = 'draft'"
        assert refused(connection, statement), name


@ONLY_SQLITE
def test_the_locks_hold_where_foreign_keys_are_not_watched(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    try:
        assert refused(connection, "DELETE FROM clinic_gait_visit WHERE state = 'signed'")
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")


@pytest.mark.parametrize("state", ["draft", "superseded", "signed"])
def test_a_signed_plan_can_be_superseded_and_nothing_else(connection: Connection, state: str) -> None:
    alone = refused(connection, f"UPDATE clinic_gait_plan SET state = '{state}' WHERE state = 'signed'")
    with_words = refused(
        connection, f"UPDATE clinic_gait_plan SET state = '{state}', why = 'forged' WHERE state = 'signed'"
    )
    assert (alone, with_words) == (state != "superseded", True)


def test_a_superseded_plan_does_not_come_back(connection: Connection) -> None:
    superseded = "UPDATE clinic_gait_plan SET state = 'superseded' WHERE state = 'signed'"
    assert refused(connection, superseded, "UPDATE clinic_gait_plan SET state = 'signed' WHERE state = 'superseded'")


def test_a_document_is_superseded_once(connection: Connection) -> None:
    superseded = "UPDATE clinic_gait_issued SET superseded_at = '2026-11-21'"
    assert not refused(connection, superseded)
    assert refused(connection, superseded, "UPDATE clinic_gait_issued SET superseded_at = NULL")


def test_a_hold_is_lifted_once_and_stays_lifted(connection: Connection) -> None:
    assert not refused(connection, LIFTING)
    for again in (LIFTED, "lifted_at = NULL", "reason = 'another'", "reason = reason"):
        assert refused(connection, LIFTING, f"UPDATE clinic_gait_hold SET {again} WHERE subject_id = subject_id"), again


def test_nothing_else_of_a_hold_is_written_with_its_lifting(connection: Connection) -> None:
    told = [name for name in columns("hold") if not name.startswith("lifted") and name not in LIFTED]
    assert {"flag", "subject_id", "set_by_key", "set_at", "because"} <= set(told)
    for name in told:
        other = _other(connection, "hold", name)
        assert refused(connection, LIFTING.replace(" WHERE", f", {name} = {other} WHERE")), name
        assert refused(connection, f"UPDATE clinic_gait_hold SET {name} = {other} WHERE lifted_at IS NULL"), name


@pytest.mark.parametrize("lacking", ["lifted_by_key = '9'", "lifted_by_credential = 'DPT'", "reason = 'duplex clear'"])
def test_a_hold_is_not_lifted_by_nobody_or_without_a_reason(connection: Connection, lacking: str) -> None:
    name = lacking.split(" ")[0]
    nothing = f"{name} = ' '" if name == "reason" else f"{name} = NULL"
    with pytest.raises(sa.exc.IntegrityError, match="ck_clinic_gait_hold_"):
        connection.exec_driver_sql(LIFTING.replace(lacking, nothing))


def test_the_head_of_the_log_does_not_go_back(connection: Connection) -> None:
    assert refused(connection, "UPDATE clinic_gait_audit_head SET number = 0")


def test_no_row_of_the_log_can_be_put_over_another(connection: Connection) -> None:
    for verb in _updates(connection):
        assert refused(connection, f"{verb} clinic_gait_audit SET number = number + 1")


def test_a_patient_with_records_cannot_be_deleted(connection: Connection) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        connection.exec_driver_sql("DELETE FROM clinic_gait_subject")


@pytest.mark.parametrize("table", PARTS)
def test_the_parts_of_a_draft_stay_open(connection: Connection, table: str) -> None:
    """The locks look at the visit that a row belongs to, so they must not stop anybody else's work."""
    where = "WHERE visit_id = (SELECT id FROM clinic_gait_visit WHERE state = 'draft')"
    if table == "shoe_note":
        connection.exec_driver_sql(f"DELETE FROM clinic_gait_shoe_photo {where}")
    for verb in (f"UPDATE clinic_gait_{table} SET clinic = clinic", f"DELETE FROM clinic_gait_{table}"):
        assert connection.exec_driver_sql(f"{verb} {where}").rowcount > 0


def test_a_flush_stops_before_the_database_has_to(session: Session, signed: Visit) -> None:
    signed.impression = "other"
    with pytest.raises(Signed), session.no_autoflush:
        session.flush()


def test_a_flush_does_not_delete_a_signed_record(session: Session, signed: Visit) -> None:
    for record in (signed, session.scalars(sa.select(Plan).where(Plan.state == "signed")).one()):
        session.delete(record)
        with pytest.raises(Signed):
            session.flush()
        session.rollback()


@pytest.mark.parametrize(
    ("model", "owner"),
    [(ReadingRow, ReadingRow.visit_id), (ExerciseRow, ExerciseRow.plan_id)],
    ids=["reading", "exercise"],
)
def test_a_flush_does_not_touch_the_parts_of_a_signed_record(session: Session, model: Any, owner: Any) -> None:
    row = session.scalars(sa.select(model).where(owner.in_(_signed_ids(session)))).first()
    assert row is not None
    row.side = "R" if row.side == "L" else "L"
    with pytest.raises(Signed):
        session.flush()
    session.rollback()
    session.delete(row)
    with pytest.raises(Signed):
        session.flush()


def test_a_flush_does_not_add_to_a_signed_record(session: Session, signed: Visit) -> None:
    session.add(ReadingRow(clinic=signed.clinic, visit_id=signed.id, measure="m", side="L", code="x", measured_at=NOW))
    with pytest.raises(Signed):
        session.flush()


@pytest.mark.parametrize("model", [Visit, Plan, ReadingRow, ExerciseRow, IssuedDocument], ids=lambda one: one.__name__)
def test_statements_in_bulk_are_refused(session: Session, signed: Visit, model: type[Base]) -> None:
    for statement in (sa.update(model).values(clinic="harbor"), sa.delete(model)):
        with pytest.raises(sa.exc.IntegrityError, match=REFUSAL):
            session.execute(statement)
        session.rollback()


def test_after_refusals_nothing_has_changed(connection: Connection) -> None:
    before = _contents(connection)
    for table in LOCKED:
        refused(connection, f"DELETE FROM clinic_gait_{table}")
        refused(connection, f"UPDATE clinic_gait_{table} SET clinic = 'harbor'")
    assert _contents(connection) == before


def test_a_missing_lock_is_reported_by_name(session: Session) -> None:
    connection = session.connection()
    assert locks.missing(connection) == []
    (first, *_) = locks.present(connection)
    on = f" ON {first.table}" if connection.dialect.name == "postgresql" else ""
    connection.exec_driver_sql(f"DROP TRIGGER {first.name}{on}")
    assert locks.missing(connection) == [first.name]


@ONLY_POSTGRESQL
def test_a_lock_that_was_switched_off_is_reported_too(session: Session) -> None:
    connection = session.connection()
    connection.exec_driver_sql("ALTER TABLE clinic_gait_visit DISABLE TRIGGER clinic_gait_visit_lock")
    assert locks.missing(connection) == ["clinic_gait_visit_lock"]


def held(visit: Visit) -> None:
    """Answer one sign with yes, and set its hold."""
    visit.answer_screen({"dvt": "yes"})
    visit.set_holds(staff(), NOW)


def lifted(session: Session, visit: Visit) -> None:
    """Lift that hold."""
    words = {"cleared_by": "Dr. Ito", "known_by": "phone", "reason": "duplex clear"}
    hold.lift(session, visit.subject, visit_id=visit.id, flag="dvt", by=staff(), at=NOW, **words)


def keep_acts(session: Session, *visits: Visit) -> None:
    """An act each, put there with all locks away: signing drops the acts of a draft, and one that stayed is locked."""
    locks.drop(session.connection())
    rest = {"key": "k", "nth": 1, "verb": "typed", "changes": "{}", "at": NOW, **signature_of(staff(), "by")}
    for visit in visits:
        session.execute(sa.insert(table_of(Act)).values(**key_of(visit), **rest))
    locks.create(session.connection(), [migrate.head()])


def _signed_ids(session: Session) -> list[UUID]:
    visits = session.scalars(sa.select(Visit.id).where(Visit.state == "signed")).all()
    return [*visits, *session.scalars(sa.select(Plan.id).where(Plan.state == "signed"))]


def _updates(connection: Connection) -> list[str]:
    return ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"] if connection.dialect.name == "sqlite" else ["UPDATE"]


def _other(connection: Connection, table: str, name: str) -> str:
    """Another value than the column has, so that the lock and nothing else refuses it."""
    type_ = Base.metadata.tables[f"clinic_gait_{table}"].columns[name].type
    if name in ("id", "visit_id", "note_id", "plan_id", "subject_id", "episode_id", "document_id"):
        return _an_id(connection)
    for kinds, value in (
        ((UtcDateTime, sa.Date), "'2020-01-01'"),
        ((sa.Boolean,), f"NOT {name}"),
        ((sa.String, sa.LargeBinary), "'x'"),
    ):
        if isinstance(type_, kinds):
            return value
    return "7"


def _an_id(connection: Connection) -> str:
    return f"x'{'ab' * 16}'" if connection.dialect.name == "sqlite" else f"'{'ab' * 16}'"


def _contents(connection: Connection) -> dict[str, list[Any]]:
    tables = Base.metadata.sorted_tables
    return {table.name: list(connection.execute(sa.select(table).order_by(*table.primary_key))) for table in tables}
