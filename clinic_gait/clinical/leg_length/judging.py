"""What the methods say together: a band, or that they disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clinic_gait.clinical.leg_length.bands import Band, band, scheme
from clinic_gait.clinical.leg_length.difference import Difference
from clinic_gait.clinical.leg_length.methods import METHODS
from clinic_gait.clinical.leg_length.suspicion import Suspicion, suspicion
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Answer

#: Which method the band is taken from, the first that is there.
LEADING = ("block", "imaging", "tape_true")
_CONFIRM = "For the therapist to confirm."


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the methods say together. ``band`` is nothing when they disagree or none measured true length.

    ``suspicion`` is what they point to, bones or posture; nothing while they cannot tell.
    """

    band: str | None
    disagree: bool
    words: str
    refer: bool
    suspicion: Suspicion | None = None


def methods_disagree(by_method: Mapping[str, Difference], limits: Mapping[str, Threshold] = THRESHOLDS) -> Answer:
    """Whether tape and block contradict each other; unknown while one of them is missing.

    They do when each names another short side and both say 5 mm or more, or
    when they lie 10 mm or more apart as right minus left; both are cut-offs
    a clinic may set.
    """
    if "block" not in by_method or "tape_true" not in by_method:
        return Answer.UNKNOWN
    return Answer.of(_contradict(by_method["block"], by_method["tape_true"], limits))


def judge(
    by_method: Mapping[str, Difference],
    *,
    growing: bool = False,
    recent_surgery: bool = False,
    limits: Mapping[str, Threshold] = THRESHOLDS,
) -> Judgement:
    """What the methods say together, in words that leave the judging to the therapist.

    The band comes from the block, else from film, else from tape. Methods
    that disagree get no band: tape and block, or film and either of them.
    ``refer`` follows the block, whatever the others say: 20 mm, or 10 mm while
    growing or after joint surgery in the past year, where the clinic has not
    set other cut-offs.

    :raises KeyError: a method that does not exist.
    """
    said = [f"{METHODS[key].label}: {by_method[key].words}." for key in sorted(by_method, key=tuple(METHODS).index)]
    leading = next((key for key in LEADING if key in by_method), None)
    disagree = _any_contradiction(by_method, limits)
    found = band(by_method[leading].mm, limits) if leading and not disagree else None
    refer = _refer(by_method.get("block"), _referral_lines(growing, recent_surgery), limits)
    if not said:
        return Judgement(band=None, disagree=False, words="Leg length not measured.", refer=False)
    if disagree:
        said.append("The methods disagree, so no band is shown. Measure again.")
    if found and leading:
        said.append(
            f"By {METHODS[leading].label[0].lower()}{METHODS[leading].label[1:]}: {_band_words(found, limits)}."
        )
        said.append(METHODS[leading].note if leading == "tape_true" else "")
    suspected = _suspected(by_method, disagree, limits)
    said.append(suspected.words if suspected else "")
    words = " ".join(part for part in (*said, _CONFIRM) if part)
    return Judgement(
        band=found.label if found else None, disagree=disagree, words=words, refer=refer, suspicion=suspected
    )


def _contradict(one: Difference, two: Difference, limits: Mapping[str, Threshold]) -> bool:
    sides = {one.short_side, two.short_side}
    opposite = sides == set(LEGS) and all(limits["lld_note_mm"].flags(each.mm) for each in (one, two))
    return opposite or limits["lld_methods_gap_mm"].flags(abs(one.signed - two.signed))


def _any_contradiction(by_method: Mapping[str, Difference], limits: Mapping[str, Threshold]) -> bool:
    true = [value for key, value in by_method.items() if METHODS[key].true_length]
    return any(_contradict(one, two, limits) for place, one in enumerate(true) for two in true[place + 1 :])


def _referral_lines(growing: bool, recent_surgery: bool) -> list[str]:
    """The cut-offs that count for this patient, the same as in the rule that names a referral."""
    told = (("lld_refer_mm", True), ("lld_refer_child_mm", growing), ("lld_act_mm", recent_surgery))
    return [name for name, counts in told if counts]


def _refer(block: Difference | None, lines: list[str], limits: Mapping[str, Threshold]) -> bool:
    return block is not None and any(limits[name].flags(block.mm) for name in lines)


def _band_words(found: Band, limits: Mapping[str, Threshold]) -> str:
    return f"{found.label} ({scheme(limits)}: {found.limits})"


def _suspected(
    by_method: Mapping[str, Difference], disagree: bool, limits: Mapping[str, Threshold]
) -> Suspicion | None:
    """Methods that contradict each other settle nothing; true against apparent length is one tape twice."""
    tape = {key: one for key, one in by_method.items() if key in ("tape_true", "tape_apparent")}
    return suspicion(tape if disagree else by_method, limits)
