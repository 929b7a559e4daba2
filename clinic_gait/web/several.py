"""What a hand types into one number box: a number, several readings of it, or the letter of a reason for none."""

from __future__ import annotations

import re

from clinic_gait.clinical.measures import Count, Measure, Quantity
from clinic_gait.clinical.units import Unit
from clinic_gait.clinical.values import Absent

#: The one key that says why there is no value, in the order of the menu.
LETTERS = {
    "x": Absent.NOT_TESTED,
    "p": Absent.PAIN,
    "u": Absent.UNABLE,
    "n": Absent.UNSAFE,
    "d": Absent.DECLINED,
}

_ONE = r"[+\-\u2212]?(?:0|[1-9][0-9]{0,3})(?:[.,][0-9]{1,2})?"
_PLAIN = re.compile(_ONE, re.ASCII)
#: A comma with one or two digits behind it is a decimal sign to everybody; three would be thousands to some.
_COMMA = re.compile(r"([+\-\u2212]?[0-9]{1,4}),([0-9]{1,2})(?![0-9,.])(.*)", re.ASCII | re.DOTALL)
#: On a tape ``1/2`` is a part of an inch.
_FRACTION = re.compile(r"(?:[0-9]+[ -]+)?[0-9]+ ?/ ?[0-9]+", re.ASCII)
_LENGTHS = (Unit.MM, Unit.CM)


def reason_of(typed: str) -> str:
    """The reason that a single letter stands for; empty when it is none."""
    found = LETTERS.get(typed.casefold())
    return found.value if found else ""


def pointed(typed: str, *, decimal_comma: bool) -> str:
    """``7,5`` as ``7.5``, also in a clinic that writes points; ``1,000`` and ``7,5,8`` stay as they are."""
    found = None if decimal_comma else _COMMA.fullmatch(typed)
    return f"{found[1]}.{found[2]}{found[3]}" if found else typed


def several(measure: Measure, typed: str) -> tuple[str, ...]:
    """The single readings in a box, ``7 7.5 8`` or ``7/7.5/8``; empty when it holds one number, or something else.

    Whole numbers and grades have no mean, and a fraction of an inch is one number.
    """
    if not isinstance(measure, Quantity) or isinstance(measure, Count) or measure.unit is Unit.GRADE:
        return ()
    if measure.unit in _LENGTHS and _FRACTION.fullmatch(typed):
        return ()
    parts = [part for part in re.split(r"\s*[;/]\s*|,\s+|\s+", typed) if part]
    plain = len(parts) > 1 and all(_PLAIN.fullmatch(part) for part in parts)
    return tuple(part.replace(",", ".") for part in parts) if plain else ()
