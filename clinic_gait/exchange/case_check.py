"""A case against what its file expects of it: every difference in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.techniques import TECHNIQUES

Said = Mapping[str, Any]

_SIDES = ("right", "left", "patient")
_HOLDS = {"hold_hep": "hep", "hold_plan": "plan", "hold_sign": "sign"}
#: What is for people only.
_UNCHECKED = ("icd", "why", "note")


def checked(expect: Said) -> bool:
    """Whether anything in it can be met or not."""
    return any(value not in ({}, None) for name, value in expect.items() if name not in _UNCHECKED)


def unmet(expect: Said, said: Said) -> list[str]:
    """What of ``expect`` is not met by the answer of ``case show``; what it leaves out is not checked."""
    return [
        *_names(expect),
        *_rules(expect.get("rules", {}), said),
        *_unknown(expect, said),
        *_holds(expect, said),
        *_changes(expect, said),
        *_plan(expect.get("plan", {}), said),
    ]


def _names(expect: Said) -> Iterator[str]:
    """A misspelt name could never be offered, and what must not be offered would be met by it for ever."""
    sided = [expect.get(name, {}) for name in ("rules", "unknown")]
    rules = [key for block in sided for keys in block.values() for key in keys]
    for key in (*rules, *expect.get("cannot_tell_has", ())):
        if key not in RULES:
            yield f"there is no rule {key!r}"
    plan = expect.get("plan", {})
    for key in (key for name in plan if name != "from" for key in plan[name]):
        if key not in LIBRARY and key not in TECHNIQUES:
            yield f"plan: there is no exercise or technique {key!r}"


def _rules(wanted: Said, said: Said) -> Iterator[str]:
    for side in _SIDES:
        found = {one["rule"] for one in said["findings"] if one["side"] == side}
        if side in wanted:
            yield from _differ(f"rules, {side}", set(wanted[side]), found)


def _differ(where: str, wanted: set[str], found: set[str]) -> Iterator[str]:
    if wanted - found:
        yield f"{where}: expected and not found: {_list(wanted - found)}"
    if found - wanted:
        yield f"{where}: found and not expected: {_list(found - wanted)}"


def _unknown(expect: Said, said: Said) -> Iterator[str]:
    for side, keys in expect.get("unknown", {}).items():
        lacking = set(keys) - {one["rule"] for one in said["unknown"] if one["side"] == side}
        if lacking:
            yield f"unknown, {side}: can be told and should not: {_list(lacking)}"
    lacking = set(expect.get("cannot_tell_has", ())) - {one["rule"] for one in said["unknown"]}
    if lacking:
        yield f"cannot_tell_has: can be told on every side and should not: {_list(lacking)}"


def _holds(expect: Said, said: Said) -> Iterator[str]:
    for name, hold in _HOLDS.items():
        if name in expect and expect[name] is not said["holds"][hold]:
            yield f"{name}: expected {_flag(expect[name])}, found {_flag(said['holds'][hold])}"
    if expect.get("refer", said["refer"]) != said["refer"]:
        yield f"refer: expected {expect['refer']}, found {said['refer']}"


def _changes(expect: Said, said: Said) -> Iterator[str]:
    found = [one["verdict"] for one in said["changes"]]
    wanted = list(expect.get("change", found))
    if wanted != found:
        yield f"change: expected {', '.join(wanted) or 'none'}; found {', '.join(found) or 'none'}"


def _plan(plan: Said, said: Said) -> Iterator[str]:
    offered = {name: {one["key"] for one in said["suggested"][name]} for name in ("interventions", "exercises")}
    for name, keys in offered.items() if plan.get("from") != "therapist" else ():
        yield from _lacking(f"plan.{name}: not offered", plan.get(name, ()), keys)
    every = offered["interventions"] | offered["exercises"]
    yield from _lacking("plan.must_offer: not offered", plan.get("must_offer", ()), every)
    if every & set(plan.get("must_not", ())):
        yield f"plan.must_not: offered: {_list(every & set(plan['must_not']))}"
    for name in ("blocked", "caution"):
        yield from _lacking(f"plan.{name}: not among them", plan.get(name, ()), {one["key"] for one in said[name]})


def _lacking(words: str, wanted: Any, found: set[str]) -> Iterator[str]:
    if set(wanted) - found:
        yield f"{words}: {_list(set(wanted) - found)}"


def _list(keys: set[str]) -> str:
    return ", ".join(sorted(keys))


def _flag(value: bool) -> str:
    return str(value).lower()
