"""The visit form, field by field: each is stored as it is left, and answered with what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.care import canonical
from clinic_gait.clinical import wells
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import LEGS, Reading
from clinic_gait.records import fields
from clinic_gait.records.hold import CLOT
from clinic_gait.records.reading import one_of_visit
from clinic_gait.records.visit import Visit
from clinic_gait.web import acting, screening, visit_page
from clinic_gait.web.context import Permission, gait, needs, visit_or_404
from clinic_gait.web.entries import Entries, Key, by_key, enterable, read, sides_of, typed_in, typed_of
from clinic_gait.web.forms import VisitWords
from clinic_gait.web.grid import row_of
from clinic_gait.web.treatments import CHOICES, GRADES, SIDES, sent_rows
from clinic_gait.web.visit_form import WORDS

Changed = Mapping[str, tuple[Any, Any]]


@needs(Permission.CHART)
def acts(visit_id: UUID) -> ResponseReturnValue:
    """One field of the visit form as it was left."""
    visit = visit_or_404(visit_id, Permission.CHART)
    return acting.answer(visit, VisitActs(visit))


class VisitActs:
    """The boxes of the visit form as fields of the draft."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.entries = Entries()

    def read(self, names: tuple[str, ...]) -> acting.Reading:
        """The posted boxes of these fields."""
        after: dict[str, Any] = {}
        refused: list[acting.Refused] = []
        self._readings([_key(name) for name in names if name.partition(".")[0] == "reading"], after, refused)
        for name in names:
            kind, _, rest = name.partition(".")
            if kind != "reading":
                self._other(kind, rest, name, after, refused)
        return acting.Reading(after=after, refused=tuple(refused))

    def boxes(self, name: str, data: Any) -> dict[str, str] | None:
        """What stands in the boxes of a field."""
        kind, _, rest = name.partition(".")
        match kind:
            case "reading":
                return _reading_boxes(rest, data)
            case "words":
                return {rest: data or ""}
            case "flag":
                return {name: data or ""}
            case "condition":
                return {name: "1" if data else ""}
            case "conditions":
                return {"conditions_asked": "1" if data else ""}
            case _:
                return None

    def stored(self, changed: Changed) -> None:
        """Set the holds that an answer or the clot score asks for; what only still stands was there before."""
        scored = any(name.split(".")[1] in wells.KEYS for name in changed if name.startswith("reading."))
        if not scored and not any(name.startswith("flag.") for name in changed):
            return
        now = self.visit.readings()
        before: dict[Key, Reading | None] = {**by_key(now), **_before(changed)}
        clot = wells.likely_words(now, gait().limits)
        was = wells.likely_words([one for one in before.values() if one is not None], gait().limits)
        flags = {name.partition(".")[2]: both for name, both in changed.items() if name.startswith("flag.")}
        again = screening.just_now(
            {key: old for key, (old, _) in flags.items()}, {key: new for key, (_, new) in flags.items()}
        )
        self.visit.set_holds(gait().staff, gait().now(), clot, again | ({CLOT} if clot and not was else set()))

    def live(self, names: tuple[str, ...], refused: tuple[acting.Refused, ...]) -> str:
        """The rows and cards that these fields belong to."""
        kinds = {name.partition(".")[0] for name in names}
        measures = dict.fromkeys(_key(name)[0] for name in names if name.startswith("reading."))
        known = visit_page.known(self.visit, None, None) if measures else None
        if known is not None and refused:
            typed, problems = self.entries.typed, self.entries.problems
            known = replace(known, typed=typed, problems=problems, now=self.entries.over(known.stored))
        scored = any(key in wells.KEYS for key in measures)
        # Precautions are asked for only where they are shown: every act would wait for them.
        episode = self.visit.episode if kinds & {"condition", "conditions", "done"} else None
        noted = episode.conditions if episode else ()
        return render_template(
            "clinic_gait/visits/_answer.html",
            visit=self.visit,
            kinds=kinds,
            with_strip=scored or bool(kinds & {"flag", "condition", "words"}),
            rows=[row_of(CATALOGUE[key], known) for key in measures] if known else [],
            clot=wells.words(known.now.values(), known.limits) if known and scored else None,
            # A sign stands beside the row that tells most, which need not be the one that was typed.
            signs={one.measure: known.swaps.get(one.measure) for one in known.stored.values() if one.side in LEGS}
            if known
            else {},
            screen=visit_page.screen_of(self.visit, None) if "flag" in kinds else None,
            conditions=screening.condition_rows(noted) if episode else (),
            noted=noted,
            conditions_asked=episode.conditions_at if episode else None,
            treatments=visit_page.treatments_of(self.visit) if kinds & {"done", "condition"} else None,
            technique_choices=CHOICES,
            technique_sides=SIDES,
            technique_grades=GRADES,
        )

    def _readings(self, keys: list[Key], after: dict[str, Any], refused: list[acting.Refused]) -> None:
        if not keys:
            return
        found = (one_of_visit(self.visit.own_session, self.visit, *key) for key in keys)
        stored = by_key(one for one in found if one is not None)
        measures = dict.fromkeys(CATALOGUE[measure] for measure, _ in keys)
        typed = {key: boxes for key, boxes in typed_in(request.form, measures).items() if key in keys}
        self.entries = read(typed, stored, decimal_comma=gait().clinic.decimal_comma)
        now = self.entries.over(stored)
        for key in typed:
            name = _name(key)
            problem = self.entries.problems.get(key)
            if problem:
                refused.append(acting.Refused(field=name, sentence=problem.sentence, check=problem.check))
            after[name] = fields.of_reading(now.get(key))

    def _other(self, kind: str, rest: str, name: str, after: dict[str, Any], refused: list[acting.Refused]) -> None:
        match kind:
            case "words" if rest in WORDS:
                form = VisitWords(request.form)
                form.validate()
                refused += [acting.Refused(field=name, sentence=str(one)) for one in form[rest].errors]
                after[name] = form[rest].data or None
            case "flag" if rest in FLAGS:
                answer = request.form.get(name) or request.form.get("rest", "")
                after[name] = answer if answer in ("yes", "no") else None
            case "condition" if rest in CONDITIONS or rest in self.visit.episode.conditions:
                after[name] = True if request.form.get(name) else None
            case "conditions" if rest == "asked":
                after[name] = True if request.form.get("conditions_asked") else None
            case "done":
                treatments = sent_rows(request.form)
                problems = treatments.problems if treatments else []
                refused += [acting.Refused(field=name, sentence=sentence) for _, sentence in problems]
                after[name] = fields.of_done(treatments.done) if treatments else None
            case _:
                raise UnprocessableEntity("This page is incomplete. Load it again.")


def _key(name: str) -> Key:
    """Measure and side of a reading's field.

    :raises UnprocessableEntity: there is no such box on the form.
    """
    _, _, rest = name.partition(".")
    measure, _, side = rest.partition(".")
    known = next((one for one in enterable() if one.key == measure), None)
    found = next((one for one in sides_of(known) if one.value == side), None) if known else None
    if found is None:
        raise UnprocessableEntity("This page is incomplete. Load it again.")
    return measure, found


def _name(key: Key) -> str:
    return f"reading.{key[0]}.{key[1].value}"


def _reading_boxes(rest: str, data: Any) -> dict[str, str]:
    parts = ("", ".method", ".absent", ".pain", ".trials", ".confirm")
    if data is None:
        return {f"{rest}{part}": "" for part in parts}
    one = canonical.loads(Reading, json.dumps(data))
    typed = typed_of(CATALOGUE[one.measure], one)
    values = (typed.value, typed.method, typed.absent, typed.pain, typed.trials, typed.confirm)
    return {f"{rest}{part}": value for part, value in zip(parts, values, strict=True)}


def _before(changed: Changed) -> dict[Key, Reading | None]:
    """The readings as they were before an act."""
    return {
        _key(name): None if old is None else canonical.loads(Reading, json.dumps(old))
        for name, (old, _) in changed.items()
        if name.startswith("reading.")
    }
