"""The plan builder as a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from flask import render_template

from clinic_gait.clinical.dose import LIMITS
from clinic_gait.clinical.exercises import PROGRESSION
from clinic_gait.clinical.findings import words
from clinic_gait.clinical.findings.reasoning import Reasoned
from clinic_gait.clinical.findings.suggestions import MOST_FIRST
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.techniques import MAITLAND, MAITLAND_USE
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records.plan import Plan
from clinic_gait.records.queries import is_held
from clinic_gait.records.visit import Visit
from clinic_gait.web import goals
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.candidates import SHOWN, Candidate, candidates, leading
from clinic_gait.web.charts import svg
from clinic_gait.web.context import gait
from clinic_gait.web.library import library, technique_offers
from clinic_gait.web.plan_lines import RARER, SIDE_WORDS, USUAL, Line, lines, minutes
from clinic_gait.web.planned import rows_in
from clinic_gait.web.reasoned import against, reasoned, suggested
from clinic_gait.web.side_checks import crossed, leg_length_asked
from clinic_gait.web.why import cards, unknowns


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The candidates of one list: what stands open, and the rest behind it."""

    title: str
    open: list[Candidate]
    more: list[Candidate]
    #: Whether a row behind it is ticked or refused, and must be seen.
    unfolded: bool

    @property
    def summary(self) -> str:
        """How many there are behind it, and what stands against them."""
        blocked = sum(one.forbidden for one in self.more)
        careful = sum(one.precaution is not None for one in self.more) - blocked
        said = [f"{careful} with a precaution"] * bool(careful) + [f"{blocked} not for this patient"] * bool(blocked)
        return f"More candidates: {len(self.more)}" + "".join(f", {one}" for one in said)


def render(visit: Visit, plan: Plan | None, boxes: Boxes, source: Plan | None = None, *, kept: bool = True) -> str:
    """The page over what stands in the boxes; ``source`` is the version they were filled from."""
    found = reasoned(visit)
    conditions = against(visit, found)
    exercises = lines("x", boxes, conditions)
    techniques = lines("t", boxes, conditions)
    return render_template(
        "clinic_gait/plans/edit.html",
        visit=visit,
        plan=plan,
        source=source,
        boxes=boxes,
        kept=kept and plan is not None,
        exercises=exercises,
        techniques=techniques,
        goal_rows=[*rows_in(boxes.typed, "g"), {}],
        library=list(library(exercises, conditions)),
        offers=technique_offers(techniques, conditions),
        minutes=minutes(exercises, conditions),
        **_suggested(visit, found, boxes),
        **_before_signing(visit, found, exercises, techniques),
        **_choices(),
    )


def _suggested(visit: Visit, found: Reasoned, boxes: Boxes) -> dict[str, object]:
    """Findings, what could not be told, and the candidates."""
    listed = candidates(suggested(visit, found), {kind: rows_in(boxes.typed, kind) for kind in ("x", "t")})
    return {
        "found": found,
        "cards": cards(found, gait().limits),
        "unknowns": unknowns(found),
        "groups": [group("t", "In clinic", listed, boxes), group("x", "At home", listed, boxes)],
        "shown": SHOWN,
        "awaited": any(one.slips(boxes) or boxes(f"{one.id}-reason") for one in listed),
        "because": partial(words.because, limits=gait().limits),
    }


def _before_signing(visit: Visit, found: Reasoned, exercises: list[Line], techniques: list[Line]) -> dict[str, object]:
    """What to look at before the plan is signed."""
    answers = visit.screen().answers
    return {
        "held": is_held(gait().session, visit.subject),
        "sides": side_check(visit, exercises),
        "crossed": crossed(found, sides_in(exercises + techniques)),
        "measure_legs": leg_length_asked(found, visit.leg_lengths()),
        "unasked": [flag for flag in FLAGS if flag not in answers],
    }


def _choices() -> dict[str, object]:
    """What the lists and boxes of the page offer, whoever the patient is."""
    return {
        "goal_measures": [("", "no measure"), *((one.key, one.label) for one in goals.measures())],
        "goal_sides": goals.SIDES,
        "few": MOST_FIRST,
        "usual": USUAL,
        "rarer": RARER,
        "limits": LIMITS,
        "maitland": [("", "no grade"), *((grade, f"{grade} {use}") for grade, use in MAITLAND.items())],
        "maitland_use": MAITLAND_USE,
        "progression": PROGRESSION,
        "svg": svg,
    }


def group(kind: str, title: str, offered: list[Candidate], boxes: Boxes) -> Group:
    """The candidates of one list as the page folds them."""
    ahead = leading(offered, kind)
    more = [one for one in offered if one.kind == kind and one not in ahead]
    unfolded = any(one.ticked(boxes) or one.slips(boxes) for one in more)
    return Group(title=title, open=ahead, more=more, unfolded=unfolded)


def sides_in(rows: Iterable[Line]) -> list[tuple[str, DoseSide]]:
    """Key and side of the lines that have a side."""
    return [(one.row.get("key", ""), DoseSide(one.row["side"])) for one in rows if one.row.get("side") in SIDE_WORDS]


def side_check(visit: Visit, exercises: list[Line]) -> str:
    """Whether the home program and the complaint name the same leg; empty when there is nothing to say."""
    planned = {line.row.get("side") for line in exercises} - {"", "B", None}
    if visit.complaint_side not in ("L", "R") or not planned:
        return ""
    complaint = DoseSide(visit.complaint_side).word.upper()
    if planned == {visit.complaint_side}:
        return f"All one-leg exercises are for the {complaint} leg, the side of the complaint."
    others = " and ".join(SIDE_WORDS[side] for side in ("L", "R") if side in planned)
    return f"The complaint is on the {complaint} side; the home exercises name {others}. Is that meant?"
