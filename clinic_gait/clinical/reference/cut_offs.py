"""Every cut-off: its value, what it speaks of, how sure it is, and which rules read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from clinic_gait.clinical.findings.clause_words import SAID, Limits
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, table
from clinic_gait.clinical.thresholds import THRESHOLDS, Strength, Threshold
from clinic_gait.clinical.units import Unit, plain

#: What the words for the ground of a cut-off mean.
STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {
        Strength.STRONG: "strong evidence",
        Strength.MODERATE: "moderate evidence",
        Strength.WEAK: "weak evidence",
        Strength.CONVENTION: "a habit, not proof",
        Strength.INFERENCE: "our own conclusion from what was read",
    }
)

#: What each one speaks of.
SPEAKS_OF: Mapping[str, str] = MappingProxyType(
    {
        "df_ke_limited": "dorsiflexion, knee straight: limited",
        "df_ke_borderline": "dorsiflexion, knee straight: borderline",
        "df_kf_limited": "dorsiflexion, knee bent: limited",
        "df_ke_gt_kf_warn": "dorsiflexion larger with the knee straight than bent: a likely slip",
        "df_side_gap": "dorsiflexion, knee straight: side difference",
        "wblt_low_cm": "lunge, big toe to wall: low",
        "wblt_marked_cm": "lunge, big toe to wall: markedly low",
        "wblt_gap_cm": "lunge, big toe to wall: side difference",
        "wblt_marked_deg": "lunge, shin angle: markedly low",
        "wblt_gap_deg": "lunge, shin angle: side difference",
        "inv_limited": "hindfoot inversion: limited",
        "ev_limited": "hindfoot eversion: limited",
        "hallux_low": "big toe dorsiflexion: low",
        "hallux_marked": "big toe dorsiflexion: markedly low",
        "recurvatum": "knee extension past straight",
        "recurvatum_severe": "knee extension far past straight",
        "lsd_poor": "lateral step-down: poor",
        "lsd_medium": "lateral step-down: medium",
        "fpi_pronated": "foot posture total: pronated",
        "fpi_supinated": "foot posture total: supinated",
        "nav_drop_high": "navicular drop: high",
        "heel_raise_gap": "single-leg heel raises: side difference",
        "lld_note_mm": "leg length difference: small",
        "lld_act_mm": "leg length difference: possibly important",
        "lld_refer_mm": "leg length difference: large, refer",
        "lld_refer_child_mm": "leg length difference while growing: refer",
        "lld_methods_gap_mm": "tape and block apart: they disagree",
        "step_si_pct": "step length asymmetry",
        "gait_speed_slow": "walking speed: slow",
        "shoe_miles": "miles on the shoes: worn out by habit",
        "shoe_miles_low": "miles on the shoes: look at them",
        "calf_gap_cm": "calf girth: side difference, an item of the clot score",
        "wells_likely": "clot score (Wells): likely",
        "pain_ok_max": "pain with exercise: fine",
        "pain_stop": "pain with exercise: stop",
        "mdc_wblt_cm": "lunge, big toe to wall: change beyond error",
        "mdc_wblt_deg": "lunge, shin angle: change beyond error",
        "mdc_lefs": "LEFS: change beyond error",
        "mdc_psfs": "PSFS: change beyond error",
        "nprs_gain": "pain rating: a drop that people notice",
        "nprs_worse": "pain rating: a rise that counts as worse",
        "review_weeks": "weeks without a drop of pain: review the plan",
        "mmt_full": "front-of-shin strength, manual test: less than full",
        "beighton_hyper": "Beighton score: hypermobile",
        "sits_hours": "hours sitting on a usual day: many",
        "shoe_heel_mm": "heel-to-toe height of the usual shoe: high",
    }
)


def own(threshold: Threshold) -> str:
    """That the value is this clinic's and not the default; empty when it is the default."""
    default = THRESHOLDS[threshold.key].value
    if threshold.value == default:
        return ""
    return f"this clinic's own: {plain(threshold.value)} (default {plain(default)})"


def _lines(limits: Limits) -> Iterator[str]:
    yield "Each is a setting of the clinic. The number itself is flagged with *or more* and *or less* only."
    yield from table(
        ("Key", "Speaks of", "Flagged", "Ground", "Rules that read it", "Sources", "Note"),
        (_row(limits[key]) for key in THRESHOLDS),
    )


def _row(threshold: Threshold) -> tuple[str, ...]:
    readers = (rule.key for rule in RULES.values() if threshold.key in _read_by(rule.key))
    return (
        f"`{threshold.key}`",
        SPEAKS_OF[threshold.key],
        "; ".join(filter(None, (SAID[threshold.direction].format(_amount(threshold)), own(threshold)))),
        threshold.strength.value,
        ", ".join(readers),
        cited(threshold.sources),
        threshold.note,
    )


def _read_by(rule: str) -> set[str]:
    return {name for part in RULES[rule].when.parts() for name in part.cutoffs()}


def _amount(threshold: Threshold) -> str:
    number = plain(threshold.value)
    return f"grade {number}" if threshold.unit is Unit.GRADE else f"{number}{threshold.unit.said}"


CHAPTER = Chapter(title="Cut-offs", lines=_lines)
