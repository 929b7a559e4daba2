"""Sides, pairs, readings and three-valued answers: the words everything else is said in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class WrongSide(ValueError):
    """A side that does not exist, or that the thing it was said of does not have."""


class Side(str, Enum):
    """Which leg a finding belongs to; ``NONE`` for what has no side. A finding is never "both"."""

    LEFT = "L"
    RIGHT = "R"
    NONE = "M"

    @property
    def word(self) -> str:
        """``left``, ``right`` or ``none``, as written in files and read aloud."""
        return self.name.lower()

    @property
    def other(self) -> Side:
        """The opposite leg.

        :raises WrongSide: there is no opposite of "no side".
        """
        if self is Side.NONE:
            raise WrongSide("what has no side has no other side")
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    @classmethod
    def from_word(cls, word: str) -> Side:
        """Read ``left``, ``right``, ``none`` or ``patient``.

        :raises WrongSide: any other word, ``both`` among them.
        """
        try:
            return _SIDE_WORDS[word]
        except KeyError:
            raise WrongSide(f"side {word!r}: say left or right") from None


_SIDE_WORDS = {"left": Side.LEFT, "right": Side.RIGHT, "none": Side.NONE, "patient": Side.NONE}

#: Left stands first wherever both legs are shown.
LEGS = (Side.LEFT, Side.RIGHT)


class DoseSide(str, Enum):
    """Which leg an exercise or technique is for. Only a dose may say "both"."""

    LEFT = "L"
    RIGHT = "R"
    BOTH = "B"

    @property
    def word(self) -> str:
        """``left``, ``right`` or ``both``."""
        return self.name.lower()

    @property
    def legs(self) -> tuple[Side, ...]:
        """The legs it means."""
        return LEGS if self is DoseSide.BOTH else (Side(self.value),)

    @classmethod
    def from_word(cls, word: str) -> DoseSide:
        """Read ``left``, ``right`` or ``both``.

        :raises WrongSide: any other word.
        """
        try:
            return cls[word.upper()] if word == word.lower() else cls[word]
        except KeyError:
            raise WrongSide(f"side {word!r}: say left, right or both") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[T]):
    """The same thing of both legs."""

    left: T
    right: T

    def of(self, side: Side) -> T:
        """The one of this leg.

        :raises WrongSide: asked for no side.
        """
        match side:
            case Side.LEFT:
                return self.left
            case Side.RIGHT:
                return self.right
            case _:
                raise WrongSide("a pair has a left and a right, nothing else")


class Answer(Enum):
    """A three-valued answer. Unknown is never read as no (Kleene's logic)."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> Answer:
        """``None`` is unknown."""
        if value is None:
            return cls.UNKNOWN
        return cls.TRUE if value else cls.FALSE

    def __bool__(self) -> bool:
        raise TypeError("an Answer may be unknown: compare it with Answer.TRUE or Answer.FALSE")

    def __invert__(self) -> Answer:
        return {Answer.TRUE: Answer.FALSE, Answer.FALSE: Answer.TRUE}.get(self, self)

    @classmethod
    def all(cls, parts: Iterable[Answer]) -> Answer:
        """False if any part is false, else unknown if any is unknown, else true."""
        seen = set(parts)
        if cls.FALSE in seen:
            return cls.FALSE
        return cls.UNKNOWN if cls.UNKNOWN in seen else cls.TRUE

    @classmethod
    def any(cls, parts: Iterable[Answer]) -> Answer:
        """True if any part is true, else unknown if any is unknown, else false."""
        seen = set(parts)
        if cls.TRUE in seen:
            return cls.TRUE
        return cls.UNKNOWN if cls.UNKNOWN in seen else cls.FALSE


class Absent(str, Enum):
    """Why a test that was tried, or meant to be, has no value. No row at all means "not examined"."""

    NOT_TESTED = "not_tested"
    PAIN = "pain"
    UNABLE = "unable"
    UNSAFE = "unsafe"
    DECLINED = "declined"

    @property
    def words(self) -> str:
        """As said on a page: ``not tested``, ``could not: pain``."""
        return _ABSENT_WORDS[self]


_ABSENT_WORDS = {
    Absent.NOT_TESTED: "not tested",
    Absent.PAIN: "could not: pain",
    Absent.UNABLE: "could not: not able",
    Absent.UNSAFE: "could not: not safe",
    Absent.DECLINED: "could not: patient declined",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was seen of one measure on one side: a number, a named step, words, or why there is none.

    Exactly one of ``value``, ``code`` and ``absent`` is given. ``value`` is in
    the measure's one canonical unit; ``trials`` are the single readings behind
    it, ``pain`` is 0 to 10 during the test. ``confirmed`` says that a value
    outside the usual range was asked about and kept.

    :raises ValueError: none or more than one of the three is given.
    """

    measure: str
    side: Side
    value: Decimal | None = None
    code: str | None = None
    absent: Absent | None = None
    method: str | None = None
    trials: tuple[Decimal, ...] = ()
    pain: int | None = None
    confirmed: bool = False

    def __post_init__(self) -> None:
        if [self.value, self.code, self.absent].count(None) != 2:
            raise ValueError(f"{self.measure}: give exactly one of value, code, absent")

    @property
    def key(self) -> tuple[str, Side]:
        """Measure and side, which name a reading within its visit."""
        return self.measure, self.side
