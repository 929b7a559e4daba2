"""What the records refuse, each as a sentence for the clinic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


class RecordError(Exception):
    """Something that cannot be written as asked. The text may be shown to staff."""


class Signed(RecordError):
    """The record is signed; nothing in it may change any more."""

    def __init__(self, words: str = "This record is signed and cannot be changed.") -> None:
        super().__init__(words)


class Stale(RecordError):
    """Somebody else changed the record meanwhile; ``theirs`` holds what is stored now, by field."""

    def __init__(self, theirs: Mapping[str, object]) -> None:
        self.theirs = theirs
        super().__init__("Somebody else changed this record while you were working on it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A field that was to be changed over another value than the one that is stored; plain data of both."""

    field: str
    mine: Any
    theirs: Any


class Collision(RecordError):
    """Somebody else changed the same fields meanwhile; nothing was written."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__("Somebody else changed this meanwhile. Both values are kept: choose one.")


class NothingToUndo(RecordError):
    """There is no act of this person in the draft that could be taken back."""

    def __init__(self, words: str = "There is nothing of yours left to undo in this draft.") -> None:
        super().__init__(words)


class Held(RecordError):
    """A warning sign is open; ``flags`` are its keys. No home program goes out until a therapist lifts the hold."""

    def __init__(self, flags: Sequence[str]) -> None:
        self.flags = tuple(flags)
        super().__init__(
            "A warning sign is open: no home program may be signed or printed until a therapist lifts the hold."
        )


class TooManyPhotos(RecordError):
    """A pair of shoes has as many photos as fit."""

    def __init__(self, most: int) -> None:
        super().__init__(f"This pair has {most} photos, which is as many as can be kept. Remove one first.")


class NotFound(RecordError):
    """There is no such record in this clinic."""

    def __init__(self, words: str = "There is no such record in this clinic.") -> None:
        super().__init__(words)


class NothingToLift(RecordError):
    """The hold is not open: somebody lifted it already, or there never was one."""

    def __init__(self, words: str = "This hold is not open: it was lifted already, or was never set.") -> None:
        super().__init__(words)


class NoReason(RecordError):
    """A hold was to be lifted without a word about why."""

    def __init__(self, words: str = "A hold is lifted with a reason: say why this patient may go on.") -> None:
        super().__init__(words)


class Unfinished(RecordError):
    """Questions of the safety screen are open; ``missing`` are their keys."""

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        super().__init__("The safety screen is not complete: answer every question before you sign a plan.")
