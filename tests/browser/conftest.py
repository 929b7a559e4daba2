"""A real Chromium against the real small practice, served by the server the demo uses."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, sync_playwright
from waitress.server import create_server

#: Without these Chromium asks the outside world for updates, which a closed network refuses many times a second.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium(playwright: Playwright) -> str | None:
    """The system's Chromium, else the one Playwright brought; nothing when there is neither."""
    system = os.environ.get("CLINIC_GAIT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    return system or (own if Path(own).is_file() else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests; in CI its absence is a failure."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            message = "no Chromium here: install Debian's package chromium, or run 'playwright install chromium'"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        chrome = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chrome
        chrome.close()


class Site:
    """An application served on this machine, and pages opened on it."""

    def __init__(self, app: Flask, browser: Browser) -> None:
        self.app = app
        self.browser = browser
        self.server = create_server(app, host="127.0.0.1", port=0, threads=8)
        self.url = f"http://127.0.0.1:{self.server.effective_port}"
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        self.pages: list[Page] = []

    def page(self, width: int = 1180, height: int = 820) -> Page:
        """A page in a context of its own: nobody is signed in. A script error fails the test."""
        context = self.browser.new_context(
            base_url=self.url, viewport={"width": width, "height": height}, accept_downloads=True, locale="en-US"
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", self._fail)
        page.on("console", self._blocked)
        self.pages.append(page)
        return page

    def _fail(self, error: object) -> None:
        raise AssertionError(f"script error on the page: {error}")

    def _blocked(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            raise AssertionError(message.text)

    def close(self) -> None:
        """Stop serving; leave a picture of every open page where ``CLINIC_GAIT_PICTURES`` asks for it."""
        folder = os.environ.get("CLINIC_GAIT_PICTURES")
        for number, page in enumerate(self.pages):
            if folder and not page.is_closed():
                page.screenshot(path=Path(folder) / f"last_{number}.png", full_page=True)
            page.context.close()
        self.server.close()
        self.thread.join(timeout=5)
