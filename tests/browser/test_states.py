"""The states of a page besides its usual one, each looked at in every way: empty, refused, asked, told, hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect
from sqlalchemy.engine import URL

from clinic_gait.practice.database import db
from tests.browser import look
from tests.browser.conftest import Site
from tests.browser.sites import acceptance, practice, sign_in

#: Each state has a patient of its own, so that none stands in the way of another.
CASES = ("C01", "C03", "C04", "C06", "C08", "C09", "C10", "C12")
LUNGE = "Weight-bearing lunge, big toe to wall, cm, left"


@pytest.fixture(scope="module")
def site(
    empty_database: Callable[[str], URL], tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Site]:
    """A practice in which nothing is charted yet."""
    with practice(empty_database("sqlite"), tmp_path_factory.mktemp("states"), *CASES) as app:
        served = Site(app, browser)
        yield served
        served.close()


def enter(site: Site, who: str = "therapist", *, scripts: bool = True) -> Page:
    """Somebody signed in; without scripts every page has to work by its forms alone."""
    page = site.page()
    if not scripts:
        page.route("**/*.js*", lambda route: route.abort())
    sign_in(page, who)
    return page


def chart(page: Page, case: str) -> None:
    page.goto("/gait/today")
    family = acceptance()[case].patient.name.rpartition(" ")[2]
    row = page.get_by_role("row").filter(has_text=re.compile(family, re.I))
    look.follow(page, row.locator("button, a").last)


def visit(page: Page, case: str) -> None:
    """The patient's draft of today, begun or gone on with."""
    chart(page, case)
    if page.get_by_role("button", name=re.compile("Start")).count():
        look.follow(page, page.get_by_role("button", name=re.compile("Start (today's visit|the first assessment)")))


def keep(page: Page, text: str) -> None:
    """Type into the box of the lunge and leave it."""
    box = page.get_by_role("textbox", name=LUNGE, exact=True)
    box.fill(text)
    box.press("Tab")


def save(page: Page) -> None:
    look.follow(page, page.get_by_role("button", name="Save", exact=True))


def empty_chart(site: Site) -> Page:
    page = enter(site)
    chart(page, "C01")
    return page


def empty_visit(site: Site) -> Page:
    page = enter(site)
    visit(page, "C03")
    return page


def empty_review(site: Site) -> Page:
    """Nothing is charted, so there is much to look at before the signature."""
    page = empty_visit(site)
    page.goto(f"{page.url.split('?')[0]}/review")
    return page


def unusual(site: Site) -> Page:
    """A value that can be but rarely is: the page asks once."""
    page = enter(site)
    visit(page, "C04")
    keep(page, "24")
    expect(page.get_by_text("It is correct").first).to_be_visible()
    return page


def refused_without_scripts(site: Site) -> Page:
    page = enter(site, scripts=False)
    visit(page, "C04")
    page.get_by_role("textbox", name=LUNGE, exact=True).fill("45")
    save(page)
    expect(page.get_by_text("45 is not possible").first).to_be_visible()
    return page


def offline(site: Site) -> Page:
    page = enter(site)
    visit(page, "C04")
    page.context.set_offline(True)
    keep(page, "9")
    expect(page.get_by_text("No connection since")).to_be_visible()
    return page


def conflict(site: Site) -> Page:
    """Two screens hold different values of one box; the second to be left is told both."""
    page, other = enter(site), enter(site, "assistant")
    visit(page, "C06")
    other.goto(page.url)
    keep(other, "8")
    expect(other.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()
    keep(page, "9")
    expect(page.get_by_text("Nothing was overwritten").first).to_be_visible()
    return page


def conflict_without_scripts(site: Site) -> Page:
    page, other = enter(site, scripts=False), enter(site, "assistant")
    visit(page, "C06")
    other.goto(page.url)
    keep(other, "7")
    expect(other.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()
    page.get_by_role("textbox", name=LUNGE, exact=True).fill("11")
    save(page)
    expect(page.get_by_text("Nothing was overwritten").first).to_be_visible()
    return page


def hold_set(site: Site, case: str = "C08") -> Page:
    """A warning sign answered yes stops what goes home, and the page says so at once."""
    page = enter(site)
    visit(page, case)
    page.locator("#screen > summary").click()
    page.locator('[name="flag.dvt"][value="yes"]').check(force=True)
    expect(page.get_by_text("ON HOLD").first).to_be_visible()
    return page


def many_precautions(site: Site) -> Page:
    """What limits treatment stands in the strip, and the strip leaves the page its room."""
    page = enter(site)
    visit(page, "C10")
    page.locator("#precautions > summary").click()
    for box in page.locator("#precautions input[type=checkbox]").all()[:8]:
        box.check(force=True)
    expect(page.locator(".cg-strip .cg-strip-wide")).to_have_count(8)
    return page


def signed_out(site: Site) -> Page:
    """The sign-in ended on another page; what was typed comes back, ready to be sent again."""
    page = enter(site, scripts=False)
    visit(page, "C09")
    page.get_by_role("textbox", name=LUNGE, exact=True).fill("8.5")
    page.context.clear_cookies()
    save(page)
    expect(page.get_by_text("8.5")).to_be_visible()
    return page


def too_large(site: Site) -> Page:
    page = enter(site, scripts=False)
    visit(page, "C09")
    page.evaluate("document.querySelector('[name=impression]').value = 'w'.repeat(1100000)")
    save(page)
    expect(page.get_by_text("too much for one form")).to_be_visible()
    return page


def no_database(site: Site) -> Page:
    """The database stops answering while a form is on its way."""
    page = enter(site, scripts=False)
    visit(page, "C10")
    with site.app.app_context():
        engine = db.engine

    def fail(conn: object, cursor: object, statement: str, *rest: object) -> None:
        if "clinic_gait_visit" in statement:
            raise sa.exc.OperationalError(statement, {}, Exception("disk I/O error"))

    sa.event.listen(engine, "before_cursor_execute", fail)
    save(page)
    sa.event.remove(engine, "before_cursor_execute", fail)
    expect(page.get_by_text("The database is busy or not ready")).to_be_visible()
    return page


def forbidden(site: Site) -> Page:
    page = enter(site, "desk")
    page.goto("/gait/today")
    expect(page.get_by_text("You may not do this")).to_be_visible()
    return page


def missing(site: Site) -> Page:
    page = enter(site)
    page.goto("/gait/visits/01a202ef-2a7d-72f3-96d5-97306a04a6f5")
    expect(page.get_by_text("There is no such page")).to_be_visible()
    return page


def desk_hidden(site: Site) -> Page:
    page = enter(site, "desk")
    page.goto("/gait/desk")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Show again")).to_be_visible()
    return page


def desk_held(site: Site) -> Page:
    hold_set(site, "C12").context.close()
    page = enter(site, "desk")
    page.goto("/gait/desk")
    expect(page.get_by_text("Held").first).to_be_visible()
    return page


STATES: dict[str, Callable[[Site], Page]] = {
    one.__name__.replace("_", " "): one
    for one in (
        *(empty_chart, empty_visit, empty_review, unusual, refused_without_scripts, offline, conflict),
        *(
            many_precautions,
            conflict_without_scripts,
            hold_set,
            desk_held,
            signed_out,
            too_large,
            no_database,
            forbidden,
            missing,
        ),
        desk_hidden,
    )
}


@pytest.mark.parametrize("name", STATES)
def test_a_state_is_readable_and_reachable_in_every_way(site: Site, name: str) -> None:
    page = STATES[name](site)
    look.check(page, name)
    for one in site.pages:
        one.context.close()
    site.pages.clear()


def test_a_day_without_patients_is_readable_and_reachable_in_every_way(
    empty_database: Callable[[str], URL], tmp_path: Path, browser: Browser
) -> None:
    with practice(empty_database("sqlite"), tmp_path) as app:
        site = Site(app, browser)
        for who, name in (("therapist", "empty day"), ("desk", "empty desk")):
            page = enter(site, who)
            look.check(page, name)
        site.close()


CARD = "getComputedStyle(document.querySelector('.cg-card')).backgroundColor"
CHIP = """() => {
  const chip = getComputedStyle(document.querySelector('.cg-side--r'), '::before');
  return chip.color === getComputedStyle(document.querySelector('.cg-name')).color && chip.backgroundImage !== 'none';
}"""


def test_the_host_decides_whether_the_room_is_dark(site: Site) -> None:
    page = empty_visit(site)
    day = page.evaluate(CARD)
    page.emulate_media(color_scheme="dark")
    night = page.evaluate(CARD)
    assert night != day
    page.evaluate("document.body.className = ''")
    assert page.evaluate(CARD) == day, "a host that says nothing is light"
    page.evaluate("document.documentElement.style.colorScheme = 'light dark'")
    assert page.evaluate(CARD) == night, "a host that follows the system"
    page.evaluate("document.querySelector('main .clinic-gait').dataset.theme = 'light'")
    assert page.evaluate(CARD) == day, "a page that is told otherwise"


def test_forced_colours_leave_the_sides_their_shapes(site: Site) -> None:
    page = empty_visit(site)
    assert not page.evaluate(CHIP)
    page.emulate_media(forced_colors="active")
    assert page.evaluate(CHIP)
