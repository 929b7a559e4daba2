"""Clinic article 1: the ankle behind knee pain, by a gait clinic."""

from __future__ import annotations

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.statements.homes import advice, exercises, measures, rules, signs, techniques, wear
from clinic_gait.clinical.statements.statement import Article, Statement

ENTRIES = (
    Statement(
        key="000-01",
        said="Knee pain may start somewhere else; the ankle is often missed",
        homes=(*rules("NEG-01", "DF-GAST", "DF-BOTH"), *advice("why_ankle")),
        grade=Grade.B,
        differs="Association only (lima2018); many people with knee pain have normal ankles, so NEG-01 says so",
    ),
    Statement(
        key="000-02",
        said="The body compensates for a stiff ankle and loads the knee",
        homes=rules("VALGUS-DF", "GT-EHR", "GT-HYPEREXT"),
        grade=Grade.B,
        differs="Shown for inward knee motion (macrum2012); small in patellofemoral OA (tan2020)",
    ),
    Statement(
        key="000-03",
        said="'Varus thrust' = knee locking backward in stance with a sideways shift",
        homes=(*signs("stance_hyperext", "varus_thrust"), *rules("GT-HYPEREXT", "GT-VTHRUST")),
        grade=Grade.X,
        differs="Literature: varus thrust is outward bowing (chang2004). Two fields; the help text names both usages",
    ),
    Statement(
        key="000-04",
        said="Hyperextension comes from too little forward motion of the shin",
        homes=(*rules("GT-HYPEREXT"), *signs("stance_hyperext"), *measures("df_ke_deg", "wblt_cm")),
        grade=Grade.C,
        differs="Late type fits (yngve2021, cerebral palsy review); weak quads or lax knee are other causes",
    ),
    Statement(
        key="000-05",
        said="Pain behind the knee",
        homes=(*measures("pain_behind_knee"), *rules("KNEE-BACK")),
        grade=Grade.D,
        differs="Many causes; clot screen first",
    ),
    Statement(
        key="000-06",
        said="Knee feels unstable",
        homes=(*measures("knee_unstable"), *rules("KNEE-BACK")),
        grade=Grade.D,
        differs="Laxity and locking must be looked at",
    ),
    Statement(
        key="000-07",
        said="Early heel rise",
        homes=(*signs("early_heel_rise"), *rules("GT-EHR", "GT-EHR-NODF")),
        grade=Grade.C,
        differs="Tracks loaded dorsiflexion, not the table value (heelrise2018)",
    ),
    Statement(
        key="000-08",
        said="Medial heel whip",
        homes=(*signs("medial_heel_whip"), *rules("GT-WHIP"), *measures("hallux_df_deg")),
        grade=Grade.D,
        differs=(
            "27% of feet show it, link to injury not shown (souza2015); the article times it as the step "
            "forward, research at lift-off"
        ),
    ),
    Statement(
        key="000-09",
        said="Haglund's bump",
        homes=(*measures("haglund", "insertional_pain"), *rules("HAGLUND", "INS-ACH")),
        grade=Grade.D,
        differs="Shoe friction is the usual explanation (eorif); ICD M92.6- is a different thing",
    ),
    Statement(
        key="000-10",
        said="Inside heel counter of the shoe breaks down faster",
        homes=(*wear("counter_medial"), *rules("WEAR-MEDCTR", "WEAR-ASYM")),
        grade=Grade.D,
        differs="Almost no research on wear (dor2017)",
    ),
    Statement(
        key="000-11",
        said="One-sided thrust: look for a leg length difference",
        homes=(*rules("LLD-UNI", "LLD-ACT"), *measures("lld_block_mm", "lld_tape_mm"), *techniques("lift_trial")),
        grade=Grade.D,
        differs="No study found that tests it; block test beats tape (badii2014)",
    ),
    Statement(
        key="000-12",
        said="Assess first: some need to stretch, others to strengthen the front of the shin",
        homes=(*measures("ta_strength", "df_kf_deg"), *rules("STR-TIB", "DF-GAST"), *advice("not_one_fix")),
        grade=Grade.D,
        differs="Sensible; no trial of this sorting found",
    ),
    Statement(
        key="000-13",
        said="Calf stretch with the knee straight",
        homes=(*exercises("calf_stretch_straight"), *techniques("mt_stretch_gastroc")),
        grade=Grade.A,
        differs="Gain only 2-3 degrees (radford2006)",
    ),
    Statement(
        key="000-14",
        said="Calf stretch with the heel down and knee bent",
        homes=(*exercises("calf_stretch_bent"), *techniques("mt_stretch_soleus")),
        grade=Grade.B,
        differs="Less studied than the straight version",
    ),
    Statement(
        key="000-15",
        said="Notice which knee position feels tighter",
        homes=(*measures("tighter_position"), *advice("which_position")),
        grade=Grade.D,
        differs="A feel test; Silfverskiold is the measured version (barouk2014)",
    ),
    Statement(
        key="000-16",
        said="Foam roll the calves",
        homes=exercises("foam_roll_calf"),
        grade=Grade.C,
        differs="Short-term gain only (konrad2022, grieve2022; seever2022 says yes at 2 weeks)",
    ),
    Statement(
        key="000-17",
        said="Banded joint mobilization to make 'space' in the joint",
        homes=(*exercises("band_ankle_mob", "strap_ankle_stretch"), *techniques("mt_mwm_wb")),
        grade=Grade.C,
        differs=(
            'Belt and strap versions studied (vicenzino2006, jeon2015); band at home is inference; "space" is '
            "not a measured effect"
        ),
    ),
    Statement(
        key="000-18",
        said="Strength after mobility, to keep the gain",
        homes=(*advice("go_slow"), *exercises("heel_raise_double")),
        grade=Grade.D,
        differs="Order not tested",
    ),
    Statement(
        key="000-19",
        said="Tibialis raises",
        homes=exercises("tib_raise_wall", "tib_raise_seated", "tib_raise_band"),
        grade=Grade.D,
        differs="No trial found",
    ),
    Statement(
        key="000-20",
        said="Controlled eccentric calf raises",
        homes=exercises("ecc_heel_drop_straight", "ecc_heel_drop_bent", "ecc_heel_lower_floor"),
        grade=Grade.B,
        differs="Helps heel-cord pain (prudencio2023); did not raise dorsiflexion in young players (lagas2021)",
    ),
    Statement(
        key="000-21",
        said="Lowering slowly builds strength and mobility together",
        homes=exercises("ecc_heel_drop_straight", "heel_raise_double"),
        grade=Grade.C,
        differs="Heel raises did raise motion in one review (young2013); lagas2021 disagrees",
    ),
    Statement(
        key="000-22",
        said="Sled pushes",
        homes=exercises("sled_push", "wall_march"),
        grade=Grade.D,
        differs="No study found",
    ),
    Statement(
        key="000-23",
        said="Lasting knee pain: get a gait assessment",
        homes=(*techniques("gait_assessment"), *rules("PROG-01"), *advice("seek_help")),
        grade=Grade.D,
        differs="Six-week line is a convention",
    ),
    Statement(
        key="000-24",
        said="A trained eye decides whether the ankle is the cause or something else",
        homes=rules("NEG-01", "VALGUS-NODF"),
        grade=Grade.D,
        differs="The program prompts, the therapist confirms",
    ),
    Statement(
        key="000-25",
        said="Start small, be consistent, do not ignore signs",
        homes=advice("go_slow", "next_step"),
        grade=Grade.D,
    ),
    Statement(
        key="000-26",
        said="Remote consultations and courses (advertising)",
        no_home="Not a clinical statement; nothing to build",
    ),
)

ARTICLE = Article(number=1, title="A gait clinic's blog", source="seed_gaithappens", statements=ENTRIES)
