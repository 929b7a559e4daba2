"""The guard: no host's autogenerate touches our tables, whatever is imported first."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: A host that has our tables in its database, none of them in its metadata, and a column yet to be added.
HOST = """
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from clinic_gait.host import guard, migrate

engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
migrate.upgrade(engine)
metadata = sa.MetaData()
sa.Table("patient", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text))
with engine.begin() as connection:
    connection.exec_driver_sql("CREATE TABLE patient (id INTEGER NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("CREATE TABLE leftover (id INTEGER NOT NULL PRIMARY KEY)")
    context = MigrationContext.configure(connection, opts={OPTS})
    for difference in compare_metadata(context, metadata):
        print(difference[0], difference[2] if len(difference) > 2 else difference[1].name)
"""
OWN_CHECK = """
import sqlalchemy as sa
from clinic_gait.host import migrate

engine = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
migrate.upgrade(engine)
with engine.begin() as connection:
    connection.exec_driver_sql("CREATE TABLE patient (id INTEGER)")
    connection.exec_driver_sql("DROP TABLE clinic_gait_print")
print("\\n".join(migrate.check(engine)))
"""
UNGUARDED = '"autogenerate_plugins": ["alembic.autogenerate.*", "~alembic.autogenerate.clinic_gait"]'


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that makes Python see the package as installed, with the entry points of setup.cfg."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    metadata = tmp_path / "clinic_gait-0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: clinic-gait\nVersion: 0\n")
    points = setup["options.entry_points"]
    lines = [line for group in points for line in (f"[{group}]", points[group].strip())]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    return tmp_path


def run(script: str, *path: Path) -> list[str]:
    """What a fresh process prints; it must end well and without a warning."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*path, ROOT)))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT.anchor,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


FIRST = (
    "alembic.command",
    "clinic_gait",
    "clinic_gait.host.guard",
    "clinic_gait.host.migrate",
    "clinic_gait.records.tables",
)


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("second", ["alembic.command", "clinic_gait.host.guard"])
def test_modules_can_be_imported_in_any_order(installed: Path, first: str, second: str) -> None:
    run(f"import {first}, {second}", installed)


def test_the_guard_loads_nothing_else() -> None:
    script = "import sys, clinic_gait.host.guard; print(*(n for n in sys.modules if n.split('.')[0] in {HEAVY}))"
    heavy = {"alembic", "sqlalchemy", "flask", "reportlab"}
    assert run(script.replace("{HEAVY}", repr(heavy))) == [""]


def test_a_hosts_autogenerate_proposes_nothing_on_our_tables(installed: Path) -> None:
    assert sorted(run(HOST.replace("{OPTS}", "{}"), installed)) == ["add_column patient", "remove_table leftover"]


def test_without_the_guard_it_would_drop_them(installed: Path) -> None:
    """Otherwise the test above would prove nothing."""
    told = run(HOST.replace("{OPTS}", "{" + UNGUARDED + "}"), installed)
    assert "remove_table clinic_gait_visit" in told
    assert "remove_table alembic_version_clinic_gait" in told


def test_a_host_on_an_older_alembic_can_leave_them_out_itself(installed: Path) -> None:
    opts = "{" + UNGUARDED + ', "include_object": guard.include_object}'
    assert sorted(run(HOST.replace("{OPTS}", opts), installed)) == ["add_column patient", "remove_table leftover"]


def test_our_own_check_is_not_blinded_by_the_guard(installed: Path) -> None:
    told = run(OWN_CHECK, installed)
    assert any("clinic_gait_print" in line for line in told)
    assert not any("patient" in line.split("'")[0] for line in told)
