"""A draft keeps itself: what is shown as saved is stored, what is not is told, and no value is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy.engine import URL
from waitress.server import create_server

from tests.browser.conftest import Site
from tests.browser.saving_hand import CASE, begin, box, readings, saved, slow
from tests.browser.sites import practice, sign_in

#: Named controls that no field takes to the server. What a form carries for itself is hidden.
LOOSE = """() => [...document.querySelectorAll('form[data-acts] :is(input, select, textarea)[name]')]
  .filter((one) => one.type !== 'hidden' && !one.closest('[data-field], [data-fields]')).map((one) => one.name)"""


@pytest.fixture
def site(empty_database: Callable[[str], URL], tmp_path: Path, browser: Browser) -> Iterator[Site]:
    """The practice with one patient on today's list, as the demonstration serves it."""
    with practice(empty_database("sqlite"), tmp_path, CASE) as app:
        served = Site(app, browser)
        yield served
        served.close()


def test_what_is_shown_as_saved_outlives_tab_session_and_server(site: Site, browser: Browser) -> None:
    page = begin(site)
    box(page, "wblt_cm.L")("7.5")
    saved(page)
    assert readings(site.app) == {"wblt_cm.L": "7.5"}
    box(page, "wblt_cm.R")("11")
    saved(page)
    url = page.url
    page.close(run_before_unload=False)
    port = site.server.effective_port
    site.server.close()
    site.thread.join(timeout=5)
    site.server = create_server(site.app, host="127.0.0.1", port=port, threads=8)
    site.thread = type(site.thread)(target=site.server.run, daemon=True)
    site.thread.start()
    again = site.page()
    sign_in(again, "therapist")
    again.goto(url)
    expect(again.locator('[name="wblt_cm.L"]')).to_have_value("7.5")
    expect(again.locator('[name="wblt_cm.R"]')).to_have_value("11")


def test_half_a_minute_without_a_network_loses_nothing(site: Site) -> None:
    page = begin(site)
    box(page, "wblt_cm.L")("7.5")
    saved(page)
    page.clock.install()
    page.context.set_offline(True)
    box(page, "wblt_cm.R")("11")
    box(page, "inv_deg.L")("22")
    told = page.locator("[data-told]")
    expect(told).to_contain_text("No connection since")
    expect(told).to_contain_text("2 values are kept on this page")
    expect(page.locator("[data-status]")).to_contain_text("Not all saved")
    expect(page.locator('[data-field="reading.wblt_cm.R"]').first).to_have_class(re.compile("is-unsent"))
    page.clock.fast_forward(30_000)
    expect(told).to_contain_text("2 values are kept on this page")
    assert readings(site.app) == {"wblt_cm.L": "7.5"}
    page.context.set_offline(False)
    page.clock.fast_forward(10_000)
    saved(page)
    expect(told).to_be_empty()
    assert readings(site.app) == {"wblt_cm.L": "7.5", "wblt_cm.R": "11", "inv_deg.L": "22"}


def test_leaving_with_something_unsent_warns(site: Site) -> None:
    page = begin(site)
    page.context.set_offline(True)
    box(page, "wblt_cm.L")("7.5")
    expect(page.locator("[data-told]")).to_contain_text("1 value is kept")
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    page.context.set_offline(False)
    saved(page)


def test_nothing_of_a_patient_is_kept_in_the_browser(site: Site) -> None:
    page = begin(site)
    box(page, "wblt_cm.L")("7.5")
    saved(page)
    kept = page.evaluate("[localStorage.length, sessionStorage.length, (indexedDB.databases && 0) || 0]")
    assert kept == [0, 0, 0]
    assert page.evaluate("indexedDB.databases().then((found) => found.length)") == 0
    assert page.evaluate("caches.keys().then((found) => found.length)") == 0


def test_two_browsers_on_one_draft_choose_between_both_values(site: Site) -> None:
    first, second = begin(site), begin(site, "assistant")
    second.goto(first.url)
    box(first, "wblt_cm.L")("7.5")
    saved(first)
    box(second, "wblt_cm.L")("7")
    table = second.locator("[data-conflicts]")
    expect(table).to_be_visible()
    expect(table).to_contain_text("7 cm")
    expect(table).to_contain_text("7.5 cm")
    expect(table).to_contain_text("Jane Okafor")
    expect(second.locator("[data-status]")).to_contain_text("1 value to choose")
    assert readings(site.app) == {"wblt_cm.L": "7.5"}
    table.get_by_role("button", name=re.compile("^Keep 7 cm")).click()
    saved(second)
    expect(table).to_be_hidden()
    assert readings(site.app) == {"wblt_cm.L": "7"}
    box(first, "wblt_cm.L")("8")
    first.locator("[data-conflicts]").get_by_role("button", name=re.compile("^Keep 7 cm")).click()
    expect(first.locator('[name="wblt_cm.L"]')).to_have_value("7")
    assert readings(site.app) == {"wblt_cm.L": "7"}


def test_what_somebody_else_entered_comes_in_with_the_next_answer(site: Site) -> None:
    first, second = begin(site), begin(site, "assistant")
    second.goto(first.url)
    box(second, "wblt_cm.R")("11")
    saved(second)
    box(first, "wblt_cm.L")("7.5")
    expect(first.locator('[name="wblt_cm.R"]')).to_have_value("11")
    expect(first.locator("[data-told]")).to_contain_text("Sam Reyes")


def test_undo_takes_back_one_act_after_the_other(site: Site) -> None:
    page = begin(site)
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_disabled()
    box(page, "wblt_cm.L")("7.5")
    saved(page)
    box(page, "wblt_cm.L")("8")
    box(page, "wblt_cm.R")("11")
    expect(undo).to_have_attribute("title", re.compile("right: 11 cm"))
    undo.click()
    expect(page.locator('[name="wblt_cm.R"]')).to_have_value("")
    undo.click()
    expect(page.locator('[name="wblt_cm.L"]')).to_have_value("7.5")
    undo.click()
    expect(page.locator('[name="wblt_cm.L"]')).to_have_value("")
    expect(undo).to_be_disabled()
    assert readings(site.app) == {}


def test_a_slip_stays_beside_its_box_until_it_is_put_right(site: Site) -> None:
    page = begin(site)
    box(page, "wblt_cm.L")("310")
    wrong = page.locator('[name="wblt_cm.L"]')
    expect(page.locator("[data-problems]")).to_contain_text("left")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_value("310")
    with page.expect_response("**/acts"):
        box(page, "wblt_cm.R")("11")
    expect(page.locator("[data-status]")).to_contain_text("1 field to look at")
    assert readings(site.app) == {"wblt_cm.R": "11"}
    page.get_by_role("button", name=re.compile("Review and sign")).click()
    expect(wrong).to_be_focused()
    box(page, "wblt_cm.L")("7.5")
    saved(page)
    expect(page.locator("[data-problems]")).to_be_empty()
    expect(wrong).not_to_have_attribute("aria-invalid", "true")


def test_signing_out_elsewhere_keeps_what_is_typed_until_one_signs_in_again(site: Site) -> None:
    page = begin(site)
    door = page.context.new_page()
    door.goto("/")
    door.get_by_role("button", name="Sign out").click()
    expect(door.get_by_label("User name")).to_be_visible()
    box(page, "wblt_cm.L")("7.5")
    expect(page.locator("[data-told]")).to_contain_text("You were signed out")
    sign_in(door, "therapist")
    saved(page)
    assert readings(site.app) == {"wblt_cm.L": "7.5"}


def test_what_was_typed_before_is_not_stored_in_anothers_name_unasked(site: Site) -> None:
    page = begin(site)
    door = page.context.new_page()
    door.goto("/")
    door.get_by_role("button", name="Sign out").click()
    box(page, "wblt_cm.L")("7.5")
    expect(page.locator("[data-told]")).to_contain_text("You were signed out")
    sign_in(door, "assistant")
    expect(page.locator("[data-told]")).to_contain_text("Sam Reyes, PTA is signed in now", timeout=20_000)
    assert readings(site.app) == {}
    page.get_by_role("button", name="Store them in my name").click()
    saved(page)
    assert readings(site.app) == {"wblt_cm.L": "7.5"}


def test_a_locked_database_is_told_and_tried_again(site: Site) -> None:
    page = begin(site)
    with slow(site):
        box(page, "wblt_cm.L")("7.5")
        expect(page.locator("[data-told]")).to_contain_text("The server has not answered", timeout=15_000)
        expect(page.locator('[name="wblt_cm.L"]')).to_have_value("7.5")
    saved(page)
    assert readings(site.app) == {"wblt_cm.L": "7.5"}


def test_words_are_kept_while_they_are_typed_and_enter_answers_no_warning_sign(site: Site) -> None:
    page = begin(site)
    page.get_by_role("heading", name="Complaint").click()
    page.get_by_label("Complaint", exact=True).fill("left knee")
    page.get_by_label("Complaint", exact=True).press("Enter")
    saved(page)
    expect(page.get_by_text("18 of 18 asked").first).to_have_count(0)
    words = page.get_by_role("textbox", name="Impression")
    with page.expect_response("**/acts"):
        words.press_sequentially("stiff")
    expect(words).to_be_focused()
    page.reload()
    expect(page.get_by_role("textbox", name="Impression")).to_have_value("stiff")
    expect(page.locator('[name="complaint"]')).to_have_value("left knee")


def test_every_box_of_the_form_has_a_way_to_the_server(site: Site) -> None:
    page = begin(site)
    assert page.evaluate(LOOSE) == []
