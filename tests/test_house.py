"""The house itself: floors, style, types, packaging, and what the README promises."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONFIG = configparser.ConfigParser()
CONFIG.read(ROOT / "setup.cfg")

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"


def run(*command: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False, timeout=300
    )


def tracked(folder: str) -> set[str]:
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", folder).stdout.split("\n")
    return {name for name in listed if name and (ROOT / name).is_file()}


def test_floors_are_kept() -> None:
    done = run(sys.executable, "-c", LINT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=" ".join
)
def test_style_and_types_are_clean(command: list[str]) -> None:
    done = run(sys.executable, "-m", *command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_light_package_loads_no_framework() -> None:
    said = run(
        sys.executable, "-c", "import clinic_gait.clinical.catalogue, clinic_gait.care.visit, sys; print(*sys.modules)"
    )
    assert said.returncode == 0, said.stderr
    assert not {"flask", "sqlalchemy", "reportlab", "alembic", "yaml"} & set(said.stdout.split())


def test_every_package_stands_in_the_list() -> None:
    listed = set(CONFIG["options"]["packages"].split())
    folders = {str(path.parent.relative_to(ROOT)) for path in (ROOT / "clinic_gait").rglob("__init__.py")}
    names = {folder.replace(os.sep, ".") for folder in folders}
    names |= {"clinic_gait.migrations", "clinic_gait.migrations.versions", "clinic_gait.templates"}
    # The small practice's migrations are data to Alembic, which runs them by path.
    assert listed == {name for name in names if ".practice.migrations" not in name}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built through the sdist as a release is."""
    out = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT))
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return next(out.glob("*.whl"))


def test_the_wheel_holds_exactly_the_tracked_files(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = tracked("clinic_gait")
    expected |= {f"clinic_gait/{name}" for name in tracked("templates") | tracked("migrations")}
    assert inside == expected


def test_the_sdist_holds_the_tests(wheel: Path) -> None:
    import tarfile

    with tarfile.open(next(wheel.parent.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert tracked("tests") <= names


def test_the_readme_app_runs_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    installed = run(sys.executable, "-m", "pip", "install", "--no-deps", "--quiet", "--target", str(site), str(wheel))
    assert installed.returncode == 0, installed.stderr
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    assert code, "README.md shows how to mount the plugin"
    (tmp_path / "app.py").write_text(code.group(1))
    outside = {"PYTHONPATH": str(site), "FLASK_APP": "app.py"}
    said = run(sys.executable, "-m", "flask", "clinic-gait", "db", "upgrade", cwd=tmp_path, **outside)
    assert said.returncode == 0, said.stderr
    ask = "import app, clinic_gait; print(clinic_gait.__file__, app.app.test_client().get('/gait/today').status_code)"
    said = run(sys.executable, "-c", ask, cwd=tmp_path, **outside)
    assert said.stdout.split()[0].startswith(str(site)), said.stderr
    assert said.stdout.split()[1] == "200", said.stdout


def test_the_readme_shows_both_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "python3 dev.py demo" in readme
    assert "python3 dev.py test" in readme
    assert (ROOT / ".ci" / "run").read_text().strip().endswith("exec python3 dev.py test")


def test_the_host_guide_names_every_setting() -> None:
    from dataclasses import fields

    from clinic_gait.web.settings import PREFIX, Settings

    guide = (ROOT / "docs" / "host.md").read_text()
    assert [one.name for one in fields(Settings) if f"`{PREFIX}{one.name.upper()}`" not in guide] == []


def test_no_guide_leads_nowhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#]+)\)", page.read_text())]
    assert [
        f"{page.name}: {link}" for page, link in links if "://" not in link and not (page.parent / link).exists()
    ] == []
