"""Acts: what was typed into a draft, in order. A resend finds its act, two people's values meet, an act is undone.

A draft is written field by field; :mod:`clinic_gait.records.fields` says which
fields there are. Each act compares every field with what its page had seen,
writes all of them or none, and is kept until the visit is signed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care.visit import Staff
from clinic_gait.records import fields
from clinic_gait.records.base import (
    OfVisit,
    drop_parts,
    key_of,
    signature_of,
    store,
    stored_key,
    table_args,
    within_clinic,
)
from clinic_gait.records.errors import Clash, Collision, NothingToUndo
from clinic_gait.records.types import UtcDateTime
from clinic_gait.records.visit import Visit

#: How many of a person's own acts in a draft can be undone.
UNDOABLE = 10

TYPED, SWAPPED, UNDONE = "typed", "swapped", "undone"


class Act(OfVisit):
    """Fields of a draft that one person changed at once."""

    __tablename__ = "clinic_gait_act"
    __table_args__ = table_args(
        within_clinic("visit_id", "visit"),
        sa.UniqueConstraint("clinic", "visit_id", "nth"),
        sa.CheckConstraint("nth >= 1", name="nth"),
    )

    #: Made in the page; the same act sent again finds this row.
    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    #: The version of the visit that it made.
    nth: Mapped[int] = mapped_column(sa.Integer())
    verb: Mapped[str] = mapped_column(sa.String(10))
    by_key: Mapped[str] = mapped_column(sa.String(200))
    by_name: Mapped[str] = mapped_column(sa.Text())
    by_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime())
    #: What each field held before and after, as a JSON object by name.
    changes: Mapped[str] = mapped_column(sa.Text())
    #: The act that this one takes back.
    undoes: Mapped[str | None] = mapped_column(sa.String(64))

    @property
    def by(self) -> Staff:
        """Who did it."""
        return Staff(key=self.by_key, name=self.by_name, credential=self.by_credential)

    @property
    def changed(self) -> dict[str, tuple[Any, Any]]:
        """What each field held before and after, by name."""
        return {name: (before, after) for name, (before, after) in json.loads(self.changes).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field and what it is to hold. ``seen`` is the token of what its page showed; ``None`` compares nothing."""

    field: str
    after: Any
    seen: str | None = None


def perform(
    session: Session,
    visit: Visit,
    *,
    key: str,
    changes: Sequence[Change],
    by: Staff,
    at: datetime,
    verb: str = TYPED,
    follows: str = "",
) -> Act:
    """Change fields of a draft together, or none of them.

    The same ``key`` again changes nothing and gives the first act. ``follows``
    is the person's own act on the same field that this one goes on with, as a
    text grows while it is typed: the two become one.

    :raises Collision: a field holds neither what was seen nor what it is to hold.
    :raises Signed: the visit is signed.
    """
    visit.claim()
    key = stored_key(key)
    first = session.get(Act, (visit.clinic, visit.id, key))
    if first is not None:
        return first
    act = Act(**key_of(visit), key=key, nth=0, verb=verb, at=at, changes="{}", **signature_of(by, "by"))
    return _done(session, visit, act, changes, follows=follows)


def undo(session: Session, visit: Visit, *, key: str, by: Staff, at: datetime, over: str = "ask") -> Act:
    """Take back the newest of a person's own acts that they have not taken back yet.

    ``over`` says what happens to a field that somebody changed since: ``ask``
    refuses, ``anyway`` puts the old value over it, ``leave`` passes the act by.

    :raises NothingToUndo: none of their last ten acts is left.
    :raises Collision: a field holds something else than the act had left there.
    :raises Signed: the visit is signed.
    """
    visit.claim()
    key = stored_key(key)
    first = session.get(Act, (visit.clinic, visit.id, key))
    if first is not None:
        return first
    last = undoable(session, visit, by)
    if last is None:
        raise NothingToUndo
    back = [
        Change(field=name, after=before, seen=fields.token(after) if over == "ask" else None)
        for name, (before, after) in last.changed.items()
        if over != "leave"
    ]
    own = signature_of(by, "by")
    act = Act(**key_of(visit), key=key, nth=0, verb=UNDONE, at=at, changes="{}", undoes=last.key, **own)
    return _done(session, visit, act, back)


def undoable(session: Session, visit: Visit, by: Staff) -> Act | None:
    """The act that :func:`undo` would take back."""
    own = [Act.clinic == visit.clinic, Act.visit_id == visit.id, Act.by_key == by.key]
    undone = set(session.scalars(sa.select(Act.undoes).where(*own, Act.undoes.is_not(None))))
    newest = sa.select(Act).where(*own, Act.undoes.is_(None)).order_by(Act.nth.desc()).limit(UNDOABLE)
    return next((act for act in session.scalars(newest) if act.key not in undone), None)


def since(session: Session, visit: Visit, nth: int) -> list[Act]:
    """The acts of everybody after this version of the draft, in order."""
    later = (Act.clinic == visit.clinic, Act.visit_id == visit.id, Act.nth > nth)
    return list(session.scalars(sa.select(Act).where(*later).order_by(Act.nth)))


def forget(session: Session, visit: Visit) -> None:
    """Drop the acts of a draft that is about to be signed: what they led to is what is signed."""
    drop_parts(session, Act, visit)


def _done(session: Session, visit: Visit, act: Act, changes: Sequence[Change], follows: str = "") -> Act:
    """Write the changes and the act; one that changes nothing is not kept, unless it takes another back."""
    before = {one.field: fields.state(visit, one.field) for one in changes}
    clashes = [
        Clash(field=one.field, mine=one.after, theirs=before[one.field])
        for one in changes
        if one.seen is not None and before[one.field] != one.after and fields.token(before[one.field]) != one.seen
    ]
    if clashes:
        raise Collision(clashes)
    writer = fields.Writer(by=act.by, at=act.at)
    for one in changes:
        if before[one.field] != one.after:
            fields.put(visit, one.field, one.after, writer)
    # Read back rather than believed: a number may be spelled in another way than it was typed.
    changed = {name: (was, fields.state(visit, name)) for name, was in before.items()}
    changed = {name: (was, now) for name, (was, now) in changed.items() if was != now}
    act.changes = json.dumps(_joined(session, visit, act, changed, follows), sort_keys=True)
    act.nth = visit.version
    if changed or act.undoes:
        visit.version += 1
        act.nth = visit.version
        store(session, act)
    return act


def _joined(
    session: Session, visit: Visit, act: Act, changed: Mapping[str, tuple[Any, Any]], follows: str
) -> Mapping[str, tuple[Any, Any]]:
    """The changes, reaching back to where the act began that this one goes on with."""
    earlier = session.get(Act, (visit.clinic, visit.id, stored_key(follows))) if follows else None
    if earlier is None or earlier.by_key != act.by_key or earlier.undoes or set(earlier.changed) != set(changed):
        return changed
    if any(earlier.changed[name][1] != was for name, (was, _) in changed.items()):
        return changed
    session.delete(earlier)
    return {name: (earlier.changed[name][0], now) for name, (_, now) in changed.items()}
