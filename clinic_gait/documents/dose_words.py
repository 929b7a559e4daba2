"""A dose in words: ``3 sets of 15``, ``hold 30 seconds``, ``2 times a day``."""

from __future__ import annotations

import re
from decimal import Decimal

from clinic_gait.clinical.dose import Dose
from clinic_gait.documents.phrases import Phrases
from clinic_gait.documents.text import Run

_NUMBER = re.compile(r"(\d+(?:[.,]\d+)*)")


def dose_words(dose: Dose, words: Phrases) -> tuple[str, ...]:
    """A box each: what to do, then how often. A number that does not belong to the exercise is left out."""
    every_day = (words.every_day,) if dose.days_wk == 7 else ()
    return (*_amount(dose, words), *frequency(dose, words), *every_day)


def frequency(dose: Dose, words: Phrases) -> tuple[str, ...]:
    """How often in a day and in a week; once a day goes without saying where the days are counted."""
    days = dose.days_wk if dose.days_wk != 7 else None
    a_day = None if days and dose.per_day == 1 else dose.per_day
    return (
        *_counted(a_day, words.per_day_one, words.per_day),
        *_counted(days, words.days_one, words.days),
    )


def rest(dose: Dose, words: Phrases) -> str:
    """The pause between sets as a sentence, or nothing."""
    return words.rest.format(n=dose.rest_s) if dose.rest_s and (dose.sets or 1) > 1 else ""


def emphasised(text: str) -> tuple[Run, ...]:
    """The text with its numbers in bold."""
    return tuple(Run(part, bool(_NUMBER.fullmatch(part))) for part in _NUMBER.split(text) if part)


def _amount(dose: Dose, words: Phrases) -> tuple[str, ...]:
    length = (*_minutes(dose.minutes, words), *_counted(dose.distance_m, words.meters, words.meters))
    hold = () if dose.tempo else _counted(dose.hold_s, words.hold_one, words.hold)
    return (*_repeats(dose, words, alone=not length), *length, *hold, *_tempo(dose.tempo, words))


def _repeats(dose: Dose, words: Phrases, *, alone: bool) -> tuple[str, ...]:
    sets, reps = dose.sets or 1, dose.reps or 1
    if sets > 1 and reps > 1:
        return (words.sets_of.format(sets=sets, n=reps),)
    count = max(sets, reps)
    if count == 1 and (not alone or (dose.sets is None and dose.reps is None)):
        return ()
    return _counted(count, words.once, words.times)


def _minutes(minutes: Decimal | None, words: Phrases) -> tuple[str, ...]:
    if minutes is None:
        return ()
    return ((words.minute_each if minutes == 1 else words.minutes_each).format(n=_plain(minutes)),)


def _tempo(tempo: str | None, words: Phrases) -> tuple[str, ...]:
    if not tempo:
        return ()
    parts = tempo.split("-")
    if len(parts) != 3:
        return (tempo,)
    down, hold, up = parts
    sentence = words.tempo if hold == "0" else words.tempo_hold
    return (sentence.format(down=down, hold=hold, up=up),)


def _counted(count: int | None, one: str, many: str) -> tuple[str, ...]:
    if not count:
        return ()
    return ((one if count == 1 else many).format(n=count),)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
