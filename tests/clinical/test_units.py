from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_gait.clinical.units import BadEntry, Unit, convert, plain, read_length, read_number
from clinic_gait.clinical.values import LEGS, Side

D = Decimal


def lunge(text: str, *, side: Side = Side.LEFT, decimal_comma: bool = False) -> Decimal:
    return read_number(
        text,
        field="Lunge",
        side=side,
        low=D(0),
        high=D(30),
        decimals=1,
        unit=Unit.CM,
        decimal_comma=decimal_comma,
    )


def angle(text: str) -> Decimal:
    return read_number(text, field="Knee", side=Side.RIGHT, low=D(-90), high=D(40), decimals=1, unit=Unit.DEG)


def length(text: str, *, default: Unit | None = Unit.CM, to: Unit = Unit.CM, decimal_comma: bool = False) -> Decimal:
    return read_length(
        text,
        field="Lunge",
        side=Side.RIGHT,
        to=to,
        low=D(0),
        high=D(1200),
        decimals=1,
        default=default,
        decimal_comma=decimal_comma,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12.0"),
        (" 12 ", "12.0"),
        ("7.5", "7.5"),
        ("7.50", "7.5"),
        (".5", "0.5"),
        ("+3", "3.0"),
        ("007", "7.0"),
        ("0", "0.0"),
        ("-0", "0.0"),
        ("30", "30.0"),
        ("7.5 cm", "7.5"),
        ("7.5cm", "7.5"),
        ("7.5 CM", "7.5"),
        ("7.5\u00a0cm", "7.5"),
    ],
)
def test_a_plain_number_is_read_to_its_last_place(text: str, value: str) -> None:
    assert str(lunge(text)) == value


@pytest.mark.parametrize(
    ("text", "value"), [("-5", "-5.0"), ("\u22125", "-5.0"), ("-5\u00b0", "-5.0"), ("3 degrees", "3.0")]
)
def test_negative_degrees_are_values_with_either_minus(text: str, value: str) -> None:
    assert str(angle(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        *("nan", "NaN", "inf", "-inf", "Infinity", "1e1", "1E1", "1_0", "0x1", "1/2", "one", "-", "+", ".", ","),
        *("--1", "+-1", "1-", "5.", "1.2.3", "1..2", "1 2", "1 000", "1,000.5", "1.000,5", "7;5", "7'5", "~7", "<7"),
        *("\uff11\uff12", "\u0661\u0662", "\u06f1", "\u0967", "\u00b2", "\u00bd", "\u2460", "7\u200b", "\u20137"),
        *("7 kg", "7 deg", "7 mm", "7 in", '7"', "7 %", "7 cm cm", "7 cm 5", "cm", "cm 7", "7\n5"),
        *("1" * 60, "9" * 5000, "1.000", "7.500"),
    ],
)
@pytest.mark.parametrize("decimal_comma", [False, True])
def test_what_is_not_one_plain_number_is_refused(text: str, decimal_comma: bool) -> None:
    with pytest.raises(BadEntry):
        lunge(text, decimal_comma=decimal_comma)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"])
def test_nothing_typed_is_refused(text: str) -> None:
    with pytest.raises(BadEntry, match="Lunge, left: nothing typed; 0 to 30 cm"):
        lunge(text)


def test_a_comma_is_a_decimal_comma_only_where_the_clinic_says_so() -> None:
    assert lunge("7,5", decimal_comma=True) == D("7.5")
    assert lunge("7.5", decimal_comma=True) == D("7.5")
    with pytest.raises(BadEntry, match="7,5 has a comma"):
        lunge("7,5")
    with pytest.raises(BadEntry):
        lunge("1,2,3", decimal_comma=True)


@pytest.mark.parametrize("text", ["45", "-1", "30.1", "-0.1", "1000000000000000000000"])
def test_the_impossible_is_refused_in_a_sentence_that_says_what_is_possible(text: str) -> None:
    with pytest.raises(BadEntry) as refused:
        lunge(text)
    assert str(refused.value) == f"Lunge, left: {text} is not possible; 0 to 30 cm."
    assert (refused.value.field, refused.value.side, refused.value.typed) == ("Lunge", "left", text)


def test_nothing_is_rounded_in_silence() -> None:
    with pytest.raises(BadEntry, match=r"7\.55 is finer than is kept; 0 to 30 cm, at most 1 decimal\."):
        lunge("7.55")
    with pytest.raises(BadEntry, match="whole numbers"):
        read_number("2.5", field="Raises", side=Side.LEFT, low=D(0), high=D(200), decimals=0, unit=Unit.REPS)


@pytest.mark.parametrize("side", LEGS)
def test_a_refusal_says_the_side_in_words(side: Side) -> None:
    with pytest.raises(BadEntry, match=f"^Lunge, {side.word}: "):
        lunge("45", side=side)


def test_a_refusal_of_what_has_no_side_names_none() -> None:
    with pytest.raises(BadEntry, match=r"^Lunge: 45 is not possible"):
        lunge("45", side=Side.NONE)


def test_a_refusal_repeats_no_more_than_a_line_of_what_was_typed() -> None:
    with pytest.raises(BadEntry) as refused:
        lunge("<script>" * 5000)
    assert len(str(refused.value)) < 120


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3/8 in", "1.0"),
        ("1 1/4 in", "3.2"),
        ('1-1/4"', "3.2"),
        ("1-1/4\u2033", "3.2"),
        ("4.8 in", "12.2"),
        ("1 inch", "2.5"),
        ("12 mm", "1.2"),
        ("0.9 cm", "0.9"),
        ("9", "9.0"),
        ("1 ft", "30.5"),
        ("1'", "30.5"),
        ("5/4 in", "3.2"),
        ("33 1/2 inches", "85.1"),
    ],
)
def test_a_length_is_read_in_any_of_its_units(text: str, value: str) -> None:
    assert str(length(text)) == value


def test_the_conversion_is_exact_before_it_is_rounded() -> None:
    assert length("3/8 in", to=Unit.MM) == D("9.5")  # 9.525
    assert length("1/64 in", to=Unit.MM) == D("0.4")  # 0.396875
    assert length("0.25 in", to=Unit.MM) == D("6.4")  # 6.35 exactly: half goes to even
    assert length("0.75 in", to=Unit.MM) == D("19.0")  # 19.05 exactly


def test_a_bare_number_needs_a_unit_where_none_is_taken_for_granted() -> None:
    assert length("12", default=Unit.MM, to=Unit.MM) == D("12.0")
    with pytest.raises(BadEntry, match="say mm, cm or in"):
        length("12", default=None)
    with pytest.raises(BadEntry, match="say mm, cm or in"):
        length("3/8", default=None)


@pytest.mark.parametrize(
    "text",
    [
        *("3/8", "3/8 cm", "1/3 in", "3/0 in", "1 9/8 in", "1/2/4 in", "5 m", "5 deg", "in"),
        *("0.95 mm", "12.34 cm", "500 in", "-1 in", "-1/4 in", "1.000 mm"),
    ],
)
def test_a_length_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(BadEntry, match=r"^Lunge, right: "):
        length(text)


def test_a_thousands_mark_never_makes_a_millimeter_of_a_meter() -> None:
    for text in ("1,000", "1.000", "1,000 mm"):
        with pytest.raises(BadEntry):
            length(text, to=Unit.MM, default=Unit.MM, decimal_comma=True)


def test_three_places_are_right_in_inches() -> None:
    assert length("4.875 in") == D("12.4")


def test_a_length_takes_the_decimal_comma_like_any_number() -> None:
    assert length("4,8 in", decimal_comma=True) == D("12.2")
    with pytest.raises(BadEntry, match="comma"):
        length("4,8 in")


def test_lengths_convert_exactly_and_nothing_else_does() -> None:
    assert convert(D(1), Unit.IN, Unit.MM) == D("25.4")
    assert convert(D("12.2"), Unit.CM, Unit.MM) == D(122)
    assert convert(D(1), Unit.FT, Unit.IN) == D(12)
    assert convert(D(5), Unit.DEG, Unit.DEG) == D(5)
    with pytest.raises(ValueError, match="deg does not convert to mm"):
        convert(D(1), Unit.DEG, Unit.MM)


def test_plain_numbers_have_no_exponent_and_no_idle_zeros() -> None:
    typed = ("30", "7.50", "0.0", "-0.0", "1E+2", "-5.0")
    assert [plain(D(text)) for text in typed] == ["30", "7.5", "0", "0", "100", "-5"]


@given(st.decimals(min_value=0, max_value=30, places=1, allow_nan=False))
@settings(max_examples=100, deadline=None)
def test_every_number_in_the_range_comes_back_as_it_was_typed(value: Decimal) -> None:
    assert lunge(plain(value)) == value
    assert lunge(plain(value).replace(".", ","), decimal_comma=True) == value
    assert length(f"{plain(value)} cm") == value


@given(whole=st.integers(0, 40), top=st.integers(0, 15))
@settings(max_examples=100, deadline=None)
def test_every_tape_fraction_lies_within_half_a_place_of_its_exact_length(whole: int, top: int) -> None:
    exact = (whole + Fraction(top, 16)) * Fraction(254, 100)
    assert abs(Fraction(length(f"{whole} {top}/16 in")) - exact) <= Fraction(1, 20)


def told(text: str) -> Decimal | str:
    try:
        return lunge(text)
    except BadEntry as refused:
        return str(refused)


@given(st.text(max_size=12))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_number_in_the_range_or_a_sentence(text: str) -> None:
    answer = told(text)
    if isinstance(answer, str):
        assert answer.startswith("Lunge, left: ")
        assert answer.endswith(".")
    else:
        assert 0 <= answer <= 30
        assert answer.as_tuple().exponent == -1
