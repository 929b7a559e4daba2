"""Every outcome measure: how it is scored, what is needed, what a change means, and whose words it needs."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_gait.clinical.findings.clause_words import Limits
from clinic_gait.clinical.outcomes import INSTRUMENTS, Instrument, Part, Version
from clinic_gait.clinical.outcomes.change import error_figure
from clinic_gait.clinical.reference.chapter import Chapter
from clinic_gait.clinical.reference.markdown import cited, item
from clinic_gait.clinical.reference.measures import BETTER
from clinic_gait.clinical.units import plain


def _lines(limits: Limits) -> Iterator[str]:
    yield "No wording of a licensed form ships; points stand in the order of the printed forms."
    yield ""
    for one in INSTRUMENTS.values():
        yield from _entry(one, limits)


def _entry(one: Instrument, limits: Limits) -> Iterator[str]:
    yield from item(
        f"**{one.name}** (`{one.key}`, {one.short}): {BETTER[one.better]}",
        ("Scored", "; ".join(_version(version) for version in one.versions) + f"; {one.formula.value}"),
        ("Points", _points(one)),
        ("Missing answers", one.missing),
        ("Two marks on one item", "the worse one counts" if one.two_marks else ""),
        ("Change", "; ".join(filter(None, (_change(part, limits) for part in one.parts)))),
        ("Keep in mind", one.note),
        ("Wording", "prompts of our own are in the product" if one.own_words else "the clinic's own, licensed"),
        ("Rights", one.rights),
        ("Sources", cited(one.sources)),
    )


def _version(one: Version) -> str:
    name = f"{one.name}: " if one.name else ""
    items = f"{one.fewest} to {len(one.items)}" if one.fewest else str(len(one.items))
    note = f" ({one.note})" if one.note else ""
    return f"{name}{items} item{'' if items == '1' else 's'}, {plain(one.low)} to {plain(one.high)}{note}"


def _points(one: Instrument) -> str:
    """The points of every item; once for items that all have the same."""
    items = one.items
    if len({item.points for item in items}) == 1:
        return ", ".join(map(plain, items[0].points))
    return "; ".join(f"{item.label} {', '.join(map(plain, item.points))}" for item in items)


def _change(part: Part, limits: Limits) -> str:
    error = error_figure(part, limits)
    name = f"{part.label} " if part.label else ""
    said = []
    if error is not None:
        what = "what people call a change" if error.felt else "error"
        said.append(f"{what} {plain(error.value)} ({error.quote}) {cited(error.sources)}")
    else:
        said.append("no error figure known")
    if part.mcid is not None:
        whose = f" ({part.mcid.whose})" if part.mcid.whose else ""
        said.append(f"smallest change called better {plain(part.mcid.value)}{whose} {cited(part.mcid.sources)}")
    return name + ", ".join(said)


CHAPTER = Chapter(title="Outcome measures", lines=_lines)
