"""The leg as a whole, and foot and ankle: LEFS and the two FAAM scales."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, ErrorFigure
from clinic_gait.clinical.outcomes.instrument import Formula, Instrument, Mcid, Part, Version, alike
from clinic_gait.clinical.thresholds import THRESHOLDS

#: Both stand as on the printed forms: LEFS begins with the worst answer, FAAM with the best.
_WORST_FIRST = (D(0), D(1), D(2), D(3), D(4))
_BEST_FIRST = (D(4), D(3), D(2), D(1), D(0))

_FAAM_RIGHTS = (
    "Other sites call it free or public domain, one sets commercial electronic use apart. No word of the authors was "
    "read: confirm with them."
)

LEFS = Instrument(
    key="lefs",
    short="LEFS",
    name="Lower Extremity Functional Scale",
    versions=(Version(items=tuple(alike(20, _WORST_FIRST)), low=D(0), high=D(80)),),
    parts=(
        Part(
            error=ErrorFigure(
                value=THRESHOLDS["mdc_lefs"].value,
                quote="9 at 90% (binkley1999); 8.1-15.3 across studies (mehta2016)",
                sources=("binkley1999", "mehta2016"),
            ),
            threshold="mdc_lefs",
            mcid=Mcid(value=D(9), sources=("binkley1999",)),
        ),
    ),
    formula=Formula.SUM,
    better=Better.UP,
    missing="No rule for missing items was found: all 20 are needed, else there is no total.",
    rights=(
        "Listed as free to use, but printed forms carry the permission of the American Physical Therapy Association: "
        "the wording is copyright. Ask before using it."
    ),
    sources=("binkley1999", "mehta2016", "lefs_norms", "lefs_rehab", "lefs_form", "watson2005"),
    note="Error of a single score 5.3 (binkley1999). Median of healthy people 77 (lefs_norms).",
)

FAAM_ADL = Instrument(
    key="faam_adl",
    short="FAAM daily living",
    name="Foot and Ankle Ability Measure, daily living",
    versions=(Version(items=tuple(alike(21, _BEST_FIRST)), low=D(0), high=D(100)),),
    parts=(
        Part(
            needed=19,
            error=ErrorFigure(
                value=D("5.7"),
                quote="5.7 at 95% (martin2005_faam); 6.8 in Japanese athletes (faam_j)",
                sources=("martin2005_faam", "faam_j"),
            ),
            mcid=Mcid(value=D(8), sources=("martin2005_faam",)),
        ),
    ),
    formula=Formula.SHARE,
    better=Better.UP,
    missing="At least 19 of 21 must be answered; 'not applicable' counts as not answered.",
    rights=_FAAM_RIGHTS,
    sources=("martin2005_faam", "faam_j", "faam_yhoc", "faam_pw", "faam_sra"),
    note="Test-retest ICC 0.89.",
    not_applicable=True,
)

FAAM_SPORT = Instrument(
    key="faam_sport",
    short="FAAM sport",
    name="Foot and Ankle Ability Measure, sport",
    versions=(Version(items=tuple(alike(8, _BEST_FIRST)), low=D(0), high=D(100)),),
    parts=(
        Part(
            needed=7,
            error=ErrorFigure(
                value=D("12.3"),
                quote="12.3 at 95% (martin2005_faam); 13.7 in Japanese athletes (faam_j)",
                sources=("martin2005_faam", "faam_j"),
            ),
            mcid=Mcid(value=D(9), sources=("martin2005_faam",)),
        ),
    ),
    formula=Formula.SHARE,
    better=Better.UP,
    missing="At least 7 of 8 must be answered; 'not applicable' counts as not answered.",
    rights=_FAAM_RIGHTS,
    sources=("martin2005_faam", "faam_j", "faam_yhoc", "faam_pw"),
    note="Test-retest ICC 0.87. What people call better is less than the error: a 9-point gain can still be error.",
    not_applicable=True,
)

ENTRIES = (LEFS, FAAM_ADL, FAAM_SPORT)
