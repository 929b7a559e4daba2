"""An episode of care: the visits that belong together, and the precautions that hold through them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Staff
from clinic_gait.records.base import OfClinic, new_id, scoped, signature_of, store, table_args, within_clinic
from clinic_gait.records.subject import Subject, claim
from clinic_gait.records.types import Id, UtcDateTime


class Episode(OfClinic):
    """Visits of one subject for one complaint, from its first day on."""

    __tablename__ = "clinic_gait_episode"
    __table_args__ = table_args(
        within_clinic("subject_id", "subject"),
        sa.Index(None, "clinic", "subject_id", "started"),
        sa.CheckConstraint("ended >= started", name="ended"),
    )

    subject_id: Mapped[UUID] = mapped_column(Id())
    started: Mapped[date] = mapped_column(sa.Date())
    ended: Mapped[date | None] = mapped_column(sa.Date())
    #: Keys of the precautions as a JSON list; who last went through them, and when.
    conditions_json: Mapped[str] = mapped_column(sa.Text(), default="[]")
    conditions_by_key: Mapped[str | None] = mapped_column(sa.String(200))
    conditions_by_name: Mapped[str | None] = mapped_column(sa.Text())
    conditions_by_credential: Mapped[str | None] = mapped_column(sa.Text())
    conditions_at: Mapped[datetime | None] = mapped_column(UtcDateTime())

    @property
    def conditions(self) -> tuple[str, ...]:
        """Keys of the precautions, sorted."""
        return tuple(json.loads(self.conditions_json))

    def note_conditions(self, keys: Iterable[str], by: Staff, at: datetime) -> None:
        """Keep these precautions, and only these, as all of them were gone through."""
        self.tick(keys)
        self.went_through(by, at)

    def tick(self, keys: Iterable[str]) -> None:
        """Keep these precautions, and only these; that the others were asked about is not said with it."""
        self.conditions_json = json.dumps(sorted(set(keys)))
        store(self.own_session)

    def went_through(self, by: Staff | None, at: datetime) -> None:
        """Keep who asked about all of them, and when; nobody takes that back."""
        nobody = dict.fromkeys(("conditions_by_key", "conditions_by_name", "conditions_by_credential"))
        for name, value in (signature_of(by, "conditions_by") if by else nobody).items():
            setattr(self, name, value)
        self.conditions_at = at if by else None
        store(self.own_session)


def current_episode(session: Session, subject: Subject, day: date) -> Episode:
    """The episode that runs on this day; a new one when none does."""
    claim(session, subject.clinic, subject.id)
    running = (
        scoped(Episode, subject.clinic)
        .where(Episode.subject_id == subject.id, sa.or_(Episode.ended.is_(None), Episode.ended >= day))
        .order_by(Episode.started.desc(), Episode.id.desc())
        .limit(1)
    )
    episode = session.scalars(running).one_or_none()
    if episode is None:
        episode = Episode(clinic=subject.clinic, id=new_id(), subject_id=subject.id, started=day)
        store(session, episode)
    return episode
