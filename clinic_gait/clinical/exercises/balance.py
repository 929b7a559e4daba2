"""Standing, balance, the arch of the foot, and walking."""

from __future__ import annotations

from decimal import Decimal

from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises.exercise import Exercise

EXERCISES = (
    Exercise(
        key="soft_knee_stance",
        sides="one",
        tags=("control", "knee"),
        posture="standing",
        position="standing",
        equipment=("mirror", "counter"),
        dose=Dose(sets=5, reps=1, hold_s=30, per_day=3, days_wk=7),
        evidence_grade="D",
        sources=("yngve2021", "memory"),
        evidence_note="for knees that snap back",
        contra=("load",),
        harder=("roll_through_walk",),
        felt=("thigh_front",),
    ),
    Exercise(
        key="balance_one_leg",
        sides="one",
        tags=("balance",),
        posture="standing",
        position="standing",
        equipment=("counter",),
        dose=Dose(sets=4, reps=1, hold_s=30, per_day=1, days_wk=6),
        evidence_grade="B",
        sources=("martin2021", "terada2013"),
        evidence_note=(
            "guideline grade A for balance exercise to prevent the next sprain (as told in a podcast on it), "
            "C before any sprain"
        ),
        contra=("load",),
        easier=("soft_knee_stance",),
        harder=("balance_wobble", "supported_step_down"),
        felt=("ankle_outside", "hip_side"),
    ),
    Exercise(
        key="balance_wobble",
        sides="two",
        tags=("balance",),
        posture="standing",
        position="standing on board",
        equipment=("wobble board", "counter"),
        dose=Dose(sets=4, reps=1, hold_s=30, per_day=1, days_wk=5),
        evidence_grade="B",
        sources=("martin2021", "terada2013"),
        evidence_note=(
            "guideline grade A for balance exercise to prevent the next sprain (as told in a podcast on it), "
            "C before any sprain"
        ),
        contra=("load",),
        easier=("balance_one_leg",),
        harder=("walk_soft_ground",),
        felt=("ankle_inside", "ankle_outside"),
    ),
    Exercise(
        key="short_foot",
        sides="one",
        tags=("foot", "control"),
        posture="sitting",
        position="sitting then standing",
        dose=Dose(sets=3, reps=10, hold_s=5, per_day=1, days_wk=6),
        evidence_grade="C",
        sources=("ifm2022", "memory"),
        evidence_note="foot-muscle training helped arch shape and balance in 16 studies; knee pain not tested",
        harder=("balance_one_leg",),
        felt=("sole",),
    ),
    Exercise(
        key="roll_through_walk",
        sides="two",
        tags=("gait", "control"),
        posture="walking",
        position="walking",
        equipment=("hallway",),
        dose=Dose(sets=4, per_day=2, days_wk=7, distance_m=10),
        evidence_grade="D",
        sources=("memory",),
        contra=("load",),
        easier=("soft_knee_stance",),
        harder=("downhill_walk",),
    ),
    Exercise(
        key="downhill_walk",
        sides="two",
        tags=("gait", "load"),
        posture="walking",
        position="walking",
        equipment=("gentle hill",),
        dose=Dose(sets=1, per_day=1, days_wk=3, minutes=Decimal("5")),
        evidence_grade="D",
        sources=("seed_outside", "silbernagel2007"),
        contra=("load",),
        easier=("roll_through_walk",),
        felt=("thigh_front",),
    ),
    Exercise(
        key="walk_soft_ground",
        sides="two",
        tags=("balance", "gait"),
        posture="walking",
        position="walking",
        equipment=("grass",),
        dose=Dose(sets=1, per_day=1, days_wk=4, minutes=Decimal("5")),
        evidence_grade="D",
        sources=("seed_northstar", "memory"),
        contra=("load",),
        easier=("balance_one_leg",),
        harder=("downhill_walk",),
        felt=("ankle_inside", "ankle_outside"),
    ),
)
