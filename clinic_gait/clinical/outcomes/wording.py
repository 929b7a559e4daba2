"""The place for a clinic's own licensed wording of a form. It is read from the clinic's settings, never shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from clinic_gait.clinical.outcomes import INSTRUMENTS
from clinic_gait.clinical.outcomes.instrument import Instrument, Item
from clinic_gait.clinical.units import plain

_FIELDS = ("licence", "items", "options")


class BadWording(ValueError):
    """A wording that cannot be used; its text names the instrument and what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """The words of one form under the clinic's licence.

    ``items`` are the texts by the key of the item. ``options`` are the texts
    of an item's options in the order of its points, empty when none were given.
    """

    instrument: str
    licence: str
    items: Mapping[str, str]
    options: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All the licensed wording of a clinic, by instrument."""

    forms: Mapping[str, FormWords]

    def of(self, instrument: str) -> FormWords | None:
        """The words of this instrument, or nothing when the clinic has given none."""
        return self.forms.get(instrument)


def read_wording(mapping: Mapping[str, object]) -> Wording:
    """A clinic's wording: by instrument its licence, its items and, if given, its options.

    Items are a list in the order of the instrument's items; for a form with
    parts they are a list for each part, since printed forms order the parts in
    different ways. Options are a list for all items in the order of the
    points, or a list by item key where the items differ.

    :raises BadWording: an instrument that is unknown or needs no licence, no licence, or texts that do not fit.
    """
    return Wording(forms=MappingProxyType({key: _form(key, given) for key, given in mapping.items()}))


def _form(key: str, given: object) -> FormWords:
    instrument = INSTRUMENTS.get(key)
    licensed = ", ".join(one.key for one in INSTRUMENTS.values() if not one.own_words)
    if instrument is None:
        raise BadWording(f"{key}: no such instrument; {licensed}.")
    if instrument.own_words:
        raise BadWording(f"{key}: it has prompts of its own and takes no wording; {licensed} do.")
    if not isinstance(given, Mapping):
        raise BadWording(f"{key}: give its licence and its items.")
    unknown = [str(name) for name in given if name not in _FIELDS]
    if unknown:
        raise BadWording(f"{key}: {', '.join(unknown)} is not known; {', '.join(_FIELDS)}.")
    return FormWords(
        instrument=key,
        licence=_licence(key, given.get("licence")),
        items=MappingProxyType(_items(instrument, given.get("items"))),
        options=MappingProxyType(_options(instrument, given.get("options"))),
    )


def _licence(key: str, given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise BadWording(f"{key}: say under which licence or permission the wording is used.")
    return given.strip()


def _items(instrument: Instrument, given: object) -> dict[str, str]:
    keys = [part.key for part in instrument.parts]
    if keys == [""]:
        return _texts_of(instrument.key, "items", instrument.items, given)
    if not isinstance(given, Mapping) or set(given) != set(keys):
        raise BadWording(f"{instrument.key}: give the items by part, since forms differ in order; {', '.join(keys)}.")
    found: dict[str, str] = {}
    for key in keys:
        items = tuple(item for item in instrument.items if item.part == key)
        found |= _texts_of(instrument.key, f"items of {key}", items, given[key])
    return found


def _texts_of(key: str, what: str, items: tuple[Item, ...], given: object) -> dict[str, str]:
    texts = _texts(f"{key}, {what}", given, len(items))
    return {item.key: text for item, text in zip(items, texts, strict=True)}


def _options(instrument: Instrument, given: object) -> dict[str, tuple[str, ...]]:
    if given is None:
        return {}
    items = instrument.items
    by_item = given if isinstance(given, Mapping) else None
    if by_item is None and len({item.points for item in items}) > 1:
        raise BadWording(f"{instrument.key}: its items have different points; give the options by item.")
    if by_item is not None and set(by_item) != {item.key for item in items}:
        raise BadWording(f"{instrument.key}: give options for every item; {', '.join(item.key for item in items)}.")
    return {
        item.key: _option_texts(instrument, item, given if by_item is None else by_item[item.key]) for item in items
    }


def _option_texts(instrument: Instrument, item: Item, given: object) -> tuple[str, ...]:
    points = ", ".join(map(plain, item.points))
    return _texts(f"{instrument.key}, options of {item.key} for {points} points", given, len(item.points))


def _texts(where: str, given: object, count: int) -> tuple[str, ...]:
    if not isinstance(given, list | tuple) or len(given) != count:
        found = f"{len(given)} given" if isinstance(given, list | tuple) else "no list given"
        raise BadWording(f"{where}: {count} texts needed, {found}.")
    for number, text in enumerate(given, start=1):
        if not isinstance(text, str) or not text.strip():
            raise BadWording(f"{where}: text {number} is empty or not a text.")
    return tuple(text.strip() for text in given)
