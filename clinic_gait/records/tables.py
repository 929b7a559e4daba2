"""Every table there is, for whoever works on the schema as a whole. Importing it loads all models."""

from __future__ import annotations

from clinic_gait.records import (
    act,
    audit,
    episode,
    habit,
    hold,
    issued,
    leg_length,
    outcome,
    plan,
    plan_lines,
    print_job,
    reading,
    screen,
    shoe_photo,
    shoe_wear,
    subject,
    treatment,
    visit,
)
from clinic_gait.records.base import Base

__all__ = [
    "TABLES",
    "Base",
    "act",
    "audit",
    "episode",
    "habit",
    "hold",
    "issued",
    "leg_length",
    "outcome",
    "plan",
    "plan_lines",
    "print_job",
    "reading",
    "screen",
    "shoe_photo",
    "shoe_wear",
    "subject",
    "treatment",
    "visit",
]

#: Names, what is referred to before what refers to it.
TABLES = tuple(table.name for table in Base.metadata.sorted_tables)
