"""The hold page: which warning sign is open, what to do, what is stopped, and the one way to lift it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from clinic_gait.clinical.red_flags import FLAGS, RedFlag, Urgency
from clinic_gait.records.errors import NothingToLift
from clinic_gait.records.hold import HoldView, holds_of, lift
from clinic_gait.records.issued import documents_of
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import visits_of
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.context import Permission, allowed, audit, gait, needs, patient_of, subject_or_404
from clinic_gait.web.why import Cited, cited

LONGEST, REASON_LONGEST = 500, 2000
#: Stands for who cleared the patient when nobody had to.
MISTAKE = "not needed: answered by mistake"

#: The three things a lifting says: the box, its label, and the sentence when it is empty.
ASKED = (
    ("cleared_by", "Who cleared the patient", "Say who cleared the patient."),
    ("known_by", "When and how you know", "Say when you were told, and how."),
    ("reason", "Your reason", "Say why this patient may go on."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A hold as the page shows it. ``boxes`` are what was typed to lift it."""

    hold: HoldView
    label: str
    urgency: str
    act: str
    note: str
    sources: list[Cited]
    boxes: Boxes

    @property
    def id(self) -> str:
        """What its boxes are called on the page."""
        return f"{self.hold.flag}-{self.hold.visit_id}"

    @property
    def mistake_words(self) -> str:
        """The short cut: there was never anything to clear."""
        return f"{'The score was entered' if self.hold.because else 'It was answered yes'} by mistake"

    @property
    def problems(self) -> list[tuple[str, str]]:
        """For the summary on top: the id of the box and its sentence."""
        return [(f"f-{self.id}-{name}", sentence) for name, sentence in self.boxes.slips.items()]


@needs(Permission.READ)
def hold(subject_id: UUID) -> ResponseReturnValue:
    """What is open and what was lifted, for whoever may read the chart."""
    return _page(subject_or_404(subject_id, Permission.READ))


@needs(Permission.SIGN)
def lift_hold(subject_id: UUID) -> ResponseReturnValue:
    """Lift one hold: who cleared the patient, how that is known, and the therapist's reason."""
    subject = subject_or_404(subject_id, Permission.SIGN)
    boxes = Boxes(request.form)
    visit_id, flag = _named(boxes)
    found = holds_of(gait().session, subject)
    # A form that was opened over an earlier hold says which: its reason is not one for a hold set since.
    nth = boxes.whole("nth", "Hold", 1, 99) or 1
    if not any(one.is_open for one in found if (one.visit_id, one.flag, one.nth) == (visit_id, flag, nth)):
        raise _nothing(found, visit_id, flag)
    said = _said(boxes)
    if boxes.slips:
        return _page(subject, boxes), 422
    here = gait()
    try:
        lift(here.session, subject, visit_id=visit_id, flag=flag, nth=nth, by=here.staff, at=here.now(), **said)
    except NothingToLift:
        raise _nothing(holds_of(here.session, subject), visit_id, flag) from None
    audit("lift hold", record=visit_id, detail=flag)
    flash(f"Hold lifted: {_flag(flag).label}.", "clinic_gait")
    return redirect(url_for(".hold", subject_id=subject.id), 303)


def _page(subject: Subject, sent: Boxes | None = None) -> str:
    here = gait()
    found = holds_of(here.session, subject)
    stops = [_stop(one, sent) for one in reversed(found) if one.is_open]
    papers = [one for one in documents_of(here.session, subject) if not one.superseded]
    signer = next((one.signed_by for one in visits_of(here.session, subject) if one.signed_by), None)
    return render_template(
        "clinic_gait/hold/hold.html",
        subject=subject,
        stops=stops,
        lifted=[_stop(one, None) for one in found if not one.is_open],
        problems=[problem for stop in stops for problem in stop.problems],
        asked=ASKED,
        longest=LONGEST,
        reason_longest=REASON_LONGEST,
        papers=len(papers),
        ask=papers[0].issued_by_name if papers else "",
        signer=signer.title if signer else "",
        may_lift=allowed(Permission.SIGN, patient_of(subject)),
    )


def _stop(one: HoldView, sent: Boxes | None) -> Stop:
    """A hold with its sign's words; what was typed belongs to the hold that the form named."""
    flag = _flag(one.flag)
    mine = sent is not None and (sent("visit"), sent("flag")) == (str(one.visit_id), one.flag)
    return Stop(
        hold=one,
        label=flag.label,
        urgency=flag.urgency.words,
        act=flag.urgency.act(gait().clinic.emergency),
        note=flag.note,
        sources=cited(flag.sources),
        boxes=sent if mine and sent is not None else Boxes({}),
    )


def _flag(key: str) -> RedFlag:
    """The sign of this key. One that this version does not know holds all the same, as one for within days."""
    return FLAGS.get(key) or RedFlag(key=key, label=key.replace("_", " "), urgency=Urgency.URGENT, sources=())


def _named(boxes: Boxes) -> tuple[UUID, str]:
    try:
        return UUID(boxes("visit")), boxes("flag")
    except ValueError:
        raise UnprocessableEntity("This page is incomplete. Open the hold again and lift it there.") from None


def _said(boxes: Boxes) -> dict[str, str]:
    """The three answers, with a slip for each that is missing; an answer by mistake needs the reason alone."""
    by_mistake = bool(boxes("mistake"))
    said = {}
    for name, label, missing in ASKED:
        words = boxes.text(name, label, REASON_LONGEST if name == "reason" else LONGEST)
        if not any(map(str.isalnum, words)) and not (by_mistake and name != "reason"):
            boxes.slip(name, missing)
        said[name] = words
    if by_mistake:
        said["cleared_by"] = "; ".join(filter(None, (MISTAKE, said["cleared_by"])))
    return said


def _nothing(found: Iterable[HoldView], visit_id: UUID, flag: str) -> NothingToLift:
    """Why there is nothing to lift, with who was first."""
    first = next((one for one in found if (one.visit_id, one.flag) == (visit_id, flag)), None)
    if first is None or first.lifted_by is None or first.lifted_at is None:
        return NothingToLift()
    at = gait().local(first.lifted_at)
    return NothingToLift(f"{first.lifted_by.title} lifted this hold already, on {at.day} {at:%b %Y at %H:%M}.")
