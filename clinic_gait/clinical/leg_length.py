"""Leg length: how it is measured, which leg is shorter, and what the methods say together.

A difference is a short side and millimetres, never a signed number on a page.
The program names bands and disagreement; it never suggests a lift.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Answer, Side, WrongSide


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to measure. ``kind`` is ``both_legs`` (a length of each) or ``block`` (one height and a foot)."""

    key: str
    label: str
    how: str
    kind: str
    error: str = ""
    note: str = ""
    sources: tuple[str, ...]

    @property
    def true_length(self) -> bool:
        """Whether it is about the bones; the apparent length is about how the patient lies."""
        return self.key != "tape_apparent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Which leg is shorter and by how much; ``NONE`` and 0 when they are alike.

    :raises WrongSide: a difference without a side, or a side without a difference.
    """

    short_side: Side
    mm: Decimal

    def __post_init__(self) -> None:
        if self.mm < 0 or (self.short_side in LEGS) != (self.mm > 0):
            raise WrongSide(f"{plain(self.mm)} mm with short side {self.short_side.word}: name the shorter leg, or 0")

    @property
    def signed(self) -> Decimal:
        """Right minus left, in mm: plus when the left leg is the shorter one. For comparing, not for pages."""
        return -self.mm if self.short_side is Side.RIGHT else self.mm

    @property
    def words(self) -> str:
        """``left leg shorter by 8 mm``, or that no difference was found."""
        if self.short_side is Side.NONE:
            return "no difference found"
        return f"{self.short_side.word} leg shorter by {plain(self.mm)} mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A word for a range of differences, ``low`` included, in millimetres."""

    low: int
    label: str
    high: int | None = None

    @property
    def limits(self) -> str:
        """The range in words."""
        return f"{self.low} mm or more" if self.high is None else f"{self.low} to under {self.high} mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the methods say together. ``band`` is nothing when they disagree or none measured true length."""

    band: str | None
    disagree: bool
    words: str
    refer: bool


#: In the order of the page: the block leads.
METHODS: Mapping[str, Method] = MappingProxyType(
    {
        one.key: one
        for one in (
            Method(
                key="block",
                label="Blocks, standing",
                how=(
                    "Stand, knees straight, feet hip width. Put blocks under the short side until the iliac crests "
                    "are level. Record the whole height and the foot it stands under, which is the short side."
                ),
                kind="block",
                error=(
                    "Inter-rater ICC 0.737; 2 mm more than X-ray on average; the wrong leg called short in 1 of 20; "
                    "sensitivity 55%, specificity 89% above 5 mm. Still too coarse to follow change over time."
                ),
                note="The preferred clinical method.",
                sources=("badii2014", "lldsr2021", "brady2003", "sabharwal2008"),
            ),
            Method(
                key="tape_true",
                label="Tape, true length",
                how=(
                    "Lie face up, pelvis squared, legs 15 to 20 cm apart. From the front bump of the pelvis (ASIS) to "
                    "the tip of the inner ankle bone. Two readings of each leg; the mean counts."
                ),
                kind="both_legs",
                error=(
                    "Inter-rater ICC 0.477; 5 mm less than X-ray on average; the wrong leg called short in 7 of 20. "
                    "The mean of two readings will do for screening only."
                ),
                note="Tape alone is weak evidence.",
                sources=("badii2014", "sabharwal2008"),
            ),
            Method(
                key="tape_apparent",
                label="Tape, apparent length",
                how="Lie face up as you come to lie. From the navel to the tip of the inner ankle bone, each leg.",
                kind="both_legs",
                note="Unequal here with equal true lengths: pelvic tilt, hip contracture or another functional cause.",
                sources=("memory",),
            ),
            Method(
                key="imaging",
                label="Film, standing",
                how="Full-length standing film from the front, ordered by a physician; the length of each leg.",
                kind="both_legs",
                error="The reference; asked for when clinical methods do not settle it (brady2003).",
                note="CT, side view, if the knee cannot straighten (sabharwal2008).",
                sources=("lldsr2021", "brady2003", "sabharwal2008"),
            ),
        )
    }
)

#: The words for a difference in the default scheme.
BANDS = (
    Band(low=0, high=5, label="within measurement error"),
    Band(low=5, high=10, label="small"),
    Band(low=10, high=20, label="possibly important"),
    Band(low=20, label="large: refer"),
)

#: The name shown beside a band, since other schemes call the same number by other words.
SCHEME = "default bands"

#: What other writers call mild, so that nobody is surprised.
OTHER_SCHEMES = (
    "mild under 30 mm, moderate 30 to 60 mm, severe over 60 mm (seeley2010)",
    "mild up to 20 mm (murray2015, pereira_lld)",
)

#: What to look at standing and again sitting: level when seated only means that the cause is in the leg.
FUNCTIONAL_CHECKS = (
    "foot pronation on the long side",
    "knee flexion or recurvatum",
    "hip or knee contracture",
    "pelvic rotation",
    "scoliosis",
    "early heel rise",
)

REFER_IF = (
    "adult, 20 mm or more by block test",
    "still growing, 10 mm or more",
    "new, or after joint replacement or fracture",
    "getting bigger on re-test",
    "with neurologic signs or scoliosis",
)

EVIDENCE = (
    "90% of people differ by up to 1 cm (rniito).",
    "Gait changes appear above about 1 cm (khamis2017).",
    "A difference of 1 cm or more on X-ray goes with knee osteoarthritis in the shorter leg: odds ratio 1.9 on film, "
    "2.0 with symptoms (harvey2010). An association, not proof.",
    "Lifts: low-quality evidence of pain relief (campbell2018: 10 studies, one randomized).",
    "Randomized, low back pain only: inserts for 10 mm or less (defrin2005, n=33); 70% correction from 5 mm up, 2.6 "
    "points of 10 better than flat insoles over a year (rannisto2019, n=42). Both measured by ultrasound, not by "
    "block. None found for knee pain.",
    "Under 5 mm by clinical methods: be careful with any correction (brady2003).",
    "Adults: up to 2 cm tolerable, 2 to 6 cm lift or surgery to be discussed; a growing child over 1 cm is treated "
    "(hasler2000). The decision is always elective (vogt2020).",
)

#: Which method the band is taken from, the first that is there.
_LEADING = ("block", "imaging", "tape_true")
_CONFIRM = "For the therapist to confirm."


def difference(left_mm: Decimal, right_mm: Decimal) -> Difference:
    """The shorter leg, from the length of each in mm."""
    if left_mm == right_mm:
        return Difference(short_side=Side.NONE, mm=Decimal(0))
    return Difference(short_side=Side.LEFT if left_mm < right_mm else Side.RIGHT, mm=abs(left_mm - right_mm))


def band(mm: Decimal) -> Band:
    """The band of a difference in the default scheme."""
    return next(one for one in BANDS if one.high is None or mm < one.high)


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
    growing or after joint surgery in the past year.

    :raises KeyError: a method that does not exist.
    """
    said = [f"{METHODS[key].label}: {by_method[key].words}." for key in sorted(by_method, key=tuple(METHODS).index)]
    leading = next((key for key in _LEADING if key in by_method), None)
    disagree = _any_contradiction(by_method, limits)
    found = band(by_method[leading].mm) if leading and not disagree else None
    refer = _refer(by_method.get("block"), 10 if growing or recent_surgery else 20)
    if not said:
        return Judgement(band=None, disagree=False, words="Leg length not measured.", refer=False)
    if disagree:
        said.append("The methods disagree, so no band is shown. Measure again.")
    if found and leading:
        said.append(f"By {METHODS[leading].label[0].lower()}{METHODS[leading].label[1:]}: {_band_words(found)}.")
        said.append(METHODS[leading].note if leading == "tape_true" else "")
    said.append(_functional(by_method))
    words = " ".join(part for part in (*said, _CONFIRM) if part)
    return Judgement(band=found.label if found else None, disagree=disagree, words=words, refer=refer)


def _contradict(one: Difference, two: Difference, limits: Mapping[str, Threshold]) -> bool:
    sides = {one.short_side, two.short_side}
    opposite = sides == set(LEGS) and all(limits["lld_note_mm"].flags(each.mm) for each in (one, two))
    return opposite or limits["lld_methods_gap_mm"].flags(abs(one.signed - two.signed))


def _any_contradiction(by_method: Mapping[str, Difference], limits: Mapping[str, Threshold]) -> bool:
    true = [value for key, value in by_method.items() if METHODS[key].true_length]
    return any(_contradict(one, two, limits) for place, one in enumerate(true) for two in true[place + 1 :])


def _refer(block: Difference | None, limit: int) -> bool:
    return block is not None and block.mm >= limit


def _band_words(found: Band) -> str:
    return f"{found.label} ({SCHEME}: {found.limits})"


def _functional(by_method: Mapping[str, Difference]) -> str:
    true, apparent = by_method.get("tape_true"), by_method.get("tape_apparent")
    note = THRESHOLDS["lld_note_mm"]
    if true is None or apparent is None or note.flags(true.mm) or not note.flags(apparent.mm):
        return ""
    return "True lengths are about even and apparent lengths are not: the cause may be functional."
