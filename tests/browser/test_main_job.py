"""The whole job in a real browser: the therapist charts, plans and signs; the desk prints; the paper is read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, Route, expect
from sqlalchemy.engine import URL

from clinic_gait.clinical.catalogue import measure as measure_of
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.values import DoseSide, Reading, Side
from clinic_gait.exchange.cases import Case
from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import acceptance, born, practice, sign_in

#: The hands-on part of every plan here: a manual technique, the subtalar joint, gastrocnemius and soleus.
TECHNIQUE_KEYS = ("mt_talar_ap", "mt_subtalar_glide", "mt_stretch_gastroc", "mt_stretch_soleus")
#: The case, the side treated, and what goes home.
JOBS = {
    "C01": (DoseSide.RIGHT, ("calf_stretch_straight", "matrix_straight_supported", "supported_step_down")),
    "C06": (DoseSide.RIGHT, ("calf_stretch_bent", "matrix_bent_kneeling", "soft_knee_stance")),
    "C08": (DoseSide.LEFT, ("side_leg_lift", "calf_stretch_bent")),
}


@pytest.fixture
def site(dialect: str, empty_database: Callable[[str], URL], tmp_path: Path, browser: Browser) -> Iterator[Site]:
    """The practice with the three patients on today's list, on each database."""
    with practice(empty_database(dialect), tmp_path, *JOBS) as app:
        served = Site(app, browser)
        yield served
        served.close()


def test_three_patients_are_charted_signed_and_printed(site: Site) -> None:
    therapist = site.page()
    sign_in(therapist, "therapist")
    for key, (side, exercises) in JOBS.items():
        case = acceptance()[key]
        open_visit(therapist, case)
        answer_the_screen(therapist)
        chart(therapist, case)
        note_shoes(therapist, case)
        note_leg_length(therapist, case)
        plan(therapist, side, exercises)
        sign(therapist)
    assert stored_readings(site.app) == {key: expected_readings(acceptance()[key]) for key in JOBS}
    front = site.page()
    sign_in(front, "desk")
    pages = print_all(front)
    for key, (side, exercises) in JOBS.items():
        check_paper(pages, acceptance()[key], side, exercises)


def open_visit(page: Page, case: Case) -> None:
    look.follow(page, page.get_by_role("link", name="Today").first)
    row = page.get_by_role("row").filter(has_text=re.compile(case.patient.name.rpartition(" ")[2], re.I))
    look.follow(page, row.get_by_role("button", name=re.compile("Open|Start")))
    look.follow(page, page.get_by_role("button", name=re.compile("Start (today's visit|the first assessment)")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nov 2026")


def answer_the_screen(page: Page) -> None:
    page.get_by_role("heading", name="Safety questions").click()
    page.get_by_role("button", name=re.compile("no to all the rest")).click()
    expect(page.get_by_text("18 of 18 asked, none open").first).to_be_visible()


def chart(page: Page, case: Case) -> None:
    visit = case.visits[-1]
    look.follow(page, page.get_by_role("link", name=re.compile(r"^All \d")))
    page.get_by_role("heading", name="Complaint").click()
    page.get_by_role("textbox", name="Complaint").fill(visit.complaint)
    for reading in visit.readings:
        enter(page, reading)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(re.compile(r"Saved \d")).first).to_be_visible()
    expect(page.locator("[data-measured]")).to_have_text(re.compile(f"^{len(visit.readings)} of "))


def enter(page: Page, reading: Reading) -> None:
    """Into the box, or onto the step, of this measure and side."""
    name = f"{reading.measure}.{reading.side.value}"
    box = page.locator(f'[name="{name}"]').first
    unfold(box)
    if isinstance(measure_of(reading.measure), Quantity):
        box.fill(f"{reading.value:f}")
    elif box.evaluate("one => one.tagName") == "SELECT":
        box.select_option(reading.code)
    else:
        page.locator("label", has=page.locator(f'input[name="{name}"][value="{reading.code}"]')).click()


def unfold(box: Locator) -> None:
    """Open the closed groups around a box, from the outside in, as a hand does."""
    folds = box.locator("xpath=ancestor::details")
    for place in range(folds.count()):
        if folds.nth(place).get_attribute("open") is None:
            folds.nth(place).locator("> summary").click()


def note_shoes(page: Page, case: Case) -> None:
    look.follow(page, page.get_by_role("link", name="Shoes").first)
    note = case.visits[-1].shoes
    assert note is not None
    for leg, shoe in (("left", note.left), ("right", note.right)):
        for zone, grade in shoe.zones.items():
            box = page.locator(f'select[name="{leg}-{zone}"]')
            unfold(box)
            box.select_option(str(grade))
    zone = page.get_by_role("button", name=re.compile("^LEFT shoe, inside heel counter"))
    graded = page.locator('select[name="left-counter_medial"]')
    taps = (note.left.zones["counter_medial"] - 1) % 4
    graded.select_option("0")
    for _ in range(taps + 1):
        zone.click()
    expect(graded).to_have_value(str(note.left.zones["counter_medial"]))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(re.compile(r"Saved|Kept")).first).to_be_visible()


def note_leg_length(page: Page, case: Case) -> None:
    look.follow(page, page.get_by_role("link", name="Leg length").first)
    for one in case.visits[-1].leg_lengths:
        if one.method == "block":
            level = one.block_side is Side.NONE
            page.locator('[name="block-mm"]').fill("" if level else f"{one.block_mm} mm")
            foot = "level" if level or one.block_side is None else one.block_side.word
            page.locator("label", has=page.locator(f'input[name="block-foot"][value="{foot}"]')).click()
        else:
            page.locator(f'[name="{one.method}-left-1"]').fill(f"{one.left_mm} mm")
            page.locator(f'[name="{one.method}-right-1"]').fill(f"{one.right_mm} mm")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(re.compile(r"Saved|Kept")).first).to_be_visible()
    if case.id == "C08":
        expect(page.get_by_text("disagree").first).to_be_visible()


def plan(page: Page, side: DoseSide, exercises: tuple[str, ...]) -> None:
    look.follow(page, page.get_by_role("link", name="Plan").first)
    for place, key in enumerate(exercises):
        add(
            page,
            "x",
            LIBRARY[key].words("en", DoseSide.BOTH).name,
            place,
            side,
            LIBRARY[key].sides == "one",
        )
    for place, key in enumerate(TECHNIQUE_KEYS):
        add(page, "t", TECHNIQUES[key].name, place, side, True)
    page.locator('[name="x-0-sets"]').fill("2")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(re.compile(r"Saved|Kept")).first).to_be_visible()


def add(page: Page, kind: str, name: str, place: int, side: DoseSide, sided: bool) -> None:
    button = page.get_by_role("button", name=f"Add {name}", exact=True, include_hidden=True)
    unfold(button)
    look.follow(page, button)
    if sided:
        chosen = page.locator(f'input[name="{kind}-{place}-side"][value="{side.value}"]')
        page.locator("label", has=chosen).click()
        expect(chosen).to_be_checked()


def sign(page: Page) -> None:
    look.follow(page, page.get_by_role("link", name="Review").first)
    page.get_by_role("button", name="Sign and send to desk").click()
    expect(page.get_by_text(re.compile("Signed")).first).to_be_visible()


def print_all(page: Page) -> list[str]:
    """One click on the one button; gives the words of each page of the file that came."""
    files: list[bytes] = []

    def keep(route: Route) -> None:
        answer = route.fetch()
        files.append(answer.body())
        route.fulfill(response=answer)

    page.context.route("**/desk/print", keep)
    with page.expect_popup() as popup:
        page.get_by_role("button", name=re.compile(r"Print \d+ new")).click()
    popup.value.wait_for_load_state()
    popup.value.close()
    return [" ".join(one.get_textpage().get_text_range().split()) for one in pypdfium2.PdfDocument(files[0])]


def check_paper(pages: list[str], case: Case, side: DoseSide, exercises: tuple[str, ...]) -> None:
    """This patient's pages and nobody else's: name and birth date on each, the right side, the right dose."""
    mine = [page for page in pages if case.patient.name in page]
    others = [one.patient.name for one in acceptance().values() if one.id != case.id]
    day = born(case)
    assert len(mine) >= 3, "two pages of exercises and log, and the report"
    assert all(f"{day.day} {day:%b %Y}" in page for page in mine)
    assert not [name for page in mine for name in others if name in page]
    words = " ".join(mine)
    for key in exercises:
        exercise = LIBRARY[key]
        whose = side if exercise.sides == "one" else DoseSide.BOTH
        said = exercise.words("en", whose)
        assert f"{said.name} {said.side_words}" in words
        assert all(step in words for step in said.steps), key
    assert f"{LIBRARY[exercises[0]].dose.reps} " in words
    assert "2 sets of" in words, "the dose as the therapist changed it"
    assert ("Right side" in words) is (side is DoseSide.RIGHT)
    assert ("Left side" in words) is (side is DoseSide.LEFT)


def expected_readings(case: Case) -> dict[tuple[str, str], Decimal | str | None]:
    return {
        (one.measure, one.side.value): one.value if one.value is not None else one.code
        for one in case.visits[-1].readings
    }


def stored_readings(app: Flask) -> dict[str, dict[tuple[str, str], Decimal | str | None]]:
    """What the database holds for each patient, read through the signed snapshot."""
    from clinic_gait.practice.database import db
    from clinic_gait.records.queries import history
    from clinic_gait.records.subject import Subject

    cases = {case.patient.name: key for key, case in acceptance().items()}
    with app.app_context():
        found = {}
        for subject in db.session.query(Subject):
            rows = history(db.session(), subject)
            found[cases[subject.name]] = {
                (one.measure, one.side.value): one.value if one.value is not None else one.code for _, _, one in rows
            }
        return found
