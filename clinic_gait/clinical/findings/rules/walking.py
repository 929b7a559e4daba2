"""What is seen in walking."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.rule import Grade, Kind, Level, Rule
from clinic_gait.clinical.findings.side_clauses import Graded, Number
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="GT-EHR",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Graded("early_heel_rise", "mild", "moderate", "severe"),
            AnyOf(
                Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"),
                Number("df_ke_deg", Direction.BELOW, "df_ke_borderline"),
            ),
        ),
        finding="Early heel rise with limited dorsiflexion.",
        factor="Ankle runs out of motion in mid-stance.",
        check_next=("Retest gait after a stretch or glide",),
        techniques=("gait_retrain",),
        exercises=("roll_through_walk", "calf_stretch_straight"),
        grade=Grade.C,
        sources=("heelrise2018",),
    ),
    Rule(
        key="GT-EHR-NODF",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Graded("early_heel_rise", "mild", "moderate", "severe"),
            Number("wblt_cm", Direction.ABOVE, "wblt_low_cm"),
            Number("df_ke_deg", Direction.AT_LEAST, "df_ke_borderline"),
        ),
        finding="Early heel rise but dorsiflexion looks fine.",
        factor="Not explained by ankle motion.",
        check_next=("Leg length", "Hip extension", "Calf overactivity or pain", "Habit or speed"),
        grade=Grade.D,
        sources=("memory",),
    ),
    Rule(
        key="GT-WHIP",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("medial_heel_whip", "5-10 deg", ">10 deg"),
        finding="Medial heel whip.",
        factor="Possible block at the big toe or ankle, late pronation, or hip rotation.",
        check_next=("Big-toe dorsiflexion", "Lunge test", "Hip rotation"),
        techniques=("mt_mtp1",),
        exercises=("toe_stretch",),
        grade=Grade.D,
        caution="27% of runners show it; injury link not shown.",
        sources=("souza2015", "seed_gaithappens", "hallux_fhl"),
    ),
    Rule(
        key="GT-HYPEREXT",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("stance_hyperext", "mild", "moderate", "severe"),
        finding="Knee goes past straight in stance.",
        factor="Ankle out of motion, calf overactivity, weak quads or lax knee.",
        check_next=(
            "Early or late in stance?",
            "Dorsiflexion both knee positions",
            "Knee extension and laxity",
            "Quad and calf strength",
            "Neurologic screen",
        ),
        techniques=("gait_retrain",),
        exercises=("soft_knee_stance", "roll_through_walk"),
        grade=Grade.C,
        sources=("yngve2021", "barouk2014", "seed_gaithappens"),
    ),
    Rule(
        key="GT-VTHRUST",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("varus_thrust", "definite", "possible"),
        finding="Knee bows outward as weight comes on.",
        factor="Medial knee overload; lateral laxity or varus alignment.",
        check_next=("Varus alignment and laxity", "Knee OA signs", "Shoe and cane advice"),
        techniques=("education", "footwear"),
        exercises=("side_leg_lift", "chair_squat"),
        grade=Grade.X,
        caution=(
            "A clinic article uses this name for hyperextension. Literature: a frontal-plane sign linked to OA "
            "progression, not to dorsiflexion."
        ),
        sources=("chang2004", "chang2013", "sharma2017", "seed_gaithappens"),
    ),
)
