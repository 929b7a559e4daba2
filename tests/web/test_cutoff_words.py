"""The word of a cut-off beside a value, and the clot score on the form."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from clinic_gait.clinical import wells
from clinic_gait.records.hold import open_holds
from tests import hosts
from tests.web.pages import open_visit, readings, save, session_of, stored


def cell(html: str, box: str) -> str:
    """What stands beside a box, without its markup."""
    found = re.search(rf'data-live="c-{re.escape(box)}">(.*?)\n', html)
    assert found
    return plain(found[1])


def gap(html: str, measure: str) -> str:
    """What stands in the column of the side difference, without its markup."""
    found = re.search(rf'data-live="g-{measure}"[^>]*>(.*?)(?:<small class="cg-m-facts">|</div>)', html, re.S)
    assert found
    return plain(found[1])


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def measures_of(therapist: hosts.Visitor) -> str:
    """The address of the chart's tables."""
    return f"{therapist.send('/gait/patients/open', {'key': '1'}).location}?view=measures"


def test_a_value_on_the_form_has_its_word_with_limit_and_strength(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7", "wblt_cm.R": "10.1", "df_ke_deg.R": "7"})
    html = therapist.get(url).text
    assert cell(html, "wblt_cm.L") == "markedly low"
    assert cell(html, "wblt_cm.R") == ""
    assert cell(html, "df_ke_deg.R") == "borderline"
    assert 'title="under 7.5 cm, our own conclusion">markedly low<' in html
    assert '<p class="cg-muted">Markedly low: under 7.5 cm, our own conclusion</p>' in html
    assert "own setting" not in html


def test_a_blank_form_has_no_word_beside_any_box(therapist: hosts.Visitor) -> None:
    html = therapist.get(open_visit(therapist)).text
    assert set(re.findall(r'data-live="c-[^"]*">(.*?)</span>\n', html)) == {""}
    assert "score it: Wells</span>" not in html


def test_a_value_with_a_problem_has_no_word(therapist: hosts.Visitor) -> None:
    answer = save(therapist, open_visit(therapist), **{"wblt_cm.L": "0.5", "df_ke_deg.R": "4"})
    assert answer.status_code == 422
    assert cell(answer.text, "wblt_cm.L") == ""
    assert cell(answer.text, "df_ke_deg.R") == "limited"


def test_pain_during_a_test_has_its_word(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "12", "wblt_cm.L.pain": "6", "wblt_cm.R": "12", "wblt_cm.R.pain": "3"})
    html = therapist.get(url).text
    assert cell(html, "wblt_cm.L") == "pain 6: too much: stop"
    assert cell(html, "wblt_cm.R") == ""


def test_the_side_difference_has_its_word(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    typed = {"calf_girth_cm.L": "38", "calf_girth_cm.R": "35", "step_len_cm.L": "60", "step_len_cm.R": "70"}
    save(therapist, url, **typed, **{"wblt_cm.L": "12", "wblt_cm.R": "13.9"})
    html = therapist.get(url).text
    assert gap(html, "calf_girth_cm") == "RIGHT 3 cm less score it: Wells"
    assert gap(html, "step_len_cm") == "LEFT 10 cm less , 15.4% of their mean uneven"
    assert gap(html, "wblt_cm") == "LEFT 1.9 cm less"


def test_steps_near_zero_show_no_percentage_anywhere(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    typed = {"step_len_cm.L": "8", "step_len_cm.R": "11"}
    save(therapist, url, **typed, **{f"{name}.confirm": value for name, value in typed.items()})
    chart = therapist.get(measures_of(therapist)).text
    assert gap(therapist.get(url).text, "step_len_cm") == "LEFT 3 cm less"
    assert "LEFT 3 less · measurement error not known" in plain(chart)
    assert "% of their mean" not in chart


def test_the_chart_says_word_limit_strength_and_error_beside_a_value(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{"wblt_cm.L": "7", "wblt_cm.R": "11"})
    chart = plain(therapist.get(measures_of(therapist)).text)
    assert "LEFT 4 less sides differ side difference 2 cm or more, moderate evidence" in chart
    assert "moderate evidence · beyond measurement error (1.9)" in chart
    assert "LEFT – – 7 markedly low under 7.5 cm, our own conclusion 12 Nov 2026" in chart
    assert "7 markedly low under 7.5 cm, our own conclusion 11 tape" in chart


@pytest.mark.parametrize(("miles", "said"), [("299", ""), ("300", "look at the wear"), ("400", "many miles")])
def test_miles_on_the_shoes_have_their_word(therapist: hosts.Visitor, miles: str, said: str) -> None:
    url = f"{open_visit(therapist)}/shoes"
    kept = save(therapist, url, **{"miles": miles, "left-heel_lateral": "1"})
    html = therapist.get(kept.location).text
    found = re.search(r'data-live="miles">(.*?)\n', html)
    assert found
    assert plain(found[1]).startswith(said)
    assert bool(plain(found[1])) is bool(said)


def answers(*yes: str) -> dict[str, str]:
    """All ten answers of the clot score as they stand in their boxes."""
    return {f"{key}.M": "yes" if key.removeprefix(wells.PREFIX) in yes else "no" for key in wells.KEYS}


def clot_section(html: str) -> tuple[bool, str]:
    """Whether all questions of the section stand there, and what it says of the answers."""
    section = html.split('aria-labelledby="g-clot"')[1]
    found = re.search(r'data-live="n-clot">(.*?)</p>', section)
    assert found
    return all(f'data-measure="{key}"' in section for key in wells.KEYS), plain(found[1])


def test_the_clot_score_is_closed_until_it_is_begun(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    assert clot_section(therapist.get(url).text) == (False, "")
    save(therapist, url, **{"sits_hours.M": "8"})
    assert clot_section(therapist.get(url).text) == (False, "")
    save(therapist, url, **{"wells_past_dvt.M": "no"})
    assert clot_section(therapist.get(url).text) == (True, "1 of 10 answered: no score until all are.")


def test_ten_answers_make_the_score_and_a_likely_clot_holds(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **answers("past_dvt"))
    assert holds(app, url) == []
    save(therapist, url, **answers("past_dvt", "active_cancer", "whole_leg_swollen"))
    said = f"Wells score 3: a clot is likely. {wells.NEVER_CLEARS}"
    assert clot_section(therapist.get(url).text) == (True, said)
    assert holds(app, url) == [("dvt", "Wells score 3: a clot is likely")]
    assert "RF-02" in therapist.get(f"{url}/review").text


def test_a_low_score_is_told_in_the_record_for_the_letter(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **answers("past_dvt"))
    assert "Wells score 1 point, worked out from its ten answers" in plain(therapist.get(f"{url}/review").text)
    save(therapist, url, **{"wells_past_dvt.M": ""})
    assert "worked out from its ten answers" not in therapist.get(f"{url}/review").text


def test_an_answer_taken_back_never_clears_the_hold(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **answers("past_dvt", "active_cancer"))
    save(therapist, url, **answers())
    assert clot_section(therapist.get(url).text)[1].startswith("Wells score 0: under 2.")
    assert holds(app, url) == [("dvt", "Wells score 2: a clot is likely")]


def test_nine_answers_hold_nothing_however_many_are_yes(app: Flask, therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **{**answers(*wells.ITEMS), "wells_other_dx_as_likely.M": ""})
    assert len([key for key, _ in readings(app, url) if key in wells.KEYS]) == 9
    assert holds(app, url) == []


def test_the_answers_are_no_signs_that_got_better(therapist: hosts.Visitor) -> None:
    url = open_visit(therapist)
    save(therapist, url, **answers("past_dvt"))
    chart = therapist.get(measures_of(therapist).replace("measures", "findings")).text
    assert "past clot" not in chart.split('id="findings"')[1].split("</section>")[0]


def holds(app: Flask, url: str) -> list[tuple[str, str]]:
    """The open holds of the patient behind a visit, with what set them."""
    with app.app_context():
        session = session_of(app)
        return [(one.flag, one.because) for one in open_holds(session, stored(session, url).subject)]
