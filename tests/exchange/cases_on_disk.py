"""The case files that ship: the acceptance examples and the sample patients."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clinic_gait.exchange.cases import Case, load_cases, read_cases

ROOT = Path(__file__).resolve().parent.parent.parent
ACCEPTANCE = ROOT / "tests" / "cases" / "acceptance.yaml"
MORE = ROOT / "tests" / "cases" / "more.yaml"
SAMPLES = ROOT / "clinic_gait" / "practice" / "cases"
APPOINTMENTS = SAMPLES / "appointments.yaml"
TODAY = date(2026, 11, 20)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def acceptance() -> list[Case]:
    return load_cases(text(ACCEPTANCE), today=TODAY)


def looked_at(path: Path) -> list[Case]:
    """The cases of a file, for a look only."""
    return read_cases(text(path), today=TODAY)


def sample_files() -> list[Path]:
    return sorted(path for path in SAMPLES.glob("*.yaml") if path != APPOINTMENTS)


def samples(today: date = TODAY) -> list[Case]:
    return [case for path in sample_files() for case in load_cases(text(path), today=today)]
