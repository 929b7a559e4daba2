"""A clinic's own cut-offs over the defaults, checked before any of them is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from clinic_gait.clinical.thresholds.entries import THRESHOLDS
from clinic_gait.clinical.thresholds.threshold import BadThreshold, Threshold
from clinic_gait.clinical.units import plain

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,20})?", re.ASCII)
#: No sentence repeats more of what was set.
_SHOWN = 40

#: The first must lie below the second; otherwise one of two words could never be said.
BELOW_OTHER = (
    ("hallux_marked", "hallux_low"),
    ("recurvatum", "recurvatum_severe"),
    ("lsd_medium", "lsd_poor"),
    ("fpi_supinated", "fpi_pronated"),
    ("lld_note_mm", "lld_act_mm"),
    ("shoe_miles_low", "shoe_miles"),
    ("pain_ok_max", "pain_stop"),
)
#: The first may be as large as the second, and no larger.
AT_MOST_OTHER = (
    ("df_ke_limited", "df_ke_borderline"),
    ("wblt_marked_cm", "wblt_low_cm"),
    ("lld_act_mm", "lld_refer_mm"),
    ("lld_note_mm", "lld_refer_child_mm"),
)


def adjusted(changes: Mapping[str, object], base: Mapping[str, Threshold] = THRESHOLDS) -> Mapping[str, Threshold]:
    """The cut-offs of ``base`` with these values set: whole numbers, decimals, or text such as ``7.5``.

    :raises BadThreshold: a name that does not exist, no number, out of its range, or out of order; all faults at once.
    """
    faults: list[str] = []
    found = dict(base)
    for key, given in changes.items():
        try:
            found[key] = _set(base, key, given)
        except BadThreshold as bad:
            faults.append(str(bad))
    faults = faults or list(_out_of_order(found))
    if faults:
        raise BadThreshold(" ".join(faults))
    return MappingProxyType(found)


def _set(base: Mapping[str, Threshold], key: object, given: object) -> Threshold:
    name = str(key)[:_SHOWN]
    if not isinstance(key, str) or key not in base:
        near = get_close_matches(name, base, n=1)
        raise BadThreshold(f"{name} is not a cut-off{f'; did you mean {near[0]}?' if near else '.'}")
    threshold = base[key]
    value = _number(given)
    if value is None:
        shown = repr(given)[:_SHOWN]
        raise BadThreshold(f"{key} is {shown}, which is no number with a point; it may be {threshold.span}.")
    if not threshold.low <= value <= threshold.high:
        raise BadThreshold(f"{key} is {plain(value)[:_SHOWN]}; it may be {threshold.span}.")
    return replace(threshold, value=value)


def _number(given: object) -> Decimal | None:
    """The number that was set; nothing when it is none. A float is read as it is written, 7.5 as 7.5."""
    if isinstance(given, bool):
        return None
    if isinstance(given, float):
        given = repr(given)
    if isinstance(given, str):
        text = given.strip()
        return Decimal(text) if _NUMBER.fullmatch(text) else None
    if isinstance(given, int | Decimal):
        value = Decimal(given)
        return value if value.is_finite() else None
    return None


def _out_of_order(found: Mapping[str, Threshold]) -> Iterator[str]:
    for one, other in BELOW_OTHER:
        if found[one].value >= found[other].value:
            yield _order(found[one], found[other], "below")
    for one, other in AT_MOST_OTHER:
        if found[one].value > found[other].value:
            yield _order(found[one], found[other], "at most")


def _order(one: Threshold, other: Threshold, relation: str) -> str:
    values = f"{one.key} is {plain(one.value)} and {other.key} is {plain(other.value)}"
    return f"{values}; {one.key} must be {relation} {other.key}."
