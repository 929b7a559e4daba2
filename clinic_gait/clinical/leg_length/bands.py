"""What a difference of so many millimetres is called, and from where on to refer, with a clinic's cut-offs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clinic_gait.clinical.thresholds import THRESHOLDS, Threshold
from clinic_gait.clinical.units import plain

#: The cut-offs at which a band begins, and its word; below the first the measuring cannot tell.
_BAND_CUTOFFS = (("lld_note_mm", "small"), ("lld_act_mm", "possibly important"), ("lld_refer_mm", "large: refer"))
ALIKE = "within measurement error"

#: The name beside a band while the clinic has set nothing of its own.
SCHEME = "default bands"

#: What other writers call mild, so that nobody is surprised.
OTHER_SCHEMES = (
    "mild under 30 mm, moderate 30 to 60 mm, severe over 60 mm (seeley2010)",
    "mild up to 20 mm (murray2015, pereira_lld)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A word for a range of differences, ``low`` included, in millimetres."""

    low: Decimal
    label: str
    high: Decimal | None = None

    @property
    def limits(self) -> str:
        """The range in words."""
        low = plain(self.low)
        return f"{low} mm or more" if self.high is None else f"{low} to under {plain(self.high)} mm"


def bands(limits: Mapping[str, Threshold] = THRESHOLDS) -> tuple[Band, ...]:
    """The words for a difference with a clinic's cut-offs, the smallest first. A band without a width is left out."""
    lows = [Decimal(0), *(limits[name].value for name, _ in _BAND_CUTOFFS)]
    labels = [ALIKE, *(label for _, label in _BAND_CUTOFFS)]
    made = [
        Band(low=low, high=high, label=label)
        for low, high, label in zip(lows, [*lows[1:], None], labels, strict=True)
        if low != high
    ]
    return tuple(made)


def scheme(limits: Mapping[str, Threshold] = THRESHOLDS) -> str:
    """The name shown beside a band, since other schemes call the same number by other words."""
    return "this clinic's own bands" if any(limits[name].changed for name, _ in _BAND_CUTOFFS) else SCHEME


def band(mm: Decimal, limits: Mapping[str, Threshold] = THRESHOLDS) -> Band:
    """The band of a difference with a clinic's cut-offs."""
    return next(one for one in bands(limits) if one.high is None or mm < one.high)


def refer_if(limits: Mapping[str, Threshold] = THRESHOLDS) -> tuple[str, ...]:
    """When to think of referring, with a clinic's cut-offs."""
    return (
        f"adult, {plain(limits['lld_refer_mm'].value)} mm or more by block test",
        f"still growing, {plain(limits['lld_refer_child_mm'].value)} mm or more",
        "new, or after joint replacement or fracture",
        "getting bigger on re-test",
        "with neurologic signs or scoliosis",
    )


#: Bands and referral with the defaults.
BANDS = bands()
REFER_IF = refer_if()
