"""Clinic article 4: ankle motion and knee pain, on a physical therapist's page."""

from __future__ import annotations

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.statements.homes import advice, exercises, measures, rules, techniques
from clinic_gait.clinical.statements.statement import Article, Statement

ENTRIES = (
    Statement(
        key="003-01",
        said="Lack of ankle motion can cause knee pain",
        homes=(*rules("DF-GAST", "DF-BOTH"), *advice("why_ankle")),
        grade=Grade.B,
        differs="Association",
    ),
    Statement(
        key="003-02",
        said="Matters in running and gym squats",
        homes=(*measures("pain_squat", "pain_running_flat"), *rules("SQ-LIFT")),
        grade=Grade.C,
    ),
    Statement(
        key="003-03",
        said="Stiffness or tightness of the ankle",
        homes=(*measures("df_ke_deg", "wblt_cm", "talar_glide"), *rules("DF-GLIDE")),
        grade=Grade.B,
    ),
    Statement(
        key="003-04",
        said="'If you have tried ...' (list missing in the article)",
        no_home="The list is missing from the article",
    ),
    Statement(
        key="003-05",
        said="Three planes of motion (list missing); limit in any one overstresses the knee",
        homes=(*rules("DF-3P"), *measures("inv_deg", "ev_deg", "tib_rot")),
        grade=Grade.D,
        differs="As in clinic article 3; the list is missing from the article, the planes come from the literature",
    ),
    Statement(
        key="003-06",
        said="The hip then takes the load and may hurt",
        homes=(*measures("pain_hip"), *rules("CHAIN-HIP")),
        grade=Grade.D,
        differs="27 adults showed hip and pelvis changes (wbltgait)",
    ),
    Statement(
        key="003-07",
        said="Top causes of limited ankle motion (list missing)",
        homes=rules("HX-SPRAIN", "DF-GLIDE", "DF-GAST", "ST-HYPO"),
        differs="The list is missing from the article; the causes come from the literature",
    ),
    Statement(
        key="003-08",
        said="See a physical therapist before web exercises; wrong ones can harm",
        homes=(*advice("not_one_fix"), *rules("RF-00", "RF-01")),
        grade=Grade.D,
    ),
    Statement(
        key="003-09",
        said="Manual therapy",
        homes=techniques("mt_talar_ap", "mt_mwm_wb", "mt_talo_distraction"),
        grade=Grade.B,
        differs="SMD 1.02 for motion, function gain unclear (kim2022)",
    ),
    Statement(
        key="003-10",
        said="Stretch gastrocnemius and soleus",
        homes=(
            *techniques("mt_stretch_gastroc", "mt_stretch_soleus"),
            *exercises("calf_stretch_straight", "calf_stretch_bent"),
        ),
        grade=Grade.A,
        differs="Small gain (radford2006)",
    ),
    Statement(
        key="003-11",
        said="Mobilize foot and ankle",
        homes=techniques("mt_midtarsal", "mt_mtp1", "mt_tibfib_distal", "mt_tibfib_proximal"),
        grade=Grade.D,
    ),
    Statement(
        key="003-12",
        said="Mobilize the subtalar joint so that the talus glides back",
        homes=(
            *techniques("mt_subtalar_glide", "mt_subtalar_distraction", "mt_talar_ap"),
            *measures("subtalar_mob"),
            *rules("ST-HYPO"),
            *exercises("subtalar_rock"),
        ),
        grade=Grade.D,
        differs="The talus glides back at the talocrural joint: two interventions. No subtalar-only trial found",
    ),
    Statement(
        key="003-13",
        said="Get into proper position and strengthen",
        homes=(*techniques("cue_training"), *exercises("heel_raise_double", "chair_squat")),
        grade=Grade.D,
    ),
    Statement(
        key="003-14",
        said="Contact details (advertising)",
        no_home="Not a clinical statement; nothing to build",
    ),
)

ARTICLE = Article(number=4, title="A physical therapist's page", source="seed_wehking", statements=ENTRIES)
