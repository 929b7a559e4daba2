"""Pain: how much, and in what."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Better, Count, Derived, ErrorFigure, Flag, Posture
from clinic_gait.clinical.units import Unit

_SCALE = "From 0, no pain, to 10, the worst pain you can think of: "
_SOURCES = ("salaffi2004", "piva2009", "farrar2001")
_FIGURE = ErrorFigure(
    value=D(2),
    quote="about 2 points or 30% (farrar2001); 2 or 33% much better (salaffi2004); 1.2 in kneecap pain (piva2009)",
    felt=True,
    cutoff="nprs_gain",
    sources=_SOURCES,
)


def _rating(key: str, label: str, ask: str, error: tuple[ErrorFigure, ...] = ()) -> Count:
    """One pain rating from 0 to 10."""
    return Count(
        key=key,
        label=label,
        sided=False,
        posture=Posture.ASKED,
        how=_SCALE + ask,
        note="One number for each question. Change is judged worst against worst.",
        sources=_SOURCES,
        unit=Unit.POINTS,
        low=D(0),
        high=D(10),
        usual_low=D(0),
        usual_high=D(10),
        step=D(1),
        decimals=0,
        better=Better.DOWN,
        error=error,
        error_note="What people feel as a change." if error else "Change is judged on the worst pain.",
    )


def _asked(key: str, label: str, ask: str, sources: tuple[str, ...], note: str = "") -> Flag:
    """A yes or no about what hurts; yes is a finding."""
    return Flag(
        key=key,
        label=label,
        sided=False,
        posture=Posture.ASKED,
        how=f"Ask: {ask}",
        note=note,
        normal="no",
        sources=sources,
    )


ENTRIES = (
    _rating("nprs_worst", "Worst pain, 0 to 10", "how bad was the pain at its worst in the last week?", (_FIGURE,)),
    _rating("nprs_now", "Pain now, 0 to 10", "how bad is the pain right now?"),
    _rating("nprs_best", "Least pain, 0 to 10", "how bad was the pain at its best in the last week?"),
    Derived(
        key="nprs",
        label="Pain, 0 to 10 (worst)",
        sided=False,
        posture=Posture.ASKED,
        how="The worst pain of the visit, under the short name that trends and exchange use.",
        note="Never typed: enter worst pain.",
        sources=_SOURCES,
        unit=Unit.POINTS,
        computed_from=("nprs_worst",),
    ),
    Derived(
        key="pain_change_nprs",
        label="Worst pain: now minus at the start",
        sided=False,
        posture=Posture.ASKED,
        how="Worked out: worst pain of this visit less worst pain of the first visit of the episode.",
        note="Below 0 is better.",
        limited="+2 or more is worse; above -2 after 6 weeks asks for a review",
        sources=("salaffi2004",),
        unit=Unit.POINTS,
        computed_from=("nprs_worst",),
    ),
    _asked(
        "pain_descending",
        "Pain going down stairs or hills",
        "does it hurt to go down stairs or down a hill?",
        ("seed_outside", "protopapadaki2007"),
        "Stairs down need about 10 deg more ankle bend than stairs up; it is also the classic sign of kneecap pain.",
    ),
    _asked("pain_ascending", "Pain going up stairs", "does it hurt to go up stairs?", ("memory",)),
    _asked(
        "pain_squat",
        "Pain in squat or lunge",
        "does it hurt to squat or lunge?",
        ("seed_northstar", "seed_bodylink"),
    ),
    _asked("pain_walk_long", "Pain on long walks", "does it hurt on long walks?", ("seed_northstar",)),
    _asked(
        "pain_running_flat",
        "Pain running on the flat",
        "does it hurt to run on level ground?",
        ("seed_outside",),
    ),
    _asked("pain_running_downhill", "Pain running downhill", "does it hurt to run downhill?", ("seed_outside",)),
    _asked("pain_sitting", "Pain with long sitting", "does it hurt to sit for long?", ("memory",)),
    _asked("pain_hip", "Hip pain", "does the hip hurt too, on either side?", ("seed_wehking",)),
    _asked(
        "feels_wobbly",
        "Feels wobbly on stairs or uneven ground",
        "do you feel wobbly on stairs or on uneven ground?",
        ("seed_northstar",),
    ),
)
