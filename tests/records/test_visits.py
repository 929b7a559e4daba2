"""A visit as it is written: what goes in comes out, on both databases, in its own clinic only."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from clinic_gait.care import canonical
from clinic_gait.care.visit import LegLength, VisitSnapshot
from clinic_gait.clinical.values import Absent, DoseSide, Reading, Side
from clinic_gait.records.base import table_of
from clinic_gait.records.errors import NotFound, Stale
from clinic_gait.records.reading import ReadingRow
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import get_visit, start_visit, visits_of
from tests import factories
from tests.factories import DAY, clinic, filled_draft, number, shoes, staff, start_draft, subject

NUMBERS = ("0", "-3", "7.5", "7.50", "0.1", "12.3456", "999999.9999", "-1000000", "100", "0.0001", "1E+2")


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_comes_back_as_it_was_entered(session: Session, text: str) -> None:
    visit = start_draft(session)
    visit.record(Reading(measure="m", side=Side.LEFT, value=Decimal(text), trials=(Decimal(text),)))
    session.commit()
    (back,) = visit.readings()
    assert back.value == Decimal(text)
    assert back.trials == (Decimal(text),)
    assert "E" not in str(back.value)


@pytest.mark.parametrize("text", ["1000000.1", "NaN", "Infinity", "0.00001", "sNaN"])
def test_a_number_that_cannot_be_kept_exactly_is_refused(session: Session, text: str) -> None:
    visit = start_draft(session)
    with pytest.raises((ValueError, sa.exc.StatementError)):
        visit.record(Reading(measure="m", side=Side.LEFT, value=Decimal(text)))


def test_both_databases_spell_a_number_in_the_same_way(session: Session) -> None:
    visit = start_draft(session)
    visit.record(number("m", Side.LEFT, "7.50"), number("m", Side.RIGHT, "-0.0"))
    left, right = visit.readings()
    assert [str(left.value), str(right.value)] == ["7.5", "0"]


def test_numbers_compare_as_numbers_in_the_database(session: Session) -> None:
    visit = start_draft(session)
    visit.record(*(number(f"m{text}", Side.LEFT, text) for text in ("9.5", "10", "-2")))
    above = sa.select(ReadingRow.measure).where(ReadingRow.value > Decimal("9.5"))
    assert session.scalars(above).all() == ["m10"]


def test_everything_written_comes_back(session: Session) -> None:
    draft = filled_draft(session)
    session.commit()
    visit = get_visit(session, "riverside", draft.id)
    assert visit is not None
    assert (visit.complaint, visit.complaint_side) == ("Knee pain on stairs", "L")
    assert [(one.measure, one.side, one.value) for one in visit.readings()][:2] == [
        ("ankle_df_knee_straight", Side.LEFT, Decimal("7.5")),
        ("ankle_df_knee_straight", Side.RIGHT, Decimal("12")),
    ]
    assert visit.readings()[2].absent is Absent.PAIN
    assert [note for _, note in visit.shoes()] == [shoes()]
    assert visit.leg_lengths()[0].right_mm == "872.5"
    assert visit.screen().answers == {"fracture": "no"}
    assert visit.done()[0].response == "looser"


def test_a_snapshot_is_the_same_text_after_a_round_trip(session: Session) -> None:
    text = canonical.dumps(filled_draft(session).snapshot(clinic()))
    assert canonical.dumps(canonical.loads(VisitSnapshot, text)) == text


def test_a_reading_taken_again_replaces_the_first_and_counts_up(session: Session) -> None:
    visit = start_draft(session)
    visit.record(number("m", Side.LEFT, "5"))
    visit.record(Reading(measure="m", side=Side.LEFT, absent=Absent.UNSAFE))
    (only,) = visit.readings()
    assert (only.value, only.absent) == (None, Absent.UNSAFE)
    assert session.scalars(sa.select(ReadingRow.version)).one() == 2


def test_an_erased_reading_is_not_examined(session: Session) -> None:
    visit = start_draft(session)
    visit.record(number("m", Side.LEFT, "0"), number("m", Side.RIGHT, "0"))
    visit.erase("m", Side.LEFT)
    assert [one.side for one in visit.readings()] == [Side.RIGHT]


def test_methods_of_leg_length_stand_side_by_side(session: Session) -> None:
    visit = start_draft(session)
    visit.record_leg_length(LegLength(method="tape", left_mm="860", right_mm="866"))
    visit.record_leg_length(LegLength(method="block", block_mm="6", block_side=Side.LEFT))
    visit.record_leg_length(LegLength(method="tape", left_mm="861", right_mm="866"))
    assert [(one.method, one.left_mm) for one in visit.leg_lengths()] == [("block", None), ("tape", "861")]
    visit.drop_leg_length("block")
    assert [one.method for one in visit.leg_lengths()] == ["tape"]


def test_an_answer_can_be_taken_back_and_others_stay(session: Session) -> None:
    visit = start_draft(session)
    visit.answer_screen({"a": "yes", "b": "no"})
    visit.answer_screen({"a": None, "c": "no"})
    assert visit.screen().answers == {"b": "no", "c": "no"}


def test_words_that_are_not_given_stay(session: Session) -> None:
    visit = start_draft(session)
    visit.write(complaint="knee", complaint_side=DoseSide.RIGHT)
    visit.write(impression="stiff")
    assert (visit.complaint, visit.complaint_side, visit.impression) == ("knee", "R", "stiff")
    visit.write(complaint_side=None)
    assert visit.complaint_side is None


def test_a_form_sent_twice_lands_on_the_same_visit(session: Session) -> None:
    def send(form_key: str) -> UUID:
        who = subject(session)
        visit = start_visit(
            session, subject=who, clinic=clinic(), day=DAY, kind="initial", by=staff(), form_key=form_key
        )
        session.commit()
        return visit.id

    assert send("one") == send("one")
    assert send("one") != send("two")


@pytest.mark.parametrize("form_key", ["x" * 500, "a\0b", "\ud800", "\u00fc", "k\n"], ids=ascii)
def test_whatever_a_browser_sends_as_a_key_is_one_visit_and_one_note(session: Session, form_key: str) -> None:
    who = subject(session)
    visits = [
        start_visit(session, subject=who, clinic=clinic(), day=DAY, kind="initial", by=staff(), form_key=form_key)
        for _ in range(2)
    ]
    session.commit()
    assert visits[0] is visits[1]
    assert visits[0].keep_shoes(shoes(), form_key=form_key) == visits[0].keep_shoes(shoes(), form_key=form_key)


def test_an_empty_key_does_not_make_two_notes_one(session: Session) -> None:
    visit = start_draft(session)
    assert visit.keep_shoes(shoes(), form_key="") != visit.keep_shoes(shoes(), form_key="")


def test_a_form_key_of_another_patient_does_not_open_that_patients_visit(session: Session) -> None:
    def send(patient: str) -> UUID:
        who = subject(session, patient)
        return start_visit(
            session, subject=who, clinic=clinic(), day=DAY, kind="initial", by=staff(), form_key="same"
        ).id

    assert send("p1") != send("p2")


def test_a_shoe_note_sent_twice_is_one_note(session: Session) -> None:
    visit = start_draft(session)
    first = visit.keep_shoes(shoes(), form_key="s")
    assert visit.keep_shoes(shoes(), form_key="s") == first
    assert visit.keep_shoes(shoes()) != first
    assert len(visit.shoes()) == 2


def test_a_shoe_note_can_be_written_over_but_only_in_its_own_visit(session: Session) -> None:
    visit, other = start_draft(session), start_draft(session)
    note_id = visit.keep_shoes(shoes())
    visit.keep_shoes(shoes(), id=note_id)
    assert len(visit.shoes()) == 1
    with pytest.raises(NotFound):
        other.keep_shoes(shoes(), id=note_id)
    visit.drop_shoes(note_id)
    assert visit.shoes() == ()


def test_another_clinics_visit_answers_like_a_missing_one(session: Session) -> None:
    visit = filled_draft(session)
    session.commit()
    assert get_visit(session, "harbor", visit.id) is None
    assert get_visit(session, "riverside", uuid4()) is None


def test_the_same_patient_key_in_two_clinics_is_two_subjects(session: Session) -> None:
    here, there = subject(session), subject(session, at=clinic("harbor"))
    start_draft(session)
    assert here.id != there.id
    assert visits_of(session, there) == []


def test_an_id_of_another_clinic_cannot_be_joined(session: Session) -> None:
    visit = start_draft(session)
    foreign = sa.insert(table_of(ReadingRow)).values(
        clinic="harbor",
        visit_id=visit.id,
        measure="m",
        side="L",
        code="x",
        measured_at=factories.NOW,
    )
    with pytest.raises(sa.exc.IntegrityError):
        session.execute(foreign)


def test_a_version_that_somebody_else_passed_is_stale_and_tells_theirs(engine: Engine) -> None:
    with Session(engine) as mine, Session(engine) as yours:
        draft = start_draft(mine)
        mine.commit()
        seen = draft.version
        visit = get_visit(yours, "riverside", draft.id)
        assert visit is not None
        visit.check_version(seen)
        visit.write(complaint="hip")
        yours.commit()
        with pytest.raises(Stale) as caught:
            draft.check_version(seen)
        assert caught.value.theirs["complaint"] == "hip"
        assert caught.value.theirs["version"] == seen + 1


def test_a_patient_known_already_is_refreshed_from_the_host(session: Session) -> None:
    first = subject(session)
    renamed = subject_for(session, "riverside", factories.patient_view(name="Rosa Vega"))
    assert renamed is first
    assert (first.name, first.family, first.patient_key) == ("Rosa Vega", "Vega", "p1")


@pytest.mark.parametrize(
    "bad",
    [
        {"side": "B", "code": "x"},
        {"side": "L"},
        {"side": "L", "code": "x", "value": 3},
        {"side": "L", "value": 1_000_001},
        {"side": "L", "value": float("inf")},
        {"side": "L", "value": float("nan")},
        {"side": "L", "code": "x", "pain": 11},
        {"side": None, "code": "x"},
    ],
    ids=str,
)
def test_the_database_refuses_a_reading_that_cannot_be(session: Session, bad: dict[str, object]) -> None:
    visit = start_draft(session)
    row = {
        "clinic": "riverside",
        "visit_id": visit.id.bytes if session.connection().dialect.name == "sqlite" else visit.id,
        "measure": "m",
        "trials": "[]",
        "confirmed": False,
        "version": 1,
        "measured_at": factories.NOW.replace(tzinfo=None).isoformat(" "),
        **bad,
    }
    names = ", ".join(row)
    bound = ", ".join(f":{name}" for name in row)
    with pytest.raises(sa.exc.DBAPIError):
        session.execute(sa.text(f"INSERT INTO clinic_gait_reading ({names}) VALUES ({bound})"), row)


def test_the_database_takes_a_reading_that_can_be(session: Session) -> None:
    """The counterpart of the refusals above: what they send is wrong in one thing only."""
    visit = start_draft(session)
    visit.record(number("m", Side.LEFT, "-1000000"), Reading(measure="n", side=Side.NONE, code="x", pain=10))
    assert len(visit.readings()) == 2
