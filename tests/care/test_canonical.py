"""The canonical JSON of snapshots: one spelling, and the way back."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_gait.care import canonical
from clinic_gait.care.plan import PlannedTechnique
from clinic_gait.care.visit import Clinic, Outcome, Person, Screen, ShoeNote, ShoeSide, Staff, VisitSnapshot
from clinic_gait.clinical.values import Absent, DoseSide, Reading, Side

_SIGNED_BEFORE = "e2a4b82157bf09358b1363eaeafbe4b5e467667da759978b535b1bf039a8bfc1"


def snapshot(**more: object) -> VisitSnapshot:
    known: dict[str, object] = {
        "visit": UUID(int=7),
        "clinic": Clinic(key="river", name="Riverside PT"),
        "person": Person(name="Zoë Ștefan", birth_date=date(1968, 4, 12)),
        "day": date(2026, 11, 12),
        "kind": "daily",
        "clinician": Staff(key="1", name="Jane Okafor", credential="PT"),
        "screen": Screen(answers={"dvt": "no"}),
    }
    return VisitSnapshot(**{**known, **more})  # type: ignore[arg-type]  # the fields vary from test to test


def test_a_full_visit_comes_back_equal() -> None:
    one = snapshot(
        complaint_side=DoseSide.BOTH,
        readings=(
            Reading(measure="wblt_cm", side=Side.LEFT, value=Decimal("7.5"), trials=(Decimal("7"), Decimal("8"))),
            Reading(measure="wblt_cm", side=Side.RIGHT, absent=Absent.PAIN, pain=6),
        ),
        shoes=(ShoeNote(left=ShoeSide(zones={"heel_medial": 2}, counter_lean="leans_in"), right=ShoeSide(zones={})),),
        signed_by=Staff(key="1", name="Jane Okafor"),
        signed_at=datetime(2026, 11, 12, 15, 42, 7, tzinfo=timezone.utc),
    )
    assert canonical.loads(VisitSnapshot, canonical.dumps(one)) == one


def test_a_time_is_spelled_in_utc_whatever_its_zone() -> None:
    here = timezone(timedelta(hours=-6))
    moment = datetime(2026, 11, 12, 9, 42, 7, tzinfo=here)
    assert canonical.plain(moment) == "2026-11-12T15:42:07Z"


@pytest.mark.parametrize("thing", [1.5, datetime(2026, 1, 1), {1, 2}, b"x", object()])  # noqa: DTZ001 - naive on purpose
def test_what_has_more_than_one_spelling_is_refused(thing: object) -> None:
    with pytest.raises(TypeError):
        canonical.dumps(thing)


def test_a_field_that_a_later_version_brought_is_passed_over() -> None:
    text = canonical.dumps(Staff(key="1", name="Jane")).replace("{", '{"later":1,', 1)
    assert canonical.loads(Staff, text) == Staff(key="1", name="Jane")


def test_what_was_signed_before_a_field_came_keeps_its_text_and_its_hash() -> None:
    """The hash was taken before visits had outcome scores and plan lines said because of what they are there."""
    assert canonical.digest(canonical.dumps(snapshot())) == _SIGNED_BEFORE
    line = '{"dose":"","grade":"","key":"stm_calf","minutes":8,"reason":"stiff","side":"L"}'
    assert canonical.dumps(canonical.loads(PlannedTechnique, line)) == line


def test_a_field_that_came_later_is_written_once_it_says_something() -> None:
    score = Outcome(instrument="psfs", value=Decimal("4.5"), items=("3", "6", ""), named=("Stairs", "Run", "Sit"))
    one = snapshot(outcomes=(score,))
    assert '"outcomes":[{"instrument":"psfs"' in canonical.dumps(one)
    assert canonical.loads(VisitSnapshot, canonical.dumps(one)) == one
    line = PlannedTechnique(key="stm_calf", side=DoseSide.LEFT, because="Ankle bend LEFT 4 cm")
    assert '"because":"Ankle bend LEFT 4 cm"' in canonical.dumps(line)
    assert canonical.loads(PlannedTechnique, canonical.dumps(line)) == line


@given(st.decimals(min_value=-1000, max_value=1000, places=3))
def test_numbers_are_text_and_come_back_to_the_digit(value: Decimal) -> None:
    one = Reading(measure="x", side=Side.LEFT, value=value)
    back = canonical.loads(Reading, canonical.dumps(one))
    assert str(back.value) == format(value, "f")


def test_the_hash_changes_with_the_side_alone() -> None:
    left, right = (
        canonical.dumps(Reading(measure="x", side=side, value=Decimal(1))) for side in (Side.LEFT, Side.RIGHT)
    )
    assert canonical.digest(left) != canonical.digest(right)
