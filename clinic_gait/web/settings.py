"""What a host may set: one field per ``CLINIC_GAIT_*`` key of the application's configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, timezone
from typing import Any

from clinic_gait.clinical.catalogue import USUAL_SET
from clinic_gait.clinical.outcomes.wording import BadWording, Wording
from clinic_gait.clinical.thresholds import THRESHOLDS, BadThreshold, Threshold, adjusted
from clinic_gait.web.licensed_wording import NO_WORDING, wording_of
from clinic_gait.web.usual_sets import BadUsualSet, usual_set

PREFIX = "CLINIC_GAIT_"

Limits = Mapping[str, Threshold]


class BadSetting(ValueError):
    """A setting that does not exist or cannot be what it is."""


def utc_now() -> datetime:
    """The clock, unless a setting says otherwise."""
    return datetime.now(timezone.utc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings, validated once when the extension is set up."""

    #: The layout that the pages extend, with the blocks ``title``, ``head`` and ``content``.
    base_template: str = "clinic_gait/standalone.html"
    #: Whether Today and Print desk stand above the pages; off when the host's own menu leads there.
    own_menu: bool = True
    #: Paths of TrueType files for characters that Noto Sans lacks, tried in order.
    fallback_fonts: tuple[str, ...] = ()
    #: The clinic's licensed wording of questionnaires: a path of a JSON file or a mapping, read at start-up.
    wording: Wording = NO_WORDING
    #: Cut-offs for all clinics: a mapping of their keys to numbers; what is not named keeps its default.
    thresholds: Limits = field(default_factory=lambda: THRESHOLDS)
    #: The same for single clinics by their keys, over those for all.
    clinic_thresholds: Mapping[str, Limits] = field(default_factory=dict)
    #: The measures that a full assessment shows, in their order: a list of their keys.
    usual_set: tuple[str, ...] = USUAL_SET
    #: The same for single clinics by their keys, instead of the one for all.
    clinic_usual_sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Gives the time in UTC; for tests and demonstrations.
    clock: Callable[[], datetime] = utc_now

    def limits_of(self, clinic_key: str) -> Limits:
        """The cut-offs of a clinic: the defaults with what was set for all, then for this one."""
        return self.clinic_thresholds.get(clinic_key, self.thresholds)

    def usual_of(self, clinic_key: str) -> tuple[str, ...]:
        """The measures that a full assessment of this clinic shows."""
        return self.clinic_usual_sets.get(clinic_key, self.usual_set)

    @classmethod
    def read(cls, config: Mapping[str, Any]) -> Settings:
        """The settings in a Flask configuration.

        :raises BadSetting: a key under our prefix that is not one of ours, or a value that cannot be.
        """
        given = {key[len(PREFIX) :].lower(): value for key, value in config.items() if key.startswith(PREFIX)}
        known = {one.name for one in fields(cls)}
        for name in given:
            if name not in known:
                raise BadSetting(f"{PREFIX}{name.upper()} is not a setting; known are {', '.join(sorted(known))}")
        if "fallback_fonts" in given:
            given["fallback_fonts"] = tuple(given["fallback_fonts"])
        if "wording" in given:
            given["wording"] = _wording(given["wording"])
        for_all = _limits("THRESHOLDS", given.pop("thresholds", {}), THRESHOLDS)
        given["clinic_thresholds"] = _by_clinic(given.pop("clinic_thresholds", {}), for_all)
        given["thresholds"] = for_all
        if "usual_set" in given:
            given["usual_set"] = _usual("USUAL_SET", given["usual_set"])
        given["clinic_usual_sets"] = _usual_by_clinic(given.pop("clinic_usual_sets", {}))
        return cls(**given)


def _wording(given: object) -> Wording:
    try:
        return wording_of(given)
    except BadWording as error:
        raise BadSetting(f"{PREFIX}WORDING: {error}") from None


def _limits(name: str, given: object, base: Limits) -> Limits:
    """The cut-offs with what one setting changes; ``name`` is what a sentence calls it."""
    if not isinstance(given, Mapping):
        raise BadSetting(f"{PREFIX}{name}: give a mapping of cut-offs to numbers, such as {{'df_ke_limited': 7}}.")
    try:
        return adjusted(given, base)
    except BadThreshold as error:
        raise BadSetting(f"{PREFIX}{name}: {error}") from None


def _by_clinic(given: object, for_all: Limits) -> dict[str, Limits]:
    name = "CLINIC_THRESHOLDS"
    if not isinstance(given, Mapping):
        raise BadSetting(f"{PREFIX}{name}: give a mapping of clinic keys to their cut-offs.")
    return {str(key): _limits(f"{name}, clinic {key}", changes, for_all) for key, changes in given.items()}


def _usual(name: str, given: object) -> tuple[str, ...]:
    try:
        return usual_set(given)
    except BadUsualSet as error:
        raise BadSetting(f"{PREFIX}{name}: {error}") from None


def _usual_by_clinic(given: object) -> dict[str, tuple[str, ...]]:
    name = "CLINIC_USUAL_SETS"
    if not isinstance(given, Mapping):
        raise BadSetting(f"{PREFIX}{name}: give a mapping of clinic keys to their lists of measures.")
    return {str(key): _usual(f"{name}, clinic {key}", measures) for key, measures in given.items()}
