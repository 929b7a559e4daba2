"""Every page of the plugin over the sample patients, looked at in every way; and both legs charted by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from clinic_gait.practice.database import db
from clinic_gait.practice.sample_users import PASSWORD
from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import demonstration


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Site]:
    """The demonstration, as its command makes it."""
    with demonstration(tmp_path_factory.mktemp("demo"), browser) as served:
        yield served


def begin(site: Site, who: str) -> Page:
    page = site.page()
    page.goto("/")
    page.get_by_label("User name").fill(who)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
    return page


def open_today(page: Page, name: str) -> None:
    """The patient's row of today, by the button at its end."""
    row = page.get_by_role("row").filter(has_text=re.compile(name, re.I))
    look.follow(page, row.locator("button, a").last)


def tab(page: Page, name: str) -> None:
    look.follow(page, page.get_by_role("navigation", name="Gait").get_by_role("link", name=name))


def find(page: Page) -> None:
    page.get_by_role("searchbox").first.fill("kowalska")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def chart(page: Page) -> None:
    open_today(page, "ŐRSI")


def record(page: Page) -> None:
    open_today(page, "WIŚNIEWSKA")
    look.follow(page, page.get_by_role("link", name=re.compile("visit", re.I)).first)


def of_draft(name: str, patient: str = "ZIELI") -> Callable[[Page], None]:
    def go(page: Page) -> None:
        open_today(page, patient)
        if name != "Assess":
            tab(page, name)

    return go


def view(name: str) -> Callable[[Page], None]:
    """A view of the chart beside its overview."""

    def go(page: Page) -> None:
        chart(page)
        look.follow(page, page.get_by_role("navigation", name="Views of the chart").get_by_role("link", name=name))

    return go


def refused(page: Page) -> None:
    """What is not possible is told beside its box and on top as soon as the box is left."""
    open_today(page, "ZIELI")
    box = page.get_by_role("textbox", name="Weight-bearing lunge, big toe to wall, cm, left", exact=True)
    box.fill("45")
    box.press("Tab")
    expect(page.get_by_text("45 is not possible").first).to_be_visible()


def swap(page: Page) -> None:
    """The dialog in which left and right trade places."""
    open_today(page, "ZIELI")
    page.locator("a[data-swap]").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def held(page: Page) -> None:
    open_today(page, "WHITCOMBE")


def hold(page: Page) -> None:
    held(page)
    look.follow(page, page.get_by_role("link", name="ON HOLD: red flag"))


def scored(page: Page) -> None:
    of_draft("Scores")(page)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def explained(page: Page) -> None:
    of_draft("Plan")(page)
    page.evaluate("for (const one of document.querySelectorAll('details.cg-why')) one.open = true")


def desk_found(page: Page) -> None:
    page.get_by_label("Find by name, birth date or number").fill("harris")
    look.follow(page, page.get_by_role("button", name="Find"))


def stay(page: Page) -> None:
    """The page one lands on."""


VIEWS = ("Findings", "Measures", "Scores", "Papers")
PAGES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "today": ("therapist", stay),
    "found patients": ("therapist", find),
    "chart": ("therapist", chart),
    **{f"chart {name}": ("therapist", view(name)) for name in VIEWS},
    "record": ("therapist", record),
    "visit form": ("therapist", of_draft("Assess")),
    "refused entry": ("therapist", refused),
    "swap": ("therapist", swap),
    "shoes": ("therapist", of_draft("Shoes")),
    "leg length": ("therapist", of_draft("Leg length")),
    "scores": ("therapist", scored),
    "plan": ("therapist", of_draft("Plan")),
    "plan explained": ("therapist", explained),
    "review": ("therapist", of_draft("Review")),
    "held chart": ("therapist", held),
    "hold": ("therapist", hold),
    "desk": ("desk", stay),
    "desk found": ("desk", desk_found),
    "assistant review": ("assistant", of_draft("Review")),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_readable_and_reachable_in_every_way(site: Site, name: str) -> None:
    who, go = PAGES[name]
    page = begin(site, who)
    go(page)
    look.check(page, name)
    page.context.close()


def test_left_stands_left_of_right_at_every_width(site: Site) -> None:
    page = begin(site, "therapist")
    of_draft("Assess")(page)
    for width in look.WIDTHS:
        page.set_viewport_size({"width": width, "height": 820})
        left, right = (page.locator(f'[name="wblt_cm.{side}"]').bounding_box() for side in "LR")
        assert left is not None
        assert right is not None
        assert left["x"] < right["x"]
    page.context.close()


def test_an_empty_follow_up_signed_at_once_stores_no_finding(site: Site) -> None:
    from clinic_gait.records.reading import ReadingRow

    with site.app.app_context():
        before = db.session.query(ReadingRow).count()
    page = begin(site, "therapist")
    chart(page)
    look.follow(page, page.get_by_role("button", name="Start today's visit"))
    boxes = page.locator("input.cg-input--num")
    assert {boxes.nth(place).get_attribute("value") for place in range(boxes.count())} == {""}
    page.get_by_role("button", name="Save, then Review and sign").click()
    page.get_by_role("button", name=re.compile("Sign the visit")).first.click()
    expect(page.get_by_text("Signed").first).to_be_visible()
    with site.app.app_context():
        assert db.session.query(ReadingRow).count() == before
    page.context.close()


#: What is typed for each measure of the usual set, LEFT and RIGHT; a grade is a digit and needs no Enter.
TYPED = {
    "wblt_deg": ("38", "31"), "wblt_cm": ("11", "7.5"), "df_ke_deg": ("9", "2"), "df_kf_deg": ("18", "9"),
    "inv_deg": ("30", "22"), "ev_deg": ("12", "6"), "hallux_df_deg": ("70", "66"), "knee_ext_deg": ("2", "-3"),
    "varus_thrust": ("0", "1"), "early_heel_rise": ("0", "2"), "medial_heel_whip": ("0", "1"),
    "stance_hyperext": ("0", "3"), "squat_valgus": ("0", "1"), "lsd_score": ("1", "4"),
    "heel_raise_reps": ("24", "9"), "ta_strength": ("5", "4"),
}  # fmt: skip
GRADES = ("varus_thrust", "early_heel_rise", "medial_heel_whip", "stance_hyperext", "squat_valgus")


def test_both_legs_are_charted_by_keyboard_alone_and_kept_as_they_are_typed(site: Site) -> None:
    page = begin(site, "therapist")
    open_today(page, "КОВАЛЕНКО")
    look.follow(page, page.get_by_role("button", name="Start today's visit"))
    look.follow(page, page.get_by_role("link", name=re.compile("^Usual set")))
    for key, values in TYPED.items():
        for side, value in zip("LR", values, strict=True):
            # Between the usual rows of this patient stand those that were found last time.
            page.locator(f'[name="{key}.{side}"]').first.focus()
            page.keyboard.type(value)
            if key not in GRADES:
                page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(r"Saved \d")).first).to_be_visible()
    expect(page.locator("[data-measured]")).to_have_text(re.compile("^32 of "))
    page.reload()
    for key, values in TYPED.items():
        for side, value in zip("LR", values, strict=True):
            box = f'[name="{key}.{side}"]'
            if key in GRADES:
                chosen = page.locator(f"{box}:checked")
                assert page.locator(box).nth(int(value)).get_attribute("value") == chosen.get_attribute("value")
            else:
                expect(page.locator(box)).to_have_value(value)
    page.context.close()
