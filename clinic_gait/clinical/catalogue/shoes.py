"""The shoe that is worn most. Wear is a note of its own, see :mod:`clinic_gait.clinical.shoe_wear`."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.measures import Choice, Posture, Quantity, Step
from clinic_gait.clinical.units import Unit

ENTRIES = (
    Choice(
        key="shoe_type_usual",
        label="Usual shoe",
        sided=False,
        posture=Posture.ASKED,
        how="Ask which shoe is worn most, and look at it.",
        sources=("seed_outside",),
        steps=(
            Step(code="running", label="running shoe"),
            Step(code="flat", label="flat shoe"),
            Step(code="heel", label="heeled shoe"),
            Step(code="boot", label="boot"),
            Step(code="sandal", label="sandal"),
            Step(code="work", label="work shoe"),
            Step(code="barefoot", label="barefoot"),
            Step(code="other", label="other"),
        ),
    ),
    Quantity(
        key="shoe_heel_mm",
        label="Heel-to-toe height difference of the usual shoe",
        sided=False,
        posture=Posture.ASKED,
        how="Measure the height under heel and ball, or read it from the maker; the difference is what counts.",
        note="Ask or measure; do not guess it from the brand.",
        limited="25 or more (convention)",
        sources=("seed_outside", "memory"),
        unit=Unit.MM,
        low=D(0),
        high=D(150),
        usual_low=D(0),
        usual_high=D(100),
        step=D(1),
        decimals=1,
        error_note="Asked, not measured.",
    ),
)
