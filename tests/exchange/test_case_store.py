"""Cases in the record: stored through the verbs of the forms, read back equal, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care.visit import VisitSnapshot
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.thresholds import adjusted
from clinic_gait.clinical.values import Reading
from clinic_gait.clinical.wells import KEYS
from clinic_gait.exchange.cases import (
    Case,
    CaseError,
    CasePatient,
    CaseVisit,
    Stored,
    load_cases,
    read_cases,
    show,
    store,
)
from clinic_gait.records import audit, signing
from clinic_gait.records.base import Base
from clinic_gait.records.hold import open_holds
from clinic_gait.records.plan import get_plan, last_signed_plan
from clinic_gait.records.ports import PatientView
from clinic_gait.records.subject import Subject, get_subject
from clinic_gait.records.visit import Visit, get_visit
from tests.exchange.cases_on_disk import TODAY, acceptance, samples
from tests.factories import NOW, clinic, staff

ACCEPTANCE = {case.id: case for case in acceptance()}
SAMPLES = {case.id: case for case in samples()}
SEVERAL = [case for case in SAMPLES.values() if len(case.visits) > 1]


def patient(given: CasePatient) -> PatientView:
    return PatientView(
        key=given.case, name=given.name, birth_date=given.birth_date, age=given.age, sex=given.sex, number=given.case
    )


def put(session: Session, case: Case, *, sign_last: bool = False) -> Stored:
    return store(session, case, clinic=clinic(), patient_for=patient, by=staff(), now=NOW, sign_last=sign_last)


def snapshots(session: Session, stored: Stored) -> list[VisitSnapshot]:
    visits = [get_visit(session, clinic().key, visit_id) for visit_id in stored.visit_ids]
    return [visit.snapshot(clinic()) for visit in visits if visit]


def in_order(readings: tuple[Reading, ...]) -> list[Reading]:
    return sorted(readings, key=lambda one: (one.measure, one.side.value))


def rows(session: Session) -> int:
    counts = (sa.select(sa.func.count()).select_from(table) for table in Base.metadata.tables.values())
    return sum(session.execute(count).scalar_one() for count in counts)


def check_equal(seen: VisitSnapshot, meant: CaseVisit) -> None:
    assert in_order(seen.readings) == in_order(meant.readings)
    assert sorted(seen.leg_lengths, key=repr) == sorted(meant.leg_lengths, key=repr)
    assert seen.shoes == ((meant.shoes,) if meant.shoes else ())
    assert seen.screen.answers == meant.answers
    assert seen.outcomes == meant.outcomes
    assert seen.done == meant.done
    assert (seen.day, seen.kind, seen.complaint) == (meant.day, meant.kind, meant.complaint)
    assert (seen.complaint_side, seen.subjective) == (meant.complaint_side, meant.subjective)
    assert (seen.impression, seen.conditions) == (meant.impression, meant.conditions)


@pytest.mark.parametrize("case", ACCEPTANCE.values(), ids=lambda case: case.id)
def test_an_acceptance_case_reads_back_equal(session: Session, case: Case) -> None:
    stored = put(session, case)
    session.commit()
    session.expire_all()
    (seen,) = snapshots(session, stored)
    check_equal(seen, case.visits[0])
    assert (seen.person.name, seen.person.age, seen.person.sex) == (
        case.patient.name,
        case.patient.age,
        case.patient.sex,
    )


def test_every_sample_reads_back_equal_and_its_signatures_hold(session: Session) -> None:
    kept = {case.id: put(session, case) for case in SAMPLES.values()}
    session.commit()
    for name, stored in kept.items():
        seen = snapshots(session, stored)
        assert len(seen) == len(SAMPLES[name].visits)
        for got, meant in zip(seen, SAMPLES[name].visits, strict=True):
            check_equal(got, meant)
    assert signing.verify(session, clinic().key) == []


@pytest.mark.parametrize("case", SEVERAL, ids=lambda case: case.id)
def test_past_visits_are_signed_on_their_day_and_the_last_stays_a_draft(session: Session, case: Case) -> None:
    *past, last = (get_visit(session, clinic().key, visit_id) for visit_id in put(session, case).visit_ids)
    assert last is not None
    assert last.state == "draft"
    for visit in past:
        assert visit is not None
        assert visit.state == "signed"
        assert visit.signed_at is not None
        assert visit.signed_at.date() in (visit.day, visit.day + timedelta(days=1))


def test_a_plan_is_stored_with_the_doses_of_the_file(session: Session) -> None:
    case = SAMPLES["S01"]
    stored = put(session, case)
    planned = [visit.plan for visit in case.visits if visit.plan]
    kept = [get_plan(session, clinic().key, plan_id) for plan_id in stored.plan_ids]
    assert len(kept) == len(planned) == 3
    for plan, meant in zip(kept, planned, strict=True):
        assert plan is not None
        assert (plan.goals(), plan.techniques(), plan.exercises()) == (meant.goals, meant.techniques, meant.exercises)
        assert (plan.why, plan.next_visit) == (meant.why, meant.next_visit)


def test_the_last_visit_can_be_signed_with_its_plan(session: Session) -> None:
    stored = put(session, SAMPLES["S10"], sign_last=True)
    subject = get_subject(session, clinic().key, stored.subject_id)
    assert subject is not None
    plan = last_signed_plan(session, subject)
    assert plan is not None
    assert plan.id == stored.plan_ids[-1]


def test_a_done_screen_answers_every_flag_and_others_only_what_was_asked() -> None:
    assert set(ACCEPTANCE["C04"].visits[0].answers) == set(FLAGS)
    assert ACCEPTANCE["C04"].visits[0].open_flags == ("dvt",)
    assert len(SAMPLES["S14"].visits[0].answers) == 4


def test_a_case_loaded_twice_is_stored_once(session: Session) -> None:
    case = ACCEPTANCE["C01"]
    assert put(session, case) == put(session, case)
    assert session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 1


def test_a_case_that_was_signed_meanwhile_is_refused_in_a_sentence(session: Session) -> None:
    put(session, SAMPLES["S03"])
    before = rows(session)
    with pytest.raises(CaseError, match=r"^S03: This record is signed"):
        put(session, SAMPLES["S03"])
    assert rows(session) == before


def test_nothing_of_a_case_stays_when_its_plan_cannot_be_signed(session: Session) -> None:
    whole = load_cases(
        "cases: [{id: K1, patient: {}, screen: partial, plan: {exercises: [{key: clamshell, side: left}]}}]",
        today=TODAY,
    )[0]
    with pytest.raises(CaseError, match=r"^K1: The safety screen is not complete"):
        put(session, whole, sign_last=True)
    session.commit()
    assert rows(session) == 0


def test_a_case_with_a_refused_entry_is_not_stored(session: Session) -> None:
    (case,) = read_cases("cases: [{id: K1, patient: {}, right: {wblt_cm: 45}, left: {wblt_cm: 9}}]", today=TODAY)
    assert len(case.visits[0].readings) == 1
    with pytest.raises(CaseError, match=r"^K1, right, wblt_cm: 45 is not possible"):
        put(session, case)
    assert rows(session) == 0


def test_a_likely_clot_by_score_alone_holds(session: Session) -> None:
    (case,) = load_cases("cases: [{id: K1, patient: {}, screen: done, hist: {wells_score: 2}}]", today=TODAY)
    assert show(case)["holds"] == {"hep": True, "plan": True, "sign": False}
    subject = get_subject(session, clinic().key, put(session, case).subject_id)
    assert subject is not None
    assert [(one.flag, one.because) for one in open_holds(session, subject)] == [
        ("dvt", "Wells score 2: a clot is likely")
    ]


@pytest.mark.parametrize(("likely_at", "held"), [(2, []), (1, [("dvt", "Wells score 1: a clot is likely")])])
def test_ten_answers_hold_by_the_clinics_own_cut_off(
    session: Session, likely_at: int, held: list[tuple[str, str]]
) -> None:
    answers = ", ".join(f"{key}: {'true' if key == 'wells_past_dvt' else 'false'}" for key in KEYS)
    (case,) = load_cases(f"cases: [{{id: K1, patient: {{}}, hist: {{{answers}}}}}]", today=TODAY)
    limits = adjusted({"wells_likely": likely_at})
    stored = store(session, case, clinic=clinic(), patient_for=patient, by=staff(), now=NOW, limits=limits)
    subject = get_subject(session, clinic().key, stored.subject_id)
    assert subject is not None
    assert [(one.flag, one.because) for one in open_holds(session, subject)] == held


def test_what_was_answered_yes_in_a_case_holds_and_an_unlikely_score_does_not(session: Session) -> None:
    flagged = get_subject(session, clinic().key, put(session, ACCEPTANCE["C12"]).subject_id)
    (case,) = load_cases("cases: [{id: K1, patient: {}, screen: done, hist: {wells_score: 1}}]", today=TODAY)
    clear = get_subject(session, clinic().key, put(session, case).subject_id)
    assert flagged is not None
    assert clear is not None
    assert sorted(one.flag for one in open_holds(session, flagged)) == ["cauda_equina", "foot_drop_new"]
    assert open_holds(session, clear) == ()


def test_a_visit_of_tomorrow_by_the_clinics_clock_is_not_stored(session: Session) -> None:
    tomorrow = TODAY + timedelta(days=1)
    (case,) = load_cases("cases: [{id: K1, patient: {}}]", today=tomorrow)
    with pytest.raises(CaseError, match=r"^K1: 2026-11-21 is in the future here$"):
        put(session, case)


def test_the_caller_may_take_a_stored_case_back(session: Session) -> None:
    put(session, ACCEPTANCE["C01"])
    session.rollback()
    assert rows(session) == 0


def test_the_host_is_asked_for_its_patient_once_and_told_which_case_it_is(session: Session) -> None:
    asked: list[CasePatient] = []

    def patient_for(given: CasePatient) -> PatientView:
        asked.append(given)
        return patient(given)

    store(session, ACCEPTANCE["C12"], clinic=clinic(), patient_for=patient_for, by=staff(), now=NOW)
    assert [(one.case, one.age, one.name) for one in asked] == [("C12", 49, "Sample Patient C12")]
    assert session.scalars(sa.select(Subject.name)).all() == ["Sample Patient C12"]


def test_loading_leaves_one_row_in_the_log(session: Session) -> None:
    stored = put(session, SAMPLES["S01"])
    (row,) = session.scalars(sa.select(audit.AuditRow))
    assert (row.act, row.record, row.subject_id) == ("load case", "S01", stored.subject_id)
    assert row.detail == "4 visits, 3 signed"
    assert audit.verify(session, clinic().key) == []


def test_what_has_no_place_is_named(session: Session) -> None:
    stored = put(session, ACCEPTANCE["C04"])
    assert stored.not_stored == ("C04: Wells score 3 (the record keeps no score)",)
    assert put(session, ACCEPTANCE["C01"]).not_stored == ()


def test_scores_are_stored_with_their_answers_and_read_back_equal(session: Session) -> None:
    prom = "lefs: 60, psfs: {stairs: 4, squats: null, walks: 5}, koos: {pain: 61.1, qol: 50}, groc: {11 point: -2}"
    (case,) = load_cases(f"cases: [{{id: K1, patient: {{}}, prom: {{{prom}}}}}]", today=TODAY)
    (seen,) = snapshots(session, put(session, case))
    assert seen.outcomes == case.visits[0].outcomes
    assert [(one.instrument, one.part, str(one.value)) for one in seen.outcomes] == [
        ("groc", "", "-2"),
        ("koos", "pain", "61.1"),
        ("koos", "qol", "50"),
        ("lefs", "", "60"),
        ("psfs", "", "4.5"),
    ]


def test_a_case_of_another_day_is_stored_on_its_own_days(session: Session) -> None:
    case = replace(SAMPLES["S16"], id="S16")
    stored = put(session, case)
    assert [one.day for one in snapshots(session, stored)] == [date(2026, 10, 20), date(2026, 11, 17)]
