"""From what a person typed to a reading, and back to words on a page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from clinic_gait.clinical.measures import Derived, Grade, Measure, Quantity, Text, codes
from clinic_gait.clinical.units import BadEntry, Unit, plain, read_length, read_number
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side

#: What may be typed in place of a value when a test was meant to be done and was not.
ABSENT_WORDS = {
    "x": Absent.NOT_TESTED,
    **{absent.value: absent for absent in Absent},
    **{absent.value.replace("_", " "): absent for absent in Absent},
    **{absent.words: absent for absent in Absent},
}

_YES_NO = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}
_LENGTHS = (Unit.MM, Unit.CM)
_PAIN_HIGH = Decimal(10)
#: What is worked out is shown with one place at most.
_DERIVED_PLACE = Decimal("0.1")
_ONE = {Unit.POINTS: " point", Unit.REPS: " rep", Unit.MONTHS: " month", Unit.WEEKS: " week"}


def read_entry(
    measure: Measure,
    side: Side,
    typed: str,
    *,
    method: str | None = None,
    pain: str | int | None = None,
    confirmed: bool = False,
    trials: Sequence[str | Decimal] = (),
    decimal_comma: bool = False,
) -> Reading:
    """A reading from what was typed into the boxes of one measure on one side.

    Lengths may be in inches; steps are named by code, by label or by their
    place from 0; ``x`` or ``not tested`` says that there is no value. With
    ``trials`` and nothing typed the value is their mean. ``confirmed`` is kept
    only outside the usual range, where it is asked for.

    :raises BadEntry: it cannot be stored; the sentence says why and what would be right.
    """
    _check_place(measure, side, typed)
    absent = None if isinstance(measure, Text) else ABSENT_WORDS.get(typed.strip().casefold())
    kept: tuple[Decimal, ...] = ()
    value, code = None, None
    if isinstance(measure, Quantity) and absent is None:
        kept = tuple(_number(measure, side, str(trial), decimal_comma) for trial in trials)
        value = _value(measure, side, typed, kept, decimal_comma)
    elif absent is None:
        code = _code(measure, side, typed)
    return Reading(
        measure=measure.key,
        side=side,
        value=value,
        code=code,
        absent=absent,
        method=_method(measure, side, method),
        trials=kept,
        pain=_pain(measure, side, pain),
        confirmed=confirmed and value is not None and outside_usual(measure, value),
    )


def outside_usual(measure: Measure, value: Decimal) -> bool:
    """Whether the form asks once more before it keeps this number."""
    return isinstance(measure, Quantity) and not measure.usual_low <= value <= measure.usual_high


def usable(measure: Measure, reading: Reading | None) -> bool:
    """Whether a reading may be compared or reasoned about.

    It is there, it is not a reason for having none, its number is possible,
    and a number outside the usual range was confirmed by the examiner.
    """
    if reading is None or reading.absent is not None:
        return False
    if reading.value is None or not isinstance(measure, Quantity):
        return True
    possible = measure.low <= reading.value <= measure.high
    return possible and (reading.confirmed or not outside_usual(measure, reading.value))


def number(measure: Measure, value: Decimal) -> str:
    """The number alone, with no more places than the measure keeps (one for what is worked out) and no idle zeros."""
    place = _place(measure) if isinstance(measure, Quantity) else _DERIVED_PLACE
    return plain(value.quantize(place, rounding=ROUND_HALF_EVEN))


def shown(measure: Measure, reading: Reading) -> str:
    """A reading as a page says it: ``7.5 cm``, ``mild``, ``could not: pain``."""
    if reading.absent is not None:
        return reading.absent.words
    if reading.value is not None:
        return with_unit(measure, reading.value)
    labels = {step.code: step.label for step in codes(measure)}
    return labels.get(reading.code or "", reading.code or "")


def with_unit(measure: Measure, value: Decimal) -> str:
    """A number with its unit: ``7.5 cm``, ``1 point``, ``grade 4.5``."""
    unit = measure.unit if isinstance(measure, Quantity | Derived) else None
    text = number(measure, value)
    if unit is None:
        return text
    if unit is Unit.GRADE:
        return f"grade {text}"
    return text + (_ONE.get(unit, unit.said) if text in ("1", "-1") else unit.said)


def place(measure: Measure, side: Side) -> str:
    """What an entry is called in a sentence: the label, and left or right where there is a side."""
    return measure.label if side is Side.NONE else f"{measure.label}, {side.word}"


def _place(measure: Quantity) -> Decimal:
    return Decimal(1).scaleb(-measure.decimals)


def _refuse(measure: Measure, side: Side, typed: str, why: str) -> BadEntry:
    reason = f"{place(measure, side)}: {why}."
    return BadEntry(field=measure.label, side=side.word, typed=typed, reason=reason)


def _check_place(measure: Measure, side: Side, typed: str) -> None:
    if isinstance(measure, Derived):
        raise _refuse(measure, side, typed, "this is worked out from other entries and never typed")
    if measure.sided and side not in LEGS:
        raise _refuse(measure, side, typed, "say left or right")
    if not measure.sided and side is not Side.NONE:
        raise _refuse(measure, Side.NONE, typed, f"this has no side, and {side.word} was given")


def _value(measure: Quantity, side: Side, typed: str, trials: tuple[Decimal, ...], decimal_comma: bool) -> Decimal:
    if trials and not typed.strip():
        mean = (sum(trials, Decimal(0)) / len(trials)).quantize(_place(measure), rounding=ROUND_HALF_EVEN)
        return Decimal(plain(mean))
    value = _number(measure, side, typed, decimal_comma)
    if trials and not min(trials) <= value <= max(trials):
        between = f"{number(measure, min(trials))} to {number(measure, max(trials))}"
        raise _refuse(measure, side, typed, f"{plain(value)} does not lie among its single readings, {between}")
    return value


def _number(measure: Quantity, side: Side, typed: str, decimal_comma: bool) -> Decimal:
    if measure.unit in _LENGTHS:
        value = read_length(
            typed,
            field=measure.label,
            side=side,
            to=measure.unit,
            low=measure.low,
            high=measure.high,
            decimals=measure.decimals,
            default=measure.unit,
            decimal_comma=decimal_comma,
        )
    else:
        value = read_number(
            typed,
            field=measure.label,
            side=side,
            low=measure.low,
            high=measure.high,
            decimals=measure.decimals,
            unit=measure.unit,
            decimal_comma=decimal_comma,
        )
    # A manual muscle grade is a step of a scale, never a mean: 3.7 would be a grade that nobody gave.
    if measure.unit is Unit.GRADE and value % measure.step:
        between = f"{plain(measure.low)} to {plain(measure.high)} in steps of {plain(measure.step)}"
        raise _refuse(measure, side, typed, f"{plain(value)} is not a grade; {between}")
    # As it was written, without zeros that only the places would add.
    return Decimal(plain(value))


def _code(measure: Measure, side: Side, typed: str) -> str:
    if isinstance(measure, Text):
        return _words(measure, side, typed)
    steps = codes(measure)
    word = " ".join(typed.split()).casefold()
    named = {name.casefold(): step.code for step in steps for name in (step.code, step.label)}
    if isinstance(measure, Grade):
        named |= {str(place): step.code for place, step in enumerate(steps)}
    code = named.get(word) or named.get(_YES_NO.get(word, ""))
    if code is not None:
        return code
    right = ", ".join(step.label for step in steps)
    raise _refuse(measure, side, typed, f"{typed.strip()[:40] or 'nothing typed'} is not one of: {right}")


def _words(measure: Text, side: Side, typed: str) -> str:
    if not typed.strip():
        raise _refuse(measure, side, typed, "nothing typed")
    if len(typed.strip()) > measure.longest:
        raise _refuse(measure, side, typed, f"{len(typed.strip())} characters; at most {measure.longest}")
    return typed.strip()


def _method(measure: Measure, side: Side, method: str | None) -> str | None:
    try:
        return measure.method(method)
    except ValueError as unknown:
        why = str(unknown).removeprefix(f"{measure.label}: ")
        raise _refuse(measure, side, method or "", why) from None


def _pain(measure: Measure, side: Side, pain: str | int | None) -> int | None:
    if pain is None or str(pain).strip() == "":
        return None
    field = f"{measure.label}, pain during it"
    low, unit = Decimal(0), Unit.POINTS
    return int(read_number(str(pain), field=field, side=side, low=low, high=_PAIN_HIGH, decimals=0, unit=unit))
