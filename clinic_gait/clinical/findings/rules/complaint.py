"""What the patient tells, where it hurts, habits, and how the plan goes."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.patient_clauses import ANKLE_LIMITED, PatientNumber, PatientYes
from clinic_gait.clinical.findings.rule import Effect, Grade, Kind, Level, Referral, Rule
from clinic_gait.clinical.findings.side_clauses import Graded
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="PAIN-DOWN",
        level=Level.INFO,
        kind=Kind.FINDING,
        sided=False,
        when=PatientYes("pain_descending"),
        finding="Knee pain going down stairs or hills.",
        factor="Going down needs about 10 degrees more dorsiflexion than going up.",
        check_next=("Lunge test", "Lateral step-down", "Kneecap tests"),
        techniques=("education",),
        exercises=("supported_step_down", "stair_down_rail", "downhill_walk"),
        grade=Grade.C,
        sources=("protopapadaki2007", "tan2020", "seed_outside"),
    ),
    Rule(
        key="HAGLUND",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("haglund", "yes"),
        finding="Bony bump at the back of the heel.",
        factor="Friction from the shoe; tight calf often named.",
        check_next=("Pain at heel cord insertion?", "Shoe heel counter", "No deep heel drops"),
        techniques=("footwear",),
        exercises=("calf_stretch_straight", "heel_raise_double"),
        grade=Grade.D,
        caution="ICD-10: M92.6- is not this.",
        sources=("eorif", "seed_gaithappens", "icd10cm"),
    ),
    Rule(
        key="INS-ACH",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=Graded("insertional_pain", "yes"),
        finding="Pain where the heel cord meets the bone.",
        factor="Deep heel drops and strong calf stretch can press the sore spot.",
        check_next=("Shoe heel counter", "Squeeze test if sudden", "Heel bump"),
        techniques=("footwear", "education"),
        exercises=("ecc_heel_lower_floor", "iso_calf_hold"),
        grade=Grade.C,
        caution=(
            "Floor level only. Small studies without a control group: 67% satisfied at floor level, 32% with full"
            " heel drops. Avoiding strong stretch: unverified, from memory."
        ),
        sources=("jonsson2008", "fahlstrom2003", "devos2021", "memory"),
        effect=Effect(condition="insertional_achilles"),
    ),
    Rule(
        key="KNEE-BACK",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=True,
        when=AnyOf(Graded("pain_behind_knee", "yes"), Graded("knee_unstable", "yes")),
        finding="Pain behind the knee, or the knee feels unstable.",
        factor="Can come with a knee that goes past straight; other causes need a look first.",
        check_next=(
            "Calf swelling and clot screen",
            "Knee extension and laxity",
            "Stance hyperextension",
            "Dorsiflexion both knee positions",
        ),
        grade=Grade.D,
        sources=("seed_gaithappens", "yngve2021"),
    ),
    Rule(
        key="BAL-01",
        level=Level.AMBER,
        kind=Kind.FINDING,
        sided=False,
        when=PatientYes("feels_wobbly"),
        finding="Feels wobbly on stairs or uneven ground.",
        factor="Balance or ankle control.",
        check_next=("Single-leg stance time", "Falls in the past year", "Sensation"),
        techniques=("education",),
        exercises=("balance_one_leg", "balance_wobble", "walk_soft_ground"),
        grade=Grade.C,
        caution=(
            "A fall in the past year or unsteady on one leg: record fall_risk first. Start with one leg at a "
            "counter; board and soft ground come later."
        ),
        sources=("martin2021", "bohannon2006_sls", "springer2007", "seed_northstar"),
    ),
    Rule(
        key="LIFE-01",
        level=Level.INFO,
        kind=Kind.FINDING,
        sided=False,
        when=AllOf(
            ANKLE_LIMITED,
            AnyOf(
                PatientNumber("sits_hours", Direction.AT_LEAST, "sits_hours"),
                PatientNumber("shoe_heel_mm", Direction.AT_LEAST, "shoe_heel_mm"),
            ),
        ),
        finding="Long sitting or raised-heel shoes, with a stiff ankle.",
        factor="Habit may keep the ankle short.",
        check_next=("Usual shoe and heel height", "Hours sitting"),
        techniques=("footwear", "education"),
        exercises=("ankle_pumps", "seated_heel_slide"),
        grade=Grade.D,
        caution="From a clinic article; cut-offs are conventions.",
        sources=("seed_outside", "memory"),
    ),
    Rule(
        key="CHAIN-HIP",
        level=Level.INFO,
        kind=Kind.FINDING,
        sided=False,
        when=AllOf(PatientYes("pain_hip"), ANKLE_LIMITED),
        finding="Hip pain together with a stiff ankle.",
        factor="Load may be shared up the leg; the hip may also be its own problem.",
        check_next=("Hip rotation and extension", "Hip abductor strength", "Back screen"),
        grade=Grade.D,
        sources=("seed_wehking", "wbltgait"),
    ),
    Rule(
        key="PROG-01",
        level=Level.AMBER,
        kind=Kind.PLAN,
        sided=False,
        when=AnyOf(
            PatientNumber("pain_change_nprs", Direction.AT_LEAST, "nprs_worse"),
            AllOf(
                PatientNumber("weeks_in_plan", Direction.AT_LEAST, "review_weeks"),
                PatientNumber("pain_change_nprs", Direction.ABOVE, "nprs_gain", negative=True),
            ),
        ),
        finding="Pain is worse, or not clearly better by the review date.",
        factor="The plan or the idea behind it may be wrong.",
        check_next=("Re-examine, look again at red flags", "Change the plan or refer to a physician"),
        grade=Grade.D,
        sources=("seed_outside", "seed_gaithappens", "farrar2001", "salaffi2004"),
        effect=Effect(refer=Referral.ROUTINE),
    ),
)
