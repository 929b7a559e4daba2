"""Acts of typing, habits of staff, photos of shoes, and two things that a visit could not say.

Nothing of revision 0002 is written anew: three tables come, and two columns
that say nothing where nothing was known. The locks are in triggers/0003.*.sql,
those of revision 0002 among them.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
CLINIC = sa.String(64)
STAFF_KEY = sa.String(200)
FORM_KEY = sa.String(64)


def upgrade() -> None:
    """Make the tables and add the columns; SQLite adds a column without rebuilding its table."""
    act()
    habit()
    shoe_photo()
    op.add_column("clinic_gait_visit", sa.Column("sides_json", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("clinic_gait_leg_length", sa.Column("response", sa.String(20), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them. Nothing of them is kept."""
    op.drop_column("clinic_gait_leg_length", "response")
    op.drop_column("clinic_gait_visit", "sides_json")
    op.drop_table("clinic_gait_shoe_photo")
    op.drop_table("clinic_gait_habit")
    op.drop_table("clinic_gait_act")


def act() -> None:
    """Acts: the fields of a visit that one person changed at once, by the key of the page and in order."""
    op.create_table(
        "clinic_gait_act",
        column("clinic", CLINIC),
        column("visit_id", ID),
        column("key", FORM_KEY),
        column("nth", sa.Integer()),
        column("verb", sa.String(10)),
        *person("by"),
        column("at", MOMENT),
        column("changes", sa.Text()),
        sa.Column("undoes", FORM_KEY, nullable=True),
        sa.PrimaryKeyConstraint("clinic", "visit_id", "key", name="pk_clinic_gait_act"),
        refers("act", "visit", visit_id="id"),
        sa.UniqueConstraint("clinic", "visit_id", "nth", name="uq_clinic_gait_act_clinic_visit_id_nth"),
        check("act", "nth", "nth >= 1"),
        sqlite_with_rowid=False,
    )


def habit() -> None:
    """Habits: how one member of staff likes the pages to work."""
    op.create_table(
        "clinic_gait_habit",
        column("clinic", CLINIC),
        column("staff_key", STAFF_KEY),
        column("name", sa.String(40)),
        column("value", sa.String(200)),
        sa.PrimaryKeyConstraint("clinic", "staff_key", "name", name="pk_clinic_gait_habit"),
        sqlite_with_rowid=False,
    )


def shoe_photo() -> None:
    """Photos of shoes: a part of a visit, each of one pair."""
    op.create_table(
        "clinic_gait_shoe_photo",
        column("clinic", CLINIC),
        column("visit_id", ID),
        column("id", ID),
        column("note_id", ID),
        column("side", sa.String(1)),
        column("view", sa.String(10)),
        column("form_key", FORM_KEY),
        column("words", sa.Text()),
        column("jpeg", sa.LargeBinary()),
        column("sha256", sa.String(64)),
        column("width", sa.Integer()),
        column("height", sa.Integer()),
        column("size", sa.Integer()),
        *person("taken_by"),
        column("at", MOMENT),
        sa.PrimaryKeyConstraint("clinic", "visit_id", "id", name="pk_clinic_gait_shoe_photo"),
        refers("shoe_photo", "shoe_note", visit_id="visit_id", note_id="id"),
        sa.UniqueConstraint(
            "clinic", "visit_id", "form_key", name="uq_clinic_gait_shoe_photo_clinic_visit_id_form_key"
        ),
        check("shoe_photo", "side", "side IN ('L', 'R', 'B')"),
        check("shoe_photo", "view", "view IN ('sole', 'heel', 'other')"),
        check("shoe_photo", "size", "width > 0 AND height > 0 AND size > 0"),
        sqlite_with_rowid=False,
    )


def person(prefix: str) -> tuple[sa.Column[Any], ...]:
    """Key, printed name and credential of somebody as they were then."""
    types = {"key": STAFF_KEY, "name": sa.Text(), "credential": sa.Text()}
    return tuple(column(f"{prefix}_{name}", type_) for name, type_ in types.items())


def column(name: str, type_: Any) -> sa.Column[Any]:
    """A column that always holds something."""
    return sa.Column(name, type_, nullable=False, autoincrement=False)


def refers(name: str, other: str, **to: str) -> sa.ForeignKeyConstraint:
    """A reference within the clinic: of each column, the one that it names there."""
    named = {"clinic": "clinic", **to}
    target = [f"clinic_gait_{other}.{one}" for one in named.values()]
    return sa.ForeignKeyConstraint(list(named), target, name=f"fk_clinic_gait_{name}_clinic_gait_{other}")


def check(name: str, what: str, condition: str) -> sa.CheckConstraint:
    """What a row must be."""
    return sa.CheckConstraint(condition, name=op.f(f"ck_clinic_gait_{name}_{what}"))
