"""The ten questions of the clot score (Wells). Nothing is scored until all of them are answered."""

from __future__ import annotations

from clinic_gait.clinical import wells
from clinic_gait.clinical.measures import Derived, Flag, Posture
from clinic_gait.clinical.units import Unit

_SOURCES = ("wells2003", "nice_dvt")
_LEG = "The leg in question is the one that is painful or swollen."


def _item(item: str, label: str, how: str, note: str = "") -> Flag:
    """One question. No answer counts as normal: a no never clears a patient."""
    return Flag(
        key=wells.PREFIX + item,
        label=f"Clot score: {label}",
        sided=False,
        posture=Posture.ASKED,
        how=how,
        note=note,
        sources=_SOURCES,
    )


ENTRIES = (
    _item(
        "active_cancer",
        "active cancer",
        "Ask: are you being treated for cancer, or were you in the last six months, or is it to ease symptoms only?",
    ),
    _item(
        "paralysis_or_cast",
        "paralysis or recent cast",
        "Ask and look: is a leg paralyzed or weak from a nerve, or was it in a cast or boot lately?",
        _LEG,
    ),
    _item(
        "bed_3d_or_surgery_12w",
        "in bed 3 days or more, or surgery in 12 weeks",
        "Ask: were you in bed for three days or more just now, or operated on under anesthesia in the last 12 weeks?",
        "Anesthesia: general, or of a region. Older versions of the score say 4 weeks.",
    ),
    _item(
        "deep_vein_tender",
        "tender along the deep veins",
        "Press lightly along the middle of the calf, behind the knee and down the inner thigh. Is it tender there?",
        f"{_LEG} Press lightly and once; do not massage.",
    ),
    _item(
        "whole_leg_swollen",
        "whole leg swollen",
        "Look at both legs from thigh to foot. Is the whole leg swollen?",
        _LEG,
    ),
    _item(
        "calf_3cm_bigger",
        "calf 3 cm or more bigger",
        "Tape both calves 10 cm below the bump of the shin bone. Is this calf 3 cm or more bigger than the other?",
        "Keep the two girths under calf girth as well.",
    ),
    _item(
        "pitting_edema_one_leg",
        "pitting edema of this leg only",
        "Press a thumb on the shin for some seconds. Does a dent stay in this leg and not in the other?",
        _LEG,
    ),
    _item(
        "collateral_veins",
        "new surface veins",
        "Look: are there surface veins that were not there before?",
        f"{_LEG} Varicose veins do not count.",
    ),
    _item(
        "past_dvt",
        "past clot",
        "Ask: did a doctor ever find a clot in a deep vein of yours?",
        "Older versions of the score leave this out.",
    ),
    _item(
        "other_dx_as_likely",
        "another cause as likely",
        "Judge: is another cause of these signs at least as likely as a clot?",
        "A yes takes two points off. When in doubt answer no.",
    ),
    Derived(
        key="wells_score",
        label="Wells score",
        sided=False,
        posture=Posture.ASKED,
        how=(
            "Worked out from the ten answers: one point for each yes, two off when another cause is as likely. "
            "Unknown until all ten are answered."
        ),
        note=wells.NEVER_CLEARS,
        limited="2 or more: a clot is likely",
        sources=_SOURCES,
        unit=Unit.POINTS,
        computed_from=wells.KEYS,
    ),
)
