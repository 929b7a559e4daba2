"""What the therapist asks in our own words: the patient's own activities, pain, and how much has changed."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, ErrorFigure
from clinic_gait.clinical.outcomes.instrument import Formula, Instrument, Item, Mcid, Part, Version, alike
from clinic_gait.clinical.thresholds import THRESHOLDS

_TEN = tuple(map(D, range(11)))


def _groc_version(steps: int, note: str) -> Version:
    """A scale with so many steps to either side of no change."""
    points = tuple(map(D, range(-steps, steps + 1)))
    items = (Item(key="change", points=points),)
    return Version(name=f"{len(points)} point", items=items, low=points[0], high=points[-1], note=note)


PSFS = Instrument(
    key="psfs",
    short="PSFS",
    name="Patient-Specific Functional Scale",
    versions=(
        Version(
            items=tuple(alike(5, _TEN)),
            fewest=3,
            low=D(0),
            high=D(10),
            note="holds only if the same activities were rated",
        ),
    ),
    parts=(
        Part(
            needed=1,
            error=ErrorFigure(
                value=THRESHOLDS["mdc_psfs"].value,
                quote="2 for the mean, 3 for a single activity, at 90% (psfs_form)",
                sources=("psfs_form",),
            ),
            threshold="mdc_psfs",
        ),
    ),
    formula=Formula.MEAN,
    better=Better.UP,
    missing="The mean of what is rated. The same activities are rated again; new ones make a new list.",
    rights="Listed as free. Form text is reproduced elsewhere with permission, so the prompts here are our own.",
    sources=("psfs_form", "psfs_rehab"),
    note="3 to 5 activities that the patient names.",
    own_words=True,
)

NPRS = Instrument(
    key="nprs",
    short="Pain rating",
    name="Numeric pain rating",
    versions=(
        Version(name="one rating", items=(Item(key="rating", points=_TEN),), low=D(0), high=D(10)),
        Version(
            name="mean of three",
            items=tuple(Item(key=key, label=key, points=_TEN) for key in ("now", "best", "worst")),
            low=D(0),
            high=D(10),
        ),
    ),
    parts=(
        Part(
            error=ErrorFigure(
                value=THRESHOLDS["nprs_gain"].value,
                quote="about 2 points or 30% (farrar2001); 2 or 33% much better (salaffi2004)",
                felt=True,
                sources=("farrar2001", "salaffi2004"),
            ),
            threshold="nprs_gain",
            mcid=Mcid(value=D("1.2"), whose="kneecap pain", sources=("piva2009",)),
        ),
    ),
    formula=Formula.MEAN,
    better=Better.DOWN,
    missing="A mean of three only if all three, now, best and worst, are given.",
    rights="A generic scale, no fee.",
    sources=("piva2009", "salaffi2004", "farrar2001"),
    note="Whoever starts with more pain needs a larger drop (farrar2001).",
    own_words=True,
)

GROC = Instrument(
    key="groc",
    short="GROC",
    name="Global rating of change",
    versions=(
        _groc_version(7, "a rating of 5 or more is by convention called better, which was not verified"),
        _groc_version(5, "a rating of 2.5 or more is what people call better (bobos2020)"),
    ),
    formula=Formula.SUM,
    better=Better.UP,
    missing="One answer; the version is stored with it.",
    rights="A generic scale, no fee.",
    sources=("kamper2009", "bobos2020", "groc_knee"),
    note="Follows how the patient feels now more than true change; weak when the start is long ago (groc_knee).",
    own_words=True,
)

ENTRIES = (PSFS, NPRS, GROC)
