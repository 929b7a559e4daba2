"""The one run of Alembic over the plugin's tables: all steps, and the locks of the revision reached, or nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context
from alembic.util import CommandError
from sqlalchemy.engine import Connection

from clinic_gait.host.guard import VERSION_TABLE, include_ours, ours
from clinic_gait.records import locks
from clinic_gait.records.tables import Base


def run(connection: Connection) -> None:
    """Take the locks away, migrate, put back those of the revision that is reached."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table=VERSION_TABLE,
        include_object=include_ours,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transaction_per_migration=False,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        locks.drop(connection)
        context.run_migrations()
        locks.create(connection, lineage())
        refuse_loose_references(connection)


def lineage() -> list[str]:
    """The revision reached and those before it, newest first."""
    reached = context.get_context().get_current_revision()
    if reached is None:
        return []
    return [step.revision for step in context.script.iterate_revisions(reached, "base")]


def refuse_loose_references(connection: Connection) -> None:
    """SQLite does not watch foreign keys while tables are rebuilt; look afterwards."""
    if connection.dialect.name != "sqlite":
        return
    for table in filter(ours, sa.inspect(connection).get_table_names()):
        loose = connection.exec_driver_sql(f"PRAGMA foreign_key_check({table})").first()
        if loose is not None:
            raise CommandError(f"after this migration {table} would refer to rows that do not exist: {tuple(loose)}")


given = context.config.attributes.get("connection")
if given is None:
    raise CommandError("clinic_gait migrates with `flask clinic-gait db upgrade`, not with alembic or `flask db`")
run(given)
