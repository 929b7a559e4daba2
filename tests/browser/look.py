"""What every page must be: reachable with a finger and by keyboard, readable without eyes, no wider than its screen."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from tests.browser import keyboard, spacing
from tests.web import markup

WIDTHS = (1180, 768, 320)
#: What is left of the two tablets' width and height when a page is shown at 200 %.
ZOOMED = ((590, 410), (384, 512))
PHONE = (320, 640)

#: Controls that are smaller than a finger; what a label belongs to counts with its label, links in running text do not.
SMALL = """() => {
  const small = (one) => {
    if (one.matches('.clinic-gait-skip, [aria-hidden=true]')) return false;
    if (one.matches('a') && getComputedStyle(one).display === 'inline') return false;
    const box = (one.closest('label') || one).getBoundingClientRect();
    return box.width && (box.width < 43.9 || box.height < 43.9);
  };
  const controls = [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')];
  return controls.filter(small).map((one) => one.outerHTML.slice(0, 160));
}"""

#: Accessible name and field of everything that can be filled in.
NAMED = """() => [...document.querySelectorAll('input, select, textarea')].map((one) => {
  if (one.matches('[type=hidden], [type=radio]')) return ['', ''];
  const words = [...(one.labels || [])].map((label) => label.textContent.trim().replace(/\\s+/g, ' ')).join(' ');
  return [one.getAttribute('aria-label') || words, one.name];
})"""

#: The same of choices, which have the name of their group.
GROUPS = """() => [...document.querySelectorAll('fieldset')].map((one) => {
  const choice = one.querySelector('input[type=radio]');
  const legend = one.querySelector('legend');
  return [(legend ? legend.textContent : one.getAttribute('aria-label') || '').trim(), choice ? choice.name : ''];
})"""


def follow(page: Page, click: Locator) -> None:
    """Click what leads to another page, and wait until that page is there with its looks."""
    with page.expect_navigation(wait_until="load"):
        click.click()


def check(page: Page, name: str) -> None:
    """Look at the page in every way; leave pictures where ``CLINIC_GAIT_PICTURES`` names a folder."""
    page.wait_for_load_state("load")
    nothing(markup.faults(page.content()), "HTML")
    nothing(faulty_names(page), "names")
    for width in WIDTHS:
        at_width(page, name, width)
    in_a_dark_room(page, name)
    at_twice_the_size(page)
    with_more_spacing(page)
    unfolded(page)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    nothing(keyboard.hidden(page), "out of sight with the focus")
    page.set_viewport_size({"width": WIDTHS[0], "height": 820})


def at_width(page: Page, name: str, width: int) -> None:
    """No sideways scrolling, nothing smaller than a finger, nothing that axe objects to."""
    page.set_viewport_size({"width": width, "height": 820})
    picture(page, f"{name}_{width}")
    nothing(too_wide(page), f"too wide for {width}")
    nothing(page.evaluate(SMALL), f"too small at {width}")
    nothing(violations(page), f"axe at {width}")


def in_a_dark_room(page: Page, name: str) -> None:
    """The colours of the night are as readable, on the narrowest screen."""
    page.emulate_media(color_scheme="dark")
    picture(page, f"{name}_dark")
    nothing(violations(page, runOnly=["color-contrast"]), "axe in the dark")
    page.emulate_media(color_scheme="light")


def at_twice_the_size(page: Page) -> None:
    """At 200 % a page flows anew, and its bars leave it the greater part of the screen."""
    for width, height in ZOOMED:
        page.set_viewport_size({"width": width, "height": height})
        nothing(too_wide(page), f"too wide for 200 % at {width}")
        assert keyboard.room(page) >= height / 2, f"{width} by {height}: the bars take more than half"


def with_more_spacing(page: Page) -> None:
    """A reader's own spacing of text cuts nothing off."""
    for width in (WIDTHS[0], WIDTHS[-1]):
        page.set_viewport_size({"width": width, "height": 820})
        page.evaluate(spacing.WIDER)
        nothing(too_wide(page), f"too wide with more spacing at {width}")
        nothing(page.evaluate(spacing.CUT), f"cut off with more spacing at {width}")
        nothing(page.evaluate(spacing.ON_EACH_OTHER), f"on each other with more spacing at {width}")
        page.evaluate(spacing.AS_BEFORE)


def unfolded(page: Page) -> None:
    """With every fold open nothing stands out of the narrowest screen, or is smaller than a finger."""
    page.set_viewport_size({"width": WIDTHS[-1], "height": 820})
    folded = page.evaluate_handle("[...document.querySelectorAll('details:not([open])')]")
    folded.evaluate("(all) => all.forEach((one) => (one.open = true))")
    nothing(too_wide(page), "too wide unfolded")
    nothing(page.evaluate(SMALL), "too small unfolded")
    folded.evaluate("(all) => all.forEach((one) => (one.open = false))")


def nothing(found: Sequence[object], what: str) -> None:
    """Fails with all that was found."""
    assert not found, f"{what}: {len(found)}\n" + "\n".join(map(str, found[:12]))


def violations(page: Page, **options: Any) -> list[tuple[str, list[str]]]:
    """What axe objects to: the rule, and the elements."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def too_wide(page: Page) -> list[str]:
    """By how much the page scrolls sideways, and what stands out to the right of the window."""
    wide: list[str] = page.evaluate(
        """() => {
          const by = document.documentElement.scrollWidth - innerWidth;
          const out = (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.cg-scroll > *');
          const all = by > 0 ? [...document.querySelectorAll('body *')].filter(out) : [];
          return by > 0 ? [`${by} px`, ...all.map((one) => one.outerHTML.slice(0, 120))] : [];
        }"""
    )
    return wide


def picture(page: Page, name: str) -> None:
    folder = os.environ.get("CLINIC_GAIT_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name.replace(' ', '_')}.png", full_page=True)


def boxes(page: Page) -> list[tuple[str, str]]:
    """The accessible name and the field of everything that can be filled in, groups of choices counted once."""
    return [(name, field) for name, field in [*page.evaluate(NAMED), *page.evaluate(GROUPS)] if field]


def faulty_names(page: Page) -> list[tuple[str, str]]:
    """Fields without a name, with the name of another, or that do not say on which side they are."""
    named = boxes(page)
    often = Counter(said for said, _ in named)
    return [(said, field) for said, field in named if not said or often[said] > 1 or not says_its_side(said, field)]


def says_its_side(said: str, field: str) -> bool:
    """Whether the name of a field of one leg has the word for this leg, and not the other word."""
    side = re.search(r"(?:^|[-.])(L|R|left|right)(?:[-.]|$)", field)
    if side is None:
        return True
    word, other = ("left", "right") if side[1] in ("L", "left") else ("right", "left")
    return word in said.lower() and other not in said.lower()
