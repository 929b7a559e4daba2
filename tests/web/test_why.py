"""Why a finding is here: the values, the rule, what speaks against it, the sources, and what could not be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from html import unescape

from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.findings.facts import Facts
from clinic_gait.clinical.findings.reasoning import Reasoned, reason
from clinic_gait.clinical.findings.rule import Level
from clinic_gait.clinical.sources import SOURCES, Seen
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.values import LEGS, Reading, Side
from clinic_gait.web.why import Card, cards, cited, unknowns
from tests import hosts
from tests.web.pages import open_visit, save, sign, with_visit

TIGHT_RIGHT = {
    "df_ke_deg": ("9", "2"),
    "df_kf_deg": ("20", "16"),
    "wblt_cm": ("12", "9.5"),
}


def found(limits: Mapping[str, Threshold] = THRESHOLDS, **numbers: tuple[str, str]) -> Reasoned:
    """What the rules make of numbers of both legs, left first."""
    readings = [
        Reading(measure=key, side=side, value=Decimal(value), method=CATALOGUE[key].default_method)
        for key, pair in numbers.items()
        for side, value in zip(LEGS, pair, strict=True)
    ]
    return reason(Facts(readings={one.key: one for one in readings}), limits)


def card(key: str, side: Side, **numbers: tuple[str, str]) -> Card:
    return next(one for one in cards(found(**numbers)) if (one.rule_key, one.side) == (key, side))


def own(name: str, value: str) -> dict[str, Threshold]:
    """The cut-offs of a clinic that has set one of them itself."""
    return {**THRESHOLDS, name: replace(THRESHOLDS[name], value=Decimal(value))}


def test_a_card_has_the_values_the_rule_and_what_would_change_it() -> None:
    one = card("DF-GAST", Side.RIGHT, **TIGHT_RIGHT)
    assert one.because == "RIGHT ankle dorsiflexion, knee straight 2 deg; RIGHT ankle dorsiflexion, knee bent 16 deg"
    assert "knee straight under 5 deg" in one.asked
    assert "knee straight 5 deg or more" in one.otherwise
    assert one.strength == "DF-GAST, B: moderate"
    assert one.factor == "Gastrocnemius length."
    assert one.check_next
    assert one.caution
    assert one.confirm == "For the therapist to confirm."


def test_every_source_says_how_much_of_it_was_read() -> None:
    told = {SOURCES[key].seen: cited([key])[0].seen for key in SOURCES}
    assert set(told) == set(Seen)
    assert len(set(told.values())) == len(Seen)
    assert told[Seen.ABSTRACT] == "abstract read"
    assert told[Seen.MEMORY] == "from memory, not checked"


def test_left_stands_first_the_patient_last_and_the_loudest_first_within() -> None:
    shown = cards(found(**TIGHT_RIGHT))
    sides = [one.side for one in shown]
    assert sides == sorted(sides, key=(*LEGS, Side.NONE).index)
    assert {Side.LEFT, Side.RIGHT, Side.NONE} == set(sides)
    for side in set(sides):
        levels = [one.level for one in shown if one.side is side]
        assert levels == sorted(levels, key=(Level.RED, Level.AMBER, Level.INFO).index)


def test_swapped_legs_give_the_same_cards_on_the_other_side() -> None:
    swapped = {key: (right, left) for key, (left, right) in TIGHT_RIGHT.items()}
    here = {(one.rule_key, one.side) for one in cards(found(**TIGHT_RIGHT)) if one.side in LEGS}
    there = {(one.rule_key, one.side.other) for one in cards(found(**swapped)) if one.side in LEGS}
    assert here == there


def test_a_clinics_own_cutoff_is_named_with_the_default() -> None:
    limits = own("wblt_low_cm", "11")
    changed = {one.rule_key: one for one in cards(found(limits, **TIGHT_RIGHT), limits) if one.side is Side.RIGHT}
    assert changed["DF-WB"].changed
    assert changed["DF-WB"].limits_changed == ["wblt_low_cm: this clinic's own 11 cm (default 10)"]
    assert "11 cm or less" in changed["DF-WB"].asked
    assert not changed["DF-GAST"].changed


def test_default_cutoffs_are_not_called_the_clinics_own() -> None:
    assert not any(one.changed for one in cards(found(**TIGHT_RIGHT)))


def test_what_cannot_be_told_names_what_to_measure_and_its_box() -> None:
    lacking = {one.rule_key: one for one in unknowns(found(wblt_cm=("12", "9.5"))) if one.side is Side.RIGHT}
    both = lacking["DF-GAST"]
    assert both.needs == "RIGHT ankle dorsiflexion, knee straight; RIGHT ankle dorsiflexion, knee bent"
    assert [(place.page, place.anchor) for place in both.places] == [
        ("visit", "f-df_ke_deg.R"),
        ("visit", "f-df_kf_deg.R"),
    ]
    assert {place.page for place in lacking["WEAR-MEDCTR"].places} == {"shoes"}


def test_everything_unknown_in_an_empty_visit_leads_somewhere_that_exists(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    ids = set(re.findall(r' id="([^"]+)"', therapist.get(f"{url}?show=all").text))
    for one in unknowns(found()):
        assert one.needs
        for place in one.places:
            assert place.page in ("", "visit", "shoes", "leg_length")
            assert place.page != "visit" or place.anchor in ids, place
    assert {one.rule_key for one in unknowns(found())} >= {"DF-GAST", "RF-01", "LLD-ACT", "WEAR-ASYM"}


def test_no_card_shows_a_raw_key_or_claims_a_diagnosis() -> None:
    for one in cards(found(**TIGHT_RIGHT)):
        words = " ".join((one.title, one.because, one.asked, one.otherwise, one.factor, *one.check_next))
        assert not re.search(r"[a-z]_[a-z]", words), words
        assert "diagnos" not in words.lower()


def test_the_chart_shows_the_cards_of_its_newest_visit(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"df_ke_deg.R": "2", "df_kf_deg.R": "16", "df_ke_deg.L": "12", "df_kf_deg.L": "20"})
    subject = with_visit(app, url, lambda one: one.subject_id)
    html = unescape(therapist.get(f"/gait/patients/{subject}?view=findings").text)
    assert "What the findings may mean" in html
    assert "draft of 12 Nov 2026, for the therapist to confirm" in html
    one = card("DF-GAST", Side.RIGHT, df_ke_deg=("12", "2"), df_kf_deg=("20", "16"))
    shown = (one.title, one.because, one.strength, one.asked, one.factor, one.otherwise, *one.check_next, one.caution)
    assert all(words in html for words in (*shown, one.sources[0].cite, one.sources[0].seen))
    assert f'href="{url}?row=wblt_cm#f-wblt_cm.L"' in html


def test_a_signed_visit_names_what_to_measure_without_leading_to_its_form(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"df_ke_deg.R": "2"})
    sign(therapist, url)
    subject = with_visit(app, url, lambda one: one.subject_id)
    html = therapist.get(f"/gait/patients/{subject}?view=findings").text
    assert "visit of 12 Nov 2026" in html
    assert "RIGHT ankle dorsiflexion, knee bent" in html
    assert f"{url}#" not in html
