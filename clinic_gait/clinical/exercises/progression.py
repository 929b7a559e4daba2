"""When to move on to a harder exercise and when to step back; for therapists."""

from __future__ import annotations

from dataclasses import dataclass

from clinic_gait.clinical.exercises.exercise import EvidenceGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class Progression:
    """The criterion behind every easier and harder link.

    Move on when *all* of ``move_on_when`` hold, step back when *any* of
    ``step_back_when`` does.
    """

    move_on: str
    move_on_when: tuple[str, ...]
    step_back: str
    step_back_when: tuple[str, ...]
    evidence_grade: EvidenceGrade
    sources: tuple[str, ...]
    evidence_note: str


PROGRESSION = Progression(
    move_on="Move on when the full dose is easy for 3 days, pain stays 0 to 3 and settles by the next morning.",
    move_on_when=(
        "full dose done 3 days in a row",
        "pain 0 to 3 during",
        "back to normal by the next morning",
    ),
    step_back=(
        "Step back if pain goes over 5, does not settle by the next morning, the joint swells, or form is lost."
    ),
    step_back_when=(
        "pain over 5",
        "pain not back to normal by the next morning",
        "joint swells more",
        "form is lost",
    ),
    evidence_grade="D",
    sources=("silbernagel2007", "seed_northstar", "memory"),
    evidence_note=(
        "Pain lines from heel-cord work; the 3 days are a convention. A link is never followed past a blocked or "
        "cautioned exercise without a typed reason."
    ),
)
