"""Makes and brings up to date all tables of the practice: its own, then the plugin's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from clinic_gait.host import migrate
from clinic_gait.practice.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).resolve().parent / "migrations"
VERSION_TABLE = "alembic_version"


def upgrade(engine: Engine) -> None:
    """Migrate everything up; each of the two runs wholly or not at all."""
    _move(engine, "upgrade", "head")
    migrate.upgrade(engine)


def downgrade(engine: Engine, revision: str) -> None:
    """Migrate the practice's own tables down to a revision, or to ``base``, which drops them."""
    _move(engine, "downgrade", revision)


def ready(engine: Engine) -> bool:
    """Whether both sets of tables are those of this version."""
    from alembic.script import ScriptDirectory

    with engine.connect() as connection:
        if migrate.state(connection) is not migrate.SchemaState.READY:
            return False
        return _revision(connection) == ScriptDirectory.from_config(_config(connection)).get_current_head()


def check(engine: Engine) -> list[str]:
    """Where the practice's tables differ from its models; empty when nowhere."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": own, "compare_type": True})
        return [str(one) for one in compare_metadata(context, Base.metadata)]


def own(_thing: Any, name: str | None, type_: str, *_: object) -> bool:
    """Whether a table is the practice's own."""
    return type_ != "table" or (name or "").startswith("practice_")


def _move(engine: Engine, verb: str, revision: str) -> None:
    from alembic import command

    with migrate.alone(engine) as connection:
        getattr(command, verb)(_config(connection), revision)


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    versions = sa.table(VERSION_TABLE, sa.column("version_num", sa.String()))
    found: str | None = connection.execute(sa.select(versions.c.version_num)).scalar_one_or_none()
    return found
