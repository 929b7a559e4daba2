"""Holds that only a therapist lifts, outcome scores, and why a line of a plan is there.

Nothing of revision 0001 is written anew: two tables come, and two columns that
say nothing where nothing was known. A warning sign that was answered yes before
has no hold of its own and counts as an open one. The locks are in
triggers/0002.*.sql, those of revision 0001 among them.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.Numeric(11, 4)
CLINIC = sa.String(64)
STAFF_KEY = sa.String(200)

LINES = ("clinic_gait_plan_technique", "clinic_gait_plan_exercise")


def upgrade() -> None:
    """Make the tables and add the columns; SQLite adds a column without rebuilding its table."""
    hold()
    outcome()
    for name in LINES:
        op.add_column(name, sa.Column("because", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them. Nothing of them is kept."""
    for name in LINES:
        op.drop_column(name, "because")
    op.drop_table("clinic_gait_outcome")
    op.drop_table("clinic_gait_hold")


def hold() -> None:
    """Holds: of a visit and warning sign any number that were lifted, and at most one that is open."""
    together = " AND ".join(f"(lifted_by_{one} IS NULL) = (lifted_at IS NULL)" for one in ("key", "name", "credential"))
    op.create_table(
        "clinic_gait_hold",
        column("clinic", CLINIC),
        column("visit_id", ID),
        column("flag", sa.String(40)),
        column("nth", sa.SmallInteger()),
        column("subject_id", ID),
        *person("set_by"),
        column("set_at", MOMENT),
        column("because", sa.Text()),
        *person("lifted_by", optional=True),
        sa.Column("lifted_at", MOMENT, nullable=True),
        column("cleared_by", sa.Text()),
        column("known_by", sa.Text()),
        column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("clinic", "visit_id", "flag", "nth", name="pk_clinic_gait_hold"),
        refers("hold", "visit_id", "visit"),
        refers("hold", "subject_id", "subject"),
        check("hold", "nth", "nth >= 1"),
        check("hold", "lifted", together),
        check("hold", "reason", "lifted_at IS NULL OR trim(reason) <> ''"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_clinic_gait_hold_clinic_subject_id", "clinic_gait_hold", ["clinic", "subject_id"])
    still_open = sa.text("lifted_at IS NULL")
    op.create_index(
        "ix_clinic_gait_hold_clinic_visit_id_flag",
        "clinic_gait_hold",
        ["clinic", "visit_id", "flag"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def outcome() -> None:
    """Outcome scores: a part of a visit, one per instrument and part."""
    op.create_table(
        "clinic_gait_outcome",
        column("clinic", CLINIC),
        column("visit_id", ID),
        column("instrument", sa.String(40)),
        column("part", sa.String(40)),
        sa.Column("value", NUMBER, nullable=True),
        column("items_json", sa.Text()),
        column("version", sa.Text()),
        column("missing", sa.Integer()),
        column("note", sa.Text()),
        sa.PrimaryKeyConstraint("clinic", "visit_id", "instrument", "part", name="pk_clinic_gait_outcome"),
        refers("outcome", "visit_id", "visit"),
        check("outcome", "value", "value BETWEEN -1000000 AND 1000000"),
        check("outcome", "missing", "missing >= 0"),
        sqlite_with_rowid=False,
    )


def person(prefix: str, *, optional: bool = False) -> tuple[sa.Column[Any], ...]:
    """Key, printed name and credential of somebody as they were then."""
    types = {"key": STAFF_KEY, "name": sa.Text(), "credential": sa.Text()}
    return tuple(sa.Column(f"{prefix}_{name}", type_, nullable=optional) for name, type_ in types.items())


def column(name: str, type_: Any) -> sa.Column[Any]:
    """A column that always holds something."""
    return sa.Column(name, type_, nullable=False, autoincrement=False)


def refers(name: str, to: str, other: str) -> sa.ForeignKeyConstraint:
    """A reference within the clinic."""
    target = [f"clinic_gait_{other}.clinic", f"clinic_gait_{other}.id"]
    return sa.ForeignKeyConstraint(["clinic", to], target, name=f"fk_clinic_gait_{name}_clinic_gait_{other}")


def check(name: str, what: str, condition: str) -> sa.CheckConstraint:
    """What a row must be."""
    return sa.CheckConstraint(condition, name=op.f(f"ck_clinic_gait_{name}_{what}"))
