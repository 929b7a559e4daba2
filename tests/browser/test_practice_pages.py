"""The practice's own pages in a real browser, looked at in every way, and what an idle page does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy.engine import URL

from clinic_gait.practice import passwords, staff
from clinic_gait.practice.database import db
from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import PASSWORD, practice, sign_in


@pytest.fixture(scope="module")
def site(
    empty_database: Callable[[str], URL], tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Site]:
    folder: Path = tmp_path_factory.mktemp("practice")
    with practice(empty_database("sqlite"), folder, "C01", "C06") as app:
        with app.app_context():
            clinic = staff.only_clinic(db.session())
            assert clinic is not None
            boss = staff.Newcomer(username="boss", name="Robin Vale", role="administrator")
            staff.put_user(db.session(), clinic, boss, passwords.hashed(PASSWORD))
            db.session.commit()
        served = Site(app, browser)
        yield served
        served.close()


def wrong_password(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_label("User name").fill("desk")
    page.get_by_label("Password", exact=True).fill("wrong")
    look.follow(page, page.get_by_role("button", name="Sign in"))


def find(page: Page) -> None:
    page.goto("/patients")
    page.get_by_label("Name, birth date or number").fill("kowalska")
    look.follow(page, page.get_by_role("button", name="Find"))


def details(page: Page) -> None:
    page.goto("/patients")
    look.follow(page, page.get_by_role("link", name="Details of").first)


def bad_patient(page: Page) -> None:
    page.goto("/patients/add")
    page.get_by_label("Family name").fill("x" * 2000)
    page.get_by_label("Birth date").fill("12 Apr 2068")
    look.follow(page, page.get_by_role("button", name="Add patient"))


def add_to_today(page: Page) -> None:
    page.goto("/patients")
    look.follow(page, page.get_by_role("link", name="to today").first)


def new_password(page: Page) -> None:
    page.goto("/users")
    page.get_by_text("New password").first.click()


def stale(page: Page) -> None:
    """Somebody else saved the same patient meanwhile."""
    details(page)
    other = page.context.new_page()
    other.goto(page.url)
    for one, name in ((other, "Ann"), (page, "Anna")):
        one.get_by_label("Given name").fill(name)
        look.follow(one, one.get_by_role("button", name="Save"))
    other.close()
    expect(page.get_by_text("Nothing was overwritten")).to_be_visible()


def signed_out(page: Page) -> None:
    """A form sent after the sign-in was over comes back with what was typed."""
    page.goto("/patients/add")
    page.get_by_label("Family name").fill("Kept")
    page.context.clear_cookies()
    look.follow(page, page.get_by_role("button", name="Add patient"))
    expect(page.get_by_label("Family")).to_have_value("Kept")


def plain(path: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        page.goto(path)

    return go


PAGES: dict[str, tuple[str | None, Callable[[Page], None]]] = {
    "sign-in": (None, plain("/sign-in")),
    "wrong password": (None, wrong_password),
    "patients": ("desk", plain("/patients")),
    "found": ("desk", find),
    "details": ("therapist", details),
    "new patient": ("desk", plain("/patients/add")),
    "bad patient": ("desk", bad_patient),
    "stale patient": ("desk", stale),
    "signed out": ("desk", signed_out),
    "add to today": ("desk", add_to_today),
    "account": ("desk", plain("/account")),
    "forbidden": ("desk", plain("/users")),
    "missing": ("desk", plain("/nothing")),
    "users": ("boss", plain("/users")),
    "new password": ("boss", new_password),
    "new user": ("boss", plain("/users/add")),
    "log": ("boss", plain("/log?check=1")),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_readable_and_reachable_in_every_way(site: Site, name: str) -> None:
    who, go = PAGES[name]
    page = site.page()
    if who is not None:
        sign_in(page, who)
    go(page)
    look.check(page, name)


def test_a_password_can_be_shown(site: Site) -> None:
    page = site.page()
    page.goto("/sign-in")
    box = page.get_by_label("Password", exact=True)
    box.fill("seen")
    expect(box).to_have_attribute("type", "password")
    page.get_by_label("Show password").check()
    expect(box).to_have_attribute("type", "text")


def test_an_idle_page_warns_hides_and_comes_back_with_what_was_typed(site: Site) -> None:
    page = site.page()
    page.clock.install()
    sign_in(page, "desk")
    page.goto("/patients/add")
    page.get_by_label("Family name").fill("Kept")
    page.clock.fast_forward("13:01")
    stay = page.get_by_role("button", name="Stay signed in")
    expect(stay).to_be_visible()
    look.check(page, "idle warning")
    stay.click()
    expect(stay).to_be_hidden()
    page.clock.fast_forward("15:01")
    expect(page.get_by_text("You were signed out after 15 minutes.")).to_be_visible()
    expect(page.get_by_label("Family name")).to_be_hidden()
    look.check(page, "idle over")
    page.context.new_page().goto("/patients")
    expect(page.get_by_label("Family name")).to_have_value("Kept")
    expect(page.get_by_label("Family name")).to_be_visible()
