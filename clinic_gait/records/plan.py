"""A plan of care: a sequence of signed versions; the sheet a patient takes home is printed from one of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from clinic_gait.care import canonical
from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique, PlanSnapshot
from clinic_gait.care.visit import Clinic, Staff
from clinic_gait.records import plan_lines
from clinic_gait.records.base import (
    find,
    new_id,
    one_of,
    owned,
    scoped,
    signature_of,
    store,
    table_args,
    table_of,
    within_clinic,
)
from clinic_gait.records.draft import Draft
from clinic_gait.records.subject import Subject, claim
from clinic_gait.records.types import Id
from clinic_gait.records.visit import Visit


class Plan(Draft):
    """One version of a subject's plan. Goals, techniques and exercises are its parts."""

    __tablename__ = "clinic_gait_plan"
    __table_args__ = table_args(
        within_clinic("subject_id", "subject"),
        within_clinic("visit_id", "visit"),
        sa.UniqueConstraint("clinic", "subject_id", "number"),
        sa.UniqueConstraint("clinic", "visit_id"),
        one_of("state", "draft", "signed", "superseded"),
        sa.CheckConstraint("(state = 'draft') = (signed_json IS NULL)", name="signed"),
    )
    part_column = "plan_id"

    subject_id: Mapped[UUID] = mapped_column(Id())
    #: The visit in which it was made.
    visit_id: Mapped[UUID] = mapped_column(Id())
    number: Mapped[int] = mapped_column(sa.Integer())
    drafted_by_key: Mapped[str] = mapped_column(sa.String(200))
    drafted_by_name: Mapped[str] = mapped_column(sa.Text())
    drafted_by_credential: Mapped[str] = mapped_column(sa.Text(), default="")
    #: Why this program, in the therapist's words to the patient.
    why: Mapped[str] = mapped_column(sa.Text(), default="")
    next_visit: Mapped[str] = mapped_column(sa.Text(), default="")

    @property
    def subject(self) -> Subject:
        """Whom it is for."""
        return owned(self, Subject, self.subject_id)

    def goals(self) -> tuple[Goal, ...]:
        """In order."""
        return plan_lines.goals(self.own_session, self)

    def techniques(self) -> tuple[PlannedTechnique, ...]:
        """What is to be done in clinic, in order."""
        return plan_lines.techniques(self.own_session, self)

    def exercises(self) -> tuple[PlannedExercise, ...]:
        """The home program, in the order of the sheet."""
        return plan_lines.exercises(self.own_session, self)

    def replace(
        self,
        goals: tuple[Goal, ...],
        techniques: tuple[PlannedTechnique, ...],
        exercises: tuple[PlannedExercise, ...],
        why: str = "",
        next_visit: str = "",
    ) -> None:
        """Keep this as the whole content of the draft.

        :raises Signed: this version is signed.
        """
        session = self.open_session
        self.why, self.next_visit = why, next_visit
        store(session)
        plan_lines.save(session, self, goals, techniques, exercises)

    def snapshot(self, clinic: Clinic) -> PlanSnapshot:
        """Everything of the version as plain data: as it was signed, or as the draft stands now."""
        if self.is_signed and self.signed_json is not None:
            return canonical.loads(PlanSnapshot, self.signed_json)
        return self.drawn(clinic)

    def drawn(self, clinic: Clinic) -> PlanSnapshot:
        """The snapshot that the rows give now."""
        return PlanSnapshot(
            plan=self.id,
            number=self.number,
            visit=self.visit_id,
            clinic=clinic,
            person=self.subject.person,
            goals=self.goals(),
            techniques=self.techniques(),
            exercises=self.exercises(),
            why=self.why,
            next_visit=self.next_visit,
            signed_by=self.signed_by,
            signed_at=self.signed_at,
        )


def draft_plan(session: Session, visit: Visit, by: Staff) -> Plan:
    """The draft of a visit; at first a copy of the last signed version, for doses and plans may carry.

    :raises Signed: the visit is signed.
    """
    subject = visit.subject
    claim(session, visit.clinic, subject.id)
    plan = plan_of(session, visit)
    if plan is not None:
        return plan
    plan = Plan(
        clinic=visit.clinic,
        id=new_id(),
        subject_id=subject.id,
        visit_id=visit.id,
        number=_next_number(visit.open_session, subject),
        **signature_of(by, "drafted_by"),
    )
    store(session, plan)
    last = last_signed_plan(session, subject)
    if last is not None:
        plan.replace(last.goals(), last.techniques(), last.exercises(), last.why, last.next_visit)
    return plan


def plan_of(session: Session, visit: Visit) -> Plan | None:
    """The version made in this visit, if there is one."""
    return session.scalars(scoped(Plan, visit.clinic).where(Plan.visit_id == visit.id)).one_or_none()


def get_plan(session: Session, clinic_key: str, plan_id: UUID) -> Plan | None:
    """The version with this id in this clinic."""
    return find(session, Plan, clinic_key, plan_id)


def plan_numbers(session: Session, clinic_key: str, plan_ids: Iterable[UUID]) -> dict[UUID | None, int]:
    """The version number of each of these plans."""
    query = sa.select(Plan.id, Plan.number).where(Plan.clinic == clinic_key, Plan.id.in_(list(plan_ids)))
    return {row.id: row.number for row in session.execute(query)}


def last_signed_plan(session: Session, subject: Subject) -> Plan | None:
    """The version that holds now."""
    query = scoped(Plan, subject.clinic).where(Plan.subject_id == subject.id, Plan.state == "signed")
    return session.scalars(query.order_by(Plan.number.desc()).limit(1)).one_or_none()


def first_signed_day(session: Session, subject: Subject) -> date | None:
    """The day of the visit in which the first version was signed; nothing before there is one."""
    visits, plans = table_of(Visit), table_of(Plan)
    query = (
        sa.select(sa.func.min(visits.c.day))
        .join_from(plans, visits, sa.and_(visits.c.clinic == plans.c.clinic, visits.c.id == plans.c.visit_id))
        .where(plans.c.clinic == subject.clinic, plans.c.subject_id == subject.id, plans.c.state != "draft")
    )
    day: date | None = session.execute(query).scalar_one()
    return day


def plans_of(session: Session, subject: Subject) -> list[Plan]:
    """All versions of a subject, the newest first."""
    query = scoped(Plan, subject.clinic).where(Plan.subject_id == subject.id)
    return list(session.scalars(query.order_by(Plan.number.desc())))


def _next_number(session: Session, subject: Subject) -> int:
    query = sa.select(sa.func.max(Plan.number)).where(Plan.clinic == subject.clinic, Plan.subject_id == subject.id)
    return (session.execute(query).scalar_one() or 0) + 1
