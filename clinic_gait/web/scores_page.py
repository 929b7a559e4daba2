"""The scores page: one card per instrument with its boxes, its score, what became of it, and whose words it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template, request

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.outcomes import INSTRUMENTS, NOT_APPLICABLE, Formula, Instrument, Item, Part, error_words
from clinic_gait.clinical.outcomes.asked import GROC, NPRS, PSFS
from clinic_gait.clinical.outcomes.prompts import GROC_ASK, GROC_LABELS, NPRS_RATINGS, PSFS_NAMING, PSFS_RATING
from clinic_gait.clinical.outcomes.wording import FormWords
from clinic_gait.clinical.units import plain
from clinic_gait.records.visit import Visit
from clinic_gait.web import sentences
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.context import gait
from clinic_gait.web.score_boxes import GROC_BOX, PLACES, Key, item_box, item_name, items_of, title, total_box
from clinic_gait.web.score_rows import Since, Told, last_list, since

#: A box of one item: its value, the words of the option, and the points above them.
Option = tuple[str, str] | tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item of a form: its box, its name, the licensed words where the clinic has them, and what may be chosen."""

    box: str
    name: str
    words: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreNow:
    """The score of an instrument or a part: what is known now, and against earlier visits."""

    title: str
    said: str
    scored: bool
    since: tuple[Since, ...]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartForm:
    """The boxes of a form or of one part of it; the items are folded away while a total alone stands there."""

    score: ScoreNow
    total: str
    range: str
    items: tuple[ItemRow, ...]
    open: bool
    items_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One instrument. ``kind`` names the boxes it is drawn with: activities, rating, pain or items."""

    instrument: Instrument
    kind: str
    open: bool
    parts: tuple[PartForm, ...] = ()
    scores: tuple[ScoreNow, ...] = ()
    licence: str = ""

    @property
    def best(self) -> str:
        """Which end of an item is the good one; the points are as printed."""
        if self.instrument.formula is Formula.LACK:
            return "0 points are the best answer, as printed on the form; a score of 100 is the best."
        return "The points are as printed on the form; more points are better."

    @property
    def said(self) -> str:
        """What the closed card says."""
        return "; ".join(filter(None, (one.said for one in self.scores)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One activity: what the patient rated it at the last visit stands beside the empty box."""

    place: int
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What a page is drawn from."""

    boxes: Boxes
    found: Mapping[Key, Outcome]
    past: Mapping[Key, Sequence[Told]]


def render(visit: Visit, boxes: Boxes, found: Mapping[Key, Outcome], past: Mapping[Key, Sequence[Told]]) -> str:
    """The page as stored, or as it was sent; the activities of the last visit are offered to be rated again."""
    listed = last_list(past)
    if listed and (PSFS.key, "") not in found and not boxes.slips:
        offered = {f"psfs-name-{place}": name for place, name in enumerate(listed.one.named, 1)}
        boxes = Boxes({**boxes.typed, **offered})
    seen = _Seen(boxes=boxes, found=found, past=past)
    return render_template(
        "clinic_gait/scores/edit.html",
        visit=visit,
        boxes=boxes,
        cards=[_card(seen, one) for one in sorted(INSTRUMENTS.values(), key=lambda one: not one.own_words)],
        kept=bool(found) and not boxes.slips,
        listed=listed,
        activities=[ActivityRow(place=place, was=_was(boxes(f"psfs-name-{place}"), listed)) for place in PLACES],
        psfs_naming=PSFS_NAMING,
        psfs_rating=PSFS_RATING,
        nprs_asks=[NPRS_RATINGS[key] for key in ("worst", "now", "best")],
        groc_ask=GROC_ASK,
        groc_box=GROC_BOX,
        groc_lists=groc_lists(past),
    )


def groc_lists(past: Mapping[Key, Sequence[Told]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The steps of each version in our words, the best first; the version used before leads."""
    used = [told.one.version for told in past.get((GROC.key, ""), ())][-1:]
    return [(name, _steps(name, GROC_LABELS[name])) for name in sorted(GROC_LABELS, key=lambda name: name not in used)]


def _steps(version: str, labels: Mapping[int, str]) -> list[tuple[str, str]]:
    return [
        (f"{version}:{points}", f"{points:+d} {words}" if points else f"0 {words}")
        for points, words in sorted(labels.items(), reverse=True)
    ]


def _was(name: str, listed: Told | None) -> str:
    """The rating of the same activity at the last visit; it belongs to no other name."""
    if listed is None or not name.strip():
        return ""
    rated = dict(zip((one.casefold() for one in listed.one.named), listed.one.items, strict=True))
    return rated.get(" ".join(name.split()).casefold(), "")


def _card(seen: _Seen, instrument: Instrument) -> Card:
    kind = {PSFS.key: "activities", GROC.key: "rating", NPRS.key: "pain"}.get(instrument.key, "items")
    scores = tuple(_score(seen, instrument, part) for part in instrument.parts)
    words = gait().settings.wording.of(instrument.key)
    forms = zip(instrument.parts, scores, strict=True) if kind == "items" else ()
    parts = tuple(_part(seen, instrument, part, score, words) for part, score in forms)
    wrong = any(name.startswith(f"{instrument.key}-") for name in seen.boxes.slips)
    held = any((instrument.key, part.key) in seen.found for part in instrument.parts)
    return Card(
        instrument=instrument,
        kind=kind,
        open=wrong or held or request.args.get("open") == instrument.key,
        parts=parts,
        scores=scores,
        licence=words.licence if words else "",
    )


def _score(seen: _Seen, instrument: Instrument, part: Part) -> ScoreNow:
    key = (instrument.key, part.key)
    now, limits = seen.found.get(key), gait().limits
    said = sentences.score(now) if now else ""
    return ScoreNow(
        title=title(instrument, part),
        said=f"{part.label}: {said}" if said and part.label else said,
        scored=now is not None and now.value is not None,
        since=since(seen.past.get(key, ()), now, limits),
        error=error_words(instrument, part.key, thresholds=limits),
    )


def _part(seen: _Seen, instrument: Instrument, part: Part, score: ScoreNow, words: FormWords | None) -> PartForm:
    items = tuple(_item(instrument, item, words) for item in items_of(instrument, part))
    total = total_box(instrument, part)
    begun = {name for name in (total, *(item.box for item in items)) if seen.boxes(name) or name in seen.boxes.slips}
    return PartForm(
        score=score,
        total=total,
        range=f"{plain(instrument.low)} to {plain(instrument.high)}",
        items=items,
        open=bool(begun),
        items_open=begun != {total},
    )


def _item(instrument: Instrument, item: Item, words: FormWords | None) -> ItemRow:
    texts = words.options.get(item.key, ()) if words else ()
    points = [plain(point) for point in item.points]
    options: list[Option] = [("", "not answered", "–")]
    options += zip(points, texts, points, strict=True) if texts else ((one, one) for one in points)
    if instrument.not_applicable:
        options.append((NOT_APPLICABLE, "not applicable", "N/A"))
    return ItemRow(
        box=item_box(instrument, item),
        name=item_name(instrument, item),
        words=words.items[item.key] if words else "",
        options=tuple(options),
    )
