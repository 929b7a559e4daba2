"""Brings the plugin's own tables up and down, beside whatever migrations the host has.

A run is one transaction, on SQLite too: it ends at the revision asked for or
changes nothing. Two runs at once wait for each other.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from clinic_gait.host.guard import VERSION_TABLE, include_ours
from clinic_gait.paths import directory
from clinic_gait.records import locks

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

#: Any number that no other advisory lock in the database is likely to have.
_PG_LOCK = 7_342_019_118
#: Seconds that a second run waits for the first on SQLite.
_WAIT = 60


class WrongSchema(Exception):
    """The tables cannot be migrated as asked; the text says why."""


class SchemaState(enum.Enum):
    """How the tables of a database stand to this version of the package."""

    READY = "ready"
    EMPTY = "empty"
    OLDER = "older"
    NEWER = "newer"

    @property
    def words(self) -> str:
        """What to tell the person who set it up."""
        return _WORDS[self]


_WORDS = {
    SchemaState.READY: "The gait tables are up to date.",
    SchemaState.EMPTY: "The gait tables have not been made yet. Run: flask clinic-gait db upgrade",
    SchemaState.OLDER: (
        "The gait tables are older than this version of clinic-gait. Make a backup, then run: "
        "flask clinic-gait db upgrade"
    ),
    SchemaState.NEWER: (
        "The gait tables were made by a newer version of clinic-gait than this one. Install that version again; "
        "this one would not understand them."
    ),
}


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Migrate up.

    :raises WrongSchema: the tables are newer than the code.
    """
    _move(engine, "upgrade", revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Migrate down to a revision, or to ``base``, which drops every table.

    :raises WrongSchema: the tables are newer than the code.
    """
    _move(engine, "downgrade", revision)


def current(engine: Engine) -> str | None:
    """The revision of a database; nothing when it was never migrated."""
    with engine.connect() as connection:
        return _revision(connection)


def head() -> str:
    """The newest revision this version knows."""
    return _revisions()[0]


def heads() -> tuple[str, ...]:
    """The newest revisions; more than one is a mistake of ours."""
    return tuple(_scripts().get_heads())


def history() -> list[str]:
    """One line per revision, the newest first."""
    return [f"{step.revision}: {step.doc}" for step in _scripts().walk_revisions()]


def state(connection: Connection) -> SchemaState:
    """How the tables of this database stand to the code."""
    return standing(_revision(connection), _revisions())


def standing(revision: str | None, known: Sequence[str]) -> SchemaState:
    """How a revision stands to those the code knows, newest first."""
    if revision is None:
        return SchemaState.EMPTY
    if revision not in known:
        return SchemaState.NEWER
    return SchemaState.READY if revision == known[0] else SchemaState.OLDER


def check(engine: Engine) -> list[str]:
    """Where the tables differ from the models, and which locks are missing; empty when nothing does."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    from clinic_gait.records.tables import Base

    with engine.connect() as connection:
        opts = {"version_table": VERSION_TABLE, "include_object": include_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=opts)
        differences = [_told(one) for one in compare_metadata(context, Base.metadata)]
        return differences + [f"the trigger {name} is missing" for name in locks.missing(connection)]


def _move(engine: Engine, verb: str, revision: str) -> None:
    from alembic import command

    with alone(engine) as connection:
        if state(connection) is SchemaState.NEWER:
            raise WrongSchema(SchemaState.NEWER.words)
        getattr(command, verb)(_config(connection), revision)


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that no second run can enter."""
    name = engine.dialect.name
    if name not in ("sqlite", "postgresql"):
        raise WrongSchema(f"clinic_gait keeps its records in SQLite or PostgreSQL, not in {name}")
    if name == "sqlite" and not _in_memory(engine):
        engine = _immediate(engine)
    with engine.begin() as connection:
        if name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_PG_LOCK)))
        yield connection


def _in_memory(engine: Engine) -> bool:
    """A database that only the engine's own connection sees."""
    return engine.url.database in (None, "", ":memory:") or "mode=memory" in str(engine.url)


def _immediate(engine: Engine) -> Engine:
    """The same file over an engine of our own, whose transactions also hold the changes of the schema."""
    own = sa.create_engine(engine.url, poolclass=sa.pool.NullPool, connect_args={"timeout": _WAIT})

    @sa.event.listens_for(own, "connect")
    def leave_transactions_to_us(dbapi_connection: Any, record: Any) -> None:
        dbapi_connection.isolation_level = None

    @sa.event.listens_for(own, "begin")
    def lock_before_reading(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return own


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(directory("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@cache
def _scripts() -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


@cache
def _revisions() -> tuple[str, ...]:
    return tuple(step.revision for step in _scripts().walk_revisions())


def _revision(connection: Connection) -> str | None:
    versions = sa.table(VERSION_TABLE, sa.column("version_num", sa.String()))
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.execute(sa.select(versions.c.version_num)).scalar_one_or_none()
    return found


def _told(difference: Any) -> str:
    """One difference as Alembic gives it, in a line."""
    if isinstance(difference, list):
        return "; ".join(_told(part) for part in difference)
    return " ".join(str(part) for part in difference)
