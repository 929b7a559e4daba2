"""Holds: a warning sign stops the home program until a therapist lifts it, with a reason. No hold is ever deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Staff
from clinic_gait.records import screen
from clinic_gait.records.base import PREFIX, Base, put, run, signature_of, table_args, table_of, within_clinic
from clinic_gait.records.errors import NoReason, NothingToLift
from clinic_gait.records.screen import ScreenRow
from clinic_gait.records.subject import Subject
from clinic_gait.records.types import Id, UtcDateTime

if TYPE_CHECKING:
    from clinic_gait.records.visit import Visit

#: The sign that a likely Wells score stands for.
CLOT = "dvt"

_SIGN = ("clinic", "visit_id", "flag")
_TOGETHER = " AND ".join(f"(lifted_by_{part} IS NULL) = (lifted_at IS NULL)" for part in ("key", "name", "credential"))
_OPEN = sa.text("lifted_at IS NULL")


class Hold(Base):
    """One warning sign of one visit. It outlives the visit's signature: lifting it is written later, and once.

    A sign that was lifted and then found again in the same visit has a further
    row; at most one of them is open.
    """

    __tablename__ = "clinic_gait_hold"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        within_clinic("subject_id", "subject"),
        sa.Index(None, "clinic", "subject_id"),
        sa.Index(None, *_SIGN, unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        sa.CheckConstraint("nth >= 1", name="nth"),
        sa.CheckConstraint(_TOGETHER, name="lifted"),
        sa.CheckConstraint("lifted_at IS NULL OR trim(reason) <> ''", name="reason"),
    )

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(Id(), primary_key=True)
    #: Key of the warning sign.
    flag: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    #: The first, second, ... hold of this sign in this visit.
    nth: Mapped[int] = mapped_column(sa.SmallInteger(), primary_key=True, autoincrement=False)
    subject_id: Mapped[UUID] = mapped_column(Id())
    set_by_key: Mapped[str] = mapped_column(sa.String(200))
    set_by_name: Mapped[str] = mapped_column(sa.Text())
    set_by_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    set_at: Mapped[datetime] = mapped_column(UtcDateTime())
    #: What set it besides the answer: "Wells score 3".
    because: Mapped[str] = mapped_column(sa.Text(), default="")
    lifted_by_key: Mapped[str | None] = mapped_column(sa.String(200))
    lifted_by_name: Mapped[str | None] = mapped_column(sa.Text())
    lifted_by_credential: Mapped[str | None] = mapped_column(sa.Text())
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    #: Who cleared the patient, when and how the therapist knows, and why the program may go on.
    cleared_by: Mapped[str] = mapped_column(sa.Text(), default="")
    known_by: Mapped[str] = mapped_column(sa.Text(), default="")
    reason: Mapped[str] = mapped_column(sa.Text(), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldView:
    """A hold as it is read: the sign, the day of its visit, who set it, and who lifted it and why.

    ``nth`` counts the holds of the sign in the visit.
    """

    visit_id: UUID
    flag: str
    nth: int = 1
    day: date
    set_by: Staff
    set_at: datetime
    because: str = ""
    lifted_by: Staff | None = None
    lifted_at: datetime | None = None
    cleared_by: str = ""
    known_by: str = ""
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has lifted it yet."""
        return self.lifted_at is None


def set_holds(
    session: Session, visit: Visit, *, by: Staff, at: datetime, clot: str = "", again: frozenset[str] = frozenset()
) -> None:
    """Set a hold for every sign answered yes in this visit that has none yet.

    ``clot`` is a sentence when the Wells score says that a clot is likely; it
    sets the hold of that sign whatever was answered. A later no takes nothing
    back. After a lifting the same visit sets a new hold only for a sign in
    ``again``: found just now and not before, so not for a yes that still stands.
    """
    because = dict.fromkeys(screen.of_visit(session, visit).open_flags, "")
    if clot:
        because[CLOT] = clot
    for flag, words in because.items():
        one = HoldView(visit_id=visit.id, flag=flag, day=visit.day, set_by=by, set_at=at, because=words)
        _set(session, _row(visit.subject, one), again=flag in again)


def open_holds(session: Session, subject: Subject) -> tuple[HoldView, ...]:
    """The holds of a subject that nobody has lifted, the oldest first."""
    return tuple(hold for hold in reversed(holds_of(session, subject)) if hold.is_open)


def holds_of(session: Session, subject: Subject) -> tuple[HoldView, ...]:
    """All holds of a subject, the newest first, those that were lifted too.

    A yes that was stored without its hold counts as an open one, set by the
    visit's clinician; noon of the visit's day stands for the time.
    """
    found = [*_written(session, subject), *_unwritten(session, subject)]
    return tuple(sorted(found, key=lambda one: (one.set_at, one.visit_id, one.flag, one.nth), reverse=True))


def newest_in(holds: Iterable[HoldView], visit_id: UUID | None) -> dict[str, HoldView]:
    """The newest hold of every sign that this visit set; only the newest can be open."""
    mine = sorted((one for one in holds if one.visit_id == visit_id), key=lambda one: one.nth)
    return {one.flag: one for one in mine}


def lift(
    session: Session,
    subject: Subject,
    *,
    visit_id: UUID,
    flag: str,
    by: Staff,
    at: datetime,
    cleared_by: str,
    known_by: str,
    reason: str,
    nth: int = 1,
) -> None:
    """Lift an open hold of this subject. Of two people who do so at once, one lifts and one is told.

    ``nth`` is the hold that was looked at: a reason for the first one lifts no
    second one that was set since.

    :raises NoReason: the reason is blank.
    :raises NothingToLift: the hold is not open, or not this subject's.
    """
    if not reason.strip():
        raise NoReason
    _write_down(session, subject, visit_id, flag)
    rows = table_of(Hold)
    # The update takes the row's lock and looks again: what was lifted meanwhile is no longer there to lift.
    lifting = sa.update(rows).where(
        rows.c.clinic == subject.clinic,
        rows.c.subject_id == subject.id,
        rows.c.visit_id == visit_id,
        rows.c.flag == flag,
        rows.c.nth == nth,
        rows.c.lifted_at.is_(None),
    )
    words = {"cleared_by": cleared_by.strip(), "known_by": known_by.strip(), "reason": reason.strip()}
    if run(session, lifting.values(**signature_of(by, "lifted_by"), lifted_at=at, **words)) == 0:
        raise NothingToLift


def unheld_yes(clinic_key: str) -> sa.Select[Any]:
    """Answers of yes whose visit has no hold for the sign, with the visit: they hold as well."""
    visits, answers, holds = _visits(), table_of(ScreenRow), table_of(Hold)
    has_hold = sa.exists().where(*(holds.c[name] == answers.c[name] for name in _SIGN))
    return (
        sa.select(visits.c.subject_id, visits.c.id.label("visit_id"), visits.c.day, answers.c.flag)
        .add_columns(visits.c.clinician_key, visits.c.clinician_name, visits.c.clinician_credential)
        .join_from(visits, answers, sa.and_(answers.c.clinic == visits.c.clinic, answers.c.visit_id == visits.c.id))
        .where(visits.c.clinic == clinic_key, answers.c.answer == "yes", ~has_hold)
    )


def _set(session: Session, row: dict[str, Any], *, again: bool = False) -> None:
    """Write a hold unless the sign has one in this visit; ``again`` unless it has one that nobody has lifted.

    It looks first, because SQLite's lock against rows that are put over others
    refuses before a conflict is seen; PostgreSQL sees a row of the same moment
    only as a conflict.
    """
    rows = table_of(Hold)
    same = [rows.c[name] == row[name] for name in _SIGN]
    there = sa.exists().where(*same, *([rows.c.lifted_at.is_(None)] if again else []))
    nth = sa.select(sa.func.coalesce(sa.func.max(rows.c.nth), 0) + 1).where(*same).scalar_subquery()
    fresh = sa.select(*(sa.literal(value, rows.c[name].type) for name, value in row.items()), nth).where(~there)
    statement = put(session, Hold).from_select([*row, "nth"], fresh)
    # Either key may be taken: the number, or the one place for an open hold.
    run(session, statement.on_conflict_do_nothing())


def _write_down(session: Session, subject: Subject, visit_id: UUID, flag: str) -> None:
    """Give a yes that was stored without its hold the one that is about to be lifted."""
    for one in list(_unwritten(session, subject)):
        if (one.visit_id, one.flag) == (visit_id, flag):
            _set(session, _row(subject, one))


def _row(subject: Subject, one: HoldView) -> dict[str, Any]:
    """The columns of a hold that is set."""
    told = {name: getattr(one, name) for name in ("visit_id", "flag", "set_at", "because")}
    return {"clinic": subject.clinic, "subject_id": subject.id, **told, **signature_of(one.set_by, "set_by")}


def _written(session: Session, subject: Subject) -> Iterator[HoldView]:
    visits, rows = _visits(), table_of(Hold)
    query = (
        sa.select(rows, visits.c.day)
        .join_from(rows, visits, sa.and_(visits.c.clinic == rows.c.clinic, visits.c.id == rows.c.visit_id))
        .where(rows.c.clinic == subject.clinic, rows.c.subject_id == subject.id)
    )
    names = ("visit_id", "flag", "nth", "day", "set_at", "because", "lifted_at", "cleared_by", "known_by", "reason")
    for row in session.execute(query):
        lifted_by = None if row.lifted_by_key is None else _person(row, "lifted_by")
        yield HoldView(
            **{name: row._mapping[name] for name in names}, set_by=_person(row, "set_by"), lifted_by=lifted_by
        )


def _unwritten(session: Session, subject: Subject) -> Iterator[HoldView]:
    query = unheld_yes(subject.clinic).where(_visits().c.subject_id == subject.id)
    for row in session.execute(query):
        noon = datetime.combine(row.day, time(12), timezone.utc)
        yield HoldView(visit_id=row.visit_id, flag=row.flag, day=row.day, set_by=_person(row, "clinician"), set_at=noon)


def _person(row: Any, prefix: str) -> Staff:
    return Staff(**{name: row._mapping[f"{prefix}_{name}"] for name in ("key", "name", "credential")})


def _visits() -> sa.Table:
    """The table of visits, by name: the model of a visit has the verbs of this module and stands above it."""
    return Base.metadata.tables[f"{PREFIX}visit"]
