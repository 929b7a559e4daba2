"""Photos of shoes: part of their pair, part of what is signed, and found out when their bytes change."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care import canonical
from clinic_gait.care.visit import ShoeNote, VisitSnapshot
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records import fields, locks, shoe_photo
from clinic_gait.records.base import table_of
from clinic_gait.records.errors import Signed, Stale, TooManyPhotos
from clinic_gait.records.shoe_photo import ShoePhotoRow
from clinic_gait.records.shoe_wear import begin
from clinic_gait.records.signing import reviewed, sign, verify
from clinic_gait.records.visit import Visit
from tests.factories import MEANING, NOW, clinic, filled_draft, photo, shoes, sign_visit, staff, start_draft


def add(session: Session, visit: Visit, pair: UUID | None = None, **more: Any) -> UUID:
    """A photo of a pair, else of the visit's first."""
    return shoe_photo.add(session, visit, pair or visit.shoes()[0][0], photo(**more), by=staff(), at=NOW)


def test_a_photo_comes_back_with_its_pair_and_without_its_bytes(session: Session) -> None:
    visit = filled_draft(session)
    photo_id = add(session, visit, side=DoseSide.RIGHT)
    session.commit()
    ((_, note),) = visit.shoes()
    (one,) = note.photos
    assert (one.id, one.side, one.view, one.width, one.height) == (photo_id, DoseSide.RIGHT, "sole", 1600, 1200)
    assert (one.title, one.words) == ("RIGHT shoe, sole", "inside heel")
    assert shoe_photo.jpeg_of(session, visit, photo_id) == b"a picture"
    row = session.scalars(sa.select(ShoePhotoRow)).one()
    assert "jpeg" not in vars(row)
    assert (row.taken_by_name, row.at, row.size) == ("Jane Okafor", NOW, 9)


def test_photos_stand_in_the_order_they_came_each_with_its_own_pair(session: Session) -> None:
    visit = filled_draft(session)
    first, second = visit.shoes()[0][0], visit.keep_shoes(shoes())
    made = [add(session, visit, pair, form_key=f"k{n}") for n, pair in enumerate((second, first, second))]
    photos = {pair: [one.id for one in note.photos] for pair, note in visit.shoes()}
    assert photos == {first: [made[1]], second: [made[0], made[2]]}


def test_a_form_sent_twice_makes_one_photo_also_when_the_pair_is_full(session: Session) -> None:
    visit = filled_draft(session)
    made = [add(session, visit, form_key=f"k{n}") for n in range(shoe_photo.MOST)]
    assert [add(session, visit, form_key=f"k{n}") for n in range(shoe_photo.MOST)] == made
    with pytest.raises(TooManyPhotos, match="6 photos"):
        add(session, visit, form_key="another")
    add(session, visit, visit.keep_shoes(shoes()), form_key="of another pair")


def test_taking_a_pair_back_takes_its_photos_and_no_others(session: Session) -> None:
    visit = filled_draft(session)
    gone, kept = visit.shoes()[0][0], visit.keep_shoes(shoes())
    add(session, visit, gone, form_key="a")
    stays = add(session, visit, kept, form_key="b")
    visit.drop_shoes(gone)
    session.commit()
    assert session.scalars(sa.select(ShoePhotoRow.id)).all() == [stays]


def test_a_photo_is_removed_from_its_own_visit_only(session: Session) -> None:
    visit, other = filled_draft(session), filled_draft(session)
    photo_id = add(session, visit)
    assert shoe_photo.remove(session, other, photo_id) == 0
    assert shoe_photo.jpeg_of(session, other, photo_id) is None
    assert shoe_photo.remove(session, visit, photo_id) == 1
    assert visit.shoes()[0][1].photos == ()


def test_no_photo_stands_with_a_pair_of_another_visit(session: Session) -> None:
    visit, other = filled_draft(session), filled_draft(session)
    foreign = other.shoes()[0][0]
    with pytest.raises(sa.exc.IntegrityError):
        add(session, visit, foreign)


def test_a_pair_begins_once_and_is_never_written_over(session: Session) -> None:
    visit = filled_draft(session)
    pair, new = visit.shoes()[0][0], uuid4()
    for one in (pair, new, new):
        begin(session, visit, one)
    assert dict(visit.shoes()) == {pair: shoes(), new: fields.EMPTY_PAIR}


def test_a_photo_is_part_of_what_is_signed_and_no_more_come_after(session: Session) -> None:
    visit = filled_draft(session)
    photo_id = add(session, visit)
    sign_visit(session, visit)
    session.commit()
    assert visit.signed_json is not None
    (note,) = canonical.loads(VisitSnapshot, visit.signed_json).shoes
    assert [(one.id, one.sha256) for one in note.photos] == [(photo_id, shoe_photo.digest(b"a picture"))]
    assert verify(session, "riverside") == []
    with pytest.raises(Signed):
        add(session, visit, form_key="late")
    with pytest.raises(Signed):
        shoe_photo.remove(session, visit, photo_id)


def test_a_photo_that_came_after_the_review_is_not_signed_unseen(session: Session) -> None:
    visit = filled_draft(session)
    seen = reviewed(visit, None, clinic())
    add(session, visit)
    with pytest.raises(Stale):
        sign(session, visit=visit, plan=None, clinic=clinic(), by=staff(), meaning=MEANING, reviewed=seen, at=NOW)


def test_a_note_without_photos_is_spelled_as_before_there_were_any() -> None:
    assert "photos" not in canonical.dumps(shoes())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"jpeg": b"another"}, "is not the one that was signed"),
        ({"jpeg": b"another", "sha256": shoe_photo.digest(b"another")}, "no longer say what was signed"),
        ({"words": "forged"}, "no longer say what was signed"),
    ],
    ids=["bytes", "bytes and hash", "words"],
)
def test_a_signed_photo_that_was_changed_is_found(session: Session, changed: dict[str, object], told: str) -> None:
    visit = filled_draft(session)
    add(session, visit)
    sign_visit(session, visit)
    locks.drop(session.connection())
    session.execute(sa.update(table_of(ShoePhotoRow)).values(**changed))
    (fault,) = verify(session, "riverside")
    assert told in fault


def test_photos_are_no_field_of_the_pair(session: Session) -> None:
    """What is typed at the same time as a photo comes meets no conflict, and undoing words takes no photo away."""
    visit = start_draft(session)
    pair = uuid4()
    name, writer = f"shoes.{pair}", fields.Writer(by=staff(), at=NOW)
    begin(session, visit, pair)
    empty = fields.state(visit, name)
    photo_id = add(session, visit, pair)
    assert fields.state(visit, name) == empty
    fields.put(visit, f"{name}.make", "Acme", writer)
    fields.put(visit, name, empty, writer)
    fields.put(visit, f"{name}.make", None, writer)
    note: ShoeNote = dict(visit.shoes())[pair]
    assert [one.id for one in note.photos] == [photo_id]
