"""Strength of the hip."""

from __future__ import annotations

from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises.exercise import Exercise

EXERCISES = (
    Exercise(
        key="side_leg_lift",
        sides="one",
        tags=("strength", "hip"),
        posture="lying",
        position="side lying",
        dose=Dose(sets=3, reps=12, hold_s=1, rest_s=60, per_day=1, days_wk=4),
        evidence_grade="A",
        sources=("willy2019", "neal2024", "collins2018", "crossley2016"),
        evidence_note=(
            "hip plus knee work is the core advice for kneecap pain (guideline grade A, third-party summaries)"
        ),
        easier=("clamshell",),
        harder=("band_side_walk", "lateral_step_down"),
        felt=("hip_side",),
    ),
    Exercise(
        key="clamshell",
        sides="one",
        tags=("strength", "hip"),
        posture="lying",
        position="side lying",
        equipment=("band optional",),
        dose=Dose(sets=3, reps=12, hold_s=1, rest_s=60, per_day=1, days_wk=4),
        evidence_grade="B",
        sources=("willy2019", "neal2024", "crossley2016"),
        evidence_note="hip part of hip plus knee work",
        harder=("side_leg_lift",),
        felt=("hip_side",),
    ),
    Exercise(
        key="bridge",
        sides="two",
        tags=("strength", "hip"),
        posture="lying",
        position="lying",
        dose=Dose(sets=3, reps=12, hold_s=2, rest_s=60, per_day=1, days_wk=4),
        evidence_grade="B",
        sources=("willy2019", "neal2024"),
        evidence_note="hip part of hip plus knee work",
        easier=("glute_squeeze",),
        harder=("chair_squat",),
        felt=("seat",),
    ),
    Exercise(
        key="glute_squeeze",
        sides="two",
        tags=("strength", "hip"),
        posture="standing",
        position="standing",
        equipment=("counter",),
        dose=Dose(sets=2, reps=10, hold_s=5, per_day=2, days_wk=6),
        evidence_grade="D",
        sources=("seed_northstar", "memory"),
        evidence_note=(
            "a clinic article's claim that a stiff ankle keeps the hip muscles from working was not found in the "
            "literature read; hip work itself is well backed for kneecap pain"
        ),
        harder=("bridge",),
        felt=("seat",),
    ),
    Exercise(
        key="band_side_walk",
        sides="one",
        tags=("strength", "hip"),
        posture="standing",
        position="standing",
        equipment=("band",),
        dose=Dose(sets=3, reps=8, rest_s=60, per_day=1, days_wk=3),
        evidence_grade="B",
        sources=("willy2019", "neal2024", "crossley2016"),
        evidence_note="hip part of hip plus knee work",
        contra=("load",),
        easier=("side_leg_lift",),
        harder=("lateral_step_down",),
        felt=("hip_side",),
    ),
)
