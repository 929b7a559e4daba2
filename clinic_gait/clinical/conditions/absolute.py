"""Conditions that block what they apply to."""

from __future__ import annotations

from clinic_gait.clinical.conditions.condition import Condition, Level

ENTRIES = (
    Condition(
        key="fracture_unhealed",
        label="Fracture not yet healed",
        level=Level.ABSOLUTE,
        applies=("mob", "thrust", "stretch", "load", "mwm", "foam"),
        sources=("batavia_mob", "bartsch2021", "stretch_ot", "stm_cards", "mob_contra"),
        basis=(
            "mob: among the most cited concerns (batavia_mob); foam C 84% of experts (bartsch2021); stretch C"
            " (stretch_ot); massage absolute C (stm_cards); load memory"
        ),
    ),
    Condition(
        key="infection",
        label="Infection of bone, joint or skin here",
        level=Level.ABSOLUTE,
        applies=("mob", "thrust", "stretch", "load", "mwm", "foam"),
        sources=("manip_table", "bartsch2021", "stretch_ot", "stm_cards", "mob_contra"),
        basis=(
            "bone infection: manipulation C (manip_table), foam P 94% (bartsch2021); local or systemic "
            "infection: massage absolute C (stm_cards), stretch C (stretch_ot); load memory. Stricter than "
            "the Delphi for foam"
        ),
    ),
    Condition(
        key="malignancy_local",
        label="Cancer in or near this area",
        level=Level.ABSOLUTE,
        applies=("mob", "thrust", "mwm", "foam"),
        sources=("batavia_mob", "manip_table", "stm_cards", "mob_contra"),
        basis=(
            "mob: most cited concern (batavia_mob); bone tumor: manipulation C (manip_table); massage "
            "absolute C (stm_cards). Stretch and load: not listed, therapist and oncology team decide"
        ),
    ),
    Condition(
        key="joint_fusion",
        label="Fused joint",
        level=Level.ABSOLUTE,
        applies=("mob", "thrust", "stretch", "mwm"),
        sources=("mob_clinic_list", "memory"),
        basis="mob C (mob_clinic_list); stretch memory (no motion to gain)",
    ),
    Condition(
        key="dvt_suspected",
        label="Suspected clot in the leg (DVT)",
        level=Level.ABSOLUTE,
        applies=("mob", "thrust", "stretch", "load", "mwm", "foam"),
        sources=("bartsch2021", "stm_cards", "ernst_massage", "nice_dvt", "memory"),
        basis=(
            "foam at least P 97% (bartsch2021); massage absolute C (stm_cards); lung clot after massage "
            "reported (ernst_massage); needs same-day testing first (nice_dvt); mob, stretch, load memory"
        ),
    ),
    Condition(
        key="tendon_rupture_recent",
        label="Recent tendon rupture or repair",
        level=Level.ABSOLUTE,
        applies=("mwm", "stretch", "load", "foam"),
        sources=("memory",),
        basis="memory; ligament rupture is C for mob in mob_clinic_list; mwm and foam added by us on the same ground",
    ),
    Condition(
        key="charcot_active",
        label="Active Charcot foot",
        level=Level.ABSOLUTE,
        applies=("mob", "thrust", "stretch", "load", "mwm", "foam"),
        note="hot swollen foot in a person with numb feet: medical team first",
        sources=("iwgdf2023", "memory"),
        basis=(
            "a 2023 guideline on acute Charcot exists (iwgdf2023); what it says on hands-on care was not read: memory"
        ),
    ),
)
