"""What a condition of the patient does to treatment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Level(str, Enum):
    """Blocked, or allowed with a typed reason."""

    ABSOLUTE = "absolute"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition and the classes of treatment it acts on, on both sides of the patient.

    Classes are ``mob`` (Maitland I to IV), ``thrust`` (V), ``stretch``,
    ``load``, ``mwm`` (movement with a glide, by belt, band or strap) and
    ``foam`` (rolling, massage). ``absolute_for`` are classes that are blocked
    although the level is caution, ``blocks`` single exercises that are
    blocked, ``swap`` what to offer in their place. ``basis`` tells what each
    source calls it, for the therapist who approves the list.
    """

    key: str
    label: str
    level: Level
    applies: tuple[str, ...]
    absolute_for: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    swap: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    sources: tuple[str, ...]
    basis: str

    def level_for(self, key: str, classes: frozenset[str]) -> Level | None:
        """What it does to one exercise or technique of these classes; nothing when it does not touch it.

        The stricter wins: a blocked exercise, then an absolute level, then a
        class blocked on its own, then caution.
        """
        if key in self.blocks or classes & set(self.absolute_for):
            return Level.ABSOLUTE
        return self.level if classes & set(self.applies) else None

    @property
    def words(self) -> str:
        """Its label, with what to keep in mind."""
        return f"{self.label} ({self.note})" if self.note else self.label
