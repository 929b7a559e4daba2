"""Clinic article 5: ankles and knees, by a massage clinic."""

from __future__ import annotations

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.statements.homes import advice, codes, exercises, measures, rules, scores, signs, techniques
from clinic_gait.clinical.statements.statement import Article, Statement

ENTRIES = (
    Statement(
        key="004-01",
        said="The knee is the messenger; look at the ankle",
        homes=(*rules("NEG-01"), *advice("why_ankle")),
        grade=Grade.B,
    ),
    Statement(
        key="004-02",
        said="Dorsiflexion is needed to walk, squat, run and stand",
        homes=measures("df_ke_deg", "wblt_deg"),
        grade=Grade.B,
        differs="Walking peak about 9-10 degrees (physiohub_df, secondary)",
    ),
    Statement(
        key="004-03",
        said="Stiff ankle makes knees cave in during squat or lunge (valgus)",
        homes=(*signs("valgus_thrust"), *measures("squat_valgus"), *rules("VALGUS-DF")),
        grade=Grade.A,
        differs="lima2018, macrum2012",
    ),
    Statement(
        key="004-04",
        said="Valgus raises kneecap joint strain",
        homes=(*rules("VALGUS-DF"), *measures("lsd_score")),
        grade=Grade.C,
        differs="Mechanism; not tested here",
    ),
    Statement(
        key="004-05",
        said="Over time: kneecap pain, ACL stress, knee discomfort",
        homes=(*codes("M22.2X1"), *scores("akps")),
        grade=Grade.C,
        differs="ACL link: injury-prevention idea, no study read",
    ),
    Statement(
        key="004-06",
        said="Stiff-ankled athletes show worse knee mechanics",
        homes=rules("VALGUS-DF"),
        grade=Grade.B,
        differs="wilczynski2020 and rabin2014 in part",
    ),
    Statement(
        key="004-07",
        said="Trouble with deep squats",
        homes=(*measures("squat_depth", "squat_block_better"), *rules("SQ-LIFT"), *exercises("heel_elevated_squat")),
        grade=Grade.C,
    ),
    Statement(
        key="004-08",
        said="Knees drift inward in workouts",
        homes=(*measures("squat_valgus"), *rules("VALGUS-NODF")),
        grade=Grade.B,
        differs="Hip control can be the cause",
    ),
    Statement(
        key="004-09",
        said="Pain with stairs or running",
        homes=(*measures("pain_ascending", "pain_descending", "pain_running_flat"), *rules("PAIN-DOWN")),
        grade=Grade.C,
    ),
    Statement(
        key="004-10",
        said="Soft-tissue release of calf and heel cord",
        homes=(*techniques("mt_soft_calf"), *exercises("calf_hand_massage", "foam_roll_calf")),
        grade=Grade.C,
        differs="Small same-day gain (taylor2024); never on a hot or swollen calf",
    ),
    Statement(
        key="004-11",
        said="Gentle dorsiflexion drills",
        homes=exercises("half_kneel_knee_to_wall", "standing_knee_to_wall", "seated_heel_slide", "ankle_circles"),
        grade=Grade.C,
    ),
    Statement(
        key="004-12",
        said="Treat ankles and knees together",
        homes=(*rules("VALGUS-DF"), *exercises("supported_step_down", "side_leg_lift")),
        grade=Grade.B,
        differs="Hip + knee work is the main advice for kneecap pain (willy2019 contents only)",
    ),
)

ARTICLE = Article(number=5, title="A massage clinic's blog", source="seed_bodylink", statements=ENTRIES)
