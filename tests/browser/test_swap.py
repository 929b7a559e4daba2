"""The swap dialog, driven as a hand would: how many presses it takes, what Esc does, where one is afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import demonstration
from tests.browser.test_gait_pages import begin, open_today, tab

LUNGE = "Weight-bearing lunge, big toe to wall, cm"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Site]:
    """The demonstration, as its command makes it."""
    with demonstration(tmp_path_factory.mktemp("demo"), browser) as served:
        yield served


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    """A draft of today, opened, whose patient was measured before."""
    page = begin(site, "therapist")
    open_today(page, "ZIELI")
    yield page
    page.context.close()


@pytest.fixture
def follow_up(site: Site) -> Iterator[Page]:
    """A visit just started; at the last one the lunge was 7.4 cm left and 11.3 right."""
    page = begin(site, "therapist")
    open_today(page, "ŐRSI")
    look.follow(page, page.get_by_role("button", name=re.compile("^Start")).first)
    yield page
    page.context.close()


def lunge(page: Page, side: str) -> Locator:
    return page.get_by_role("textbox", name=f"{LUNGE}, {side}", exact=True)


def enter(page: Page, left: str, right: str) -> None:
    """Type both legs and wait until they are stored."""
    for side, value in (("left", left), ("right", right)):
        lunge(page, side).fill(value)
        lunge(page, side).press("Tab")
    page.get_by_role("textbox", name=re.compile("lunge, shin angle.*left$")).focus()
    expect(page.locator(".is-saving, .is-unsent")).to_have_count(0)


def every_width(page: Page, name: str) -> None:
    for width in reversed(look.WIDTHS):
        look.at_width(page, name, width)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Swap left and right?")


def test_a_row_is_swapped_in_two_presses_and_esc_changes_nothing(page: Page) -> None:
    enter(page, "8", "12")
    lunge(page, "left").focus()
    opener = page.get_by_role("link", name="Swap L/R…")
    opener.click()
    expect(dialog(page).get_by_role("row").nth(2)).to_have_text(re.compile(r"After the swap\s*12\s*8"))
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    expect(opener).to_be_focused()
    expect(lunge(page, "left")).to_have_value("8")
    opener.click()
    look.follow(page, dialog(page).get_by_role("button", name="Swap", exact=True))
    expect(lunge(page, "left")).to_have_value("12")
    expect(lunge(page, "right")).to_have_value("8")
    expect(lunge(page, "right")).to_be_in_viewport()
    expect(page.locator("[data-status]")).to_contain_text("Swapped")
    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(lunge(page, "left")).to_have_value("8")


def test_the_scope_is_chosen_inside_the_dialog_and_all_is_swapped_in_three_presses(page: Page) -> None:
    enter(page, "8", "12")
    lunge(page, "left").focus()
    page.get_by_role("link", name="Swap L/R…").click()
    dialog(page).get_by_role("link", name=re.compile("^All of today")).click()
    chosen = dialog(page).locator("[aria-current]")
    expect(chosen).to_have_text(re.compile("^All of today"))
    expect(chosen).to_be_focused()
    every_width(page, "swap dialog")
    look.follow(page, dialog(page).get_by_role("button", name="Swap", exact=True))
    expect(lunge(page, "left")).to_have_value("12")
    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(lunge(page, "left")).to_have_value("8")


def test_a_row_that_looks_swapped_says_so_while_one_types_and_one_press_answers(follow_up: Page) -> None:
    page = follow_up
    enter(page, "11.5", "8")
    warning = page.locator("[data-measure=wblt_cm]").get_by_text("look swapped.")
    expect(warning).to_be_visible()
    every_width(page, "swap warning")
    look.follow(page, page.get_by_role("link", name="Correct as entered"))
    expect(lunge(page, "left")).to_be_in_viewport()
    expect(page.get_by_text("look swapped.")).to_have_count(0)
    expect(lunge(page, "left")).to_have_value("11.5")


def test_without_a_script_the_page_does_the_same(site: Site, page: Page) -> None:
    enter(page, "8", "12")
    plain = site.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    there = plain.new_page()
    there.goto(page.url)
    look.follow(there, there.get_by_role("link", name="Swap L/R…"))
    look.follow(there, there.get_by_role("button", name="Swap", exact=True))
    expect(lunge(there, "left")).to_have_value("12")
    plain.close()


def test_the_swap_page_is_readable_and_reachable_at_every_width(page: Page) -> None:
    enter(page, "8", "12")
    page.goto(f"{page.url.partition('?')[0].partition('#')[0]}/swap?scope=all")
    look.check(page, "swap")
    tab(page, "Assess")
