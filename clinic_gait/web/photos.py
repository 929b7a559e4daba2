"""Photos of shoes: added to a pair, looked at, taken away again until the visit is signed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from flask import Response, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import NotFound

from clinic_gait.care.visit import ShoePhoto
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records import shoe_photo, shoe_wear
from clinic_gait.records.errors import Signed, TooManyPhotos
from clinic_gait.records.fields import EMPTY_PAIR
from clinic_gait.records.shoe_photo import NewPhoto
from clinic_gait.records.visit import Visit
from clinic_gait.web import shoe_page
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.context import Permission, audit, gait, needs, visit_or_404
from clinic_gait.web.forms import form_key
from clinic_gait.web.pictures import BadPicture, Picture, reencoded
from clinic_gait.web.shoe_boxes import boxes_of

SIDES = (("L", "LEFT"), ("R", "RIGHT"), ("B", "both"))
VIEWS = (("sole", "sole"), ("heel", "heel"), ("other", "other"))
LONGEST_WORDS = 200

#: Where the form is kept while its page is made again.
_REFUSED = "clinic_gait_photo_refused"

NO_SIDE = "Which shoe is in the photo? Say LEFT, RIGHT or both."
NO_VIEW = "What does the photo show? Say sole, heel or other."
NO_FILE = "Take a photo, or choose one."
AGAIN = "Choose the photo once more: it was not kept, because something else was missing."


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The photos of one pair, and the form for one more with what stands in it."""

    pair: UUID
    photos: tuple[ShoePhoto, ...]
    boxes: Boxes
    form_key: str
    most: int = shoe_photo.MOST
    sides: tuple[tuple[str, str], ...] = SIDES
    views: tuple[tuple[str, str], ...] = VIEWS

    @property
    def full(self) -> bool:
        """Whether no more fit."""
        return len(self.photos) >= self.most


@needs(Permission.CHART)
def add(visit_id: UUID, note_id: UUID) -> ResponseReturnValue:
    """Keep a photo of a pair; of a pair that nothing is written about yet, as the first that is known of it."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        raise Signed
    boxes = Boxes(request.form)
    photo = _sent(boxes)
    if photo is None:
        return _refused(visit, note_id, boxes)
    shoe_wear.begin(visit.open_session, visit, note_id)
    try:
        shoe_photo.add(visit.open_session, visit, note_id, photo, by=gait().staff, at=gait().now())
    except TooManyPhotos as error:
        boxes.slip("photo", str(error))
        return _refused(visit, note_id, boxes)
    audit("shoe photo added", record=visit.id, detail=f"{photo.side.word} {photo.view}")
    return _back(visit, note_id)


@needs(Permission.READ)
def show(visit_id: UUID, photo_id: UUID) -> ResponseReturnValue:
    """The photo, as the JPEG that was made of it."""
    visit = visit_or_404(visit_id, Permission.READ)
    jpeg = shoe_photo.jpeg_of(gait().session, visit, photo_id)
    if jpeg is None:
        raise NotFound
    audit("shoe photo opened", record=photo_id)
    answer = Response(jpeg, mimetype="image/jpeg")
    answer.headers["Content-Disposition"] = 'inline; filename="shoe-photo.jpg"'
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


@needs(Permission.CHART)
def remove(visit_id: UUID, photo_id: UUID) -> ResponseReturnValue:
    """Take a photo away; with it a pair of which nothing else is known. Sent twice, it does nothing more."""
    visit = visit_or_404(visit_id, Permission.CHART)
    if visit.is_signed:
        raise Signed
    visit.claim()
    shown = ((note_id, one.id) for note_id, photos in _by_pair(visit).items() for one in photos)
    pair = next((note_id for note_id, photo in shown if photo == photo_id), None)
    shoe_photo.remove(visit.open_session, visit, photo_id)
    if pair is not None and dict(visit.shoes()).get(pair) == EMPTY_PAIR:
        visit.drop_shoes(pair)
        pair = None
    audit("shoe photo removed", record=visit.id)
    return _back(visit, pair)


def panel(visit: Visit, pair: UUID) -> Panel:
    """The photos of a pair of a visit, and an empty form, or the one that was sent and could not be kept."""
    boxes: Boxes = g.get(_REFUSED) or Boxes({})
    photos = _by_pair(visit).get(pair, ())
    return Panel(pair=pair, photos=photos, boxes=boxes, form_key=boxes("photo_key") or form_key())


def template_words() -> dict[str, object]:
    """For the pages that show photos."""
    return {"shoe_photos": panel}


def _sent(boxes: Boxes) -> NewPhoto | None:
    """The photo that was sent, made new; nothing, and its sentences, when it cannot be kept."""
    side = boxes.choice("photo_side", "Shoe in the photo", dict(SIDES))
    view = boxes.choice("photo_view", "What the photo shows", dict(VIEWS))
    words = boxes.text("photo_words", "Words to the photo", LONGEST_WORDS)
    if side is None:
        boxes.slip("photo_side", NO_SIDE)
    if view is None:
        boxes.slip("photo_view", NO_VIEW)
    picture = _picture(boxes)
    if side is None or view is None or picture is None or boxes.slips:
        if picture is not None:
            boxes.slip("photo", AGAIN)
        return None
    size = {"width": picture.width, "height": picture.height}
    key = boxes("photo_key") or form_key()
    return NewPhoto(jpeg=picture.jpeg, side=DoseSide(side), view=view, words=words, form_key=key, **size)


def _picture(boxes: Boxes) -> Picture | None:
    """The picture in the file that was sent. What the file is called is never read."""
    file = request.files.get("photo") or FileStorage()
    with closing(file.stream):
        data = file.read()
    if not data:
        boxes.slip("photo", NO_FILE)
        return None
    try:
        return reencoded(data)
    except BadPicture as error:
        boxes.slip("photo", str(error))
        return None


def _refused(visit: Visit, pair: UUID, boxes: Boxes) -> ResponseReturnValue:
    """The shoe page again, with the sentences in the photos' own form."""
    setattr(g, _REFUSED, boxes)
    return shoe_page.render(visit, pair, Boxes(boxes_of(dict(visit.shoes()).get(pair)))), 422


def _back(visit: Visit, pair: UUID | None) -> ResponseReturnValue:
    return redirect(url_for("clinic_gait.shoes", visit_id=visit.id, pair=pair, _anchor="cg-photos"), 303)


def _by_pair(visit: Visit) -> dict[UUID, tuple[ShoePhoto, ...]]:
    return shoe_photo.of_visit(gait().session, visit)
