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
    """A warning sign is open; ``flags`` are its keys. No home program goes out until it is cleared."""

    def __init__(self, flags: Sequence[str]) -> None:
        self.flags = tuple(flags)
        super().__init__("A warning sign is open: no home program may be signed or printed until it is cleared.")


class NotFound(RecordError):
    """There is no such record in this clinic."""

    def __init__(self, words: str = "There is no such record in this clinic.") -> None:
        super().__init__(words)


class Unfinished(RecordError):
    """Questions of the safety screen are open; ``missing`` are their keys."""

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        super().__init__("The safety screen is not complete: answer every question before you sign a plan.")
