"""Why a measure is asked for again: it is a goal of the plan, or something was found the last time it was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from clinic_gait.clinical import cutoffs
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import shown
from clinic_gait.clinical.measures import Choice, Flag, Grade, Measure, Quantity, codes
from clinic_gait.clinical.thresholds import Threshold
from clinic_gait.clinical.values import LEGS, Absent, Reading, Side
from clinic_gait.web.comparing import gap_flag

Dated = tuple[date, Reading]
Last = Mapping[tuple[str, Side], Dated]

GOAL = "goal"
#: A test that could not be done is tried again; one that was not wanted, or not reached, says nothing.
_FAILED = (Absent.PAIN, Absent.UNABLE, Absent.UNSAFE)
#: How a step without an order says that nothing was found.
_NORMAL = "normal"


def reasons(last: Last, goals: Iterable[str], limits: Mapping[str, Threshold]) -> dict[str, str]:
    """A short reason by measure: ``goal``, ``was limited``, ``left was mild``; what was as it should be has none."""
    found = {key: GOAL for key in goals if key in CATALOGUE}
    words: dict[str, dict[Side, str]] = {}
    for (key, side), (_, reading) in last.items():
        said = _said(CATALOGUE[key], reading, limits) if key in CATALOGUE else ""
        if said and key not in found:
            words.setdefault(key, {})[side] = said
    found |= {key: _both(of_side) for key, of_side in words.items()}
    for key, said in _apart(last, limits):
        found.setdefault(key, said)
    return found


def _said(measure: Measure, reading: Reading, limits: Mapping[str, Threshold]) -> str:
    """What was found of one leg; empty where nothing was."""
    if reading.absent is not None:
        return reading.absent.words if reading.absent in _FAILED else ""
    flagged = cutoffs.reading_flagged(reading, limits)
    if flagged is not None:
        return f"was {flagged.word}"
    if reading.code is not None and _off(measure, reading.code):
        return f"was {shown(measure, reading)}"
    return "hurt" if cutoffs.pain_flagged(reading, limits) else ""


def _off(measure: Measure, code: str) -> bool:
    """Whether a step is another than the normal one; a scale that names no normal step finds nothing."""
    if isinstance(measure, Grade | Flag):
        return measure.normal is not None and code != measure.normal
    named = isinstance(measure, Choice) and any(step.code == _NORMAL for step in codes(measure))
    return named and code != _NORMAL


def _both(words: Mapping[Side, str]) -> str:
    """One word where both legs, or a measure without a side, have the same; else each with its side."""
    if len(set(words.values())) == 1 and (len(words) > 1 or Side.NONE in words):
        return next(iter(words.values()))
    return ", ".join(f"{side.word} {words[side]}" for side in LEGS if side in words)


def _apart(last: Last, limits: Mapping[str, Threshold]) -> Iterator[tuple[str, str]]:
    """Measures whose legs were far apart when both were taken on one day."""
    for key in dict.fromkeys(key for key, _ in last):
        left, right = (last.get((key, side)) for side in LEGS)
        measure = CATALOGUE.get(key)
        if not isinstance(measure, Quantity) or left is None or right is None or left[0] != right[0]:
            continue
        flagged = gap_flag(measure, left[1], right[1], limits)
        if flagged is not None:
            yield key, flagged.word.replace("sides differ", "sides differed")
