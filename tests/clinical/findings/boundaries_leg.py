"""Every cut-off that a rule about one leg compares with, on the line and one step to both sides."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.values import Answer
from tests.clinical.findings.boundary import ABOVE, AT_LEAST, AT_MOST, BELOW, Boundary, line
from tests.clinical.findings.given import RIGHT, given

D = Decimal
EARLY = {"early_heel_rise": "mild"}
CAVED = {"squat_valgus": "mild"}
LIFTED = {"squat_heel_rise": "mild"}
TURNED = {"tib_rot": "limited_in"}
SPRAINED = {"past_sprain": "yes", "talar_glide": "normal"}


def here(
    rule: str, cutoff: str, at: str, step: str, expected: tuple[Answer, ...], key: str, **rest: object
) -> Boundary:
    """The number of one measure of the right leg around the line, beside what else was seen there."""
    return line(rule, cutoff, at, step, expected, lambda x: given(right={**rest, key: x}), side=RIGHT)


def less(rule: str, cutoff: str, at: str, step: str, facts: Callable[[Decimal], Facts]) -> Boundary:
    """The right leg lies so much under the left one."""
    return line(rule, cutoff, at, step, AT_LEAST, facts, side=RIGHT)


def _gap(x: Decimal, key: str) -> Facts:
    """One measure so far apart, the two others level."""
    level = {"wblt_cm": D(12), "wblt_deg": D(40), "df_ke_deg": D(12)}
    return given(right=level | {key: level[key] - x}, left=level)


ON_THE_TABLE = (
    here("DQ-01", "df_ke_gt_kf_warn", "3", "0.1", ABOVE, "df_ke_deg", df_kf_deg=0),
    here("DF-GAST", "df_ke_limited", "5", "0.1", BELOW, "df_ke_deg", df_kf_deg=20),
    here("DF-GAST", "df_kf_limited", "10", "0.1", AT_LEAST, "df_kf_deg", df_ke_deg=2),
    here("DF-BOTH", "df_ke_borderline", "10", "0.1", BELOW, "df_ke_deg", df_kf_deg=9),
    here("DF-BOTH", "df_kf_limited", "10", "0.1", BELOW, "df_kf_deg", df_ke_deg=8),
    here("DF-BORDER", "df_ke_limited", "5", "0.1", AT_LEAST, "df_ke_deg", df_kf_deg=20),
    here("DF-BORDER", "df_ke_borderline", "10", "0.1", BELOW, "df_ke_deg", df_kf_deg=20),
    here("DF-BORDER", "df_kf_limited", "10", "0.1", AT_LEAST, "df_kf_deg", df_ke_deg=8),
    here("DF-KFONLY", "df_ke_borderline", "10", "0.1", AT_LEAST, "df_ke_deg", df_kf_deg=9),
    here("DF-KFONLY", "df_kf_limited", "10", "0.1", BELOW, "df_kf_deg", df_ke_deg=12),
    here("DF-3P", "df_ke_limited", "5", "0.1", BELOW, "df_ke_deg", **TURNED, wblt_cm=12, subtalar_mob="hypo"),
    here("DF-3P", "wblt_low_cm", "10", "0.1", AT_MOST, "wblt_cm", **TURNED, df_ke_deg=12, subtalar_mob="hypo"),
    here("DF-3P", "inv_limited", "20", "0.1", BELOW, "inv_deg", **TURNED, wblt_cm=9, subtalar_mob="normal", ev_deg=9),
    here("DF-3P", "ev_limited", "5", "0.1", BELOW, "ev_deg", **TURNED, wblt_cm=9, subtalar_mob="normal", inv_deg=30),
)

STANDING = (
    here("DF-WB", "wblt_low_cm", "10", "0.1", AT_MOST, "wblt_cm", wblt_deg=40),
    here("DF-WB", "wblt_marked_deg", "35", "0.1", BELOW, "wblt_deg", wblt_cm=12),
    less("DF-GAP", "wblt_gap_cm", "2.0", "0.1", lambda x: _gap(x, "wblt_cm")),
    less("DF-GAP", "wblt_gap_deg", "5", "0.1", lambda x: _gap(x, "wblt_deg")),
    less("DF-GAP", "df_side_gap", "6", "0.1", lambda x: _gap(x, "df_ke_deg")),
    line(
        *("HX-SPRAIN", "wblt_low_cm", "10", "0.1", AT_MOST),
        lambda x: given(right={**SPRAINED, "wblt_cm": x}, left={"wblt_cm": 10}),
        side=RIGHT,
    ),
    less(
        *("HX-SPRAIN", "wblt_gap_cm", "2.0", "0.1"),
        lambda x: given(right={**SPRAINED, "wblt_cm": D(14) - x}, left={"wblt_cm": 14}),
    ),
    here("FPI-PRON", "fpi_pronated", "6", "1", AT_LEAST, "fpi6"),
)

MOVING = (
    here("GT-EHR", "wblt_low_cm", "10", "0.1", AT_MOST, "wblt_cm", **EARLY, df_ke_deg=12),
    here("GT-EHR", "df_ke_borderline", "10", "0.1", BELOW, "df_ke_deg", **EARLY, wblt_cm=12),
    here("GT-EHR-NODF", "wblt_low_cm", "10", "0.1", ABOVE, "wblt_cm", **EARLY, df_ke_deg=12),
    here("GT-EHR-NODF", "df_ke_borderline", "10", "0.1", AT_LEAST, "df_ke_deg", **EARLY, wblt_cm=12),
    here("VALGUS-DF", "lsd_medium", "2", "1", AT_LEAST, "lsd_score", squat_valgus="none", wblt_cm=9),
    here("VALGUS-DF", "wblt_low_cm", "10", "0.1", AT_MOST, "wblt_cm", **CAVED, df_ke_deg=12, df_kf_deg=20),
    here("VALGUS-DF", "df_kf_limited", "10", "0.1", BELOW, "df_kf_deg", **CAVED, df_ke_deg=8, wblt_cm=12),
    here("VALGUS-DF", "df_ke_limited", "5", "0.1", BELOW, "df_ke_deg", **CAVED, df_kf_deg=20, wblt_cm=12),
    here("VALGUS-NODF", "lsd_medium", "2", "1", AT_LEAST, "lsd_score", squat_valgus="none", wblt_cm=12),
    here("VALGUS-NODF", "wblt_low_cm", "10", "0.1", ABOVE, "wblt_cm", **CAVED),
    here("SQ-LIFT", "wblt_low_cm", "10", "0.1", AT_MOST, "wblt_cm", **LIFTED, df_ke_deg=12, df_kf_deg=20),
    here("SQ-LIFT", "df_kf_limited", "10", "0.1", BELOW, "df_kf_deg", **LIFTED, df_ke_deg=8, wblt_cm=12),
    here("SQ-LIFT", "df_ke_limited", "5", "0.1", BELOW, "df_ke_deg", **LIFTED, df_kf_deg=20, wblt_cm=12),
    # The scale of a muscle grade ends at its line: there is nothing over it.
    here("STR-TIB", "mmt_full", "5", "0.5", BELOW[:2], "ta_strength"),
    less(
        *("STR-CALF", "heel_raise_gap", "7", "1"),
        lambda x: given(right={"heel_raise_reps": 24 - x}, left={"heel_raise_reps": 24}),
    ),
)

ON_A_LEG = (*ON_THE_TABLE, *STANDING, *MOVING)
