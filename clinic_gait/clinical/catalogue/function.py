"""Squat, step-down, heel raises, balance and the strength behind them."""

from __future__ import annotations

from decimal import Decimal as D

from clinic_gait.clinical.catalogue.scales import NONE_TO_MARKED
from clinic_gait.clinical.measures import (
    Better,
    Choice,
    Count,
    Flag,
    Grade,
    Posture,
    Quantity,
    Step,
)
from clinic_gait.clinical.units import Unit

_SQUAT = "Barefoot, feet hip width, toes ahead, arms in front; five slow squats. "
_STEP = "Standing on a 20 cm step, hands on the hips, lower the other heel to the floor and come back, five times. "


def _step_down_part(key: str, label: str, seen: str, high: int = 1) -> Count:
    """One part of the step-down score, in our own words; every point is a fault seen."""
    return Count(
        key=key,
        label=label,
        sided=True,
        posture=Posture.FUNCTION,
        how=f"{_STEP}{seen} Fills the step-down score once all five parts are there.",
        typical="0",
        sources=("lsd_table", "lsd_snyder"),
        unit=Unit.POINTS,
        low=D(0),
        high=D(high),
        usual_low=D(0),
        usual_high=D(high),
        step=D(1),
        decimals=0,
        better=Better.DOWN,
        error_note="A part has no error figure of its own.",
    )


ENTRIES = (
    Grade(
        key="squat_valgus",
        label="Knee moves inward in the double-leg squat",
        sided=True,
        posture=Posture.FUNCTION,
        how=f"{_SQUAT}From the front. Mild: the knee goes inside the big toe now and then. Marked: every time.",
        note="Write down heel lift in the same squat: the two go together.",
        typical="none",
        limited="mild or marked",
        sources=("lima2018", "macrum2012"),
        steps=NONE_TO_MARKED,
        normal="none",
    ),
    Count(
        key="lsd_score",
        label="Lateral step-down quality score",
        sided=True,
        posture=Posture.FUNCTION,
        how=(
            f"{_STEP}The side is the leg that stands. Points for faults: arms 1, trunk 1, pelvis 1, knee 1 or 2, "
            "unsteady 1. The five parts may be entered one by one, or the total alone."
        ),
        note="If a part is missing there is no total. Raters agreed only fairly to moderately in kneecap pain.",
        typical="0-1",
        limited="0-1 good; 2-3 medium; 4 or more poor",
        reliability="kappa 0.59-0.81; newer 0.40-0.65 (mansfield2021)",
        sources=("lsd_snyder", "lsd_table", "mansfield2021", "piva2006"),
        unit=Unit.POINTS,
        low=D(0),
        high=D(6),
        usual_low=D(0),
        usual_high=D(6),
        step=D(1),
        decimals=0,
        better=Better.DOWN,
        error_note="No error figure read.",
    ),
    _step_down_part("lsd_arms", "Step-down: arms leave the hips", "1 when the arms come off to keep balance."),
    _step_down_part("lsd_trunk", "Step-down: trunk leans", "1 when the trunk leans to either side."),
    _step_down_part("lsd_pelvis", "Step-down: pelvis turns or tips", "1 when one side of the pelvis turns or lifts."),
    _step_down_part(
        "lsd_knee",
        "Step-down: knee moves inward",
        "1 when the knee passes inside the second toe, 2 when it passes inside the foot.",
        high=2,
    ),
    _step_down_part("lsd_steady", "Step-down: unsteady", "1 when the lowered foot takes weight or the stance wavers."),
    Count(
        key="heel_raise_reps",
        label="Single-leg heel raises",
        sided=True,
        posture=Posture.FUNCTION,
        how=(
            "On one leg, knee straight, on a 10 deg incline, fingertips on the wall. One raise every two seconds (30 "
            "a minute) to full height, until height, knee or pace is lost. Count the full ones."
        ),
        note=(
            "A side gap of 7 or more lies outside the 95% limits of agreement (-6.2 to +6.5), our own inference. In "
            "that study women over 60 did more than men."
        ),
        typical="median: men 24, women 21",
        limited="side gap of 7 or more",
        reliability="ICC about 1.0; limits of agreement -6.2 to +6.5",
        sources=("hebert2017", "prehab_heel"),
        unit=Unit.REPS,
        low=D(0),
        high=D(200),
        usual_low=D(0),
        usual_high=D(80),
        step=D(1),
        decimals=0,
        better=Better.UP,
        error_note="Limits of agreement are known, a smallest detectable change was not read.",
    ),
    Quantity(
        key="ta_strength",
        label="Front-of-shin (dorsiflexor) strength, manual test",
        sided=True,
        posture=Posture.FUNCTION,
        how=(
            "Sitting, heel on the floor or supported. The patient pulls the foot up and in; press down on the inner "
            "top of the foot. 5 holds against full force, 4 against some, 3 against weight alone, 2 moves with the "
            "weight taken off, 1 a flicker, 0 nothing. Half grades for in between."
        ),
        note="3 or less: screen the nerve. Plus and minus grades are not used; store half grades.",
        typical="5",
        limited="under 5; 3 or less: screen the nerve",
        sources=("memory", "seed_gaithappens"),
        unit=Unit.GRADE,
        low=D(0),
        high=D(5),
        usual_low=D(0),
        usual_high=D(5),
        step=D("0.5"),
        decimals=1,
        better=Better.UP,
        error_note="A manual grade has no error figure.",
    ),
    Grade(
        key="squat_heel_rise",
        label="Heel lifts in the double-leg squat",
        sided=True,
        posture=Posture.FUNCTION,
        how=f"{_SQUAT}From the side. Mild: the heel just leaves the floor near the bottom. Marked: early or high.",
        typical="none",
        limited="mild or marked",
        sources=("macrum2012", "seed_northstar"),
        steps=NONE_TO_MARKED,
        normal="none",
    ),
    Grade(
        key="squat_knee_forward",
        label="Knee moves far past the toes in the squat",
        sided=True,
        posture=Posture.FUNCTION,
        how=f"{_SQUAT}From the side, the line of the toes. Mild: a little past it. Marked: far past it.",
        note=(
            "Not a fault by itself: clinic writers disagree about it, and knees past the toes are not harmful when "
            "loaded slowly. Recorded, never flagged alone."
        ),
        limited="not a fault by itself",
        sources=("seed_northstar", "seed_outside"),
        steps=NONE_TO_MARKED,
    ),
    Grade(
        key="squat_depth",
        label="Squat depth reached without pain",
        sided=True,
        posture=Posture.FUNCTION,
        how=f"{_SQUAT}How deep before it hurts on this side: full, thighs level, or less than level.",
        typical="full",
        limited="above parallel",
        sources=("seed_bodylink", "memory"),
        steps=(
            Step(code="full", label="full"),
            Step(code="parallel", label="thighs level"),
            Step(code="above_parallel", label="above level"),
        ),
        normal="full",
    ),
    Flag(
        key="squat_block_better",
        label="Squat deeper or knee steadier with the heels on a block",
        sided=True,
        posture=Posture.FUNCTION,
        how=f"{_SQUAT}Again with both heels on a 2 to 3 cm block. Is it deeper, or the knee steadier?",
        note="Yes points to a share of the ankle. Our own inference.",
        sources=("macrum2012", "monteiro2022"),
    ),
    Quantity(
        key="slb_s",
        label="Single-leg stance, eyes open",
        sided=True,
        posture=Posture.FUNCTION,
        how=(
            "Barefoot on the floor, hands on the hips, eyes open, other foot off the floor and not touching. Time "
            "until the foot or the hands move. Best of three."
        ),
        note=(
            "An optional box. Means for people under 60 were not seen, and no cut-off is set: show it beside the row "
            "for the age. It falls with age; sex makes no difference."
        ),
        typical="age 60-69: 27.0; 70-79: 17.2; 80-99: 8.5",
        reliability="ICC between raters 0.99 (best of three)",
        sources=("bohannon2006_sls", "springer2007"),
        unit=Unit.S,
        low=D(0),
        high=D(120),
        usual_low=D(0),
        usual_high=D(60),
        step=D("0.1"),
        decimals=1,
        better=Better.UP,
        error_note="No error figure read.",
    ),
    Choice(
        key="tighter_position",
        label="Calf feels tighter with the knee",
        sided=True,
        posture=Posture.FUNCTION,
        how="Calf stretch at the wall, once with the back knee straight and once bent. In which is the calf tighter?",
        note="What it feels like; the two table measurements are the measured version.",
        sources=("seed_gaithappens", "barouk2014"),
        steps=(
            Step(code="straight", label="straight"),
            Step(code="bent", label="bent"),
            Step(code="same", label="the same"),
        ),
    ),
    Choice(
        key="stretch_felt",
        label="Where the lunge stretch is felt",
        sided=True,
        posture=Posture.FUNCTION,
        how="At the end of the lunge, have the patient point to where it stops them.",
        note="The front of the ankle suggests the joint rather than the calf.",
        typical="calf",
        limited="front of the ankle: suggests the joint",
        sources=("memory",),
        steps=(
            Step(code="calf", label="calf"),
            Step(code="front_of_ankle", label="front of the ankle"),
            Step(code="both", label="both"),
            Step(code="none", label="nowhere"),
        ),
    ),
)
