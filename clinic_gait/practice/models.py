"""What the practice keeps of its own: the clinic, its people, its patients, its day."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from clinic_gait.care.visit import Clinic
from clinic_gait.practice import names
from clinic_gait.practice.roles import LABELS
from clinic_gait.records.base import new_id
from clinic_gait.records.ports import PatientView, UserView
from clinic_gait.records.types import Id

#: Longest name, number and room that are kept.
LONG, SHORT = 100, 40


class Base(DeclarativeBase):
    """The practice's own tables, beside the plugin's in one database."""

    metadata = sa.MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


class PracticeClinic(Base):
    """A clinic; everything else belongs to one."""

    __tablename__ = "practice_clinic"

    key: Mapped[str] = mapped_column(sa.String(SHORT), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(LONG))
    phone: Mapped[str] = mapped_column(sa.String(SHORT), default="")
    emergency: Mapped[str] = mapped_column(sa.String(SHORT), default="911")
    zone: Mapped[str] = mapped_column(sa.String(SHORT), default="UTC")
    decimal_comma: Mapped[bool] = mapped_column(sa.Boolean(), default=False)
    paper: Mapped[str] = mapped_column(sa.String(10), default="letter")
    #: How a date in numbers is written here: ``mdy`` or ``dmy``.
    date_order: Mapped[str] = mapped_column(sa.String(3), default="mdy")

    __table_args__ = (
        sa.CheckConstraint("paper IN ('letter', 'a4')", name="paper"),
        sa.CheckConstraint("date_order IN ('mdy', 'dmy')", name="date_order"),
    )

    @property
    def view(self) -> Clinic:
        """The clinic as the plugin sees it."""
        return Clinic(
            key=self.key,
            name=self.name,
            phone=self.phone,
            emergency=self.emergency,
            zone=self.zone,
            decimal_comma=self.decimal_comma,
            paper=self.paper,
        )


class User(Base):
    """A person who signs in."""

    __tablename__ = "practice_user"

    clinic_key: Mapped[str] = mapped_column(sa.ForeignKey(PracticeClinic.key), primary_key=True)
    key: Mapped[UUID] = mapped_column(Id(), primary_key=True, default=new_id)
    #: In small letters; one person signs in to one clinic.
    username: Mapped[str] = mapped_column(sa.String(SHORT), unique=True)
    name: Mapped[str] = mapped_column(sa.String(LONG))
    credential: Mapped[str] = mapped_column(sa.String(SHORT), default="")
    role: Mapped[str] = mapped_column(sa.String(20))
    password_hash: Mapped[str] = mapped_column(sa.String(200))
    active: Mapped[bool] = mapped_column(sa.Boolean(), default=True)
    #: Goes up with a new password or a deactivation; sign-ins of an older epoch are over.
    epoch: Mapped[int] = mapped_column(sa.Integer(), default=0)

    clinic: Mapped[PracticeClinic] = relationship()

    @property
    def view(self) -> UserView:
        """The user as the plugin sees it."""
        return UserView(key=str(self.key), name=self.name, credential=self.credential, role=self.role)

    @property
    def role_label(self) -> str:
        """What the role is called on a page."""
        return LABELS[self.role][0]


class SignIn(Base):
    """One browser that is signed in. The cookie holds a token; only its hash is kept here."""

    __tablename__ = "practice_sign_in"

    token_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    clinic_key: Mapped[str] = mapped_column(sa.String(SHORT))
    user_key: Mapped[UUID] = mapped_column(Id())
    epoch: Mapped[int] = mapped_column(sa.Integer())
    #: When the browser last asked for something, in seconds since 1970.
    seen: Mapped[int] = mapped_column(sa.BigInteger())

    user: Mapped[User] = relationship()

    __table_args__ = (
        sa.ForeignKeyConstraint(["clinic_key", "user_key"], [User.clinic_key, User.key]),
        sa.Index(None, "clinic_key", "user_key"),
    )


class Tries(Base):
    """Wrong sign-ins for one name from one address, or from one address for any name."""

    __tablename__ = "practice_tries"

    #: Hash of name and address: people type their password into the wrong box.
    what: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    count: Mapped[int] = mapped_column(sa.Integer())
    #: Time of the last try that was let through, in seconds since 1970.
    last: Mapped[int] = mapped_column(sa.BigInteger())


class Patient(Base):
    """A patient of the clinic. Never deleted, only put aside."""

    __tablename__ = "practice_patient"

    clinic_key: Mapped[str] = mapped_column(sa.ForeignKey(PracticeClinic.key), primary_key=True)
    key: Mapped[UUID] = mapped_column(Id(), primary_key=True, default=new_id)
    number: Mapped[str | None] = mapped_column(sa.String(SHORT))
    given: Mapped[str] = mapped_column(sa.String(LONG), default="")
    family: Mapped[str] = mapped_column(sa.String(LONG))
    birth_date: Mapped[date | None] = mapped_column(sa.Date())
    #: Whole years as told, when no birth date is known.
    age: Mapped[int | None] = mapped_column(sa.Integer())
    #: As recorded: ``female``, ``male``, ``other``, or nothing.
    sex: Mapped[str | None] = mapped_column(sa.String(10))
    #: Family and given name folded, in the order of the lists.
    search_key: Mapped[str] = mapped_column(sa.String(names.LONGEST_KEY))
    active: Mapped[bool] = mapped_column(sa.Boolean(), default=True)
    version: Mapped[int] = mapped_column(sa.Integer())

    clinic: Mapped[PracticeClinic] = relationship()

    __table_args__ = (
        sa.UniqueConstraint("clinic_key", "number"),
        sa.Index(None, "clinic_key", "active", "search_key"),
        sa.Index(None, "clinic_key", "birth_date"),
        sa.CheckConstraint("sex IN ('female', 'male', 'other')", name="sex"),
    )

    __mapper_args__ = {"version_id_col": version}

    def rename(self, *, given: str, family: str) -> None:
        """Set the name, and with it what the patient is found by."""
        self.given, self.family = given, family
        self.search_key = names.search_key(given=given, family=family)

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}".strip()

    @property
    def view(self) -> PatientView:
        """The patient as the plugin sees it."""
        return PatientView(
            key=str(self.key),
            name=self.name,
            family=self.family,
            birth_date=self.birth_date,
            age=self.age,
            sex=self.sex,
            number=self.number,
            active=self.active,
        )


class Appointment(Base):
    """A patient's place in a day."""

    __tablename__ = "practice_appointment"

    clinic_key: Mapped[str] = mapped_column(sa.ForeignKey(PracticeClinic.key), primary_key=True)
    key: Mapped[UUID] = mapped_column(Id(), primary_key=True, default=new_id)
    day: Mapped[date] = mapped_column(sa.Date())
    at: Mapped[time | None] = mapped_column(sa.Time())
    patient_key: Mapped[UUID] = mapped_column(Id())
    clinician_key: Mapped[UUID | None] = mapped_column(Id())
    room: Mapped[str] = mapped_column(sa.String(SHORT), default="")

    patient: Mapped[Patient] = relationship(foreign_keys="[Appointment.patient_key]")
    clinician: Mapped[User | None] = relationship(foreign_keys="[Appointment.clinician_key]")

    __table_args__ = (
        sa.ForeignKeyConstraint(["clinic_key", "patient_key"], [Patient.clinic_key, Patient.key]),
        sa.ForeignKeyConstraint(["clinic_key", "clinician_key"], [User.clinic_key, User.key]),
        sa.Index(None, "clinic_key", "day"),
    )


def epoch_seconds(moment: datetime) -> int:
    """Whole seconds since 1970."""
    return int(moment.timestamp())
