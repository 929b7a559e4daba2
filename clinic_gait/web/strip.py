"""The patient strip: who a page is about, what hurts, what to beware of, and whether there is a hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinic_gait.records.queries import is_held
from clinic_gait.records.subject import Subject
from clinic_gait.records.visit import Visit, visits_of
from clinic_gait.web import sentences
from clinic_gait.web.context import gait


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What the strip shows."""

    patient: Subject
    day: date
    complaint: str
    complaint_side: str | None
    conditions: tuple[str, ...]
    held: bool


def patient_strip(visit: Visit | None = None) -> Strip | None:
    """The strip of the patient this request is about, as of a visit, else of the newest one."""
    here = gait()
    subject = here.subject
    if subject is None:
        return None
    visit = visit or next(iter(visits_of(here.session, subject)), None)
    spoken = _complaint(subject, visit) if visit else None
    conditions = visit.episode.conditions if visit else ()
    return Strip(
        patient=subject,
        day=here.today(),
        complaint=spoken.complaint if spoken else "",
        complaint_side=spoken.complaint_side if spoken else None,
        conditions=tuple(map(sentences.condition, conditions)),
        held=is_held(here.session, subject),
    )


def _complaint(subject: Subject, visit: Visit) -> Visit:
    """The visit whose complaint is shown: this one's, else what was last said in the same episode."""
    if visit.complaint or visit.complaint_side:
        return visit
    earlier = (one for one in visits_of(gait().session, subject) if (one.day, one.id) <= (visit.day, visit.id))
    said = (one for one in earlier if one.episode_id == visit.episode_id and (one.complaint or one.complaint_side))
    return next(said, visit)


def template_words() -> dict[str, object]:
    """For every template of the plugin."""
    return {"patient_strip": patient_strip}
