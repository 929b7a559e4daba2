"""Joints of the ankle and hindfoot: glide, three planes, old sprains, looseness."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.patient_clauses import PatientNumber
from clinic_gait.clinical.findings.rule import Effect, Grade, Kind, Level, Rule
from clinic_gait.clinical.findings.side_clauses import Graded, LessThanOther, Number
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="DF-GLIDE",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("talar_glide", "reduced"),
        finding="Posterior talar glide is reduced.",
        factor="Joint part of the stiffness.",
        check_next=("Lunge before and after a trial glide",),
        techniques=("mt_talar_ap", "mt_mwm_wb", "mt_talo_distraction"),
        exercises=("band_ankle_mob", "strap_ankle_stretch"),
        grade=Grade.B,
        sources=("vicenzino2006", "hoch2012", "vall2019", "jiang2026"),
    ),
    Rule(
        key="DF-3P",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            AnyOf(
                Number("df_ke_deg", Direction.BELOW, "df_ke_limited"),
                Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"),
            ),
            AnyOf(
                Graded("subtalar_mob", "hypo"),
                Number("inv_deg", Direction.BELOW, "inv_limited"),
                Number("ev_deg", Direction.BELOW, "ev_limited"),
            ),
            Graded("tib_rot", "limited_in", "limited_out", "limited_both"),
        ),
        finding="Limited in all three planes.",
        factor="Whole ankle and hindfoot stiffness; knee may take up motion.",
        check_next=("Subtalar and talar joint play", "Old fracture or arthritis"),
        techniques=("mt_subtalar_glide", "mt_talar_ap", "mt_midtarsal"),
        exercises=("matrix_bent_kneeling", "matrix_straight_kneeling", "matrix_straight_supported", "subtalar_rock"),
        grade=Grade.D,
        sources=("seed_outside", "seed_wehking"),
    ),
    Rule(
        key="ST-HYPO",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("subtalar_mob", "hypo"),
        finding="Stiff subtalar joint.",
        factor="Limits inversion and eversion; adds stress above.",
        check_next=("Compare sides", "Rule out coalition in a young person"),
        techniques=("mt_subtalar_glide", "mt_subtalar_distraction"),
        exercises=("subtalar_rock",),
        grade=Grade.D,
        sources=("seed_wehking", "memory"),
    ),
    Rule(
        key="HX-SPRAIN",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AllOf(
            Graded("past_sprain", "yes"),
            AnyOf(
                Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"),
                Graded("talar_glide", "reduced"),
                LessThanOther("wblt_cm", "wblt_gap_cm"),
            ),
        ),
        finding="Past ankle sprain with a stiff ankle.",
        factor="Residual joint restriction.",
        check_next=("Anterior drawer and giving way", "Single-leg balance", "FAAM"),
        techniques=("mt_talar_ap", "mt_mwm_wb", "mt_tibfib_distal"),
        exercises=("balance_one_leg", "balance_wobble", "ankle_band_side", "standing_knee_to_wall"),
        grade=Grade.A,
        caution=(
            "Strongest part: balance work and bracing to prevent the next sprain. Glides give more motion, but "
            "studies disagree a lot; pain: no gain in long-standing instability (jiang2026), a small one after a "
            "sprain (mwm2025, low certainty)."
        ),
        sources=("martin2021", "vall2019", "kim2022", "jiang2026", "terada2013", "mwm2025"),
    ),
    Rule(
        key="HYPER-01",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AnyOf(
            Graded("talar_glide", "excess"),
            AllOf(Graded("giving_way", "yes"), Graded("drawer_pos", "yes")),
            PatientNumber("beighton", Direction.AT_LEAST, "beighton_hyper"),
        ),
        finding="Loose ankle or loose joints.",
        factor="More motion is not the goal here; control is.",
        check_next=("Anterior drawer and tilt, both sides", "Single-leg balance", "FAAM"),
        techniques=("education",),
        exercises=("balance_one_leg", "balance_wobble", "ankle_band_side", "short_foot"),
        grade=Grade.C,
        caution=(
            "No thrust. Stretch and glides only with a written reason. The joint score line changes with age: 4 "
            "over 50, 6 before puberty; never judge by the score alone."
        ),
        sources=("batavia_mob", "manip_table", "heds_table", "malek2021", "martin2021", "mob_contra"),
        effect=Effect(condition="hypermobility"),
    ),
)
