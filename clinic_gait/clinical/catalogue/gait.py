"""Walking in numbers, and the four signs that are looked at in every visit."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.catalogue.scales import ABSENT_TO_DEFINITE, NONE_TO_SEVERE, WHIP_ANGLE
from clinic_gait.clinical.measures import (
    Better,
    Choice,
    Derived,
    Deviation,
    Facet,
    Posture,
    Quantity,
    Step,
)
from clinic_gait.clinical.units import Unit

ENTRIES = (
    Deviation(
        key="varus_thrust",
        label="Varus thrust (knee bows outward)",
        sided=True,
        posture=Posture.WALKING,
        how=(
            "From the front, at the patient's own speed, several passes. As weight comes onto the leg: does the knee "
            "bow OUT, or bow further out, and come back? Possible: seen now and then or hard to tell. Definite: seen "
            "in most steps."
        ),
        note="A separate question from the knee going back past straight. Both may be yes.",
        typical="absent",
        sources=("chang2004", "chang2013", "sharma2017", "seed_gaithappens"),
        steps=ABSENT_TO_DEFINITE,
        normal="absent",
        phases=("LR", "MSt"),
        plane="frontal",
        definition="The knee first shows, or worsens into, outward bowing as weight comes on, then returns.",
        suggests=("medial knee overload or osteoarthritis", "lateral ligament laxity", "varus alignment"),
        evidence=(
            "Reliable enough for cohort studies. In people with knee osteoarthritis the odds of medial progression "
            "were about four times as high (OR 3.96, chang2004); not linked to new osteoarthritis (sharma2017). No "
            "link with ankle dorsiflexion in the literature read."
        ),
        other_usage=(
            "Some clinics say 'varus thrust' for the knee locking backward with a sideways shift. That is recorded "
            "as knee hyperextension in stance."
        ),
    ),
    Deviation(
        key="early_heel_rise",
        label="Early heel rise",
        sided=True,
        posture=Posture.WALKING,
        how=(
            "From the side, slowed down if there is video. Does the heel leave the floor before the other foot has "
            "swung past? Grade by how early and how high."
        ),
        note="The normal heel rise comes later, in terminal stance; early means before about 30% of the cycle.",
        typical="none",
        sources=("heelrise2018",),
        steps=NONE_TO_SEVERE,
        normal="none",
        phases=("MSt",),
        plane="sagittal",
        definition="The heel leaves the floor before the other foot swings past (before about 30% of the cycle).",
        suggests=("limited dorsiflexion", "calf stiffness", "calf overactivity", "short limb side compensation"),
        evidence="Heel-rise time went with loaded dorsiflexion, not with the range on the table (heelrise2018).",
    ),
    Deviation(
        key="medial_heel_whip",
        label="Medial heel whip (abductory twist)",
        sided=True,
        posture=Posture.WALKING,
        how=(
            "From behind. Just as the heel lifts, does it swing toward the midline while the toes turn out? Estimate "
            "the turn against the line of walking: 5 to 10 deg, or more."
        ),
        note="Compare the sides: a small whip is common.",
        typical="none",
        sources=("souza2015", "howell_whip", "hallux_fhl", "seed_gaithappens"),
        steps=WHIP_ANGLE,
        normal="none",
        phases=("PSw", "ISw"),
        plane="transverse",
        definition="The heel swings toward the midline just as it lifts; the toes point out.",
        suggests=("blocked dorsiflexion or big toe", "late pronation", "hip rotation limits"),
        evidence="27% of runners' feet whip inward by 5 deg or more; a link to injury was not shown (souza2015).",
        other_usage=(
            "Some clinics place it 'as you step forward' and tie it to stiff ankles; the research watched runners at "
            "lift-off and did not test that link."
        ),
    ),
    Deviation(
        key="stance_hyperext",
        label="Knee hyperextension in stance (recurvatum thrust)",
        sided=True,
        posture=Posture.WALKING,
        how=(
            "From the side. While the foot is flat: does the knee snap BACK past straight? Grade by how far and how "
            "sharply. Say early or late in the box below."
        ),
        note="A separate question from the knee bowing out. Both may be yes.",
        typical="none",
        sources=("yngve2021", "barouk2014", "seed_gaithappens"),
        steps=NONE_TO_SEVERE,
        normal="none",
        phases=("LR", "MSt", "TSt"),
        plane="sagittal",
        definition="The knee goes past straight while the foot is flat, early (LR) or late (MSt to TSt).",
        suggests=(
            "ankle runs out of dorsiflexion (late type)",
            "calf overactivity",
            "weak quadriceps",
            "lax posterior knee",
            "weak plantarflexors",
        ),
        evidence="The late type fits an ankle that reaches its end too soon (yngve2021, a review in cerebral palsy).",
        other_usage=(
            "Some clinics call this 'varus thrust'. In the literature varus thrust is the knee bowing outward, which "
            "is recorded as varus thrust."
        ),
    ),
    Choice(
        key="stance_hyperext_timing",
        label="Knee hyperextension in stance: when",
        sided=True,
        posture=Posture.WALKING,
        how=(
            "From the side. Early: as weight comes on, before the other foot passes. Late: after the other foot has "
            "passed, as the body goes over a shin that stays behind."
        ),
        note="Only where hyperextension was seen. Late points to the ankle, early rather to the thigh or the knee.",
        sources=("yngve2021",),
        steps=(
            Step(code="early", label="early (loading response)"),
            Step(code="late", label="late (mid to terminal stance)"),
        ),
    ),
    Quantity(
        key="gait_speed_ms",
        label="Comfortable walking speed",
        sided=False,
        posture=Posture.WALKING,
        how=(
            "'Walk at your usual speed.' Time the middle of a straight path, or the whole path from standing; divide "
            "meters by seconds. Keep the same distance and the same start from visit to visit."
        ),
        note=(
            "Store distance and start. In older adults 0.05 m/s is a small and 0.10 a substantial change (perera2006); "
            "between people with knee osteoarthritis 0.07-0.12 mattered (gilbert2021). The 4 m test is poor for change."
        ),
        typical="by age and sex: 0.94-1.43; 1.12 on 4 m from standing",
        limited="under 0.8 limited community walking; under 0.4 household walking",
        reliability="10 m test: ICC 0.96-0.98 in older adults",
        facets=(
            Facet(name="start", options=("static", "rolling")),
            Facet(name="distance", options=("4 m", "6 m", "10 m")),
        ),
        sources=("bohannon1997", "bohannon2019", "bohannon2011", "perera2006", "lifep2009", "gilbert2021"),
        unit=Unit.M_S,
        low=D(0),
        high=D(4),
        usual_low=D("0.4"),
        usual_high=D("2.2"),
        step=D("0.01"),
        decimals=2,
        better=Better.UP,
        error_note="The error of the 4 m test is reported as high; what matters to people is known, the error is not.",
    ),
    Quantity(
        key="cadence_spm",
        label="Cadence",
        sided=False,
        posture=Posture.WALKING,
        how="Count the steps of both feet for 30 seconds at usual speed and double the number.",
        note="It rises with speed: read the two together.",
        typical="about 100-120 (115 in healthy elders)",
        sources=("hollman2011", "memory"),
        unit=Unit.STEPS_MIN,
        low=D(20),
        high=D(260),
        usual_low=D(70),
        usual_high=D(140),
        step=D(1),
        decimals=1,
        error_note="No error figure read.",
    ),
    Quantity(
        key="step_len_cm",
        label="Step length",
        sided=True,
        posture=Posture.WALKING,
        how=(
            "Heel to heel along the line of walking, from the other foot to this one: the left step ends with the "
            "left foot. Mean of several steps at usual speed."
        ),
        note="The difference between the sides is worked out from this.",
        typical="about 72 in young adults",
        sources=("hollman2011", "memory"),
        unit=Unit.CM,
        low=D(5),
        high=D(150),
        usual_low=D(25),
        usual_high=D(110),
        step=D(1),
        decimals=2,
        error_note="No error figure read.",
    ),
    Derived(
        key="step_length_asym",
        label="Step length asymmetry (+ right longer)",
        sided=False,
        posture=Posture.WALKING,
        how=(
            "Worked out from both step lengths: right minus left, in percent of their mean. Unknown unless both can "
            "be used."
        ),
        note="It may point to pain, leg length, or a hip that does not extend. Never graded by eye.",
        typical="0",
        limited="beyond 10 either way (convention)",
        sources=("si_table", "memory"),
        unit=Unit.PERCENT,
        computed_from=("step_len_cm",),
    ),
)
