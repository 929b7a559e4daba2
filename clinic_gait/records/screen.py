"""The safety screen of a visit: one row per warning sign that was asked about."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Screen
from clinic_gait.records.base import (
    OfVisit,
    Owner,
    drop_parts,
    key_of,
    one_of,
    parts_of,
    put,
    run,
    table_args,
    table_of,
    within_clinic,
)


class ScreenRow(OfVisit):
    """Yes or no to one warning sign. No row: not asked, which is not no."""

    __tablename__ = "clinic_gait_screen"
    __table_args__ = table_args(within_clinic("visit_id", "visit"), one_of("answer", "yes", "no"))

    flag: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    answer: Mapped[str] = mapped_column(sa.String(3))


def save(session: Session, visit: Owner, answers: Mapping[str, str | None]) -> None:
    """Write answers; ``None`` takes an answer back, a flag that is not named keeps its own.

    :raises Signed: the visit is signed.
    """
    rows = table_of(ScreenRow)
    taken_back = [flag for flag, answer in answers.items() if answer is None]
    if taken_back:
        drop_parts(session, ScreenRow, visit, rows.c.flag.in_(taken_back))
    given = [{**key_of(visit), "flag": flag, "answer": answer} for flag, answer in answers.items() if answer]
    if given:
        statement = put(session, ScreenRow)
        fresh = {"answer": statement.excluded.answer}
        key = ["clinic", "visit_id", "flag"]
        run(session, statement.on_conflict_do_update(index_elements=key, set_=fresh), given)


def of_visit(session: Session, visit: Owner) -> Screen:
    """The answers of a visit."""
    answers = {row.flag: row.answer for row in session.execute(parts_of(ScreenRow, visit))}
    return Screen(answers=dict(sorted(answers.items())))
