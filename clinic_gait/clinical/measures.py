"""The kinds of measure. The catalogue is made of these; a kind adds behaviour in forms, documents and exchange."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import Unit
from clinic_gait.clinical.values import LEGS, Side


class Posture(Enum):
    """How the patient is placed; the form is grouped by it, so that the patient moves rarely."""

    ASKED = "asked"
    STANDING = "standing"
    LYING = "lying"
    SITTING = "sitting"
    WALKING = "walking"
    FUNCTION = "function"

    @property
    def title(self) -> str:
        """The heading of the group on the form."""
        return _POSTURE_TITLES[self]


_POSTURE_TITLES = {
    Posture.ASKED: "Asked",
    Posture.STANDING: "Standing",
    Posture.LYING: "Lying",
    Posture.SITTING: "Sitting",
    Posture.WALKING: "Walking",
    Posture.FUNCTION: "Squat, step and strength",
}


class Better(str, Enum):
    """Which way a number moves when the patient gets better."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One part of how a reading was taken, with its allowed words; the first is the default."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorFigure:
    """The smallest change beyond measurement error, and for which method it was found.

    ``methods`` are words of the measure's first facet; empty means every
    method listed. ``quote`` is the figure as the source gives it. ``felt``
    marks a change that people notice, where no error of measuring is known.
    ``cutoff`` names the cut-off a clinic sets it by; empty where it is fixed.
    """

    value: Decimal
    methods: tuple[str, ...] = ()
    quote: str = ""
    felt: bool = False
    cutoff: str = ""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Healthy:
    """What healthy people reach, as charts mark it: a span of averages, or twice the same number.

    ``methods`` are whole methods, each as a reading keeps it, for the number
    belongs to the way it was taken; empty only where a measure has no methods.
    ``of`` says who they were.
    """

    low: Decimal
    high: Decimal
    methods: tuple[str, ...] = ()
    of: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that can be seen, asked or measured, on each leg or once.

    ``how`` says how to take it, ``note`` what to keep in mind, ``sources`` are
    ids of :mod:`clinic_gait.clinical.sources`. A dropped measure is
    ``retired``, never deleted: its readings stay readable.
    """

    key: str
    label: str
    sided: bool
    posture: Posture
    how: str
    sources: tuple[str, ...]
    note: str = ""
    typical: str = ""
    limited: str = ""
    reliability: str = ""
    facets: tuple[Facet, ...] = ()
    retired: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """Where it may be recorded: left and right, or once without a side."""
        return LEGS if self.sided else (Side.NONE,)

    @property
    def default_method(self) -> str | None:
        """The first word of every facet, or nothing where the method does not matter."""
        return "; ".join(facet.options[0] for facet in self.facets) or None

    def method(self, text: str | None) -> str | None:
        """One spelling for a method: a word per facet in order, ``goniometer; active; free``.

        A facet that is not named takes its first word.

        :raises ValueError: a word that no facet of this measure has.
        """
        given = [part.strip() for part in (text or "").split(";") if part.strip()]
        chosen = []
        for facet in self.facets:
            words = [word for word in given if word in facet.options]
            chosen.append(words[0] if words else facet.options[0])
            given = [word for word in given if word not in facet.options]
        if given:
            known = ", ".join(word for facet in self.facets for word in facet.options) or "none"
            raise ValueError(f"{self.label}: no method {given[0]!r}; known: {known}")
        return "; ".join(chosen) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Measure):
    """A number in one declared unit.

    ``low`` and ``high`` are what a hand can read off, not what is healthy:
    outside them an entry is refused. Outside ``usual_low`` and ``usual_high``
    the form asks once. ``step`` is the finest reading; ``decimals`` how many
    places are kept (means of trials may need one more than the instrument).
    """

    unit: Unit
    low: Decimal
    high: Decimal
    usual_low: Decimal
    usual_high: Decimal
    step: Decimal
    decimals: int
    better: Better | None = None
    error: tuple[ErrorFigure, ...] = ()
    error_note: str = ""
    healthy: Healthy | None = None

    def healthy_for(self, method: str | None) -> Healthy | None:
        """What healthy people reach by this very method, or nothing when that is not known."""
        found = self.healthy
        return found if found and (not found.methods or method in found.methods) else None

    def error_for(self, method: str | None, limits: Mapping[str, Threshold] = THRESHOLDS) -> ErrorFigure | None:
        """The error figure of this method with the clinic's value, or nothing when none is known."""
        first = (method or "").split(";")[0].strip()
        for figure in self.error:
            if not figure.methods or first in figure.methods:
                return replace(figure, value=limits[figure.cutoff].value) if figure.cutoff else figure
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Quantity):
    """A whole number of something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One named step of a scale; the key that sets it is its place, from 0."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Measure):
    """One step of an ordered scale of its own. ``normal`` is the step that means nothing was found."""

    steps: tuple[Step, ...]
    normal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation(Grade):
    """Something seen in walking, with its phases of the gait cycle and its plane.

    ``other_usage`` is what else the word is used for, ``screen`` the item of
    the safety screen to ask when it is new.
    """

    phases: tuple[str, ...]
    plane: str
    definition: str
    suggests: tuple[str, ...]
    evidence: str = ""
    other_usage: str = ""
    screen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Measure):
    """One of several named things without an order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Measure):
    """Yes or no; codes ``yes`` and ``no``. Unanswered is unknown, not no."""

    normal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Measure):
    """Words, stored as the reading's code."""

    longest: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Measure):
    """Computed from other entries, never typed; ``source_of`` says from which."""

    unit: Unit | None = None
    computed_from: tuple[str, ...] = ()


def codes(measure: Measure) -> tuple[Step, ...]:
    """The named steps a measure may be recorded as; empty for numbers, words and derived ones."""
    match measure:
        case Grade() | Choice():
            return measure.steps
        case Flag():
            return (Step(code="yes", label="yes"), Step(code="no", label="no"))
        case _:
            return ()
