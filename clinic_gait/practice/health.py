"""Whether the practice can work, for whatever watches it from outside."""

from __future__ import annotations

import sqlalchemy as sa
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DatabaseError

from clinic_gait.practice.database import db
from clinic_gait.practice.models import PracticeClinic
from clinic_gait.web.context import app_state


def health() -> ResponseReturnValue:
    """``ok``, or 503 and what is missing; nothing about anybody."""
    try:
        db.session.scalar(sa.select(PracticeClinic.key).limit(1))
        missing = app_state().unready()
    except DatabaseError:
        db.session.rollback()
        missing = "the database does not answer or has no tables"
    return (missing, 503) if missing else "ok"
