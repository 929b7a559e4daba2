"""The practice's own tables: made, taken down, and the same as its models."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from clinic_gait.practice import migrate
from clinic_gait.practice.models import Base


def own_tables(engine: Engine) -> set[str]:
    return {name for name in sa.inspect(engine).get_table_names() if name.startswith("practice_")}


def test_the_migrated_tables_are_the_models(empty_engine: Engine) -> None:
    assert not migrate.ready(empty_engine)
    migrate.upgrade(empty_engine)
    assert migrate.check(empty_engine) == []
    assert own_tables(empty_engine) == set(Base.metadata.tables)
    assert migrate.ready(empty_engine)


def test_up_down_and_up_again(empty_engine: Engine) -> None:
    migrate.upgrade(empty_engine)
    migrate.downgrade(empty_engine, "base")
    assert own_tables(empty_engine) == set()
    assert not migrate.ready(empty_engine)
    migrate.upgrade(empty_engine)
    migrate.upgrade(empty_engine)
    assert migrate.ready(empty_engine)


def test_the_constraints_of_the_migration_are_those_of_the_models(empty_engine: Engine) -> None:
    migrate.upgrade(empty_engine)
    inspector = sa.inspect(empty_engine)
    for table in Base.metadata.sorted_tables:
        checks = {one["name"] for one in inspector.get_check_constraints(table.name)}
        assert checks == {one.name for one in table.constraints if isinstance(one, sa.CheckConstraint)}, table.name
        keys = {tuple(one["constrained_columns"]) for one in inspector.get_foreign_keys(table.name)}
        assert keys == {tuple(one.column_keys) for one in table.foreign_key_constraints}, table.name
