"""Every document kind, size, paper and language is a tagged file that other programs can read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pikepdf
import pypdf
import pypdfium2
import pytest

from clinic_gait.clinical.values import DoseSide
from clinic_gait.documents import home_sheet, patient_report
from tests.documents import papers, reading

KINDS: dict[str, Callable[..., bytes]] = {
    "home_sheet": lambda **look: home_sheet.build(papers.home_sheet(**look)).data,
    "patient_report": lambda **look: patient_report.build(papers.report(**look)).data,
}
LOOKS = [
    {"language": "en", "size": "normal", "paper": "letter"},
    {"language": "en", "size": "large", "paper": "a4"},
    {"language": "es", "size": "normal", "paper": "a4"},
    {"language": "es", "size": "large", "paper": "letter"},
]


@pytest.fixture(
    scope="module",
    params=[(kind, look) for kind in KINDS for look in LOOKS],
    ids=lambda one: "-".join((one[0], *one[1].values())),
)
def made(request: pytest.FixtureRequest) -> Iterator[tuple[bytes, pikepdf.Pdf, dict[str, str]]]:
    kind, look = request.param
    data = KINDS[kind](**look)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield data, pdf, look


Made = tuple[bytes, pikepdf.Pdf, dict[str, str]]


def test_every_mark_belongs_to_an_element_or_is_an_artifact(made: Made) -> None:
    for page in made[1].pages:
        assert reading.marked(page).outside == []


def test_every_number_is_in_the_parent_tree(made: Made) -> None:
    pdf = made[1]
    flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    lists = {int(flat[place]): flat[place + 1] for place in range(0, len(flat), 2)}
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(pdf.pages)
    for number, page in enumerate(pdf.pages):
        assert page.obj.StructParents == number
        assert page.obj.Tabs == "/S"
        elements = lists[number]
        found = reading.marked(page).text
        assert sorted(found) == list(range(len(elements)))
        for place, element in enumerate(elements):
            assert element.Pg.objgen == page.obj.objgen
            assert place in list(element.K)


def test_every_figure_says_what_it_shows_and_where(made: Made) -> None:
    figures = [node for node in reading.tree(made[1]).walk() if node.tag == "Figure"]
    for figure in figures:
        assert len(str(figure.raw.Alt)) > 20
        left, bottom, right, top = (float(corner) for corner in figure.raw.A.BBox)
        assert 36 <= left < right <= 576
        assert 36 <= bottom < top <= 806


def test_headings_are_not_skipped(made: Made) -> None:
    levels = [int(node.tag[1]) for node in reading.tree(made[1]).walk() if re.fullmatch(r"H\d", node.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_rows_of_equal_length_and_heads_with_a_scope(made: Made) -> None:
    tables = [node for node in reading.tree(made[1]).walk() if node.tag == "Table"]
    assert tables
    for table in tables:
        assert {row.tag for row in table.kids} == {"TR"}
        assert {cell.tag for cell in table.kids[0].kids} == {"TH"}
        assert all(cell.raw.A.Scope == "/Column" for cell in table.kids[0].kids)
        for row in table.kids[1:]:
            assert row.kids[0].tag == "TH"
            assert row.kids[0].raw.A.Scope == "/Row"
            assert len(row.kids) == len(table.kids[0].kids)


def test_lists_hold_items_with_a_body(made: Made) -> None:
    lists = [node for node in reading.tree(made[1]).walk() if node.tag == "L"]
    assert lists
    for found in lists:
        for item in found.kids:
            assert item.tag == "LI"
            assert [kid.tag for kid in item.kids] in (["LBody"], ["Lbl", "LBody"])


def test_the_file_says_what_it_is_and_names_nobody(made: Made) -> None:
    data, pdf, look = made
    assert str(pdf.Root.Lang) == look["language"]
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    assert len(str(pdf.docinfo["/Title"])) > 10
    assert str(pdf.docinfo["/Title"]) in pdf.Root.Metadata.read_bytes().decode()
    said = str(dict(pdf.docinfo.items())) + pdf.Root.Metadata.read_bytes().decode()
    for part in ("Delgado", "Maria", "10442", "1968"):
        assert part not in said
    assert b"Delgado" not in data


def test_every_font_is_embedded_and_can_be_read_back(made: Made) -> None:
    for page in made[1].pages:
        for name, font in page.Resources.Font.items():
            assert "ClinicGait" in name
            assert "Helvetica" not in str(font.BaseFont)
            assert len(font.FontDescriptor.FontFile2.read_bytes()) > 1000
            assert font.ToUnicode is not None


def test_two_readers_find_the_words_that_are_tagged(made: Made) -> None:
    data, pdf, _ = made
    tagged = [node.text for node in reading.tree(pdf).walk()]
    artifacts = [reading.marked(page).artifacts for page in pdf.pages]
    ours = sorted("".join("".join(tagged + artifacts).split()))
    assert sorted("".join(reading.words_by_pdfium(data))) == ours
    assert sorted("".join(reading.words_by_pypdf(data))) == ours


def test_no_type_is_under_12_points_or_18_in_large_print(made: Made) -> None:
    _, pdf, look = made
    least = 18 if look["size"] == "large" else 12
    for page in pdf.pages:
        # The numbers inside the pictures are drawn at the picture's scale.
        sizes = reading.marked(page).sizes
        assert {size for size in sizes if size >= least}, sizes


def test_page_x_of_y_stands_on_every_page_with_name_and_birth_date(made: Made) -> None:
    data, pdf, look = made
    birth = "12 abr 1968" if look["language"] == "es" else "12 Apr 1968"
    of = "Página {} de {}" if look["language"] == "es" else "Page {} of {}"
    for number, text in enumerate(reading.pages_of(data), start=1):
        flat = " ".join(text.split())
        assert "Maria Delgado" in flat
        assert birth in flat
        assert "No. 10442" in flat or "Nº 10442" in flat
        assert "9f3a61c2" in flat
        assert "Riverside Physical Therapy" in flat
        assert of.format(number, len(pdf.pages)) in flat


def test_nothing_stands_outside_the_margins(made: Made) -> None:
    data, _, look = made
    margin = 72 if look["size"] == "large" else 36
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        assert (round(wide), round(high)) == ((612, 792) if look["paper"] == "letter" else (595, 842))
    for page in pypdfium2.PdfDocument(data):
        picture = page.render(scale=1, grayscale=True).to_pil().convert("L").point(lambda value: 255 - value)
        left, top, right, bottom = picture.getbbox()
        wide, high = picture.size
        # A letter such as j may hang over its own left edge by a point.
        assert min(left, top, wide - right, high - bottom) >= margin - 2


def test_a_sheet_is_read_aloud_in_the_order_of_doing() -> None:
    sheet = papers.home_sheet(side=DoseSide.RIGHT)
    said = reading.spoken(home_sheet.build(sheet).data)
    wanted = [
        "Your home exercises",
        "Maria Delgado",
        "12 November 2026",
        "Jane Okafor, PT",
        "Born 12 Apr 1968",
        sheet.why,
    ]
    for exercise in sheet.exercises:
        wanted += [exercise.name, exercise.side_words, exercise.caption_start, exercise.caption_end]
        wanted += [*exercise.steps, exercise.feel]
    wanted += [sheet.pain_rule, *sheet.stop, *sheet.emergency, "In short:", "Before you go", "Your exercise log"]
    place = 0
    for words in wanted:
        found = said.find(words, place)
        assert found >= 0, f"{words!r} is missing after {said[max(0, place - 60) : place]!r}"
        place = found + len(words)
