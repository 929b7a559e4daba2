"""Conditions that ask for a typed reason, and block only what they name."""

from __future__ import annotations

from types import MappingProxyType

from clinic_gait.clinical.conditions.condition import Condition, Level

ENTRIES = (
    Condition(
        key="acute_inflammation",
        label="Acute inflammation, hot or swollen",
        level=Level.CAUTION,
        applies=("mob", "mwm", "stretch", "foam"),
        absolute_for=("thrust",),
        sources=("bartsch2021", "manip_table", "stretch_ot", "stm_cards", "mob_contra"),
        basis=(
            "foam P 97% (bartsch2021); locally inflamed rheumatoid joint: manipulation C (manip_table); "
            "stretch C (stretch_ot); massage relative C (stm_cards)"
        ),
    ),
    Condition(
        key="inflammatory_arthritis_active",
        label="Inflammatory arthritis, active",
        level=Level.CAUTION,
        applies=("mob", "mwm"),
        absolute_for=("thrust",),
        sources=("manip_table", "stm_cards"),
        basis=(
            "rheumatoid arthritis, active systemic stage: manipulation C, gentle mobilization case by case "
            "(manip_table); massage relative C (stm_cards)"
        ),
    ),
    Condition(
        key="effusion_marked",
        label="Marked joint effusion",
        level=Level.CAUTION,
        applies=("mob", "mwm", "stretch"),
        sources=("stm_cards", "stretch_guide", "memory"),
        basis=(
            "massage relative C (stm_cards); no aggressive stretch (stretch_guide); mob memory, some "
            "textbooks call it C"
        ),
    ),
    Condition(
        key="hypermobility",
        label="Hypermobility",
        level=Level.CAUTION,
        applies=("mob", "stretch", "mwm"),
        absolute_for=("thrust",),
        sources=("batavia_mob", "stretch_exam", "stretch_ot", "mob_contra"),
        basis=(
            "mob: among the most cited concerns (batavia_mob); stretch P (stretch_exam) or C (stretch_ot): "
            "sources differ, kept as caution"
        ),
    ),
    Condition(
        key="joint_instability",
        label="Joint instability",
        level=Level.CAUTION,
        applies=("mob", "mwm", "stretch"),
        absolute_for=("thrust",),
        note="ligament tear or loose joint after surgery",
        sources=("manip_table", "mob_clinic_list", "stretch_guide"),
        basis=(
            "structural or post-surgical instability: manipulation C (manip_table); ligament rupture: mob C "
            "(mob_clinic_list); stretch only with surgeon or therapist advice (stretch_guide)"
        ),
    ),
    Condition(
        key="bone_block",
        label="Bone block, hard end feel",
        level=Level.CAUTION,
        applies=("mob", "mwm", "stretch"),
        absolute_for=("stretch",),
        note="hard end feel or a bone spur on film: do not push into it",
        sources=("stretch_exam", "stretch_ot", "memory"),
        basis="stretch C (stretch_exam, stretch_ot); mob, mwm memory",
    ),
    Condition(
        key="osteoporosis",
        label="Osteoporosis",
        level=Level.CAUTION,
        applies=("mob", "mwm"),
        absolute_for=("thrust",),
        note="low grade and short levers; home band or strap glides only with a typed reason",
        sources=("manip_table", "osteo_mt2020", "stm_cards", "mob_contra"),
        basis=(
            "severe: manipulation C (manip_table); spinal grades II-IV had no serious event in four small "
            "studies (osteo_mt2020), legs not studied; massage relative C (stm_cards). One stretch list asks "
            "for care (stretch_guide): left to the therapist"
        ),
    ),
    Condition(
        key="joint_replacement",
        label="Joint replacement",
        level=Level.CAUTION,
        applies=("mob", "mwm", "load"),
        absolute_for=("thrust",),
        note="surgeon's rules first",
        sources=("mob_contra", "memory"),
        basis="study-card list and memory",
    ),
    Condition(
        key="anticoagulant",
        label="Blood thinner (anticoagulant)",
        level=Level.CAUTION,
        applies=("foam", "thrust"),
        sources=("manip_table", "stm_cards", "stretch_guide"),
        basis=(
            "high-dose: manipulation C (manip_table); massage relative C (stm_cards); vigorous stretch P "
            "(stretch_guide), not applied to calf stretches"
        ),
    ),
    Condition(
        key="bleeding_disorder",
        label="Bleeding disorder",
        level=Level.CAUTION,
        applies=("foam", "mob", "mwm"),
        absolute_for=("thrust",),
        sources=("manip_table", "memory"),
        basis="unstable bleeding disorder: manipulation C (manip_table); foam, mob memory",
    ),
    Condition(
        key="long_term_steroid",
        label="Long-term steroid use",
        level=Level.CAUTION,
        applies=("foam", "thrust"),
        sources=("stm_cards", "stretch_guide"),
        basis="massage relative C (stm_cards); fracture risk named in a stretch list (stretch_guide)",
    ),
    Condition(
        key="myositis_ossificans",
        label="Bone forming in muscle (myositis ossificans)",
        level=Level.CAUTION,
        applies=("foam", "stretch"),
        sources=("bartsch2021", "memory"),
        basis="foam P 92% (bartsch2021); stretch memory",
    ),
    Condition(
        key="neuro_deficit_progressive",
        label="New or growing weakness or numbness",
        level=Level.CAUTION,
        applies=("mob", "mwm", "stretch", "load"),
        absolute_for=("thrust",),
        note="new or growing weakness or numbness: refer first",
        sources=("manip_table", "stm_cards", "memory"),
        basis=(
            "progressive or sudden deficit: manipulation C (manip_table); massage relative C (stm_cards); rest memory"
        ),
    ),
    Condition(
        key="neuropathy",
        label="Neuropathy, loss of protective feeling",
        level=Level.CAUTION,
        applies=("foam", "stretch", "load"),
        note="check skin; no barefoot",
        sources=("iwgdf2023", "memory"),
        basis=(
            "no barefoot or sock-only walking when protective sensation is lost, strong recommendation "
            "(iwgdf2023); foam, stretch, load memory"
        ),
    ),
    Condition(
        key="pvd",
        label="Poor circulation (peripheral vascular disease)",
        level=Level.CAUTION,
        applies=("foam", "stretch"),
        sources=("memory",),
        basis="memory; marked varicose veins are a relative C for massage (stm_cards)",
    ),
    Condition(
        key="pregnancy",
        label="Pregnancy",
        level=Level.CAUTION,
        applies=("thrust", "load"),
        sources=("stm_cards", "preg_smt2012", "mob_contra"),
        basis=(
            "massage relative C (stm_cards); few harms reported after spinal manipulation (preg_smt2012); load memory"
        ),
    ),
    Condition(
        key="fall_risk",
        label="Fall risk",
        level=Level.CAUTION,
        applies=("load",),
        blocks=("walk_soft_ground", "lateral_step_down"),
        swap=MappingProxyType(
            {
                "lateral_step_down": "supported_step_down",
            }
        ),
        note="supported version only; no wobble board or soft ground alone",
        sources=("memory",),
        basis="memory",
    ),
    Condition(
        key="growing_patient",
        label="Still growing (open growth plates)",
        level=Level.CAUTION,
        applies=("load",),
        absolute_for=("thrust",),
        note="open growth plates: light load, no thrust; knee or hip pain needs the hip screened",
        sources=("peck2017", "scfe_msd", "scot_borders", "memory"),
        basis=(
            "hip screen: slipped growth plate can show as knee pain only (peck2017, scfe_msd); load and "
            "thrust limits memory"
        ),
    ),
    Condition(
        key="insertional_achilles",
        label="Insertional Achilles pain",
        level=Level.CAUTION,
        applies=("stretch", "load"),
        blocks=("ecc_heel_drop_straight", "ecc_heel_drop_bent", "calf_stretch_step"),
        swap=MappingProxyType(
            {
                "ecc_heel_drop_straight": "ecc_heel_lower_floor",
                "ecc_heel_drop_bent": "ecc_heel_lower_floor",
                "calf_stretch_step": "towel_calf_stretch",
            }
        ),
        note="stay at or above floor level: no heel drop below the step, avoid end-range stretch",
        sources=("jonsson2008", "fahlstrom2003", "devos2021", "memory"),
        basis=(
            "full-range drops: 32% satisfied (fahlstrom2003); floor level: 67% (jonsson2008), both without a "
            "control group; start on flat ground (devos2021, third-party reading); avoiding end-range "
            "stretch: memory"
        ),
    ),
    Condition(
        key="anterior_ankle_impingement",
        label="Front-of-ankle pinch (impingement)",
        level=Level.CAUTION,
        applies=("mwm", "stretch"),
        note="front-of-ankle pinch: stop pushing into it",
        sources=("memory",),
        basis="memory",
    ),
    Condition(
        key="skin_open_wound",
        label="Open wound or fragile skin here",
        level=Level.CAUTION,
        applies=("foam", "mwm"),
        absolute_for=("foam",),
        sources=("bartsch2021", "stm_cards", "memory"),
        basis=(
            "foam C 73% of experts (bartsch2021); stitches, fragile skin: massage absolute C (stm_cards); mwm memory"
        ),
    ),
)
