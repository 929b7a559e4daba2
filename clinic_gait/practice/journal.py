"""What people do in this host, written into the plugin's one log."""

from __future__ import annotations

from clinic_gait.practice import auth
from clinic_gait.practice.database import db
from clinic_gait.practice.models import User
from clinic_gait.practice.settings import now
from clinic_gait.records import audit


def note(act: str, *, user: User | None = None, record: object = "", detail: str = "") -> None:
    """One row for what is about to be committed; ``user`` when nobody is signed in yet."""
    who = user or auth.signed_in()
    if who is None:
        return
    audit.write(
        db.session(),
        clinic_key=who.clinic_key,
        who=who.view.staff,
        act=act,
        record=str(record),
        detail=detail,
        at=now(),
    )
