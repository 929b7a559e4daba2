"""The boxes of the scores page: what was answered in each, and the outcomes they make. Nothing is read into a blank.

A box is named by its instrument and item, ``lefs-item_7`` or ``koos-pain_3``;
a score that was added up elsewhere stands in ``lefs-total`` or ``koos-pain-total``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.outcomes import INSTRUMENTS, NOT_APPLICABLE, Answer, Formula, score, shown_score
from clinic_gait.clinical.outcomes.asked import GROC, PSFS
from clinic_gait.clinical.outcomes.instrument import Instrument, Item, Part
from clinic_gait.clinical.outcomes.scoring import PartScore, Scored
from clinic_gait.clinical.units import Unit, plain, read_number
from clinic_gait.clinical.values import Side
from clinic_gait.web.boxes import Boxes

Key = tuple[str, str]

LONGEST_ACTIVITY = 120
#: How many activities the page has room for.
PLACES = range(1, len(PSFS.items) + 1)
GROC_BOX = "groc-change"
#: As many places as scoring keeps of a mean or a percentage.
_PLACES = 4
#: What may be chosen as the global rating: the version, and the points on it.
GROC_CHOICES = tuple(f"{version.name}:{plain(point)}" for version in GROC.versions for point in version.items[0].points)


def by_items() -> Iterator[Instrument]:
    """The instruments that are asked item by item, or whose total is typed."""
    return (one for one in INSTRUMENTS.values() if not one.own_words)


def read_all(boxes: Boxes, offered: Sequence[str] = ()) -> dict[Key, Outcome]:
    """What the boxes hold by instrument and part, with a slip for every box that cannot be stored.

    ``offered`` are the activities of the last visit: alone they say nothing of this one.
    """
    read = [read_activities(boxes, offered), read_groc(boxes)]
    read += [read_part(boxes, instrument, part) for instrument in by_items() for part in instrument.parts]
    return {one.key: one for one in read if one is not None}


def carried(boxes: Boxes) -> set[Key]:
    """The scores whose boxes the request carries; any other is left as it is stored."""
    begins = {(PSFS.key, ""): "psfs-name-", (GROC.key, ""): GROC_BOX}
    begins |= {(one.key, part.key): prefix(one, part) for one in by_items() for part in one.parts}
    return {key for key, begin in begins.items() if any(name.startswith(begin) for name in boxes.typed)}


def prefix(instrument: Instrument, part: Part) -> str:
    """How the names of all boxes of a part begin."""
    return f"{instrument.key}-{part.key}"


def item_box(instrument: Instrument, item: Item) -> str:
    """The box of an item."""
    return f"{instrument.key}-{item.key}"


def total_box(instrument: Instrument, part: Part) -> str:
    """The box of a score that was added up elsewhere."""
    return f"{instrument.key}-{part.key}-total" if part.key else f"{instrument.key}-total"


def items_of(instrument: Instrument, part: Part) -> list[Item]:
    """The items of a part in order."""
    return [item for item in instrument.items if item.part == part.key]


def item_name(instrument: Instrument, item: Item) -> str:
    """What an item is called; its wording is licensed, so mostly by its number."""
    part = instrument.part(item.part)
    number = items_of(instrument, part).index(item) + 1
    label = f" ({item.label})" if item.label else ""
    return f"{title(instrument, part)} item {number}{label}"


def title(instrument: Instrument, part: Part) -> str:
    """What a score is called."""
    return f"{instrument.short} {part.label}".strip()


def read_part(boxes: Boxes, instrument: Instrument, part: Part) -> Outcome | None:
    """The score of a form or of one part of it: from its answers, or as it was added up elsewhere."""
    items = items_of(instrument, part)
    answers = tuple(_answer(boxes, instrument, item) for item in items)
    total = _total(boxes, instrument, part)
    if None in answers or total_box(instrument, part) in boxes.slips:
        return None
    given = tuple(one or "" for one in answers)
    if not any(given):
        return None if total is None else Outcome(instrument=instrument.key, part=part.key, value=total)
    found = _scored(instrument, part, given)
    if total is not None and not _agree(found.value, total):
        boxes.slip(total_box(instrument, part), _contradiction(instrument, part, found, total))
    return Outcome(
        instrument=instrument.key, part=part.key, value=found.value, items=given, missing=len(given) - found.answered
    )


def _answer(boxes: Boxes, instrument: Instrument, item: Item) -> str | None:
    """The points of an item as text, empty when it was not answered; nothing when the box was refused."""
    name = item_box(instrument, item)
    options = {plain(point) for point in item.points} | ({NOT_APPLICABLE} if instrument.not_applicable else set())
    chosen = boxes.choice(name, item_name(instrument, item), options)
    return None if name in boxes.slips else chosen or ""


def _total(boxes: Boxes, instrument: Instrument, part: Part) -> Decimal | None:
    def reader(text: str) -> Decimal:
        return read_number(
            text,
            field=f"{title(instrument, part)}, scored elsewhere",
            side=Side.NONE,
            low=instrument.low,
            high=instrument.high,
            decimals=0 if instrument.formula is Formula.SUM else _PLACES,
            unit=Unit.POINTS,
            decimal_comma=boxes.decimal_comma,
        )

    return boxes.read(total_box(instrument, part), reader)


def _scored(instrument: Instrument, part: Part, given: tuple[str, ...]) -> Scored | PartScore:
    answers = iter(given)
    found = score(instrument, [_read(next(answers)) if item.part == part.key else None for item in instrument.items])
    return next((one for one in found.parts if one.key == part.key), found)


def _read(text: str) -> Answer:
    return (text if text == NOT_APPLICABLE else Decimal(text)) if text else None


def _agree(worked_out: Decimal | None, typed: Decimal) -> bool:
    """Whether the typed score is the worked-out one, rounded as calculators do."""
    if worked_out is None:
        return False
    places = (Decimal(1).scaleb(-place) for place in range(_PLACES + 1))
    return any(worked_out.quantize(place, rounding=ROUND_HALF_UP) == typed for place in places)


def _contradiction(instrument: Instrument, part: Part, found: Scored | PartScore, typed: Decimal) -> str:
    if found.value is None:
        return f"{found.words}. Yet {plain(typed)} is typed as scored elsewhere: empty it, or answer the rest."
    name, worked_out = title(instrument, part), shown_score(found.value)
    return (
        f"{name}: the answers make {worked_out}, and {plain(typed)} is typed. Put one right, or empty one of the two."
    )


def read_activities(boxes: Boxes, offered: Sequence[str] = ()) -> Outcome | None:
    """The patient's own activities with their ratings."""
    rows = [(place, _activity(boxes, place), _rating(boxes, place)) for place in PLACES]
    for place, name, rating in rows:
        if rating is not None and not name:
            boxes.slip(f"psfs-name-{place}", f"PSFS activity {place}: name it; a rating alone says nothing.")
    rows = [row for row in rows if row[1]]
    if any(name.startswith("psfs-") for name in boxes.slips):
        return None
    named = tuple(name for _, name, _ in rows)
    ratings = [rating for _, _, rating in rows]
    if not named or (same_list(named, offered) and not any(rating is not None for rating in ratings)):
        return None
    if _fault(boxes, rows):
        return None
    found = score(PSFS, ratings)
    items = tuple("" if rating is None else str(rating) for rating in ratings)
    return Outcome(instrument=PSFS.key, value=found.value, items=items, named=named, missing=found.missing)


def _activity(boxes: Boxes, place: int) -> str:
    return " ".join(boxes.text(f"psfs-name-{place}", f"PSFS activity {place}", LONGEST_ACTIVITY).split())


def _rating(boxes: Boxes, place: int) -> int | None:
    return boxes.whole(f"psfs-rating-{place}", f"PSFS activity {place}, rating", 0, 10, Unit.POINTS)


def _fault(boxes: Boxes, rows: Sequence[tuple[int, str, int | None]]) -> bool:
    """Refuse fewer activities than a list needs, and one that stands in it twice."""
    seen: set[str] = set()
    for place, name, _ in rows:
        if name.casefold() in seen:
            boxes.slip(f"psfs-name-{place}", f"PSFS activity {place}: {name} is named twice.")
        seen.add(name.casefold())
    fewest = PSFS.versions[0].fewest or 1
    if len(rows) < fewest:
        free = next(place for place in PLACES if place not in [row[0] for row in rows])
        named = f"{len(rows)} {'is' if len(rows) == 1 else 'are'} named"
        boxes.slip(f"psfs-name-{free}", f"PSFS: {fewest} to {len(PLACES)} activities make a list; {named}.")
    return any(name.startswith("psfs-") for name in boxes.slips)


def same_list(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the same activities are named, in any order and spelling of capitals."""
    return {name.casefold() for name in one} == {name.casefold() for name in other}


def read_groc(boxes: Boxes) -> Outcome | None:
    """The global rating on the version it was asked on."""
    chosen = boxes.choice(GROC_BOX, GROC.short, GROC_CHOICES)
    if chosen is None:
        return None
    version, _, points = chosen.partition(":")
    return Outcome(instrument=GROC.key, value=Decimal(points), items=(points,), version=version)


def boxes_of(stored: Iterable[Outcome]) -> dict[str, str]:
    """What stands in the boxes of what is stored."""
    boxes: dict[str, str] = {}
    for one in stored:
        instrument = INSTRUMENTS.get(one.instrument)
        if one.instrument == PSFS.key:
            for place, (name, rating) in enumerate(zip(one.named, one.items, strict=False), 1):
                boxes |= {f"psfs-name-{place}": name, f"psfs-rating-{place}": rating}
        elif one.instrument == GROC.key:
            boxes[GROC_BOX] = f"{one.version}:{'' if one.value is None else plain(one.value)}"
        elif instrument is not None and one.part in [part.key for part in instrument.parts]:
            boxes |= _part_boxes(instrument, instrument.part(one.part), one)
    return boxes


def _part_boxes(instrument: Instrument, part: Part, one: Outcome) -> dict[str, str]:
    if not one.items:
        return {total_box(instrument, part): "" if one.value is None else plain(one.value)}
    return {item_box(instrument, item): text for item, text in zip(items_of(instrument, part), one.items, strict=False)}


def left_alone(stored: Iterable[Outcome]) -> set[Key]:
    """Stored scores that the boxes cannot show, such as one from a case file without its answers.

    Their boxes are blank although nobody emptied them.
    """
    return {one.key for one in stored if read_all(Boxes(boxes_of([one]))).get(one.key) is None}
