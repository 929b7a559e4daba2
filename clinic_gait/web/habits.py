"""The habits of the one who is signed in: how the pages answer to their hands."""

from __future__ import annotations

from flask import g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.records.habit import habits_of, keep_habit
from clinic_gait.web.context import Permission, gait, needs

#: Every habit with what it may be; the first is what nobody chose.
HABITS = {
    # Where Enter and Tab lead from a box of the visit form.
    "enter": ("across", "down"),
    # Whether a single letter does something.
    "letters": ("on", "off"),
}


def habits() -> dict[str, str]:
    """Every habit of the one who is signed in; asked of the database once in a request."""
    if "clinic_gait_habits" not in g:
        here = gait()
        kept = habits_of(here.session, here.clinic.key, here.staff)
        g.clinic_gait_habits = {name: kept.get(name) or options[0] for name, options in HABITS.items()}
    found: dict[str, str] = g.clinic_gait_habits
    return found


@needs(Permission.CHART)
def keep() -> ResponseReturnValue:
    """Keep one habit."""
    name, value = request.form.get("name", ""), request.form.get("value", "")
    if value not in HABITS.get(name, ()):
        raise UnprocessableEntity("There is no such habit.")
    here = gait()
    keep_habit(here.session, here.clinic.key, here.staff, name, value)
    here.detail = f"{name}: {value}"
    return "", 204


def template_words() -> dict[str, object]:
    """For every template of the plugin."""
    return {"habits": habits}
