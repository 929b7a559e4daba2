"""Acts: what was typed into a draft, in order. A resend finds its act, two people's values meet, an act is undone.

A draft is written field by field; :mod:`clinic_gait.records.fields` says which
fields there are. Each act compares every field with what its page had seen,
writes all of them or none, and is kept until the visit is signed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
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
    run,
    signature_of,
    store,
    stored_key,
    table_args,
    table_of,
    within_clinic,
)
from clinic_gait.records.errors import Clash, Collision, NothingToUndo
from clinic_gait.records.types import UtcDateTime
from clinic_gait.records.visit import Visit

#: How many of a person's own acts in a draft can be undone.
UNDOABLE = 10

#: ``joined``: a later act of the same person went on with it, and undo takes back both.
TYPED, SWAPPED, UNDONE, JOINED = "typed", "swapped", "undone", "joined"

#: What each field held before and after, by name.
Changed = Mapping[str, tuple[Any, Any]]


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
    def changed(self) -> Changed:
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
    then: Callable[[Changed], None] | None = None,
) -> Act:
    """Change fields of a draft together, or none of them.

    The same ``key`` again changes nothing and gives the first act. ``follows``
    is the person's own act on the same field that this one goes on with, as a
    text grows while it is typed: the two become one. ``then`` hears once what
    has changed, and never again when the act is sent again.

    :raises Collision: a field holds neither what was seen nor what it is to hold.
    :raises Signed: the visit is signed.
    """
    first = _sent_before(session, visit, key)
    if first is not None:
        return first
    act = Act(**key_of(visit), key=stored_key(key), nth=0, verb=verb, at=at, changes="{}", **signature_of(by, "by"))
    return _done(session, visit, act, changes, follows=follows, then=then)


def undo(
    session: Session,
    visit: Visit,
    *,
    key: str,
    by: Staff,
    at: datetime,
    of: str = "",
    over: Mapping[str, str] | None = None,
    leave: bool = False,
    then: Callable[[Changed], None] | None = None,
) -> Act:
    """Take back the newest of a person's own acts that they have not taken back yet, or the one that is named ``of``.

    A field that somebody changed since is put back only ``over`` the very
    state that the person was shown and chose to lose, given as its token.
    ``leave`` takes nothing back and passes the act by.

    :raises NothingToUndo: none of their last ten acts is left, or not this one.
    :raises Collision: a field holds something else than the act had left there.
    :raises Signed: the visit is signed.
    """
    first = _sent_before(session, visit, key)
    if first is not None:
        return first
    last = undoable(session, visit, by, of)
    if last is None:
        raise NothingToUndo
    seen = over or {}
    back = [
        Change(field=name, after=before, seen=seen.get(name, fields.token(after)))
        for name, (before, after) in last.changed.items()
        if not leave
    ]
    own = signature_of(by, "by")
    act = Act(**key_of(visit), key=stored_key(key), nth=0, verb=UNDONE, at=at, changes="{}", undoes=last.key, **own)
    return _done(session, visit, act, back, then=then)


def undoable(session: Session, visit: Visit, by: Staff, of: str = "") -> Act | None:
    """The act that :func:`undo` would take back."""
    own = [Act.clinic == visit.clinic, Act.visit_id == visit.id, Act.by_key == by.key]
    typed = sa.select(Act.nth).where(*own, Act.undoes.is_(None), Act.verb != JOINED)
    newest = typed.order_by(Act.nth.desc()).limit(UNDOABLE).subquery()
    undone = sa.select(Act.undoes).where(*own, Act.undoes.is_not(None))
    left = sa.select(Act).where(*own, Act.nth.in_(sa.select(newest.c.nth)), Act.key.not_in(undone))
    if of:
        left = left.where(Act.key == stored_key(of))
    return session.scalars(left.order_by(Act.nth.desc()).limit(1)).one_or_none()


def since(session: Session, visit: Visit, nth: int) -> list[Act]:
    """The acts of everybody after this version of the draft, in order."""
    later = (Act.clinic == visit.clinic, Act.visit_id == visit.id, Act.nth > nth)
    return list(session.scalars(sa.select(Act).where(*later).order_by(Act.nth)))


def wrote(session: Session, visit: Visit, names: Collection[str]) -> dict[str, Act]:
    """The newest act that changed each of these fields; of a field that no act changed, nothing."""
    here = (Act.clinic == visit.clinic, Act.visit_id == visit.id)
    found: dict[str, Act] = {}
    newest = sa.select(Act).where(*here).order_by(Act.nth.desc()).execution_options(yield_per=20)
    with closing(session.scalars(newest)) as acts:
        for act in acts:
            found = {**dict.fromkeys(act.changed.keys() & set(names), act), **found}
            if len(found) == len(names):
                break
    return found


def forget(session: Session, visit: Visit) -> None:
    """Drop the acts of a draft that is about to be signed: what they led to is what is signed."""
    drop_parts(session, Act, visit)


def _sent_before(session: Session, visit: Visit, key: str) -> Act | None:
    """The act that this key was for already, looked for once nobody else can write to the draft any more."""
    visit.claim()
    return session.get(Act, (visit.clinic, visit.id, stored_key(key)))


def _done(
    session: Session,
    visit: Visit,
    act: Act,
    changes: Sequence[Change],
    *,
    follows: str = "",
    then: Callable[[Changed], None] | None = None,
) -> Act:
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
        store(session)
        # The visit is claimed: the unit of work need not ask once more whether it is open.
        run(session, sa.insert(table_of(Act)).values({one.name: getattr(act, one.name) for one in table_of(Act).c}))
    if then is not None:
        then(changed)
    return act


def _joined(session: Session, visit: Visit, act: Act, changed: Changed, follows: str) -> Changed:
    """The changes, reaching back to where the person's last act began when this one goes on with it."""
    last = undoable(session, visit, act.by) if follows else None
    # Only the newest: what was done or taken back in between would be taken back out of its order.
    if last is None or last.key != stored_key(follows) or set(last.changed) != set(changed):
        return changed
    began = {name: before for name, (before, _) in last.changed.items()}
    if any(last.changed[name][1] != was or began[name] == now for name, (was, now) in changed.items()):
        return changed
    # Kept, so that it is known when it is sent again.
    last.verb = JOINED
    return {name: (began[name], now) for name, (_, now) in changed.items()}
