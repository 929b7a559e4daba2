from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.exercises import LIBRARY, topics
from clinic_gait.clinical.findings.rules import RULES
from clinic_gait.clinical.outcomes import INSTRUMENTS
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.reference import CHAPTERS, text
from clinic_gait.clinical.reference.cut_offs import SPEAKS_OF
from clinic_gait.clinical.reference.markdown import table
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.statements import STATEMENTS
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.thresholds import THRESHOLDS

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = text()
OWN = {**THRESHOLDS, "wblt_low_cm": replace(THRESHOLDS["wblt_low_cm"], value=Decimal(9))}
KEYS = {
    "measures": (CATALOGUE, "(`{}`)"),
    "cut-offs": (THRESHOLDS, "| `{}` |"),
    "rules": (RULES, "**{}** "),
    "warning signs": (FLAGS, "| `{}` |"),
    "conditions": (CONDITIONS, "| `{}` |"),
    "techniques": (TECHNIQUES, "| `{}` |"),
    "exercises": (LIBRARY, "| `{}` |"),
    "advice": (topics(), "- `{}` "),
    "outcome measures": (INSTRUMENTS, "(`{}`, "),
    "statements": (STATEMENTS, "| {} |"),
    "sources": (SOURCES, "\n| [{}] |"),
}


def test_the_reference_in_the_docs_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "clinical-reference.md").read_text(encoding="utf-8")
    assert written == TEXT, "docs/clinical-reference.md is out of date: python3 dev.py reference writes it anew"


@pytest.mark.parametrize("what", KEYS)
def test_every_entry_stands_in_the_reference_once(what: str) -> None:
    keys: tuple[Iterable[str], str] = KEYS[what]
    assert [key for key in keys[0] if TEXT.count(keys[1].format(key)) != 1] == []


def test_it_can_be_reviewed_and_signed_chapter_by_chapter() -> None:
    assert "| Chapter | Agreed, or see notes | Name | Credential | Date |" in TEXT
    for number, chapter in enumerate(CHAPTERS, start=1):
        assert f"\n| {number}. {chapter.title} |  |  |  |  |\n" in TEXT
        assert f"\n## {number}. {chapter.title}\n" in TEXT
    assert "for the therapist to confirm, never a diagnosis" in TEXT
    assert len(TEXT.splitlines()) <= 2000


def test_what_is_cited_is_among_the_sources() -> None:
    cited = set(re.findall(r"\[([a-z][a-z0-9_]*)\]", TEXT)) - {"brackets"}
    assert cited <= set(SOURCES)


def test_every_row_of_a_table_has_the_cells_of_its_head() -> None:
    cells = 0
    for line in TEXT.splitlines():
        found = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not (cells and found) or found == cells
        cells = found


def test_a_bar_or_a_line_break_does_not_end_a_cell() -> None:
    assert list(table(("A",), [("one | two\nthree",)])) == ["", "| A |", "| --- |", "| one \\| two three |", ""]


def test_every_cut_off_says_what_it_speaks_of() -> None:
    assert list(SPEAKS_OF) == list(THRESHOLDS)


def test_a_cut_off_that_the_clinic_changed_is_shown_as_its_own() -> None:
    own = text(OWN, clinic="Riverside PT")
    assert own.startswith("# Clinical reference: Riverside PT\n")
    assert "| 9 cm or less; this clinic's own: 9 (default 10) |" in own
    assert "Cut-offs changed by the clinic, 1 of 46: `wblt_low_cm` this clinic's own: 9 (default 10)." in own
    assert "weight-bearing lunge, big toe to wall 9 cm or less" in own
    assert "weight-bearing lunge, big toe to wall 10 cm or less" not in own
    assert "clinic's own:" not in TEXT


def test_a_rule_stands_with_what_it_asks_offers_and_does() -> None:
    entry = TEXT.split("- **HYPER-01** ")[1].split("\n- **")[0]
    assert "(amber: look at it; for each leg; evidence C, weak)" in entry
    assert "all of (ankle gives way: yes; anterior drawer clearly looser than the other side: yes)" in entry
    assert "held against candidates of both sides like the noted condition Hypermobility" in entry
    assert "  - Cut-offs: `beighton_hyper`\n" in entry


def test_a_condition_stands_with_what_it_blocks_and_offers_instead() -> None:
    row = next(line for line in TEXT.splitlines() if "| `fall_risk` |" in line)
    assert "| Walk on soft ground; Side step down (offer instead: Step down with support) | loading |" in row


def test_an_exercise_stands_with_its_dose_and_its_links() -> None:
    rows = {line.split(" | ")[1]: line for line in TEXT.splitlines() if line.startswith("| ")}
    assert (
        "| 1 set of 4, hold 30 s, 2 a day, 7 days a week | A, strong | stretching |" in rows["`calf_stretch_straight`"]
    )
    assert "| Towel calf stretch | Calf stretch on a step |" in rows["`calf_stretch_straight`"]
    assert "| 1 set of 20, 5 a day, 7 days a week; both legs together |" in rows["`ankle_pumps`"]


def test_it_calls_articles_clinic_articles_and_tells_nothing_of_files() -> None:
    assert re.findall(r"\bseeds?\b[^_]|\b\w+\.(?:yaml|csv|txt)\b|/work\b", TEXT, re.I) == []


def test_the_same_entries_give_the_same_text_in_every_process() -> None:
    code = "import sys; from clinic_gait.clinical.reference import text; sys.stdout.buffer.write(text().encode())"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert done.stdout.decode() == TEXT
