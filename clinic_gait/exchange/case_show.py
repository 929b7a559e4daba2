"""A case as ``case show`` answers it: what was refused, what was read, and what holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import shown
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.exchange.case_model import Case, CaseVisit


def show(case: Case) -> dict[str, Any]:
    """The answer for one case, ready for JSON; ``holds`` is of the last visit."""
    last = case.visits[-1]
    stop = bool(last.open_flags) or last.likely_clot
    return {
        "case": case.id,
        "title": case.title,
        "refused": [asdict(refusal) for refusal in case.refused],
        "visits": [_visit(visit) for visit in case.visits],
        "readings": [_reading(reading) for reading in last.readings],
        "holds": {
            "hep": stop,
            "plan": stop or _unscreened(last),
            "sign": _unscreened(last),
        },
        "not_stored": list(case.not_stored),
    }


def _unscreened(visit: CaseVisit) -> bool:
    """A flag nobody asked about is unknown, never clear."""
    return any(flag not in visit.answers for flag in FLAGS)


def _visit(visit: CaseVisit) -> dict[str, Any]:
    return {"date": visit.day.isoformat(), "kind": visit.kind, "readings": len(visit.readings)}


def _reading(reading: Reading) -> dict[str, Any]:
    measure = CATALOGUE[reading.measure]
    return {
        "side": "patient" if reading.side is Side.NONE else reading.side.word,
        "field": reading.measure,
        "label": measure.label,
        "shown": shown(measure, reading),
        "method": reading.method,
    }
