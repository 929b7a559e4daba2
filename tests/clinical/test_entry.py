from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number, outside_usual, read_entry, shown, usable
from clinic_gait.clinical.measures import Derived, Measure, Posture, Quantity, Text, codes
from clinic_gait.clinical.units import BadEntry, plain
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side
from tests.each import each

D = Decimal
TYPED = [one for one in CATALOGUE.values() if not isinstance(one, Derived)]
NUMBERS = [one for one in TYPED if isinstance(one, Quantity)]
STEPPED = [one for one in TYPED if codes(one)]
NOTE = Text(
    key="gait_note",
    label="Note",
    sided=False,
    posture=Posture.WALKING,
    how="Write.",
    sources=("memory",),
    longest=20,
)


def by_key(measure: Measure) -> str:
    return measure.key


def lunge(typed: str, **rest: object) -> Reading:
    return read_entry(CATALOGUE["wblt_cm"], Side.LEFT, typed, **rest)  # type: ignore[arg-type] # passed through as given


@each("measure", NUMBERS, ids=by_key)
def test_every_number_comes_back_from_its_own_words(measure: Quantity) -> None:
    for side in measure.sides:
        for value in (measure.low, measure.high, measure.usual_low, measure.usual_high):
            first = read_entry(measure, side, number(measure, value), confirmed=True)
            again = read_entry(measure, side, shown(measure, first).removeprefix("grade "), confirmed=True)
            assert first == again
            assert first.value == value


@each("measure", NUMBERS, ids=by_key)
def test_every_number_beyond_its_limits_is_refused_with_field_side_and_range(measure: Quantity) -> None:
    beyond = measure.high + measure.step
    for side in measure.sides:
        with pytest.raises(BadEntry) as refused:
            read_entry(measure, side, str(beyond))
        where = measure.label if side is Side.NONE else f"{measure.label}, {side.word}"
        possible = f"{plain(measure.low)} to {plain(measure.high)}{measure.unit.said}"
        assert str(refused.value) == f"{where}: {beyond} is not possible; {possible}."


@each("measure", STEPPED, ids=by_key)
def test_every_step_is_read_by_code_and_by_label(measure: Measure) -> None:
    for step in codes(measure):
        for typed in (step.code, step.label, step.code.upper(), f" {step.label} "):
            assert read_entry(measure, measure.sides[0], typed).code == step.code


@each("measure", STEPPED, ids=by_key)
def test_a_step_that_does_not_exist_is_refused_with_those_that_do(measure: Measure) -> None:
    for typed in ("", "4711", "terrible", "-1"):
        with pytest.raises(BadEntry) as refused:
            read_entry(measure, measure.sides[0], typed)
        assert all(step.label in str(refused.value) for step in codes(measure))


@each("measure", TYPED, ids=by_key)
@each("word", ["x", "X", "not tested", "not_tested"])
def test_x_means_not_tested_everywhere(measure: Measure, word: str) -> None:
    reading = read_entry(measure, measure.sides[-1], word)
    assert reading.absent is Absent.NOT_TESTED
    assert shown(measure, reading) == "not tested"


@each("measure", TYPED, ids=by_key)
def test_no_measure_takes_a_side_it_does_not_have(measure: Measure) -> None:
    for side in {*LEGS, Side.NONE} - set(measure.sides):
        with pytest.raises(BadEntry, match=r"say left or right|has no side"):
            read_entry(measure, side, "x")


@each("measure", [one for one in CATALOGUE.values() if isinstance(one, Derived)], ids=by_key)
def test_what_is_worked_out_is_never_typed(measure: Derived) -> None:
    with pytest.raises(BadEntry, match="never typed"):
        read_entry(measure, measure.sides[0], "1")


def test_the_keys_of_a_scale_set_its_steps_and_those_of_a_question_do_not() -> None:
    thrust, sprain, shoe = CATALOGUE["varus_thrust"], CATALOGUE["past_sprain"], CATALOGUE["shoe_type_usual"]
    assert [read_entry(thrust, Side.LEFT, key).code for key in "012"] == ["absent", "possible", "definite"]
    for measure, side in ((sprain, Side.LEFT), (shoe, Side.NONE)):
        with pytest.raises(BadEntry):
            read_entry(measure, side, "1")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("yes", "yes"), ("Y", "yes"), ("true", "yes"), ("no", "no"), ("n", "no"), ("False", "no")],
)
def test_a_question_is_answered_yes_or_no(typed: str, code: str) -> None:
    assert read_entry(CATALOGUE["past_sprain"], Side.RIGHT, typed).code == code


def test_zero_none_and_not_tested_are_three_things() -> None:
    zero = read_entry(CATALOGUE["df_ke_deg"], Side.LEFT, "0")
    none = read_entry(CATALOGUE["early_heel_rise"], Side.LEFT, "none")
    assert (zero.value, none.code, lunge("x").absent) == (D(0), "none", Absent.NOT_TESTED)
    assert shown(CATALOGUE["df_ke_deg"], zero) == "0 deg"


def test_lengths_may_be_typed_in_inches() -> None:
    assert lunge("4.8 in").value == D("12.2")
    assert lunge("3/8 in").value == D("1.0")
    assert read_entry(CATALOGUE["nav_drop_mm"], Side.LEFT, "3/8 in").value == D("9.5")


def test_the_decimal_comma_is_read_where_the_clinic_types_it() -> None:
    assert lunge("12,2", decimal_comma=True).value == D("12.2")
    with pytest.raises(BadEntry, match="comma"):
        lunge("12,2")


def test_a_reading_names_how_it_was_taken() -> None:
    assert lunge("7.5").method == "tape"
    assert lunge("7.5", method="ruler").method == "ruler"
    table = read_entry(CATALOGUE["df_ke_deg"], Side.LEFT, "4", method="free; inclinometer")
    assert table.method == "inclinometer; passive one hand; free"
    with pytest.raises(BadEntry, match=r"^Weight-bearing lunge, big toe to wall, left: no method 'laser'; known: tape"):
        lunge("7.5", method="laser")


def test_a_value_outside_the_usual_is_marked_only_when_it_was_confirmed() -> None:
    assert outside_usual(CATALOGUE["wblt_cm"], D(25))
    assert not outside_usual(CATALOGUE["wblt_cm"], D(20))
    assert lunge("25", confirmed=True).confirmed
    assert not lunge("25").confirmed
    assert not lunge("12", confirmed=True).confirmed


def test_only_a_possible_and_if_need_be_confirmed_value_is_usable() -> None:
    measure = CATALOGUE["wblt_cm"]
    assert usable(measure, lunge("12"))
    assert usable(measure, lunge("25", confirmed=True))
    assert not usable(measure, lunge("25"))
    assert not usable(measure, lunge("pain"))
    assert not usable(measure, None)
    assert not usable(measure, Reading(measure="wblt_cm", side=Side.LEFT, value=D(99), confirmed=True))


def test_the_mean_of_the_trials_is_the_value_when_none_is_typed() -> None:
    reading = lunge("", trials=("7.0", "7.5", "8.2"))
    assert reading.trials == (D("7.0"), D("7.5"), D("8.2"))
    assert reading.value == D("7.57")  # 7.5666...


def test_a_typed_value_lies_among_its_trials() -> None:
    assert lunge("7.5", trials=("7", "8")).value == D("7.5")
    with pytest.raises(BadEntry, match="does not lie among its single readings, 7 to 8"):
        lunge("9", trials=("7", "8"))
    with pytest.raises(BadEntry, match="99 is not possible"):
        lunge("", trials=("7", "99"))


def test_a_mean_may_stand_between_two_marks_but_a_muscle_grade_may_not() -> None:
    assert read_entry(CATALOGUE["df_ke_deg"], Side.LEFT, "4.9").value == D("4.9")
    assert read_entry(CATALOGUE["ta_strength"], Side.LEFT, "4.5").value == D("4.5")
    with pytest.raises(BadEntry, match=r"3\.7 is not a grade; 0 to 5 in steps of 0.5"):
        read_entry(CATALOGUE["ta_strength"], Side.LEFT, "3.7")


@pytest.mark.parametrize(("pain", "kept"), [(None, None), ("", None), ("0", 0), ("10", 10), (4, 4)])
def test_pain_during_a_test_is_kept(pain: str | int | None, kept: int | None) -> None:
    assert lunge("7.5", pain=pain).pain == kept


@pytest.mark.parametrize("pain", ["11", "-1", "2.5", "bad", 11])
def test_pain_is_a_whole_number_from_0_to_10(pain: str | int) -> None:
    with pytest.raises(BadEntry, match=r"big toe to wall, pain during it, left: .*0 to 10 points"):
        lunge("7.5", pain=pain)


def test_words_are_kept_as_they_are_even_when_they_say_x() -> None:
    assert read_entry(NOTE, Side.NONE, " x ").code == "x"
    assert read_entry(NOTE, Side.NONE, "Limps, 7,5 km").code == "Limps, 7,5 km"
    for typed in ("", "   ", "a" * 21):
        with pytest.raises(BadEntry, match=r"^Note: "):
            read_entry(NOTE, Side.NONE, typed)


@pytest.mark.parametrize(
    ("key", "side", "typed", "words"),
    [
        ("wblt_cm", Side.LEFT, "7.5", "7.5 cm"),
        ("wblt_cm", Side.LEFT, "7.0", "7 cm"),
        ("df_ke_deg", Side.LEFT, "-3", "-3 deg"),
        ("ta_strength", Side.RIGHT, "4.5", "grade 4.5"),
        ("nprs_worst", Side.NONE, "1", "1 point"),
        ("heel_raise_reps", Side.RIGHT, "20", "20 reps"),
        ("sprain_count", Side.RIGHT, "3", "3"),
        ("arch_height_index", Side.RIGHT, "0.34", "0.34"),
        ("gait_speed_ms", Side.NONE, "1.20", "1.2 m/s"),
        ("early_heel_rise", Side.LEFT, "mild", "mild"),
        ("medial_heel_whip", Side.LEFT, ">10 deg", "more than 10 deg"),
        ("past_sprain", Side.LEFT, "yes", "yes"),
        ("wblt_cm", Side.LEFT, "pain", "could not: pain"),
        ("squat_depth", Side.LEFT, "unable", "could not: not able"),
    ],
)
def test_a_reading_is_shown_in_words(key: str, side: Side, typed: str, words: str) -> None:
    measure = CATALOGUE[key]
    assert shown(measure, read_entry(measure, side, typed)) == words


def test_what_is_worked_out_is_shown_with_one_place() -> None:
    assert number(CATALOGUE["step_length_asym"], D("13.33333333")) == "13.3"


@given(st.sampled_from(NUMBERS), st.data())
@settings(max_examples=150, deadline=None)
def test_any_kept_number_survives_the_page_and_back(measure: Quantity, data: st.DataObject) -> None:
    places = measure.decimals
    value = data.draw(st.decimals(min_value=measure.low, max_value=measure.high, places=places, allow_nan=False))
    value -= value % measure.step if measure.unit.value == "grade" else 0
    text = number(measure, value)
    assert read_entry(measure, measure.sides[0], text).value == value
    assert read_entry(measure, measure.sides[0], text.replace(".", ","), decimal_comma=True).value == value
