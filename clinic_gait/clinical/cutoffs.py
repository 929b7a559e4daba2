"""Which cut-offs speak about a single value, or about how far the legs are apart, and in what word.

A flag is a hint beside a value, with its limit and how sure the limit is. It
is no finding and no diagnosis; rules look at more than one value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from clinic_gait.clinical.findings.clause_words import OPPOSITE, SAID
from clinic_gait.clinical.findings.facts import Facts, Known
from clinic_gait.clinical.thresholds import THRESHOLDS, Direction, Threshold
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import Reading

Limits = Mapping[str, Threshold]

#: Pain from 0 to 10 during a test or an exercise; it is no measure of its own.
PAIN = "pain"
#: Miles on a pair of shoes, from its note.
MILES = "shoe_miles"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """One cut-off of a measure and the word for a value on its flagged side.

    ``absolute`` looks at the size of the value alone. ``fine`` marks a cut-off
    that says what is fine: the value is flagged where it is on its other side.
    """

    name: str
    word: str
    absolute: bool = False
    fine: bool = False

    def flags(self, value: Decimal, limits: Limits) -> bool:
        """Whether this value gets the word."""
        return limits[self.name].flags(abs(value) if self.absolute else value) is not self.fine

    def direction(self, limits: Limits) -> Direction:
        """On which side of the number the flagged values lie."""
        given = limits[self.name].direction
        return OPPOSITE[given] if self.fine else given


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """The word for a value, and the cut-off it comes from: ``limit`` is its number in words, ``under 5 deg``."""

    word: str
    threshold: Threshold
    limit: str

    @property
    def strength(self) -> str:
        """How sure the cut-off is: ``weak evidence``, ``our convention``."""
        return self.threshold.strength.words

    @property
    def own(self) -> str:
        """That the clinic has set it; empty while it is the default."""
        if not self.threshold.changed:
            return ""
        return f"clinic's own setting (default {plain(self.threshold.default)})"

    @property
    def ground(self) -> str:
        """Limit and strength: ``under 5 deg, weak evidence``."""
        return ", ".join(filter(None, (self.limit, self.strength, self.own)))


#: What a single value is called, by measure; the most severe word first.
VALUES: Mapping[str, tuple[CutOff, ...]] = MappingProxyType(
    {
        "wblt_cm": (CutOff(name="wblt_marked_cm", word="markedly low"), CutOff(name="wblt_low_cm", word="low")),
        "wblt_deg": (CutOff(name="wblt_marked_deg", word="markedly low"),),
        "df_ke_deg": (CutOff(name="df_ke_limited", word="limited"), CutOff(name="df_ke_borderline", word="borderline")),
        "df_kf_deg": (CutOff(name="df_kf_limited", word="limited"),),
        "inv_deg": (CutOff(name="inv_limited", word="limited"),),
        "ev_deg": (CutOff(name="ev_limited", word="limited"),),
        "hallux_df_deg": (CutOff(name="hallux_marked", word="markedly low"), CutOff(name="hallux_low", word="low")),
        "knee_ext_deg": (
            CutOff(name="recurvatum_severe", word="severe recurvatum"),
            CutOff(name="recurvatum", word="recurvatum"),
        ),
        "lsd_score": (CutOff(name="lsd_poor", word="poor"), CutOff(name="lsd_medium", word="medium")),
        "fpi6": (CutOff(name="fpi_pronated", word="pronated"), CutOff(name="fpi_supinated", word="supinated")),
        "nav_drop_mm": (CutOff(name="nav_drop_high", word="high"),),
        "ta_strength": (CutOff(name="mmt_full", word="less than full"),),
        "beighton": (CutOff(name="beighton_hyper", word="high"),),
        "gait_speed_ms": (CutOff(name="gait_speed_slow", word="slow"),),
        "sits_hours": (CutOff(name="sits_hours", word="long"),),
        "shoe_heel_mm": (CutOff(name="shoe_heel_mm", word="high"),),
        "step_length_asym": (CutOff(name="step_si_pct", word="uneven", absolute=True),),
        "lld_block_mm": (
            CutOff(name="lld_refer_mm", word="large: refer"),
            CutOff(name="lld_act_mm", word="possibly important"),
            CutOff(name="lld_note_mm", word="small"),
        ),
        "wells_score": (CutOff(name="wells_likely", word="a clot is likely: refer"),),
        MILES: (CutOff(name="shoe_miles", word="many miles"), CutOff(name="shoe_miles_low", word="look at the wear")),
        PAIN: (
            CutOff(name="pain_stop", word="too much: stop"),
            CutOff(name="pain_ok_max", word="more than is fine", fine=True),
        ),
    }
)

#: What it is called when the legs are so far apart, by measure.
GAPS: Mapping[str, tuple[CutOff, ...]] = MappingProxyType(
    {
        "wblt_cm": (CutOff(name="wblt_gap_cm", word="sides differ"),),
        "wblt_deg": (CutOff(name="wblt_gap_deg", word="sides differ"),),
        "df_ke_deg": (CutOff(name="df_side_gap", word="sides differ"),),
        "heel_raise_reps": (CutOff(name="heel_raise_gap", word="sides differ"),),
        "calf_girth_cm": (CutOff(name="calf_gap_cm", word="score it: Wells"),),
    }
)


def flagged(key: str, value: Decimal, limits: Limits = THRESHOLDS) -> Flagged | None:
    """The most severe word for a value of this measure, as entered and not as rounded; nothing when there is none."""
    return _first(key, value, VALUES.get(key, ()), limits)


def gap_flagged(key: str, gap: Decimal, limits: Limits = THRESHOLDS) -> Flagged | None:
    """The word for the legs being so far apart; nothing when they are nearer, or no cut-off speaks about it."""
    return _first(key, gap, GAPS.get(key, ()), limits)


def as_judged(reading: Reading | None) -> Reading | None:
    """The reading as the rules take it, to its last decimal; nothing when it is missing or cannot be used."""
    if reading is None:
        return None
    return Known.of(Facts(readings={reading.key: reading})).here(*reading.key)


def reading_flagged(reading: Reading | None, limits: Limits = THRESHOLDS) -> Flagged | None:
    """The word for a reading; nothing while it is missing, has no number, or is unusual and not confirmed."""
    judged = as_judged(reading)
    return None if judged is None or judged.value is None else flagged(judged.measure, judged.value, limits)


def pain_flagged(reading: Reading | None, limits: Limits = THRESHOLDS) -> Flagged | None:
    """The word for the pain during a test; nothing when none was asked."""
    if reading is None or reading.pain is None:
        return None
    return flagged(PAIN, Decimal(reading.pain), limits)


def told(key: str, limits: Limits = THRESHOLDS) -> Iterator[Flagged]:
    """Every cut-off that speaks about a measure, with its word: the values first, then the side difference."""
    yield from (_made(key, one, limits) for one in (*VALUES.get(key, ()), *GAPS.get(key, ())))


def _first(key: str, value: Decimal, cutoffs: tuple[CutOff, ...], limits: Limits) -> Flagged | None:
    found = next((one for one in cutoffs if one.flags(value, limits)), None)
    return None if found is None else _made(key, found, limits)


def _made(key: str, cutoff: CutOff, limits: Limits) -> Flagged:
    threshold = limits[cutoff.name]
    limit = SAID[cutoff.direction(limits)].format(threshold.amount)
    if cutoff in GAPS.get(key, ()):
        limit = f"side difference {limit}"
    return Flagged(word=cutoff.word, threshold=threshold, limit=limit)
