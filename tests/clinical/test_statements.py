from __future__ import annotations

import re

import pytest

from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.statements import ARTICLES, STATEMENTS, Home, Kind, NoSuchHome
from tests.each import each

EVERY = each("key", STATEMENTS)

#: The evidence of every statement, article by article; a dash makes no clinical claim.
GRADES = (
    "BBXCDDCDDDDDABDCCDDBCDDDD-",
    "DCBDADDCDCCCDDDDC",
    "DCD--ADDCDDBBDDDDCDDDDD",
    "BCB-DD-DBADDD-",
    "BBACCBCBCCCB",
)


def test_there_are_ninety_two_statements_in_five_articles() -> None:
    assert len(STATEMENTS) == 92
    assert [len(one.statements) for one in ARTICLES] == [26, 17, 23, 14, 12]
    assert [one.number for one in ARTICLES] == [1, 2, 3, 4, 5]
    assert all(one.source in SOURCES for one in ARTICLES)


def test_statements_are_numbered_through_within_their_article() -> None:
    expected = [f"{one.number - 1:03}-{nth:02}" for one in ARTICLES for nth in range(1, len(one.statements) + 1)]
    assert list(STATEMENTS) == expected


def test_the_evidence_of_a_statement_stays_as_it_is() -> None:
    found = ["".join(one.grade.value if one.grade else "-" for one in article.statements) for article in ARTICLES]
    assert tuple(found) == GRADES


@EVERY
def test_every_home_of_a_statement_exists(key: str) -> None:
    for home in STATEMENTS[key].homes:
        assert home.name


@EVERY
def test_a_statement_has_homes_or_a_reason_for_having_none(key: str) -> None:
    one = STATEMENTS[key]
    assert one.said
    assert bool(one.homes) is not bool(one.no_home)
    assert len(set(one.homes)) == len(one.homes)


@EVERY
def test_a_study_that_a_statement_names_is_among_the_sources(key: str) -> None:
    one = STATEMENTS[key]
    assert [
        word for word in re.findall(r"\b[a-z]+[12]\d{3}\w*", f"{one.differs} {one.no_home}") if word not in SOURCES
    ] == []


@EVERY
def test_articles_are_called_clinic_articles(key: str) -> None:
    one = STATEMENTS[key]
    assert not re.search(
        r"\bseeds?\b|\b00[0-4]\b|\.(yaml|csv|md|txt)\b", f"{one.said} {one.differs} {one.no_home}", re.I
    )


@pytest.mark.parametrize("kind", Kind)
def test_a_home_that_does_not_exist_is_told_by_kind_and_key(kind: Kind) -> None:
    with pytest.raises(NoSuchHome, match=f"no {kind.value} 'nowhere'"):
        _ = Home(kind=kind, key="nowhere").name


def test_a_measure_is_no_sign_and_an_exercise_no_technique() -> None:
    for kind, key in ((Kind.SIGN, "df_ke_deg"), (Kind.TECHNIQUE, "ankle_circles"), (Kind.CODE, "M22.2X2")):
        with pytest.raises(NoSuchHome):
            _ = Home(kind=kind, key=key).name


def test_both_meanings_of_varus_thrust_have_a_home() -> None:
    one = STATEMENTS["000-03"]
    assert one.grade is Grade.X
    assert [home.key for home in one.homes] == ["stance_hyperext", "varus_thrust", "GT-HYPEREXT", "GT-VTHRUST"]


def test_the_only_code_is_named_with_its_label() -> None:
    found = [home for one in STATEMENTS.values() for home in one.homes if home.kind is Kind.CODE]
    assert [home.name for home in found] == ["M22.2X1 Patellofemoral disorders, right knee"]
