"""The rows of the visit form, grouped by how the patient is placed; the clot score is a group of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinic_gait.clinical import wells
from clinic_gait.clinical.catalogue import USUAL_SET
from clinic_gait.clinical.measures import Posture
from clinic_gait.web.entries import enterable
from clinic_gait.web.grid import Known, Row, row_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The usual rows of a group, and the rest, which opens on demand. ``note`` is what they amount to together."""

    key: str
    title: str
    usual: tuple[Row, ...]
    more: tuple[Row, ...]
    note: str | None = None

    @property
    def more_open(self) -> bool:
        """Whether the rest holds anything of today."""
        return any(row.filled for row in self.more)

    @property
    def more_before(self) -> int:
        """How many of the rest were measured at an earlier visit."""
        return sum(any(box.was for box in row.boxes) for row in self.more)


def groups(known: Known) -> tuple[Group, ...]:
    """All rows, posture by posture, the usual ones first and in their own order; the clot score after what is asked."""
    rows = [row_of(measure, known) for measure in enterable()]
    usual_first = sorted(rows, key=lambda row: _place(row.measure.key))
    return tuple(group for posture in Posture for group in _of_posture(posture, usual_first, known))


def problem_list(shown_groups: tuple[Group, ...]) -> list[tuple[str, str]]:
    """For the summary on top, in the order of the page: the id of the box and its sentence."""
    return [
        (f"f-{box.name}", box.problem.sentence)
        for group in shown_groups
        for row in (*group.usual, *group.more)
        for box in row.boxes
        if box.problem
    ]


def measured(shown_groups: tuple[Group, ...]) -> int:
    """How many boxes hold something of today."""
    rows = [row for group in shown_groups for row in (*group.usual, *group.more)]
    return sum(not box.typed.blank for row in rows for box in row.boxes)


def _of_posture(posture: Posture, rows: list[Row], known: Known) -> Iterator[Group]:
    here = [row for row in rows if row.measure.posture is posture]
    clot = tuple(row for row in here if row.measure.key in wells.KEYS)
    usual = tuple(row for row in here if row.measure.key in USUAL_SET)
    more = tuple(row for row in here if row.measure.key not in (*USUAL_SET, *wells.KEYS))
    if usual or more:
        yield Group(key=posture.value, title=posture.title, usual=usual, more=more)
    if clot:
        note = wells.words(known.now.values(), known.limits)
        yield Group(key="clot", title=wells.TITLE, usual=(), more=clot, note=note)


def _place(key: str) -> int:
    return USUAL_SET.index(key) if key in USUAL_SET else len(USUAL_SET)
