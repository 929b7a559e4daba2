"""Saving one field: milliseconds at the server beside a bare Flask page, and in Chromium until it says "Saved"."""

from __future__ import annotations

import re
import statistics
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Page, sync_playwright
from werkzeug.test import TestResponse

from bench._measure import cost, peak, table
from bench.pages import fill, hello
from clinic_gait.practice import demo
from clinic_gait.practice.sample_users import PASSWORD
from tests import hosts
from tests.browser.conftest import QUIET, Site, chromium
from tests.conftest import visitor

FIELD, BOX = "reading.inv_deg.L", "inv_deg.L"
TIMES = 40

#: From the change of a box to the moment at which the page says that it is saved, in milliseconds.
LEFT_TO_SAVED = """(value) => new Promise((done) => {
  const box = document.querySelector('[name="inv_deg.L"]');
  const status = document.querySelector('[data-status]');
  box.focus();
  box.value = value;
  const from = performance.now();
  const seen = new MutationObserver(() => {
    if (!status.textContent.trim().startsWith('Saved ')) return;
    seen.disconnect();
    done(performance.now() - from);
  });
  seen.observe(status, { childList: true, subtree: true });
  box.dispatchEvent(new Event('change', { bubbles: true }));
})"""


def at_the_server(app: Flask) -> list[tuple[str, ...]]:
    """One act, each time with another value, and the whole form as it is posted without script."""
    yardstick = hello()
    _, visit = fill(app)
    client, url = visitor(app, "therapist"), f"/gait/visits/{visit}/acts"
    token, numbers = client.get("/token").text, count(1)
    seen = answered(client.post(url, data=act(token, "", 0)))["clashes"][0]["seen"]

    def save() -> None:
        nonlocal seen
        seen = answered(client.post(url, data=act(token, seen, next(numbers))))["fields"][FIELD]["seen"]

    rows: list[tuple[str, ...]] = [("bare Flask page", f"{yardstick.cpu:.2f}", f"{yardstick.best:.2f}", "1")]
    for name, work in (("one field saved", save), ("the form loaded", lambda: client.get(f"/gait/visits/{visit}"))):
        spent = cost(work, times=TIMES)
        rows.append((name, f"{spent.cpu:.1f}", f"{spent.best:.1f}", f"{spent.best / yardstick.best:.0f}"))
    return rows


def answered(answer: TestResponse) -> dict[str, Any]:
    """The JSON of an answer."""
    said: dict[str, Any] = answer.get_json()
    return said


def act(token: str, seen: str, number: int) -> dict[str, str]:
    """A post of one box."""
    key, value = f"bench act {number}", str(20 + number % 10)
    return {"csrf_token": token, "key": key, "version": "9999", "field": FIELD, f"seen.{FIELD}": seen, BOX: value}


def in_the_browser() -> list[float]:
    """Milliseconds from leaving a box to "Saved", on the demonstration's server."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=QUIET)
        site = Site(demo.make(Path(folder), fresh=True), browser)
        page = open_draft(site)
        found = [float(page.evaluate(LEFT_TO_SAVED, str(20 + number % 10))) for number in range(TIMES)]
        site.close()
        browser.close()
    return sorted(found)


def open_draft(site: Site) -> Page:
    """The draft of a sample patient."""
    page = site.page()
    page.goto("/")
    page.get_by_label("User name").fill("therapist")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("row").filter(has_text=re.compile("ZIELI", re.I)).locator("button, a").last.click()
    page.locator('[name="inv_deg.L"]').wait_for()
    page.wait_for_load_state("load")
    return page


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        app = hosts.make_app(f"sqlite:///{Path(folder) / 'bench.sqlite'}")
        rows = at_the_server(app)
        with app.app_context():
            app.extensions["test_db"].engine.dispose()
    table("At the server, SQLite, audit and permissions on", ("work", "CPU ms", "best ms", "x Flask"), rows)
    waited = in_the_browser()
    figures = (statistics.median(waited), waited[int(0.95 * TIMES)], waited[-1])
    told: tuple[str, ...] = tuple(f"{figure:.0f}" for figure in figures)
    table("From leaving a box to Saved, Chromium and the demonstration", ("median ms", "p95 ms", "slowest ms"), [told])
    print(f"\npeak memory {peak():.0f} MB")


if __name__ == "__main__":
    main()
