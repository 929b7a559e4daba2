"""A post of the visit form: read through as a whole, and stored as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from clinic_gait.clinical import wells
from clinic_gait.clinical.values import DoseSide
from clinic_gait.records.hold import CLOT
from clinic_gait.records.visit import Visit
from clinic_gait.web import screening
from clinic_gait.web.context import gait
from clinic_gait.web.entries import Entries, by_key, read, typed_in
from clinic_gait.web.forms import VisitWords
from clinic_gait.web.treatments import Treatments, sent_rows

#: The fields of a visit that are words of their own, as the form and the record name them.
WORDS = ("complaint", "complaint_side", "subjective", "impression")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitForm:
    """What a page sent."""

    words: VisitWords
    entries: Entries
    answers: dict[str, screening.YesNo | None]
    conditions: tuple[str, ...]
    conditions_asked: bool
    treatments: Treatments | None

    @property
    def good(self) -> bool:
        """Whether all of it can be stored; with one fault nothing is."""
        treated = self.treatments is None or not self.treatments.problems
        return treated and not self.words.errors and not self.entries.problems


def sent_form(visit: Visit) -> VisitForm:
    """The post, read against what is stored now. A field that it does not carry keeps what is stored."""
    words = VisitWords(request.form, obj=visit)
    for name in WORDS:
        if name not in request.form:
            words[name].data = getattr(visit, name) or ""
    words.validate()
    stored = by_key(visit.readings())
    return VisitForm(
        words=words,
        entries=read(typed_in(request.form), stored, decimal_comma=gait().clinic.decimal_comma),
        answers=screening.answers_in(request.form, visit.screen()),
        conditions=screening.conditions_in(request.form, visit.episode.conditions),
        conditions_asked=bool(request.form.get("conditions_asked")),
        treatments=sent_rows(request.form),
    )


def keep(visit: Visit, sent: VisitForm) -> None:
    """Store all of a good form.

    :raises Stale: somebody else changed the visit since the page was loaded.
    :raises Signed: it is signed.
    """
    visit.check_version(sent.words.version.data or 0)
    clot = _likely_clot(visit)
    if sent.entries.readings:
        visit.record(*sent.entries.readings)
    for key in sent.entries.erased:
        visit.erase(*key)
    _screen(visit, sent, clot)
    if sent.treatments is not None:
        visit.did(sent.treatments.done)
    side = sent.words.complaint_side.data
    visit.write(
        complaint=sent.words.complaint.data,
        complaint_side=DoseSide(side) if side else None,
        subjective=sent.words.subjective.data,
        impression=sent.words.impression.data,
    )
    if sent.conditions_asked or sent.conditions != visit.episode.conditions:
        visit.episode.note_conditions(sent.conditions, gait().staff, gait().now())


def _screen(visit: Visit, sent: VisitForm, clot_before: str) -> None:
    """Store the answers of the safety screen, and set the holds that they and the clot score ask for."""
    stored, clot = visit.screen().answers, _likely_clot(visit)
    visit.answer_screen({key: answer for key, answer in sent.answers.items() if answer != stored.get(key)})
    # What only still stands was there when its hold was lifted; what is found just now was not.
    again = screening.just_now(stored, sent.answers) | ({CLOT} if clot and not clot_before else set())
    visit.set_holds(gait().staff, gait().now(), clot, again)


def _likely_clot(visit: Visit) -> str:
    """The sentence of a likely clot, of the readings as they are stored."""
    return wells.likely_words(visit.readings(), gait().limits)
