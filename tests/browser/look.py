"""What every page must be at every width: reachable with a finger, readable without eyes, no wider than its screen."""

from __future__ import annotations

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

WIDTHS = (1180, 768, 320)

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
    """Look at the page at each width; leave a picture where ``CLINIC_GAIT_PICTURES`` names a folder."""
    page.wait_for_load_state("load")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 820})
        folder = os.environ.get("CLINIC_GAIT_PICTURES")
        if folder:
            page.screenshot(path=Path(folder) / f"{name.replace(' ', '_')}_{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
        small = page.evaluate(SMALL)
        assert small == [], f"{width}: {small}"
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], width


def boxes(page: Page) -> list[tuple[str, str]]:
    """The accessible name and the field of everything that can be filled in, groups of choices counted once."""
    return [(name, field) for name, field in [*page.evaluate(NAMED), *page.evaluate(GROUPS)] if field]
