"""An answer of a clause: true, false or unknown, what it looked at, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import Answer, Reading, Side


@dataclass(frozen=True, slots=True)
class Seen:
    """A value that made an answer: whose, and as it was entered (``2``, ``mild``, ``yes``)."""

    key: str
    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Need:
    """What would have to be measured, asked or repeated before an answer is possible."""

    key: str
    side: Side


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer, the values behind a true one, and what an unknown one lacks."""

    answer: Answer
    seen: tuple[Seen, ...] = ()
    needs: tuple[Need, ...] = ()


def joined(answer: Answer, judged: Sequence[Judged]) -> Judged:
    """The values behind a yes, or all that is lacking behind an unknown; each named once."""
    if answer is Answer.FALSE:
        return Judged(answer)
    mine = [one for one in judged if one.answer is answer]
    if answer is Answer.TRUE:
        return Judged(answer, tuple(dict.fromkeys(seen for one in mine for seen in one.seen)))
    return Judged(answer, needs=tuple(dict.fromkeys(need for one in mine for need in one.needs)))


def yes_no(yes: bool, reading: Reading) -> Judged:
    return Judged(Answer.TRUE, (seen_of(reading),)) if yes else Judged(Answer.FALSE)


def seen_of(reading: Reading) -> Seen:
    text = plain(reading.value) if reading.value is not None else reading.code or ""
    return Seen(reading.measure, reading.side, text)


def unknown(key: str, side: Side) -> Judged:
    return Judged(Answer.UNKNOWN, needs=(Need(key, side),))
