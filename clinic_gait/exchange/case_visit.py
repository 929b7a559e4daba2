"""One visit of a case: its words, the safety screen, readings, notes and plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from clinic_gait.clinical.red_flags import FLAGS, ScreenState, screen_state
from clinic_gait.clinical.values import DoseSide, Reading, Side
from clinic_gait.exchange.case_course import SCREEN, TYPED, read_course, screen_of
from clinic_gait.exchange.case_faults import Place
from clinic_gait.exchange.case_model import CaseVisit
from clinic_gait.exchange.case_notes import read_leg_lengths, read_shoes
from clinic_gait.exchange.case_plan import read_done, read_plan
from clinic_gait.exchange.case_readings import read_leg, read_patient_wide
from clinic_gait.exchange.case_scores import read_scores
from clinic_gait.exchange.case_shape import PAIN

#: History fields that are no measures.
_WORDS = ("complaint", "wells_score", SCREEN, *TYPED)


def read_visit(block: Mapping[str, Any], day: date, before: CaseVisit | None, today: date, place: Place) -> CaseVisit:
    """The visit, with a fault noted for every entry that cannot be stored. Conditions hold on from the one before."""
    history = block.get("hist") or {}
    scores = block.get("prom") or {}
    side = block.get("complaint_side")
    held_on = before.conditions if before else ()
    conditions = tuple(sorted(set(block.get("conditions", held_on))))
    screen = screen_of(block, history, place.at("hist"))
    return CaseVisit(
        day=day,
        kind=block.get("kind") or ("daily" if before else "evaluation"),
        complaint=history.get("complaint") or "",
        complaint_side=DoseSide.from_word(side) if side else None,
        subjective=block.get("subjective", ""),
        impression=block.get("impression", ""),
        screen=screen,
        answers=_answers(block, screen, place),
        conditions=conditions,
        readings=_readings(block, history, scores, place),
        leg_lengths=read_leg_lengths(block.get("lld") or {}, place.at("leg length")),
        shoes=read_shoes(block.get("wear") or {}, place.at("shoes")),
        done=read_done(block.get("done") or (), place),
        plan=read_plan(block["plan"], conditions, today, place.at("plan")) if block.get("plan") else None,
        outcomes=read_scores(scores, place.at("scores")),
        wells_score=history.get("wells_score"),
        course=read_course(history, place.at("hist")),
        not_stored=tuple(_kept_out(block, history, place)),
    )


def _readings(
    block: Mapping[str, Any], history: Mapping[str, Any], scores: Mapping[str, Any], place: Place
) -> tuple[Reading, ...]:
    """Readings of the patient, then of the left leg, then of the right."""
    normal = block.get("defaults") == "normal"
    asked = {key: value for key, value in history.items() if key not in _WORDS}
    pain = {key: scores[key] for key in PAIN if key in scores}
    legs = {side: read_leg(block.get(side.word) or {}, side, normal, place) for side in (Side.LEFT, Side.RIGHT)}
    return (*read_patient_wide({**asked, **pain}, place), *legs[Side.LEFT], *legs[Side.RIGHT])


def _answers(block: Mapping[str, Any], screen: str, place: Place) -> dict[str, str]:
    """``done`` answers every flag; otherwise only what is listed was asked."""
    yes, no = block.get("red_flags") or (), block.get("red_flags_no") or ()
    for key in yes:
        if key in no:
            place.at(FLAGS[key].label).fault("answered yes and no; keep one")
    asked = FLAGS if screen == "done" else (*yes, *no)
    answers = {key: "yes" if key in yes else "no" for key in asked}
    said = block.get("screen") or (block.get("hist") or {}).get(SCREEN)
    # A screen that is said to be unfinished never reads as clear.
    if said and screen != "done" and screen_state(answers) is ScreenState.DONE:
        reason = f"{screen}, but every item has its answer; write done, or leave out what was not asked"
        place.at("screen").fault(reason)
    return answers


def _kept_out(block: Mapping[str, Any], history: Mapping[str, Any], place: Place) -> Iterator[str]:
    where = ", ".join(place.where)
    if block.get("screen") == "partial" and not (block.get("red_flags") or block.get("red_flags_no")):
        yield f"{where}: a partial screen without an answer is kept as not done; both hold signing"
    if history.get("wells_score") is not None:
        yield f"{where}: Wells score {history['wells_score']} (the record keeps no score)"
