"""Units with exact factors, and the one strict reader of what a person types.

A number is ASCII digits with at most one decimal point, and a sign where the
range goes below zero: ``-`` or the typographic minus that phones put in its
place. A comma is a decimal comma only where the clinic says so. Everything
else, from thousands marks to ``1e5`` and ``NaN``, is refused in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from enum import Enum
from fractions import Fraction

from clinic_gait.clinical.values import Side


class Unit(str, Enum):
    """The canonical units; a measure is stored in one of them. Inches and feet are only ever typed."""

    DEG = "deg"
    MM = "mm"
    CM = "cm"
    IN = "in"
    FT = "ft"
    M_S = "m/s"
    S = "s"
    KG = "kg"
    POINTS = "points"
    REPS = "reps"
    GRADE = "grade"
    COUNT = "count"
    MONTHS = "months"
    WEEKS = "weeks"
    HOURS_DAY = "hours/day"
    STEPS_MIN = "steps/min"
    RATIO = "ratio"
    MILES = "miles"
    PERCENT = "%"

    @property
    def said(self) -> str:
        """How it stands behind a number, with its space; empty where a number stands alone."""
        if self in (Unit.COUNT, Unit.RATIO):
            return ""
        return self.value if self is Unit.PERCENT else f" {self.value}"


@dataclass(kw_only=True, eq=False)
class BadEntry(ValueError):
    """What was typed cannot be stored; its text names field, side and what would be right."""

    field: str
    side: str
    typed: str
    reason: str

    def __str__(self) -> str:
        return self.reason


#: How long each length is, in millimetres; the inch is exact since 1959.
_MM = {Unit.MM: Fraction(1), Unit.CM: Fraction(10), Unit.IN: Fraction(254, 10), Unit.FT: Fraction(3048, 10)}

_WORDS = {
    Unit.DEG: ("deg", "degs", "degree", "degrees", "°", "º"),
    Unit.MM: ("mm", "millimeter", "millimeters", "millimetre", "millimetres"),
    Unit.CM: ("cm", "centimeter", "centimeters", "centimetre", "centimetres"),
    Unit.IN: ("in", "in.", "inch", "inches", '"', "″", "''"),
    Unit.FT: ("ft", "ft.", "foot", "feet", "'", "′"),
    Unit.M_S: ("m/s", "mps"),
    Unit.S: ("s", "sec", "secs", "second", "seconds"),
    Unit.KG: ("kg", "kilogram", "kilograms"),
    Unit.POINTS: ("points", "point", "pts", "pt"),
    Unit.REPS: ("reps", "rep", "times", "x"),
    Unit.GRADE: ("grade", "/5"),
    Unit.COUNT: (),
    Unit.MONTHS: ("months", "month", "mo"),
    Unit.WEEKS: ("weeks", "week", "wk"),
    Unit.HOURS_DAY: ("hours/day", "h/day", "hours", "hour", "hrs", "h"),
    Unit.STEPS_MIN: ("steps/min", "spm", "steps"),
    Unit.RATIO: (),
    Unit.MILES: ("miles", "mile", "mi"),
    Unit.PERCENT: ("%", "percent"),
}

_BLANK = r"[ \t\u00a0\u202f]*"
_NUMBER = re.compile(rf"([+-]?)([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+){_BLANK}(.*)", re.ASCII)
_FRACTION = re.compile(rf"([+-]?)(?:([0-9]+)(?: +|-))?([0-9]+)/([0-9]+){_BLANK}(.*)", re.ASCII)
_TAPE_MARKS = (2, 4, 8, 16, 32, 64)

#: Places that inches and feet are rounded to.
_TENTH = 1

#: Nobody types more than this into a number box; a longer text is not looked at.
_LONGEST = 40


def convert(value: Decimal, from_: Unit, to: Unit) -> Decimal:
    """A length in another unit; exact wherever the result has an end.

    :raises ValueError: one of the two is not a length.
    """
    if from_ is to:
        return value
    if from_ not in _MM or to not in _MM:
        raise ValueError(f"{from_.value} does not convert to {to.value}")
    return _decimal(Fraction(value) * _MM[from_] / _MM[to])


def read_number(
    text: str,
    *,
    field: str,
    side: Side,
    low: Decimal,
    high: Decimal,
    decimals: int,
    unit: Unit,
    decimal_comma: bool = False,
) -> Decimal:
    """The number a person typed, with ``decimals`` places; its unit may follow it.

    :raises BadEntry: not one plain number, another unit, out of ``low`` to ``high``, or finer than is kept.
    """
    box = _Box(field=field, side=side, typed=text, low=low, high=high, decimals=decimals, unit=unit)
    digits, words = _split(box, decimal_comma)
    if words and words not in _WORDS[unit]:
        other = any(words in known for known in _WORDS.values())
        raise box.refuse(f"is not in {unit.value}" if other else "is not a plain number")
    box.check_places(digits)
    return box.kept(Fraction(digits))


def read_length(
    text: str,
    *,
    field: str,
    side: Side,
    to: Unit,
    low: Decimal,
    high: Decimal,
    decimals: int,
    default: Unit | None,
    decimal_comma: bool = False,
) -> Decimal:
    """A typed length in the unit ``to``: ``12 mm``, ``0.9 cm``, ``4.8 in``, ``1-1/4"``.

    A bare number is in ``default``. Inches and feet are converted exactly and
    then rounded to a tenth, half to even, for no inch tape reads finer;
    millimetres and centimetres are never rounded, a finer one than ``decimals``
    places is refused.

    :raises BadEntry: no length, no unit where none is taken for granted, out of range, or finer than is kept.
    """
    box = _Box(field=field, side=side, typed=text, low=low, high=high, decimals=decimals, unit=to)
    fraction = _FRACTION.fullmatch(box.text)
    amount, words = _split_fraction(box, fraction) if fraction else _split(box, decimal_comma)
    unit = _length_unit(box, words, default)
    imperial = unit in (Unit.IN, Unit.FT)
    if fraction and not imperial:
        raise box.refuse("is a fraction: say inches, or write it with a decimal point")
    if isinstance(amount, Decimal) and not imperial:
        box.check_places(amount)
    return box.kept(Fraction(amount) * _MM[unit] / _MM[to], rounded=imperial)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """One box of a form: what stands beside it, what was typed and what may be."""

    field: str
    side: Side
    typed: str
    low: Decimal
    high: Decimal
    decimals: int
    unit: Unit

    @property
    def text(self) -> str:
        return self.typed.strip().lower().replace("\u2212", "-")

    def refuse(self, why: str, *, places: bool = False) -> BadEntry:
        where = self.field if self.side is Side.NONE else f"{self.field}, {self.side.word}"
        typed = " ".join(self.typed.split())[:_LONGEST] or "nothing typed"
        right = f"{plain(self.low)} to {plain(self.high)}{self.unit.said}"
        if places:
            right += f", {_places(self.decimals)}"
        reason = f"{where}: {f'{typed} {why}'.strip()}; {right}."
        return BadEntry(field=self.field, side=self.side.word, typed=self.typed, reason=reason)

    def check_places(self, digits: Decimal) -> None:
        """Three places look like a thousands mark: ``1,000`` is not 1, even though only zeros would be lost."""
        if self.decimals < 3 and int(digits.as_tuple().exponent) <= -3:
            raise self.refuse("is finer than is kept", places=True)

    def kept(self, exact: Fraction, *, rounded: bool = False) -> Decimal:
        """The value with its places, once it lies in the range and nothing is lost."""
        if not Fraction(self.low) <= exact <= Fraction(self.high):
            raise self.refuse("is not possible")
        places = min(self.decimals, _TENTH) if rounded else self.decimals
        value = _decimal(exact).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
        if not rounded and Fraction(value) != exact:
            raise self.refuse("is finer than is kept", places=True)
        return value if value else abs(value)


def plain(value: Decimal) -> str:
    """A number without an exponent and without zeros that say nothing."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _places(decimals: int) -> str:
    if decimals == 0:
        return "whole numbers"
    return f"at most {decimals} decimal" + ("s" if decimals > 1 else "")


def _split(box: _Box, decimal_comma: bool) -> tuple[Decimal, str]:
    found = _NUMBER.fullmatch(box.text) if len(box.text) <= _LONGEST else None
    if not box.text:
        raise box.refuse("")
    if found is None or found[3][:1] in tuple("0123456789.,_"):
        raise box.refuse("is not a plain number")
    if "," in found[2] and not decimal_comma:
        raise box.refuse("has a comma: write a decimal point")
    return Decimal(found[1] + found[2].replace(",", ".")), found[3]


def _split_fraction(box: _Box, found: re.Match[str]) -> tuple[Fraction, str]:
    sign, whole, top, bottom, words = found.groups()
    if len(box.text) > _LONGEST or int(bottom) not in _TAPE_MARKS or (whole and int(top) >= int(bottom)):
        raise box.refuse("is not a fraction on a tape")
    amount = int(whole or 0) + Fraction(int(top), int(bottom))
    return (-amount if sign == "-" else amount), words


def _length_unit(box: _Box, words: str, default: Unit | None) -> Unit:
    if not words and default is None:
        raise box.refuse("has no unit: say mm, cm or in")
    for unit in _MM:
        if words in _WORDS[unit] or (not words and unit is default):
            return unit
    raise box.refuse("is no length: say mm, cm or in")


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)
