"""Habits: how one member of staff likes the pages to work. Nothing of a patient is in them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Staff
from clinic_gait.records.base import Base, put, run, table_args, table_of


class Habit(Base):
    """One habit of one person in one clinic."""

    __tablename__ = "clinic_gait_habit"
    __table_args__ = table_args()

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    staff_key: Mapped[str] = mapped_column(sa.String(200), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    value: Mapped[str] = mapped_column(sa.String(200))


def habits_of(session: Session, clinic_key: str, who: Staff) -> dict[str, str]:
    """The habits of a person by name; what they never chose is missing."""
    rows = table_of(Habit).c
    query = sa.select(rows.name, rows.value).where(rows.clinic == clinic_key, rows.staff_key == who.key)
    return {row.name: row.value for row in session.execute(query)}


def keep_habit(session: Session, clinic_key: str, who: Staff, name: str, value: str) -> None:
    """Keep a habit over the one of the same name."""
    key = {"clinic": clinic_key, "staff_key": who.key, "name": name}
    statement = put(session, Habit).values(**key, value=value)
    run(session, statement.on_conflict_do_update(index_elements=list(key), set_={"value": value}))
