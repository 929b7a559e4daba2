"""What visits and plan versions share: a version that counts their changes, and a signature that ends them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.orm.attributes import set_committed_value

from clinic_gait.care.visit import Staff
from clinic_gait.records.base import PREFIX, OfPlan, OfVisit, Owner, run, table_of
from clinic_gait.records.errors import Signed, Stale
from clinic_gait.records.types import UtcDateTime

#: States in which a draft may still be written.
OPEN = ("draft", "submitted")


class Draft(Owner):
    """Written as a draft, signed once, unchangeable from then on."""

    __abstract__ = True

    state: Mapped[str] = mapped_column(sa.String(10), default="draft")
    #: Counts the changes made through its form.
    version: Mapped[int] = mapped_column(sa.Integer(), default=1)
    signed_by_key: Mapped[str | None] = mapped_column(sa.String(200))
    signed_by_name: Mapped[str | None] = mapped_column(sa.Text())
    signed_by_credential: Mapped[str | None] = mapped_column(sa.Text())
    signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    #: SHA-256 of the canonical snapshot.
    signed_hash: Mapped[str | None] = mapped_column(sa.String(64))
    #: The canonical snapshot exactly as signed; loaded only when it is asked for.
    signed_json: Mapped[str | None] = mapped_column(sa.Text(), deferred=True)

    @property
    def is_signed(self) -> bool:
        """Whether nothing in it may change any more."""
        return self.state not in OPEN

    @property
    def signed_by(self) -> Staff | None:
        """Who signed it."""
        if self.signed_by_key is None:
            return None
        return Staff(key=self.signed_by_key, name=self.signed_by_name or "", credential=self.signed_by_credential or "")

    @property
    def open_session(self) -> Session:
        """The session, for writing.

        :raises Signed: it is signed.
        """
        if self.is_signed:
            raise Signed
        return self.own_session

    def theirs(self) -> dict[str, object]:
        """What is stored now, for whoever has to choose between it and their own."""
        return {"version": self.version, "state": self.state}

    def check_version(self, seen: int) -> None:
        """Claim the draft for a change that was typed over version ``seen``, and count it.

        Call it before anything else is written: the row stays locked until the
        transaction ends, so that two people's changes never mix.

        :raises Stale: somebody else changed it since.
        :raises Signed: it is signed.
        """
        rows = table_of(type(self))
        mine = (rows.c.clinic == self.clinic, rows.c.id == self.id, rows.c.version == seen)
        if run(self.open_session, sa.update(rows).where(*mine).values(version=seen + 1)) == 0:
            self.own_session.refresh(self)
            raise Stale(self.theirs())
        set_committed_value(self, "version", seen + 1)

    def claim(self) -> None:
        """Take the row's lock without changing it, then read it again as it is now.

        :raises Signed: somebody signed it first.
        """
        rows = table_of(type(self))
        run(
            self.open_session,
            sa.update(rows).where(rows.c.clinic == self.clinic, rows.c.id == self.id).values(state=rows.c.state),
        )
        self.own_session.refresh(self)
        if self.is_signed:
            raise Signed


@sa.event.listens_for(Draft, "before_update", propagate=True)
def _refuse_change(mapper: Any, connection: Connection, draft: Draft) -> None:
    """A flush that would change a signed record stops here, before the database has to refuse it."""
    changed = [one.key for one in sa.inspect(draft).attrs if one.history.has_changes()]
    only_superseded = changed == ["state"] and draft.state == "superseded"
    if changed and not only_superseded and _stored_state(draft) not in OPEN:
        raise Signed


@sa.event.listens_for(Draft, "before_delete", propagate=True)
def _refuse_deletion(mapper: Any, connection: Connection, draft: Draft) -> None:
    if _stored_state(draft) not in OPEN:
        raise Signed


@sa.event.listens_for(OfVisit, "before_insert", propagate=True)
@sa.event.listens_for(OfVisit, "before_update", propagate=True)
@sa.event.listens_for(OfVisit, "before_delete", propagate=True)
def _refuse_part(mapper: Any, connection: Connection, part: OfVisit) -> None:
    _refuse_unless_open(connection, "visit", part.clinic, part.visit_id)


@sa.event.listens_for(OfPlan, "before_insert", propagate=True)
@sa.event.listens_for(OfPlan, "before_update", propagate=True)
@sa.event.listens_for(OfPlan, "before_delete", propagate=True)
def _refuse_line(mapper: Any, connection: Connection, line: OfPlan) -> None:
    _refuse_unless_open(connection, "plan", line.clinic, line.plan_id)


def _stored_state(draft: Draft) -> str:
    """The state as it was loaded, whatever has been set since."""
    was = sa.inspect(draft).attrs.state.history.deleted
    return was[0] if was else draft.state


def _refuse_unless_open(connection: Connection, owner: str, clinic: str, owner_id: UUID) -> None:
    rows = Owner.metadata.tables[f"{PREFIX}{owner}"]
    state = sa.select(rows.c.state).where(rows.c.clinic == clinic, rows.c.id == owner_id)
    if connection.execute(state).scalar() not in (*OPEN, None):
        raise Signed
