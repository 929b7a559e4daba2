"""What the clinic articles say, statement by statement, and where each lives in the product."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, table
from clinic_gait.clinical.statements import ARTICLES, STATEMENTS, Kind, Statement


def _lines(limits: Limits) -> Iterator[str]:
    yield f"The product began with {len(ARTICLES)} articles of clinics. Here are their {len(STATEMENTS)} statements in"
    yield "our words, where each one lives, how good the research behind it is, and where the literature differs."
    for article in ARTICLES:
        yield from ("", f"### Clinic article {article.number}: {article.title} {cited((article.source,))}")
        yield from table(
            ("No.", "Statement", "Where it lives", "Evidence", "Where the literature differs"),
            map(_row, article.statements),
        )


def _row(one: Statement) -> tuple[str, ...]:
    grade = f"{one.grade.value}, {one.grade.words}" if one.grade else "no clinical claim"
    return (one.key, one.said, _homes(one) or f"nowhere: {one.no_home}", grade, one.differs)


def _homes(one: Statement) -> str:
    by_kind: dict[Kind, list[str]] = {}
    for home in one.homes:
        by_kind.setdefault(home.kind, []).append(home.name)
    return ". ".join(f"*{kind.value}* {'; '.join(names)}" for kind, names in by_kind.items())


CHAPTER = Chapter(title="Statements of the clinic articles", lines=_lines)
