"""Every row of the table of rules, written by hand."""

from __future__ import annotations

from tests.clinical.findings.given import NO, UNKNOWN, YES
from tests.clinical.findings.table_ankle import DORSIFLEXION, JOINTS
from tests.clinical.findings.table_movement import PLACES_OF_PAIN, SQUAT_AND_STRENGTH, WALKING
from tests.clinical.findings.table_patient import COMPLAINT, DATA, LEG_LENGTH, SAFETY, SHOES

ROWS = (
    *SAFETY,
    *DATA,
    *DORSIFLEXION,
    *JOINTS,
    *WALKING,
    *SQUAT_AND_STRENGTH,
    *PLACES_OF_PAIN,
    *LEG_LENGTH,
    *SHOES,
    *COMPLAINT,
)
HOLDING = tuple(row for row in ROWS if row.answer is YES)
SILENT = tuple(row for row in ROWS if row.answer is NO)
UNTOLD = tuple(row for row in ROWS if row.answer is UNKNOWN)
