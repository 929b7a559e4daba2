"""The clinic, its people, its patients and their appointments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from clinic_gait.records.types import Id

revision = "p0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    clinic()
    people()
    patients()
    appointments()


def downgrade() -> None:
    for table in ("appointment", "patient", "tries", "sign_in", "user", "clinic"):
        op.drop_table(f"practice_{table}")


def clinic() -> None:
    op.create_table(
        "practice_clinic",
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("phone", sa.String(40), nullable=False),
        sa.Column("emergency", sa.String(40), nullable=False),
        sa.Column("zone", sa.String(40), nullable=False),
        sa.Column("decimal_comma", sa.Boolean(), nullable=False),
        sa.Column("paper", sa.String(10), nullable=False),
        sa.Column("date_order", sa.String(3), nullable=False),
        sa.CheckConstraint("paper IN ('letter', 'a4')", name=op.f("ck_practice_clinic_paper")),
        sa.CheckConstraint("date_order IN ('mdy', 'dmy')", name=op.f("ck_practice_clinic_date_order")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_practice_clinic")),
    )


def people() -> None:
    op.create_table(
        "practice_user",
        sa.Column("clinic_key", sa.String(40), nullable=False),
        sa.Column("key", Id(), nullable=False),
        sa.Column("username", sa.String(40), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("credential", sa.String(40), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["clinic_key"], ["practice_clinic.key"], name=op.f("fk_practice_user_clinic_key")),
        sa.PrimaryKeyConstraint("clinic_key", "key", name=op.f("pk_practice_user")),
        sa.UniqueConstraint("username", name=op.f("uq_practice_user_username")),
    )
    op.create_table(
        "practice_sign_in",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("clinic_key", sa.String(40), nullable=False),
        sa.Column("user_key", Id(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        _of_clinic("practice_sign_in", "user_key", "practice_user"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_practice_sign_in")),
    )
    op.create_index(op.f("ix_practice_sign_in_clinic_key_user_key"), "practice_sign_in", ["clinic_key", "user_key"])
    op.create_table(
        "practice_tries",
        sa.Column("what", sa.String(64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_practice_tries")),
    )


def patients() -> None:
    op.create_table(
        "practice_patient",
        sa.Column("clinic_key", sa.String(40), nullable=False),
        sa.Column("key", Id(), nullable=False),
        sa.Column("number", sa.String(40), nullable=True),
        sa.Column("given", sa.String(100), nullable=False),
        sa.Column("family", sa.String(100), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("sex", sa.String(10), nullable=True),
        sa.Column("search_key", sa.String(400), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("sex IN ('female', 'male', 'other')", name=op.f("ck_practice_patient_sex")),
        sa.ForeignKeyConstraint(["clinic_key"], ["practice_clinic.key"], name=op.f("fk_practice_patient_clinic_key")),
        sa.PrimaryKeyConstraint("clinic_key", "key", name=op.f("pk_practice_patient")),
        sa.UniqueConstraint("clinic_key", "number", name=op.f("uq_practice_patient_clinic_key_number")),
    )
    lists = "ix_practice_patient_clinic_key_active_search_key"
    op.create_index(op.f(lists), "practice_patient", ["clinic_key", "active", "search_key"])
    births = "ix_practice_patient_clinic_key_birth_date"
    op.create_index(op.f(births), "practice_patient", ["clinic_key", "birth_date"])


def appointments() -> None:
    op.create_table(
        "practice_appointment",
        sa.Column("clinic_key", sa.String(40), nullable=False),
        sa.Column("key", Id(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("patient_key", Id(), nullable=False),
        sa.Column("clinician_key", Id(), nullable=True),
        sa.Column("room", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["clinic_key"], ["practice_clinic.key"], name=op.f("fk_practice_appointment_clinic_key")
        ),
        _of_clinic("practice_appointment", "patient_key", "practice_patient"),
        _of_clinic("practice_appointment", "clinician_key", "practice_user"),
        sa.PrimaryKeyConstraint("clinic_key", "key", name=op.f("pk_practice_appointment")),
    )
    op.create_index(op.f("ix_practice_appointment_clinic_key_day"), "practice_appointment", ["clinic_key", "day"])


def _of_clinic(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_clinic_key_{column}")
    return sa.ForeignKeyConstraint(["clinic_key", column], [f"{other}.clinic_key", f"{other}.key"], name=name)
