"""Everything that can be recorded of a patient, by section of the page.

A new measure is one entry in one of these modules. Form, validation, storage,
change, chart, print and export follow from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from clinic_gait.clinical.catalogue import (
    ankle,
    ankle_joints,
    foot,
    function,
    gait,
    gait_stance,
    gait_swing,
    hip,
    history,
    knee,
    leg_length,
    pain,
    shoes,
    wells,
)
from clinic_gait.clinical.measures import Measure, Posture
from clinic_gait.clinical.wells import TITLE as CLOT_SCORE

#: In the order in which they stand on the form.
SECTIONS: Mapping[str, tuple[Measure, ...]] = MappingProxyType(
    {
        "Ankle": (*ankle.ENTRIES, *ankle_joints.ENTRIES),
        "Foot": foot.ENTRIES,
        "Knee": knee.ENTRIES,
        "Hip": hip.ENTRIES,
        "Walking": (*gait.ENTRIES, *gait_stance.ENTRIES, *gait_swing.ENTRIES),
        "Squat, step and strength": function.ENTRIES,
        "Pain": pain.ENTRIES,
        "History": history.ENTRIES,
        CLOT_SCORE: wells.ENTRIES,
        "Shoes": shoes.ENTRIES,
        "Leg length": leg_length.ENTRIES,
    }
)

#: Every measure by its key, in the order of the form.
CATALOGUE: Mapping[str, Measure] = MappingProxyType(
    {one.key: one for one in chain.from_iterable(SECTIONS.values())},
)

#: What a full first assessment asks for, in the order in which the patient moves least.
USUAL_SET = (
    "wblt_deg",
    "wblt_cm",
    "df_ke_deg",
    "df_kf_deg",
    "inv_deg",
    "ev_deg",
    "hallux_df_deg",
    "knee_ext_deg",
    "varus_thrust",
    "early_heel_rise",
    "medial_heel_whip",
    "stance_hyperext",
    "squat_valgus",
    "lsd_score",
    "heel_raise_reps",
    "ta_strength",
)

#: The usual set by how the patient is placed: four groups, three changes of position.
USUAL_GROUPS: Mapping[Posture, tuple[str, ...]] = MappingProxyType(
    {
        posture: tuple(key for key in USUAL_SET if CATALOGUE[key].posture is posture)
        for posture in dict.fromkeys(CATALOGUE[key].posture for key in USUAL_SET)
    }
)


class UnknownMeasure(KeyError):
    """A key that no measure has."""

    def __str__(self) -> str:
        return f"no measure {self.args[0]!r}"


def measure(key: str) -> Measure:
    """The measure of this key.

    :raises UnknownMeasure: there is none.
    """
    try:
        return CATALOGUE[key]
    except KeyError:
        raise UnknownMeasure(key) from None
