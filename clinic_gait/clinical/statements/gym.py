"""Clinic article 2: ankle mobility and knees, by a strength gym."""

from __future__ import annotations

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.statements.homes import advice, exercises, measures, rules, techniques
from clinic_gait.clinical.statements.statement import Article, Statement

ENTRIES = (
    Statement(
        key="001-01",
        said="Knees feel stiff, achy or unreliable",
        homes=measures("knee_stiff_achy", "knee_unstable"),
        grade=Grade.D,
    ),
    Statement(
        key="001-02",
        said="Trouble in squats, stairs, long walks",
        homes=(*measures("pain_squat", "pain_descending", "pain_ascending", "pain_walk_long"), *rules("PAIN-DOWN")),
        grade=Grade.C,
        differs="Stairs down need about 10 degrees more (protopapadaki2007)",
    ),
    Statement(
        key="001-03",
        said="2020 study: poor ankle motion and foot posture in knee arthritis worsen symptoms",
        homes=measures("wblt_cm", "fpi6"),
        grade=Grade.B,
        differs=(
            "tan2020: patellofemoral OA, cross-sectional, partial r -.27; it cannot show that one makes the other worse"
        ),
    ),
    Statement(
        key="001-04",
        said="2023 review: tight ankles disturb squat, stairs, walking",
        homes=rules("SQ-LIFT", "VALGUS-DF"),
        grade=Grade.D,
        differs="That review was not found or read",
    ),
    Statement(
        key="001-05",
        said="Knee collapses inward when the ankle cannot bend",
        homes=(*measures("squat_valgus"), *rules("VALGUS-DF")),
        grade=Grade.A,
        differs="SMD -0.65, loaded tests -1.25 (lima2018); association",
    ),
    Statement(
        key="001-06",
        said="Knee shifts or drifts too far forward",
        homes=measures("squat_knee_forward"),
        grade=Grade.D,
        differs=(
            "Clinic article 3 says past the toes is fine when loaded slowly; less ankle motion normally limits "
            "forward travel. Recorded, no rule"
        ),
    ),
    Statement(
        key="001-07",
        said="Glutes do not work properly when ankles are stiff",
        homes=(
            *measures("hip_abd_strength"),
            *rules("VALGUS-NODF"),
            *exercises("glute_squeeze", "bridge", "band_side_walk"),
        ),
        grade=Grade.D,
        differs="Claim not found in the literature read; hip work itself is well backed (willy2019 not fully read)",
    ),
    Statement(
        key="001-08",
        said="Wobbly on stairs and uneven ground",
        homes=(
            *measures("feels_wobbly", "slb_s"),
            *rules("BAL-01"),
            *exercises("balance_one_leg", "balance_wobble", "walk_soft_ground"),
            *techniques("balance_training"),
        ),
        grade=Grade.C,
        differs="Balance work backed after sprain (terada2013, martin2021)",
    ),
    Statement(
        key="001-09",
        said="Assess the ankle before knee-heavy exercise",
        homes=(*rules("NEG-01", "DF-WB"), *measures("wblt_cm")),
        grade=Grade.D,
    ),
    Statement(
        key="001-10",
        said="Heel-elevated squat",
        homes=(*exercises("heel_elevated_squat"), *rules("SQ-LIFT")),
        grade=Grade.C,
        differs="Less ankle bend (monteiro2022) but knee moment may rise (lu2022)",
    ),
    Statement(
        key="001-11",
        said="Banded ankle mobilization",
        homes=exercises("band_ankle_mob"),
        grade=Grade.C,
        differs="As in clinic article 1",
    ),
    Statement(
        key="001-12",
        said="Supported step-down",
        homes=(*exercises("supported_step_down", "lateral_step_down", "stair_down_rail"), *measures("lsd_score")),
        grade=Grade.C,
        differs="As test: kappa .59-.81 (lsd_snyder)",
    ),
    Statement(
        key="001-13",
        said="Cue 'knee over middle toe'",
        homes=(*advice("knee_over_toe"), *techniques("cue_training"), *exercises("supported_step_down")),
        grade=Grade.D,
    ),
    Statement(
        key="001-14",
        said="Cue 'drive through the heel'",
        homes=(*advice("drive_heel"), *techniques("cue_training"), *exercises("chair_squat", "heel_elevated_squat")),
        grade=Grade.D,
    ),
    Statement(
        key="001-15",
        said="Progress slowly",
        homes=advice("next_step", "go_slow"),
        grade=Grade.D,
        differs="Easier and harder links in the exercise library",
    ),
    Statement(
        key="001-16",
        said="Teach people to spot and correct their own patterns",
        homes=(*advice("spot_pattern"), *exercises("squat_self_check")),
        grade=Grade.D,
    ),
    Statement(
        key="001-17",
        said="Picture: hands massaging foot and ankle for tightness",
        homes=(*techniques("mt_soft_calf"), *exercises("calf_hand_massage", "ball_roll_foot")),
        grade=Grade.C,
        differs="Small same-day gain (taylor2024)",
    ),
)

ARTICLE = Article(number=2, title="A strength gym's blog", source="seed_northstar", statements=ENTRIES)
