"""The knee: KOOS, the Anterior Knee Pain Scale and the Lysholm score. The short labels of items are our own."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, ErrorFigure
from clinic_gait.clinical.outcomes.instrument import Formula, Instrument, Mcid, Part, Version, alike, labelled

_BEST_FIRST = (D(0), D(1), D(2), D(3), D(4))


def _koos_part(key: str, label: str, needed: int, mdc: str, mic: str) -> Part:
    """One subscale; an empty ``mdc`` means that no error was measured."""
    quote = f"{mdc} at 95% in people waiting for knee replacement (koos_mdc_oa)"
    return Part(
        key=key,
        label=label,
        needed=needed,
        error=ErrorFigure(value=D(mdc), quote=quote, sources=("koos_mdc_oa",)) if mdc else None,
        mcid=Mcid(
            value=D(mic),
            whose="knee osteoarthritis, 4 weeks of physical therapy",
            sources=("koos_mic_pt",),
        ),
    )


KOOS = Instrument(
    key="koos",
    short="KOOS",
    name="Knee injury and Osteoarthritis Outcome Score",
    versions=(
        Version(
            items=(
                *alike(9, _BEST_FIRST, "pain"),
                *alike(7, _BEST_FIRST, "symptoms"),
                *alike(17, _BEST_FIRST, "adl"),
                *alike(5, _BEST_FIRST, "sport"),
                *alike(4, _BEST_FIRST, "qol"),
            ),
            low=D(0),
            high=D(100),
        ),
    ),
    parts=(
        _koos_part("pain", "pain", 5, "20.2", "15"),
        _koos_part("symptoms", "symptoms", 4, "24.1", "12.5"),
        _koos_part("adl", "daily living", 9, "20.8", "15.5"),
        _koos_part("sport", "sport", 3, "", "17.5"),
        _koos_part("qol", "quality of life", 2, "26.6", "12.5"),
    ),
    formula=Formula.LACK,
    better=Better.UP,
    missing=(
        "Each part needs at least half of its items (pain 5 of 9, symptoms 4 of 7, daily living 9 of 17, sport 3 of 5, "
        "quality of life 2 of 4). There is no total."
    ),
    rights=(
        "Licensed for the author by Mapi Research Trust since October 2023: permission is always needed, and clinics "
        "and other health care organizations pay a fee (mapi_koos). Older notes that call it free are out of date."
    ),
    sources=("koos2012", "koosfaq", "koos_mdc_oa", "koos_mic_pt", "mapi_koos"),
    note=(
        "An error of 8 to 10 is often quoted and was not verified; every measured figure found is larger, and all are "
        "from people waiting for knee replacement."
    ),
    two_marks=True,
)

AKPS = Instrument(
    key="akps",
    short="AKPS",
    name="Anterior Knee Pain Scale (Kujala)",
    versions=(
        Version(
            items=labelled(
                {
                    "limp": (5, 3, 0),
                    "support": (5, 3, 0),
                    "walk": (5, 3, 2, 0),
                    "stairs": (10, 8, 5, 0),
                    "squat": (5, 4, 3, 2, 0),
                    "run": (10, 8, 6, 3, 0),
                    "jump": (10, 7, 2, 0),
                    "sit_knees_bent": (10, 8, 6, 4, 0),
                    "pain": (10, 8, 6, 3, 0),
                    "swelling": (10, 8, 6, 4, 0),
                    "kneecap_moves": (10, 6, 4, 2, 0),
                    "thigh_wasting": (5, 3, 0),
                    "bend_loss": (5, 3, 0),
                }
            ),
            low=D(0),
            high=D(100),
        ),
    ),
    parts=(
        Part(
            error=ErrorFigure(
                value=D(13),
                quote="13 in kneecap pain, Norwegian version (hott2019); 9 percent (esculier2013). The larger is used",
                sources=("hott2019", "esculier2013"),
            ),
            mcid=Mcid(value=D(11), whose="kneecap pain, Norwegian version", sources=("hott2019",)),
        ),
    ),
    formula=Formula.SUM,
    better=Better.UP,
    missing="No rule for missing items was found: all 13 are needed, else there is no total.",
    rights="No licence terms were found: confirm before using the wording.",
    sources=("akps_table", "esculier2013", "hott2019", "watson2005", "crossley2004"),
    note=(
        "A change under 13 can be error. It follows change only moderately (area 0.66), and 8 of 13 items often stand "
        "at their best already (hott2019). 8 to 10 is often quoted as better (crossley2004) and was not verified."
    ),
)

LYSHOLM = Instrument(
    key="lysholm",
    short="Lysholm",
    name="Lysholm knee score",
    versions=(
        Version(
            items=labelled(
                {
                    "limp": (5, 3, 0),
                    "support": (5, 2, 0),
                    "locking": (15, 10, 6, 2, 0),
                    "giving_way": (25, 20, 15, 10, 5, 0),
                    "pain": (25, 20, 15, 10, 5, 0),
                    "swelling": (10, 6, 2, 0),
                    "stairs": (10, 6, 2, 0),
                    "squat": (5, 4, 2, 0),
                }
            ),
            low=D(0),
            high=D(100),
        ),
    ),
    parts=(
        Part(
            error=ErrorFigure(
                value=D("8.9"),
                quote="8.9 in people with ACL injury (briggs2009)",
                sources=("briggs2009",),
            ),
        ),
    ),
    formula=Formula.SUM,
    better=Better.UP,
    missing="No rule for missing items was found: all 8 are needed, else there is no total.",
    rights="No licence terms were found: confirm before using the wording.",
    sources=("lysholm_table", "briggs2009", "lysholm_es", "esculier2013", "logerstedt2017"),
    note=(
        "Not for kneecap pain, where the error is about 30% (esculier2013). For knee ligaments the guideline says that "
        "KOOS or IKDC should be used and this one may be (logerstedt2017). No word is put to the score, since its "
        "bands conflict: 91-100, 84-90, 65-83, 64 or less in one table (lysholm_table); elsewhere the best begins at "
        "95, which was not verified."
    ),
)

ENTRIES = (KOOS, AKPS, LYSHOLM)
