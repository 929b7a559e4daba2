"""Acts over the wire: a page sends one field as it is left, and is answered with what is stored, and by whom.

The answer is JSON. ``state`` is ``saved``, ``refused`` (what was typed cannot
be stored), ``conflict`` (somebody else changed it), ``undo`` (an undo met
another value), ``nothing`` (to undo), ``person`` (another member of staff is
signed in now) or ``signed``. Values travel in the names of the page's boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from flask import jsonify, make_response, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.records import act as acts
from clinic_gait.records import fields
from clinic_gait.records.act import Act, Change
from clinic_gait.records.errors import Clash, Collision, NothingToUndo, Signed
from clinic_gait.records.visit import Visit
from clinic_gait.web.context import audit, gait
from clinic_gait.web.field_words import label, said

#: More fields at once is no act of ours: "no to all the rest" of the screen is the largest.
MOST_FIELDS = 60
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A box that cannot be stored; ``check`` asks once, and the box may be confirmed."""

    field: str
    sentence: str
    check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A post read through: what each field is to hold, or why it cannot."""

    after: Mapping[str, Any] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()


class ActingPage(Protocol):
    """A page whose boxes are fields of a draft."""

    def read(self, names: tuple[str, ...]) -> Reading:
        """The posted boxes of these fields; an unknown name is an :class:`UnprocessableEntity`."""

    def boxes(self, name: str, data: Any) -> dict[str, str] | None:
        """What stands in the boxes of a field that holds ``data``; nothing when the field is not on this page."""

    def stored(self, changed: Mapping[str, tuple[Any, Any]]) -> None:
        """What else has to be written because these fields changed; told once, not when an act is sent again."""

    def live(self, names: tuple[str, ...], refused: tuple[Refused, ...]) -> str:
        """The parts of the page that these fields change, as HTML with ``data-live`` marks."""


def answer(visit: Visit, page: ActingPage) -> ResponseReturnValue:
    """One act, or an undo, or (on GET) what a page needs to go on after a new sign-in."""
    if request.method == "GET":
        return _fresh(visit)
    stranger = _stranger()
    if stranger is not None:
        return stranger
    try:
        return _undo(visit, page) if "undo" in request.form else _type(visit, page)
    except UnprocessableEntity as error:
        # A page goes on with its other fields; a page of words would stop it.
        named = request.form.getlist("field")[:1]
        return _refused([Refused(field=name[:LONGEST_NAME], sentence=str(error.description)) for name in named or [""]])
    except Signed as error:
        return _said(409, state="signed", words=str(error))
    except NothingToUndo as error:
        return _said(409, state="nothing", words=str(error))
    except Collision as error:
        return _conflict(visit, page, error.clashes)


def _fresh(visit: Visit) -> ResponseReturnValue:
    audit("draft looked at", record=visit.id)
    return _said(200, state="signed" if visit.is_signed else "open", version=visit.version)


def _stranger() -> ResponseReturnValue | None:
    """What one person typed is not stored in another's name unless that other says so."""
    opened_by = request.form.get("who", gait().staff.key)
    if opened_by == gait().staff.key:
        return None
    return _said(409, state="person", words=f"You are signed in as {gait().staff.title} now.")


def _type(visit: Visit, page: ActingPage) -> ResponseReturnValue:
    names = tuple(dict.fromkeys(request.form.getlist("field")))
    if not 1 <= len(names) <= MOST_FIELDS or any(len(name) > LONGEST_NAME for name in names):
        raise UnprocessableEntity("This page is incomplete. Load it again.")
    if visit.is_signed:
        raise Signed
    read = page.read(names)
    if read.refused:
        return _refused(read.refused, page.live(names, read.refused))
    act = acts.perform(
        gait().session,
        visit,
        key=_key(),
        # What comes along without being asked for, as a sentence with its grades, is compared with nothing.
        changes=[
            Change(field=name, after=after, seen=request.form.get(f"seen.{name}", "") if name in names else None)
            for name, after in read.after.items()
        ],
        by=gait().staff,
        at=gait().now(),
        follows=request.form.get("follows", ""),
        then=page.stored,
    )
    audit("type", record=visit.id)
    return _saved(visit, page, act, (*names, *read.after))


def _undo(visit: Visit, page: ActingPage) -> ResponseReturnValue:
    """``undo`` says ``ask``, ``anyway`` (over the states whose tokens it carries) or ``leave``."""
    seen = {name.removeprefix("seen."): token for name, token in request.form.items() if name.startswith("seen.")}
    act = acts.undo(
        gait().session,
        visit,
        key=_key(),
        by=gait().staff,
        at=gait().now(),
        of=request.form.get("of", ""),
        over=seen if request.form["undo"] == "anyway" else None,
        leave=request.form["undo"] == "leave",
        then=page.stored,
    )
    audit("undo", record=visit.id)
    return _saved(visit, page, act, ())


def _key() -> str:
    key = request.form.get("key", "")
    if not 8 <= len(key) <= 64:
        raise UnprocessableEntity("This page is incomplete. Load it again.")
    return key


def _saved(visit: Visit, page: ActingPage, act: Act, asked: tuple[str, ...]) -> ResponseReturnValue:
    changed = tuple(dict.fromkeys((*asked, *act.changed)))
    others = _others(visit, page, act, changed)
    told = {one["field"] for one in others}
    return _said(
        200,
        state="saved",
        time=f"{gait().local(gait().now()):%H:%M:%S}",
        version=visit.version,
        act=act.key,
        fields=_fields(visit, page, [name for name in changed if name not in told], act),
        others=others,
        undo=undo_words(act) if _newest(visit, act) and act.changed and not act.undoes else undo_of(visit),
        undone=undo_words(act) if act.undoes else "",
        html=page.live(tuple(dict.fromkeys((*changed, *told))), ()),
    )


def _newest(visit: Visit, act: Act) -> bool:
    """Whether nothing was changed since this act."""
    return act.nth == visit.version


def _fields(visit: Visit, page: ActingPage, names: Iterable[str], mine: Act) -> dict[str, Any]:
    """What is stored now in these fields, as tokens and boxes."""
    known = {name: after for name, (_, after) in mine.changed.items()} if _newest(visit, mine) else {}
    now = {name: known[name] if name in known else fields.state(visit, name) for name in names}
    return {name: {"seen": fields.token(data), "boxes": page.boxes(name, data)} for name, data in now.items()}


def _others(visit: Visit, page: ActingPage, mine: Act, known: tuple[str, ...]) -> list[dict[str, Any]]:
    """Fields that were changed since the page was last answered, by anybody on any screen.

    One that ``mine`` changed is among them when it was changed again before this act was sent once more.
    """
    sent = request.form.get("version", "")
    seen = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else mine.nth
    if _newest(visit, mine) and seen == mine.nth - 1:
        return []
    newest: dict[str, Act] = {}
    for act in acts.since(gait().session, visit, seen):
        newest |= dict.fromkeys(act.changed, act)
    return [
        {
            "field": name,
            "label": label(name),
            "said": said(name, fields.state(visit, name)),
            "who": _who(act),
            **_fields(visit, page, [name], mine)[name],
        }
        for name, act in newest.items()
        if name not in known or act.nth > mine.nth
    ]


def _conflict(visit: Visit, page: ActingPage, clashes: tuple[Clash, ...]) -> ResponseReturnValue:
    undo = "undo" in request.form
    back = acts.undoable(gait().session, visit, gait().staff, request.form.get("of", "")) if undo else None
    wrote = acts.wrote(gait().session, visit, [one.field for one in clashes])
    return _said(
        409,
        state="undo" if undo else "conflict",
        of=back.key if back else "",
        clashes=[
            {
                "field": one.field,
                "label": label(one.field),
                "mine": said(one.field, one.mine),
                "theirs": said(one.field, one.theirs),
                "who": _who(wrote[one.field]) if one.field in wrote else "",
                "seen": fields.token(one.theirs),
                "boxes": page.boxes(one.field, one.theirs),
            }
            for one in clashes
        ],
    )


def undo_of(visit: Visit) -> str:
    """What Undo would take back now; empty when there is nothing."""
    return undo_words(acts.undoable(gait().session, visit, gait().staff))


def template_words() -> dict[str, object]:
    """For every template of the plugin."""
    return {"undo_of": undo_of}


def _refused(refused: Iterable[Refused], html: str = "") -> ResponseReturnValue:
    problems = [{"field": one.field, "sentence": one.sentence, "check": one.check} for one in refused]
    return _said(422, state="refused", problems=problems, html=html)


def undo_words(act: Act | None) -> str:
    """What an act did, for the button that takes it back: ``Hindfoot inversion, left: 31 deg``."""
    if act is None or not act.changed:
        return ""
    (name, (_, after)), *more = act.changed.items()
    words = f"{label(name)}: {said(name, after)}"
    return f"{words}, and {len(more)} more" if more else words


def _who(act: Act) -> str:
    mine = "you, on another screen" if act.by_key == gait().staff.key else act.by.title
    return f"{mine}, {gait().local(act.at):%H:%M}"


def _said(status: int, **words: Any) -> ResponseReturnValue:
    """A JSON answer. Each carries a fresh token and who is signed in, so that a page can go on after a new sign-in."""
    who = {"csrf": generate_csrf(), "who": gait().staff.key, "name": gait().staff.title}
    return make_response(jsonify({**words, **who}), status)
