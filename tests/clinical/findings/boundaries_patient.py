"""Every cut-off that a rule about the patient compares with, on the line and one step to both sides."""

from __future__ import annotations

from decimal import Decimal

from clinic_gait.clinical.findings.facts import Facts
from tests.clinical.findings.boundary import ABOVE, AT_LEAST, AT_MOST, BELOW, line
from tests.clinical.findings.given import FREE, LEFT, RIGHT, Boxes, given, lengths, shoes, short

D = Decimal
SITS = {"sits_hours": 8, "shoe_heel_mm": 0}
HIP = {"pain_hip": "yes"}
ADULT, CHILD = 40, 17


def lives(patient: Boxes, **right: object) -> Facts:
    """A patient whose ankles are free but for what is said of the right one."""
    return given(patient=patient, left=FREE, right={**FREE, **right})


def habit(**patient: object) -> Facts:
    """A stiff right ankle, beside a short time of sitting and a flat shoe but for what is said."""
    return given(patient={"sits_hours": 1, "shoe_heel_mm": 0} | patient, right={"wblt_cm": 8})


def legs(block: Decimal | int, tape: Decimal | int, *, tape_short: object = LEFT) -> Facts:
    """The left leg shorter by blocks, and by tape as said."""
    side = RIGHT if tape_short is RIGHT else LEFT
    return given(lengths=lengths(block=short(LEFT, block), tape=short(side, tape)))


def blocks(mm: Decimal, age: int, surgery: str = "no") -> Facts:
    return given(lengths=lengths(block=short(LEFT, mm)), age=age, patient={"recent_joint_surgery": surgery})


LEG_LENGTH = (
    line("DQ-02", "lld_methods_gap_mm", "10", "1", AT_LEAST, lambda x: legs(20, 20 - x)),
    # As the defaults stand, short sides that differ by 5 mm each already lie 10 mm apart.
    line(
        *("DQ-02", "lld_note_mm", "5", "1", AT_LEAST),
        lambda x: legs(12, x, tape_short=RIGHT),
        lld_methods_gap_mm="90",
    ),
    line(
        *("LLD-ACT", "lld_note_mm", "5", "1", BELOW),
        lambda x: legs(12, x, tape_short=RIGHT),
        lld_methods_gap_mm="90",
    ),
    line("LLD-ACT", "lld_methods_gap_mm", "10", "1", BELOW, lambda x: legs(20, 20 - x)),
    line("LLD-ACT", "lld_act_mm", "10", "1", AT_LEAST, lambda x: legs(x, x)),
    line("LLD-REFER", "lld_refer_mm", "20", "1", AT_LEAST, lambda x: blocks(x, ADULT)),
    line("LLD-REFER", "lld_refer_child_mm", "10", "1", AT_LEAST, lambda x: blocks(x, CHILD)),
    line("LLD-REFER", "lld_act_mm", "10", "1", AT_LEAST, lambda x: blocks(x, ADULT, "yes")),
)

COURSE = (
    line("RF-02", "wells_likely", "2", "1", AT_LEAST, lambda x: given(wells_score=int(x))),
    line("WEAR-OLD", "shoe_miles", "400", "1", AT_LEAST, lambda x: given(miles=int(x))),
    line("PROG-01", "nprs_worse", "2", "1", AT_LEAST, lambda x: given(pain_change=x, weeks=1)),
    line("PROG-01", "nprs_gain", "2", "1", BELOW, lambda x: given(pain_change=-x, weeks=6)),
    line("PROG-01", "review_weeks", "6", "1", AT_LEAST, lambda x: given(pain_change=D(0), weeks=int(x))),
)

PERSON = (
    line(
        *("HYPER-01", "beighton_hyper", "5", "1", AT_LEAST),
        lambda x: given(patient={"beighton": x}, right={"talar_glide": "normal", "giving_way": "no"}),
        side=RIGHT,
    ),
    line("LIFE-01", "sits_hours", "6", "0.5", AT_LEAST, lambda x: habit(sits_hours=x)),
    line("LIFE-01", "shoe_heel_mm", "25", "0.1", AT_LEAST, lambda x: habit(shoe_heel_mm=x)),
    line("LIFE-01", "wblt_low_cm", "10", "0.1", AT_MOST, lambda x: lives(SITS, wblt_cm=x)),
    line("LIFE-01", "df_ke_limited", "5", "0.1", BELOW, lambda x: lives(SITS, df_ke_deg=x)),
    line("LIFE-01", "df_kf_limited", "10", "0.1", BELOW, lambda x: lives(SITS, df_kf_deg=x)),
    line("CHAIN-HIP", "wblt_low_cm", "10", "0.1", AT_MOST, lambda x: lives(HIP, wblt_cm=x)),
    line("CHAIN-HIP", "df_ke_limited", "5", "0.1", BELOW, lambda x: lives(HIP, df_ke_deg=x)),
    line("CHAIN-HIP", "df_kf_limited", "10", "0.1", BELOW, lambda x: lives(HIP, df_kf_deg=x)),
    line("NEG-01", "wblt_low_cm", "10", "0.1", ABOVE, lambda x: lives({}, wblt_cm=x)),
    line("NEG-01", "df_ke_borderline", "10", "0.1", AT_LEAST, lambda x: lives({}, df_ke_deg=x)),
    line("NEG-01", "df_kf_limited", "10", "0.1", AT_LEAST, lambda x: lives({}, df_kf_deg=x, df_ke_deg=10)),
)

ON_THE_PATIENT = (*LEG_LENGTH, *COURSE, *PERSON)

#: Lines that are no setting of the clinic.
FIXED = (
    line("LLD-REFER", "age", "18", "1", BELOW, lambda x: blocks(D(10), int(x))),
    line(
        *("WEAR-MEDCTR", "grade", "2", "1", AT_LEAST),
        lambda x: given(shoes=shoes(right={"counter_medial": int(x)})),
        side=RIGHT,
    ),
    line(
        *("WEAR-ASYM", "grade", "2", "1", AT_LEAST),
        lambda x: given(shoes=shoes(left={"heel_lateral": 0}, right={"heel_lateral": int(x)})),
    ),
)
