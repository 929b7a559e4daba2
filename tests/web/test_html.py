"""Every page is HTML by the standard: what leads to each other, what is empty, what is refused, what is not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import Client

from clinic_gait.practice import demo
from clinic_gait.practice.database import db
from clinic_gait.practice.sample_users import PASSWORD
from tests import hosts
from tests.each import each
from tests.web.markup import faults
from tests.web.pages import open_visit, page, raise_flag, save, sign
from tests.web.test_desk import sent_home
from tests.web.test_plans import STRETCH, line

PAGE = '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A</h1>{}</main></body></html>'
#: How many pages of one kind are read: the patients of the demonstration differ, the hundredth does not.
MANY = 4

FAULTS = {
    '<p id="a">x</p><p id="a">y</p>': "id 'a' is given 2 times",
    '<label for="gone">Name</label>': "refers to #gone, which is not there",
    '<svg role="img" aria-label="Foot"><path fill="url(#dots)"/></svg>': "refers to #dots, which is not there",
    '<p aria-lable="x">x</p>': "has no aria-lable",
    '<p style="color: red">x</p>': "has no style",
    '<p role="side">x</p>': "side is no role",
    "<blink>x</blink>": "is no element that we use",
    "<button>Save</button>": "has no type of its own",
    "<ul><p>x</p></ul>": "<p> in <ul>",
    "<span><div>x</div></span>": "<div> in <span>",
    "<p><div>x</div></p>": "unexpected-end-tag",
    '<form method="post"><form method="post"></form></form>': "unexpected-start-tag",
    "<table><p>x</p></table>": "unexpected-start-tag-implies-table-voodoo",
    '<p class="a" class="b">x</p>': "duplicate-attribute",
    '<a href="/"><button type="button">x</button></a>': '<button> in <a href="/">',
    '<input type="text" name="q">': "has no label",
    '<button type="button"></button>': "says nothing",
    '<label><input type="radio" name="r">1</label>': "is in no group with a name",
    '<label>Two <input type="text"><input type="text"></label>': "names 2 controls",
    "<label>None</label>": "names 0 controls",
    '<img src="/a.png">': "has no alt",
    '<svg role="img"></svg>': "has no name",
    "<h3>x</h3>": "a heading of rank 3 follows one of 1",
    "<h1>x</h1>": "have 2 of the first rank",
    '<table><tr><td>1</td></tr><tr><td colspan="2">2</td></tr></table>': "has rows of [1, 2] cells",
    "<table><tr><th>1</th></tr></table>": "heads neither a row nor a column",
    '<select aria-label="x"><option value=""></option></select>': "<option> is empty",
    '<input type="date" aria-label="By" value="soon">': "cannot show 'soon'",
    "<form></form>": "does not say how it is sent",
    '<p tabindex="2">x</p>': "jumps the queue",
    "<details><p>x</p><summary>y</summary></details>": "is not the first in",
}


@each(("html", "said"), FAULTS.items())
def test_a_fault_is_named(html: str, said: str) -> None:
    assert any(said in fault for fault in faults(PAGE.format(html))), faults(PAGE.format(html))


def test_a_page_as_it_should_be_has_no_fault() -> None:
    whole = (
        '<form method="post"><label>Name <input type="text" name="n"></label><button type="submit">Save</button></form>'
    )
    assert faults(PAGE.format(whole)) == []
    assert len(faults("<p>x")) > 2


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The demonstration, as its command makes it."""
    app = demo.make(tmp_path_factory.mktemp("demo"), fresh=True)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("who", ["therapist", "assistant", "desk", "admin", "auditor"])
def test_pages_that_lead_to_each_other_have_no_fault(practice: Flask, who: str) -> None:
    read = dict(walk(practice, who))
    assert len(read) > 3
    assert {url: found for url, html in read.items() if (found := faults(html))} == {}


def walk(app: Flask, who: str) -> Iterator[tuple[str, str]]:
    """Every page that somebody can come to by links and by the buttons that open a chart, a few of each kind."""
    browser = app.test_client()
    ahead, kinds = [signed_in(browser, who)], Counter[str]()
    for url in ahead:
        kinds[kind(url)] += 1
        if kinds[kind(url)] > MANY:
            continue
        answer = browser.get(url)
        html = answer.text if answer.mimetype == "text/html" else ""
        if answer.status_code == 200 and html:
            yield url, html
        opened = [browser.post(address, data=typed).location for address, typed in charts(html)[:MANY]]
        ahead += [one for one in (*links(html), *opened, answer.location) if one and one not in ahead]


def signed_in(browser: Client, who: str) -> str:
    token = re.findall(r'name="csrf_token" value="([^"]+)"', browser.get("/sign-in").text)[0]
    answer = browser.post("/sign-in", data={"csrf_token": token, "username": who, "password": PASSWORD})
    assert answer.location
    return answer.location


def kind(url: str) -> str:
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\?.*|#.*", "", url)


def links(html: str) -> list[str]:
    return [unescape(url) for url in re.findall(r'<a\b[^>]*href="(/[^"#]*)', html)]


def charts(html: str) -> list[tuple[str, dict[str, str]]]:
    """The forms that open a chart: where they go, and what they send."""
    forms = re.findall(r'<form[^>]*action="([^"]*/open)"(.*?)</form>', html, re.S)
    return [(url, dict(re.findall(r'name="([^"]+)" value="([^"]*)"', inner))) for url, inner in forms]


def test_the_practices_own_refusals_have_no_fault(practice: Flask) -> None:
    browser = practice.test_client()
    signed_in(browser, "desk")
    html = browser.get("/patients/add").text
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
    answer = browser.post("/patients/add", data={**hidden, "family": "", "sex": "nonsense", "birth_date": "soon"})
    assert answer.status_code == 422
    assert faults(answer.text) == []
    assert faults(browser.get("/nothing").text) == []


@pytest.fixture
def visit(therapist: hosts.Visitor) -> str:
    return open_visit(therapist)


def test_pages_with_nothing_in_them_have_no_fault(therapist: hosts.Visitor, desk: hosts.Visitor, visit: str) -> None:
    chart = therapist.send("/gait/patients/open", {"key": "2"}).location
    pages = ["/gait/today", chart, f"{chart}/hold"]
    pages += [visit, *(f"{visit}/{name}" for name in ("shoes", "leg-length", "scores", "plan", "review"))]
    assert {url: found for url in pages if (found := faults(therapist.get(url or "").text))} == {}
    assert faults(desk.get("/gait/desk").text) == []


@each(
    ("path", "typed"),
    [
        ("", {"wblt_cm.L": "450", "wblt_cm.R": "x", "df_ke_deg.L": "4/5/x", "flag.dvt": "maybe"}),
        ("/shoes", {"left-heel_lateral": "7", "right-counter_lean": "x", "months": "many"}),
        ("/leg-length", {"block-mm": "900", "block-foot": "both"}),
        ("/scores", {"lysholm-total": "880", "lefs-total": "-3"}),
        ("/plan", {**line(STRETCH, "", sets="many"), "g-0-text": "x" * 5000, "g-0-by": "soon"}),
    ],
)
def test_pages_that_refuse_an_entry_have_no_fault(
    therapist: hosts.Visitor, visit: str, path: str, typed: dict[str, str]
) -> None:
    answer = save(therapist, visit + path, **typed)
    assert answer.status_code == 422, answer.status_code
    assert faults(answer.text) == []


def test_a_form_without_its_version_leads_to_no_field_that_nobody_sees(therapist: hosts.Visitor, visit: str) -> None:
    answer = therapist.send(visit, {"complaint": "Stairs"})
    assert answer.status_code == 422
    assert faults(answer.text) == []


def test_a_form_that_somebody_else_sent_meanwhile_has_no_fault(therapist: hosts.Visitor, visit: str) -> None:
    old = page(therapist.get(visit)).boxes
    save(therapist, visit, complaint="Stairs", rest="no", **{"wblt_cm.L": "7.5"})
    answer = therapist.send(visit, {**old, "complaint": "Calf", "wblt_cm.L": "9", "wblt_cm.R": "11"})
    assert faults(answer.text) == []


def test_pages_of_a_hold_have_no_fault(app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    raise_flag(app, visit)
    hold = re.findall(r'href="([^"]+/hold)"', therapist.get(visit).text)[0]
    pages = [therapist.get(url) for url in (visit, f"{visit}/plan", f"{visit}/review", hold)]
    pages.append(save(therapist, hold, reason=""))
    assert [faults(one.text) for one in pages] == [[]] * 5


def test_pages_after_the_signature_have_no_fault(app: Flask, therapist: hosts.Visitor, desk: hosts.Visitor) -> None:
    visit = sent_home(app, therapist, "3")
    for visitor, url in ((therapist, f"{visit}/record"), (desk, "/gait/desk"), (therapist, "/gait/today")):
        assert faults(visitor.get(url).text) == []
    assert faults(desk.send("/gait/desk/find", {"q": "delgado"}).text) == []
    assert faults(therapist.send(f"{visit}/plan", {"language": "es"}).text) == []


def test_refusals_have_no_fault(
    client: hosts.Visitor, therapist: hosts.Visitor, desk: hosts.Visitor, visit: str
) -> None:
    gone = re.sub(r"[0-9a-f]{12}$", "0" * 12, visit)
    typed = {"complaint": "Stairs & <b>hills</b>", "wblt_cm.L": "7.5"}
    answers = {
        400: therapist.post(visit, data=typed),
        401: client.post(visit, data=typed),
        403: desk.get(visit),
        404: therapist.get(gone),
        413: therapist.post(visit, data={"complaint": "w" * 1_000_001}),
        409: therapist.send(f"{visit}/sign", {}),
    }
    assert {status: found for status, answer in answers.items() if (found := faults(answer.text))} == {}
    assert [answer.status_code for answer in answers.values()] == list(answers)


def test_a_signed_visit_is_not_written_again_and_the_page_that_says_so_has_no_fault(
    therapist: hosts.Visitor, visit: str
) -> None:
    save(therapist, visit, rest="no")
    old = page(therapist.get(visit)).boxes
    sign(therapist, visit)
    answer = therapist.send(visit, {**old, "complaint": "Late"})
    assert answer.status_code == 409
    assert faults(answer.text) == []
