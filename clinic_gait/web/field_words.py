"""What a field of a draft is called, and what it holds, in the words of a page; the side is one of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from clinic_gait.care import canonical
from clinic_gait.care.visit import Done, LegLength
from clinic_gait.clinical import shoe_wear
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import place, shown
from clinic_gait.clinical.leg_length import METHODS
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.web import sentences
from clinic_gait.web.forms import COMPLAINT_SIDES

WORDS = {
    "complaint": "Complaint",
    "complaint_side": "Side of the complaint",
    "subjective": "What the patient reports",
    "impression": "Impression",
}

_Label = Callable[[str], str]
_Said = Callable[[str, Any], str]


def label(name: str) -> str:
    """The name of a field: ``Hindfoot inversion, left``, ``LEFT shoe, inside heel``."""
    kind, _, rest = name.partition(".")
    return _KINDS[kind][0](rest)


def said(name: str, data: Any) -> str:
    """What a field holds: ``7.5 cm``, ``yes``, ``blank``."""
    kind, _, rest = name.partition(".")
    return _KINDS[kind][1](rest, data)


def _measure(rest: str) -> str:
    key, _, side = rest.partition(".")
    return place(CATALOGUE[key], Side(side))


def _reading(rest: str, data: Any) -> str:
    if data is None:
        return "blank"
    one = canonical.loads(Reading, json.dumps(data))
    extra = (one.method, "" if one.pain is None else f"pain {one.pain}")
    return "; ".join(part for part in (shown(CATALOGUE[one.measure], one), *extra) if part)


def _words(rest: str, data: Any) -> str:
    words = dict(COMPLAINT_SIDES).get(data, data) if rest == "complaint_side" else data
    return words or "blank"


def _flag(rest: str) -> str:
    return FLAGS[rest].label if rest in FLAGS else rest


def _condition(rest: str) -> str:
    return f"Precaution: {sentences.condition(rest)}"


def _done(rest: str, data: Any) -> str:
    done = [canonical.loads(Done, json.dumps(one)) for one in data or ()]
    return "; ".join(f"{sentences.technique(one)} ({one.side.word})" for one in done) or "nothing"


def _shoe(rest: str) -> str:
    part = rest.partition(".")[2]
    side, _, zone = part.partition(".")
    if side not in ("left", "right"):
        return f"Shoes, {part.replace('_', ' ')}" if part else "Pair of shoes"
    known = shoe_wear.ZONES.get(zone)
    return f"{side.upper()} shoe, {known.label.lower() if known else 'heel counter'}"


def _wear(rest: str, data: Any) -> str:
    part = rest.partition(".")[2]
    if not part:
        return "no note" if data is None else data.get("words") or "noted"
    if data is None:
        return "not seen"
    if isinstance(data, int) and part.startswith(("left.", "right.")):
        return f"{data} {shoe_wear.GRADES.get(data, '')}".strip()
    return str(shoe_wear.COUNTER_LEANS.get(data, data))


def _method(rest: str) -> str:
    return METHODS[rest].label if rest in METHODS else rest.replace("_", " ").capitalize()


def _length(rest: str, data: Any) -> str:
    if data is None:
        return "not done"
    one = canonical.loads(LegLength, json.dumps(data))
    if one.block_mm is not None or one.block_side is not None:
        foot = one.block_side.word.upper() if one.block_side in (Side.LEFT, Side.RIGHT) else "no"
        return ", ".join(part for part in (f"{one.block_mm or '?'} mm under the {foot} foot", one.response) if part)
    legs = (("LEFT", one.left_mm), ("RIGHT", one.right_mm))
    return ", ".join(f"{word} {mm} mm" for word, mm in legs if mm is not None) or "note only"


def _sides(rest: str) -> str:
    return f"Sides of {CATALOGUE[rest].label}" if rest in CATALOGUE else "Sides"


def _as_entered(rest: str, data: Any) -> str:
    return "not asked" if data is None else "correct as entered"


_KINDS: dict[str, tuple[_Label, _Said]] = {
    "reading": (_measure, _reading),
    "words": (lambda rest: WORDS.get(rest, rest), _words),
    "flag": (_flag, lambda rest, data: data or "not asked"),
    "condition": (_condition, lambda rest, data: "noted" if data else "not noted"),
    "conditions": (lambda rest: "Precautions", lambda rest, data: "asked" if data else "not asked"),
    "done": (lambda rest: "Done today", _done),
    "shoes": (_shoe, _wear),
    "leg_length": (_method, _length),
    "sides": (_sides, _as_entered),
}
