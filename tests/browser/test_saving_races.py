"""Answers that are lost, late or refused, and others who write meanwhile: nothing is doubled, nothing is covered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from sqlalchemy.engine import URL

from clinic_gait.clinical.red_flags import FLAGS
from tests.browser.conftest import Site
from tests.browser.saving_hand import CASE, answers, begin, box, readings, saved, slow, tapped
from tests.browser.sites import practice


@pytest.fixture
def site(empty_database: Callable[[str], URL], tmp_path: Path, browser: Browser) -> Iterator[Site]:
    """The practice with one patient on today's list, as the demonstration serves it."""
    with practice(empty_database("sqlite"), tmp_path, CASE) as app:
        served = Site(app, browser)
        yield served
        served.close()


def test_an_answer_that_is_lost_on_its_way_doubles_nothing(site: Site) -> None:
    page = begin(site)
    lost: list[str] = []

    def lose(route: Route) -> None:
        if not lost:
            lost.append(route.fetch().text())
            return route.abort()
        return route.continue_()

    page.route("**/acts", lose)
    box(page, "wblt_cm.L")("7.5")
    saved(page)
    assert '"state":"saved"' in lost[0].replace(" ", "")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator('[name="wblt_cm.L"]')).to_have_value("")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    assert readings(site.app) == {}


def test_typing_on_while_the_server_is_slow(site: Site) -> None:
    page = begin(site)
    left = page.locator('[name="wblt_cm.L"]')
    with slow(site):
        box(page, "wblt_cm.L")("310")
        box(page, "wblt_cm.L")("7")
        left.focus()
        left.press("End")
        left.press_sequentially(".")
    with page.expect_response("**/acts"):
        left.press_sequentially("5")
    expect(left).to_be_focused()
    expect(left).to_have_value("7.5")
    left.press("Tab")
    saved(page)
    expect(page.locator("[data-problems]")).to_be_empty()
    assert readings(site.app) == {"wblt_cm.L": "7.5"}


def test_what_is_half_typed_meets_what_somebody_else_stored(site: Site) -> None:
    first, second = begin(site), begin(site, "assistant")
    second.goto(first.url)
    left = first.locator('[name="wblt_cm.L"]')
    with slow(site):
        box(first, "wblt_cm.R")("11")
        left.focus()
        left.press_sequentially("7.")
        box(second, "wblt_cm.L")("9")
    saved(second)
    saved(first)
    left.press_sequentially("5")
    left.press("Tab")
    expect(first.locator("[data-conflicts]")).to_be_visible()
    assert readings(site.app) == {"wblt_cm.L": "9", "wblt_cm.R": "11"}


def test_a_token_that_is_too_old_is_renewed_and_not_asked_for_without_end(site: Site) -> None:
    page = begin(site)
    site.app.config["WTF_CSRF_TIME_LIMIT"] = -1
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box(page, "wblt_cm.L")("7.5")
    expect(page.locator("[data-status]")).to_contain_text("Not all saved")
    assert len(asked) < 9
    site.app.config["WTF_CSRF_TIME_LIMIT"] = 3600
    saved(page)
    assert readings(site.app) == {"wblt_cm.L": "7.5"}


def test_a_visit_that_is_signed_meanwhile_is_told_and_sent_to_no_more(site: Site) -> None:
    page = begin(site)
    other = page.context.new_page()
    other.goto(f"{page.url}/review")
    other.get_by_role("button", name=re.compile("^Sign the visit")).click()
    other.wait_for_url("**/record")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box(page, "wblt_cm.L")("7.5")
    expect(page.locator("[data-told]")).to_contain_text("signed meanwhile")
    box(page, "wblt_cm.R")("11")
    expect(page.locator("[data-told]")).to_contain_text("2 values of this page")
    assert len(asked) == 1
    assert readings(site.app) == {}


def test_no_to_all_the_rest_keeps_what_does_not_meet_another_answer(site: Site) -> None:
    first, second = begin(site), begin(site, "assistant")
    second.goto(first.url)
    flag = list(FLAGS)[3]
    for page in (first, second):
        page.locator("#screen > summary").click()
    tapped(second, f"flag.{flag}", "yes").click()
    saved(second)
    first.get_by_role("button", name=re.compile("no to all the rest")).click()
    expect(first.locator("[data-status]")).to_contain_text("1 value to choose")
    expect(first.locator('[data-live="screen-state"]')).to_contain_text("1 open warning sign")
    assert answers(site.app) == {**dict.fromkeys(FLAGS, "no"), flag: "yes"}


def test_enter_on_a_choice_answers_nothing_else(site: Site) -> None:
    page = begin(site)
    page.locator("#screen > summary").click()
    flag = next(iter(FLAGS))
    page.locator(f'[name="flag.{flag}"][value="no"]').focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    saved(page)
    assert answers(site.app) == {flag: "no"}


def test_it_is_right_is_said_by_keyboard_of_that_one_value_and_the_focus_stays(site: Site) -> None:
    page = begin(site)
    confirm = page.locator('[name="wblt_deg.L.confirm"]')
    told = page.locator('[data-live="p-wblt_deg.L"]')
    box(page, "wblt_deg.L")("65")
    confirm.focus()
    page.keyboard.press("Space")
    saved(page)
    expect(confirm).to_be_focused()
    expect(told).not_to_contain_text("unusual")
    box(page, "wblt_deg.L")("66")
    expect(told).to_contain_text("unusual")
    expect(confirm).not_to_be_checked()
    assert readings(site.app) == {"wblt_deg.L": "65"}


def test_rows_that_somebody_else_changed_are_not_written_over(site: Site) -> None:
    first, second = begin(site), begin(site, "assistant")
    second.goto(first.url)
    for page in (first, second):
        page.locator("#done > summary").click()

    def does(page: Page, technique: str) -> None:
        page.locator('select[name="done.0.key"]').select_option(technique)
        page.locator('select[name="done.0.side"]').select_option("L")

    does(second, "mt_talar_ap")
    saved(second)
    box(first, "wblt_cm.L")("7.5")
    expect(first.locator("[data-told]")).to_contain_text("Load it again")
    expect(first.locator("#done")).to_have_attribute("open", "")
    does(first, "mt_mwm_wb")
    expect(first.locator("[data-conflicts]")).to_be_visible()
