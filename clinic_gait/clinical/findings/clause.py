"""What a rule asks: pieces that answer, joined by all and any."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.findings.facts import Known
from clinic_gait.clinical.findings.judged import Judged, joined
from clinic_gait.clinical.values import Answer, Side


@dataclass(frozen=True, slots=True)
class Clause(ABC):
    """Something a rule asks of one side, or of the patient (side ``NONE``)."""

    @abstractmethod
    def judge(self, known: Known, side: Side) -> Judged:
        """The answer for this side."""

    @abstractmethod
    def words(self, limits: Limits) -> str:
        """What is asked, in words and with the clinic's numbers."""

    @abstractmethod
    def otherwise(self, limits: Limits) -> str:
        """The nearest thing that would make the answer no."""

    def parts(self) -> Iterable[Clause]:
        """The clauses it is made of; itself when it is none."""
        return (self,)

    def reads(self) -> tuple[str, ...]:
        """Measures and facts it reads, for whoever checks that they exist."""
        return ()

    def cutoffs(self) -> tuple[str, ...]:
        """Cut-offs it compares with."""
        return ()


@dataclass(frozen=True, slots=True)
class AllOf(Clause):
    """Every part: false if one is false, else unknown if one is unknown."""

    of: tuple[Clause, ...]

    def __init__(self, *of: Clause) -> None:
        object.__setattr__(self, "of", of)

    def judge(self, known: Known, side: Side) -> Judged:
        judged = [part.judge(known, side) for part in self.of]
        return joined(Answer.all(one.answer for one in judged), judged)

    def words(self, limits: Limits) -> str:
        return "; and ".join(_bracketed(part, limits) for part in self.of)

    def otherwise(self, limits: Limits) -> str:
        return "; or ".join(part.otherwise(limits) for part in self.of)

    def parts(self) -> Iterable[Clause]:
        return (leaf for part in self.of for leaf in part.parts())


@dataclass(frozen=True, slots=True)
class AnyOf(Clause):
    """At least one part: true if one is true, else unknown if one is unknown."""

    of: tuple[Clause, ...]

    def __init__(self, *of: Clause) -> None:
        object.__setattr__(self, "of", of)

    def judge(self, known: Known, side: Side) -> Judged:
        judged = [part.judge(known, side) for part in self.of]
        return joined(Answer.any(one.answer for one in judged), judged)

    def words(self, limits: Limits) -> str:
        return "; or ".join(_bracketed(part, limits) for part in self.of)

    def otherwise(self, limits: Limits) -> str:
        # What undoes "all" is a choice; without its brackets the rest would seem to belong to its last part.
        parts = ((part, part.otherwise(limits)) for part in self.of)
        return ", together with ".join(f"({words})" if isinstance(part, AllOf) else words for part, words in parts)

    def parts(self) -> Iterable[Clause]:
        return (leaf for part in self.of for leaf in part.parts())


def _bracketed(part: Clause, limits: Limits) -> str:
    words = part.words(limits)
    return f"({words})" if isinstance(part, AllOf | AnyOf) else words
