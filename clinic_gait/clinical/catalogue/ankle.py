"""The ankle: how far it bends, standing and on the table."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.catalogue.scales import TABLE_METHOD
from clinic_gait.clinical.measures import Better, ErrorFigure, Facet, Healthy, Posture, Quantity
from clinic_gait.clinical.units import Unit

_NO_TABLE_FIGURE = (
    "No single figure is known off load. Between testers the standard error over several muscle-length tests was "
    "1.6 to 4.3 deg (piva2006), which makes about 4.4 to 11.9 deg of error: a span too wide for one honest number. "
    "In weight bearing, a goniometer needed 5.0 to 7.7 deg (konor2012)."
)

ENTRIES = (
    Quantity(
        key="wblt_deg",
        label="Weight-bearing lunge, shin angle",
        sided=True,
        posture=Posture.STANDING,
        how=(
            "Standing in a lunge, test foot straight ahead, second toe, heel center and knee in one line to the wall. "
            "The knee goes forward over the second toe as far as it can with the heel flat. Inclinometer on the front "
            "of the shin, zeroed on a vertical wall; read the tilt of the shin from upright. Three readings, use the "
            "mean. Say where on the shin it sat: the place changes the number by several degrees."
        ),
        note=(
            "Under 35 deg is the healthy mean less one standard deviation, our own inference. About 3.6 deg go with "
            "each cm of toe-to-wall distance (Bennell 1998, as quoted): never convert without saying that it is an "
            "estimate."
        ),
        typical="40.6 (SD 5.2)",
        limited="marked: under 35; side gap: 5 or more",
        reliability="ICC 0.80-0.99",
        facets=(
            Facet(name="tool", options=("inclinometer", "app")),
            Facet(name="placement", options=("15 cm below tuberosity", "at tuberosity", "other")),
        ),
        sources=("powden2015", "konor2012", "calatayud2015", "physiopedia_k2w"),
        unit=Unit.DEG,
        low=D(0),
        high=D(70),
        usual_low=D(15),
        usual_high=D(60),
        step=D("0.5"),
        decimals=2,
        better=Better.UP,
        error=(
            ErrorFigure(
                value=D("4.7"),
                quote="4.7 same tester, 4.6 between testers (powden2015); 3.7-3.8 in one study (konor2012)",
                cutoff="mdc_wblt_deg",
                sources=("powden2015", "konor2012"),
            ),
        ),
    ),
    Quantity(
        key="wblt_cm",
        label="Weight-bearing lunge, big toe to wall",
        sided=True,
        posture=Posture.STANDING,
        how=(
            "Lunge toward a wall, heel flat, second toe and heel center square to the wall. Slide the foot back until "
            "the knee just touches the wall with the heel still down. Measure along the floor from the tip of the big "
            "toe to the wall. Three readings, use the mean."
        ),
        note=(
            "Under 7.5 cm is the healthy mean less one standard deviation, our own inference. It cannot go below 0: "
            "where the knee does not reach the wall at all, use the shin angle instead."
        ),
        typical="11.6-11.9 (SD 4)",
        limited="low: 10 or less; marked: under 7.5; side gap: 2.0 or more",
        reliability="ICC 0.80-0.99",
        facets=(Facet(name="tool", options=("tape", "ruler", "app")),),
        sources=("powden2015", "chisholm2012", "calatayud2015", "lagas2021", "vicenzino2006", "konor2012"),
        unit=Unit.CM,
        low=D(0),
        high=D(30),
        usual_low=D(1),
        usual_high=D(20),
        step=D("0.1"),
        decimals=2,
        better=Better.UP,
        error=(
            ErrorFigure(
                value=D("1.9"),
                quote="1.9 same tester, 1.6 between testers (powden2015); 1.5 for a side gap (chisholm2012)",
                cutoff="mdc_wblt_cm",
                sources=("powden2015", "chisholm2012"),
            ),
        ),
        healthy=Healthy(
            low=D("11.6"),
            high=D("11.9"),
            methods=("tape",),
            of="26 healthy male students",
            sources=("calatayud2015",),
        ),
    ),
    Quantity(
        key="df_ke_deg",
        label="Ankle dorsiflexion, knee straight",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, knee straight, foot over the edge of the table. Hold the heel in neutral and bring the "
            "foot up with a modest push until firm resistance. Goniometer: axis just below the outer ankle bone, one "
            "arm along the outer shin to the head of the fibula, the other along the fifth metatarsal; neutral is 0. "
            "Three readings, use the mean. Say which tool, whose force and how the heel was held."
        ),
        note=(
            "Two samples of healthy adults average 4 and 23 deg: tool and force decide the number. Negative means that "
            "neutral is not reached. A mean may carry decimals, and the mean is what counts: 4.9 is below 5. It agrees "
            "only moderately with the loaded lunge in healthy adults and not at all in diabetes (searle2018): never "
            "put one in place of the other."
        ),
        typical="4 (1-8) to 23 (SD 6), depending on the method; 0-16.5 quoted (baggett1993)",
        limited="limited: under 5; borderline: 5 to under 10; side gap: 6 or more",
        reliability="ICC 0.88-0.92 standardised; between testers 0.85-0.97 (piva2006)",
        facets=TABLE_METHOD,
        sources=(
            "baumbach2014",
            "baumbach2016",
            "deheer",
            "digiovanni2002",
            "piva2006",
            "baggett1993",
            "searle2018",
            "konor2012",
            "goss2020",
        ),
        unit=Unit.DEG,
        low=D(-40),
        high=D(50),
        usual_low=D(-10),
        usual_high=D(35),
        step=D("0.5"),
        decimals=2,
        better=Better.UP,
        error_note=_NO_TABLE_FIGURE,
    ),
    Quantity(
        key="df_kf_deg",
        label="Ankle dorsiflexion, knee bent",
        sided=True,
        posture=Posture.LYING,
        how=(
            "As with the knee straight, with the knee over a roll and bent 20 deg or more: same tool, same landmarks, "
            "same push, heel in neutral. Three readings, use the mean."
        ),
        note=(
            "20 deg of knee bend already takes the gastrocnemius out. The form asks when this is more than 3 deg less "
            "than with the knee straight: the two are then probably swapped. A mean may carry decimals, and the mean "
            "is what counts: 9.9 is below 10."
        ),
        typical="20 (16-24)",
        limited="under 10",
        reliability="ICC 0.88-0.92 standardised; between testers 0.85-0.97 (piva2006)",
        facets=TABLE_METHOD,
        sources=("baumbach2014", "digiovanni2002", "piva2006", "konor2012", "barouk2014"),
        unit=Unit.DEG,
        low=D(-40),
        high=D(60),
        usual_low=D(-10),
        usual_high=D(50),
        step=D("0.5"),
        decimals=2,
        better=Better.UP,
        error_note=_NO_TABLE_FIGURE,
    ),
    Quantity(
        key="inv_deg",
        label="Hindfoot inversion",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face down, foot over the edge, the other hip turned out so that the heel faces up. Mark the middle "
            "of the lower calf and of the heel bone. Tip the heel in until firm resistance; goniometer behind the "
            "ankle, one arm on each line. Read from the resting line."
        ),
        note="Inversion repeats better than eversion.",
        typical="30-35, from memory",
        limited="under 20 (convention)",
        reliability="ICC same visit 0.82-0.96; between visits 0.42-0.80",
        sources=("menadue2006", "memory"),
        unit=Unit.DEG,
        low=D(0),
        high=D(70),
        usual_low=D(5),
        usual_high=D(50),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read; readings of different visits agree only fairly (menadue2006).",
    ),
    Quantity(
        key="ev_deg",
        label="Hindfoot eversion",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Placed as for inversion. Tip the heel out until firm resistance; goniometer behind the ankle, one arm on "
            "the line of the lower calf, one on the line of the heel bone."
        ),
        note="About two thirds of the whole arc is inversion and one third eversion (Root, in lapointe).",
        typical="10-20, from memory",
        limited="under 5 (convention)",
        reliability="ICC same visit 0.82-0.96; between visits 0.42-0.80",
        sources=("menadue2006", "lapointe", "memory"),
        unit=Unit.DEG,
        low=D(0),
        high=D(50),
        usual_low=D(0),
        usual_high=D(30),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error_note="No error figure read; readings of different visits agree only fairly (menadue2006).",
    ),
    Quantity(
        key="pf_deg",
        label="Ankle plantarflexion",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, knee straight, foot over the edge. The patient points the foot down as far as it goes. "
            "Goniometer as for dorsiflexion; neutral is 0, pointing down counts up."
        ),
        note="The public table of joint ranges was seen only in part; the adult rows are from memory, unverified.",
        typical="women 20-44: 62; men: 55 (unverified rows)",
        limited="under 40",
        reliability="ICC same rater 0.95-0.97; between raters 0.79",
        facets=(
            Facet(
                name="tool and force",
                options=("goniometer, active", "goniometer, passive", "inclinometer", "app"),
            ),
        ),
        sources=("soucie2011", "memory", "pf_gonio"),
        unit=Unit.DEG,
        low=D(0),
        high=D(100),
        usual_low=D(20),
        usual_high=D(80),
        step=D(1),
        decimals=2,
        better=Better.UP,
        error=(
            ErrorFigure(
                value=D("9.8"),
                methods=("goniometer, active",),
                quote="9.2-9.8, active, by goniometer",
                sources=("pf_gonio",),
            ),
        ),
        error_note="Known for active movement by goniometer only.",
    ),
)
