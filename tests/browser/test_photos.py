"""Photos of shoes with the script: nothing else on the page is lost, and a photo that was not sent stays chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests import hosts
from tests.browser.conftest import Site
from tests.browser.test_taps import signed_in
from tests.web.pages import open_visit


@pytest.fixture
def served(app: Flask, browser: Browser) -> Iterator[Site]:
    """The host of the tests behind a real server."""
    site = Site(app, browser)
    yield site
    site.close()


@pytest.fixture
def page(served: Site, therapist: hosts.Visitor) -> Page:
    """The shoes of a visit."""
    return signed_in(served, "therapist", f"{open_visit(therapist)}/shoes")


@pytest.fixture
def shoe(tmp_path: Path) -> Path:
    """A photo as a phone takes it."""
    file = tmp_path / "IMG_0042.jpg"
    Image.effect_noise((1600, 1200), 40).save(file)
    return file


def say(page: Page, side: str, view: str) -> None:
    """What the photo shows: a word each, tapped."""
    for box, value in (("photo_side", side), ("photo_view", view)):
        page.locator(f'label:has([name="{box}"][value="{value}"])').click()


def test_a_photo_is_sent_when_it_is_chosen_and_the_page_stays_as_it_is(page: Page, shoe: Path) -> None:
    search = page.locator('[name="daily_use"]')
    search.fill("8 h")
    page.evaluate("window.same = true")
    for place, (side, view, name) in enumerate((("L", "sole", "LEFT shoe, sole"), ("B", "heel", "Both shoes, heel"))):
        say(page, side, view)
        page.set_input_files("#f-photo", shoe)
        expect(page.locator(".cg-photo-list li")).to_have_count(place + 1)
        expect(page.get_by_role("img", name=name)).to_be_visible()
        expect(page.locator("[data-photo-said]")).to_have_text("Photo added.")
    assert page.evaluate("window.same")
    expect(search).to_have_value("8 h")
    expect(page.locator('[name="photo_side"]:checked')).to_have_count(0)
    page.locator(".cg-photo-remove summary").first.click()
    page.get_by_role("button", name="Yes, remove LEFT shoe, sole, photo 1").click()
    expect(page.locator(".cg-photo-list li")).to_have_count(1)
    expect(page.locator("[data-photo-said]")).to_have_text("Photo removed.")


def test_a_photo_without_its_side_waits_and_is_not_lost(page: Page, shoe: Path) -> None:
    page.set_input_files("#f-photo", shoe)
    expect(page.locator("[data-photo-said]")).to_have_text("Say LEFT, RIGHT or both first.")
    say(page, "R", "sole")
    page.get_by_role("button", name="Add photo").click()
    expect(page.get_by_role("img", name="RIGHT shoe, sole")).to_be_visible()


def test_a_photo_that_did_not_get_through_is_sent_again_and_kept_once(page: Page, shoe: Path) -> None:
    say(page, "L", "sole")
    page.context.set_offline(True)
    page.set_input_files("#f-photo", shoe)
    expect(page.locator("[data-photo-said]")).to_contain_text("Not sent: no connection.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Add photo").click()
    expect(page.locator(".cg-photo-list li")).to_have_count(1)


def test_a_file_that_is_no_photo_is_said_and_the_words_stay(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "shoe.jpg"
    file.write_bytes(b"GIF89a")
    say(page, "L", "sole")
    page.locator("#f-photo_words").fill("inside heel")
    page.set_input_files("#f-photo", file)
    expect(page.locator("#f-photo-error")).to_contain_text("Choose a JPEG or PNG picture")
    expect(page.locator("#f-photo")).to_be_focused()
    expect(page.locator("#f-photo_words")).to_have_value("inside heel")
    expect(page.locator('[name="photo_side"]:checked')).to_have_value("L")


def test_whoever_was_signed_out_is_told_and_sends_the_same_photo_after(page: Page, shoe: Path) -> None:
    say(page, "L", "sole")
    page.context.clear_cookies()
    page.set_input_files("#f-photo", shoe)
    expect(page.locator("[data-photo-said]")).to_contain_text("Sign in again")
    page.context.new_page().goto("/as/therapist")
    add = page.get_by_role("button", name="Add photo")
    add.click()
    expect(page.locator("[data-photo-said]")).to_contain_text("then send it again")
    add.click()
    expect(page.locator(".cg-photo-list li")).to_have_count(1)
