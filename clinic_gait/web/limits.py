"""How much a request may bring, by where it goes."""

from __future__ import annotations

#: A whole visit form with every measure is far below this; more is no form of ours.
LARGEST_FORM = 1_000_000
MOST_FIELDS = 4_000

#: A photo as cameras write it; it is made smaller before it is kept.
LARGEST_PHOTO = 15_000_000
PHOTO_TOO_LARGE = "This photo is larger than 15 MB. Take it with a lower resolution, or choose a smaller one."

_WITH_PHOTO = "clinic_gait.shoe_photo_add"


def largest(endpoint: str | None) -> int:
    """Bytes that the body of a request may have."""
    return LARGEST_PHOTO if endpoint == _WITH_PHOTO else LARGEST_FORM


def too_large(endpoint: str | None) -> str | None:
    """What to say of a larger one; nothing where the usual words do."""
    return PHOTO_TOO_LARGE if endpoint == _WITH_PHOTO else None
