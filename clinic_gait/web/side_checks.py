"""What to look at before signing: sides that do not fit each other. Nothing here ever blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from clinic_gait.care.lengths import differences
from clinic_gait.care.plan import PlanSnapshot
from clinic_gait.care.visit import LegLength, VisitSnapshot
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.reasoning import Reasoned
from clinic_gait.clinical.findings.rule import Kind
from clinic_gait.clinical.leg_length import METHODS
from clinic_gait.clinical.measures import Flag, Grade
from clinic_gait.clinical.swap import swap_signs
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, DoseSide, Reading, Side
from clinic_gait.web.planned import name_of
from clinic_gait.web.swap_signs import told

#: Why sides look swapped.
THE_OTHER_WAY = "The other way round they would fit the last visit better by more than the measuring error."

#: Thrust or hyperextension on one side only: it asks for the leg length.
LEG_LENGTH_RULE = "LLD-UNI"


def conflicts(visit: VisitSnapshot, plan: PlanSnapshot | None) -> list[str]:
    """Sentences where the complaint, the findings and the plan name different legs."""
    said = []
    legs = _planned(plan)
    complaint = _leg(visit.complaint_side)
    if complaint and legs == {complaint.other}:
        said.append(f"The complaint is {complaint.word}; everything in the plan is {complaint.other.word}.")
    found = _found(visit.readings)
    if found and legs == {found.other}:
        said.append(_all_other(found))
    if found and complaint and found is not complaint:
        said.append(f"The complaint is {complaint.word}; all findings are {found.word}.")
    return said


def crossed(found: Reasoned, lines: Iterable[tuple[str, DoseSide]]) -> list[str]:
    """Sentences for the lines of a plan, by key and side, that are for the leg opposite to what was found.

    A line for both legs is meant for both; what only patient-wide rules offer may be for either.
    """
    planned = list(dict.fromkeys(lines))
    legs: set[Side] = {one.side for one in found.findings if one.rule.kind is Kind.FINDING} - {Side.NONE}
    only = legs.pop() if len(legs) == 1 else None
    if only and {leg for _, side in planned for leg in side.legs} == {only.other}:
        return [_all_other(only)]
    said = [_crossed(found, only, key, side) for key, side in planned]
    return [one for one in said if one]


def _crossed(found: Reasoned, only: Side | None, key: str, side: DoseSide) -> str:
    """What does not fit about one line; empty when there is nothing to say. ``only`` is the one leg with findings."""
    leg = _leg(side)
    if leg is None:
        return ""
    offering = [one for one in found.findings if key in one.rule.techniques + one.rule.exercises]
    other = ", ".join(one.rule.key for one in offering if one.side is leg.other)
    said = f"{name_of({'key': key})} is planned for {leg.word.upper()};"
    if other and not any(one.side is leg for one in offering):
        return f"{said} the findings that offer it are {leg.other.word.upper()} ({other})."
    return f"{said} all findings are {leg.other.word.upper()}." if not offering and only is leg.other else ""


def leg_length_asked(found: Reasoned, notes: Iterable[LegLength]) -> bool:
    """Whether one-sided thrust or hyperextension asks for the leg length while no method has given it yet."""
    fires = any(found.has(LEG_LENGTH_RULE, leg) for leg in LEGS)
    return fires and not any(METHODS[key].true_length for key in differences(notes))


def _all_other(found: Side) -> str:
    return f"All findings are {found.word}; everything in the plan is {found.other.word}."


def swapped(
    readings: Iterable[Reading],
    before: Mapping[tuple[str, Side], Reading],
    limits: Mapping[str, Threshold] = THRESHOLDS,
    answered: Collection[str] = (),
) -> list[str]:
    """Sentences for the measures that look swapped; not for those that were ``answered`` to be right as entered."""
    signs = swap_signs([one for one in readings if one.measure not in answered], before, limits)
    said = [
        f"{one.label}: left {one.left} and right {one.right} were entered, last visit was left {one.left_before} and "
        f"right {one.right_before}. {THE_OTHER_WAY}"
        for one in map(told, signs.rows)
    ]
    if signs.all_of_it:
        names = ", ".join(told(one).label for one in signs.compared)
        said.insert(0, f"All sides of today look swapped: together, {names} fit the last visit better the other way.")
    return said


def _planned(plan: PlanSnapshot | None) -> set[Side]:
    if plan is None:
        return set()
    sides = [one.side for one in plan.techniques] + [one.side for one in plan.exercises]
    return {leg for side in sides for leg in side.legs}


def _leg(side: DoseSide | None) -> Side | None:
    return side.legs[0] if side and len(side.legs) == 1 else None


def _found(readings: Iterable[Reading]) -> Side | None:
    """The one leg on which something was seen; nothing when it is both or none."""
    legs = {reading.side for reading in readings if reading.side is not Side.NONE and abnormal(reading)}
    return legs.pop() if len(legs) == 1 else None


def abnormal(reading: Reading) -> bool:
    """A step that is not the one which means that nothing was found."""
    measure = CATALOGUE.get(reading.measure)
    if not isinstance(measure, Grade | Flag) or measure.normal is None or reading.code is None:
        return False
    return reading.code != measure.normal
