"""Squat, step-down, strength and foot posture."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.rule import Grade, Kind, Level, Rule
from clinic_gait.clinical.findings.side_clauses import Graded, LessThanOther, Number
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="VALGUS-DF",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            AnyOf(Graded("squat_valgus", "mild", "marked"), Number("lsd_score", Direction.AT_LEAST, "lsd_medium")),
            AnyOf(
                Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"),
                Number("df_kf_deg", Direction.BELOW, "df_kf_limited"),
                Number("df_ke_deg", Direction.BELOW, "df_ke_limited"),
            ),
        ),
        finding="Knee caves in or poor step-down, with limited dorsiflexion.",
        factor="Ankle motion may feed the knee pattern.",
        check_next=("Repeat squat with heels on a block: better = ankle share", "Hip strength"),
        techniques=("mt_talar_ap",),
        exercises=(
            "heel_elevated_squat",
            "calf_stretch_bent",
            "supported_step_down",
            "side_leg_lift",
            "squat_self_check",
        ),
        grade=Grade.A,
        caution="Association, not cause.",
        sources=("lima2018", "macrum2012", "rabin2014"),
    ),
    Rule(
        key="VALGUS-NODF",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            AnyOf(Graded("squat_valgus", "mild", "marked"), Number("lsd_score", Direction.AT_LEAST, "lsd_medium")),
            Number("wblt_cm", Direction.ABOVE, "wblt_low_cm"),
        ),
        finding="Knee caves in, but loaded dorsiflexion is fine.",
        factor="Look at hip strength, control and foot.",
        check_next=("Hip abductor and rotator strength", "Foot Posture Index"),
        exercises=("clamshell", "side_leg_lift", "glute_squeeze", "band_side_walk", "supported_step_down"),
        grade=Grade.B,
        sources=("wilczynski2020", "willy2019", "neal2024", "collins2018"),
    ),
    Rule(
        key="FPI-PRON",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Number("fpi6", Direction.AT_LEAST, "fpi_pronated"),
        finding="Pronated foot posture.",
        factor="May add to knee load in some people.",
        check_next=("Does a soft arch support ease step-down pain today?",),
        techniques=("orthosis",),
        exercises=("short_foot",),
        grade=Grade.C,
        sources=("redmond2008", "fpi_bands", "collins2018", "winters2020", "neal2024", "willy2019"),
    ),
    Rule(
        key="STR-CALF",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=LessThanOther("heel_raise_reps", "heel_raise_gap"),
        finding="Fewer heel raises than the other side.",
        factor="Calf strength or endurance loss.",
        check_next=("Pain during test?", "Squeeze test if sudden"),
        exercises=("heel_raise_double", "heel_raise_single"),
        grade=Grade.C,
        sources=("hebert2017",),
    ),
    Rule(
        key="SQ-LIFT",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            AnyOf(Graded("squat_heel_rise", "mild", "marked"), Graded("squat_depth", "above_parallel")),
            AnyOf(
                Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"),
                Number("df_kf_deg", Direction.BELOW, "df_kf_limited"),
                Number("df_ke_deg", Direction.BELOW, "df_ke_limited"),
            ),
        ),
        finding="Heels lift or squat stays high, with limited dorsiflexion.",
        factor="The ankle may stop the squat early.",
        check_next=("Repeat with heels on a block: deeper = ankle share",),
        techniques=("mt_talar_ap",),
        exercises=("heel_elevated_squat", "half_kneel_knee_to_wall", "squat_self_check"),
        grade=Grade.C,
        caution="A heel block can raise the load on the knee.",
        sources=("macrum2012", "monteiro2022", "lu2022", "seed_northstar", "seed_bodylink"),
    ),
    Rule(
        key="STR-TIB",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Number("ta_strength", Direction.BELOW, "mmt_full"),
        finding="Front-of-shin strength is below full.",
        factor="Weak dorsiflexors may be part of the problem instead of a tight calf.",
        check_next=("Foot slap or toe drag?", "Grade 3 or less: screen nerve and back"),
        exercises=("tib_raise_seated", "tib_raise_wall", "tib_raise_band"),
        grade=Grade.D,
        caution="No trial found for knee pain.",
        sources=("seed_gaithappens", "memory"),
    ),
)
