"""What is wrong with a case file, in sentences that name case, visit, side and field."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


class CaseError(ValueError):
    """A case file that is refused; ``faults`` are all its faults, one sentence each."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An entry that cannot be stored: what was typed where, and what would be right."""

    side: str
    field: str
    typed: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault and where it stands. ``refusal`` is set when a single entry is to blame and the rest can be judged.

    ``judged`` entries are sound for a look and cannot be stored.
    """

    where: tuple[str, ...]
    reason: str
    refusal: Refusal | None = None
    judged: bool = False

    def __str__(self) -> str:
        return f"{', '.join(self.where)}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the reader is in a file, and the list its faults go to."""

    where: tuple[str, ...]
    faults: list[Fault]

    def at(self, *words: str) -> Place:
        """A place further in."""
        return replace(self, where=(*self.where, *words))

    def fault(self, reason: str) -> None:
        """Note something that no visit may be stored with."""
        self.faults.append(Fault(where=self.where, reason=reason))

    def only_judged(self, reason: str) -> None:
        """Note something that a look may use and no visit may be stored with."""
        self.faults.append(Fault(where=self.where, reason=reason, judged=True))

    def refuse(self, *, side: str, field: str, typed: object, reason: str) -> None:
        """Note an entry that cannot be stored, beside which the others still can be judged."""
        refusal = Refusal(side=side, field=field, typed=str(typed), reason=reason)
        self.faults.append(Fault(where=self.where, reason=reason, refusal=refusal))


def close(word: str, known: Sequence[str]) -> str:
    """``; did you mean 'x'?`` when a known word is near, else nothing."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    return f"; did you mean {near[0]!r}?" if near else ""
