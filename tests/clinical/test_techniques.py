from __future__ import annotations

import re

from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.techniques import MAITLAND, TECHNIQUES
from tests.each import each


def test_there_are_twenty_one_techniques() -> None:
    assert len(TECHNIQUES) == 21
    assert list(MAITLAND) == ["I", "II", "III", "IV", "V"]


@each("key", TECHNIQUES)
def test_a_technique_has_a_dose_a_grade_and_sources(key: str) -> None:
    technique = TECHNIQUES[key]
    assert technique.key == key
    assert technique.name
    assert technique.dose
    assert technique.grade in "ABCD"
    assert technique.sources
    assert all(source in SOURCES for source in technique.sources)
    assert set(technique.contra) <= {"mob", "mwm", "stretch", "load", "foam"}
    assert re.fullmatch(r"(97\d{3})?", technique.cpt)


def test_joint_mobilizations_are_graded_and_nothing_else_is() -> None:
    graded = [key for key, one in TECHNIQUES.items() if one.graded]
    assert {"mt_talar_ap", "mt_subtalar_glide", "mt_tibfib_distal"} <= set(graded)
    assert not {"mt_soft_calf", "education", "lift_trial", "mt_mwm_wb"} & set(graded)


def test_talar_glide_and_subtalar_glide_are_two_techniques() -> None:
    assert "talocrural technique" in TECHNIQUES["mt_subtalar_glide"].note
    assert TECHNIQUES["mt_talar_ap"].grade == "B"
    assert TECHNIQUES["mt_subtalar_glide"].grade == "D"
