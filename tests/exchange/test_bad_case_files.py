"""Case files that must not get in: each is refused in exactly the sentence a clinician can act on."""

from __future__ import annotations

import pytest

from clinic_gait.exchange.cases import CaseError, load_cases, read_cases, show
from tests.exchange.cases_on_disk import TODAY

#: What is typed into the file, and the sentence it is refused with.
WHOLE_FILES = {
    "cases: [": ("line 1, column 9: this is not YAML: expected the node content, but found '<stream end>'"),
    "patients: []": ("the file begins with 'cases:' and a list of cases"),
    "cases: [&a {id: K1}, *a]": ("line 1: anchors (&) and aliases (*) are not read; write the value out"),
    "cases: !!python/object:os.system [x]": ("line 1: tags (!) are not read; write the plain value"),
    "cases: [[[[[[[[[[[[[[]]]]]]]]]]]]]]": ("line 1: nested more than 12 deep; a case file never is"),
    'cases:\n- {id: K1, title: "a\\0b", patient: {}}': (
        "line 2: there is a character in this text that cannot be printed"
    ),
    "casez: []\ncases: [{id: K1, patient: {}}]": ("the file: there is no field 'casez' here; did you mean 'cases'?"),
    "cases: [{patient: {age: 30}}]": ("case 1: 'id' must be given"),
    "cases: [{id: K1}]": ("K1: 'patient' must be given"),
    "cases: [{id: 'K 1', patient: {}}]": ("K 1, id: 'K 1' is not a case name of at most 32 letters, digits, - and _"),
    "cases: [{id: K1, patient: {}}, {id: K1, patient: {}}]": ("K1: there are two cases of this name; rename one"),
}

#: The body of a case beside its id and patient, and the sentence after ``K1``.
BODIES = {
    "right: {wblt_cn: 9}": ("right: there is no field 'wblt_cn' here; did you mean 'wblt_cm'?"),
    "right: {pain_descending: true}": ("right: 'pain_descending' has no side; write it under hist"),
    "hist: {wblt_cm: 9}": ("hist: 'wblt_cm' belongs to a leg; write it under right or left"),
    "hist: {nprs_worst: 3}": ("hist: 'nprs_worst' has no side; write it under prom"),
    "hist: {lld_block_mm: 9}": ("hist: 'lld_block_mm' is worked out from other entries and never typed"),
    "right: {wblt_cm: 45}": ("right, Weight-bearing lunge, big toe to wall: 45 is not possible; 0 to 30 cm."),
    "left: {df_ke_deg: twelve}": (
        "left, Ankle dorsiflexion, knee straight: twelve is not a plain number; -40 to 50 deg."
    ),
    'left: {wblt_cm: "12 kg"}': (
        "left, Weight-bearing lunge, big toe to wall: 12 kg is no length: say mm, cm or in; 0 to 30 cm."
    ),
    "left: {df_ke_deg: 12.255}": (
        "left, Ankle dorsiflexion, knee straight: 12.255 is finer than is kept; -40 to 50 deg, at most 2 decimals."
    ),
    "left: {df_ke_deg: true}": ("left, Ankle dorsiflexion, knee straight: yes is not a plain number; -40 to 50 deg."),
    "right: {early_heel_rise: huge}": ("right, Early heel rise: huge is not one of: none, mild, moderate, severe."),
    "right: {haglund: maybe}": ("right, Bony bump at the back of the heel: maybe is not one of: yes, no."),
    "right: {ta_strength: 3.7}": (
        "right, Front-of-shin (dorsiflexor) strength, manual test: 3.7 is not a grade; 0 to 5 in steps of 0.5."
    ),
    "right: {wblt_deg: 40, _method: {wblt_deg: eye}}": (
        "right, Weight-bearing lunge, shin angle: no method 'eye'; known: inclinometer, "
        "app, 15 cm below tuberosity, at tuberosity, other."
    ),
    "right: {_method: {wblt_deg: app}}": (
        "right, _method, Weight-bearing lunge, shin angle: names a measure that is not recorded here"
    ),
    "right: {_unconfirmed: [wblt_deg]}": (
        "right, _unconfirmed, Weight-bearing lunge, shin angle: names a measure that is not recorded here"
    ),
    "right: {wblt_cm: [9, 10]}": (
        "right, Weight-bearing lunge, big toe to wall: a list is not a number or words or true or false"
    ),
    "date: 2999-01-01": ("date: 2999-01-01 is in the future; a visit is today or earlier"),
    "date: 2026-02-30": ("date: '2026-02-30' is no day of the calendar; write year-month-day, for example 2026-03-31"),
    "visits:\n- {date: 2026-02-01}\n- {date: 2026-01-01}": (
        "visit 2026-01-01, date: 2026-01-01 comes after 2026-02-01 in the file; visits stand oldest first"
    ),
    "hist: {}\nvisits:\n- {date: 2026-02-01}": (
        "hist: belongs to one visit; this case has a list of visits, so write it into the visit"
    ),
    "visits:\n- {date: 2026-02-01, left: {wblt_cm: 99}}\n- {date: 2026-03-01}": (
        "visit 2026-02-01, left, Weight-bearing lunge, big toe to wall: 99 is not possible; 0 to 30 cm."
    ),
    "lld: {tape_r_mm: 880}": ("leg length, left: only the other leg is given; a difference needs both"),
    'lld: {tape_r_mm: 880, tape_l_mm: "8.8 cm"}': (
        "leg length, left, tape_l_mm: 8.8 cm is not possible; 300 to 1300 mm."
    ),
    "lld: {tape_r_mm: 880, tape_l_mm: 600}": (
        "leg length, tape: left and right are 280 mm apart, which is not possible; check both legs"
    ),
    "lld: {block_mm: 8}": ("leg length, block: 8 mm under no foot named; say right or left for a block, none for 0 mm"),
    "lld: {block_mm: 0, block_side: right}": (
        "leg length, block: 0 mm under right; say right or left for a block, none for 0 mm"
    ),
    "wear: {right: {counter_medal: 1}}": (
        "wear, right: there is no field 'counter_medal' here; did you mean 'counter_medial'?"
    ),
    "wear: {right: {counter_medial: 4}}": ("wear, right, counter_medial: 4 is not a wear grade from 0 to 3"),
    "wear: {left: {counter_lean: left}}": (
        "wear, left, counter_lean: 'left' is not known; write one of upright, leans_in, leans_out"
    ),
    "red_flags: [dvd]": ("red_flags, number 1: 'dvd' is not known"),
    "conditions: [osteoporose]": ("conditions, number 1: 'osteoporose' is not known; did you mean 'osteoporosis'?"),
    "prom: {lefs: 99}": ("scores, lefs: 99 is not possible; 0 to 80 points."),
    "hist: {weeks_in_plan: 7}": ("hist: 'weeks_in_plan' is worked out from other entries and never typed"),
    "hist: {pain_change_nprs: -1}": ("hist: 'pain_change_nprs' is worked out from other entries and never typed"),
    "hist: {red_flag_screen: done}": ("hist: 'red_flag_screen' is worked out from other entries and never typed"),
    "prom: {lefs: [1, 2]}": ("scores, lefs: 2 answers given; 20 items, with an empty place for one not answered."),
    "prom: {lefs: 54.5}": ("scores, lefs: 54.5 is finer than is kept; 0 to 80 points, whole numbers."),
    "prom: {psfs: [3, 11, 4]}": ("scores, psfs: item 2: 11 is not an option; whole points from 0 to 10."),
    "prom: {akps: {pain: 4}}": ("scores, akps: there is no part 'pain'; parts: none"),
    "prom: {groc: [3]}": ("scores, groc: the version must be said; 15 point or 11 point."),
    "prom: {groc: {11 point: 6}}": ("scores, groc, 11 point: 6 is not possible; -5 to 5 points."),
    "change: [{measure: wblt_cm, side: left, before: 45, now: 9}]": (
        "change, number 1, Weight-bearing lunge, big toe to wall, before: 45 is not possible; 0 to 30 cm."
    ),
    "change: [{measure: wblt_cm, before: 9, now: null}]": (
        "change, number 1, Weight-bearing lunge, big toe to wall, before: say left or right."
    ),
    "change: [{measure: koos, before: 40, now: null}]": (
        "change, number 1, koos, before: has no total; give koos_pain, koos_symptoms, koos_adl, koos_sport, koos_qol"
    ),
    "change: [{measure: wblt_cn, before: 9, now: 9}]": (
        "change, number 1, measure: 'wblt_cn' is not known; did you mean 'wblt_cm'?"
    ),
    "prom: {koos: 50}": ("scores, koos: has no total; give pain, symptoms, adl, sport, qol"),
    "prom: {nprs_worst: 11}": ("Worst pain, 0 to 10: 11 is not possible; 0 to 10 points."),
    "plan: {exercises: [{key: calf_strech_straight, side: left}]}": (
        "plan, exercises, number 1, key: 'calf_strech_straight' is not known; did you mean 'calf_stretch_straight'?"
    ),
    "plan: {exercises: [{key: bridge, side: left}]}": (
        "plan: bridge works both legs at once; it cannot be given for the left side alone"
    ),
    "plan: {exercises: [{key: clamshell}]}": ("plan, exercises, number 1: 'side' must be given"),
    "plan: {exercises: [{key: clamshell, side: left, sets: 50}]}": (
        "plan, left, clamshell: sets: 50 is not between 1 and 20"
    ),
    "plan: {exercises: [{key: clamshell, side: left, minutes: 5}]}": (
        "plan, left, clamshell: minutes does not belong to this exercise"
    ),
    "plan: {exercises: [{key: clamshell, side: left, tempo: slow}]}": (
        "plan, exercises, number 1, tempo: 'slow' is not seconds down-hold-up such as 3-0-1"
    ),
    "conditions: [osteoporosis]\nplan: {interventions: [{key: mt_talar_ap, side: left, grade: V}]}": (
        "plan, left, Talocrural front-to-back (posterior talar) glide: cannot be planned for this patient: Osteoporosis"
    ),
    "conditions: [osteoporosis]\nplan: {interventions: [{key: mt_talar_ap, side: left, grade: II}]}": (
        "plan, left, Talocrural front-to-back (posterior talar) glide: needs a reason for this patient: Osteoporosis"
    ),
    "conditions: [insertional_achilles]\nplan: {exercises: [{key: calf_stretch_step, side: left}]}": (
        "plan, left, calf_stretch_step: cannot be planned for this patient: Insertional "
        "Achilles pain; plan towel_calf_stretch instead"
    ),
    "plan: {interventions: [{key: education, side: both, grade: II}]}": (
        "plan, both, Load and pain education: grade II belongs to a joint mobilization; this technique has none"
    ),
    "plan: {goals: [{text: walk, measure: slb_s, target: 20}]}": (
        "plan, goal 1, Single-leg stance, eyes open: say left or right"
    ),
    "plan: {goals: [{text: walk, target: 20}]}": (
        "plan, goal 1, target: a goal has a number only with a measure that is a number"
    ),
    "red_flags: [dvt]\nred_flags_no: [dvt]": ("Possible clot in the leg (DVT): answered yes and no; keep one"),
}

PATIENTS = [
    (
        "patient: {age: 30, sex: F}",
        "right: {wblt_cm: 9}\nright: {wblt_cm: 10}",
        "line 5: 'right' stands twice in the same place; keep one",
    ),
    (
        "patient: {birth_date: 2021-05-05}",
        "date: 2020-01-01",
        "K1, patient, birth_date: 2021-05-05 is after the visit of 2020-01-01",
    ),
    (
        "patient: {birth_date: 1850-05-05}",
        "date: 2020-01-01",
        "K1, patient, birth_date: 1850-05-05 makes the patient older than 120 years",
    ),
    (
        "patient: {birth_date: 2000-05-05, age: 30}",
        "date: 2020-01-01",
        "K1, patient, age: 30 is not the age by birth date at the last visit, 19; keep one of the two",
    ),
    ("patient: {sex: male}", "screen: done", "K1, patient, sex: 'male' is not known; write one of M, F, X, unknown"),
]


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(CaseError) as refused:
        load_cases(text, today=TODAY)
    return refused.value.faults


def case(body: str, patient: str = "patient: {age: 30, sex: F}") -> str:
    lines = [patient, *body.splitlines()]
    return "cases:\n- id: K1\n" + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(("text", "sentence"), WHOLE_FILES.items())
def test_a_file_is_refused(text: str, sentence: str) -> None:
    assert faults(text) == (sentence,)


@pytest.mark.parametrize(("body", "sentence"), BODIES.items())
def test_an_entry_is_refused(body: str, sentence: str) -> None:
    (fault,) = faults(case(body))
    assert fault.removeprefix("K1").lstrip(",: ") == sentence


@pytest.mark.parametrize(("patient", "body", "sentence"), PATIENTS)
def test_a_patient_or_line_is_refused(patient: str, body: str, sentence: str) -> None:
    assert faults(case(body, patient)) == (sentence,)


def test_all_faults_of_a_file_are_named_at_once() -> None:
    text = (
        "cases:\n"
        "- {id: K1, patient: {}, right: {wblt_cm: 45, wblt_cn: 9}, left: {df_ke_deg: x1}, lld: {tape_l_mm: 880}}\n"
        "- {id: K2, patient: {sex: N}, screen: half, prom: {nprs_worst: 12}}\n"
    )
    found = faults(text)
    assert len(found) == 7
    assert [one[:2] for one in found].count("K2") == 3


def test_an_entry_that_is_impossible_on_one_side_leaves_the_other_for_a_look() -> None:
    (seen,) = read_cases(case("right: {wblt_cm: 45}\nleft: {wblt_cm: 9}"), today=TODAY)
    answer = show(seen)
    assert answer["refused"] == [
        {"side": "right", "field": "wblt_cm", "typed": "45", "reason": "45 is not possible; 0 to 30 cm."}
    ]
    assert [(one["side"], one["field"], one["shown"]) for one in answer["readings"]] == [("left", "wblt_cm", "9 cm")]


def test_a_look_at_a_file_with_more_than_bad_entries_is_refused() -> None:
    with pytest.raises(CaseError, match="there is no field 'wblt_cn' here"):
        read_cases(case("right: {wblt_cn: 9, wblt_cm: 45}"), today=TODAY)


@pytest.mark.parametrize(
    ("body", "holds"),
    [
        ("screen: done", {"hep": False, "plan": False, "sign": False}),
        ("screen: partial\nred_flags_no: [dvt]", {"hep": False, "plan": True, "sign": True}),
        ("screen: not_done", {"hep": False, "plan": True, "sign": True}),
        ("screen: done\nred_flags: [dvt]", {"hep": True, "plan": True, "sign": False}),
        ("screen: not_done\nred_flags: [dvt]", {"hep": True, "plan": True, "sign": True}),
    ],
)
def test_a_look_tells_what_holds(body: str, holds: dict[str, bool]) -> None:
    (seen,) = read_cases(case(body), today=TODAY)
    assert show(seen)["holds"] == holds


def test_a_large_file_is_refused_unread() -> None:
    assert faults("#" * 400_001) == ("the file holds more than 400000 characters; split it",)
