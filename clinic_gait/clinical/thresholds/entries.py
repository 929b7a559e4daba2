"""All cut-offs with their defaults, what a clinic may set instead, and where each comes from."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from clinic_gait.clinical.thresholds.threshold import Direction, Strength, Threshold
from clinic_gait.clinical.units import Unit

D = Decimal
BELOW, AT_MOST, ABOVE, AT_LEAST = Direction
STRONG, MODERATE, WEAK, CONVENTION, INFERENCE = Strength


def _row(
    key: str,
    value: Decimal,
    span: tuple[Decimal, Decimal],
    unit: Unit,
    direction: Direction,
    strength: Strength,
    *sources: str,
    note: str = "",
) -> Threshold:
    return Threshold(
        key=key,
        value=value,
        default=value,
        low=span[0],
        high=span[1],
        unit=unit,
        direction=direction,
        strength=strength,
        sources=sources,
        note=note,
    )


_ENTRIES = (
    _row(
        "df_ke_limited",
        D(5),
        (D(-10), D(20)),
        Unit.DEG,
        BELOW,
        WEAK,
        "deheer",
        "digiovanni2002",
        "barouk2014",
        note="Healthy range off load quoted as 0-16.5 (baggett1993): a low number alone is not a fault.",
    ),
    _row("df_ke_borderline", D(10), (D(0), D(25)), Unit.DEG, BELOW, WEAK, "prepod", "physiohub_df", "digiovanni2002"),
    _row("df_kf_limited", D(10), (D(-5), D(30)), Unit.DEG, BELOW, WEAK, "digiovanni2002", "prepod"),
    _row("df_ke_gt_kf_warn", D(3), (D(0), D(10)), Unit.DEG, ABOVE, INFERENCE, "baumbach2014"),
    _row("df_side_gap", D(6), (D(2), D(20)), Unit.DEG, AT_LEAST, MODERATE, "baumbach2016"),
    _row("wblt_low_cm", D(10), (D(5), D(15)), Unit.CM, AT_MOST, WEAK, "lagas2021"),
    _row("wblt_marked_cm", D("7.5"), (D(2), D(12)), Unit.CM, BELOW, INFERENCE, "calatayud2015"),
    _row(
        "wblt_gap_cm",
        D("2.0"),
        (D(1), D(5)),
        Unit.CM,
        AT_LEAST,
        MODERATE,
        "powden2015",
        "vicenzino2006",
        "chisholm2012",
    ),
    _row("wblt_marked_deg", D(35), (D(20), D(45)), Unit.DEG, BELOW, INFERENCE, "calatayud2015"),
    _row("wblt_gap_deg", D(5), (D(2), D(15)), Unit.DEG, AT_LEAST, MODERATE, "powden2015"),
    _row("inv_limited", D(20), (D(5), D(40)), Unit.DEG, BELOW, CONVENTION, "memory"),
    _row("ev_limited", D(5), (D(1), D(20)), Unit.DEG, BELOW, CONVENTION, "memory"),
    _row("hallux_low", D(65), (D(30), D(90)), Unit.DEG, BELOW, WEAK, "hallux_fhl"),
    _row("hallux_marked", D(42), (D(15), D(70)), Unit.DEG, BELOW, WEAK, "podiapaedia_mpj"),
    _row("recurvatum", D(5), (D(0), D(15)), Unit.DEG, ABOVE, CONVENTION, "recurv5"),
    _row("recurvatum_severe", D(15), (D(6), D(30)), Unit.DEG, ABOVE, WEAK, "recurv_stroke"),
    _row(
        "lsd_poor",
        D(4),
        (D(2), D(6)),
        Unit.POINTS,
        AT_LEAST,
        MODERATE,
        "lsd_snyder",
        "mansfield2021",
        note="Raters agree only fairly to moderately in kneecap pain: kappa .40-.65 (mansfield2021).",
    ),
    _row("lsd_medium", D(2), (D(1), D(5)), Unit.POINTS, AT_LEAST, MODERATE, "lsd_snyder"),
    _row("fpi_pronated", D(6), (D(3), D(10)), Unit.POINTS, AT_LEAST, MODERATE, "fpi_bands", "redmond2008"),
    _row("fpi_supinated", D(-1), (D(-10), D(0)), Unit.POINTS, AT_MOST, MODERATE, "fpi_bands", "redmond2008"),
    _row("nav_drop_high", D(10), (D(5), D(20)), Unit.MM, ABOVE, WEAK, "nielsen2009"),
    _row("heel_raise_gap", D(7), (D(1), D(20)), Unit.REPS, AT_LEAST, INFERENCE, "hebert2017"),
    _row(
        "lld_note_mm",
        D(5),
        (D(1), D(10)),
        Unit.MM,
        AT_LEAST,
        MODERATE,
        "badii2014",
        "brady2003",
        note="Clinical findings under 5 mm: be careful with any correction (brady2003).",
    ),
    _row(
        "lld_act_mm",
        D(10),
        (D(3), D(20)),
        Unit.MM,
        AT_LEAST,
        MODERATE,
        "harvey2010",
        "khamis2017",
        note=(
            "Two small back-pain trials helped with differences of 10 mm or less, measured by ultrasound "
            "(defrin2005, rannisto2019): not knee pain, not block tests."
        ),
    ),
    _row("lld_refer_mm", D(20), (D(8), D(30)), Unit.MM, AT_LEAST, WEAK, "hasler2000", "lli2022", "applebaum2021"),
    _row("lld_refer_child_mm", D(10), (D(5), D(20)), Unit.MM, AT_LEAST, WEAK, "hasler2000"),
    _row("lld_methods_gap_mm", D(10), (D(3), D(30)), Unit.MM, AT_LEAST, INFERENCE, "badii2014"),
    _row("step_si_pct", D(10), (D(3), D(30)), Unit.PERCENT, ABOVE, CONVENTION, "memory", "si_table"),
    _row("gait_speed_slow", D("0.8"), (D("0.4"), D("1.3")), Unit.M_S, BELOW, MODERATE, "bohannon2011"),
    _row("shoe_miles", D(400), (D(150), D(800)), Unit.MILES, AT_LEAST, WEAK, "spb2017", "nycustom"),
    _row("shoe_miles_low", D(300), (D(100), D(700)), Unit.MILES, AT_LEAST, WEAK, "nycustom"),
    _row(
        "calf_gap_cm",
        D(3),
        (D(1), D(3)),
        Unit.CM,
        AT_LEAST,
        STRONG,
        "wells2003",
        "nice_dvt",
        note="An item of the clot score: it may be set stricter, never looser than the score itself.",
    ),
    _row(
        "wells_likely",
        D(2),
        (D(1), D(2)),
        Unit.POINTS,
        AT_LEAST,
        STRONG,
        "wells2003",
        "nice_dvt",
        note="It may be set stricter, never looser than the score itself.",
    ),
    _row("pain_ok_max", D(3), (D(0), D(5)), Unit.POINTS, AT_MOST, MODERATE, "silbernagel2007"),
    _row("pain_stop", D(5), (D(2), D(7)), Unit.POINTS, ABOVE, MODERATE, "silbernagel2007"),
    _row(
        "mdc_wblt_cm",
        D("1.9"),
        (D("0.5"), D(5)),
        Unit.CM,
        AT_LEAST,
        STRONG,
        "powden2015",
        note="1.9 same tester, 1.6 between testers; the larger is the default.",
    ),
    _row(
        "mdc_wblt_deg",
        D("4.7"),
        (D(1), D(12)),
        Unit.DEG,
        AT_LEAST,
        STRONG,
        "powden2015",
        note="4.7 same tester, 4.6 between testers.",
    ),
    _row(
        "mdc_lefs",
        D(9),
        (D(4), D(20)),
        Unit.POINTS,
        AT_LEAST,
        MODERATE,
        "binkley1999",
        "mehta2016",
        note="8.1-15.3 at 90% across 27 studies, so 9 is at the low end.",
    ),
    _row("mdc_psfs", D(2), (D("0.5"), D(5)), Unit.POINTS, AT_LEAST, MODERATE, "psfs_form"),
    _row(
        "nprs_gain",
        D(2),
        (D(1), D(5)),
        Unit.POINTS,
        AT_LEAST,
        MODERATE,
        "farrar2001",
        "salaffi2004",
        note="About 2 points or 30%; 1.2 in kneecap pain (piva2009).",
    ),
    _row("nprs_worse", D(2), (D(1), D(5)), Unit.POINTS, AT_LEAST, INFERENCE, "salaffi2004"),
    _row("review_weeks", D(6), (D(1), D(12)), Unit.WEEKS, AT_LEAST, CONVENTION, "memory"),
    _row("mmt_full", D(5), (D(3), D(5)), Unit.GRADE, BELOW, CONVENTION, "memory"),
    _row(
        "beighton_hyper",
        D(5),
        (D(4), D(6)),
        Unit.POINTS,
        AT_LEAST,
        MODERATE,
        "heds_table",
        "malek2021",
        note="From puberty to age 50; over 50 the criteria use 4, before puberty 6; never judge by this score alone.",
    ),
    _row("sits_hours", D(6), (D(2), D(16)), Unit.HOURS_DAY, AT_LEAST, CONVENTION, "memory"),
    _row("shoe_heel_mm", D(25), (D(5), D(80)), Unit.MM, AT_LEAST, CONVENTION, "memory"),
)

#: Every cut-off by its key.
THRESHOLDS: Mapping[str, Threshold] = MappingProxyType({one.key: one for one in _ENTRIES})
