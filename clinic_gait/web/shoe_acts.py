"""The shoe page, box by box: each grade is stored as it is tapped, and the sentence follows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import render_template, request
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.care import canonical
from clinic_gait.care.visit import ShoeNote
from clinic_gait.records import fields
from clinic_gait.records.visit import Visit
from clinic_gait.web import acting, shoe_page
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.shoe_boxes import PARTS, boxes_of, edited, read_part, sentence

KIND = "shoes"


def name_of(pair: UUID, part: str = "") -> str:
    """What a pair, or a part of it, is called as a field."""
    return ".".join(filter(None, (KIND, str(pair), part)))


class ShoeActs:
    """The boxes of one pair as fields of the draft."""

    def __init__(self, visit: Visit, pair: UUID) -> None:
        self.visit = visit
        self.pair = pair
        self.typed = Boxes({})

    def read(self, names: tuple[str, ...]) -> acting.Reading:
        """The posted boxes; a sentence that nobody edited comes along with the grades."""
        # The sentence is compared with nothing: nobody may edit it between this look and the act.
        self.visit.claim()
        self.typed = Boxes(request.form)
        after: dict[str, Any] = {}
        refused: list[acting.Refused] = []
        for name in names:
            part = self._part(name)
            after[name] = read_part(self.typed, part)
            said = self.typed.slips.get(PARTS[part])
            if said:
                refused.append(acting.Refused(field=name, sentence=said))
        return acting.Reading(after={**after, **self._words(after)}, refused=tuple(refused))

    def _words(self, after: Mapping[str, Any]) -> dict[str, Any]:
        """The sentence of the grades as they will be; nothing when it was edited and is to stay."""
        before = note = self._stored() or fields.EMPTY_PAIR
        for name, data in after.items():
            note = fields.with_part(note, self._part(name), data)
        words = name_of(self.pair, "words")
        emptied = words in after and after[words] is None
        graded = (note.left, note.right) != (before.left, before.right)
        if emptied or (words not in after and graded and not edited(before)):
            return {words: sentence(note.left, note.right) or None}
        return {}

    def boxes(self, name: str, data: Any) -> dict[str, str] | None:
        """What stands in the boxes of a part of this pair, or of the whole of it."""
        if name == name_of(self.pair):
            return boxes_of(None if data is None else canonical.loads(ShoeNote, json.dumps(data)))
        part = self._of_pair(name)
        return {PARTS[part]: "" if data is None else str(data)} if part in PARTS else None

    def stored(self, changed: Mapping[str, tuple[Any, Any]]) -> None:
        """Nothing else hangs on a grade."""

    def live(self, names: tuple[str, ...], refused: tuple[acting.Refused, ...]) -> str:
        """The sentence that the grades would make, the names of the pairs, and what is refused."""
        boxes = Boxes(boxes_of(self._stored()))
        if refused:
            boxes = Boxes({**boxes.typed, **self.typed.typed}, slips=self.typed.slips)
        # Only these boxes: what is wrong with another one stays as the page says it.
        asked = [PARTS[part] for part in PARTS if name_of(self.pair, part) in names]
        shown = shoe_page.words(self.visit, self.pair, boxes)
        return render_template("clinic_gait/shoes/_answer.html", asked=asked, **shown)

    def _stored(self) -> ShoeNote | None:
        return dict(self.visit.shoes()).get(self.pair)

    def _part(self, name: str) -> str:
        part = self._of_pair(name)
        if part not in PARTS:
            raise UnprocessableEntity("This page is incomplete. Load it again.")
        return part

    def _of_pair(self, name: str) -> str:
        """The part of this pair that a field is; empty for a field of something else."""
        of_pair = f"{name_of(self.pair)}."
        return name.removeprefix(of_pair) if name.startswith(of_pair) else ""
