"""A trend in words: for each side where it is, what became of it since the start and the last time, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clinic_gait.care.trends import Point, Trend
from clinic_gait.clinical.compare import Verdict, verdict_of
from clinic_gait.clinical.units import plain
from clinic_gait.clinical.values import LEGS, Side

UP, DOWN = "▲ ", "▼ "
_MARKS = {Verdict.BETTER: UP, Verdict.WORSE: DOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One part of a sentence. ``verdict`` is set where a change can be judged."""

    words: str
    verdict: Verdict | None = None

    @property
    def mark(self) -> str:
        """The shape that says better or worse beside the words; empty for all else."""
        return _MARKS.get(self.verdict, "") if self.verdict else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What is said of one side: its newest value, and parts that follow it."""

    side: Side
    now: str
    parts: tuple[Said, ...]

    @property
    def words(self) -> str:
        """All of it as plain text."""
        name = "" if self.side is Side.NONE else f"{self.side.word.upper()} "
        return f"{name}{self.now}, {'; '.join(part.words for part in self.parts)}."


def sentences(chart: Trend) -> tuple[Sentence, ...]:
    """One for each side that was measured, left before right."""
    return tuple(_sentence(chart, side) for side in Side if chart.of(side))


def words(chart: Trend) -> str:
    """The trend as plain text."""
    return " ".join([*(one.words for one in sentences(chart)), *filter(None, (left_out(chart),))])


def left_out(chart: Trend) -> str:
    """The days whose readings are compared with nothing, because the newest were taken in another way."""
    newest = {side: points[-1].method for side in Side if (points := chart.of(side))}
    days = dict.fromkeys(f"{one.day.day} {one.day:%b}" for one in chart.points if one.method != newest[one.side])
    return f"Measured in another way, not compared: {', '.join(days)}." if days else ""


def direction(chart: Trend) -> str:
    """Which way on the chart is better."""
    if chart.better is None:
        return "neither way is better"
    return f"{chart.better.value} is better"


def _sentence(chart: Trend, side: Side) -> Sentence:
    points = chart.of(side)
    parts = (*_changes(chart, points), *_lower(chart, side))
    return Sentence(side=side, now=f"{plain(points[-1].value)} {chart.unit}".strip(), parts=parts)


def _changes(chart: Trend, points: Sequence[Point]) -> Iterator[Said]:
    """Against the first and the last reading that were taken as the newest one was."""
    now = points[-1]
    alike = [point for point in points if point.method == now.method]
    if len(points) == 1:
        yield Said(words="measured once")
    elif len(alike) == 1:
        yield Said(words="measured once in this way")
    else:
        yield from _compared(chart, alike)


def _compared(chart: Trend, alike: Sequence[Point]) -> Iterator[Said]:
    """Since the start and since the last time; in one breath where both are judged alike."""
    *before, now = alike
    start = before[0]
    days = [(f"{start.day.day} {start.day:%b}", start)] + ([("last", before[-1])] if len(before) > 1 else [])
    told: dict[tuple[str, Verdict | None], list[str]] = {}
    for when, one in days:
        told.setdefault(_judged(chart, now.value - one.value), []).append(_moved(now.value - one.value, when))
    for (judged, verdict), parts in told.items():
        words = " and ".join(parts).replace(" and no change", " and")
        yield Said(words=", ".join(filter(None, (words, judged))), verdict=verdict)


def _moved(amount: Decimal, when: str) -> str:
    sign = "+" if amount > 0 else ""
    return f"{sign}{plain(amount)} since {when}" if amount else f"no change since {when}"


def _judged(chart: Trend, amount: Decimal) -> tuple[str, Verdict | None]:
    """What a difference amounts to, in words; no difference needs none."""
    if not amount:
        return "", None
    if chart.error is None:
        return "error not known", None
    figure = plain(chart.error)
    within = f"less than people notice ({figure})" if chart.felt else f"within error ({figure})"
    beyond = f"as much as people notice ({figure})" if chart.felt else f"beyond error ({figure})"
    if chart.better is None:
        return (within if abs(amount) < chart.error else beyond), None
    verdict = verdict_of(amount, chart.error, chart.better)
    return (within, verdict) if verdict is Verdict.WITHIN_ERROR else (f"{verdict.value}, {beyond}", verdict)


def _lower(chart: Trend, side: Side) -> Iterator[Said]:
    """How much less than the other leg, where both were taken on one day in the same way."""
    if side not in LEGS or not chart.of(side.other):
        return
    mine, other = chart.of(side)[-1], chart.of(side.other)[-1]
    if (mine.day, mine.method) == (other.day, other.method) and mine.value < other.value:
        yield Said(words=f"{plain(other.value - mine.value)} less than {side.other.word.upper()}")
