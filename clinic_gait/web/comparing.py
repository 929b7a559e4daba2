"""Short words beside a box: how today differs from an earlier visit, and one leg from the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.compare import Verdict, change, gap
from clinic_gait.clinical.cutoffs import Flagged, as_judged, flagged, gap_flagged
from clinic_gait.clinical.derived import step_length_asym
from clinic_gait.clinical.entry import number
from clinic_gait.clinical.measures import Flag, Grade, Measure
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import Reading, Side

#: The shape, the words and the look of a verdict; shape and words carry it without colour.
_SAID = {
    Verdict.BETTER: ("▲ ", "better, beyond error", "good"),
    Verdict.WORSE: ("▼ ", "worse, beyond error", "low"),
    Verdict.WITHIN_ERROR: ("", "within error", "plain"),
    Verdict.NO_ERROR_FIGURE: ("", "error not known", "plain"),
}

#: The same of a figure that says what people call a change, where no error of measuring is known.
_FELT = {
    Verdict.BETTER: "better, as much as people notice",
    Verdict.WORSE: "worse, as much as people notice",
    Verdict.WITHIN_ERROR: "less than people notice",
}

#: The one measure whose side difference is also said in percent.
_STEP_LENGTH, _ASYMMETRY = "step_len_cm", "step_length_asym"

_TURNED = {
    "better": ("▲ better than", "good"),
    "worse": ("▼ worse than", "low"),
    "same": ("same as", "plain"),
    "changed": ("other than", "plain"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What became of a reading since an earlier one; ``kind`` is good, low or plain.

    ``short`` is the same for a narrow place: ``▲ +7 start: beyond error``, where the shape stands for better or worse.
    """

    words: str
    kind: str
    short: str = ""

    @property
    def turned(self) -> str:
        """``better`` or ``worse``: what the shape says, in words; empty where there is no shape."""
        return {"good": "better", "low": "worse"}.get(self.kind, "")


def changed(
    measure: Measure, before: Reading, now: Reading, since: str, limits: Mapping[str, Threshold] = THRESHOLDS
) -> Changed:
    """For example ``+7 since start: better, beyond error``."""
    found = change(measure, before, now, limits)
    if found.amount is not None:
        mark, said, kind = _SAID[found.verdict]
        if found.error is not None and found.error.felt:
            said = _FELT[found.verdict]
        amount = f"{mark}{signed(measure, found.amount)}"
        short = said.removeprefix("better, ").removeprefix("worse, ")
        return Changed(words=f"{amount} since {since}: {said}", kind=kind, short=f"{amount} {since}: {short}")
    if found.verdict is Verdict.NOT_COMPARABLE:
        why = _other_method(before, now) or found.words
        return Changed(words=f"since {since}: {why}", kind="plain", short=f"{since}: {why}")
    words, kind = _TURNED[turn(measure, before, now)]
    return Changed(words=f"{words} {since}", kind=kind, short=f"{words} {since}")


def _other_method(before: Reading, now: Reading) -> str:
    """What was different about the way it was measured, as short as fits beside a box; empty when nothing was."""
    ways = [part.strip() for part in (before.method or "").split(";")]
    other = [way for way in ways if way and way not in (now.method or "")]
    return (
        f"not comparable, was by {', '.join(other)}"
        if other and before.value is not None and now.value is not None
        else ""
    )


def turn(measure: Measure, start: Reading, now: Reading) -> str:
    """better, worse, same, or changed where the steps have no order: toward the normal step is better."""
    before, after = _away(measure, start), _away(measure, now)
    if before is None or after is None:
        return "same" if start.code == now.code else "changed"
    if before == after:
        return "same"
    return "better" if after < before else "worse"


def _away(measure: Measure, reading: Reading) -> int | None:
    """How many steps from the normal one."""
    if isinstance(measure, Flag) and measure.normal is not None and reading.code is not None:
        return int(reading.code != measure.normal)
    if not isinstance(measure, Grade) or measure.normal is None:
        return None
    places = [step.code for step in measure.steps]
    if reading.code not in places:
        return None
    return abs(places.index(reading.code) - places.index(measure.normal))


def signed(measure: Measure, amount: Decimal) -> str:
    """An amount with its sign; zero has none."""
    text = number(measure, amount)
    return text if amount <= 0 else f"+{text}"


def lower_leg(measure: Measure, left: Reading | None, right: Reading | None) -> tuple[Side, str] | None:
    """The leg that has less and by how much; nothing when they are even or cannot be compared."""
    found = gap(measure, left, right)
    if found.amount is None or found.lower_side is None:
        return None
    return found.lower_side, number(measure, found.amount)


def gap_flag(
    measure: Measure, left: Reading | None, right: Reading | None, limits: Mapping[str, Threshold] = THRESHOLDS
) -> Flagged | None:
    """The word for the legs being far apart; of step lengths it is about the percentage."""
    if measure.key == _STEP_LENGTH:
        index = step_length_asym(left, right)
        return None if index is None else flagged(_ASYMMETRY, index, limits)
    found = gap(measure, as_judged(left), as_judged(right))
    return None if found.amount is None else gap_flagged(measure.key, found.amount, limits)


def asymmetry(measure: Measure, left: Reading | None, right: Reading | None) -> str:
    """``15.4% of their mean`` for step lengths; empty for all else, and where the mean is too near zero."""
    index = step_length_asym(left, right) if measure.key == _STEP_LENGTH else None
    return f"{number(CATALOGUE[_ASYMMETRY], abs(index))}% of their mean" if index else ""
