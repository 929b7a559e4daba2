"""What follows from the visits of a case, and what a file may say of it while those visits are not in it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from clinic_gait.clinical import derived
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import usable
from clinic_gait.clinical.measures import Derived
from clinic_gait.clinical.units import BadEntry, Unit, read_number
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_model import Case, CaseVisit
from clinic_gait.exchange.case_readings import as_typed

#: Whole numbers that may be typed for a look, and how far they can go.
TYPED = {"weeks_in_plan": (0, 520), "pain_change_nprs": (-10, 10)}
#: The state of the screen, by the name the rules know it under.
SCREEN = "red_flag_screen"
_STATES = ("not_done", "partial", "done")
_WORST_PAIN = ("nprs_worst", Side.NONE)


def read_course(history: Mapping[str, Any], place: Place) -> dict[str, Decimal]:
    """The numbers of the course that were typed; nothing that holds any can be stored."""
    found: dict[str, Decimal] = {}
    for key, (low, high) in TYPED.items():
        if history.get(key) is None:
            continue
        value = _number(key, history[key], (Decimal(low), Decimal(high)), place)
        if value is not None:
            place.only_judged(f"{key!r} is worked out from other entries and never typed")
            found[key] = value
    return found


def screen_of(block: Mapping[str, Any], history: Mapping[str, Any], place: Place) -> str:
    """The state of the safety screen; a look also takes it from among the history, and of two the less finished."""
    said, typed = block.get("screen"), history.get(SCREEN)
    if typed is not None:
        place.only_judged(f"{SCREEN!r} is worked out from other entries and never typed")
    if said and typed and said != typed:
        place.refuse(side="patient", field=SCREEN, typed=typed, reason=f"{typed}, but the screen is said to be {said}")
    return min((str(one) for one in (said, typed) if one), key=_STATES.index, default="not_done")


def weeks_in_plan(case: Case) -> int | None:
    """Whole weeks from the first plan of an earlier visit, else as typed; nothing when neither is known."""
    *before, last = case.visits
    start = next((visit.day for visit in before if visit.plan), None)
    if start is not None:
        return derived.weeks_in_plan(start, last.day)
    typed = last.course.get("weeks_in_plan")
    return None if typed is None else int(typed)


def pain_change(case: Case) -> Decimal | None:
    """Worst pain now less the first one of the earlier visits, else as typed; nothing when neither is known."""
    *before, last = case.visits
    start = next((pain for visit in before if (pain := _worst_pain(visit))), None)
    found = derived.pain_change_nprs(start, _worst_pain(last))
    return last.course.get("pain_change_nprs") if found is None else found


def _worst_pain(visit: CaseVisit) -> Reading | None:
    found = next((one for one in visit.readings if one.key == _WORST_PAIN), None)
    return found if usable(CATALOGUE["nprs_worst"], found) else None


def _number(key: str, value: Any, limits: tuple[Decimal, Decimal], place: Place) -> Decimal | None:
    measure = CATALOGUE[key]
    unit = measure.unit if isinstance(measure, Derived) and measure.unit else Unit.COUNT
    low, high = limits
    typed = as_typed(value)
    try:
        return read_number(
            typed, field=key, side=Side.NONE, low=low, high=high, decimals=0, unit=unit, decimal_comma=True
        )
    except BadEntry as bad:
        place.at(measure.label).refuse(
            side="patient", field=key, typed=typed, reason=bad.reason.removeprefix(f"{key}: ")
        )
        return None
