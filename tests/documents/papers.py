"""Sheets and reports of made-up people, as the documents take them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from clinic_gait.care import compose
from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique, PlanSnapshot
from clinic_gait.care.sheet import HomeSheet, PatientReport
from clinic_gait.care.visit import Clinic, LegLength, Person, Screen, ShoeNote, ShoeSide, Staff, VisitSnapshot
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.values import DoseSide, Reading, Side

CLINIC = Clinic(key="riverside", name="Riverside Physical Therapy", phone="(555) 010-0199")
PERSON = Person(name="Maria Delgado", birth_date=date(1968, 4, 12), number="10442")
THERAPIST = Staff(key="jane", name="Jane Okafor", credential="PT")
ISSUED = date(2026, 11, 12)
WHY = "Your left ankle is stiff. This can make your knee hurt. These 3 exercises help it bend."
THREE = ("calf_stretch_straight", "calf_stretch_bent", "ecc_heel_drop_straight")
HASH = "9f3a61c2" + "0" * 56


def planned(key: str, side: DoseSide = DoseSide.LEFT) -> PlannedExercise:
    exercise = LIBRARY[key]
    return PlannedExercise(key=key, side=side if exercise.sides == "one" else DoseSide.BOTH, dose=exercise.dose)


def plan(
    keys: Sequence[str] = THREE,
    *,
    side: DoseSide = DoseSide.LEFT,
    person: Person = PERSON,
    clinic: Clinic = CLINIC,
    why: str = WHY,
) -> PlanSnapshot:
    return PlanSnapshot(
        plan=UUID(int=1),
        number=3,
        visit=UUID(int=2),
        clinic=clinic,
        person=person,
        goals=(Goal(text="Walk down the stairs with no knee pain."),),
        techniques=(
            PlannedTechnique(key="mt_talar_ap", side=DoseSide.LEFT),
            PlannedTechnique(key="mt_soft_calf", side=DoseSide.BOTH),
        ),
        exercises=tuple(planned(key, side) for key in keys),
        why=why,
        next_visit="Thu 26 Nov, 10:00",
    )


def home_sheet(
    keys: Sequence[str] = THREE,
    *,
    language: str = "en",
    size: str = "normal",
    paper: str = "letter",
    side: DoseSide = DoseSide.LEFT,
    person: Person = PERSON,
    clinic: Clinic = CLINIC,
    why: str = WHY,
) -> HomeSheet:
    return compose.home_sheet(
        plan(keys, side=side, person=person, clinic=clinic, why=why),
        HASH,
        language=language,
        size=size,
        paper=paper,
        issued=ISSUED,
        therapist=THERAPIST,
    )


def reading(measure: str, side: Side, value: str) -> Reading:
    """A number, or a step of a scale where the value is not one."""
    try:
        number = Decimal(value)
    except ArithmeticError:
        return Reading(measure=measure, side=side, code=value)
    return Reading(measure=measure, side=side, value=number, method=CATALOGUE[measure].default_method)


def visit(
    *readings: tuple[str, Side, str],
    day: date = ISSUED,
    person: Person = PERSON,
    shoes: tuple[ShoeNote, ...] = (),
    leg_lengths: tuple[LegLength, ...] = (),
) -> VisitSnapshot:
    return VisitSnapshot(
        visit=UUID(int=2),
        clinic=CLINIC,
        person=person,
        day=day,
        kind="follow_up",
        clinician=THERAPIST,
        complaint_side=DoseSide.LEFT,
        screen=Screen(answers={}),
        readings=tuple(reading(*one) for one in readings),
        shoes=shoes,
        leg_lengths=leg_lengths,
    )


START = visit(
    ("wblt_deg", Side.LEFT, "24"),
    ("wblt_deg", Side.RIGHT, "38"),
    ("heel_raise_reps", Side.LEFT, "6"),
    ("early_heel_rise", Side.LEFT, "severe"),
    ("nprs_worst", Side.NONE, "6"),
    day=date(2026, 10, 1),
)
NOW = visit(
    ("wblt_deg", Side.LEFT, "31"),
    ("wblt_deg", Side.RIGHT, "39"),
    ("knee_ext_deg", Side.LEFT, "-3"),
    ("lsd_score", Side.LEFT, "3"),
    ("lsd_score", Side.RIGHT, "1"),
    ("heel_raise_reps", Side.LEFT, "11"),
    ("heel_raise_reps", Side.RIGHT, "22"),
    ("varus_thrust", Side.LEFT, "possible"),
    ("varus_thrust", Side.RIGHT, "absent"),
    ("early_heel_rise", Side.LEFT, "mild"),
    ("nprs_worst", Side.NONE, "3"),
    ("gait_speed_ms", Side.NONE, "1.12"),
    shoes=(
        ShoeNote(
            left=ShoeSide(zones={"counter_medial": 2, "heel_lateral": 3}),
            right=ShoeSide(zones={"counter_medial": 0, "heel_lateral": 1}),
        ),
    ),
    leg_lengths=(LegLength(method="block", block_mm="8", block_side=Side.LEFT),),
)


def report(
    now: VisitSnapshot = NOW,
    start: VisitSnapshot | None = START,
    *,
    language: str = "en",
    size: str = "normal",
    paper: str = "letter",
) -> PatientReport:
    return compose.patient_report(
        now,
        HASH,
        start=start,
        last=start,
        plan=plan(person=now.person),
        language=language,
        size=size,
        paper=paper,
        issued=ISSUED,
        therapist=THERAPIST,
    )
