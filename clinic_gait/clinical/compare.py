"""Now against before, and left against right, without claiming more than the measuring can carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from clinic_gait.clinical.entry import shown, usable, with_unit
from clinic_gait.clinical.measures import Better, ErrorFigure, Grade, Measure, Quantity
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import Reading, Side


class Verdict(str, Enum):
    """What a change of one measure on one side amounts to."""

    BETTER = "better"
    WORSE = "worse"
    WITHIN_ERROR = "within_error"
    NO_ERROR_FIGURE = "no_error_figure"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Now less before, in the measure's unit. Steps have no ``amount``, and nothing has one that is not comparable."""

    verdict: Verdict
    amount: Decimal | None = None
    error: ErrorFigure | None = None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far the legs are apart. ``lower_side`` has the smaller number; nothing when both are alike.

    ``error`` is what the measuring can get wrong, nothing where that is not
    known; ``less`` the amount with its unit: ``3.5 cm less``.
    """

    amount: Decimal | None = None
    lower_side: Side | None = None
    comparable: bool
    words: str
    less: str = ""
    error: ErrorFigure | None = None

    @property
    def beyond_error(self) -> bool | None:
        """Whether the legs are apart by the error figure or more; nothing when that cannot be told."""
        return None if self.error is None or self.amount is None else self.amount >= self.error.value

    @property
    def error_words(self) -> str:
        """``beyond measurement error (1.9)``; empty where there is no amount to judge."""
        if not self.less:
            return ""
        if self.error is None:
            return "measurement error not known"
        return f"{'beyond' if self.beyond_error else 'within'} measurement error ({self.error.value:f})"

    @property
    def judged(self) -> str:
        """``3.5 cm less, beyond measurement error (1.9)``; the words alone where there is no amount to judge."""
        return f"{self.less}, {self.error_words}" if self.less else self.words


def change(
    measure: Measure, before: Reading | None, now: Reading | None, limits: Mapping[str, Threshold] = THRESHOLDS
) -> Change:
    """What became of one measure on one side between two visits.

    Numbers count as better or worse from the error figure of their method on,
    the figure itself included. Where no figure is known the difference is
    shown without a flag. Steps are counted toward the normal one; they have
    no error figure either.

    :raises ValueError: the readings are of another measure, or of two sides.
    """
    _check_same(measure, before, now)
    obstacle = _obstacle(measure, before, now, ("before", "now"))
    if obstacle or before is None or now is None:
        return Change(verdict=Verdict.NOT_COMPARABLE, words=f"not comparable: {obstacle}")
    if isinstance(measure, Quantity) and before.value is not None and now.value is not None:
        return _number_change(measure, now.value - before.value, measure.error_for(now.method, limits))
    return Change(verdict=Verdict.NO_ERROR_FIGURE, words=_step_words(measure, before, now))


def gap(
    measure: Measure, left: Reading | None, right: Reading | None, limits: Mapping[str, Threshold] = THRESHOLDS
) -> Gap:
    """Left against right in one visit; comparable only when both can be used and were taken in the same way.

    :raises ValueError: the readings are of another measure, or not of the left and the right leg.
    """
    for reading, side in ((left, Side.LEFT), (right, Side.RIGHT)):
        if reading is not None and reading.key != (measure.key, side):
            raise ValueError(f"{reading.key} is not {measure.key} of the {side.word} leg")
    obstacle = _obstacle(measure, left, right, ("left", "right"))
    if obstacle or left is None or right is None:
        return Gap(comparable=False, words=f"sides not comparable: {obstacle}")
    if not isinstance(measure, Quantity) or left.value is None or right.value is None:
        return Gap(comparable=True, words=f"left {shown(measure, left)}, right {shown(measure, right)}")
    return _number_gap(measure, left.value, right.value, measure.error_for(left.method, limits))


def _check_same(measure: Measure, before: Reading | None, now: Reading | None) -> None:
    keys = {reading.key for reading in (before, now) if reading is not None}
    if len(keys) > 1 or any(key != measure.key for key, _ in keys):
        raise ValueError(f"{sorted(keys)} is not one measure on one side")


def _obstacle(measure: Measure, one: Reading | None, two: Reading | None, names: tuple[str, str]) -> str:
    """Why the two cannot be compared; empty when they can."""
    for reading, name in zip((one, two), names, strict=True):
        if reading is None:
            return f"{name} not examined"
        if reading.absent is not None:
            return f"{name} {reading.absent.words}"
        if not usable(measure, reading):
            return f"{name} outside the usual range and not confirmed"
    if one is not None and two is not None and one.method != two.method:
        return f"measured in another way ({names[0]} {one.method or 'not said'}, {names[1]} {two.method or 'not said'})"
    return ""


def _number_change(measure: Quantity, amount: Decimal, error: ErrorFigure | None) -> Change:
    text = _signed(measure, amount)
    if error is None or measure.better is None:
        words = f"{text}, measurement error not known"
        return Change(verdict=Verdict.NO_ERROR_FIGURE, amount=amount, words=words)
    verdict = verdict_of(amount, error.value, measure.better)
    words = f"{text}, {verdict_words(verdict, error)}"
    return Change(verdict=verdict, amount=amount, error=error, words=words)


def verdict_of(amount: Decimal, error: Decimal, better: Better) -> Verdict:
    """What a difference amounts to; the error figure itself counts as beyond error."""
    if abs(amount) < error:
        return Verdict.WITHIN_ERROR
    return Verdict.BETTER if (amount > 0) is (better is Better.UP) else Verdict.WORSE


def verdict_words(verdict: Verdict, error: ErrorFigure) -> str:
    """The verdict as it stands behind a difference, with its figure."""
    figure = format(error.value, "f")
    if verdict is Verdict.WITHIN_ERROR:
        return f"less than people call a change ({figure})" if error.felt else f"within measurement error ({figure})"
    beyond = f"what people call a change ({figure})" if error.felt else f"beyond measurement error ({figure})"
    return f"{verdict.value}, {beyond}"


def _signed(measure: Measure, amount: Decimal) -> str:
    if not amount:
        return "no change"
    if isinstance(measure, Quantity) and not measure.unit.said:
        return f"{amount:+f}"
    text = with_unit(measure, amount).removeprefix("grade ")
    return text if amount < 0 else f"+{text}"


def _step_words(measure: Measure, before: Reading, now: Reading) -> str:
    if before.code == now.code:
        return f"same: {shown(measure, now)}"
    turned = f"{shown(measure, before)} before, {shown(measure, now)} now"
    if not isinstance(measure, Grade) or measure.normal is None:
        return turned
    places = [step.code for step in measure.steps]
    codes = (before.code, now.code)
    if any(code not in places for code in codes):
        return turned
    away_before, away_now = (abs(places.index(code or "") - places.index(measure.normal)) for code in codes)
    nearer = away_before - away_now
    if nearer == 0:
        return turned
    return f"{abs(nearer)} step{'s' if abs(nearer) > 1 else ''} {'better' if nearer > 0 else 'worse'}: {turned}"


def _number_gap(measure: Quantity, left: Decimal, right: Decimal, error: ErrorFigure | None) -> Gap:
    amount = abs(left - right)
    if not amount:
        return Gap(amount=amount, comparable=True, words="left and right alike", error=error)
    lower = Side.LEFT if left < right else Side.RIGHT
    less = f"{_signed(measure, amount).removeprefix('+')} less"
    words = f"{lower.word} {less} than {lower.other.word}"
    return Gap(amount=amount, lower_side=lower, comparable=True, words=words, less=less, error=error)
