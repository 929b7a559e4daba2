"""Rolling and massage of the calf and the sole."""

from __future__ import annotations

from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises.exercise import Exercise

EXERCISES = (
    Exercise(
        key="foam_roll_calf",
        sides="one",
        tags=("soft_tissue", "gastrocnemius", "soleus"),
        posture="floor",
        position="long sitting",
        equipment=("foam roller",),
        dose=Dose(sets=3, reps=1, hold_s=60, per_day=1, days_wk=6),
        evidence_grade="C",
        sources=("seever2022", "grieve2022", "konrad2022", "pagaduan2022"),
        evidence_note=(
            "short-term gain; over weeks one meta-analysis found none at the ankle and a review of nine "
            "trials calls results conflicting"
        ),
        contra=("foam",),
        easier=("calf_hand_massage",),
        felt=("calf_upper", "calf_low"),
    ),
    Exercise(
        key="calf_hand_massage",
        sides="one",
        tags=("soft_tissue", "gastrocnemius", "soleus"),
        posture="sitting",
        position="sitting",
        dose=Dose(sets=1, reps=1, hold_s=120, per_day=1, days_wk=7),
        evidence_grade="C",
        sources=("taylor2024", "seed_bodylink"),
        contra=("foam",),
        harder=("foam_roll_calf",),
    ),
    Exercise(
        key="ball_roll_foot",
        sides="one",
        tags=("soft_tissue", "foot"),
        posture="sitting",
        position="sitting",
        equipment=("small ball",),
        dose=Dose(sets=1, reps=1, hold_s=90, per_day=1, days_wk=7),
        evidence_grade="D",
        sources=("memory",),
        contra=("foam",),
        felt=("sole",),
    ),
)
