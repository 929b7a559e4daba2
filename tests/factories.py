"""People, and records made through the same verbs as the pages use."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timezone
from decimal import Decimal

from sqlalchemy.orm import Session

from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.care.visit import Clinic, Done, LegLength, Outcome, ShoeNote, ShoeSide, Staff
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.values import Absent, DoseSide, Reading, Side
from clinic_gait.records.issued import IssuedDocument, issue
from clinic_gait.records.plan import Plan, draft_plan
from clinic_gait.records.ports import PatientView
from clinic_gait.records.shoe_photo import NewPhoto
from clinic_gait.records.signing import reviewed, sign
from clinic_gait.records.subject import Subject, subject_for
from clinic_gait.records.visit import Visit, start_visit

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 16, 30, 5, 250, tzinfo=timezone.utc)
MEANING = "I saw this patient and this record is mine."

_numbers = itertools.count(1)


def clinic(key: str = "riverside") -> Clinic:
    """A clinic."""
    return Clinic(key=key, name=f"{key.title()} Physical Therapy", phone="555 0100", zone="America/Chicago")


def staff(key: str = "7", name: str = "Jane Okafor", credential: str = "PT") -> Staff:
    """A therapist."""
    return Staff(key=key, name=name, credential=credential)


def patient_view(key: str = "p1", name: str = "Rosa Delgado") -> PatientView:
    """A patient of the host."""
    return PatientView(key=key, name=name, family=name.split()[-1], birth_date=date(1961, 4, 2), number=f"N-{key}")


def subject(session: Session, key: str = "p1", at: Clinic | None = None) -> Subject:
    """A patient we know."""
    return subject_for(session, (at or clinic()).key, patient_view(key))


def start_draft(session: Session, *, at: Clinic | None = None, patient: str = "p1", day: date = DAY) -> Visit:
    """An empty visit."""
    where = at or clinic()
    return start_visit(
        session,
        subject=subject(session, patient, where),
        clinic=where,
        day=day,
        kind="initial",
        by=staff(),
        form_key=f"form-{next(_numbers)}",
    )


def filled_draft(session: Session, *, at: Clinic | None = None, patient: str = "p1", day: date = DAY) -> Visit:
    """A visit with something in every part of it."""
    visit = start_draft(session, at=at, patient=patient, day=day)
    visit.write(complaint="Knee pain on stairs", complaint_side=DoseSide.LEFT, subjective="Worse in the evening")
    visit.record(
        number("ankle_df_knee_straight", Side.LEFT, "7.5"),
        number("ankle_df_knee_straight", Side.RIGHT, "12"),
        Reading(measure="squat_knee", side=Side.NONE, absent=Absent.PAIN, pain=6),
    )
    visit.keep_shoes(shoes())
    visit.record_leg_length(LegLength(method="tape", left_mm="868", right_mm="872.5", left_trials=("867", "869")))
    visit.answer_screen({"fracture": "no"})
    visit.keep_outcome(Outcome(instrument="lefs", value=Decimal("54"), items=("4", "", "3"), missing=1))
    visit.did((Done(key="stm_calf", side=DoseSide.LEFT, minutes=8, response="looser"),))
    return visit


def number(measure: str, side: Side, value: str) -> Reading:
    """A reading that is a number."""
    return Reading(measure=measure, side=side, value=Decimal(value), method="goniometer")


def shoes() -> ShoeNote:
    """Worn on the outside of the left heel."""
    return ShoeNote(
        shoe_type="running",
        make="Acme",
        age_months=9,
        left=ShoeSide(zones={"heel_lateral": 2, "toe": 0}, counter_lean="in"),
        right=ShoeSide(zones={"heel_lateral": 1}),
    )


def photo(side: DoseSide = DoseSide.LEFT, *, form_key: str = "photo-1", jpeg: bytes = b"a picture") -> NewPhoto:
    """A photo of a sole; its bytes are no picture, and nothing of the records looks into them."""
    return NewPhoto(jpeg=jpeg, width=1600, height=1200, side=side, view="sole", words="inside heel", form_key=form_key)


def filled_plan(session: Session, visit: Visit) -> Plan:
    """The visit's plan, with a goal, a technique and an exercise."""
    plan = draft_plan(session, visit, staff())
    plan.replace(
        goals=(Goal(text="Stairs without pain", measure="nprs", target=Decimal("2"), by=date(2027, 1, 15)),),
        techniques=(PlannedTechnique(key="stm_calf", side=DoseSide.LEFT, grade="III", minutes=8),),
        exercises=(
            PlannedExercise(key="calf_wall", side=DoseSide.BOTH, dose=Dose(sets=3, hold_s=30, minutes=Decimal("1.5"))),
        ),
        why="Your ankle is stiff.",
        next_visit="in a week",
    )
    return plan


def sign_visit(session: Session, visit: Visit, plan: Plan | None = None, at: datetime = NOW) -> None:
    """Review and sign in one go; a plan needs a complete safety screen, which is answered here."""
    if plan is not None:
        all_clear(visit)
    where = clinic(visit.clinic)
    seen = reviewed(visit, plan, where)
    sign(session, visit=visit, plan=plan, clinic=where, by=staff(), meaning=MEANING, reviewed=seen, at=at)


def all_clear(visit: Visit) -> None:
    """Answer every question of the safety screen with no."""
    from clinic_gait.clinical.red_flags import FLAGS

    visit.answer_screen(dict.fromkeys(FLAGS, "no"))


def home_sheet(
    session: Session, visit: Visit, plan: Plan | None = None, at: datetime = NOW, kind: str = "home_sheet"
) -> IssuedDocument:
    """A document; its bytes are not a PDF, and nothing here looks into them."""
    return issue(
        session,
        subject=visit.subject,
        kind=kind,
        plan=plan,
        visit=visit,
        snapshot='{"kind":"sheet"}',
        data=b"%PDF-1.7 sheet",
        pages=2,
        language="en",
        size="normal",
        paper="letter",
        by=staff(),
        at=at,
    )
