"""The answer of ``case show`` as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.findings.rule import Grade, Referral
from clinic_gait.clinical.findings.words import CONFIRM
from clinic_gait.clinical.techniques import TECHNIQUES

Said = Mapping[str, Any]

_HOLDS = {
    "hep": "no home sheet prints and nothing is suggested; only a therapist lifts the warning sign",
    "plan": "a plan cannot be signed",
    "sign": "the safety screen is not finished: what is suggested cannot be signed",
}
_LEVELS = {"red": "ACT FIRST", "amber": "look at", "info": "note"}


def told(said: Said) -> str:
    """One case in lines, without a mark that needs colour to be understood."""
    return "\n".join(_lines(said))


def _lines(said: Said) -> Iterator[str]:
    days = ", ".join(f"{one['date']} {one['kind']}" for one in said["visits"])
    yield f"{said['case']}  {said['title']}".rstrip()
    yield f"  Visits: {days}"
    yield from _part("Refused, so unknown", map(_refused, said["refused"]))
    yield from _part("Stopped", (words for key, words in _HOLDS.items() if said["holds"][key]))
    yield from _part("Refer", filter(None, [Referral(said["refer"]).words]))
    yield from _part(f"Findings. {CONFIRM}", (line for one in said["findings"] for line in _finding(one)))
    yield from _part("Cannot tell", map(_unknown, said["unknown"]))
    yield from _part("Suggested in the clinic, best first", map(_suggested, said["suggested"]["interventions"]))
    yield from _part("Suggested for home, best first", map(_suggested, said["suggested"]["exercises"]))
    yield from _part("Blocked", map(_against, said["blocked"]))
    yield from _part("Only with a typed reason", map(_against, said["caution"]))
    yield from _part("Changes", map(_change, said["changes"]))
    yield from _part("Scores", map(_score, said["scores"]))
    yield from _part("Not stored", said["not_stored"])


def _part(title: str, lines: Any) -> Iterator[str]:
    """A heading and its lines; nothing where there are none."""
    found = list(lines)
    if found:
        yield f"  {title}"
        yield from (f"    {line}" for line in found)


def _refused(one: Said) -> str:
    return f"{_side(one)} {one['field']}, typed {one['typed'] or 'nothing'}: {one['reason']}"


def _finding(one: Said) -> Iterator[str]:
    strength = f"evidence {one['grade']}, {Grade(one['grade']).words}"
    yield f"{_side(one)} {one['rule']}, {_LEVELS[one['level']]}: {one['finding']} ({strength})"
    yield f"  Because: {one['because']}."
    yield f"  Possibly: {one['factor']}"
    yield f"  Check next: {'; '.join(one['check_next'])}"
    if one["caution"]:
        yield f"  Note: {one['caution']}"


def _unknown(one: Said) -> str:
    return f"{_side(one)} {one['rule']}: needs {one['words']}"


def _suggested(one: Said) -> str:
    rules = ", ".join(one["rules"])
    first = ", in a first draft" if one.get("first") else ""
    return f"{_name(one['key'])} ({one['key']}), {_leg(one)}: {rules}, evidence {one['grade']}{first}"


def _leg(one: Said) -> str:
    if one["side"] != "patient":
        return _side(one)
    both = one["key"] in LIBRARY and LIBRARY[one["key"]].sides == "two"
    return "BOTH LEGS" if both else "side to be named by the therapist"


def _against(one: Said) -> str:
    return f"{_name(one['key'])} ({one['key']}): {CONDITIONS[one['because']].label}"


def _change(one: Said) -> str:
    return f"{_side(one)} {one['measure']}: {one['words']}"


def _score(one: Said) -> str:
    lacking = f", {one['missing']} not answered" if one["missing"] else ""
    return f"{' '.join(filter(None, (one['key'], one['part'])))}: {one['shown']}{lacking}"


def _name(key: str) -> str:
    if key in TECHNIQUES:
        return TECHNIQUES[key].name
    exercise = LIBRARY[key]
    return exercise.words("en", exercise.dose_sides[-1]).name


def _side(one: Said) -> str:
    return str(one["side"]).upper()
