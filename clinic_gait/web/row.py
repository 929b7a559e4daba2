"""A row of the visit form: one measure, its boxes, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinic_gait.clinical.cutoffs import Flagged
from clinic_gait.clinical.measures import Measure
from clinic_gait.clinical.values import Absent, Side
from clinic_gait.web.comparing import Changed
from clinic_gait.web.entries import Problem, Typed
from clinic_gait.web.several import LETTERS
from clinic_gait.web.swap_signs import SwapWords

ABSENT_OPTIONS = (("", "was tested"), *((absent.value, absent.words) for absent in Absent))
#: The reasons as the menu offers them: key, stored word, words.
REASONS = tuple((letter, absent.value, absent.words) for letter, absent in LETTERS.items())
LETTER_OF = {absent.value: letter for letter, absent in LETTERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Was:
    """A reading of an earlier visit: shown beside the box and never in it."""

    words: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One measure on one side. ``method`` is only set where it differs from the row's.

    ``last`` and ``start`` are the earlier numbers that the one being typed may
    be compared with, empty where it may not; ``token`` stands for what is
    stored. ``flag`` is what a cut-off says of the value, ``pain_flag`` of the
    pain during it.
    """

    name: str
    side: Side
    label: str
    typed: Typed
    method: str
    was: Was | None
    last: str
    start: str
    token: str
    changes: tuple[Changed, ...]
    flag: Flagged | None
    pain_flag: Flagged | None
    problem: Problem | None
    theirs: str | None

    @property
    def field(self) -> str:
        """The name of what it holds among the fields of the draft."""
        return f"reading.{self.name}"

    @property
    def absent(self) -> str:
        """Why there is no value, in words; empty while there may be one."""
        return dict(ABSENT_OPTIONS[1:]).get(self.typed.absent, self.typed.absent)

    @property
    def letter(self) -> str:
        """The key of the reason for having no value; empty while there is none."""
        return LETTER_OF.get(self.typed.absent, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure with its boxes. ``kind`` says how it is drawn: number, text, steps or list.

    ``reason`` says why it is asked for again. ``gap_flag`` is what a cut-off says of the side difference, ``asymmetry``
    the difference in percent; ``cutoffs`` are all that speak about the measure.
    """

    measure: Measure
    kind: str
    unit: str
    options: tuple[tuple[str, ...], ...]
    method: str
    methods: tuple[str, ...]
    boxes: tuple[Box, ...]
    lower: tuple[Side, str] | None
    asymmetry: str
    gap_flag: Flagged | None
    cutoffs: tuple[Flagged, ...]
    error: str
    better: str
    reason: str
    #: What healthy people reach by the row's method; empty where that is not known.
    healthy: str
    #: That its sides look swapped.
    swap: SwapWords | None

    @property
    def open(self) -> bool:
        """What is wrong lies beside the value, where it is folded away."""
        return any(box.problem and (box.typed.absent or box.typed.pain or box.typed.trials) for box in self.boxes)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The method's words, one for each facet."""
        return tuple(word.strip() for word in self.method.split(";"))

    @property
    def name(self) -> str:
        """The label without what stands in brackets behind it."""
        return self.measure.label.removesuffix(f" ({self.aside})")

    @property
    def aside(self) -> str:
        """What stands in brackets behind the label."""
        label = self.measure.label
        return label.partition(" (")[2].removesuffix(")") if label.endswith(")") else ""

    @property
    def facts(self) -> str:
        """What the difference is judged by, as short as it stands below it: ``error 1.9 · healthy 11.6 to 11.9``."""
        return " · ".join(part for part in (f"error {self.error}" if self.error else "", self.healthy) if part)

    @property
    def absents(self) -> tuple[tuple[str, str], ...]:
        """Whether it could be tested, as a list offers it."""
        return ABSENT_OPTIONS

    @property
    def tool(self) -> str:
        """What it is taken with; empty where the method names no tool."""
        named = self.measure.facets and self.measure.facets[0].name.startswith("tool")
        return self.chosen[0] if named else ""

    @property
    def digits(self) -> bool:
        """Whether a digit sets its grade."""
        return self.kind == "steps" and all(len(option) > 2 for option in self.options)

    @property
    def yes_or_no(self) -> bool:
        """Whether y and n answer it."""
        return [option[0] for option in self.options] == ["yes", "no"]

    @property
    def fields(self) -> str:
        """The fields of all its boxes, for what they share."""
        return " ".join(box.field for box in self.boxes)
