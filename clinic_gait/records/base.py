"""What every table has in common: own metadata, the clinic in every key, one way to ask for a clinic's rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, object_session
from uuid_utils.compat import uuid7

from clinic_gait.care import canonical
from clinic_gait.care.visit import Staff
from clinic_gait.records.errors import NotFound, Signed
from clinic_gait.records.types import Id

PREFIX = "clinic_gait_"

#: Every refusal of a trigger begins with this; see :mod:`clinic_gait.records.locks`.
REFUSAL = "clinic_gait: locked"

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The plugin's own family of models; the host's metadata knows nothing of it."""

    metadata = sa.MetaData(naming_convention=_NAMES)

    @property
    def own_session(self) -> Session:
        """The session this row was loaded in or added to.

        :raises RuntimeError: there is none.
        """
        session = object_session(self)
        if session is None:
            raise RuntimeError(f"this {type(self).__name__} belongs to no session")
        return session


Row = TypeVar("Row", bound=Base)


class OfClinic(Base):
    """Clinic and id, the key of everything that is not part of something else."""

    __abstract__ = True

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True, sort_order=-3)
    id: Mapped[UUID] = mapped_column(Id(), primary_key=True, sort_order=-2)


class Owner(OfClinic):
    """Something that other rows are part of: a visit or a plan version."""

    __abstract__ = True

    #: The column by which its parts name it.
    part_column: ClassVar[str]


class OfVisit(Base):
    """The visit a row is part of. Every key of such a table begins with it: no row can pass to another visit."""

    __abstract__ = True

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True, sort_order=-3)
    visit_id: Mapped[UUID] = mapped_column(Id(), primary_key=True, sort_order=-2)


class OfPlan(Base):
    """The plan version a row is part of, and its place in the list."""

    __abstract__ = True

    clinic: Mapped[str] = mapped_column(sa.String(64), primary_key=True, sort_order=-3)
    plan_id: Mapped[UUID] = mapped_column(Id(), primary_key=True, sort_order=-2)
    place: Mapped[int] = mapped_column(sa.SmallInteger(), primary_key=True, autoincrement=False, sort_order=-1)


def new_id() -> UUID:
    """An id that sorts by the time it was made and tells nothing else (UUID version 7)."""
    return uuid7()


def stored_key(form_key: str) -> str:
    """A form's key as it came, or its hash when a browser sent something that is not a plain word."""
    plain = form_key.isascii() and form_key.isprintable() and len(form_key) <= 64
    return form_key if plain else canonical.digest(ascii(form_key))


def table_args(*parts: sa.schema.SchemaItem) -> tuple[Any, ...]:
    """Constraints and indexes of a table, without SQLite's hidden rowid.

    A hidden rowid would be a second key by which ``INSERT OR REPLACE`` could
    overwrite a locked row unseen; the clinic and the id are the only one.
    """
    return (*parts, {"sqlite_with_rowid": False})


def within_clinic(column: str, table: str) -> sa.ForeignKeyConstraint:
    """A reference to a row of the same clinic: an id of another clinic cannot even be joined."""
    return sa.ForeignKeyConstraint(["clinic", column], [f"{PREFIX}{table}.clinic", f"{PREFIX}{table}.id"])


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    """A column that holds one of these words, or nothing."""
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


def table_of(model: type[Base]) -> sa.Table:
    """The table of a model, for statements that pass the unit of work."""
    return cast(sa.Table, model.__table__)


def scoped(model: type[Row], clinic_key: str) -> sa.Select[Row]:
    """The rows of one clinic. Every query starts here."""
    return sa.select(model).where(table_of(model).c.clinic == clinic_key)


def find(session: Session, model: type[Row], clinic_key: str, row_id: UUID) -> Row | None:
    """The row with this id; another clinic's answers like a missing one."""
    return session.get(model, (clinic_key, row_id))


def owned(row: OfClinic, model: type[Row], row_id: UUID) -> Row:
    """The row of the same clinic that a reference names; a foreign key says that it exists."""
    found = find(row.own_session, model, row.clinic, row_id)
    if found is None:
        raise NotFound
    return found


def put(session: Session, model: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what happens when the key is taken, in the database's own dialect."""
    name = session.connection().dialect.name
    return postgresql.insert(table_of(model)) if name == "postgresql" else sqlite.insert(table_of(model))


@contextmanager
def refusals() -> Iterator[None]:
    """Turn the refusal of a trigger into :class:`Signed`: somebody signed after we had looked."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        if REFUSAL in str(error.orig):
            raise Signed from error
        raise


def run(session: Session, statement: sa.sql.dml.UpdateBase, rows: list[dict[str, Any]] | None = None) -> int:
    """Execute a writing statement; gives how many rows it touched.

    :raises Signed: a trigger refused it.
    """
    with refusals():
        result = session.execute(statement, rows) if rows else session.execute(statement)
    return cast(sa.CursorResult[Any], result).rowcount


def store(session: Session, *rows: Base) -> None:
    """Add rows, if any, and write what is pending.

    :raises Signed: a trigger refused it.
    """
    session.add_all(rows)
    with refusals():
        session.flush()


def signature_of(who: Staff, prefix: str) -> dict[str, str]:
    """The three columns that keep a person: key, printed name and credential as they were then."""
    return {f"{prefix}_key": who.key, f"{prefix}_name": who.name, f"{prefix}_credential": who.credential}


def parts_of(model: type[Base], owner: Owner) -> sa.Select[Any]:
    """The rows of a visit or plan as plain tuples, in no order."""
    rows = table_of(model)
    return sa.select(rows).where(*_belongs(rows, owner))


def drop_parts(session: Session, model: type[Base], owner: Owner, *where: sa.ColumnElement[bool]) -> int:
    """Delete rows of a visit or plan; gives how many there were.

    :raises Signed: the visit or plan is signed.
    """
    rows = table_of(model)
    return run(session, sa.delete(rows).where(*_belongs(rows, owner), *where))


def key_of(owner: Owner) -> dict[str, Any]:
    """The columns by which the rows of a visit or plan name it."""
    return {"clinic": owner.clinic, owner.part_column: owner.id}


def _belongs(rows: sa.Table, owner: Owner) -> list[sa.ColumnElement[bool]]:
    return [rows.c[name] == value for name, value in key_of(owner).items()]
