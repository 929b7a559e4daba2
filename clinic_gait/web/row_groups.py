"""The rows of the visit form, grouped by how the patient is placed; the clot score is a group of its own.

A page shows the rows of one of three views, and whatever holds something of
today; the rest of a group is one tap away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from clinic_gait.clinical import wells
from clinic_gait.clinical.catalogue import CATALOGUE, USUAL_SET
from clinic_gait.clinical.measures import Posture
from clinic_gait.web.entries import enterable, sides_of
from clinic_gait.web.grid import Known, row_of
from clinic_gait.web.row import Row

#: The group of the clot score.
CLOT = "clot"


class Show(str, Enum):
    """Which rows a page shows before anything is opened."""

    FLAGGED = "flagged"
    USUAL = "usual"
    ALL = "all"

    @property
    def label(self) -> str:
        """What the switch on top calls it."""
        return {"flagged": "Flagged", "usual": "Usual set", "all": "All"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A choice of rows: the clinic's usual set, which of the three is shown, and a row that a link led to."""

    usual: tuple[str, ...] = USUAL_SET
    show: Show = Show.USUAL
    row: str = ""

    def asked(self, known: Known) -> frozenset[str]:
        """The rows that stand there even with nothing in them."""
        if self.show is Show.ALL:
            return frozenset(one.key for one in enterable())
        usual = self.usual if self.show is Show.USUAL else ()
        return frozenset((*known.reasons, *usual, self.row))

    def shown(self, known: Known) -> frozenset[str]:
        """The rows of the page: what holds something of today is never hidden."""
        return self.asked(known) | known.filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rows shown of a group, and how many more it has. ``note`` is what all of them amount to together."""

    key: str
    title: str
    rows: tuple[Row, ...]
    more: int
    #: How many of the rest were measured at an earlier visit.
    more_before: int
    note: str | None = None

    @property
    def tools(self) -> str:
        """What the rows are taken with, each tool once: ``inclinometer, tape``."""
        return ", ".join(dict.fromkeys(row.tool for row in self.rows if row.tool))

    @property
    def keys(self) -> str:
        """Which single keys answer in it and move on, for it is said before they do."""
        digit = "A digit sets the grade and moves on." if any(row.digits for row in self.rows) else ""
        letter = "y or n answers and moves on." if any(row.yes_or_no for row in self.rows) else ""
        return " ".join(part for part in (digit, letter) if part)


def groups(known: Known, view: View) -> tuple[Group, ...]:
    """Every group: those with rows first and in the order of positions, then those in which nothing is shown."""
    shown = view.shown(known)
    found = [_group(key, keys, known, shown) for key, keys in members(view.usual).items()]
    return tuple(sorted(found, key=lambda group: not group.rows))


def rest(group: str, known: Known, view: View) -> tuple[Row, ...]:
    """The rows of a group that stand on a page only when something is in them.

    :raises KeyError: there is no such group.
    """
    keys, asked = members(view.usual)[group], view.asked(known)
    return tuple(row_of(CATALOGUE[key], known) for key in keys if key not in asked)


def title_of(group: str) -> str:
    """The heading of a group."""
    return wells.TITLE if group == CLOT else Posture(group).title


def counts(known: Known, usual: tuple[str, ...]) -> dict[Show, int]:
    """How many rows each view shows."""
    known_keys = View(usual=usual, show=Show.ALL).asked(known)
    return {show: len(View(usual=usual, show=show).shown(known) & known_keys) for show in Show}


def problem_list(shown_groups: tuple[Group, ...]) -> list[tuple[str, str]]:
    """For the summary on top, in the order of the page: the id of the box and its sentence."""
    return [
        (f"f-{box.name}", box.problem.sentence)
        for group in shown_groups
        for row in group.rows
        for box in row.boxes
        if box.problem
    ]


def progress(shown_groups: tuple[Group, ...]) -> tuple[int, int]:
    """How many boxes hold something of today, and how many are shown."""
    boxes = [box for group in shown_groups for row in group.rows for box in row.boxes]
    return sum(not box.typed.blank for box in boxes), len(boxes)


@cache
def members(usual: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The measures of each group by its key: the usual ones first and in their own order."""
    place = {key: at for at, key in enumerate(usual)}
    keys = sorted((one.key for one in enterable()), key=lambda key: place.get(key, len(place)))
    found = {group: tuple(key for key in keys if _home(key) == group) for group in _homes()}
    return {group: inside for group, inside in found.items() if inside}


def _homes() -> Iterator[str]:
    """The groups in their order; the clot score follows what is asked."""
    for posture in Posture:
        yield posture.value
        if posture is Posture.ASKED:
            yield CLOT


def _home(key: str) -> str:
    return CLOT if key in wells.KEYS else CATALOGUE[key].posture.value


def _group(group: str, keys: tuple[str, ...], known: Known, shown: frozenset[str]) -> Group:
    hidden = [key for key in keys if key not in shown]
    if group == CLOT and len(hidden) < len(keys):
        # A score that was begun needs all its answers.
        hidden = []
    return Group(
        key=group,
        title=title_of(group),
        rows=tuple(row_of(CATALOGUE[key], known) for key in keys if key not in hidden),
        more=len(hidden),
        more_before=sum(any((key, side) in known.last for side in sides_of(CATALOGUE[key])) for key in hidden),
        note=wells.words(known.now.values(), known.limits) if group == CLOT else None,
    )
