"""What the records refuse, each as a sentence for the clinic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


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


class Held(RecordError):
    """A warning sign is open; ``flags`` are its keys. No home program goes out until a therapist lifts the hold."""

    def __init__(self, flags: Sequence[str]) -> None:
        self.flags = tuple(flags)
        super().__init__(
            "A warning sign is open: no home program may be signed or printed until a therapist lifts the hold."
        )


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
