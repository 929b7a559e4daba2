"""Two screens, one visit: what differs, and what then stands in the boxes. Nothing is overwritten by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.entry import place, shown
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Reading
from clinic_gait.records.visit import Visit
from clinic_gait.web.entries import Key, Typed, by_key, typed_of
from clinic_gait.web.forms import COMPLAINT_SIDES
from clinic_gait.web.screening import answers_of
from clinic_gait.web.sentences import technique
from clinic_gait.web.visit_form import WORDS, VisitForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field that the sent page and the stored visit hold differently."""

    id: str
    label: str
    mine: str
    theirs: str


def differences(visit: Visit, sent: VisitForm) -> list[Difference]:
    """Every field in which a page differs from what is stored now."""
    found = [*_words(visit, sent), *_screen(visit, sent), *_conditions(visit, sent), *_treatments(visit, sent)]
    stored = by_key(visit.readings())
    for (measure, side), typed in sent.entries.typed.items():
        theirs = stored.get((measure, side))
        if _alike(typed, theirs):
            continue
        label = place(CATALOGUE[measure], side)
        said = shown(CATALOGUE[measure], theirs) if theirs else ""
        found.append(Difference(id=f"f-{measure}.{side.value}", label=label, mine=_said(typed, theirs), theirs=said))
    return found


def theirs_beside(visit: Visit, sent: VisitForm) -> dict[Key, str]:
    """What to write beside each box that differs."""
    stored = by_key(visit.readings())
    found = {}
    for key, typed in sent.entries.typed.items():
        theirs = stored.get(key)
        if not typed.blank and not _alike(typed, theirs):
            found[key] = shown(CATALOGUE[key[0]], theirs) if theirs else "blank"
    return found


def filled_up(visit: Visit, sent: VisitForm) -> VisitForm:
    """The page again: what was typed stays, what was left empty takes the stored value."""
    stored = by_key(visit.readings())
    typed = {
        key: typed_of(CATALOGUE[key[0]], stored[key]) if boxes.blank and key in stored else boxes
        for key, boxes in sent.entries.typed.items()
    }
    typed |= {key: typed_of(CATALOGUE[key[0]], one) for key, one in stored.items() if key not in typed}
    for name in WORDS:
        sent.words[name].data = sent.words[name].data or getattr(visit, name) or ""
    theirs = answers_of(visit.screen())
    answers = {key: answer or theirs[key] for key, answer in sent.answers.items()}
    both = tuple(sorted({*sent.conditions, *visit.episode.conditions}))
    return replace(sent, entries=replace(sent.entries, typed=typed), answers=answers, conditions=both)


def _alike(typed: Typed, theirs: Reading | None) -> bool:
    if theirs is None:
        return typed.blank
    return typed == typed_of(CATALOGUE[theirs.measure], theirs)


def _said(typed: Typed, theirs: Reading | None) -> str:
    """What was typed; the method only where it is not the stored one."""
    if typed.blank:
        return ""
    method = "" if theirs is not None and theirs.method == typed.method else typed.method
    parts = (typed.value or typed.trials or typed.absent.replace("_", " "), method, typed.pain and f"pain {typed.pain}")
    return "; ".join(part for part in parts if part)


def _treatments(visit: Visit, sent: VisitForm) -> list[Difference]:
    mine = sent.treatments.done if sent.treatments else visit.done()
    theirs = visit.done()
    if mine == theirs:
        return []
    said = ["\n".join(f"{technique(one)} ({one.side.word})" for one in rows) for rows in (mine, theirs)]
    return [Difference(id="done", label="Done today", mine=said[0], theirs=said[1])]


def _words(visit: Visit, sent: VisitForm) -> list[Difference]:
    sides = dict(COMPLAINT_SIDES)
    found = []
    for name in WORDS:
        mine, theirs = sent.words[name].data or "", getattr(visit, name) or ""
        if mine != theirs:
            if name == "complaint_side":
                mine, theirs = sides.get(mine, mine), sides.get(theirs, theirs)
            label = sent.words[name].label.text
            found.append(Difference(id=f"f-{name}", label=label, mine=mine, theirs=theirs))
    return found


def _screen(visit: Visit, sent: VisitForm) -> list[Difference]:
    theirs = visit.screen().answers
    return [
        Difference(
            id=f"f-flag.{key}",
            label=FLAGS[key].label,
            mine=answer or "not asked",
            theirs=theirs.get(key, "not asked"),
        )
        for key, answer in sent.answers.items()
        if (answer or "") != theirs.get(key, "")
    ]


def _conditions(visit: Visit, sent: VisitForm) -> list[Difference]:
    mine, theirs = set(sent.conditions), set(visit.episode.conditions)
    return [
        Difference(
            id="precautions",
            label=f"Precaution: {one.label}",
            mine="noted" if one.key in mine else "not noted",
            theirs="noted" if one.key in theirs else "not noted",
        )
        for one in CONDITIONS.values()
        if one.key in mine ^ theirs
    ]
