"""How leg length is measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to measure. ``kind`` is ``both_legs`` (a length of each) or ``block`` (one height and a foot)."""

    key: str
    label: str
    how: str
    kind: str
    error: str = ""
    note: str = ""
    sources: tuple[str, ...]

    @property
    def true_length(self) -> bool:
        """Whether it is about the bones; the apparent length is about how the patient lies."""
        return self.key != "tape_apparent"


#: In the order of the page: the block leads.
METHODS: Mapping[str, Method] = MappingProxyType(
    {
        one.key: one
        for one in (
            Method(
                key="block",
                label="Blocks, standing",
                how=(
                    "Stand, knees straight, feet hip width. Put blocks under the short side until the iliac crests "
                    "are level. Record the whole height and the foot it stands under, which is the short side."
                ),
                kind="block",
                error=(
                    "Inter-rater ICC 0.737; 2 mm more than X-ray on average; the wrong leg called short in 1 of 20; "
                    "sensitivity 55%, specificity 89% above 5 mm. Still too coarse to follow change over time."
                ),
                note="The preferred clinical method.",
                sources=("badii2014", "lldsr2021", "brady2003", "sabharwal2008"),
            ),
            Method(
                key="tape_true",
                label="Tape, true length",
                how=(
                    "Lie face up, pelvis squared, legs 15 to 20 cm apart. From the front bump of the pelvis (ASIS) to "
                    "the tip of the inner ankle bone. Two readings of each leg; the mean counts."
                ),
                kind="both_legs",
                error=(
                    "Inter-rater ICC 0.477; 5 mm less than X-ray on average; the wrong leg called short in 7 of 20. "
                    "The mean of two readings will do for screening only."
                ),
                note="Tape alone is weak evidence.",
                sources=("badii2014", "sabharwal2008"),
            ),
            Method(
                key="tape_apparent",
                label="Tape, apparent length",
                how="Lie face up as you come to lie. From the navel to the tip of the inner ankle bone, each leg.",
                kind="both_legs",
                note="Unequal here with equal true lengths: pelvic tilt, hip contracture or another functional cause.",
                sources=("memory",),
            ),
            Method(
                key="imaging",
                label="Film, standing",
                how="Full-length standing film from the front, ordered by a physician; the length of each leg.",
                kind="both_legs",
                error="The reference; asked for when clinical methods do not settle it (brady2003).",
                note="CT, side view, if the knee cannot straighten (sabharwal2008).",
                sources=("lldsr2021", "brady2003", "sabharwal2008"),
            ),
        )
    }
)
