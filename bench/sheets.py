"""Milliseconds, bytes and memory per home-exercise sheet and patient report."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from uuid import UUID

from bench._measure import cost, peak, table
from clinic_gait.care.compose import home_sheet
from clinic_gait.care.plan import PlannedExercise, PlanSnapshot
from clinic_gait.care.sheet import HomeSheet
from clinic_gait.care.visit import Clinic, Person, Staff
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.values import DoseSide
from clinic_gait.documents import home_sheet as document

KEYS = ("calf_stretch_straight", "calf_stretch_bent", "ecc_heel_lower_floor", "balance_one_leg")


def sample(number: int = 0, *, language: str = "en", size: str = "normal") -> HomeSheet:
    """Four exercises of the left leg."""
    exercises = tuple(PlannedExercise(key=key, side=DoseSide.LEFT, dose=LIBRARY[key].dose) for key in KEYS)
    plan = PlanSnapshot(
        plan=UUID(int=number),
        number=3,
        visit=None,
        clinic=Clinic(key="river", name="Riverside PT", phone="(555) 010-0199"),
        person=Person(name=f"Patient Number {number}", birth_date=date(1968, 4, 12), number=str(10000 + number)),
        exercises=exercises,
        why="Your left ankle is stiff. These exercises help it bend.",
    )
    return home_sheet(
        plan, "ab" * 32, language=language, size=size, paper="letter",
        issued=date(2026, 11, 12), therapist=Staff(key="u1", name="Jane Okafor", credential="PT"),
    )  # fmt: skip


def cold() -> float:
    """Milliseconds from the start of a Python process to its first sheet."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bench.sheets", "--one"], check=True)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print the table."""
    rows = []
    for words, sheet in (
        ("one sheet, 4 exercises", sample()),
        ("the same in Spanish", sample(language="es")),
        ("the same in large print", sample(size="large")),
    ):
        built = document.build(sheet)
        spent = cost(lambda sheet=sheet: document.build(sheet), times=20)
        rows.append((words, str(built.pages), f"{spent.cpu:.1f}", f"{spent.best:.1f}", f"{len(built.data) / 1000:.0f}"))
    batch = [sample(number) for number in range(100)]
    spent = cost(lambda: document.build_batch(batch), times=1)
    built = document.build_batch(batch)
    rows.append(
        (
            "100 patients in one file",
            str(built.pages),
            f"{spent.cpu:.1f}",
            f"{spent.best:.1f}",
            f"{len(built.data) / 1000:.0f}",
        )
    )
    table("Home-exercise sheets, tagged", ("document", "pages", "CPU ms", "best ms", "kB"), rows)
    print(f"\nfirst sheet of a cold process: {min(cold() for _ in range(3)):.0f} ms; peak memory {peak():.0f} MB")


if __name__ == "__main__":
    if "--one" in sys.argv:
        document.build(sample())
    else:
        main()
