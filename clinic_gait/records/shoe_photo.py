"""Photos of shoes: pictures of one pair as it was looked at in one visit, signed with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import ShoePhoto, Staff
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records.base import (
    PREFIX,
    OfVisit,
    Owner,
    drop_parts,
    key_of,
    new_id,
    one_of,
    parts_of,
    put,
    run,
    signature_of,
    stored_key,
    table_args,
    table_of,
)
from clinic_gait.records.draft import Draft
from clinic_gait.records.errors import TooManyPhotos
from clinic_gait.records.types import Id, UtcDateTime

#: Photos of one pair.
MOST = 6


class ShoePhotoRow(OfVisit):
    """One picture of one pair of shoes. Its file name is not kept: people name files after patients."""

    __tablename__ = "clinic_gait_shoe_photo"
    __table_args__ = table_args(
        sa.ForeignKeyConstraint(
            ["clinic", "visit_id", "note_id"], [f"{PREFIX}shoe_note.{name}" for name in ("clinic", "visit_id", "id")]
        ),
        sa.UniqueConstraint("clinic", "visit_id", "form_key"),
        one_of("side", "L", "R", "B"),
        one_of("view", "sole", "heel", "other"),
        sa.CheckConstraint("width > 0 AND height > 0 AND size > 0", name="size"),
    )

    id: Mapped[UUID] = mapped_column(Id(), primary_key=True)
    note_id: Mapped[UUID] = mapped_column(Id())
    #: Which shoe is seen; ``B``: both.
    side: Mapped[str] = mapped_column(sa.String(1))
    view: Mapped[str] = mapped_column(sa.String(10))
    #: Made in the page; a form sent twice lands on the same photo.
    form_key: Mapped[str] = mapped_column(sa.String(64))
    words: Mapped[str] = mapped_column(sa.Text(), default="")
    jpeg: Mapped[bytes] = mapped_column(sa.LargeBinary(), deferred=True)
    sha256: Mapped[str] = mapped_column(sa.String(64))
    width: Mapped[int] = mapped_column(sa.Integer())
    height: Mapped[int] = mapped_column(sa.Integer())
    #: Bytes of the JPEG.
    size: Mapped[int] = mapped_column(sa.Integer())
    taken_by_key: Mapped[str] = mapped_column(sa.String(200))
    taken_by_name: Mapped[str] = mapped_column(sa.Text())
    taken_by_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime())


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPhoto:
    """A photo to be kept: a JPEG, what it shows, and the key of the form it came with."""

    jpeg: bytes
    width: int
    height: int
    side: DoseSide
    view: str
    words: str = ""
    form_key: str


def add(session: Session, visit: Draft, note_id: UUID, photo: NewPhoto, *, by: Staff, at: datetime) -> UUID:
    """Keep a photo of a pair, once per form; gives its id.

    :raises TooManyPhotos: the pair has as many as fit.
    :raises Signed: the visit is signed.
    """
    visit.claim()
    rows, form_key = table_of(ShoePhotoRow).c, stored_key(photo.form_key)
    here = session.execute(parts_of(ShoePhotoRow, visit).with_only_columns(rows.id, rows.note_id, rows.form_key)).all()
    first: UUID | None = next((row.id for row in here if row.form_key == form_key), None)
    if first is not None:
        return first
    if sum(row.note_id == note_id for row in here) >= MOST:
        raise TooManyPhotos(MOST)
    fresh = new_id()
    run(
        session,
        put(session, ShoePhotoRow).values(**key_of(visit), id=fresh, note_id=note_id, **_columns(photo, by, at)),
    )
    return fresh


def remove(session: Session, visit: Owner, photo_id: UUID) -> int:
    """Delete a photo; gives how many there were.

    :raises Signed: the visit is signed.
    """
    return drop_parts(session, ShoePhotoRow, visit, table_of(ShoePhotoRow).c.id == photo_id)


def remove_all(session: Session, visit: Owner, note_id: UUID) -> int:
    """Delete the photos of a pair.

    :raises Signed: the visit is signed.
    """
    return drop_parts(session, ShoePhotoRow, visit, table_of(ShoePhotoRow).c.note_id == note_id)


def of_visit(session: Session, visit: Owner) -> dict[UUID, tuple[ShoePhoto, ...]]:
    """The photos of a visit by the pair they show, in the order they came; without their bytes."""
    rows = table_of(ShoePhotoRow).c
    asked = (rows.note_id, rows.id, rows.side, rows.view, rows.sha256, rows.width, rows.height, rows.words)
    found: dict[UUID, tuple[ShoePhoto, ...]] = {}
    for row in session.execute(parts_of(ShoePhotoRow, visit).with_only_columns(*asked).order_by(rows.id)):
        note_id, photo_id, side, view, sha256, width, height, words = row
        size = {"width": width, "height": height}
        photo = ShoePhoto(id=photo_id, side=DoseSide(side), view=view, sha256=sha256, words=words, **size)
        found[note_id] = (*found.get(note_id, ()), photo)
    return found


def jpeg_of(session: Session, visit: Owner, photo_id: UUID) -> bytes | None:
    """The bytes of a photo of this visit."""
    rows = table_of(ShoePhotoRow).c
    jpeg: bytes | None = session.execute(
        parts_of(ShoePhotoRow, visit).with_only_columns(rows.jpeg).where(rows.id == photo_id)
    ).scalar()
    return jpeg


def spoiled(session: Session, visit: Owner) -> Iterator[UUID]:
    """The photos of a visit whose bytes are not those that were kept."""
    rows = table_of(ShoePhotoRow).c
    asked = parts_of(ShoePhotoRow, visit).with_only_columns(rows.id, rows.jpeg, rows.sha256).order_by(rows.id)
    # One at a time: all photos of a clinic would not fit into memory.
    for row in session.execute(asked.execution_options(yield_per=1)):
        if digest(row.jpeg) != row.sha256:
            yield row.id


def _columns(photo: NewPhoto, by: Staff, at: datetime) -> dict[str, Any]:
    return {
        "form_key": stored_key(photo.form_key),
        "side": photo.side.value,
        "view": photo.view,
        "words": photo.words,
        "jpeg": photo.jpeg,
        "sha256": digest(photo.jpeg),
        "width": photo.width,
        "height": photo.height,
        "size": len(photo.jpeg),
        "at": at,
        **signature_of(by, "taken_by"),
    }


def digest(jpeg: bytes) -> str:
    """SHA-256 of the bytes, in hex."""
    return hashlib.sha256(jpeg).hexdigest()
