"""Signing: what was reviewed is what is stored, nothing gets in between, and it can be proven later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.care import canonical
from clinic_gait.care.visit import Clinic, Staff, VisitSnapshot
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.records import act, hold, shoe_photo
from clinic_gait.records import subject as subjects
from clinic_gait.records.base import run, scoped, signature_of, store
from clinic_gait.records.errors import Held, Stale, Unfinished
from clinic_gait.records.issued import IssuedDocument
from clinic_gait.records.plan import Plan
from clinic_gait.records.visit import Visit


def reviewed(visit: Visit, plan: Plan | None, clinic: Clinic) -> str:
    """The hash of the drafts as they stand: what a review page carries to :func:`sign`."""
    return canonical.digest(canonical.dumps([visit.drawn(clinic), plan.drawn(clinic) if plan else None]))


def sign(
    session: Session,
    *,
    visit: Visit,
    plan: Plan | None,
    clinic: Clinic,
    by: Staff,
    meaning: str,
    reviewed: str,
    at: datetime,
) -> None:
    """Freeze a visit, and with it the plan that was made in it, as they were reviewed.

    :raises Signed: it is signed already.
    :raises Stale: something was written after the review.
    :raises Unfinished: a plan is given and the safety screen is not complete.
    :raises Held: a plan is given and a hold of the patient is open, whichever visit set it.
    """
    _claim(session, visit, plan)
    if reviewed != _reviewed(visit, plan, clinic):
        raise Stale(visit.theirs())
    visit.set_holds(by, at)
    if plan is not None:
        _clear(session, visit)
        _supersede(session, plan)
        _freeze(session, plan, clinic, by, at)
    visit.meaning = meaning
    act.forget(session, visit)
    _freeze(session, visit, clinic, by, at)


def submit(session: Session, *, visit: Visit, by: Staff, at: datetime) -> None:
    """Hand a draft over for co-signature; it can still be changed until it is signed.

    :raises Signed: it is signed already.
    """
    visit.claim()
    for name, value in signature_of(by, "submitted_by").items():
        setattr(visit, name, value)
    visit.submitted_at, visit.state = at, "submitted"
    store(session)


def verify(session: Session, clinic_key: str) -> list[str]:
    """What is wrong with the signed records and issued documents of a clinic; empty when all is well."""
    faults = []
    signed: list[Visit | Plan] = [
        *session.scalars(scoped(Visit, clinic_key).where(Visit.signed_hash.is_not(None))),
        *session.scalars(scoped(Plan, clinic_key).where(Plan.signed_hash.is_not(None))),
    ]
    for record in signed:
        kind = type(record).__name__.lower()
        faults += [f"{kind} {record.id}: {fault}" for fault in _faults(record)]
        if isinstance(record, Visit):
            spoiled = shoe_photo.spoiled(session, record)
            faults += [f"visit {record.id}: the photo {photo} is not the one that was signed" for photo in spoiled]
    for document in session.scalars(scoped(IssuedDocument, clinic_key)):
        if not document.intact:
            faults.append(f"document {document.id}: the stored bytes or snapshot are not those that were issued")
    return faults


_reviewed = reviewed


def _claim(session: Session, visit: Visit, plan: Plan | None) -> None:
    """Lock before looking: what others write to these rows from now on waits, and is then refused."""
    if session.connection().dialect.name == "postgresql":
        level = session.execute(sa.text("SHOW transaction_isolation")).scalar_one()
        if level != "read committed":
            raise RuntimeError(f"signing needs the isolation level read committed, this session has {level}")
    visit.claim()
    if plan is None:
        return
    if (plan.clinic, plan.visit_id) != (visit.clinic, visit.id):
        raise ValueError("this plan was not made in this visit")
    subjects.claim(session, visit.clinic, visit.subject_id)
    plan.claim()


def _clear(session: Session, visit: Visit) -> None:
    """Every question of today is answered, and no sign of any visit still holds; a yes that was lifted does not."""
    held = sorted({one.flag for one in hold.open_holds(session, visit.subject)})
    if held:
        raise Held(held)
    missing = [key for key in FLAGS if key not in visit.screen().answers]
    if missing:
        raise Unfinished(missing)


def _supersede(session: Session, plan: Plan) -> None:
    older = (Plan.clinic == plan.clinic, Plan.subject_id == plan.subject_id, Plan.state == "signed")
    run(session, sa.update(Plan).where(*older).values(state="superseded"))


def _freeze(session: Session, draft: Visit | Plan, clinic: Clinic, by: Staff, at: datetime) -> None:
    for name, value in signature_of(by, "signed_by").items():
        setattr(draft, name, value)
    draft.signed_at = at
    draft.signed_json = canonical.dumps(draft.drawn(clinic))
    draft.signed_hash = canonical.digest(draft.signed_json)
    draft.state = "signed"
    store(session)


def _faults(record: Visit | Plan) -> list[str]:
    text = record.signed_json or ""
    if canonical.digest(text) != record.signed_hash:
        return ["the signed snapshot was changed"]
    frozen = record.snapshot(Clinic(key=record.clinic, name=""))
    drawn = record.drawn(frozen.clinic)
    # Patient and precautions are the subject's and the episode's: they may move on, the snapshot keeps them.
    if isinstance(drawn, VisitSnapshot) and isinstance(frozen, VisitSnapshot):
        drawn = replace(drawn, conditions=frozen.conditions)
    now = canonical.dumps(replace(drawn, person=frozen.person))
    return [] if now == text else ["the rows no longer say what was signed"]
