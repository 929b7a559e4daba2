"""Every home exercise with its dose, evidence and links, when to move on, and the advice for patients."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises import LIBRARY, PROGRESSION, Exercise, common_words, patient_text, topics
from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.findings.rule import Grade
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.conditions import CLASSES
from clinic_gait.clinical.reference.markdown import cited, exercise_name, table
from clinic_gait.clinical.units import plain


def _lines(limits: Limits) -> Iterator[str]:
    yield "The dose is where a plan starts and is the therapist's to change. Evidence is never shown to patients."
    yield from table(
        ("Exercise", "Key", "Dose", "Evidence", "Class", "Easier", "Harder", "Keep in mind", "Sources"),
        map(_row, LIBRARY.values()),
    )
    yield from _progression()
    yield from _advice()


def _row(one: Exercise) -> tuple[str, ...]:
    parts = f"; a set card of: {_names(one.parts)}" if one.parts else ""
    return (
        exercise_name(one.key),
        f"`{one.key}`",
        dose_words(one.dose) + ("" if one.sides == "one" else "; both legs together") + parts,
        f"{one.evidence_grade}, {Grade(one.evidence_grade).words}",
        ", ".join(CLASSES[name] for name in one.contra),
        _names(one.easier),
        _names(one.harder),
        one.evidence_note,
        cited(one.sources),
    )


def dose_words(dose: Dose) -> str:
    """A dose in one line, numbers as they are set: ``1 set of 4, hold 30 s, 2 times a day, 7 days a week``."""
    sets = f"{dose.sets} set{'' if dose.sets == 1 else 's'}" if dose.sets else ""
    reps = f"{dose.reps} times" if dose.reps else ""
    named = (
        (dose.minutes and plain(dose.minutes), "{} min"),
        (dose.distance_m, "{} m"),
        (dose.hold_s, "hold {} s"),
        (dose.tempo, "tempo {}"),
        (dose.rest_s, "rest {} s"),
        (dose.per_day, "{} a day"),
        (dose.days_wk, "{} days a week"),
    )
    amount = f"{sets} of {dose.reps}" if sets and reps else sets or reps
    return ", ".join(filter(None, (amount, *(words.format(value) for value, words in named if value))))


def _names(keys: Iterable[str]) -> str:
    return "; ".join(map(exercise_name, keys))


def _progression() -> Iterator[str]:
    yield from ("### When to move on and when to step back", "")
    yield f"- {PROGRESSION.move_on} All of: {', '.join(PROGRESSION.move_on_when)}."
    yield f"- {PROGRESSION.step_back} Any of: {', '.join(PROGRESSION.step_back_when)}."
    yield f"- Evidence {PROGRESSION.evidence_grade}, {Grade(PROGRESSION.evidence_grade).words}. " + (
        f"{PROGRESSION.evidence_note} {cited(PROGRESSION.sources)}"
    )


def _advice() -> Iterator[str]:
    common = common_words("en")
    yield from ("", "### Advice for patients", "", "The first two stand on every sheet, the others can be added.", "")
    yield f"- `pain_rule` {common.pain_rule}"
    yield f"- `stop` {' '.join((*common.stop, *common.emergency))}"
    yield from (f"- `{topic}` {' '.join(patient_text(topic, 'en'))}" for topic in topics())


CHAPTER = Chapter(title="Home exercises", lines=_lines)
