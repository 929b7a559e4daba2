"""The visit form by keyboard: keys are counted, and one key sets a grade or a reason and moves on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from clinic_gait.clinical.catalogue import USUAL_SET
from clinic_gait.clinical.values import Absent, Side
from tests import hosts
from tests.browser.conftest import Site
from tests.browser.visit_hand import AGAIN, USUAL, Keys, box, cell, found_before, saved, signed_in
from tests.web.pages import open_visit, readings


@pytest.fixture
def site(app: Flask, browser: Browser) -> Iterator[Site]:
    """The host of the tests behind a real server."""
    served = Site(app, browser)
    yield served
    served.close()


def from_today(site: Site, number: str) -> Keys:
    """From the day list to the form of a patient, by keys alone."""
    page = signed_in(site, "/gait/today")
    keys = Keys(page)
    keys.press("/", *number)
    keys.leading_on("Enter")
    keys.leading_on("n")
    return keys


def test_a_full_assessment_of_both_legs_takes_at_most_ninety_keys(app: Flask, site: Site) -> None:
    keys = from_today(site, "443")
    assert list(USUAL) == list(USUAL_SET)
    for key, (left, right) in USUAL.items():
        keys.value(key, left)
        keys.value(key, right)
    saved(keys.page)
    stored = readings(app, keys.page.url)
    assert {key for key, _ in stored} == set(USUAL)
    assert len(stored) == 32
    assert stored["wblt_deg", Side.LEFT].value == Decimal(38)
    assert stored["early_heel_rise", Side.LEFT].code == "moderate"
    assert stored["heel_raise_reps", Side.RIGHT].value == Decimal(22)
    assert keys.count <= 90


def test_a_follow_up_of_four_measures_takes_at_most_thirty_keys(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    found_before(therapist)
    keys = from_today(site, "442")
    page = keys.page
    shown = page.locator(".cg-m").evaluate_all("rows => rows.map((row) => row.dataset.measure)")
    assert shown == list(AGAIN)
    for key, (left, right) in AGAIN.items():
        keys.value(key, left)
        keys.value(key, right)
    saved(page)
    stored = readings(app, page.url)
    assert len(stored) == 8
    assert stored["inv_deg", Side.LEFT].value == Decimal(21)
    expect(page.locator("[data-measured]")).to_have_text("8 of 8")
    assert keys.count <= 30


def test_down_one_side_is_remembered_and_fills_the_same_boxes(app: Flask, site: Site, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    page = signed_in(site, url)
    with page.expect_response("**/habits"):
        page.get_by_role("button", name="down one side").click()
    page.reload()
    expect(page.get_by_role("button", name="down one side")).to_have_attribute("aria-pressed", "true")
    keys = Keys(page)
    for at in (0, 1):
        for key, both in USUAL.items():
            keys.value(key, both[at])
    saved(page)
    stored = readings(app, url)
    assert len(stored) == 32
    assert stored["df_ke_deg", Side.RIGHT].value == Decimal(10)
    assert stored["squat_valgus", Side.LEFT].code == "mild"


def test_tab_goes_from_box_to_box_and_back_and_leaves_the_grid_at_its_ends(
    site: Site, therapist: hosts.Visitor
) -> None:
    page = signed_in(site, open_visit(therapist))
    expect(box(page, "wblt_deg.L")).to_be_focused()
    page.keyboard.press("Tab")
    expect(box(page, "wblt_deg.R")).to_be_focused()
    page.keyboard.press("Tab")
    expect(box(page, "wblt_cm.L")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(box(page, "wblt_deg.L")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(box(page, "wblt_deg.L")).not_to_be_focused()
    box(page, "ta_strength.R").focus()
    page.keyboard.press("Tab")
    expect(box(page, "ta_strength.R")).not_to_be_focused()


def test_one_letter_says_why_there_is_no_value_and_moves_on(app: Flask, site: Site, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    page = signed_in(site, url)
    page.keyboard.type("xpund")
    expect(box(page, "df_ke_deg.R")).to_be_focused()
    expect(cell(page, "wblt_deg.L")).to_contain_text("not tested")
    expect(cell(page, "wblt_deg.R").locator("[data-letter]")).to_have_text("p")
    expect(cell(page, "wblt_deg.R")).to_contain_text("could not: pain")
    saved(page)
    stored = readings(app, url)
    reasons = [stored[key, side].absent for key in ("wblt_deg", "wblt_cm") for side in (Side.LEFT, Side.RIGHT)]
    assert reasons == [Absent.NOT_TESTED, Absent.PAIN, Absent.UNABLE, Absent.UNSAFE]
    assert stored["df_ke_deg", Side.LEFT].absent is Absent.DECLINED
    page.reload()
    expect(cell(page, "wblt_deg.R").locator("[data-letter]")).to_have_text("p")
    expect(page.locator("[data-measured]")).to_have_text("5 of 32")


def test_a_reason_is_taken_back_by_backspace_and_replaced_by_a_value(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    page = signed_in(site, url)
    page.keyboard.type("xp")
    box(page, "wblt_deg.L").focus()
    page.keyboard.press("Backspace")
    expect(cell(page, "wblt_deg.L").locator("[data-letter]")).to_be_empty()
    box(page, "wblt_deg.R").focus()
    page.keyboard.type("40")
    page.keyboard.press("Enter")
    expect(cell(page, "wblt_deg.R")).not_to_contain_text("could not")
    saved(page)
    stored = readings(app, url)
    assert set(stored) == {("wblt_deg", Side.RIGHT)}
    assert stored["wblt_deg", Side.RIGHT].value == Decimal(40)


def test_grades_take_a_reason_and_questions_a_letter(app: Flask, site: Site, therapist: hosts.Visitor) -> None:
    url = f"{open_visit(therapist)}?show=all"
    page = signed_in(site, url)
    page.locator('[name="early_heel_rise.L"]').first.focus()
    page.keyboard.type("p2")
    page.locator('[name="pain_behind_knee.L"]').first.focus()
    page.keyboard.type("yn")
    saved(page)
    stored = readings(app, url)
    assert stored["early_heel_rise", Side.LEFT].absent is Absent.PAIN
    assert stored["early_heel_rise", Side.RIGHT].code == "moderate"
    assert [stored["pain_behind_knee", side].code for side in (Side.LEFT, Side.RIGHT)] == ["yes", "no"]
    page.locator('[name="early_heel_rise.R"]').nth(2).focus()
    page.keyboard.press("Backspace")
    page.locator('[name="early_heel_rise.L"]').first.focus()
    page.keyboard.press("1")
    expect(cell(page, "early_heel_rise.L")).not_to_contain_text("could not")
    saved(page)
    stored = readings(app, url)
    assert stored["early_heel_rise", Side.LEFT].code == "mild"
    assert ("early_heel_rise", Side.RIGHT) not in stored


def test_letters_can_be_turned_off_and_stay_off(app: Flask, site: Site, therapist: hosts.Visitor) -> None:
    page = signed_in(site, open_visit(therapist))
    with page.expect_response("**/habits"):
        page.get_by_role("button", name="Turn letters off").click()
    page.reload()
    expect(page.get_by_role("button", name="Turn single letters on")).to_be_visible()
    box(page, "wblt_deg.L").focus()
    page.keyboard.press("x")
    expect(box(page, "wblt_deg.L")).to_have_value("x")
    page.goto("/gait/today")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).not_to_be_focused()


def test_the_menu_sets_a_reason_for_the_box_last_used(app: Flask, site: Site, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    page = signed_in(site, url)
    box(page, "inv_deg.R").click()
    page.locator("summary", has_text="Not tested").click()
    expect(page.locator("[data-reasons-of]")).to_have_text("Hindfoot inversion, deg, right")
    page.get_by_role("button", name="could not: not able").click()
    expect(box(page, "ev_deg.L")).to_be_focused()
    saved(page)
    assert readings(app, url)["inv_deg", Side.RIGHT].absent is Absent.UNABLE


def test_what_is_asked_beside_a_box_is_reached_and_answered_by_keyboard(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    page = signed_in(site, url)
    Keys(page).press(*"12", "Enter")
    expect(cell(page, "wblt_deg.L")).to_contain_text("12 is unusual")
    expect(box(page, "wblt_deg.R")).to_be_focused()
    Keys(page).press("Shift+Tab", "Tab")
    expect(page.get_by_role("checkbox", name="It is correct: Weight-bearing lunge")).to_be_focused()
    page.keyboard.press("Space")
    saved(page)
    stored = readings(app, url)["wblt_deg", Side.LEFT]
    assert stored.confirmed
    assert stored.value == Decimal(12)
