"""The first tables: subject, episode, visit with its parts, plan with its lines, documents, prints, audit.

Everything is named in full and every type is spelled, so that this file means
the same under every version of SQLAlchemy. The locks are in triggers/0001.*.sql.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.Numeric(11, 4)
CLINIC = sa.String(64)
STAFF_KEY = sa.String(200)

TABLES = (
    "audit",
    "audit_head",
    "subject",
    "episode",
    "visit",
    "done",
    "leg_length",
    "plan",
    "reading",
    "screen",
    "shoe_note",
    "issued",
    "plan_exercise",
    "plan_goal",
    "plan_technique",
    "print",
)


def upgrade() -> None:
    """Make the tables, what is referred to before what refers to it."""
    audit()
    subject()
    visit()
    visit_parts()
    shoe_note()
    plan()
    plan_lines()
    plan_exercise()
    issued()
    printed()


def downgrade() -> None:
    """Drop them. Nothing is kept."""
    for name in reversed(TABLES):
        op.drop_table(f"clinic_gait_{name}")


def audit() -> None:
    """The log and its head."""
    table(
        "audit",
        column("clinic", CLINIC),
        column("number", sa.BigInteger()),
        column("at", MOMENT),
        *person("who", optional=True),
        column("act", sa.String(80)),
        optional("subject_id", ID),
        column("record", sa.Text()),
        column("detail", sa.Text()),
        column("previous", sa.String(64)),
        column("hash", sa.String(64)),
        key=("clinic", "number"),
    )
    index("audit", "clinic", "subject_id", "number")
    table(
        "audit_head",
        column("clinic", CLINIC),
        column("number", sa.BigInteger()),
        column("hash", sa.String(64)),
        key=("clinic",),
    )


def subject() -> None:
    """Patients of the host, and their episodes."""
    table(
        "subject",
        column("clinic", CLINIC),
        column("id", ID),
        column("host_key", sa.String(200)),
        column("name", sa.Text()),
        column("family", sa.Text()),
        optional("birth_date", sa.Date()),
        optional("age", sa.Integer()),
        optional("sex", sa.Text()),
        optional("number", sa.Text()),
        column("active", sa.Boolean()),
        column("language", sa.String(2)),
        column("print_size", sa.String(6)),
        optional("paper", sa.String(6)),
        unique("subject", "clinic", "host_key"),
        check("subject", "language", "language IN ('en', 'es')"),
        check("subject", "print_size", "print_size IN ('normal', 'large')"),
        check("subject", "paper", "paper IN ('letter', 'a4')"),
    )
    table(
        "episode",
        column("clinic", CLINIC),
        column("id", ID),
        column("subject_id", ID),
        column("started", sa.Date()),
        optional("ended", sa.Date()),
        column("conditions_json", sa.Text()),
        *person("conditions_by", optional=True),
        optional("conditions_at", MOMENT),
        refers("episode", "subject_id", "subject"),
        check("episode", "ended", "ended >= started"),
    )
    index("episode", "clinic", "subject_id", "started")


def visit() -> None:
    """Visits."""
    table(
        "visit",
        column("clinic", CLINIC),
        column("id", ID),
        column("subject_id", ID),
        column("episode_id", ID),
        column("day", sa.Date()),
        column("kind", sa.String(40)),
        *person("clinician"),
        column("form_key", sa.String(64)),
        column("complaint", sa.Text()),
        optional("complaint_side", sa.String(1)),
        column("subjective", sa.Text()),
        column("impression", sa.Text()),
        *person("submitted_by", optional=True),
        optional("submitted_at", MOMENT),
        column("meaning", sa.Text()),
        *signed(),
        refers("visit", "subject_id", "subject"),
        refers("visit", "episode_id", "episode"),
        unique("visit", "clinic", "subject_id", "form_key"),
        check("visit", "state", "state IN ('draft', 'submitted', 'signed')"),
        check("visit", "complaint_side", "complaint_side IN ('L', 'R', 'B')"),
        check("visit", "signed", "(state = 'signed') = (signed_json IS NOT NULL)"),
    )
    index("visit", "clinic", "subject_id", "day")
    index("visit", "clinic", "state", "clinician_key")


def visit_parts() -> None:
    """Readings, leg lengths, the screen, what was done: rows without an id of their own."""
    reading()
    leg_length()
    screen_and_done()


def reading() -> None:
    """Readings: one row per measure and side."""
    part(
        "reading",
        column("measure", sa.String(60)),
        column("side", sa.String(1)),
        optional("value", NUMBER),
        optional("code", sa.Text()),
        optional("absent_reason", sa.String(20)),
        optional("method", sa.String(120)),
        column("trials", sa.Text()),
        optional("pain", sa.SmallInteger()),
        column("confirmed", sa.Boolean()),
        column("version", sa.Integer()),
        column("measured_at", MOMENT),
        check("reading", "side", "side IN ('L', 'R', 'M')"),
        check(
            "reading",
            "exactly_one",
            "CASE WHEN value IS NULL THEN 0 ELSE 1 END + CASE WHEN code IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN absent_reason IS NULL THEN 0 ELSE 1 END = 1",
        ),
        check("reading", "value", "value BETWEEN -1000000 AND 1000000"),
        check("reading", "pain", "pain BETWEEN 0 AND 10"),
        key=("measure", "side"),
    )


def leg_length() -> None:
    """Leg lengths: one row per method."""
    part(
        "leg_length",
        column("method", sa.String(40)),
        optional("left_mm", NUMBER),
        optional("right_mm", NUMBER),
        column("left_trials", sa.Text()),
        column("right_trials", sa.Text()),
        optional("block_mm", NUMBER),
        optional("block_side", sa.String(1)),
        column("note", sa.Text()),
        check("leg_length", "block_side", "block_side IN ('L', 'R', 'M')"),
        check("leg_length", "left_mm", "left_mm BETWEEN 0 AND 2000"),
        check("leg_length", "right_mm", "right_mm BETWEEN 0 AND 2000"),
        check("leg_length", "block_mm", "block_mm BETWEEN 0 AND 200"),
        key=("method",),
    )


def screen_and_done() -> None:
    """The answers of the safety screen, and what the hands did."""
    part(
        "screen",
        column("flag", sa.String(40)),
        column("answer", sa.String(3)),
        check("screen", "answer", "answer IN ('yes', 'no')"),
        key=("flag",),
    )
    part(
        "done",
        column("place", sa.SmallInteger()),
        column("technique", sa.String(60)),
        column("side", sa.String(1)),
        column("grade", sa.Text()),
        optional("minutes", sa.SmallInteger()),
        column("dose", sa.Text()),
        column("response", sa.Text()),
        check("done", "side", "side IN ('L', 'R', 'B')"),
        check("done", "minutes", "minutes BETWEEN 0 AND 600"),
        key=("place",),
    )


def shoe_note() -> None:
    """Shoe notes: a visit may have several."""
    part(
        "shoe_note",
        column("id", ID),
        optional("form_key", sa.String(64)),
        optional("shoe_type", sa.String(40)),
        column("make", sa.Text()),
        column("model", sa.Text()),
        optional("age_months", sa.Integer()),
        optional("miles", sa.Integer()),
        column("daily_use", sa.Text()),
        column("lift_or_orthosis", sa.Text()),
        column("words", sa.Text()),
        column("left_zones", sa.Text()),
        column("right_zones", sa.Text()),
        optional("left_lean", sa.String(20)),
        optional("right_lean", sa.String(20)),
        unique("shoe_note", "clinic", "visit_id", "form_key"),
        check("shoe_note", "age_months", "age_months >= 0"),
        check("shoe_note", "miles", "miles >= 0"),
        key=("id",),
    )


def plan() -> None:
    """Plan versions."""
    table(
        "plan",
        column("clinic", CLINIC),
        column("id", ID),
        column("subject_id", ID),
        column("visit_id", ID),
        column("number", sa.Integer()),
        *person("drafted_by"),
        column("why", sa.Text()),
        column("next_visit", sa.Text()),
        *signed(),
        refers("plan", "subject_id", "subject"),
        refers("plan", "visit_id", "visit"),
        unique("plan", "clinic", "subject_id", "number"),
        unique("plan", "clinic", "visit_id"),
        check("plan", "state", "state IN ('draft', 'signed', 'superseded')"),
        check("plan", "signed", "(state = 'draft') = (signed_json IS NULL)"),
    )


def plan_lines() -> None:
    """Goals and techniques."""
    line(
        "plan_goal",
        column("text", sa.Text()),
        optional("measure", sa.String(60)),
        optional("side", sa.String(1)),
        optional("baseline", NUMBER),
        optional("target", NUMBER),
        optional("unit", sa.Text()),
        optional("by", sa.Date()),
        check("plan_goal", "side", "side IN ('L', 'R', 'M')"),
    )
    line(
        "plan_technique",
        column("key", sa.String(60)),
        column("side", sa.String(1)),
        column("grade", sa.Text()),
        optional("minutes", sa.SmallInteger()),
        column("dose", sa.Text()),
        column("reason", sa.Text()),
        check("plan_technique", "side", "side IN ('L', 'R', 'B')"),
    )


def plan_exercise() -> None:
    """Exercises with their doses."""
    line(
        "plan_exercise",
        column("key", sa.String(60)),
        column("side", sa.String(1)),
        column("reason", sa.Text()),
        optional("sets", sa.SmallInteger()),
        optional("reps", sa.SmallInteger()),
        optional("hold_s", sa.SmallInteger()),
        optional("rest_s", sa.SmallInteger()),
        optional("per_day", sa.SmallInteger()),
        optional("days_wk", sa.SmallInteger()),
        optional("minutes", NUMBER),
        optional("distance_m", sa.Integer()),
        optional("tempo", sa.Text()),
        check("plan_exercise", "side", "side IN ('L', 'R', 'B')"),
    )


def issued() -> None:
    """Documents as they were issued."""
    table(
        "issued",
        column("clinic", CLINIC),
        column("id", ID),
        column("subject_id", ID),
        column("kind", sa.String(20)),
        optional("plan_id", ID),
        optional("visit_id", ID),
        column("language", sa.String(2)),
        column("size", sa.String(6)),
        column("paper", sa.String(6)),
        column("pages", sa.SmallInteger()),
        *person("issued_by"),
        column("issued_at", MOMENT),
        optional("superseded_at", MOMENT),
        column("snapshot_hash", sa.String(64)),
        column("data_hash", sa.String(64)),
        column("snapshot", sa.Text()),
        column("data", sa.LargeBinary()),
        refers("issued", "subject_id", "subject"),
        refers("issued", "plan_id", "plan"),
        refers("issued", "visit_id", "visit"),
        check("issued", "kind", "kind IN ('home_sheet', 'patient_report')"),
        check("issued", "language", "language IN ('en', 'es')"),
        check("issued", "size", "size IN ('normal', 'large')"),
        check("issued", "paper", "paper IN ('letter', 'a4')"),
        check("issued", "pages", "pages > 0"),
    )
    index("issued", "clinic", "subject_id", "kind")
    index("issued", "clinic", "superseded_at", "issued_at")


def printed() -> None:
    """Prints of documents."""
    table(
        "print",
        column("clinic", CLINIC),
        column("id", ID),
        column("document_id", ID),
        column("copies", sa.SmallInteger()),
        *person("printed_by"),
        column("printed_at", MOMENT),
        refers("print", "document_id", "issued"),
        check("print", "copies", "copies > 0"),
    )
    index("print", "clinic", "document_id")


def table(name: str, *parts: Any, key: tuple[str, ...] = ("clinic", "id")) -> None:
    """A table whose key is its only way in: no rowid on SQLite."""
    primary = sa.PrimaryKeyConstraint(*key, name=f"pk_clinic_gait_{name}")
    op.create_table(f"clinic_gait_{name}", *parts, primary, sqlite_with_rowid=False)


def part(name: str, *parts: Any, key: tuple[str, ...]) -> None:
    """A table of parts of a visit."""
    own = (column("clinic", CLINIC), column("visit_id", ID))
    table(name, *own, *parts, refers(name, "visit_id", "visit"), key=("clinic", "visit_id", *key))


def line(name: str, *parts: Any) -> None:
    """A table of lines of a plan version."""
    own = (column("clinic", CLINIC), column("plan_id", ID), column("place", sa.SmallInteger()))
    table(name, *own, *parts, refers(name, "plan_id", "plan"), key=("clinic", "plan_id", "place"))


def signed() -> tuple[sa.Column[Any], ...]:
    """What every draft has that is signed in the end."""
    return (
        column("state", sa.String(10)),
        column("version", sa.Integer()),
        *person("signed_by", optional=True),
        optional("signed_at", MOMENT),
        optional("signed_hash", sa.String(64)),
        optional("signed_json", sa.Text()),
    )


def person(prefix: str, *, optional: bool = False) -> tuple[sa.Column[Any], ...]:
    """Key, printed name and credential of somebody as they were then."""
    types = {"key": STAFF_KEY, "name": sa.Text(), "credential": sa.Text()}
    return tuple(sa.Column(f"{prefix}_{name}", type_, nullable=optional) for name, type_ in types.items())


def column(name: str, type_: Any) -> sa.Column[Any]:
    """A column that always holds something."""
    return sa.Column(name, type_, nullable=False, autoincrement=False)


def optional(name: str, type_: Any) -> sa.Column[Any]:
    """A column that may be empty."""
    return sa.Column(name, type_, nullable=True)


def refers(name: str, to: str, other: str) -> sa.ForeignKeyConstraint:
    """A reference within the clinic."""
    target = [f"clinic_gait_{other}.clinic", f"clinic_gait_{other}.id"]
    return sa.ForeignKeyConstraint(["clinic", to], target, name=f"fk_clinic_gait_{name}_clinic_gait_{other}")


def unique(name: str, *columns: str) -> sa.UniqueConstraint:
    """Columns that name at most one row."""
    return sa.UniqueConstraint(*columns, name=f"uq_clinic_gait_{name}_{'_'.join(columns)}")


def check(name: str, what: str, condition: str) -> sa.CheckConstraint:
    """What a row must be."""
    return sa.CheckConstraint(condition, name=op.f(f"ck_clinic_gait_{name}_{what}"))


def index(name: str, *columns: str) -> None:
    """An index."""
    op.create_index(f"ix_clinic_gait_{name}_{'_'.join(columns)}", f"clinic_gait_{name}", list(columns))
