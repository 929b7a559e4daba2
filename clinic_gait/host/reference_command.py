"""``flask clinic-gait reference``: the clinical reference with the cut-offs of a clinic."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from clinic_gait.clinical.reference import text
from clinic_gait.host import shell
from clinic_gait.web.context import app_state


@click.command("reference")
@click.option("--clinic", "key", help="Key of the clinic; without it the first.")
@with_appcontext
def reference(key: str | None) -> None:
    """Print everything clinical as Markdown, with the clinic's own cut-offs marked."""
    clinic = shell.clinic(key)
    click.echo(text(app_state().settings.limits_of(clinic.key), clinic=clinic.name), nl=False)
