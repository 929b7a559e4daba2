"""Every condition that limits treatment: what it blocks, what it cautions, and what each source calls it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from clinic_gait.clinical.conditions import CONDITIONS, Condition, Level
from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, exercise_name, table

#: The classes of treatment that conditions act on, in words.
CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "mob": "joint mobilization I to IV",
        "thrust": "thrust (V)",
        "mwm": "movement with a glide",
        "stretch": "stretching",
        "load": "loading",
        "foam": "rolling and massage",
    }
)


def _lines(limits: Limits) -> Iterator[str]:
    yield "What is blocked cannot be added; what is cautioned only with a typed reason. A condition acts on both sides."
    yield "In *What the sources say* C is a contraindication, P a precaution. **This list needs a licensed therapist's"
    yield "approval**: no guideline's full table was found for the leg."
    yield from table(
        ("Condition", "Key", "Blocks", "Cautions", "Keep in mind", "What the sources say", "Sources"),
        map(_row, CONDITIONS.values()),
    )


def _row(one: Condition) -> tuple[str, ...]:
    blocked = one.applies if one.level is Level.ABSOLUTE else one.absolute_for
    cautioned = () if one.level is Level.ABSOLUTE else [name for name in one.applies if name not in one.absolute_for]
    return (
        one.label,
        f"`{one.key}`",
        "; ".join((*_classes(blocked), *(_exercise(one, key) for key in one.blocks))),
        "; ".join(_classes(cautioned)),
        one.note,
        one.basis,
        cited(one.sources),
    )


def _classes(names: Iterable[str]) -> list[str]:
    return [words for name, words in CLASSES.items() if name in tuple(names)]


def _exercise(one: Condition, key: str) -> str:
    swap = f" (offer instead: {exercise_name(one.swap[key])})" if key in one.swap else ""
    return f"{exercise_name(key)}{swap}"


CHAPTER = Chapter(title="Conditions that limit treatment", lines=_lines)
