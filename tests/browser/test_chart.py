"""The chart on a tablet on its side: one screen for a usual patient, every other view readable at every width."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from clinic_gait.practice.database import db
from clinic_gait.practice.sample_users import PASSWORD
from clinic_gait.records.subject import Subject
from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import demonstration

#: An ankle after a fracture with three visits; long names of signs; bars that leave room; a strip of two lines.
USUAL = ("Zoltán Őrsi", "Elizabeth Okafor", "Γιώργος Παπαδόπουλος", "María del Carmen Ortega Fuentes")
VIEWS = ("Findings", "Measures", "Scores", "Plan and papers")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Site]:
    """The demonstration, as its command makes it."""
    with demonstration(tmp_path_factory.mktemp("demo"), browser) as served:
        yield served


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    """A therapist, signed in."""
    page = site.page()
    page.goto("/")
    page.get_by_label("User name").fill("therapist")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
    yield page
    page.context.close()


def chart(site: Site, page: Page, name: str) -> None:
    with site.app.app_context():
        subject = db.session.query(Subject).filter_by(name=name).one().id
    page.goto(f"/gait/patients/{subject}")


def test_the_overview_of_a_usual_patient_fits_one_screen_without_scrolling(site: Site, page: Page) -> None:
    for name in USUAL:
        chart(site, page, name)
        for part in ("Left and right", "Open findings", "Due", "Plan, version", "Timeline"):
            expect(page.get_by_role("heading", name=part)).to_be_visible()
        high = page.evaluate("document.documentElement.scrollHeight")
        assert high <= 820, (name, high)


def test_every_view_is_one_tap_away_and_readable_at_every_width(site: Site, page: Page) -> None:
    for view in VIEWS:
        chart(site, page, USUAL[0])
        tab = page.get_by_role("navigation", name="Views of the chart").get_by_role("link", name=view)
        look.follow(page, tab)
        expect(tab).to_have_attribute("aria-current", "page")
        look.check(page, f"chart {view.lower()}")
        page.set_viewport_size({"width": 1180, "height": 820})


def test_another_measure_is_drawn_and_its_table_is_one_tap_away(site: Site, page: Page) -> None:
    chart(site, page, USUAL[0])
    page.get_by_label("Measure of the trend").select_option(label="Worst pain, 0 to 10")
    look.follow(page, page.get_by_role("button", name="Show"))
    expect(page.get_by_text("down is better")).to_be_visible()
    look.follow(page, page.get_by_role("link", name="The trend as a table"))
    expect(page.get_by_role("heading", name="Worst pain, 0 to 10, every visit")).to_be_in_viewport()


def test_narrow_pictures_are_redrawn_with_type_that_can_be_read(site: Site, page: Page) -> None:
    chart(site, page, USUAL[0])
    page.set_viewport_size({"width": 320, "height": 820})
    shown = page.locator(".cg-chart:visible")
    assert [re.search(r"narrow", shown.nth(place).get_attribute("class") or "") is not None for place in range(2)] == [
        True,
        True,
    ]
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.cg-chart--narrow text')].map("
        "(one) => one.getBoundingClientRect().height))"
    )
    assert smallest >= 11
