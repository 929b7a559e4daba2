"""What a rule asks of the patient as a whole: history, screen, leg length, shoes, age and course."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.clause import AllOf, AnyOf, Clause
from clinic_gait.clinical.findings.clause_words import OPPOSITE, SAID, TESTS, Limits, label, limit_words
from clinic_gait.clinical.findings.facts import Known
from clinic_gait.clinical.findings.judged import Judged, Need, Seen, joined, unknown, yes_no
from clinic_gait.clinical.findings.side_clauses import Number
from clinic_gait.clinical.leg_length import methods_disagree
from clinic_gait.clinical.red_flags import ScreenState, screen_state
from clinic_gait.clinical.shoe_wear import wear_gap_max
from clinic_gait.clinical.thresholds import Direction
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Answer, Side


def _block_mm(known: Known) -> int | Decimal | None:
    block = known.facts.lengths.get("block")
    return block.mm if block is not None else None


def _wear_gap(known: Known) -> int | None:
    gaps = (wear_gap_max(pair.left, pair.right) for pair in known.facts.shoes)
    return max((gap for gap in gaps if gap is not None), default=None)


#: Numbers of the patient that are no measures of their own: how each is found, and its name in a sentence.
NUMBERS: Mapping[str, tuple[str, Callable[[Known], int | Decimal | None]]] = MappingProxyType(
    {
        "lld_block_mm": ("leg shorter by block, in mm", _block_mm),
        "age": ("age", lambda known: known.facts.age),
        "wear_gap_max": ("largest difference of wear between the shoes, in grades", _wear_gap),
        "shoe_miles": ("miles on the shoes", lambda known: known.facts.miles),
        "wells_score": ("Wells score", lambda known: known.facts.wells_score),
        "pain_change_nprs": ("worst pain now less worst pain at the start", lambda known: known.facts.pain_change),
        "weeks_in_plan": ("weeks since the plan began", lambda known: known.facts.weeks),
    }
)


@dataclass(frozen=True, slots=True)
class PatientNumber(Clause):
    """A number of the patient against a cut-off, or against a number that is no setting.

    ``negative`` compares with minus the cut-off: pain that fell by less than it.
    """

    key: str
    direction: Direction
    cutoff: str | int
    negative: bool = False

    def judge(self, known: Known, side: Side) -> Judged:
        if self.key not in NUMBERS:
            reading = known.here(self.key, Side.NONE)
            if reading is None or reading.value is None:
                return unknown(self.key, Side.NONE)
            return yes_no(TESTS[self.direction](reading.value, self._against(known.limits)), reading)
        value = NUMBERS[self.key][1](known)
        if value is None:
            return unknown(self.key, Side.NONE)
        number = Decimal(value)
        if not TESTS[self.direction](number, self._against(known.limits)):
            return Judged(Answer.FALSE)
        # A leg length is never told without the leg that is the shorter one.
        leg = known.facts.lengths["block"].short_side if self.key == "lld_block_mm" else Side.NONE
        return Judged(Answer.TRUE, (Seen(self.key, leg, plain(number)),))

    def words(self, limits: Limits) -> str:
        return self._said(self.direction, limits)

    def otherwise(self, limits: Limits) -> str:
        return self._said(OPPOSITE[self.direction], limits)

    def reads(self) -> tuple[str, ...]:
        return (self.key,)

    def cutoffs(self) -> tuple[str, ...]:
        return (self.cutoff,) if isinstance(self.cutoff, str) else ()

    def _against(self, limits: Limits) -> Decimal:
        value = limits[self.cutoff].value if isinstance(self.cutoff, str) else Decimal(self.cutoff)
        return -value if self.negative else value

    def _said(self, direction: Direction, limits: Limits) -> str:
        against = self._against(limits)
        if self.key in NUMBERS:
            return f"{NUMBERS[self.key][0]} {SAID[direction].format(plain(against))}"
        return f"{label(self.key)} {limit_words(self.key, direction, against)}"


@dataclass(frozen=True, slots=True)
class PatientYes(Clause):
    """A question about the patient that was answered yes."""

    key: str

    def judge(self, known: Known, side: Side) -> Judged:
        reading = known.here(self.key, Side.NONE)
        if reading is None or reading.code is None:
            return unknown(self.key, Side.NONE)
        return yes_no(reading.code == "yes", reading)

    def words(self, limits: Limits) -> str:
        return f"{label(self.key)}: yes"

    def otherwise(self, limits: Limits) -> str:
        return f"{label(self.key)}: no"

    def reads(self) -> tuple[str, ...]:
        return (self.key,)


@dataclass(frozen=True, slots=True)
class FlagOpen(Clause):
    """A warning sign is open: true with one whatever the rest, false only when the whole screen was answered."""

    def judge(self, known: Known, side: Side) -> Judged:
        if known.facts.open_flags:
            return Judged(Answer.TRUE, (Seen("red_flags", Side.NONE, ", ".join(sorted(known.facts.open_flags))),))
        if screen_state(known.facts.answers) is ScreenState.DONE:
            return Judged(Answer.FALSE)
        return unknown("red_flag_screen", Side.NONE)

    def words(self, limits: Limits) -> str:
        return "a warning sign is open"

    def otherwise(self, limits: Limits) -> str:
        return "every warning sign lifted by a therapist, or never answered yes"

    def reads(self) -> tuple[str, ...]:
        return ("red_flag_screen",)


@dataclass(frozen=True, slots=True)
class NotLifted(Clause):
    """No therapist has lifted the hold that this visit set for a warning sign. This is always known."""

    flag: str

    def judge(self, known: Known, side: Side) -> Judged:
        return Judged(Answer.of(self.flag not in known.facts.lifted))

    def words(self, limits: Limits) -> str:
        return "no therapist has lifted the hold"

    def otherwise(self, limits: Limits) -> str:
        return "the hold lifted by a therapist"


@dataclass(frozen=True, slots=True)
class ScreenUnfinished(Clause):
    """The safety screen was not begun, or not answered to the end. This is always known."""

    def judge(self, known: Known, side: Side) -> Judged:
        state = screen_state(known.facts.answers)
        if state is ScreenState.DONE:
            return Judged(Answer.FALSE)
        return Judged(Answer.TRUE, (Seen("red_flag_screen", Side.NONE, state.value),))

    def words(self, limits: Limits) -> str:
        return "a question of the safety screen has no answer"

    def otherwise(self, limits: Limits) -> str:
        return "every question of the safety screen answered"

    def reads(self) -> tuple[str, ...]:
        return ("red_flag_screen",)


@dataclass(frozen=True, slots=True)
class LengthsDisagree(Clause):
    """Tape and block contradict each other, or with ``wanted`` false: they do not. Unknown while one is missing."""

    wanted: bool = True

    def judge(self, known: Known, side: Side) -> Judged:
        answer = methods_disagree(known.facts.lengths, known.limits)
        if answer is Answer.UNKNOWN:
            missing = [key for key in ("block", "tape_true") if key not in known.facts.lengths]
            names = {"block": "lld_block_mm", "tape_true": "lld_tape_mm"}
            return Judged(answer, needs=tuple(Need(names[key], Side.NONE) for key in missing))
        if answer is not Answer.of(self.wanted):
            return Judged(Answer.FALSE)
        lengths = known.facts.lengths
        tape = Seen("lld_tape_mm", Side.NONE, lengths["tape_true"].words)
        # Where they agree, the block is what the rule itself tells.
        block = (Seen("lld_block_mm", Side.NONE, lengths["block"].words),) if self.wanted else ()
        return Judged(Answer.TRUE, (tape, *block))

    def words(self, limits: Limits) -> str:
        return f"leg length by tape and by block {'do not agree' if self.wanted else 'agree'}"

    def otherwise(self, limits: Limits) -> str:
        return f"leg length by tape and by block {'agree' if self.wanted else 'do not agree'}"

    def reads(self) -> tuple[str, ...]:
        return ("lld_block_mm", "lld_tape_mm")

    def cutoffs(self) -> tuple[str, ...]:
        return ("lld_note_mm", "lld_methods_gap_mm")


@dataclass(frozen=True, slots=True)
class SidesMeasuredDifferently(Clause):
    """Something was measured on both legs, but not in the same way. Nothing measured on both is no, not unknown."""

    def judge(self, known: Known, side: Side) -> Judged:
        left = {key: one for (key, leg), one in known.recorded.items() if leg is Side.LEFT}
        seen = [
            Seen(key, leg, known.recorded[(key, leg)].method or "")
            for key in CATALOGUE
            if key in left
            and (key, Side.RIGHT) in known.recorded
            and left[key].method != known.recorded[(key, Side.RIGHT)].method
            for leg in LEGS
        ]
        return Judged(Answer.TRUE, tuple(seen)) if seen else Judged(Answer.FALSE)

    def words(self, limits: Limits) -> str:
        return "a measure was taken on both sides in different ways"

    def otherwise(self, limits: Limits) -> str:
        return "both sides measured in the same way"


@dataclass(frozen=True, slots=True)
class OnLegs(Clause):
    """The same clause on both legs (``every``), or on at least one of them."""

    clause: Clause
    every: bool

    def judge(self, known: Known, side: Side) -> Judged:
        judged = [self.clause.judge(known, leg) for leg in LEGS]
        join = Answer.all if self.every else Answer.any
        return joined(join(one.answer for one in judged), judged)

    def words(self, limits: Limits) -> str:
        return f"on {'both sides' if self.every else 'either side'} ({self.clause.words(limits)})"

    def otherwise(self, limits: Limits) -> str:
        where = "on one side" if self.every else "on both sides"
        return f"{where} ({self.clause.otherwise(limits)})"

    def reads(self) -> tuple[str, ...]:
        return tuple(key for part in self.clause.parts() for key in part.reads())

    def cutoffs(self) -> tuple[str, ...]:
        return tuple(name for part in self.clause.parts() for name in part.cutoffs())


#: The lunge, and dorsiflexion with the knee straight and bent, all six looked at and none of them low.
ANKLES_FREE = OnLegs(
    AllOf(
        Number("wblt_cm", Direction.ABOVE, "wblt_low_cm"),
        Number("df_ke_deg", Direction.AT_LEAST, "df_ke_borderline"),
        Number("df_kf_deg", Direction.AT_LEAST, "df_kf_limited"),
    ),
    every=True,
)

#: Any one of the six low.
ANKLE_LIMITED = OnLegs(
    AnyOf(
        Number("wblt_cm", Direction.AT_MOST, "wblt_low_cm"),
        Number("df_ke_deg", Direction.BELOW, "df_ke_limited"),
        Number("df_kf_deg", Direction.BELOW, "df_kf_limited"),
    ),
    every=False,
)
