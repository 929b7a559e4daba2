"""What is asked of a host: its people, its patients, its day, and whether somebody may.

The host owns sign-in and patients. Without an answer everything is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol, runtime_checkable

from clinic_gait.care.visit import Clinic, Person, Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientView:
    """A patient of the host. ``key`` is the host's own key as text; it never changes.

    ``family`` is what lists are sorted by; a host that keeps the name in one
    field may leave it empty.
    """

    key: str
    name: str
    family: str = ""
    birth_date: date | None = None
    age: int | None = None
    sex: str | None = None
    number: str | None = None
    active: bool = True

    @property
    def person(self) -> Person:
        """What a snapshot keeps of the patient."""
        return Person(name=self.name, birth_date=self.birth_date, age=self.age, sex=self.sex, number=self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserView:
    """The person signed in."""

    key: str
    name: str
    credential: str = ""
    role: str = ""

    @property
    def staff(self) -> Staff:
        """What a signature keeps of the user."""
        return Staff(key=self.key, name=self.name, credential=self.credential)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One line of the day list."""

    patient: PatientView
    at: time | None = None
    clinician_key: str | None = None
    clinician_name: str = ""
    room: str = ""


class Host(Protocol):
    """The only seam to the host's people and patients."""

    def current_user(self) -> UserView | None:
        """Who is signed in; nothing when nobody is."""

    def current_clinic(self) -> Clinic | None:
        """The clinic the user works in; nothing refuses everything."""

    def can(self, user: UserView, permission: str, patient: PatientView | None) -> bool:
        """Whether the user may, for this patient or in general."""

    def get_patient(self, key: str) -> PatientView | None:
        """The patient of the current clinic with this key."""

    def get_many(self, keys: Iterable[str]) -> Mapping[str, PatientView]:
        """Patients by key; unknown keys are left out."""

    def search(self, text: str, limit: int) -> Sequence[PatientView]:
        """Patients by part of a name, birth date or number."""

    def day_list(self, day: date) -> Sequence[Appointment]:
        """Who comes that day, in order of time."""

    def patient_url(self, key: str) -> str | None:
        """The host's own page of this patient."""

    def sign_in_url(self, target: str) -> str | None:
        """Where an anonymous visitor is sent, to come back to ``target``."""


class CannotRegister(RuntimeError):
    """The host makes no patients for the command line."""


@runtime_checkable
class Registrar(Protocol):
    """What a host may offer besides, so that case files can be loaded from the command line."""

    def clinics(self) -> Sequence[Clinic]:
        """All clinics, for work that nobody is signed in to."""

    def register(self, clinic: Clinic, person: Person, note: str) -> PatientView:
        """The clinic's patient for this person, made when there is none; ``note`` says where it came from.

        :raises CannotRegister: the host makes none.
        """
