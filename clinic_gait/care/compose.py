"""From a signed plan or visit to the words on paper.

Here the library's words are looked up once, so that a sheet keeps saying what
it said when it was issued.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal

from clinic_gait.care.plan import PlannedExercise, PlanSnapshot
from clinic_gait.care.report_rows import ReportRows
from clinic_gait.care.sheet import HomeSheet, PatientReport, SheetExercise
from clinic_gait.care.visit import Staff, VisitSnapshot
from clinic_gait.clinical.compare import Verdict
from clinic_gait.clinical.exercises import LIBRARY, common_words, minutes_a_day, side_label
from clinic_gait.clinical.patient_words import technique_words
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, DoseSide, Side


def home_sheet(
    plan: PlanSnapshot,
    plan_hash: str,
    *,
    language: str,
    size: str,
    paper: str,
    issued: date,
    therapist: Staff,
) -> HomeSheet:
    """The home sheet of a plan version.

    :raises UnknownLanguage: there are no patient words in this language.
    :raises KeyError: an exercise the library does not have.
    :raises WrongSide: an exercise was planned for a side it does not have.
    """
    common = common_words(language, plan.clinic.emergency)
    return HomeSheet(
        plan=plan.plan,
        plan_number=plan.number,
        plan_hash=plan_hash,
        clinic=plan.clinic,
        person=plan.person,
        therapist=therapist,
        issued=issued,
        language=language,
        size=size,
        paper=paper,
        why=plan.why.strip(),
        minutes_a_day=_minutes(plan),
        exercises=tuple(sheet_exercise(one, language) for one in plan.exercises),
        pain_rule=common.pain_rule,
        stop=common.stop,
        emergency=common.emergency,
        next_visit=plan.next_visit.strip(),
    )


def sheet_exercise(planned: PlannedExercise, language: str) -> SheetExercise:
    """A planned exercise in the patient's words.

    :raises KeyError: an exercise the library does not have.
    :raises WrongSide: a side it does not have.
    """
    exercise = LIBRARY[planned.key]
    words = exercise.words(language, planned.side, planned.dose)
    lead = common_words(language).feel_lead
    return SheetExercise(
        key=exercise.key,
        revision=exercise.revision,
        side=planned.side,
        side_words=words.side_words,
        name=words.name,
        dose=planned.dose,
        steps=words.steps,
        feel=f"{lead} {words.feel}." if words.feel else "",
        cues=words.cues,
        mistakes=words.mistakes,
        caption_start=words.caption_start,
        caption_end=words.caption_end,
    )


def patient_report(
    visit: VisitSnapshot,
    visit_hash: str,
    *,
    start: VisitSnapshot | None,
    last: VisitSnapshot | None,
    plan: PlanSnapshot | None,
    language: str,
    size: str,
    paper: str,
    issued: date,
    therapist: Staff,
    limits: Mapping[str, Threshold] = THRESHOLDS,
) -> PatientReport:
    """The patient's report of a visit since ``start``, else since ``last``, judged by the clinic's ``limits``.

    :raises UnknownLanguage: there are no patient words in this language.
    """
    rows = ReportRows(visit, start or last, language, limits)
    return PatientReport(
        visit=visit.visit,
        visit_hash=visit_hash,
        clinic=visit.clinic,
        person=visit.person,
        therapist=therapist,
        day=visit.day,
        issued=issued,
        language=language,
        size=size,
        paper=paper,
        summary=_summary(rows, len(plan.exercises) if plan else 0),
        bars=rows.bars(),
        signs=rows.signs(),
        shoes=rows.shoes(),
        leg_length=rows.length(),
        facts=rows.facts(),
        goals=tuple(goal.text for goal in plan.goals) if plan else (),
        in_clinic=tuple(dict.fromkeys(_in_clinic(visit, plan, language))),
        at_home=tuple(_at_home(plan, language)) if plan else (),
        next_visit=plan.next_visit.strip() if plan else "",
    )


def _minutes(plan: PlanSnapshot) -> int | None:
    """About how long the exercises take together, rounded up to a minute."""
    total = sum((minutes_a_day(LIBRARY[one.key], one.dose, one.side) for one in plan.exercises), Decimal(0))
    return int(total.to_integral_value(ROUND_CEILING)) or None


def _summary(rows: ReportRows, exercises: int) -> str:
    """The most important thing first: what got better or worse, the leg of the complaint leading."""
    words = rows.words
    told = [sentence for side in _legs(rows.visit.complaint_side) for sentence in _leg_summary(rows, side)]
    if told:
        told.append(words.sure)
    else:
        told.append(words.no_change if rows.start else words.first_visit)
    if exercises:
        told.append(words.keep_on_one if exercises == 1 else words.keep_on_many.format(count=exercises))
    return " ".join(told)


def _leg_summary(rows: ReportRows, side: Side) -> Iterator[str]:
    verdicts = rows.verdicts(side)
    for verdict, one, many in (
        (Verdict.BETTER, rows.words.better_one, rows.words.better_many),
        (Verdict.WORSE, rows.words.worse_one, rows.words.worse_many),
    ):
        count = verdicts.count(verdict)
        if count:
            yield one[side] if count == 1 else many[side].format(count=count)


def _legs(complaint: DoseSide | None) -> tuple[Side, ...]:
    return (Side.RIGHT, Side.LEFT) if complaint is DoseSide.RIGHT else LEGS


def _in_clinic(visit: VisitSnapshot, plan: PlanSnapshot | None, language: str) -> Iterator[str]:
    """What the therapist does, planned or else done today; what has no patient words is left out."""
    done = tuple((one.key, one.side) for one in visit.done)
    planned = tuple((one.key, one.side) for one in plan.techniques) if plan else ()
    for key, side in planned or done:
        words = technique_words(key, language)
        if words:
            yield f"{words}. {side_label(side, language)}."


def _at_home(plan: PlanSnapshot, language: str) -> Iterator[str]:
    for one in plan.exercises:
        words = LIBRARY[one.key].words(language, one.side)
        yield f"{words.name}. {words.side_words}."
