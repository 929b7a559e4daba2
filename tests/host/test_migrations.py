"""Migrations: all or nothing, several at once, and a result that equals the models to the last trigger."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session

from clinic_gait.care.visit import LegLength
from clinic_gait.clinical.values import Side
from clinic_gait.host import migrate
from clinic_gait.host.migrate import SchemaState, WrongSchema
from clinic_gait.paths import directory
from clinic_gait.records import locks, shoe_photo
from clinic_gait.records.errors import Signed
from clinic_gait.records.hold import open_holds
from clinic_gait.records.signing import verify
from clinic_gait.records.tables import Base
from tests.databases import DIALECTS, NewDatabase, make_engine
from tests.factories import NOW, filled_draft, filled_plan, photo, sign_visit, staff

VERSION_TABLE = "alembic_version_clinic_gait"


def test_a_migrated_database_equals_the_models(empty_database: NewDatabase, dialect: str) -> None:
    migrated, made = make_engine(empty_database(dialect)), make_engine(empty_database(dialect))
    migrate.upgrade(migrated)
    with made.begin() as connection:
        Base.metadata.create_all(connection)
        locks.create(connection, [migrate.head()])
    assert catalogue(migrated) == catalogue(made)
    assert migrate.check(migrated) == []
    dispose(migrated, made)


def test_the_comparison_sees_what_alembic_does_not(engine: Engine) -> None:
    """The test above could pass by seeing nothing."""
    found = catalogue(engine)
    kinds = {line.split(" ")[0] for line in found}
    assert {"column", "constraint", "index", "trigger"} <= kinds
    assert sum(line.startswith("trigger ") for line in found) > 20
    assert any("exactly_one" in line and line.startswith("constraint ") for line in found)
    if engine.dialect.name == "sqlite":
        assert all("WITHOUT ROWID" in line for line in found if line.startswith("table "))
    else:
        assert any("FOR SHARE" in line for line in found if line.startswith("function "))


def test_check_tells_what_differs(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE clinic_gait_subject ADD COLUMN shoe_size INTEGER")
        locks.drop(connection)
    told = "\n".join(migrate.check(engine))
    assert "shoe_size" in told
    assert "the trigger clinic_gait_" in told


def test_up_and_down_and_up_again_gives_the_same(engine: Engine) -> None:
    first = catalogue(engine)
    migrate.downgrade(engine, "base")
    assert tables(engine) == {VERSION_TABLE}
    assert state(engine) is SchemaState.EMPTY
    migrate.upgrade(engine)
    assert catalogue(engine) == first


def test_down_to_a_revision_is_what_that_revision_made(empty_engine: Engine) -> None:
    migrate.upgrade(empty_engine, "0001")
    first = catalogue(empty_engine)
    migrate.upgrade(empty_engine)
    assert catalogue(empty_engine) != first
    migrate.downgrade(empty_engine, "0001")
    assert catalogue(empty_engine) == first


def test_what_was_signed_before_a_revision_verifies_after_it(engine: Engine) -> None:
    """A visit and a plan that say nothing in the new places are stored as they were before there were such places."""
    with Session(engine) as session:
        visit = filled_draft(session)
        visit.drop_outcome("lefs")
        sign_visit(session, visit, filled_plan(session, visit))
        session.commit()
    before = contents(engine)
    migrate.downgrade(engine, "0001")
    assert "clinic_gait_hold" not in tables(engine)
    migrate.upgrade(engine)
    assert contents(engine) == before
    with Session(engine) as session:
        assert verify(session, "riverside") == []


def test_a_yes_from_before_there_were_holds_is_open_after(engine: Engine) -> None:
    with Session(engine) as session:
        visit = filled_draft(session)
        visit.answer_screen({"dvt": "yes"})
        sign_visit(session, visit)
        session.commit()
        migrate.downgrade(engine, "0001")
        migrate.upgrade(engine)
        session.expire_all()
        assert [(one.flag, one.set_by) for one in open_holds(session, visit.subject)] == [("dvt", visit.clinician)]


def test_a_visit_from_before_lift_trials_says_nothing_of_one_after(engine: Engine) -> None:
    with Session(engine) as session:
        visit = filled_draft(session)
        visit.record_leg_length(LegLength(method="lift_trial", block_mm="6", block_side=Side.LEFT, response="better"))
        visit.sides_json = '{"wblt_cm": ["9", "12"]}'
        shoe_photo.add(session, visit, visit.shoes()[0][0], photo(), by=staff(), at=NOW)
        session.commit()
        migrate.downgrade(engine, "0002")
        assert not tables(engine) & {"clinic_gait_act", "clinic_gait_habit", "clinic_gait_shoe_photo"}
        migrate.upgrade(engine)
        session.expire_all()
        assert (visit.sides_json, {one.response for one in visit.leg_lengths()}) == ("{}", {""})
        assert visit.shoes()[0][1].photos == ()


def test_upgrading_again_changes_no_row_and_puts_back_a_lost_lock(engine: Engine) -> None:
    with Session(engine) as session:
        visit = filled_draft(session)
        sign_visit(session, visit)
        session.commit()
        before = contents(engine)
        locks.drop(session.connection())
        session.commit()
        migrate.upgrade(engine)
        assert contents(engine) == before
        with pytest.raises(Signed):
            visit.write(complaint="other")


def test_other_peoples_tables_stay(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.exec_driver_sql("CREATE TABLE patient (id INTEGER)")
    migrate.upgrade(empty_engine)
    migrate.downgrade(empty_engine, "base")
    assert tables(empty_engine) == {"alembic_version", "patient", VERSION_TABLE}


def test_a_run_that_fails_wherever_it_may_leaves_nothing(empty_engine: Engine) -> None:
    failed_at = 0
    for number in range(1, 1000, 3):
        with failing(empty_engine, number) as broke:
            try:
                migrate.upgrade(empty_engine)
            except Broken:
                failed_at = number
        if not broke:
            break
        assert tables(empty_engine) == set()
    assert failed_at > 60
    assert state(empty_engine) is SchemaState.READY


def test_a_step_that_fails_wherever_it_may_keeps_the_step_before(empty_engine: Engine) -> None:
    migrate.upgrade(empty_engine, "0001")
    before = catalogue(empty_engine)
    failed_at = 0
    for number in range(1, 1000, 7):
        with failing(empty_engine, number) as broke:
            try:
                migrate.upgrade(empty_engine)
            except Broken:
                failed_at = number
        if not broke:
            break
        assert catalogue(empty_engine) == before
    assert failed_at > 60
    assert migrate.check(empty_engine) == []


def test_a_downgrade_that_fails_keeps_everything(engine: Engine) -> None:
    before = catalogue(engine)
    for number in (5, 25, 45):
        with failing(engine, number) as broke, pytest.raises(Broken):
            migrate.downgrade(engine, "base")
        assert broke
        assert catalogue(engine) == before


def test_a_killed_run_leaves_nothing_and_the_next_one_succeeds(empty_engine: Engine) -> None:
    run = subprocess.run([sys.executable, "-c", _KILLED, address(empty_engine)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert tables(empty_engine) == set()
    migrate.upgrade(empty_engine)
    assert state(empty_engine) is SchemaState.READY


def test_four_runs_at_once_end_as_one(empty_engine: Engine) -> None:
    command = [sys.executable, "-W", "error", "-c", _RUN, address(empty_engine)]
    running = [subprocess.Popen(command) for _ in range(4)]
    assert [run.wait(120) for run in running] == [0, 0, 0, 0]
    assert state(empty_engine) is SchemaState.READY
    assert migrate.check(empty_engine) == []


def test_a_database_in_memory_is_migrated_over_its_own_connection() -> None:
    engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
    migrate.upgrade(engine)
    assert migrate.current(engine) == migrate.head()
    assert migrate.check(engine) == []
    engine.dispose()


def test_a_database_that_was_never_migrated_says_what_to_run(empty_engine: Engine) -> None:
    assert state(empty_engine) is SchemaState.EMPTY
    assert migrate.current(empty_engine) is None
    assert "flask clinic-gait db upgrade" in SchemaState.EMPTY.words


def test_a_newer_database_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version_clinic_gait SET version_num = '9999'")
    before = catalogue(engine)
    assert state(engine) is SchemaState.NEWER
    with pytest.raises(WrongSchema, match="newer version"):
        migrate.upgrade(engine)
    with pytest.raises(WrongSchema, match="newer version"):
        migrate.downgrade(engine, "base")
    assert catalogue(engine) == before


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        (None, SchemaState.EMPTY),
        ("0003", SchemaState.READY),
        ("0001", SchemaState.OLDER),
        ("0002", SchemaState.OLDER),
        ("0004", SchemaState.NEWER),
    ],
)
def test_how_a_database_stands_to_the_code(revision: str | None, expected: SchemaState) -> None:
    assert migrate.standing(revision, ["0003", "0002", "0001"]) is expected


@pytest.mark.parametrize("one", SchemaState, ids=lambda one: one.value)
def test_every_state_has_plain_words(one: SchemaState) -> None:
    assert one.words.endswith((".", "upgrade"))
    assert "Traceback" not in one.words


def test_there_is_one_line_of_revisions() -> None:
    assert len(migrate.heads()) == 1
    assert len(migrate.history()) == len(list((directory("migrations") / "versions").glob("[0-9]*.py")))


def test_every_set_of_locks_belongs_to_a_revision_and_exists_for_both_databases() -> None:
    sets = {tuple(file.name.split(".")[:2]) for file in (directory("migrations") / "triggers").glob("*.sql")}
    revisions = {line.split(":")[0] for line in migrate.history()}
    assert {revision for revision, _ in sets} <= revisions
    assert sets == {(revision, dialect) for revision, _ in sets for dialect in DIALECTS}


def test_both_databases_lock_the_same_tables(new_database: NewDatabase) -> None:
    locked = []
    for dialect in DIALECTS:
        engine = make_engine(new_database(dialect))
        with engine.connect() as connection:
            locked.append({lock.table for lock in locks.present(connection)})
        engine.dispose()
    assert locked[0] == locked[1]


def test_alembic_alone_says_which_command_to_use() -> None:
    folder = directory("migrations")
    run = subprocess.run(
        [sys.executable, "-m", "alembic.config", "-c", str(folder / "alembic.ini"), "upgrade", "head"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode != 0
    assert "flask clinic-gait db upgrade" in run.stdout + run.stderr


class Broken(Exception):
    """Raised in the middle of a run."""


@contextmanager
def failing(engine: Engine, number: int) -> Iterator[list[str]]:
    """Break the run before its ``number``-th statement; the list says at which one, if it came so far."""
    broke: list[str] = []
    seen = 0

    def count(connection: Connection, cursor: Any, statement: str, *rest: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            broke.append(statement)
            raise Broken(statement)

    sa.event.listen(Engine, "before_cursor_execute", count)
    try:
        yield broke
    finally:
        sa.event.remove(Engine, "before_cursor_execute", count)


_RUN = """
import sys
import sqlalchemy as sa
from clinic_gait.host import migrate

migrate.upgrade(sa.create_engine(sys.argv[1]))
"""
_KILLED = """
import os, signal, sys
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from clinic_gait.host import migrate

def kill(connection, cursor, statement, *rest):
    if "TABLE clinic_gait_issued" in statement:
        os.kill(os.getpid(), signal.SIGKILL)

sa.event.listen(Engine, "after_cursor_execute", kill)
migrate.upgrade(sa.create_engine(sys.argv[1]))
"""


def address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def dispose(*engines: Engine) -> None:
    for engine in engines:
        engine.dispose()


def state(engine: Engine) -> SchemaState:
    with engine.connect() as connection:
        return migrate.state(connection)


def tables(engine: Engine) -> set[str]:
    return set(sa.inspect(engine).get_table_names())


def contents(engine: Engine) -> dict[str, list[Any]]:
    with engine.connect() as connection:
        return {table.name: list(connection.execute(sa.select(table))) for table in Base.metadata.sorted_tables}


def catalogue(engine: Engine) -> set[str]:
    """Everything the database itself says of our tables, a line each."""
    own = _sqlite if engine.dialect.name == "sqlite" else _postgresql
    with engine.connect() as connection:
        return set(own(connection))


def _reflected(connection: Connection) -> Iterator[str]:
    """Constraints, which SQLite has no catalogue of: SQLAlchemy reads them from the table's text."""
    look = sa.inspect(connection)
    for table in (name for name in look.get_table_names() if name.startswith("clinic_gait_")):
        yield from (
            f"constraint {table} {one['name']} {' '.join(one['sqltext'].split())}"
            for one in look.get_check_constraints(table)
        )
        yield from (
            f"constraint {table} {one['name']} {one['column_names']}" for one in look.get_unique_constraints(table)
        )
        yield from (
            f"index {table} {one['name']} {one['column_names']} {one['unique']} {_where(one)}"
            for one in look.get_indexes(table)
        )
        yield from (
            f"constraint {table} {one['name']} {one['constrained_columns']} {one['referred_table']} {one['options']}"
            for one in look.get_foreign_keys(table)
        )
        yield f"constraint {table} {look.get_pk_constraint(table)}"


def _where(index: Any) -> str:
    return str(index.get("dialect_options", {}).get("sqlite_where", ""))


def _sqlite(connection: Connection) -> Iterator[str]:
    yield from _reflected(connection)
    master = (
        "SELECT type, name, sql FROM sqlite_master WHERE name LIKE 'clinic_gait_%' AND type IN ('table', 'trigger')"
    )
    for kind, name, sql in connection.exec_driver_sql(master).all():
        if kind == "trigger":
            yield f"trigger {name} {sql}"
            continue
        yield f"table {name} {sql[sql.rindex(')') + 1 :].strip()}"
        for row in connection.exec_driver_sql(f"PRAGMA table_xinfo({name})"):
            yield f"column {name} {tuple(row)[1:]}"


def _postgresql(connection: Connection) -> Iterator[str]:
    queries = {
        "column": "SELECT table_name, ordinal_position, column_name, data_type, character_maximum_length,"
        " numeric_precision, numeric_scale, is_nullable, column_default FROM information_schema.columns"
        " WHERE table_name LIKE 'clinic_gait_%'",
        "constraint": "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid::regclass::text LIKE 'clinic_gait_%'",
        "index": "SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'clinic_gait_%'",
        "trigger": "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT tgisinternal",
        "function": "SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE proname LIKE 'clinic_gait_%'",
    }
    for kind, query in queries.items():
        yield from (f"{kind} {tuple(row)}" for row in connection.exec_driver_sql(query.replace("%", "%%")))
