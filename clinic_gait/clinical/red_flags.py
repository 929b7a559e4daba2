"""The safety screen: when to stop and refer.

Every item is answered yes or no. A yes holds the printer; an item that was not
asked is unknown, never clear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Urgency(str, Enum):
    """How soon the patient has to be seen by somebody else."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    URGENT = "urgent"

    @property
    def words(self) -> str:
        """As said on a page."""
        return _URGENCY_WORDS[self]

    def act(self, emergency_number: str) -> str:
        """What to do now, in a sentence, with the clinic's own emergency number."""
        return _URGENCY_ACTS[self].format(call=f"call {emergency_number}" if emergency_number else "call for help")


_URGENCY_WORDS = {
    Urgency.EMERGENCY: "emergency: send now",
    Urgency.SAME_DAY: "same day",
    Urgency.URGENT: "urgent: within days",
}

_URGENCY_ACTS = {
    Urgency.EMERGENCY: "Send now: {call}, and stay with the patient. No treatment today.",
    Urgency.SAME_DAY: (
        "Have a physician see the patient today: phone before the patient leaves. No treatment of this problem until "
        "then. If it gets worse meanwhile: {call}."
    ),
    Urgency.URGENT: (
        "Refer to a physician within days, and tell the patient what would make it sooner. If it gets worse quickly: "
        "{call}."
    ),
}


class ScreenState(str, Enum):
    """How far the screen was answered."""

    NOT_DONE = "not_done"
    PARTIAL = "partial"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """One item of the screen. ``ask`` are the things that make it a yes, ``note`` what to keep in mind."""

    key: str
    label: str
    urgency: Urgency
    ask: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...]


_ENTRIES = (
    RedFlag(
        key="dvt",
        label="Possible clot in the leg (DVT)",
        urgency=Urgency.SAME_DAY,
        ask=(
            "Active cancer",
            "Paralysis or recent cast",
            "In bed 3+ days or surgery under anesthesia in 12 weeks",
            "Tender along deep veins",
            "Whole leg swollen",
            "Calf 3+ cm bigger",
            "Pitting edema one side",
            "New surface veins",
            "Past DVT",
        ),
        note="Likely = 2 or more: guideline asks for a leg vein scan within 4 hours (UK pathway, nice_dvt).",
        sources=("wells2003", "nice_dvt", "redflag_table"),
    ),
    RedFlag(
        key="pe",
        label="Short of breath or chest pain with leg signs",
        urgency=Urgency.EMERGENCY,
        sources=("memory",),
    ),
    RedFlag(
        key="fracture_ankle_foot",
        label="Ottawa ankle or foot rule positive",
        urgency=Urgency.SAME_DAY,
        ask=(
            "Bone tender at back edge of outer ankle, last 6 cm",
            "Bone tender at back edge of inner ankle, last 6 cm",
            "Tender base of 5th metatarsal",
            "Tender navicular",
            "Could not walk 4 steps then and now",
        ),
        note=(
            "Adults, fresh injury; pooled sensitivity near 100% in one review (bachmann2003) but 91%, "
            "specificity 25%, in adults in a newer one (oar2022): a negative rule lowers the risk, it does "
            "not end suspicion."
        ),
        sources=("ottawa", "bachmann2003", "oar2022"),
    ),
    RedFlag(
        key="fracture_knee",
        label="Ottawa knee rule positive",
        urgency=Urgency.SAME_DAY,
        ask=(
            "Age 55 or more",
            "Only kneecap tender",
            "Fibular head tender",
            "Cannot bend to 90",
            "Could not walk 4 steps then and now",
        ),
        note=(
            "Acute injury only; age alone must not fire without injury; pooled sensitivity 98.5%, specificity"
            " 48.6% in adults (bachmann2004)."
        ),
        sources=("ottawa", "bachmann2004"),
    ),
    RedFlag(
        key="septic_joint",
        label="Hot swollen joint, fever, recent infection or injection",
        urgency=Urgency.EMERGENCY,
        note=(
            "A short history of a hot, swollen, tender joint that moves less counts as infected until shown "
            "otherwise; no fever does not clear it (bsr2006)."
        ),
        sources=("bsr2006", "redflag_table", "scot_borders"),
    ),
    RedFlag(
        key="cellulitis",
        label="Spreading red warm skin",
        urgency=Urgency.SAME_DAY,
        sources=("redflag_table",),
    ),
    RedFlag(
        key="compartment",
        label="Severe tight leg pain, worse on stretch, numbness",
        urgency=Urgency.EMERGENCY,
        note=(
            "Key signs: pain beyond what the injury explains and pain on passive stretch of that muscle "
            "group; pulses are usually normal and numbness comes late, so neither clears it (boast_cs)."
        ),
        sources=("boast_cs", "redflag_table"),
    ),
    RedFlag(
        key="arterial",
        label="Cold or pale foot, weak pulse, walking calf pain eased by rest",
        urgency=Urgency.SAME_DAY,
        note="Acute cold limb = emergency; ABI <0.90.",
        sources=("redflag_table",),
    ),
    RedFlag(
        key="cauda_equina",
        label="Saddle numbness, bladder or bowel change, both-leg weakness",
        urgency=Urgency.EMERGENCY,
        sources=("finucane2020", "scot_borders"),
    ),
    RedFlag(
        key="foot_drop_new",
        label="New foot drop with no clear cause",
        urgency=Urgency.URGENT,
        sources=("scot_borders",),
    ),
    RedFlag(
        key="tumor",
        label="Night pain that will not settle, weight loss, past cancer, hard mass",
        urgency=Urgency.URGENT,
        note="Single signs have little proven accuracy; judge the whole picture (finucane2020, spine).",
        sources=("finucane2020", "scot_borders"),
    ),
    RedFlag(
        key="achilles_rupture",
        label="Sudden pop at heel cord, positive squeeze test",
        urgency=Urgency.SAME_DAY,
        sources=("memory",),
    ),
    RedFlag(
        key="extensor_rupture",
        label="Cannot straighten knee against gravity after injury",
        urgency=Urgency.SAME_DAY,
        sources=("memory", "scot_borders"),
    ),
    RedFlag(
        key="locked_knee",
        label="Knee stuck and will not straighten",
        urgency=Urgency.URGENT,
        sources=("memory",),
    ),
    RedFlag(
        key="scfe_perthes",
        label="Child or teen with knee pain and hip motion loss",
        urgency=Urgency.SAME_DAY,
        note=(
            "Slipped growth plate: mostly age 8 to 15; up to 15% feel it only in the thigh or knee; hip turns"
            " in less; keep weight off until seen (last part: memory)."
        ),
        sources=("peck2017", "scfe_msd", "scot_borders", "memory"),
    ),
    RedFlag(
        key="charcot",
        label="Diabetes or numb foot: red, warm, swollen foot",
        urgency=Urgency.SAME_DAY,
        note="A separate 2023 guideline covers acute Charcot foot (iwgdf2023); its wording was not read.",
        sources=("iwgdf2023", "memory"),
    ),
    RedFlag(
        key="stress_fracture",
        label="Point bone pain that rises with loading, night ache in a runner",
        urgency=Urgency.URGENT,
        sources=("memory",),
    ),
    RedFlag(
        key="inflammatory",
        label="Long morning stiffness, several joints, skin or bowel signs",
        urgency=Urgency.URGENT,
        sources=("scot_borders",),
    ),
)

#: Every item of the screen by its key, in the order in which it is asked.
FLAGS: Mapping[str, RedFlag] = MappingProxyType({one.key: one for one in _ENTRIES})


def screen_state(answers: Mapping[str, str]) -> ScreenState:
    """Whether the screen was begun and finished; done only when every item has its yes or no."""
    given = [key for key in FLAGS if answers.get(key) in ("yes", "no")]
    if not given:
        return ScreenState.NOT_DONE
    return ScreenState.DONE if len(given) == len(FLAGS) else ScreenState.PARTIAL
