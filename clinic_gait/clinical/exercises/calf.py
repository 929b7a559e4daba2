"""Calf stretches."""

from __future__ import annotations

from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises.exercise import Exercise

EXERCISES = (
    Exercise(
        key="calf_stretch_straight",
        sides="one",
        tags=("mobility", "gastrocnemius"),
        posture="standing",
        position="standing",
        equipment=("wall",),
        dose=Dose(sets=1, reps=4, hold_s=30, per_day=2, days_wk=7),
        evidence_grade="A",
        sources=("radford2006", "medeiros2018", "young2013", "warneke2023", "acsm"),
        evidence_note=(
            "2-3 deg in older pooled trials, about 5 deg over weeks in healthy adults (medeiros2018, abstract "
            "as quoted); close to measurement error for one person"
        ),
        contra=("stretch",),
        easier=("towel_calf_stretch",),
        harder=("calf_stretch_step",),
        felt=("calf_upper",),
    ),
    Exercise(
        key="calf_stretch_bent",
        sides="one",
        tags=("mobility", "soleus"),
        posture="standing",
        position="standing",
        equipment=("wall",),
        dose=Dose(sets=1, reps=4, hold_s=30, per_day=2, days_wk=7),
        evidence_grade="B",
        sources=("radford2006", "medeiros2018", "young2013"),
        evidence_note="pooled trials do not separate knee bent from straight",
        contra=("stretch",),
        easier=("seated_heel_slide",),
        harder=("half_kneel_knee_to_wall",),
        felt=("calf_low",),
    ),
    Exercise(
        key="calf_stretch_step",
        sides="one",
        tags=("mobility", "gastrocnemius"),
        posture="standing",
        position="standing",
        equipment=("step", "rail"),
        dose=Dose(sets=1, reps=4, hold_s=30, per_day=1, days_wk=7),
        evidence_grade="B",
        sources=("radford2006", "medeiros2018", "acsm"),
        contra=("stretch",),
        easier=("calf_stretch_straight",),
        harder=("ecc_heel_drop_straight",),
        felt=("calf_upper",),
    ),
    Exercise(
        key="towel_calf_stretch",
        sides="one",
        tags=("mobility", "gastrocnemius"),
        posture="floor",
        position="long sitting",
        equipment=("towel",),
        dose=Dose(sets=1, reps=4, hold_s=30, per_day=2, days_wk=7),
        evidence_grade="B",
        sources=("radford2006", "medeiros2018", "acsm"),
        contra=("stretch",),
        easier=("ankle_circles",),
        harder=("calf_stretch_straight", "matrix_straight_kneeling"),
        felt=("calf_upper",),
    ),
)
