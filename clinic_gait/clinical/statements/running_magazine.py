"""Clinic article 3: ankles, descents and knee pain, in a running magazine."""

from __future__ import annotations

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.statements.homes import advice, exercises, flags, measures, rules, techniques
from clinic_gait.clinical.statements.statement import Article, Statement

ENTRIES = (
    Statement(
        key="002-01",
        said="Long-lasting knee pain is usually not from the knee; direct trauma is",
        homes=(*measures("direct_trauma"), *flags("fracture_knee")),
        grade=Grade.D,
        differs="Too broad; knee OA and kneecap pain are knee problems. Trauma opens the fracture screen (ottawa)",
    ),
    Statement(
        key="002-02",
        said="Pain while descending points to the ankle",
        homes=(*measures("pain_descending", "pain_running_downhill"), *rules("PAIN-DOWN")),
        grade=Grade.C,
        differs="Fits stairs data (protopapadaki2007); also the classic sign of kneecap pain",
    ),
    Statement(
        key="002-03",
        said="Motion happens in three planes; a limit in any plane overloads a neighbor",
        homes=(*measures("df_ke_deg", "inv_deg", "ev_deg", "tib_rot"), *rules("DF-3P")),
        grade=Grade.D,
        differs="Sagittal plane studied; the other two hardly",
    ),
    Statement(
        key="002-04",
        said="Everything up to the neck can suffer",
        no_home="No evidence was read; not used",
    ),
    Statement(
        key="002-05",
        said="Foot has 26 bones, 33 joints, over 100 soft parts",
        no_home="A textbook fact; nothing to build",
    ),
    Statement(
        key="002-06",
        said="Any past sprain may leave a stiff ankle, even long ago",
        homes=(*measures("past_sprain", "last_sprain_months", "sprain_count"), *rules("HX-SPRAIN")),
        grade=Grade.A,
        differs=(
            "Glide deficit in 71% of recurrent sprainers (vicenzino2006); some ankles are loose instead: HYPER-01"
        ),
    ),
    Statement(
        key="002-07",
        said="Sitting lifestyle limits the ankle",
        homes=(*measures("sits_hours"), *rules("LIFE-01"), *exercises("ankle_pumps"), *advice("sitting")),
        grade=Grade.D,
        differs="No study read",
    ),
    Statement(
        key="002-08",
        said="Shoe choice limits the ankle",
        homes=(
            *measures("shoe_type_usual", "shoe_heel_mm"),
            *rules("LIFE-01"),
            *techniques("footwear"),
            *advice("shoes"),
        ),
        grade=Grade.D,
        differs="No study read",
    ),
    Statement(
        key="002-09",
        said="Downhill running multiplies forces and asks more dorsiflexion",
        homes=(*measures("pain_running_downhill"), *exercises("downhill_walk"), *advice("downhill")),
        grade=Grade.C,
        differs="No downhill figure found; stairs figure used",
    ),
    Statement(
        key="002-10",
        said="Flat or uphill may be fine while downhill hurts",
        homes=measures("pain_running_flat", "pain_running_downhill"),
        grade=Grade.D,
    ),
    Statement(
        key="002-11",
        said="In loading the shin also turns and tilts inward a little",
        homes=(*measures("tib_rot"), *exercises("matrix_bent_stand_side", "matrix_bent_stand_turn")),
        grade=Grade.D,
        differs="Tibial rotation has no usable norm: ordinal only",
    ),
    Statement(
        key="002-12",
        said="If the ankle cannot move, the knee is forced to bend, turn or tilt more",
        homes=rules("VALGUS-DF", "DF-3P"),
        grade=Grade.B,
        differs="Inward motion shown; rotation not",
    ),
    Statement(
        key="002-13",
        said="Ankles must move with straight and bent knee; train both",
        homes=(
            *measures("df_ke_deg", "df_kf_deg"),
            *advice("which_position"),
            *exercises("calf_stretch_straight", "calf_stretch_bent"),
        ),
        grade=Grade.B,
        differs="Two tests tell muscle from joint (barouk2014)",
    ),
    Statement(
        key="002-14",
        said="Side tilt and rotation are neglected by usual stretches",
        homes=exercises(
            "matrix_bent_kneel_side",
            "matrix_bent_kneel_turn",
            "matrix_straight_kneel_side",
            "matrix_straight_kneel_turn",
            "matrix_straight_stand_side",
            "matrix_straight_stand_turn",
        ),
        grade=Grade.D,
        differs="No trial found",
    ),
    Statement(
        key="002-15",
        said="Flexed-knee 3-way matrix",
        homes=exercises("matrix_bent_kneeling", "matrix_bent_standing", "matrix_bent_kneel_fb", "matrix_bent_stand_fb"),
        grade=Grade.D,
        differs="The article gives the name and the planes only; the moves are ours",
    ),
    Statement(
        key="002-16",
        said="Straight-leg 3-way matrix",
        homes=exercises(
            "matrix_straight_kneeling",
            "matrix_straight_supported",
            "matrix_straight_standing",
            "matrix_straight_kneel_fb",
            "matrix_straight_stand_fb",
        ),
        grade=Grade.D,
        differs="The article gives the name and the planes only; the moves are ours",
    ),
    Statement(
        key="002-17",
        said="Go from kneeling to standing",
        homes=exercises("matrix_bent_kneeling", "matrix_bent_standing", "matrix_straight_kneeling"),
        grade=Grade.D,
        differs="Harder links in the exercise library",
    ),
    Statement(
        key="002-18",
        said="If it hurts back off; do not drive into pain",
        homes=(*advice("back_off", "pain_rule"), *techniques("education")),
        grade=Grade.C,
        differs="Pain scale 0-3 fine (silbernagel2007, Achilles work)",
    ),
    Statement(
        key="002-19",
        said="Practice many times a day",
        homes=advice("spread_practice"),
        grade=Grade.D,
        differs="Stretch dose data: about 4 min per bout, 10 min a week may do (stretchdose, secondary)",
    ),
    Statement(
        key="002-20",
        said="Use as warm-up and between gym sets",
        homes=(*advice("spread_practice"), *exercises("ankle_pumps")),
        grade=Grade.D,
    ),
    Statement(
        key="002-21",
        said="Then use the motion in real tasks",
        homes=(*advice("use_it"), *exercises("roll_through_walk", "downhill_walk"), *techniques("gait_retrain")),
        grade=Grade.D,
    ),
    Statement(
        key="002-22",
        said="Knees past toes is not harmful in itself; load gradually",
        homes=(*exercises("over_toes_lunge"), *advice("knee_over_toe")),
        grade=Grade.D,
        differs="Differs from clinic article 2",
    ),
    Statement(
        key="002-23",
        said="If pain stays or grows worse see a suitable physician",
        homes=(*rules("PROG-01"), *advice("seek_help", "stop")),
        grade=Grade.D,
        differs="Review at 6 weeks is a convention",
    ),
)

ARTICLE = Article(number=3, title="A running magazine", source="seed_outside", statements=ENTRIES)
