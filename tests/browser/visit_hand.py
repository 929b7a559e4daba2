"""A hand on the visit form: what it types, how often it presses, and where it looks."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from clinic_gait.clinical.catalogue import measure
from clinic_gait.clinical.measures import Grade
from tests import hosts
from tests.browser.conftest import Site
from tests.web.pages import open_visit, save, sign
from tests.web.test_visit_form import follow_up

SAVED = re.compile(r"Saved \d\d:\d\d:\d\d")
#: What is typed into the usual set, LEFT and RIGHT; a grade is the key of its place.
USUAL = {
    "wblt_deg": ("38", "41"),
    "wblt_cm": ("9", "11"),
    "df_ke_deg": ("8", "10"),
    "df_kf_deg": ("15", "18"),
    "inv_deg": ("25", "28"),
    "ev_deg": ("10", "12"),
    "hallux_df_deg": ("62", "66"),
    "knee_ext_deg": ("0", "2"),
    "varus_thrust": ("1", "0"),
    "early_heel_rise": ("2", "0"),
    "medial_heel_whip": ("1", "0"),
    "stance_hyperext": ("0", "1"),
    "squat_valgus": ("1", "0"),
    "lsd_score": ("2", "1"),
    "heel_raise_reps": ("18", "22"),
    "ta_strength": ("5", "5"),
}
#: Four measures that were found at the first visit; all the rest of it was as it should be.
FOUND = {
    "wblt_cm": ("6", "11"),
    "df_ke_deg": ("3", "12"),
    "inv_deg": ("12", "26"),
    "early_heel_rise": ("severe", "none"),
}
AGAIN = {"wblt_cm": ("8.5", "11"), "df_ke_deg": ("7", "12"), "inv_deg": ("21", "26"), "early_heel_rise": ("1", "0")}


class Keys:
    """A hand on the keyboard whose every press is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def leading_on(self, key: str) -> None:
        """A key that leads to another page."""
        with self.page.expect_navigation(wait_until="load"):
            self.press(key)

    def value(self, key: str, text: str) -> None:
        """A value as it is typed: a number ends with Enter, a grade moves on by itself."""
        self.press(*text)
        if not isinstance(measure(key), Grade):
            self.press("Enter")


def signed_in(site: Site, url: str, width: int = 1180) -> Page:
    page = site.page(width=width)
    page.goto("/as/therapist")
    page.goto(url)
    return page


def box(page: Page, name: str) -> Locator:
    return page.locator(f'.cg-box > [name="{name}"]')


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'.cg-cell[data-field="reading.{name}"]')


def saved(page: Page) -> None:
    expect(page.locator("[data-status]")).to_have_text(SAVED)


def found_before(therapist: hosts.Visitor, patient: str = "1") -> str:
    """A first visit with findings in four measures, signed."""
    first = open_visit(therapist, patient)
    found = {f"{key}.{side}": value for key, both in FOUND.items() for side, value in zip("LR", both, strict=True)}
    fine = {"ta_strength.L": "5", "ta_strength.R": "5", "varus_thrust.L": "absent", "df_kf_deg.R": "20"}
    assert save(therapist, first, **found, **fine).status_code == 303
    sign(therapist, first)
    return first


def followed(therapist: hosts.Visitor) -> str:
    """A follow-up after a first visit with findings in four measures."""
    return follow_up(therapist, found_before(therapist))
