"""The foot: posture in standing, arch, big toe, and the bump at the heel."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, Flag, Healthy, Posture, Quantity
from clinic_gait.clinical.units import Unit

_STAND = "Relaxed standing, both feet loaded, arms at the sides, looking ahead, after a few steps on the spot. "
_TOTAL = " Fills the foot posture total once all six items are there."
_FPI_SOURCES = ("redmond2008", "fpi_bands")


def _posture_item(key: str, label: str, seen: str, scale: str) -> Quantity:
    """One of the six items of the foot posture total, in our own words: -2 toward supinated, +2 toward pronated."""
    return Quantity(
        key=key,
        label=label,
        sided=True,
        posture=Posture.STANDING,
        how=f"{_STAND}{seen} {scale}{_TOTAL}",
        typical="0 to +1",
        sources=_FPI_SOURCES,
        unit=Unit.POINTS,
        low=D(-2),
        high=D(2),
        usual_low=D(-2),
        usual_high=D(2),
        step=D(1),
        decimals=0,
        error_note="An item has no error figure of its own.",
    )


ENTRIES = (
    Quantity(
        key="hallux_df_deg",
        label="Great toe dorsiflexion",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, ankle in neutral, first metatarsal held down. Bend the great toe up at its base until firm "
            "resistance. Goniometer on the inner side: one arm along the first metatarsal, one along the toe; in line "
            "is 0."
        ),
        note="65 deg is an assumed need; the mean that people use in walking was measured as 42.",
        typical="65 assumed; about 42 used in walking",
        limited="low: under 65; marked: under 42",
        sources=("hallux_fhl", "podiapaedia_mpj"),
        unit=Unit.DEG,
        low=D(0),
        high=D(120),
        usual_low=D(20),
        usual_high=D(100),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read.",
    ),
    Quantity(
        key="fpi6",
        label="Foot posture total (six items)",
        sided=True,
        posture=Posture.STANDING,
        how=(
            f"{_STAND}Sum of six looks at the foot, each -2 to +2, plus toward pronated. The six items may be entered "
            "one by one, and the total follows when all six are there; or the total may be entered alone."
        ),
        note=(
            "Children and older adults score higher; sex and weight make no difference. If an item is missing there "
            "is no total: only the items are shown."
        ),
        typical="+4 on average in adults",
        limited=(
            "-12 to -5 highly supinated; -4 to -1 supinated; 0 to 5 normal; 6 to 9 pronated; 10 to 12 highly pronated"
        ),
        reliability="weighted kappa 0.92 same rater; weaker in older adults",
        sources=("redmond2008", "fpi_bands", "langley2016", "aquino2018"),
        unit=Unit.POINTS,
        low=D(-12),
        high=D(12),
        usual_low=D(-8),
        usual_high=D(12),
        step=D(1),
        decimals=0,
        error_note="No error figure read. Neither end of the scale is the better one.",
        healthy=Healthy(low=D(4), high=D(4), of="healthy adults, older ones score higher", sources=("redmond2008",)),
    ),
    _posture_item(
        "fpi_talar_head",
        "Foot posture: top of the foot bone, felt",
        "Feel the head of the talus with thumb and finger in front of the ankle, inside and outside.",
        "-2 felt outside only, 0 the same on both sides, +2 felt inside only.",
    ),
    _posture_item(
        "fpi_malleolar_curve",
        "Foot posture: curves above and below the outer ankle bone",
        "Look from behind at the two curves, above and below the outer ankle bone.",
        "-2 the lower curve is flat or bulges, 0 both curves alike, +2 the lower curve is far deeper.",
    ),
    _posture_item(
        "fpi_heel",
        "Foot posture: heel tipped in or out, from behind",
        "Look from behind at how the heel bone stands.",
        "-2 tipped in by more than about 5 deg, 0 upright, +2 tipped out by more than about 5 deg.",
    ),
    _posture_item(
        "fpi_midfoot_bulge",
        "Foot posture: bulge at the inner midfoot",
        "Look from behind and inside at the skin over the joint between talus and navicular.",
        "-2 hollow, 0 flat, +2 a clear bulge.",
    ),
    _posture_item(
        "fpi_arch",
        "Foot posture: height and shape of the inner arch",
        "Look from the inner side at height and curve of the arch.",
        "-2 high and sharply angled at the back, 0 an even curve, +2 low with the middle touching the floor.",
    ),
    _posture_item(
        "fpi_forefoot",
        "Foot posture: toes seen past the heel, from behind",
        "Stand straight behind the heel and count the toes that show on either side.",
        "-2 inner toes only, 0 the same number on both sides, +2 outer toes only.",
    ),
    Quantity(
        key="nav_drop_mm",
        label="Navicular drop",
        sided=True,
        posture=Posture.STANDING,
        how=(
            "Mark the most forward point of the navicular. Measure its height above the floor with the foot held in "
            "subtalar neutral, then relaxed in standing on both feet; the drop is the difference. Keep to one variant."
        ),
        note="An optional box: one comparison of foot measures advises against it (langley2016).",
        typical="3.6-8.1 (original), 7.3-9.0 (modified)",
        limited="over 10 by default; 10, 13 or 15 by author",
        reliability="fair between visits",
        sources=("nielsen2009", "langley2016"),
        unit=Unit.MM,
        low=D(-10),
        high=D(40),
        usual_low=D(0),
        usual_high=D(20),
        step=D(1),
        decimals=1,
        error_note="No error figure read.",
    ),
    Quantity(
        key="arch_height_index",
        label="Arch height index, standing",
        sided=True,
        posture=Posture.STANDING,
        how=(
            "Standing on both feet. Height of the back of the foot at half the foot's length, divided by the length "
            "from the heel to the first metatarsal head."
        ),
        note="An optional box. Lower is flatter.",
        typical="about 0.34, from memory",
        limited="lower is flatter",
        sources=("memory",),
        unit=Unit.RATIO,
        low=D("0.1"),
        high=D("0.6"),
        usual_low=D("0.25"),
        usual_high=D("0.45"),
        step=D("0.001"),
        decimals=3,
        error_note="No error figure read.",
    ),
    Quantity(
        key="calf_girth_cm",
        label="Calf girth, 10 cm below the tibial tuberosity",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, calf relaxed. Mark 10 cm below the bump of the tibial tuberosity and lay the tape level "
            "around the calf without pressing in. Both sides at the same mark."
        ),
        note="A calf 3 cm or more bigger than the other is one item of the Wells score for a clot in the leg.",
        limited="side gap of 3 or more",
        sources=("wells2003",),
        unit=Unit.CM,
        low=D(10),
        high=D(90),
        usual_low=D(20),
        usual_high=D(60),
        step=D("0.5"),
        decimals=2,
        error_note="No error figure read.",
    ),
    Flag(
        key="haglund",
        label="Bony bump at the back of the heel",
        sided=True,
        posture=Posture.LYING,
        how="Look and feel at the upper back edge of the heel bone, just outside the heel cord; compare both sides.",
        note=(
            "The usual explanation is rubbing of the heel counter (eorif); a tight heel cord is named only by clinic "
            "pages. It is not the childhood bone disease that shares its name in the code books."
        ),
        normal="no",
        sources=("eorif", "seed_gaithappens"),
    ),
    Flag(
        key="insertional_pain",
        label="Pain where the heel cord meets the bone",
        sided=True,
        posture=Posture.LYING,
        how="Press on the heel cord at its bone and again 2 to 6 cm above; yes when the sore spot is at the bone.",
        note="Yes changes which calf exercises are allowed: no heel drop below the step.",
        normal="no",
        sources=("memory",),
    ),
)
