"""A visit: what was seen and done on one day, written as a draft and signed once."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care import canonical
from clinic_gait.care.visit import Clinic, Done, LegLength, Outcome, Screen, ShoeNote, Staff, VisitSnapshot
from clinic_gait.clinical.values import LEGS, DoseSide, Reading, Side
from clinic_gait.records import hold, leg_length, outcome, reading, screen, shoe_wear, treatment
from clinic_gait.records.base import (
    find,
    new_id,
    one_of,
    owned,
    put,
    run,
    scoped,
    signature_of,
    store,
    stored_key,
    table_args,
    within_clinic,
)
from clinic_gait.records.draft import Draft
from clinic_gait.records.episode import Episode, current_episode
from clinic_gait.records.subject import Subject
from clinic_gait.records.types import Id, UtcDateTime


class Kept(enum.Enum):
    """Says that a field stays as it is, where ``None`` already means "empty"."""

    AS_IT_IS = "as it is"


class Visit(Draft):
    """One visit of one subject. Readings, shoes, leg lengths, scores, the screen and what was done are its parts."""

    __tablename__ = "clinic_gait_visit"
    __table_args__ = table_args(
        within_clinic("subject_id", "subject"),
        within_clinic("episode_id", "episode"),
        sa.UniqueConstraint("clinic", "subject_id", "form_key"),
        sa.Index(None, "clinic", "subject_id", "day"),
        sa.Index(None, "clinic", "state", "clinician_key"),
        one_of("state", "draft", "submitted", "signed"),
        one_of("complaint_side", "L", "R", "B"),
        sa.CheckConstraint("(state = 'signed') = (signed_json IS NOT NULL)", name="signed"),
    )
    part_column = "visit_id"

    subject_id: Mapped[UUID] = mapped_column(Id())
    episode_id: Mapped[UUID] = mapped_column(Id())
    #: The calendar day in the clinic's time zone.
    day: Mapped[date] = mapped_column(sa.Date())
    kind: Mapped[str] = mapped_column(sa.String(40))
    clinician_key: Mapped[str] = mapped_column(sa.String(200))
    clinician_name: Mapped[str] = mapped_column(sa.Text())
    clinician_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    #: Made in the page; a form sent twice lands on the same visit.
    form_key: Mapped[str] = mapped_column(sa.String(64))
    complaint: Mapped[str] = mapped_column(sa.Text(), default="")
    complaint_side: Mapped[str | None] = mapped_column(sa.String(1))
    subjective: Mapped[str] = mapped_column(sa.Text(), default="")
    impression: Mapped[str] = mapped_column(sa.Text(), default="")
    #: The values, left and right, of measures that looked swapped and are right as entered: a JSON object by measure.
    sides_json: Mapped[str] = mapped_column(sa.Text(), default="{}", server_default="{}", sort_order=1)
    submitted_by_key: Mapped[str | None] = mapped_column(sa.String(200))
    submitted_by_name: Mapped[str | None] = mapped_column(sa.Text())
    submitted_by_credential: Mapped[str | None] = mapped_column(sa.Text())
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    #: What the signature means, in words: "I saw this patient and wrote this."
    meaning: Mapped[str] = mapped_column(sa.Text(), default="")

    @property
    def clinician(self) -> Staff:
        """Whose visit it is."""
        return Staff(key=self.clinician_key, name=self.clinician_name, credential=self.clinician_credential)

    @property
    def subject(self) -> Subject:
        """Whom it is about."""
        return owned(self, Subject, self.subject_id)

    @property
    def episode(self) -> Episode:
        """The episode it belongs to."""
        return owned(self, Episode, self.episode_id)

    def record(self, *given: Reading) -> None:
        """Keep readings, each over the one of the same measure and side.

        :raises Signed: the visit is signed.
        """
        reading.save(self.open_session, self, given)

    def erase(self, measure: str, side: Side) -> None:
        """Take a reading back: not examined.

        :raises Signed: the visit is signed.
        """
        reading.remove(self.open_session, self, measure, side)

    def readings(self) -> tuple[Reading, ...]:
        """By measure, left before right."""
        return reading.of_visit(self.own_session, self)

    def record_leg_length(self, one: LegLength) -> None:
        """Keep a leg length, over the one by the same method.

        :raises Signed: the visit is signed.
        """
        leg_length.save(self.open_session, self, one)

    def drop_leg_length(self, method: str) -> None:
        """Take the leg length by this method back.

        :raises Signed: the visit is signed.
        """
        leg_length.remove(self.open_session, self, method)

    def leg_lengths(self) -> tuple[LegLength, ...]:
        """By method."""
        return leg_length.of_visit(self.own_session, self)

    def keep_shoes(self, note: ShoeNote, id: UUID | None = None, form_key: str | None = None) -> UUID:
        """Keep a shoe note: over the one with this id, else as a new one, once per form; gives its id.

        :raises NotFound: the visit has no note with this id.
        :raises Signed: the visit is signed.
        """
        return shoe_wear.save(self.open_session, self, note, id, form_key)

    def drop_shoes(self, id: UUID) -> None:
        """Take a shoe note back.

        :raises Signed: the visit is signed.
        """
        shoe_wear.remove(self.open_session, self, id)

    def shoes(self) -> tuple[tuple[UUID, ShoeNote], ...]:
        """The notes with their ids, in the order they were made."""
        return shoe_wear.of_visit(self.own_session, self)

    def answer_screen(self, answers: Mapping[str, str | None]) -> None:
        """Keep answers of the safety screen; ``None`` takes one back, what is not named stays.

        :raises Signed: the visit is signed.
        """
        screen.save(self.open_session, self, answers)

    def set_holds(self, by: Staff, at: datetime, clot: str = "", again: Iterable[str] = ()) -> None:
        """Set a hold for every sign answered yes that has none yet, and for a likely clot with its sentence.

        A sign in ``again`` was found just now and not before: it holds also after its hold was lifted.
        Holds are not part of what is signed: only :func:`~clinic_gait.records.hold.lift` ends them.
        """
        hold.set_holds(self.own_session, self, by=by, at=at, clot=clot, again=frozenset(again))

    def screen(self) -> Screen:
        """The answers given so far."""
        return screen.of_visit(self.own_session, self)

    def keep_outcome(self, *given: Outcome) -> None:
        """Keep scores, each over the one of the same instrument and part.

        :raises Signed: the visit is signed.
        """
        outcome.save(self.open_session, self, given)

    def drop_outcome(self, instrument: str, part: str = "") -> None:
        """Take a score back: not asked.

        :raises Signed: the visit is signed.
        """
        outcome.remove(self.open_session, self, instrument, part)

    def outcomes(self) -> tuple[Outcome, ...]:
        """By instrument and part."""
        return outcome.of_visit(self.own_session, self)

    def did(self, done: tuple[Done, ...]) -> None:
        """Keep what was done, as the whole list.

        :raises Signed: the visit is signed.
        """
        treatment.save(self.open_session, self, done)

    def done(self) -> tuple[Done, ...]:
        """What was done, in order."""
        return treatment.of_visit(self.own_session, self)

    def write(
        self,
        *,
        complaint: str | None = None,
        complaint_side: DoseSide | Kept | None = Kept.AS_IT_IS,
        subjective: str | None = None,
        impression: str | None = None,
    ) -> None:
        """Keep words; what is not given stays.

        :raises Signed: the visit is signed.
        """
        session = self.open_session
        for name, words in (("complaint", complaint), ("subjective", subjective), ("impression", impression)):
            if words is not None:
                setattr(self, name, words)
        if not isinstance(complaint_side, Kept):
            self.complaint_side = None if complaint_side is None else complaint_side.value
        store(session)

    def snapshot(self, clinic: Clinic) -> VisitSnapshot:
        """Everything of the visit as plain data: as it was signed, or as the draft stands now."""
        if self.is_signed and self.signed_json is not None:
            return canonical.loads(VisitSnapshot, self.signed_json)
        return self.drawn(clinic)

    def drawn(self, clinic: Clinic) -> VisitSnapshot:
        """The snapshot that the rows give now."""
        return VisitSnapshot(
            visit=self.id,
            clinic=clinic,
            person=self.subject.person,
            day=self.day,
            kind=self.kind,
            clinician=self.clinician,
            complaint=self.complaint,
            complaint_side=None if self.complaint_side is None else DoseSide(self.complaint_side),
            subjective=self.subjective,
            impression=self.impression,
            screen=self.screen(),
            conditions=self.episode.conditions,
            readings=self.readings(),
            shoes=tuple(note for _, note in self.shoes()),
            leg_lengths=self.leg_lengths(),
            done=self.done(),
            outcomes=self.outcomes(),
            sides_confirmed=self.sides_confirmed() if self.sides_json != "{}" else (),
            signed_by=self.signed_by,
            signed_at=self.signed_at,
            meaning=self.meaning,
        )

    def sides_confirmed(self) -> tuple[str, ...]:
        """Measures that looked swapped and were said to be right with the very values that are stored."""
        now = {one.key: one.value for one in self.readings()}
        return tuple(
            measure
            for measure, pair in sorted(json.loads(self.sides_json).items())
            if [now.get((measure, side)) for side in LEGS] == [Decimal(value) for value in pair]
        )

    def theirs(self) -> dict[str, object]:
        """What is stored now, for whoever has to choose between it and their own."""
        names = ("version", "state", "complaint", "complaint_side", "subjective", "impression")
        return {**{name: getattr(self, name) for name in names}, "readings": self.readings()}


def start_visit(
    session: Session, *, subject: Subject, clinic: Clinic, day: date, kind: str, by: Staff, form_key: str
) -> Visit:
    """A new draft; the same form sent again gives the same visit."""
    form_key = stored_key(form_key)
    sent_before = scoped(Visit, clinic.key).where(Visit.subject_id == subject.id, Visit.form_key == form_key)
    visit = session.scalars(sent_before).one_or_none()
    if visit is not None:
        return visit
    statement = put(session, Visit).values(
        clinic=clinic.key,
        id=new_id(),
        subject_id=subject.id,
        episode_id=current_episode(session, subject, day).id,
        day=day,
        kind=kind,
        form_key=form_key,
        **signature_of(by, "clinician"),
    )
    run(session, statement.on_conflict_do_nothing(index_elements=["clinic", "subject_id", "form_key"]))
    return session.scalars(sent_before).one()


def get_visit(session: Session, clinic_key: str, visit_id: UUID) -> Visit | None:
    """The visit with this id in this clinic."""
    return find(session, Visit, clinic_key, visit_id)


def visits_of(session: Session, subject: Subject) -> list[Visit]:
    """All visits of a subject, the newest first."""
    query = scoped(Visit, subject.clinic).where(Visit.subject_id == subject.id)
    return list(session.scalars(query.order_by(Visit.day.desc(), Visit.id.desc())))
