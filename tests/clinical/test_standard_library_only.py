from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import clinic_gait
from tests.each import each

HOME = Path(clinic_gait.__file__).parent
MODULES = sorted(path for floor in ("clinical", "care") for path in (HOME / floor).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "name the module in full"
            yield node.module or ""


@each("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_clinical_and_care_need_the_standard_library_and_nothing_else(path: Path) -> None:
    floors = ("clinic_gait.clinical", "clinic_gait.care") if "care" in path.parts else ("clinic_gait.clinical",)
    for name in imported(path):
        own = name.startswith(floors)
        assert own or name.partition(".")[0] in sys.stdlib_module_names, f"{path.name} imports {name}"


def test_the_catalogue_loads_without_a_framework() -> None:
    code = (
        "import sys, clinic_gait.clinical.catalogue, clinic_gait.clinical.compare, clinic_gait.clinical.conditions;"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"flask", "sqlalchemy", "reportlab", "yaml"} & set(found.stdout.split())
