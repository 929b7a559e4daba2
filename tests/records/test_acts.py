"""Acts of a draft: a resend changes nothing, two people's values meet, and each person takes back their own."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from clinic_gait.care.visit import Done, LegLength, ShoeNote, ShoeSide, Staff
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Absent, DoseSide, Reading, Side
from clinic_gait.records import act as acts
from clinic_gait.records import fields, shoe_photo
from clinic_gait.records.act import Act, Change
from clinic_gait.records.errors import Collision, NothingToUndo, Signed
from clinic_gait.records.hold import open_holds
from clinic_gait.records.visit import Visit
from tests.factories import NOW, clinic, filled_draft, number, photo, sign_visit, staff, start_draft

LUNGE = "reading.wblt_cm.L"
SAM = staff("9", "Sam Reyes", "DPT")
PAIR = "0192f000-0000-7000-8000-000000000001"


def value(text: str, side: Side = Side.LEFT) -> Any:
    return fields.of_reading(number("wblt_cm", side, text))


def do(visit: Visit, changes: dict[str, Any], *, by: Staff | None = None, key: str = "", **more: Any) -> Act:
    """Change fields as a page that has just been loaded would."""
    seen = {name: fields.token(fields.state(visit, name)) for name in changes}
    wanted = [Change(field=name, after=after, seen=seen[name]) for name, after in changes.items()]
    return acts.perform(
        visit.own_session, visit, key=key or str(uuid4()), changes=wanted, by=by or staff(), at=NOW, **more
    )


def take_back(visit: Visit, by: Staff | None = None, **more: Any) -> Act:
    return acts.undo(visit.own_session, visit, key=str(uuid4()), by=by or staff(), at=NOW, **more)


#: A field of every kind with something to put into it.
FIELDS = {
    LUNGE: value("7.5"),
    "reading.wblt_cm.R": fields.of_reading(Reading(measure="wblt_cm", side=Side.RIGHT, absent=Absent.PAIN, pain=6)),
    "reading.varus_thrust.L": fields.of_reading(
        Reading(measure="varus_thrust", side=Side.LEFT, code="definite", method="video")
    ),
    "words.complaint": "left knee",
    "words.complaint_side": "L",
    "words.impression": "stiff ankle",
    f"flag.{next(iter(FLAGS))}": "yes",
    "condition.osteoporosis": True,
    "conditions.asked": True,
    "done": fields.of_done([Done(key="mt_talar_ap", side=DoseSide.LEFT, minutes=8, response="softer")]),
    f"shoes.{PAIR}": fields.of_shoes(
        ShoeNote(make="Brand", left=ShoeSide(zones={"heel_medial": 2}), right=ShoeSide(zones={}, counter_lean="medial"))
    ),
    f"shoes.{PAIR}.left.heel_medial": 0,
    f"shoes.{PAIR}.right.counter_lean": "lateral",
    f"shoes.{PAIR}.miles": 400,
    "leg_length.block": fields.of_leg_length(LegLength(method="block", block_mm="8", block_side=Side.LEFT)),
    "leg_length.lift_trial": fields.of_leg_length(
        LegLength(method="lift_trial", block_mm="6", block_side=Side.LEFT, response="better")
    ),
    "sides.wblt_cm": ["7.5", "11"],
}


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_put_into_a_field_is_what_it_holds(session: Session, name: str) -> None:
    visit = start_draft(session)
    assert fields.state(visit, name) is None
    act = do(visit, {name: FIELDS[name]})
    session.expire_all()
    assert fields.state(visit, name) == FIELDS[name]
    assert act.changed == {name: (None, FIELDS[name])}


@pytest.mark.parametrize("name", FIELDS)
def test_undo_leaves_nothing_of_it(session: Session, name: str) -> None:
    visit = start_draft(session)
    before = visit.drawn(clinic(visit.clinic))
    do(visit, {name: FIELDS[name]})
    take_back(visit)
    assert fields.state(visit, name) is None
    assert visit.drawn(clinic(visit.clinic)) == before


def test_the_same_act_sent_again_changes_nothing(session: Session) -> None:
    visit = start_draft(session)
    first = do(visit, {LUNGE: value("7.5")}, key="one-act")
    do(visit, {LUNGE: value("8")})
    again = do(visit, {LUNGE: value("7.5")}, key="one-act")
    assert again.nth == first.nth
    assert fields.state(visit, LUNGE) == value("8")


def test_a_value_typed_over_another_than_was_seen_is_refused_and_both_are_told(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7")}, by=SAM)
    late = [Change(field=LUNGE, after=value("8"), seen="")]
    with pytest.raises(Collision) as refused:
        acts.perform(session, visit, key="late-act", changes=late, by=staff(), at=NOW)
    (clash,) = refused.value.clashes
    assert (clash.field, clash.mine, clash.theirs) == (LUNGE, value("8"), value("7"))
    assert fields.state(visit, LUNGE) == value("7")


def test_two_who_type_the_same_agree(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7")}, by=SAM)
    same = [Change(field=LUNGE, after=value("7"), seen="")]
    assert acts.perform(session, visit, key="same-act", changes=same, by=staff(), at=NOW).changed == {}


def test_of_several_fields_none_is_written_when_one_clashes(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7")}, by=SAM)
    both = [
        Change(field="reading.wblt_cm.R", after=value("9", Side.RIGHT), seen=""),
        Change(field=LUNGE, after=value("8"), seen=""),
    ]
    with pytest.raises(Collision):
        acts.perform(session, visit, key="both-act", changes=both, by=staff(), at=NOW)
    assert fields.state(visit, "reading.wblt_cm.R") is None


def test_two_fields_never_collide(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7")}, by=SAM)
    do(visit, {"words.complaint": "knee"})
    assert [act.by_name for act in acts.since(session, visit, 1)] == ["Sam Reyes", "Jane Okafor"]
    assert [act.nth for act in acts.since(session, visit, 1)] == [2, 3]


def test_undo_goes_back_ten_acts_and_no_further(session: Session) -> None:
    visit = start_draft(session)
    for number_ in range(12):
        do(visit, {LUNGE: value(str(number_))})
    for number_ in range(10, 0, -1):
        take_back(visit)
        assert fields.state(visit, LUNGE) == value(str(number_))
    with pytest.raises(NothingToUndo):
        take_back(visit)
    assert fields.state(visit, LUNGE) == value("1")


def test_each_person_takes_back_their_own(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {"words.complaint": "knee"})
    do(visit, {LUNGE: value("7")}, by=SAM)
    take_back(visit)
    assert (fields.state(visit, "words.complaint"), fields.state(visit, LUNGE)) == (None, value("7"))
    with pytest.raises(NothingToUndo):
        take_back(visit)


@pytest.mark.parametrize(
    ("answer", "stands"), [({"over": {LUNGE: fields.token(value("9"))}}, None), ({"leave": True}, value("9"))]
)
def test_a_field_that_somebody_changed_since_is_asked_about(
    session: Session, answer: dict[str, Any], stands: Any
) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7")})
    do(visit, {LUNGE: value("9")}, by=SAM)
    with pytest.raises(Collision):
        take_back(visit)
    assert fields.state(visit, LUNGE) == value("9")
    take_back(visit, **answer)
    assert fields.state(visit, LUNGE) == stands
    with pytest.raises(NothingToUndo):
        take_back(visit)


def test_only_the_value_that_was_shown_is_lost_to_an_undo(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7")})
    do(visit, {LUNGE: value("9")}, by=SAM)
    shown = {LUNGE: fields.token(value("9"))}
    do(visit, {LUNGE: value("10")}, by=SAM)
    with pytest.raises(Collision):
        take_back(visit, over=shown)
    assert fields.state(visit, LUNGE) == value("10")


def test_what_was_asked_about_is_taken_back_and_not_what_came_after_it(session: Session) -> None:
    visit = start_draft(session)
    asked = do(visit, {LUNGE: value("7")})
    do(visit, {"words.complaint": "knee"})
    take_back(visit, of=asked.key)
    assert (fields.state(visit, LUNGE), fields.state(visit, "words.complaint")) == (None, "knee")
    with pytest.raises(NothingToUndo):
        take_back(visit, of=asked.key)


def test_what_hangs_on_an_act_is_done_once_however_often_it_is_sent(session: Session) -> None:
    visit = start_draft(session)
    heard: list[Any] = []
    for _ in range(2):
        do(visit, {LUNGE: value("7")}, key="one-act", then=heard.append)
    assert heard == [{LUNGE: (None, value("7"))}]


def test_new_shoes_are_no_months_old(session: Session) -> None:
    visit = start_draft(session)
    act = do(visit, {f"shoes.{PAIR}.age_months": 0})
    assert act.changed == {f"shoes.{PAIR}.age_months": (None, 0)}


def test_no_act_takes_a_photo_away(session: Session) -> None:
    visit = start_draft(session)
    name = f"shoes.{PAIR}"
    do(visit, {f"{name}.make": "Brand"})
    shoe_photo.add(session, visit, UUID(PAIR), photo(), by=staff(), at=NOW)
    do(visit, {name: None})
    assert fields.state(visit, name) is None
    take_back(visit)
    ((_, note),) = visit.shoes()
    assert (note.make, len(note.photos)) == ("Brand", 1)


def test_a_ticked_precaution_does_not_say_that_all_were_asked(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {"condition.osteoporosis": True})
    assert fields.state(visit, "conditions.asked") is None


def test_a_swap_is_one_act_and_one_undo(session: Session) -> None:
    visit = start_draft(session)
    left, right = value("7"), value("11", Side.RIGHT)
    do(visit, {LUNGE: left, "reading.wblt_cm.R": right})
    swapped = {LUNGE: value("11"), "reading.wblt_cm.R": value("7", Side.RIGHT)}
    do(visit, swapped, verb=acts.SWAPPED)
    take_back(visit)
    assert fields.state(visit, LUNGE) == left
    assert fields.state(visit, "reading.wblt_cm.R") == right


def test_words_that_grow_are_one_act(session: Session) -> None:
    visit = start_draft(session)
    first = do(visit, {"words.impression": "stiff"})
    second = do(visit, {"words.impression": "stiff ankle"}, follows=first.key)
    assert second.changed == {"words.impression": (None, "stiff ankle")}
    take_back(visit)
    assert fields.state(visit, "words.impression") is None


def test_words_that_grow_are_one_act_only_while_nothing_comes_in_between(session: Session) -> None:
    visit = start_draft(session)
    first = do(visit, {"words.impression": "stiff"})
    take_back(visit)
    do(visit, {"words.impression": "stiff"}, by=SAM)
    do(visit, {"words.impression": "stiff ankle"}, follows=first.key)
    take_back(visit)
    assert fields.state(visit, "words.impression") == "stiff"


def test_words_go_on_with_the_last_act_alone(session: Session) -> None:
    visit = start_draft(session)
    first = do(visit, {"words.impression": "stiff"})
    do(visit, {"words.impression": "stiff ankle"})
    do(visit, {"words.impression": "stiff ankle, left"}, follows=first.key)
    take_back(visit)
    assert fields.state(visit, "words.impression") == "stiff ankle"


def test_one_precaution_goes_and_the_others_stay(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {"condition.osteoporosis": True, "condition.pregnancy": True})
    do(visit, {"condition.pregnancy": None})
    assert visit.episode.conditions == ("osteoporosis",)


def test_words_that_were_typed_and_emptied_come_back(session: Session) -> None:
    visit = start_draft(session)
    first = do(visit, {"words.impression": "stiff"})
    do(visit, {"words.impression": None}, follows=first.key)
    take_back(visit)
    assert fields.state(visit, "words.impression") == "stiff"


def test_an_act_that_goes_on_with_another_field_or_person_stays_its_own(session: Session) -> None:
    visit = start_draft(session)
    first = do(visit, {"words.impression": "stiff"}, by=SAM)
    do(visit, {"words.impression": "stiff ankle"}, follows=first.key)
    take_back(visit)
    assert fields.state(visit, "words.impression") == "stiff"


def test_a_changed_answer_to_a_warning_sign_lifts_no_hold(session: Session) -> None:
    visit = start_draft(session)
    flag = next(iter(FLAGS))
    do(visit, {f"flag.{flag}": "yes"})
    visit.set_holds(staff(), NOW)
    take_back(visit)
    assert [hold.flag for hold in open_holds(session, visit.subject)] == [flag]


def test_nothing_is_acted_in_a_signed_visit_and_its_acts_are_gone(session: Session) -> None:
    visit = filled_draft(session)
    do(visit, {LUNGE: value("7")})
    sign_visit(session, visit)
    assert acts.since(session, visit, 0) == []
    with pytest.raises(Signed):
        do(visit, {LUNGE: value("8")})
    with pytest.raises(Signed):
        take_back(visit)


def test_confirmed_sides_are_signed_only_with_the_very_values(session: Session) -> None:
    visit = start_draft(session)
    do(visit, {LUNGE: value("7.5"), "reading.wblt_cm.R": value("11", Side.RIGHT)})
    do(visit, {"sides.wblt_cm": ["7.5", "11"]})
    assert visit.drawn(clinic(visit.clinic)).sides_confirmed == ("wblt_cm",)
    do(visit, {LUNGE: value("8")})
    assert visit.drawn(clinic(visit.clinic)).sides_confirmed == ()
