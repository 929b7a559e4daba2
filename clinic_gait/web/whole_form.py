"""A page sent as a whole, as browsers without a script do: one act over what each field was when the page was made."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from clinic_gait.care import canonical
from clinic_gait.records import act
from clinic_gait.records.act import Change
from clinic_gait.records.errors import Signed
from clinic_gait.records.visit import Visit
from clinic_gait.web.context import gait
from clinic_gait.web.forms import cleaned, form_key

_LONGEST_KEY = 64


def key() -> str:
    """The key of this showing of the page: the one that was sent, else a new one."""
    return cleaned(request.form.get("form_key"))[:_LONGEST_KEY] or form_key()


def seen(field: str, otherwise: str = "") -> str:
    """The token of what the page showed in a field; one without it fits an empty field alone."""
    return request.form.get(f"seen.{field}", otherwise)


def keep(visit: Visit, changes: Sequence[Change]) -> None:
    """Store what the page changed, all of it or nothing; the same page sent twice changes nothing the second time.

    :raises Collision: a field holds something else now than the page had shown.
    :raises Signed: the visit is signed.
    """
    if visit.is_signed:
        raise Signed
    if not changes:
        return
    told = [[one.field, one.after, one.seen] for one in changes]
    act.perform(
        gait().session,
        visit,
        key=canonical.digest(canonical.dumps([key(), told])),
        changes=changes,
        by=gait().staff,
        at=gait().now(),
    )
