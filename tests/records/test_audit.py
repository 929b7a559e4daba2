"""The audit log: one chain per clinic, whoever writes at once, and what was done to it shows."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from clinic_gait.records import audit, locks
from clinic_gait.records.audit import AuditHead, AuditRow
from clinic_gait.records.subject import Subject
from tests.factories import NOW, staff

WORKERS, ACTS = 6, 20


def fill(session: Session, acts: int = 5, clinic_key: str = "riverside") -> None:
    """Some rows."""
    for number in range(acts):
        audit.write(session, clinic_key=clinic_key, who=staff(), act=f"view {number}", record="r", at=NOW)
    session.commit()


def test_rows_are_numbered_and_chained_by_clinic(session: Session) -> None:
    fill(session, 3)
    fill(session, 2, "harbor")
    numbers = session.execute(sa.select(AuditRow.clinic, AuditRow.number).order_by(AuditRow.clinic, AuditRow.number))
    assert [tuple(row) for row in numbers] == [
        ("harbor", 1),
        ("harbor", 2),
        ("riverside", 1),
        ("riverside", 2),
        ("riverside", 3),
    ]
    assert audit.verify(session, "riverside") == audit.verify(session, "harbor") == []
    assert audit.head(session, "riverside")[0] == 3


def test_a_clinic_without_a_row_has_a_sound_log(session: Session) -> None:
    assert audit.verify(session, "nowhere") == []
    assert audit.head(session, "nowhere") == (0, audit.START)


def test_what_is_rolled_back_leaves_no_row_and_no_gap(session: Session) -> None:
    fill(session, 2)
    audit.write(session, clinic_key="riverside", who=None, act="lost", at=NOW)
    session.rollback()
    fill(session, 1)
    assert audit.head(session, "riverside")[0] == 3
    assert audit.verify(session, "riverside") == []


def _rehash(connection: sa.Connection, number: int) -> None:
    """What somebody does who knows the recipe: make the changed row agree with itself."""
    rows = AuditRow.metadata.tables["clinic_gait_audit"]
    row = connection.execute(sa.select(rows).where(rows.c.number == number)).one()
    fresh = audit.row_hash(row._mapping)
    connection.execute(sa.update(rows).where(rows.c.number == number).values(hash=fresh))


TAMPERED = {
    "edit": ["UPDATE clinic_gait_audit SET act = 'nothing' WHERE number = 3"],
    "edit of the time": ["UPDATE clinic_gait_audit SET at = '2026-11-20 16:30:05.000251' WHERE number = 3"],
    "delete": ["DELETE FROM clinic_gait_audit WHERE number = 3"],
    "delete the first": ["DELETE FROM clinic_gait_audit WHERE number = 1"],
    "insert": [
        "UPDATE clinic_gait_audit SET number = 6 WHERE number = 5",
        "INSERT INTO clinic_gait_audit SELECT clinic, 5, at, who_key, who_name, who_credential, 'forged', subject_id,"
        " record, detail, previous, hash FROM clinic_gait_audit WHERE number = 6",
    ],
    "reorder": [
        "UPDATE clinic_gait_audit SET number = 99 WHERE number = 2",
        "UPDATE clinic_gait_audit SET number = 2 WHERE number = 3",
        "UPDATE clinic_gait_audit SET number = 3 WHERE number = 99",
    ],
    "cut off the end": ["DELETE FROM clinic_gait_audit WHERE number > 3"],
    "empty": ["DELETE FROM clinic_gait_audit"],
    "take the head away": ["DELETE FROM clinic_gait_audit_head"],
}
FIRST_BAD = {
    "edit": "row 3 ",
    "edit of the time": "row 3 ",
    "delete": "row 3 ",
    "delete the first": "row 1 ",
    "insert": "row 5 ",
    "reorder": "row 2 ",
    "cut off the end": "the log ends at row 3,",
    "empty": "the log ends at row 0,",
    "take the head away": "the log ends at row 5,",
}


@pytest.mark.parametrize("kind", TAMPERED)
def test_tampering_is_found_and_the_first_bad_row_named(session: Session, kind: str) -> None:
    fill(session)
    connection = session.connection()
    locks.drop(connection)
    for statement in TAMPERED[kind]:
        connection.exec_driver_sql(statement)
    first, *_ = audit.verify(session, "riverside")
    assert first.startswith(FIRST_BAD[kind])


def test_a_row_that_was_changed_and_hashed_anew_breaks_the_next_link(session: Session) -> None:
    fill(session)
    connection = session.connection()
    locks.drop(connection)
    connection.exec_driver_sql(TAMPERED["edit"][0])
    _rehash(connection, 3)
    assert audit.verify(session, "riverside")[0].startswith("row 4 ")


def test_a_dropped_trigger_is_found(session: Session) -> None:
    fill(session)
    locks.drop(session.connection())
    assert any("clinic_gait_audit" in fault for fault in audit.verify(session, "riverside"))


def test_writers_at_once_make_one_unbroken_chain(engine: Engine) -> None:
    """Each reads before it writes, as a page does; that is how a naive chain forks."""

    def work(worker: int) -> None:
        for act in range(ACTS):
            with Session(engine) as session:
                session.scalars(sa.select(Subject)).all()
                audit.write(session, clinic_key="riverside", who=None, act=f"{worker}/{act}", at=NOW)
                session.commit()

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, range(WORKERS)))
    with Session(engine) as session:
        assert audit.verify(session, "riverside") == []
        assert session.scalars(sa.select(AuditHead.number)).one() == WORKERS * ACTS


def test_processes_at_once_make_one_unbroken_chain(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    running = [subprocess.Popen([sys.executable, "-c", _PROCESS, url, str(ACTS)]) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    with Session(engine) as session:
        assert audit.verify(session, "riverside") == []
        assert audit.head(session, "riverside")[0] == 3 * ACTS


_PROCESS = """
import sys
from sqlalchemy.orm import Session
from clinic_gait.records import audit
from tests.databases import make_engine
from tests.factories import NOW

engine = make_engine(sys.argv[1])
for act in range(int(sys.argv[2])):
    with Session(engine) as session:
        audit.head(session, "riverside")
        audit.write(session, clinic_key="riverside", who=None, act=str(act), at=NOW)
        session.commit()
"""
