"""Forms filled in at random: no answer is a server error, and nothing impossible is stored."""

from __future__ import annotations

import random
import re

import pytest
from flask import Flask

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.measures import Quantity
from tests import hosts
from tests.web.pages import open_visit, with_visit

#: What people, programs and attackers put into boxes.
TYPED = [
    "", "0", "1", "2", "-5", "12.5", "12,5", "NaN", "sNaN", "1e5", "1_0", "１２", "٣", "-0", "+3", "1.23456789",
    "9" * 20, "inf", "3/8 in", "1 1/4 in", "7 mm", "<b>x</b>", "{{7*7}}", "\x00", "\u202eabc", "x" * 3000, "🎉", "走",
    "%s%n", "null", "L", "R", "B", "M", "left", "right", "both", "yes", "no", "on", "2026-02-30", "2199-01-01",
    "../../etc/passwd", "'; drop table x;--", "00000000-0000-0000-0000-000000000000", "add x calf_stretch_straight",
    "add t mt_talar_ap", "remove x 0",
]  # fmt: skip
NOT_OURS = ("clinic", "signed_at", "state", "id", "subject_id", "clinician_key")


@pytest.mark.parametrize("page", ["", "/shoes", "/leg-length", "/scores", "/plan"])
def test_no_form_however_filled_in_breaks_or_stores_the_impossible(
    app: Flask, therapist: hosts.Visitor, page: str
) -> None:
    chance = random.Random(page)  # noqa: S311 - the same forms at every run
    visit = open_visit(therapist)
    before = with_visit(app, visit, lambda one: (one.clinic, one.state, one.subject_id, one.clinician_key))
    answered = set()
    for _ in range(60):
        html = therapist.get(visit + page).text
        sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
        names = sorted(set(re.findall(r'name="([^"]+)"', html)) - {"csrf_token", "version", "form_key"})
        for name in [*chance.sample(names, min(len(names), chance.choice([1, 1, 3, 20]))), *NOT_OURS]:
            sent[name] = chance.choice(TYPED)
        sent.pop("csrf_token", None)
        answered.add(therapist.send(visit + page, sent).status_code)
    assert answered <= {200, 303, 404, 409, 422}
    assert 303 in answered, "some of it was fit to be stored"
    after = with_visit(app, visit, lambda one: (one.clinic, one.state, one.subject_id, one.clinician_key))
    assert after == before
    for reading in with_visit(app, visit, lambda one: one.readings()):
        measure = CATALOGUE[reading.measure]
        if isinstance(measure, Quantity) and reading.value is not None:
            assert measure.low <= reading.value <= measure.high
