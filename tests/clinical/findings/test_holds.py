"""What stops treatment, and who should see the patient how soon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Holds, reason
from clinic_gait.clinical.findings.rule import Referral
from clinic_gait.clinical.red_flags import FLAGS
from tests.clinical.findings.given import CLEAR, LEFT, PARTIAL, given, lengths, short
from tests.each import each

FREE_TO_SIGN = Holds(hep=False, plan=False, sign=False)
STOPPED = Holds(hep=True, plan=True, sign=False)
UNFINISHED = Holds(hep=False, plan=True, sign=True)


@pytest.mark.parametrize(
    ("facts", "holds", "refer"),
    [
        (given(answers=CLEAR), FREE_TO_SIGN, Referral.NONE),
        (given(), UNFINISHED, Referral.NONE),
        (given(answers=PARTIAL), UNFINISHED, Referral.NONE),
        (given(answers=CLEAR, wells_score=1), FREE_TO_SIGN, Referral.NONE),
        (given(answers=CLEAR, wells_score=2), STOPPED, Referral.SAME_DAY),
        (given(answers=CLEAR, open_flags=("tumor",)), STOPPED, Referral.URGENT),
        (given(answers=CLEAR, open_flags=("dvt", "tumor")), STOPPED, Referral.SAME_DAY),
        (given(answers=CLEAR, open_flags=("tumor", "pe"), wells_score=2), STOPPED, Referral.EMERGENCY),
        (given(open_flags=("pe",)), Holds(hep=True, plan=True, sign=True), Referral.EMERGENCY),
        (given(answers=CLEAR, left={"foot_slap": "severe"}), FREE_TO_SIGN, Referral.NONE),
        (given(answers=CLEAR, lengths=lengths(block=short(LEFT, 20))), FREE_TO_SIGN, Referral.ROUTINE),
        (given(answers=CLEAR, weeks=6, pain_change=0), FREE_TO_SIGN, Referral.ROUTINE),
    ],
)
def test_findings_hold_and_refer(facts: Facts, holds: Holds, refer: Referral) -> None:
    found = reason(facts)
    assert (found.holds, found.refer) == (holds, refer)


@each("key", FLAGS)
def test_every_warning_sign_stops_treatment_and_is_as_urgent_as_it_says(key: str) -> None:
    found = reason(given(answers={**CLEAR, key: "yes"}, open_flags=(key,)))
    assert found.holds == STOPPED
    assert found.refer.value == FLAGS[key].urgency.value


def test_a_warning_sign_of_another_version_holds_all_the_same() -> None:
    found = reason(given(answers=CLEAR, open_flags=("glass_bones",)))
    assert (found.holds, found.refer) == (STOPPED, Referral.URGENT)


def test_referrals_rank_from_none_to_emergency() -> None:
    ranked = sorted(Referral, key=lambda one: one.rank)
    assert [one.value for one in ranked] == ["none", "routine", "urgent", "same_day", "emergency"]


def test_a_second_finding_never_lowers_the_urgency() -> None:
    worse = given(answers=CLEAR, open_flags=("pe",), weeks=6, pain_change=0)
    assert reason(worse).refer is Referral.EMERGENCY


def test_only_the_hold_that_a_therapist_lifted_is_gone() -> None:
    likely = given(answers=CLEAR, wells_score=2)
    assert reason(replace(likely, lifted=("dvt",))).holds == FREE_TO_SIGN
    assert reason(replace(likely, lifted=("pe",))).holds == STOPPED
    assert reason(replace(likely, lifted=("dvt",), open_flags=("pe",))).holds == STOPPED
