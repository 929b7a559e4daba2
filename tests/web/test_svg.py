"""Drawings as SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.figures import figure
from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path
from clinic_gait.web.charts import COLOURS, path_data, svg

BOX = (("M", 1, 2), ("L", 9, 2), ("C", 9, 5, 7, 8.25, 5, 8), ("Z",))


def drawing(*items: Path | Label, title: str = "Soles, left and right", description: str = "") -> Drawing:
    return Drawing(width=100, height=50.5, items=items, title=title, description=description)


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)  # noqa: S314 - our own markup


def absolute(data: str) -> list[list[float]]:
    """The end points of relative path data."""
    here, start, points = [0.0, 0.0], [0.0, 0.0], []
    for letter, numbers in re.findall(r"([mlcz])([^mlcz]*)", data):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        if letter == "z":
            here = start
            continue
        here = [round(here[0] + values[-2], 2), round(here[1] + values[-1], 2)]
        start = here if letter == "m" else start
        points.append(here)
    return points


def test_a_drawing_is_one_named_picture() -> None:
    root = parsed(svg(drawing(Path(steps=BOX, fill=Ink.LEFT), description="Heel worn outside")))
    assert root.get("role") == "img"
    assert root.get("viewBox") == "0 0 100 50.5"
    title, description = root[0], root[1]
    assert (title.text, description.text) == ("Soles, left and right", "Heel worn outside")
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")


def test_two_drawings_of_one_page_share_no_id() -> None:
    picture = drawing(Path(steps=BOX, fill=Ink.RIGHT, stroke=Ink.RIGHT, hatch=True), description="x")
    one, two = (set(re.findall(r' id="([^"]+)"', svg(picture))) for _ in range(2))
    assert len(one) == 3
    assert not one & two


def test_a_hatch_refers_to_its_own_pattern() -> None:
    markup = svg(drawing(Path(steps=BOX, fill=Ink.RIGHT, stroke=Ink.RIGHT, hatch=True)))
    (name,) = re.findall(r'<pattern id="([^"]+)"', markup)
    assert f'fill="url(#{name})"' in markup
    assert COLOURS[Ink.RIGHT] in markup


@pytest.mark.parametrize("word", ['<script>alert("1")</script>', "a & b", 'Tom\'s "heel"'])
def test_every_word_is_escaped(word: str) -> None:
    markup = svg(drawing(Label(x=1, y=2, text=word, size=3), title=word, description=word))
    root = parsed(markup)
    assert "<script" not in markup
    assert [element.text for element in root] == [word, word, word]


def test_the_class_is_escaped_too() -> None:
    assert parsed(svg(drawing(), css_class='x" onload="y')).get("class") == 'cg-drawing x" onload="y'


def test_the_result_is_markup_and_never_escaped_again() -> None:
    assert isinstance(svg(drawing()), Markup)


@pytest.mark.parametrize("key", LIBRARY)
def test_no_figure_carries_style_or_script(key: str) -> None:
    for picture in figure(key, LIBRARY[key].dose_sides[0]):
        assert not re.search(r"<style|<script| style=| on\w+=|href=", svg(picture))


def test_colours_are_attributes_with_a_role_class_beside_them() -> None:
    path = parsed(svg(drawing(Path(steps=BOX, fill=Ink.LEFT, stroke=Ink.EDGE, width=1.5, dash=(7, 4)))))[1]
    assert (path.get("fill"), path.get("stroke")) == ("#124e8c", "#55677a")
    assert path.get("class") == "cg-fill-left cg-ink-edge"
    assert (path.get("stroke-width"), path.get("stroke-dasharray")) == ("1.5", "7 4")


def test_every_ink_has_a_colour() -> None:
    assert COLOURS.keys() == set(Ink)


def test_relative_steps_end_where_the_absolute_ones_do() -> None:
    steps = (("M", 1.25, 2), ("L", 3.1, 4.005), ("C", 0, 0, 1, 1, -2.5, 7), ("Z",), ("M", 5, 5), ("L", 6, 6))
    assert absolute(path_data(steps)) == [[1.25, 2], [3.1, 4.0], [-2.5, 7], [5, 5], [6, 6]]


def test_path_numbers_carry_no_needless_character() -> None:
    assert path_data((("M", 0.5, -0.5), ("L", 1, 0.0))) == "m.5-.5l.5 .5"


def test_labels_keep_their_anchor_and_weight() -> None:
    text = parsed(svg(drawing(Label(x=1, y=2, text="LEFT", size=12, anchor="middle", bold=True))))[1]
    assert (text.get("text-anchor"), text.get("font-weight"), text.text) == ("middle", "700", "LEFT")
