"""What every floor's tests may use: the host application, and people signed in to it."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests import hosts

pytest_plugins = ["tests.databases"]

#: Fills the database by a function that gives an address.
Begin = Callable[[Callable[[], str]], str]


def pytest_collection_finish() -> None:
    """Let garbage lie longer: what was imported stays anyway, and looking through all of it is a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def filled_host(tmp_path_factory: pytest.TempPathFactory) -> tuple[Flask, Path, Path]:
    """One host for all tests, its database file, and a copy of that file as it was at first.

    Every application compiles its templates anew, which is most of what a test would wait for.
    """
    folder = tmp_path_factory.mktemp("host")
    application = host_on(folder / "host.sqlite")
    shutil.copyfile(folder / "host.sqlite", folder / "first.sqlite")
    return application, folder / "host.sqlite", folder / "first.sqlite"


@pytest.fixture
def app(filled_host: tuple[Flask, Path, Path]) -> Iterator[Flask]:
    """A host with the plugin mounted, its SQLite file as at first."""
    application, used, first = filled_host
    shutil.copyfile(first, used)
    yield application
    with application.app_context():
        application.extensions["test_db"].session.remove()
        application.extensions["test_db"].engine.dispose()
    for left in used.parent.glob("host.sqlite-*"):
        left.unlink()


@pytest.fixture(scope="module")
def beginnings() -> list[tuple[bytes, str]]:
    """The database that the tests of a module begin with, and the address that came with it, once it was made."""
    return []


@pytest.fixture
def begin(app: Flask, filled_host: tuple[Flask, Path, Path], beginnings: list[tuple[bytes, str]]) -> Begin:
    """Fills the database by a function and gives what it gives; in a module's later tests by a copy of the file."""

    def begin(make: Callable[[], str]) -> str:
        _, used, _ = filled_host
        address = "" if beginnings else make()
        with app.app_context():
            app.extensions["test_db"].session.remove()
            app.extensions["test_db"].engine.dispose()
        if not beginnings:
            beginnings.append((used.read_bytes(), address))
        used.write_bytes(beginnings[0][0])
        return beginnings[0][1]

    return begin


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[Flask]:
    """A host for a test that changes the application itself."""
    application = host_on(tmp_path / "host.sqlite")
    yield application
    with application.app_context():
        application.extensions["test_db"].engine.dispose()


def host_on(file: Path) -> Flask:
    """A host on an SQLite file, whose commits wait for no disk: no test pulls the plug."""
    application = hosts.make_app(f"sqlite:///{file}")
    with application.app_context():
        engine = application.extensions["test_db"].engine
        engine.dispose()
        sa.event.listen(engine, "connect", lambda connection, record: connection.execute("PRAGMA synchronous = OFF"))
    return application


def visitor(app: Flask, who: str) -> hosts.Visitor:
    """Somebody signed in to the host."""
    client = app.test_client()
    assert isinstance(client, hosts.Visitor)
    client.get(f"/as/{who}")
    return client


@pytest.fixture
def client(app: Flask) -> hosts.Visitor:
    """Nobody signed in."""
    client = app.test_client()
    assert isinstance(client, hosts.Visitor)
    return client


@pytest.fixture
def therapist(app: Flask) -> hosts.Visitor:
    """Jane Okafor, PT, of Riverside."""
    return visitor(app, "therapist")


@pytest.fixture
def assistant(app: Flask) -> hosts.Visitor:
    """Sam Reyes, PTA, of Riverside: writes and submits, does not sign."""
    return visitor(app, "assistant")


@pytest.fixture
def desk(app: Flask) -> hosts.Visitor:
    """The front desk of Riverside: prints, sees nothing clinical."""
    return visitor(app, "desk")


@pytest.fixture
def stranger(app: Flask) -> hosts.Visitor:
    """A therapist of another clinic on the same database."""
    return visitor(app, "stranger")
