"""What the buttons of the plan do to its rows: add, take from the suggestions, replace, move, take away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records.visit import Visit
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.candidates import Candidate, posture
from clinic_gait.web.context import gait
from clinic_gait.web.plan_lines import replaced
from clinic_gait.web.planned import REASON_LONGEST, Row, name_of, new_exercise, new_technique

#: The button under the suggestions.
TAKE = "take"
MOST_PLACES = 4
NOT_OFFERED = "today's findings do not suggest it. Nothing was added; look at the list once more."
HELD = "a warning sign is open, and nothing is suggested while it is. Nothing was added; look at the hold first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The id to land on, and boxes that may still wait to be filled in because their line is new."""

    anchor: str | None = None
    waiting: frozenset[str] = frozenset()


def act_on(rows: dict[str, list[Row]], act: str, visit: Visit, conditions: Collection[str]) -> Done:
    """Do what a button of a list says: ``add x calf_raise``, ``replace x 0 clamshell``, ``remove t 0``, ``up x 2``."""
    verb, _, rest = act.partition(" ")
    kind, _, what = rest.partition(" ")
    if kind not in rows:
        return Done()
    listed = rows[kind]
    if verb == "add":
        return _add(listed, kind, what, visit)
    at, _, key = what.partition(" ")
    place = int(at) if at.isascii() and at.isdigit() and len(at) < MOST_PLACES else -1
    if not 0 <= place < len(listed):
        return Done()
    if verb == "replace":
        return _replace(listed, kind, place, key, conditions)
    if verb == "remove":
        del listed[place]
        return Done(anchor=f"list-{kind}")
    other = place + {"up": -1, "down": 1}.get(verb, 0)
    if 0 <= other < len(listed):
        listed[place], listed[other] = listed[other], listed[place]
    return Done(anchor=f"{kind}-{max(other, 0)}")


def _add(listed: list[Row], kind: str, key: str, visit: Visit) -> Done:
    side = DoseSide(visit.complaint_side) if visit.complaint_side else None
    if kind == "x" and key in LIBRARY:
        listed.append(new_exercise(LIBRARY[key], side))
    elif kind == "t" and key in TECHNIQUES:
        listed.append(new_technique(TECHNIQUES[key], side))
    else:
        return Done()
    return _waiting(f"{kind}-{len(listed) - 1}")


def _replace(listed: list[Row], kind: str, place: int, key: str, conditions: Collection[str]) -> Done:
    fresh = replaced(listed[place], key, conditions) if kind == "x" else None
    if fresh is None:
        return Done()
    listed[place] = fresh
    return _waiting(f"{kind}-{place}")


def _waiting(line: str) -> Done:
    return Done(anchor=line, waiting=frozenset({f"{line}-side", f"{line}-reason"}))


def take(rows: dict[str, list[Row]], listed: list[Candidate], boxes: Boxes, *, held: bool = False) -> Done:
    """Add the ticked candidates to the rows; or nothing at all, and a slip for each that cannot be added.

    What is added stands after the lines that are there, exercises from
    standing down to the floor; the order of the others is the therapist's.
    ``held`` says that a warning sign is open: nothing is offered then.
    """
    ticked = [one for one in listed if boxes(f"{one.id}-tick") == "yes" and not one.done]
    added = [(one, _line(one, boxes)) for one in ticked]
    _refuse_strangers({one.key for one in listed}, boxes, HELD if held else NOT_OFFERED)
    if boxes.slips or not added:
        return Done()
    first = {kind: f"{kind}-{len(rows[kind])}" for kind in ("x", "t")}
    for one, line in sorted(added, key=lambda pair: posture(pair[0])):
        rows[one.kind].append(line)
    kinds = {one.kind for one in ticked}
    return Done(anchor=first["x" if "x" in kinds else "t"])


def _line(one: Candidate, boxes: Boxes) -> Row:
    """The row a candidate becomes, with its usual dose, and with a slip where it may not be added."""
    side = _side(one, boxes)
    reason = boxes.text(f"{one.id}-reason", f"{one.name}: reason", REASON_LONGEST)
    against = "; ".join(one.precaution.reasons) if one.precaution else ""
    if one.forbidden:
        boxes.slip(
            f"{one.id}-tick", f"{one.name}: may not be planned for this patient ({against}). Take the tick away."
        )
    elif one.precaution and not reason:
        boxes.slip(f"{one.id}-reason", f"{one.name}: a precaution stands against it ({against}). Type why it is right.")
    fresh = new_exercise(LIBRARY[one.key], side) if one.kind == "x" else new_technique(TECHNIQUES[one.key], side)
    return {**fresh, "reason": reason, "because": one.because(side or DoseSide.BOTH, gait().limits)}


def _side(one: Candidate, boxes: Boxes) -> DoseSide | None:
    chosen = boxes(f"{one.id}-side")
    if chosen not in [side for side, _ in one.sides]:
        may = "it works both legs at once; choose Both" if len(one.sides) == 1 else "choose LEFT, RIGHT or Both"
        boxes.slip(f"{one.id}-side", f"{one.name}: {may}, then add it again.")
        return None
    if set(DoseSide(chosen).legs) & set(one.planned):
        boxes.slip(f"{one.id}-side", f"{one.name}: stands in the plan for {one.legs} already. Choose the other leg.")
    return DoseSide(chosen)


def _refuse_strangers(offered: Collection[str], boxes: Boxes, why: str) -> None:
    """A tick of something that today's findings do not offer, or no longer: a page that was open too long."""
    ticked = [key for key in (*TECHNIQUES, *LIBRARY) if boxes(f"s-{key}-tick") == "yes" and key not in offered]
    if ticked:
        names = ", ".join(name_of({"key": key}) for key in ticked)
        boxes.slip("", f"{names}: {why}")
