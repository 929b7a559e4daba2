"""The visit form on a screen: words appear while typing, more rows on a tap, LEFT left at every width."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from clinic_gait.clinical.catalogue import USUAL_SET
from clinic_gait.clinical.values import Absent, Side
from tests import hosts
from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.visit_hand import Keys, box, cell, followed, saved, signed_in
from tests.web.pages import open_visit, readings, save


@pytest.fixture
def site(app: Flask, browser: Browser) -> Iterator[Site]:
    """The host of the tests behind a real server."""
    served = Site(app, browser)
    yield served
    served.close()


def test_several_readings_in_one_box_are_its_readings_and_their_mean_the_value(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    page = signed_in(site, url)
    box(page, "wblt_cm.L").fill("7 7,5 8")
    page.keyboard.press("Enter")
    expect(box(page, "wblt_cm.L")).to_have_value("7.5")
    saved(page)
    stored = readings(app, url)["wblt_cm", Side.LEFT]
    assert (stored.value, len(stored.trials)) == (Decimal("7.5"), 3)
    page.locator('[data-measure="wblt_cm"] [data-trials]').click()
    expect(page.locator('[name="wblt_cm.L.trials"]')).to_be_focused()
    expect(page.locator('[name="wblt_cm.L.trials"]')).to_have_value("7 7.5 8")


def test_the_change_and_the_side_difference_appear_while_typing(site: Site, therapist: hosts.Visitor) -> None:
    page = signed_in(site, followed(therapist))
    page.keyboard.type("8.5")
    beside = cell(page, "wblt_cm.L").locator("[data-change]")
    expect(beside).to_have_text("better: ▲ +2.5 last: beyond error")
    expect(page.locator("[data-heard]")).to_be_empty()
    page.keyboard.press("Enter")
    expect(page.locator("[data-heard]")).to_contain_text("big toe to wall, cm, left: better: ▲ +2.5 last")
    page.keyboard.type("11")
    gap = page.locator('[data-gap][data-live="g-wblt_cm"]')
    expect(gap).to_have_text("LEFT 2.5 cm less")
    page.keyboard.press("Enter")
    saved(page)
    # What the server says of the stored value then stands in the same places.
    expect(beside).to_contain_text("better: ▲ +2.5 last: beyond error")
    expect(gap).to_contain_text("LEFT 2.5 cm less sides differ")
    expect(page.locator("[data-measured]")).to_have_text("2 of 8")


def test_what_is_wrong_with_one_leg_stays_beside_its_box_while_the_other_is_saved(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = followed(therapist)
    page = signed_in(site, url)
    Keys(page).press(*"310", "Enter", *"11", "Enter")
    expect(page.locator("[data-status]")).to_contain_text("1 field to look at")
    expect(cell(page, "wblt_cm.R")).to_contain_text("0 last")
    expect(cell(page, "wblt_cm.L")).to_contain_text("310 is not possible; 0 to 30 cm.")
    assert set(readings(app, url)) == {("wblt_cm", Side.RIGHT)}
    box(page, "wblt_cm.L").fill("8")
    page.keyboard.press("Enter")
    saved(page)
    expect(cell(page, "wblt_cm.L")).not_to_contain_text("not possible")


def test_the_rest_of_a_group_comes_on_a_tap_and_is_saved_like_the_others(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = followed(therapist)
    page = signed_in(site, url)
    expect(page.locator('[data-measure="pf_deg"]')).to_have_count(0)
    page.get_by_role("link", name="Show 14 more: Lying").click()
    expect(box(page, "df_kf_deg.L")).to_be_focused()
    box(page, "pf_deg.R").fill("52")
    page.keyboard.press("Enter")
    saved(page)
    assert readings(app, url)["pf_deg", Side.RIGHT].value == Decimal(52)
    names = [name for name, _ in look.boxes(page)]
    assert len(names) == len(set(names))
    page.reload()
    expect(box(page, "pf_deg.R")).to_have_value("52")


def test_the_panel_of_a_row_opens_and_closes_from_its_box(site: Site, therapist: hosts.Visitor) -> None:
    page = signed_in(site, open_visit(therapist))
    page.keyboard.press("m")
    expect(page.locator('[name="wblt_deg.L.absent"]')).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page, "wblt_deg.L")).to_be_focused()
    expect(page.locator('[name="wblt_deg.L.absent"]')).to_be_hidden()


def test_the_first_empty_box_has_the_focus_unless_something_must_be_looked_at(
    site: Site, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_deg.L": "38"})
    page = signed_in(site, url)
    expect(box(page, "wblt_deg.R")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    page = signed_in(site, f"{url}#impression")
    expect(box(page, "wblt_deg.R")).not_to_be_focused()


@pytest.mark.parametrize("width", look.WIDTHS)
def test_left_stays_left_of_right_at_every_width(site: Site, therapist: hosts.Visitor, width: int) -> None:
    page = signed_in(site, open_visit(therapist), width)
    for key in USUAL_SET:
        left, right = (cell(page, f"{key}.{side}").bounding_box() for side in "LR")
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"] + 1, key
        assert abs(left["y"] - right["y"]) < 1, key
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["follow-up", "refused", "reasons"])
def test_the_form_is_readable_and_reachable_in_every_state(site: Site, therapist: hosts.Visitor, name: str) -> None:
    page = signed_in(site, followed(therapist))
    if name == "refused":
        box(page, "wblt_cm.L").fill("310")
        page.keyboard.press("Enter")
        expect(page.locator("[data-problems]")).to_contain_text("310 is not possible")
    if name == "reasons":
        page.keyboard.type("xp")
        page.locator("summary", has_text="Not tested").click()
        page.locator('[data-measure="inv_deg"] summary').click()
    look.check(page, f"visit {name}")


def test_another_method_is_the_rows_and_no_longer_compared_with_the_old_one(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = followed(therapist)
    page = signed_in(site, url)
    Keys(page).press(*"8.5", "Enter", *"11", "Enter")
    saved(page)
    page.locator('[data-measure="wblt_cm"] summary').click()
    with page.expect_response("**/acts"):
        page.get_by_label("Weight-bearing lunge, big toe to wall, tool, left and right").select_option("ruler")
    saved(page)
    stored = readings(app, url)
    assert {stored["wblt_cm", side].method for side in (Side.LEFT, Side.RIGHT)} == {"ruler"}
    expect(cell(page, "wblt_cm.L")).to_contain_text("last: not comparable, was by tape")
    box(page, "wblt_cm.L").fill("9")
    expect(cell(page, "wblt_cm.L").locator("[data-change]")).to_be_empty()


def test_a_reason_chosen_in_the_panel_takes_the_place_of_the_value(
    app: Flask, site: Site, therapist: hosts.Visitor
) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"inv_deg.L": "25", "early_heel_rise.R": "mild"})
    page = signed_in(site, url)
    for key, side in (("inv_deg", "L"), ("early_heel_rise", "R")):
        page.locator(f'[data-measure="{key}"] summary').click()
        with page.expect_response("**/acts"):
            page.locator(f'[name="{key}.{side}.absent"]').select_option("unsafe")
        expect(cell(page, f"{key}.{side}").locator("[data-letter]")).to_have_text("n")
    saved(page)
    assert {one.absent for one in readings(app, url).values()} == {Absent.UNSAFE}
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, "early_heel_rise.R").locator("input:checked")).to_have_value("mild")
