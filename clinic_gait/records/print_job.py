"""One row for every time a document was printed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Staff
from clinic_gait.records.base import OfClinic, new_id, signature_of, store, table_args, within_clinic
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.types import Id, UtcDateTime


class PrintJob(OfClinic):
    """Who printed which document, how often, and when."""

    __tablename__ = "clinic_gait_print"
    __table_args__ = table_args(
        within_clinic("document_id", "issued"),
        sa.Index(None, "clinic", "document_id"),
        sa.CheckConstraint("copies > 0", name="copies"),
    )

    document_id: Mapped[UUID] = mapped_column(Id())
    copies: Mapped[int] = mapped_column(sa.SmallInteger())
    printed_by_key: Mapped[str] = mapped_column(sa.String(200))
    printed_by_name: Mapped[str] = mapped_column(sa.Text())
    printed_by_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    printed_at: Mapped[datetime] = mapped_column(UtcDateTime())


def log_print(session: Session, document: IssuedDocument, copies: int, by: Staff, at: datetime) -> PrintJob:
    """Note that a document was printed."""
    job = PrintJob(
        clinic=document.clinic,
        id=new_id(),
        document_id=document.id,
        copies=copies,
        printed_at=at,
        **signature_of(by, "printed_by"),
    )
    store(session, job)
    return job
