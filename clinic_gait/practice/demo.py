"""``clinic-gait demo``: a made-up clinic to click through, on this computer only."""

from __future__ import annotations

import os
import socket
import webbrowser
from pathlib import Path

import click
from flask import Flask

from clinic_gait.practice import migrate, sample, settings, staff
from clinic_gait.practice.app import create_app
from clinic_gait.practice.database import db
from clinic_gait.practice.sample_users import DEMO_USERS

ADDRESS = "127.0.0.1"
#: Ports tried after the one asked for.
MORE_PORTS = 50


@click.command("demo")
@click.option("--fresh", is_flag=True, help="Throw the demonstration's data away and begin anew.")
@click.option("--port", default=8000, show_default=True, help="The next free one is taken when this is not.")
@click.option("--open/--no-browser", "browser", default=False, help="Open the sign-in page in a browser.")
def command(fresh: bool, port: int, browser: bool) -> None:
    """Run the demonstration with made-up patients. It keeps what you do there until --fresh."""
    from waitress import serve

    app = make(folder(), fresh=fresh)
    free = free_port(port)
    url = f"http://{ADDRESS}:{free}"
    click.echo(welcome(url))
    if browser:
        webbrowser.open(url)
    serve(app, host=ADDRESS, port=free, threads=4, ident="")


def folder() -> Path:
    """Where the demonstration keeps its data."""
    return Path(os.environ.get("CLINIC_GAIT_DEMO_DIR") or "instance").absolute()


def make(where: Path, *, fresh: bool = False) -> Flask:
    """The demonstration, filled on the first run; on every run its appointments are today's."""
    where.mkdir(parents=True, exist_ok=True)
    file = where / "demo.sqlite"
    if fresh:
        for leftover in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
            leftover.unlink(missing_ok=True)
    settings.write_secret(where, "demo.secret")
    app = create_app(_config(where, file))
    with app.app_context():
        migrate.upgrade(db.engine)
        if staff.only_clinic(db.session()) is None:
            click.echo("Filling the demonstration with made-up patients ...")
            sample.fill(app)
        else:
            sample.move_to_today()
        db.session.remove()
    return app


def free_port(wanted: int) -> int:
    """The port that is wanted, or the next one on which nobody listens."""
    for port in range(wanted, wanted + MORE_PORTS):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((ADDRESS, port))
            except OSError:
                continue
            return port
    raise click.ClickException(f"No free port from {wanted} to {wanted + MORE_PORTS - 1}; choose another with --port.")


def welcome(url: str) -> str:
    """Where to click and how to sign in."""
    lines = [
        "",
        f"  The demonstration is at {url}",
        f"  Every password is: {DEMO_USERS[0].password}",
        "",
        *(f"    {one.username:<11} {one.role:<14} {one.words}" for one in DEMO_USERS),
        "",
        "  All patients are made up. Stop with Ctrl+C; what you do is kept. --fresh begins anew.",
        "",
    ]
    return "\n".join(lines)


def _config(where: Path, file: Path) -> dict[str, object]:
    return {
        f"{settings.PREFIX}DEMO": True,
        f"{settings.PREFIX}FOLDER": where,
        f"{settings.PREFIX}DATABASE": f"sqlite:///{file}",
        f"{settings.PREFIX}SECRET_FILE": where / "demo.secret",
        # Another site's page must not reach a demonstration by giving its own name this address.
        f"{settings.PREFIX}TRUSTED_HOSTS": (ADDRESS, "localhost"),
        f"{settings.PREFIX}IDLE_MINUTES": 60,
    }
