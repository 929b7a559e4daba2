"""Warning signs: what stops a home sheet and who should see the patient."""

from __future__ import annotations

from clinic_gait.clinical.findings.clause import AllOf, AnyOf
from clinic_gait.clinical.findings.patient_clauses import FlagOpen, NotLifted, PatientNumber, ScreenUnfinished
from clinic_gait.clinical.findings.rule import Effect, Grade, Kind, Level, Referral, Rule
from clinic_gait.clinical.findings.side_clauses import Graded
from clinic_gait.clinical.thresholds import Direction

ENTRIES = (
    Rule(
        key="RF-01",
        level=Level.RED,
        kind=Kind.RED_FLAG,
        sided=False,
        when=FlagOpen(),
        finding="An open red flag is recorded.",
        factor="Possible serious cause.",
        check_next=("Open the flag and follow its urgency", "Write the referral letter"),
        grade=Grade.B,
        sources=("redflag_table", "scot_borders", "bsr2006", "boast_cs", "finucane2020"),
        effect=Effect(hold_hep=True, hold_plan=True, refer_by_flag=True),
    ),
    Rule(
        key="RF-02",
        level=Level.RED,
        kind=Kind.RED_FLAG,
        sided=False,
        when=AllOf(PatientNumber("wells_score", Direction.AT_LEAST, "wells_likely"), NotLifted("dvt")),
        finding="The Wells score makes a clot likely.",
        factor="DVT likely by score.",
        check_next=("Same-day medical referral", "No calf massage, rolling or stretching"),
        grade=Grade.A,
        sources=("wells2003", "nice_dvt"),
        effect=Effect(hold_hep=True, hold_plan=True, refer=Referral.SAME_DAY),
    ),
    Rule(
        key="RF-03",
        level=Level.RED,
        kind=Kind.RED_FLAG,
        sided=True,
        when=AnyOf(Graded("foot_slap", "moderate", "severe"), Graded("drop_foot_swing", "moderate", "severe")),
        finding="Foot slap or toe drag.",
        factor="Weak dorsiflexors; a nerve or root cause must be screened.",
        check_next=(
            "Dorsiflexor strength, sensation, reflexes, straight leg raise",
            "If new and unexplained: urgent referral",
        ),
        exercises=("tib_raise_seated",),
        grade=Grade.D,
        caution="Toe lifts only after strength, sensation and reflexes were looked at. New weakness: refer first.",
        sources=("scot_borders", "memory"),
    ),
    Rule(
        key="RF-00",
        level=Level.RED,
        kind=Kind.DATA,
        sided=False,
        when=ScreenUnfinished(),
        finding="The safety screen is not finished.",
        factor="Not screened is not the same as clear.",
        check_next=("Answer every item of the screen",),
        grade=Grade.B,
        sources=("redflag_table", "scot_borders"),
        effect=Effect(hold_plan=True, hold_sign=True),
    ),
)
