"""What the scripts add: zones that are tapped, drafts that keep themselves, a desk that hides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests import hosts
from tests.browser.conftest import Site
from tests.web.pages import note_conditions, open_visit, save, with_visit
from tests.web.test_desk import sent_home
from tests.web.test_plans import STRETCH, line

WIDTHS = (1180, 768, 320)
#: Everything a finger aims at; a box inside its label counts as the label.
TOO_SMALL = """() => [...document.querySelectorAll(
    ".clinic-gait :is(a, button, summary, select, textarea, input:not([type=hidden]))")]
  .filter((one) => one.checkVisibility() && !one.closest(".cg-sr"))
  .filter((one) => !one.matches("a") || getComputedStyle(one).display !== "inline")
  .map((one) => one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : one)
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width < 43.5 || box.height < 43.5; })
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def served(app: Flask, browser: Browser) -> Iterator[Site]:
    """The host of the tests behind a real server."""
    site = Site(app, browser)
    yield site
    site.close()


@pytest.fixture
def visit(therapist: hosts.Visitor) -> str:
    return open_visit(therapist)


def signed_in(served: Site, who: str, url: str, width: int = 1180) -> Page:
    page = served.page(width=width)
    page.goto(f"/as/{who}")
    page.goto(url)
    return page


def test_a_tap_goes_from_unknown_over_one_two_three_to_zero(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    zone = page.get_by_role("button", name="LEFT shoe, inside heel:")
    expect(zone).to_have_accessible_name("LEFT shoe, inside heel: not seen")
    for said in ("1 light", "2 moderate", "3 heavy", "0 none", "1 light"):
        zone.click()
        expect(zone).to_have_accessible_name(f"LEFT shoe, inside heel: {said}")
        expect(page.locator("#f-left-heel_medial")).to_have_value(said[0])
    expect(page.locator("#f-right-heel_medial")).to_have_value("")


def test_the_keyboard_sets_and_clears_a_zone(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    zone = page.get_by_role("button", name="RIGHT shoe, outside toe:")
    zone.focus()
    for key, said in (("3", "3 heavy"), ("Delete", "not seen"), ("Enter", "1 light"), ("0", "0 none")):
        page.keyboard.press(key)
        expect(zone).to_have_accessible_name(f"RIGHT shoe, outside toe: {said}")


def test_taps_are_kept_without_a_press_and_an_edited_sentence_stays(app: Flask, served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    page.get_by_role("button", name="LEFT shoe, inside heel:").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved")
    expect(page.locator("#f-words")).to_have_value("Left: light: inside heel. Right: no zone looked at.")
    page.fill("#f-words", "My own words")
    page.get_by_role("button", name="RIGHT shoe, inside heel:").click()
    expect(page.locator("[data-live=written]")).to_contain_text("Edited by hand")
    expect(page.locator("#f-words")).to_have_value("My own words")
    (note,) = with_visit(app, visit, lambda one: [note for _, note in one.shoes()])
    assert (note.left.zones, note.right.zones) == ({"heel_medial": 1}, {"heel_medial": 1})
    assert note.words == "My own words"


def test_the_difference_is_shown_while_it_is_typed(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/leg-length")
    page.fill("#f-tape_true-left-1", "84.1")
    page.fill("#f-tape_true-right-1", "84.6")
    page.keyboard.press("Tab")
    expect(page.locator("[data-live=result]")).to_contain_text("left leg shorter by 5 mm")
    page.fill("#f-tape_true-right-1", "846")
    page.keyboard.press("Tab")
    expect(page.locator("[data-live=problems]")).to_contain_text("right: 846 is not possible")
    expect(page.locator("#f-tape_true-right-1")).to_have_value("846")


def test_the_library_is_searched_by_words(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/plan")
    page.keyboard.press("/")
    page.keyboard.type("soleus step")
    expect(page.locator("[data-found]")).to_have_text("1 found")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Slow heel drops, knee bent")).to_be_visible()


def test_escape_hides_every_name_at_the_desk(app: Flask, served: Site, therapist: hosts.Visitor) -> None:
    sent_home(app, therapist, "1")
    page = signed_in(served, "desk", "/gait/desk")
    expect(page.locator("body")).to_contain_text("Maria", use_inner_text=True)
    page.keyboard.press("Escape")
    expect(page.locator("body")).not_to_contain_text("Maria", use_inner_text=True)
    page.get_by_role("button", name="Show again").click()
    expect(page.locator("body")).to_contain_text("Maria", use_inner_text=True)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["shoes", "leg-length", "plan", "desk", "refused"])
def test_pages_are_reachable_for_everybody(
    app: Flask, served: Site, therapist: hosts.Visitor, visit: str, name: str, width: int
) -> None:
    note_conditions(app, visit, "osteoporosis")
    save(
        therapist, f"{visit}/plan", **line(STRETCH, "L", sets="3"), **line("mt_talar_ap", "R", "t", reason="low grade")
    )
    save(therapist, f"{visit}/leg-length", **{"block-mm": "22", "block-foot": "right"})
    if name == "desk":
        sent_home(app, therapist, "3")
    url = "/gait/desk" if name == "desk" else f"{visit}/{'plan' if name == 'refused' else name}"
    page = signed_in(served, "therapist", url, width)
    if name == "refused":
        page.fill("#f-x-0-sets", "many")
        page.get_by_role("button", name="Save").last.click()
        expect(page.locator("#cg-problems")).to_be_visible()
    for details in page.locator("details:not([open]) > summary").all():
        if details.is_visible():
            details.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_SMALL) == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
