from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from clinic_gait.clinical import catalogue
from clinic_gait.clinical.catalogue import CATALOGUE, SECTIONS, USUAL_GROUPS, USUAL_SET, UnknownMeasure
from clinic_gait.clinical.measures import (
    Choice,
    Count,
    Derived,
    Deviation,
    Grade,
    Measure,
    Posture,
    Quantity,
    codes,
)
from clinic_gait.clinical.sources import SOURCES
from clinic_gait.clinical.thresholds import THRESHOLDS
from clinic_gait.clinical.units import Unit
from tests.each import each

RELEASED = Path(__file__).with_name("released_keys.txt").read_text().split()
EVERY = each("measure", CATALOGUE.values(), ids=list(CATALOGUE))
NUMBERS = [one for one in CATALOGUE.values() if isinstance(one, Quantity)]
DEVIATIONS = [one for one in CATALOGUE.values() if isinstance(one, Deviation)]
PHASES = ["IC", "LR", "MSt", "TSt", "PSw", "ISw", "MSw", "TSw"]


def by_key(measure: Measure) -> str:
    return measure.key


def test_a_released_key_is_never_taken_away() -> None:
    assert not set(RELEASED) - set(CATALOGUE), "mark it as retired instead"


def test_every_key_is_in_the_list_of_released_ones() -> None:
    assert not set(CATALOGUE) - set(RELEASED), "add it to released_keys.txt: from now on it is stored for ever"


def test_no_key_is_used_twice() -> None:
    entries = [one.key for section in SECTIONS.values() for one in section]
    assert len(entries) == len(set(entries)) == len(CATALOGUE)


@EVERY
def test_a_key_is_snake_case_and_leads_to_its_measure(measure: Measure) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", measure.key)
    assert catalogue.measure(measure.key) is measure


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(UnknownMeasure, match="no measure 'ankle_magic'"):
        catalogue.measure("ankle_magic")


@EVERY
def test_a_measure_says_in_words_how_it_is_taken(measure: Measure) -> None:
    assert len(measure.how.split()) >= 7, measure.how
    assert measure.how.endswith((".", "?")), measure.how
    assert "  " not in measure.how + measure.note + measure.label


@EVERY
def test_a_label_is_one_plain_line_without_a_side(measure: Measure) -> None:
    assert measure.label == measure.label.strip()
    assert len(measure.label) <= 70
    assert not re.search(r"\b(left|right)\b", measure.label) or isinstance(measure, Derived)


def test_no_two_measures_share_a_label() -> None:
    labels = [one.label.casefold() for one in CATALOGUE.values()]
    assert len(labels) == len(set(labels))


@EVERY
def test_every_source_resolves(measure: Measure) -> None:
    figures = measure.error if isinstance(measure, Quantity) else ()
    named = [*measure.sources, *(source for figure in figures for source in figure.sources)]
    assert measure.sources
    assert not [source for source in named if source not in SOURCES]


@pytest.mark.parametrize("measure", [one for one in NUMBERS if one.healthy], ids=by_key)
def test_what_charts_mark_as_healthy_has_a_source_and_belongs_to_whole_methods(measure: Quantity) -> None:
    found = measure.healthy
    assert found is not None
    assert found.low <= found.high
    assert found.of
    assert found.sources
    assert set(found.sources) <= set(measure.sources)
    assert bool(found.methods) is bool(measure.facets)
    assert [measure.method(one) for one in found.methods] == list(found.methods)
    assert measure.healthy_for("another way") is (None if found.methods else found)


@EVERY
def test_every_source_named_in_words_resolves(measure: Measure) -> None:
    words = " ".join(str(getattr(measure, field, "")) for field in ("note", "evidence", "error_note", "reliability"))
    assert not [key for key in re.findall(r"\b[a-z]+(?:19|20)\d\d\b", words) if key not in SOURCES]


@EVERY
def test_nothing_in_the_catalogue_speaks_of_how_it_was_made(measure: Measure) -> None:
    assert not re.search(r"\bseed|yaml|csv|TODO|issue #", repr(measure).replace("seed_", ""), re.IGNORECASE)


@each("measure", NUMBERS, ids=by_key)
def test_the_limits_of_a_number_stand_in_order(measure: Quantity) -> None:
    assert measure.low <= measure.usual_low < measure.usual_high <= measure.high


@each("measure", NUMBERS, ids=by_key)
def test_the_step_of_a_number_fits_its_limits_and_its_places(measure: Quantity) -> None:
    place = Decimal(1).scaleb(-measure.decimals)
    assert measure.step > 0
    for value in (measure.high - measure.low, measure.usual_low - measure.low, measure.usual_high - measure.low):
        assert value % measure.step == 0
    assert measure.step % place == 0
    assert measure.low % place == 0


@each("measure", NUMBERS, ids=by_key)
def test_a_number_is_kept_in_a_unit_that_is_not_only_typed(measure: Quantity) -> None:
    assert measure.unit not in (Unit.IN, Unit.FT)
    assert not isinstance(measure, Count) or (measure.decimals == 0 and measure.step == 1)


@each("measure", NUMBERS, ids=by_key)
def test_a_number_has_an_error_figure_or_says_why_not(measure: Quantity) -> None:
    assert measure.error or measure.error_note
    for figure in measure.error:
        assert figure.value > 0
        assert figure.quote
        assert measure.better, "a figure without a good direction judges nothing"
        assert not set(figure.methods) - set(measure.facets[0].options if measure.facets else ())


@pytest.mark.parametrize(
    ("key", "threshold"),
    [("wblt_cm", "mdc_wblt_cm"), ("wblt_deg", "mdc_wblt_deg"), ("nprs_worst", "nprs_gain")],
)
def test_error_figures_agree_with_the_thresholds(key: str, threshold: str) -> None:
    measure = CATALOGUE[key]
    assert isinstance(measure, Quantity)
    figure = measure.error_for(measure.default_method)
    assert figure is not None
    assert figure.value == THRESHOLDS[threshold].value


def test_the_table_measurements_have_no_error_figure_and_say_why() -> None:
    for key in ("df_ke_deg", "df_kf_deg"):
        measure = CATALOGUE[key]
        assert isinstance(measure, Quantity)
        assert measure.error_for(measure.default_method) is None
        assert "too wide" in measure.error_note


def test_plantarflexion_has_its_figure_for_active_goniometry_only() -> None:
    measure = CATALOGUE["pf_deg"]
    assert isinstance(measure, Quantity)
    active = measure.error_for("goniometer, active")
    assert active is not None
    assert active.value == Decimal("9.8")
    assert measure.error_for("goniometer, passive") is None
    assert measure.error_for("inclinometer") is None


@EVERY
def test_a_method_comes_back_in_one_spelling(measure: Measure) -> None:
    default = measure.default_method
    assert measure.method(None) == measure.method(default) == default
    for facet in measure.facets:
        for option in facet.options:
            assert option in (measure.method(option) or "").split("; ")


@EVERY
def test_the_facets_of_a_measure_share_no_word(measure: Measure) -> None:
    words = [option for facet in measure.facets for option in facet.options]
    assert len(words) == len(set(words))
    assert not [word for word in words if ";" in word]


@each("measure", [one for one in CATALOGUE.values() if codes(one)], ids=by_key)
def test_the_steps_of_a_measure_are_told_apart(measure: Measure) -> None:
    steps = codes(measure)
    assert len(steps) >= 2
    assert len({step.code for step in steps}) == len({step.label.casefold() for step in steps}) == len(steps)
    normal = getattr(measure, "normal", None)
    assert normal is None or normal in [step.code for step in steps]


@each("measure", DEVIATIONS, ids=by_key)
def test_a_deviation_names_phase_plane_and_what_it_may_come_from(measure: Deviation) -> None:
    assert measure.sided
    assert measure.posture is Posture.WALKING
    assert measure.plane in ("sagittal", "frontal", "transverse")
    assert measure.phases == tuple(phase for phase in PHASES if phase in measure.phases) != ()
    assert measure.definition.endswith(".")
    assert measure.suggests
    assert measure.normal == measure.steps[0].code


def test_all_but_one_of_the_twenty_six_signs_are_seen_and_that_one_is_computed() -> None:
    assert len(DEVIATIONS) == 25
    assert isinstance(CATALOGUE["step_length_asym"], Derived)


def test_each_of_the_two_thrusts_explains_the_other_use_of_the_word() -> None:
    bows, snaps = CATALOGUE["varus_thrust"], CATALOGUE["stance_hyperext"]
    assert isinstance(bows, Deviation)
    assert isinstance(snaps, Deviation)
    assert "some clinics say 'varus thrust' for the knee locking backward" in bows.other_usage.lower()
    assert "some clinics call this 'varus thrust'" in snaps.other_usage.lower()
    assert "bow OUT" in bows.how
    assert "snap BACK" in snaps.how


def test_hyperextension_also_has_its_time() -> None:
    timing = CATALOGUE["stance_hyperext_timing"]
    assert isinstance(timing, Choice)
    assert [step.code for step in timing.steps] == ["early", "late"]


def test_what_is_worked_out_names_what_it_is_worked_out_from() -> None:
    for key in ("step_length_asym", "nprs", "pain_change_nprs"):
        measure = CATALOGUE[key]
        assert isinstance(measure, Derived)
        assert measure.computed_from
        assert all(source in CATALOGUE for source in measure.computed_from)


def test_a_play_that_may_be_too_much_or_too_little_is_normal_in_the_middle() -> None:
    play = CATALOGUE["subtalar_mob"]
    assert isinstance(play, Grade)
    assert [step.code for step in play.steps].index(play.normal or "") == 1


def test_the_usual_set_is_sixteen_rows_of_two_sides_in_four_positions() -> None:
    assert len(USUAL_SET) == len(set(USUAL_SET)) == 16
    assert all(CATALOGUE[key].sided for key in USUAL_SET)
    moves = [posture for posture, _ in groupby(USUAL_SET, key=lambda key: CATALOGUE[key].posture)]
    assert moves == [Posture.STANDING, Posture.LYING, Posture.WALKING, Posture.FUNCTION]
    assert tuple(key for keys in USUAL_GROUPS.values() for key in keys) == USUAL_SET


@pytest.mark.parametrize("posture", USUAL_GROUPS)
def test_the_usual_set_and_the_catalogue_keep_one_order(posture: Posture) -> None:
    order = list(CATALOGUE)
    places = [order.index(key) for key in USUAL_GROUPS[posture]]
    assert places == sorted(places)
