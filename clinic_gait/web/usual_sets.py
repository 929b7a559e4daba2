"""The clinic's usual set of measures: which rows a full assessment shows, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Derived

#: No sentence repeats more of what was set.
_SHOWN = 40


class BadUsualSet(ValueError):
    """A usual set that cannot be one; its text says why."""


def usual_set(given: object) -> tuple[str, ...]:
    """The measure keys of a setting: a list of them, or their names in one text with commas.

    :raises BadUsualSet: no list, nothing in it, or a key that is no measure of the form or stands twice.
    """
    if isinstance(given, str):
        given = [part.strip() for part in given.split(",") if part.strip()]
    if isinstance(given, Mapping) or not isinstance(given, list | tuple):
        raise BadUsualSet("give a list of measures, such as ['wblt_deg', 'df_ke_deg'].")
    if not given:
        raise BadUsualSet("the list is empty; leave the setting out for the set that comes with the program.")
    faults = [fault for at, key in enumerate(given) if (fault := _fault(key, given[:at]))]
    if faults:
        raise BadUsualSet(" ".join(faults))
    return tuple(given)


def _fault(key: object, before: list[object] | tuple[object, ...]) -> str:
    name = str(key)[:_SHOWN]
    if not isinstance(key, str) or key not in CATALOGUE:
        near = get_close_matches(name, CATALOGUE, n=1)
        return f"{name} is not a measure{f'; did you mean {near[0]}?' if near else '.'}"
    if isinstance(CATALOGUE[key], Derived):
        return f"{name} is worked out from other entries and never typed."
    if CATALOGUE[key].retired:
        return f"{name} is not in use any more."
    return f"{name} is given twice." if key in before else ""
