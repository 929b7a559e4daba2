"""Reading pages as a person would: the boxes of a form, what they are called, and the sentences beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Reading, Side
from clinic_gait.records.plan import Plan, plan_of
from clinic_gait.records.visit import Visit, get_visit
from tests import hosts

_TAG = r"""(?:"[^"]*"|'[^']*'|[^"'>])*"""
#: What a page is read for: boxes and sentences. All the rest, a thousand tags, takes longer to read than to make.
_READ = re.compile(
    rf"<(?:input|select){_TAG}>|<option(?={_TAG}\sselected\b){_TAG}>|<textarea{_TAG}>.*?</textarea>"
    r"|<\w+\s[^<>]*\bcg-error\b.*?</span>",
    re.DOTALL,
)


class Page(HTMLParser):
    """The named boxes of a page with what stands in them, the accessible names, and the sentences of what is wrong."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.boxes: dict[str, str] = {}
        self.names: list[str] = []
        self.slips: dict[str, str] = {}
        self._select = self._area = self._slip = ""
        self.feed("".join(_READ.findall(html)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if have.get("aria-label") and tag in ("input", "select", "textarea"):
            self.names.append(have["aria-label"])
        self._open(tag, have)
        if "cg-error" in have.get("class", "").split():
            self._slip = have.get("id", "").removeprefix("f-").removesuffix("-error")
            self.slips[self._slip] = ""

    def _open(self, tag: str, have: dict[str, str]) -> None:
        name = have.get("name", "")
        if tag == "input" and name and name != "csrf_token":
            if have.get("type") not in ("radio", "checkbox") or "checked" in have:
                self.boxes[name] = have.get("value", "")
        elif tag == "select":
            self._select = name
            self.boxes[name] = ""
        elif tag == "option" and "selected" in have:
            self.boxes[self._select] = have.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.boxes[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.boxes[self._area] = self.boxes[self._area].removeprefix("\n")
            self._area = ""
        if tag == "span":
            self._slip = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.boxes[self._area] += data
        if self._slip:
            self.slips[self._slip] += data


def page(answer: TestResponse, status: int = 200) -> Page:
    """The page that was answered."""
    assert answer.status_code == status, answer.text[-2000:]
    return Page(answer.text)


def open_visit(visitor: hosts.Visitor, patient: str = "1") -> str:
    """The address of a visit just started."""
    chart = visitor.send("/gait/patients/open", {"key": patient}).location
    assert chart
    visit = visitor.send(f"{chart}/visits", {"form_key": f"form-of-{patient}"}).location
    assert visit
    return visit


def save(visitor: hosts.Visitor, url: str, **changed: str) -> TestResponse:
    """Load a form, type into some boxes and send all of it."""
    return visitor.send(url, {**page(visitor.get(url)).boxes, **changed})


def with_visit(app: Flask, url: str, work: Callable[[Visit], Any]) -> Any:
    """Do something with the stored visit, in a transaction of its own."""
    with app.app_context():
        session = session_of(app)
        visit = stored(session, url)
        result = work(visit)
        session.commit()
        return result


def session_of(app: Flask) -> Session:
    """The host's session."""
    session: Session = app.extensions["clinic_gait"].session()
    return session


def stored(session: Session, url: str) -> Visit:
    """The visit behind an address."""
    key = UUID(url.split("/visits/")[1][:36])
    visit = get_visit(session, "river", key)
    assert visit is not None
    return visit


def stored_plan(session: Session, url: str) -> Plan:
    """The plan made in the visit behind an address."""
    plan = plan_of(session, stored(session, url))
    assert plan is not None
    return plan


def all_clear(app: Flask, url: str) -> None:
    """Answer every question of the safety screen with no."""
    with_visit(app, url, lambda visit: visit.answer_screen(dict.fromkeys(FLAGS, "no")))


def raise_flag(app: Flask, url: str) -> None:
    """Answer one question of the safety screen with yes."""
    with_visit(app, url, lambda visit: visit.answer_screen({next(iter(FLAGS)): "yes"}))


def note_conditions(app: Flask, url: str, *keys: str) -> None:
    """Note what limits treatment."""
    jane = hosts.USERS["therapist"].staff
    with_visit(app, url, lambda visit: visit.episode.note_conditions(keys, jane, hosts.NOW))


def sign(visitor: hosts.Visitor, visit: str) -> TestResponse:
    """Look the visit over and sign all of it."""
    review = visitor.get(f"{visit}/review")
    boxes = page(review).boxes
    answer = visitor.send(f"{visit}/sign", {"reviewed": boxes["reviewed"]})
    assert answer.status_code == 303, answer.text[-2000:]
    return answer


def readings(app: Flask, url: str) -> dict[tuple[str, Side], Reading]:
    """What is stored, by measure and side."""
    found: dict[tuple[str, Side], Reading] = with_visit(app, url, lambda visit: {r.key: r for r in visit.readings()})
    return found
