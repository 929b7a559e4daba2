"""The one spelling of a snapshot: its JSON, its hash, and the way back.

Keys are sorted, numbers are text, times are UTC with a Z, so that no float and
no database spells the same record in two ways. A field that came later says so
with ``metadata={"since": revision}`` and is left out while it holds its
default: what was signed before keeps its text and its hash.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import types
import typing
from datetime import date, datetime, timezone
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

T = TypeVar("T")


@functools.singledispatch
def plain(thing: object) -> Any:
    """Dataclasses, enums, numbers and dates as what JSON holds.

    :raises TypeError: something a snapshot must not hold, a float or a time without a zone among them.
    """
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        told = ((field, getattr(thing, field.name)) for field in dataclasses.fields(thing))
        return {field.name: plain(value) for field, value in told if not _came_later_unset(field, value)}
    raise TypeError(f"a snapshot cannot hold {type(thing).__name__}")


def _came_later_unset(field: dataclasses.Field[Any], value: object) -> bool:
    return "since" in field.metadata and value == field.default


@plain.register(type(None))
@plain.register(bool)
@plain.register(int)
@plain.register(str)
def _as_it_is(thing: Any) -> Any:
    return thing.value if isinstance(thing, Enum) else thing


@plain.register
def _number(thing: Decimal) -> str:
    return format(thing, "f")


@plain.register
def _day(thing: date) -> str:
    return thing.isoformat()


@plain.register
def _moment(thing: datetime) -> str:
    if thing.tzinfo is None:
        raise TypeError("a snapshot holds no time without a zone")
    return thing.astimezone(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")


@plain.register
def _id(thing: UUID) -> str:
    return str(thing)


@plain.register(list)
@plain.register(tuple)
def _several(thing: list[object] | tuple[object, ...]) -> list[Any]:
    return [plain(part) for part in thing]


@plain.register
def _table(thing: dict) -> dict[str, Any]:  # type: ignore[type-arg]  # singledispatch takes the bare class
    return {str(plain(key)): plain(value) for key, value in thing.items()}


def dumps(snapshot: object) -> str:
    """The canonical JSON text."""
    return json.dumps(plain(snapshot), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of a canonical text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def loads(kind: type[T], text: str) -> T:
    """A snapshot of ``kind`` from its canonical JSON; fields added since take their defaults."""
    return typing.cast(T, _shape(kind, json.loads(text)))


def _shape(kind: Any, raw: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if raw is None:
            return None
        return _shape(next(part for part in typing.get_args(kind) if part is not type(None)), raw)
    if origin is tuple:
        return tuple(_shape(typing.get_args(kind)[0], part) for part in raw)
    if origin is dict:
        of = typing.get_args(kind)[1]
        return {key: _shape(of, value) for key, value in raw.items()}
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        known = {field.name for field in dataclasses.fields(kind) if field.init}
        return kind(**{name: _shape(hints[name], value) for name, value in raw.items() if name in known})
    return _scalar(kind, raw)


def _scalar(kind: Any, raw: Any) -> Any:
    if kind is datetime:
        return datetime.fromisoformat(raw.replace("Z", "+00:00"))
    if kind is date:
        return date.fromisoformat(raw)
    if kind in (Decimal, UUID) or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(raw)
    return raw
