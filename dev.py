#!/usr/bin/env python3
"""One file that sets everything up: ``python3 dev.py demo``, ``test``, ``bench``, ``check`` or ``reference``.

It needs Python and its standard library only. What the commands need goes
into ``.venv`` beside this file; nothing else on the machine is touched,
except Debian's Chromium where the browser tests find no other and may
install one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
EXTRAS = {
    "demo": "practice",
    "test": "practice,postgres,test",
    "bench": "practice,postgres,test",
    "check": "practice,postgres,test",
    "reference": "practice,postgres,test",
}
USAGE = """python3 dev.py demo [--fresh]     the product with synthetic sample patients, in the browser
python3 dev.py test [pytest ...]  every test; 'test -k floor' for a part
python3 dev.py bench              milliseconds and memory, as tables
python3 dev.py check              style, types and floors only
python3 dev.py reference          docs/clinical-reference.md, written anew from the code
"""


class Missing(Exception):
    """Something this machine lacks, said in one sentence."""


def main(arguments: list[str]) -> int:
    """Set up what the command needs, run it, return its exit code."""
    if sys.version_info < (3, 10):  # noqa: UP036 - this file is the first to run, on whatever Python there is
        sys.stderr.write("clinic_gait needs Python 3.10 or newer; this is " + sys.version.split()[0] + ".\n")
        return 2
    command = arguments[0] if arguments else ""
    if command not in EXTRAS:
        sys.stderr.write(USAGE)
        return 2
    try:
        prepare(EXTRAS[command])
        return {"demo": demo, "test": test, "bench": bench, "check": check, "reference": reference}[command](
            arguments[1:]
        )
    except Missing as missing:
        sys.stderr.write(f"{missing}\n")
        return 2


def demo(arguments: list[str]) -> int:
    """The small practice with its sample patients."""
    return run(PYTHON, "-m", "clinic_gait.practice.cli", "demo", *arguments)


def test(arguments: list[str]) -> int:
    """Everything, in parallel; a part of it when arguments say which."""
    browser()
    workers = [] if arguments else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile"]
    return run(PYTHON, "-m", "pytest", *workers, *arguments)


def bench(arguments: list[str]) -> int:
    """Every module of ``bench/``, one after the other, or those that are named."""
    chosen = arguments or sorted(path.stem for path in (ROOT / "bench").glob("[!_]*.py"))
    return max(run(PYTHON, "-m", f"bench.{name}") for name in chosen)


def check(arguments: list[str]) -> int:
    """Style, types and floors only."""
    return run(PYTHON, "-m", "pytest", "-q", "tests/test_house.py", *arguments)


def reference(arguments: list[str]) -> int:
    """The clinical reference, written anew; a test fails while it differs from the code."""
    write = "Path('docs/clinical-reference.md').write_text(text(), encoding='utf-8', newline='\\n')"
    return run(
        PYTHON, "-c", f"from pathlib import Path; from clinic_gait.clinical.reference import text; {write}", *arguments
    )


def prepare(extras: str) -> None:
    """A virtual environment with this project and ``extras`` in it; nothing is done when its stamp is fresh.

    :raises Missing: there is no way to install here.
    """
    stamp = VENV / f"stamp-{extras.replace(',', '-')}"
    wanted = hashlib.sha256(
        b"".join((ROOT / name).read_bytes() for name in ("setup.cfg", "pyproject.toml"))
    ).hexdigest()
    if runs(PYTHON) and stamp.is_file() and stamp.read_text() == wanted:
        return
    if not runs(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        make()
    if run(*installer(), "install", "--quiet", "--disable-pip-version-check", "--editable", f".[{extras}]"):
        raise Missing(f"The packages of .[{extras}] could not be installed; pip's own words stand above.")
    stamp.write_text(wanted)


def make() -> None:
    """The virtual environment; without pip of its own where Debian's python3-venv is missing."""
    sys.stderr.write("Setting up .venv, once; this takes about a minute.\n")
    try:
        venv.create(VENV, with_pip=True)
    except (subprocess.CalledProcessError, SystemExit, ImportError):
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=False)


def installer() -> list[str | Path]:
    """The pip to install with: the environment's own, else the system's pointed at it.

    :raises Missing: neither is there.
    """
    if runs(PYTHON, "-m", "pip", "--version"):
        return [PYTHON, "-m", "pip"]
    if runs(sys.executable, "-m", "pip", "--python", PYTHON, "--version"):
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    raise Missing("There is no pip here: install the package python3-venv (or python3-pip) and run this again.")


def browser() -> None:
    """A Chromium for the browser tests: the system's, else Playwright's, else Debian's where it may be installed."""
    if chromium():
        return
    ask = "from playwright.sync_api import sync_playwright as s; p = s().start(); print(p.chromium.executable_path)"
    own = subprocess.run([PYTHON, "-c", f"{ask}; p.stop()"], cwd=ROOT, capture_output=True, text=True, check=False)
    if own.stdout.strip() and Path(own.stdout.strip()).is_file():
        return
    if runs(PYTHON, "-m", "playwright", "install", "chromium"):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "chromium")
    if not chromium():
        sys.stderr.write("No Chromium was found and none could be installed: the browser tests cannot run here.\n")


def chromium() -> str | None:
    """The system's Chromium or Chrome."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CLINIC_GAIT_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def runs(*command: str | Path) -> bool:
    """Whether the command can be run and ends well, its words unseen."""
    try:
        return (
            subprocess.run(
                command if len(command) > 1 else [*command, "-c", ""], capture_output=True, check=False
            ).returncode
            == 0
        )
    except OSError:
        return False


def run(*command: str | Path) -> int:
    """Run a command in the project's folder and give back its exit code."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
