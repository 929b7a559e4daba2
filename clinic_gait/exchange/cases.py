"""Case files: the one door for sample patients, tests and exchange with clinicians.

A case file is YAML as ``docs/case-files.md`` explains and ``case.schema.json``
says formally. It is read as a whole before anything is stored, and every fault
in it is named at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timezone
from typing import Any

from clinic_gait.exchange.case_check import checked, unmet
from clinic_gait.exchange.case_faults import CaseError, Fault, Place, Refusal
from clinic_gait.exchange.case_model import Case, CaseChange, CasePatient, CasePlan, CaseVisit, Stored
from clinic_gait.exchange.case_read import read_case
from clinic_gait.exchange.case_shape import schema, sound_cases
from clinic_gait.exchange.case_show import show
from clinic_gait.exchange.case_store import store
from clinic_gait.exchange.case_text import read_text
from clinic_gait.exchange.case_words import told

__all__ = [
    "Case",
    "CaseChange",
    "CaseError",
    "CasePatient",
    "CasePlan",
    "CaseVisit",
    "Refusal",
    "Stored",
    "checked",
    "load_cases",
    "read_cases",
    "schema",
    "show",
    "store",
    "told",
    "unmet",
]


def load_cases(text: str, *, today: date | None = None) -> list[Case]:
    """The cases of a file, fit to be stored. ``today`` is the clinic's day; without it the day in UTC.

    :raises CaseError: anything in the file cannot be stored; all its faults, one sentence each.
    """
    cases, faults = _read(text, today)
    if faults:
        raise CaseError(str(fault) for fault in faults)
    return cases


def read_cases(text: str, *, today: date | None = None) -> list[Case]:
    """The cases of a file for a look: an impossible entry is left out and stands in the case's ``refused``.

    :raises CaseError: there is more wrong than single entries.
    """
    cases, faults = _read(text, today)
    broken = [str(fault) for fault in faults if fault.refusal is None and not fault.judged]
    if broken:
        raise CaseError(broken)
    return cases


def _read(text: str, today: date | None) -> tuple[list[Case], list[Fault]]:
    day = today or datetime.now(timezone.utc).date()
    raws, faults = sound_cases(read_text(text))
    cases = []
    for raw in raws:
        if "id" in raw and "patient" in raw:
            place = Place(where=(raw["id"],), faults=[fault for fault in faults if fault.where[:1] == (raw["id"],)])
            known = len(place.faults)
            cases.append(read_case(raw, day, place))
            faults += place.faults[known:]
    faults += _twice(raws)
    return cases, faults


def _twice(raws: list[dict[str, Any]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for raw in raws:
        name = raw.get("id")
        if name in seen:
            yield Fault(where=(str(name),), reason="there are two cases of this name; rename one")
        if isinstance(name, str):
            seen.add(name)
