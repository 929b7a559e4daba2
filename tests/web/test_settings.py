"""Cut-offs as settings: checked at start-up, by clinic, and used on every page."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from clinic_gait import ClinicGait
from clinic_gait.clinical.catalogue import USUAL_SET
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.web.settings import BadSetting, Settings
from tests import hosts
from tests.conftest import visitor
from tests.web.pages import open_visit, save


def started(**config: Any) -> Flask:
    """An application with these settings of the plugin."""
    app = Flask("bare")
    app.config.update(SQLALCHEMY_DATABASE_URI="sqlite://", **config)
    ClinicGait(app, db=SQLAlchemy(app))
    return app


def read(**given: Any) -> Settings:
    return Settings.read({f"CLINIC_GAIT_{name.upper()}": value for name, value in given.items()})


def test_without_settings_every_clinic_has_the_defaults() -> None:
    assert read().limits_of("river") == THRESHOLDS == Settings().limits_of("river")


def test_a_clinic_has_what_was_set_for_all_and_over_it_its_own() -> None:
    found = read(thresholds={"wblt_low_cm": 9, "lsd_poor": 5}, clinic_thresholds={"river": {"lsd_poor": 3}})
    names = ("wblt_low_cm", "lsd_poor", "lsd_medium")
    assert [found.limits_of("river")[name].value for name in names] == [9, 3, 2]
    assert [found.limits_of("hill")[name].value for name in names] == [9, 5, 2]
    assert found.limits_of("river") is found.limits_of("river")


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (
            {"THRESHOLDS": {"df_ke_limited": 80}},
            "CLINIC_GAIT_THRESHOLDS: df_ke_limited is 80; it may be -10 to 20 deg.",
        ),
        (
            {"THRESHOLDS": {"lsd_por": 3}},
            "CLINIC_GAIT_THRESHOLDS: lsd_por is not a cut-off; did you mean lsd_poor?",
        ),
        (
            {"THRESHOLDS": [7]},
            "CLINIC_GAIT_THRESHOLDS: give a mapping of cut-offs to numbers, such as {'df_ke_limited': 7}.",
        ),
        (
            {"CLINIC_THRESHOLDS": {"river": {"wells_likely": 3}}},
            "CLINIC_GAIT_CLINIC_THRESHOLDS, clinic river: wells_likely is 3; it may be 1 to 2 points.",
        ),
        (
            {"THRESHOLDS": {"lsd_medium": 3}, "CLINIC_THRESHOLDS": {"river": {"lsd_poor": 3}}},
            "CLINIC_GAIT_CLINIC_THRESHOLDS, clinic river: lsd_medium is 3 and lsd_poor is 3; "
            "lsd_medium must be below lsd_poor.",
        ),
        (
            {"CLINIC_THRESHOLDS": {"river": None}},
            "CLINIC_GAIT_CLINIC_THRESHOLDS, clinic river: give a mapping of cut-offs to numbers, "
            "such as {'df_ke_limited': 7}.",
        ),
        (
            {"CLINIC_THRESHOLDS": "river"},
            "CLINIC_GAIT_CLINIC_THRESHOLDS: give a mapping of clinic keys to their cut-offs.",
        ),
    ],
)
def test_a_cut_off_that_cannot_be_stops_the_start_with_a_sentence(config: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadSetting) as bad:
        started(**{f"CLINIC_GAIT_{name}": value for name, value in config.items()})
    assert str(bad.value) == sentence


def test_good_cut_offs_start() -> None:
    app = started(CLINIC_GAIT_THRESHOLDS={"df_ke_limited": "7"})
    assert app.extensions["clinic_gait"].settings.limits_of("any")["df_ke_limited"].value == 7


@pytest.fixture
def strict(own_app: Flask) -> hosts.Visitor:
    """A therapist of a clinic with cut-offs of its own."""
    own = {"mdc_wblt_cm": 4, "wblt_low_cm": 12, "lld_note_mm": 3, "lld_act_mm": 6}
    state = own_app.extensions["clinic_gait"]
    settings = Settings.read({"CLINIC_GAIT_CLINIC_THRESHOLDS": {"river": own}, "CLINIC_GAIT_CLOCK": lambda: hosts.NOW})
    own_app.extensions["clinic_gait"] = type(state)(
        host=state.host, settings=settings, session=state.session, unready=state.unready
    )
    return visitor(own_app, "therapist")


def test_pages_use_the_clinics_own_cut_offs_and_say_so(strict: hosts.Visitor) -> None:
    url = open_visit(strict)
    save(strict, url, **{"wblt_cm.L": "11.5", "wblt_cm.R": "15"})
    html = strict.get(url).text
    assert 'data-measure="wblt_cm" data-error="4"' in html
    assert 'title="12 cm or less, weak evidence, clinic&#39;s own setting (default 10)">low</span>' in html
    chart = strict.get(f"{strict.send('/gait/patients/open', {'key': '1'}).location}?view=measures").text
    assert "within measurement error (4)" in chart
    assert "measurement error (1.9)" not in chart


def test_leg_length_is_called_by_the_clinics_own_bands(strict: hosts.Visitor) -> None:
    url = f"{open_visit(strict)}/leg-length"
    save(strict, url, **{"block-foot": "left", "block-mm": "6"})
    html = strict.get(url).text
    assert "Possibly important." in html
    assert "this clinic&#39;s own bands: 6 to under 20 mm" in html
    assert "<li>3 to under 6 mm: small</li>" in html


def test_without_settings_every_clinic_has_the_usual_set() -> None:
    assert read().usual_of("river") == USUAL_SET == Settings().usual_of("river")


def test_a_clinic_has_its_own_usual_set_and_the_others_the_one_for_all() -> None:
    found = read(usual_set="wblt_deg, ev_deg", clinic_usual_sets={"river": ["slb_s"]})
    assert found.usual_of("river") == ("slb_s",)
    assert found.usual_of("hill") == ("wblt_deg", "ev_deg")


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (
            {"USUAL_SET": ["wblt_dg", "lsd_score"]},
            "CLINIC_GAIT_USUAL_SET: wblt_dg is not a measure; did you mean wblt_deg?",
        ),
        ({"USUAL_SET": ["slb_s", "slb_s"]}, "CLINIC_GAIT_USUAL_SET: slb_s is given twice."),
        (
            {"USUAL_SET": ["wells_score"]},
            "CLINIC_GAIT_USUAL_SET: wells_score is worked out from other entries and never typed.",
        ),
        (
            {"USUAL_SET": []},
            "CLINIC_GAIT_USUAL_SET: the list is empty; leave the setting out for the set that comes with the program.",
        ),
        (
            {"USUAL_SET": {"slb_s": 1}},
            "CLINIC_GAIT_USUAL_SET: give a list of measures, such as ['wblt_deg', 'df_ke_deg'].",
        ),
        (
            {"CLINIC_USUAL_SETS": {"river": [7]}},
            "CLINIC_GAIT_CLINIC_USUAL_SETS, clinic river: 7 is not a measure.",
        ),
        (
            {"CLINIC_USUAL_SETS": ["river"]},
            "CLINIC_GAIT_CLINIC_USUAL_SETS: give a mapping of clinic keys to their lists of measures.",
        ),
    ],
)
def test_a_usual_set_that_cannot_be_stops_the_start_with_a_sentence(config: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadSetting) as bad:
        started(**{f"CLINIC_GAIT_{name}": value for name, value in config.items()})
    assert str(bad.value) == sentence
