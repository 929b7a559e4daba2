"""Photos of shoes on the pages: added, seen, removed, and refused with everything typed still there."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from clinic_gait.care.visit import ShoeNote, ShoePhoto, ShoeSide
from clinic_gait.records import shoe_photo
from clinic_gait.web.limits import LARGEST_PHOTO
from clinic_gait.web.photos import AGAIN, NO_FILE, NO_SIDE, NO_VIEW
from clinic_gait.web.pictures import DAMAGED, NO_PICTURE
from tests import factories, hosts
from tests.conftest import Begin, visitor
from tests.each import each
from tests.web.pages import open_visit, page, session_of, sign, stored, with_visit

PAIR = UUID(int=7)
SHOES = ShoeNote(make="Acme", left=ShoeSide(zones={"heel_lateral": 2}), right=ShoeSide(zones={}))
SOLE = {"photo_side": "L", "photo_view": "sole", "photo_words": "inside heel", "photo_key": "photo-1"}


@pytest.fixture
def visit(therapist: hosts.Visitor, begin: Begin) -> str:
    return begin(lambda: open_visit(therapist))


@pytest.fixture
def pair(app: Flask, visit: str) -> UUID:
    """A pair that is graded already."""
    made: UUID = with_visit(app, visit, lambda one: one.keep_shoes(SHOES))
    return made


def jpeg(size: tuple[int, int] = (400, 300), **more: Any) -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 60).save(out, "JPEG", **more)
    return out.getvalue()


def send(who: hosts.Visitor, visit: str, pair: UUID, data: bytes | None = None, **typed: str) -> TestResponse:
    """Send the form with a file, named as a careless person would."""
    boxes: dict[str, Any] = {"csrf_token": who.get("/token").text, **SOLE, **typed}
    if data is not None:
        boxes["photo"] = (BytesIO(data), "Delgado Maria left foot.gif")
    return post(who, f"{visit}/shoes/{pair}/photos", boxes)


def post(who: hosts.Visitor, url: str, boxes: dict[str, Any]) -> TestResponse:
    """As a browser packs it; the test client would leave a temporary file open."""
    files = {name: FileStorage(*value) if isinstance(value, tuple) else value for name, value in boxes.items()}
    boundary, body = encode_multipart(files)
    return who.post(url, data=body, content_type=f"multipart/form-data; boundary={boundary}")


def photos(app: Flask, visit: str, pair: UUID) -> tuple[ShoePhoto, ...]:
    found: tuple[ShoePhoto, ...] = with_visit(
        app, visit, lambda one: shoe_photo.of_visit(session_of(app), one).get(pair, ())
    )
    return found


def slips(answer: TestResponse) -> dict[str, str]:
    return {name: words for name, words in page(answer, 422).slips.items() if name.startswith("photo")}


def test_a_photo_is_kept_small_and_shown_with_its_side(
    app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID
) -> None:
    answer = send(therapist, visit, pair, jpeg((2400, 1800), comment=b"Delgado"))
    assert (answer.status_code, answer.location) == (303, f"{visit}/shoes?pair={pair}#cg-photos")
    (one,) = photos(app, visit, pair)
    assert (one.title, one.words, one.width, one.height) == ("LEFT shoe, sole", "inside heel", 1600, 1200)
    shown = therapist.get(f"{visit}/shoes?pair={pair}").text
    address = f"/gait/photos/{visit[-36:]}/{one.id}"
    assert re.search(rf'<img src="{address}"[^>]*alt="LEFT shoe, sole, photo of 12 Nov 2026"', shown)
    assert "Delgado Maria left foot" not in shown
    got = therapist.get(address)
    assert (got.mimetype, got.headers["X-Content-Type-Options"], got.headers["Cache-Control"]) == (
        "image/jpeg",
        "nosniff",
        "no-store",
    )
    assert Image.open(BytesIO(got.data)).size == (1600, 1200)
    assert b"Delgado" not in got.data


@each(("side", "said"), [("L", "LEFT shoe"), ("R", "RIGHT shoe"), ("B", "Both shoes")])
def test_each_side_is_said_in_words(side: str, said: str, app: Flask, therapist: hosts.Visitor, visit: str) -> None:
    own = uuid4()
    send(therapist, visit, own, jpeg(), photo_side=side, photo_key=f"key-{side}")
    assert photos(app, visit, own)[0].title == f"{said}, sole"
    assert f'alt="{said}, sole, photo of' in therapist.get(f"{visit}/shoes?pair={own}").text


REFUSED = {
    "no side": ({"photo_side": ""}, jpeg(), {"photo_side": NO_SIDE, "photo": AGAIN}),
    "a side that is none": (
        {"photo_side": "M"},
        jpeg(),
        {"photo_side": "Shoe in the photo: choose one of the list.", "photo": AGAIN},
    ),
    "no view": ({"photo_view": ""}, jpeg(), {"photo_view": NO_VIEW, "photo": AGAIN}),
    "no file": ({}, None, {"photo": NO_FILE}),
    "an empty file": ({}, b"", {"photo": NO_FILE}),
    "a page": ({}, b"<html><script>alert(1)</script>", {"photo": NO_PICTURE}),
    "half a photo": ({}, jpeg()[:900], {"photo": DAMAGED}),
    "nothing at all": (
        {"photo_side": "", "photo_view": ""},
        None,
        {"photo_side": NO_SIDE, "photo_view": NO_VIEW, "photo": NO_FILE},
    ),
    "too many words": (
        {"photo_words": "x" * 201},
        jpeg(),
        {"photo_words": "Words to the photo: 201 characters; at most 200 fit.", "photo": AGAIN},
    ),
}


@each(("name", "typed", "data", "told"), [(name, *case) for name, case in REFUSED.items()], ids=list(REFUSED))
def test_what_cannot_be_kept_is_said_beside_its_box_and_the_rest_stays(
    name: str,
    typed: dict[str, str],
    data: bytes | None,
    told: dict[str, str],
    app: Flask,
    therapist: hosts.Visitor,
    visit: str,
    pair: UUID,
) -> None:
    answer = send(therapist, visit, pair, data, **typed)
    assert slips(answer) == told
    boxes = page(answer, 422).boxes
    for box, text in {**SOLE, **typed}.items():
        if text != "M":
            assert boxes.get(box, "") == text
    assert boxes["make"] == "Acme"
    assert photos(app, visit, pair) == ()


def test_a_form_sent_twice_makes_one_photo(app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID) -> None:
    assert [send(therapist, visit, pair, jpeg()).status_code for _ in range(2)] == [303, 303]
    assert len(photos(app, visit, pair)) == 1


def test_a_pair_takes_six(app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID) -> None:
    def fill(one: Any) -> None:
        for place in range(shoe_photo.MOST):
            new = factories.photo(form_key=f"key-{place}")
            shoe_photo.add(session_of(app), one, pair, new, by=factories.staff(), at=hosts.NOW)

    with_visit(app, visit, fill)
    shown = therapist.get(f"{visit}/shoes?pair={pair}")
    assert "6 of 6" in shown.text
    assert "photo_side" not in page(shown).boxes
    assert "Remove one first" in slips(send(therapist, visit, pair, jpeg()))["photo"]
    assert len(photos(app, visit, pair)) == 6


def test_the_first_photo_begins_a_pair_and_the_last_one_ends_it(
    app: Flask, therapist: hosts.Visitor, visit: str
) -> None:
    send(therapist, visit, PAIR, jpeg())
    (one,) = photos(app, visit, PAIR)
    remove = f"/gait/photos/{visit[-36:]}/{one.id}/remove"
    assert therapist.send(remove).location == f"{visit}/shoes#cg-photos"
    assert with_visit(app, visit, lambda it: it.shoes()) == ()
    assert therapist.send(remove).status_code == 303


def test_a_graded_pair_stays_when_its_photo_goes(app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID) -> None:
    send(therapist, visit, pair, jpeg())
    (one,) = photos(app, visit, pair)
    therapist.send(f"/gait/photos/{visit[-36:]}/{one.id}/remove")
    assert with_visit(app, visit, lambda it: it.shoes()) == ((pair, SHOES),)


def test_signed_photos_are_seen_in_the_record_and_stay(
    app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID
) -> None:
    send(therapist, visit, pair, jpeg(), photo_words="<b>worn</b>")
    (one,) = photos(app, visit, pair)
    address = f"/gait/photos/{visit[-36:]}/{one.id}"
    assert address in therapist.get(f"{visit}/review").text
    sign(therapist, visit)
    record = therapist.get(f"{visit}/record").text
    assert re.search(rf'<img src="{address}"[^>]*alt="LEFT shoe, sole, photo of 12 Nov 2026"', record)
    assert "&lt;b&gt;worn" in record
    assert "1 photo" in record
    assert "Remove" not in record
    assert therapist.get(address).status_code == 200
    assert therapist.send(f"{address}/remove").status_code == 409
    assert send(therapist, visit, pair, jpeg(), photo_key="late").status_code == 409
    assert photos(app, visit, pair) == (one,)


def test_a_photo_is_found_under_its_own_visit_only(
    app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID
) -> None:
    send(therapist, visit, pair, jpeg())
    (one,) = photos(app, visit, pair)
    other = open_visit(therapist, "2")
    assert therapist.get(f"/gait/photos/{other[-36:]}/{one.id}").status_code == 404
    assert therapist.get(f"/gait/photos/{visit[-36:]}/{uuid4()}").status_code == 404
    for who, status in (("desk", 403), ("auditor", 403), ("stranger", 404), ("assistant", 200)):
        assert visitor(app, who).get(f"/gait/photos/{visit[-36:]}/{one.id}").status_code == status, who


def test_every_look_at_a_photo_leaves_a_row_in_the_log(
    app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID
) -> None:
    from clinic_gait.records.audit import AuditRow

    send(therapist, visit, pair, jpeg())
    (one,) = photos(app, visit, pair)
    therapist.get(f"/gait/photos/{visit[-36:]}/{one.id}")
    therapist.send(f"/gait/photos/{visit[-36:]}/{one.id}/remove")
    with app.app_context():
        rows = session_of(app).query(AuditRow).order_by(AuditRow.number).all()
        last = [(row.act, row.record, row.detail) for row in rows if row.act.startswith("shoe photo")]
    assert last == [
        ("shoe photo added", visit[-36:], "left sole"),
        ("shoe photo opened", str(one.id), ""),
        ("shoe photo removed", visit[-36:], ""),
    ]


def test_only_this_form_may_be_as_large_as_a_photo(
    app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID
) -> None:
    large = jpeg((2600, 2600), quality=98)
    assert 2_000_000 < len(large) < LARGEST_PHOTO
    assert send(therapist, visit, pair, large).status_code == 303
    assert therapist.send(f"{visit}/shoes", {"make": "x" * 1_100_000}).status_code == 413
    assert send(therapist, visit, pair, jpeg(), photo_words="x" * 1_100_000).status_code == 413
    too_large = send(therapist, visit, pair, jpeg() + bytes(LARGEST_PHOTO), photo_key="two")
    assert too_large.status_code == 413
    assert "This photo is larger than 15 MB." in too_large.text
    assert len(photos(app, visit, pair)) == 1


def test_a_hosts_own_limit_is_for_its_own_forms(own_app: Flask) -> None:
    own_app.config["MAX_CONTENT_LENGTH"] = 100_000
    who = visitor(own_app, "therapist")
    visit = open_visit(who)
    large = jpeg((1200, 1200), quality=95)
    assert len(large) > 100_000
    assert send(who, visit, PAIR, large).status_code == 303


def test_words_typed_before_the_page_expired_are_kept(
    app: Flask, therapist: hosts.Visitor, visit: str, pair: UUID
) -> None:
    boxes = {**SOLE, "csrf_token": "old", "photo": (BytesIO(jpeg((1800, 1800), quality=97)), "a.jpg")}
    answer = post(therapist, f"{visit}/shoes/{pair}/photos", boxes)
    assert answer.status_code == 400
    assert "inside heel" in answer.text
    assert photos(app, visit, pair) == ()


def test_a_page_asks_once_for_the_photos_of_all_pairs(app: Flask, visit: str, pair: UUID) -> None:
    """Not once for each pair, and not at all where there are no shoes."""
    import sqlalchemy as sa

    with app.app_context():
        session = session_of(app)
        one = stored(session, visit)
        for _ in range(3):
            one.keep_shoes(SHOES)
        session.flush()
        asked: list[str] = []

        def count(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
            asked.append(statement)

        engine = session.get_bind()
        sa.event.listen(engine, "before_cursor_execute", count)
        one.shoes()
        sa.event.remove(engine, "before_cursor_execute", count)
        session.rollback()
    assert len(asked) == 2
    assert "jpeg" not in "".join(asked)
