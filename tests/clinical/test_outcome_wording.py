from __future__ import annotations

from pathlib import Path

import pytest

import clinic_gait.clinical.outcomes as package
from clinic_gait.clinical.outcomes import INSTRUMENTS
from clinic_gait.clinical.outcomes.prompts import GROC_ASK, GROC_LABELS, NPRS_RATINGS, PSFS_NAMING, PSFS_RATING
from clinic_gait.clinical.outcomes.wording import BadWording, read_wording
from tests.clinical.reading_level import clinical_words, grade

#: Our own short labels; they stand in for a wording that is the authors' work.
LABELS = {
    "akps": (
        "limp support walk stairs squat run jump sit_knees_bent pain swelling kneecap_moves thigh_wasting bend_loss"
    ),
    "lysholm": "limp support locking giving_way pain swelling stairs squat",
}
LEFS = {"licence": "Permission of 3 May", "items": [f"text {number}" for number in range(1, 21)]}
KOOS_PARTS = {"pain": 9, "symptoms": 7, "adl": 17, "sport": 5, "qol": 4}
KOOS_ITEMS = {part: [f"{part} {number}" for number in range(1, count + 1)] for part, count in KOOS_PARTS.items()}
KOOS = {"licence": "Licence 12345", "items": KOOS_ITEMS}


@pytest.mark.parametrize("key", LABELS)
def test_knee_forms_carry_our_short_labels_only(key: str) -> None:
    assert [item.key for item in INSTRUMENTS[key].items] == LABELS[key].split()
    assert [item.label for item in INSTRUMENTS[key].items] == [one.replace("_", " ") for one in LABELS[key].split()]


@pytest.mark.parametrize("key", ["lefs", "koos", "faam_adl", "faam_sport"])
def test_no_word_of_a_licensed_item_is_shipped(key: str) -> None:
    for item in INSTRUMENTS[key].items:
        assert item.label == ""
        assert item.key.rstrip("0123456789") == f"{item.part or 'item'}_"


def test_the_package_holds_code_and_no_file_of_words() -> None:
    assert {path.suffix for path in Path(package.__file__).parent.iterdir() if path.is_file()} == {".py"}


def test_only_three_instruments_have_words_of_our_own() -> None:
    assert {key for key, one in INSTRUMENTS.items() if one.own_words} == {"psfs", "nprs", "groc"}


def test_every_item_and_step_of_ours_has_its_words() -> None:
    assert {item.key for one in INSTRUMENTS["nprs"].versions for item in one.items} == set(NPRS_RATINGS)
    for version in INSTRUMENTS["groc"].versions:
        labels = GROC_LABELS[version.name]
        assert list(labels) == list(version.items[0].points)
        assert len(set(labels.values())) == len(labels)
        assert [labels[step] for step in (-2, 0)] == [labels[2].replace("better", "worse"), "no change"]


def test_our_prompts_are_easy_to_read() -> None:
    asked = [PSFS_NAMING, PSFS_RATING.ask.format(activity="run"), GROC_ASK, *(one.ask for one in NPRS_RATINGS.values())]
    for text in asked:
        assert grade(text) <= 6, text
        assert clinical_words(text) == []


def test_a_clinics_wording_is_kept_by_item_with_its_licence() -> None:
    form = read_wording({"lefs": LEFS}).of("lefs")
    assert form is not None
    assert form.licence == "Permission of 3 May"
    assert list(form.items.items())[6] == ("item_7", "text 7")
    assert form.options == {}
    assert read_wording({}).of("lefs") is None


def test_koos_items_are_given_by_part_and_cannot_slip_into_another() -> None:
    turned = {**KOOS, "items": dict(reversed(KOOS_ITEMS.items()))}
    for given in (KOOS, turned):
        form = read_wording({"koos": given}).of("koos")
        assert form is not None
        assert all(text == key.replace("_", " ") for key, text in form.items.items())
        assert list(form.items) == [item.key for item in INSTRUMENTS["koos"].items]


def test_options_are_for_all_items_or_item_by_item() -> None:
    form = read_wording({"lefs": {**LEFS, "options": ["a", "b", "c", "d", "e"]}}).of("lefs")
    assert form is not None
    assert set(form.options.values()) == {("a", "b", "c", "d", "e")}
    items = INSTRUMENTS["akps"].items
    options = {item.key: [f"{points}" for points in item.points] for item in items}
    akps = {"licence": "x", "items": [item.key for item in items], "options": options}
    found = read_wording({"akps": akps}).of("akps")
    assert found is not None
    assert found.options["walk"] == ("5", "3", "2", "0")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"ikdc": LEFS}, "ikdc: no such instrument; lefs, faam_adl, faam_sport, koos, akps, lysholm."),
        ({"psfs": LEFS}, "psfs: it has prompts of its own and takes no wording"),
        ({"lefs": ["a"]}, "lefs: give its licence and its items."),
        ({"lefs": {**LEFS, "licence": " "}}, "lefs: say under which licence"),
        ({"lefs": {"items": LEFS["items"]}}, "lefs: say under which licence"),
        ({"lefs": {**LEFS, "items": ["a"] * 19}}, "lefs, items: 20 texts needed, 19 given."),
        ({"lefs": {**LEFS, "items": "a" * 20}}, "lefs, items: 20 texts needed, no list given."),
        ({"lefs": {**LEFS, "items": ["a"] * 19 + [""]}}, "lefs, items: text 20 is empty or not a text."),
        ({"lefs": {**LEFS, "option": []}}, "lefs: option is not known; licence, items, options."),
        ({"lefs": {**LEFS, "options": ["a"] * 4}}, "for 0, 1, 2, 3, 4 points: 5 texts needed, 4 given."),
        ({"koos": {**KOOS, "items": ["a"] * 42}}, "koos: give the items by part, since forms differ in order"),
        ({"koos": {**KOOS, "items": {"pain": ["a"] * 9}}}, "koos: give the items by part"),
        (
            {"akps": {"licence": "x", "items": ["a"] * 13, "options": ["a"] * 3}},
            "akps: its items have different points",
        ),
        ({"akps": {"licence": "x", "items": ["a"] * 13, "options": {"limp": []}}}, "akps: give options for every item"),
    ],
)
def test_a_wording_that_does_not_fit_is_refused_in_words(given: dict[str, object], words: str) -> None:
    with pytest.raises(BadWording) as refused:
        read_wording(given)
    assert words in str(refused.value)
