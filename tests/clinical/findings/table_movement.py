"""The least facts for every rule about walking, squatting, strength, posture and pain of one leg."""

from __future__ import annotations

from tests.clinical.findings.given import LEFT, RIGHT
from tests.clinical.findings.rows import no, unknown, yes

EARLY = {"early_heel_rise": "mild"}
LIFTED = {"squat_heel_rise": "mild"}
CAVED = {"squat_valgus": "mild"}
NOT_LIMITED = {"wblt_cm": "10.1", "df_kf_deg": 10, "df_ke_deg": 5}

WALKING = (
    yes("RF-03", RIGHT, right={"foot_slap": "moderate"}),
    yes("RF-03", RIGHT, right={"foot_slap": "severe"}),
    yes("RF-03", RIGHT, right={"drop_foot_swing": "moderate"}),
    yes("RF-03", RIGHT, right={"drop_foot_swing": "severe"}),
    no("RF-03", RIGHT, right={"foot_slap": "mild", "drop_foot_swing": "none"}),
    unknown("RF-03", RIGHT, right={"foot_slap": "none"}),
    unknown("RF-03", RIGHT, right={"foot_slap": "none", "drop_foot_swing": "not tested"}),
    yes("GT-EHR", RIGHT, right=EARLY | {"wblt_cm": 10}),
    yes("GT-EHR", RIGHT, right={"early_heel_rise": "severe", "df_ke_deg": "9.9"}),
    no("GT-EHR", RIGHT, right={"early_heel_rise": "none", "wblt_cm": 5}),
    no("GT-EHR", RIGHT, right=EARLY | {"wblt_cm": "10.1", "df_ke_deg": 10}),
    unknown("GT-EHR", RIGHT, right=EARLY | {"wblt_cm": "10.1"}),
    unknown("GT-EHR", RIGHT, right={"wblt_cm": 5}),
    yes("GT-EHR-NODF", RIGHT, right=EARLY | {"wblt_cm": "10.1", "df_ke_deg": 10}),
    no("GT-EHR-NODF", RIGHT, right={"early_heel_rise": "none"}),
    no("GT-EHR-NODF", RIGHT, right=EARLY | {"wblt_cm": 10}),
    no("GT-EHR-NODF", RIGHT, right=EARLY | {"df_ke_deg": "9.9"}),
    unknown("GT-EHR-NODF", RIGHT, right=EARLY | {"wblt_cm": 12}),
    yes("GT-WHIP", RIGHT, right={"medial_heel_whip": "5-10 deg"}),
    yes("GT-WHIP", RIGHT, right={"medial_heel_whip": ">10 deg"}),
    no("GT-WHIP", RIGHT, right={"medial_heel_whip": "none"}),
    unknown("GT-WHIP", RIGHT, right={"lateral_heel_whip": ">10 deg"}),
    yes("GT-HYPEREXT", RIGHT, right={"stance_hyperext": "mild"}),
    yes("GT-HYPEREXT", RIGHT, right={"stance_hyperext": "severe"}),
    no("GT-HYPEREXT", RIGHT, right={"stance_hyperext": "none"}),
    unknown("GT-HYPEREXT", RIGHT, right={"varus_thrust": "definite"}),
    yes("GT-VTHRUST", RIGHT, right={"varus_thrust": "possible"}),
    yes("GT-VTHRUST", RIGHT, right={"varus_thrust": "definite"}),
    no("GT-VTHRUST", RIGHT, right={"varus_thrust": "absent"}),
    unknown("GT-VTHRUST", RIGHT, right={"stance_hyperext": "severe"}),
    yes("LLD-UNI", RIGHT, right={"varus_thrust": "possible"}, left={"varus_thrust": "absent"}),
    yes("LLD-UNI", RIGHT, right={"stance_hyperext": "mild"}, left={"stance_hyperext": "none"}),
    no("LLD-UNI", RIGHT, right={"varus_thrust": "absent", "stance_hyperext": "none"}),
    no(
        "LLD-UNI",
        *(LEFT, RIGHT),
        right={"varus_thrust": "definite", "stance_hyperext": "mild"},
        left={"varus_thrust": "possible", "stance_hyperext": "severe"},
    ),
    unknown("LLD-UNI", LEFT, RIGHT, right={"varus_thrust": "definite", "stance_hyperext": "severe"}),
    unknown("LLD-UNI", LEFT, RIGHT, right={"varus_thrust": "definite"}, left={"varus_thrust": "definite"}),
)

SQUAT_AND_STRENGTH = (
    yes("VALGUS-DF", RIGHT, right=CAVED | {"wblt_cm": 10}),
    yes("VALGUS-DF", RIGHT, right={"squat_valgus": "marked", "df_kf_deg": "9.9"}),
    yes("VALGUS-DF", RIGHT, right={"lsd_score": 2, "df_ke_deg": "4.9"}),
    no("VALGUS-DF", RIGHT, right={"squat_valgus": "none", "lsd_score": 1}),
    no("VALGUS-DF", RIGHT, right=NOT_LIMITED),
    unknown("VALGUS-DF", RIGHT, right=CAVED | {"wblt_cm": 12, "df_kf_deg": 20}),
    unknown("VALGUS-DF", RIGHT, right={"squat_valgus": "none", "wblt_cm": 5}),
    yes("VALGUS-NODF", RIGHT, right=CAVED | {"wblt_cm": "10.1"}),
    yes("VALGUS-NODF", RIGHT, right={"lsd_score": 2, "wblt_cm": "10.1"}),
    no("VALGUS-NODF", RIGHT, right={"wblt_cm": 10}),
    no("VALGUS-NODF", RIGHT, right={"squat_valgus": "none", "lsd_score": 1}),
    unknown("VALGUS-NODF", RIGHT, right=CAVED),
    unknown("VALGUS-NODF", RIGHT, right={"lsd_score": 1, "wblt_cm": 12}),
    yes("FPI-PRON", RIGHT, right={"fpi6": 6}),
    no("FPI-PRON", RIGHT, right={"fpi6": 5}),
    no("FPI-PRON", RIGHT, right={"fpi6": -6}),
    unknown("FPI-PRON", RIGHT, right={"fpi_heel": 2, "fpi_arch": 2, "fpi_talar_head": 2}),
    yes("STR-CALF", RIGHT, right={"heel_raise_reps": 17}, left={"heel_raise_reps": 24}),
    no("STR-CALF", LEFT, RIGHT, right={"heel_raise_reps": 18}, left={"heel_raise_reps": 24}),
    unknown("STR-CALF", LEFT, RIGHT, right={"heel_raise_reps": 0}),
    unknown("STR-CALF", LEFT, RIGHT, right={"heel_raise_reps": 0}, left={"heel_raise_reps": "could not: pain"}),
    yes("SQ-LIFT", RIGHT, right=LIFTED | {"wblt_cm": 10}),
    yes("SQ-LIFT", RIGHT, right={"squat_heel_rise": "marked", "df_kf_deg": "9.9"}),
    yes("SQ-LIFT", RIGHT, right={"squat_depth": "above_parallel", "df_ke_deg": "4.9"}),
    no("SQ-LIFT", RIGHT, right={"squat_heel_rise": "none", "squat_depth": "parallel"}),
    no("SQ-LIFT", RIGHT, right=NOT_LIMITED),
    unknown("SQ-LIFT", RIGHT, right=LIFTED),
    unknown("SQ-LIFT", RIGHT, right={"squat_depth": "full", "wblt_cm": 5}),
    yes("STR-TIB", RIGHT, right={"ta_strength": "4.5"}),
    yes("STR-TIB", RIGHT, right={"ta_strength": 0}),
    no("STR-TIB", RIGHT, right={"ta_strength": 5}),
    unknown("STR-TIB", RIGHT, right={"ta_strength": "could not: pain"}),
)

PLACES_OF_PAIN = (
    yes("HAGLUND", RIGHT, right={"haglund": "yes"}),
    no("HAGLUND", RIGHT, right={"haglund": "no"}),
    unknown("HAGLUND", RIGHT, right={"haglund": "x"}),
    yes("INS-ACH", RIGHT, right={"insertional_pain": "yes"}),
    no("INS-ACH", RIGHT, right={"insertional_pain": "no"}),
    unknown("INS-ACH", RIGHT, right={"haglund": "yes"}),
    yes("KNEE-BACK", RIGHT, right={"pain_behind_knee": "yes"}),
    yes("KNEE-BACK", RIGHT, right={"knee_unstable": "yes"}),
    no("KNEE-BACK", RIGHT, right={"pain_behind_knee": "no", "knee_unstable": "no"}),
    unknown("KNEE-BACK", RIGHT, right={"pain_behind_knee": "no"}),
)
