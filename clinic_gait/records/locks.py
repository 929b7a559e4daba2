"""The database's own locks on signed records: triggers, kept as SQL in the migrations folder, one set per revision.

A set is frozen once released: a downgrade needs the older one. Statements are
separated by empty lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from clinic_gait.paths import directory
from clinic_gait.records.base import PREFIX

VERSION_TABLE = "alembic_version_clinic_gait"

_CREATED = re.compile(r"^CREATE TRIGGER (\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A trigger as the database knows it; one that was switched off guards nothing."""

    name: str
    table: str
    on: bool


def statements(revision: str, dialect: str) -> list[str]:
    """The statements that make the locks of a revision; empty when it has no set of its own."""
    file = directory("migrations") / "triggers" / f"{revision}.{dialect}.sql"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if "CREATE" in part]


def create(connection: Connection, revisions: Iterable[str]) -> None:
    """Make the locks of the first of these revisions that has a set; newest first."""
    for revision in revisions:
        found = statements(revision, connection.dialect.name)
        for statement in found:
            connection.exec_driver_sql(statement)
        if found:
            return


def drop(connection: Connection) -> None:
    """Take all our locks away, as a migration has to before it changes a table."""
    postgres = connection.dialect.name == "postgresql"
    for lock in present(connection):
        on = f" ON {lock.table}" if postgres else ""
        connection.exec_driver_sql(f"DROP TRIGGER {lock.name}{on}")
    if postgres:
        for function in connection.execute(_FUNCTIONS, {"prefix": PREFIX}).scalars().all():
            connection.exec_driver_sql(f"DROP FUNCTION {function}")


def present(connection: Connection) -> list[Lock]:
    """The locks that the database has, from its own catalogue."""
    query = _PG_TRIGGERS if connection.dialect.name == "postgresql" else _SQLITE_TRIGGERS
    rows = connection.execute(query, {"prefix": PREFIX})
    return [Lock(name=row.name, table=row.table_name, on=bool(row.is_on)) for row in rows]


def missing(connection: Connection) -> list[str]:
    """Names of locks that the database should have at its revision and has not, or has switched off."""
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return []
    versions = sa.table(VERSION_TABLE, sa.column("version_num", sa.String()))
    revision = connection.execute(sa.select(versions.c.version_num)).scalar()
    here = {lock.name for lock in present(connection) if lock.on}
    return [name for name in _names(str(revision), connection.dialect.name) if name not in here]


def _names(revision: str, dialect: str) -> list[str]:
    return [name for statement in statements(revision, dialect) for name in _CREATED.findall(statement)]


_SQLITE_TRIGGERS = sa.text(
    "SELECT name, tbl_name AS table_name, 1 AS is_on FROM sqlite_master"
    " WHERE type = 'trigger' AND substr(name, 1, length(:prefix)) = :prefix"
)
_PG_TRIGGERS = sa.text(
    "SELECT t.tgname AS name, c.relname AS table_name, t.tgenabled <> 'D' AS is_on"
    " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " WHERE NOT t.tgisinternal AND starts_with(t.tgname, :prefix) AND pg_table_is_visible(c.oid)"
)
_FUNCTIONS = sa.text(
    "SELECT CAST(CAST(p.oid AS regprocedure) AS text) FROM pg_proc p"
    " WHERE starts_with(p.proname, :prefix) AND pg_function_is_visible(p.oid)"
)
