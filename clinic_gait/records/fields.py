"""The fields of a draft visit by name: what is stored in each as plain data, and how it is put there.

Names are ``reading.wblt_cm.L``, ``words.complaint``, ``flag.fracture``,
``condition.osteoporosis``, ``conditions.asked``, ``done``, ``shoes.<id>``,
``shoes.<id>.left.heel_medial``, ``shoes.<id>.make``, ``leg_length.block`` and
``sides.wblt_cm``. Nothing stored is ``None``, never an empty text or list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from clinic_gait.care import canonical
from clinic_gait.care.visit import Done, LegLength, ShoeNote, ShoeSide, Staff
from clinic_gait.clinical.values import DoseSide, Reading, Side
from clinic_gait.records import reading, shoe_wear
from clinic_gait.records.base import store
from clinic_gait.records.visit import Visit

#: As many hex digits of a hash as tell two states of one field apart.
TOKEN = 16

SHOE_SIDES = ("left", "right")
EMPTY_PAIR = ShoeNote(left=ShoeSide(zones={}), right=ShoeSide(zones={}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who puts something into a field, and when."""

    by: Staff
    at: datetime


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the fields of one kind are read and written; ``rest`` is the name after the first dot."""

    get: Callable[[Visit, str], Any]
    put: Callable[[Visit, str, Any, Writer], None]


def state(visit: Visit, name: str) -> Any:
    """What a field holds, as plain JSON data; ``None`` when nothing is stored.

    :raises KeyError: there are no fields of this kind.
    """
    kind, _, rest = name.partition(".")
    return _KINDS[kind].get(visit, rest)


def put(visit: Visit, name: str, data: Any, writer: Writer) -> None:
    """Store plain data in a field; ``None`` empties it.

    :raises KeyError: there are no fields of this kind.
    :raises Signed: the visit is signed.
    """
    kind, _, rest = name.partition(".")
    _KINDS[kind].put(visit, rest, data, writer)


def token(data: Any) -> str:
    """Short for a state: empty for nothing, else hex digits that change with it."""
    return "" if data is None else canonical.digest(canonical.dumps(data))[:TOKEN]


def of_reading(one: Reading | None) -> Any:
    """A reading as its field holds it."""
    return None if one is None else canonical.plain(one)


def of_done(done: Iterable[Done]) -> Any:
    """What was done as its field holds it."""
    return canonical.plain(list(done)) or None


def of_leg_length(one: LegLength | None) -> Any:
    """A leg length as its field holds it."""
    return None if one is None else canonical.plain(one)


def of_shoes(note: ShoeNote | None, part: str = "") -> Any:
    """A pair of shoes, or one ``part`` of it such as ``left.heel_medial`` or ``make``, as its field holds it."""
    # Photos are kept beside the fields: they come and go by themselves.
    if note is None or replace(note, photos=()) == EMPTY_PAIR:
        return None
    if not part:
        return canonical.plain(replace(note, photos=()))
    side, _, name = part.partition(".")
    if side not in SHOE_SIDES:
        # New shoes have walked 0 miles: only an empty text is nothing.
        found = getattr(note, part)
        return None if found == "" else found
    shoe: ShoeSide = getattr(note, side)
    return shoe.counter_lean if name == "counter_lean" else shoe.zones.get(name)


def with_part(note: ShoeNote | None, part: str, data: Any) -> ShoeNote:
    """A pair of shoes with one part changed."""
    note = note or EMPTY_PAIR
    side, _, name = part.partition(".")
    if side not in SHOE_SIDES:
        empty = getattr(EMPTY_PAIR, part)
        return replace(note, **{part: empty if data is None else data})
    if side == "left":
        return replace(note, left=_with(note.left, name, data))
    return replace(note, right=_with(note.right, name, data))


def _with(shoe: ShoeSide, name: str, data: Any) -> ShoeSide:
    if name == "counter_lean":
        return replace(shoe, counter_lean=data)
    zones = {zone: grade for zone, grade in shoe.zones.items() if zone != name}
    return replace(shoe, zones=zones if data is None else {**zones, name: data})


def _get_reading(visit: Visit, rest: str) -> Any:
    measure, _, side = rest.partition(".")
    return of_reading(reading.one_of_visit(visit.own_session, visit, measure, Side(side)))


def _put_reading(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    measure, _, side = rest.partition(".")
    if data is None:
        visit.erase(measure, Side(side))
    else:
        visit.record(canonical.loads(Reading, json.dumps(data)))


def _get_words(visit: Visit, rest: str) -> Any:
    return getattr(visit, rest) or None


def _put_words(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    if rest == "complaint_side":
        visit.write(complaint_side=None if data is None else DoseSide(data))
    else:
        setattr(visit, rest, data or "")
        store(visit.open_session)


def _get_flag(visit: Visit, rest: str) -> Any:
    return visit.screen().answers.get(rest)


def _put_flag(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    visit.answer_screen({rest: data})


def _get_condition(visit: Visit, rest: str) -> Any:
    return True if rest in visit.episode.conditions else None


def _put_condition(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    # Precautions are the episode's: another visit of it may be written at the same time.
    visit.own_session.refresh(visit.episode, with_for_update=True)
    others = set(visit.episode.conditions) - {rest}
    visit.episode.tick(others | {rest} if data else others)


def _get_asked(visit: Visit, rest: str) -> Any:
    return True if visit.episode.conditions_at else None


def _put_asked(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    visit.episode.went_through(writer.by if data else None, writer.at)


def _get_done(visit: Visit, rest: str) -> Any:
    return of_done(visit.done())


def _put_done(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    visit.did(tuple(canonical.loads(Done, json.dumps(one)) for one in data or ()))


def _get_shoes(visit: Visit, rest: str) -> Any:
    pair, _, part = rest.partition(".")
    return of_shoes(dict(visit.shoes()).get(UUID(pair)), part)


def _put_shoes(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    pair, _, part = rest.partition(".")
    stored = dict(visit.shoes()).get(UUID(pair))
    if part:
        note = with_part(stored, part, data)
    else:
        # No act takes photos away: nothing could bring them back. A pair that has some stays, with nothing else in it.
        note = EMPTY_PAIR if data is None else canonical.loads(ShoeNote, json.dumps(data))
        note = replace(note, photos=stored.photos if stored else ())
    if note == EMPTY_PAIR:
        visit.drop_shoes(UUID(pair))
    else:
        shoe_wear.keep(visit.open_session, visit, UUID(pair), note)


def _get_leg_length(visit: Visit, rest: str) -> Any:
    return of_leg_length(next((one for one in visit.leg_lengths() if one.method == rest), None))


def _put_leg_length(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    if data is None:
        visit.drop_leg_length(rest)
    else:
        visit.record_leg_length(canonical.loads(LegLength, json.dumps(data)))


def _get_sides(visit: Visit, rest: str) -> Any:
    return json.loads(visit.sides_json).get(rest)


def _put_sides(visit: Visit, rest: str, data: Any, writer: Writer) -> None:
    answers = {measure: pair for measure, pair in json.loads(visit.sides_json).items() if measure != rest}
    if data is not None:
        answers[rest] = data
    visit.sides_json = json.dumps(answers, sort_keys=True)
    store(visit.open_session)


_KINDS = {
    "reading": _Kind(_get_reading, _put_reading),
    "words": _Kind(_get_words, _put_words),
    "flag": _Kind(_get_flag, _put_flag),
    "condition": _Kind(_get_condition, _put_condition),
    "conditions": _Kind(_get_asked, _put_asked),
    "done": _Kind(_get_done, _put_done),
    "shoes": _Kind(_get_shoes, _put_shoes),
    "leg_length": _Kind(_get_leg_length, _put_leg_length),
    "sides": _Kind(_get_sides, _put_sides),
}
