"""The clinic's own licensed wording of questionnaires, from a JSON file or from the configuration itself."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from clinic_gait.clinical.outcomes.wording import BadWording, Wording, read_wording

#: Nothing is shipped: without a setting every licensed form shows numbers only.
NO_WORDING = Wording(forms=MappingProxyType({}))


def wording_of(given: object) -> Wording:
    """The wording behind a setting: the path of a JSON file, a mapping, or nothing at all.

    :raises BadWording: a file that cannot be read, or a wording that does not fit its instrument.
    """
    if given is None or given == "":
        return NO_WORDING
    if isinstance(given, Wording):
        return given
    if isinstance(given, str | os.PathLike):
        given = _read(Path(given))
    if not isinstance(given, Mapping):
        raise BadWording("give the path of a JSON file, or a mapping from instrument to licence and items.")
    return read_wording({str(key): form for key, form in given.items()})


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except OSError as error:
        raise BadWording(f"{path} cannot be read ({error.strerror or error}).") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadWording(f"{path} is no JSON file ({error}).") from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A name that stands twice would silently lose its first text."""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise BadWording(f"{name} is given twice.")
        found[name] = value
    return found
