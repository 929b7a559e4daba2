"""What is known of leg length, and what to look at beside it."""

from __future__ import annotations

#: What to look at standing and again sitting: level when seated only means that the cause is in the leg.
FUNCTIONAL_CHECKS = (
    "foot pronation on the long side",
    "knee flexion or recurvatum",
    "hip or knee contracture",
    "pelvic rotation",
    "scoliosis",
    "early heel rise",
)

EVIDENCE = (
    "90% of people differ by up to 1 cm (rniito).",
    "Gait changes appear above about 1 cm (khamis2017).",
    "A difference of 1 cm or more on X-ray goes with knee osteoarthritis in the shorter leg: odds ratio 1.9 on film, "
    "2.0 with symptoms (harvey2010). An association, not proof.",
    "Lifts: low-quality evidence of pain relief (campbell2018: 10 studies, one randomized).",
    "Randomized, low back pain only: inserts for 10 mm or less (defrin2005, n=33); 70% correction from 5 mm up, 2.6 "
    "points of 10 better than flat insoles over a year (rannisto2019, n=42). Both measured by ultrasound, not by "
    "block. None found for knee pain.",
    "Under 5 mm by clinical methods: be careful with any correction (brady2003).",
    "Adults: up to 2 cm tolerable, 2 to 6 cm lift or surgery to be discussed; a growing child over 1 cm is treated "
    "(hasler2000). The decision is always elective (vogt2020).",
)
