"""A therapist's walk in a real browser: from the chart to why, to the plan, to a change of mind, to the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import demonstration
from tests.browser.test_gait_pages import begin, open_today, tab


@pytest.fixture
def site(tmp_path: Path, browser: Browser) -> Iterator[Site]:
    """The demonstration, made anew: these walks sign and lift."""
    with demonstration(tmp_path, browser) as served:
        yield served


def test_from_the_chart_to_why_to_the_plan_to_the_signature(site: Site) -> None:
    page = begin(site, "therapist")
    open_today(page, "ZIELI")
    tab(page, "Chart")
    look.follow(page, page.get_by_role("link", name="What they may mean"))
    ask_why(page)
    tab(page, "Plan")
    take_the_suggestions(page)
    change_a_line(page)
    look.follow(page, page.get_by_role("link", name="Review and sign"))
    look.check(page, "walk review")
    expect(page.get_by_text("DF-BOTH").first).to_be_visible()
    look.follow(page, page.get_by_role("button", name="Sign and send to desk"))
    expect(page.get_by_text("Why:").first).to_be_visible()
    look.check(page, "walk signed")


def ask_why(page: Page) -> None:
    """A finding opens to its values, its rule, what it may mean, what would change it, and its sources."""
    card = why(page, "DF-BOTH")
    card.locator("> summary").click()
    for words in (
        "knee straight 0 deg",
        "May mean",
        "Would change it",
        "For the therapist to confirm",
        "abstract read",
    ):
        expect(card.get_by_text(words).first).to_be_visible()
    look.check(page, "walk why")


def why(page: Page, rule: str) -> Locator:
    return page.locator("details.cg-why").filter(has_text=rule).first


def take_the_suggestions(page: Page) -> None:
    """Nothing is in the plan before the button is pressed; then at most four exercises are, each with its reason."""
    expect(page.get_by_text("No exercise yet")).to_be_visible()
    look.check(page, "walk suggestions")
    look.follow(page, page.get_by_role("button", name="Add the ticked to the plan"))
    lines = page.locator("#list-x .cg-line")
    assert 1 <= lines.count() <= 4
    expect(lines.first).to_contain_text(re.compile("Why: [A-Z0-9-]+: RIGHT"))
    look.check(page, "walk plan")


def change_a_line(page: Page) -> None:
    """Another leg is warned of, and taken back; another dose is kept."""
    line = page.locator("#x-0")
    line.locator("label", has_text="LEFT").click()
    look.follow(page, page.get_by_role("button", name="Save", exact=True).last)
    expect(page.get_by_text("Calf stretch, knee bent is planned for LEFT").first).to_be_visible()
    look.check(page, "walk other side")
    page.locator("#x-0").locator("label", has_text="RIGHT").click()
    page.locator('[name="x-0-per_day"]').fill("3")
    look.follow(page, page.get_by_role("button", name="Save", exact=True).last)
    expect(page.locator('[name="x-0-per_day"]')).to_have_value("3")


def test_a_hold_is_lifted_with_a_reason_and_suggestions_come_back(site: Site) -> None:
    page = begin(site, "therapist")
    open_today(page, "WHITCOMBE")
    look.follow(page, page.get_by_role("link", name="ON HOLD: red flag"))
    look.check(page, "walk hold")
    look.follow(page, page.get_by_role("button", name="Lift the hold").first)
    expect(page.get_by_role("alert").or_(page.locator(".cg-errors, .cg-msg--bad")).first).to_be_visible()
    look.check(page, "walk hold refused")
    page.get_by_label("Who cleared the patient").first.fill("Dr. Ade, vascular clinic")
    page.get_by_label("When and how you know").first.fill("today, by phone, scan clear")
    page.get_by_label("Your reason").first.fill("No clot on the scan; the calf is strained.")
    look.follow(page, page.get_by_role("button", name="Lift the hold").first)
    expect(page.get_by_text("ON HOLD")).to_have_count(0)
    expect(page.get_by_text("Dr. Ade, vascular clinic")).to_be_visible()
    look.check(page, "walk hold lifted")
