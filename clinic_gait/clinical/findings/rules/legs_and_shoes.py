"""Leg length and shoe wear."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.patient_clauses import LengthsDisagree, PatientNumber, PatientYes
from clinic_gait.clinical.findings.rule import Effect, Grade, Kind, Level, Referral, Rule
from clinic_gait.clinical.findings.side_clauses import Graded, OtherGraded, Worn
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="LLD-UNI",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AnyOf(
            AllOf(Graded("varus_thrust", "definite", "possible"), OtherGraded("varus_thrust", "absent")),
            AllOf(Graded("stance_hyperext", "mild", "moderate", "severe"), OtherGraded("stance_hyperext", "none")),
        ),
        finding="Thrust or hyperextension on one side only.",
        factor="Possible leg length difference.",
        check_next=("Block test, then tape", "Old injury, laxity and strength on that side"),
        grade=Grade.D,
        caution="From a clinic article; no study found that tests it.",
        sources=("seed_gaithappens", "khamis2017"),
    ),
    Rule(
        key="LLD-ACT",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=False,
        when=AllOf(PatientNumber("lld_block_mm", Direction.AT_LEAST, "lld_act_mm"), LengthsDisagree(wanted=False)),
        finding="Leg length difference by block test, large enough to weigh.",
        factor="Leg length difference may add to the problem.",
        check_next=("Structural or functional?", "Re-test with lift under foot", "Back, hip and knee symptoms"),
        techniques=("lift_trial",),
        grade=Grade.B,
        caution=(
            "Lift trials were in low back pain, not knee pain. A prompt to weigh, where two methods agree and "
            "symptoms fit; the software never names a height."
        ),
        sources=("harvey2010", "khamis2017", "badii2014", "brady2003", "campbell2018", "defrin2005", "rannisto2019"),
    ),
    Rule(
        key="LLD-REFER",
        level=Level.RED,
        kind=Kind.PLAN,
        sided=False,
        when=AnyOf(
            PatientNumber("lld_block_mm", Direction.AT_LEAST, "lld_refer_mm"),
            AllOf(
                PatientNumber("age", Direction.BELOW, 18),
                PatientNumber("lld_block_mm", Direction.AT_LEAST, "lld_refer_child_mm"),
            ),
            AllOf(PatientNumber("lld_block_mm", Direction.AT_LEAST, "lld_act_mm"), PatientYes("recent_joint_surgery")),
        ),
        finding="Leg length difference meets a referral line.",
        factor="Imaging or surgical opinion may be needed.",
        check_next=("Refer for standing full-length film",),
        grade=Grade.C,
        sources=("hasler2000", "vogt2020", "applebaum2021", "brady2003", "sabharwal2008"),
        effect=Effect(refer=Referral.ROUTINE),
    ),
    Rule(
        key="WEAR-MEDCTR",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Worn("counter_medial", 2),
        finding="Inside of the heel counter is breaking down.",
        factor="Heel leans in; possible pronation or compensation for a stiff ankle.",
        check_next=("Foot Posture Index", "Lunge test", "Shoe age and fit"),
        techniques=("footwear",),
        exercises=("short_foot",),
        grade=Grade.D,
        caution="From a clinic article. Almost no research on wear patterns.",
        sources=("seed_gaithappens", "dor2017"),
    ),
    Rule(
        key="WEAR-ASYM",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=False,
        when=PatientNumber("wear_gap_max", Direction.AT_LEAST, 2),
        finding="Shoes wear unevenly side to side.",
        factor="Leg length, habit, or old injury.",
        check_next=("Block test", "Compare gait sides"),
        techniques=("footwear",),
        grade=Grade.D,
        sources=("seed_gaithappens", "memory"),
    ),
    Rule(
        key="WEAR-OLD",
        level=Level.INFO,
        kind=Kind.PLAN,
        sided=False,
        when=PatientNumber("shoe_miles", Direction.AT_LEAST, "shoe_miles"),
        finding="Shoes with many miles.",
        factor="Cushion loss.",
        check_next=("Talk about a new pair",),
        techniques=("footwear",),
        grade=Grade.D,
        sources=("spb2017", "nycustom"),
    ),
)
