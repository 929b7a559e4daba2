"""Outcome scores of a visit: the answers behind a total come back as they were given, and no total is not zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care import canonical
from clinic_gait.care.visit import Outcome, VisitSnapshot
from clinic_gait.records.visit import get_visit
from tests.factories import clinic, start_draft

LEFS = Outcome(
    instrument="lefs", value=Decimal("54"), items=("4", "", "3"), version="20 items", missing=1, note="alone"
)
GIVEN = {
    "a total": LEFS,
    "no total": Outcome(instrument="lefs", items=("", "", "3"), missing=2),
    "a part": Outcome(instrument="koos", part="pain", value=Decimal("61.1"), items=("1", "0")),
    "named activities": Outcome(
        instrument="psfs", value=Decimal("4.5"), items=("3", "6.5", ""), named=("Stairs", "3", "Über Zäune"), missing=1
    ),
    "a time alone": Outcome(instrument="tug", value=Decimal("12.34"), version="15 point"),
}


@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_a_score_comes_back_as_it_was_given(session: Session, given: Outcome) -> None:
    visit_id = start_draft(session).id
    visit = get_visit(session, "riverside", visit_id)
    assert visit is not None
    visit.keep_outcome(given)
    session.commit()
    assert visit.outcomes() == (given,)


def test_a_score_taken_again_replaces_the_first_and_parts_stand_side_by_side(session: Session) -> None:
    visit = start_draft(session)
    visit.keep_outcome(LEFS, GIVEN["a part"], Outcome(instrument="koos", part="function", value=Decimal("70")))
    visit.keep_outcome(GIVEN["no total"])
    assert [(one.key, one.value) for one in visit.outcomes()] == [
        (("koos", "function"), Decimal("70")),
        (("koos", "pain"), Decimal("61.1")),
        (("lefs", ""), None),
    ]
    assert visit.outcomes()[2].note == ""


def test_a_score_can_be_taken_back_one_part_at_a_time(session: Session) -> None:
    visit = start_draft(session)
    visit.keep_outcome(LEFS, GIVEN["a part"], Outcome(instrument="koos", part="function", value=Decimal("70")))
    visit.drop_outcome("koos", "pain")
    visit.drop_outcome("koos")
    assert [one.key for one in visit.outcomes()] == [("koos", "function"), ("lefs", "")]
    visit.drop_outcome("lefs")
    assert len(visit.outcomes()) == 1


def test_scores_are_part_of_the_snapshot(session: Session) -> None:
    visit = start_draft(session)
    visit.keep_outcome(*GIVEN.values())
    snapshot = visit.snapshot(clinic())
    assert snapshot.outcomes == visit.outcomes()
    assert canonical.loads(VisitSnapshot, canonical.dumps(snapshot)) == snapshot


def test_one_name_for_every_answer(session: Session) -> None:
    with pytest.raises(ValueError, match="zip"):
        start_draft(session).keep_outcome(Outcome(instrument="psfs", items=("3", "6"), named=("Stairs",)))


@pytest.mark.parametrize(
    "bad", [{"value": Decimal("1000001")}, {"value": Decimal("0.00001")}, {"missing": -1}], ids=str
)
def test_a_score_that_cannot_be_is_refused(session: Session, bad: dict[str, object]) -> None:
    with pytest.raises((ValueError, sa.exc.StatementError)):
        start_draft(session).keep_outcome(Outcome(instrument="lefs", **bad))  # type: ignore[arg-type]  # one field each
