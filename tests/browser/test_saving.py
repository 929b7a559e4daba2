"""A draft keeps itself: what is shown as saved is stored, what is not is told, and no value is lost without a word."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, Route, expect
from sqlalchemy.engine import URL
from waitress.server import create_server

from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.practice.database import db
from clinic_gait.records.reading import ReadingRow
from clinic_gait.records.screen import ScreenRow
from tests.browser.conftest import Site
from tests.browser.sites import practice, sign_in

CASE = "C01"
SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")

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


def begin(site: Site, who: str = "therapist") -> Page:
    """The visit form of today's patient: started, or gone on with."""
    page = site.page()
    sign_in(page, who)
    page.get_by_role("row").locator("button, a").last.click()
    page.get_by_role("button", name=re.compile("Start (today's visit|the first assessment)")).or_(
        page.get_by_role("link", name=re.compile("Go on|Assess"))
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nov 2026")
    page.wait_for_load_state("load")
    return page


def box(page: Page, name: str) -> Callable[[str], None]:
    """Types into a box and leaves it."""

    def leave(text: str) -> None:
        page.locator(f'[name="{name}"]').fill(text)
        page.locator(f'[name="{name}"]').press("Tab")

    return leave


def saved(page: Page) -> None:
    # Between two tries lie up to eight seconds.
    expect(page.locator("[data-status]")).to_have_text(SAVED, timeout=20_000)


@contextmanager
def slow(site: Site) -> Iterator[None]:
    """A server that answers only after the block: the database is locked as long."""
    with site.app.app_context():
        file = str(db.engine.url.database)
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    yield
    lock.execute("ROLLBACK")
    lock.close()


def readings(app: Flask) -> dict[str, str]:
    with app.app_context():
        found = db.session.query(ReadingRow).all()
        told = {f"{one.measure}.{one.side}": str(one.value or one.code or one.absent_reason) for one in found}
        db.session.rollback()
    return told


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


def answers(app: Flask) -> dict[str, str]:
    """The safety questions as they are stored."""
    with app.app_context():
        found = dict(db.session.query(ScreenRow.flag, ScreenRow.answer).all())
        db.session.rollback()
    return found


def tapped(page: Page, name: str, value: str) -> Locator:
    """A choice, as a finger finds it."""
    return page.locator(f'label:has([name="{name}"][value="{value}"])')


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
