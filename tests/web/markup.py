"""What is wrong with the HTML of a page: the parser's own complaints, and the standard's rules that it does not watch.

The current Nu validator, which needs Java, finds nothing that these do not find on the pages of the demonstration.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

from tests.web import vocabulary as words

Rule = Callable[["Markup"], Iterable[str]]
RULES: list[Rule] = []


class Markup:
    """A page as a browser reads it: its elements, who stands in whom, and what the parser complained of."""

    def __init__(self, html: str) -> None:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root: Element = parser.parse(html)
        self.complaints = [f"line {place[0]}: {code} {details}" for place, code, details in parser.errors]
        self.parent = {child: one for one in self.root.iter() for child in one}

    @cached_property
    def elements(self) -> list[Element]:
        """Every element of HTML; drawings are one element each."""
        return [one for one in self.root.iter() if isinstance(one.tag, str) and not one.tag.startswith("{")]

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(found for one in self.root.iter() if (found := one.get("id")) is not None)

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {one.get("id", ""): one for one in self.root.iter()}

    @cached_property
    def labels(self) -> dict[Element | str, list[Element]]:
        """The labels by the control that they hold, and by the id that they name."""
        found: dict[Element | str, list[Element]] = {}
        for label in self.of("label"):
            keys: list[Element | str] = [label.get("for", ""), *filter(_labelled, label.iter())]
            for key in keys:
                found.setdefault(key, []).append(label)
        return found

    def of(self, *tags: str) -> list[Element]:
        return [one for one in self.elements if one.tag in tags]

    def above(self, one: Element) -> Iterator[Element]:
        """The elements around this one, from the inside."""
        while one in self.parent:
            one = self.parent[one]
            yield one

    def hidden(self, one: Element) -> bool:
        return any(around.get("hidden") is not None for around in (one, *self.above(one)))

    def text(self, one: Element) -> str:
        """What is read aloud of an element: its words and the names of its pictures."""
        named = " ".join(inner.get("aria-label") or inner.get("alt") or "" for inner in one.iter())
        return ("".join(one.itertext()) + named).strip()

    def name(self, one: Element) -> str:
        """What an element is called by other means than its own words."""
        by = [self.text(self.by_id[key]) for key in _listed(one, "aria-labelledby") if key in self.by_id]
        labels = self.labels.get(one, []) + self.labels.get(one.get("id") or one, [])
        return one.get("aria-label") or " ".join([*by, *map(self.text, labels)]).strip() or one.get("title") or ""


def faults(html: str) -> list[str]:
    """Every fault of a page, each once; none of a page as it should be."""
    page = Markup(html)
    return sorted({*page.complaints, *(said for rule in RULES for said in rule(page))})


def rule(look: Rule) -> Rule:
    RULES.append(look)
    return look


def said(one: Element) -> str:
    """An element as a fault names it."""
    tag = str(one.tag).rpartition("}")[2]
    return (
        f"<{tag}" + "".join(f' {key}="{one.get(key)}"' for key in ("id", "class", "name", "href") if one.get(key)) + ">"
    )


def _listed(one: Element, attribute: str) -> list[str]:
    return (one.get(attribute) or "").split()


def _labelled(one: Element) -> bool:
    return one.tag in words.LABELLED and one.get("type") != "hidden"


def _acts(one: Element) -> bool:
    """Whether a person can press it or type into it."""
    return one.tag in words.ACTING and one.get("type") != "hidden" and (one.tag != "a" or one.get("href") is not None)


@rule
def ids_are_given_once(page: Markup) -> Iterator[str]:
    yield from (f"id {name!r} is given {count} times" for name, count in page.ids.items() if count > 1)
    yield from (f"id {name!r} is no word" for name in page.ids if not name or re.search(r"\s", name))


@rule
def what_is_referred_to_is_there(page: Markup) -> Iterator[str]:
    for one in page.root.iter():
        names = [name for attribute in words.REFERRING for name in _listed(one, attribute)]
        if (one.get("href") or "").startswith("#"):
            names.append((one.get("href") or "")[1:])
        names += [name for value in one.attrib.values() for name in re.findall(r"^url\(#(.+)\)$", value)]
        yield from (f"{said(one)} refers to #{name}, which is not there" for name in names if not page.ids[name])


@rule
def elements_and_attributes_are_of_the_standard(page: Markup) -> Iterator[str]:
    for one in page.elements:
        if one.tag not in words.ATTRIBUTES:
            yield f"{said(one)} is no element that we use"
        allowed = words.GLOBAL | words.ARIA | words.ATTRIBUTES.get(one.tag, frozenset())
        yield from (
            f"{said(one)} has no {key}" for key in one.attrib if key not in allowed and not key.startswith("data-")
        )
        yield from (f"{said(one)}: {role} is no role" for role in _listed(one, "role") if role not in words.ROLES)
        if one.tag in words.TYPES and one.get("type", "text") not in words.TYPES[one.tag]:
            yield f"{said(one)} has no type of its own, or none there is"
        if one.get("type") == "date" and not re.fullmatch(r"(\d{4}-\d\d-\d\d)?", one.get("value", "")):
            yield f"{said(one)} cannot show {one.get('value')!r}"


@rule
def elements_stand_where_they_may(page: Markup) -> Iterator[str]:
    for one in page.elements:
        around = page.parent.get(one)
        if around is not None and around.tag in words.CHILDREN and one.tag not in words.CHILDREN[around.tag]:
            yield f"{said(one)} in {said(around)}"
        if one.tag in words.PARENTS and (around is None or around.tag not in words.PARENTS[one.tag]):
            yield f"{said(one)} outside of {', '.join(words.PARENTS[one.tag])}"
        if one.tag in words.FIRST and around is not None and around[0] is not one:
            yield f"{said(one)} is not the first in {said(around)}"


@rule
def words_hold_no_blocks(page: Markup) -> Iterator[str]:
    for one in page.elements:
        if one.tag in words.OF_WORDS:
            may = words.PHRASING | (words.HEADINGS if one.tag in ("summary", "legend") else frozenset())
            inside = [inner for inner in one.iter() if inner is not one and not str(inner.tag).startswith("{")]
            yield from (f"{said(inner)} in {said(one)}" for inner in inside if inner.tag not in may)


@rule
def nothing_to_press_is_in_something_to_press(page: Markup) -> Iterator[str]:
    for one in filter(_acts, page.elements):
        around = next((other for other in page.above(one) if other.tag in words.PRESSED), None)
        if around is not None:
            yield f"{said(one)} in {said(around)}"


@rule
def every_control_has_a_name(page: Markup) -> Iterator[str]:
    for one in page.elements:
        if _labelled(one) and one.tag != "button" and not page.name(one):
            yield f"{said(one)} has no label"
        if (one.tag in ("button", "summary") or (one.tag == "a" and _acts(one))) and not (
            page.text(one) or page.name(one)
        ):
            yield f"{said(one)} says nothing"
        if one.get("type") == "radio" and not any(
            page.name(other) or other.find("legend") is not None for other in page.above(one) if other.tag == "fieldset"
        ):
            yield f"{said(one)} is in no group with a name"


@rule
def every_label_names_one_control(page: Markup) -> Iterator[str]:
    for one in page.of("label"):
        inside = [inner for inner in one.iter() if _labelled(inner)]
        if len(inside) > 1 or (not inside and not one.get("for")):
            yield f"{said(one)} {page.text(one)!r} names {len(inside)} controls"
        if inside and one.get("for") and inside[0].get("id") != one.get("for"):
            yield f"{said(one)} holds one control and names another"


@rule
def pictures_have_words(page: Markup) -> Iterator[str]:
    yield from (f"{said(one)} has no alt" for one in page.of("img") if one.get("alt") is None)
    for one in page.root.iter("{http://www.w3.org/2000/svg}svg"):
        title = one.find("{http://www.w3.org/2000/svg}title")
        if one.get("aria-hidden") != "true" and not page.name(one) and title is None:
            yield f"{said(one)} has no name"


@rule
def headings_go_down_one_by_one(page: Markup) -> Iterator[str]:
    levels = [int(one.tag[1]) for one in page.elements if one.tag in words.HEADINGS and not page.hidden(one)]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the headings begin {levels[:3]} and have {levels.count(1)} of the first rank"
    yield from (f"a heading of rank {after} follows one of {one}" for one, after in pairwise(levels) if after > one + 1)
    yield from (
        f"{said(one)} is an empty heading" for one in page.elements if one.tag in words.HEADINGS and not page.text(one)
    )


@rule
def tables_are_rectangles(page: Markup) -> Iterator[str]:
    for table in page.of("table"):
        widths = [sum(int(cell.get("colspan", "1")) for cell in row) for row in table.iter("tr")]
        if len(set(widths)) > 1:
            yield f"{said(table)} has rows of {sorted(set(widths))} cells"
        yield from (
            f"{said(cell)} {page.text(cell)!r} heads neither a row nor a column"
            for cell in table.iter("th")
            if not cell.get("scope")
        )


@rule
def a_page_is_whole(page: Markup) -> Iterator[str]:
    if not page.root.get("lang"):
        yield "the page has no language"
    if [bool(page.text(one)) for one in page.of("title")] != [True]:
        yield "the page has no title, or several"
    if len(page.of("main")) != 1:
        yield "the page has no main part, or several"
    if sum(one.get("autofocus") is not None for one in page.elements) > 1:
        yield "two fields want the focus"
    yield from (f"{said(one)} is empty" for one in page.of("option") if not page.text(one) and not one.get("label"))
    yield from (f"{said(one)} does not say how it is sent" for one in page.of("form") if not one.get("method"))
    yield from (f"{said(one)} jumps the queue" for one in page.root.iter() if int(one.get("tabindex", "0")) > 0)
