"""A case as ``case show`` answers it: what was refused, what may be found, what holds, and what may be offered.

The keys are stable. Everything is in an order of its own, never in that of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from clinic_gait.care.visit import Outcome
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import shown
from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.judged import Seen
from clinic_gait.clinical.findings.reasoning import CannotTell, Finding
from clinic_gait.clinical.findings.suggestions import Suggestion
from clinic_gait.clinical.outcomes import shown_score
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.exchange.case_faults import Refusal
from clinic_gait.exchange.case_judged import JudgedChange, judge
from clinic_gait.exchange.case_model import Case, CaseVisit


def show(case: Case, limits: Mapping[str, Threshold] = THRESHOLDS) -> dict[str, Any]:
    """The answer for one case, ready for JSON. The last visit is judged, with the clinic's cut-offs."""
    last, judged = case.visits[-1], judge(case, limits)
    reasoned, offered = judged.reasoned, judged.suggestions
    return {
        "case": case.id,
        "title": case.title,
        "refused": [asdict(refusal) for refusal in sorted(case.refused, key=_place)],
        "findings": [_finding(one, limits) for one in reasoned.findings],
        "unknown": [_unknown(one) for one in reasoned.cannot_tell],
        "holds": asdict(reasoned.holds),
        "refer": reasoned.refer.value,
        "suggested": {
            "interventions": [_suggested(one) for one in offered.techniques if not one.blocked],
            "exercises": [_suggested(one) for one in offered.exercises if not one.blocked],
        },
        "blocked": _against(offered.all, lambda one: one.blocked),
        "caution": _against(offered.all, lambda one: one.cautioned),
        "changes": [_change(one) for one in judged.changes],
        "scores": [_score(one) for one in last.outcomes],
        "visits": [_visit(visit) for visit in case.visits],
        "readings": [_reading(reading) for reading in _in_order(last.readings)],
        "not_stored": list(case.not_stored),
    }


def _finding(one: Finding, limits: Mapping[str, Threshold]) -> dict[str, Any]:
    rule = one.rule
    return {
        "rule": rule.key,
        "side": _word(one.side),
        "level": rule.level.value,
        "grade": rule.grade.value,
        "values": {_key(seen, one.side): seen.text for seen in one.seen},
        "because": words.because(one, limits),
        "finding": rule.finding,
        "factor": rule.factor,
        "check_next": list(rule.check_next),
        "caution": rule.caution,
        "sources": list(rule.sources),
    }


def _key(seen: Seen, side: Side) -> str:
    """A value of the finding's own side under its plain key, of the other leg as ``left.wblt_cm``."""
    measure = CATALOGUE.get(seen.key)
    plain = seen.side in (side, Side.NONE) or (measure is not None and not measure.sided)
    return seen.key if plain else f"{seen.side.word}.{seen.key}"


def _unknown(one: CannotTell) -> dict[str, Any]:
    return {
        "rule": one.rule.key,
        "side": _word(one.side),
        "needs": list(dict.fromkeys(need.key for need in one.needs)),
        "words": words.needed(one.needs),
    }


def _suggested(one: Suggestion) -> dict[str, Any]:
    said: dict[str, Any] = {
        "key": one.key,
        "side": _word(one.side),
        "rules": list(dict.fromkeys(finding.rule.key for finding in one.findings)),
        "grade": one.strength.value,
    }
    return {**said, "first": True} if one.first else said


def _against(offered: Iterable[Suggestion], chosen: Callable[[Suggestion], bool]) -> list[dict[str, str]]:
    """Candidates with the conditions that stand against them; a condition acts on both sides, so it is said once."""
    found = [(one.key, one.precaution.conditions) for one in offered if one.precaution and chosen(one)]
    pairs = dict.fromkeys((key, condition) for key, conditions in found for condition in conditions)
    return [{"key": key, "because": condition} for key, condition in pairs]


def _change(one: JudgedChange) -> dict[str, Any]:
    said = {
        "measure": one.pair.measure,
        "side": _word(one.pair.side),
        "verdict": one.found.verdict.value,
        "words": one.found.words,
    }
    return {**said, "since": one.since} if one.since else said


def _score(one: Outcome) -> dict[str, Any]:
    return {
        "key": one.instrument,
        "part": one.part,
        "shown": "no total" if one.value is None else shown_score(one.value),
        "answered": sum(1 for item in one.items if item not in ("", "na")),
        "missing": one.missing,
    }


def _visit(visit: CaseVisit) -> dict[str, Any]:
    return {"date": visit.day.isoformat(), "kind": visit.kind, "readings": len(visit.readings)}


def _reading(reading: Reading) -> dict[str, Any]:
    measure = CATALOGUE[reading.measure]
    return {
        "side": _word(reading.side),
        "field": reading.measure,
        "label": measure.label,
        "shown": shown(measure, reading),
        "method": reading.method,
    }


def _in_order(readings: Iterable[Reading]) -> list[Reading]:
    """Left, right, then what has no side; each in the order of the form."""
    sides, measures = (*LEGS, Side.NONE), list(CATALOGUE)
    return sorted(readings, key=lambda one: (sides.index(one.side), measures.index(one.measure)))


def _place(one: Refusal) -> tuple[int, str, str]:
    """Left, right, then the patient; inside a side by field."""
    return ("left", "right", "patient").index(one.side), one.field, one.typed


def _word(side: Side) -> str:
    return "patient" if side is Side.NONE else side.word
