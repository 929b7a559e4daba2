"""Shoe notes: the wear of one pair each, left and right apart."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import ShoeNote, ShoePhoto, ShoeSide
from clinic_gait.records import shoe_photo
from clinic_gait.records.base import (
    OfVisit,
    Owner,
    drop_parts,
    key_of,
    new_id,
    parts_of,
    put,
    run,
    stored_key,
    table_args,
    table_of,
    within_clinic,
)
from clinic_gait.records.errors import NotFound
from clinic_gait.records.types import Id

_WORDS = ("shoe_type", "make", "model", "age_months", "miles", "daily_use", "lift_or_orthosis", "words")


class ShoeNoteRow(OfVisit):
    """One pair of shoes as looked at in one visit."""

    __tablename__ = "clinic_gait_shoe_note"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        sa.UniqueConstraint("clinic", "visit_id", "form_key"),
        sa.CheckConstraint("age_months >= 0", name="age_months"),
        sa.CheckConstraint("miles >= 0", name="miles"),
    )

    id: Mapped[UUID] = mapped_column(Id(), primary_key=True)
    #: Made in the page; a form sent twice lands on the same note.
    form_key: Mapped[str | None] = mapped_column(sa.String(64))
    shoe_type: Mapped[str | None] = mapped_column(sa.String(40))
    make: Mapped[str] = mapped_column(sa.Text(), default="")
    model: Mapped[str] = mapped_column(sa.Text(), default="")
    age_months: Mapped[int | None] = mapped_column(sa.Integer())
    miles: Mapped[int | None] = mapped_column(sa.Integer())
    daily_use: Mapped[str] = mapped_column(sa.Text(), default="")
    lift_or_orthosis: Mapped[str] = mapped_column(sa.Text(), default="")
    words: Mapped[str] = mapped_column(sa.Text(), default="")
    #: Grade by zone key as a JSON object; a zone that is missing was not looked at.
    left_zones: Mapped[str] = mapped_column(sa.Text(), default="{}")
    right_zones: Mapped[str] = mapped_column(sa.Text(), default="{}")
    left_lean: Mapped[str | None] = mapped_column(sa.String(20))
    right_lean: Mapped[str | None] = mapped_column(sa.String(20))


def save(session: Session, visit: Owner, note: ShoeNote, note_id: UUID | None, form_key: str | None) -> UUID:
    """Write a note: over the one with this id, else a new one, once per form.

    :raises NotFound: the visit has no note with this id.
    :raises Signed: the visit is signed.
    """
    rows = table_of(ShoeNoteRow)
    key = key_of(visit)
    if note_id is not None:
        here = [rows.c[name] == value for name, value in key.items()]
        if run(session, sa.update(rows).where(*here, rows.c.id == note_id).values(**_columns(note))) == 0:
            raise NotFound("There is no such shoe note in this visit.")
        return note_id
    fresh, form_key = new_id(), stored_key(form_key) if form_key else None
    statement = put(session, ShoeNoteRow).values(**key, id=fresh, form_key=form_key, **_columns(note))
    run(session, statement.on_conflict_do_nothing(index_elements=["clinic", "visit_id", "form_key"]))
    if form_key is None:
        return fresh
    sent_first = parts_of(ShoeNoteRow, visit).where(rows.c.form_key == form_key).with_only_columns(rows.c.id)
    first: UUID = session.execute(sent_first).scalar_one()
    return first


def keep(session: Session, visit: Owner, note_id: UUID, note: ShoeNote) -> None:
    """Write a note under this id, whether it is there already or not.

    :raises Signed: the visit is signed.
    """
    columns = _columns(note)
    statement = put(session, ShoeNoteRow).values(**key_of(visit), id=note_id, **columns)
    run(session, statement.on_conflict_do_update(index_elements=["clinic", "visit_id", "id"], set_=columns))


def begin(session: Session, visit: Owner, note_id: UUID) -> None:
    """An empty note under this id, unless there is one.

    :raises Signed: the visit is signed.
    """
    empty = ShoeNote(left=ShoeSide(zones={}), right=ShoeSide(zones={}))
    statement = put(session, ShoeNoteRow).values(**key_of(visit), id=note_id, **_columns(empty))
    run(session, statement.on_conflict_do_nothing(index_elements=["clinic", "visit_id", "id"]))


def remove(session: Session, visit: Owner, note_id: UUID) -> int:
    """Delete a note, and its photos.

    :raises Signed: the visit is signed.
    """
    shoe_photo.remove_all(session, visit, note_id)
    return drop_parts(session, ShoeNoteRow, visit, table_of(ShoeNoteRow).c.id == note_id)


def of_visit(session: Session, visit: Owner) -> tuple[tuple[UUID, ShoeNote], ...]:
    """The notes of a visit with their ids, in the order they were made."""
    rows = session.execute(parts_of(ShoeNoteRow, visit).order_by(table_of(ShoeNoteRow).c.id)).all()
    photos = shoe_photo.of_visit(session, visit) if rows else {}
    return tuple((row.id, _note(row, photos.get(row.id, ()))) for row in rows)


def _columns(note: ShoeNote) -> dict[str, Any]:
    columns: dict[str, Any] = {name: getattr(note, name) for name in _WORDS}
    for side in ("left", "right"):
        shoe: ShoeSide = getattr(note, side)
        columns[f"{side}_zones"] = json.dumps(shoe.zones, sort_keys=True)
        columns[f"{side}_lean"] = shoe.counter_lean
    return columns


def _note(row: Any, photos: tuple[ShoePhoto, ...]) -> ShoeNote:
    return ShoeNote(
        **{name: getattr(row, name) for name in _WORDS},
        left=ShoeSide(zones=json.loads(row.left_zones), counter_lean=row.left_lean),
        right=ShoeSide(zones=json.loads(row.right_zones), counter_lean=row.right_lean),
        photos=photos,
    )
