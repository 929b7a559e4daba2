"""The least facts for every rule about safety, the data, leg length, shoes, and the patient as a whole."""

from __future__ import annotations

from decimal import Decimal

from tests.clinical.findings.given import CLEAR, FREE, LEFT, PARTIAL, RIGHT, lengths, shoes, short
from tests.clinical.findings.rows import no, unknown, yes

SURGERY = {"recent_joint_surgery": "yes"}
NO_SURGERY = {"recent_joint_surgery": "no"}
HIP = {"pain_hip": "yes"}
SITS = {"sits_hours": 6}
NOT_LIMITED = {"wblt_cm": "10.1", "df_kf_deg": 10, "df_ke_deg": 5}

SAFETY = (
    yes("RF-01", open_flags=("dvt",)),
    yes("RF-01", open_flags=("cauda_equina", "foot_drop_new")),
    no("RF-01", answers=CLEAR),
    unknown("RF-01"),
    unknown("RF-01", answers=PARTIAL),
    yes("RF-02", wells_score=2),
    no("RF-02", wells_score=1),
    no("RF-02", wells_score=-2),
    unknown("RF-02"),
    yes("RF-00"),
    no("RF-00", answers=CLEAR),
    no("RF-00", answers={**CLEAR, "dvt": "yes"}, open_flags=("dvt",)),
)

DATA = (
    yes("DQ-01", RIGHT, right={"df_ke_deg": "13.1", "df_kf_deg": 10}),
    yes("DQ-01", RIGHT, right={"df_ke_deg": -1, "df_kf_deg": -5}),
    no("DQ-01", RIGHT, right={"df_ke_deg": 13, "df_kf_deg": 10}),
    no("DQ-01", RIGHT, right={"df_ke_deg": 5, "df_kf_deg": 20}),
    unknown("DQ-01", RIGHT, right={"df_ke_deg": 30}),
    unknown("DQ-01", RIGHT, right={"df_ke_deg": 30}, left={"df_kf_deg": 5}),
    yes("DQ-02", lengths=lengths(block=short(LEFT, 8), tape=short(RIGHT, 12))),
    yes("DQ-02", lengths=lengths(block=short(LEFT, 12), tape=short(LEFT, 2))),
    no("DQ-02", lengths=lengths(block=short(LEFT, 12), tape=short(LEFT, 3))),
    no("DQ-02", lengths=lengths(block=short(LEFT, 4), tape=short(RIGHT, 5))),
    unknown("DQ-02", lengths=lengths(block=short(LEFT, 30))),
    unknown("DQ-02", lengths=lengths(tape=short(LEFT, 30))),
    yes("DQ-03", right={"wblt_cm": 12}, left={"wblt_cm": (12, "app")}),
    no("DQ-03"),
    no("DQ-03", right={"wblt_cm": (12, "app")}, left={"wblt_cm": (5, "app")}),
    no("DQ-03", right={"df_ke_deg": 12}, left={"df_kf_deg": (20, "app")}),
)

LEG_LENGTH = (
    yes("LLD-ACT", lengths=lengths(block=short(LEFT, 10), tape=short(LEFT, 5))),
    no("LLD-ACT", lengths=lengths(block=short(LEFT, 9))),
    no("LLD-ACT", lengths=lengths(block=short(LEFT, 12), tape=short(RIGHT, 12))),
    no("LLD-ACT", lengths=lengths(block=short(LEFT, 0))),
    unknown("LLD-ACT", lengths=lengths(block=short(LEFT, 12))),
    unknown("LLD-ACT", lengths=lengths(tape=short(LEFT, 12))),
    yes("LLD-REFER", lengths=lengths(block=short(LEFT, 20))),
    yes("LLD-REFER", lengths=lengths(block=short(LEFT, 10)), age=17),
    yes("LLD-REFER", lengths=lengths(block=short(LEFT, 10)), patient=SURGERY),
    no("LLD-REFER", lengths=lengths(block=short(LEFT, 9))),
    no("LLD-REFER", lengths=lengths(block=short(LEFT, 19)), age=18, patient=NO_SURGERY),
    unknown("LLD-REFER", lengths=lengths(tape=short(LEFT, 30)), age=17, patient=SURGERY),
    unknown("LLD-REFER", lengths=lengths(block=short(LEFT, 19)), patient=NO_SURGERY),
    unknown("LLD-REFER", lengths=lengths(block=short(LEFT, 19)), age=18),
)

SHOES = (
    yes("WEAR-MEDCTR", RIGHT, shoes=shoes(right={"counter_medial": 2})),
    no("WEAR-MEDCTR", RIGHT, shoes=shoes(right={"counter_medial": 1})),
    unknown("WEAR-MEDCTR", RIGHT, shoes=shoes(right={"counter_lateral": 3})),
    yes("WEAR-ASYM", shoes=shoes(right={"heel_lateral": 2}, left={"heel_lateral": 0})),
    yes("WEAR-ASYM", shoes=shoes(right={"toe_medial": 0}, left={"toe_medial": 3})),
    no("WEAR-ASYM", shoes=shoes(right={"heel_lateral": 2}, left={"heel_lateral": 1})),
    unknown("WEAR-ASYM", shoes=shoes(right={"heel_lateral": 3}, left={"heel_medial": 0})),
    unknown("WEAR-ASYM"),
    yes("WEAR-OLD", miles=400),
    no("WEAR-OLD", miles=399),
    no("WEAR-OLD", miles=0),
    unknown("WEAR-OLD"),
)

COMPLAINT = (
    yes("PAIN-DOWN", patient={"pain_descending": "yes"}),
    no("PAIN-DOWN", patient={"pain_descending": "no"}),
    unknown("PAIN-DOWN", patient={"pain_ascending": "yes"}),
    yes("BAL-01", patient={"feels_wobbly": "yes"}),
    no("BAL-01", patient={"feels_wobbly": "no"}),
    unknown("BAL-01", patient={"feels_wobbly": "x"}),
    yes("LIFE-01", patient=SITS, right={"df_ke_deg": "4.9"}),
    yes("LIFE-01", patient={"shoe_heel_mm": 25}, left={"wblt_cm": 10}),
    no("LIFE-01", patient={"sits_hours": "5.5", "shoe_heel_mm": 24}, left={"wblt_cm": 5}),
    no("LIFE-01", patient=SITS, right=FREE, left=NOT_LIMITED),
    unknown("LIFE-01", patient=SITS, right=FREE),
    unknown("LIFE-01", patient={"sits_hours": 5}, left={"wblt_cm": 5}),
    yes("CHAIN-HIP", patient=HIP, left={"df_kf_deg": "9.9"}),
    no("CHAIN-HIP", patient={"pain_hip": "no"}),
    no("CHAIN-HIP", right=FREE, left=NOT_LIMITED),
    unknown("CHAIN-HIP", patient=HIP, right=FREE),
    unknown("CHAIN-HIP", left={"df_kf_deg": 5}),
    yes("PROG-01", pain_change=Decimal(2)),
    yes("PROG-01", pain_change=Decimal(-1), weeks=6),
    no("PROG-01", pain_change=Decimal(-2), weeks=6),
    no("PROG-01", pain_change=Decimal(1), weeks=5),
    no("PROG-01", pain_change=Decimal(-3)),
    unknown("PROG-01", pain_change=Decimal(-1)),
    unknown("PROG-01", weeks=6),
)
