"""Column types that keep the same value on every database."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

#: Places kept after the decimal point, and how far from zero a number may lie.
PLACES = 4
FARTHEST = 1_000_000


class Id(TypeDecorator[UUID]):
    """A UUID: the database's own type on PostgreSQL, 16 bytes elsewhere (``sa.Uuid`` would be 32 letters)."""

    impl = sa.LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """``uuid`` where there is one."""
        return dialect.type_descriptor(sa.Uuid() if dialect.name == "postgresql" else sa.LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """The id as the database takes it."""
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """The id as Python has it."""
        return value if value is None or isinstance(value, UUID) else UUID(bytes=bytes(value))


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: stored in UTC and given back in UTC, whatever the database makes of time zones.

    :raises ValueError: a time without a zone.
    """

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a time zone")
        return value.astimezone(timezone.utc)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone, which SQLite forgets and PostgreSQL gives in the session's."""
        if value is None:
            return None
        return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)


class Number(TypeDecorator[Decimal]):
    """A decimal of up to four places that comes back as it was written, without trailing zeros.

    SQLite keeps it as a binary number. Eleven digits survive that unchanged,
    because the shortest decimal that names the binary number is read back.

    :raises ValueError: more places, too far from zero, or not a number at all.
    """

    impl = sa.Numeric(11, PLACES)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite is handed floats, so that SQLAlchemy's warning about decimals there does not apply."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.Numeric(11, PLACES, asdecimal=False))
        return dialect.type_descriptor(sa.Numeric(11, PLACES))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """The number as the database takes it."""
        if value is None:
            return None
        if not value.is_finite() or abs(value) > FARTHEST or value != round(value, PLACES):
            raise ValueError(f"{value} cannot be stored: at most {PLACES} places, within {FARTHEST} of zero")
        return float(value) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """The number as it was written."""
        return None if value is None else spelled(Decimal(str(value)))


def spelled(value: Decimal) -> Decimal:
    """The one spelling of a number: no trailing zeros, no exponent, no minus before zero."""
    trimmed = value.normalize() + 0
    return trimmed.quantize(Decimal(1)) if trimmed == trimmed.to_integral_value() else trimmed
