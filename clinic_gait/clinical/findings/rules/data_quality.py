"""Entries that do not fit each other: measure again before reasoning."""

from __future__ import annotations

from clinic_gait.clinical.findings.patient_clauses import LengthsDisagree, SidesMeasuredDifferently
from clinic_gait.clinical.findings.rule import Grade, Kind, Level, Rule
from clinic_gait.clinical.findings.side_clauses import MoreStraightThanBent

ENTRIES = (
    Rule(
        key="DQ-01",
        level=Level.AMBER,
        kind=Kind.DATA,
        sided=True,
        when=MoreStraightThanBent("df_ke_gt_kf_warn"),
        finding="Dorsiflexion is larger with the knee straight than bent.",
        factor="Unlikely; probably a swapped or wrong entry.",
        check_next=("Re-measure both on this side",),
        grade=Grade.D,
        sources=("baumbach2014",),
        invalidates=("df_ke_deg", "df_kf_deg"),
    ),
    Rule(
        key="DQ-02",
        level=Level.AMBER,
        kind=Kind.DATA,
        sided=False,
        when=LengthsDisagree(),
        finding="Tape and block do not agree.",
        factor="Measurement error: tape picked the wrong short leg in 7 of 20 people in one study.",
        check_next=("Repeat both", "Trust the block test more", "Think of imaging if it matters"),
        grade=Grade.B,
        sources=("badii2014", "brady2003", "sabharwal2008"),
    ),
    Rule(
        key="DQ-03",
        level=Level.AMBER,
        kind=Kind.DATA,
        sided=False,
        when=SidesMeasuredDifferently(),
        finding="The two sides were measured in different ways.",
        factor="Method alone can shift the number by 10 degrees or more, so the sides cannot be compared.",
        check_next=("Re-measure both sides with one method",),
        grade=Grade.B,
        sources=("baumbach2014", "baumbach2016", "goss2020"),
    ),
)
