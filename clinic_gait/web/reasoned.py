"""What the rules make of a visit, with what only the record knows: holds, the start of the plan, pain at the start."""

from __future__ import annotations

from datetime import date

from clinic_gait.care.reasoning import facts_of
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.derived import pain_change_nprs, weeks_in_plan
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Reasoned, reason
from clinic_gait.clinical.findings.suggestions import Suggestions, suggest
from clinic_gait.clinical.values import Side
from clinic_gait.records.hold import holds_of, newest_in
from clinic_gait.records.plan import first_signed_day
from clinic_gait.records.queries import first_readings
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit
from clinic_gait.web.context import gait

_WORST_PAIN = ("nprs_worst", Side.NONE)


def reasoned(visit: Visit) -> Reasoned:
    """The findings of a visit as it stands, for the therapist to confirm."""
    return reason(facts(visit), gait().limits)


def suggested(visit: Visit, found: Reasoned) -> Suggestions:
    """The candidates of these findings, held against the precautions of the episode."""
    return suggest(found, against(visit, found))


def against(visit: Visit, found: Reasoned) -> tuple[str, ...]:
    """The conditions that a plan is held against: those noted, and those that findings add.

    One that this version does not know judges nothing; the patient strip names it.
    """
    noted = [key for key in visit.episode.conditions if key in CONDITIONS]
    return tuple(dict.fromkeys((*noted, *found.conditions)))


def facts(visit: Visit) -> Facts:
    """What the rules may look at. Holds are those of the patient now, whichever visit set them."""
    here = gait()
    seen = visit.snapshot(here.clinic)
    start = first_readings(here.session, visit.subject, visit).get(_WORST_PAIN)
    holds = holds_of(here.session, visit.subject)
    return facts_of(
        seen,
        open_flags=sorted({hold.flag for hold in holds if hold.is_open}),
        lifted=sorted(flag for flag, hold in newest_in(holds, visit.id).items() if not hold.is_open),
        pain_change=pain_change_nprs(start[1] if start else None, seen.reading(*_WORST_PAIN)),
        weeks=_weeks(visit.subject, visit.day),
    )


def _weeks(subject: Subject, day: date) -> int | None:
    """Whole weeks from the day the first plan was signed; nothing before there is one."""
    start = first_signed_day(gait().session, subject)
    return weeks_in_plan(start, day) if start is not None and start <= day else None
