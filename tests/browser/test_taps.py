"""What the scripts add: zones that are tapped, drafts that keep themselves, a desk that hides."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from clinic_gait.clinical import shoe_wear
from clinic_gait.clinical.shoe_wear import ZONES
from clinic_gait.clinical.values import Side
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
    expect(page.locator(".is-saving, .is-unsent")).to_have_count(0)
    (note,) = with_visit(app, visit, lambda one: [note for _, note in one.shoes()])
    assert (note.left.zones, note.right.zones) == ({"heel_medial": 1}, {"heel_medial": 1})
    assert note.words == "My own words"


def test_seven_zones_are_noted_with_twenty_taps_at_most(app: Flask, served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    wear = {"left": {"heel_medial": 3, "counter_medial": 2, "forefoot_medial": 1, "heel_lateral": 1}}
    wear["right"] = {"heel_lateral": 2, "counter_medial": 1, "toe_lateral": 1}
    taps = 0
    for side, zones in wear.items():
        for zone, grade in zones.items():
            for _ in range(grade):
                page.get_by_role("button", name=f"{side.upper()} shoe, {ZONES[zone].label}:").click()
                taps += 1
    page.get_by_role("group", name="Heel counter of the left shoe").get_by_role("radio", name="leans in").click()
    taps += 1
    expect(page.locator("[data-status]")).to_contain_text(re.compile(r"^Saved \d"))
    expect(page.locator("#f-words")).to_have_value(shoe_wear.words(wear["left"], wear["right"], "leans_in"))
    assert taps <= 20
    (note,) = with_visit(app, visit, lambda one: [note for _, note in one.shoes()])
    assert (note.left.zones, note.right.zones, note.left.counter_lean) == (wear["left"], wear["right"], "leans_in")


def test_arrows_walk_over_the_zones_of_both_shoes(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    page.get_by_role("button", name="LEFT shoe, outside heel:").focus()
    seen = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.dataset.name"))
    assert seen == [
        "LEFT shoe, middle heel",
        "LEFT shoe, inside heel",
        "RIGHT shoe, inside heel",
        "RIGHT shoe, inside midfoot",
        "LEFT shoe, inside midfoot",
    ]


def test_undo_repaints_the_drawn_zone(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    zone = page.get_by_role("button", name="LEFT shoe, inside heel:")
    zone.click()
    expect(page.locator("[data-status]")).to_contain_text(re.compile(r"^Saved \d"))
    page.get_by_role("button", name="Undo").click()
    expect(zone).to_have_accessible_name("LEFT shoe, inside heel: not seen")
    expect(page.locator("#f-words")).to_have_value("")


def test_on_a_phone_the_list_is_open_and_paints_the_picture(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes", 320)
    page.get_by_label("Inside heel, left shoe", exact=True).select_option("2")
    expect(page.locator('[data-badge="f-left-heel_medial"]')).to_have_text("2")
    expect(page.locator("#f-words")).to_have_value("Left: moderate: inside heel. Right: no zone looked at.")


def test_the_edited_sentence_gives_way_to_the_written_one_at_one_press(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/shoes")
    page.get_by_role("button", name="LEFT shoe, inside heel:").click()
    expect(page.locator("#f-words")).to_have_value(re.compile("inside heel"))
    page.fill("#f-words", "Mine")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Use this").click()
    expect(page.locator("#f-words")).to_have_value("Left: light: inside heel. Right: no zone looked at.")
    expect(page.locator("[data-live=written]")).to_have_text("")


def test_leg_length_by_two_methods_takes_twenty_keys_at_most(app: Flask, served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/leg-length")
    page.locator("#f-block-mm").focus()
    keys = ["8", "Enter", "l"]
    for reading in ("841", "843", "846", "846"):
        keys += [*reading, "Enter"]
    for key in keys:
        page.keyboard.press(key)
    assert len(keys) <= 20
    expect(page.locator("[data-live=gap-tape_true]")).to_contain_text("4 mm (0.16 in)")
    expect(page.locator("[data-live=result]")).to_contain_text("left leg shorter by 8 mm")
    expect(page.locator("[data-status]")).to_contain_text(re.compile(r"^Saved \d"))
    found = with_visit(app, visit, lambda one: {each.method: each for each in one.leg_lengths()})
    assert (found["block"].block_mm, found["block"].block_side) == ("8", Side.LEFT)
    assert (found["tape_true"].left_mm, found["tape_true"].right_mm) == ("842", "846")


def test_the_difference_is_shown_while_it_is_typed(served: Site, visit: str) -> None:
    page = signed_in(served, "therapist", f"{visit}/leg-length")
    page.fill("#f-tape_true-left-1", "84.1")
    page.keyboard.press("Enter")
    expect(page.locator("[data-live=gap-tape_true]")).to_contain_text("measure the RIGHT leg too")
    page.fill("#f-tape_true-right-1", "84.6")
    page.keyboard.press("Tab")
    expect(page.locator("[data-live=result]")).to_contain_text("left leg shorter by 5 mm")
    page.fill("#f-tape_true-left-2", "85.3")
    page.keyboard.press("Tab")
    expect(page.locator("#f-tape_true-left-3")).to_be_visible()
    expect(page.locator("#f-tape_true-right-3")).to_be_hidden()
    page.fill("#f-tape_true-right-1", "8460")
    page.keyboard.press("Tab")
    expect(page.locator("[data-problems]")).to_contain_text("right: 8460 is not possible")
    expect(page.locator("#f-tape_true-right-1")).to_have_value("8460")


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
