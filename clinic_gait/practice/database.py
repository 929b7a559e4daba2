"""The practice's database: SQLite set up to keep what it acknowledges, or PostgreSQL by its address."""

from __future__ import annotations

import sqlite3
from typing import Any

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event

#: The one object that hands out sessions; the plugin works in the same ones.
db = SQLAlchemy()

#: Milliseconds a connection waits for another one's write.
PATIENCE = 5_000

_READS = ("SELECT", "PRAGMA", "EXPLAIN")


def address(url: str) -> str:
    """The address with its driver spelled out: hosting services say ``postgres://``, SQLAlchemy wants more.

    >>> address("postgres://clinic@db/gait")
    'postgresql+psycopg://clinic@db/gait'
    """
    scheme, mark, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if mark and scheme in ("postgres", "postgresql") else url


def engine_options(url: str) -> dict[str, Any]:
    """What the engine needs beside its address."""
    if url.startswith("postgresql"):
        return {"pool_pre_ping": True, "connect_args": {"connect_timeout": 5}}
    # No transaction of the driver's own: it would begin late, and never before a savepoint.
    return {"connect_args": {"isolation_level": None}}


def set_up(engine: sa.Engine) -> None:
    """Give an SQLite engine its settings; other engines are left as they are."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _settings)
    event.listen(engine, "before_cursor_execute", _begin)


def _settings(connection: sqlite3.Connection, _: object) -> None:
    # FULL, because under WAL only FULL has a commit on the disk before the answer goes out.
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {PATIENCE}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(_connection: object, cursor: sqlite3.Cursor, statement: str, *_: object) -> None:
    """Take the write lock before the first writing statement.

    A transaction that began by reading cannot wait for another writer; it
    fails at once. So reading stays outside, and writing begins with the lock.
    """
    if not cursor.connection.in_transaction and not statement.lstrip().upper().startswith(_READS):
        cursor.execute("BEGIN IMMEDIATE")
