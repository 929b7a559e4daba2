"""Every measure, question and sign by section of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from clinic_gait.clinical.catalogue import SECTIONS
from clinic_gait.clinical.entry import with_unit
from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.gait_phases import PHASES
from clinic_gait.clinical.measures import Better, Derived, Deviation, ErrorFigure, Flag, Measure, Quantity, Text, codes
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, item
from clinic_gait.clinical.units import plain

#: Which way is better, in words.
BETTER: Mapping[Better, str] = MappingProxyType({Better.UP: "more is better", Better.DOWN: "less is better"})


def _lines(limits: Limits) -> Iterator[str]:
    yield "A number outside the possible range is refused; outside the usual range it is asked once more."
    yield "Words after *limited* tell the usual limits; the cut-offs of the next chapter are what the program uses."
    for section, entries in SECTIONS.items():
        yield from ("", f"### {section}", "")
        for measure in entries:
            yield from _entry(measure)


def _entry(measure: Measure) -> Iterator[str]:
    sides = "LEFT and RIGHT" if measure.sided else "once"
    yield from item(
        f"**{measure.label}** (`{measure.key}`): {sides}; {_kind(measure)}",
        ("How", measure.how),
        ("Sign", _sign(measure)),
        ("Taken by", "; ".join(f"{facet.name} ({' / '.join(facet.options)})" for facet in measure.facets)),
        ("Keep in mind", measure.note),
        ("Values", _values(measure)),
        ("Marked on charts", _healthy(measure)),
        ("Error", _error(measure)),
        ("Sources", cited(measure.sources)),
    )


def _kind(measure: Measure) -> str:
    match measure:
        case Quantity():
            usual = f"usual {plain(measure.usual_low)} to {plain(measure.usual_high)}"
            possible = f"{plain(measure.low)} to {plain(measure.high)}"
            better = f"; {BETTER[measure.better]}" if measure.better else ""
            return f"{measure.unit.value}, possible {possible}, {usual}, read to {plain(measure.step)}{better}"
        case Derived():
            return "worked out, never typed"
        case Text():
            return "words"
        case Flag():
            return "yes or no"
        case _:
            return ", ".join(step.label for step in codes(measure))


def _sign(measure: Measure) -> str:
    if not isinstance(measure, Deviation):
        return ""
    phases = ", ".join(PHASES[key].label for key in measure.phases)
    parts = [measure.definition, f"Seen in {phases}; {measure.plane} plane."]
    parts.append(f"May go with: {', '.join(measure.suggests)}." if measure.suggests else "")
    parts.append(f"Evidence: {measure.evidence}" if measure.evidence else "")
    parts.append(f"The word is also used for: {measure.other_usage}" if measure.other_usage else "")
    parts.append(f"When new, ask: {FLAGS[measure.screen].label}." if measure.screen else "")
    return " ".join(part for part in parts if part)


def _values(measure: Measure) -> str:
    named = (("typical", measure.typical), ("limited", measure.limited), ("reliability", measure.reliability))
    return "; ".join(f"*{name}* {words}" for name, words in named if words)


def _healthy(measure: Measure) -> str:
    """What a chart marks as reference, and for whom and which method it was found."""
    found = measure.healthy if isinstance(measure, Quantity) else None
    if found is None:
        return ""
    span = " to ".join(dict.fromkeys(map(plain, (found.low, found.high))))
    methods = f", by {' / '.join(found.methods)}" if found.methods else ""
    return f"{span}{methods}: {found.of} {cited(found.sources)}"


def _error(measure: Measure) -> str:
    if not isinstance(measure, Quantity):
        return ""
    figures = [_figure(measure, figure) for figure in measure.error]
    if not figures:
        figures = [f"not known, so change is shown without a flag. {measure.error_note}".strip()]
    elif measure.error_note:
        figures.append(measure.error_note)
    return "; ".join(figures)


def _figure(measure: Quantity, figure: ErrorFigure) -> str:
    methods = f" ({' / '.join(figure.methods)})" if figure.methods else ""
    felt = ", what people call a change" if figure.felt else ""
    quote = f": {figure.quote}" if figure.quote else ""
    return f"{with_unit(measure, figure.value)}{methods}{felt}{quote} {cited(figure.sources)}"


CHAPTER = Chapter(title="Measures", lines=_lines)
