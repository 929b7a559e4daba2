"""The subject: the one link to a patient of the host, with what we know of them when the host is silent."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Person
from clinic_gait.records.base import OfClinic, find, new_id, one_of, put, run, scoped, store, table_args, table_of
from clinic_gait.records.ports import PatientView


class Subject(OfClinic):
    """A patient of the host within one clinic, and how they like their papers."""

    __tablename__ = "clinic_gait_subject"
    __table_args__ = table_args(
        sa.UniqueConstraint("clinic", "host_key"),
        one_of("language", "en", "es"),
        one_of("print_size", "normal", "large"),
        one_of("paper", "letter", "a4"),
    )

    #: The host's own key as text; integer, string and UUID keys all come this way.
    host_key: Mapped[str] = mapped_column(sa.String(200))
    name: Mapped[str] = mapped_column(sa.Text())
    family: Mapped[str] = mapped_column(sa.Text(), default="")
    birth_date: Mapped[date | None] = mapped_column(sa.Date())
    age: Mapped[int | None] = mapped_column(sa.Integer())
    sex: Mapped[str | None] = mapped_column(sa.Text())
    number: Mapped[str | None] = mapped_column(sa.Text())
    active: Mapped[bool] = mapped_column(sa.Boolean(), default=True)
    language: Mapped[str] = mapped_column(sa.String(2), default="en")
    print_size: Mapped[str] = mapped_column(sa.String(6), default="normal")
    #: Nothing means the clinic's usual paper.
    paper: Mapped[str | None] = mapped_column(sa.String(6))

    @property
    def patient_key(self) -> str:
        """The key to ask the host with."""
        return self.host_key

    @property
    def person(self) -> Person:
        """What a snapshot keeps of the patient."""
        return Person(name=self.name, birth_date=self.birth_date, age=self.age, sex=self.sex, number=self.number)


def subject_for(session: Session, clinic_key: str, patient: PatientView) -> Subject:
    """The subject of a patient, made on first sight and refreshed with what the host says now."""
    subject = _known(session, clinic_key, patient.key)
    if subject is None:
        fresh = {"clinic": clinic_key, "id": new_id(), "host_key": patient.key, **_facts(patient)}
        defaults = {"language": "en", "print_size": "normal"}
        keys = [table_of(Subject).c.clinic, table_of(Subject).c.host_key]
        run(session, put(session, Subject).values(**fresh, **defaults).on_conflict_do_nothing(index_elements=keys))
        return session.scalars(scoped(Subject, clinic_key).where(Subject.host_key == patient.key)).one()
    for name, value in _facts(patient).items():
        if getattr(subject, name) != value:
            setattr(subject, name, value)
    store(session)
    return subject


def get_subject(session: Session, clinic_key: str, subject_id: UUID) -> Subject | None:
    """The subject with this id in this clinic."""
    return find(session, Subject, clinic_key, subject_id)


def clinics(session: Session) -> list[str]:
    """The keys of all clinics that have records here."""
    return list(session.scalars(sa.select(Subject.clinic).distinct().order_by(Subject.clinic)))


def host_keys(session: Session, clinic_key: str) -> list[str]:
    """The host's keys of all subjects of a clinic."""
    return list(session.scalars(scoped(Subject, clinic_key).with_only_columns(Subject.host_key)))


def claim(session: Session, clinic_key: str, subject_id: UUID) -> None:
    """Take the row lock of a subject until the transaction ends; whatever is numbered per subject starts here."""
    rows = table_of(Subject)
    run(
        session,
        sa.update(rows).where(rows.c.clinic == clinic_key, rows.c.id == subject_id).values(active=rows.c.active),
    )


def _known(session: Session, clinic_key: str, host_key: str) -> Subject | None:
    return session.scalars(scoped(Subject, clinic_key).where(Subject.host_key == host_key)).one_or_none()


def _facts(patient: PatientView) -> dict[str, object]:
    names = ("name", "family", "birth_date", "age", "sex", "number", "active")
    return {name: getattr(patient, name) for name in names}
