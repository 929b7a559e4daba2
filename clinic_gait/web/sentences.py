"""A visit and a plan in words for staff: what was done, found, planned, with every side named."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from clinic_gait.care import lengths
from clinic_gait.care.plan import Goal, PlannedExercise, PlannedTechnique
from clinic_gait.care.visit import Done, LegLength, Outcome, ShoeNote
from clinic_gait.clinical import leg_length, shoe_wear
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.conditions import CONDITIONS
from clinic_gait.clinical.dose import Dose
from clinic_gait.clinical.exercises import LIBRARY
from clinic_gait.clinical.outcomes import INSTRUMENTS, lefs_percent, shown_score
from clinic_gait.clinical.outcomes.asked import GROC, PSFS
from clinic_gait.clinical.outcomes.instrument import Instrument
from clinic_gait.clinical.outcomes.prompts import GROC_LABELS
from clinic_gait.clinical.techniques import TECHNIQUES
from clinic_gait.clinical.units import Unit, convert
from clinic_gait.clinical.values import LEGS, Side
from clinic_gait.documents.dose_words import dose_words
from clinic_gait.documents.phrases import phrases


def condition(key: str) -> str:
    """A precaution by its label; one that this version does not know is never passed over in silence."""
    known = CONDITIONS.get(key)
    return known.label if known else f"{key.replace('_', ' ')} (not known here: check every line against it yourself)"


def technique(one: PlannedTechnique | Done) -> str:
    """What the hands do, with grade, dose and minutes; the side stands beside it as a chip."""
    known = TECHNIQUES.get(one.key)
    parts = [known.name if known else one.key, one.grade and f"grade {one.grade}", one.dose]
    parts.append(f"{one.minutes} min" if one.minutes is not None else "")
    return ", ".join(part for part in parts if part)


def exercise(one: PlannedExercise) -> str:
    """The exercise's name in its words for this side."""
    known = LIBRARY.get(one.key)
    return known.words("en", one.side).name if known else one.key


def dose(given: Dose) -> str:
    """A dose in one line."""
    return ", ".join(dose_words(given, phrases("en")))


def goal(one: Goal) -> str:
    """A goal with its measure, where it has one; the side is said in words."""
    if one.measure is None or one.target is None:
        return one.text
    measure = CATALOGUE.get(one.measure)
    label = measure.label if measure else one.measure
    side = "" if one.side in (None, Side.NONE) else f", {one.side.word}"
    start = "" if one.baseline is None else f"{_plain(one.baseline)} to "
    return f"{one.text} ({label}{side}: {start}{_plain(one.target)} {one.unit or ''})".replace(" )", ")")


def leg(one: LegLength) -> str:
    """A leg length by one method: which leg is short and by how much, never a sign; or what is still missing."""
    if one.method == leg_length.LIFT_TRIAL:
        return _lift(one)
    method = _way(one)
    found = lengths.difference_of(one)
    if found is None:
        return f"{method}: not finished; {_so_far(one)}{lengths.missing(one) or 'not known here'}"
    if found.mm:
        return f"{method}: {found.short_side.word} leg short by {length(found.mm)}"
    return f"{method}: level without a block" if one.block_mm is not None else f"{method}: even, both {one.left_mm} mm"


def unfinished_legs(notes: Iterable[LegLength]) -> list[str]:
    """What is still to be measured, method by method: ``Tape, true length: measure the RIGHT leg too``."""
    open_ones = ((_way(one), lengths.missing(one)) for one in notes)
    return [f"{method}: {words}" for method, words in open_ones if words]


def _way(one: LegLength) -> str:
    known = leg_length.METHODS.get(one.method)
    return known.label if known else one.method.replace("_", " ").capitalize()


def length(mm: Decimal) -> str:
    """A difference in millimetres and, for whoever thinks in them, inches: ``8 mm (0.31 in)``."""
    inches = convert(mm, Unit.MM, Unit.IN).quantize(Decimal("0.01"))
    return f"{_plain(mm)} mm ({format(inches, 'f')} in)"


def _so_far(one: LegLength) -> str:
    known = (("left", one.left_mm), ("right", one.right_mm), ("block", one.block_mm))
    return "".join(f"{name} {mm} mm, " for name, mm in known if mm is not None)


def _lift(one: LegLength) -> str:
    """A lift trial: ``Lift trial: 6 mm under the LEFT foot: gait better``."""
    mm = "height not noted" if one.block_mm is None else length(Decimal(one.block_mm))
    foot = f"under the {one.block_side.word.upper()} foot" if one.block_side in LEGS else "foot not noted"
    did = leg_length.lift_words(one.response) or "answer not noted"
    return f"Lift trial: {mm} {foot}: {did}{f' ({one.note})' if one.note else ''}"


def shoes(note: ShoeNote) -> str:
    """A pair of shoes with the wear of both soles, in the therapist's words where there are any."""
    pair = " ".join(part for part in (note.shoe_type, note.make, note.model) if part) or "Shoes"
    words = note.words or shoe_wear.words(
        note.left.zones, note.right.zones, note.left.counter_lean, note.right.counter_lean
    )
    photos = f"; {len(note.photos)} photo{'s'[: len(note.photos) - 1]}" if note.photos else ""
    return f"{pair}: {words or 'wear not graded'}{photos}"


def score_name(one: Outcome) -> str:
    """What a score is called: the instrument, and its part where there is one."""
    known = INSTRUMENTS.get(one.instrument)
    if known is None:
        return f"{one.instrument} {one.part}".strip()
    labels = {part.key: part.label for part in known.parts}
    return f"{known.short} {labels.get(one.part, one.part)}".strip()


def score(one: Outcome) -> str:
    """A score out of what it can be, or why there is none; never a word that judges it."""
    known = INSTRUMENTS.get(one.instrument)
    done = "rated" if one.instrument == PSFS.key else "answered"
    how_many = f"{len(one.items) - one.missing} of {len(one.items)} {done}"
    if one.value is None:
        return f"no {'score' if one.part else 'total'}: {how_many}"
    if known is None:
        return shown_score(one.value)
    said = _groc(one) if known is GROC else _out_of(known, one.value)
    if not one.items:
        return f"{said}, scored elsewhere"
    return f"{said}, {how_many}" if one.missing else said


def _groc(one: Outcome) -> str:
    value = one.value or Decimal(0)
    labels = {Decimal(points): label for points, label in GROC_LABELS.get(one.version, {}).items()}
    said = f"{'+' if value > 0 else ''}{shown_score(value)}"
    return ", ".join(filter(None, (said, labels.get(value, ""), one.version and f"{one.version} scale")))


def _out_of(known: Instrument, value: Decimal) -> str:
    said = f"{shown_score(value)} of {_plain(known.high)}"
    return f"{said} ({shown_score(lefs_percent(value))} %)" if known.key == "lefs" else said


def _plain(amount: Decimal) -> str:
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
