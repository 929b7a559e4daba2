"""Two scores of one instrument: what became of it, with the verdicts and words of every other comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from clinic_gait.clinical.compare import Change, Verdict, verdict_of, verdict_words
from clinic_gait.clinical.measures import Better, ErrorFigure
from clinic_gait.clinical.outcomes.instrument import Instrument, Part, Version
from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import plain


def outcome_change(
    instrument: Instrument,
    before: Decimal | None,
    now: Decimal | None,
    *,
    part: str = "",
    version_before: str = "",
    version_now: str = "",
    thresholds: Mapping[str, Threshold] = THRESHOLDS,
) -> Change:
    """What became of a score between two visits, in points.

    It is judged by the error figure, as :func:`.compare.change` does. What
    people call better is said beside it and decides nothing.

    :raises ValueError: the instrument has no such part, or no total.
    """
    judged = instrument.part(part)
    obstacle = _obstacle(instrument, (before, now), (version_before, version_now))
    if obstacle or before is None or now is None:
        return Change(verdict=Verdict.NOT_COMPARABLE, words=f"not comparable: {obstacle}")
    error = error_figure(judged, thresholds)
    found = weigh(now - before, error, instrument.better)
    said = found.words, _mcid_words(judged, error), _version(instrument, version_now).note
    return replace(found, words="; ".join(filter(None, said)))


def error_figure(part: Part, thresholds: Mapping[str, Threshold] = THRESHOLDS) -> ErrorFigure | None:
    """The smallest change beyond error of this part, with the clinic's own setting where there is one."""
    if part.error is None or not part.threshold:
        return part.error
    return replace(part.error, value=thresholds[part.threshold].value)


def error_words(instrument: Instrument, part: str = "", *, thresholds: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """What is known of the error and of what people call better, to stand beside a score.

    :raises ValueError: the instrument has no such part, or no total.
    """
    judged = instrument.part(part)
    error = error_figure(judged, thresholds)
    if error is None or judged.error is None:
        said = "measurement error not known"
    else:
        what = "what people call a change" if error.felt else "measurement error"
        own = "" if error.value == judged.error.value else ", set by the clinic"
        said = f"{what} {plain(error.value)}{own}: {error.quote}"
    return "; ".join(filter(None, (said, _mcid_words(judged, error))))


def weigh(amount: Decimal, error: ErrorFigure | None, better: Better) -> Change:
    """A difference in points against its error figure."""
    if error is None:
        words = f"{_signed(amount, None)}, measurement error not known"
        return Change(verdict=Verdict.NO_ERROR_FIGURE, amount=amount, words=words)
    verdict = verdict_of(amount, error.value, better)
    words = f"{_signed(amount, error.value)}, {verdict_words(verdict, error)}"
    return Change(verdict=verdict, amount=amount, error=error, words=words)


def _obstacle(instrument: Instrument, scores: tuple[Decimal | None, Decimal | None], versions: tuple[str, str]) -> str:
    """Why the two cannot be compared; empty when they can."""
    known = [one.name for one in instrument.versions]
    for value, version, name in zip(scores, versions, ("before", "now"), strict=True):
        if value is None:
            return f"{name} without a score"
        if version and version not in known:
            return f"{name} on a version that is not known ({version})"
        if not version and instrument.version_must_be_said:
            return f"{name} on a version that was not said"
        scale = _version(instrument, version)
        if not value.is_finite() or not scale.low <= value <= scale.high:
            return f"{name} outside {plain(scale.low)} to {plain(scale.high)}"
    if versions[0] != versions[1]:
        return f"measured in another way (before {versions[0] or 'not said'}, now {versions[1] or 'not said'})"
    return ""


def _version(instrument: Instrument, name: str) -> Version:
    return next((one for one in instrument.versions if one.name == name), instrument.versions[0])


def _mcid_words(part: Part, error: ErrorFigure | None) -> str:
    if part.mcid is None:
        return ""
    words = f"what people call better: {plain(part.mcid.value)}"
    if part.mcid.whose:
        words += f" ({part.mcid.whose})"
    if error is not None and not error.felt and part.mcid.value < error.value:
        words += ", less than the error, so such a gain can still be error"
    return words


def _signed(amount: Decimal, error: Decimal | None) -> str:
    if not amount:
        return "no change"
    number = plain(_rounded(amount, error))
    return f"{'+' if amount > 0 else ''}{number} point{'' if number in ('1', '-1') else 's'}"


def _rounded(amount: Decimal, error: Decimal | None) -> Decimal:
    """To one decimal, or to as many as it takes not to stand on the other side of nothing or of the error."""
    for places in range(1, 4):
        value = amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if value and (error is None or (abs(value) < error) is (abs(amount) < error)):
            return value
    return amount
