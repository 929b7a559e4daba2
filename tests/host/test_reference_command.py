from __future__ import annotations

from flask import Flask

from clinic_gait.clinical.reference import text
from tests import hosts


def test_the_reference_is_printed_for_the_first_clinic(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["clinic-gait", "reference"])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("# Clinical reference: ")


def test_the_reference_is_printed_for_a_clinic(own_app: Flask) -> None:
    own_app.extensions["clinic_gait"].host.every_clinic = lambda: list(hosts.CLINICS.values())
    for key, clinic in hosts.CLINICS.items():
        done = own_app.test_cli_runner().invoke(args=["clinic-gait", "reference", "--clinic", key])
        assert done.output == text(clinic=clinic.name)


def test_a_clinic_that_is_not_there_is_told_with_those_that_are(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["clinic-gait", "reference", "--clinic", "nowhere"])
    assert done.exit_code == 1
    assert "no clinic 'nowhere'; there are " in done.output
