"""How the joints of the ankle glide and turn under the hand."""

from __future__ import annotations

from clinic_gait.clinical.measures import Choice, Grade, Posture, Step

ENTRIES = (
    Choice(
        key="talar_glide",
        label="Posterior talar glide",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up, knee bent over the edge, foot relaxed. Web of the hand on the front of the talus, the "
            "other hand holds the lower leg. Push the talus straight back and feel how far it goes and how it stops; "
            "compare with the other side."
        ),
        note="71% of people with repeated sprains lacked glide on that side (vicenzino2006). No usable norm was read.",
        typical="normal",
        limited="reduced",
        reliability="not found",
        sources=("vicenzino2006",),
        steps=(
            Step(code="normal", label="normal"),
            Step(code="reduced", label="reduced"),
            Step(code="painful", label="painful"),
            Step(code="excess", label="excessive"),
        ),
    ),
    Grade(
        key="subtalar_mob",
        label="Subtalar joint play",
        sided=True,
        posture=Posture.LYING,
        how=(
            "Lying face up or face down, foot over the edge. Hold the talus still between thumb and finger at the "
            "front of the ankle, glide the heel bone inward and outward, and compare with the other side."
        ),
        note="A feel graded in three steps; no usable norm was read.",
        typical="normal",
        limited="hypo",
        reliability="low to moderate",
        sources=("menadue2006",),
        steps=(
            Step(code="hypo", label="hypo (stiff)"),
            Step(code="normal", label="normal"),
            Step(code="hyper", label="hyper (loose)"),
        ),
        normal="normal",
    ),
    Choice(
        key="tib_rot",
        label="Tibial rotation over the fixed foot",
        sided=True,
        posture=Posture.SITTING,
        how=(
            "Sitting, knee bent 90 deg, foot flat on the floor and held still. Turn the shin in and out from below "
            "the knee, and compare with the other side."
        ),
        note=(
            "With a device healthy people turn 62-64 deg out and 44-49 deg in, but it turns the foot too "
            "(rotatometer), and raters differ too much for a cut-off: it stays a feel in four words."
        ),
        typical="normal",
        limited="limited in, out or both",
        reliability="goniometer: ICC same rater 0.83-0.93; between raters 0.39-0.81",
        sources=("seed_outside", "rotatometer", "tibrot_gonio"),
        steps=(
            Step(code="normal", label="normal"),
            Step(code="limited_in", label="limited inward"),
            Step(code="limited_out", label="limited outward"),
            Step(code="limited_both", label="limited both ways"),
        ),
    ),
)
