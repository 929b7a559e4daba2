"""Where a statement lives in the product: the entry that carries it, by kind and key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.exercises import LIBRARY, patient_text
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.measures import Deviation
from clinic_gait.clinical.outcomes import INSTRUMENTS
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.shoe_wear import ZONES
from clinic_gait.clinical.techniques import TECHNIQUES


class Kind(str, Enum):
    """What a home is, as it stands before its names in the reference."""

    MEASURE = "measure"
    SIGN = "sign in walking"
    RULE = "rule"
    TECHNIQUE = "technique"
    EXERCISE = "exercise"
    ADVICE = "advice"
    FLAG = "warning sign"
    WEAR = "shoe wear"
    CODE = "diagnosis code"
    SCORE = "outcome measure"


class NoSuchHome(KeyError):
    """A home that does not exist; its text names the kind and the key."""

    def __str__(self) -> str:
        return f"no {self.args[0]} {self.args[1]!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """One entry of the product."""

    kind: Kind
    key: str

    @property
    def name(self) -> str:
        """What the entry is called.

        :raises NoSuchHome: there is no such entry.
        """
        try:
            return _NAMES[self.kind](self.key)
        except KeyError:
            raise NoSuchHome(self.kind.value, self.key) from None


#: Codes of ICD-10-CM that an article leads to. The classification's own table is a clinic's to load.
_CODES = {"M22.2X1": "Patellofemoral disorders, right knee"}
_CODE_FORM = re.compile(r"[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?")


def _sign(key: str) -> str:
    sign = CATALOGUE[key]
    if not isinstance(sign, Deviation):
        raise KeyError(key)
    return sign.label


def _advice(key: str) -> str:
    if key not in ("pain_rule", "stop"):  # these two stand on every sheet
        patient_text(key, "en")
    return key


def _code(key: str) -> str:
    if not _CODE_FORM.fullmatch(key):
        raise KeyError(key)
    return f"{key} {_CODES[key]}"


_NAMES: Mapping[Kind, Callable[[str], str]] = MappingProxyType(
    {
        Kind.MEASURE: lambda key: CATALOGUE[key].label,
        Kind.SIGN: _sign,
        Kind.RULE: lambda key: RULES[key].key,
        Kind.TECHNIQUE: lambda key: TECHNIQUES[key].name,
        Kind.EXERCISE: lambda key: LIBRARY[key].words("en", LIBRARY[key].dose_sides[0]).name,
        Kind.ADVICE: _advice,
        Kind.FLAG: lambda key: FLAGS[key].label,
        Kind.WEAR: lambda key: ZONES[key].label,
        Kind.CODE: _code,
        Kind.SCORE: lambda key: INSTRUMENTS[key].name,
    }
)


def measures(*keys: str) -> tuple[Home, ...]:
    """Entries of the catalogue."""
    return _all(Kind.MEASURE, keys)


def signs(*keys: str) -> tuple[Home, ...]:
    """Entries of the catalogue that are seen in walking."""
    return _all(Kind.SIGN, keys)


def rules(*keys: str) -> tuple[Home, ...]:
    """Rules."""
    return _all(Kind.RULE, keys)


def techniques(*keys: str) -> tuple[Home, ...]:
    """What is done in clinic."""
    return _all(Kind.TECHNIQUE, keys)


def exercises(*keys: str) -> tuple[Home, ...]:
    """Home exercises."""
    return _all(Kind.EXERCISE, keys)


def advice(*keys: str) -> tuple[Home, ...]:
    """Sentences for the patient that stand on a sheet or can be added to it."""
    return _all(Kind.ADVICE, keys)


def flags(*keys: str) -> tuple[Home, ...]:
    """Items of the safety screen."""
    return _all(Kind.FLAG, keys)


def wear(*keys: str) -> tuple[Home, ...]:
    """Zones of the shoe."""
    return _all(Kind.WEAR, keys)


def codes(*keys: str) -> tuple[Home, ...]:
    """Diagnosis codes."""
    return _all(Kind.CODE, keys)


def scores(*keys: str) -> tuple[Home, ...]:
    """Outcome measures."""
    return _all(Kind.SCORE, keys)


def _all(kind: Kind, keys: tuple[str, ...]) -> tuple[Home, ...]:
    return tuple(Home(kind=kind, key=key) for key in keys)
