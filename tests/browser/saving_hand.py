"""The hands of whoever charts while the network, the server or somebody else comes in between; what is stored then."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from playwright.sync_api import Locator, Page, expect

from clinic_gait.practice.database import db
from clinic_gait.records.reading import ReadingRow
from clinic_gait.records.screen import ScreenRow
from tests.browser.conftest import Site
from tests.browser.sites import sign_in

CASE = "C01"
SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")


def begin(site: Site, who: str = "therapist") -> Page:
    """The visit form of today's patient: started, or gone on with."""
    page = site.page()
    sign_in(page, who)
    page.get_by_role("row").locator("button, a").last.click()
    page.get_by_role("button", name=re.compile("Start (today's visit|the first assessment)")).or_(
        page.get_by_role("link", name=re.compile("Go on|Assess"))
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nov 2026")
    page.wait_for_load_state("load")
    return page


def box(page: Page, name: str) -> Callable[[str], None]:
    """Types into a box and leaves it."""

    def leave(text: str) -> None:
        page.locator(f'[name="{name}"]').fill(text)
        page.locator(f'[name="{name}"]').press("Tab")

    return leave


def saved(page: Page) -> None:
    """Waits until the page says so."""
    # Between two tries lie up to eight seconds.
    expect(page.locator("[data-status]")).to_have_text(SAVED, timeout=20_000)


@contextmanager
def slow(site: Site) -> Iterator[None]:
    """A server that answers only after the block: the database is locked as long."""
    with site.app.app_context():
        file = str(db.engine.url.database)
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    yield
    lock.execute("ROLLBACK")
    lock.close()


def readings(app: Flask) -> dict[str, str]:
    """What is stored, by measure and side."""
    with app.app_context():
        found = db.session.query(ReadingRow).all()
        told = {f"{one.measure}.{one.side}": str(one.value or one.code or one.absent_reason) for one in found}
        db.session.rollback()
    return told


def answers(app: Flask) -> dict[str, str]:
    """The safety questions as they are stored."""
    with app.app_context():
        found = dict(db.session.query(ScreenRow.flag, ScreenRow.answer).all())
        db.session.rollback()
    return found


def tapped(page: Page, name: str, value: str) -> Locator:
    """A choice, as a finger finds it."""
    return page.locator(f'label:has([name="{name}"][value="{value}"])')
