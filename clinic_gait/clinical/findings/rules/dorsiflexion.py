"""How far the ankle bends: knee straight and bent, in the lunge, and beside the other side."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.patient_clauses import ANKLES_FREE
from clinic_gait.clinical.findings.rule import Grade, Kind, Level, Rule
from clinic_gait.clinical.findings.side_clauses import LessThanOther, Number
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="DF-GAST",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Number("df_ke_deg", Direction.BELOW, "df_ke_limited"),
            Number("df_kf_deg", Direction.AT_LEAST, "df_kf_limited"),
        ),
        finding="Dorsiflexion limited with the knee straight only.",
        factor="Gastrocnemius length.",
        check_next=("Repeat with two hands and hindfoot neutral", "Weight-bearing lunge both sides"),
        techniques=("mt_stretch_gastroc", "mt_soft_calf"),
        exercises=(
            "calf_stretch_straight",
            "towel_calf_stretch",
            "foam_roll_calf",
            "matrix_straight_supported",
            "heel_raise_double",
        ),
        grade=Grade.B,
        caution="Healthy people can be under 5 degrees with some methods. Confirm with symptoms and the other side.",
        sources=(
            "barouk2014",
            "baumbach2014",
            "baumbach2016",
            "goss2020",
            "digiovanni2002",
            "radford2006",
            "medeiros2018",
        ),
    ),
    Rule(
        key="DF-BOTH",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Number("df_ke_deg", Direction.BELOW, "df_ke_borderline"),
            Number("df_kf_deg", Direction.BELOW, "df_kf_limited"),
        ),
        finding="Dorsiflexion limited with the knee straight and bent.",
        factor="Soleus, ankle joint capsule, or bone block.",
        check_next=("Posterior talar glide and end feel", "Front-of-ankle pinch", "Old sprain or fracture"),
        techniques=("mt_talar_ap", "mt_mwm_wb", "mt_stretch_soleus"),
        exercises=("calf_stretch_bent", "half_kneel_knee_to_wall", "strap_ankle_stretch", "band_ankle_mob"),
        grade=Grade.B,
        sources=("barouk2014", "prepod", "vall2019", "kim2022", "jiang2026"),
    ),
    Rule(
        key="DF-BORDER",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Number("df_ke_deg", Direction.AT_LEAST, "df_ke_limited"),
            Number("df_ke_deg", Direction.BELOW, "df_ke_borderline"),
            Number("df_kf_deg", Direction.AT_LEAST, "df_kf_limited"),
        ),
        finding="Knee-straight dorsiflexion is borderline; knee-bent is fine.",
        factor="May be normal for the method, or a mild gastrocnemius limit.",
        check_next=("Weight-bearing lunge both sides", "Mean of three readings", "Any early heel rise?"),
        grade=Grade.D,
        caution="Amber only. Suggest treatment only if another rule also fires.",
        sources=("digiovanni2002", "prepod", "baumbach2014", "baumbach2016"),
    ),
    Rule(
        key="DF-KFONLY",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Number("df_ke_deg", Direction.AT_LEAST, "df_ke_borderline"),
            Number("df_kf_deg", Direction.BELOW, "df_kf_limited"),
        ),
        finding="Limited with the knee bent but not straight.",
        factor="Unusual pattern; check the reading.",
        check_next=("Re-measure", "Talar glide"),
        grade=Grade.D,
        sources=("memory",),
    ),
    Rule(
        key="DF-WB",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AnyOf(
            Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"), Number("wblt_deg", Direction.BELOW, "wblt_marked_deg")
        ),
        finding="Weight-bearing lunge is low.",
        factor="Limited loaded dorsiflexion.",
        check_next=("Where is the stretch felt: calf or front of ankle?", "Knee straight and bent tests"),
        techniques=("mt_talar_ap", "mt_mwm_wb"),
        exercises=("half_kneel_knee_to_wall", "calf_stretch_bent"),
        grade=Grade.C,
        sources=("lagas2021", "calatayud2015", "lima2018"),
    ),
    Rule(
        key="DF-GAP",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AnyOf(
            LessThanOther("wblt_cm", "wblt_gap_cm"),
            LessThanOther("wblt_deg", "wblt_gap_deg"),
            LessThanOther("df_ke_deg", "df_side_gap"),
        ),
        finding="This ankle moves clearly less than the other.",
        factor="Side-to-side loss beyond measurement error.",
        check_next=("Old injury on this side", "Talar glide"),
        techniques=("mt_talar_ap", "mt_mwm_wb"),
        exercises=("standing_knee_to_wall",),
        grade=Grade.B,
        sources=("powden2015", "chisholm2012", "baumbach2016", "vicenzino2006"),
    ),
    Rule(
        key="NEG-01",
        level=Level.INFO,
        kind=Kind.FINDING,
        sided=False,
        when=ANKLES_FREE,
        finding="Ankle motion is not limited on either side.",
        factor="The ankle is unlikely to be the main driver.",
        check_next=("Hip and knee strength", "Load history", "Back or hip referral"),
        techniques=("education",),
        exercises=("side_leg_lift", "chair_squat"),
        grade=Grade.B,
        sources=("willy2019", "crossley2016", "neal2024", "winters2020"),
    ),
)
