"""A page walked through with the Tab key: what has the focus is never out of sight or under a bar that stays."""

from __future__ import annotations

from playwright.sync_api import Page

#: More stops than any page has.
MOST_STOPS = 1200

#: The part of the window that no bar covers.
ROOM = """
  const covering = (one) => one && ['sticky', 'fixed'].includes(getComputedStyle(one).position);
  const bars = [...document.querySelectorAll('.cg-strip, .cg-save')].filter(covering);
  const boxes = bars.map((one) => one.getBoundingClientRect());
  const top = Math.max(0, ...boxes.filter((box) => box.top <= 1).map((box) => box.bottom));
  const bottom = Math.min(innerHeight, ...boxes.filter((box) => box.bottom >= innerHeight - 1).map((box) => box.top));
"""

#: Where the focus is: "" between the end of the page and its beginning, else a number for each stop, and the element if
#: it is not wholly seen. Of a box for many lines the browser shows the line that is written in.
STOP = f"""() => {{
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return ['', ''];
  {ROOM}
  window.stops ??= new Map();
  if (!window.stops.has(one)) window.stops.set(one, window.stops.size);
  const box = (one.closest('.cg-seg-one') || one).getBoundingClientRect();
  const free = one.closest('.cg-strip, .cg-save, .clinic-gait-skip, .practice-bar, .practice-idle, dialog');
  const low = free ? 0 : top, high = free ? innerHeight : bottom;
  const across = box.left >= -1 && box.right <= innerWidth + 1;
  const whole = box.top >= low - 1 && box.bottom <= high + 1;
  const part = box.bottom > low + 40 && box.top < high - 40;
  const seen = across && (whole || (part && (one.matches('textarea') || box.height > high - low)));
  const place = [box.top, box.bottom, low, high].map(Math.round);
  return [String(window.stops.get(one)), seen ? '' : `${{one.outerHTML.slice(0, 140)}} at ${{place}}`];
}}"""


def hidden(page: Page) -> list[str]:
    """The stops of the Tab key, once round the page, at which what has the focus is not wholly in sight."""
    page.evaluate("() => { window.stops = new Map(); document.activeElement.blur(); scrollTo(0, 0); }")
    found: list[str] = []
    seen: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop, fault = page.evaluate(STOP)
        if stop in seen[:-1]:
            return found
        if seen[-1:] != [stop]:
            seen.append(stop)
        if fault:
            found.append(fault)
    raise AssertionError(f"the Tab key does not come round in {MOST_STOPS} stops")


def room(page: Page) -> float:
    """How many pixels of the window's height no bar covers, somewhere in the middle of the page."""
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    left: float = page.evaluate(f"() => {{ {ROOM} return bottom - top; }}")
    return left
