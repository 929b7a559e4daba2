"""A ready-made adapter for hosts that keep their patients in an SQLAlchemy model.

Each argument is a column of the patient model or a callable, so that awkward
hosts (a name on another table, an age only, a public key beside the primary
key, soft delete) need a line each and no subclass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from clinic_gait.care.visit import Clinic, Person
from clinic_gait.records.ports import Appointment, CannotRegister, PatientView, UserView
from clinic_gait.records.subject import Subject

#: A column of the patient model, or a function from a patient to the value.
Field = InstrumentedAttribute[Any] | Callable[[Any], Any]


def _nobody(*_: object) -> None:
    return None


@dataclass(kw_only=True)
class SQLAlchemyHost:
    """Implements :class:`clinic_gait.records.ports.Host` over a host's own model.

    ``session`` gives the host's session; ``user``, ``clinic`` and ``can``
    answer for the host's sign-in. ``day`` gives the day list, ``url`` the
    host's page of a patient, ``sign_in`` where a visitor is sent.
    ``patients`` may narrow the query, for example to the current clinic.
    ``every_clinic`` and ``create`` serve the command line: without them it
    works in the clinic that ``clinic`` names, and loads no case files.
    """

    session: Callable[[], Session]
    patient_model: type[Any]
    id: InstrumentedAttribute[Any]
    name: Field
    user: Callable[[], UserView | None]
    clinic: Callable[[], Clinic | None]
    can: Callable[[UserView, str, PatientView | None], bool]
    family: Field = _nobody
    birth_date: Field = _nobody
    age: Field = _nobody
    sex: Field = _nobody
    number: Field = _nobody
    active: Field = lambda patient: True
    search_columns: Sequence[InstrumentedAttribute[Any]] = ()
    patients: Callable[[], sa.Select[Any]] | None = None
    day: Callable[[date], Sequence[Appointment]] = lambda day: ()
    every_clinic: Callable[[], Sequence[Clinic]] | None = None
    create: Callable[[Clinic, Person], Any] | None = None
    url: Callable[[str], str | None] = _nobody
    sign_in: Callable[[str], str | None] = _nobody

    def current_user(self) -> UserView | None:
        """Who is signed in."""
        return self.user()

    def current_clinic(self) -> Clinic | None:
        """The clinic the user works in."""
        return self.clinic()

    def get_patient(self, key: str) -> PatientView | None:
        """The patient with this key, or nothing when the key is not one of the host's."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> Mapping[str, PatientView]:
        """Patients by key, in one query."""
        wanted = [self._own_key(key) for key in keys]
        known = [key for key in wanted if key is not None]
        rows = self.session().scalars(self._query().where(self.id.in_(known)))
        views = (self._view(row) for row in rows)
        return {view.key: view for view in views}

    def search(self, text: str, limit: int) -> Sequence[PatientView]:
        """Patients in whose searched columns the text occurs; wildcards of the database are taken literally."""
        columns = self.search_columns or ([self.name] if isinstance(self.name, InstrumentedAttribute) else [])
        parts = [column.icontains(text.strip(), autoescape=True) for column in columns]
        if not text.strip() or not parts or "\x00" in text:
            return ()
        rows = self.session().scalars(self._query().where(sa.or_(*parts)).limit(limit))
        return [self._view(row) for row in rows]

    def day_list(self, day: date) -> Sequence[Appointment]:
        """Who comes that day."""
        return self.day(day)

    def patient_url(self, key: str) -> str | None:
        """The host's own page of this patient."""
        return self.url(key)

    def sign_in_url(self, target: str) -> str | None:
        """Where a visitor signs in."""
        return self.sign_in(target)

    def clinics(self) -> Sequence[Clinic]:
        """All clinics, for work that nobody is signed in to."""
        if self.every_clinic:
            return self.every_clinic()
        only = self.clinic()
        return [only] if only else []

    def register(self, clinic: Clinic, person: Person, note: str) -> PatientView:
        """A new patient of the host for this person.

        :raises CannotRegister: the adapter was given no ``create``.
        """
        if self.create is None:
            raise CannotRegister("this host cannot make patients: give its adapter create=...")
        made = self.create(clinic, person)
        self.session().flush()
        return self._view(made)

    def _query(self) -> sa.Select[Any]:
        return self.patients() if self.patients else sa.select(self.patient_model)

    def _own_key(self, key: str) -> Any:
        """The text key as the host's column wants it; nothing when it cannot be one."""
        try:
            own = self.id.type.python_type(key)
        except (ValueError, TypeError):
            return None
        if isinstance(own, int):
            # Beyond its column's range a number is an error of the database, not a patient that is missing.
            bits = 63 if isinstance(self.id.type, sa.BigInteger) else 31
            return own if abs(own) < 2**bits else None
        return None if "\x00" in key else own

    def _view(self, patient: Any) -> PatientView:
        def value(field: Field) -> Any:
            return getattr(patient, field.key) if isinstance(field, InstrumentedAttribute) else field(patient)

        number = value(self.number)
        return PatientView(
            key=str(value(self.id)),
            name=str(value(self.name)),
            family=value(self.family) or "",
            birth_date=value(self.birth_date),
            age=value(self.age),
            sex=value(self.sex),
            number=None if number is None else str(number),
            active=bool(value(self.active)),
        )


class HasRecords(RuntimeError):
    """A patient whose records are kept cannot be deleted by the host."""


def protect(patient_model: type[Any], key: Callable[[Any], object]) -> None:
    """Refuse ORM deletes of a host's patient while records of that patient exist.

    A bulk delete passes mapper events; ``flask clinic-gait doctor`` finds what it left behind.
    """

    @sa.event.listens_for(patient_model, "before_delete")
    def refuse(mapper: object, connection: sa.Connection, target: Any) -> None:
        kept = sa.select(sa.func.count()).select_from(Subject).where(Subject.host_key == str(key(target)))
        if connection.scalar(kept):
            raise HasRecords("this patient has gait records, which must be kept: archive the patient instead")
