"""Documents as they were issued: the bytes on paper, the snapshot they were made from, and who gave them out."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care import canonical
from clinic_gait.care.visit import Staff
from clinic_gait.records.base import (
    OfClinic,
    find,
    new_id,
    one_of,
    owned,
    run,
    scoped,
    signature_of,
    store,
    table_args,
    within_clinic,
)
from clinic_gait.records.plan import Plan
from clinic_gait.records.subject import Subject
from clinic_gait.records.types import Id, UtcDateTime
from clinic_gait.records.visit import Visit

KINDS = ("home_sheet", "patient_report")


class IssuedDocument(OfClinic):
    """One document, kept for ever and reprinted byte for byte."""

    __tablename__ = "clinic_gait_issued"
    __table_args__ = table_args(
        within_clinic("subject_id", "subject"),
        within_clinic("plan_id", "plan"),
        within_clinic("visit_id", "visit"),
        sa.Index(None, "clinic", "subject_id", "kind"),
        sa.Index(None, "clinic", "superseded_at", "issued_at"),
        one_of("kind", *KINDS),
        one_of("language", "en", "es"),
        one_of("size", "normal", "large"),
        one_of("paper", "letter", "a4"),
        sa.CheckConstraint("pages > 0", name="pages"),
    )

    subject_id: Mapped[UUID] = mapped_column(Id())
    kind: Mapped[str] = mapped_column(sa.String(20))
    plan_id: Mapped[UUID | None] = mapped_column(Id())
    visit_id: Mapped[UUID | None] = mapped_column(Id())
    language: Mapped[str] = mapped_column(sa.String(2))
    size: Mapped[str] = mapped_column(sa.String(6))
    paper: Mapped[str] = mapped_column(sa.String(6))
    pages: Mapped[int] = mapped_column(sa.SmallInteger())
    issued_by_key: Mapped[str] = mapped_column(sa.String(200))
    issued_by_name: Mapped[str] = mapped_column(sa.Text())
    issued_by_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime())
    #: When a newer one of this kind took its place; the one thing that may change, once.
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    #: SHA-256 of the snapshot and of the bytes.
    snapshot_hash: Mapped[str] = mapped_column(sa.String(64))
    data_hash: Mapped[str] = mapped_column(sa.String(64))
    snapshot: Mapped[str] = mapped_column(sa.Text(), deferred=True)
    data: Mapped[bytes] = mapped_column(sa.LargeBinary(), deferred=True)

    @property
    def subject(self) -> Subject:
        """Whom it is for."""
        return owned(self, Subject, self.subject_id)

    @property
    def issued_by(self) -> Staff:
        """Who gave it out."""
        return Staff(key=self.issued_by_key, name=self.issued_by_name, credential=self.issued_by_credential)

    @property
    def superseded(self) -> bool:
        """Whether a newer one has taken its place."""
        return self.superseded_at is not None

    @property
    def intact(self) -> bool:
        """Whether the stored bytes and snapshot are those that were issued."""
        # SQLite would also hold text in this column.
        return isinstance(self.data, bytes) and (self.snapshot_hash, self.data_hash) == _hashes(
            self.snapshot, self.data
        )


def issue(
    session: Session,
    *,
    subject: Subject,
    kind: str,
    plan: Plan | None = None,
    visit: Visit | None = None,
    snapshot: str,
    data: bytes,
    pages: int,
    language: str,
    size: str,
    paper: str,
    by: Staff,
    at: datetime,
) -> IssuedDocument:
    """Keep a document as issued; older ones of this kind are superseded from now on."""
    run(session, sa.update(IssuedDocument).where(*_in_force(subject, kind)).values(superseded_at=at))
    snapshot_hash, data_hash = _hashes(snapshot, data)
    document = IssuedDocument(
        clinic=subject.clinic,
        id=new_id(),
        subject_id=subject.id,
        kind=kind,
        plan_id=plan and plan.id,
        visit_id=visit and visit.id,
        language=language,
        size=size,
        paper=paper,
        pages=pages,
        issued_at=at,
        superseded_at=None,
        snapshot=snapshot,
        data=data,
        snapshot_hash=snapshot_hash,
        data_hash=data_hash,
        **signature_of(by, "issued_by"),
    )
    store(session, document)
    return document


def get_document(session: Session, clinic_key: str, document_id: UUID) -> IssuedDocument | None:
    """The document with this id in this clinic."""
    return find(session, IssuedDocument, clinic_key, document_id)


def documents_of(session: Session, subject: Subject) -> list[IssuedDocument]:
    """All documents of a subject, the newest first."""
    query = scoped(IssuedDocument, subject.clinic).where(IssuedDocument.subject_id == subject.id)
    return list(session.scalars(query.order_by(IssuedDocument.id.desc())))


def _hashes(snapshot: str, data: bytes) -> tuple[str, str]:
    return canonical.digest(snapshot), hashlib.sha256(data).hexdigest()


def _in_force(subject: Subject, kind: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        IssuedDocument.clinic == subject.clinic,
        IssuedDocument.subject_id == subject.id,
        IssuedDocument.kind == kind,
        IssuedDocument.superseded_at.is_(None),
    )
