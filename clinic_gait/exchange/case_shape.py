"""The form of a case file against its JSON Schema, with every fault said as a sentence.

What is wrong is cut out, so that the rest is still read and all faults of a
file are found in one go.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Derived
from clinic_gait.exchange.case_faults import CaseError, Fault, Refusal, close
from clinic_gait.exchange.case_text import Plain

#: Pain from 0 to 10, under ``prom`` with the scores.
PAIN = ("nprs_worst", "nprs_now", "nprs_best")

Path = tuple[str | int, ...]

#: Groups of a visit in which a single entry can be left out, so that the rest can be judged.
_ENTRIES = ("hist", "right", "left", "lld", "wear", "prom")
_LEGS = ("right", "left")
#: Groups in which an entry that is refused reads as not examined: left out, a default would take its place.
_EMPTIED = ("hist", "right", "left", "prom")
#: Two fields that mean nothing alone; the leg of a length is a letter in its name.
_PAIRS = {"block_mm": "block_side", "block_side": "block_mm"}
_LETTERS = {"_r_mm": "right", "_l_mm": "left"}

#: A sentence names no more choices than a reader takes in.
MOST_NAMED = 8
_TYPE_WORDS = {
    "object": "a group of fields",
    "array": "a list",
    "string": "words",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a case file."""
    text = files("clinic_gait.exchange").joinpath("case.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def sound_cases(plain: Plain) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The cases of a file without what does not fit the schema, and a fault for each thing that does not.

    :raises CaseError: the file is no list of cases at all.
    """
    if not isinstance(plain, dict) or not isinstance(plain.get("cases"), list) or not plain["cases"]:
        raise CaseError(["the file begins with 'cases:' and a list of cases"])
    cut: set[Path] = set()
    emptied: set[Path] = set()
    faults = [fault for error in _errors(plain) for fault in _said(error, plain, cut, emptied)]
    kept = _without(plain, (), cut, emptied)
    # Where a key that must be there was cut out, what stood around it cannot be read either.
    while around := {tuple(error.absolute_path) for error in _errors(kept)}:
        if () in around:
            return [], faults
        kept = _without(kept, (), around, set())
    return kept["cases"], faults


def _errors(plain: Any) -> list[ValidationError]:
    """What does not fit, in the order of the file; fields beside a list of visits are left to the reader."""
    found = (error for error in _validator().iter_errors(plain) if error.validator is not None)
    return sorted(found, key=lambda error: [(isinstance(part, str), part) for part in error.absolute_path])


def _said(error: ValidationError, plain: Plain, cut: set[Path], emptied: set[Path]) -> Iterator[Fault]:
    """One fault for each thing wrong; ``cut`` and ``emptied`` collect what must not be read."""
    path: Path = tuple(error.absolute_path)
    at = where(plain, path)
    match error.validator:
        case "additionalProperties":
            for key in _unknown(error):
                cut.add((*path, key))
                yield Fault(where=at, reason=_why_unknown(key, tuple(_properties(error))))
        case "required":
            cut.add(path)
            wanted: Any = error.validator_value
            missing = next(key for key in wanted if f"'{key}' is" in error.message)
            yield Fault(where=at, reason=f"{missing!r} must be given")
        case _:
            reason = _reason(error)
            refusal = _refusal(path, _typed(error.instance), reason)
            if refusal and _group(path)[0] in _EMPTIED:
                emptied.add(path)
            else:
                cut |= {path, (*path[:-1], _partner(path))}
            yield Fault(where=at, reason=reason, refusal=refusal)


def _group(path: Path) -> list[str]:
    """The group of a visit that a place is in, and the fields on the way to it."""
    inside = path[4:] if path[2:3] == ("visits",) else path[2:]
    return [str(part) for part in inside] or [""]


def _refusal(path: Path, typed: str, reason: str) -> Refusal | None:
    """The entry that is to blame; nothing when a whole group is, or how something was measured."""
    group, *fields = _group(path)
    if group not in _ENTRIES or not fields or fields[0].startswith("_") or fields[-1] in _LEGS:
        return None
    leg = next((one for letter, one in _LETTERS.items() if fields[0].endswith(letter)), "patient")
    side = next((one for one in (group, fields[0]) if one in _LEGS), leg)
    return Refusal(side=side, field=fields[-1], typed=typed, reason=reason)


def _partner(path: Path) -> str | int:
    """The field that means nothing without this one; the field itself where there is none."""
    field = path[-1] if path else ""
    if _group(path)[0] != "lld" or not isinstance(field, str):
        return field
    here, there = ("_r_mm", "_l_mm") if field.endswith("_r_mm") else ("_l_mm", "_r_mm")
    return _PAIRS.get(field, field.replace(here, there))


def _reason(error: ValidationError) -> str:
    typed = _shown(error.instance)
    rule: Any = error.validator
    wanted: Any = error.validator_value
    match rule:
        case "type":
            return f"{typed} is not {_types(wanted)}"
        case "enum":
            return f"{typed} is not known{_choices(str(error.instance), wanted)}"
        case "minItems":
            return "the list is empty"
        case _:
            return f"{typed} is not {_mapping(error.schema).get('description', 'what belongs here')}"


def _choices(typed: str, known: Sequence[object]) -> str:
    """A near word, else all the words when there are few."""
    words = tuple(str(word) for word in known if word is not None)
    near = close(typed, words)
    if near or len(words) > MOST_NAMED:
        return near
    return f"; write one of {', '.join(words)}"


def _why_unknown(key: str, known: tuple[str, ...]) -> str:
    """Why a field is refused here; a measure in the wrong place is told where it belongs."""
    measure = CATALOGUE.get(key)
    if measure is None:
        return f"there is no field {key!r} here{close(key, known)}"
    if isinstance(measure, Derived):
        return f"{key!r} is worked out from other entries and never typed"
    if measure.sided:
        return f"{key!r} belongs to a leg; write it under right or left"
    return f"{key!r} has no side; write it under {'prom' if key in PAIN else 'hist'}"


def _types(kinds: str | Sequence[str]) -> str:
    names = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
    return " or ".join(_TYPE_WORDS[name] for name in names)


def _unknown(error: ValidationError) -> list[str]:
    known = _properties(error)
    return [key for key in _mapping(error.instance) if key not in known]


def _properties(error: ValidationError) -> Mapping[str, Any]:
    return _mapping(_mapping(error.schema).get("properties", {}))


def _mapping(thing: object) -> Mapping[str, Any]:
    return thing if isinstance(thing, Mapping) else {}


def _typed(thing: object) -> str:
    """What was typed, without the quotation marks of a sentence."""
    return thing[:40] if isinstance(thing, str) else _shown(thing)


def _shown(thing: object) -> str:
    """What was typed, short enough for a sentence."""
    if isinstance(thing, Mapping):
        return "a group of fields"
    if isinstance(thing, list):
        return "a list"
    if thing is None or isinstance(thing, bool):
        return str(thing).lower().replace("none", "null")
    if isinstance(thing, int | Decimal):
        return str(thing)
    text = str(thing)
    return repr(text if len(text) <= 40 else text[:37] + "...")


def where(plain: Plain, path: Path) -> tuple[str, ...]:
    """The words for a place in the file: case, visit, side and field."""
    if len(path) < 2:
        return ("the file", *(str(part) for part in path))
    cases = _mapping(plain).get("cases", [])
    place = [case_name(cases[int(path[1])], int(path[1]))]
    rest = path[2:]
    if rest[:1] == ("visits",) and len(rest) > 1:
        place.append(visit_name(cases[int(path[1])]["visits"][int(rest[1])], int(rest[1])))
        rest = rest[2:]
    return (*place, *(_field(part) for part in rest))


def case_name(raw: object, index: int) -> str:
    """The case's id, or its number in the file while it has none."""
    name = _mapping(raw).get("id")
    return name if isinstance(name, str) and 0 < len(name) <= 40 else f"case {index + 1}"


def visit_name(raw: object, index: int) -> str:
    """``visit`` and its date, or its number when it has none."""
    day = _mapping(raw).get("date")
    return f"visit {day}" if isinstance(day, str) and len(day) <= 20 else f"visit {index + 1}"


def _field(part: str | int) -> str:
    if isinstance(part, int):
        return f"number {part + 1}"
    return CATALOGUE[part].label if part in CATALOGUE else part


def _without(plain: Any, path: Path, cut: set[Path], emptied: set[Path]) -> Any:
    if path in emptied:
        return None
    if isinstance(plain, dict):
        kept = {key: value for key, value in plain.items() if (*path, key) not in cut}
        return {key: _without(value, (*path, key), cut, emptied) for key, value in kept.items()}
    if isinstance(plain, list):
        kept_at = [(at, value) for at, value in enumerate(plain) if (*path, at) not in cut]
        return [_without(value, (*path, at), cut, emptied) for at, value in kept_at]
    return plain
