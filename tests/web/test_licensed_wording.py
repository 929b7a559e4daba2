"""Licensed wording of questionnaires: shown where the clinic has given it, and a wrong file stops the start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from clinic_gait import ClinicGait
from clinic_gait.web.settings import BadSetting, Settings
from tests import hosts
from tests.conftest import visitor
from tests.web.pages import open_visit

LEFS = {
    "licence": "Permission of 3 May & 4 June",
    "items": [f"<i>made-up question {number}</i>" for number in range(1, 21)],
    "options": [f"made-up answer {points}" for points in range(5)],
}
AKPS = {"licence": "Letter of the author", "items": [f"made-up knee question {number}" for number in range(1, 14)]}


@pytest.fixture
def clinic_with_words(own_app: Flask) -> hosts.Visitor:
    """A therapist of a clinic that has its own wording of one form."""
    state = own_app.extensions["clinic_gait"]
    own_app.extensions["clinic_gait"] = type(state)(
        host=state.host,
        settings=Settings.read({"CLINIC_GAIT_WORDING": {"lefs": LEFS}, "CLINIC_GAIT_CLOCK": lambda: hosts.NOW}),
        session=state.session,
        unready=state.unready,
    )
    return visitor(own_app, "therapist")


def test_no_wording_stands_on_the_page_unless_it_is_given(therapist: hosts.Visitor) -> None:
    text = therapist.get(f"{open_visit(therapist)}/scores").text
    assert "made-up" not in text
    assert "Shown in your clinic" not in text
    assert text.count("No wording is shipped") == 6


def test_the_clinics_wording_stands_beside_its_items_with_its_licence(clinic_with_words: hosts.Visitor) -> None:
    text = clinic_with_words.get(f"{open_visit(clinic_with_words)}/scores").text
    for number in range(1, 21):
        assert f"&lt;i&gt;made-up question {number}&lt;/i&gt;" in text
    assert text.count("made-up answer 4") == 20
    assert "under: Permission of 3 May &amp; 4 June" in text
    assert text.count("No wording is shipped") == 5


def test_a_file_is_read_as_the_mapping_is(tmp_path: Path) -> None:
    file = tmp_path / "wording.json"
    file.write_text(json.dumps({"lefs": LEFS, "akps": AKPS}), encoding="utf-8-sig")
    for given in (str(file), file, {"lefs": LEFS, "akps": AKPS}):
        wording = Settings.read({"CLINIC_GAIT_WORDING": given}).wording
        assert set(wording.forms) == {"lefs", "akps"}
        found = wording.of("lefs")
        assert found is not None
        assert found.items["item_20"] == "<i>made-up question 20</i>"


@pytest.mark.parametrize("given", [None, "", {}])
def test_nothing_given_is_no_wording(given: Any) -> None:
    assert dict(Settings.read({"CLINIC_GAIT_WORDING": given}).wording.forms) == {}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"lefs": {**LEFS, "items": LEFS["items"][:18]}},
            "CLINIC_GAIT_WORDING: lefs, items: 20 texts needed, 18 given",
        ),
        ({"lefs": {**LEFS, "licence": " "}}, "under which licence"),
        ({"left": LEFS}, "left: no such instrument"),
        ({"psfs": LEFS}, "it has prompts of its own"),
        ({7: LEFS}, "7: no such instrument"),
        ("/nowhere/wording.json", "/nowhere/wording.json cannot be read (No such file"),
        (["lefs"], "a mapping from instrument"),
        (17, "a mapping from instrument"),
    ],
)
def test_a_wording_that_does_not_fit_stops_the_start_with_its_sentence(given: Any, said: str) -> None:
    app = Flask("bare")
    app.config.update(SECRET_KEY="only for tests", SQLALCHEMY_DATABASE_URI="sqlite://", CLINIC_GAIT_WORDING=given)
    with pytest.raises(BadSetting) as refused:
        ClinicGait(app, db=SQLAlchemy(app))
    assert said in str(refused.value)
    assert "clinic_gait" not in app.extensions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"{", "is no JSON file"),
        (b"\xff\xfe{}", "is no JSON file"),
        (b"[]", "a mapping from instrument"),
        (b'{"lefs": {}, "lefs": {}}', "lefs is given twice"),
        (b"[" * 100_000, "is no JSON file"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused_by_name(tmp_path: Path, text: bytes, said: str) -> None:
    file = tmp_path / "wording.json"
    file.write_bytes(text)
    with pytest.raises(BadSetting) as refused:
        Settings.read({"CLINIC_GAIT_WORDING": str(file)})
    assert said in str(refused.value)
