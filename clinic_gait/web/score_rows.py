"""Scores over time: what each visit had, and what became of a score since the start and since the last visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.compare import Change, Verdict
from clinic_gait.clinical.outcomes import INSTRUMENTS, Rated, outcome_change, psfs_change
from clinic_gait.clinical.outcomes.asked import PSFS
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.clinical.units import BadEntry
from clinic_gait.records.queries import outcome_history
from clinic_gait.records.visit import Visit
from clinic_gait.web import sentences
from clinic_gait.web.context import gait
from clinic_gait.web.score_boxes import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A score and its day."""

    day: date
    one: Outcome

    @property
    def words(self) -> str:
        """The score as it is read."""
        return sentences.score(self.one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What became of a score since an earlier visit, ``start`` or ``last``; no change words without a score of now."""

    since: str
    told: Told
    change: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One score of the chart's table: the newest, and those before it."""

    name: str
    now: Told
    since: tuple[Since, ...]

    def at(self, word: str) -> Told | None:
        """The score at the ``start`` or of the ``last`` visit before the newest."""
        return next((one.told for one in self.since if one.since == word), None)


def told_before(visit: Visit) -> dict[Key, list[Told]]:
    """The scores of signed visits before this one, the oldest first."""
    here = (visit.day, visit.id)
    history = outcome_history(gait().session, visit.subject)
    return _by_key((day, visit_id, one) for day, visit_id, one in history if (day, visit_id) < here)


def _by_key(history: Iterable[tuple[date, UUID, Outcome]]) -> dict[Key, list[Told]]:
    found: dict[Key, list[Told]] = {}
    for day, _, one in history:
        found.setdefault(one.key, []).append(Told(day=day, one=one))
    return found


def last_list(past: Mapping[Key, Sequence[Told]]) -> Told | None:
    """The newest visit in which the patient named activities."""
    return next((told for told in reversed(past.get((PSFS.key, ""), ())) if told.one.named), None)


def last_activities(past: Mapping[Key, Sequence[Told]]) -> tuple[str, ...]:
    """The activities that are to be rated again."""
    told = last_list(past)
    return told.one.named if told else ()


def since(past: Sequence[Told], now: Outcome | None, limits: Mapping[str, Threshold]) -> tuple[Since, ...]:
    """The first score and the last one, with what became of each; the one row where they are the same."""
    scored = [told for told in past if told.one.value is not None]
    if not scored:
        return ()
    named = [("start", scored[0])] + ([("last", scored[-1])] if len(scored) > 1 else [])
    return tuple(_since(word, told, now, limits) for word, told in named)


def _since(word: str, told: Told, now: Outcome | None, limits: Mapping[str, Threshold]) -> Since:
    if now is None or now.value is None:
        return Since(since=word, told=told, change="")
    found = change(told.one, now, limits)
    kind = {Verdict.BETTER: "good", Verdict.WORSE: "low"}.get(found.verdict, "plain")
    return Since(since=word, told=told, change=found.words, kind=kind)


def change(before: Outcome, now: Outcome, limits: Mapping[str, Threshold]) -> Change:
    """What became of a score, with the error and what people call better in words."""
    instrument = INSTRUMENTS.get(now.instrument)
    if instrument is None or now.part not in [part.key for part in instrument.parts]:
        return _not_comparable("it is not known how this is scored")
    if instrument is not PSFS:
        versions = {"version_before": before.version, "version_now": now.version}
        return outcome_change(instrument, before.value, now.value, part=now.part, thresholds=limits, **versions)
    if not before.named or not now.named:
        return _not_comparable("the activities were not kept")
    try:
        return psfs_change(_rated(before), _rated(now), thresholds=limits)
    except BadEntry as error:
        return _not_comparable(str(error))


def _not_comparable(why: str) -> Change:
    return Change(verdict=Verdict.NOT_COMPARABLE, words=f"not comparable: {why}")


def _rated(one: Outcome) -> list[Rated]:
    return [(name, Decimal(rating) if rating else None) for name, rating in zip(one.named, one.items, strict=True)]


def score_rows(history: Iterable[tuple[date, UUID, Outcome]], limits: Mapping[str, Threshold]) -> tuple[ScoreRow, ...]:
    """The chart's table, in the order of the instruments and their parts."""
    by_key = _by_key(history)
    known = [(one.key, part.key) for one in INSTRUMENTS.values() for part in one.parts]
    ordered = [*(key for key in known if key in by_key), *sorted(by_key.keys() - set(known))]
    return tuple(_row(by_key[key], limits) for key in ordered)


def _row(told: Sequence[Told], limits: Mapping[str, Threshold]) -> ScoreRow:
    *past, now = told
    return ScoreRow(name=sentences.score_name(now.one), now=now, since=since(past, now.one, limits))
