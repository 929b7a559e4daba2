"""The review page: what a signature would freeze, and what to look at before."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from flask import render_template

from clinic_gait.care.plan import PlanSnapshot
from clinic_gait.care.visit import Screen, VisitSnapshot
from clinic_gait.clinical.catalogue import CATALOGUE, USUAL_SET
from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.reasoning import Reasoned
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import LEGS, DoseSide
from clinic_gait.records import signing
from clinic_gait.records.hold import open_holds
from clinic_gait.records.plan import Plan, plan_of
from clinic_gait.records.queries import last_readings
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web import sentences, side_checks
from clinic_gait.web.context import Permission, allowed, gait, patient_of
from clinic_gait.web.plan_stops import stands_against, stops
from clinic_gait.web.readings_table import read_groups
from clinic_gait.web.reasoned import against, reasoned
from clinic_gait.web.swap_signs import same_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The answers of the safety screen, counted."""

    asked: int
    of: int
    open: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Every question was answered."""
        return self.asked == self.of


def plan_to_sign(visit: Visit) -> Plan | None:
    """The draft plan of this visit; one without content is no plan."""
    plan = plan_of(gait().session, visit)
    if plan is None or plan.is_signed or not (plan.goals() or plan.techniques() or plan.exercises()):
        return None
    return plan


def render(visit: Visit) -> str:
    """The page."""
    here = gait()
    plan = plan_to_sign(visit)
    # First, so that what is written while the page is made is refused at signing rather than signed unseen.
    reviewed_all, reviewed_visit = (signing.reviewed(visit, one, here.clinic) for one in (plan, None))
    seen, planned = visit.snapshot(here.clinic), plan.snapshot(here.clinic) if plan else None
    screened, found, signs = screened_of(seen.screen), reasoned(visit), open_signs(visit)
    conditions = against(visit, found)
    against_plan = stops(planned, conditions) if planned else ()
    return render_template(
        "clinic_gait/visits/review.html",
        visit=visit,
        seen=seen,
        plan=planned,
        sentences=sentences,
        groups=read_groups(seen.readings, seen.person, seen.day),
        counts=counts(seen),
        screened=screened,
        open_signs=signs,
        found=found,
        because=partial(words.because, limits=here.limits),
        stands_against=partial(stands_against, conditions),
        measure_legs=side_checks.leg_length_asked(found, seen.leg_lengths),
        unfinished=sentences.unfinished_legs(seen.leg_lengths),
        conditions=[sentences.condition(key) for key in seen.conditions],
        warnings=warnings(visit, seen, planned, found),
        sameness=sameness(visit),
        may_sign=allowed(Permission.SIGN, patient_of(visit.subject)),
        stops=against_plan,
        plan_waits=bool(plan and (signs or not screened.complete or against_plan)),
        reviewed_all=reviewed_all,
        reviewed_visit=reviewed_visit,
    )


def open_signs(visit: Visit) -> tuple[str, ...]:
    """The warning signs of the patient that nobody has lifted, whichever visit they come from."""
    keys = dict.fromkeys(hold.flag for hold in open_holds(gait().session, visit.subject))
    return tuple(FLAGS[key].label if key in FLAGS else key for key in keys)


def screened_of(screen: Screen) -> Screened:
    """The screen in numbers, with the labels of the open signs."""
    return Screened(
        asked=sum(key in screen.answers for key in FLAGS),
        of=len(FLAGS),
        open=tuple(FLAGS[key].label if key in FLAGS else key for key in screen.open_flags),
    )


def counts(seen: VisitSnapshot) -> dict[str, int]:
    """How much was measured, on which side, and what of the usual set was left blank."""
    given = {reading.key for reading in seen.readings}
    usual = [CATALOGUE[key] for key in CATALOGUE if key in USUAL_SET]
    boxes = sum(2 if measure.sided else 1 for measure in usual)
    filled = sum(CATALOGUE[key].key in USUAL_SET for key, _ in given if key in CATALOGUE)
    sides = {leg.word: sum(side is leg for _, side in given) for leg in LEGS}
    return {"all": len(given), "blank": boxes - filled, **sides}


def warnings(visit: Visit, seen: VisitSnapshot, plan: PlanSnapshot | None, found: Reasoned) -> list[str]:
    """Sides that do not fit, within the visit and against the last one; each said once."""
    before = same_day(last_readings(gait().session, visit.subject, visit))
    said = side_checks.conflicts(seen, plan) + side_checks.crossed(found, _sides(plan) if plan else [])
    return list(dict.fromkeys(said + side_checks.swapped(seen.readings, before, gait().limits, seen.sides_confirmed)))


def _sides(plan: PlanSnapshot) -> list[tuple[str, DoseSide]]:
    """Key and side of all lines."""
    return [(one.key, one.side) for one in plan.techniques] + [(one.key, one.side) for one in plan.exercises]


def sameness(visit: Visit) -> int | None:
    """How much of the free text says the same as the visit before, in percent; nothing without an earlier one."""
    earlier = [one for one in visits_of(gait().session, visit.subject) if (one.day, one.id) < (visit.day, visit.id)]
    now = f"{visit.subjective} {visit.impression}".split()
    if not earlier or not now:
        return None
    then = f"{earlier[0].subjective} {earlier[0].impression}".split()
    return round(100 * SequenceMatcher(None, then, now, autojunk=False).ratio())
