"""The one run of Alembic over the practice's own tables: all steps or nothing."""

from __future__ import annotations

from alembic import context
from alembic.util import CommandError

from clinic_gait.practice.migrate import own
from clinic_gait.practice.models import Base

connection = context.config.attributes.get("connection")
if connection is None:
    raise CommandError("the practice migrates with `clinic-gait init`, not with alembic")
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_object=own,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    transaction_per_migration=False,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
