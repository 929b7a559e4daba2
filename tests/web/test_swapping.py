"""A swap as plain data: what trades places, whatever a draft holds."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.care.visit import LegLength, ShoeNote, ShoeSide
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Posture, Quantity, Text, codes
from clinic_gait.clinical.shoe_wear import ZONES
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side
from clinic_gait.records import fields
from clinic_gait.web.entries import by_key, enterable
from clinic_gait.web.shoe_boxes import sentence
from clinic_gait.web.swap_preview import choices, extras, turns
from clinic_gait.web.swapping import Held, Scope, after_swap, turned_length, turned_shoes
from tests.each import each

MEASURES = [one for one in enterable() if not isinstance(one, Text)]
SIDED = [one.key for one in MEASURES if one.sided]
SHOES = UUID(int=7)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    measure = draw(st.sampled_from(MEASURES))
    side = draw(st.sampled_from(LEGS)) if measure.sided else Side.NONE
    value, code, absent, trials = None, None, None, ()
    if draw(st.booleans()):
        absent = draw(st.sampled_from(Absent))
    elif isinstance(measure, Quantity):
        numbers = st.decimals(measure.low, measure.high, places=1)
        value, trials = draw(numbers), tuple(draw(st.lists(numbers, max_size=3)))
    else:
        code = draw(st.sampled_from(codes(measure))).code
    pain, confirmed = draw(st.one_of(st.none(), st.integers(0, 10))), draw(st.booleans())
    return Reading(
        measure=measure.key,
        side=side,
        value=value,
        code=code,
        absent=absent,
        method=measure.default_method,
        trials=trials,
        pain=pain,
        confirmed=confirmed,
    )


wear = st.builds(ShoeSide, zones=st.dictionaries(st.sampled_from(list(ZONES)), st.integers(0, 3), max_size=5))
lengths = st.one_of(st.none(), st.integers(600, 1100).map(str))
drafts = st.builds(
    lambda found, left, right, one: Held(
        readings=by_key(found),
        shoes={SHOES: ShoeNote(left=left, right=right, words=sentence(left, right))},
        leg_lengths={one.method: one},
    ),
    st.lists(readings(), max_size=12),
    wear,
    wear,
    st.builds(
        LegLength,
        method=st.just("tape"),
        left_mm=lengths,
        right_mm=lengths,
        block_mm=st.just("8"),
        block_side=st.sampled_from(Side),
    ),
)
scopes = st.sampled_from(
    [
        Scope(),
        *(Scope(kind="group", name=one.value) for one in Posture),
        *(Scope(kind="row", name=key) for key in SIDED),
    ]
)


def stored(held: Held, scope: Scope) -> Held:
    """What the draft holds when every field of the swap is put."""
    chosen = [one.field for one in extras(held)]
    after = after_swap(held, scope, chosen)
    swapped = held.swapped()
    kept = {key: one for key, one in held.readings.items() if f"reading.{key[0]}.{key[1].value}" not in after}
    put = {key: one for key, one in swapped.readings.items() if f"reading.{key[0]}.{key[1].value}" in after}
    for key, one in put.items():
        assert after[f"reading.{key[0]}.{key[1].value}"] == fields.of_reading(one)
    return Held(readings={**kept, **put}, shoes=swapped.shoes, leg_lengths=swapped.leg_lengths)


@given(drafts, scopes)
@settings(max_examples=60, deadline=None)
def test_swapping_twice_gives_back_what_was_there(held: Held, scope: Scope) -> None:
    assert stored(stored(held, scope), scope) == held


@given(drafts, scopes)
@settings(max_examples=60, deadline=None)
def test_what_has_no_side_is_never_touched_and_nothing_outside_the_scope(held: Held, scope: Scope) -> None:
    after = after_swap(held, scope)
    assert not [name for name in after if name.endswith(".M")]
    assert {name.split(".")[1] for name in after} == set(held.measures(scope))
    assert all(scope.holds(name.split(".")[1]) for name in after)
    assert not [name for name in after if not name.startswith("reading.")]


@given(drafts, scopes)
@settings(max_examples=60, deadline=None)
def test_everything_of_a_reading_travels_with_it_and_nothing_gets_lost(held: Held, scope: Scope) -> None:
    done = stored(held, scope)
    for key in held.measures(scope):
        left, right = held.legs(key)
        new_left, new_right = done.legs(key)
        for old, new in ((left, new_right), (right, new_left)):
            assert (old is None) == (new is None)
            if old and new:
                assert fields.of_reading(new) == {**fields.of_reading(old), "side": old.side.other.value}


@given(drafts, scopes)
@settings(max_examples=60, deadline=None)
def test_the_preview_is_what_comes_of_it(held: Held, scope: Scope) -> None:
    promised = {one.measure: one.after for one in turns(held, scope, {})}
    done = stored(held, scope)
    assert promised == {one.measure: one.now for one in turns(done, scope, {})}
    assert [one.after for one in extras(held)] == [one.now for one in extras(done)]


def reading(key: str, side: Side, value: str) -> Reading:
    return Reading(measure=key, side=side, value=Decimal(value), method=CATALOGUE[key].default_method)


def test_a_leg_that_was_not_entered_becomes_the_blank_one() -> None:
    held = Held(readings=by_key([reading("wblt_cm", Side.LEFT, "8")]))
    after = after_swap(held, Scope(kind="row", name="wblt_cm"))
    assert after["reading.wblt_cm.L"] is None
    assert after["reading.wblt_cm.R"] == fields.of_reading(reading("wblt_cm", Side.RIGHT, "8"))


def test_shoes_and_leg_lengths_go_only_where_they_were_ticked() -> None:
    note = ShoeNote(left=ShoeSide(zones={"toe_medial": 2}), right=ShoeSide(zones={}))
    tape = LegLength(method="tape", left_mm="868", right_mm="872")
    held = Held(shoes={SHOES: note}, leg_lengths={"tape": tape})
    assert after_swap(held, Scope()) == {}
    assert list(after_swap(held, Scope(), ["leg_length.tape"])) == ["leg_length.tape"]
    lunge = Held(readings=by_key([reading("wblt_cm", Side.LEFT, "8")]))
    assert after_swap(lunge, Scope(kind="row", name="wblt_deg"), ["reading.wblt_cm.L"]) == {}
    assert list(after_swap(held, Scope(), [f"shoes.{SHOES}", "words.complaint"])) == [f"shoes.{SHOES}"]


def test_a_block_goes_under_the_other_foot_and_a_level_pelvis_stays_level() -> None:
    block = LegLength(method="block", block_mm="8", block_side=Side.LEFT)
    assert turned_length(block).block_side is Side.RIGHT
    level = LegLength(method="block", block_mm="0", block_side=Side.NONE)
    assert turned_length(level) == level


def test_the_single_readings_of_a_tape_go_with_their_leg() -> None:
    tape = LegLength(method="tape_true", left_mm="868", left_trials=("867", "869"), right_trials=("872",), note="twice")
    assert turned_length(tape) == LegLength(
        method="tape_true", right_mm="868", right_trials=("867", "869"), left_trials=("872",), note="twice"
    )


@each(("words", "follows"), [("", True), ("written", True), ("Left heel gone, by hand.", False)])
def test_a_sentence_follows_the_shoes_unless_it_was_written_by_hand(words: str, follows: bool) -> None:
    left, right = ShoeSide(zones={"heel_lateral": 3}), ShoeSide(zones={"heel_lateral": 1})
    note = ShoeNote(left=left, right=right, words=sentence(left, right) if words == "written" else words)
    turned = turned_shoes(note)
    assert (turned.left, turned.right) == (right, left)
    assert turned.words == (words if words != "written" else sentence(right, left))
    (extra,) = extras(Held(shoes={SHOES: note}))
    assert ("stays as it is" in extra.caution) is not follows


def test_the_choice_is_row_group_and_all_with_how_much_each_would_swap() -> None:
    held = Held(readings=by_key([reading(key, Side.LEFT, "8") for key in ("wblt_cm", "wblt_deg", "df_ke_deg")]))
    row = Scope(kind="row", name="wblt_cm")
    assert [(one.words, one.chosen) for one in choices(held, row, row)] == [
        ("This row", True),
        ("This group (2)", False),
        ("All of today (3)", False),
    ]
    assert [one.words for one in choices(held, Scope(), None)] == ["Standing (2)", "Lying (1)", "All of today (3)"]


@each("text", ["row:", "row:no_such", "group:", "group:dancing", "everything", "all:x", "", "row"])
def test_a_scope_that_does_not_exist_is_none(text: str) -> None:
    assert Scope.read(text) is None
