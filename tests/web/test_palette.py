"""The colours of the stylesheet: readable by day, in a dark room and with more contrast, by WCAG's formula."""

from __future__ import annotations

import re

from clinic_gait.web import assets
from tests.each import each

CSS = (assets.FOLDER / "clinic-gait.css").read_text()
PLAIN, _, LATER = CSS.partition("@supports (color: light-dark(#000, #fff)) {")
USUAL, _, MORE = LATER.partition("@media (prefers-contrast: more) {")
MORE = MORE.partition("/*")[0]
#: One colour by day and one by night.
BOTH = re.compile(r"--cg-([\w-]+): light-dark\((#\w+), (#\w+)\)")

Palette = dict[str, str]


def palettes() -> dict[str, Palette]:
    """The tokens by what the reader asked for."""
    plain = dict(re.findall(r"--cg-([\w-]+): (#\w+)", PLAIN))
    usual, more = BOTH.findall(USUAL), BOTH.findall(MORE)
    day, night = ({name: pair[place] for name, *pair in usual} for place in (0, 1))
    return {
        "no light-dark()": plain,
        "day": day,
        "night": night,
        "day, more contrast": day | {name: light for name, light, _ in more},
        "night, more contrast": night | {name: dark for name, _, dark in more},
    }


PALETTES = palettes()
GROUNDS = ("bg", "card", "sub", "new", "field", "left-tint", "right-tint")
#: What is written on what; the smallest ratio is that of WCAG 1.4.3.
WRITTEN = [
    *((ink, ground) for ink in ("ink", "ink-2") for ground in (*GROUNDS, "ok-tint", "bad-tint", "warn-tint")),
    *((ink, ground) for ink in ("left", "right", "ok", "bad", "warn", "brand") for ground in GROUNDS),
    *((name, f"{name}-tint") for name in ("ok", "bad", "warn")),
    *(("card", mark) for mark in ("edge", "ok", "bad", "warn")),
    *(("on-brand", ground) for ground in ("brand", "brand-2")),
    *(("on-bar", ground) for ground in ("bar", "bar-2")),
]
#: What is drawn on what: edges of fields and of boxes, WCAG 1.4.11.
DRAWN = [(edge, ground) for edge in ("edge", "warn-edge", "bad") for ground in ("bg", "card", "sub", "field")]


def brightness(colour: str) -> float:
    """The relative luminance of ``#rgb`` or ``#rrggbb``."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def low(palette: Palette, pairs: list[tuple[str, str]], least: float) -> list[str]:
    ratios = {f"{one} on {ground}": contrast(palette[one], palette[ground]) for one, ground in pairs}
    return [f"{words}: {ratio:.2f}" for words, ratio in ratios.items() if ratio < least]


def test_the_formula_gives_the_ratios_of_the_standard() -> None:
    assert round(contrast("#fff", "#000000"), 2) == 21
    assert round(contrast("#777", "#ffffff"), 2) == 4.48


@each("name", PALETTES)
def test_words_and_edges_stand_out_from_what_is_behind_them(name: str) -> None:
    assert low(PALETTES[name], WRITTEN, 4.5) == []
    assert low(PALETTES[name], DRAWN, 3) == []


@each("name", ["day, more contrast", "night, more contrast"])
def test_more_contrast_is_the_enhanced_ratio(name: str) -> None:
    assert low(PALETTES[name], WRITTEN[:20], 7) == []


def test_a_browser_without_a_dark_room_has_the_colours_of_the_day() -> None:
    assert PALETTES["no light-dark()"].items() >= PALETTES["day"].items()
    assert PALETTES["day"].keys() >= PALETTES["no light-dark()"].keys() - {"focus", "halo"}


def test_no_rule_has_a_colour_that_stays_as_it_is_at_night() -> None:
    """But paper, and a shadow: a page that is printed, a drawn exercise, a picture in forced colours."""
    fixed = [line.strip() for line in CSS.splitlines() if re.search(r"[:\s](#[0-9a-fA-F]{3,6}\b)", line)]
    paper = ("--cg-", ".clinic-gait-standalone", ".clinic-gait-skip", ".clinic-gait .cg-frame")
    rest = [line for line in fixed if "light-dark(" not in line and not line.startswith(paper)]
    assert [line for line in rest if "color-scheme: only light" not in line and "font-size: 12pt" not in line] == []


def test_nothing_moves_by_itself() -> None:
    moving = r"(?<![\w-])(?:transition|animation|scroll-behavior)[\w-]*:(?!\s*(?:none|auto))|@keyframes|view-transition"
    assert re.findall(moving, CSS) == []
    scripts = "".join(path.read_text() for path in assets.FOLDER.glob("*.js"))
    assert re.findall(r"smooth|\.animate\(", scripts) == []
